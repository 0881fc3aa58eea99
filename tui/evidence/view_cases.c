/*
 * view_cases.c - cases that units hand in for others to learn from: a unit's own and the selected
 * ones of all, for the office all of them, newest first. Enter opens one, where the office decides
 * and the unit changes it.
 */
#include "tui/home/home_lines.h"

#include "core/text/find.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/report/store_case.h"
#include "tui/app/session.h"
#include "tui/part/list_screen.h"
#include "tui/plan/action_choose.h"

enum { MOST = 500, MOST_NEWS = 20, TAG_ACTION = 1, TAG_ADDED };

struct cases_view {
	struct list_screen screen;
	int64_t action_id, unit_id; /* 0: of all; the unit that hands in */
	struct case_rows rows;
	bool added; /* the cursor goes to the newest */
};

enum { COL_STATE, COL_NO, COL_TITLE, COL_ACTION, COL_UNIT, COL_EVIDENCE, COL_DAY };

static const struct list_column columns[] = {
	[COL_STATE] = {N_("state"), LIST_TEXT, 0, 14, 0, 0},
	[COL_NO] = {N_("no."), LIST_ID, 0, 8, 0, 0},
	[COL_TITLE] = {N_("case"), LIST_TEXT, 20, 0, 3, 0},
	[COL_ACTION] = {N_("action"), LIST_TEXT, 12, 0, 2, 2},
	[COL_UNIT] = {N_("unit"), LIST_TEXT, 10, 24, 2, 1},
	[COL_EVIDENCE] = {N_("evidence"), LIST_NUMBER, 0, 0, 0, 3},
	[COL_DAY] = {N_("handed in"), LIST_TEXT, 10, 10, 0, 4},
};

static int state_style(enum case_state state)
{
	static const int styles[CASE_STATE_COUNT] = {[CASE_OFFERED] = STYLE_LAMP_YELLOW,
						     [CASE_SELECTED] = STYLE_LAMP_GREEN,
						     [CASE_DECLINED] = STYLE_DIM};

	return styles[state];
}

static void case_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct case_row *r = &((const struct cases_view *)rows)->rows.at[row];

	switch (column) {
	case COL_STATE:
		cell->text = case_state_label(r->state);
		cell->style = state_style(r->state);
		cell->rank = (int64_t)r->state + 1;
		break;
	case COL_NO:
		cell->text = r->action_no;
		break;
	case COL_TITLE:
		cell->text = r->title;
		break;
	case COL_ACTION:
		cell->text = r->action_title;
		break;
	case COL_UNIT:
		cell->text = r->unit;
		break;
	case COL_EVIDENCE:
		list_cell_number(cell, r->nevidence);
		break;
	default:
		list_cell_day(cell, r->added_at);
	}
}

static int64_t case_id(const void *rows, size_t row)
{
	return ((const struct cases_view *)rows)->rows.at[row].id;
}

static const struct list_spec case_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = case_cell,
	.id = case_id,
	.empty = N_("No case to learn from yet. Units hand them in here or from the menu of an "
		    "action; the office selects."),
};

/* How it begins. */
static void cases_foot(const struct view *v, size_t row, struct canvas *c)
{
	const struct case_row *r = &((const struct cases_view *)v->state)->rows.at[row];
	struct canvas lines = canvas_sub(c, 1, 2, c->rows - 1, c->cols - 3);

	canvas_hline(c, 0, 0, c->cols, STYLE_DIM);
	canvas_paragraph(&lines, 0, 0, lines.cols, lines.rows, STYLE_NORMAL, r->text);
}

/* Who decides looks for those that wait. */
static size_t cases_first(const struct view *v)
{
	const struct cases_view *s = v->state;

	for (size_t i = 0; i < s->rows.n && session_may(v->context, ACT_SELECT, 0); i++)
		if (s->rows.at[i].state == CASE_OFFERED)
			return i;
	return 0;
}

static const struct list_around cases_around = {
	.foot_rows = 3, .foot = cases_foot, .first = cases_first};

static int cases_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct cases_view *s = v->state;

	(void)e;
	s->action_id = args->id;
	s->unit_id = session_unit(v->context, args->id2);
	list_screen_init(&s->screen, &case_spec);
	s->screen.around = &cases_around;
	return 0;
}

static int cases_load(struct view *v, struct store *st, struct err *e)
{
	struct cases_view *s = v->state;
	struct arena *a = &v->arena;
	struct actor who = session_actor(v->context);
	struct scene scene;
	struct case_rows rows;

	if (session_scene(v->context, a, &scene, e) < 0)
		return -1;
	struct case_filter f = {.plan_id = s->action_id ? 0 : scene.plan.id,
				.action_id = s->action_id,
				.state = -1};
	if (store_case_list(st, a, &who, &f, MOST, &rows, e) < 0)
		return -1;
	const char **find = arena_alloc(a, (rows.n + 1) * sizeof *find);
	for (size_t i = 0; i < rows.n; i++) {
		const struct case_row *r = &rows.at[i];

		find[i] = arena_printf(a, "%s %s %s %s", find_text(a, r->title, r->pinyin),
				       find_text(a, r->action_title, r->action_pinyin),
				       find_text(a, r->unit, r->unit_pinyin), r->text);
	}
	s->rows = rows;
	list_screen_set(&s->screen, v, s, find, rows.n);
	if (s->added)
		list_screen_go_newest(&s->screen, v);
	s->added = false;
	if (s->action_id) {
		columns_hide(&s->screen.columns, COL_NO);
		columns_hide(&s->screen.columns, COL_ACTION);
	}
	return 0;
}

static enum reply open_form(const struct cases_view *s, struct app *app, int64_t action_id)
{
	app_push(app, &view_case_form,
		 &(struct view_args){.tag = TAG_ADDED,
				     .id = action_id,
				     .more = &(struct view_case_args){.unit_id = s->unit_id}});
	return REPLY_DONE;
}

/* Whether the post hands in for a unit of its own, or for the one that the list was opened for. */
static bool may_add(const struct view *v)
{
	const struct cases_view *s = v->state;

	return s->unit_id && session_may(v->context, ACT_CASE, s->unit_id);
}

static enum reply cases_act(struct view *v, struct app *app, enum action a)
{
	struct cases_view *s = v->state;
	enum reply reply = list_screen_act(&s->screen, v, app, a);
	int i = list_screen_current(&s->screen);

	if (reply != REPLY_PASS)
		return reply;
	if (a == DO_OPEN && i >= 0)
		app_push(app, &view_case, &(struct view_args){.id = s->rows.at[i].id});
	else if (a == DO_ADD_ROW)
		return s->action_id || !may_add(v) ? open_form(s, app, s->action_id)
						   : action_choose(app, TAG_ACTION, s->unit_id);
	else
		return REPLY_PASS;
	return REPLY_DONE;
}

static enum reply cases_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct cases_view *s = v->state;
	enum reply own = list_view_resume(v, app, r);

	if (r->ok && r->tag == TAG_ADDED) {
		s->added = true;
		return REPLY_RELOAD;
	}
	if (own == REPLY_PASS && r->ok && r->tag == TAG_ACTION)
		return open_form(s, app, r->id);
	return own == REPLY_PASS ? REPLY_DONE : own;
}

static bool cases_offers(const struct view *v, enum action a)
{
	return a == DO_ADD_ROW ? may_add(v) : list_view_offers(v, a);
}

const struct view_ops view_cases = {
	.name = "cases",
	.title = N_("Cases to learn from"),
	.scope = SCOPE_ROWS,
	.depends = CHANGE_CASE | CHANGE_EVIDENCE | CHANGE_PLAN | CHANGE_UNIT | CHANGE_OTHERS,
	.state_size = sizeof(struct cases_view),
	.open = cases_open,
	.load = cases_load,
	.draw = list_view_draw,
	.act = cases_act,
	.key = list_view_key,
	.point = list_view_point,
	.resume = cases_resume,
	.offers = cases_offers,
	.close = list_view_close,
};

/* A unit: what the office has decided in the last days. */
static int add_decisions(const struct app_context *c, struct arena *a, int64_t unit_id,
			 struct home_lines *lines, struct err *e)
{
	struct actor who = session_actor(c);
	struct case_filter f = {.unit_id = unit_id, .state = -1};
	struct case_rows rows;

	if (store_case_list(c->store, a, &who, &f, MOST_NEWS, &rows, e) < 0)
		return -1;
	for (size_t i = 0; i < rows.n; i++) {
		const struct case_row *r = &rows.at[i];
		const char *text = arena_printf(a, _("Case \"%1$s\": %2$s"), r->title,
						case_state_label(r->state));

		if (r->state == CASE_OFFERED || r->decided_at < home_news_since(c))
			continue;
		home_lines_add_news(
			c, a, lines,
			&(struct home_line){
				.news = arena_printf(a, "case %lld.%lld", (long long)r->id,
						     (long long)r->version),
				.text = *r->reason
						? arena_printf(a, _("%1$s: %2$s"), text, r->reason)
						: text,
				.style = STYLE_NORMAL,
				.ops = &view_case,
				.args = {.id = r->id}});
	}
	return 0;
}

int home_cases(const struct app_context *c, struct arena *a, const struct scene *sc,
	       struct home_lines *lines, struct err *e)
{
	int64_t unit_id = session_unit(c, 0);
	struct actor who = session_actor(c);
	struct case_filter f = {.plan_id = sc->plan.id, .state = CASE_OFFERED};
	struct case_rows rows;

	if (!sc->plan.id)
		return 0;
	if (unit_id)
		return add_decisions(c, a, unit_id, lines, e);
	if (!session_may(c, ACT_SELECT, 0))
		return 0;
	if (store_case_list(c->store, a, &who, &f, MOST, &rows, e) < 0)
		return -1;
	if (rows.n == 1)
		home_lines_add(a, lines, STYLE_NORMAL,
			       arena_printf(a,
					    _("A case to learn from was handed in by %1$s: %2$s"),
					    rows.at[0].unit, rows.at[0].title),
			       &view_cases, (struct view_args){0});
	else if (rows.n)
		home_lines_add(a, lines, STYLE_NORMAL,
			       arena_printf(a,
					    _("Cases to learn from that were handed in, to be "
					      "decided on: %zu"),
					    rows.n),
			       &view_cases, (struct view_args){0});
	return 0;
}
