/*
 * view_plan.c - all actions of the plan one works in, as a tree by section. What is shown can be
 * narrowed by the words typed, by the role of one's own unit and by the lamp; a section stays in
 * sight as long as one of its actions does.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "tui/part/columns.h"
#include "tui/part/filter.h"
#include "tui/view/item.h"
#include "tui/part/list.h"
#include "tui/part/menu.h"
#include "tui/view/narrowing.h"
#include "tui/view/plan_lines.h"
#include "tui/app/session.h"
#include "tui/view/task_detail.h"

#include <stdlib.h>

enum { TAG_SHOWN = 1 };

struct plan_view {
	int64_t section_id;
	struct plan_lines lines;
	const struct plan_line **shown; /* what is found, with its headings */
	size_t nshown, nfound;		/* nfound: without headings */
	struct list list;
	struct filter filter;
	struct columns columns;
	struct narrowing narrowing;
	bool assigns; /* the post may assign units */
};

enum { COL_LAMP, COL_NO, COL_TITLE, COL_LEADS, COL_ROLE, COL_BAR };

static const struct list_column plan_columns[] = {
	[COL_LAMP] = {N_("lamp"), LIST_TEXT, 0, 0, 0, 0},
	[COL_NO] = {N_("no."), LIST_ID, 0, 8, 0, 0},
	[COL_TITLE] = {N_("action"), LIST_TEXT, 22, 0, 3, 0},
	[COL_LEADS] = {N_("led by"), LIST_TEXT, 12, 0, 2, 2},
	[COL_ROLE] = {N_("my role"), LIST_TEXT, 0, 0, 0, 3},
	[COL_BAR] = {N_("progress"), LIST_BAR, 11, 11, 0, 1},
};

static void plan_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct plan_view *p = rows;
	const struct plan_line *l = p->shown[row];

	if (l->section) {
		cell->style = STYLE_STRONG;
		cell->text = column == COL_TITLE ? l->title : "";
		return;
	}
	switch (column) {
	case COL_LAMP:
		cell->text = lamp_label(l->line->lamp);
		cell->style = lamp_style(l->line->lamp);
		break;
	case COL_NO:
		cell->text = l->no;
		break;
	case COL_TITLE:
		cell->text = l->title;
		break;
	case COL_LEADS:
		cell->text =
			p->assigns && plan_line_unassigned(l) ? _("no unit yet") : l->line->leads;
		cell->style = plan_line_unassigned(l) ? STYLE_DIM : STYLE_NORMAL;
		break;
	case COL_ROLE:
		cell->text = l->line->role < 0 ? "" : role_short((enum role)l->line->role);
		break;
	default:
		cell->percent = l->line->percent;
	}
}

static const struct list_spec plan_spec = {
	.columns = plan_columns,
	.ncolumns = sizeof plan_columns / sizeof plan_columns[0],
	.cell = plan_cell,
	.empty = N_("No action is like this; Esc shows all again."),
};

static const struct plan_line *plan_current(const struct plan_view *p)
{
	return p->nshown ? p->shown[p->list.cursor] : NULL;
}

static bool plan_item(const struct view *v, struct item *it)
{
	const struct plan_line *l = plan_current(v->state);

	if (!l || l->section)
		return false;
	*it = (struct item){
		.action_id = l->action->id, .plan_id = l->action->plan_id, .percent = -1};
	if (l->task)
		*it = item_of_task(l->task);
	it->no = l->no;
	it->title = l->action->title;
	return true;
}

static size_t plan_page(const struct view *v)
{
	const struct plan_view *p = v->state;

	return list_page(v->rows - 1 - (filter_shown(&p->filter) ? 1 : 0));
}

static bool is_found(const struct plan_view *p, const struct plan_line *l)
{
	return narrowing_fits(&p->narrowing, l) && filter_match(filter_text(&p->filter), l->find);
}

/* A heading waits until the first action below it is found. */
static void plan_apply(struct plan_view *p)
{
	const struct plan_line *heading = NULL;

	p->nshown = p->nfound = 0;
	for (size_t i = 0; i < p->lines.n; i++) {
		const struct plan_line *l = &p->lines.at[i];

		if (l->section) {
			heading = l;
			continue;
		}
		if (!is_found(p, l))
			continue;
		if (heading)
			p->shown[p->nshown++] = heading;
		heading = NULL;
		p->shown[p->nshown++] = l;
		p->nfound += plan_line_counts(l);
	}
	list_set_rows(&p->list, p->nshown);
}

static int plan_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct plan_view *p = v->state;

	(void)e;
	p->section_id = args->id;
	p->narrowing.own_unit = session_unit(v->context, 0) != 0;
	narrowing_clear(&p->narrowing);
	p->assigns = session_may(v->context, ACT_ASSIGN, 0);
	filter_init(&p->filter);
	if (args->tab)
		filter_act(&p->filter, DO_FILTER);
	return 0;
}

static void plan_close(struct view *v)
{
	filter_free(&((struct plan_view *)v->state)->filter);
}

static void go_to(struct view *v, int64_t action_id)
{
	struct plan_view *p = v->state;

	for (size_t i = 0; i < p->nshown; i++) {
		if (p->shown[i]->action && p->shown[i]->action->id == action_id)
			list_go(&p->list, i, plan_page(v));
	}
}

static void plan_take(struct view *v)
{
	struct plan_view *p = v->state;

	for (size_t i = 0; i < p->lines.n; i++)
		p->shown[i] = &p->lines.at[i];
	columns_measure(&p->columns, &plan_spec, p, p->lines.n);
	if (!p->narrowing.own_unit)
		columns_hide(&p->columns, COL_ROLE);
	plan_apply(p);
}

static int plan_load(struct view *v, struct store *s, struct err *e)
{
	struct plan_view *p = v->state;
	const struct plan_line *at = plan_current(p);
	int64_t was = at && at->action ? at->action->id : 0;
	struct plan_lines lines;
	struct scene scene;

	(void)s;
	if (session_scene(v->context, &v->arena, &scene, e) < 0 ||
	    plan_lines_read(v->context, &v->arena, scene.plan.id, p->section_id, &lines, e) < 0)
		return -1;
	p->lines = lines;
	p->shown = arena_alloc(&v->arena, (lines.n + 1) * sizeof *p->shown);
	plan_take(v);
	if (was)
		go_to(v, was);
	else if (p->nshown > 1 && p->shown[0]->section)
		list_go(&p->list, 1, plan_page(v));
	return 0;
}

static void plan_draw(const struct view *v, struct canvas *c)
{
	const struct plan_view *p = v->state;
	bool filter = filter_shown(&p->filter);
	struct canvas list = canvas_sub(c, 1, 0, c->rows - 1 - (filter ? 1 : 0), c->cols);

	if (!p->lines.nactions) {
		canvas_paragraph(c, 1, 2, c->cols - 4, c->rows - 1, STYLE_NORMAL,
				 _("There is no plan yet. The coordinating office imports one: "
				   "'duban import FILE' at the shell shows what it reads and asks "
				   "before it stores anything."));
		return;
	}
	narrowing_draw(&p->narrowing, p->nfound, p->lines.nactions, c, 0);
	list_draw(&p->list, &p->columns.spec, p, &list, true);
	if (filter)
		filter_draw(&p->filter, c, c->rows - 1, p->nfound);
}

/* The menu of a heading, and of an empty list: how to narrow what is shown. */
static enum reply menu_of_list(struct app *app)
{
	static const enum action ids[] = {DO_FILTER, DO_BY_ROLE, DO_BY_LAMP, DO_BACK};
	const struct menu_entry entries[] = {
		{.text = _("Find by words"), .id = ids[0]},
		{.text = _("Show one role only"), .id = ids[1]},
		{.text = _("Show one lamp only"), .id = ids[2]},
		{.text = _("Show all again"), .id = ids[3]},
	};

	menu_open(app, TAG_SHOWN, _("What is shown"), entries, sizeof ids / sizeof ids[0]);
	return REPLY_DONE;
}

/* Back first gives the whole list back, and leaves only then. */
static bool show_all(struct plan_view *p)
{
	if (!narrowing_is_set(&p->narrowing) && !filter_shown(&p->filter))
		return false;
	filter_act(&p->filter, DO_BACK);
	narrowing_clear(&p->narrowing);
	plan_apply(p);
	return true;
}

static enum reply open_line(struct view *v, struct app *app)
{
	struct item it;

	return plan_item(v, &it) ? item_menu(app, &it) : menu_of_list(app);
}

static enum reply plan_act(struct view *v, struct app *app, enum action a)
{
	struct plan_view *p = v->state;
	enum filter_event f = filter_act(&p->filter, a);
	struct item it;

	if (f == FILTER_CHANGED)
		plan_apply(p);
	if (f != FILTER_PASS)
		return REPLY_DONE;
	if (narrowing_act(&p->narrowing, a)) {
		plan_apply(p);
		return REPLY_DONE;
	}
	if (a == DO_BACK)
		return show_all(p) ? REPLY_DONE : REPLY_PASS;
	if (a == DO_OPEN)
		return open_line(v, app);
	if (list_act(&p->list, a, plan_page(v)) != LIST_PASS)
		return REPLY_DONE;
	return item_act(app, a, plan_item(v, &it) ? &it : NULL);
}

static enum reply plan_key(struct view *v, struct app *app, const struct key *k)
{
	struct plan_view *p = v->state;
	enum filter_event f = filter_key(&p->filter, k);

	(void)app;
	if (f == FILTER_CHANGED)
		plan_apply(p);
	if (f != FILTER_PASS)
		return REPLY_DONE;
	return list_key(&p->list, k, &p->columns.spec, p, plan_page(v)) == LIST_PASS ? REPLY_PASS
										     : REPLY_DONE;
}

static enum reply chosen_of_list(struct plan_view *p, struct app *app, enum action a)
{
	switch (a) {
	case DO_BY_ROLE:
		narrowing_role_menu(&p->narrowing, app);
		return REPLY_DONE;
	case DO_BY_LAMP:
		narrowing_lamp_menu(app);
		return REPLY_DONE;
	case DO_FILTER:
		filter_act(&p->filter, DO_FILTER);
		return REPLY_DONE;
	default:
		show_all(p);
		return REPLY_DONE;
	}
}

static enum reply plan_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct plan_view *p = v->state;
	struct item it;

	if (narrowing_resume(&p->narrowing, r)) {
		plan_apply(p);
		return REPLY_DONE;
	}
	if (r->ok && r->tag == TAG_SHOWN)
		return chosen_of_list(p, app, (enum action)r->id);
	return item_resume(app, r, plan_item(v, &it) ? &it : NULL);
}

static bool plan_offers(const struct view *v, enum action a)
{
	struct item it;

	return item_offers(v->context, a, plan_item(v, &it) ? &it : NULL);
}

const struct view_ops view_plan = {
	.name = "plan",
	.title = N_("All actions"),
	.scope = SCOPE_PLAN,
	.depends = CHANGE_ANY & ~(unsigned)(CHANGE_PERSON | CHANGE_DRAFT | CHANGE_EVIDENCE),
	.state_size = sizeof(struct plan_view),
	.open = plan_open,
	.load = plan_load,
	.draw = plan_draw,
	.act = plan_act,
	.key = plan_key,
	.resume = plan_resume,
	.offers = plan_offers,
	.close = plan_close,
};
