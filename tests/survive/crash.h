/*
 * crash.h - what a machine that stops leaves on its disk. The journal of disk.h is played again;
 * after any step of it the folder can be laid out as the disk may have it then: what was synced for
 * certain, of the rest what one of the ways says. Names are kept in their order, what is written to
 * one file in no order.
 */
#ifndef DUBAN_TESTS_CRASH_H
#define DUBAN_TESTS_CRASH_H

#include <stdbool.h>
#include <stdint.h>

enum crash_way {
	CRASH_NOTHING, /* of what was not synced */
	CRASH_ALL,     /* as when the process alone is killed */
	CRASH_HALF,    /* the older half of each file, its last write torn */
	CRASH_SOME,    /* any writes, each sector of them or not */
	CRASH_WAYS
};

struct crash;

/* At the beginning of the journal as it is now. */
struct crash *crash_begin(void);
void crash_end(struct crash *c);
/* One step more; false: there is none. */
bool crash_step(struct crash *c);
/* The number of the last mark, -1: none so far. */
int64_t crash_marked(const struct crash *c);
/* Whether anything is there that a crash may lose. */
bool crash_is_open(const struct crash *c);
/* Lays the files out in an empty folder. */
void crash_leave(const struct crash *c, enum crash_way way, unsigned seed, const char *folder);

#endif
