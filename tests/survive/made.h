/*
 * made.h - every write of the store, by somebody who may, in the file of tests/db/denied.h as it
 * was filled: the rows are those that the tests of rights have, so that none is forgotten.
 */
#ifndef DUBAN_TESTS_MADE_H
#define DUBAN_TESTS_MADE_H

#include "tests/db/denied.h"

struct made {
	const struct denied_row *row;
	int step, post;
};

/* Who it is that makes it; it fails the test when nobody can. Those rows that have steps are made
 * once, in the first step that somebody can take, or with SURVIVE_LONG in each of those. */
void made_each(void (*tries)(const struct made *m, void *data), void *data);
/* Makes it: 0 or more, or -1 and denied.e. */
int made_do(const struct made *m);

#endif
