/* The day that a line of a document's head or end names: 2022年6月30日, 二〇二二年六月三十日,
 * 2022-06-30, 中華民國111年6月30日. */
#include "core/reader/plan_day.h"

enum { ROC = 1911 };

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* Reads digits or Chinese digits up to `unit`; returns the place behind it, 0 when it is not so. */
static size_t read_date_part(const struct plan_text *t, size_t i, size_t to, char32_t unit, int *v)
{
	size_t k = i, han;

	while (k < to && t->g[k].cp == ' ')
		k++;
	for (*v = 0, i = k;
	     k < to && k - i < 6 && (glyph_is_digit(t->g[k].cp) || t->g[k].cp == ' '); k++)
		if (t->g[k].cp != ' ')
			*v = *v * 10 + (int)(t->g[k].cp - '0');
	if (*v == 0) {
		for (han = k = i; k < to && k - han < 6 &&
				  (glyph_is_han_digit(t->g[k].cp) || t->g[k].cp == U'○');
		     k++)
			if (t->g[k].cp == U'○')
				*v = *v * 10;
			else if (unit == U'年')
				*v = *v * 10 + plan_text_han_number(t, (struct run){k, k + 1});
		if (unit != U'年')
			*v = plan_text_han_number(t, (struct run){han, k});
	}
	while (k < to && t->g[k].cp == ' ')
		k++;
	return *v > 0 && k < to && t->g[k].cp == unit ? k + 1 : 0;
}

/* Length of the name of the era before a year of it. */
static size_t republic(const struct plan_text *t, struct run r)
{
	static const char32_t *const names[] = {U"民国", U"民國"};

	for (size_t k = 0; k < 3 && r.from + k < r.to; k++)
		if (plan_text_begins_any(t, (struct run){r.from + k, r.to}, names, ROWS(names)))
			return k + 2;
	return 0;
}

/* 2022-06-30, 2022.6.30, 2022/6/30: year, month and day. */
static bool read_numeric_date(const struct plan_text *t, struct run r, int parts[3])
{
	size_t n = 0, ndigits = 0;

	parts[0] = parts[1] = parts[2] = 0;
	for (size_t i = r.from; i < r.to; i++) {
		if (glyph_is_digit(t->g[i].cp) && ++ndigits <= 4)
			parts[n] = parts[n] * 10 + (int)(t->g[i].cp - '0');
		else if (plan_text_in(t->g[i].cp, U"-./") && ndigits > 0 && n < 2)
			n++, ndigits = 0;
		else
			return false;
	}
	return n == 2 && ndigits > 0 && parts[0] > 1900;
}

static bool set_date(int y, int m, int d, char out[DATE_TEXT])
{
	if (y < 1900 || y > 2200 || m < 1 || m > 12 || d < 1 || d > date_days_in_month(y, m))
		return false;
	date_format((struct date){(int16_t)y, (int8_t)m, (int8_t)d}, out);
	return true;
}

bool plan_day_read(const struct plan_text *t, struct run r, char out[DATE_TEXT])
{
	int y, m, d, parts[3];
	size_t roc = republic(t, r);

	if (read_numeric_date(t, r, parts))
		return set_date(parts[0], parts[1], parts[2], out);
	size_t i = read_date_part(t, r.from + roc, r.to, U'年', &y);

	y += roc > 0 ? ROC : 0;
	if (!i || !(i = read_date_part(t, i, r.to, U'月', &m)) ||
	    !(i = read_date_part(t, i, r.to, U'日', &d)) || i != r.to)
		return false;
	return set_date(y, m, d, out);
}
