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
/* … for what it has just refused. */
int sqlite_refused_last(const struct sqlite_db *db, struct err *e);
/* Statements without values: 0, or -1 and the sentence. */
int sqlite_run(struct sqlite_db *db, const char *text, struct err *e);
/* Opens db->at with the settings that every connection has. On failure too it is to be closed. */
int sqlite_connect(struct sqlite_db *db, const char *where, int flags, struct err *e);
/* sql_ops.copy */
int sqlite_copy(struct sql *sql, const char *where, const struct progress *p, struct err *e);

/* The layer that keeps sums of pages (sql_sqlite_pages.c): its name, for opening. */
const char *sqlite_pages(void);
/* Pages of `from` are about to be written into `to`, which is empty. */
void sqlite_pages_like(sqlite3 *to, sqlite3 *from);
/* From now on pages are given whose sums do not fit. */
void sqlite_pages_trust(sqlite3 *db, bool alone);
/* One page into room for 65536 bytes: how many there are, 0 where it cannot be read. */
int sqlite_pages_get(struct sqlite_db *db, int64_t number, unsigned char *page);
/* A page gets the sum of what it says, read into room for 65536 bytes; a code of SQLite. */
int sqlite_pages_put_sum(struct sqlite_db *db, int64_t number, unsigned char *page);
/* sql_ops.log_is_lost, sql_ops.take_rest (sql_sqlite_guard.c) */
bool sqlite_log_is_lost(struct sql *sql, int64_t *nwrites);
void sqlite_take_rest(struct sql *sql);
/* sql_ops.has_sums, sql_ops.check_pages */
bool sqlite_pages_have_sums(struct sql *sql);
int sqlite_pages_check(struct sql *sql, const struct progress *p, const char *what,
		       void (*bad)(void *to, int64_t number), void *to, struct err *e);

/* The file that is about to be made has room for sums (sql_sqlite_sums.c). */
void sqlite_pages_reserve(sqlite3 *db);
/* sql_ops.renew_sums, sql_ops.page_rows */
int sqlite_renew_sums(struct sql *sql, const struct progress *p, const char *what, struct err *e);
bool sqlite_page_rows(struct sql *sql, int64_t number, int64_t *least, int64_t *greatest);

#endif
