/*
 * heat_tasks.h - what the table of units × sections is made of, so that nothing of the plan is
 * missing in its totals: the shares of the units, and the actions that no unit answers for.
 */
#ifndef DUBAN_TUI_HEAT_TASKS_H
#define DUBAN_TUI_HEAT_TASKS_H

#include "core/lamp.h"
#include "db/store_task.h"

/* All of a plan in the order of the document. An action without a unit is a task with unit_id 0,
 * unit "" and its own lamp. */
int heat_tasks_load(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		    const struct lamp_rules *rules, struct date today, struct task_rows *tasks,
		    struct err *e);
/* Whether action i has no units because its sub-actions have them: they are counted instead. Lines
 * as from store_action_lines(). */
bool heat_tasks_below(const struct action_rows *actions, const struct action_lines *lines,
		      size_t i);

#endif
