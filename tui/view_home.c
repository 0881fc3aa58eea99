/*
 * view_home.c - what a unit owes: its tasks in the plan one works in, most urgent first. It is the
 * first screen of a unit's people; the office opens the same screen on any unit.
 */
#include "tui/views.h"

#include "core/i18n.h"
#include "core/lamp.h"
#include "db/change.h"
#include "db/store_task.h"
#include "db/store_unit.h"
#include "tui/columns.h"
#include "tui/filter.h"
#include "tui/item.h"
#include "tui/list.h"
#include "tui/session.h"
#include "tui/task_detail.h"

#include <stdlib.h>

enum { PANE_FROM = 120, PANE_COLS = 40, FOOT_FROM = 12 };

struct home_row {
	const struct task_row *task;
	const char *no, *cause, *milestone;
	const char *find; /* all that the filter looks into */
};

struct home {
	int64_t unit_id; /* 0: the unit of the active post */
	struct scene scene;
	int elsewhere;	       /* tasks of the unit in other open plans */
	struct home_row *rows; /* all, in order */
	size_t nrows;
	const struct home_row **shown; /* those the filter lets through */
	size_t nshown;
	struct list list;
	struct filter filter;
	struct columns columns;
};

enum { COL_LAMP, COL_CAUSE, COL_NO, COL_TITLE, COL_ROLE, COL_BAR, COL_MILESTONE, COL_STATE };

static const struct list_column home_columns[] = {
	[COL_LAMP] = {N_("lamp"), LIST_TEXT, 0, 0, 0, 0},
	[COL_CAUSE] = {N_("why"), LIST_TEXT, 0, 18, 0, 1},
	[COL_NO] = {N_("no."), LIST_ID, 0, 10, 0, 0},
	[COL_TITLE] = {N_("action"), LIST_TEXT, 16, 0, 3, 0},
	[COL_ROLE] = {N_("role"), LIST_TEXT, 0, 0, 0, 3},
	[COL_BAR] = {N_("progress"), LIST_BAR, 11, 11, 0, 2},
	[COL_MILESTONE] = {N_("next milestone"), LIST_TEXT, 16, 0, 2, 4},
	[COL_STATE] = {N_("report"), LIST_TEXT, 0, 0, 0, 0},
};

static int state_style(enum report_state s)
{
	switch (s) {
	case REPORT_RETURNED:
		return STYLE_ERROR;
	case REPORT_SUBMITTED:
	case REPORT_SIGNED:
	case REPORT_ACCEPTED:
		return STYLE_DIM;
	default:
		return STYLE_NORMAL;
	}
}

static void home_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct home *h = rows;
	const struct home_row *r = h->shown[row];
	const struct task_row *t = r->task;

	switch (column) {
	case COL_LAMP:
		cell->text = lamp_label(t->lamp);
		cell->style = lamp_style(t->lamp);
		break;
	case COL_CAUSE:
		cell->text = r->cause;
		cell->style = lamp_style(t->lamp);
		break;
	case COL_NO:
		cell->text = r->no;
		break;
	case COL_TITLE:
		cell->text = t->title;
		break;
	case COL_ROLE:
		cell->text = role_short(t->role);
		break;
	case COL_BAR:
		cell->percent = t->percent;
		break;
	case COL_MILESTONE:
		cell->text = r->milestone;
		break;
	default:
		cell->text = report_state_label(t->report_state);
		cell->style = state_style(t->report_state);
	}
}

static const struct list_spec home_spec = {
	.columns = home_columns,
	.ncolumns = sizeof home_columns / sizeof home_columns[0],
	.cell = home_cell,
	.empty = N_("Nothing here has these words; Esc shows all again."),
};

static const struct home_row *home_current(const struct home *h)
{
	return h->nshown ? h->shown[h->list.cursor] : NULL;
}

static bool home_item(const struct view *v, struct item *it)
{
	const struct home_row *r = home_current(v->state);

	if (!r)
		return false;
	*it = item_of_task(r->task);
	it->no = r->no;
	return true;
}

/* Rows of the list and whether there is a pane beside it or lines below it. */
struct home_layout {
	int list_rows, list_cols;
	bool pane, foot;
	int elsewhere_y; /* line that tells of other plans, or -1 */
};

static struct home_layout home_layout(const struct view *v)
{
	const struct home *h = v->state;
	struct home_layout l = {.list_rows = v->rows, .list_cols = v->cols, .elsewhere_y = -1};

	l.pane = v->cols >= PANE_FROM;
	l.foot = !l.pane && v->rows >= FOOT_FROM;
	if (l.pane)
		l.list_cols -= PANE_COLS + 3;
	if (l.foot)
		l.list_rows -= TASK_FOOT_ROWS;
	if (filter_shown(&h->filter))
		l.list_rows--;
	if (h->elsewhere)
		l.elsewhere_y = --l.list_rows;
	return l;
}

static size_t home_page(const struct view *v)
{
	return list_page(home_layout(v).list_rows);
}

static void home_apply_filter(struct home *h)
{
	const char *words = filter_text(&h->filter);

	h->nshown = 0;
	for (size_t i = 0; i < h->nrows; i++) {
		if (filter_match(words, h->rows[i].find))
			h->shown[h->nshown++] = &h->rows[i];
	}
	list_set_rows(&h->list, h->nshown);
}

static int home_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct home *h = v->state;

	(void)e;
	h->unit_id = args->id;
	filter_init(&h->filter);
	return 0;
}

static void home_close(struct view *v)
{
	filter_free(&((struct home *)v->state)->filter);
}

static int set_title(struct view *v, int64_t unit_id, struct store *s, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct unit_row unit;
	int rc = store_unit_get(s, &a, unit_id, &unit, e);

	if (rc == 0)
		view_set_title(v, arena_printf(&a, _("What %s owes"), unit.name));
	arena_free(&a);
	return rc;
}

static struct home_row home_row_of(struct arena *a, const struct task_row *t, struct date today)
{
	char due[DATE_TEXT];
	struct home_row r = {
		.task = t, .no = item_no(a, t->parent_no, t->no), .cause = lamp_cause(a, t)};

	r.milestone = !t->milestone[0]
			      ? ""
			      : arena_printf(a, "%s %s", date_short(t->milestone_due, today, due),
					     t->milestone);
	r.find = arena_printf(a, "%s %s %s %s %s %s %s", r.no, t->title, t->section_title,
			      r.milestone, role_label(t->role), lamp_label(t->lamp),
			      report_state_label(t->report_state));
	return r;
}

static int64_t current_action(const struct home *h)
{
	const struct home_row *r = home_current(h);

	return r ? r->task->action_id : 0;
}

static void go_to_action(struct view *v, int64_t action_id)
{
	struct home *h = v->state;

	for (size_t i = 0; i < h->nshown; i++) {
		if (h->shown[i]->task->action_id == action_id)
			list_go(&h->list, i, home_page(v));
	}
}

/* Tasks of other plans are only counted; those of this one stay, in their order. */
static int keep_plan(struct task_rows *tasks, int64_t plan_id)
{
	size_t kept = 0;
	int elsewhere;

	for (size_t i = 0; i < tasks->n; i++) {
		if (tasks->at[i].plan_id == plan_id)
			tasks->at[kept++] = tasks->at[i];
	}
	elsewhere = (int)(tasks->n - kept);
	tasks->n = kept;
	return elsewhere;
}

static void home_take(struct view *v, struct task_rows *tasks)
{
	struct home *h = v->state;
	int64_t was = current_action(h);

	if (tasks->n)
		qsort(tasks->at, tasks->n, sizeof *tasks->at, lamp_compare);
	h->nrows = tasks->n;
	h->rows = arena_alloc(&v->arena, (tasks->n + 1) * sizeof *h->rows);
	h->shown = arena_alloc(&v->arena, (tasks->n + 1) * sizeof *h->shown);
	for (size_t i = 0; i < tasks->n; i++) {
		h->rows[i] = home_row_of(&v->arena, &tasks->at[i], v->context->now.today);
		h->shown[i] = &h->rows[i];
	}
	columns_measure(&h->columns, &home_spec, h, h->nrows);
	home_apply_filter(h);
	go_to_action(v, was);
}

static int home_load(struct view *v, struct store *s, struct err *e)
{
	const struct app_context *c = v->context;
	struct home *h = v->state;
	struct actor who = session_actor(c);
	struct task_filter f = {.unit_id = session_unit(c, h->unit_id), .role = -1, .lamp = -1};
	struct task_rows tasks = {0};
	struct scene scene;

	if (session_scene(c, &v->arena, &scene, e) < 0)
		return -1;
	/* A closed plan that one looks at is not among the open ones. */
	if (scene.plan.state == PLAN_CLOSED)
		f.plan_id = scene.plan.id;
	if (scene.plan.id && store_task_list(s, &v->arena, &who, &f, &c->session->rules,
					     c->now.today, &tasks, e) < 0)
		return -1;
	if (h->unit_id && set_title(v, h->unit_id, s, e) < 0)
		return -1;
	h->scene = scene;
	h->elsewhere = keep_plan(&tasks, scene.plan.id);
	home_take(v, &tasks);
	return 0;
}

static const char *home_empty_text(const struct home *h)
{
	if (!h->scene.plan.id)
		return _(
			"There is no plan yet. The coordinating office imports one; then what your "
			"unit owes stands here.");
	return _("Your unit has no part in this plan. All actions are on the main menu (0 or F10); "
		 "the office assigns them.");
}

static void draw_detail(const struct view *v, const struct home_layout *l, struct canvas *c)
{
	const struct home *h = v->state;
	const struct home_row *r = home_current(h);

	if (l->pane) {
		struct canvas pane = canvas_sub(c, 0, l->list_cols + 3, c->rows, PANE_COLS - 1);

		canvas_vline(c, 0, l->list_cols + 1, c->rows, STYLE_DIM);
		if (r)
			task_detail_pane(r->task, r->cause, &pane);
	} else if (l->foot) {
		int y = l->list_rows + (l->elsewhere_y >= 0 ? 1 : 0);
		struct canvas foot = canvas_sub(c, y, 0, TASK_FOOT_ROWS, c->cols);

		if (r)
			task_detail_foot(r->task, &foot);
	}
}

static void draw_elsewhere(const struct home *h, int y, struct canvas *c)
{
	char *text =
		xasprintf(Q_("%d more task in another plan: main menu, another plan",
			     "%d more tasks in other plans: main menu, another plan", h->elsewhere),
			  h->elsewhere);

	canvas_field(c, y, 2, c->cols - 2, ALIGN_LEFT, STYLE_DIM, text);
	free(text);
}

static void home_draw(const struct view *v, struct canvas *c)
{
	const struct home *h = v->state;
	struct home_layout l = home_layout(v);
	struct canvas list = canvas_sub(c, 0, 0, l.list_rows, l.list_cols);

	if (!h->nrows) {
		canvas_paragraph(c, 1, 2, c->cols - 4, c->rows - 1, STYLE_NORMAL,
				 home_empty_text(h));
		return;
	}
	list_draw(&h->list, &h->columns.spec, h, &list, true);
	draw_detail(v, &l, c);
	if (h->elsewhere)
		draw_elsewhere(h, l.elsewhere_y, c);
	if (filter_shown(&h->filter))
		filter_draw(&h->filter, c, c->rows - 1, h->nshown);
}

static bool is_owed(const struct task_row *t)
{
	return t->action_state == ACTION_ACTIVE &&
	       (t->report_state == REPORT_NONE || t->report_state == REPORT_DRAFT ||
		t->report_state == REPORT_RETURNED);
}

static enum reply next_due(struct view *v, struct app *app)
{
	struct home *h = v->state;

	for (size_t step = 1; step <= h->nshown; step++) {
		size_t i = (h->list.cursor + step) % h->nshown;

		if (is_owed(h->shown[i]->task)) {
			list_go(&h->list, i, home_page(v));
			return REPLY_DONE;
		}
	}
	app_info(app, "%s", _("Nothing is owed here any more."));
	return REPLY_DONE;
}

static enum reply home_act(struct view *v, struct app *app, enum action a)
{
	struct home *h = v->state;
	enum filter_event f = filter_act(&h->filter, a);
	struct item it;
	bool some;

	if (f == FILTER_CHANGED)
		home_apply_filter(h);
	if (f != FILTER_PASS)
		return REPLY_DONE;
	if (list_act(&h->list, a, home_page(v)) != LIST_PASS)
		return REPLY_DONE;
	some = home_item(v, &it);
	if (a == DO_OPEN && some)
		return item_menu(app, &it);
	if (a == DO_NEXT_DUE)
		return next_due(v, app);
	return item_act(app, a, some ? &it : NULL);
}

static enum reply home_key(struct view *v, struct app *app, const struct key *k)
{
	struct home *h = v->state;
	enum filter_event f = filter_key(&h->filter, k);

	(void)app;
	if (f == FILTER_CHANGED)
		home_apply_filter(h);
	if (f != FILTER_PASS)
		return REPLY_DONE;
	return list_key(&h->list, k, &h->columns.spec, h, home_page(v)) == LIST_PASS ? REPLY_PASS
										     : REPLY_DONE;
}

static enum reply home_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct item it;

	return item_resume(app, r, home_item(v, &it) ? &it : NULL);
}

static bool home_offers(const struct view *v, enum action a)
{
	struct item it;

	return item_offers(v->context, a, home_item(v, &it) ? &it : NULL);
}

const struct view_ops view_home = {
	.name = "home",
	.title = N_("What I owe"),
	.scope = SCOPE_HOME,
	.depends = CHANGE_ANY & ~(unsigned)(CHANGE_PERSON | CHANGE_DRAFT),
	.state_size = sizeof(struct home),
	.open = home_open,
	.load = home_load,
	.draw = home_draw,
	.act = home_act,
	.key = home_key,
	.resume = home_resume,
	.offers = home_offers,
	.close = home_close,
};
