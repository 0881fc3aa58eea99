/*
 * A file that was cut short or has other bytes in it than were written: opening, reading and
 * checking it never crash and never hang; what differs is told, and what is given out, told or
 * not, is what somebody has entered.
 */
#include "tests/survive/acts.h"
#include "tests/survive/content.h"
#include "tests/survive/disk.h"
#include "tests/survive/reading.h"
#include "tests/survive/settings.h"

#include "db/store_verify.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static struct fixture f;
static char *bytes; /* of the file as it was */
static size_t nbytes;
static char whole[CONTENT_TEXT];
static struct reading reading; /* of all of it */

static void begin(void)
{
	disk_skip_sync(true);
	fixture_begin(&f);
	fixture_fill(&f);
	for (int n = 0; n < 2; n++)
		for (int i = 0; i < acts_count; i++)
			OK(&f, acts[i].act(&f, n));
	store_close(f.s);
	f.s = NULL;
	cr_assert(content_of(f.path, whole));
	bytes = tmp_read(f.path, &nbytes);
	OK(&f, store_open(f.path, &f.s, &f.e));
	reading_take(f.s, &f.admin, &reading);
	store_close(f.s);
	f.s = NULL;
	cr_assert_eq(reading.nrefused, 0);
}

static void end(void)
{
	free(bytes);
	fixture_end(&f);
}

TestSuite(damage, .init = begin, .fini = end);

/* SERVED: something was given out that is not what was written, whoever may have been told so. */
enum end { HARMLESS, FOUND, SERVED, ENDS };

/* In a process of its own. */
static enum end look_at(const char *path)
{
	static struct reading now;
	struct verify_findings found = {.n = 0};
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	char content[CONTENT_TEXT];
	const char *other;
	struct store *s;

	bool refused = store_verify_file(path, &a, NULL, &found, &e) != 0;
	if (store_open(path, &s, &e))
		return FOUND;
	reading_take(s, &f.admin, &now);
	store_close(s);
	if ((other = reading_other(&now, &reading))) {
		fprintf(stderr, "not what was written: %s\n", other);
		return SERVED;
	}
	if (found.n || refused || now.nrefused)
		return FOUND;
	return content_of(path, content) && strcmp(content, whole) == 0 ? HARMLESS : SERVED;
}

/* How many of each. */
struct ends {
	int of[ENDS], crashed;
};

static void try_bytes(struct ends *ends, size_t n, const char *what, size_t at)
{
	enum { SECONDS = 60 };
	char *path = tmp_write(&f.tmp, "found.db", bytes, n);
	int status;

	pid_t pid = fork();
	cr_assert_geq(pid, 0);
	if (pid == 0) {
		alarm(SECONDS);
		_exit((int)look_at(path));
	}
	cr_assert_eq(waitpid(pid, &status, 0), pid);
	if (WIFEXITED(status) && WEXITSTATUS(status) < ENDS)
		ends->of[WEXITSTATUS(status)]++;
	else
		ends->crashed++;
	cr_expect(WIFEXITED(status) && WEXITSTATUS(status) < SERVED, "%s at %zu: %s", what, at,
		  WIFEXITED(status) ? "gave out what nobody has entered" : "crashed or hung");
	unlink(path);
	free(path);
}

static void expect_told(const struct ends *ends)
{
	fprintf(stderr, "%d told, %d harmless, %d served\n", ends->of[FOUND], ends->of[HARMLESS],
		ends->of[SERVED]);
	cr_expect_eq(ends->crashed, 0);
	cr_expect_eq(ends->of[SERVED], 0);
	cr_expect_gt(ends->of[FOUND], 0);
}

Test(damage, a_file_cut_short_is_told)
{
	struct ends ends = {.crashed = 0};
	unsigned seed = 7;

	for (int i = 0; i < LONG(60, 2000); i++) {
		size_t n = (size_t)rand_r(&seed) % nbytes;
		try_bytes(&ends, i % 2 ? n : n / 4096 * 4096, "cut", n);
	}
	expect_told(&ends);
}

/* One bit, one byte, a whole sector of them. */
static void flip(size_t at, int how)
{
	size_t to = at + (how == 2 ? 512 : 1);

	for (size_t i = at; i < to && i < nbytes; i++)
		bytes[i] = (char)(bytes[i] ^ (how == 0 ? 1 << (at % 8) : 0xA5));
}

static void flip_at(struct ends *ends, size_t at, int how)
{
	flip(at, how);
	try_bytes(ends, nbytes, "flipped", at);
	flip(at, how);
}

Test(damage, flipped_bytes_are_told)
{
	struct ends ends = {.crashed = 0};
	unsigned seed = 11;

	for (int i = 0; i < LONG(150, 10000); i++)
		flip_at(&ends, (size_t)rand_r(&seed) % nbytes, i % 3);
	expect_told(&ends);
}

/* The first page says how to read all others. */
Test(damage, flipped_bytes_of_the_first_hundred_are_told)
{
	struct ends ends = {.crashed = 0};

	for (size_t at = 0; at < 100; at += (size_t)LONG(2, 1))
		flip_at(&ends, at, 1);
	expect_told(&ends);
}

/* What was handed in is not given out when it is not what was handed in. */
Test(damage, every_piece_of_a_file_is_proved)
{
	enum { PART = 16 };
	struct ends ends = {.crashed = 0};
	char *content = act_file(1);
	unsigned seed = 3;

	for (int i = 0; i < LONG(30, 500); i++) {
		size_t from = 1000 + (size_t)rand_r(&seed) % (ACT_FILE_BYTES - 2000);
		char *at = memmem(bytes, nbytes, content + from, PART);
		if (at) /* else it goes over from one page to the next */
			flip_at(&ends, (size_t)(at - bytes), i % 2);
	}
	cr_expect_eq(ends.of[HARMLESS], 0);
	cr_expect_gt(ends.of[FOUND], 20);
	expect_told(&ends);
	free(content);
}
