/* store_burden.h - what is asked of units within some days. See store.h and burden.h. */
#ifndef DUBAN_DB_STORE_BURDEN_H
#define DUBAN_DB_STORE_BURDEN_H

#include "core/rule/burden.h"
#include "db/store.h"

/* In all open plans: reports and milestones that are due, and notices issued, on these days (with
 * the first and the last), most first. unit_id 0: of all units. Who does not read everything reads
 * the own units'. A unit of which nothing is asked has no row. */
int store_burden_list(struct store *s, struct arena *a, const struct actor *who, struct date from,
		      struct date to, int64_t unit_id, struct burden_rows *rows, struct err *e);

#endif
