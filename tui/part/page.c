/* page.c - wraps again at every drawing: a page is a few screens long, and its width is not known
 * before. */
#include "tui/part/page.h"

#include "core/text/utf8.h"
#include "core/text/wrap.h"

#include <string.h>

void page_add(struct arena *a, struct page *p, int style, int indent, const char *text)
{
	*vec_push(a, &p->lines) = (struct page_line){style, indent, text, NULL, 0};
}

void page_heading(struct arena *a, struct page *p, const char *text)
{
	if (p->lines.n)
		page_add(a, p, STYLE_NORMAL, 0, "");
	page_add(a, p, STYLE_STRONG, 0, text);
}

const char *page_pad(struct arena *a, const char *text, int cols)
{
	int taken;
	size_t nbytes = utf8_cut(text, cols, &taken);

	return arena_printf(a, "%.*s%*s", (int)nbytes, text, cols - taken, "");
}

static int line_cols(const struct page_line *l, int cols)
{
	int room = cols - l->indent;

	return room < 2 ? 2 : room;
}

static int line_rows(const struct page_line *l, int cols)
{
	int rows = (int)wrap_count(l->text, line_cols(l, cols));

	return rows ? rows : 1;
}

int page_rows(const struct page *p, int cols)
{
	int rows = 0;

	for (size_t i = 0; i < p->lines.n; i++)
		rows += line_rows(&p->lines.at[i], cols);
	return rows;
}

/* The style at a place in the text, and how many of the next n bytes have it. */
static int style_at(const struct page_line *l, size_t at, size_t *n)
{
	for (size_t i = 0; i < l->nspans; i++) {
		const struct page_span *span = &l->spans[i];

		if (at >= span->from + span->nbytes)
			continue;
		size_t until = at < span->from ? span->from : span->from + span->nbytes;
		*n = until - at < *n ? until - at : *n;
		return at < span->from ? l->style : span->style;
	}
	return l->style;
}

static void draw_piece(const struct page_line *l, const struct wrap_line *piece, int y,
		       struct canvas *c)
{
	int x = l->indent;

	for (size_t done = 0; done < piece->nbytes;) {
		size_t n = piece->nbytes - done;
		int style = style_at(l, (size_t)(piece->s + done - l->text), &n);

		x += canvas_printf(c, y, x, style, "%.*s", (int)n, piece->s + done);
		done += n;
	}
}

static int draw_line(const struct page_line *l, int y, struct canvas *c)
{
	struct wrap w;
	struct wrap_line piece;
	int from = y;

	wrap_begin(&w, l->text, strlen(l->text), line_cols(l, c->cols));
	while (wrap_next(&w, &piece)) {
		/* Above the window: counted, not drawn. */
		if (y >= 0 && y < c->rows)
			draw_piece(l, &piece, y, c);
		y++;
	}
	return y == from ? from + 1 : y;
}

void page_draw(const struct page *p, int top, struct canvas *c)
{
	int y = -top;

	for (size_t i = 0; i < p->lines.n && y < c->rows; i++)
		y = draw_line(&p->lines.at[i], y, c);
}

void page_show(const struct page *p, int top, struct canvas *c)
{
	page_draw(p, top, c);
	canvas_more(c, top, page_rows(p, c->cols) - top - c->rows);
}

bool page_view_offers(const struct view *v, enum action a)
{
	(void)v;
	return a != DO_FILTER && a != DO_PRINT && a != DO_LIST_MENU && a != DO_SORT &&
	       a != DO_SORT_REVERSE;
}

bool page_act(int *top, enum action a, int total, int rows)
{
	int last = total > rows ? total - rows : 0;

	switch (a) {
	case DO_UP:
		*top -= 1;
		break;
	case DO_DOWN:
		*top += 1;
		break;
	case DO_PAGE_UP:
		*top -= rows - 1;
		break;
	case DO_PAGE_DOWN:
		*top += rows - 1;
		break;
	case DO_FIRST:
		*top = 0;
		break;
	case DO_LAST:
		*top = last;
		break;
	default:
		return false;
	}
	*top = *top > last ? last : *top;
	*top = *top < 0 ? 0 : *top;
	return true;
}
