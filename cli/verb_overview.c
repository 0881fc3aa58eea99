/*
 * The first screen as text: for a person with a post in a unit what that unit owes this period,
 * most urgent first; for the others how the units stand and what waits for review. One open plan
 * after the other.
 */
#include "cli/advice.h"
#include "cli/lookup.h"
#include "cli/sheet.h"
#include "core/rule/flow.h"
#include "core/rule/period.h"
#include "db/report/store_period.h"
#include "db/plan/store_plan.h"
#include "db/cycle/store_policy.h"
#include "db/report/store_report.h"
#include "db/plan/store_task.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { WAITING_SHOWN = 30 };

struct overview {
	struct cli *cli;
	struct arena *a;
	struct document doc;
	struct plan_row plan;
	struct period_row period; /* id 0: the plan has none */
	struct lamp_rules rules;
};

/* The period, when it is due, and how many working days are left. */
static const char *period_text(struct overview *o)
{
	struct date today = o->cli->now.today;
	char due[DATE_TEXT];
	int left;

	if (!o->period.id)
		return _("No reporting period yet: the office adds one with `duban period add`.");
	date_format(o->period.due, due);
	left = calendar_workdays_between(o->rules.calendar, today, o->period.due);
	if (period_state_on(&o->period, today) == PERIOD_OPEN)
		return arena_printf(o->a,
				    Q_("%s, due on %s, %d working day left",
				       "%s, due on %s, %d working days left", left),
				    period_label(o->a, &o->period), due, left);
	return arena_printf(o->a, _("%s, due on %s, %s"), period_label(o->a, &o->period), due,
			    period_state_label(period_state_on(&o->period, today)));
}

static const char *milestone_text(struct arena *a, const struct task_row *t)
{
	char due[DATE_TEXT];

	return *t->milestone
		       ? arena_printf(a, "%s %s", date_format(t->milestone_due, due), t->milestone)
		       : "";
}

static void add_counters(struct overview *o, const struct task_rows *tasks)
{
	int counts[REPORT_STATE_COUNT] = {0}, late = 0, owed = 0, in;

	for (size_t i = 0; i < tasks->n; i++) {
		const struct task_row *t = &tasks->at[i];

		owed += t->action_state == ACTION_ACTIVE || t->action_state == ACTION_ASKED;
		counts[t->report_state]++;
		late += t->lamp == LAMP_RED && t->days > 0;
	}
	in = counts[REPORT_SUBMITTED] + counts[REPORT_SIGNED] + counts[REPORT_ACCEPTED];
	document_paragraph(o->a, &o->doc,
			   arena_printf(o->a,
					_("to report %d · handed in %d · returned %d · late %d"),
					owed, in, counts[REPORT_RETURNED], late));
}

static void add_task(struct arena *a, struct document_table *t, const struct task_row *task)
{
	const char **cells = document_add_row(a, t);

	cells[0] = lamp_label(task->lamp);
	cells[1] = lamp_cause(a, task);
	cells[2] = action_name(a, task->plan_code, task->path);
	cells[3] = task->title;
	cells[4] = role_label(task->role);
	cells[5] = task->percent < 0 ? "" : arena_printf(a, "%d%%", task->percent);
	cells[6] = milestone_text(a, task);
	cells[7] = report_state_label(task->report_state);
}

/* What one unit owes, nothing at all when it has no part in the plan. */
static int add_debts(struct overview *o, int64_t unit_id, bool *has_any, struct err *e)
{
	static const struct sheet_column columns[] = {
		{N_("Lamp"), COLUMN_WORD, 0},		{N_("Why"), COLUMN_WORD, 0},
		{N_("Action"), COLUMN_WORD, 0},		{N_("Title"), COLUMN_TEXT, 3},
		{N_("Role"), COLUMN_WORD, 0},		{N_("Percent"), COLUMN_NUMBER, 0},
		{N_("Next milestone"), COLUMN_TEXT, 3}, {N_("Report"), COLUMN_WORD, 0},
	};
	struct task_filter f = {.plan_id = o->plan.id, .unit_id = unit_id, .role = -1, .lamp = -1};
	struct task_rows tasks = {0};
	struct document_table *t;

	if (store_task_list(o->cli->store, o->a, &o->cli->who, &f, &o->rules, o->cli->now.today,
			    &tasks, e) < 0)
		return -1;
	*has_any = tasks.n > 0;
	if (!*has_any)
		return 0;
	add_counters(o, &tasks);
	qsort(tasks.at, tasks.n, sizeof tasks.at[0], lamp_compare);
	t = SHEET_TABLE(o->a, &o->doc, columns);
	for (size_t i = 0; i < tasks.n; i++)
		add_task(o->a, t, &tasks.at[i]);
	return 0;
}

static const char *number_text(struct arena *a, int n)
{
	return arena_printf(a, "%d", n);
}

/* How every unit stands, the most in debt first. */
static int add_standings(struct overview *o, struct err *e)
{
	static const struct sheet_column columns[] = {
		{N_("Unit"), COLUMN_TEXT, 3},	     {N_("To report"), COLUMN_NUMBER, 0},
		{N_("Missing"), COLUMN_NUMBER, 0},   {N_("Drafts"), COLUMN_NUMBER, 0},
		{N_("Handed in"), COLUMN_NUMBER, 0}, {N_("Returned"), COLUMN_NUMBER, 0},
		{N_("Accepted"), COLUMN_NUMBER, 0},  {N_("Red"), COLUMN_NUMBER, 0},
		{N_("Yellow"), COLUMN_NUMBER, 0},
	};
	struct standing_rows rows = {0};
	struct document_table *t;

	if (store_standing_list(o->cli->store, o->a, &o->cli->who, o->plan.id, &o->rules,
				o->cli->now.today, &rows, e) < 0)
		return -1;
	document_heading(o->a, &o->doc, _("Who owes what"));
	t = SHEET_TABLE(o->a, &o->doc, columns);
	for (size_t i = 0; i < rows.n; i++) {
		const struct standing_row *s = &rows.at[i];
		int figures[] = {
			s->owed,     s->missing,  s->drafts,	      s->submitted,
			s->returned, s->accepted, s->lamps[LAMP_RED], s->lamps[LAMP_YELLOW]};
		const char **cells = document_add_row(o->a, t);

		cells[0] = s->unit;
		for (size_t k = 0; k < sizeof figures / sizeof figures[0]; k++)
			cells[1 + k] = number_text(o->a, figures[k]);
	}
	return 0;
}

/* What waits for the office's review. */
static int add_waiting(struct overview *o, struct err *e)
{
	static const struct sheet_column columns[] = {
		{N_("Action"), COLUMN_WORD, 0},	  {N_("Unit"), COLUMN_TEXT, 1},
		{N_("Period"), COLUMN_WORD, 0},	  {N_("Percent"), COLUMN_NUMBER, 0},
		{N_("Progress"), COLUMN_TEXT, 3},
	};
	struct report_rows rows = {0};
	struct document_table *t;

	if (store_report_waiting(o->cli->store, o->a, &o->cli->who, o->plan.id, WAITING_SHOWN,
				 &rows, e) < 0)
		return -1;
	if (rows.n == 0)
		return 0;
	document_heading(o->a, &o->doc, _("Waiting for review"));
	t = SHEET_TABLE(o->a, &o->doc, columns);
	for (size_t i = 0; i < rows.n; i++) {
		const struct report_row *r = &rows.at[i];
		const char **cells = document_add_row(o->a, t);

		cells[0] = arena_printf(o->a, "%s/%s", r->plan_code, r->action_no);
		cells[1] = r->unit;
		cells[2] = r->period_code;
		cells[3] = arena_printf(o->a, "%d%%", r->percent);
		cells[4] = r->done;
	}
	return 0;
}

static int find_period(struct overview *o, struct err *e)
{
	if (store_period_current(o->cli->store, o->a, o->plan.id, o->cli->now.today, &o->period,
				 e) == 0)
		return 0;
	if (e->code != ERR_NOT_FOUND)
		return -1;
	*e = (struct err)ERR_INIT;
	o->period = (struct period_row){0};
	return 0;
}

/* A post in a unit before the office's before any other; NULL without any. */
static const struct post_row *overview_post(const struct actor *who)
{
	const struct post_row *best = who->nposts ? &who->posts[0] : NULL;

	for (int i = 0; i < who->nposts; i++) {
		if (who->posts[i].unit_id)
			return &who->posts[i];
		if (who->posts[i].role == POST_OFFICE)
			best = &who->posts[i];
	}
	return best;
}

static void add_head(struct overview *o, const struct post_row *post)
{
	const struct cli *cli = o->cli;
	char today[DATE_TEXT];

	document_begin(o->a, &o->doc, o->plan.title,
		       arena_printf(o->a, "%s · %s (%s) · %s",
				    post && *post->unit ? post->unit : o->plan.code, cli->who.name,
				    post ? post_role_label(post->role) : _("no post"),
				    date_format(cli->now.today, today)));
	document_paragraph(o->a, &o->doc, period_text(o));
}

/* One plan; *shown counts those there was something to say of. */
static int show_plan(struct cli *cli, const struct plan_row *plan, int *shown, struct err *e)
{
	struct overview o = {.cli = cli, .a = &cli->arena, .plan = *plan};
	const struct post_row *post = overview_post(&cli->who);
	bool has_any = true;

	if (find_period(&o, e) < 0 || store_lamp_rules(cli->store, o.a, &o.rules, e) < 0)
		return -1;
	add_head(&o, post);
	if (post && post->unit_id) {
		if (add_debts(&o, post->unit_id, &has_any, e) < 0)
			return -1;
	} else if (add_standings(&o, e) < 0 || add_waiting(&o, e) < 0) {
		return -1;
	}
	if (!has_any)
		return 0;
	if ((*shown)++)
		putchar('\n');
	return sheet_print(cli, &o.doc, e);
}

static int show_open_plans(struct cli *cli, int *shown, struct err *e)
{
	struct plan_rows plans = {0};

	if (store_plan_list(cli->store, &cli->arena, &cli->who, &plans, e) < 0)
		return -1;
	for (size_t i = 0; i < plans.n; i++)
		if (plans.at[i].state == PLAN_OPEN && show_plan(cli, &plans.at[i], shown, e) < 0)
			return -1;
	return 0;
}

int verb_overview(struct cli *cli, struct err *e)
{
	struct plan_row plan;
	int shown = 0;

	if (cli_open(cli, e) < 0)
		return -1;
	if (cli_has(cli, "plan")) {
		if (lookup_plan(cli, &plan, e) < 0 || show_plan(cli, &plan, &shown, e) < 0)
			return -1;
	} else if (show_open_plans(cli, &shown, e) < 0) {
		return -1;
	}
	if (!shown)
		printf("%s\n", _("nothing is owed: no open plan has a part for you"));
	return advice_calendar(cli, e);
}
