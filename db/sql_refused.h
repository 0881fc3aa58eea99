/* sql_refused.h - what an engine could not do, as sentences that say what to do about it. All
 * return -1. */
#ifndef DUBAN_DB_SQL_REFUSED_H
#define DUBAN_DB_SQL_REFUSED_H

#include "core/err.h"
#include "db/sql_wait.h"

#include <stdint.h>

/* Another process has held the lock for as long as was waited (ERR_BUSY). */
int sql_refused_busy(const char *path, const struct sql_wait *w, struct err *e);
int sql_refused_full(const char *path, struct err *e);
int sql_refused_read_only(const char *path, struct err *e);
/* ERR_STATE: the one that is open is no longer the one at the path. */
int sql_refused_replaced(const char *path, struct err *e);
/* ERR_FORMAT: the file is damaged; a page of it has another sum; its log has lost so many writes at
 * least (0: not known). */
int sql_refused_damaged(const char *path, struct err *e);
int sql_refused_page(const char *path, struct err *e);
int sql_refused_log(const char *path, int64_t nwrites, struct err *e);
/* By a number of errno; 0: `otherwise` tells. */
int sql_refused_system(const char *path, int errnum, const char *otherwise, struct err *e);

#endif
