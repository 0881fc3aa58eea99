/*
 * tab_overview.c - an action at a glance: who answers for it and how far they are, its targets and
 * volumes, and the clause it comes from.
 */
#include "tui/plan/action_tab.h"

#include "core/decimal.h"
#include "core/rule/flow.h"
#include "core/i18n.h"
#include "core/rule/indicator.h"
#include "core/rule/lamp.h"
#include "core/text/utf8.h"
#include "db/plan/store_plan.h"
#include "db/plan/store_task.h"
#include "tui/app/session.h"
#include "tui/part/page.h"
#include "tui/plan/assign_menu.h"
#include "tui/plan/task_detail.h"

enum { CLAUSE_COLS = 58 };

struct overview {
	struct page facts, clause;
};

static void add_head(struct view *v, struct page *p)
{
	const struct action_screen *s = v->state;
	struct arena *a = &v->arena;
	const char *plan = s->action.plan_title[0] ? s->action.plan_title : s->action.plan_code;
	char due[DATE_TEXT];

	page_add(a, p, STYLE_DIM, 0,
		 s->action.section_title[0]
			 ? arena_printf(a, "%s · %s", plan, s->action.section_title)
			 : plan);
	if (s->action.state != ACTION_ACTIVE)
		page_add(a, p, STYLE_STRONG, 0, action_state_label(s->action.state));
	if (s->action.pilot)
		page_add(a, p, STYLE_STRONG, 0, _("The action is a pilot."));
	if (date_is_set(s->action.due))
		page_add(a, p, STYLE_NORMAL, 0,
			 arena_printf(a, _("To be done by %s"), date_format(s->action.due, due)));
}

/* "red  区水利局: milestone "…": 30 days late": what the lists show of it, with its reason. */
static int add_lamp(struct view *v, struct store *st, struct page *p, struct err *e)
{
	const struct app_context *c = v->context;
	const struct action_screen *s = v->state;
	struct actor who = session_actor(c);
	struct arena *a = &v->arena;
	struct action_lines lines = {0};

	if (store_action_lines(st, a, &who, s->action.plan_id, &c->session->rules, c->now.today,
			       &lines, e) < 0)
		return -1;
	for (size_t i = 0; i < lines.n; i++) {
		const struct action_line *line = &lines.at[i];
		const char *why = line->worst ? lamp_reason(a, line->worst) : "";

		if (line->action_id != s->action_id)
			continue;
		if (*why && *line->worst->unit)
			why = arena_printf(a, _("%s: %s"), line->worst->unit, why);
		page_add(a, p, lamp_style(line->lamp), 0,
			 arena_printf(a, *why ? "%s  %s" : "%s%s", lamp_label(line->lamp), why));
	}
	return 0;
}

static int widest_unit(const struct assignment_rows *units)
{
	int cols = 0;

	for (size_t i = 0; i < units->n; i++) {
		int here = utf8_cols(units->at[i].unit);

		cols = here > cols ? here : cols;
	}
	return cols < 30 ? cols : 30;
}

static int widest_role(void)
{
	int cols = 0;

	for (int r = 0; r < ROLE_COUNT; r++) {
		int here = utf8_cols(role_short((enum role)r));

		cols = here > cols ? here : cols;
	}
	return cols;
}

/* What a unit has reported; of a collective one, how many of its members have. */
static const char *state_text(struct view *v, const struct assignment_row *u)
{
	const struct action_screen *st = v->state;

	if (!st->period.id)
		return "";
	if (u->percent < 0)
		return assignment_report_label(&v->arena, u);
	return arena_printf(&v->arena, "%s %3d%%", report_state_label(u->report_state), u->percent);
}

static int widest_lamp(void)
{
	int cols = 0;

	for (int l = 0; l < LAMP_COUNT; l++) {
		int here = utf8_cols(lamp_label((enum lamp)l));

		cols = here > cols ? here : cols;
	}
	return cols;
}

/* The unit's own lamp: that of the action is the worst of all. A collective unit has none. */
static const char *own_lamp(const struct task_rows *tasks, int64_t unit_id)
{
	for (size_t i = 0; i < tasks->n; i++)
		if (tasks->at[i].unit_id == unit_id)
			return lamp_label(tasks->at[i].lamp);
	return "";
}

static int read_tasks(struct view *v, struct store *st, struct task_rows *tasks, struct err *e)
{
	const struct app_context *c = v->context;
	const struct action_screen *s = v->state;
	struct actor who = session_actor(c);
	struct task_filter f = {
		.plan_id = s->action.plan_id, .action_id = s->action_id, .role = -1, .lamp = -1};

	return store_task_list(st, &v->arena, &who, &f, &c->session->rules, c->now.today, tasks, e);
}

static int add_units(struct view *v, struct store *st, struct page *p, struct err *e)
{
	const struct action_screen *s = v->state;
	struct arena *a = &v->arena;
	int cols = widest_unit(&s->units), role_cols = widest_role(), lamp_cols = widest_lamp();
	struct task_rows tasks = {0};

	if (read_tasks(v, st, &tasks, e) < 0)
		return -1;

	page_heading(a, p, _("Units"));
	for (size_t i = 0; i < s->units.n; i++) {
		const struct assignment_row *u = &s->units.at[i];

		page_add(a, p, u->role == ROLE_LEAD ? STYLE_STRONG : STYLE_NORMAL, 2,
			 arena_printf(a, "%s  %s  %s  %s",
				      page_pad(a, role_short(u->role), role_cols),
				      page_pad(a, u->unit, cols),
				      page_pad(a, own_lamp(&tasks, u->unit_id), lamp_cols),
				      state_text(v, u)));
	}
	if (!s->units.n)
		page_add(a, p, STYLE_DIM, 2,
			 _("No unit answers for it yet. The office assigns one: Enter."));
	return 0;
}

/* "2022 ≥ 30%   2030 ≥ 35%" */
static const char *targets_text(struct arena *a, const struct indicator_row *ind)
{
	struct strbuf text = STRBUF_INIT;

	if (ind->in_words)
		return _("a target in words");
	strbuf_puts(&text, "");
	for (size_t i = 0; i < ind->targets.n; i++) {
		const struct target_row *t = &ind->targets.at[i];

		strbuf_puts(&text, i ? "   " : "");
		if (t->year)
			strbuf_printf(&text, "%d ", t->year);
		strbuf_puts(&text, indicator_target(a, ind, t));
	}
	const char *line = arena_strdup(a, text.s);

	strbuf_free(&text);
	return line;
}

static int add_targets(struct view *v, struct store *s, struct page *p, struct err *e)
{
	struct actor who = session_actor(v->context);
	struct arena *a = &v->arena;
	struct indicator_rows rows = {0};
	int64_t id = ((struct action_screen *)v->state)->action_id;

	if (store_indicator_list(s, a, &who, id, &rows, e) < 0)
		return -1;
	if (rows.n)
		page_heading(a, p, _("Targets"));
	for (size_t i = 0; i < rows.n; i++) {
		page_add(a, p, STYLE_NORMAL, 2, rows.at[i].name);
		if (targets_text(a, &rows.at[i])[0])
			page_add(a, p, STYLE_STRONG, 4, targets_text(a, &rows.at[i]));
	}
	return 0;
}

static int add_volumes(struct view *v, struct store *s, struct page *p, struct err *e)
{
	struct actor who = session_actor(v->context);
	struct arena *a = &v->arena;
	struct volume_rows rows = {0};
	int64_t id = ((struct action_screen *)v->state)->action_id;

	if (store_volume_list(s, a, &who, id, &rows, e) < 0)
		return -1;
	if (rows.n)
		page_heading(a, p, _("Work to be done"));
	for (size_t i = 0; i < rows.n; i++) {
		const struct volume_row *r = &rows.at[i];
		struct decimal done, value;

		if (!decimal_parse(r->done, &done) || !decimal_parse(r->value, &value))
			continue;
		page_add(a, p, STYLE_NORMAL, 2,
			 arena_printf(a, _("%s: %s of %s %s (%d%%)"), r->what, r->done, r->value,
				      r->measure, decimal_percent(done, value)));
	}
	return 0;
}

static void add_clause(struct view *v, struct page *p)
{
	const struct action_screen *s = v->state;
	struct arena *a = &v->arena;

	page_heading(a, p, arena_printf(a, _("Clause (line %d of the document)"), s->action.line));
	page_add(a, p, STYLE_NORMAL, 2, s->action.clause);
}

static int overview_load(struct view *v, struct store *s, struct err *e)
{
	struct overview *o = arena_alloc(&v->arena, sizeof *o);

	add_head(v, &o->facts);
	if (add_lamp(v, s, &o->facts, e) < 0 || add_units(v, s, &o->facts, e) < 0 ||
	    add_targets(v, s, &o->facts, e) < 0 || add_volumes(v, s, &o->facts, e) < 0)
		return -1;
	add_clause(v, &o->clause);
	((struct action_screen *)v->state)->rows = o;
	return 0;
}

static int overview_rows(const struct view *v, const struct overview *o)
{
	int facts, clause;

	if (v->cols < ACTION_PANE_FROM)
		return page_rows(&o->facts, v->cols - 3) + 1 + page_rows(&o->clause, v->cols - 3);
	facts = page_rows(&o->facts, v->cols - CLAUSE_COLS - 5);
	clause = page_rows(&o->clause, CLAUSE_COLS - 2);
	return facts > clause ? facts : clause;
}

static void overview_draw(const struct view *v, struct canvas *c)
{
	const struct action_screen *s = v->state;
	const struct overview *o = s->rows;
	struct canvas left = canvas_sub(c, 0, 2, c->rows, c->cols - 3);
	struct canvas right = canvas_sub(c, 0, c->cols - CLAUSE_COLS, c->rows, CLAUSE_COLS - 2);
	int top = s->overview_top;

	if (!o)
		return;
	if (v->cols < ACTION_PANE_FROM) {
		page_draw(&o->facts, top, &left);
		page_draw(&o->clause, top - page_rows(&o->facts, left.cols) - 1, &left);
		canvas_more(c, top, overview_rows(v, o) - top - c->rows);
		return;
	}
	left = canvas_sub(c, 0, 2, c->rows, c->cols - CLAUSE_COLS - 5);
	canvas_vline(c, 0, c->cols - CLAUSE_COLS - 2, c->rows, STYLE_DIM);
	page_draw(&o->facts, top, &left);
	page_draw(&o->clause, top, &right);
	canvas_more(c, top, overview_rows(v, o) - top - c->rows);
}

static enum reply overview_act(struct view *v, struct app *app, enum action a)
{
	struct action_screen *s = v->state;

	/* The office acts on units, everybody else on the own share. */
	if (a == DO_OPEN && session_may(v->context, ACT_ASSIGN, 0))
		return assign_menu(v, app);
	if (a == DO_OPEN)
		return item_menu(app, &s->item);
	if (s->rows &&
	    page_act(&s->overview_top, a, overview_rows(v, s->rows), action_body_rows(v)))
		return REPLY_DONE;
	return REPLY_PASS;
}

const struct action_tab_ops tab_overview = {
	.load = overview_load,
	.draw = overview_draw,
	.act = overview_act,
	.resume = assign_resume,
};
