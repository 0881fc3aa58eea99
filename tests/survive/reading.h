/* reading.h - what the program gives out of a file to whoever reads it, made small enough to
 * compare: two readings of one content are the same, and a part that was refused gives nothing. */
#ifndef DUBAN_TESTS_READING_H
#define DUBAN_TESTS_READING_H

#include "core/rule/may.h"
#include "db/store.h"

enum { READING_MOST = 256 };

/* Parts: each list of the store, each file handed in, each table as the connection of the store
 * gives it. */
struct reading {
	int n, nrefused;
	struct {
		char name[64];
		char hash[65]; /* of all that was given; "": it was refused */
	} part[READING_MOST];
};

/* All that a person with these posts may come across. */
void reading_take(struct store *s, const struct actor *who, struct reading *r);
/* The name of a part that was given and is not what it is in `whole`; NULL: there is none. */
const char *reading_other(const struct reading *r, const struct reading *whole);

#endif
