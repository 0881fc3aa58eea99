/* Tables as rows of text: see grid.h for what they look like. */
#include "convert/grid.h"

#include <string.h>

static struct grid_cell *cell_at(struct grid *g, size_t row, size_t column)
{
	if (row >= GRID_ROWS || column >= GRID_COLUMNS || g->ncells >= GRID_CELLS) {
		g->full = true;
		return NULL;
	}
	while (g->rows.n <= row)
		*vec_push(g->arena, &g->rows) = (struct grid_row){0};
	while (g->rows.at[row].cells.n <= column) {
		*vec_push(g->arena, &g->rows.at[row].cells) = (struct grid_cell){0};
		g->ncells++;
	}
	return &g->rows.at[row].cells.at[column];
}

static const struct grid_cell *look_at(const struct grid *g, size_t row, size_t column)
{
	return row < g->rows.n && column < g->rows.at[row].cells.n
		       ? &g->rows.at[row].cells.at[column]
		       : NULL;
}

void grid_put(struct grid *g, size_t row, size_t column, const char *text, size_t nbytes)
{
	struct grid_cell *cell = cell_at(g, row, column);

	if (cell)
		*cell = (struct grid_cell){.text = arena_strndup(g->arena, text, nbytes)};
}

void grid_merge(struct grid *g, size_t row, size_t column, size_t row_end, size_t column_end)
{
	const struct grid_cell *first = look_at(g, row, column);
	const char *text = first && first->text ? first->text : "";

	for (size_t r = row; r <= row_end && !g->full; r++)
		for (size_t c = column; c <= column_end && c < GRID_COLUMNS; c++) {
			struct grid_cell *cell = cell_at(g, r, c);

			if (!cell || (r == row && c == column))
				continue;
			*cell = (struct grid_cell){c == column ? text : "", c > column, r > row};
		}
}

size_t grid_free_column(const struct grid *g, size_t row, size_t column)
{
	const struct grid_cell *cell;

	while ((cell = look_at(g, row, column)) && cell->text)
		column++;
	return column;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool has_text(const struct grid_cell *cell)
{
	for (const char *s = cell->text; s && *s; s++)
		if (!is_blank(*s))
			return true;
	return false;
}

/* On one line, without blanks at its ends or several in a row; no bar but those of the table. */
static void write_text(const char *text, bool bars, struct strbuf *out)
{
	size_t from = out->nbytes;
	bool gap = false;

	for (; text && *text; text++) {
		if (is_blank(*text)) {
			gap = true;
			continue;
		}
		if (gap && out->nbytes > from)
			strbuf_putc(out, ' ');
		gap = false;
		if (*text == '|' && bars)
			strbuf_puts(out, "｜");
		else
			strbuf_putc(out, *text);
	}
}

struct shape {
	bool used[GRID_COLUMNS];
};

static void find_used(const struct grid *g, struct shape *shape)
{
	memset(shape, 0, sizeof *shape);
	for (size_t r = 0; r < g->rows.n; r++)
		for (size_t c = 0; c < g->rows.at[r].cells.n; c++)
			shape->used[c] |= has_text(&g->rows.at[r].cells.at[c]);
}

/* The only cell of a row; NULL when there are none or several. */
static const struct grid_cell *only_cell(const struct grid_row *row)
{
	const struct grid_cell *only = NULL;

	for (size_t c = 0; c < row->cells.n; c++) {
		const struct grid_cell *cell = &row->cells.at[c];

		if (!cell->text || cell->across)
			continue;
		if (only)
			return NULL;
		only = cell;
	}
	return only;
}

/* Whether anything of its own is in the row: what only reaches into it makes no row. */
static bool has_own_text(const struct grid_row *row)
{
	for (size_t c = 0; c < row->cells.n; c++)
		if (!row->cells.at[c].down && has_text(&row->cells.at[c]))
			return true;
	return false;
}

static void write_row(const struct grid *g, const struct grid_row *row, const struct shape *shape,
		      size_t ncolumns, bool bars, struct strbuf *out)
{
	strbuf_puts(out, bars ? "|" : "");
	for (size_t c = 0; c < ncolumns; c++) {
		const struct grid_cell *cell = look_at(g, (size_t)(row - g->rows.at), c);

		if (!shape->used[c])
			continue;
		strbuf_putc(out, ' ');
		if (cell && has_text(cell)) {
			write_text(cell->text, bars, out);
			strbuf_puts(out, bars ? " " : "");
		}
		strbuf_puts(out, bars ? "|" : "");
	}
	strbuf_putc(out, '\n');
}

void grid_write(const struct grid *g, bool bars, struct strbuf *out)
{
	struct shape shape;
	size_t ncolumns = 0;

	find_used(g, &shape);
	for (size_t c = 0; c < GRID_COLUMNS; c++)
		if (shape.used[c])
			ncolumns = c + 1;
	for (size_t r = 0; r < g->rows.n; r++) {
		const struct grid_row *row = &g->rows.at[r];
		const struct grid_cell *only = only_cell(row);

		if (!has_own_text(row))
			continue;
		if (!only) {
			write_row(g, row, &shape, ncolumns, bars, out);
		} else {
			strbuf_puts(out, only->text);
			if (out->s[out->nbytes - 1] != '\n')
				strbuf_putc(out, '\n');
		}
	}
}
