/* plan_lost.h - internals of the plan reader: text that became part of no action. */
#ifndef DUBAN_CORE_READER_PLAN_LOST_H
#define DUBAN_CORE_READER_PLAN_LOST_H

#include "core/reader/plan_facts.h"

/* Doubts figures in the text of sections, which are nobody's, and units of merged cells. */
void plan_lost_find(struct reading *rd);
/* Doubts the table that begins at `at` and names units for n tasks: the text counted instead. */
void plan_lost_table(struct reading *rd, size_t at, size_t n);
/* Doubts the phrases before `at`, where the table begins that counted instead of the text. */
void plan_lost_phrases(struct reading *rd, const struct plan_phrases *p, size_t at);

#endif
