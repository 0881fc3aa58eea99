/* Every call goes on to SQLite, but the one that was chosen. */
#include "tests/db/fault.h"

#include <stdlib.h>

struct fault_db {
	struct sql base;
	struct sql *in;
};

struct fault_stmt {
	struct sql_stmt base;
	struct sql_stmt *in;
};

static int chosen, calls;

void fault_set(int n)
{
	chosen = n;
	calls = 0;
}

int fault_calls(void)
{
	return calls;
}

static int strike(struct err *e)
{
	return ++calls == chosen ? err_set(e, ERR_IO, "fault %d", calls) : 0;
}

static struct sql *in_db(struct sql *db)
{
	return ((struct fault_db *)db)->in;
}

static struct sql_stmt *in_stmt(struct sql_stmt *q)
{
	return ((struct fault_stmt *)q)->in;
}

static int fault_open(struct sql **out, const char *where, enum sql_mode mode, struct err *e)
{
	struct fault_db *db = xcalloc(1, sizeof *db);

	db->base.ops = &sql_fault;
	if (sql_sqlite.open(&db->in, where, mode, e)) {
		free(db);
		return -1;
	}
	*out = &db->base;
	return 0;
}

static void fault_close(struct sql *db)
{
	sql_sqlite.close(in_db(db));
	free(db);
}

static void fault_set_wait(struct sql *db, int ms)
{
	sql_sqlite.set_wait(in_db(db), ms);
}

static void fault_on_busy(struct sql *db, bool (*goes_on)(void *to, int waited_ms), void *to)
{
	sql_sqlite.on_busy(in_db(db), goes_on, to);
}

static bool fault_is_read_only(struct sql *db)
{
	return sql_sqlite.is_read_only(in_db(db));
}

static int fault_get_stamp(struct sql *db, int64_t *application, int64_t *schema, struct err *e)
{
	return sql_sqlite.get_stamp(in_db(db), application, schema, e);
}

static int fault_set_stamp(struct sql *db, int64_t application, int64_t schema, struct err *e)
{
	return sql_sqlite.set_stamp(in_db(db), application, schema, e);
}

static void fault_rest(struct sql *db)
{
	sql_sqlite.rest(in_db(db));
}

static bool fault_is_replaced(struct sql *db)
{
	return sql_sqlite.is_replaced(in_db(db));
}

static int64_t fault_data_version(struct sql *db)
{
	return sql_sqlite.data_version(in_db(db));
}

static int fault_script(struct sql *db, const char *text, struct err *e)
{
	return strike(e) ? -1 : sql_sqlite.script(in_db(db), text, e);
}

static int fault_check_pages(struct sql *db, const struct progress *p, const char *what,
			     void (*bad)(void *to, int64_t number), void *to, struct err *e)
{
	return strike(e) ? -1 : sql_sqlite.check_pages(in_db(db), p, what, bad, to, e);
}

static bool fault_has_sums(struct sql *db)
{
	return sql_sqlite.has_sums(in_db(db));
}

static int fault_renew_sums(struct sql *db, const struct progress *p, const char *what,
			    struct err *e)
{
	return strike(e) ? -1 : sql_sqlite.renew_sums(in_db(db), p, what, e);
}

static int fault_copy(struct sql *db, const char *where, const struct progress *p, struct err *e)
{
	return strike(e) ? -1 : sql_sqlite.copy(in_db(db), where, p, e);
}

static int fault_begin(struct sql *db, bool write, struct err *e)
{
	return strike(e) ? -1 : sql_sqlite.begin(in_db(db), write, e);
}

static int fault_commit(struct sql *db, struct err *e)
{
	return strike(e) ? -1 : sql_sqlite.commit(in_db(db), e);
}

static void fault_rollback(struct sql *db)
{
	sql_sqlite.rollback(in_db(db));
}

static int fault_prepare(struct sql *db, struct sql_stmt **out, const char *text, struct err *e)
{
	struct fault_stmt *q = xcalloc(1, sizeof *q);

	if (strike(e) || sql_sqlite.prepare(in_db(db), &q->in, text, e)) {
		free(q);
		return -1;
	}
	*out = &q->base;
	return 0;
}

static void fault_finish(struct sql_stmt *q)
{
	sql_sqlite.finish(in_stmt(q));
	free(q);
}

static int fault_bind_i64(struct sql_stmt *q, int n, int64_t v)
{
	return sql_sqlite.bind_i64(in_stmt(q), n, v);
}

static int fault_bind_text(struct sql_stmt *q, int n, const char *s, size_t nbytes)
{
	return sql_sqlite.bind_text(in_stmt(q), n, s, nbytes);
}

static int fault_bind_blob(struct sql_stmt *q, int n, const void *bytes, size_t nbytes)
{
	return sql_sqlite.bind_blob(in_stmt(q), n, bytes, nbytes);
}

static int fault_bind_null(struct sql_stmt *q, int n)
{
	return sql_sqlite.bind_null(in_stmt(q), n);
}

static int fault_step(struct sql_stmt *q, struct err *e)
{
	return strike(e) ? -1 : sql_sqlite.step(in_stmt(q), e);
}

static void fault_reset(struct sql_stmt *q)
{
	sql_sqlite.reset(in_stmt(q));
}

static int64_t fault_col_i64(struct sql_stmt *q, int i)
{
	return sql_sqlite.col_i64(in_stmt(q), i);
}

static const char *fault_col_text(struct sql_stmt *q, int i, size_t *nbytes)
{
	return sql_sqlite.col_text(in_stmt(q), i, nbytes);
}

static const void *fault_col_blob(struct sql_stmt *q, int i, size_t *nbytes)
{
	return sql_sqlite.col_blob(in_stmt(q), i, nbytes);
}

const struct sql_ops sql_fault = {
	.name = "fault",
	.open = fault_open,
	.close = fault_close,
	.set_wait = fault_set_wait,
	.on_busy = fault_on_busy,
	.is_read_only = fault_is_read_only,
	.get_stamp = fault_get_stamp,
	.set_stamp = fault_set_stamp,
	.rest = fault_rest,
	.is_replaced = fault_is_replaced,
	.data_version = fault_data_version,
	.script = fault_script,
	.copy = fault_copy,
	.check_pages = fault_check_pages,
	.has_sums = fault_has_sums,
	.renew_sums = fault_renew_sums,
	.begin = fault_begin,
	.commit = fault_commit,
	.rollback = fault_rollback,
	.prepare = fault_prepare,
	.finish = fault_finish,
	.bind_i64 = fault_bind_i64,
	.bind_text = fault_bind_text,
	.bind_blob = fault_bind_blob,
	.bind_null = fault_bind_null,
	.step = fault_step,
	.reset = fault_reset,
	.col_i64 = fault_col_i64,
	.col_text = fault_col_text,
	.col_blob = fault_col_blob,
};
