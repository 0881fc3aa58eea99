/*
 * view_home.c - what a unit owes: its tasks in the plan one works in, most urgent first. It is the
 * first screen of a unit's people; the office opens the same screen on any unit.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/store_task.h"
#include "db/store_unit.h"
#include "tui/part/filter.h"
#include "tui/part/list.h"
#include "tui/app/session.h"
#include "tui/view/task_detail.h"
#include "tui/view/task_rows.h"

#include <stdlib.h>

enum { PANE_FROM = 120, PANE_COLS = 40, FOOT_FROM = 12 };

struct home {
	int64_t unit_id; /* 0: the unit of the active post */
	struct scene scene;
	int elsewhere; /* tasks of the unit in other open plans */
	struct task_lines lines;
	struct list list;
	struct filter filter;
	struct columns columns;
};

static const struct task_line *home_current(const struct home *h)
{
	return h->lines.nshown ? h->lines.shown[h->list.cursor] : NULL;
}

static bool home_item(const struct view *v, struct item *it)
{
	const struct task_line *r = home_current(v->state);

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

static int64_t current_action(const struct home *h)
{
	const struct task_line *r = home_current(h);

	return r ? r->task->action_id : 0;
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

static void home_find(struct home *h)
{
	task_lines_find(&h->lines, filter_text(&h->filter));
	list_set_rows(&h->list, h->lines.nshown);
}

static void home_take(struct view *v, struct task_rows *tasks)
{
	struct home *h = v->state;
	int64_t was = current_action(h);

	task_lines_make(&v->arena, &h->lines, tasks, v->context->now.today);
	columns_measure(&h->columns, &task_lines_spec, &h->lines, h->lines.n);
	home_find(h);
	if (task_lines_index(&h->lines, was) >= 0)
		list_go(&h->list, (size_t)task_lines_index(&h->lines, was), home_page(v));
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
	const struct task_line *r = home_current(h);

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

	if (!h->lines.n) {
		canvas_paragraph(c, 1, 2, c->cols - 4, c->rows - 1, STYLE_NORMAL,
				 home_empty_text(h));
		return;
	}
	list_draw(&h->list, &h->columns.spec, &h->lines, &list, true);
	draw_detail(v, &l, c);
	if (h->elsewhere)
		draw_elsewhere(h, l.elsewhere_y, c);
	if (filter_shown(&h->filter))
		filter_draw(&h->filter, c, c->rows - 1, h->lines.nshown);
}

static enum reply next_due(struct view *v, struct app *app)
{
	struct home *h = v->state;

	for (size_t step = 1; step <= h->lines.nshown; step++) {
		size_t i = (h->list.cursor + step) % h->lines.nshown;

		if (task_is_owed(h->lines.shown[i]->task)) {
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
		home_find(h);
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
		home_find(h);
	if (f != FILTER_PASS)
		return REPLY_DONE;
	return list_key(&h->list, k, &h->columns.spec, &h->lines, home_page(v)) == LIST_PASS
		       ? REPLY_PASS
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
