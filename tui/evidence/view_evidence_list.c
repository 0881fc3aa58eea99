/*
 * view_evidence_list.c - evidence, newest first, with the numbers of the actions it proves: of one
 * action, of one unit, or all that may be read. Enter shows one whole; the unit that recorded it
 * may withdraw it from there.
 */
#include "tui/view/views.h"

#include "core/rule/entry.h"
#include "core/text/find.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/report/store_evidence.h"
#include "tui/evidence/evidence_cell.h"
#include "tui/evidence/evidence_upload.h"
#include "tui/evidence/evidence_withdraw.h"
#include "tui/plan/action_choose.h"
#include "tui/part/dialog.h"
#include "tui/part/list_menu.h"
#include "tui/part/menu.h"
#include "tui/app/session.h"
#include "tui/view/row_detail.h"

enum { TAG_MENU = 1, TAG_WITHDRAW, TAG_ACTION, MOST = 500 };
enum { ENTRY_READ, ENTRY_WITHDRAW };

struct evidence_list {
	struct list_screen screen;
	int64_t action_id, unit_id;
	int64_t first_id; /* where the cursor begins, 0: at the newest */
	struct evidence_rows rows;
};

static const struct list_column columns[] = {
	[EVIDENCE_COL_ON] = {N_("day"), LIST_TEXT, 10, 10, 0, 1},
	[EVIDENCE_COL_KIND] = {N_("kind"), LIST_TEXT, 0, 12, 0, 0},
	[EVIDENCE_COL_TITLE] = {N_("title"), LIST_TEXT, 20, 0, 3, 0},
	[EVIDENCE_COL_REF] = {N_("number, place, address"), LIST_TEXT, 16, 0, 2, 0},
	[EVIDENCE_COL_UNIT] = {N_("unit"), LIST_TEXT, 8, 24, 1, 2},
	[EVIDENCE_COL_ACTIONS] = {N_("actions"), LIST_ID, 0, 10, 0, 3},
};

static void list_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	evidence_cell(&((const struct evidence_list *)rows)->rows.at[row], column, cell);
}

static int64_t list_id(const void *rows, size_t row)
{
	return ((const struct evidence_list *)rows)->rows.at[row].id;
}

static const struct list_spec evidence_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = list_cell,
	.id = list_id,
	.empty = N_("No evidence yet. Open an action or a milestone and record some there."),
};

static void list_pane(const struct view *v, size_t row, struct canvas *c)
{
	row_detail_evidence(&((const struct evidence_list *)v->state)->rows.at[row], c);
}

static size_t first_row(const struct view *v)
{
	const struct evidence_list *l = v->state;
	size_t i = 0;

	while (i < l->rows.n && l->rows.at[i].id != l->first_id)
		i++;
	return i < l->rows.n ? i : 0;
}

static const struct list_around evidence_around = {.pane = list_pane, .first = first_row};

static int list_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct evidence_list *l = v->state;

	(void)e;
	l->action_id = args->id;
	l->unit_id = args->id2;
	l->first_id = args->more ? *(const int64_t *)args->more : 0;
	list_screen_init(&l->screen, &evidence_spec);
	l->screen.around = &evidence_around;
	return 0;
}

static int list_load(struct view *v, struct store *s, struct err *e)
{
	struct evidence_list *l = v->state;
	struct actor who = session_actor(v->context);
	struct evidence_filter f = {.action_id = l->action_id, .unit_id = l->unit_id};
	struct evidence_rows rows = {0};
	const char **find;

	if (store_evidence_list(s, &v->arena, &who, &f, MOST, &rows, e) < 0)
		return -1;
	evidence_sort(&rows);
	find = arena_alloc(&v->arena, (rows.n + 1) * sizeof *find);
	for (size_t i = 0; i < rows.n; i++) {
		const struct evidence_row *r = &rows.at[i];

		find[i] = arena_printf(&v->arena, "%s %s %s %s %s %s %s", r->actions,
				       find_text(&v->arena, r->title, r->pinyin), r->doc_no, r->ref,
				       r->file_name, find_text(&v->arena, r->unit, r->unit_pinyin),
				       evidence_kind_label(r->kind));
	}
	l->rows = rows;
	list_screen_set(&l->screen, v, l, find, rows.n);
	if (l->action_id)
		columns_hide(&l->screen.columns, EVIDENCE_COL_ACTIONS);
	return 0;
}

static const struct evidence_row *current(const struct evidence_list *l)
{
	int i = list_screen_current(&l->screen);

	return i < 0 ? NULL : &l->rows.at[i];
}

static enum reply open_menu(struct view *v, struct app *app, const struct evidence_row *r)
{
	bool own = session_may(v->context, ACT_EVIDENCE, r->unit_id);
	char key[KEY_LABEL];
	struct menu_entry entries[] = {
		{_("read it whole"), NULL, ENTRY_READ, false},
		{_("withdraw it, with a reason"), own ? NULL : r->unit, ENTRY_WITHDRAW, !own},
		list_menu_entry(app, key),
	};

	menu_open(app, TAG_MENU, r->title, entries, sizeof entries / sizeof entries[0]);
	return REPLY_DONE;
}

/* What is recorded of its file, and the command that fetches it. */
static const char *file_lines(struct arena *a, const struct app_context *c,
			      const struct evidence_row *r)
{
	char file[EVIDENCE_FILE_TEXT];

	if (!r->blob_id)
		return "";
	return arena_printf(a, _("\n\nFile: %s\nType: %s\nSHA-256: %s\nTo fetch it: %s"),
			    evidence_file_text(r, file), r->file_type, r->sha256,
			    evidence_upload_fetch(a, c, r));
}

static enum reply read_whole(struct app *app, const struct evidence_row *r)
{
	char on[DATE_TEXT], at[TIME_TEXT];
	struct arena a = ARENA_INIT;
	const char *facts = arena_printf(
		&a,
		_("%s\n\nKind: %s\nNumber: %s\nPlace, address, figure: %s\nDay: "
		  "%s\nNote: %s\n\nRecorded by %s (%s), %s"),
		r->title, evidence_kind_label(r->kind), r->doc_no, r->ref, date_format(r->on, on),
		r->note, r->added_by, r->unit, time_format_local(r->added_at, at));

	dialog_text(app, 0, r->title,
		    arena_printf(&a, "%s%s", facts, file_lines(&a, app_context(app), r)), true);
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply open_form(const struct evidence_list *l, struct app *app, int64_t action_id)
{
	struct view_evidence_args more = {.unit_id = l->unit_id};

	app_push(app, &view_evidence_form, &(struct view_args){.id = action_id, .more = &more});
	return REPLY_DONE;
}

/* Evidence belongs to an action, which is asked for where the list is not one's. */
static enum reply add(struct view *v, struct app *app)
{
	const struct evidence_list *l = v->state;
	int64_t unit = session_unit(v->context, l->unit_id);

	/* For whom the form is not, it says so itself. */
	if (l->action_id || !unit || !session_may(v->context, ACT_EVIDENCE, unit))
		return open_form(l, app, l->action_id);
	return action_choose(app, TAG_ACTION, unit);
}

static enum reply list_act_on(struct view *v, struct app *app, enum action a)
{
	struct evidence_list *l = v->state;
	enum reply reply = list_screen_act(&l->screen, v, app, a);
	const struct evidence_row *r = current(l);

	if (reply == REPLY_PASS && a == DO_OPEN && r)
		return open_menu(v, app, r);
	return reply == REPLY_PASS && a == DO_ADD_ROW ? add(v, app) : reply;
}

static enum reply list_resume(struct view *v, struct app *app, const struct view_result *result)
{
	const struct evidence_row *r = current(v->state);
	enum reply own = list_view_resume(v, app, result);

	if (own != REPLY_PASS)
		return own;
	if (result->ok && result->tag == TAG_ACTION)
		return open_form(v->state, app, result->id);
	if (!result->ok || !r || (result->tag != TAG_MENU && result->tag != TAG_WITHDRAW))
		return REPLY_DONE;
	if (result->tag == TAG_WITHDRAW)
		return evidence_withdraw(app, result);
	if (result->id == ENTRY_READ)
		return read_whole(app, r);
	return evidence_ask_withdraw(app, TAG_WITHDRAW, r);
}

static bool list_offers(const struct view *v, enum action a)
{
	const struct evidence_list *l = v->state;

	if (a != DO_ADD_ROW)
		return list_view_offers(v, a);
	return session_may(v->context, ACT_EVIDENCE, session_unit(v->context, l->unit_id));
}

void evidence_go_on(struct app *app, const struct view_args *args)
{
	const struct app_context *c = app_context(app);
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct evidence_row row;

	if (store_evidence_get(c->store, &a, &who, args->id, &row, &e) < 0)
		app_error(app, &e);
	else if (app_push(app, &view_evidence_list, &(struct view_args){.more = &args->id}) == 0)
		evidence_ask_withdraw(app, TAG_WITHDRAW, &row);
	arena_free(&a);
}

const struct view_ops view_evidence_list = {
	.name = "evidence",
	.title = N_("Evidence"),
	.scope = SCOPE_ROWS,
	.depends = CHANGE_EVIDENCE | CHANGE_OTHERS,
	.state_size = sizeof(struct evidence_list),
	.open = list_open,
	.load = list_load,
	.draw = list_view_draw,
	.act = list_act_on,
	.key = list_view_key,
	.point = list_view_point,
	.resume = list_resume,
	.offers = list_offers,
	.close = list_view_close,
};
