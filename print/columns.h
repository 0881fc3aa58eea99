/*
 * columns.h - a table laid out in columns of a fixed-width font: how wide each column is, and the
 * lines that a row of cells becomes. text.c (documents) and table.c (listings) share it. Cells must
 * be plain (plain.h).
 */
#ifndef DUBAN_PRINT_COLUMNS_H
#define DUBAN_PRINT_COLUMNS_H

#include "core/plan/document.h"

struct text_lines {
	const char **at;
	size_t n, cap;
};

struct columns {
	const struct document_table *table;
	int *widths; /* of the table's columns */
	int *needs;  /* what they would need for no cell to wrap */
	int cols;    /* of the whole, with the gaps between */
};

/*
 * Widths for at most width_cols columns (0: as wide as the cells are). Columns without weight get
 * what their cells need, those with one share the rest by weight and never more than they need;
 * where even that is too wide, words wrap. All memory is the arena's.
 */
void columns_fit(struct arena *a, struct columns *cs, const struct document_table *t,
		 int width_cols);

/* Appends the lines of a row; the cells wrap each in its column, lines have no blanks at the end.
 * What begins with "· " or "- " is an item: its further lines stand under its text. */
void columns_add_row(struct arena *a, const struct columns *cs, const char *const *texts,
		     struct text_lines *out);
void columns_add_titles(struct arena *a, const struct columns *cs, struct text_lines *out);
/* A rule under each column. */
void columns_add_rule(struct arena *a, const struct columns *cs, bool ascii,
		      struct text_lines *out);

/* Appends a light rule of that many columns. */
void columns_put_rule(struct strbuf *b, int cols, bool ascii);

#endif
