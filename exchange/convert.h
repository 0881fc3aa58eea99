/*
 * convert.h - documents made text by duban-convert, a program of its own with limits of memory,
 * time and output: what goes wrong in a document of a stranger goes wrong there.
 */
#ifndef DUBAN_EXCHANGE_CONVERT_H
#define DUBAN_EXCHANGE_CONVERT_H

#include "core/mem.h"
#include "exchange/file_kind.h"

/*
 * Makes UTF-8 text, in the arena, of a document of that kind; FILE_HTML is given in UTF-8. Fails
 * with ERR_FORMAT where the document is at fault (damaged, too large, no text in it), with ERR_IO
 * where a program is missing: the sentence names the Debian package that has it.
 */
int convert_document(struct arena *a, enum file_kind kind, const char *bytes, size_t nbytes,
		     const char **text, size_t *text_nbytes, struct err *e);

/* Makes of a calendar (iCalendar) the table that calendar_text.h reads; without a day in it where
 * the calendar has none that is a holiday or worked. */
int convert_calendar(struct arena *a, const char *bytes, size_t nbytes, const char **text,
		     size_t *text_nbytes, struct err *e);

/* The media type of a file by its content, like "application/pdf"; "application/octet-stream" for
 * what is like nothing known. fd is sought to its beginning before and after. */
int convert_type(struct arena *a, int fd, const char **type, struct err *e);

#endif
