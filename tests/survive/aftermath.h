/*
 * aftermath.h - what people find after a machine has stopped (crash.h): the crashes of a test tried
 * one after another, and what was found of the writes that were acknowledged.
 */
#ifndef DUBAN_TESTS_AFTERMATH_H
#define DUBAN_TESTS_AFTERMATH_H

#include "core/mem.h"
#include "tests/survive/content.h"
#include "tests/survive/crash.h"

#include <stdbool.h>
#include <stddef.h>

/* The folder that is found after a crash, beside that one. */
void aftermath_begin(const char *folder);
void aftermath_end(void);
/* "": the folder itself. */
const char *aftermath_path(struct arena *a, const char *name);

/* What was found, of all the crashes of a test. */
struct tally {
	int crashes, lost, broken, half;
};
void tally_expect_nothing_lost(const struct tally *t, int at_least);

/* Looks at what is there after a crash; `data` is the test's. */
typedef void look(const struct crash *c, struct tally *t, void *data);

enum { CRASH_EVERYWHERE = 1 << 30 };
/* After the steps of the journal that leave something to lose, in each of the ways: about `most` of
 * the steps, spread over it. Adds to what was found. */
void crash_at(size_t most, look *looks, void *data, struct tally *t);

/* How the file of that name stood when each write was acknowledged; [0] before the first. */
enum { MOST_WRITES = 200 };
struct history {
	const char *name;
	char content[MOST_WRITES + 1][CONTENT_TEXT];
	int n;
};
/* Acknowledged now; the journal is marked. */
void history_add(struct history *h, const char *path);
/* What is found is whole, and is the last that was acknowledged or the one more. */
look history_look;

/* Everything that `duban check` proves holds; what does not is said. */
bool file_is_whole(const char *path);

#endif
