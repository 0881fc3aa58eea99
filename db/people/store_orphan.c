/* Tasks that nobody is there for: their unit has no reporter and no approver who is let in. A
 * member of a collective unit counts like any other; a collective unit without members too. */
#include "db/people/store_handover.h"

#include "db/store_internal.h"
#include "db/plan/store_task.h"

#include <stdlib.h>

#define NOBODY                                                                                     \
	"NOT EXISTS (SELECT 1 FROM post o JOIN person p ON p.id = o.person_id "                    \
	"WHERE o.unit_id = t.unit_id AND o.ended_at IS NULL AND p.active = 1)"
/* ?1 plan. Tasks that run. */
#define ORPHANS                                                                                    \
	"FROM action a CROSS JOIN task_share t ON t.action_id = a.id WHERE a.plan_id = ?1 "        \
	"AND a.state IN ('active', 'completion-asked') AND " NOBODY

static int compare_ids(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* The unit of each task, ascending: one that has two comes twice. */
static int list_units(struct store *s, struct arena *a, int64_t plan_id, struct readable *units,
		      struct err *e)
{
	/* No DISTINCT and no count: they would go through all of task_share. */
	static const char text[] = "SELECT t.unit_id " ORPHANS;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(plan_id));
	int got;

	*units = (struct readable){0};
	while ((got = sql_next(q, e)) > 0)
		*vec_push(a, &units->ids) = sql_take_i64(q);
	if (units->ids.n)
		qsort(units->ids.at, units->ids.n, sizeof *units->ids.at, compare_ids);
	return got;
}

int store_orphan_list(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		      const struct lamp_rules *rules, struct date today, struct task_rows *rows,
		      struct err *e)
{
	const struct task_filter all = {.plan_id = plan_id, .role = -1, .lamp = -1};
	struct task_rows tasks;
	struct readable units;

	*rows = (struct task_rows){0};
	if (list_units(s, a, plan_id, &units, e) < 0)
		return -1;
	if (!units.ids.n)
		return 0;
	if (store_task_list(s, a, who, &all, rules, today, &tasks, e))
		return -1;
	for (size_t i = 0; i < tasks.n; i++)
		if (tasks.at[i].action_state != ACTION_CLOSED_OUT &&
		    readable_has(&units, tasks.at[i].unit_id))
			*vec_push(a, rows) = tasks.at[i];
	return 0;
}

int store_orphan_count(struct store *s, const struct actor *who, int64_t plan_id, int *ntasks,
		       int *nunits, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct readable units = {0};

	*ntasks = *nunits = 0;
	if (read_may_plan(who, e))
		return -1;
	int got = list_units(s, &a, plan_id, &units, e);
	*ntasks = (int)units.ids.n;
	for (size_t i = 0; i < units.ids.n; i++)
		*nunits += i == 0 || units.ids.at[i] != units.ids.at[i - 1];
	arena_free(&a);
	return got;
}
