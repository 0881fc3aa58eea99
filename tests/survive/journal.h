/*
 * journal.h - what was done to a folder, in its order: the list that disk.c keeps and that disk.h
 * shows to the tests. It owns the names and the bytes of what is in it.
 */
#ifndef DUBAN_TESTS_JOURNAL_H
#define DUBAN_TESTS_JOURNAL_H

#include "tests/survive/disk.h"

struct journal {
	struct disk_op *at;
	size_t n, cap;
};

/* One more at its end, to be filled in before the next is added; the name may be NULL. */
struct disk_op *journal_add(struct journal *j, enum disk_kind kind, const char *name);
/* Each file that lies in this folder, as one write of all of it. */
void journal_add_folder(struct journal *j, const char *folder);
/* No machine that stops leaves such a file: it has been removed, or is shared memory. */
bool journal_is_nameless(const char *name);
void journal_free(struct journal *j);

#endif
