/* Drawing made of text: lines, frames, bars and paragraphs, with an ASCII form of each. */
#include "tui/draw/canvas.h"

#include "core/mem.h"
#include "core/text/utf8.h"
#include "core/text/wrap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_rich(const struct canvas *c)
{
	return c->grid->look == LOOK_NARROW;
}

static void repeat(struct canvas *c, int y, int x, int cols, int style, const char *sign)
{
	for (int i = 0; i < cols; i++)
		canvas_text(c, y, x + i, style, sign);
}

void canvas_hline(struct canvas *c, int y, int x, int cols, int style)
{
	repeat(c, y, x, cols, style, is_rich(c) ? "─" : "-");
}

void canvas_vline(struct canvas *c, int y, int x, int rows, int style)
{
	for (int i = 0; i < rows; i++)
		canvas_text(c, y + i, x, style, is_rich(c) ? "│" : "|");
}

void canvas_box(struct canvas *c, int style, const char *title)
{
	static const char *const corners[2][4] = {{"+", "+", "+", "+"}, {"┌", "┐", "└", "┘"}};
	const char *const *corner = corners[is_rich(c)];
	int bottom = c->rows - 1, right = c->cols - 1;

	canvas_hline(c, 0, 1, right - 1, style);
	canvas_hline(c, bottom, 1, right - 1, style);
	canvas_vline(c, 1, 0, bottom - 1, style);
	canvas_vline(c, 1, right, bottom - 1, style);
	canvas_text(c, 0, 0, style, corner[0]);
	canvas_text(c, 0, right, style, corner[1]);
	canvas_text(c, bottom, 0, style, corner[2]);
	canvas_text(c, bottom, right, style, corner[3]);
	if (title && c->cols > 8) {
		char *text = xasprintf(" %s ", title);
		int cols = utf8_cols(text);
		struct canvas head = canvas_sub(c, 0, 2, 1, c->cols - 4);
		canvas_field(&head, 0, 0, cols < head.cols ? cols : head.cols, ALIGN_LEFT,
			     STYLE_STRONG, text);
		free(text);
	}
}

const char *canvas_marker(const struct canvas *c)
{
	return is_rich(c) ? "▌" : ">";
}

void canvas_bar(struct canvas *c, int y, int x, int cols, int percent, int style)
{
	enum { FIGURE = 5, LEAST = 8 }; /* " 100%" */
	char figure[8] = "-";

	percent = percent > 100 ? 100 : percent;
	if (percent >= 0)
		snprintf(figure, sizeof figure, "%d%%", percent);
	if (cols < LEAST || percent < 0) {
		canvas_field(c, y, x, cols, ALIGN_RIGHT, STYLE_NORMAL, figure);
		return;
	}

	int room = cols - FIGURE, full = room * percent / 100;
	repeat(c, y, x, full, style, is_rich(c) ? "█" : "#");
	repeat(c, y, x + full, room - full, style, is_rich(c) ? "░" : "-");
	canvas_field(c, y, x + room, FIGURE, ALIGN_RIGHT, STYLE_NORMAL, figure);
}

int canvas_paragraph(struct canvas *c, int y, int x, int cols, int max_rows, int style,
		     const char *s)
{
	struct wrap w;
	struct wrap_line line;
	int row = 0;

	if (cols < 2)
		return 0;
	wrap_begin(&w, s, strlen(s), cols);
	while (row < max_rows && wrap_next(&w, &line)) {
		bool cut = row == max_rows - 1 && w.at < w.end;
		char *text = xasprintf("%.*s%s", (int)line.nbytes, line.s,
				       cut ? (is_rich(c) ? "…" : "..") : "");
		int need = utf8_cols(text);
		canvas_field(c, y + row, x, need < cols ? need : cols, ALIGN_LEFT, style, text);
		free(text);
		row++;
	}
	return row;
}
