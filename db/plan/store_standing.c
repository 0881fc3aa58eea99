/* Tasks summed up: how every unit stands in a plan, and one line for each action. Both are made of
 * the rows of store_task_list(), so that a lamp or a debt is the same wherever it is shown. */
#include "db/plan/store_task.h"

#include "core/rule/flow.h"
#include "core/rule/period.h"
#include "db/store_internal.h"
#include "db/report/store_period.h"
#include "db/plan/store_plan.h"

#include <stdlib.h>

static int load_tasks(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		      const struct lamp_rules *rules, struct date today, struct task_rows *tasks,
		      struct err *e)
{
	const struct task_filter all = {.plan_id = plan_id, .role = -1, .lamp = -1};

	return store_task_list(s, a, who, &all, rules, today, tasks, e);
}

/* Standings */

/* In the order of first appearance. Rows of one unit lie far apart, units are few. */
static struct standing_row *standing_of(struct arena *a, struct standing_rows *rows,
					const struct task_row *t)
{
	for (size_t i = 0; i < rows->n; i++) {
		if (rows->at[i].unit_id == t->unit_id)
			return &rows->at[i];
	}
	struct standing_row *row = vec_push(a, rows);
	row->unit_id = t->unit_id;
	row->unit = t->unit;
	row->pinyin = t->unit_pinyin;
	return row;
}

/* What waits for the unit's leader has not come to the office, like a draft. */
static void count_report(struct standing_row *row, const struct task_row *t)
{
	enum report_state state = t->to_sign ? REPORT_DRAFT : t->report_state;
	int *const counts[REPORT_STATE_COUNT] = {
		[REPORT_NONE] = &row->missing,	      [REPORT_DRAFT] = &row->drafts,
		[REPORT_SUBMITTED] = &row->submitted, [REPORT_SIGNED] = &row->submitted,
		[REPORT_ACCEPTED] = &row->accepted,   [REPORT_RETURNED] = &row->returned,
	};

	row->owed++;
	++*counts[state];
}

static int debt_of(const struct standing_row *row)
{
	return row->missing + row->drafts + row->returned;
}

static int compare_standings(const void *one, const void *two)
{
	const struct standing_row *a = one, *b = two;

	if (debt_of(a) != debt_of(b))
		return debt_of(b) - debt_of(a);
	if (a->milestones_overdue != b->milestones_overdue)
		return b->milestones_overdue - a->milestones_overdue;
	if (a->lamps[LAMP_RED] != b->lamps[LAMP_RED])
		return b->lamps[LAMP_RED] - a->lamps[LAMP_RED];
	return (a->unit_id > b->unit_id) - (a->unit_id < b->unit_id);
}

/* Whether the plan has a period for which reports are owed: one that has opened. */
static int is_owed(struct store *s, struct arena *a, int64_t plan_id, struct date today, bool *owed,
		   struct err *e)
{
	struct period_row period;

	*owed = false;
	if (!store_period_current(s, a, plan_id, today, &period, e))
		*owed = period_state_on(&period, today) != PERIOD_PLANNED;
	else if (e->code != ERR_NOT_FOUND)
		return -1;
	return 0;
}

int store_standing_list(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
			const struct lamp_rules *rules, struct date today,
			struct standing_rows *rows, struct err *e)
{
	struct task_rows tasks;
	bool owed;

	*rows = (struct standing_rows){0};
	if (load_tasks(s, a, who, plan_id, rules, today, &tasks, e) ||
	    is_owed(s, a, plan_id, today, &owed, e))
		return -1;
	for (size_t i = 0; i < tasks.n; i++) {
		const struct task_row *t = &tasks.at[i];
		struct standing_row *row = standing_of(a, rows, t);

		if (owed && t->action_state != ACTION_CLOSED_OUT)
			count_report(row, t);
		row->milestones_overdue += t->milestones_overdue;
		row->lamps[t->lamp]++;
	}
	if (rows->n)
		qsort(rows->at, rows->n, sizeof *rows->at, compare_standings);
	return 0;
}

/* Lines of actions */

static void add_task(struct action_line *line, const struct task_row *t, const struct reader *r)
{
	line->nunits++;
	if (!line->worst || lamp_compare(t, line->worst) < 0)
		line->worst = t;
	line->lamp = line->worst->lamp;
	if (t->role == ROLE_LEAD && t->percent >= 0 &&
	    (line->percent < 0 || t->percent < line->percent))
		line->percent = t->percent;
	if (reader_has_unit(r, t->unit_id) && (!line->mine || (int)t->role < line->role)) {
		line->mine = true;
		line->role = (int)t->role;
		line->own = t;
	}
}

/* The line of an action, looked for from *at on: everything comes in the order of the document. */
static struct action_line *find_line(const struct action_lines *lines, size_t *at,
				     int64_t action_id)
{
	for (size_t i = *at; i < lines->n; i++) {
		if (lines->at[i].action_id == action_id) {
			*at = i;
			return &lines->at[i];
		}
	}
	return NULL;
}

static void add_tasks(struct action_lines *lines, const struct task_rows *tasks,
		      const struct reader *r)
{
	size_t at = 0;

	for (size_t i = 0; i < tasks->n; i++) {
		struct action_line *line = find_line(lines, &at, tasks->at[i].action_id);

		if (line)
			add_task(line, &tasks->at[i], r);
	}
}

/* Names as the document has them: a collective unit is one lead. */
static int add_leads(struct store *s, struct arena *a, int64_t plan_id, struct action_lines *lines,
		     struct err *e)
{
	static const char text[] =
		"SELECT a.id, u.name FROM action a JOIN assignment s ON s.action_id = a.id "
		"JOIN unit u ON u.id = s.unit_id "
		"WHERE a.plan_id = ?1 AND s.role = 'lead' AND s.state <> 'withdrawn' "
		"ORDER BY a.seq, s.seq, s.id";
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(plan_id));
	size_t at = 0;
	int got;

	while ((got = sql_next(q, e)) > 0) {
		struct action_line *line = find_line(lines, &at, sql_take_i64(q));

		if (!line)
			continue;
		line->leads = *line->leads ? arena_printf(a, "%s、%s", line->leads, sql_peek(q))
					   : sql_take_text(q, a);
	}
	return got;
}

/* A parent that no unit was assigned to shows the worst lamp of its sub-actions. */
static void raise_parents(struct action_lines *lines, const struct action_rows *actions)
{
	struct action_line *parent = NULL;

	for (size_t i = 0; i < actions->n; i++) {
		struct action_line *line = &lines->at[i];

		if (!actions->at[i].parent_id)
			parent = line;
		else if (parent && parent->action_id == actions->at[i].parent_id &&
			 parent->nunits == 0 && parent->lamp < line->lamp) {
			parent->lamp = line->lamp;
			parent->worst = line->worst;
		}
	}
}

int store_action_lines(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		       const struct lamp_rules *rules, struct date today,
		       struct action_lines *lines, struct err *e)
{
	struct action_rows actions;
	struct task_rows tasks;
	struct reader r;

	*lines = (struct action_lines){0};
	if (store_action_list(s, a, who, plan_id, &actions, e) ||
	    load_tasks(s, a, who, plan_id, rules, today, &tasks, e))
		return -1;
	for (size_t i = 0; i < actions.n; i++)
		*vec_push(a, lines) = (struct action_line){
			.action_id = actions.at[i].id,
			.leads = "",
			.lamp = LAMP_GREY,
			.percent = -1,
			.role = -1,
		};
	reader_of(a, who, &r);
	add_tasks(lines, &tasks, &r);
	raise_parents(lines, &actions);
	return add_leads(s, a, plan_id, lines, e);
}
