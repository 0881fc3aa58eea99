/* Copies while others write, on a disk that is full, rotated; and the way back from them. */
#include "tests/db/backup_desk.h"

#include "db/log_hash.h"
#include "db/store_access.h"
#include "db/people/store_key.h"
#include "db/store_log.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct fixture *const f = &backups.f;

TestSuite(backup, .init = backup_desk_begin, .fini = backup_desk_end);

Test(backup, is_the_file_private_and_whole)
{
	struct stat st;

	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	cr_assert_eq(stat(backups.done.path, &st), 0);
	cr_expect_eq(st.st_mode & 0777, 0600);
	cr_expect_eq(st.st_size, backups.done.nbytes);
	cr_expect_eq(backup_verify(backups.done.path), 0);
	cr_expect_eq(backup_count(), 1, "and nothing beside it");
}

Test(backup, of_the_same_second_is_made_and_is_the_newer_one)
{
	const char *before = "";

	for (int i = 0; i < 4; i++) {
		cr_assert_eq(backup_make(), 0, "%s", f->e.text);
		cr_expect_gt(strcmp(backups.done.path, before), 0, "%s", backups.done.path);
		cr_expect_eq(backup_told(backups.done.path), i, "with what came between them");
		cr_expect_eq(backup_count(), 1, "of one day the newest is kept");
		cr_expect_eq(backups.done.nremoved, i > 0);
		before = arena_strdup(&f->a, backups.done.path);
		OK(f, store_access_note(f->s, &f->town, ACCESS_LOG_IN, "", &f->e));
	}
}

Test(backup, of_root_belongs_to_the_account_of_the_file)
{
	enum { SOMEBODY = 65534 };
	struct stat st;

	if (geteuid() != 0)
		cr_skip_test("only root can give a file away");
	cr_assert_eq(chown(f->path, SOMEBODY, SOMEBODY), 0);
	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	cr_assert_eq(stat(backups.done.path, &st), 0);
	cr_expect_eq(st.st_uid, SOMEBODY);
	cr_expect_eq(st.st_gid, SOMEBODY);
}

/* Writes as fast as it can until it is ended, and counts what is committed. */
static pid_t start_writer(atomic_llong *committed)
{
	pid_t pid = fork();

	if (pid)
		return pid;
	struct err e = ERR_INIT;
	struct store *s;
	if (store_open(f->path, &s, &e))
		_exit(1);
	while (store_access_note(s, &f->town, ACCESS_EXPORT, "", &e) == 0)
		atomic_fetch_add(committed, 1);
	_exit(1);
}

Test(backup, has_all_that_was_committed_before_it_began_while_others_write)
{
	enum { ROUNDS = 5 };
	atomic_llong *committed = mmap(NULL, sizeof *committed, PROT_READ | PROT_WRITE,
				       MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pid_t writer = start_writer(committed);
	long long before, after = 0;

	for (int i = 0; i < ROUNDS; i++) {
		while (atomic_load(committed) < after + 20)
			;
		before = atomic_load(committed);
		f->now.utc += 86400;
		cr_assert_eq(backup_make(), 0, "%s", f->e.text);
		after = atomic_load(committed);
		cr_expect_geq(backup_told(backups.done.path), before);
		cr_expect_eq(backup_verify(backups.done.path), 0);
	}
	kill(writer, SIGKILL);
	waitpid(writer, NULL, 0);
	cr_expect_eq(backup_count(), ROUNDS);
	cr_expect_eq(backup_verify(f->path), 0);
	munmap(committed, sizeof *committed);
}

Test(backup, ten_weeks_of_days_leave_what_the_rules_keep)
{
	enum { DAYS = 70 };

	for (int i = 0; i < DAYS; i++) {
		f->now = moment_of(f->now.utc + 86400);
		cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	}
	/* seven days, and of the five weeks and three months those that are not among them */
	cr_expect_eq(backup_count(), 7 + 4 + 2, "%d", backup_count());
	cr_expect_eq(backups.done.nkept, backup_count() - 1);
	cr_expect_leq(backups.done.nremoved, 1);
}

Test(backup, leaves_nothing_half_where_the_disk_is_full)
{
	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	pid_t pid = fork();
	if (pid == 0) {
		const struct rlimit little = {200000, 200000};
		signal(SIGXFSZ, SIG_IGN);
		setrlimit(RLIMIT_FSIZE, &little);
		f->now.utc += 86400;
		_exit(backup_make() == -1 && f->e.code == ERR_IO ? 0 : 1);
	}
	int status;
	cr_assert_eq(waitpid(pid, &status, 0), pid);
	cr_expect_eq(status, 0, "it is refused with the reason");
	cr_expect_eq(backup_count(), 1, "the old one alone is there");
	cr_expect_eq(backup_verify(backups.done.path), 0);
	f->now.utc += 86400;
	cr_expect_eq(backup_make(), 0, "%s", f->e.text);
}

/* Its pages are what was written: only who looks at the rows of the copy sees it. */
Test(backup, of_a_file_that_is_not_whole_is_refused_and_the_older_ones_stay)
{
	struct sql *db = f->s->db;
	int nbefore;

	for (int i = 0; i < 3; i++) {
		cr_assert_eq(backup_make(), 0, "%s", f->e.text);
		f->now = moment_of(f->now.utc + 86400);
	}
	nbefore = backup_count();
	OK(f, db->ops->script(db,
			      "DROP TRIGGER log_keeps;"
			      "UPDATE log SET after = '{}' WHERE id = 3",
			      &f->e));
	cr_expect_eq(backup_make(), -1);
	cr_expect_eq(f->e.code, ERR_FORMAT);
	cr_expect_not_null(strstr(f->e.text, "not whole and was not kept"), "%s", f->e.text);
	cr_expect_not_null(strstr(f->e.text, "row 3 of the log"), "%s", f->e.text);
	cr_expect_eq(nbefore, 3);
	cr_expect_eq(backup_count(), nbefore, "the older ones, and nothing else");
}

Test(backup, sweeps_away_what_a_killed_one_left)
{
	static const char *const left[] = {"duban-20200101-000000.db.part",
					   "duban-20200101-000000.db.part-wal",
					   "duban-20200101-000000.db.part-journal"};

	for (size_t i = 0; i < sizeof left / sizeof *left; i++)
		free(tmp_puts(&f->tmp, arena_printf(&f->a, "copies/%s", left[i]), "x"));
	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	cr_expect_eq(backup_count(), 1);
	char *other = tmp_puts(&f->tmp, "copies/duban.part", "not ours");
	f->now.utc += 1;
	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	cr_expect_eq(unlink(other), 0, "it is left alone");
	free(other);
}

Test(backup, one_at_a_time)
{
	int fd = open(backups.folder, O_RDONLY | O_DIRECTORY);

	cr_assert_eq(flock(fd, LOCK_EX), 0);
	cr_expect_eq(backup_make(), -1);
	cr_expect_eq(f->e.code, ERR_BUSY, "%s", f->e.text);
	close(fd);
	cr_expect_eq(backup_make(), 0, "%s", f->e.text);
}

Test(backup, a_folder_that_is_not_there_is_said)
{
	struct rotation r = {1, 1, 1};

	REFUSED(f, ERR_NOT_FOUND, "make it first",
		store_backup(f->s, "/nowhere/at/all", f->now, &r, NULL, &f->a, &backups.done,
			     &f->e));
}

/* Closes the connection of the test, so that nobody has the file open. */
static int restore(const char *from, bool force, struct restored *done)
{
	store_close(f->s);
	f->s = NULL;
	f->e = (struct err)ERR_INIT;
	int result = store_restore(from, f->path, &f->admin, force, NULL, &f->a, done, &f->e);
	OK(f, store_open(f->path, &f->s, &f->e));
	return result;
}

static int64_t told(void)
{
	return fixture_count(f, "SELECT count(*) FROM access");
}

static char *text_of(const char *path, const char *pragma)
{
	struct store *s;
	int64_t v;

	OK(f, store_open_as_is(path, &s, &v, &f->e));
	struct sql_stmt *q = sql_query(s->db, pragma, &f->e);
	cr_assert_eq(sql_next(q, &f->e), 1);
	char *text = arena_strdup(&f->a, sql_peek(q));
	sql_end(q);
	store_close(s);
	return text;
}

Test(restore, brings_back_what_was_and_keeps_what_is, .init = backup_desk_begin,
     .fini = backup_desk_end)
{
	struct restored done;
	int64_t nrows;

	OK(f, store_access_note(f->s, &f->town, ACCESS_LOG_IN, "", &f->e));
	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	OK(f, store_access_note(f->s, &f->town, ACCESS_LOG_IN, "", &f->e));
	cr_assert_eq(restore(backups.done.path, false, &done), 0, "%s", f->e.text);
	cr_expect_eq(told(), 1);
	cr_assert_not_null(done.replaced);
	cr_expect_eq(backup_told(done.replaced), 2, "nothing is lost");
	cr_expect_str_eq(text_of(f->path, "PRAGMA journal_mode"), "wal");
	OK(f, store_log_verify(f->s, &nrows, &f->e));
	struct log_rows rows;
	OK(f, store_log_list(f->s, &f->a, &f->admin, &(struct log_filter){0}, 1, &rows, &f->e));
	cr_expect_str_eq(rows.at[0].act, "file.restore");
	cr_expect_eq(access(backups.done.path, F_OK), 0, "the backup stays");
	cr_expect_eq(backup_count(), 1);
}

Test(restore, waits_for_nobody_and_goes_under_nobodys_feet, .init = backup_desk_begin,
     .fini = backup_desk_end)
{
	struct restored done;
	struct store *other;

	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	OK(f, store_open(f->path, &other, &f->e));
	OK(f, store_access_note(other, &f->town, ACCESS_LOG_IN, "", &f->e));
	cr_expect_eq(restore(backups.done.path, false, &done), -1);
	cr_expect_eq(told(), 1, "nothing was changed");
	cr_expect_str_eq(text_of(f->path, "PRAGMA journal_mode"), "wal");
	cr_assert_eq(restore(backups.done.path, true, &done), 0, "%s", f->e.text);
	cr_expect_eq(told(), 0);
	REFUSED(f, ERR_STATE, "was replaced",
		store_access_note(other, &f->town, ACCESS_LOG_IN, "", &f->e));
	REFUSED(f, ERR_STATE, "was replaced", store_key_check(other, &f->town, &f->e));
	cr_expect_eq(store_key_check(f->s, &f->town, &f->e), 0);
	store_close(other);
	cr_expect_eq(told(), 0);
	OK(f, store_access_note(f->s, &f->town, ACCESS_LOG_IN, "", &f->e));
	cr_expect_eq(backup_verify(f->path), 0);
	cr_expect_eq(backup_told(done.replaced), 1, "what others wrote before is in the old file");
	cr_expect_eq(backup_verify(done.replaced), 0);
}

Test(restore, twice_in_one_second_keeps_both_that_were_there, .init = backup_desk_begin,
     .fini = backup_desk_end)
{
	struct restored first, second;

	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	OK(f, store_access_note(f->s, &f->town, ACCESS_LOG_IN, "", &f->e));
	cr_assert_eq(restore(backups.done.path, false, &first), 0, "%s", f->e.text);
	cr_assert_eq(restore(backups.done.path, false, &second), 0, "%s", f->e.text);
	cr_expect_str_neq(first.replaced, second.replaced);
	cr_expect_eq(backup_told(first.replaced), 1);
	cr_expect_eq(backup_told(second.replaced), 0);
}

/* The file of the test as these bytes, with nothing beside it. */
static void spoil(const void *bytes, size_t nbytes)
{
	store_close(f->s);
	f->s = NULL;
	free(tmp_write(&f->tmp, strrchr(f->path, '/') + 1, bytes, nbytes));
}

Test(restore, goes_over_a_file_that_is_damaged_or_gone, .init = backup_desk_begin,
     .fini = backup_desk_end)
{
	struct restored done;

	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	spoil("not a database", 14);
	cr_assert_eq(restore(backups.done.path, false, &done), 0, "%s", f->e.text);
	char *kept = tmp_read(done.replaced, NULL);
	cr_expect_str_eq(kept, "not a database");
	free(kept);
	cr_expect_not(done.is_known);
	spoil("", 0);
	cr_assert_eq(unlink(f->path), 0);
	cr_assert_eq(restore(backups.done.path, false, &done), 0, "%s", f->e.text);
	cr_expect_null(done.replaced);
	cr_expect_not(done.is_known, "there is nothing to read");
	cr_expect_eq(backup_verify(f->path), 0);
}

Test(restore, of_a_copy_that_is_not_whole_changes_nothing, .init = backup_desk_begin,
     .fini = backup_desk_end)
{
	struct restored done;
	size_t n;

	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	char *bytes = tmp_read(backups.done.path, &n);
	char *half = tmp_write(&f->tmp, "half.db", bytes, n / 2);
	OK(f, store_access_note(f->s, &f->town, ACCESS_LOG_IN, "", &f->e));
	cr_expect_eq(restore(half, true, &done), -1);
	cr_expect_eq(told(), 1);
	char *fresh = xasprintf("%s.restoring", f->path);
	cr_expect_neq(access(fresh, F_OK), 0, "nothing is left");
	free(fresh);
	free(half);
	free(bytes);
}
