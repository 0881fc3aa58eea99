/* SQLite behind the seam of sql.h; what else knows it shares sql_sqlite.h. A file is kept in WAL
 * mode with every commit on the disk before it counts. */
#include "db/sql_sqlite.h"

#include "db/folder.h"
#include "db/sql_file.h"
#include "db/sql_refused.h"
#include "db/sql_wait.h"

#include <stdlib.h>
#include <unistd.h>

enum { WAIT_MS = 10000, ALONE_MS = 1000 };

struct sqlite_stmt {
	struct sql_stmt base;
	sqlite3_stmt *at;
	struct sqlite_db *db;
};

static struct sqlite_db *db_of(struct sql *db)
{
	return (struct sqlite_db *)db;
}

static struct sqlite_stmt *stmt_of(struct sql_stmt *q)
{
	return (struct sqlite_stmt *)q;
}

/* One thread, nobody asks how much memory is in use, and no pages in advance: a statement with
 * RETURNING opens a small table of its own, which would get and give back twenty of them each time.
 * Refused, without harm, once SQLite has begun. */
static void configure(void)
{
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 0);
}

static int wait_again(void *wait, int ntries)
{
	return sql_wait_again(wait, ntries == 0);
}

int sqlite_connect(struct sqlite_db *db, const char *where, int flags, struct err *e)
{
	configure();
	if (sqlite3_open_v2(where, &db->at, flags | SQLITE_OPEN_NOMUTEX, sqlite_pages()) !=
	    SQLITE_OK)
		return sqlite_refused_last(db, e);
	sqlite3_extended_result_codes(db->at, 1);
	sqlite3_busy_handler(db->at, wait_again, &db->wait);
	sqlite3_db_config(db->at, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db->at, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(db->at, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(db->at, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	return sqlite_run(db, "PRAGMA foreign_keys = ON", e);
}

static bool db_is_read_only(struct sql *sql)
{
	return sqlite3_db_readonly(db_of(sql)->at, "main") == 1;
}

/* In a folder that cannot be written SQLite has no room for the shared memory of WAL. A file that
 * was left at rest is then read as one that does not change. */
static int connect_readable(struct sqlite_db *db, struct err *e)
{
	static const char probe[] = "SELECT count(*) FROM sqlite_schema";

	if (sqlite3_exec(db->at, probe, NULL, NULL, NULL) == SQLITE_OK)
		return 0;
	int code = sqlite3_errcode(db->at) & 0xFF;
	if ((code != SQLITE_CANTOPEN && code != SQLITE_READONLY) || sql_file_has_log(db->path))
		return sqlite_refused_last(db, e);
	sqlite3_close(db->at);
	db->at = NULL;
	char *uri = sql_file_uri(db->path);
	int result = sqlite_connect(db, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, e);
	free(uri);
	return result;
}

static void db_close(struct sql *sql)
{
	struct sqlite_db *db = db_of(sql);

	sqlite3_close(db->at);
	free(db->path);
	free(db);
}

static int begin_file(struct sqlite_db *db, struct err *e)
{
	sqlite_pages_reserve(db->at);
	return sqlite_run(db, "PRAGMA journal_mode = WAL", e);
}

/* With this locking SQLite has the file for itself from the first read, or refuses. */
static int begin_look(struct sqlite_db *db, enum sql_mode mode, struct err *e)
{
	sqlite_pages_trust(db->at, mode == SQL_ALONE);
	return mode == SQL_ALONE ? sqlite_run(db, "PRAGMA locking_mode = EXCLUSIVE", e) : 0;
}

static int hold_alone(struct sqlite_db *db, struct err *e)
{
	if (db_is_read_only(&db->base))
		return sql_refused_read_only(db->path, e);
	return sqlite_run(db, "BEGIN EXCLUSIVE; COMMIT", e);
}

static int db_open(struct sql **out, const char *where, enum sql_mode mode, struct err *e)
{
	if (mode == SQL_MAKE && sql_file_make(where, e))
		return -1;
	struct sqlite_db *db = xcalloc(1, sizeof *db);
	db->base.ops = &sql_sqlite;
	db->path = xstrdup(where);
	db->wait.most_ms = mode == SQL_ALONE ? ALONE_MS : WAIT_MS;
	if (sqlite_connect(db, where, SQLITE_OPEN_READWRITE, e) ||
	    (mode >= SQL_LOOK && begin_look(db, mode, e)) || connect_readable(db, e) ||
	    sqlite_run(db, "PRAGMA synchronous = FULL", e) ||
	    (mode == SQL_MAKE && begin_file(db, e)) || (mode == SQL_ALONE && hold_alone(db, e))) {
		db_close(&db->base);
		if (mode == SQL_MAKE)
			folder_drop(where);
		return -1;
	}
	*out = &db->base;
	return 0;
}

static void db_set_wait(struct sql *sql, int ms)
{
	db_of(sql)->wait.most_ms = ms;
}

static void db_on_busy(struct sql *sql, bool (*goes_on)(void *to, int waited_ms), void *to)
{
	db_of(sql)->wait.goes_on = goes_on;
	db_of(sql)->wait.to = to;
}

static int pragma_i64(struct sqlite_db *db, const char *text, int64_t *v, struct err *e)
{
	sqlite3_stmt *q = NULL;
	int rc = sqlite3_prepare_v2(db->at, text, -1, &q, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(q);
	if (rc == SQLITE_ROW)
		*v = sqlite3_column_int64(q, 0);
	int result = rc == SQLITE_ROW ? 0 : sqlite_refused_last(db, e);
	sqlite3_finalize(q);
	return result;
}

static int db_get_stamp(struct sql *sql, int64_t *application, int64_t *schema, struct err *e)
{
	struct sqlite_db *db = db_of(sql);

	if (pragma_i64(db, "PRAGMA application_id", application, e))
		return -1;
	return pragma_i64(db, "PRAGMA user_version", schema, e);
}

static int db_set_stamp(struct sql *sql, int64_t application, int64_t schema, struct err *e)
{
	/* a pragma takes no bound values; these are numbers of ours */
	char *text = sqlite3_mprintf("PRAGMA application_id = %lld; PRAGMA user_version = %lld",
				     (sqlite3_int64)application, (sqlite3_int64)schema);
	int result = sqlite_run(db_of(sql), text, e);

	sqlite3_free(text);
	return result;
}

static bool db_is_replaced(struct sql *sql)
{
	int is_replaced = 0;

	return sqlite3_file_control(db_of(sql)->at, "main", SQLITE_FCNTL_HAS_MOVED, &is_replaced) ==
		       SQLITE_OK &&
	       is_replaced;
}

static int64_t db_data_version(struct sql *sql)
{
	enum { REPLACED = -1 }; /* SQLite counts from 1 */
	struct err e = ERR_INIT;
	int64_t v = 0;

	if (db_is_replaced(sql))
		return REPLACED;
	pragma_i64(db_of(sql), "PRAGMA data_version", &v, &e);
	return v;
}

static void db_rest(struct sql *sql)
{
	sqlite3_db_release_memory(db_of(sql)->at);
}

static int db_script(struct sql *sql, const char *text, struct err *e)
{
	return sqlite_run(db_of(sql), text, e);
}

/* Who replaces the file holds the lock while it does, so that with the lock it is known for good.
 */
static int begin_write(struct sqlite_db *db, struct err *e)
{
	if (db_is_read_only(&db->base))
		return sql_refused_read_only(db->path, e);
	if (sqlite_run(db, "BEGIN IMMEDIATE", e))
		return -1;
	if (!db_is_replaced(&db->base))
		return 0;
	sqlite3_exec(db->at, "ROLLBACK", NULL, NULL, NULL);
	return sql_refused_replaced(db->path, e);
}

static int db_begin(struct sql *sql, bool write, struct err *e)
{
	return write ? begin_write(db_of(sql), e) : sqlite_run(db_of(sql), "BEGIN", e);
}

static int db_commit(struct sql *sql, struct err *e)
{
	return sqlite_run(db_of(sql), "COMMIT", e);
}

static void db_rollback(struct sql *sql)
{
	/* a full disk has rolled back already; then this has nothing to do */
	sqlite3_exec(db_of(sql)->at, "ROLLBACK", NULL, NULL, NULL);
}

static int db_prepare(struct sql *sql, struct sql_stmt **out, const char *text, struct err *e)
{
	struct sqlite_stmt *q = xcalloc(1, sizeof *q);

	q->db = db_of(sql);
	if (sqlite3_prepare_v3(q->db->at, text, -1, SQLITE_PREPARE_PERSISTENT, &q->at, NULL) !=
	    SQLITE_OK) {
		free(q);
		return sqlite_refused_last(db_of(sql), e);
	}
	*out = &q->base;
	return 0;
}

static void stmt_finish(struct sql_stmt *q)
{
	sqlite3_finalize(stmt_of(q)->at);
	free(q);
}

static int stmt_bind_i64(struct sql_stmt *q, int n, int64_t v)
{
	return -(sqlite3_bind_int64(stmt_of(q)->at, n, v) != SQLITE_OK);
}

static int stmt_bind_text(struct sql_stmt *q, int n, const char *s, size_t nbytes)
{
	return -(sqlite3_bind_text64(stmt_of(q)->at, n, s, nbytes, SQLITE_TRANSIENT, SQLITE_UTF8) !=
		 SQLITE_OK);
}

/* No bytes are a value too, which SQLite would take for null without an address. */
static int stmt_bind_blob(struct sql_stmt *q, int n, const void *bytes, size_t nbytes)
{
	return -(sqlite3_bind_blob64(stmt_of(q)->at, n, bytes ? bytes : "", nbytes,
				     SQLITE_TRANSIENT) != SQLITE_OK);
}

static int stmt_bind_null(struct sql_stmt *q, int n)
{
	return -(sqlite3_bind_null(stmt_of(q)->at, n) != SQLITE_OK);
}

static int stmt_step(struct sql_stmt *q, struct err *e)
{
	switch (sqlite3_step(stmt_of(q)->at)) {
	case SQLITE_ROW:
		return 1;
	case SQLITE_DONE:
		return 0;
	default:
		return sqlite_refused_last(stmt_of(q)->db, e);
	}
}

static void stmt_reset(struct sql_stmt *q)
{
	sqlite3_reset(stmt_of(q)->at);
	sqlite3_clear_bindings(stmt_of(q)->at);
}

static int64_t stmt_col_i64(struct sql_stmt *q, int i)
{
	return sqlite3_column_int64(stmt_of(q)->at, i);
}

static const char *stmt_col_text(struct sql_stmt *q, int i, size_t *nbytes)
{
	const unsigned char *s = sqlite3_column_text(stmt_of(q)->at, i);

	*nbytes = (size_t)sqlite3_column_bytes(stmt_of(q)->at, i);
	return (const char *)s;
}

static const void *stmt_col_blob(struct sql_stmt *q, int i, size_t *nbytes)
{
	const void *bytes = sqlite3_column_blob(stmt_of(q)->at, i);

	*nbytes = (size_t)sqlite3_column_bytes(stmt_of(q)->at, i);
	return bytes;
}

const struct sql_ops sql_sqlite = {
	.name = "sqlite",
	.open = db_open,
	.close = db_close,
	.set_wait = db_set_wait,
	.on_busy = db_on_busy,
	.is_read_only = db_is_read_only,
	.get_stamp = db_get_stamp,
	.set_stamp = db_set_stamp,
	.rest = db_rest,
	.is_replaced = db_is_replaced,
	.data_version = db_data_version,
	.script = db_script,
	.copy = sqlite_copy,
	.check_pages = sqlite_pages_check,
	.has_sums = sqlite_pages_have_sums,
	.renew_sums = sqlite_renew_sums,
	.log_is_lost = sqlite_log_is_lost,
	.take_rest = sqlite_take_rest,
	.page_rows = sqlite_page_rows,
	.begin = db_begin,
	.commit = db_commit,
	.rollback = db_rollback,
	.prepare = db_prepare,
	.finish = stmt_finish,
	.bind_i64 = stmt_bind_i64,
	.bind_text = stmt_bind_text,
	.bind_blob = stmt_bind_blob,
	.bind_null = stmt_bind_null,
	.step = stmt_step,
	.reset = stmt_reset,
	.col_i64 = stmt_col_i64,
	.col_text = stmt_col_text,
	.col_blob = stmt_col_blob,
};
