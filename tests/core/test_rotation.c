/* Years of copies: which are left when each day's rotation has run. */
#include "core/rule/rotation.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST = 2000 };

/* Copies as a folder has them, newest first. */
struct folder {
	struct date made[MOST];
	size_t n;
};

static void add(struct folder *f, struct date d)
{
	cr_assert_lt(f->n, MOST);
	memmove(f->made + 1, f->made, f->n * sizeof *f->made);
	f->made[0] = d;
	f->n++;
}

static void rotate(struct folder *f, const struct rotation *r)
{
	bool keep[MOST];
	size_t left = 0;

	rotation_keep(r, f->made, f->n, keep);
	for (size_t i = 0; i < f->n; i++)
		if (keep[i])
			f->made[left++] = f->made[i];
	f->n = left;
}

static bool has(const struct folder *f, const char *day)
{
	struct date d;

	cr_assert(date_parse(day, &d));
	for (size_t i = 0; i < f->n; i++)
		if (date_cmp(f->made[i], d) == 0)
			return true;
	return false;
}

static struct date day(const char *s)
{
	struct date d;

	cr_assert(date_parse(s, &d), "%s", s);
	return d;
}

Test(rotation, four_years_of_daily_copies_leave_days_weeks_and_months)
{
	static struct folder f;
	const struct rotation r = {7, 5, 12};

	for (struct date d = day("2018-01-01"); date_cmp(d, day("2021-11-21")) <= 0;
	     d = date_add(d, 1)) {
		add(&f, d);
		rotate(&f, &r);
	}
	/* 2021-11-21 is a Sunday */
	static const char *const days[] = {"2021-11-21", "2021-11-20", "2021-11-19", "2021-11-18",
					   "2021-11-17", "2021-11-16", "2021-11-15"};
	static const char *const weeks[] = {"2021-11-14", "2021-11-07", "2021-10-31", "2021-10-24"};
	static const char *const months[] = {"2021-09-30", "2021-08-31", "2021-07-31", "2021-06-30",
					     "2021-05-31", "2021-04-30", "2021-03-31", "2021-02-28",
					     "2021-01-31", "2020-12-31"};

	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		cr_expect(has(&f, days[i]), "%s", days[i]);
	for (size_t i = 0; i < sizeof weeks / sizeof *weeks; i++)
		cr_expect(has(&f, weeks[i]), "%s", weeks[i]);
	for (size_t i = 0; i < sizeof months / sizeof *months; i++)
		cr_expect(has(&f, months[i]), "%s", months[i]);
	cr_expect_eq(f.n, 7 + 4 + 10, "%zu are left", f.n);
}

Test(rotation, the_last_copy_of_each_month_is_the_one_that_stays)
{
	static struct folder f;
	const struct rotation r = {1, 0, 100};

	for (struct date d = day("2019-01-03"); date_cmp(d, day("2021-12-30")) <= 0;
	     d = date_add(d, 9)) {
		add(&f, d);
		rotate(&f, &r);
	}
	cr_expect_eq(f.n, 36);
	for (size_t i = 1; i < f.n; i++) {
		struct date next = date_add(f.made[i], 9);
		cr_expect(next.m != f.made[i].m, "another copy of that month came later");
	}
}

Test(rotation, several_of_a_day_leave_the_newest)
{
	struct date made[] = {day("2021-11-21"), day("2021-11-21"), day("2021-11-20"),
			      day("2021-11-20")};
	const struct rotation r = {2, 2, 2};
	bool keep[4];

	rotation_keep(&r, made, 4, keep);
	cr_expect(keep[0] && !keep[1] && keep[2] && !keep[3]);
}

Test(rotation, a_pause_of_years_costs_nothing_that_was_kept)
{
	struct date made[] = {day("2021-11-21"), day("2017-03-02"), day("2017-03-01"),
			      day("2016-12-31")};
	const struct rotation r = {3, 2, 2};
	bool keep[4];

	rotation_keep(&r, made, 4, keep);
	cr_expect(keep[0] && keep[1] && keep[2]);
	cr_expect_not(keep[3]);
}

Test(rotation, the_newest_stays_whatever_the_rules)
{
	struct date made[] = {day("2021-11-21"), day("2021-11-20")};
	const struct rotation r = {0, 0, 0};
	bool keep[2];

	rotation_keep(&r, made, 2, keep);
	cr_expect(keep[0] && !keep[1]);
	rotation_keep(&r, made, 0, keep);
}

Test(rotation, names_tell_their_day)
{
	char name[ROTATION_NAME];
	struct moment m;
	struct date d;
	struct err e = ERR_INIT;

	setenv("TZ", "CST-8", 1);
	tzset();
	cr_assert_eq(moment_read("2021-11-20T23:30:59Z", &m, &e), 0);
	cr_expect_str_eq(rotation_name(m.utc, name), "duban-20211121-073059.db", "%s", name);
	cr_assert(rotation_date(name, &d));
	cr_expect_eq(date_cmp(d, day("2021-11-21")), 0);
}

struct name_case {
	char name[40];
};

ParameterizedTestParameters(rotation, whatever_else_lies_there_is_no_copy)
{
	static struct name_case cases[] = {
		{""},
		{"duban.db"},
		{"duban-20211121-093000.db.part"},
		{"duban-20211121-093000.db-wal"},
		{"duban-20211131-093000.db"},
		{"duban-2021112x-093000.db"},
		{"Duban-20211121-093000.db"},
		{".duban-20211121-093000.d"},
		{"duban-00000000-000000.db"},
	};

	return cr_make_param_array(struct name_case, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct name_case *c, rotation, whatever_else_lies_there_is_no_copy)
{
	struct date d;

	cr_expect_not(rotation_date(c->name, &d), "%s", c->name);
}
