/* plan_day.h - internals of the plan reader: the day that a document was signed. */
#ifndef DUBAN_CORE_READER_PLAN_DAY_H
#define DUBAN_CORE_READER_PLAN_DAY_H

#include "core/date.h"
#include "core/reader/plan_text.h"

/* Whether r is a date and nothing else; out is written only then. */
bool plan_day_read(const struct plan_text *t, struct run r, char out[DATE_TEXT]);

#endif
