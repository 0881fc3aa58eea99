/*
 * The boundaries of a period and of lamps to the second, in the local time zone: the last second of
 * a day and the first of the next, in zones before and behind UTC.
 */
#include "core/rule/lamp.h"
#include "core/rule/period.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <time.h>

/* Opens on Friday 2021-10-01, is due on Thursday 2021-12-30, closes on Monday 2022-01-10. */
static const struct period_row quarter = {
	.code = "2021Q4",
	.kind = PERIOD_QUARTER,
	.year = 2021,
	.number = 4,
	.opens = {2021, 10, 1},
	.due = {2021, 12, 30},
	.closes = {2022, 1, 10},
};

/* China, and a zone half a day and more behind it that is 30 minutes off the hour. */
static const struct {
	const char *zone;
	int east_of_utc; /* seconds */
} zones[] = {{"CST-8", 8 * 3600}, {"NST3:30", -3 * 3600 - 1800}};
enum { NZONES = sizeof zones / sizeof zones[0] };

/* The moment at which clocks of the zone show this second of this day. */
static struct moment at(int zone, const char *day, int hour, int minute, int second)
{
	struct date d;

	cr_assert(date_parse(day, &d));
	setenv("TZ", zones[zone].zone, 1);
	tzset();
	return moment_of((int64_t)date_to_days(d) * 86400 + hour * 3600 + minute * 60 + second -
			 zones[zone].east_of_utc);
}

static const struct {
	const char *day; /* its last second has `before`, the first of the next day `after` */
	enum period_state before, after;
} turns[] = {
	{"2021-09-30", PERIOD_PLANNED, PERIOD_OPEN}, {"2021-12-29", PERIOD_OPEN, PERIOD_OPEN},
	{"2021-12-30", PERIOD_OPEN, PERIOD_DUE},     {"2022-01-09", PERIOD_DUE, PERIOD_DUE},
	{"2022-01-10", PERIOD_DUE, PERIOD_CLOSED},
};
enum { NTURNS = sizeof turns / sizeof turns[0] };

static struct date next_day(const char *day)
{
	struct date d;

	cr_assert(date_parse(day, &d));
	return date_add(d, 1);
}

Test(boundary, a_period_turns_at_midnight_of_the_local_zone)
{
	char next[DATE_TEXT];

	for (int z = 0; z < NZONES; z++)
		for (int i = 0; i < NTURNS; i++) {
			struct moment last = at(z, turns[i].day, 23, 59, 59);

			date_format(next_day(turns[i].day), next);
			struct moment first = at(z, next, 0, 0, 0);
			cr_assert_eq(first.utc - last.utc, 1);
			cr_expect_eq(period_state_on(&quarter, last.today), turns[i].before,
				     "%s %s", zones[z].zone, turns[i].day);
			cr_expect_eq(period_state_on(&quarter, first.today), turns[i].after,
				     "%s %s", zones[z].zone, turns[i].day);
		}
}

Test(boundary, reports_are_taken_from_the_first_minute_to_the_last)
{
	struct err e = ERR_INIT;

	for (int z = 0; z < NZONES; z++) {
		cr_expect_eq(period_check_open(&quarter, at(z, "2021-09-30", 23, 59, 59).today, &e),
			     -1);
		cr_expect_eq(period_check_open(&quarter, at(z, "2021-10-01", 0, 0, 0).today, &e),
			     0);
		cr_expect_eq(period_check_open(&quarter, at(z, "2022-01-10", 23, 59, 59).today, &e),
			     0);
		cr_expect_eq(period_check_open(&quarter, at(z, "2022-01-11", 0, 0, 0).today, &e),
			     -1);
		cr_expect_eq(e.remedy, REQUEST_EXCEPTION);
	}
}

/* A Friday off and the Sunday after it worked: 2021-12-31 and 2022-01-02. */
static const struct calendar_day_row days[] = {
	{.date = {2021, 12, 31}, .kind = DAY_HOLIDAY, .name = ""},
	{.date = {2022, 1, 2}, .kind = DAY_WORKED, .name = ""},
};
static const struct calendar winter = {days, 2};

static enum lamp lamp_at(struct moment now, const struct calendar *c, struct date due)
{
	const struct lamp_rules rules = {
		.soon_workdays = 2, .behind_points = 100, .returns = 2, .calendar = c};
	struct task_row t = {.percent = -1, .milestone = "", .milestone_due = due};

	lamp_of(&t, NULL, now.today, &rules);
	return t.lamp;
}

Test(boundary, lamps_turn_at_midnight_of_the_local_zone)
{
	const struct date due = {2022, 1, 4}; /* Tuesday */

	for (int z = 0; z < NZONES; z++) {
		/* Three days worked are left on Thursday by weeks, two on Friday. */
		cr_expect_eq(lamp_at(at(z, "2021-12-30", 23, 59, 59), NULL, due), LAMP_GREEN);
		cr_expect_eq(lamp_at(at(z, "2021-12-31", 0, 0, 0), NULL, due), LAMP_YELLOW);
		/* With the Sunday worked it is three until that has begun. */
		cr_expect_eq(lamp_at(at(z, "2022-01-01", 23, 59, 59), &winter, due), LAMP_GREEN);
		cr_expect_eq(lamp_at(at(z, "2022-01-02", 0, 0, 0), &winter, due), LAMP_YELLOW);
		cr_expect_eq(lamp_at(at(z, "2022-01-04", 23, 59, 59), NULL, due), LAMP_YELLOW);
		cr_expect_eq(lamp_at(at(z, "2022-01-05", 0, 0, 0), NULL, due), LAMP_RED);
	}
}
