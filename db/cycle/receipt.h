/* receipt.h - how a unit has taken a task, for the files that change it: with an objection, or with
 * other work of the unit. Nothing outside db/ includes it; the rest is store_receipt.h's. */
#ifndef DUBAN_DB_RECEIPT_H
#define DUBAN_DB_RECEIPT_H

#include "core/rule/flow.h"
#include "db/store_internal.h"

/* Who enters something for a task has taken note of it: received, with a row in the log, unless it
 * was before. What the office enters on behalf of the unit receives nothing. */
int receipt_by_entering(struct write *w, int64_t action_id, int64_t unit_id, struct err *e);

/* The state of an assignment for one of the units that it stands for, as it is issued now. */
int receipt_state(struct write *w, int64_t assignment_id, int64_t unit_id,
		  enum assignment_state *state, struct err *e);
/* Sets it, received or contested, and the assignment's own after it: that of the least advanced of
 * its units. Writes no log. */
int receipt_put(struct write *w, int64_t assignment_id, int64_t unit_id,
		enum assignment_state state, struct err *e);

#endif
