/* plan_sign.h - internals of the plan reader: number, date and issuer of the document, and lines.
 */
#ifndef DUBAN_CORE_READER_PLAN_SIGN_H
#define DUBAN_CORE_READER_PLAN_SIGN_H

#include "core/reader/plan_text.h"

/* Fills doc_no, issuer and date of p; the plan's items begin at `body` and end at `end`. */
void plan_sign_read(struct arena *a, const struct plan_text *t, size_t body, size_t end,
		    struct plan *p);

/* Whether a signature begins at i, the beginning of a line: an issuer with the date below. */
bool plan_sign_begins(const struct plan_text *t, size_t i, size_t to);

/* The line that i stands in, without blanks at its ends, up to `to`. */
struct run plan_line_at(const struct plan_text *t, size_t i, size_t to);
/* Whether a line has signs of a sentence in it. */
bool plan_line_has_sentence(const struct plan_text *t, struct run r);

#endif
