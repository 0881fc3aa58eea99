/*
 * word_diff.h - what differs between two wordings of a text, word by word: Chinese and signs by the
 * character, other letters and figures by the word, so that 45% against 50% reads as one change.
 */
#ifndef DUBAN_CORE_WORD_DIFF_H
#define DUBAN_CORE_WORD_DIFF_H

#include "core/mem.h"

enum word_change { WORD_SAME, WORD_GONE, WORD_NEW };

struct word_piece {
	enum word_change change;
	const char *text; /* in the text it is from; nbytes of it */
	size_t nbytes;
};

struct word_pieces {
	struct word_piece *at;
	size_t n, cap;
};

/*
 * The pieces in the order of reading, what is gone before what is new in its place; same pieces and
 * gone ones together are `was`, same and new ones `is`. No two neighbours are of one kind, none is
 * empty. Time grows with the product of what is left of both when equal ends are taken off; texts
 * of more than WORD_DIFF_MAX words there count as wholly different.
 */
enum { WORD_DIFF_MAX = 6000 };
void word_diff(struct arena *a, const char *was, const char *is, struct word_pieces *pieces);

#endif
