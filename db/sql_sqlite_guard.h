/* sql_sqlite_guard.h - keeps SQLite from taking in a write-ahead log that has lost something, for
 * sql_sqlite_pages.c: it tells of each file what is about to happen to it. */
#ifndef DUBAN_DB_SQL_SQLITE_GUARD_H
#define DUBAN_DB_SQL_SQLITE_GUARD_H

#include "db/sql_wal.h"

#include <sqlite3.h>
#include <sys/types.h>

/* sqlite3_file_control(): gives the address of the struct wal_guard. */
enum { OP_GUARD = 0x64756262 };

/* What SQLite is refused with. */
#define LOG_IS_LOST SQLITE_IOERR_CORRUPTFS

/* Of one connection. */
struct wal_guard {
	const char *path; /* of the database */
	dev_t dev;
	ino_t ino; /* … which file that was when it was opened */
	struct wal_guard *next;
	struct wal_index index;
	bool has_log;	/* there was one when the file was opened */
	bool is_mapped; /* the index is open */
	struct wal_loss loss;
};

void wal_guard_begin(struct wal_guard *g, const char *path);
void wal_guard_end(struct wal_guard *g);
/* The index is about to be opened. */
void wal_guard_map(struct wal_guard *g);
/* The log is about to be taken in, nobody else has it: SQLITE_OK, or LOG_IS_LOST. */
int wal_guard_judge(struct wal_guard *g, struct wal_base *base);
/* What was found of the file behind a connection; NULL where it has none. */
struct wal_loss *wal_guard_loss(sqlite3 *db);

#endif
