/* Dates and moments: the calendar's edges, what people type, workdays, local time. */
#include "core/date.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#define N_OF(table) (sizeof(table) / sizeof((table)[0]))

static struct date day(const char *s)
{
	struct date d = {0};

	cr_assert(*s == '\0' || date_parse(s, &d), "%s", s);
	return d;
}

Test(date, parses_iso_days_that_exist)
{
	static const char *good[] = {"1900-01-01", "2000-02-29", "2020-02-29", "2021-12-31",
				     "2200-12-31"};
	static const char *bad[] = {
		"",	      "2021",	     "2021-02-29", "1900-02-29",   "2021-02-30",
		"2021-04-31", "2021-13-01",  "2021-00-10", "2021-01-00",   "2021-1-1",
		"21-01-01",   "2021/01/01",  "1899-12-31", "2201-01-01",   "2021-01-011",
		"2021-01-1x", " 2021-01-01", "-021-01-01", "２０21-01-01",
	};
	char out[DATE_TEXT];

	for (size_t i = 0; i < N_OF(good); i++)
		cr_expect_str_eq(date_format(day(good[i]), out), good[i]);
	for (size_t i = 0; i < N_OF(bad); i++) {
		struct date d = {.y = 7, .m = 7, .d = 7};
		cr_expect_not(date_parse(bad[i], &d), "\"%s\"", bad[i]);
		cr_expect(d.y == 7 && d.m == 7 && d.d == 7, "\"%s\" touched the result", bad[i]);
	}
	cr_expect_str_eq(date_format((struct date){0}, out), "");
}

Test(date, reads_what_people_type)
{
	static const struct {
		const char *typed, *date;
	} cases[] = {
		{"2021-12-03", "2021-12-03"},	      {"2021.12.3", "2021-12-03"},
		{"2021/12/3", "2021-12-03"},	      {"2021年12月3日", "2021-12-03"},
		{"2021年12月3号", "2021-12-03"},      {"20211203", "2021-12-03"},
		{"２０２１．１２．３", "2021-12-03"}, {"2021。12。3", "2021-12-03"},
		{" 2021-1-9 ", "2021-01-09"},	      {"2020-2-29", "2020-02-29"},
	};
	struct err e = ERR_INIT;
	char out[DATE_TEXT];

	for (size_t i = 0; i < N_OF(cases); i++) {
		struct date d = {0};
		cr_expect_eq(date_read(cases[i].typed, "due", &d, &e), 0, "%s", cases[i].typed);
		cr_expect_str_eq(date_format(d, out), cases[i].date, "%s", cases[i].typed);
	}
}

Test(date, finds_the_year_and_month_that_were_left_out)
{
	static const struct {
		const char *typed, *today;
		enum date_way way;
		const char *date;
	} cases[] = {
		{"11-20", "2021-11-21", DATE_PAST, "2021-11-20"},
		{"11月20日", "2021-11-21", DATE_PAST, "2021-11-20"},
		{"１１月２０号", "2021-11-21", DATE_PAST, "2021-11-20"},
		{"1120", "2021-11-21", DATE_PAST, "2021-11-20"},
		{"20", "2021-11-21", DATE_PAST, "2021-11-20"},
		{"21日", "2021-11-21", DATE_PAST, "2021-11-21"},
		{"22", "2021-11-21", DATE_PAST, "2021-10-22"},
		{"31", "2021-11-21", DATE_PAST, "2021-10-31"},
		{"11.22", "2021-11-21", DATE_PAST, "2020-11-22"},
		{"2-29", "2021-11-21", DATE_PAST, "2020-02-29"},
		{"2-29", "2103-11-21", DATE_PAST, "2096-02-29"},
		{"12/31", "2021-01-02", DATE_PAST, "2020-12-31"},
		{"11-30", "2021-11-21", DATE_COMING, "2021-11-30"},
		{"1-15", "2021-11-21", DATE_COMING, "2022-01-15"},
		{"11-15", "2021-11-21", DATE_COMING, "2021-11-15"},
		{"1231", "2021-05-10", DATE_COMING, "2021-12-31"},
		{"20", "2021-11-21", DATE_COMING, "2021-12-20"},
		{"21", "2021-11-21", DATE_COMING, "2021-11-21"},
		{"31", "2021-11-21", DATE_COMING, "2021-12-31"},
		{"5", "2021-12-21", DATE_COMING, "2022-01-05"},
		{"2019-3-5", "2021-11-21", DATE_COMING, "2019-03-05"},
	};
	struct err e = ERR_INIT;
	char out[DATE_TEXT];

	for (size_t i = 0; i < N_OF(cases); i++) {
		struct date d = {0};
		cr_expect_eq(date_read_near(cases[i].typed, day(cases[i].today), cases[i].way,
					    "due", &d, &e),
			     0, "%s", cases[i].typed);
		cr_expect_str_eq(date_format(d, out), cases[i].date, "%s on %s", cases[i].typed,
				 cases[i].today);
	}
}

Test(date, a_short_date_that_is_none_is_refused)
{
	static const char *const bad[] = {"",	  "13-1", "2-30", "0",	  "32",	     "99",
					  "1332", "112",  "1-",	  "-1",	  "2021-12", "12月",
					  "日",	  "x",	  "1--2", "1-2-3"};

	for (size_t i = 0; i < N_OF(bad); i++) {
		struct err e = ERR_INIT;
		struct date d = {.y = 7, .m = 7, .d = 7};
		cr_expect_eq(date_read_near(bad[i], day("2021-11-21"), DATE_PAST, "on", &d, &e), -1,
			     "\"%s\"", bad[i]);
		cr_expect_str_eq(e.field, "on");
		cr_expect_eq(d.y, 7);
	}
}

Test(date, refuses_with_a_sentence_and_the_field)
{
	static const struct {
		const char *typed, *says;
	} cases[] = {
		{"2021-02-30", "does not exist"},
		{"2021-02-29", "does not exist"},
		{"2021-13-1", "does not exist"},
		{"20210431", "does not exist"},
		{"1850-01-01", "between 1900"},
		{"9999-01-01", "between 1900"},
		{"", "is not a date"},
		{"tomorrow", "is not a date"},
		{"12-31", "is not a date"},
		{"2021-12", "is not a date"},
		{"2021-12-3x", "is not a date"},
		{"日", "is not a date"},
		{"2021-12-3-4", "is not a date"},
		{"2021年12月日3", "is not a date"},
		{"202112031", "is not a date"},
		{"2021-12-00000000000000003", "is not a date"},
		{"2021\xff", "is not a date"},
	};

	for (size_t i = 0; i < N_OF(cases); i++) {
		struct err e = ERR_INIT;
		struct date d = {.y = 7, .m = 7, .d = 7};
		cr_expect_eq(date_read(cases[i].typed, "due", &d, &e), -1, "%s", cases[i].typed);
		cr_expect_eq(e.code, ERR_INPUT);
		cr_expect_str_eq(e.field, "due");
		cr_expect(strstr(e.text, cases[i].says), "%s: %s", cases[i].typed, e.text);
		cr_expect_eq(d.y, 7);
	}
}

Test(date, counts_days_both_ways)
{
	static const struct {
		const char *date;
		int32_t days;
		int weekday;
	} cases[] = {
		{"1970-01-01", 0, 4},	  {"1969-12-31", -1, 3},     {"2000-02-29", 11016, 2},
		{"2000-03-01", 11017, 3}, {"2021-11-21", 18952, 7},  {"2021-12-31", 18992, 5},
		{"2022-01-01", 18993, 6}, {"1900-01-01", -25567, 1}, {"2200-12-31", 84370, 3},
	};

	for (size_t i = 0; i < N_OF(cases); i++) {
		struct date d = day(cases[i].date);
		cr_expect_eq(date_to_days(d), cases[i].days, "%s", cases[i].date);
		cr_expect_eq(date_cmp(date_from_days(cases[i].days), d), 0, "%s", cases[i].date);
		cr_expect_eq(date_weekday(d), cases[i].weekday, "%s", cases[i].date);
	}
}

Test(date, every_day_follows_the_one_before)
{
	struct date before = day("1900-01-01");
	int32_t first = date_to_days(before), last = date_to_days(day("2200-12-31"));

	for (int32_t n = first + 1; n <= last; n++) {
		struct date d = date_from_days(n);
		cr_assert_eq(date_to_days(d), n);
		cr_assert_gt(date_cmp(d, before), 0);
		cr_assert(d.d == before.d + 1 ||
			  (d.d == 1 && before.d == date_days_in_month(before.y, before.m)));
		cr_assert_eq(date_weekday(d), date_weekday(before) % 7 + 1);
		before = d;
	}
}

Test(date, adds_over_the_ends_of_months_and_years)
{
	static const struct {
		const char *from;
		int32_t days;
		const char *to;
	} cases[] = {
		{"2021-12-31", 1, "2022-01-01"},     {"2022-01-01", -1, "2021-12-31"},
		{"2020-02-28", 1, "2020-02-29"},     {"2021-02-28", 1, "2021-03-01"},
		{"2020-02-29", 366, "2021-03-01"},   {"2021-11-21", 0, "2021-11-21"},
		{"2000-01-01", 36525, "2100-01-01"}, {"", 10, ""},
	};
	char out[DATE_TEXT];

	for (size_t i = 0; i < N_OF(cases); i++)
		cr_expect_str_eq(date_format(date_add(day(cases[i].from), cases[i].days), out),
				 cases[i].to, "%s %+d", cases[i].from, cases[i].days);
}

Test(date, knows_the_lengths_of_months)
{
	cr_expect_eq(date_days_in_month(2021, 2), 28);
	cr_expect_eq(date_days_in_month(2020, 2), 29);
	cr_expect_eq(date_days_in_month(1900, 2), 28);
	cr_expect_eq(date_days_in_month(2000, 2), 29);
	cr_expect_eq(date_days_in_month(2021, 12), 31);
	cr_expect_eq(date_days_in_month(2021, 0), 0);
	cr_expect_eq(date_days_in_month(2021, 13), 0);
}

Test(date, no_date_sorts_after_every_date)
{
	static const char *sorted[] = {"1900-01-01", "2021-11-30", "2021-12-01",
				       "2021-12-02", "2200-12-31", ""};

	for (size_t i = 0; i < N_OF(sorted); i++)
		for (size_t j = 0; j < N_OF(sorted); j++) {
			int cmp = date_cmp(day(sorted[i]), day(sorted[j]));
			cr_expect_eq((cmp > 0) - (cmp < 0), (i > j) - (i < j), "%zu %zu", i, j);
		}
}

Test(date, counts_workdays_between)
{
	static const struct {
		const char *from, *to;
		int workdays;
	} cases[] = {
		{"2021-11-21", "2021-11-21", 0}, /* Sunday */
		{"2021-11-19", "2021-11-22", 1}, /* Friday to Monday */
		{"2021-11-19", "2021-11-21", 0},  {"2021-11-22", "2021-11-26", 4},
		{"2021-11-21", "2021-11-28", 5},  {"2021-11-20", "2021-11-21", 0},
		{"2021-11-21", "2021-12-31", 30}, {"2021-12-31", "2022-01-03", 1},
		{"2021-11-22", "2021-11-19", -1}, {"2020-12-31", "2021-12-31", 261},
	};

	for (size_t i = 0; i < N_OF(cases); i++)
		cr_expect_eq(date_workdays_between(day(cases[i].from), day(cases[i].to)),
			     cases[i].workdays, "%s to %s", cases[i].from, cases[i].to);
}

Test(date, workdays_agree_with_counting_day_by_day)
{
	struct date from = day("2021-01-01");

	for (int start = 0; start < 14; start++) {
		struct date a = date_add(from, start), b = a;
		int count = 0;
		for (int n = 0; n < 60; n++) {
			cr_assert_eq(date_workdays_between(a, b), count);
			cr_assert_eq(date_workdays_between(b, a), -count);
			b = date_add(b, 1);
			count += date_weekday(b) <= 5;
		}
	}
}

Test(time, utc_text_and_back)
{
	static const struct {
		const char *text;
		int64_t utc;
	} cases[] = {
		{"1970-01-01T00:00:00Z", 0},	      {"2021-11-21T01:30:00Z", 1637458200},
		{"2021-12-31T23:59:59Z", 1640995199}, {"1969-12-31T23:59:59Z", -1},
		{"2100-01-01T00:00:00Z", 4102444800},
	};
	char out[TIME_TEXT];

	for (size_t i = 0; i < N_OF(cases); i++) {
		int64_t utc = 7;
		cr_expect(time_parse_utc(cases[i].text, &utc), "%s", cases[i].text);
		cr_expect_eq(utc, cases[i].utc, "%s", cases[i].text);
		cr_expect_str_eq(time_format_utc(cases[i].utc, out), cases[i].text);
	}
}

Test(time, refuses_other_utc_texts)
{
	static const char *bad[] = {
		"",
		"2021-11-21",
		"2021-11-21 01:30:00Z",
		"2021-11-21T01:30:00",
		"2021-11-21T24:00:00Z",
		"2021-11-21T01:60:00Z",
		"2021-11-21T01:30:60Z",
		"2021-02-30T01:30:00Z",
		"2021-11-21T01:30:00Zx",
		"2021-11-21T1:30:00Z",
	};

	for (size_t i = 0; i < N_OF(bad); i++) {
		int64_t utc = 7;
		cr_expect_not(time_parse_utc(bad[i], &utc), "\"%s\"", bad[i]);
		cr_expect_eq(utc, 7);
	}
}

struct zone_case {
	const char *zone, *read, *utc, *local, *today;
};

static const struct zone_case zones[] = {
	{"CST-8", "2021-11-21", "2021-11-21T04:00:00Z", "2021-11-21 12:00", "2021-11-21"},
	{"CST-8", "2021-11-21 09:30", "2021-11-21T01:30:00Z", "2021-11-21 09:30", "2021-11-21"},
	{"CST-8", "2021-12-31T16:00:00Z", "2021-12-31T16:00:00Z", "2022-01-01 00:00", "2022-01-01"},
	{"CST-8", "2021-12-31T15:59:59Z", "2021-12-31T15:59:59Z", "2021-12-31 23:59", "2021-12-31"},
	{"UTC0", "2021-11-21 09:30", "2021-11-21T09:30:00Z", "2021-11-21 09:30", "2021-11-21"},
	{"EST5EDT,M3.2.0,M11.1.0", "2021-07-01 23:00", "2021-07-02T03:00:00Z", "2021-07-01 23:00",
	 "2021-07-01"},
	{"EST5EDT,M3.2.0,M11.1.0", "2022-01-01T03:00:00Z", "2022-01-01T03:00:00Z",
	 "2021-12-31 22:00", "2021-12-31"},
};

Test(time, moments_follow_the_zone)
{
	struct err e = ERR_INIT;
	char out[TIME_TEXT], date[DATE_TEXT];

	for (size_t i = 0; i < N_OF(zones); i++) {
		struct moment m = {0};
		setenv("TZ", zones[i].zone, 1);
		cr_expect_eq(moment_read(zones[i].read, &m, &e), 0, "case %zu: %s", i, e.text);
		cr_expect_str_eq(time_format_utc(m.utc, out), zones[i].utc, "case %zu", i);
		cr_expect_str_eq(time_format_local(m.utc, out), zones[i].local, "case %zu", i);
		cr_expect_str_eq(date_format(m.today, date), zones[i].today, "case %zu", i);
		cr_expect_eq(date_cmp(moment_of(m.utc).today, m.today), 0, "case %zu", i);
	}
}

Test(time, refuses_other_moments)
{
	static const char *bad[] = {"",
				    "now",
				    "2021-02-30",
				    "2021-11-21 9:30",
				    "2021-11-21 24:00",
				    "2021-11-21T09:30",
				    "2021-11-21 09:30:00",
				    "2021-11-21 "};

	for (size_t i = 0; i < N_OF(bad); i++) {
		struct moment m = {0};
		struct err e = ERR_INIT;
		cr_expect_eq(moment_read(bad[i], &m, &e), -1, "\"%s\"", bad[i]);
		cr_expect_eq(e.code, ERR_INPUT);
	}
}
