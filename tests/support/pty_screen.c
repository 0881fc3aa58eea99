/* What the emulator's screen shows, as text and as cells. */
#include "tests/support/pty_state.h"

#include "core/text/utf8.h"

#include <string.h>

static void put_cp(struct strbuf *b, uint32_t cp)
{
	char text[4];

	strbuf_add(b, text, (size_t)utf8_encode(cp, text));
}

static VTermScreenCell cell_at(struct pty *p, int row, int col)
{
	VTermScreenCell cell = {0};

	vterm_screen_get_cell(p->screen, (VTermPos){.row = row, .col = col}, &cell);
	return cell;
}

static bool is_right_half(const VTermScreenCell *cell)
{
	return cell->chars[0] == (uint32_t)-1;
}

static void put_cell(struct strbuf *b, const VTermScreenCell *cell)
{
	if (is_right_half(cell))
		return;
	if (!cell->chars[0])
		strbuf_putc(b, ' ');
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
		put_cp(b, cell->chars[i]);
}

const char *pty_row(struct pty *p, int row)
{
	struct strbuf *b = &p->row_text;

	strbuf_reset(b);
	for (int col = 0; col < p->cols && row < p->rows; col++) {
		VTermScreenCell cell = cell_at(p, row, col);
		put_cell(b, &cell);
	}
	strbuf_puts(b, "");
	while (b->nbytes > 0 && b->s[b->nbytes - 1] == ' ')
		b->s[--b->nbytes] = '\0';
	return b->s;
}

const char *pty_screen(struct pty *p)
{
	strbuf_reset(&p->screen_text);
	for (int row = 0; row < p->rows; row++) {
		strbuf_puts(&p->screen_text, pty_row(p, row));
		strbuf_putc(&p->screen_text, '\n');
	}
	return p->screen_text.s;
}

bool pty_find(struct pty *p, const char *text, int *row, int *col)
{
	for (int r = 0; r < p->rows; r++) {
		const char *line = pty_row(p, r), *at = strstr(line, text);
		if (!at)
			continue;
		if (row)
			*row = r;
		if (col)
			*col = utf8_ncols(line, (size_t)(at - line));
		return true;
	}
	return false;
}

static int palette_index(const VTermColor *c, bool is_default)
{
	if (is_default)
		return -1;
	return VTERM_COLOR_IS_INDEXED(c) ? c->indexed.idx : -2;
}

struct pty_cell pty_cell(struct pty *p, int row, int col)
{
	VTermScreenCell cell = cell_at(p, row, col);
	struct strbuf b = STRBUF_INIT;
	struct pty_cell out = {
		.cols = is_right_half(&cell) ? 0 : cell.width,
		.bold = cell.attrs.bold,
		.reverse = cell.attrs.reverse,
		.underline = cell.attrs.underline != 0,
		.fg = palette_index(&cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg)),
		.bg = palette_index(&cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg)),
	};

	put_cell(&b, &cell);
	if (b.nbytes > 0 && b.nbytes < sizeof out.text)
		memcpy(out.text, b.s, b.nbytes + 1);
	strbuf_free(&b);
	return out;
}

void pty_cursor(struct pty *p, int *row, int *col, bool *visible)
{
	VTermPos pos;

	vterm_state_get_cursorpos(vterm_obtain_state(p->vt), &pos);
	if (row)
		*row = pos.row;
	if (col)
		*col = pos.col;
	if (visible)
		*visible = p->cursor_visible;
}
