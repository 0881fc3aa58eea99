/* Rules for the dates of periods: their texts, and the dates that they give. */
#include "core/rule/period_rule.h"

#include "core/rule/period.h"

#include <criterion/criterion.h>

/* The first week of October and the first three days of the year are holidays. */
static const struct calendar_day_row days[] = {
	{.date = {2021, 10, 1}, .kind = DAY_HOLIDAY, .name = ""},
	{.date = {2021, 10, 4}, .kind = DAY_HOLIDAY, .name = ""},
	{.date = {2021, 10, 5}, .kind = DAY_HOLIDAY, .name = ""},
	{.date = {2021, 10, 6}, .kind = DAY_HOLIDAY, .name = ""},
	{.date = {2021, 10, 7}, .kind = DAY_HOLIDAY, .name = ""},
	{.date = {2021, 12, 31}, .kind = DAY_HOLIDAY, .name = ""},
	{.date = {2022, 1, 1}, .kind = DAY_HOLIDAY, .name = ""},
	{.date = {2022, 1, 3}, .kind = DAY_HOLIDAY, .name = ""},
};
static const struct calendar calendar = {days, sizeof days / sizeof days[0]};

Test(period_rule, reads_and_writes)
{
	static const struct {
		const char *text, *written, *label;
	} cases[] = {
		{"end", "end", "last day of the period"},
		{"start", "start", "first day of the period"},
		{" End  Earlier", "end earlier",
		 "last day of the period, or the working day before"},
		{"day25 later", "day 25 later",
		 "day 25 of its last month, or the next working day"},
		{"due + 10", "due+10", "10 days after the due date"},
		{"end-5w", "end-5w", "5 working days before the last day of the period"},
		{"ｅｎｄ＋１", "end+1", "1 day after the last day of the period"},
		{"start+0", "start", "first day of the period"},
	};
	struct arena a = ARENA_INIT;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct period_rule r;
		struct err e = ERR_INIT;
		cr_assert_eq(period_rule_read(cases[i].text, "closes", true, &r, &e), 0, "%s: %s",
			     cases[i].text, e.text);
		cr_expect_str_eq(period_rule_text(&a, &r), cases[i].written);
		cr_expect_str_eq(period_rule_label(&a, &r), cases[i].label);
	}
	arena_free(&a);
}

Test(period_rule, refuses_what_it_does_not_know)
{
	static const char *const bad[] = {
		"",	 "25",	       "day", "day 0", "day 32", "end+",    "end+999",
		"end 5", "end sooner", "due", "年底",  "end+5x", "earlier", "day 25 later later"};

	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		struct period_rule r = {.day = 7};
		struct err e = ERR_INIT;
		cr_expect_eq(period_rule_read(bad[i], "due", false, &r, &e), -1, "%s", bad[i]);
		cr_expect_str_eq(e.field, "due");
		cr_expect_eq(r.day, 7);
	}
}

static void read_rule(const char *text, struct period_rule *r)
{
	struct err e = ERR_INIT;

	cr_assert_eq(period_rule_read(text, "rule", true, r, &e), 0, "%s", text);
}

Test(period_rule, gives_the_dates)
{
	static const struct {
		const char *code, *opens, *due, *closes;   /* rules */
		const char *opens_on, *due_on, *closes_on; /* dates */
	} cases[] = {
		{"2021Q3", "start", "end earlier", "due+10", "2021-07-01", "2021-09-30",
		 "2021-10-10"},
		{"2021Q4", "start", "end earlier", "due+5w", "2021-10-01", "2021-12-30",
		 "2022-01-10"},
		{"2021Q4", "start later", "end", "due+10", "2021-10-08", "2022-01-04",
		 "2022-01-14"},
		{"2021-09", "end-5w", "day 25", "end+3 later", "2021-09-23", "2021-09-27",
		 "2021-10-08"},
		{"2021-02", "start", "day 31", "due", "2021-02-01", "2021-03-01", "2021-03-01"},
		{"2021H2", "start-10", "end+5w earlier", "due", "2021-06-21", "2022-01-10",
		 "2022-01-10"},
		{"2021", "start", "end+15", "due-30", "2021-01-01", "2022-01-17", "2022-01-17"},
		{"2021-10", "end", "day 5 earlier", "due", "2021-10-31", "2021-10-31",
		 "2021-10-31"},
	};
	char text[DATE_TEXT];
	struct arena a = ARENA_INIT;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct period_row p = {0};
		struct period_rules rules;
		struct err e = ERR_INIT;
		cr_assert_eq(period_read(&a, cases[i].code, &p, &e), 0);
		read_rule(cases[i].opens, &rules.opens);
		read_rule(cases[i].due, &rules.due);
		read_rule(cases[i].closes, &rules.closes);
		period_set_dates(&p, &rules, &calendar);
		cr_expect_str_eq(date_format(p.opens, text), cases[i].opens_on, "%zu: %s", i, text);
		cr_expect_str_eq(date_format(p.due, text), cases[i].due_on, "%zu: %s", i, text);
		cr_expect_str_eq(date_format(p.closes, text), cases[i].closes_on, "%zu: %s", i,
				 text);
	}
	arena_free(&a);
}
