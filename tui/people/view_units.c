/* view_units.c - all units with their other names, members, people and the number of their actions.
 * Enter opens one; Tab adds one. */
#include "tui/view/views.h"

#include "core/rule/entry.h"
#include "core/text/find.h"
#include "core/i18n.h"
#include "core/text/unit_name.h"
#include "db/change.h"
#include "db/people/store_unit.h"
#include "tui/part/dialog.h"
#include "tui/part/list_screen.h"
#include "tui/app/session.h"
#include "tui/view/row_detail.h"

#include <stdio.h>

enum { TAG_ADD = 1 };

struct units_view {
	struct list_screen screen;
	struct unit_rows rows;
};

enum { COL_NAME, COL_KIND, COL_LEAD, COL_OTHER, COL_PEOPLE, COL_ALIASES };

static const struct list_column columns[] = {
	[COL_NAME] = {N_("unit"), LIST_TEXT, 16, 0, 2, 0},
	[COL_KIND] = {N_("kind"), LIST_TEXT, 0, 14, 0, 3},
	[COL_LEAD] = {N_("leads"), LIST_NUMBER, 0, 0, 0, 1},
	[COL_OTHER] = {N_("takes part"), LIST_NUMBER, 0, 0, 0, 1},
	[COL_PEOPLE] = {N_("people"), LIST_NUMBER, 0, 0, 0, 0},
	[COL_ALIASES] = {N_("other names"), LIST_TEXT, 10, 0, 1, 2},
};

static void number(struct list_cell *cell, int n)
{
	snprintf(cell->buf, sizeof cell->buf, "%d", n);
	cell->text = cell->buf;
}

static void unit_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct unit_row *u = &((const struct units_view *)rows)->rows.at[row];

	switch (column) {
	case COL_NAME:
		cell->text = u->name;
		break;
	case COL_KIND:
		if (u->kind == UNIT_COLLECTIVE)
			snprintf(cell->buf, sizeof cell->buf, _("%d members"), u->nmembers);
		cell->text = u->kind == UNIT_COLLECTIVE ? cell->buf : "";
		break;
	case COL_LEAD:
		number(cell, u->nlead);
		break;
	case COL_OTHER:
		number(cell, u->nother);
		break;
	case COL_PEOPLE:
		number(cell, u->npersons);
		/* Nobody can report for it: the office should know. */
		cell->style =
			u->npersons || u->kind == UNIT_COLLECTIVE ? STYLE_NORMAL : STYLE_ERROR;
		break;
	default:
		cell->text = u->aliases;
	}
}

static int64_t unit_id(const void *rows, size_t row)
{
	return ((const struct units_view *)rows)->rows.at[row].id;
}

static const struct list_spec unit_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = unit_cell,
	.id = unit_id,
	.empty = N_("No unit yet: units come with an imported plan, or are added with Tab."),
};

static void units_pane(const struct view *v, size_t row, struct canvas *c)
{
	row_detail_unit(&((const struct units_view *)v->state)->rows.at[row], c);
}

static const struct list_around units_around = {.pane = units_pane};

static int units_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct units_view *u = v->state;

	(void)args;
	(void)e;
	list_screen_init(&u->screen, &unit_spec);
	u->screen.around = &units_around;
	return 0;
}

static int units_load(struct view *v, struct store *s, struct err *e)
{
	struct units_view *u = v->state;
	struct unit_rows rows = {0};
	const char **find;

	if (store_unit_list(s, &v->arena, &rows, e) < 0)
		return -1;
	find = arena_alloc(&v->arena, (rows.n + 1) * sizeof *find);
	for (size_t i = 0; i < rows.n; i++)
		find[i] = find_text(
			&v->arena,
			arena_printf(&v->arena, "%s %s", rows.at[i].name, rows.at[i].aliases),
			rows.at[i].pinyin);
	u->rows = rows;
	list_screen_set(&u->screen, v, u, find, rows.n);
	return 0;
}

static void ask_name(struct app *app)
{
	dialog_write(app, TAG_ADD,
		     &(struct dialog_writing){.title = _("New unit"),
					      .label = _("The name of the unit, in full:"),
					      .draft = "unit:new",
					      .max_chars = 60,
					      .rows = 1});
}

static enum reply ask_new(const struct view *v, struct app *app)
{
	struct err e = ERR_INIT;

	if (session_demand(v->context, ACT_UNIT, 0, &e) < 0)
		app_error(app, &e);
	else
		ask_name(app);
	return REPLY_DONE;
}

static enum reply units_act(struct view *v, struct app *app, enum action a)
{
	struct units_view *u = v->state;
	enum reply reply = list_screen_act(&u->screen, v, app, a);
	int i = list_screen_current(&u->screen);

	if (reply != REPLY_PASS)
		return reply;
	if (a == DO_OPEN && i >= 0) {
		app_push(app, &view_unit, &(struct view_args){.id = u->rows.at[i].id});
		return REPLY_DONE;
	}
	return a == DO_ADD_ROW ? ask_new(v, app) : REPLY_PASS;
}

static enum reply units_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct unit_row row;
	unsigned changes = 0;
	const char *name;
	enum reply own = list_view_resume(v, app, r);

	if (own != REPLY_PASS || !r->ok || r->tag != TAG_ADD)
		return own == REPLY_PASS ? REPLY_DONE : own;
	if (entry_name(&a, r->text, "name", &name, &e) < 0 ||
	    store_unit_add(v->context->store, &who, name,
			   unit_name_is_collective(name) ? UNIT_COLLECTIVE : UNIT_SINGLE, &a, &row,
			   &changes, &e) < 0) {
		ask_name(app); /* what was typed stays, to be corrected */
		app_error(app, &e);
	} else {
		dialog_written(app, r->draft);
		app_info(app, _("%s: added."), row.name);
	}
	app_changed(app, changes);
	arena_free(&a);
	return REPLY_DONE;
}

static bool units_offer(const struct view *v, enum action a)
{
	return a == DO_ADD_ROW ? session_may(v->context, ACT_UNIT, 0) : list_view_offers(v, a);
}

const struct view_ops view_units = {
	.name = "units",
	.title = N_("Units"),
	.scope = SCOPE_ROWS,
	.depends = CHANGE_UNIT | CHANGE_ASSIGNMENT | CHANGE_PERSON | CHANGE_OTHERS,
	.state_size = sizeof(struct units_view),
	.open = units_open,
	.load = units_load,
	.draw = list_view_draw,
	.act = units_act,
	.key = list_view_key,
	.point = list_view_point,
	.offers = units_offer,
	.resume = units_resume,
	.close = list_view_close,
};
