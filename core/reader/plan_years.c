/* Years by which something is to be reached: 到2022年和2030年, 2025年底前, in a plan with a year of
 * its own 年底前 and 年内 too. Years that say since when, and years of dates in passing, are none.
 */
#include "core/reader/plan_figure.h"

#include <string.h>

enum { LONGEST_YEARS = 40, REPUBLIC_ERA = 1911 };

/* 底 and 前 behind a year; moves *i behind them. */
static bool skip_by_then(const struct plan_text *t, size_t *i, size_t to)
{
	static const char32_t *const words[] = {U"年底", U"年末", U"底", U"末",
						U"以前", U"之前", U"前"};
	bool any = false;

	for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
		size_t n;

		while (*i < to && t->g[*i].cp == ' ')
			++*i;
		if ((n = plan_text_match(t, *i, to, words[k])) > 0) {
			*i += n;
			any = true;
		}
	}
	return any;
}

static size_t read_digits(const struct plan_text *t, size_t i, size_t to, int *value)
{
	size_t k = i;

	*value = 0;
	for (; k < to && glyph_is_digit(t->g[k].cp) && k - i < 5; k++)
		*value = *value * 10 + (int)(t->g[k].cp - '0');
	return k;
}

static size_t skip_blanks(const struct plan_text *t, size_t i, size_t to)
{
	while (i < to && t->g[i].cp == ' ')
		i++;
	return i;
}

/* The month, and the day, at i, which say by when: 12月底前; returns the place behind the digits
 * and signs, i when it is a date in passing. */
static size_t read_month(const struct plan_text *t, size_t i, size_t to)
{
	int value;
	size_t k = read_digits(t, i, to, &value), end;

	if (k == i || k >= to || t->g[k].cp != U'月' || value > 12)
		return i;
	end = read_digits(t, ++k, to, &value);
	if (end > k && end < to && t->g[end].cp == U'日')
		k = end + 1;
	end = k;
	return skip_by_then(t, &end, to) || plan_text_match(t, end, to, U"实现") ? k : i;
}

/* Whether the digits at i are of a month or day: 12月, 1-6月; not 12岁, 50个. */
static bool begins_date(const struct plan_text *t, size_t i, size_t to)
{
	if (i >= to || !glyph_is_digit(t->g[i].cp))
		return false;
	while (i < to && (glyph_is_digit(t->g[i].cp) || plan_text_in(t->g[i].cp, U"-~至、 ")))
		i++;
	return i < to && plan_text_in(t->g[i].cp, U"月日");
}

/* The year at i (2022年); returns the place behind 年, i when there is none or it is of a date. */
static size_t read_year(const struct plan_text *t, size_t i, size_t to, int *year, bool *month)
{
	static const char32_t *const not_ours[] = {U"基础", U"以来", U"度", U"起", U"版", U"以后"};
	size_t k, end;
	int y;

	*month = false;
	k = skip_blanks(t, read_digits(t, i, to, &y), to);
	if (y > 0 && y < 1000)
		y += t->era;
	if (y < 1950 || y > 2150 || k >= to || t->g[k].cp != U'年')
		return i;
	end = k = skip_blanks(t, k + 1, to);
	if (begins_date(t, k, to)) {
		end = read_month(t, k, to);
		*month = end > k;
		if (!*month)
			return i;
	}
	for (size_t r = 0; r < sizeof not_ours / sizeof *not_ours; r++)
		if (plan_text_match(t, k, to, not_ours[r]))
			return i;
	*year = y;
	return end;
}

size_t plan_period_read(const struct plan_text *t, size_t i, size_t to, int *year)
{
	static const struct {
		const char32_t *word;
		int year;
	} periods[] = {{U"十三五", 2020}, {U"十四五", 2025}, {U"十五五", 2030}, {U"十六五", 2035}};

	for (size_t k = 0; k < sizeof periods / sizeof *periods; k++) {
		size_t n = plan_text_match(t, i, to, periods[k].word);

		if (n > 0) {
			*year = periods[k].year;
			return i + n;
		}
	}
	return i;
}

/* “十四五”末, 十四五规划期末: returns the place behind, i for none. */
static size_t read_period_end(const struct plan_text *t, size_t i, size_t to, int *year)
{
	static const char32_t *const ends[] = {U"规划期末", U"规划末", U"时期末", U"期末", U"末"};
	size_t k = plan_period_read(t, i + (i < to && t->g[i].cp == U'“'), to, year), n;

	k += k > i && k < to && t->g[k].cp == U'”';
	for (size_t r = 0; k > i + 1 && r < sizeof ends / sizeof *ends; r++)
		if ((n = plan_text_match(t, k, to, ends[r])) > 0) {
			k += n;
			skip_by_then(t, &k, to);
			return k;
		}
	return i;
}

/* 年底前, 年内 and 6月底前, which mean the plan's own year. */
static size_t read_own_year(const struct plan_text *t, size_t i, size_t to)
{
	static const char32_t *const words[] = {U"年底前", U"年底", U"年内", U"年末"};
	size_t k, n;

	for (size_t r = 0; r < sizeof words / sizeof *words; r++)
		if ((n = plan_text_match(t, i, to, words[r])) > 0)
			return i + n;
	if ((k = read_month(t, i, to)) > i)
		skip_by_then(t, &k, to);
	return k;
}

/* Signs and words between two years, behind which the next one stands. */
static size_t read_and(const struct plan_text *t, size_t i, size_t to)
{
	if (i >= to || !plan_text_in(t->g[i].cp, U"和、及与"))
		return i;
	for (i++; i < to && plan_text_in(t->g[i].cp, U" 到至");)
		i++;
	return i;
}

size_t plan_years_read(const struct plan_text *t, size_t i, size_t to, int year, struct years *y)
{
	size_t k = i, end, next;
	bool month;

	*y = (struct years){0};
	for (; k < to && plan_text_in(t->g[k].cp, U" 到至在力争于截止今本"); k++)
		y->toward |= plan_text_in(t->g[k].cp, U"到至");
	y->by_then = y->toward;
	if ((end = read_period_end(t, k, to, &y->at[0])) > k) {
		y->n = 1;
		y->by_then = true;
		return end;
	}
	end = next = k;
	while (y->n < MOST_YEARS && (k = read_year(t, next, to, &y->at[y->n], &month)) > next) {
		y->n++;
		y->months |= month;
		y->by_then |= skip_by_then(t, &k, to);
		end = k;
		if ((next = read_and(t, k, to)) == k)
			break;
	}
	if (y->n == 0 && year && (end = read_own_year(t, next, to)) > next) {
		y->at[y->n++] = year;
		y->months = true;
	}
	return y->n ? end : i;
}

/* 较2020年, 由2020年: since when, not by when. */
static bool is_compared(const struct plan_text *t, size_t from, size_t k)
{
	while (k > from && t->g[k - 1].cp == ' ')
		k--;
	return k > from && plan_text_in(t->g[k - 1].cp, U"较比自从由");
}

size_t plan_years_before(const struct plan_text *t, size_t from, size_t i, struct years *y)
{
	size_t k = i;

	while (k > from && i - k < LONGEST_YEARS &&
	       (glyph_is_digit(t->g[k - 1].cp) ||
		plan_text_in(t->g[k - 1].cp, U" 到至在年月日底末以之前和、及与")))
		k--;
	for (; k < i; k++) {
		size_t end;

		if (plan_text_in(t->g[k].cp, U"、和及与 ") || is_compared(t, from, k) ||
		    (k > from && glyph_is_digit(t->g[k - 1].cp) && glyph_is_digit(t->g[k].cp)))
			continue;
		end = plan_years_read(t, k, i, 0, y);
		if (end > k && skip_blanks(t, end, i) == i)
			return k;
	}
	y->n = 0;
	return i;
}

int plan_years_era(const struct plan_text *t)
{
	bool short_year = false;

	for (size_t i = 0, k; i<t->n; i = k> i ? k : i + 1) {
		for (k = i; glyph_is_digit(t->g[k].cp);)
			k++;
		if (k == i || t->g[k].cp != U'年')
			continue;
		if (k - i == 4)
			return 0;
		short_year |= k - i == 3 && t->g[i].cp == '1';
	}
	short_year &= strstr(t->s, "辦") || strstr(t->s, "機") || strstr(t->s, "縣");
	return short_year ? REPUBLIC_ERA : 0;
}
