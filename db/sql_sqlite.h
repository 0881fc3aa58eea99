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

#endif
