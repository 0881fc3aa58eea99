/* The document beside what was read of it. Only what is seen is wrapped: the lines of the document
 * from a little above the marked place on. */
#include "tui/import/import_text.h"

#include "core/text/wrap.h"

#include <string.h>

enum { GUTTER = 2, MOST_CELLS = 512 };

struct text_view {
	const char *text;
	struct plan_span clause, mark;
};

static bool is_empty(struct plan_span s)
{
	return s.to <= s.from;
}

static bool meets(struct plan_span s, size_t from, size_t to)
{
	return !is_empty(s) && s.from < to && s.to > from;
}

/* One piece of a line in one style; returns the columns it took. */
static int draw_piece(struct canvas *c, int y, int x, int style, const char *s, size_t nbytes)
{
	char piece[MOST_CELLS * 4 + 1];

	if (nbytes >= sizeof piece)
		nbytes = sizeof piece - 1;
	memcpy(piece, s, nbytes);
	piece[nbytes] = '\0';
	return canvas_text(c, y, x, style, piece);
}

static int style_at(const struct text_view *t, size_t at, size_t *to)
{
	const size_t edges[] = {t->mark.from, t->mark.to, t->clause.from, t->clause.to};

	for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++)
		if (edges[i] > at && edges[i] < *to)
			*to = edges[i];
	if (meets(t->mark, at, at + 1))
		return STYLE_MATCH;
	return meets(t->clause, at, at + 1) ? STYLE_NORMAL : STYLE_DIM;
}

static void draw_line(const struct text_view *t, const struct wrap_line *line, struct canvas *c,
		      int y)
{
	size_t at = (size_t)(line->s - t->text), end = at + line->nbytes;
	int x = GUTTER;

	if (meets(is_empty(t->mark) ? t->clause : t->mark, at, end))
		canvas_text(c, y, 0, STYLE_STRONG, canvas_marker(c));
	while (at < end) {
		size_t to = end;
		int style = style_at(t, at, &to);

		x += draw_piece(c, y, x, style, t->text + at, to - at);
		at = to;
	}
}

/* The beginning of the line of the document that stands `lines` before the one of `at`. */
static const char *line_before(const char *text, size_t at, int lines)
{
	const char *s = text + at;

	for (; s > text; s--)
		if (s[-1] == '\n' && lines-- == 0)
			break;
	return s;
}

/* Rows between the beginning of what is wrapped and the row in which `at` stands. */
static int rows_before(const char *from, const char *at, const char *end, int cols)
{
	struct wrap_line line;
	struct wrap w;
	int n = 0;

	wrap_begin(&w, from, (size_t)(end - from), cols);
	while (wrap_next(&w, &line) && line.s + line.nbytes < at)
		n++;
	return n;
}

void import_text_draw(const struct plan *p, struct plan_span clause, struct plan_span mark,
		      struct canvas *c)
{
	const struct text_view t = {p->text, clause, mark};
	size_t at = is_empty(mark) ? clause.from : mark.from;
	const char *end = p->text + p->nbytes, *from = line_before(p->text, at, c->rows / 4);
	int cols = c->cols - GUTTER, y;
	struct wrap_line line;
	struct wrap w;

	if (cols < 2 || c->rows < 1)
		return;
	y = -rows_before(from, p->text + at, end, cols);
	y = y < -c->rows / 4 ? y + c->rows / 4 : 0;
	wrap_begin(&w, from, (size_t)(end - from), cols);
	for (; y < c->rows && wrap_next(&w, &line); y++)
		if (y >= 0)
			draw_line(&t, &line, c, y);
}
