/*
 * plan_series.h - internals of the plan reader: numbers of items that only the document itself
 * shows to be such, because they run on from one line to the next: a word before each (行动一：,
 * 任务2、), nothing but a blank behind each (1 净水, 一 总则).
 */
#ifndef DUBAN_CORE_READER_PLAN_SERIES_H
#define DUBAN_CORE_READER_PLAN_SERIES_H

#include "core/reader/plan_text.h"

enum { MOST_SERIES = 8 };

struct plan_series {
	struct run words[MOST_SERIES]; /* what stands before the numbers */
	size_t n;
	bool blank, han_blank; /* 1 净水; 一 总则 */
};

/* Looks through the lines; linear. In the arena. */
const struct plan_series *plan_series_find(struct arena *a, const struct plan_text *t);
/* Length of the word of a series at i, 0 when none stands there. */
size_t plan_series_word(const struct plan_text *t, size_t i);

#endif
