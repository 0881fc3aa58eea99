/*
 * calendar_text.h - days of the calendar as offices keep them in a table: a day or a run of days a
 * line, its fields between commas, semicolons, tabs or bars:
 *
 *     DATE[,LAST],KIND[,NAME]           2026-10-01,2026-10-07,holiday,国庆节
 *
 * KIND is `holiday` or `worked`, or what people write for them (休, 放假, 班, 调休上班 …). A first
 * line that names the columns, empty lines and lines that begin with # are passed over.
 */
#ifndef DUBAN_CORE_CALENDAR_TEXT_H
#define DUBAN_CORE_CALENDAR_TEXT_H

#include "core/err.h"
#include "core/mem.h"
#include "core/model.h"

/* A run of days from the first to the last, both with it, as single days. ERR_INPUT when the last
 * comes before the first, or the run is longer than any holiday. */
int calendar_add_run(struct arena *a, struct date first, struct date last, enum day_kind kind,
		     const char *name, struct calendar_day_rows *rows, struct err *e);

/* Reads the whole text in UTF-8. Days come sorted; a day that is named twice is what the last line
 * makes it. ERR_INPUT names the line; ERR_NOT_FOUND when there is no day in it. */
int calendar_text_read(struct arena *a, const char *text, size_t nbytes,
		       struct calendar_day_rows *rows, struct err *e);

#endif
