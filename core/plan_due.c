/* Deadlines: 2022年12月底前, 10月底, 年底前, 6月30日前, behind a label also 2023.12 and 2022年12月.
 * Of several in one entry the last date counts. "到2022年" is the year of a target, no deadline. */
#include "core/plan_figure.h"

#include "core/date.h"

#include <stdio.h>

struct due {
	int y, m, d;
};

/* Digits at *i (blanks around them allowed) with `unit` behind; moves *i behind it. */
static bool read_part(const struct plan_text *t, size_t *i, size_t to, char32_t unit, int *v)
{
	size_t k = *i, n = 0;
	int value = 0;

	for (; k < to && (glyph_is_digit(t->g[k].cp) || t->g[k].cp == ' ') && n < 5; k++)
		if (t->g[k].cp != ' ') {
			value = value * 10 + (int)(t->g[k].cp - '0');
			n++;
		}
	if (n == 0 || n > 4 || k >= to || t->g[k].cp != unit)
		return false;
	*i = k + 1;
	*v = value;
	return true;
}

/* The words that make a date a deadline. */
static bool read_before(const struct plan_text *t, size_t *i, size_t to, bool *end_of)
{
	static const char32_t *const words[] = {U"以前", U"之前", U"前"};
	size_t n;

	*end_of = false;
	if (*i < to && plan_text_in(t->g[*i].cp, U"底末")) {
		*end_of = true;
		++*i;
	}
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if ((n = plan_text_match(t, *i, to, words[k])) > 0) {
			*i += n;
			return true;
		}
	return false;
}

static bool is_possible(const struct due *d)
{
	return d->y >= 1900 && d->y <= 2200 && d->m >= 1 && d->m <= 12 &&
	       (d->d == 0 || d->d <= date_days_in_month(d->y, d->m));
}

/* Digits at *i, moves *i behind them and one sign between parts. */
static int read_dotted_part(const struct plan_text *t, size_t *i, size_t to)
{
	int value = 0;

	for (; *i < to && glyph_is_digit(t->g[*i].cp) && value < 10000; ++*i)
		value = value * 10 + (int)(t->g[*i].cp - '0');
	if (*i < to && plan_text_in(t->g[*i].cp, U".-/"))
		++*i;
	return value;
}

/* 2023.12 or 2023-12-31, only behind a label. */
static bool read_dotted(const struct plan_text *t, size_t i, size_t to, struct due *d)
{
	d->y = read_dotted_part(t, &i, to);
	d->m = read_dotted_part(t, &i, to);
	d->d = read_dotted_part(t, &i, to);
	return is_possible(d);
}

/* A deadline at i; *year is the last year read, for those that print none. */
static bool read_due(const struct plan_text *t, size_t i, size_t to, int *year, bool labelled,
		     struct due *d)
{
	bool end_of, before, has_year = read_part(t, &i, to, U'年', &d->y), has_month;

	d->m = d->d = 0;
	if (has_year && d->y > 1900 && d->y < 2200)
		*year = d->y;
	d->y = *year;
	has_month = read_part(t, &i, to, U'月', &d->m);
	if (has_month && read_part(t, &i, to, U'日', &d->d) && d->d == 0)
		return false;
	if (!has_year && !has_month) {
		size_t n = plan_text_match(t, i, to, U"年");

		if (n == 0)
			return false;
		i += n;
	}
	before = read_before(t, &i, to, &end_of);
	if (!has_month)
		d->m = 12;
	if (!has_month && !(end_of && (before || labelled)) && !(labelled && has_year))
		return false;
	return (before || (end_of && has_month) || labelled) && is_possible(d);
}

static int compare(const struct due *a, const struct due *b)
{
	return a->y != b->y ? a->y - b->y : a->m != b->m ? a->m - b->m : a->d - b->d;
}

const char *plan_due_read(struct arena *a, const struct plan_text *t, struct run r, int year,
			  bool labelled)
{
	struct due last = {0}, d;

	r = plan_text_trim(t, r);
	if (labelled && read_dotted(t, r.from, r.to, &d))
		last = d;
	for (size_t i = r.from; i < r.to; i++) {
		char32_t cp = t->g[i].cp;
		bool starts = glyph_is_digit(cp) && (i == 0 || !glyph_is_digit(t->g[i - 1].cp));

		if ((starts || cp == U'年') && read_due(t, i, r.to, &year, labelled, &d) &&
		    compare(&d, &last) > 0)
			last = d;
		if (cp == U'《')
			i = plan_quoted_end(t, i, r.to) - 1;
	}
	if (!last.y)
		return "";
	return last.d ? arena_printf(a, "%04d-%02d-%02d", last.y, last.m, last.d)
		      : arena_printf(a, "%04d-%02d", last.y, last.m);
}
