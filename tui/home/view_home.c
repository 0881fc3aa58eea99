/*
 * view_home.c - what a unit owes: its tasks in the plan one works in, what is to be done first at
 * the top. It is the first screen of a unit's people; the office opens the same screen on any unit.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/plan/store_task.h"
#include "db/people/store_unit.h"
#include "tui/app/session.h"
#include "tui/part/list_screen.h"
#include "tui/view/elsewhere.h"
#include "tui/home/home_strip.h"
#include "tui/home/resume.h"
#include "tui/plan/task_detail.h"
#include "tui/plan/task_rows.h"

struct home {
	struct list_screen screen;
	int64_t unit_id; /* 0: the unit of the active post */
	struct scene scene;
	struct task_lines lines;
	struct peek peek;	 /* of the task under the cursor */
	struct home_strip strip; /* above the list; the own unit's alone */
};

static const struct task_line *home_current(const struct home *h)
{
	int i = list_screen_current(&h->screen);

	return i < 0 ? NULL : &h->lines.at[i];
}

/* Behind all that may move the cursor. */
static enum reply home_peek(struct view *v, enum reply reply)
{
	struct home *h = v->state;
	const struct task_line *r = home_current(h);

	peek_at(&h->peek, v->context, r ? r->task->action_id : 0, r ? r->task->unit_id : 0);
	return reply;
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

static void home_pane(const struct view *v, size_t row, struct canvas *c)
{
	const struct home *h = v->state;
	const struct task_line *r = &h->lines.at[row];

	task_detail_pane(r->task, v->context->session->same_limit, r->cause, &h->peek, c);
}

static void home_foot(const struct view *v, size_t row, struct canvas *c)
{
	task_detail_foot(((const struct home *)v->state)->lines.at[row].task,
			 v->context->session->same_limit, c);
}

static const struct list_around home_around = {
	.pane = home_pane,
	.foot_rows = TASK_FOOT_ROWS,
	.foot = home_foot,
};

static int home_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct home *h = v->state;

	(void)e;
	h->unit_id = args->id;
	list_screen_init(&h->screen, &task_lines_spec);
	h->screen.around = &home_around;
	return 0;
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
	if (resume_mark_tasks(c, &v->arena, scene.period.id, &tasks, e) < 0)
		return -1;
	if (h->unit_id && set_title(v, h->unit_id, s, e) < 0)
		return -1;
	h->scene = scene;
	if (elsewhere_split(c, &v->arena, scene.plan.id, &tasks, &h->screen.note, e) < 0)
		return -1;
	if (!h->unit_id && home_strip_load(&h->strip, v, &scene, e) < 0)
		return -1;
	h->screen.other_rows = home_strip_rows(&h->strip, v->rows);
	task_lines_make(&v->arena, &h->lines, &tasks, c);
	list_screen_set(&h->screen, v, &h->lines, h->lines.find, h->lines.n);
	peek_forget(&h->peek);
	home_peek(v, REPLY_DONE);
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

static void home_draw(const struct view *v, struct canvas *c)
{
	const struct home *h = v->state;
	int rows = home_strip_rows(&h->strip, c->rows);
	struct canvas strip = canvas_sub(c, 0, 0, rows, c->cols);
	struct canvas list = canvas_sub(c, rows, 0, c->rows - rows, c->cols);

	home_strip_draw(&h->strip, &strip);
	if (h->strip.focus)
		canvas_target(c, rows, 0, list.rows, c->cols, TARGET_ENTRY, (int)h->strip.lines.n);
	if (h->lines.n)
		list_screen_draw(&h->screen, v, &list, !h->strip.focus);
	else
		canvas_paragraph(&list, 1, 2, c->cols - 4, list.rows - 1, STYLE_NORMAL,
				 home_empty_text(h));
}

static enum reply next_due(struct view *v, struct app *app)
{
	struct home *h = v->state;
	size_t n = h->screen.list.n;

	for (size_t step = 1; step <= n; step++) {
		size_t row = list_screen_row(&h->screen, (h->screen.list.cursor + step) % n);

		if (task_is_owed(h->lines.at[row].task)) {
			list_screen_go(&h->screen, v, row);
			return REPLY_DONE;
		}
	}
	app_info(app, "%s", _("Nothing is owed here any more."));
	return REPLY_DONE;
}

/* The reports shown here that wait, one after the other, from the one under the cursor on. */
static enum reply decide_from_here(struct app *app, const struct home *h)
{
	const struct list_screen *p = &h->screen;
	struct arena a = ARENA_INIT;
	int64_t *ids = arena_alloc(&a, (p->list.n + 1) * sizeof *ids);
	struct view_review_args order = {ids, 0};

	for (size_t i = 0; i < p->list.n; i++) {
		size_t row = list_screen_row(p, (p->list.cursor + i) % p->list.n);

		if (h->lines.at[row].waits)
			ids[order.n++] = h->lines.at[row].task->report_id;
	}
	app_push(app, &view_review, &(struct view_args){.more = &order});
	arena_free(&a);
	return REPLY_DONE;
}

/* To the lines above the list. */
static bool goes_up(const struct home *h, enum action a)
{
	return a == DO_CAME_IN || (a == DO_UP && h->screen.list.cursor == 0);
}

static enum reply act(struct view *v, struct app *app, enum action a)
{
	struct home *h = v->state;
	enum reply reply = home_strip_act(&h->strip, app, a);
	struct item it;
	bool some = home_item(v, &it);

	if (reply == REPLY_PASS && goes_up(h, a) && home_strip_enter(&h->strip, a))
		reply = REPLY_DONE;
	if (reply == REPLY_PASS)
		reply = list_screen_act(&h->screen, v, app, a);

	if (reply != REPLY_PASS)
		return reply;
	if (a == DO_OPEN && some)
		return item_menu(app, &it);
	if (a == DO_NEXT_DUE)
		return next_due(v, app);
	if (a == DO_WAITING && some && home_current(h)->waits)
		return decide_from_here(app, h);
	return item_act(app, a, some ? &it : NULL);
}

static enum reply home_act(struct view *v, struct app *app, enum action a)
{
	return home_peek(v, act(v, app, a));
}

static enum reply home_key(struct view *v, struct app *app, const struct key *k)
{
	struct home *h = v->state;
	enum reply reply = home_strip_key(&h->strip, app, k);

	return home_peek(v, reply == REPLY_PASS ? list_view_key(v, app, k) : reply);
}

static enum reply home_point(struct view *v, struct app *app, const struct point *at)
{
	struct home *h = v->state;
	enum reply reply = home_strip_point(&h->strip, app, at);

	return home_peek(v, reply == REPLY_PASS ? list_view_point(v, app, at) : reply);
}

static enum reply resume(struct view *v, struct app *app, const struct view_result *r)
{
	enum reply reply = list_view_resume(v, app, r);
	struct item it;

	if (reply != REPLY_PASS)
		return reply;
	return item_resume(app, r, home_item(v, &it) ? &it : NULL);
}

static enum reply home_resume(struct view *v, struct app *app, const struct view_result *r)
{
	return home_peek(v, resume(v, app, r));
}

static void home_close(struct view *v)
{
	peek_free(&((struct home *)v->state)->peek);
	list_view_close(v);
}

static bool home_offers(const struct view *v, enum action a)
{
	struct item it;

	if (a == DO_CAME_IN)
		return ((const struct home *)v->state)->strip.lines.n > 0;
	/* The list to print is a unit's. */
	return (a == DO_PRINT || list_view_offers(v, a)) &&
	       item_offers(v->context, a, home_item(v, &it) ? &it : NULL);
}

const struct view_ops view_home = {
	.name = "home",
	.title = N_("What I owe"),
	.scope = SCOPE_HOME,
	.depends = CHANGE_ANY & ~(unsigned)CHANGE_PERSON,
	.state_size = sizeof(struct home),
	.open = home_open,
	.load = home_load,
	.draw = home_draw,
	.act = home_act,
	.key = home_key,
	.point = home_point,
	.resume = home_resume,
	.offers = home_offers,
	.close = home_close,
};
