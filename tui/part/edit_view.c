/*
 * Where a text stands on the screen: its rows after wrapping, the cursor among them, drawing. A row
 * is one column narrower than its canvas, so that the cursor has a place behind the last character.
 */
#include "tui/part/edit.h"

#include "core/utf8.h"
#include "core/wrap.h"

#include <stdlib.h>
#include <string.h>

/* One row on the screen: what is shown, and where the next one begins. */
struct row {
	size_t from, nbytes;
};

struct rows {
	struct wrap wrap;
	const struct edit *edit;
	bool first, ended;
};

static void rows_begin(struct rows *r, const struct edit *e, int cols)
{
	*r = (struct rows){.edit = e, .first = true};
	wrap_begin(&r->wrap, e->text.s, e->text.nbytes, e->multi ? cols - 1 : 1 << 20);
}

/* At least one row; one more, empty, behind a line end at the end of the text. */
static bool rows_next(struct rows *r, struct row *row)
{
	const struct strbuf *text = &r->edit->text;
	struct wrap_line line;

	if (r->ended)
		return false;
	if (wrap_next(&r->wrap, &line)) {
		*row = (struct row){(size_t)(line.s - text->s), line.nbytes};
		r->first = false;
		return true;
	}
	r->ended = true;
	if (!r->first && text->s[text->nbytes - 1] != '\n')
		return false;
	*row = (struct row){text->nbytes, 0};
	return true;
}

int edit_lines(const struct edit *e, int cols)
{
	struct rows r;
	struct row row;
	int n = 0;

	rows_begin(&r, e, cols);
	while (rows_next(&r, &row))
		n++;
	return n;
}

/* The row the cursor is in, and its number. */
static struct row row_of_cursor(const struct edit *e, int cols, int *number)
{
	struct rows r;
	struct row row, found = {0, 0};

	*number = -1;
	rows_begin(&r, e, cols);
	while (rows_next(&r, &row) && (row.from <= e->at || *number < 0)) {
		found = row;
		++*number;
	}
	return found;
}

static bool row_find(const struct edit *e, int cols, int number, struct row *row)
{
	struct rows r;

	rows_begin(&r, e, cols);
	while (rows_next(&r, row))
		if (number-- == 0)
			return true;
	return false;
}

void edit_cursor(const struct edit *e, int cols, int *line, int *col)
{
	struct row row = row_of_cursor(e, cols, line);

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
	struct row next;
	int number;
	struct row row = row_of_cursor(e, cols, &number);
	size_t end = row.from + row.nbytes;

	if (!row_find(e, cols, number + 1, &next))
		return e->text.nbytes;
	if (e->text.s[next.from - 1] == '\n')
		return next.from - 1;
	if (next.from == end && end > row.from)
		return end - utf8_cluster_before(e->text.s, e->text.s + end);
	return end;
}

enum edit_event edit_move_row(struct edit *e, int by, int cols)
{
	struct row row;
	int line, col;

	edit_cursor(e, cols, &line, &col);
	if (line + by < 0 || !row_find(e, cols, line + by, &row))
		return EDIT_PASS;
	int goal = e->goal_col < 0 ? col : e->goal_col;
	size_t n = utf8_cut(e->text.s + row.from, goal, NULL);
	e->at = row.from + (n < row.nbytes ? n : row.nbytes);
	e->goal_col = goal;
	e->undo_kind = 0;
	int landed;
	row_of_cursor(e, cols, &landed);
	if (landed > line + by) /* the end of a row that goes on is the begin of the next */
		e->at -= utf8_cluster_before(e->text.s, e->text.s + e->at);
	return EDIT_MOVED;
}

static void draw_row(const struct edit *e, struct canvas *c, int y, int style, struct row row)
{
	char *text = xmalloc(row.nbytes + 1);

	memcpy(text, e->text.s + row.from, row.nbytes);
	text[row.nbytes] = '\0';
	canvas_text(c, y, 0, style, text);
	free(text);
}

static void draw_selected(const struct edit *e, struct canvas *c, bool focus)
{
	if (focus && e->selected)
		canvas_select(c, 0, 0, utf8_cols(e->text.s));
}

/* One line: moved to the left as far as the cursor needs. */
static void draw_single(const struct edit *e, struct canvas *c, int style, bool focus)
{
	int col = utf8_ncols(e->text.s, e->at), skip = 0;
	size_t from = 0;

	if (focus && col >= c->cols) {
		from = utf8_cut(e->text.s, col - c->cols * 3 / 4, &skip);
	} else if (utf8_cols(e->text.s) > c->cols) {
		canvas_field(c, 0, 0, c->cols, ALIGN_LEFT, style, e->text.s);
		if (focus)
			canvas_cursor(c, 0, col);
		draw_selected(e, c, focus);
		return;
	}
	canvas_text(c, 0, 0, style, e->text.s + from);
	draw_selected(e, c, focus);
	if (focus)
		canvas_cursor(c, 0, col - skip);
}

static void draw_multi(const struct edit *e, struct canvas *c, int style, bool focus)
{
	struct rows r;
	struct row row;
	int line, col, top = 0, n = 0;

	edit_cursor(e, c->cols, &line, &col);
	if (focus && line >= c->rows)
		top = line - c->rows + 1;
	rows_begin(&r, e, c->cols);
	while (rows_next(&r, &row) && n < top + c->rows) {
		if (n >= top)
			draw_row(e, c, n - top, style, row);
		n++;
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
