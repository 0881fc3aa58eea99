/* store_indicator.h - the indicators of all actions of a plan in one go. See store.h. */
#ifndef DUBAN_DB_STORE_INDICATOR_H
#define DUBAN_DB_STORE_INDICATOR_H

#include "core/rule/indicator.h"
#include "core/rule/lamp.h"
#include "db/store.h"

/* Of the actions in force, in the order of the document; with a unit only those of the actions that
 * it takes part in. */
int store_indicators(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		     int64_t unit_id, const struct lamp_rules *rules, struct indicator_items *items,
		     struct err *e);
/* The same to be printed, by indicator_document_build(). *nitems gets their number: with none there
 * is nothing to print. */
int store_indicator_document(struct store *s, struct arena *a, const struct actor *who,
			     int64_t plan_id, int64_t unit_id, const struct lamp_rules *rules,
			     struct document *d, int *nitems, struct err *e);

#endif
