/*
 * view_plan.c - all actions of the plan one works in, as a tree by section. What is shown can be
 * narrowed by the words typed, by the role of one's own unit and by the lamp; a section stays in
 * sight as long as one of its actions does.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "tui/plan/item.h"
#include "tui/part/list_screen.h"
#include "tui/view/narrowing.h"
#include "tui/plan/plan_lines.h"
#include "tui/app/session.h"
#include "tui/plan/task_detail.h"
#include "tui/view/row_detail.h"

struct plan_view {
	struct list_screen screen;
	int64_t section_id;
	struct list_around around;
	struct plan_lines lines;
	struct narrowing narrowing;
	bool assigns;	  /* the post may assign units */
	struct peek peek; /* of the action under the cursor */
};

enum { COL_LAMP, COL_CAUSE, COL_NO, COL_TITLE, COL_LEADS, COL_ROLE, COL_BAR };

static const struct list_column plan_columns[] = {
	/* the worst of all units, unlike the lamp at home, which is that of the own part */
	[COL_LAMP] = {N_("overall"), LIST_TEXT, 0, 0, 0, 0},
	[COL_CAUSE] = {N_("why"), LIST_TEXT, 0, 18, 0, 3},
	[COL_NO] = {N_("no."), LIST_ID, 0, 8, 0, 0},
	[COL_TITLE] = {N_("action"), LIST_TEXT, 22, 0, 3, 0},
	[COL_LEADS] = {N_("led by"), LIST_TEXT, 12, 0, 2, 2},
	[COL_ROLE] = {N_("my role"), LIST_TEXT, 0, 0, 0, 4},
	[COL_BAR] = {N_("overall %"), LIST_BAR, 11, 11, 0, 1},
};

static void plan_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct plan_view *p = rows;
	const struct plan_line *l = &p->lines.at[row];

	if (l->section) {
		cell->style = STYLE_STRONG;
		cell->text = column == COL_TITLE ? l->title : "";
		return;
	}
	switch (column) {
	case COL_LAMP:
		cell->text = lamp_label(l->line->lamp);
		cell->style = lamp_style(l->line->lamp);
		cell->rank = lamp_rank(l->line->lamp);
		break;
	case COL_CAUSE:
		cell->text = l->cause;
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
		cell->rank = l->line->role + 1;
		break;
	default:
		cell->percent = l->line->percent;
	}
}

static bool plan_heading(const void *rows, size_t row)
{
	return ((const struct plan_view *)rows)->lines.at[row].section != NULL;
}

static int64_t plan_id(const void *rows, size_t row)
{
	const struct plan_line *l = &((const struct plan_view *)rows)->lines.at[row];

	return l->section ? -l->section->id : l->action->id;
}

static const struct list_spec plan_spec = {
	.columns = plan_columns,
	.ncolumns = sizeof plan_columns / sizeof plan_columns[0],
	.cell = plan_cell,
	.id = plan_id,
	.heading = plan_heading,
};

static const struct plan_line *plan_current(const struct plan_view *p)
{
	int i = list_screen_current(&p->screen);

	return i < 0 ? NULL : &p->lines.at[i];
}

/* Behind all that may move the cursor. The course is that of the own part, else of the part that
 * makes the lamp. */
static enum reply plan_peek(struct view *v, enum reply reply)
{
	struct plan_view *p = v->state;
	const struct plan_line *l = plan_current(p);
	const struct task_row *part = NULL;

	if (l && !l->section)
		part = l->line->own ? l->line->own : l->line->worst;
	peek_at(&p->peek, v->context, l && !l->section ? l->action->id : 0,
		part ? part->unit_id : 0);
	return reply;
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

static bool plan_fits(const struct view *v, size_t row)
{
	const struct plan_view *p = v->state;

	return narrowing_fits(&p->narrowing, &p->lines.at[row]);
}

static bool plan_is_narrowed(const struct view *v)
{
	return narrowing_is_set(&((const struct plan_view *)v->state)->narrowing);
}

static void plan_widen(struct view *v)
{
	narrowing_clear(&((struct plan_view *)v->state)->narrowing);
}

static void plan_write(const struct view *v, struct strbuf *out)
{
	narrowing_write(&((const struct plan_view *)v->state)->narrowing, out);
}

static void plan_read(struct view *v, const char *text)
{
	narrowing_read(&((struct plan_view *)v->state)->narrowing, text);
}

static enum reply open_roles(struct view *v, struct app *app)
{
	narrowing_role_menu(&((struct plan_view *)v->state)->narrowing, app);
	return REPLY_DONE;
}

static enum reply open_lamps(struct view *v, struct app *app)
{
	(void)v;
	narrowing_lamp_menu(app);
	return REPLY_DONE;
}

static bool plan_counts(const struct view *v, size_t row)
{
	return plan_line_counts(&((const struct plan_view *)v->state)->lines.at[row]);
}

static void plan_head(const struct view *v, struct canvas *c)
{
	const struct plan_view *p = v->state;

	narrowing_draw(&p->narrowing, p->screen.nfound, p->lines.nactions, c, 0);
}

static void plan_pane(const struct view *v, size_t row, struct canvas *c)
{
	const struct plan_view *p = v->state;
	const struct plan_line *l = &p->lines.at[row];

	row_detail_action(l->action, l->line, &p->peek, c);
}

/* Whose part makes the lamp, for who has none; else where the own part stands otherwise, how. Few
 * rows need it: a cursor key does not send a line for the others. Below, how far all of it is. */
static void plan_foot(const struct view *v, size_t row, struct canvas *c)
{
	const struct plan_lines *lines = &((const struct plan_view *)v->state)->lines;
	const struct plan_line *l = &lines->at[row];
	const struct task_row *worst = l->line->worst, *own = l->line->own;
	struct arena a = ARENA_INIT;
	int x = 2;

	canvas_hline(c, 0, 0, c->cols, STYLE_DIM);
	canvas_field(c, 2, 2, c->cols - 3, ALIGN_LEFT, STYLE_DIM, lines->total);
	if (!worst || (own && own->lamp == worst->lamp))
		return;
	if (own)
		x += canvas_printf(c, 1, x, lamp_style(own->lamp),
				   own->percent < 0 ? _("Own part: %s.") : _("Own part: %s, %d%%."),
				   lamp_label(own->lamp), own->percent) +
		     2;
	const char *reason = lamp_reason(&a, worst);
	if (*reason && x < c->cols)
		canvas_field(c, 1, x, c->cols - x, ALIGN_LEFT, STYLE_NORMAL,
			     arena_printf(&a, _("%s: %s"), worst->unit, reason));
	arena_free(&a);
}

static const struct list_narrowing_entry plan_entries[] = {
	{DO_BY_ROLE, N_("Show one role only …"), open_roles},
	{DO_BY_LAMP, N_("Show one lamp only …"), open_lamps},
};

static const struct list_narrowing plan_narrowing = {
	.fits = plan_fits,
	.is_set = plan_is_narrowed,
	.clear = plan_widen,
	.entries = plan_entries,
	.nentries = sizeof plan_entries / sizeof plan_entries[0],
	.write = plan_write,
	.read = plan_read,
};

static const struct list_around plan_around = {
	.head_rows = 1,
	.head = plan_head,
	.pane = plan_pane,
	.foot_rows = 2,
	.foot = plan_foot,
	.counts = plan_counts,
	.narrowing = &plan_narrowing,
};

static int plan_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct plan_view *p = v->state;

	(void)e;
	p->section_id = args->id;
	p->narrowing.own_unit = session_unit(v->context, 0) != 0;
	narrowing_clear(&p->narrowing);
	p->assigns = session_may(v->context, ACT_ASSIGN, 0);
	list_screen_init(&p->screen, &plan_spec);
	p->around = plan_around;
	p->around.foot_rows += !p->narrowing.own_unit;
	p->screen.around = &p->around;
	if (args->tab)
		filter_act(&p->screen.filter, DO_FILTER);
	return 0;
}

static const char *const *find_texts(struct arena *a, const struct plan_lines *lines)
{
	const char **find = arena_alloc(a, (lines->n + 1) * sizeof *find);

	for (size_t i = 0; i < lines->n; i++)
		find[i] = lines->at[i].find;
	return find;
}

static int plan_load(struct view *v, struct store *s, struct err *e)
{
	struct plan_view *p = v->state;
	struct plan_lines lines;
	struct scene scene;

	(void)s;
	if (session_scene(v->context, &v->arena, &scene, e) < 0 ||
	    plan_lines_read(v->context, &v->arena, scene.plan.id, p->section_id, &lines, e) < 0)
		return -1;
	p->lines = lines;
	list_screen_set(&p->screen, v, p, find_texts(&v->arena, &p->lines), lines.n);
	if (!p->narrowing.own_unit)
		columns_hide(&p->screen.columns, COL_ROLE);
	peek_forget(&p->peek);
	plan_peek(v, REPLY_DONE);
	return 0;
}

static void plan_draw(const struct view *v, struct canvas *c)
{
	const struct plan_view *p = v->state;

	if (p->lines.nactions)
		list_view_draw(v, c);
	else
		canvas_paragraph(c, 1, 2, c->cols - 4, c->rows - 1, STYLE_NORMAL,
				 _("There is no plan yet. The coordinating office imports one: "
				   "'duban import FILE' at the shell shows what it reads and asks "
				   "before it stores anything."));
}

/* Who only reads gets the action itself: the menu would hold nothing else to do. */
static enum reply open_item(const struct plan_view *p, struct app *app, const struct item *it)
{
	if (p->narrowing.own_unit || p->assigns)
		return item_menu(app, it);
	app_push(app, &view_action, &(struct view_args){.id = it->action_id});
	return REPLY_DONE;
}

static enum reply act(struct view *v, struct app *app, enum action a)
{
	struct plan_view *p = v->state;
	struct item it;
	bool some;

	if (narrowing_act(&p->narrowing, a)) {
		list_screen_apply(&p->screen, v);
		return REPLY_DONE;
	}
	enum reply reply = list_screen_act(&p->screen, v, app, a);
	some = plan_item(v, &it);
	if (reply != REPLY_PASS)
		return reply;
	if (a == DO_OPEN && some)
		return open_item(p, app, &it);
	return item_act(app, a, some ? &it : NULL);
}

static enum reply plan_act(struct view *v, struct app *app, enum action a)
{
	return plan_peek(v, act(v, app, a));
}

static enum reply plan_key(struct view *v, struct app *app, const struct key *k)
{
	return plan_peek(v, list_view_key(v, app, k));
}

static enum reply plan_point(struct view *v, struct app *app, const struct point *at)
{
	return plan_peek(v, list_view_point(v, app, at));
}

static enum reply resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct plan_view *p = v->state;
	enum reply reply = list_view_resume(v, app, r);
	struct item it;

	if (reply != REPLY_PASS)
		return reply;
	if (narrowing_resume(&p->narrowing, r)) {
		list_screen_apply(&p->screen, v);
		return REPLY_DONE;
	}
	return item_resume(app, r, plan_item(v, &it) ? &it : NULL);
}

static enum reply plan_resume(struct view *v, struct app *app, const struct view_result *r)
{
	return plan_peek(v, resume(v, app, r));
}

static void plan_close(struct view *v)
{
	peek_free(&((struct plan_view *)v->state)->peek);
	list_view_close(v);
}

static bool plan_offers(const struct view *v, enum action a)
{
	struct item it;

	return (a == DO_PRINT || list_view_offers(v, a)) &&
	       item_offers(v->context, a, plan_item(v, &it) ? &it : NULL);
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
	.point = plan_point,
	.resume = plan_resume,
	.offers = plan_offers,
	.close = plan_close,
};
