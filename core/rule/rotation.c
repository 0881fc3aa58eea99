/* What is kept follows from the days alone: a copy is kept when it is the newest of a day, a week
 * or a month that is still counted. Days without a copy are not counted, so a machine that was off
 * for a year keeps what it had. */
#include "core/rule/rotation.h"

#include <stdio.h>
#include <string.h>

static int32_t day_of(struct date d)
{
	return date_to_days(d);
}

/* The Monday of its week. */
static int32_t week_of(struct date d)
{
	return date_to_days(d) - date_weekday(d) + 1;
}

static int32_t month_of(struct date d)
{
	return d.y * 12 + d.m;
}

static void keep_newest_of(int32_t (*span)(struct date d), int most, const struct date *made,
			   size_t n, bool *keep)
{
	int nspans = 0;

	for (size_t i = 0; i < n; i++) {
		if (i && span(made[i]) == span(made[i - 1]))
			continue;
		if (nspans++ == most)
			return;
		keep[i] = true;
	}
}

void rotation_keep(const struct rotation *r, const struct date *made, size_t n, bool *keep)
{
	for (size_t i = 0; i < n; i++)
		keep[i] = i == 0;
	keep_newest_of(day_of, r->daily, made, n, keep);
	keep_newest_of(week_of, r->weekly, made, n, keep);
	keep_newest_of(month_of, r->monthly, made, n, keep);
}

/* The pattern of a name: digits where it has a 0. */
static const char pattern[ROTATION_NAME] = "duban-00000000-000000.db";
enum { AT_YEAR = 6, AT_MONTH = 10, AT_DAY = 12 };

char *rotation_name(int64_t utc, char out[ROTATION_NAME])
{
	struct date d = moment_of(utc).today;
	char at[TIME_TEXT];
	int h = 0, m = 0;

	sscanf(time_format_local(utc, at) + DATE_TEXT, "%d:%d", &h, &m);
	snprintf(out, ROTATION_NAME, "duban-%04u%02u%02u-%02u%02u%02u.db", (unsigned)d.y % 10000u,
		 (unsigned)d.m % 100u, (unsigned)d.d % 100u, (unsigned)h % 100u, (unsigned)m % 100u,
		 (unsigned)((utc % 60 + 60) % 60));
	return out;
}

bool rotation_date(const char *name, struct date *made)
{
	char iso[DATE_TEXT];

	if (strlen(name) != sizeof pattern - 1)
		return false;
	for (size_t i = 0; pattern[i]; i++) {
		bool is_digit = name[i] >= '0' && name[i] <= '9';

		if (pattern[i] == '0' ? !is_digit : name[i] != pattern[i])
			return false;
	}
	snprintf(iso, sizeof iso, "%.4s-%.2s-%.2s", name + AT_YEAR, name + AT_MONTH, name + AT_DAY);
	return date_parse(iso, made);
}
