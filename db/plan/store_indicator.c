/* Indicators action by action, and the document that is printed of them. */
#include "db/plan/store_indicator.h"

#include "db/plan/store_plan.h"
#include "db/plan/store_task.h"
#include "db/people/store_unit.h"
#include "db/store_log.h"

static bool has_task(const struct task_rows *tasks, int64_t action_id)
{
	for (size_t i = 0; i < tasks->n; i++) {
		if (tasks->at[i].action_id == action_id)
			return true;
	}
	return false;
}

static int add_action(struct store *s, struct arena *a, const struct actor *who,
		      const struct action_row *action, struct indicator_items *items, struct err *e)
{
	struct indicator_rows rows = {0};

	if (store_indicator_list(s, a, who, action->id, &rows, e) < 0)
		return -1;
	for (size_t i = 0; i < rows.n; i++)
		*vec_push(a, items) = (struct indicator_item){.row = rows.at[i], .action = action};
	return 0;
}

int store_indicators(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		     int64_t unit_id, const struct lamp_rules *rules, struct indicator_items *items,
		     struct err *e)
{
	struct task_filter f = {.plan_id = plan_id, .unit_id = unit_id, .role = -1, .lamp = -1};
	struct action_rows actions = {0};
	struct task_rows tasks = {0};

	*items = (struct indicator_items){0};
	if (store_action_list(s, a, who, plan_id, &actions, e) < 0 ||
	    (unit_id && store_task_list(s, a, who, &f, rules, who->now.today, &tasks, e) < 0))
		return -1;
	for (size_t i = 0; i < actions.n; i++) {
		if (unit_id && !has_task(&tasks, actions.at[i].id))
			continue;
		if (add_action(s, a, who, &actions.at[i], items, e) < 0)
			return -1;
	}
	return 0;
}

int store_indicator_document(struct store *s, struct arena *a, const struct actor *who,
			     int64_t plan_id, int64_t unit_id, const struct lamp_rules *rules,
			     struct document *d, int *nitems, struct err *e)
{
	struct indicator_items items;
	struct unit_row unit = {.name = ""};
	struct plan_row plan;

	if (store_plan_get_id(s, a, who, plan_id, &plan, e) < 0 ||
	    (unit_id && store_unit_get(s, a, unit_id, &unit, e) < 0) ||
	    store_indicators(s, a, who, plan_id, unit_id, rules, &items, e) < 0)
		return -1;
	*nitems = (int)items.n;
	indicator_document_build(a, d, plan.title, unit.name, &items, who->name, who->now.today);
	return store_log_stamp(s, a, d, e);
}
