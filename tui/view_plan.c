/*
 * view_plan.c - all actions of the plan one works in, as a tree by section. What is shown can be
 * narrowed by the words typed, by the role of one's own unit and by the lamp; a section stays in
 * sight as long as one of its actions does.
 */
#include "tui/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "tui/columns.h"
#include "tui/filter.h"
#include "tui/item.h"
#include "tui/list.h"
#include "tui/menu.h"
#include "tui/plan_lines.h"
#include "tui/session.h"
#include "tui/task_detail.h"

#include <stdlib.h>

enum { TAG_ROLE = 1, TAG_LAMP, TAG_SECTION };

/* What the role filter can be set to: all, a role of the own unit, or no unit at all. */
enum { ROLES_ALL = -1, ROLES_UNASSIGNED = ROLE_COUNT };

struct plan_view {
	int64_t section_id;
	struct plan_lines lines;
	const struct plan_line **shown; /* what is found, with its headings */
	size_t nshown, nfound;		/* nfound: without headings */
	struct list list;
	struct filter filter;
	struct columns columns;
	int role, lamp;
	bool own_unit, assigns;
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

/* An action without units whose sub-actions have none either. */
static bool is_unassigned(const struct plan_line *l)
{
	return l->line->nunits == 0 && !l->has_parts;
}

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
		cell->text = p->assigns && is_unassigned(l) ? _("no unit yet") : l->line->leads;
		cell->style = is_unassigned(l) ? STYLE_DIM : STYLE_NORMAL;
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
		.action_id = l->action->id,
		.plan_id = l->action->plan_id,
		.unit_id = l->line->mine ? session_unit(v->context, 0) : 0,
		.no = l->no,
		.title = l->action->title,
		.percent = -1,
	};
	return true;
}

static size_t plan_page(const struct view *v)
{
	const struct plan_view *p = v->state;

	return list_page(v->rows - 1 - (filter_shown(&p->filter) ? 1 : 0));
}

static bool role_fits(const struct plan_view *p, const struct plan_line *l)
{
	if (p->role == ROLES_UNASSIGNED)
		return is_unassigned(l);
	return p->role == ROLES_ALL || l->line->role == p->role;
}

static bool is_found(const struct plan_view *p, const struct plan_line *l)
{
	return role_fits(p, l) && (p->lamp < 0 || (int)l->line->lamp == p->lamp) &&
	       filter_match(filter_text(&p->filter), l->find);
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
		p->nfound++;
	}
	list_set_rows(&p->list, p->nshown);
}

static int plan_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct plan_view *p = v->state;

	(void)e;
	p->section_id = args->id;
	p->role = ROLES_ALL;
	p->lamp = -1;
	p->own_unit = session_unit(v->context, 0) != 0;
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
	if (!p->own_unit)
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

static const char *role_choice(int role)
{
	if (role == ROLES_UNASSIGNED)
		return _("no unit yet");
	return role == ROLES_ALL ? _("all") : role_label((enum role)role);
}

static const char *lamp_choice(int lamp)
{
	return lamp < 0 ? _("all") : lamp_label((enum lamp)lamp);
}

static void draw_narrowing(const struct plan_view *p, struct canvas *c)
{
	int x = canvas_printf(c, 0, 2, STYLE_DIM, "%s ", p->own_unit ? _("my role") : _("units"));

	x += canvas_printf(c, 0, 2 + x, p->role == ROLES_ALL ? STYLE_NORMAL : STYLE_STRONG,
			   "< %s >", role_choice(p->role));
	x += canvas_printf(c, 0, 2 + x, STYLE_DIM, "   %s ", _("lamp"));
	canvas_printf(c, 0, 2 + x, p->lamp < 0 ? STYLE_NORMAL : STYLE_STRONG, "< %s >",
		      lamp_choice(p->lamp));
	char *count = xasprintf(_("%zu of %zu actions"), p->nfound, p->lines.nactions);
	canvas_field(c, 0, c->cols - 24, 22, ALIGN_RIGHT, STYLE_DIM, count);
	free(count);
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
	draw_narrowing(p, c);
	list_draw(&p->list, &p->columns.spec, p, &list, true);
	if (filter)
		filter_draw(&p->filter, c, c->rows - 1, p->nfound);
}

/* The next value after `now` of -1, 0 … n-1 in a ring, or the one before. */
static int turn(int now, int n, int step)
{
	int ring = n + 1;

	return (now + 1 + step + ring) % ring - 1;
}

/* Who has no unit cannot have a role: all, or what nobody answers for. */
static int turn_role(const struct plan_view *p, int step)
{
	if (!p->own_unit)
		return p->role == ROLES_ALL ? ROLES_UNASSIGNED : ROLES_ALL;
	return turn(p->role, ROLE_COUNT, step);
}

static enum reply narrow(struct plan_view *p, int role, int lamp)
{
	p->role = role;
	p->lamp = lamp;
	plan_apply(p);
	return REPLY_DONE;
}

static enum reply menu_of_roles(struct app *app, const struct plan_view *p)
{
	struct menu_entry entries[ROLE_COUNT + 1];
	size_t n = 0;

	for (int role = ROLES_ALL; role <= ROLES_UNASSIGNED; role++) {
		if (role == ROLES_ALL || p->own_unit == (role != ROLES_UNASSIGNED))
			entries[n++] = (struct menu_entry){.text = role_choice(role), .id = role};
	}
	menu_open(app, TAG_ROLE, p->own_unit ? _("my role") : _("units"), entries, n);
	return REPLY_DONE;
}

static enum reply menu_of_lamps(struct app *app)
{
	struct menu_entry entries[LAMP_COUNT + 1];
	size_t n = 0;

	entries[n++] = (struct menu_entry){.text = lamp_choice(-1), .id = -1};
	for (int lamp = LAMP_COUNT - 1; lamp >= 0; lamp--)
		entries[n++] = (struct menu_entry){.text = lamp_choice(lamp), .id = lamp};
	menu_open(app, TAG_LAMP, _("lamp"), entries, n);
	return REPLY_DONE;
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

	menu_open(app, TAG_SECTION, _("What is shown"), entries, sizeof ids / sizeof ids[0]);
	return REPLY_DONE;
}

/* Back first gives the whole list back, and leaves only then. */
static bool undo_narrowing(struct plan_view *p)
{
	if (p->role == ROLES_ALL && p->lamp < 0 && !filter_shown(&p->filter))
		return false;
	filter_act(&p->filter, DO_BACK);
	narrow(p, ROLES_ALL, -1);
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
	switch (a) {
	case DO_BY_ROLE:
		return narrow(p, turn_role(p, 1), p->lamp);
	case DO_LEFT:
		return narrow(p, turn_role(p, -1), p->lamp);
	case DO_BY_LAMP:
		return narrow(p, p->role, turn(p->lamp, LAMP_COUNT, -1));
	case DO_PREV_PANE:
		return narrow(p, p->role, turn(p->lamp, LAMP_COUNT, 1));
	case DO_BACK:
		return undo_narrowing(p) ? REPLY_DONE : REPLY_PASS;
	case DO_OPEN:
		return open_line(v, app);
	default:
		break;
	}
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
		return menu_of_roles(app, p);
	case DO_BY_LAMP:
		return menu_of_lamps(app);
	case DO_FILTER:
		filter_act(&p->filter, DO_FILTER);
		return REPLY_DONE;
	default:
		undo_narrowing(p);
		return REPLY_DONE;
	}
}

static enum reply plan_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct plan_view *p = v->state;
	struct item it;

	if (r->ok && r->tag == TAG_ROLE)
		return narrow(p, (int)r->id, p->lamp);
	if (r->ok && r->tag == TAG_LAMP)
		return narrow(p, p->role, (int)r->id);
	if (r->ok && r->tag == TAG_SECTION)
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
