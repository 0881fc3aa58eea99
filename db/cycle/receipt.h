/* receipt.h - receipt that comes with other work of a unit. Nothing outside db/ includes it; the
 * rest is store_receipt.h's. */
#ifndef DUBAN_DB_RECEIPT_H
#define DUBAN_DB_RECEIPT_H

#include "db/store_internal.h"

/* Who enters something for a task has taken note of it: received, with a row in the log, unless it
 * was before. What the office enters on behalf of the unit receives nothing. */
int receipt_by_entering(struct write *w, int64_t action_id, int64_t unit_id, struct err *e);

#endif
