/* indicator.h - indicators as people read them: a target as text, and all of a plan or of a unit's
 * actions as a document with a column a year. */
#ifndef DUBAN_CORE_INDICATOR_H
#define DUBAN_CORE_INDICATOR_H

#include "core/plan/document.h"

/* "≥ 31%": the target with its comparison and measure; "" for one in words. In the arena. */
const char *indicator_target(struct arena *a, const struct indicator_row *in,
			     const struct target_row *t);

/* An indicator and the action it belongs to (borrowed). */
struct indicator_item {
	struct indicator_row row;
	const struct action_row *action;
};
struct indicator_items {
	struct indicator_item *at;
	size_t n, cap;
};

/* Items in the order of the document, those of an action together. `plan`: its title; `unit`: whose
 * actions' indicators they are, "" for all of the plan. Fills "printed DATE by NAME" from today and
 * printed_by. */
void indicator_document_build(struct arena *a, struct document *d, const char *plan,
			      const char *unit, const struct indicator_items *items,
			      const char *printed_by, struct date today);

#endif
