/* Undoes the line breaks of pages: a text copied from a PDF has one at the end of each printed line
 * and page numbers between. A line end is the writer's when a sentence, a heading or an item ends
 * there. */
#include "core/plan_wrap.h"

#include "core/plan_label.h"
#include "core/plan_mark.h"

enum { LONG_LINE = 20, FEW_LINES = 3 };

/* Whether [i, end) is what a printer puts at the foot of a page: a number, alone or between dashes.
 */
static bool is_page_number(const struct glyph *g, size_t i, size_t end)
{
	size_t ndigits = 0, ndashes = 0;

	for (; i < end; i++) {
		if (glyph_is_digit(g[i].cp))
			ndigits++;
		else if (g[i].cp == '-' || g[i].cp == U'第' || g[i].cp == U'页')
			ndashes++;
		else if (g[i].cp != ' ')
			return false;
	}
	return ndigits > 0 && ndigits <= 4 && ndashes >= 2;
}

void plan_wrap_blank_pages(struct glyph *g, size_t n)
{
	for (size_t i = 0, end; i < n; i = end + 1) {
		for (end = i; end < n && g[end].cp != '\n'; end++)
			;
		if (end - i > 12 || !is_page_number(g, i, end))
			continue;
		for (size_t k = i; k < end; k++)
			g[k].cp = ' ';
		if (end < n)
			g[end].cp = ' ';
		for (size_t k = i; k > 0 && glyph_is_blank(g[k - 1].cp) && i - k < 4; k--)
			g[k - 1].cp = ' ';
	}
}

/* A line and how it ends; last is its last glyph that is no blank, row: cells are parted in it. */
struct line {
	size_t end, length;
	char32_t last;
	bool row;
};

static struct line line_at(const struct glyph *g, size_t i, size_t n)
{
	struct line l = {.end = i};

	for (; l.end < n && g[l.end].cp != '\n'; l.end++)
		if (g[l.end].cp != ' ') {
			l.row |= g[l.end].cp == '|' || (g[l.end].cp == '\t' && l.length > 0);
			l.length++;
			l.last = g[l.end].cp;
		}
	return l;
}

static bool ends_inside(const struct line *l)
{
	return !l->row && !plan_text_in(l->last, U"。;:!?)”");
}

/* Whether most long lines end inside a sentence. */
static bool is_wrapped(const struct glyph *g, size_t n)
{
	size_t nlong = 0, inside = 0;

	for (size_t i = 0; i < n;) {
		struct line l = line_at(g, i, n);

		nlong += l.length >= LONG_LINE;
		inside += l.length >= LONG_LINE && ends_inside(&l);
		i = l.end + 1;
	}
	return nlong >= FEW_LINES && inside * 2 > nlong;
}

/* Whether the line that begins at i goes on with the one before it. */
static bool goes_on(const struct plan_text *t, size_t i)
{
	struct label l;

	while (i < t->n && t->g[i].cp == ' ')
		i++;
	return i < t->n && t->g[i].cp != '\n' && t->g[i].cp != '(' && !plan_mark_begins(t, i) &&
	       !plan_label_read(t, i, t->n, &l);
}

void plan_wrap_join(const struct plan_text *t, struct glyph *g)
{
	bool wrapped = is_wrapped(g, t->n);

	for (size_t i = 0; i < t->n;) {
		struct line l = line_at(g, i, t->n);
		bool inside = (!l.row && plan_text_in(l.last, U",、")) ||
			      (wrapped && l.length >= LONG_LINE && ends_inside(&l));

		if (inside && l.end < t->n && goes_on(t, l.end + 1))
			g[l.end].cp = ' ';
		i = l.end + 1;
	}
}
