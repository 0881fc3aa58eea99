/* What the store relies on in every engine behind sql.h. A new engine gets a line in the table of
 * engines and has to pass all of this. */
#include "db/sql.h"
#include "tests/db/fault.h"
#include "tests/support/tmp.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static struct tmp tmp;
static char *path;
static struct sql *db;
static struct err e;

static void begin(void)
{
	tmp_make(&tmp);
	path = tmp_path(&tmp, "a.db");
	e = (struct err)ERR_INIT;
}

static void end(void)
{
	sql_close(db);
	free(path);
	tmp_remove(&tmp);
}

TestSuite(sql, .init = begin, .fini = end);

static void make(const struct sql_ops *ops)
{
	static const char table[] =
		"create table t (id integer primary key, s text unique, n integer) strict;";

	cr_assert_eq(ops->open(&db, path, SQL_MAKE, &e), 0, "%s", e.text);
	cr_assert_eq(ops->script(db, table, &e), 0, "%s", e.text);
}

static struct sql *another(const struct sql_ops *ops)
{
	struct sql *other = NULL;

	cr_assert_eq(ops->open(&other, path, SQL_OPEN, &e), 0, "%s", e.text);
	return other;
}

static int64_t number(struct sql *of, const char *text)
{
	int64_t n = -1;

	cr_assert_eq(sql_get(of, text, &n, &e), 1, "%s: %s", text, e.text);
	return n;
}

static bool is_null(struct sql_stmt *q, int i)
{
	size_t nbytes;

	return !db->ops->col_text(q, i, &nbytes);
}

static const char insert[] = "insert into t (s, n) values (?1, ?2)";
static const char count[] = "select count(*) from t";

#define EACH_ENGINE(name)                                                                          \
	ParameterizedTestParameters(sql, name)                                                     \
	{                                                                                          \
		static size_t numbers[] = {0, 1};                                                  \
		return cr_make_param_array(size_t, numbers, 2);                                    \
	}                                                                                          \
	ParameterizedTest(size_t *engine, sql, name)
static const struct sql_ops *const engines[] = {&sql_sqlite, &sql_fault};

EACH_ENGINE(values_come_back)
{
	static const char get[] = "select n, s from t order by id";
	struct arena a = ARENA_INIT;

	make(engines[*engine]);
	cr_assert_eq(sql_run(db, insert, &e, sql_text("督办 “１”\n"), sql_i64(INT64_MIN)), 0);
	cr_assert_eq(sql_run(db, insert, &e, sql_text(""), sql_i64(INT64_MAX)), 0);
	cr_assert_eq(sql_run(db, insert, &e, sql_maybe(""), sql_id(0)), 0);
	struct sql_stmt *q = sql_query(db, get, &e);
	cr_assert_eq(sql_next(q, &e), 1);
	cr_expect_eq(sql_take_i64(q), INT64_MIN);
	cr_expect_str_eq(sql_take_text(q, &a), "督办 “１”\n");
	cr_assert_eq(sql_next(q, &e), 1);
	cr_expect_eq(sql_take_i64(q), INT64_MAX);
	cr_expect_not(is_null(q, 1));
	cr_assert_eq(sql_next(q, &e), 1);
	cr_expect(is_null(q, 0));
	cr_expect_eq(sql_take_i64(q), 0);
	cr_expect_str_empty(sql_take_text(q, &a));
	cr_assert_eq(sql_next(q, &e), 0);
	arena_free(&a);
}

EACH_ENGINE(bytes_come_back)
{
	static const char echo[] = "select ?1, ?2, ?3, typeof(?1), typeof(?2)";
	static const unsigned char bytes[] = {0, 0xFF, '\n', 0, 0x80};
	struct arena a = ARENA_INIT;
	size_t nbytes = 1;

	make(engines[*engine]);
	struct sql_stmt *q =
		sql_query(db, echo, &e, sql_blob(bytes, sizeof bytes), sql_blob(NULL, 0));
	cr_assert_eq(sql_next(q, &e), 1);
	const void *back = sql_peek_blob(q, &nbytes);
	cr_assert_eq(nbytes, sizeof bytes);
	cr_expect_arr_eq(back, bytes, sizeof bytes);
	sql_peek_blob(q, &nbytes);
	cr_expect_eq(nbytes, 0);
	cr_expect_null(sql_peek_blob(q, &nbytes));
	cr_expect_eq(nbytes, 0);
	cr_expect_str_eq(sql_take_text(q, &a), "blob");
	cr_expect_str_eq(sql_take_text(q, &a), "blob", "no bytes are not null");
	sql_end(q);
	arena_free(&a);
}

EACH_ENGINE(dates_and_moments_are_iso_text)
{
	static const char echo[] = "select ?1, ?2, ?3";
	struct arena a = ARENA_INIT;

	make(engines[*engine]);
	struct sql_stmt *q = sql_query(db, echo, &e, sql_date((struct date){2021, 2, 3}),
				       sql_time(1637460000), sql_date((struct date){0}));
	cr_assert_eq(sql_next(q, &e), 1);
	cr_expect_str_eq(sql_take_text(q, &a), "2021-02-03");
	cr_expect_str_eq(sql_take_text(q, &a), "2021-11-21T02:00:00Z");
	cr_expect(is_null(q, 2));
	q->col = 0;
	cr_expect_eq(date_cmp(sql_take_date(q), (struct date){2021, 2, 3}), 0);
	cr_expect_eq(sql_take_time(q), 1637460000);
	cr_expect_not(date_is_set(sql_take_date(q)));
	sql_end(q);
	arena_free(&a);
}

EACH_ENGINE(a_statement_is_prepared_once_and_forgets_its_values)
{
	static const char echo[] = "select coalesce(?1, -1)";

	make(engines[*engine]);
	struct sql_stmt *q = sql_query(db, echo, &e, sql_i64(7));
	cr_assert_eq(sql_next(q, &e), 1);
	cr_expect_eq(sql_take_i64(q), 7);
	cr_assert_eq(sql_next(q, &e), 0);
	struct sql_stmt *again = sql_query(db, echo, &e);
	cr_expect_eq(again, q);
	cr_assert_eq(sql_next(again, &e), 1);
	cr_expect_eq(sql_take_i64(again), -1);
	sql_end(again);
}

EACH_ENGINE(the_same_text_may_nest)
{
	static const char all[] = "select id from t order by id";
	int pairs = 0;

	make(engines[*engine]);
	for (int i = 0; i < 3; i++)
		cr_assert_eq(sql_run(db, insert, &e, sql_maybe(NULL), sql_i64(i)), 0);
	struct sql_stmt *outer = sql_query(db, all, &e);
	while (sql_next(outer, &e) > 0) {
		struct sql_stmt *inner = sql_query(db, all, &e);
		cr_assert_neq(inner, outer);
		while (sql_next(inner, &e) > 0)
			pairs++;
	}
	cr_expect_eq(pairs, 9);
}

EACH_ENGINE(rollback_leaves_nothing_and_commit_everything)
{
	make(engines[*engine]);
	struct sql *other = another(engines[*engine]);
	cr_assert_eq(sql_begin(db, &e), 0);
	cr_assert_eq(sql_run(db, insert, &e, sql_text("a"), sql_i64(1)), 0);
	cr_expect_eq(number(other, count), 0, "another connection sees only what is committed");
	sql_rollback(db);
	cr_expect_eq(number(db, count), 0);
	cr_assert_eq(sql_begin(db, &e), 0);
	cr_assert_eq(sql_run(db, insert, &e, sql_text("a"), sql_i64(1)), 0);
	cr_assert_eq(sql_commit(db, &e), 0);
	cr_expect_eq(number(other, count), 1);
	sql_close(other);
}

EACH_ENGINE(a_transaction_does_not_nest)
{
	make(engines[*engine]);
	cr_assert_eq(sql_begin(db, &e), 0);
	cr_expect_eq(sql_begin(db, &e), -1);
	cr_expect_eq(e.code, ERR_BUG);
	sql_rollback(db);
}

EACH_ENGINE(a_lock_is_waited_for_and_then_refused)
{
	make(engines[*engine]);
	struct sql *other = another(engines[*engine]);
	other->ops->set_wait(other, 30);
	cr_assert_eq(sql_begin(db, &e), 0);
	cr_expect_eq(sql_begin(other, &e), -1);
	cr_expect_eq(e.code, ERR_BUSY, "%s", e.text);
	cr_expect_not_null(strstr(e.text, path), "%s", e.text);
	sql_rollback(db);
	cr_expect_eq(sql_begin(other, &e), 0);
	sql_rollback(other);
	sql_close(other);
}

static bool goes_on_for_30_ms(void *asked, int waited_ms)
{
	++*(int *)asked;
	return waited_ms < 30;
}

EACH_ENGINE(a_wait_can_be_given_up)
{
	int asked = 0;

	make(engines[*engine]);
	struct sql *other = another(engines[*engine]);
	other->ops->on_busy(other, goes_on_for_30_ms, &asked);
	cr_assert_eq(sql_begin(db, &e), 0);
	cr_expect_eq(sql_begin(other, &e), -1);
	cr_expect_eq(e.code, ERR_BUSY, "%s", e.text);
	cr_expect_not_null(strstr(e.text, "another process is writing"), "%s", e.text);
	cr_expect_gt(asked, 1);
	sql_rollback(db);
	asked = 0;
	cr_expect_eq(sql_begin(other, &e), 0);
	cr_expect_eq(asked, 0, "nothing is asked where nothing is waited for");
	sql_rollback(other);
	sql_close(other);
}

EACH_ENGINE(data_version_tells_of_others_only)
{
	make(engines[*engine]);
	struct sql *other = another(engines[*engine]);
	int64_t before = db->ops->data_version(db);
	cr_assert_eq(sql_run(db, insert, &e, sql_text("a"), sql_i64(1)), 0);
	cr_expect_eq(db->ops->data_version(db), before);
	cr_assert_eq(sql_run(other, insert, &e, sql_text("b"), sql_i64(1)), 0);
	cr_expect_neq(db->ops->data_version(db), before);
	sql_close(other);
}

EACH_ENGINE(the_same_again_is_told_from_other_errors)
{
	static const char wrong[] = "insert into t (s, n) values (?1, 'not a number')";

	make(engines[*engine]);
	cr_assert_eq(sql_run(db, insert, &e, sql_text("a"), sql_i64(1)), 0);
	cr_expect_eq(sql_run(db, insert, &e, sql_text("a"), sql_i64(2)), -1);
	cr_expect_eq(e.code, ERR_EXISTS);
	cr_expect_eq(sql_run(db, wrong, &e, sql_text("b")), -1, "types are strict");
	cr_expect_eq(e.code, ERR_BUG);
}

EACH_ENGINE(the_stamp_belongs_to_the_transaction)
{
	int64_t application, schema;

	make(engines[*engine]);
	cr_assert_eq(db->ops->set_stamp(db, 77, 3, &e), 0);
	cr_assert_eq(sql_begin(db, &e), 0);
	cr_assert_eq(db->ops->set_stamp(db, 77, 4, &e), 0);
	sql_rollback(db);
	cr_assert_eq(db->ops->get_stamp(db, &application, &schema, &e), 0);
	cr_expect_eq(application, 77);
	cr_expect_eq(schema, 3);
}

EACH_ENGINE(a_copy_is_whole_and_private)
{
	const struct sql_ops *ops = engines[*engine];
	char *copy = tmp_path(&tmp, "copy.db");
	struct sql *other;
	struct stat st;

	make(ops);
	cr_assert_eq(sql_run(db, insert, &e, sql_text("a"), sql_i64(1)), 0);
	cr_assert_eq(ops->copy(db, copy, NULL, &e), 0, "%s", e.text);
	cr_expect_eq(ops->copy(db, copy, NULL, &e), -1, "nothing is written over");
	cr_expect_eq(e.code, ERR_EXISTS);
	cr_assert_eq(stat(copy, &st), 0);
	cr_expect_eq(st.st_mode & 0777, 0600);
	cr_assert_eq(ops->open(&other, copy, SQL_OPEN, &e), 0, "%s", e.text);
	cr_expect_eq(number(other, count), 1);
	sql_close(other);
	free(copy);
}

EACH_ENGINE(making_never_touches_what_is_there)
{
	struct sql *other;

	make(engines[*engine]);
	cr_expect_eq(engines[*engine]->open(&other, path, SQL_MAKE, &e), -1);
	cr_expect_eq(e.code, ERR_EXISTS);
	cr_expect_eq(number(db, count), 0);
}

EACH_ENGINE(a_statement_that_is_wrong_is_our_bug)
{
	static const char wrong[] = "select nothing from nowhere";

	make(engines[*engine]);
	cr_expect_null(sql_query(db, wrong, &e));
	cr_expect_eq(e.code, ERR_BUG);
	cr_expect_eq(sql_next(NULL, &e), -1);
}

static int count_kept(void)
{
	int n = 0;

	for (size_t i = 0; i < SQL_BUCKETS; i++)
		for (const struct sql_stmt *q = db->kept[i]; q; q = q->next)
			n++;
	return n;
}

EACH_ENGINE(at_rest_those_that_give_rows_are_kept)
{
	static const char each[] = "select n from t order by id";

	make(engines[*engine]);
	cr_assert_eq(sql_run(db, insert, &e, sql_text("a"), sql_i64(1)), 0);
	cr_assert_eq(sql_run(db, insert, &e, sql_text("b"), sql_i64(2)), 0);
	cr_expect_eq(number(db, count), 2);
	struct sql_stmt *q = sql_query(db, each, &e);
	cr_assert_eq(sql_next(q, &e), 1);
	cr_expect_eq(count_kept(), 3);
	sql_rest(db);
	cr_expect_eq(count_kept(), 1);
	cr_assert_eq(sql_next(q, &e), 1);
	cr_expect_eq(sql_take_i64(q), 2);
	sql_end(q);
	sql_rest(db);
	cr_expect_eq(count_kept(), 0);
	cr_expect_eq(number(db, count), 2, "they are made again");
}
