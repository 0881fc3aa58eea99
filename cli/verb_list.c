/*
 * The list of actions: one row a unit and action, with role, report, percent, lamp and next
 * milestone. Without a filter by unit, role or lamp the actions that nobody answers for have a row
 * too, so that a plan that names no units is not invisible.
 */
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/rows.h"
#include "core/rule/lamp.h"
#include "db/people/store_handover.h"
#include "db/plan/store_plan.h"
#include "db/cycle/store_policy.h"
#include "db/plan/store_task.h"

static const struct rows_column columns[] = {
	{"action", N_("Action"), COLUMN_WORD, false},
	{"plan", N_("Plan"), COLUMN_WORD, true},
	{"section", N_("Section"), COLUMN_WORD, true},
	{"parent", N_("Part of"), COLUMN_WORD, true},
	{"no", N_("No."), COLUMN_WORD, true},
	{"title", N_("Title"), COLUMN_TEXT, false},
	{"unit", N_("Unit"), COLUMN_TEXT, false},
	{"role", N_("Role"), COLUMN_WORD, false},
	{"lamp", N_("Lamp"), COLUMN_WORD, false},
	{"report", N_("Report"), COLUMN_WORD, false},
	{"percent", N_("Percent"), COLUMN_NUMBER, false},
	{"milestone_due", N_("Due"), COLUMN_DATE, false},
	{"milestone", N_("Next milestone"), COLUMN_TEXT, false},
	{"pilot", N_("Pilot"), COLUMN_WORD, true},
};

/* A row: a task, or an action without one. */
struct line {
	const struct task_row *task;
	const struct action_row *action;
};
struct lines {
	struct line *at;
	size_t n, cap;
};

static void add_line(struct cli *cli, struct lines *l, const struct task_row *t,
		     const struct action_row *a)
{
	struct line *line = vec_push(&cli->arena, l);

	line->task = t;
	line->action = a;
}

static int load_tasks(struct cli *cli, const struct task_filter *f, struct task_rows *tasks,
		      struct err *e)
{
	struct lamp_rules rules;

	if (store_lamp_rules(cli->store, &cli->arena, &rules, e) < 0)
		return -1;
	return store_task_list(cli->store, &cli->arena, &cli->who, f, &rules, cli->now.today, tasks,
			       e);
}

/* The actions of a plan and their tasks, which come in the same order. */
static int load_plan(struct cli *cli, int64_t plan_id, struct lines *l, struct err *e)
{
	struct task_filter f = {.plan_id = plan_id, .role = -1, .lamp = -1};
	struct action_rows actions = {0};
	struct task_rows tasks = {0};
	size_t t = 0;

	if (store_action_list(cli->store, &cli->arena, &cli->who, plan_id, &actions, e) < 0 ||
	    load_tasks(cli, &f, &tasks, e) < 0)
		return -1;
	for (size_t i = 0; i < actions.n; i++) {
		const struct action_row *a = &actions.at[i];

		if (t >= tasks.n || tasks.at[t].action_id != a->id)
			add_line(cli, l, NULL, a);
		for (; t < tasks.n && tasks.at[t].action_id == a->id; t++)
			add_line(cli, l, &tasks.at[t], NULL);
	}
	return 0;
}

/* The tasks of a plan that nobody is there for. */
static int load_vacant(struct cli *cli, int64_t plan_id, struct lines *l, struct err *e)
{
	struct lamp_rules rules;
	struct task_rows tasks = {0};

	if (store_lamp_rules(cli->store, &cli->arena, &rules, e) < 0 ||
	    store_orphan_list(cli->store, &cli->arena, &cli->who, plan_id, &rules, cli->now.today,
			      &tasks, e) < 0)
		return -1;
	for (size_t i = 0; i < tasks.n; i++)
		add_line(cli, l, &tasks.at[i], NULL);
	return 0;
}

/* That plan, or all open ones. */
static int load_plans(struct cli *cli, int64_t plan_id,
		      int (*load)(struct cli *, int64_t, struct lines *, struct err *),
		      struct lines *l, struct err *e)
{
	struct plan_rows plans = {0};

	if (plan_id)
		return load(cli, plan_id, l, e);
	if (store_plan_list(cli->store, &cli->arena, &cli->who, &plans, e) < 0)
		return -1;
	for (size_t i = 0; i < plans.n; i++)
		if (plans.at[i].state == PLAN_OPEN && load(cli, plans.at[i].id, l, e) < 0)
			return -1;
	return 0;
}

static int load_filtered(struct cli *cli, const struct task_filter *f, struct lines *l,
			 struct err *e)
{
	struct task_rows tasks = {0};

	if (load_tasks(cli, f, &tasks, e) < 0)
		return -1;
	for (size_t i = 0; i < tasks.n; i++)
		add_line(cli, l, &tasks.at[i], NULL);
	return 0;
}

/* For people with its cause: "red, 6 days late". */
static const char *lamp_text(struct arena *a, const struct task_row *t)
{
	const char *cause = lamp_cause(a, t);

	return *cause ? arena_printf(a, _("%s, %s"), lamp_label(t->lamp), cause)
		      : lamp_label(t->lamp);
}

static void add_task(struct rows *r, const struct task_row *t)
{
	rows_text(r, action_name(r->arena, t->plan_code, t->path));
	rows_text(r, t->plan_code);
	rows_text(r, t->section_no);
	rows_text(r, t->parent_no);
	rows_text(r, t->no);
	rows_text(r, t->title);
	rows_text(r, t->unit);
	rows_word(r, role_word(t->role), role_label(t->role));
	rows_word(r, lamp_word(t->lamp), lamp_text(r->arena, t));
	rows_word(r, report_state_word(t->report_state), report_state_label(t->report_state));
	rows_percent(r, t->percent);
	rows_date(r, t->milestone_due);
	rows_text(r, t->milestone);
	rows_flag(r, t->pilot);
}

static void add_action(struct rows *r, const struct action_row *a)
{
	rows_text(r, action_name(r->arena, a->plan_code, a->path));
	rows_text(r, a->plan_code);
	rows_text(r, a->section_no);
	rows_text(r, a->parent_no);
	rows_text(r, a->no);
	rows_text(r, a->title);
	for (int i = 7; i < r->ncolumns; i++)
		rows_text(r, "");
	rows_flag(r, a->pilot);
}

static int load_lines(struct cli *cli, struct lines *l, struct err *e)
{
	const char *role = cli_option(cli, "role"), *lamp = cli_option(cli, "lamp");
	struct task_filter f = {.role = -1, .lamp = -1};
	enum role as = ROLE_LEAD;
	enum lamp lit = LAMP_GREY;

	if (role && role_parse(role, &as))
		f.role = (int)as;
	if (lamp && lamp_parse(lamp, &lit))
		f.lamp = (int)lit;
	if (cli_open(cli, e) < 0 || lookup_plan_id(cli, &f.plan_id, e) < 0 ||
	    lookup_unit_id(cli, &f.unit_id, e) < 0)
		return -1;
	if (cli_has(cli, "vacant") && (f.unit_id || role || lamp))
		return err_set_field(
			e, ERR_INPUT, "vacant",
			_("leave out --unit, --role and --lamp: they choose otherwise"));
	if (cli_has(cli, "vacant"))
		return load_plans(cli, f.plan_id, load_vacant, l, e);
	return f.unit_id || role || lamp ? load_filtered(cli, &f, l, e)
					 : load_plans(cli, f.plan_id, load_plan, l, e);
}

int verb_list(struct cli *cli, struct err *e)
{
	struct lines l = {0};
	struct rows r;

	if (load_lines(cli, &l, e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	rows_say_when_empty(&r, _("no action fits; `duban plan list` shows the plans, `duban list` "
				  "the actions of all open ones"));
	for (size_t i = 0; i < l.n; i++) {
		if (l.at[i].task)
			add_task(&r, l.at[i].task);
		else
			add_action(&r, l.at[i].action);
	}
	return rows_end(&r, e);
}
