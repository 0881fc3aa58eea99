/* What another program has written into the file is taken when all the rest holds together, and
 * only then. "Another program" is SQLite without the layer that keeps sums. */
#include "tests/db/backup_desk.h"

#include "db/migrations.h"
#include "db/store_log.h"
#include "db/store_renew.h"
#include "tests/support/file_check.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PAGE = 4096 };

static struct fixture *const f = &backups.f;
static struct renewal renewal;
static int nasked;

static void begin(void)
{
	backup_desk_begin();
	backup_put_file();
	nasked = 0;
}

TestSuite(renew, .init = begin, .fini = backup_desk_end);

static int agree(void *to, const struct renewal *r, struct err *e)
{
	(void)to;
	(void)r;
	(void)e;
	nasked++;
	return 0;
}

static int refuse(void *to, const struct renewal *r, struct err *e)
{
	(void)to;
	(void)r;
	nasked++;
	return err_set(e, ERR_STATE, "no");
}

static int renew(const char *path, int (*judge)(void *, const struct renewal *, struct err *))
{
	const struct renewal_judge j = {judge, NULL};

	f->e = (struct err)ERR_INIT;
	return store_renew(
		path, &(struct actor){.login = "root", .name = "root", .remote = "", .now = f->now},
		&j, NULL, &f->a, &renewal, &f->e);
}

static bool told(const char *words)
{
	for (size_t i = 0; i < renewal.npages && i < RENEWAL_TOLD; i++)
		if (strstr(renewal.at[i], words))
			return true;
	return false;
}

/* A copy with its log row by row, as a crash leaves it: the write-ahead log beside it. */
static char *crashed(void)
{
	size_t n, nlog;
	char *bytes = tmp_read(f->path, &n), *beside = xasprintf("%s-wal", f->path);
	char *log = tmp_read(beside, &nlog);
	char *path = tmp_write(&f->tmp, "crashed.db", bytes, n);

	cr_assert_gt(nlog, 0);
	free(tmp_write(&f->tmp, "crashed.db-wal", log, nlog));
	free(log);
	free(beside);
	free(bytes);
	return path;
}

static void expect_same(const char *path)
{
	struct unit_rows here = {0}, there = {0};
	int64_t nhere, nthere;
	struct store *s;

	OK(f, store_open(path, &s, &f->e));
	OK(f, store_unit_list(f->s, &f->a, &here, &f->e));
	OK(f, store_unit_list(s, &f->a, &there, &f->e));
	cr_expect_eq(here.n, there.n);
	OK(f, store_log_verify(f->s, &nhere, &f->e));
	OK(f, store_log_verify(s, &nthere, &f->e));
	cr_expect_eq(nthere, nhere + 1);
	store_close(s);
}

Test(renew, a_log_that_another_program_took_in_is_no_loss)
{
	char *path = crashed();

	file_alter(path, "select count(*) from unit");
	cr_expect_gt(backup_verify(path), 0);
	cr_expect_gt(backups.found.npages, 0);
	OK(f, renew(path, agree));
	cr_expect_eq(nasked, 1);
	cr_expect_gt(renewal.npages, 0);
	cr_expect(renewal.had_sums);
	cr_expect_eq(backup_verify(path), 0, "%s", backups.found.n ? backups.found.at[0] : "");
	expect_same(path);
	OK(f, renew(path, agree));
	cr_expect_eq(nasked, 1);
	cr_expect_eq(renewal.npages, 0);
	free(path);
}

/* What a backup holds, in a file of its own. */
static char *copied(size_t *n, char **bytes)
{
	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	*bytes = tmp_read(backups.done.path, n);
	return tmp_write(&f->tmp, "copy.db", *bytes, *n);
}

Test(renew, tells_whose_rows_are_taken_and_writes_it_into_the_log)
{
	struct log_rows rows = {0};
	struct store *s;
	size_t n;
	char *bytes, *path = copied(&n, &bytes);

	file_alter(path, "update person set phone = '1234' where login = 'town'");
	OK(f, renew(path, agree));
	cr_expect(told(" of person"), "%s", renewal.at[0]);
	cr_expect(told("rows 1 to 8 of person"), "%s", renewal.at[0]);
	OK(f, store_open(path, &s, &f->e));
	OK(f, store_log_list(s, &f->a, NULL, &(struct log_filter){0}, 1, &rows, &f->e));
	cr_expect_str_eq(rows.at[0].act, "file.renew");
	cr_expect_not_null(strstr(rows.at[0].after, "pages"), "%s", rows.at[0].after);
	store_close(s);
	free(bytes);
	free(path);
}

static void expect_unchanged(const char *path, const char *bytes, size_t n)
{
	size_t m;
	char *now = tmp_read(path, &m);

	cr_expect_eq(m, n);
	cr_expect_eq(memcmp(now, bytes, n < m ? n : m), 0);
	free(now);
}

Test(renew, nothing_changes_when_the_judge_says_no)
{
	size_t n, m;
	char *bytes, *path = copied(&n, &bytes), *before;

	file_alter(path, "update person set phone = '1234' where login = 'town'");
	before = tmp_read(path, &m);
	REFUSED(f, ERR_STATE, "no", renew(path, refuse));
	expect_unchanged(path, before, m);
	cr_expect_gt(backup_verify(path), 0);
	free(before);
	free(bytes);
	free(path);
}

Test(renew, nobody_else_may_have_the_file_open)
{
	REFUSED(f, ERR_BUSY, "wait until all have left", renew(f->path, agree));
	cr_expect_eq(nasked, 0);
}

struct flip_case {
	const char before[16]; /* the byte that changes is so far behind these; "": at `at` */
	size_t at;
	const char words[48];
};

ParameterizedTestParameters(renew, a_flipped_byte_is_refused)
{
	static struct flip_case cases[] = {
		{"file.create", 3, "row 1 of the log"},
		{"%PDF", 9, "the file of evidence 1 is not what"},
		{"", 7 * PAGE, "does not fit together"},
		{"", PAGE + 5, "does not fit together"},
	};

	return cr_make_param_array(struct flip_case, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct flip_case *c, renew, a_flipped_byte_is_refused)
{
	size_t n, at = c->at;
	char *bytes, *path = copied(&n, &bytes);

	if (*c->before) {
		char *found = memmem(bytes, n, c->before, strlen(c->before));
		cr_assert_not_null(found);
		at += (size_t)(found - bytes);
	}
	bytes[at] ^= 0x10;
	free(path);
	path = tmp_write(&f->tmp, "flipped.db", bytes, n);
	REFUSED(f, ERR_FORMAT, "restore the last backup", renew(path, agree));
	cr_expect_not_null(strstr(f->e.text, c->words), "%s", f->e.text);
	cr_expect_eq(nasked, 0);
	expect_unchanged(path, bytes, n);
	free(bytes);
	free(path);
}

Test(renew, a_file_without_sums_gets_them_after_a_copy)
{
	char *path = tmp_path(&f->tmp, "plain.db");
	struct store *s;
	struct sql *db;

	file_alter(path, "pragma journal_mode = wal; pragma application_id = 1685414497");
	OK(f, sql_sqlite.open(&db, path, SQL_OPEN, &f->e));
	OK(f, store_migrate(db, path, &f->e));
	cr_expect_not(db->ops->has_sums(db));
	sql_close(db);
	OK(f, renew(path, agree));
	cr_expect_eq(nasked, 1);
	cr_expect_not(renewal.had_sums);
	cr_assert_not_null(renewal.copy);
	cr_expect_eq(access(renewal.copy, F_OK), 0);
	cr_expect_eq(backup_verify(path), 0);
	OK(f, store_open(path, &s, &f->e));
	cr_expect(s->db->ops->has_sums(s->db));
	store_close(s);
	free(path);
}
