/*
 * A table on the screen: which columns there is room for and how wide, then head and rows. Columns
 * that do not fit are left out by their rank; what is left over goes to those that ask for it.
 */
#include "tui/part/list.h"

#include "core/text/find.h"
#include "core/i18n.h"
#include "core/mem.h"
#include "core/text/utf8.h"

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

/* The translation of "" is the head of the catalogue. */
const char *list_title(const struct list_column *column)
{
	return column->title && *column->title ? i18n_label(column->title) : "";
}

static const char *arrow(const struct canvas *c, bool reversed)
{
	if (c->grid->look == LOOK_NARROW)
		return reversed ? "▼" : "▲";
	return reversed ? "v" : "^";
}

/* "title", in the column that rows are sorted by "title▲". */
static void draw_title(const struct list *l, const struct list_spec *spec, size_t column,
		       struct canvas *c, int x, int width)
{
	enum align align = align_of(spec->columns[column].kind);
	const char *title = list_title(&spec->columns[column]);

	if (l->sorted == column + 1) {
		int cols = utf8_cols(title);

		width--;
		canvas_text(c, 0, x + (align == ALIGN_RIGHT || cols > width ? width : cols),
			    STYLE_HEADER, arrow(c, l->reversed));
	}
	struct canvas field = canvas_sub(c, 0, x, 1, width);
	if (utf8_cols(title) <= width)
		canvas_text(&field, 0, align == ALIGN_RIGHT ? width - utf8_cols(title) : 0,
			    STYLE_HEADER, title);
	else
		canvas_field(&field, 0, 0, width, align, STYLE_HEADER, title);
}

static void draw_head(const struct list *l, const struct list_spec *spec, const int *widths,
		      struct canvas *c, bool focus)
{
	int x = MARKER;

	canvas_fill_row(c, 0, STYLE_HEADER);
	for (size_t i = 0; i < spec->ncolumns; i++) {
		if (widths[i] == 0)
			continue;
		draw_title(l, spec, i, c, x, widths[i]);
		if (focus)
			canvas_target(c, 0, x, 1, widths[i] + GAP, TARGET_HEAD, (int)i);
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

/* What was looked for, in the part of the text that is seen. */
static void draw_found(const char *words, const struct list_column *col, const char *text,
		       struct canvas *c, int y, int x, int width)
{
	int cols = utf8_cols(text), room = cols > width ? width - 1 : width;
	int left = col->kind == LIST_NUMBER && cols < width ? width - cols : 0;
	struct find_place at = {0};
	struct canvas cell = canvas_sub(c, y, x, 1, room);

	while (find_where(words, text, at.to, &at)) {
		char *found = xasprintf("%.*s", (int)(at.to - at.from), text + at.from);

		canvas_text(&cell, 0, left + utf8_ncols(text, at.from), STYLE_MATCH, found);
		free(found);
	}
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
		if (spec->words && *spec->words && cell.text)
			draw_found(spec->words, &spec->columns[i], cell.text, c, y, x, widths[i]);
		x += widths[i] + GAP;
	}
}

/* In the column of the marker; beside it in the row under the cursor. */
static void draw_sign(const struct list_spec *spec, const void *rows, size_t row, struct canvas *c,
		      int y, int x)
{
	char sign[2] = {spec->sign ? spec->sign(rows, row) : '\0'};

	if (*sign)
		canvas_text(c, y, x, STYLE_INFO, sign);
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
	draw_head(l, spec, widths, c, focus);
	if (l->n == 0 && spec->empty)
		canvas_paragraph(c, 2, MARKER, c->cols - 2 * MARKER, c->rows - 2, STYLE_DIM,
				 i18n_label(spec->empty));
	for (size_t i = 0; i < page && top + i < l->n; i++) {
		int y = (int)i + 1;
		bool here = top + i == l->cursor;

		draw_row(spec, rows, top + i, widths, c, y);
		draw_sign(spec, rows, top + i, c, y, here ? 1 : 0);
		if (focus)
			canvas_target(c, y, 0, 1, c->cols, TARGET_ROW, (int)(top + i));
		if (!here || !focus)
			continue;
		canvas_text(c, y, 0, STYLE_NORMAL, canvas_marker(c));
		/* As far as the columns go: blanks beyond need not be sent. */
		canvas_select(c, y, 1, needed(spec, widths));
	}
	if (focus)
		canvas_more(c, (int)top, (int)l->n - (int)(top + page));
	free(widths);
}
