/* store_tasklist.h - all that the printed task list of a unit says, from the file to a document.
 * See store.h. */
#ifndef DUBAN_DB_STORE_TASKLIST_H
#define DUBAN_DB_STORE_TASKLIST_H

#include "core/plan/document.h"
#include "core/rule/lamp.h"
#include "db/store.h"

/* The list of a unit in one plan (0: all open ones), by tasklist_build(). *nitems gets the number
 * of its actions: with none there is nothing to print. The horizon is the year of who->now. */
int store_tasklist(struct store *s, struct arena *a, const struct actor *who, int64_t unit_id,
		   int64_t plan_id, const struct lamp_rules *rules, struct document *d, int *nitems,
		   struct err *e);

#endif
