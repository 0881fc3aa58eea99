/*
 * store_heat.h - what the table of units × sections is made of, so that nothing of the plan is
 * missing in its totals: the shares of the units, and the actions that no unit answers for. See
 * store.h.
 */
#ifndef DUBAN_DB_STORE_HEAT_H
#define DUBAN_DB_STORE_HEAT_H

#include "core/plan/document.h"
#include "core/rule/lamp.h"
#include "db/plan/store_task.h"

/* All of a plan in the order of the document. An action without a unit is a task with unit_id 0,
 * unit "" and its own lamp. */
int store_heat_tasks(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		     const struct lamp_rules *rules, struct date today, struct task_rows *tasks,
		     struct err *e);
/* Whether action i has no units because its sub-actions have them: they are counted instead. Lines
 * as from store_action_lines(). */
bool store_heat_below(const struct action_rows *actions, const struct action_lines *lines,
		      size_t i);
/* The table to be printed, by heat_document_build(). *nrows gets the number of its units: with none
 * there is nothing to print. */
int store_heat_document(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
			const struct lamp_rules *rules, struct document *d, int *nrows,
			struct err *e);

#endif
