/* Gathers what stands beside each task of a unit (targets, volumes, milestones, the plan's title)
 * and builds the document from it. */
#include "db/plan/store_tasklist.h"

#include "core/plan/tasklist.h"
#include "db/report/store_milestone.h"
#include "db/plan/store_plan.h"
#include "db/plan/store_task.h"
#include "db/people/store_unit.h"
#include "db/store_log.h"

static int load_item(struct store *s, struct arena *a, const struct actor *who,
		     const struct task_row *t, struct tasklist_item *item, struct err *e)
{
	struct indicator_rows indicators = {0};
	struct volume_rows volumes = {0};
	struct milestone_rows milestones = {0};
	struct milestone_filter f = {.action_id = t->action_id, .unit_id = t->unit_id};

	if (store_indicator_list(s, a, who, t->action_id, &indicators, e) < 0 ||
	    store_volume_list(s, a, who, t->action_id, &volumes, e) < 0 ||
	    store_milestone_list(s, a, who, &f, &milestones, e) < 0)
		return -1;
	item->task = t;
	item->indicators = indicators.at;
	item->nindicators = (int)indicators.n;
	item->volumes = volumes.at;
	item->nvolumes = (int)volumes.n;
	item->milestones = milestones.at;
	item->nmilestones = (int)milestones.n;
	return 0;
}

/* Titles of the plans, each looked up once: tasks come plan by plan. */
static int load_titles(struct store *s, struct arena *a, const struct actor *who,
		       struct tasklist_item *items, size_t n, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		struct plan_row plan;

		if (i > 0 && items[i].task->plan_id == items[i - 1].task->plan_id) {
			items[i].plan_title = items[i - 1].plan_title;
			continue;
		}
		if (store_plan_get_id(s, a, who, items[i].task->plan_id, &plan, e) < 0)
			return -1;
		items[i].plan_title = plan.title;
	}
	return 0;
}

int store_tasklist(struct store *s, struct arena *a, const struct actor *who, int64_t unit_id,
		   int64_t plan_id, const struct lamp_rules *rules, struct document *d, int *nitems,
		   struct err *e)
{
	struct task_filter f = {.plan_id = plan_id, .unit_id = unit_id, .role = -1, .lamp = -1};
	struct date today = who->now.today;
	struct task_rows tasks = {0};
	struct tasklist_item *items;
	struct unit_row unit;

	if (store_unit_get(s, a, unit_id, &unit, e) < 0 ||
	    store_task_list(s, a, who, &f, rules, today, &tasks, e) < 0)
		return -1;
	items = arena_alloc(a, (tasks.n + 1) * sizeof *items);
	for (size_t i = 0; i < tasks.n; i++)
		if (load_item(s, a, who, &tasks.at[i], &items[i], e) < 0)
			return -1;
	if (load_titles(s, a, who, items, tasks.n, e) < 0)
		return -1;
	*nitems = (int)tasks.n;
	tasklist_build(a, d, unit.name, items, *nitems, today.y, who->name, today);
	return store_log_stamp(s, a, d, e);
}
