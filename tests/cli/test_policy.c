/* The office's rules and calendar by verbs, and what follows from them: dates of periods, lamps. */
#include "tests/cli/desk.h"

#include "core/mem.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct desk d;

static void setup(void)
{
	desk_open(&d);
}

static void teardown(void)
{
	desk_close(&d);
}

TestSuite(policy_verbs, .init = setup, .fini = teardown);

#define HAS(text, part) cr_expect_not_null(strstr(text, part), "%s", text)

Test(policy_verbs, rules_are_listed_set_and_given_back)
{
	HAS(desk_must(&d, "policy", "list", "--format", "tsv", NULL), "lamp.soon\t5\t5\t");
	HAS(desk_must(&d, "policy", "set", "period.due.quarter", "Day 25 earlier", NULL),
	    "period.due.quarter is day 25 earlier now: day 25 of its last month");
	HAS(desk_must(&d, "policy", "list", "--format", "tsv", NULL),
	    "period.due.quarter\tday 25 earlier\tend later\t");
	HAS(desk_must(&d, "policy", "set", "period.due.quarter", NULL), "is end later now");
}

Test(policy_verbs, rules_are_refused_with_what_was_meant)
{
	cr_expect_eq(desk_say(&d, "policy", "set", "lamp.son", "3", NULL), 2);
	HAS(d.r.err, "did you mean \"lamp.soon\"?");
	cr_expect_eq(desk_say(&d, "policy", "set", "lamp.soon", "999", NULL), 2);
	HAS(d.r.err, "from 0 to 250");
	cr_expect_eq(desk_say(&d, "--as", "jiaoyu", "policy", "set", "lamp.soon", "9", NULL), 4);
}

Test(policy_verbs, periods_follow_rules_and_calendar)
{
	/* The last day of June 2022 is a Thursday. */
	HAS(desk_must(&d, "period", "add", "2022Q2", "--closes", "2022-07-31", NULL),
	    "due on 2022-06-30");
	desk_must(&d, "calendar", "add", "2022-09-30", "2022-10-07", "--name", "秋假", NULL);
	desk_must(&d, "calendar", "add", "2022-10-08", "--worked", NULL);
	HAS(desk_must(&d, "period", "add", "2022Q3", NULL), "due on 2022-10-08");
	desk_must(&d, "policy", "set", "period.due.month", "end earlier", NULL);
	desk_must(&d, "policy", "set", "period.closes", "due+2w", NULL);
	HAS(desk_must(&d, "period", "add", "2022-09", NULL),
	    "due on 2022-09-29 and taken until 2022-10-10");
	HAS(desk_must(&d, "period", "add", "2022-10", "--due", "2022-10-20", NULL),
	    "due on 2022-10-20");
}

Test(policy_verbs, missing_holidays_are_told)
{
	HAS(desk_must(&d, "calendar", "list", NULL), "Holidays of 2021 are missing");
	desk_must(&d, "calendar", "add", "2021-10-01", NULL);
	HAS(desk_must(&d, "period", "add", "2022Q1", NULL), "Holidays of 2022 are missing");
	HAS(desk_must(&d, "overview", NULL), "Holidays of 2022 are missing");
	cr_expect_null(strstr(desk_must(&d, "--as", "jiaoyu", "overview", NULL), "Holidays of"));
	desk_must(&d, "calendar", "add", "2022-01-01", "2022-01-03", NULL);
	cr_expect_null(strstr(desk_must(&d, "calendar", "list", NULL), "Holidays of"));
}

Test(policy_verbs, days_are_imported_and_taken_back)
{
	char *file = tmp_puts(&d.tmp, "days.csv", "2022-10-01,2022-10-03,休,秋假\n2022-10-08,班\n");

	HAS(desk_must(&d, "calendar", "import", file, "--dry-run", "--format", "tsv", NULL),
	    "2022-10-03\t1\tholiday\t秋假\n");
	HAS(desk_must(&d, "calendar", "list", NULL), "no day differs");
	HAS(desk_must(&d, "calendar", "import", file, NULL), "4 days are in the calendar now");
	HAS(desk_must(&d, "calendar", "list", "--year", "2022", "--format", "tsv", NULL),
	    "2022-10-08\t6\tworked\t\n");
	desk_must(&d, "calendar", "drop", "2022-10-01", "2022-10-31", NULL);
	HAS(desk_must(&d, "calendar", "list", NULL), "no day differs");
	cr_expect_eq(desk_say(&d, "calendar", "drop", "2022-10-01", NULL), 3);
	free(file);
}

Test(policy_verbs, lamps_go_by_the_rules_of_the_file)
{
	/* The quarter is due on 2021-12-31, forty days from the day of the tests. */
	desk_must(&d, "policy", "set", "lamp.behind", "100", NULL);
	cr_expect_null(
		strstr(desk_must(&d, "list", "--lamp", "yellow", "--format", "tsv", NULL), "净水"));
	desk_must(&d, "policy", "set", "lamp.soon", "40", NULL);
	HAS(desk_must(&d, "list", "--lamp", "yellow", "--format", "tsv", NULL), "净水");
}

/* What the program says at a moment that is given in UTC, in a zone. */
static int report_at(const char *zone, const char *now)
{
	char *tz = xasprintf("TZ=%s", zone), *clock = xasprintf("DUBAN_NOW=%s", now);
	const char *kept[DESK_ENV];
	int n = 0, status;

	memcpy(kept, d.env, sizeof kept);
	while (d.env[n] && strncmp(d.env[n], "DUBAN_NOW=", 10) != 0)
		n++;
	d.env[n] = clock;
	while (d.env[n])
		n++;
	cr_assert_lt(n + 1, DESK_ENV);
	d.env[n] = tz;
	d.env[n + 1] = NULL;
	status = desk_say(&d, "--as", "shuiwu", "report", "yx2021/3", "--period", "2022Q1",
			  "--percent", "40", "--done", "已完成", NULL);
	memcpy(d.env, kept, sizeof kept);
	free(tz);
	free(clock);
	return status;
}

Test(policy_verbs, a_period_takes_reports_to_the_last_second_of_its_day_here)
{
	desk_must(&d, "period", "add", "2022Q1", NULL); /* 2022-01-01 … 2022-03-31 … 2022-04-10 */
	cr_expect_eq(report_at("CST-8", "2021-12-31T15:59:59Z"), 5);
	HAS(d.r.err, "opens on 2022-01-01");
	cr_expect_eq(report_at("CST-8", "2021-12-31T16:00:00Z"), 0, "%s", d.r.err);
	cr_expect_eq(report_at("CST-8", "2022-04-10T15:59:59Z"), 0, "%s", d.r.err);
	cr_expect_eq(report_at("CST-8", "2022-04-10T16:00:00Z"), 5);
	HAS(d.r.err, "closed since 2022-04-11");
	/* Five hours behind UTC the day ends later. */
	cr_expect_eq(report_at("EST5", "2022-04-11T04:59:59Z"), 0, "%s", d.r.err);
	cr_expect_eq(report_at("EST5", "2022-04-11T05:00:00Z"), 5);
}
