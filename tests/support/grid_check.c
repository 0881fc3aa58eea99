/* The promises of a frame, cell by cell. */
#include "tests/support/grid_check.h"

#include "core/mem.h"
#include "core/text/utf8.h"

#include <string.h>

/* What is wrong with a text that stands alone in a cell; NULL: nothing. */
static const char *text_fault(const char *text)
{
	size_t nbytes = strlen(text);
	uint32_t cp;

	if (nbytes == 0)
		return "an empty cell that is no half of a wide one";
	if (utf8_first_bad(text, nbytes) != nbytes)
		return "no UTF-8";
	if (utf8_cluster(text) != nbytes)
		return "more than one character";
	for (const char *s = text; s < text + nbytes; s += utf8_decode(s, text + nbytes, &cp))
		if (utf8_decode(s, text + nbytes, &cp) && (cp < 0x20 || (cp >= 0x7F && cp < 0xA0)))
			return "a control character";
	utf8_decode(text, text + nbytes, &cp);
	if (utf8_cp_cols(cp) == 0)
		return "a character that takes no column";
	return NULL;
}

static const char *cell_fault(const struct cell *row, int x, int cols)
{
	const struct cell *c = &row[x];

	if (!memchr(c->text, '\0', sizeof c->text))
		return "a text without end";
	if ((c->style & ~STYLE_SELECTED) >= STYLE_COUNT)
		return "an unknown style";
	if (c->tail)
		return x == 0 || row[x - 1].tail || utf8_cols(row[x - 1].text) != 2 || c->text[0]
			       ? "a right half without its left one"
			       : NULL;
	const char *fault = text_fault(c->text);
	if (fault)
		return fault;
	int wide = utf8_cols(c->text);
	if (wide == 2)
		return x + 1 == cols || !row[x + 1].tail ? "a left half without its right one"
							 : NULL;
	return wide == 1 ? NULL : "a character of a width that no cell has";
}

static char *describe(int y, int x, const char *fault, const char text[CELL_TEXT])
{
	struct strbuf b = STRBUF_INIT;

	strbuf_printf(&b, "row %d, column %d: %s:", y, x, fault);
	for (int i = 0; i < CELL_TEXT && text[i]; i++)
		strbuf_printf(&b, " %02x", (unsigned char)text[i]);
	return strbuf_detach(&b);
}

char *grid_fault(const struct grid *g)
{
	for (int y = 0; y < g->rows; y++) {
		for (int x = 0; x < g->cols; x++) {
			const struct cell *row = &g->cells[y * g->cols];
			const char *fault = cell_fault(row, x, g->cols);
			if (fault)
				return describe(y, x, fault, row[x].text);
		}
	}
	if (g->cursor_y < -1 || g->cursor_y >= g->rows || g->cursor_x >= g->cols)
		return xasprintf("the cursor is at row %d, column %d", g->cursor_y, g->cursor_x);
	return NULL;
}
