/*
 * calendar.c - days worked. What differs from plain weeks is a short sorted list of days, so
 * counting starts from the weeks and corrects by the few days of the list that lie between.
 */
#include "core/rule/calendar.h"

#include "core/i18n.h"

/* How far a workday can be away: no holiday is longer. Stops a list that knows nothing else. */
enum { DAYS_AT_MOST = 366 };
/* The month in which the next year's holidays are announced. */
enum { MONTH_OF_NEXT_YEAR = 11 };

/* The first day of the list that is not before d. */
static size_t find_day(const struct calendar *c, struct date d)
{
	size_t from = 0, to = c ? c->n : 0;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (date_cmp(c->days[middle].date, d) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static bool works_by_week(struct date d)
{
	return date_weekday(d) <= 5;
}

bool calendar_is_workday(const struct calendar *c, struct date d)
{
	size_t i = find_day(c, d);

	if (c && i < c->n && date_cmp(c->days[i].date, d) == 0)
		return c->days[i].kind == DAY_WORKED;
	return works_by_week(d);
}

int calendar_workdays_between(const struct calendar *c, struct date a, struct date b)
{
	if (date_cmp(b, a) < 0)
		return -calendar_workdays_between(c, b, a);
	int count = date_workdays_between(a, b);
	size_t end = c ? c->n : 0;
	for (size_t i = find_day(c, date_add(a, 1)); i < end && date_cmp(c->days[i].date, b) <= 0;
	     i++)
		count += (c->days[i].kind == DAY_WORKED) - works_by_week(c->days[i].date);
	return count;
}

/* The n-th day worked that `step` (1 or -1) leads to from d. */
static struct date walk(const struct calendar *c, struct date d, int n, int step)
{
	for (int gap = 0; n > 0 && gap < DAYS_AT_MOST; gap++) {
		d = date_add(d, step);
		if (calendar_is_workday(c, d)) {
			n--;
			gap = 0;
		}
	}
	return d;
}

struct date calendar_workday_from(const struct calendar *c, struct date d)
{
	return calendar_is_workday(c, d) ? d : walk(c, d, 1, 1);
}

struct date calendar_workday_until(const struct calendar *c, struct date d)
{
	return calendar_is_workday(c, d) ? d : walk(c, d, 1, -1);
}

struct date calendar_add_workdays(const struct calendar *c, struct date d, int n)
{
	return n < 0 ? walk(c, d, -n, -1) : walk(c, d, n, 1);
}

bool calendar_knows_year(const struct calendar *c, int year)
{
	struct date first = {(int16_t)year, 1, 1};

	for (size_t i = find_day(c, first); c && i < c->n && c->days[i].date.y == year; i++)
		if (c->days[i].kind == DAY_HOLIDAY)
			return true;
	return false;
}

int calendar_missing_year(const struct calendar *c, struct date today)
{
	if (!calendar_knows_year(c, today.y))
		return today.y;
	if (today.m >= MONTH_OF_NEXT_YEAR && !calendar_knows_year(c, today.y + 1))
		return today.y + 1;
	return 0;
}

const char *calendar_advice(struct arena *a, const struct calendar *c, struct date today)
{
	int year = calendar_missing_year(c, today);

	if (!year)
		return "";
	return arena_printf(
		a, _("Holidays of %d are missing in the calendar: dates go by plain weeks."), year);
}

const char *calendar_rest_note(struct arena *a, const struct calendar *c, struct date d)
{
	char day[DATE_TEXT], before[DATE_TEXT], after[DATE_TEXT];

	if (!date_is_set(d) || calendar_is_workday(c, d))
		return "";
	return arena_printf(a,
			    _("%1$s (%2$s) is a day off; the working days around it are %3$s and "
			      "%4$s."),
			    date_format(d, day), calendar_weekday_label(d),
			    date_format(calendar_workday_until(c, d), before),
			    date_format(calendar_workday_from(c, d), after));
}

const char *calendar_weekday_label(struct date d)
{
	static const char *const names[] = {
		N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
	};

	return _(names[date_weekday(d) - 1]);
}
