/* sheet.h - a document printed as one piece of text on standard output, as wide as the terminal. */
#ifndef DUBAN_CLI_SHEET_H
#define DUBAN_CLI_SHEET_H

#include "cli/cli.h"
#include "core/plan/document.h"

/* Prints all of it, or nothing where it is taken away (access.h) and that cannot be told. */
int sheet_print(struct cli *cli, const struct document *d, struct err *e);

/* A table whose columns are given once: titles are N_(). */
struct sheet_column {
	const char *title;
	enum column_kind kind;
	int weight;
};
struct document_table *sheet_table(struct arena *a, struct document *d,
				   const struct sheet_column *columns, int ncolumns);
#define SHEET_TABLE(a, d, columns)                                                                 \
	sheet_table((a), (d), (columns), (int)(sizeof(columns) / sizeof((columns)[0])))

/* A line of a table of two columns, a label and what it is of; none where the text is empty. */
void sheet_add_line(struct arena *a, struct document_table *t, const char *label, const char *text);

struct evidence_filter;
/* The evidence that the filter chooses, under a heading; nothing where there is none. */
int sheet_add_evidence(struct cli *cli, struct document *d, const struct evidence_filter *f,
		       struct err *e);

#endif
