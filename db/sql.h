/*
 * sql.h - the seam below the queries. An engine is a table of functions (struct sql_ops); SQLite is
 * the one there is. Above it, what the store uses: statements of constant text, prepared once and
 * kept by the address of their text, with bound values; rows taken column by column.
 *
 *	q = sql_query(db, TEXT, e, sql_i64(plan_id), sql_date(today));
 *	while ((got = sql_next(q, e)) > 0) {
 *		row.id = sql_take_i64(q);
 *		row.title = sql_take_text(q, arena);
 *	}
 *
 * No text of a statement is ever made at run time. One thread uses a connection.
 */
#ifndef DUBAN_DB_SQL_H
#define DUBAN_DB_SQL_H

#include "core/date.h"
#include "core/err.h"
#include "core/mem.h"
#include "core/progress.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sql;
struct sql_stmt;

enum sql_mode {
	SQL_MAKE, /* a new file, which must not exist */
	SQL_OPEN, /* an existing one; for reading only where it cannot be written */
	/* as SQL_OPEN, but what it says is given also where it is not what was written */
	SQL_LOOK,
	/* as SQL_LOOK, one that nobody else has open (ERR_BUSY) until it is closed; where its log
	 * has lost something (else ERR_FORMAT) with what is left */
	SQL_ALONE
};

/* What an engine does. Functions that return int give 0, or -1 with *e filled. */
struct sql_ops {
	const char *name;
	/* On success *db is the connection; its first member is a struct sql that the engine filled
	 * with zeroes and its ops. */
	int (*open)(struct sql **db, const char *where, enum sql_mode mode, struct err *e);
	void (*close)(struct sql *db);
	/* Longest time that begin() and reads wait for another process's lock. */
	void (*set_wait)(struct sql *db, int ms);
	/* Asked again and again while one of them waits, with the time so far. False: it waits no
	 * more (ERR_BUSY). NULL: nobody is asked. */
	void (*on_busy)(struct sql *db, bool (*goes_on)(void *to, int waited_ms), void *to);
	bool (*is_read_only)(struct sql *db);
	/* Numbers that the file carries: whose it is, and which schema. Setting them is part of the
	 * running transaction. */
	int (*get_stamp)(struct sql *db, int64_t *application, int64_t *schema, struct err *e);
	int (*set_stamp)(struct sql *db, int64_t application, int64_t schema, struct err *e);
	/* Forgets what it keeps only to be quicker: nothing will be asked for a while. */
	void (*rest)(struct sql *db);
	/* Whether the file under the path is another one, or none, so that nobody who comes next
	 * sees what this connection writes. Then begin() refuses to write (ERR_STATE). */
	bool (*is_replaced)(struct sql *db);
	/* Changes when another connection has written, and once when the file is replaced. */
	int64_t (*data_version)(struct sql *db);
	/* Runs several statements without values: migrations. */
	int (*script)(struct sql *db, const char *text, struct err *e);
	/* A copy of the whole file as it is at this moment at `where`, which must not exist. Mode
	 * 0600. Others go on writing meanwhile. */
	int (*copy)(struct sql *db, const char *where, const struct progress *p, struct err *e);
	/* Compares every page with what was written; bad() gets the numbers, from 1, of those that
	 * differ. `what` is its name for whoever shows progress. */
	int (*check_pages)(struct sql *db, const struct progress *p, const char *what,
			   void (*bad)(void *to, int64_t number), void *to, struct err *e);
	/* Whether there is something to compare pages with: not in a file of an older program. */
	bool (*has_sums)(struct sql *db);
	/* What the pages say now counts as what was written. A file without sums is rewritten whole
	 * to get them: ERR_BUSY while others have it open. */
	int (*renew_sums)(struct sql *db, const struct progress *p, const char *what,
			  struct err *e);
	/* Whether the log of a file that is opened alone has lost something, and how many writes at
	 * least (0: not known). Then nothing is written before take_rest() says that what is left
	 * is the file. */
	bool (*log_is_lost)(struct sql *db, int64_t *nwrites);
	void (*take_rest)(struct sql *db);
	/* The ids of the rows of a table that a page holds; false where it holds none. */
	bool (*page_rows)(struct sql *db, int64_t number, int64_t *least, int64_t *greatest);
	/* write: takes the write lock at once. */
	int (*begin)(struct sql *db, bool write, struct err *e);
	int (*commit)(struct sql *db, struct err *e);
	void (*rollback)(struct sql *db);
	/* *q's first member is a struct sql_stmt. `text` outlives the statement. */
	int (*prepare)(struct sql *db, struct sql_stmt **q, const char *text, struct err *e);
	void (*finish)(struct sql_stmt *q);
	/* Values from 1; texts and bytes are copied. */
	int (*bind_i64)(struct sql_stmt *q, int n, int64_t v);
	int (*bind_text)(struct sql_stmt *q, int n, const char *s, size_t nbytes);
	int (*bind_blob)(struct sql_stmt *q, int n, const void *bytes, size_t nbytes);
	int (*bind_null)(struct sql_stmt *q, int n);
	/* 1 a row, 0 the end, -1 an error. */
	int (*step)(struct sql_stmt *q, struct err *e);
	/* Ready to be bound and stepped anew; all values are null again. */
	void (*reset)(struct sql_stmt *q);
	/* Columns from 0, of the row that step() gave. Null is 0 and NULL; a text and bytes are the
	 * engine's until the next step. No bytes may be NULL too. */
	int64_t (*col_i64)(struct sql_stmt *q, int i);
	const char *(*col_text)(struct sql_stmt *q, int i, size_t *nbytes);
	const void *(*col_blob)(struct sql_stmt *q, int i, size_t *nbytes);
};

extern const struct sql_ops sql_sqlite;

enum { SQL_BUCKETS = 128 };

/* The part of a connection that all engines share. */
struct sql {
	const struct sql_ops *ops;
	bool writing; /* inside a write transaction */
	struct sql_stmt *kept[SQL_BUCKETS];
};

struct sql_stmt {
	struct sql *db;
	const char *text;
	struct sql_stmt *next; /* in its bucket */
	bool busy;	       /* a row may still come */
	int col;	       /* next column that sql_take_… gives */
};

/* A value to bind, made by the functions below it. */
struct sql_value {
	enum { SQL_NULL, SQL_I64, SQL_TEXT, SQL_BLOB } kind;
	int64_t i;
	const char *s; /* NULL: `own` */
	size_t nbytes; /* of bytes at s */
	char own[TIME_TEXT];
};
struct sql_value sql_i64(int64_t v);
struct sql_value sql_id(int64_t id);	   /* 0 becomes null */
struct sql_value sql_text(const char *s);  /* NULL becomes "" */
struct sql_value sql_maybe(const char *s); /* NULL and "" become null */
struct sql_value sql_date(struct date d);  /* no date becomes null */
struct sql_value sql_time(int64_t utc);
struct sql_value sql_blob(const void *bytes, size_t nbytes);

void sql_close(struct sql *db); /* NULL is fine */
/* Nothing will be asked for a while: statements that give no rows at the moment go, and what the
 * engine keeps only to be quicker. */
void sql_rest(struct sql *db);
int sql_begin(struct sql *db, struct err *e);
int sql_commit(struct sql *db, struct err *e);
void sql_rollback(struct sql *db);

/* The statement of this text (a constant: its address is its name), bound, before its first row.
 * NULL and *e on failure. It is free again when sql_next() gave 0 or -1 or after sql_end(). */
struct sql_stmt *sql_query_values(struct sql *db, const char *text, struct err *e,
				  const struct sql_value *values, int n);
/* Runs a statement that gives no rows (or whose rows nobody wants). 0 or -1. */
int sql_run_values(struct sql *db, const char *text, struct err *e, const struct sql_value *values,
		   int n);
/* The number in the first column of the first row: 1, 0 when there is no row (*v untouched), -1. */
int sql_get_values(struct sql *db, const char *text, int64_t *v, struct err *e,
		   const struct sql_value *values, int n);

/* The first element is a filler, so that a statement may take no value. */
#define SQL_VALUES(...)                                                                            \
	((const struct sql_value[]){{0}, __VA_ARGS__}) + 1,                                        \
		(int)(sizeof((const struct sql_value[]){{0}, __VA_ARGS__}) /                       \
		      sizeof(struct sql_value)) -                                                  \
			1
#define sql_query(db, text, e, ...)  sql_query_values(db, text, e, SQL_VALUES(__VA_ARGS__))
#define sql_run(db, text, e, ...)    sql_run_values(db, text, e, SQL_VALUES(__VA_ARGS__))
#define sql_get(db, text, v, e, ...) sql_get_values(db, text, v, e, SQL_VALUES(__VA_ARGS__))

/* 1 a row, 0 the end, -1 an error; q NULL gives -1 (the query has failed before). */
int sql_next(struct sql_stmt *q, struct err *e);
/* Leaves a query before its end; NULL is fine. */
void sql_end(struct sql_stmt *q);

/* The next column of the row. Null gives 0, "", no date, no bytes. Texts go into the arena;
 * sql_peek() and sql_peek_blob() lend them until the next step. */
int64_t sql_take_i64(struct sql_stmt *q);
int sql_take_int(struct sql_stmt *q);
bool sql_take_bool(struct sql_stmt *q);
const char *sql_take_text(struct sql_stmt *q, struct arena *a);
const char *sql_peek(struct sql_stmt *q);
const void *sql_peek_blob(struct sql_stmt *q, size_t *nbytes);
struct date sql_take_date(struct sql_stmt *q);
int64_t sql_take_time(struct sql_stmt *q);
void sql_skip(struct sql_stmt *q);
/* A word of core/words.h: sql_take_word(q, role, &row->role). Null leaves it. */
#define sql_take_word(q, set, v) ((void)set##_parse(sql_peek(q), (v)))

#endif
