/*
 * A write-ahead log that was cut short or has other bytes in it than were written. SQLite leaves
 * out what stands behind the break, which is right after a crash and wrong after damage: then
 * whoever opens the file is told, and what other processes had been told of is never missing
 * without a word.
 */
#include "tests/survive/acts.h"
#include "tests/survive/content.h"
#include "tests/survive/disk.h"
#include "tests/survive/settings.h"

#include "db/store_verify.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { HEADER = 32, FRAME = 24 + 4096, BLIND = 3 };

/* A file as it lies there. */
struct bytes {
	char *at;
	size_t n;
};

static struct fixture f;
static struct bytes base, wal, shm; /* of the file while it was open, as a crash leaves it */
static char whole[CONTENT_TEXT];
static size_t *ends; /* frames to the end of each write */
static size_t nends;

static struct bytes copy_of(const char *suffix)
{
	char *path = xasprintf("%s%s", f.path, suffix);
	struct bytes b;

	b.at = tmp_read(path, &b.n);
	cr_assert_not_null(b.at);
	free(path);
	return b;
}

static void find_ends(void)
{
	size_t nframes = (wal.n - HEADER) / FRAME;

	ends = xcalloc(nframes, sizeof *ends);
	for (size_t i = 0; i < nframes; i++)
		if (memcmp(wal.at + HEADER + i * FRAME + 4, "\0\0\0\0", 4) != 0)
			ends[nends++] = i + 1;
}

static void begin(void)
{
	disk_skip_sync(true);
	fixture_begin(&f);
	fixture_fill(&f);
	fixture_reopen(&f, NULL);
	for (int n = 0; n < 3; n++)
		for (int i = 0; i < acts_count; i++)
			OK(&f, acts[i].act(&f, n));
	base = copy_of("");
	wal = copy_of("-wal");
	shm = copy_of("-shm");
	store_close(f.s);
	f.s = NULL;
	cr_assert(content_of(f.path, whole));
	nends = 0;
	find_ends();
	cr_assert_gt(nends, 10);
}

static void end(void)
{
	free(base.at);
	free(wal.at);
	free(shm.at);
	free(ends);
	fixture_end(&f);
}

TestSuite(log, .init = begin, .fini = end);

/* LOST: something is missing, and nobody was told. */
enum end { HARMLESS, TOLD, LOST, ENDS };

static bool is_told(const struct err *e)
{
	return e->code == ERR_FORMAT && strstr(e->text, "-wal") && strstr(e->text, "--renew");
}

/* In a process of its own. */
static enum end look_at(const char *path)
{
	struct verify_findings found = {.n = 0};
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	char now[CONTENT_TEXT];
	struct store *s;

	bool checked = store_verify_file(path, &a, NULL, &found, &e) == 0;
	for (int tries = 0; tries < 2; tries++) { /* the first one has taken nothing in */
		if (store_open(path, &s, &e) == 0)
			store_close(s);
		else
			return checked && found.n && is_told(&e) ? TOLD : ENDS;
	}
	if (!checked || found.n)
		return TOLD;
	return content_of(path, now) && strcmp(now, whole) == 0 ? HARMLESS : LOST;
}

static void lay_out(const char *suffix, const struct bytes *b)
{
	char *name = xasprintf("found.db%s", suffix);

	if (b)
		free(tmp_write(&f.tmp, name, b->at, b->n));
	free(name);
}

static void clear(void)
{
	static const char *const suffixes[] = {"", "-wal", "-shm"};

	for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++) {
		char *name = xasprintf("found.db%s", suffixes[i]);
		char *path = tmp_path(&f.tmp, name);
		unlink(path);
		free(path);
		free(name);
	}
}

struct tally {
	int of[ENDS], crashed;
};

/* With the index that the processes shared, or without, as after the machine has stopped. */
static enum end try_log(struct tally *t, const struct bytes *log, bool has_index)
{
	enum { SECONDS = 60 };
	char *path = tmp_path(&f.tmp, "found.db");
	int status;

	lay_out("", &base);
	lay_out("-wal", log);
	lay_out("-shm", has_index ? &shm : NULL);
	pid_t pid = fork();
	cr_assert_geq(pid, 0);
	if (pid == 0) {
		alarm(SECONDS);
		_exit((int)look_at(path));
	}
	cr_assert_eq(waitpid(pid, &status, 0), pid);
	clear();
	free(path);
	if (!WIFEXITED(status) || WEXITSTATUS(status) >= ENDS) {
		t->crashed++;
		return ENDS;
	}
	t->of[WEXITSTATUS(status)]++;
	return (enum end)WEXITSTATUS(status);
}

static void expect_told(const char *what, const struct tally *t)
{
	fprintf(stderr, "%s: %d told, %d harmless, %d lost\n", what, t->of[TOLD], t->of[HARMLESS],
		t->of[LOST]);
	cr_expect_eq(t->crashed, 0, "%s: %d crashed or were told otherwise", what, t->crashed);
	cr_expect_eq(t->of[LOST], 0, "%s: %d have lost writes without a word", what, t->of[LOST]);
	cr_expect_gt(t->of[TOLD], 0, "%s", what);
}

/* One bit, one byte, a whole sector. */
static void flip(size_t at, int how)
{
	size_t to = at + (how == 2 ? 512 : 1);

	for (size_t i = at; i < to && i < wal.n; i++)
		wal.at[i] = (char)(wal.at[i] ^ (how == 0 ? 1 << (at % 8) : 0xA5));
}

static void flip_between(struct tally *t, size_t from, size_t to, bool has_index, int ntimes)
{
	unsigned seed = 5;

	for (int i = 0; i < ntimes; i++) {
		size_t at = from + (size_t)rand_r(&seed) % (to - from);

		if (i % 4 == 3) /* what is between pages decides on everything */
			at = HEADER + (at - HEADER) / FRAME * FRAME + at % 24;
		flip(at, i % 3);
		if (try_log(t, &wal, has_index) == LOST)
			fprintf(stderr, "lost: %zu, way %d\n", at, i % 3);
		flip(at, i % 3);
	}
}

Test(log, as_it_was_is_no_damage)
{
	struct tally t = {.crashed = 0};

	try_log(&t, &wal, true);
	try_log(&t, &wal, false);
	cr_expect_eq(t.of[HARMLESS], 2);
}

Test(log, flipped_bytes_are_told_where_processes_were_killed)
{
	struct tally t = {.crashed = 0};

	flip_between(&t, HEADER, wal.n, true, LONG(150, 10000));
	expect_told("flipped, with the index", &t);
	cr_expect_eq(t.of[HARMLESS], 0);
}

Test(log, flipped_bytes_are_told_where_the_machine_has_stopped)
{
	struct tally t = {.crashed = 0};

	flip_between(&t, HEADER, HEADER + ends[nends - 1 - BLIND] * FRAME, false, LONG(150, 10000));
	expect_told("flipped, without the index", &t);
}

Test(log, a_flipped_header_is_told)
{
	struct tally t = {.crashed = 0};

	for (size_t at = 0; at < HEADER; at++)
		for (int how = 0; how < 3; how++) {
			flip(at, how);
			try_log(&t, &wal, at % 2);
			flip(at, how);
		}
	expect_told("flipped header", &t);
	cr_expect_eq(t.of[HARMLESS], 0);
}

Test(log, a_log_cut_short_is_told_where_processes_were_killed)
{
	struct tally t = {.crashed = 0};
	unsigned seed = 9;

	for (int i = 0; i < LONG(60, 2000); i++) {
		struct bytes log = {wal.at, (size_t)rand_r(&seed) % wal.n};

		if (i % 2 && log.n > HEADER)
			log.n = HEADER + (log.n - HEADER) / FRAME * FRAME;
		log.n = i ? log.n : 0;
		try_log(&t, &log, true);
	}
	expect_told("cut short", &t);
	cr_expect_eq(t.of[HARMLESS], 0);
}

/* What a crash leaves of the last write is no damage: any of it may be missing. */
Test(log, a_torn_last_write_is_no_damage)
{
	size_t from = HEADER + ends[nends - 2] * FRAME, to = HEADER + ends[nends - 1] * FRAME;
	struct tally t = {.crashed = 0};
	unsigned seed = 13;

	for (int i = 0; i < LONG(60, 2000); i++) {
		char *kept = xmalloc(to - from);

		memcpy(kept, wal.at + from, to - from);
		for (size_t at = from / 512 * 512; at < to; at += 512) {
			size_t first = at < from ? from : at, last = at + 512 < to ? at + 512 : to;
			if (rand_r(&seed) % 2)
				memset(wal.at + first, 0, last - first);
		}
		try_log(&t, &wal, false);
		memcpy(wal.at + from, kept, to - from);
		free(kept);
	}
	cr_expect_eq(t.of[TOLD], 0);
	cr_expect_eq(t.crashed, 0);
}
