/* A damaged write-ahead log: whoever opens the file is refused and nothing changes, until somebody
 * who answers for it restores a backup or takes what is left. */
#include "tests/db/backup_desk.h"

#include "db/store_log.h"
#include "db/store_renew.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { HEADER = 32, FRAME = 24 + 4096, WRITES = 12 };

static struct fixture *const f = &backups.f;
static struct renewal renewal;
static int nasked;
static char *path, *log_path; /* of a file as a crash leaves it, with a broken log */
static char *bytes, *log_bytes;
static size_t nbytes, nlog;

static void write_some(void)
{
	struct unit_row row;

	for (int i = 0; i < WRITES; i++) {
		f->admin.now.utc++;
		const char *name = arena_printf(&f->a, "第%d处", i);
		OK(f, store_unit_add(f->s, &f->admin, name, UNIT_SINGLE, &f->a, &row, NULL, &f->e));
	}
}

static void begin(void)
{
	backup_desk_begin();
	fixture_reopen(f, NULL);
	write_some();
	bytes = tmp_read(f->path, &nbytes);
	log_path = xasprintf("%s-wal", f->path);
	log_bytes = tmp_read(log_path, &nlog);
	free(log_path);
	log_bytes[HEADER + (nlog - HEADER) / FRAME / 2 * FRAME + 1000] ^= 1;
	path = tmp_write(&f->tmp, "broken.db", bytes, nbytes);
	log_path = tmp_write(&f->tmp, "broken.db-wal", log_bytes, nlog);
	nasked = 0;
}

static void end(void)
{
	free(bytes);
	free(log_bytes);
	free(path);
	free(log_path);
	backup_desk_end();
}

TestSuite(wal, .init = begin, .fini = end);

static void expect_bytes(const char *at, const char *expected, size_t n)
{
	size_t m;
	char *now = tmp_read(at, &m);

	cr_assert_not_null(now, "%s", at);
	cr_expect_eq(m, n, "%s", at);
	cr_expect_eq(memcmp(now, expected, n < m ? n : m), 0, "%s", at);
	free(now);
}

static void expect_unchanged(void)
{
	expect_bytes(path, bytes, nbytes);
	expect_bytes(log_path, log_bytes, nlog);
}

static int answer(void *to, const struct renewal *r, struct err *e)
{
	nasked++;
	cr_expect(r->log_is_lost);
	return to ? 0 : err_set(e, ERR_STATE, "no");
}

static int renew(bool agrees)
{
	const struct renewal_judge judge = {answer, agrees ? &nasked : NULL};

	f->e = (struct err)ERR_INIT;
	return store_renew(
		path, &(struct actor){.login = "root", .name = "root", .remote = "", .now = f->now},
		&judge, NULL, &f->a, &renewal, &f->e);
}

Test(wal, a_broken_log_is_not_taken_in)
{
	struct store *s;

	for (int i = 0; i < 2; i++) {
		REFUSED(f, ERR_FORMAT, "broken.db-wal", store_open(path, &s, &f->e));
		cr_expect_not_null(strstr(f->e.text, "duban check --renew"), "%s", f->e.text);
		expect_unchanged();
	}
}

Test(wal, a_broken_log_is_found_by_the_check)
{
	cr_expect_eq(backup_verify(path), 1);
	cr_expect(backup_found("broken.db-wal"));
	expect_unchanged();
}

Test(wal, it_is_told_how_many_writes_are_lost_at_least)
{
	struct store *s;
	long long n = 0;

	REFUSED(f, ERR_FORMAT, "at least", store_open(path, &s, &f->e));
	sscanf(strstr(f->e.text, "at least"), "at least %lld", &n);
	cr_expect_geq(n, WRITES / 2 - 3, "%s", f->e.text);
	cr_expect_lt(n, WRITES, "%s", f->e.text);
}

Test(wal, nothing_changes_when_the_judge_says_no)
{
	REFUSED(f, ERR_STATE, "no", renew(false));
	cr_expect_eq(nasked, 1);
	expect_unchanged();
	cr_expect_eq(backup_verify(path), 1);
}

static size_t count_units(const char *at)
{
	struct unit_rows rows = {0};
	struct store *s;

	OK(f, store_open(at, &s, &f->e));
	OK(f, store_unit_list(s, &f->a, &rows, &f->e));
	store_close(s);
	return rows.n;
}

Test(wal, what_is_left_is_taken_after_a_copy)
{
	size_t all = count_units(f->path);

	OK(f, renew(true));
	cr_expect_eq(nasked, 1);
	cr_assert_not_null(renewal.copy);
	expect_bytes(renewal.copy, bytes, nbytes);
	expect_bytes(arena_printf(&f->a, "%s-wal", renewal.copy), log_bytes, nlog);
	cr_expect_eq(backup_verify(path), 0, "%s", backups.found.n ? backups.found.at[0] : "");
	cr_expect_lt(count_units(path), all);
	cr_expect_gt(count_units(path), all - WRITES);
	OK(f, renew(true));
	cr_expect_eq(nasked, 1);
}

Test(wal, what_was_lost_is_in_the_log)
{
	struct log_rows rows = {0};
	struct store *s;

	OK(f, renew(true));
	OK(f, store_open(path, &s, &f->e));
	OK(f, store_log_list(s, &f->a, NULL, &(struct log_filter){0}, 1, &rows, &f->e));
	cr_expect_str_eq(rows.at[0].act, "file.renew");
	cr_expect_not_null(strstr(rows.at[0].after, "writes lost"), "%s", rows.at[0].after);
	store_close(s);
}

Test(wal, a_backup_takes_its_place)
{
	struct restored done;

	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	OK(f, store_restore(backups.done.path, path, &f->admin, false, NULL, &f->a, &done, &f->e));
	cr_expect_eq(backup_verify(path), 0);
	expect_bytes(done.replaced, bytes, nbytes);
	expect_bytes(arena_printf(&f->a, "%s-wal", done.replaced), log_bytes, nlog);
	cr_expect_eq(count_units(path), count_units(f->path));
}
