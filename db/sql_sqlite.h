/* sql_sqlite.h - what the files behind the seam of sql.h share; they alone know SQLite. */
#ifndef DUBAN_DB_SQL_SQLITE_H
#define DUBAN_DB_SQL_SQLITE_H

#include "db/sql.h"
#include "db/sql_wait.h"

#include <sqlite3.h>

struct sqlite_db {
	struct sql base;
	sqlite3 *at;
	char *path;
	struct sql_wait wait;
};

/* The sentence for a code of SQLite; -1. */
int sqlite_refused(const struct sqlite_db *db, int rc, struct err *e);
/* Opens db->at with the settings that every connection has. On failure too it is to be closed. */
int sqlite_connect(struct sqlite_db *db, const char *where, int flags, struct err *e);
/* sql_ops.copy */
int sqlite_copy(struct sql *sql, const char *where, const struct progress *p, struct err *e);

/* The layer that keeps sums of pages (sql_sqlite_pages.c): its name, for opening. */
const char *sqlite_pages(void);
/* The file that is about to be made has room for sums. */
void sqlite_pages_reserve(sqlite3 *db);
/* Pages of `from` are about to be written into `to`, which is empty. */
void sqlite_pages_like(sqlite3 *to, sqlite3 *from);
/* sql_ops.check_pages */
int sqlite_pages_check(struct sql *sql, const struct progress *p, const char *what,
		       void (*bad)(void *to, int64_t number), void *to, struct err *e);

#endif
