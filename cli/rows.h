/*
 * rows.h - rows of a verb that lists, cell by cell, printed as --format asks: a table for people
 *(in the language of the run), TSV, CSV or JSON for programs (words, ISO dates, UTC; never
 *translated).
 *
 *	ROWS_BEGIN(&r, cli, columns);
 *	for (…) { rows_text(&r, …); rows_date(&r, …); }     one call a column, in their order
 *	return rows_end(&r, e);
 */
#ifndef DUBAN_CLI_ROWS_H
#define DUBAN_CLI_ROWS_H

#include "cli/cli.h"
#include "print/table.h"

struct rows_column {
	const char *key;   /* for programs */
	const char *title; /* for people, N_() */
	enum column_kind kind;
	bool detail; /* only for programs: the table for people is full without it */
};

/* Of rows.c alone. */
struct rows {
	struct table_writer writer;
	const struct rows_column *columns;
	const char **cells; /* of the row that is being filled, those that are printed */
	int ncolumns, at, nshown;
	bool people;
	const char *when_empty;
	bool more;
	struct arena *arena;
	struct err untold;  /* a list that goes out could not be told of (access.h): it … */
	struct strbuf held; /* … stays here */
};

void rows_begin(struct rows *r, struct cli *cli, const struct rows_column *columns, int ncolumns);
#define ROWS_BEGIN(r, cli, columns)                                                                \
	rows_begin((r), (cli), (columns), (int)(sizeof(columns) / sizeof((columns)[0])))

/* Long texts in the table for people: also where there is no terminal to ask, it is so wide. */
void rows_wrap(struct rows *r, int cols);
/* A translated sentence that people read instead of a table without rows. */
void rows_say_when_empty(struct rows *r, const char *sentence);

/* Of `nread` rows, read up to one more than `limit`: how many are to be printed. People are told
 * behind the table how to see the others. */
size_t rows_limit(struct rows *r, size_t nread, int limit);

/* Each fills the next cell; texts are borrowed until the row is full. */
void rows_text(struct rows *r, const char *s);
void rows_word(struct rows *r, const char *word, const char *label);
void rows_number(struct rows *r, int64_t n);
/* Negative: none. */
void rows_percent(struct rows *r, int percent);
void rows_date(struct rows *r, struct date d);
/* 0: never. */
void rows_time(struct rows *r, int64_t utc);
/* "yes" and "no" for programs, a word or nothing for people. */
void rows_flag(struct rows *r, bool on);

/* Prints what is left. Fails where a list that goes out could not be told of: nothing is printed.
 */
int rows_end(struct rows *r, struct err *e);

#endif
