/*
 * grid.h - a table on its way to text: one line a row, "| a | b |". A cell that reaches over
 * several rows stands in each of them, one over several columns in the first. A row of one cell is
 * a line of text without bars: it is a title, or a frame around text. Columns and rows without text
 * are left out.
 */
#ifndef DUBAN_CONVERT_GRID_H
#define DUBAN_CONVERT_GRID_H

#include "core/mem.h"

#include <stdbool.h>
#include <stddef.h>

enum { GRID_COLUMNS = 256, GRID_ROWS = 1 << 20, GRID_CELLS = 4 << 20 };

struct grid_cell {
	const char *text; /* NULL: nothing was put here */
	bool across;	  /* belongs to the cell on its left */
	bool down;	  /* belongs to the cell above */
};

struct grid_row {
	VEC(struct grid_cell) cells;
};

struct grid {
	struct arena *arena;
	VEC(struct grid_row) rows;
	size_t ncells;
	bool full; /* something did not fit the limits and was left out */
};

/* Puts a copy of the text; line ends may be in it. */
void grid_put(struct grid *g, size_t row, size_t column, const char *text, size_t nbytes);
/* The cell at (row, column) reaches to (row_end, column_end), inclusive. */
void grid_merge(struct grid *g, size_t row, size_t column, size_t row_end, size_t column_end);
/* The first column from `column` on where nothing is yet. */
size_t grid_free_column(const struct grid *g, size_t row, size_t column);

/* Writes the table; `bars` false: cells parted by blanks, for a table in a cell of another. */
void grid_write(const struct grid *g, bool bars, struct strbuf *out);

#endif
