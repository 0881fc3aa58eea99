/*
 * The machine stops: whatever of the last writes the disk has kept, the file that is found again is
 * whole, has every write that was acknowledged, and of the one that was not all or nothing. Tried
 * after every step of the disk, in each of the ways that a disk can lose things.
 */
#include "tests/survive/acts.h"
#include "tests/survive/aftermath.h"
#include "tests/survive/content.h"
#include "tests/survive/disk.h"
#include "tests/survive/settings.h"

#include "db/store_backup.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_NAME "district.db"

static struct fixture f;

static void begin(void)
{
	disk_skip_sync(true);
	fixture_begin(&f);
	fixture_fill(&f);
	aftermath_begin(f.tmp.dir);
}

static void end(void)
{
	disk_forget();
	aftermath_end();
	fixture_end(&f);
}

TestSuite(crash, .init = begin, .fini = end);

enum { ALL = 1 << 30 }; /* steps */

/* All acts in turn, on a fresh journal. */
static void write_all(struct history *h, int rounds)
{
	disk_watch(f.tmp.dir);
	history_add(h, f.path);
	for (int n = 0; n < rounds; n++) {
		for (int i = 0; i < acts_count; i++) {
			OK(&f, acts[i].act(&f, n));
			history_add(h, f.path);
		}
	}
	disk_rest();
}

Test(crash, keeps_every_write_that_was_acknowledged)
{
	static struct history h = {.name = FILE_NAME};

	write_all(&h, LONG(1, 12));
	struct tally t = {0};
	crash_at(LONG(40, CRASH_EVERYWHERE), history_look, &h, &t);
	tally_expect_nothing_lost(&t, 100);
}

/* The log is taken into the file, which is cut and written in its place, by whoever leaves last. */
Test(crash, keeps_it_while_the_file_takes_in_its_log)
{
	static struct history h = {.name = FILE_NAME};

	disk_watch(f.tmp.dir);
	history_add(&h, f.path);
	for (int n = 0; n < LONG(2, 6); n++) {
		OK(&f, acts[n % acts_count].act(&f, n));
		history_add(&h, f.path);
		fixture_reopen(&f, NULL);
	}
	disk_rest();
	struct tally t = {0};
	crash_at(LONG(40, CRASH_EVERYWHERE), history_look, &h, &t);
	tally_expect_nothing_lost(&t, 40);
}

/* That this would be seen: a connection that does not wait for the disk. */
Test(crash, is_a_disk_that_forgets)
{
	static struct history h = {.name = FILE_NAME};

	OK(&f, f.s->db->ops->script(f.s->db, "PRAGMA synchronous = OFF", &f.e));
	write_all(&h, 1);
	struct tally t = {0};
	crash_at(10, history_look, &h, &t);
	cr_expect_gt(t.lost + t.broken + t.half, 0);
}

static void look_at_backups(const struct crash *c, struct tally *t, void *data)
{
	const struct history *h = data;
	char found[CONTENT_TEXT];
	struct dirent *entry;
	int n = 0;
	DIR *d = opendir(aftermath_path(&f.a, ""));

	while ((entry = readdir(d))) {
		size_t length = strlen(entry->d_name);
		if (length < 3 || strcmp(entry->d_name + length - 3, ".db") != 0)
			continue;
		const char *path = aftermath_path(&f.a, entry->d_name);
		n++;
		if (!file_is_whole(path) || !content_of(path, found))
			t->broken++;
		else if (strcmp(found, h->content[0]) != 0)
			t->half++;
	}
	closedir(d);
	t->lost += n < crash_marked(c);
}

/* A copy that has its name is whole; one that was told of is there. */
Test(crash, leaves_no_half_backup)
{
	static const struct rotation r = {7, 5, 12};
	static struct history h;
	struct backup done;
	char *folder = tmp_path(&f.tmp, "copies");

	cr_assert_eq(mkdir(folder, 0700), 0);
	cr_assert(content_of(f.path, h.content[0]));
	disk_watch(folder);
	disk_mark(0);
	for (int n = 1; n <= LONG(2, 9); n++) {
		f.now = moment_of(f.now.utc + 86400);
		OK(&f, store_backup(f.s, folder, f.now, &r, NULL, &f.a, &done, &f.e));
		disk_mark(done.nkept + 1);
	}
	disk_rest();
	struct tally t = {0};
	crash_at(LONG(40, CRASH_EVERYWHERE), look_at_backups, &h, &t);
	tally_expect_nothing_lost(&t, 40);
	free(folder);
}

/* [0] what was replaced, [1] what is in the backup; the log of restore is not in it. */
static const char *const of_people[] = {"person", "access", "report", NULL};

static void look_at_restored(const struct crash *c, struct tally *t, void *data)
{
	const struct history *h = data;
	char found[CONTENT_TEXT];
	const char *path = aftermath_path(&f.a, FILE_NAME);

	if (!file_is_whole(path) || !content_of_tables(path, of_people, found)) {
		t->broken++;
		return;
	}
	bool is_old = strcmp(found, h->content[0]) == 0;
	bool is_new = strcmp(found, h->content[1]) == 0;
	t->half += !is_old && !is_new;
	t->lost += crash_marked(c) == 1 && !is_new;
	if (is_old)
		return;
	path = aftermath_path(&f.a, "district.db.replaced-20211121-100000");
	if (!file_is_whole(path) || !content_of_tables(path, of_people, found) ||
	    strcmp(found, h->content[0]) != 0)
		t->lost++;
}

/* A backup of what is there, and then some more is written. */
static char *backup_before_more(struct history *h)
{
	char *backup = xasprintf("%s-backup", f.tmp.dir);

	OK(&f, f.s->db->ops->copy(f.s->db, backup, NULL, &f.e));
	cr_assert(content_of_tables(backup, of_people, h->content[1]));
	OK(&f, acts[0].act(&f, 1));
	OK(&f, acts[3].act(&f, 1));
	cr_assert(content_of_tables(f.path, of_people, h->content[0]));
	return backup;
}

/* There is a whole file at the path at every moment, and the old one is not lost. */
static void crash_in_restore(const char *backup, bool force, struct history *h)
{
	struct restored done;
	struct tally t = {0};

	disk_watch(f.tmp.dir);
	disk_mark(0);
	OK(&f, store_restore(backup, f.path, &f.admin, force, NULL, &f.a, &done, &f.e));
	disk_mark(1);
	disk_rest();
	crash_at(LONG(60, CRASH_EVERYWHERE), look_at_restored, h, &t);
	tally_expect_nothing_lost(&t, 20);
	unlink(backup);
}

Test(crash, leaves_no_half_restore)
{
	static struct history h;
	char *backup = backup_before_more(&h);

	store_close(f.s);
	f.s = NULL;
	crash_in_restore(backup, false, &h);
	free(backup);
}

/* Who has the file open has all of it in the log still. */
Test(crash, leaves_no_half_restore_that_was_forced)
{
	static struct history h;
	char *backup = backup_before_more(&h);

	crash_in_restore(backup, true, &h);
	free(backup);
}

static void look_at_new(const struct crash *c, struct tally *t, void *data)
{
	const char *path = aftermath_path(&f.a, "new.db");
	bool is_there = access(path, F_OK) == 0;

	(void)data;
	if (crash_marked(c) == 1)
		t->lost += !is_there || !file_is_whole(path);
}

Test(crash, a_new_file_that_was_told_of_is_there)
{
	char *path = tmp_path(&f.tmp, "new.db");

	store_close(f.s);
	f.s = NULL;
	disk_watch(f.tmp.dir);
	disk_mark(0);
	OK(&f, store_create(path, "admin", "王立", f.now, &f.e));
	disk_mark(1);
	disk_rest();
	struct tally t = {0};
	crash_at(LONG(60, CRASH_EVERYWHERE), look_at_new, NULL, &t);
	tally_expect_nothing_lost(&t, 20);
	free(path);
}
