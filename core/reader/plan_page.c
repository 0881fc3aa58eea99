/* What a printer puts on every page beside the text: page numbers, and the lines above or below
 * them that are the same on several pages. They become blanks before anything else is read. */
#include "core/reader/plan_wrap.h"

#include "core/reader/plan_label.h"
#include "core/reader/plan_mark.h"

enum { GONE = 0x10FFFF, LONGEST_PAGE_NO = 20, LONGEST_HEAD = 60, LINES_APART = 8, SHORT_LINE = 16 };

/* A line that is a page number, with the lines before and after it that are not empty. */
struct page {
	struct run line, before, after;
	int no;
	bool bare; /* digits and nothing else */
};

/* Whether the line is what a printer puts at the foot of a page: a number, alone or between signs.
 */
static bool read_page_no(const struct plan_text *t, struct page *p)
{
	size_t ndigits = 0, nsigns = 0;

	if (p->line.to - p->line.from > LONGEST_PAGE_NO)
		return false;
	p->no = 0;
	for (size_t i = p->line.from; i < p->line.to; i++) {
		char32_t cp = t->g[i].cp;

		if (glyph_is_digit(cp)) {
			p->no = nsigns > 2 ? p->no : p->no * 10 + (int)(cp - '0');
			ndigits++;
		} else if (plan_text_in(cp, U"-第页共/·")) {
			nsigns++;
		} else if (cp != ' ') {
			return false;
		}
		if (ndigits > 6)
			return false;
	}
	p->bare = nsigns == 0;
	return ndigits > 0 && (nsigns >= 2 || (p->bare && ndigits <= 3));
}

static struct run line_before(const struct plan_text *t, size_t from)
{
	size_t to = from;

	while (to > 0 && glyph_is_blank(t->g[to - 1].cp))
		to--;
	for (from = to; from > 0 && t->g[from - 1].cp != '\n'; from--)
		;
	return plan_text_trim(t, (struct run){from, to});
}

static struct run line_after(const struct plan_text *t, size_t i)
{
	while (i < t->n && glyph_is_blank(t->g[i].cp))
		i++;
	return plan_text_trim(t, (struct run){i, plan_text_eol(t, i, t->n)});
}

static bool same_head(const struct plan_text *t, struct run x, struct run y)
{
	if (x.to == x.from || x.to - x.from != y.to - y.from || x.to - x.from > LONGEST_HEAD ||
	    x.from == y.from)
		return false;
	for (size_t i = 0; i < x.to - x.from; i++)
		if (t->g[x.from + i].cp != t->g[y.from + i].cp)
			return false;
	return true;
}

/* Whether a line is the head of a column of numbers. */
static bool has_column_of_numbers(const struct plan_text *t)
{
	for (size_t i = 0; i < t->n; i = plan_text_eol(t, i, t->n) + 1)
		if (plan_text_match(t, i, t->n, U"序号") || plan_text_match(t, i, t->n, U"编号") ||
		    plan_text_match(t, i, t->n, U"项次"))
			return true;
	return false;
}

/* Bare numbers are page numbers where they run on with many lines between them. */
static bool runs_on(const struct plan_text *t, const struct page *p, const struct page *next)
{
	int lines = 0;

	if (!p->bare || !next->bare || next->no != p->no + 1)
		return false;
	for (size_t i = p->line.to; i < next->line.from && lines <= LINES_APART; i++)
		lines += t->g[i].cp == '\n';
	return lines > LINES_APART;
}

/* Whether the page parts two rows of a table, each with its cells. */
static bool parts_rows(const struct plan_text *t, const struct page *p, size_t to)
{
	struct run after = {to, plan_text_eol(t, to, t->n)};

	return plan_text_has(t, p->before, U"\t") && plan_text_has(t, after, U"\t");
}

/* What stands behind the page goes on with what stands before it where no sentence, item or row
 * begins there. */
static bool goes_on(const struct plan_text *t, const struct page *p, size_t from, size_t to)
{
	struct label l;

	return from > 0 && to < t->n && p->before.to - p->before.from >= SHORT_LINE &&
	       !plan_text_in(t->g[from - 1].cp, U"。;:!?)”|") && !plan_mark_begins(t, to) &&
	       !plan_label_read(t, to, t->n, &l) && !parts_rows(t, p, to);
}

/* Makes one blank or line end of the page and the blanks around it: marks all but its first glyph.
 */
static void blank_page(const struct plan_text *t, struct glyph *g, const struct page *p)
{
	size_t from = p->line.from, to = p->line.to;

	while (from > 0 && glyph_is_blank(t->g[from - 1].cp))
		from--;
	while (to < t->n && glyph_is_blank(t->g[to].cp))
		to++;
	bool joined = goes_on(t, p, from, to);
	while (!joined && to > p->line.to && t->g[to - 1].cp == ' ')
		to--; /* the next line keeps its indent */
	g[from].cp = joined ? ' ' : '\n';
	for (size_t i = from + 1; i < to; i++)
		g[i].cp = GONE;
}

/* Takes out the marked glyphs; what they stood for belongs to the blank before them. */
static void close_gaps(struct plan_text *t, struct glyph *g)
{
	size_t n = 0;

	for (size_t i = 0; i < t->n; i++)
		if (g[i].cp != GONE)
			g[n++] = g[i];
	g[n] = g[n + 1] = g[t->n];
	t->n = n;
}

static void find_pages(struct arena *a, const struct plan_text *t, struct page **pages, size_t *n)
{
	VEC(struct page) found = {0};

	for (size_t i = 0, eol; i < t->n; i = eol + 1) {
		struct page p = {0};

		eol = plan_text_eol(t, i, t->n);
		p.line = plan_text_trim(t, (struct run){i, eol});
		if (p.line.to == p.line.from || !read_page_no(t, &p))
			continue;
		p.before = line_before(t, p.line.from);
		p.after = line_after(t, p.line.to);
		*vec_push(a, &found) = p;
	}
	*pages = found.at;
	*n = found.n;
}

void plan_wrap_blank_pages(struct arena *a, struct plan_text *t, struct glyph *g)
{
	struct page *pages;
	size_t n;

	find_pages(a, t, &pages, &n);
	bool column = n > 0 && has_column_of_numbers(t);
	for (size_t k = 0; k < n; k++) {
		struct page *p = &pages[k];
		bool page = !p->bare || (!column && k > 0 && runs_on(t, &pages[k - 1], p)) ||
			    (!column && k + 1 < n && runs_on(t, p, &pages[k + 1]));

		if (!page)
			p->line.to = p->line.from;
		for (size_t j = k > 0 ? k - 1 : 0; page && j < n && j <= k + 1; j++) {
			if (j == k)
				continue;
			if (same_head(t, p->before, pages[j].before))
				p->line.from = p->before.from;
			if (same_head(t, p->after, pages[j].after))
				p->line.to = p->after.to;
		}
	}
	for (size_t k = 0; k < n; k++)
		if (pages[k].line.to > pages[k].line.from)
			blank_page(t, g, &pages[k]);
	if (n > 0)
		close_gaps(t, g);
}
