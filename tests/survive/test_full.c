/*
 * The disk is full, or breaks, at any of the calls that a write makes: the person is told, nothing
 * has changed, nothing lies about, and when there is room again the same write succeeds. One that
 * keeps a byte as another without a word is found out by the backup that reads what it wrote.
 */
#include "tests/survive/acts.h"
#include "tests/survive/content.h"
#include "tests/survive/disk.h"
#include "tests/survive/settings.h"

#include "core/rule/rotation.h"
#include "db/store_backup.h"
#include "db/store_verify.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct fixture f;

static void begin(void)
{
	disk_skip_sync(true);
	fixture_begin(&f);
	fixture_fill(&f);
}

static void end(void)
{
	disk_fill(f.tmp.dir, 0);
	fixture_end(&f);
}

TestSuite(full, .init = begin, .fini = end);

/* The names in a folder but for what SQLite keeps beside an open file. */
static int count_files(const char *folder)
{
	DIR *d = opendir(folder);
	struct dirent *entry;
	int n = 0;

	cr_assert_not_null(d);
	while ((entry = readdir(d)))
		n += entry->d_type == DT_REG && !strstr(entry->d_name, "-wal") &&
		     !strstr(entry->d_name, "-shm");
	closedir(d);
	return n;
}

static void expect_whole(void)
{
	struct verify_findings found;

	OK(&f, store_verify(f.s, &f.a, NULL, &found, &f.e));
	cr_expect_eq(found.n, 0, "%s", found.n ? found.at[0] : "");
}

static int indices[32];

ParameterizedTestParameters(full, at_any_write_changes_nothing)
{
	for (int i = 0; i < acts_count; i++)
		indices[i] = i;
	return cr_make_param_array(int, indices, (size_t)acts_count);
}

/* What a failed write may have left: nothing, and the connection goes on. */
static void expect_refused(const char *words, const char *before, int nfiles)
{
	char now[CONTENT_TEXT];

	cr_assert_eq(f.e.code, ERR_IO, "%s", f.e.text);
	cr_assert_not_null(strstr(f.e.text, words), "%s", f.e.text);
	cr_assert(content_of(f.path, now));
	cr_assert_str_eq(now, before, "something was written");
	cr_assert_eq(count_files(f.tmp.dir), nfiles, "something was left in the folder");
}

/* The same act again and again, one more call going well each time; how often it was refused. */
static int refuse_until_it_fits(const struct act_of_test *t, void (*spoil)(const char *, int),
				const char *words)
{
	char before[CONTENT_TEXT];
	int nfiles = count_files(f.tmp.dir), refused = 0;

	cr_assert(content_of(f.path, before));
	for (int n = 1;; n++) {
		f.e = (struct err)ERR_INIT;
		spoil(f.tmp.dir, n);
		int result = t->act(&f, 1);
		bool failed = disk_failed();
		spoil(f.tmp.dir, 0);
		if (result == 0) /* if one has failed, it was not needed to keep the write */
			return refused;
		cr_assert(failed, "%s: %s", t->name, f.e.text);
		expect_refused(words, before, nfiles);
		refused++;
	}
}

ParameterizedTest(int *i, full, at_any_write_changes_nothing)
{
	char before[CONTENT_TEXT], now[CONTENT_TEXT];

	cr_assert(content_of(f.path, before));
	int refused = refuse_until_it_fits(&acts[*i], disk_fill, "room");
	cr_expect_gt(refused, 0, "%s", acts[*i].name);
	cr_assert(content_of(f.path, now));
	cr_expect_str_neq(now, before, "%s is written when there is room", acts[*i].name);
	expect_whole();
}

ParameterizedTestParameters(full, a_disk_that_breaks_acknowledges_nothing)
{
	return cr_make_param_array(int, indices, (size_t)acts_count);
}

ParameterizedTest(int *i, full, a_disk_that_breaks_acknowledges_nothing)
{
	int refused = refuse_until_it_fits(&acts[*i], disk_break_sync, "cannot");

	cr_expect_gt(refused, 0, "%s", acts[*i].name);
	expect_whole();
}

static const struct rotation rules = {7, 5, 12};

/* A backup is made elsewhere, where the disk has its own end. */
Test(full, at_any_write_of_a_backup_leaves_the_ones_before)
{
	char *folder = tmp_path(&f.tmp, "copies");
	struct backup done;
	int refused = 0;

	cr_assert_eq(mkdir(folder, 0700), 0);
	OK(&f, store_backup(f.s, folder, f.now, &rules, NULL, &f.a, &done, &f.e));
	f.now = moment_of(f.now.utc + 86400);
	for (int n = 1;; n += n < 40 ? 1 : LONG(17, 1)) {
		f.e = (struct err)ERR_INIT;
		disk_fill(folder, n);
		int result = store_backup(f.s, folder, f.now, &rules, NULL, &f.a, &done, &f.e);
		disk_fill(folder, 0);
		if (result == 0)
			break;
		cr_assert_eq(f.e.code, ERR_IO, "%s", f.e.text);
		cr_assert_eq(count_files(folder), 1, "the one before alone");
		refused++;
	}
	cr_expect_gt(refused, 10);
	cr_expect_eq(count_files(folder), 2);
	expect_whole();
	free(folder);
}

/* The copy of the day before, byte by byte, and nothing else. */
static void expect_alone(const char *folder, const char *path, const char *bytes, size_t n)
{
	size_t m;
	char *now = tmp_read(path, &m);

	cr_assert_not_null(now);
	cr_assert_eq(m, n);
	cr_assert_eq(memcmp(now, bytes, n), 0);
	cr_assert_eq(count_files(folder), 1, "the one before alone");
	free(now);
}

/* What was written is read again before it is called a copy. */
Test(full, a_disk_that_keeps_a_wrong_byte_makes_no_backup)
{
	char *folder = tmp_path(&f.tmp, "copies"), *bytes;
	struct backup before, done;
	int refused = 0;
	size_t size;

	cr_assert_eq(mkdir(folder, 0700), 0);
	OK(&f, store_backup(f.s, folder, f.now, &rules, NULL, &f.a, &before, &f.e));
	bytes = tmp_read(before.path, &size);
	f.now = moment_of(f.now.utc + 86400);
	for (int n = 1;; n += n < 40 ? 1 : LONG(17, 1)) {
		f.e = (struct err)ERR_INIT;
		disk_spoil(folder, n);
		int result = store_backup(f.s, folder, f.now, &rules, NULL, &f.a, &done, &f.e);
		bool spoiled = disk_failed();
		disk_spoil(folder, 0);
		if (!spoiled)
			break;
		cr_assert_eq(result, -1, "write %d was wrong", n);
		cr_assert_eq(f.e.code, ERR_FORMAT, "%s", f.e.text);
		cr_assert_not_null(strstr(f.e.text, "not whole and was not kept"), "%s", f.e.text);
		expect_alone(folder, before.path, bytes, size);
		refused++;
	}
	cr_expect_gt(refused, 40);
	cr_expect_eq(count_files(folder), 2, "with a disk that keeps what it is given");
	expect_whole();
	free(bytes);
	free(folder);
}

static char *backup_before_more(void)
{
	char *backup = xasprintf("%s-backup", f.tmp.dir);

	OK(&f, f.s->db->ops->copy(f.s->db, backup, NULL, &f.e));
	OK(&f, acts[0].act(&f, 1));
	return backup;
}

static void restore_until_it_fits(const char *backup, bool force)
{
	char before[CONTENT_TEXT], now[CONTENT_TEXT];
	struct restored done;
	int refused = 0, nfiles = count_files(f.tmp.dir);

	cr_assert(content_of(f.path, before));
	for (int n = 1;; n += n < 40 ? 1 : LONG(17, 1)) {
		f.e = (struct err)ERR_INIT;
		disk_fill(f.tmp.dir, n);
		int result =
			store_restore(backup, f.path, &f.admin, force, NULL, &f.a, &done, &f.e);
		disk_fill(f.tmp.dir, 0);
		if (result == 0)
			break;
		expect_refused("", before, nfiles);
		refused++;
	}
	cr_expect_gt(refused, 10);
	cr_assert(content_of(f.path, now));
	cr_expect_str_neq(now, before);
}

Test(full, at_any_write_of_a_restore_leaves_the_file_as_it_is)
{
	char *backup = backup_before_more();

	store_close(f.s);
	f.s = NULL;
	restore_until_it_fits(backup, false);
	unlink(backup);
	free(backup);
}

/* Somebody works with it, and can go on when nothing has come of it. */
Test(full, at_any_write_of_a_forced_restore_leaves_the_file_as_it_is)
{
	char *backup = backup_before_more();

	restore_until_it_fits(backup, true);
	unlink(backup);
	free(backup);
}

/* Nothing is there before; nothing is there when it fails. */
Test(full, at_any_write_of_a_new_file_leaves_none)
{
	char *path = tmp_path(&f.tmp, "new.db");
	int refused = 0, nfiles = count_files(f.tmp.dir);

	for (int n = 1;; n += n < 40 ? 1 : LONG(17, 1)) {
		f.e = (struct err)ERR_INIT;
		disk_fill(f.tmp.dir, n);
		int result = store_create(path, "admin", "王立", f.now, &f.e);
		disk_fill(f.tmp.dir, 0);
		if (result == 0)
			break;
		cr_assert_eq(f.e.code, ERR_IO, "%s", f.e.text);
		cr_assert_eq(count_files(f.tmp.dir), nfiles, "something is left at call %d", n);
		refused++;
	}
	cr_expect_gt(refused, 10);
	free(path);
}
