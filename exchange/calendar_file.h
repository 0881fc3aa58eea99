/*
 * calendar_file.h - holidays and days worked instead, from a file as offices get them: a table in
 * text (CSV) or Excel as calendar_text.h reads it, or a calendar of iCalendar (ICS).
 */
#ifndef DUBAN_EXCHANGE_CALENDAR_FILE_H
#define DUBAN_EXCHANGE_CALENDAR_FILE_H

#include "core/err.h"
#include "core/mem.h"
#include "core/model.h"

/* The days of the file, sorted, each once; in the arena. What is wrong names file and line. */
int calendar_file_read(struct arena *a, const char *path, struct calendar_day_rows *rows,
		       struct err *e);

#endif
