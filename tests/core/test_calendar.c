/* Days worked: weeks, holidays, days worked instead. */
#include "core/rule/calendar.h"

#include <criterion/criterion.h>

static struct date day(const char *text)
{
	struct date d = {0};

	cr_assert(date_parse(text, &d), "%s", text);
	return d;
}

/* A week of holidays in October with the Saturdays and Sundays that are worked for it. */
static const struct calendar_day_row days[] = {
	{.date = {2021, 9, 26}, .kind = DAY_WORKED, .name = ""},
	{.date = {2021, 10, 1}, .kind = DAY_HOLIDAY, .name = "国庆节"},
	{.date = {2021, 10, 2}, .kind = DAY_HOLIDAY, .name = ""}, /* a Saturday: changes nothing */
	{.date = {2021, 10, 4}, .kind = DAY_HOLIDAY, .name = ""},
	{.date = {2021, 10, 5}, .kind = DAY_HOLIDAY, .name = ""},
	{.date = {2021, 10, 6}, .kind = DAY_HOLIDAY, .name = ""},
	{.date = {2021, 10, 7}, .kind = DAY_HOLIDAY, .name = ""},
	{.date = {2021, 10, 9}, .kind = DAY_WORKED, .name = ""},
	{.date = {2022, 1, 8}, .kind = DAY_WORKED, .name = ""},
};
static const struct calendar autumn = {days, sizeof days / sizeof days[0]};
static const struct calendar empty = {NULL, 0};

Test(calendar, tells_days_worked)
{
	static const struct {
		const char *date;
		bool by_week, in_autumn;
	} cases[] = {
		{"2021-09-25", false, false}, {"2021-09-26", false, true},
		{"2021-09-30", true, true},   {"2021-10-01", true, false},
		{"2021-10-02", false, false}, {"2021-10-07", true, false},
		{"2021-10-08", true, true},   {"2021-10-09", false, true},
		{"2021-10-10", false, false}, {"2021-10-11", true, true},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct date d = day(cases[i].date);
		cr_expect_eq(calendar_is_workday(NULL, d), cases[i].by_week, "%s", cases[i].date);
		cr_expect_eq(calendar_is_workday(&empty, d), cases[i].by_week, "%s", cases[i].date);
		cr_expect_eq(calendar_is_workday(&autumn, d), cases[i].in_autumn, "%s",
			     cases[i].date);
	}
}

/* Counting agrees with looking at every day, from every day to every other of two months. */
Test(calendar, counts_what_a_walk_counts)
{
	struct date first = day("2021-09-10");

	for (int from = 0; from < 60; from++) {
		struct date a = date_add(first, from);
		int count = 0;
		for (int n = 0; n < 60; n++) {
			struct date b = date_add(a, n);
			count += n > 0 && calendar_is_workday(&autumn, b);
			cr_assert_eq(calendar_workdays_between(&autumn, a, b), count);
			cr_assert_eq(calendar_workdays_between(&autumn, b, a), -count);
		}
	}
}

Test(calendar, finds_the_nearest_day_worked)
{
	static const struct {
		const char *date, *from, *until;
	} cases[] = {
		{"2021-09-30", "2021-09-30", "2021-09-30"},
		{"2021-10-01", "2021-10-08", "2021-09-30"},
		{"2021-10-07", "2021-10-08", "2021-09-30"},
		{"2021-10-10", "2021-10-11", "2021-10-09"},
		{"2021-09-25", "2021-09-26", "2021-09-24"},
	};
	char text[DATE_TEXT];

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct date d = day(cases[i].date);
		cr_expect_str_eq(date_format(calendar_workday_from(&autumn, d), text),
				 cases[i].from);
		cr_expect_str_eq(date_format(calendar_workday_until(&autumn, d), text),
				 cases[i].until);
	}
}

Test(calendar, adds_days_worked)
{
	struct date d = day("2021-09-30");
	char text[DATE_TEXT];

	cr_expect_str_eq(date_format(calendar_add_workdays(&autumn, d, 0), text), "2021-09-30");
	cr_expect_str_eq(date_format(calendar_add_workdays(&autumn, d, 2), text), "2021-10-09");
	cr_expect_str_eq(date_format(calendar_add_workdays(NULL, d, 2), text), "2021-10-04");
	for (int n = -30; n <= 30; n++)
		cr_expect_eq(
			calendar_workdays_between(&autumn, d, calendar_add_workdays(&autumn, d, n)),
			n, "%d", n);
}

Test(calendar, knows_years_by_their_holidays)
{
	cr_expect(calendar_knows_year(&autumn, 2021));
	cr_expect_not(calendar_knows_year(&autumn, 2022)); /* a day worked instead is not enough */
	cr_expect_not(calendar_knows_year(&autumn, 2020));
	cr_expect_not(calendar_knows_year(NULL, 2021));
}

Test(calendar, a_day_off_is_told_with_the_days_worked_around_it)
{
	struct arena a = ARENA_INIT;

	cr_expect_str_eq(calendar_rest_note(&a, &autumn, day("2021-10-08")), "");
	cr_expect_str_eq(calendar_rest_note(&a, &autumn, day("2021-10-09")), "", "worked instead");
	cr_expect_str_eq(calendar_rest_note(&a, &autumn, (struct date){0}), "");
	cr_expect_str_eq(calendar_rest_note(&a, &autumn, day("2021-10-05")),
			 "2021-10-05 (Tue) is a day off; the working days around it are "
			 "2021-09-30 and 2021-10-08.");
	cr_expect(strstr(calendar_rest_note(&a, NULL, day("2021-11-21")), "(Sun)"));
	arena_free(&a);
}
