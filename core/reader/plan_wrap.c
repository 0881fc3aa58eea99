/* Undoes the line breaks of printers: a text copied from a PDF has one at the end of each printed
 * line. A line end is the writer's when a sentence, a heading or an item ends there, or when the
 * line is shorter than those around it. */
#include "core/reader/plan_wrap.h"

#include "core/reader/plan_label.h"
#include "core/reader/plan_mark.h"

enum { LONG_LINE = 20, FEW_LINES = 3, WIDEST = 256, SLACK = 6, SPACED_LINES = 8 };

/* A line and how it ends; last is its last glyph that is no blank, row: cells are parted in it. The
 * width counts two for a Chinese character. */
struct line {
	size_t from, end, length, width, indent;
	char32_t last;
	bool row;
};

static struct line line_at(const struct glyph *g, size_t i, size_t n)
{
	struct line l = {.from = i, .end = i};

	for (; l.end < n && g[l.end].cp != '\n'; l.end++)
		if (glyph_is_han(g[l.end].cp)) {
			l.length++;
			l.width += 2;
			l.last = g[l.end].cp;
		} else if (g[l.end].cp != ' ') {
			l.row |= g[l.end].cp == '|' || (g[l.end].cp == '\t' && l.length > 0);
			l.length++;
			l.width += g[l.end].cp < 0x80 && g[l.end].cp > ' ' ? 1 : 2;
			l.last = g[l.end].cp;
		} else if (l.length == 0) {
			l.indent++;
		}
	return l;
}

struct lines {
	VEC(struct line) of;
};

/* All lines of a text, each looked at once. */
static struct lines read_lines(struct arena *a, const struct plan_text *t)
{
	struct lines lines = {0};

	for (size_t i = 0; i < t->n;) {
		struct line *l = vec_push(a, &lines.of);

		*l = line_at(t->g, i, t->n);
		i = l->end + 1;
	}
	return lines;
}

static bool ends_inside(const struct line *l)
{
	return !l->row && !plan_text_in(l->last, U"。;:!?)”");
}

/* How wide full lines are: a printer counts columns, a program that wraps counts characters. */
struct wrapping {
	bool wrapped, columns;
	size_t width;
};

static size_t width_of(const struct line *l, bool columns)
{
	return (columns ? l->width : l->length) + l->indent;
}

/* The width at which most lines end inside a sentence, and how many of them do. */
static size_t commonest(const size_t *counts, size_t slack, size_t *width)
{
	size_t most = 0;

	for (size_t w = 1; w < WIDEST; w++) {
		size_t near = 0;

		for (size_t k = w; k < w + slack; k++)
			near += counts[k];
		if (near > most) {
			most = near;
			*width = w;
		}
	}
	return most;
}

/* Whether full lines go on as lines of a sentence do: the next one is full too or closes one. Those
 * of a table of a cell a line stand beside names and dates. */
static bool full_lines_go_on(const struct lines *lines, const struct wrapping *w)
{
	size_t nfull = 0, ngood = 0;
	bool full = false;

	for (size_t i = 0; i < lines->of.n; i++) {
		const struct line *l = &lines->of.at[i];
		bool now = l->length >= LONG_LINE && width_of(l, w->columns) >= w->width;

		nfull += full && l->length > 0;
		ngood += full && l->length > 0 && (now || !ends_inside(l));
		full = now && ends_inside(l);
	}
	return ngood * 2 >= nfull;
}

/* A text is wrapped when most long lines end inside a sentence, half of them at about the same
 * width, and these are a quarter of all lines. */
static struct wrapping find_wrapping(const struct lines *lines)
{
	size_t nlines = 0, nlong = 0, inside = 0, counts[2][WIDEST + SLACK] = {{0}}, width[2] = {0};

	for (size_t i = 0; i < lines->of.n; i++) {
		const struct line *l = &lines->of.at[i];
		bool is_inside = l->length >= LONG_LINE && ends_inside(l);

		nlines += l->length > 0;
		nlong += l->length >= LONG_LINE;
		inside += is_inside;
		for (int k = 0; k < 2 && is_inside; k++)
			if (width_of(l, k) < WIDEST)
				counts[k][width_of(l, k)]++;
	}
	size_t characters = commonest(counts[0], SLACK, &width[0]);
	size_t columns = commonest(counts[1], SLACK, &width[1]);
	size_t most = characters > columns ? characters : columns;
	struct wrapping w = {
		.wrapped = nlong >= FEW_LINES && inside * 2 > nlong && most * 2 >= inside &&
			   most * 4 >= nlines,
		.columns = columns > characters,
		.width = width[columns > characters],
	};
	w.wrapped = w.wrapped && full_lines_go_on(lines, &w);
	return w;
}

/* Whether a line has no sign of a sentence in it and may be a heading or the head of a document. */
static bool may_be_heading(const struct plan_text *t, size_t i, size_t end)
{
	for (; i < end; i++)
		if (plan_text_in(t->g[i].cp, U"。,;"))
			return false;
	return true;
}

static size_t skip_blanks(const struct plan_text *t, size_t i)
{
	while (i < t->n && t->g[i].cp == ' ')
		i++;
	return i;
}

/* Whether the number at i is the next after those that began lines before it; remembers it. */
static bool runs_on(const struct plan_text *t, size_t i, int last[MARK_STEP + 1])
{
	struct mark m;

	if (!plan_mark_read(t, i, &m))
		return false;
	bool next = m.value == last[m.kind] + 1 && m.value > 1 && m.kind < MARK_STEP;
	if (next || m.value == 1)
		last[m.kind] = m.value;
	return next;
}

/* Whether the line that begins at i goes on with the one before it, which is full or not. */
static bool goes_on(const struct plan_text *t, size_t before, size_t i, bool full,
		    int last[MARK_STEP + 1])
{
	size_t end = i > 0 ? i - 1 : 0;
	struct label l;

	i = skip_blanks(t, i);
	if (i >= t->n || t->g[i].cp == '\n' || t->g[i].cp == '(' || plan_label_read(t, i, t->n, &l))
		return false;
	return !plan_mark_begins(t, i) ||
	       (full && !runs_on(t, i, last) && !may_be_heading(t, before, end));
}

static bool is_empty(const struct lines *lines, size_t i)
{
	return i >= lines->of.n || lines->of.at[i].length == 0;
}

/* Where nearly every line has an empty one behind it, the empty ones part nothing; false where they
 * do. */
static bool close_lines(const struct plan_text *t, struct glyph *g, const struct lines *lines)
{
	size_t nlines = 0, nspaced = 0;

	for (size_t i = 0; i < lines->of.n; i++) {
		if (is_empty(lines, i) || lines->of.at[i].end >= t->n)
			continue;
		nlines++;
		nspaced += is_empty(lines, i + 1);
	}
	if (nlines < SPACED_LINES || nspaced * 10 < nlines * 9)
		return false;
	for (size_t i = 0; i < lines->of.n; i++)
		if (!is_empty(lines, i) && lines->of.at[i].end < t->n && is_empty(lines, i + 1))
			g[lines->of.at[i].end].cp = ' ';
	return true;
}

static void join_lines(const struct plan_text *t, struct glyph *g, const struct lines *lines)
{
	const struct wrapping w = find_wrapping(lines);
	int last[MARK_STEP + 1] = {0};

	for (size_t i = 0; i < lines->of.n; i++) {
		const struct line *l = &lines->of.at[i];
		bool full = w.wrapped && l->length >= LONG_LINE &&
			    width_of(l, w.columns) >= w.width && ends_inside(l);
		bool inside = full || (!l->row && plan_text_in(l->last, U",、"));

		if (inside && l->end < t->n && goes_on(t, l->from, l->end + 1, full, last))
			g[l->end].cp = ' ';
		else if (w.wrapped && l->end < t->n)
			runs_on(t, skip_blanks(t, l->end + 1), last);
	}
}

void plan_wrap_join(const struct plan_text *t, struct glyph *g)
{
	struct arena a = ARENA_INIT;
	struct lines lines = read_lines(&a, t);

	if (close_lines(t, g, &lines))
		lines = read_lines(&a, t);
	join_lines(t, g, &lines);
	arena_free(&a);
}
