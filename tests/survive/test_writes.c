/*
 * Every write of the store, one after another, each in the file as it was filled: the machine
 * stops, the process is killed, the disk is full or breaks. What was acknowledged is there, of the
 * rest all or nothing, and the file is whole. That it can only be read is in test_read_only.c.
 */
#include "tests/survive/aftermath.h"
#include "tests/survive/disk.h"
#include "tests/survive/made.h"
#include "tests/survive/settings.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void begin(void)
{
	disk_skip_sync(true);
	denied_fill();
	aftermath_begin(denied.tmp.dir);
}

static void end(void)
{
	disk_forget();
	aftermath_end();
	denied_end();
}

TestSuite(writes, .init = begin, .fini = end);

/* Of the calls that a write makes not all are tried in a usual run: closer together at first. */
static int next_call(int n)
{
	return LONG(n + n / 2 + 1, n + 1);
}

static void stop_machine(const struct made *m, void *data)
{
	struct history h = {.name = "duban.db"};
	struct tally *all = data, t = {0};

	disk_watch(denied.tmp.dir);
	history_add(&h, denied.path);
	cr_assert_geq(made_do(m), 0, "%s: %s", m->row->name, denied.e.text);
	history_add(&h, denied.path);
	disk_rest();
	cr_expect_str_neq(h.content[1], h.content[0], "%s", m->row->name);
	crash_at(LONG(5, CRASH_EVERYWHERE), history_look, &h, &t);
	cr_expect_gt(t.crashes, 0, "%s", m->row->name);
	cr_expect_eq(t.lost + t.half + t.broken, 0, "%s", m->row->name);
	all->crashes += t.crashes;
	all->lost += t.lost;
	all->half += t.half;
	all->broken += t.broken;
}

Test(writes, are_whole_or_not_there_when_the_machine_stops)
{
	struct tally t = {0};

	made_each(stop_machine, &t);
	tally_expect_nothing_lost(&t, 4 * denied_nrows);
}

struct spoiled {
	void (*spoil)(const char *folder, int n);
	const char *words;
	int refused;
};

/* Made while the n-th call fails; true: it was made, that call was not needed. False: refused, by a
 * sentence that says so, and the file is as before. */
static bool fits(const struct made *m, const struct spoiled *s, int n,
		 const char before[CONTENT_TEXT])
{
	char now[CONTENT_TEXT];
	int result;
	bool failed;

	s->spoil(denied.tmp.dir, n);
	result = made_do(m);
	failed = disk_failed();
	s->spoil(denied.tmp.dir, 0);
	cr_assert(content_of(denied.path, now));
	cr_expect_eq(strcmp(now, before) == 0, result < 0, "%s, call %d fails: %d", m->row->name, n,
		     result);
	if (result >= 0)
		return true;
	cr_assert(failed, "%s: %s", m->row->name, denied.e.text);
	cr_expect_eq(denied.e.code, ERR_IO, "%s: %s", m->row->name, denied.e.text);
	cr_expect_not_null(strstr(denied.e.text, s->words), "%s: %s", m->row->name, denied.e.text);
	return false;
}

/* Again and again, a later call each time, until it goes well. */
static void spoil_disk(const struct made *m, void *data)
{
	struct spoiled *s = data;
	char before[CONTENT_TEXT];
	int n = 1, refused = 0;

	cr_assert(content_of(denied.path, before));
	for (; !fits(m, s, n, before); n = next_call(n))
		refused++;
	cr_expect_gt(refused, 0, "%s", m->row->name);
	s->refused += refused;
	store_close(denied.s);
	cr_expect(file_is_whole(denied.path), "%s", m->row->name);
	denied.s = world_open_again(&denied);
}

Test(writes, change_nothing_on_a_full_disk)
{
	struct spoiled s = {disk_fill, "room", 0};

	made_each(spoil_disk, &s);
	cr_expect_geq(s.refused, 2 * denied_nrows);
}

Test(writes, change_nothing_on_a_disk_that_breaks)
{
	struct spoiled s = {disk_break_sync, "cannot", 0};

	made_each(spoil_disk, &s);
	cr_expect_geq(s.refused, denied_nrows);
}

/* The process that makes it is killed before its n-th call; 0: it had made it before. */
static int make_and_die(const struct made *m, int n)
{
	int status;
	pid_t child;

	denied_again();
	store_close(denied.s);
	denied.s = NULL;
	child = fork();
	cr_assert_geq(child, 0);
	if (child == 0) {
		denied.s = world_open_again(&denied);
		disk_kill(denied.tmp.dir, n);
		_exit(made_do(m) >= 0 ? 0 : 1);
	}
	cr_assert_eq(waitpid(child, &status, 0), child);
	if (WIFEXITED(status)) {
		cr_assert_eq(WEXITSTATUS(status), 0, "%s", m->row->name);
		return 0;
	}
	cr_assert_eq(WTERMSIG(status), SIGKILL);
	return -1;
}

static void kill_process(const struct made *m, void *data)
{
	char before[CONTENT_TEXT], after[CONTENT_TEXT], now[CONTENT_TEXT];
	int result, *killed = data;

	cr_assert(content_of(denied.path, before));
	cr_assert_geq(made_do(m), 0);
	cr_assert(content_of(denied.path, after));
	for (int n = 1;; n = next_call(n)) {
		result = make_and_die(m, n);
		cr_expect(file_is_whole(denied.path), "%s", m->row->name);
		cr_assert(content_of(denied.path, now));
		if (result == 0)
			break;
		++*killed;
		cr_expect(strcmp(now, before) == 0 || strcmp(now, after) == 0,
			  "%s, killed at call %d, is half there", m->row->name, n);
	}
	cr_expect_str_eq(now, after, "%s was acknowledged and is lost", m->row->name);
	denied.s = world_open_again(&denied);
}

Test(writes, are_whole_or_not_there_when_the_process_is_killed)
{
	int killed = 0;

	made_each(kill_process, &killed);
	cr_expect_geq(killed, 2 * denied_nrows);
}
