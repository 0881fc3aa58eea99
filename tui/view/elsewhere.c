/*
 * elsewhere.c - a unit works in several plans at once, a screen shows one of them. What waits in
 * the others is counted plan by plan, so that nobody has to look into each of them in vain.
 */
#include "tui/view/elsewhere.h"

#include "core/i18n.h"
#include "core/rule/lamp.h"
#include "db/plan/store_plan.h"
#include "tui/app/session.h"
#include "tui/plan/task_rows.h"

#include <stdlib.h>

struct debt {
	int64_t plan_id;
	int nwaiting;
};
struct debts {
	struct debt *at;
	size_t n, cap;
	int nwaiting; /* of all */
};

/* A report can wait only where a period runs. */
static bool is_waiting(const struct task_row *t)
{
	return task_is_owed(t) && t->elapsed >= 0;
}

static void add_debt(struct arena *a, struct debts *debts, int64_t plan_id)
{
	size_t i = 0;

	while (i < debts->n && debts->at[i].plan_id != plan_id)
		i++;
	if (i == debts->n)
		*vec_push(a, debts) = (struct debt){.plan_id = plan_id};
	debts->at[i].nwaiting++;
	debts->nwaiting++;
}

/* Plans come in the order of their most urgent task. */
static void count_debts(struct arena *a, struct debts *debts, struct task_row *tasks, size_t n)
{
	if (n)
		qsort(tasks, n, sizeof *tasks, lamp_compare);
	for (size_t i = 0; i < n; i++) {
		if (is_waiting(&tasks[i]))
			add_debt(a, debts, tasks[i].plan_id);
	}
}

static int name_plans(const struct app_context *c, struct arena *a, const struct debts *debts,
		      const char **names, struct err *e)
{
	struct actor who = session_actor(c);
	struct plan_row plan;

	*names = "";
	for (size_t i = 0; i < debts->n; i++) {
		if (store_plan_get_id(c->store, a, &who, debts->at[i].plan_id, &plan, e) < 0)
			return -1;
		*names = arena_printf(a, "%s%s%s (%d)", *names, i ? ", " : "", plan.title,
				      debts->at[i].nwaiting);
	}
	return 0;
}

/* Those of the plan first, in their order, behind them the others; returns how many are first. */
static size_t part_tasks(struct arena *a, struct task_rows *tasks, int64_t plan_id)
{
	struct task_row *others = arena_alloc(a, (tasks->n + 1) * sizeof *others);
	size_t kept = 0, nothers = 0;

	for (size_t i = 0; i < tasks->n; i++) {
		if (tasks->at[i].plan_id == plan_id)
			tasks->at[kept++] = tasks->at[i];
		else
			others[nothers++] = tasks->at[i];
	}
	for (size_t i = 0; i < nothers; i++)
		tasks->at[kept + i] = others[i];
	return kept;
}

int elsewhere_split(const struct app_context *c, struct arena *a, int64_t plan_id,
		    struct task_rows *tasks, const char **note, struct err *e)
{
	struct debts debts = {0};
	const char *names;
	size_t kept = part_tasks(a, tasks, plan_id);

	*note = NULL;
	count_debts(a, &debts, tasks->at + kept, tasks->n - kept);
	tasks->n = kept;
	if (!debts.n)
		return 0;
	if (name_plans(c, a, &debts, &names, e) < 0)
		return -1;
	*note = arena_printf(a,
			     Q_("%d report waits elsewhere (main menu, another plan): %s",
				"%d reports wait elsewhere (main menu, another plan): %s",
				debts.nwaiting),
			     debts.nwaiting, names);
	return 0;
}
