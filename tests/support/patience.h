/*
 * patience.h - how long a test waits for a program. A wait is made of short slices, each of which
 * counts for no more than it was to last: a machine that stood still for half a minute has not made
 * the program late.
 */
#ifndef DUBAN_TESTS_PATIENCE_H
#define DUBAN_TESTS_PATIENCE_H

#include "tests/support/clock.h"

#include <stdlib.h>

enum { PATIENCE_SLICE_MS = 200 };

struct patience {
	double left_ms, asked_ms; /* asked_ms: when it was asked last; 0: not yet */
};

/* Under valgrind (tests/run, MEMCHECK) all takes many times as long. */
static inline struct patience patience_of(double ms)
{
	return (struct patience){.left_ms = getenv("MEMCHECK") ? 20 * ms : ms};
}

/* How many milliseconds to wait before looking again; 0: no more. */
static inline int patience_left(struct patience *p)
{
	double now = clock_ms(), gone = p->asked_ms > 0 ? now - p->asked_ms : 0;

	p->asked_ms = now;
	p->left_ms -= gone < PATIENCE_SLICE_MS ? gone : PATIENCE_SLICE_MS;
	if (p->left_ms <= 0)
		return 0;
	return p->left_ms < PATIENCE_SLICE_MS ? (int)p->left_ms + 1 : PATIENCE_SLICE_MS;
}

#endif
