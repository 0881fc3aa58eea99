/*
 * convert.h - the converters: a document in memory made UTF-8 text, added to `out`. Each returns
 * CONVERT_DONE or how it failed (exchange/convert_end.h). They open nothing and write nothing.
 */
#ifndef DUBAN_CONVERT_CONVERT_H
#define DUBAN_CONVERT_CONVERT_H

#include "core/mem.h"
#include "exchange/convert_end.h"

typedef enum convert_end converter(const char *bytes, size_t nbytes, struct strbuf *out);

/* A web page in UTF-8: without scripts, hidden parts and menus (blocks of links); a line for each
 * block, rows for tables (grid.h). */
converter convert_html;
/* A Word document: with the numbers of paragraphs that Word makes, without what is deleted or
 * hidden; text boxes behind their paragraph, notes at the end. */
converter convert_docx;
/* An Excel workbook: visible sheets one after the other, each a table of values as shown. */
converter convert_xlsx;
/* Not a document but what `pdftotext -raw -bbox` says of one: words and their places. Lines as they
 * stand on the pages, tables as rows, without page numbers. */
converter convert_pdf_words;
/* What `antiword -x db` makes of a .doc of Word 97: the same in DocBook. */
converter convert_docbook;

/* Not a document but a calendar (iCalendar, RFC 5545): its holidays and the days worked instead, a
 * line each, tabs between first day, last day, kind and name. Where events are marked (休, 班, as
 * Chinese calendars do) those without a mark are left out, else all whole days are holidays; events
 * with a time of day, cancelled ones and those that repeat are not. */
converter convert_ics;

#endif
