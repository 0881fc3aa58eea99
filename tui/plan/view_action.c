/*
 * view_action.c - one action: a heading with its title and state, and tabs below it. Only the tab
 * in front is read from the file; going to another one reads that one.
 */
#include "tui/plan/action_tab.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/report/store_period.h"
#include "db/plan/store_plan.h"
#include "db/plan/store_task.h"
#include "db/people/store_unit.h"
#include "tui/app/session.h"

static const struct action_tab_ops *const tab_ops[ACTION_TAB_COUNT] = {
	[ACTION_TAB_OVERVIEW] = &tab_overview,	   [ACTION_TAB_PROGRESS] = &tab_progress,
	[ACTION_TAB_MILESTONES] = &tab_milestones, [ACTION_TAB_EVIDENCE] = &tab_evidence,
	[ACTION_TAB_HISTORY] = &tab_history,	   [ACTION_TAB_DEALINGS] = &tab_dealings,
};

static const char *const tab_labels[ACTION_TAB_COUNT] = {
	[ACTION_TAB_OVERVIEW] = N_("overview"),	    [ACTION_TAB_PROGRESS] = N_("progress"),
	[ACTION_TAB_MILESTONES] = N_("milestones"), [ACTION_TAB_EVIDENCE] = N_("evidence"),
	[ACTION_TAB_HISTORY] = N_("history"),	    [ACTION_TAB_DEALINGS] = N_("dealings"),
};

enum { HEAD_ROWS = 1 };

static const struct action_tab_ops *tab_in_front(const struct view *v)
{
	return tab_ops[((const struct action_screen *)v->state)->tabs.current];
}

int action_body_rows(const struct view *v)
{
	return v->rows > HEAD_ROWS ? v->rows - HEAD_ROWS : 0;
}

struct canvas action_foot(struct canvas *c)
{
	canvas_hline(c, 0, 0, c->cols, STYLE_DIM);
	return canvas_sub(c, 1, 2, c->rows - 1, c->cols - 3);
}

void action_set_rows(struct view *v, const char *const *find, size_t n)
{
	struct action_screen *s = v->state;

	list_screen_set(&s->lists[s->tabs.current], v, s->rows, find, n);
}

int action_row(const struct action_screen *s, enum action_tab tab)
{
	return s->rows ? list_screen_current(&s->lists[tab]) : -1;
}

/* Of the tab in front; NULL: it is none. */
static struct list_screen *list_in_front(const struct view *v)
{
	struct action_screen *s = v->state;

	return tab_in_front(v)->list ? &s->lists[s->tabs.current] : NULL;
}

static void begin_list(struct list_screen *list, const struct action_tab_ops *ops)
{
	list_screen_init(list, ops->list);
	list->around = ops->around;
	list->other_rows = HEAD_ROWS;
}

static int action_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct action_screen *s = v->state;

	(void)e;
	s->action_id = args->id;
	s->unit_id = args->id2;
	s->tabs = (struct tabs){tab_labels, ACTION_TAB_COUNT, (size_t)args->tab, true};
	for (size_t i = 0; i < ACTION_TAB_COUNT; i++)
		if (tab_ops[i]->list)
			begin_list(&s->lists[i], tab_ops[i]);
	return 0;
}

/* The share of the unit that the screen was opened for, or of the own one. */
static int read_item(struct view *v, struct store *s, const struct action_row *action,
		     const char *no, struct item *it, struct err *e)
{
	const struct app_context *c = v->context;
	const struct action_screen *st = v->state;
	struct actor who = session_actor(c);
	struct task_filter f = {.plan_id = action->plan_id,
				.unit_id = session_unit(c, st->unit_id),
				.action_id = action->id,
				.role = -1,
				.lamp = -1};
	struct task_rows tasks = {0};

	*it = (struct item){.action_id = action->id, .plan_id = action->plan_id, .percent = -1};
	if (f.unit_id && store_task_list(s, &v->arena, &who, &f, &c->session->rules, c->now.today,
					 &tasks, e) < 0)
		return -1;
	if (tasks.n)
		*it = item_of_task(&tasks.at[0]);
	it->no = no;
	it->title = action->title;
	return 0;
}

static int read_period(struct view *v, struct store *s, int64_t plan_id, struct period_row *p,
		       struct err *e)
{
	struct err none = ERR_INIT;

	if (store_period_current(s, &v->arena, plan_id, v->context->now.today, p, &none) == 0)
		return 0;
	*p = (struct period_row){0};
	if (none.code == ERR_NOT_FOUND)
		return 0;
	*e = none;
	return -1;
}

static int action_load(struct view *v, struct store *s, struct err *e)
{
	struct action_screen *st = v->state;
	struct actor who = session_actor(v->context);
	struct action_screen next = *st;

	if (store_action_get(s, &v->arena, &who, st->action_id, &next.action, e) < 0 ||
	    read_period(v, s, next.action.plan_id, &next.period, e) < 0)
		return -1;
	next.units = (struct assignment_rows){0};
	if (store_assignment_list(s, &v->arena, &who, st->action_id, next.period.id, &next.units,
				  e) < 0)
		return -1;
	next.no = next.action.path;
	if (read_item(v, s, &next.action, next.no, &next.item, e) < 0)
		return -1;
	/* A tab that cannot be read leaves everything as it was. */
	struct action_screen before = *st;
	*st = next;
	if (tab_in_front(v)->load(v, s, e) < 0) {
		*st = before;
		return -1;
	}
	view_set_title(v, arena_printf(&v->arena, "%s %s", st->no, st->action.title));
	return 0;
}

static void action_draw(const struct view *v, struct canvas *c)
{
	const struct action_screen *s = v->state;
	struct canvas body = canvas_sub(c, HEAD_ROWS, 0, action_body_rows(v), c->cols);

	tabs_draw(&s->tabs, c, 0);
	if (list_in_front(v))
		list_screen_draw(list_in_front(v), v, &body, true);
	else
		tab_in_front(v)->draw(v, &body);
}

/* Each tab reads its rows when it comes to the front. */
static enum reply to_tab(struct view *v, size_t tab)
{
	struct action_screen *s = v->state;

	s->tabs.current = tab;
	s->rows = NULL;
	s->lists[tab].rows = NULL; /* those of the last time are gone */
	v->lagging = NULL;
	return REPLY_RELOAD;
}

static enum reply action_act(struct view *v, struct app *app, enum action a)
{
	struct action_screen *s = v->state;
	enum reply reply;
	size_t was = s->tabs.current;

	struct list_screen *list = list_in_front(v);

	if (tabs_act(&s->tabs, a))
		return s->tabs.current == was ? REPLY_DONE : to_tab(v, s->tabs.current);
	if (a == DO_MILESTONES)
		return to_tab(v, ACTION_TAB_MILESTONES);
	if (a == DO_EVIDENCE)
		return to_tab(v, ACTION_TAB_EVIDENCE);
	reply = list ? list_screen_act(list, v, app, a) : REPLY_PASS;
	if (reply == REPLY_PASS)
		reply = tab_in_front(v)->act(v, app, a);
	return reply == REPLY_PASS ? item_act(app, a, &s->item) : reply;
}

static enum reply action_key(struct view *v, struct app *app, const struct key *k)
{
	struct action_screen *s = v->state;
	struct list_screen *list = list_in_front(v);

	(void)app;
	if ((!list || !list->filter.typing) && tabs_key(&s->tabs, k))
		return to_tab(v, s->tabs.current);
	return list ? list_screen_key(list, v, k) : REPLY_PASS;
}

static enum reply action_point(struct view *v, struct app *app, const struct point *p)
{
	struct action_screen *s = v->state;
	struct list_screen *list = list_in_front(v);

	if (tabs_point(&s->tabs, p))
		return to_tab(v, s->tabs.current);
	return list ? list_screen_point(list, v, app, p) : REPLY_PASS;
}

static enum reply action_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct action_screen *s = v->state;
	struct list_screen *list = list_in_front(v);
	enum reply reply = list ? list_screen_resume(list, v, app, r) : REPLY_PASS;

	if (reply != REPLY_PASS)
		return reply;
	/* The menu's entries that are tabs here. */
	if (r->ok && r->tag == ITEM_TAG_MENU && (r->id == DO_MILESTONES || r->id == DO_EVIDENCE))
		return action_act(v, app, (enum action)r->id);
	if (tab_in_front(v)->resume)
		reply = tab_in_front(v)->resume(v, app, r);
	return reply == REPLY_PASS ? item_resume(app, r, &s->item) : reply;
}

static bool action_offers(const struct view *v, enum action a)
{
	const struct action_screen *s = v->state;

	const struct list_screen *list = list_in_front(v);

	if (a == DO_FILTER || a == DO_LIST_MENU || a == DO_SORT || a == DO_SORT_REVERSE)
		return list && list_screen_offers(list, a);
	return item_offers(v->context, a, &s->item);
}

static void action_close(struct view *v)
{
	struct action_screen *s = v->state;

	for (size_t i = 0; i < ACTION_TAB_COUNT; i++)
		if (tab_ops[i]->list)
			list_screen_free(&s->lists[i]);
}

const struct view_ops view_action = {
	.name = "action",
	.title = N_("Action"),
	.scope = SCOPE_ACTION,
	.depends = CHANGE_ANY & ~(unsigned)(CHANGE_PERSON | CHANGE_DRAFT),
	.state_size = sizeof(struct action_screen),
	.open = action_open,
	.load = action_load,
	.draw = action_draw,
	.act = action_act,
	.key = action_key,
	.point = action_point,
	.resume = action_resume,
	.offers = action_offers,
	.close = action_close,
};
