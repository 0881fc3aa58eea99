/*
 * A table on the screen: which columns there is room for and how wide, then head and rows. Columns
 * that do not fit are left out by their rank; what is left over goes to those that ask for it.
 */
#include "tui/part/list.h"

#include "core/i18n.h"
#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

enum { MARKER = 2, GAP = 1 };

static int needed(const struct list_spec *spec, const int *widths)
{
	int cols = MARKER - GAP;

	for (size_t i = 0; i < spec->ncolumns; i++)
		if (widths[i] > 0)
			cols += widths[i] + GAP;
	return cols;
}

/* The column to leave out next: the one with the highest rank, of equals the last; -1: none. */
static int next_to_drop(const struct list_spec *spec, const int *widths)
{
	int found = -1, rank = 0;

	for (size_t i = 0; i < spec->ncolumns; i++) {
		if (widths[i] > 0 && spec->columns[i].drop > 0 && spec->columns[i].drop >= rank) {
			rank = spec->columns[i].drop;
			found = (int)i;
		}
	}
	return found;
}

/* Narrows the widest column that is left, when even the indispensable ones do not fit. */
static void squeeze(const struct list_spec *spec, int cols, int *widths)
{
	while (needed(spec, widths) > cols) {
		size_t widest = 0;
		for (size_t i = 1; i < spec->ncolumns; i++)
			if (widths[i] > widths[widest])
				widest = i;
		if (widths[widest] <= 2)
			return;
		widths[widest]--;
	}
}

static bool can_grow(const struct list_column *col, int width)
{
	return width > 0 && col->weight > 0 && (col->max == 0 || width < col->max);
}

/* Gives away what is left column by column in turn, `weight` columns at a time. */
static void grow(const struct list_spec *spec, int left, int *widths)
{
	bool any = true;

	while (left > 0 && any) {
		any = false;
		for (size_t i = 0; i < spec->ncolumns && left > 0; i++) {
			const struct list_column *col = &spec->columns[i];
			for (int n = col->weight; n > 0 && left > 0 && can_grow(col, widths[i]);
			     n--) {
				widths[i]++;
				left--;
				any = true;
			}
		}
	}
}

void list_layout(const struct list_spec *spec, int cols, int *widths)
{
	int drop;

	for (size_t i = 0; i < spec->ncolumns; i++)
		widths[i] = spec->columns[i].min;
	while (needed(spec, widths) > cols && (drop = next_to_drop(spec, widths)) >= 0)
		widths[drop] = 0;
	squeeze(spec, cols, widths);
	grow(spec, cols - needed(spec, widths), widths);
}

static enum align align_of(enum list_kind kind)
{
	return kind == LIST_NUMBER ? ALIGN_RIGHT : ALIGN_LEFT;
}

static void draw_head(const struct list_spec *spec, const int *widths, struct canvas *c)
{
	int x = MARKER;

	canvas_fill_row(c, 0, STYLE_HEADER);
	for (size_t i = 0; i < spec->ncolumns; i++) {
		if (widths[i] == 0)
			continue;
		const char *title = spec->columns[i].title;
		canvas_field(c, 0, x, widths[i], align_of(spec->columns[i].kind), STYLE_HEADER,
			     title && *title ? i18n_label(title) : "");
		x += widths[i] + GAP;
	}
}

static void draw_cell(const struct list_column *col, const struct list_cell *cell, struct canvas *c,
		      int y, int x, int width)
{
	if (col->kind == LIST_BAR && !cell->text)
		canvas_bar(c, y, x, width, cell->percent,
			   cell->style == STYLE_NORMAL ? STYLE_BAR : cell->style);
	else
		canvas_field(c, y, x, width, align_of(col->kind), cell->style,
			     cell->text ? cell->text : "");
}

static void draw_row(const struct list_spec *spec, const void *rows, size_t row, const int *widths,
		     struct canvas *c, int y)
{
	int x = MARKER, style = STYLE_NORMAL;

	for (size_t i = 0; i < spec->ncolumns; i++) {
		if (widths[i] == 0)
			continue;
		struct list_cell cell = {.style = STYLE_NORMAL, .percent = -1};
		spec->cell(rows, row, i, &cell);
		/* Neighbours of one style are one run: fewer changes for the terminal. */
		if (cell.style == style && style != STYLE_NORMAL)
			canvas_text(c, y, x - GAP, style, " ");
		style = cell.style;
		draw_cell(&spec->columns[i], &cell, c, y, x, widths[i]);
		x += widths[i] + GAP;
	}
}

/* The first row to show: that of the list, unless the canvas has become smaller since, or there are
 * fewer rows and room for some above it. */
static size_t first_shown(const struct list *l, size_t page)
{
	size_t last = l->n > page ? l->n - page : 0, top = l->top < last ? l->top : last;

	if (l->cursor >= top + page)
		return l->cursor - page + 1;
	return top < l->cursor ? top : l->cursor;
}

void list_draw(const struct list *l, const struct list_spec *spec, const void *rows,
	       struct canvas *c, bool focus)
{
	int *widths = xcalloc(spec->ncolumns, sizeof *widths);
	size_t page = list_page(c->rows), top = first_shown(l, page);

	list_layout(spec, c->cols, widths);
	draw_head(spec, widths, c);
	if (l->n == 0 && spec->empty)
		canvas_paragraph(c, 2, MARKER, c->cols - 2 * MARKER, c->rows - 2, STYLE_DIM,
				 i18n_label(spec->empty));
	for (size_t i = 0; i < page && top + i < l->n; i++) {
		int y = (int)i + 1;
		draw_row(spec, rows, top + i, widths, c, y);
		if (top + i != l->cursor)
			continue;
		canvas_text(c, y, 0, STYLE_NORMAL, canvas_marker(c));
		if (focus) /* as far as the columns go: blanks beyond need not be sent */
			canvas_select(c, y, 1, needed(spec, widths));
	}
	if (focus)
		canvas_more(c, (int)top, (int)l->n - (int)(top + page));
	free(widths);
}
