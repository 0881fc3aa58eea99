/*
 * document.h - a finished document (task list, ledger, report …) as a value: headings, paragraphs
 * and tables with column kinds. print/ renders it, the interface previews it with the same text
 * renderer. A new document is one function that builds this value; a new format is one file in
 * print/. All memory is the arena's.
 */
#ifndef DUBAN_CORE_DOCUMENT_H
#define DUBAN_CORE_DOCUMENT_H

#include "core/date.h"
#include "core/mem.h"
#include "core/model.h"

enum column_kind {
	COLUMN_TEXT,   /* wraps, left */
	COLUMN_WORD,   /* short, left, does not wrap if it can be helped */
	COLUMN_NUMBER, /* right */
	COLUMN_DATE
};

struct document_column {
	const char *title;
	enum column_kind kind;
	int weight; /* share of the width that is left, for COLUMN_TEXT; 0: as narrow as its cells
		     */
};

struct document_table {
	VEC(struct document_column) columns;
	VEC(const char **) rows; /* each: one text per column; cells may hold line ends */
};

enum block_kind { BLOCK_HEADING, BLOCK_PARAGRAPH, BLOCK_TABLE };

struct document_block {
	enum block_kind kind;
	const char *text;	      /* heading, paragraph */
	struct document_table *table; /* BLOCK_TABLE */
};

struct document {
	const char *title;
	const char *subject; /* unit or plan it is about */
	const char *issued;  /* date, and by whom: "printed 2021-11-21 by …", translated */
	VEC(struct document_block) blocks;
};

void document_begin(struct arena *a, struct document *d, const char *title, const char *subject);
void document_heading(struct arena *a, struct document *d, const char *text);
void document_paragraph(struct arena *a, struct document *d, const char *text);
struct document_table *document_add_table(struct arena *a, struct document *d);
void document_add_column(struct arena *a, struct document_table *t, const char *title,
			 enum column_kind kind, int weight);
/* A new row of empty cells ("") for all columns of t; fill them in place. */
const char **document_add_row(struct arena *a, struct document_table *t);

#endif
