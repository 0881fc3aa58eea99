/*
 * Dates as people type them: in either width, with points, slashes or 年月日, and, where somebody
 * sees what was understood, without the year or the month.
 */
#include "core/date.h"

#include "core/i18n.h"
#include "core/text/utf8.h"

#include <string.h>

enum { TYPED_PARTS = 3 };

/* What was typed between the signs: "2021-12-3" is 2021, 12, 3. */
struct typed {
	int n, value[TYPED_PARTS], ndigits[TYPED_PARTS];
};

static bool is_sign(uint32_t cp)
{
	return cp == '-' || cp == '.' || cp == '/' || cp == 0x5E74 || cp == 0x6708; /* 年 月 */
}

static bool add_digit(struct typed *t, uint32_t cp)
{
	enum { MOST_DIGITS = 8 };

	if (cp < '0' || cp > '9' || t->ndigits[t->n] == MOST_DIGITS)
		return false;
	t->value[t->n] = t->value[t->n] * 10 + (int)(cp - '0');
	t->ndigits[t->n]++;
	return true;
}

static bool end_part(struct typed *t)
{
	return t->ndigits[t->n] > 0 && ++t->n < TYPED_PARTS;
}

/* False when there is anything else in it, or too much. */
static bool take_apart(const char *s, struct typed *t)
{
	const char *end = s + strlen(s);

	*t = (struct typed){0};
	while (s < end) {
		uint32_t cp;
		s += utf8_decode(s, end, &cp);
		cp = utf8_halfwidth(cp);
		if (cp == ' ' || ((cp == 0x65E5 || cp == 0x53F7) && s == end)) /* 日 号 */
			continue;
		if (!(is_sign(cp) ? end_part(t) : add_digit(t, cp)))
			return false;
	}
	return t->ndigits[t->n++] > 0;
}

/* Year, month and day in t->value, as far as they were given: the last of them is the day. False:
 * it has not the shape of a date. */
static bool find_parts(struct typed *t)
{
	enum { WHOLE = 8, NO_YEAR = 4 };
	int v = t->value[0];

	if (t->n == 1 && t->ndigits[0] == WHOLE)
		*t = (struct typed){3, {v / 10000, v / 100 % 100, v % 100}, {4, 2, 2}};
	else if (t->n == 1 && t->ndigits[0] == NO_YEAR)
		*t = (struct typed){2, {v / 100, v % 100}, {2, 2}};
	for (int i = 0; i < t->n; i++)
		if (i == t->n - TYPED_PARTS ? t->ndigits[i] != 4 : t->ndigits[i] > 2)
			return false;
	return true;
}

static int refuse_shape(const char *s, const char *field, struct err *e)
{
	return err_set_field(e, ERR_INPUT, field,
			     _("\"%s\" is not a date; write year, month and day like 2021-12-31"),
			     s);
}

static int refuse_day(const char *s, const char *field, struct err *e)
{
	return err_set_field(
		e, ERR_INPUT, field,
		_("the date \"%s\" does not exist; look at the calendar and give another day"), s);
}

static int take_whole(const struct typed *t, const char *s, const char *field, struct date *d,
		      struct err *e)
{
	int y = t->value[0];

	if (y < DATE_YEAR_FIRST || y > DATE_YEAR_LAST)
		return err_set_field(e, ERR_INPUT, field,
				     _("the year of the date \"%s\" is not between %d and %d"), s,
				     DATE_YEAR_FIRST, DATE_YEAR_LAST);
	if (!date_exists(y, t->value[1], t->value[2]))
		return refuse_day(s, field, e);
	*d = (struct date){(int16_t)y, (int8_t)t->value[1], (int8_t)t->value[2]};
	return 0;
}

int date_read(const char *s, const char *field, struct date *d, struct err *e)
{
	struct typed t;

	if (!take_apart(s, &t) || !find_parts(&t) || t.n != TYPED_PARTS)
		return refuse_shape(s, field, e);
	return take_whole(&t, s, field, d, e);
}

/* A day of a month: from this month on, or back. */
static bool near_day(int day, struct date today, enum date_way way, struct date *d)
{
	enum { MONTHS = 12, ENOUGH = 3 };
	int month = today.y * MONTHS + today.m - 1;

	for (int i = 0; i < ENOUGH; i++, month += way == DATE_PAST ? -1 : 1) {
		int y = month / MONTHS, m = month % MONTHS + 1;
		struct date at = {(int16_t)y, (int8_t)m, (int8_t)day};
		if (!date_exists(y, m, day))
			continue;
		int from_today = date_cmp(at, today);
		if (way == DATE_PAST ? from_today <= 0 : from_today >= 0) {
			*d = at;
			return true;
		}
	}
	return false;
}

/* A day of a year: the last one that is not too far ahead. */
static bool near_month(int m, int day, struct date today, enum date_way way, struct date *d)
{
	enum { NINE_MONTHS = 275, YEARS = 9 }; /* between two leap days: up to eight years */
	int32_t most = date_to_days(today) + (way == DATE_PAST ? 0 : NINE_MONTHS);

	for (int y = today.y + 1; y > today.y - YEARS; y--) {
		struct date at = {(int16_t)y, (int8_t)m, (int8_t)day};
		if (!date_exists(y, m, day) || date_to_days(at) > most)
			continue;
		*d = at;
		return true;
	}
	return false;
}

int date_read_near(const char *s, struct date today, enum date_way way, const char *field,
		   struct date *d, struct err *e)
{
	struct typed t;
	bool found;

	if (!take_apart(s, &t) || !find_parts(&t))
		return refuse_shape(s, field, e);
	if (t.n == TYPED_PARTS)
		return take_whole(&t, s, field, d, e);
	found = t.n == 1 ? near_day(t.value[0], today, way, d)
			 : near_month(t.value[0], t.value[1], today, way, d);
	return found ? 0 : refuse_day(s, field, e);
}
