/*
 * table.h - rows that a verb lists, in the four formats: a table for people, and TSV, CSV and JSON
 * for programs. The verb names its columns once and gives its rows one by one.
 *
 * For people: titles translated, columns aligned by display width, texts without control
 * characters. TSV: header of keys, no quoting; tabs and line ends in a cell are written \t, \n and
 * \\ as such. CSV: RFC 4180 with CRLF, header of keys; a cell that a spreadsheet would take for a
 * formula (it begins with = + - @ or a tab and is no figure) gets a ' before it. JSON: an array of
 * one object a row; cells of COLUMN_NUMBER are numbers as printed, null when empty. Keys are never
 * translated.
 */
#ifndef DUBAN_PRINT_TABLE_H
#define DUBAN_PRINT_TABLE_H

#include "core/plan/document.h"

#include <stdbool.h>
#include <stdio.h>

#define TABLE_FORMATS(X)                                                                           \
	X(TABLE_PEOPLE, "table", people)                                                           \
	X(TABLE_TSV, "tsv", tsv)                                                                   \
	X(TABLE_CSV, "csv", csv)                                                                   \
	X(TABLE_JSON, "json", json)
#define TABLE_FORMAT_ENUM(id, word, ops) id,
enum table_format { TABLE_FORMATS(TABLE_FORMAT_ENUM) TABLE_FORMAT_COUNT };

const char *table_format_word(enum table_format f);
/* False, *f untouched, when the word names none. */
bool table_format_parse(const char *word, enum table_format *f);

struct table_column {
	const char *key;   /* for programs: "unit" */
	const char *title; /* for people, translated */
	enum column_kind kind;
};

/* Zeroed, then table_begin(); columns must live until table_end(). */
struct table_writer {
	FILE *file;	    /* where it goes, or NULL */
	struct strbuf *buf; /* where it goes when file is NULL */
	enum table_format format;
	const struct table_column *columns;
	int ncolumns;
	int width_cols; /* for people: wrap into so many columns; 0: as wide as the cells are */
	bool ascii;	/* for people: rules of '-' */
	/* of table.c alone */
	struct arena arena;
	struct document_table rows; /* kept until the widths are known */
	long nrows;
	int error; /* errno of the first write that failed */
};

/* format, columns, ncolumns, file or buf (and width_cols, ascii) are set. */
void table_begin(struct table_writer *w);
/* One text a column; NULL counts as "". Copied or written at once. */
void table_row(struct table_writer *w, const char *const *cells);
/* Writes what is left and frees. With a file: -1 with the sentence when writing failed (disk full),
 * but not when the reader has gone (a closed pipe). */
int table_end(struct table_writer *w, struct err *e);

#endif
