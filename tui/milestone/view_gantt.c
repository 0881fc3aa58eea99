/*
 * view_gantt.c - the year as a strip: a row an action, a column or more a month, and on it the
 * action's milestones by how they stand, the day it is to be done by, and today. What the signs of
 * the action under the cursor are stands below in words. Enter opens the action.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "core/rule/milestone.h"
#include "core/text/utf8.h"
#include "db/change.h"
#include "db/report/store_milestone.h"
#include "db/plan/store_plan.h"
#include "db/plan/store_task.h"
#include "tui/app/session.h"
#include "tui/part/list.h"
#include "tui/milestone/gantt_strip.h"
#include "tui/milestone/milestone_faces.h"

enum { TITLE_LEAST = 23, MONTH_GOOD = 3, MONTH_MOST = 12, MARKER = 2, YEARS = 10 };

struct gantt {
	struct milestone_scope scope;
	int year;
	VEC(struct gantt_strip) strips;
	int no_cols, title_cols; /* of the widest number and title */
	struct list list;
	bool ordered;			/* a milestone waits for another */
	const struct lamp_rules *rules; /* of the session */
	struct date today;
};

static int gantt_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct gantt *g = v->state;

	(void)e;
	g->scope = (struct milestone_scope){args->id, args->id2};
	g->year = v->context->now.today.y;
	return 0;
}

static void add_strip(struct arena *a, struct gantt *g, int64_t id, const char *no,
		      const char *title, struct date due)
{
	struct gantt_strip *last = g->strips.n ? &g->strips.at[g->strips.n - 1] : NULL;
	int cols = utf8_cols(no);

	if (last && last->action_id == id) /* the shares of several units in one action */
		return;
	*vec_push(a, &g->strips) = (struct gantt_strip){id, no, title, due, {0}};
	g->no_cols = cols > g->no_cols ? cols : g->no_cols;
	cols = utf8_cols(title);
	g->title_cols = cols > g->title_cols ? cols : g->title_cols;
}

/* A unit's actions are those it takes part in. */
static int add_of_unit(struct view *v, struct store *s, struct gantt *g, struct err *e)
{
	const struct app_context *c = v->context;
	struct actor who = session_actor(c);
	struct task_filter f = {.plan_id = c->session->plan_id,
				.unit_id = g->scope.unit_id,
				.action_id = g->scope.action_id,
				.role = -1,
				.lamp = -1};
	struct task_rows tasks = {0};

	if (store_task_list(s, &v->arena, &who, &f, &c->session->rules, c->now.today, &tasks, e) <
	    0)
		return -1;
	for (size_t i = 0; i < tasks.n; i++) {
		const struct task_row *t = &tasks.at[i];

		add_strip(&v->arena, g, t->action_id, t->path, t->title, t->due);
	}
	return 0;
}

static int add_of_plan(struct view *v, struct store *s, struct gantt *g, struct err *e)
{
	struct actor who = session_actor(v->context);
	struct action_rows actions = {0};

	if (store_action_list(s, &v->arena, &who, v->context->session->plan_id, &actions, e) < 0)
		return -1;
	for (size_t i = 0; i < actions.n; i++) {
		const struct action_row *r = &actions.at[i];

		if (!g->scope.action_id || g->scope.action_id == r->id)
			add_strip(&v->arena, g, r->id, r->path, r->title, r->due);
	}
	return 0;
}

static void add_mark(struct arena *a, struct gantt *g, const struct milestone_row *m)
{
	for (size_t i = 0; i < g->strips.n; i++) {
		if (g->strips.at[i].action_id == m->action_id) {
			*vec_push(a, &g->strips.at[i].marks) = m;
			g->ordered |= m->after_id != 0;
			return;
		}
	}
}

static int gantt_load(struct view *v, struct store *s, struct err *e)
{
	const struct app_context *c = v->context;
	struct gantt *g = v->state, next = *g;
	struct actor who = session_actor(c);
	struct milestone_filter f = {.plan_id = c->session->plan_id,
				     .action_id = g->scope.action_id,
				     .unit_id = g->scope.unit_id};
	struct milestone_rows *rows = arena_alloc(&v->arena, sizeof *rows);
	bool unit = g->scope.unit_id != 0;

	next.strips.at = NULL;
	next.strips.n = next.strips.cap = 0;
	next.no_cols = next.title_cols = 0;
	next.ordered = false;
	if (f.plan_id && ((unit ? add_of_unit(v, s, &next, e) : add_of_plan(v, s, &next, e)) < 0 ||
			  store_milestone_list(s, &v->arena, &who, &f, rows, e) < 0))
		return -1;
	for (size_t i = 0; i < rows->n; i++)
		add_mark(&v->arena, &next, &rows->at[i]);
	next.rules = &c->session->rules;
	next.today = c->now.today;
	list_set_rows(&next.list, next.strips.n);
	*g = next;
	view_set_title(v, arena_printf(&v->arena, _("Milestones: %d"), g->year));
	return 0;
}

/* Where the parts are. The strip has `month_cols` for each month and ends at the right edge. */
struct gantt_layout {
	int month_cols, strip_x;
	int rows; /* of actions, with the head */
	int foot; /* lines of words below a rule */
};

/* The strip takes what the titles leave; a short month is worth more than a whole title. */
static int month_cols(const struct gantt *g, int cols)
{
	int whole = MARKER + g->no_cols + 1 + g->title_cols + 1;
	int most = (cols - TITLE_LEAST) / GANTT_MONTHS, here = (cols - whole) / GANTT_MONTHS;

	most = most > MONTH_MOST ? MONTH_MOST : most;
	here = here < MONTH_GOOD ? MONTH_GOOD : here;
	here = here > most ? most : here;
	return here < 1 ? 1 : here;
}

static struct gantt_layout gantt_layout(const struct gantt *g, int cols, int rows)
{
	struct gantt_layout l = {.month_cols = month_cols(g, cols)};

	l.strip_x = cols - l.month_cols * GANTT_MONTHS;
	l.foot = rows >= 36 ? 8 : rows >= 16 ? 4 : 0;
	l.rows = rows - FACES_ROWS - 1 - (l.foot ? l.foot + 1 : 0); /* 1: the legend */
	return l;
}

static void draw_months(const struct gantt *g, const struct gantt_layout *l, struct canvas *c)
{
	canvas_fill_row(c, 0, STYLE_HEADER);
	canvas_field(c, 0, MARKER, l->strip_x - MARKER - 6, ALIGN_LEFT, STYLE_HEADER, _("action"));
	canvas_printf(c, 0, l->strip_x - 5, STYLE_HEADER, "%d", g->year);
	/* Narrow months: those that begin a quarter. */
	for (int m = 0; m < GANTT_MONTHS; m += l->month_cols < MONTH_GOOD ? 3 : 1)
		canvas_printf(c, 0, l->strip_x + m * l->month_cols, STYLE_HEADER, "%d", m + 1);
}

static void draw_strip(const struct gantt *g, const struct gantt_layout *l,
		       const struct gantt_strip *s, struct canvas *c, int y)
{
	const struct gantt_year year = {g->year, l->month_cols, g->today, g->rules};
	struct canvas months = canvas_sub(c, y, l->strip_x, 1, l->month_cols * GANTT_MONTHS);
	int title_x = MARKER + g->no_cols + 1;

	canvas_text(c, y, MARKER, STYLE_NORMAL, s->no);
	canvas_field(c, y, title_x, l->strip_x - title_x - 1, ALIGN_LEFT, STYLE_NORMAL, s->title);
	gantt_strip_draw(&year, s, &months, 0);
}

static size_t gantt_page(const struct gantt_layout *l)
{
	return list_page(l->rows);
}

static void draw_strips(const struct gantt *g, const struct gantt_layout *l, struct canvas *c)
{
	size_t page = gantt_page(l), top = g->list.top;

	/* The window may have become smaller since the cursor was there. */
	if (g->list.cursor >= top + page)
		top = g->list.cursor - page + 1;
	for (size_t i = 0; i < page && top + i < g->strips.n; i++) {
		int y = (int)i + 1;

		draw_strip(g, l, &g->strips.at[top + i], c, y);
		canvas_target(c, y, 0, 1, c->cols, TARGET_ROW, (int)(top + i));
		if (top + i != g->list.cursor)
			continue;
		canvas_text(c, y, 0, STYLE_NORMAL, canvas_marker(c));
		canvas_select(c, y, 1, l->strip_x - 2);
	}
	canvas_more(c, (int)top, (int)g->strips.n - (int)(top + page));
}

static void draw_in_words(const struct gantt *g, const struct milestone_row *m, struct canvas *c,
			  int y)
{
	struct arena a = ARENA_INIT;
	const char *order = milestone_order_label(&a, m);
	int cols = utf8_cols(order), x = c->cols - cols - 1;
	struct canvas line = canvas_sub(c, y, 0, 1, *order && x > c->cols / 3 ? x - 1 : c->cols);

	milestone_line(m, milestone_mark(m, g->today, g->rules), g->today, &line, 0, 2, false);
	if (line.cols < c->cols)
		canvas_text(c, y, x, milestone_order_style(m), order);
	arena_free(&a);
}

/* The milestones of the action under the cursor in words: those of this year, or as many as there
 * is room for from the first that is not done. */
static void draw_foot(const struct gantt *g, struct canvas *c)
{
	const struct gantt_strip *s = &g->strips.at[g->list.cursor];
	char due[DATE_TEXT];
	size_t first = 0;
	int y = 1;

	canvas_hline(c, 0, 0, c->cols, STYLE_DIM);
	if (date_is_set(s->due))
		canvas_printf(c, 0, 2, STYLE_STRONG, _(" To be done by %s "),
			      date_format(s->due, due));
	if (!s->marks.n)
		canvas_field(c, 1, 2, c->cols - 2, ALIGN_LEFT, STYLE_DIM,
			     _("This action has no milestones."));
	while (first + (size_t)c->rows - 1 < s->marks.n &&
	       (s->marks.at[first]->due.y < g->year || s->marks.at[first]->state != MILESTONE_OPEN))
		first++;
	for (size_t i = first; i < s->marks.n && y < c->rows; i++) {
		const struct milestone_row *m = s->marks.at[i];

		draw_in_words(g, m, c, y++);
	}
}

static void gantt_draw(const struct view *v, struct canvas *c)
{
	const struct gantt *g = v->state;
	struct gantt_layout l = gantt_layout(g, c->cols, c->rows);
	struct canvas table = canvas_sub(c, FACES_ROWS, 0, l.rows, c->cols);
	struct canvas foot = canvas_sub(c, FACES_ROWS + l.rows, 0, l.foot + 1, c->cols);

	milestone_faces_draw(FACE_STRIP, c);
	if (!g->strips.n) {
		canvas_paragraph(c, FACES_ROWS + 1, MARKER, c->cols - 2 * MARKER, c->rows,
				 STYLE_DIM, _("There is no action here."));
		return;
	}
	draw_months(g, &l, &table);
	draw_strips(g, &l, &table);
	if (l.foot)
		draw_foot(g, &foot);
	milestone_legend(c, c->rows - 1, true, g->ordered);
}

static enum reply go_year(struct gantt *g, int by)
{
	int distance = g->year + by - g->today.y;

	if (distance < -YEARS || distance > YEARS)
		return REPLY_DONE;
	g->year += by;
	return REPLY_RELOAD;
}

static enum reply open_strip(const struct gantt *g, struct app *app)
{
	app_push(app, &view_action,
		 &(struct view_args){.id = g->strips.at[g->list.cursor].action_id,
				     .id2 = g->scope.unit_id,
				     .tab = ACTION_TAB_MILESTONES});
	return REPLY_DONE;
}

static enum reply gantt_act(struct view *v, struct app *app, enum action a)
{
	struct gantt *g = v->state;
	struct gantt_layout l = gantt_layout(g, v->cols, v->rows);

	if (a == DO_LEFT || a == DO_RIGHT)
		return go_year(g, a == DO_LEFT ? -1 : 1);
	if (list_act(&g->list, a, gantt_page(&l)) != LIST_PASS)
		return REPLY_DONE;
	if (a == DO_OPEN && g->strips.n)
		return open_strip(g, app);
	return milestone_faces_act(app, FACE_STRIP, &g->scope, a);
}

/* A click goes to a row, and opens the one under the cursor. */
static enum reply gantt_point(struct view *v, struct app *app, const struct point *p)
{
	struct gantt *g = v->state;
	struct gantt_layout l = gantt_layout(g, v->cols, v->rows);
	size_t row = (size_t)p->index;

	if (!point_on(p, TARGET_ROW) || row >= g->strips.n)
		return milestone_faces_point(app, FACE_STRIP, &g->scope, p);
	if (row == g->list.cursor)
		return open_strip(g, app);
	list_go(&g->list, row, gantt_page(&l));
	return REPLY_DONE;
}

static bool gantt_offers(const struct view *v, enum action a)
{
	const struct gantt *g = v->state;

	return a != DO_PRINT && a != DO_ADD && a != DO_LIST_MENU && (a != DO_OPEN || g->strips.n);
}

const struct view_ops view_gantt = {
	.name = "gantt",
	.title = N_("Milestones"),
	.scope = SCOPE_FACES,
	.depends = CHANGE_MILESTONE | CHANGE_PLAN | CHANGE_POLICY | CHANGE_OTHERS,
	.state_size = sizeof(struct gantt),
	.open = gantt_open,
	.load = gantt_load,
	.draw = gantt_draw,
	.act = gantt_act,
	.point = gantt_point,
	.offers = gantt_offers,
};
