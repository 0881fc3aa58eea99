/*
 * Cells and text. Text is laid out code point by code point, with what combines kept in the cell of
 * its base: the same rule by which curses fills its cells, so both always count the same columns. A
 * cell that is overwritten takes the other half of a wide character with it.
 */
#include "tui/draw/canvas.h"

#include "core/mem.h"
#include "core/text/utf8.h"
#include "tui/draw/safe.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const struct cell blank = {" ", STYLE_NORMAL, false};

void grid_init(struct grid *g, int cols, int rows, enum look look)
{
	g->cols = cols > 0 ? cols : 1;
	g->rows = rows > 0 ? rows : 1;
	g->look = look;
	g->targets = NULL;
	g->targets_cap = 0;
	g->cells = xcalloc((size_t)g->cols * (size_t)g->rows, sizeof *g->cells);
	grid_clear(g);
}

void grid_free(struct grid *g)
{
	free(g->cells);
	g->cells = NULL;
	free(g->targets);
	g->targets = NULL;
	g->ntargets = g->targets_cap = 0;
}

void grid_clear(struct grid *g)
{
	for (int i = 0; i < g->cols * g->rows; i++)
		g->cells[i] = blank;
	g->cursor_y = g->cursor_x = -1;
	g->above = g->below = 0;
	g->ntargets = 0;
}

struct canvas canvas_whole(struct grid *g)
{
	return (struct canvas){g, 0, 0, g->cols, g->rows};
}

/* Cuts [*from, *from + *n) to [0, room). */
static void clip(int *from, int *n, int room)
{
	if (*from < 0) {
		*n += *from;
		*from = 0;
	}
	if (*n > room - *from)
		*n = room - *from;
	if (*n < 0)
		*n = 0;
}

struct canvas canvas_sub(const struct canvas *c, int y, int x, int rows, int cols)
{
	clip(&y, &rows, c->rows);
	clip(&x, &cols, c->cols);
	return (struct canvas){c->grid, c->y + y, c->x + x, cols, rows};
}

static struct cell *cell_at(const struct canvas *c, int y, int x)
{
	return &c->grid->cells[(c->y + y) * c->grid->cols + c->x + x];
}

/* Half of a wide character that loses its other half becomes a blank. */
static void break_halves(const struct canvas *c, int y, int x, int cols)
{
	struct cell *row = &c->grid->cells[(c->y + y) * c->grid->cols];
	int from = c->x + x, to = from + cols;

	if (row[from].tail && from > 0)
		strcpy(row[from - 1].text, " ");
	if (to < c->grid->cols && row[to].tail) {
		strcpy(row[to].text, " ");
		row[to].tail = false;
	}
}

/* Puts one character of 1 or 2 columns, which lie inside. */
static void put(const struct canvas *c, int y, int x, int cols, int style, const char *text)
{
	struct cell *cell = cell_at(c, y, x);

	break_halves(c, y, x, cols);
	memset(cell, 0, sizeof *cell);
	strncpy(cell->text, text, CELL_TEXT - 1);
	cell->style = (uint8_t)style;
	if (cols == 2)
		cell[1] = (struct cell){"", (uint8_t)style, true};
}

/* One thing to draw: a character as it will stand in a cell, or two cells with one each. */
struct piece {
	char text[CELL_TEXT];
	int cols;
	bool split; /* two cells */
};

/* In as many columns as it is counted. */
static void piece_safe(struct piece *p, uint32_t cp)
{
	safe_pair(cp, p->text);
	p->split = p->cols == 2;
	p->text[p->cols] = '\0';
}

/* Takes the next piece of the text; false at its end. What nobody sees becomes an empty piece: it
 * must not reach the terminal. */
static bool piece_next(const char **s, enum look look, struct piece *p)
{
	const char *end = *s + strnlen(*s, 4);
	uint32_t cp;

	if (**s == '\0')
		return false;
	memset(p, 0, sizeof *p);
	int n = utf8_decode(*s, end, &cp);
	p->cols = utf8_cp_cols(cp);
	if (cp < 0x20 || cp == 0x7F || (cp == 0xFFFD && n == 1)) {
		strcpy(p->text, cp == 0xFFFD ? "?" : " ");
		p->cols = 1;
	} else if ((look != LOOK_NARROW || p->cols == 2) && utf8_is_ambiguous(cp)) {
		piece_safe(p, cp);
	} else if (cp >= 0x300 && safe_always(cp, p->text)) {
		p->split = p->cols == 2;
	} else if (p->cols > 0 || !utf8_is_unseen(cp)) {
		memcpy(p->text, *s, (size_t)n);
	}
	*s += n;
	return true;
}

/* Adds a mark without width to the cell left of x. */
static void combine(const struct canvas *c, int y, int x, const char *mark)
{
	if (x < 1 || x > c->cols)
		return;
	struct cell *cell = cell_at(c, y, x - 1);
	if (cell->tail && x > 1)
		cell--;
	size_t used = strlen(cell->text);
	if (used + strlen(mark) < CELL_TEXT)
		strcpy(cell->text + used, mark);
}

static void put_piece(const struct canvas *c, int y, int x, int style, const struct piece *p)
{
	if (p->split) {
		put(c, y, x, 1, style, (char[]){p->text[0], '\0'});
		put(c, y, x + 1, 1, style, (char[]){p->text[1], '\0'});
	} else {
		put(c, y, x, p->cols, style, p->text);
	}
}

/* Draws what fits into [x, limit) of row y; what lies left of the canvas is passed over. */
static int draw_run(const struct canvas *c, int y, int x, int limit, int style, const char *s)
{
	struct piece p;
	int at = x;

	if (y < 0 || y >= c->rows)
		return 0;
	if (limit > c->cols)
		limit = c->cols;
	while (piece_next(&s, c->grid->look, &p)) {
		if (p.cols == 0) {
			combine(c, y, at, p.text);
			continue;
		}
		if (at + p.cols > limit)
			break;
		if (at >= 0)
			put_piece(c, y, at, style, &p);
		at += p.cols;
	}
	return at - x;
}

static int run_cols(enum look look, const char *s)
{
	struct piece p;
	int cols = 0;

	while (piece_next(&s, look, &p))
		cols += p.cols;
	return cols;
}

int canvas_text(struct canvas *c, int y, int x, int style, const char *s)
{
	return draw_run(c, y, x, c->cols, style, s);
}

int canvas_printf(struct canvas *c, int y, int x, int style, const char *fmt, ...)
{
	struct strbuf b = STRBUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	strbuf_vprintf(&b, fmt, ap);
	va_end(ap);
	int cols = canvas_text(c, y, x, style, b.s);
	strbuf_free(&b);
	return cols;
}

static void blanks(struct canvas *c, int y, int x, int cols, int style)
{
	clip(&x, &cols, c->cols);
	if (y < 0 || y >= c->rows)
		return;
	for (int i = 0; i < cols; i++)
		put(c, y, x + i, 1, style, " ");
}

void canvas_field(struct canvas *c, int y, int x, int cols, enum align align, int style,
		  const char *s)
{
	int need = run_cols(c->grid->look, s), room = cols - need;

	blanks(c, y, x, cols, style);
	if (room < 0) {
		const char *more = c->grid->look == LOOK_NARROW ? "…" : "..";
		int used = draw_run(c, y, x, x + cols - run_cols(c->grid->look, more), style, s);
		draw_run(c, y, x + used, x + cols, style, more);
		return;
	}
	int shift = align == ALIGN_LEFT ? 0 : align == ALIGN_RIGHT ? room : room / 2;
	draw_run(c, y, x + shift, x + cols, style, s);
}

void canvas_fill_row(struct canvas *c, int y, int style)
{
	blanks(c, y, 0, c->cols, style);
}

void canvas_fill(struct canvas *c, int style)
{
	for (int y = 0; y < c->rows; y++)
		canvas_fill_row(c, y, style);
}

void canvas_select(struct canvas *c, int y, int x, int cols)
{
	clip(&x, &cols, c->cols);
	if (y < 0 || y >= c->rows)
		return;
	for (int i = 0; i < cols; i++)
		cell_at(c, y, x + i)->style |= STYLE_SELECTED;
}

void canvas_more(struct canvas *c, int above, int below)
{
	c->grid->above = above > 0 ? above : 0;
	c->grid->below = below > 0 ? below : 0;
}

void canvas_cursor(struct canvas *c, int y, int x)
{
	if (y < 0 || y >= c->rows || x < 0 || x > c->cols || c->x + x >= c->grid->cols)
		return;
	c->grid->cursor_y = c->y + y;
	c->grid->cursor_x = c->x + x;
}

void canvas_copy(struct canvas *c, const struct grid *from, int from_row)
{
	int cols = from->cols < c->cols ? from->cols : c->cols;

	for (int y = 0; y < c->rows && from_row + y < from->rows; y++)
		memcpy(cell_at(c, y, 0), &from->cells[(from_row + y) * from->cols],
		       (size_t)cols * sizeof(struct cell));
	canvas_copy_targets(c, from, from_row);
	if (from->cursor_y >= from_row)
		canvas_cursor(c, from->cursor_y - from_row, from->cursor_x);
}
