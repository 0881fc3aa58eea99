/* plan_head.h - internals of the plan reader: title, number, issuer and date of the document. */
#ifndef DUBAN_CORE_READER_PLAN_HEAD_H
#define DUBAN_CORE_READER_PLAN_HEAD_H

#include "core/reader/plan_text.h"

/* Fills title, doc_no, issuer and date of p; the plan's items begin at `body` and end at `end`. */
void plan_head_read(struct arena *a, const struct plan_text *t, size_t body, size_t end,
		    struct plan *p);
/* The year that the plan is about: of its title ("2021年…"), else of its date; 0 for none. An
 * annual plan has it in its title. Years of three digits count from `era`, if it is not 0. */
int plan_head_year(const struct plan *p, int era, bool *annual);

#endif
