/* period_exception.h - writing the exception that a unit has for a period, with its row in the log.
 * Nothing outside db/ includes it; who may is the caller's question. */
#ifndef DUBAN_DB_PERIOD_EXCEPTION_H
#define DUBAN_DB_PERIOD_EXCEPTION_H

#include "db/store_internal.h"

/* `period` is "dt2021/2021Q3" for the log. An exception that is there gets the new day. */
int period_exception_put(struct write *w, int64_t period_id, const char *period, int64_t unit_id,
			 struct date until, const char *reason, struct err *e);

#endif
