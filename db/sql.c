/* What lies between an engine and the store: prepared statements kept by the address of their text,
 * values to bind, columns taken in their order. A statement that is still giving rows when the same
 * text is asked for again gets a twin, so that queries may nest. */
#include "db/sql.h"

#include <limits.h>
#include <string.h>

struct sql_value sql_i64(int64_t v)
{
	return (struct sql_value){.kind = SQL_I64, .i = v};
}

struct sql_value sql_id(int64_t id)
{
	return id ? sql_i64(id) : (struct sql_value){.kind = SQL_NULL};
}

struct sql_value sql_text(const char *s)
{
	return (struct sql_value){.kind = SQL_TEXT, .s = s ? s : ""};
}

struct sql_value sql_maybe(const char *s)
{
	return s && *s ? sql_text(s) : (struct sql_value){.kind = SQL_NULL};
}

struct sql_value sql_date(struct date d)
{
	struct sql_value v = {.kind = date_is_set(d) ? SQL_TEXT : SQL_NULL};

	if (v.kind == SQL_TEXT)
		date_format(d, v.own);
	return v;
}

struct sql_value sql_time(int64_t utc)
{
	struct sql_value v = {.kind = SQL_TEXT};

	time_format_utc(utc, v.own);
	return v;
}

struct sql_value sql_blob(const void *bytes, size_t nbytes)
{
	return (struct sql_value){.kind = SQL_BLOB, .s = bytes, .nbytes = nbytes};
}

/* Those that are giving rows only with the rest of all. */
static void sql_finish_kept(struct sql *db, bool busy_too)
{
	for (size_t i = 0; i < SQL_BUCKETS; i++) {
		struct sql_stmt **at = &db->kept[i];

		while (*at) {
			struct sql_stmt *q = *at;

			if (q->busy && !busy_too) {
				at = &q->next;
				continue;
			}
			*at = q->next;
			db->ops->finish(q);
		}
	}
}

void sql_close(struct sql *db)
{
	if (!db)
		return;
	sql_finish_kept(db, true);
	db->ops->close(db);
}

void sql_rest(struct sql *db)
{
	sql_finish_kept(db, false);
	db->ops->rest(db);
}

int sql_begin(struct sql *db, struct err *e)
{
	if (db->writing)
		return err_set(e, ERR_BUG, "a transaction inside a transaction");
	if (db->ops->begin(db, true, e))
		return -1;
	db->writing = true;
	return 0;
}

int sql_commit(struct sql *db, struct err *e)
{
	db->writing = false;
	if (db->ops->commit(db, e)) {
		db->ops->rollback(db);
		return -1;
	}
	return 0;
}

void sql_rollback(struct sql *db)
{
	db->writing = false;
	db->ops->rollback(db);
}

static struct sql_stmt **sql_bucket(struct sql *db, const char *text)
{
	return &db->kept[((uintptr_t)text / 16 * 2654435761u >> 7) % SQL_BUCKETS];
}

static struct sql_stmt *sql_statement(struct sql *db, const char *text, struct err *e)
{
	struct sql_stmt **bucket = sql_bucket(db, text), *q;

	for (q = *bucket; q; q = q->next) {
		if (q->text == text && !q->busy)
			return q;
	}
	if (db->ops->prepare(db, &q, text, e))
		return NULL;
	q->db = db;
	q->text = text;
	q->next = *bucket;
	*bucket = q;
	return q;
}

static int sql_bind(struct sql_stmt *q, int n, const struct sql_value *v)
{
	const struct sql_ops *ops = q->db->ops;
	const char *s = v->s ? v->s : v->own;

	switch (v->kind) {
	case SQL_I64:
		return ops->bind_i64(q, n, v->i);
	case SQL_TEXT:
		return ops->bind_text(q, n, s, strlen(s));
	case SQL_BLOB:
		return ops->bind_blob(q, n, v->s, v->nbytes);
	case SQL_NULL:
		break;
	}
	return ops->bind_null(q, n);
}

struct sql_stmt *sql_query_values(struct sql *db, const char *text, struct err *e,
				  const struct sql_value *values, int n)
{
	struct sql_stmt *q = sql_statement(db, text, e);

	for (int i = 0; q && i < n; i++) {
		if (sql_bind(q, i + 1, &values[i])) {
			err_set(e, ERR_BUG, "value %d of: %s", i + 1, text);
			db->ops->reset(q);
			return NULL;
		}
	}
	if (q) {
		q->busy = true;
		q->col = 0;
	}
	return q;
}

int sql_next(struct sql_stmt *q, struct err *e)
{
	if (!q)
		return -1;
	int got = q->db->ops->step(q, e);

	q->col = 0;
	if (got <= 0)
		sql_end(q);
	return got;
}

void sql_end(struct sql_stmt *q)
{
	if (!q || !q->busy)
		return;
	q->db->ops->reset(q);
	q->busy = false;
}

int sql_run_values(struct sql *db, const char *text, struct err *e, const struct sql_value *values,
		   int n)
{
	struct sql_stmt *q = sql_query_values(db, text, e, values, n);
	int got;

	while ((got = sql_next(q, e)) > 0)
		;
	return got;
}

int sql_get_values(struct sql *db, const char *text, int64_t *v, struct err *e,
		   const struct sql_value *values, int n)
{
	struct sql_stmt *q = sql_query_values(db, text, e, values, n);
	int got = sql_next(q, e);

	if (got > 0) {
		*v = sql_take_i64(q);
		sql_end(q);
	}
	return got;
}

int64_t sql_take_i64(struct sql_stmt *q)
{
	return q->db->ops->col_i64(q, q->col++);
}

int sql_take_int(struct sql_stmt *q)
{
	int64_t v = sql_take_i64(q);

	return v > INT_MAX ? INT_MAX : v < INT_MIN ? INT_MIN : (int)v;
}

bool sql_take_bool(struct sql_stmt *q)
{
	return sql_take_i64(q) != 0;
}

const char *sql_take_text(struct sql_stmt *q, struct arena *a)
{
	size_t nbytes;
	const char *s = q->db->ops->col_text(q, q->col++, &nbytes);

	return s && nbytes ? arena_strndup(a, s, nbytes) : "";
}

const char *sql_peek(struct sql_stmt *q)
{
	size_t nbytes;
	const char *s = q->db->ops->col_text(q, q->col++, &nbytes);

	return s ? s : "";
}

const void *sql_peek_blob(struct sql_stmt *q, size_t *nbytes)
{
	return q->db->ops->col_blob(q, q->col++, nbytes);
}

struct date sql_take_date(struct sql_stmt *q)
{
	struct date d = {0};

	date_parse(sql_peek(q), &d);
	return d;
}

int64_t sql_take_time(struct sql_stmt *q)
{
	int64_t utc = 0;

	time_parse_utc(sql_peek(q), &utc);
	return utc;
}

void sql_skip(struct sql_stmt *q)
{
	q->col++;
}
