/*
 * Where a text stands on the screen: its rows after wrapping, the cursor among them, drawing. A row
 * is one column narrower than its canvas, so that the cursor has a place behind the last character.
 */
#include "tui/part/edit.h"

#include "core/text/utf8.h"
#include "tui/part/edit_state.h"

#include <stdlib.h>
#include <string.h>

int edit_lines(const struct edit *e, int cols)
{
	size_t n;

	edit_rows(e, cols, &n);
	return (int)n;
}

/* The row the cursor is in, and its number. */
static struct edit_row row_of_cursor(const struct edit *e, int cols, int *number)
{
	size_t n, i = 0;
	const struct edit_row *rows = edit_rows(e, cols, &n);

	while (i + 1 < n && rows[i + 1].from <= e->at)
		i++;
	*number = (int)i;
	return rows[i];
}

static bool row_find(const struct edit *e, int cols, int number, struct edit_row *row)
{
	size_t n;
	const struct edit_row *rows = edit_rows(e, cols, &n);

	if (number < 0 || (size_t)number >= n)
		return false;
	*row = rows[number];
	return true;
}

void edit_cursor(const struct edit *e, int cols, int *line, int *col)
{
	struct edit_row row = row_of_cursor(e, cols, line);

	*col = e->at > row.from ? utf8_ncols(e->text.s + row.from, e->at - row.from) : 0;
	if (e->multi && *col >= cols)
		*col = cols - 1; /* behind blanks at a break, which take no room */
}

size_t edit_row_begin(const struct edit *e, int cols)
{
	int number;

	return row_of_cursor(e, cols, &number).from;
}

/* Behind the last character of the row; where the text goes on in the next row, before it. */
size_t edit_row_end(const struct edit *e, int cols)
{
	struct edit_row next;
	int number;
	struct edit_row row = row_of_cursor(e, cols, &number);
	size_t end = row.from + row.nbytes;

	if (!row_find(e, cols, number + 1, &next))
		return e->text.nbytes;
	if (e->text.s[next.from - 1] == '\n')
		return next.from - 1;
	if (next.from == end && end > row.from)
		return end - utf8_cluster_before(e->text.s, e->text.s + end);
	return end;
}

/* The place in a row that is nearest to a column. */
static size_t place_in_row(const struct edit *e, int cols, int number, struct edit_row row, int col)
{
	size_t n = utf8_cut(e->text.s + row.from, col, NULL);
	struct edit landed = *e;
	int line;

	landed.at = row.from + (n < row.nbytes ? n : row.nbytes);
	row_of_cursor(&landed, cols, &line);
	if (line > number) /* the end of a row that goes on is the begin of the next */
		landed.at -= utf8_cluster_before(e->text.s, e->text.s + landed.at);
	return landed.at;
}

bool edit_move_row(struct edit *e, int by, int cols)
{
	struct edit_row row;
	int line, col;

	edit_cursor(e, cols, &line, &col);
	if (line + by < 0 || !row_find(e, cols, line + by, &row))
		return false;
	int goal = e->goal_col < 0 ? col : e->goal_col;
	e->at = place_in_row(e, cols, line + by, row, goal);
	e->goal_col = goal;
	return true;
}

void edit_page(struct edit *e, int by, int cols)
{
	enum { PAGE = 10 };

	if (!e->marking)
		e->selected = false;
	e->undo.kind = STEP_NONE;
	if (!edit_move_row(e, by * PAGE, cols))
		e->at = by < 0 ? 0 : e->text.nbytes;
}

static void draw_row(const struct edit *e, struct canvas *c, int y, int style, struct edit_row row)
{
	char *text = xmalloc(row.nbytes + 1);

	memcpy(text, e->text.s + row.from, row.nbytes);
	text[row.nbytes] = '\0';
	canvas_text(c, y, 0, style, text);
	free(text);
}

/* Marks what is selected of a row that begins at byte `from` and is drawn from column -skip on. */
static void draw_selected(const struct edit *e, struct canvas *c, int y, struct edit_row row,
			  int skip)
{
	size_t from, to, end = row.from + row.nbytes;

	if (!edit_selection(e, &from, &to) || from >= end || to <= row.from)
		return;
	from = from > row.from ? from : row.from;
	to = to < end ? to : end;
	int x = utf8_ncols(e->text.s + row.from, from - row.from) - skip;
	int x_end = utf8_ncols(e->text.s + row.from, to - row.from) - skip;
	x = x > 0 ? x : 0;
	canvas_select(c, y, x, (x_end < c->cols ? x_end : c->cols) - x);
}

/* Bytes and columns that are left of a line which is moved as far as the cursor needs. */
static size_t skip_single(const struct edit *e, int cols, bool focus, int *skip)
{
	int col = utf8_ncols(e->text.s, e->at);

	*skip = 0;
	return focus && col >= cols ? utf8_cut(e->text.s, col - cols * 3 / 4, skip) : 0;
}

static void draw_single(const struct edit *e, struct canvas *c, int style, bool focus)
{
	int skip;
	size_t from = skip_single(e, c->cols, focus, &skip);

	if (skip == 0 && utf8_cols(e->text.s) > c->cols)
		canvas_field(c, 0, 0, c->cols, ALIGN_LEFT, style, e->text.s);
	else
		canvas_text(c, 0, 0, style, e->text.s + from);
	if (!focus)
		return;
	draw_selected(e, c, 0, (struct edit_row){0, e->text.nbytes}, skip);
	canvas_cursor(c, 0, utf8_ncols(e->text.s, e->at) - skip);
}

/* The first row that is shown. */
static int top_row(const struct edit *e, int rows, int cols, bool focus, int *line, int *col)
{
	edit_cursor(e, cols, line, col);
	return focus && *line >= rows ? *line - rows + 1 : 0;
}

void edit_hidden(const struct edit *e, int rows, int cols, bool focus, int *above, int *below)
{
	int line, col, lines = edit_lines(e, cols);

	*above = top_row(e, rows, cols, focus, &line, &col);
	*below = lines > *above + rows ? lines - *above - rows : 0;
}

static void draw_multi(const struct edit *e, struct canvas *c, int style, bool focus)
{
	int line, col, top = top_row(e, c->rows, c->cols, focus, &line, &col);
	struct edit_row row;

	for (int y = 0; y < c->rows && row_find(e, c->cols, top + y, &row); y++) {
		draw_row(e, c, y, style, row);
		if (focus)
			draw_selected(e, c, y, row, 0);
	}
	if (focus)
		canvas_cursor(c, line - top, col);
}

void edit_draw(const struct edit *e, struct canvas *c, int style, bool focus)
{
	canvas_fill(c, style);
	if (e->multi)
		draw_multi(e, c, style, focus);
	else
		draw_single(e, c, style, focus);
}

/* The byte that was drawn at a place of the canvas. */
static size_t place_at(const struct edit *e, int rows, int cols, bool focus, int y, int x)
{
	struct edit_row row;
	int line, col, skip;

	if (!e->multi) {
		size_t from = skip_single(e, cols, focus, &skip);
		return from + utf8_cut(e->text.s + from, x, NULL);
	}
	line = top_row(e, rows, cols, focus, &line, &col) + y;
	return row_find(e, cols, line, &row) ? place_in_row(e, cols, line, row, x) : e->text.nbytes;
}

void edit_point(struct edit *e, int rows, int cols, bool focus, int y, int x, bool word)
{
	edit_go(e, place_at(e, rows, cols, focus, y, x));
	if (!word || !e->text.s[e->at])
		return;
	e->mark = edit_word_left(e, e->at + utf8_cluster(e->text.s + e->at));
	e->at = edit_word_right(e, e->mark);
	e->selected = true;
}
