/*
 * list_marks.h - the things that a list showed last: which they were and how they looked. From it
 * follow where the cursor goes after a load, and which rows somebody else has changed since.
 */
#ifndef DUBAN_TUI_LIST_MARKS_H
#define DUBAN_TUI_LIST_MARKS_H

#include "core/mem.h"
#include "tui/part/list.h"

/* What stands before a row until the cursor has been on it. */
enum { LIST_CHANGED = '*', LIST_NEW = '+' };

/* Zero is empty. All memory is the arena's that they were taken into. */
struct list_marks {
	struct list_thing {
		int64_t id;
		uint64_t looks; /* of the texts of its cells */
		char sign;	/* 0, LIST_CHANGED, LIST_NEW */
	} * at;
	size_t n;
	uint32_t *slots; /* index + 1 of the thing with an id; 0: free */
	size_t nslots;	 /* a power of two, more than n */
};

/* The things of a load, in the order of the rows. What `was` had is looked up in it; marks stay,
 * and where others have changed the file rows that look different or are new get one. Where the
 * spec has no id() rows are told apart by their place, and none is ever marked. */
void list_marks_take(struct list_marks *m, const struct list_marks *was, struct arena *a,
		     const struct list_spec *spec, const void *rows, size_t n, bool by_others);
/* The row of a thing; m->n when it is not there. */
size_t list_marks_find(const struct list_marks *m, int64_t id);

#endif
