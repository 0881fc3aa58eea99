/*
 * milestone.h - the order of a stage plan: a milestone may wait for another one of its action. The
 * order is told, never forced: a unit that was quicker marks what it has done, and everybody sees
 * that the step before it is still open.
 */
#ifndef DUBAN_CORE_MILESTONE_H
#define DUBAN_CORE_MILESTONE_H

#include "core/model.h"

enum { MILESTONE_WEIGHT_MOST = 100 };

enum milestone_order {
	ORDER_FINE,   /* waits for nothing, or for what is done or dropped */
	ORDER_WAITS,  /* open, like the one that it waits for */
	ORDER_SOONER, /* the same, and due before the one that it waits for */
	ORDER_EARLY   /* done, while the one that it waits for is open */
};
enum milestone_order milestone_order(const struct milestone_row *m);

/* Where it stands in the order, as a part of a line: "after "草案", open still". "" when there is
 * nothing to say. In the arena. */
const char *milestone_order_label(struct arena *a, const struct milestone_row *m);
/* A whole sentence for who has just saved it or marked it done; "" when the order is kept, also for
 * ORDER_WAITS. In the arena. */
const char *milestone_order_warning(struct arena *a, const struct milestone_row *m);

/* "extended twice" …; "" when it never was. In the arena. */
const char *milestone_extended_label(struct arena *a, const struct milestone_row *m);
/* "asked for: until 2021-12-10 (request 6), not answered yet", while that waits; else "". In the
 * arena. */
const char *milestone_asked_label(struct arena *a, const struct milestone_row *m);

#endif
