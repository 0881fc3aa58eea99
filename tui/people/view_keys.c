/*
 * view_keys.c - the keys that a person logs in with over SSH: what each is, since when it is known
 * and when it was used last; those that were revoked stay, with the reason. Who manages people adds
 * and revokes them; the person alone reads.
 */
#include "tui/view/views.h"

#include "core/rule/entry.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/people/store_key.h"
#include "db/people/store_person.h"
#include "tui/app/session.h"
#include "tui/part/dialog.h"
#include "tui/part/list_menu.h"
#include "tui/part/list_screen.h"
#include "tui/part/menu.h"
#include "tui/part/reason.h"
#include "tui/people/key_text.h"
#include "tui/view/row_detail.h"

#include <stdlib.h>

enum { TAG_MENU = 1, TAG_REVOKE };
enum { ENTRY_READ, ENTRY_REVOKE };

struct keys_view {
	struct list_screen screen;
	char *login;
	struct person_row person;
	struct key_rows rows;
	int64_t first_id; /* where the cursor begins, 0: at the first */
	bool added;	  /* the cursor goes to the newest */
};

enum { COL_NAME, COL_TYPE, COL_BITS, COL_STATE, COL_ADDED, COL_LAST, COL_FINGERPRINT };

static const struct list_column columns[] = {
	[COL_NAME] = {N_("computer"), LIST_TEXT, 8, 0, 1, 0},
	[COL_TYPE] = {N_("type"), LIST_TEXT, 0, 20, 0, 0},
	[COL_BITS] = {N_("bits"), LIST_NUMBER, 0, 0, 0, 4},
	[COL_STATE] = {N_("state"), LIST_TEXT, 0, 0, 0, 0},
	[COL_ADDED] = {N_("added"), LIST_TEXT, 10, 10, 0, 2},
	[COL_LAST] = {N_("last log-in"), LIST_TEXT, 10, 10, 0, 1},
	[COL_FINGERPRINT] = {N_("fingerprint"), LIST_TEXT, 20, 50, 1, 5},
};

static void key_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct key_row *k = &((const struct keys_view *)rows)->rows.at[row];

	if (k->revoked_at)
		cell->style = STYLE_DIM;
	switch (column) {
	case COL_NAME:
		cell->text = k->name;
		break;
	case COL_TYPE:
		cell->text = k->type;
		break;
	case COL_BITS:
		list_cell_number(cell, k->bits);
		break;
	case COL_STATE:
		cell->text = k->revoked_at ? _("revoked") : "";
		break;
	case COL_ADDED:
		list_cell_day(cell, k->added_at);
		break;
	case COL_LAST:
		if (k->last_at)
			list_cell_day(cell, k->last_at);
		break;
	default:
		cell->text = k->fingerprint;
	}
}

static int64_t key_id(const void *rows, size_t row)
{
	return ((const struct keys_view *)rows)->rows.at[row].id;
}

static const struct list_spec key_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = key_cell,
	.id = key_id,
	.empty = N_("No key yet. With one the person logs in from an own computer."),
};

static void keys_pane(const struct view *v, size_t row, struct canvas *c)
{
	row_detail_key(&((const struct keys_view *)v->state)->rows.at[row], c);
}

static size_t first_row(const struct view *v)
{
	const struct keys_view *k = v->state;
	size_t i = 0;

	while (i < k->rows.n && k->rows.at[i].id != k->first_id)
		i++;
	return i < k->rows.n ? i : 0;
}

static const struct list_around keys_around = {.pane = keys_pane, .first = first_row};

static int keys_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct keys_view *k = v->state;

	(void)e;
	k->login = xstrdup(args->text);
	k->first_id = args->id;
	list_screen_init(&k->screen, &key_spec);
	k->screen.around = &keys_around;
	return 0;
}

static void keys_close(struct view *v)
{
	free(((struct keys_view *)v->state)->login);
	list_view_close(v);
}

static int keys_load(struct view *v, struct store *s, struct err *e)
{
	struct keys_view *k = v->state;
	struct actor who = session_actor(v->context);
	struct arena *a = &v->arena;
	struct person_row person;
	struct key_rows rows;
	const char **find;

	if (store_person_find(s, a, k->login, &person, e) < 0 ||
	    store_key_list(s, a, &who, person.id, &rows, e) < 0)
		return -1;
	find = arena_alloc(a, (rows.n + 1) * sizeof *find);
	for (size_t i = 0; i < rows.n; i++)
		find[i] = arena_printf(a, "%s %s %s", rows.at[i].name, rows.at[i].type,
				       rows.at[i].fingerprint);
	k->person = person;
	k->rows = rows;
	view_set_title(v, arena_printf(a, _("%s · keys"), person.name));
	list_screen_set(&k->screen, v, k, find, rows.n);
	if (k->added)
		list_screen_go_newest(&k->screen, v);
	k->added = false;
	return 0;
}

static const struct key_row *current(const struct keys_view *k)
{
	int i = list_screen_current(&k->screen);

	return i < 0 ? NULL : &k->rows.at[i];
}

static enum reply open_menu(struct view *v, struct app *app, const struct key_row *k)
{
	struct arena a = ARENA_INIT;
	bool may = session_may(v->context, ACT_PERSON, 0);
	char key[KEY_LABEL];
	struct menu_entry entries[] = {
		{_("read it whole"), NULL, ENTRY_READ, false},
		{_("revoke it, with a reason"),
		 k->revoked_at ? _("it is revoked")
		 : may	       ? NULL
			       : _("by the administrator"),
		 ENTRY_REVOKE, k->revoked_at || !may},
		list_menu_entry(app, key),
	};

	menu_open(app, TAG_MENU, key_name(&a, k), entries, sizeof entries / sizeof entries[0]);
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply read_whole(struct app *app, const struct key_row *k)
{
	struct arena a = ARENA_INIT;

	dialog_text(app, 0, key_name(&a, k), key_facts(&a, k), true);
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply ask_revoke(struct app *app, const struct key_row *k)
{
	struct arena a = ARENA_INIT;
	const char *label = arena_printf(
		&a,
		_("Why is the key %1$s of %2$s revoked? It lets nobody in any more, what runs "
		  "with it ends, and it is never taken again."),
		k->fingerprint, k->person);

	if (k->id == app_context(app)->session->key_id)
		label = arena_printf(
			&a, _("%s You have come in with it yourself: this session ends."), label);
	dialog_write(app, TAG_REVOKE,
		     &(struct dialog_writing){.title = _("Revoke a key"),
					      .label = label,
					      .draft = "key-revoke",
					      .id = k->id,
					      .max_chars = ENTRY_LINE_MAX,
					      .rows = 2,
					      .act = _("Revoke it")});
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply revoke(struct app *app, const struct key_row *k, const struct view_result *answer)
{
	struct reason why;
	int rc = reason_read(&why, app, answer, entry_reason);

	if (rc == 0)
		rc = store_key_revoke(why.store, &why.who, k->id, why.text, &why.changes, &why.err);
	if (rc == 0)
		app_info(app, _("This key of %1$s lets nobody in any more: %2$s"), k->person,
			 k->fingerprint);
	return reason_done(&why, rc, NULL);
}

static enum reply keys_act(struct view *v, struct app *app, enum action a)
{
	struct keys_view *k = v->state;
	enum reply reply = list_screen_act(&k->screen, v, app, a);

	if (reply != REPLY_PASS)
		return reply;
	if (a == DO_OPEN && current(k))
		return open_menu(v, app, current(k));
	if (a != DO_ADD_ROW)
		return REPLY_PASS;
	app_push(app, &view_key_form, &(struct view_args){.text = k->login});
	return REPLY_DONE;
}

static enum reply keys_resume(struct view *v, struct app *app, const struct view_result *result)
{
	struct keys_view *k = v->state;
	enum reply own = list_view_resume(v, app, result);
	const struct key_row *row = current(k);

	if (own != REPLY_PASS)
		return own;
	if (!result->ok)
		return REPLY_DONE;
	if (result->tag == 0)
		k->added = true;
	else if (row && result->tag == TAG_REVOKE)
		return revoke(app, row, result);
	else if (row && result->tag == TAG_MENU)
		return result->id == ENTRY_READ ? read_whole(app, row) : ask_revoke(app, row);
	return REPLY_DONE;
}

static bool keys_offer(const struct view *v, enum action a)
{
	return a == DO_ADD_ROW ? session_may(v->context, ACT_PERSON, 0) : list_view_offers(v, a);
}

void key_go_on(struct app *app, const struct view_args *args)
{
	const struct app_context *c = app_context(app);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct key_row row;

	if (store_key_get(c->store, &a, args->id, &row, &e) < 0)
		app_error(app, &e);
	else if (app_push(app, &view_keys, &(struct view_args){.text = row.login, .id = row.id}) ==
		 0)
		ask_revoke(app, &row);
	arena_free(&a);
}

const struct view_ops view_keys = {
	.name = "keys",
	.title = N_("Keys"),
	.scope = SCOPE_ROWS,
	.depends = CHANGE_PERSON | CHANGE_OTHERS,
	.state_size = sizeof(struct keys_view),
	.open = keys_open,
	.load = keys_load,
	.draw = list_view_draw,
	.act = keys_act,
	.key = list_view_key,
	.point = list_view_point,
	.resume = keys_resume,
	.offers = keys_offer,
	.close = keys_close,
};
