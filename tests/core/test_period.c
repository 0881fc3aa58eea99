/* Reporting periods: codes as people write them, dates from the calendar, states to the day. */
#include "core/rule/period.h"
#include "core/rule/period_rule.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <string.h>

struct code_case {
	char typed[32], code[12];
	enum period_kind kind;
	int year, number;
	char opens[DATE_TEXT], due[DATE_TEXT], closes[DATE_TEXT];
};

ParameterizedTestParameters(period, reads_codes)
{
	static struct code_case cases[] = {
		{"2021Q1", "2021Q1", PERIOD_QUARTER, 2021, 1, "2021-01-01", "2021-03-31",
		 "2021-04-10"},
		{"2021Q4", "2021Q4", PERIOD_QUARTER, 2021, 4, "2021-10-01", "2021-12-31",
		 "2022-01-10"},
		{"2021q4", "2021Q4", PERIOD_QUARTER, 2021, 4, "2021-10-01", "2021-12-31",
		 "2022-01-10"},
		{"２０２１Ｑ４", "2021Q4", PERIOD_QUARTER, 2021, 4, "2021-10-01", "2021-12-31",
		 "2022-01-10"},
		{" 2021 Q4 ", "2021Q4", PERIOD_QUARTER, 2021, 4, "2021-10-01", "2021-12-31",
		 "2022-01-10"},
		{"2021H1", "2021H1", PERIOD_HALF, 2021, 1, "2021-01-01", "2021-06-30",
		 "2021-07-10"},
		{"2021H2", "2021H2", PERIOD_HALF, 2021, 2, "2021-07-01", "2021-12-31",
		 "2022-01-10"},
		{"2021-06", "2021-06", PERIOD_MONTH, 2021, 6, "2021-06-01", "2021-06-30",
		 "2021-07-10"},
		{"2023-02", "2023-02", PERIOD_MONTH, 2023, 2, "2023-02-01", "2023-02-28",
		 "2023-03-10"},
		{"2024-02", "2024-02", PERIOD_MONTH, 2024, 2, "2024-02-01", "2024-02-29",
		 "2024-03-10"},
		{"2021-12", "2021-12", PERIOD_MONTH, 2021, 12, "2021-12-01", "2021-12-31",
		 "2022-01-10"},
		{"2021", "2021", PERIOD_YEAR, 2021, 1, "2021-01-01", "2021-12-31", "2022-01-10"},
	};

	return cr_make_param_array(struct code_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct code_case *c, period, reads_codes)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct period_row p = {.id = 5};
	char text[DATE_TEXT];

	cr_assert_eq(period_read(&a, c->typed, &p, &e), 0, "%s", e.text);
	cr_assert_not(date_is_set(p.opens), "dates are the rules' to say");
	period_set_dates(&p, &period_rules_default, NULL);
	cr_assert_str_eq(p.code, c->code);
	cr_assert_eq(p.kind, c->kind);
	cr_assert_eq(p.year, c->year);
	cr_assert_eq(p.number, c->number);
	cr_assert_str_eq(date_format(p.opens, text), c->opens);
	cr_assert_str_eq(date_format(p.due, text), c->due);
	cr_assert_str_eq(date_format(p.closes, text), c->closes);
	cr_assert_eq(p.id, 5, "what is the caller's stays");
	arena_free(&a);
}

struct bad_code {
	char typed[48];
};

ParameterizedTestParameters(period, refuses_what_is_no_code)
{
	static struct bad_code cases[] = {
		{""},
		{"2021Q0"},
		{"2021Q5"},
		{"2021Q"},
		{"2021Q10"},
		{"2021H3"},
		{"2021H0"},
		{"2021-0"},
		{"2021-00"},
		{"2021-13"},
		{"2021-6"},
		{"2021-006"},
		{"21Q4"},
		{"1899"},
		{"2201Q1"},
		{"2021Q4x"},
		{"Q4"},
		{"2021年"},
		{"-021"},
		{"0000"},
		{"2021\x1b[31m"},
		{"2021Q4\xff"},
		{"20212021202120212021"},
	};

	return cr_make_param_array(struct bad_code, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct bad_code *c, period, refuses_what_is_no_code)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct period_row p = {.id = 5};

	cr_assert_eq(period_read(&a, c->typed, &p, &e), -1, "took \"%s\"", c->typed);
	cr_assert_eq(e.code, ERR_INPUT);
	cr_assert_eq(strchr(e.text, '\x1b'), NULL, "an escape in the sentence");
	cr_assert(p.code == NULL && p.year == 0, "\"%s\" touched the result", c->typed);
	arena_free(&a);
}

struct day_case {
	char today[DATE_TEXT];
	enum period_state state;
};

ParameterizedTestParameters(period, has_a_state_on_each_day)
{
	static struct day_case cases[] = {
		{"2021-09-30", PERIOD_PLANNED}, {"2021-10-01", PERIOD_OPEN},
		{"2021-12-31", PERIOD_OPEN},	{"2022-01-01", PERIOD_DUE},
		{"2022-01-10", PERIOD_DUE},	{"2022-01-11", PERIOD_CLOSED},
		{"2029-01-01", PERIOD_CLOSED},
	};

	return cr_make_param_array(struct day_case, cases, sizeof cases / sizeof cases[0]);
}

static struct period_row fourth_quarter(void)
{
	return (struct period_row){.code = "2021Q4",
				   .kind = PERIOD_QUARTER,
				   .year = 2021,
				   .number = 4,
				   .opens = {2021, 10, 1},
				   .due = {2021, 12, 31},
				   .closes = {2022, 1, 10}};
}

ParameterizedTest(struct day_case *c, period, has_a_state_on_each_day)
{
	struct period_row p = fourth_quarter();
	struct err e = ERR_INIT;
	struct date today;
	bool taken = c->state == PERIOD_OPEN || c->state == PERIOD_DUE;

	cr_assert(date_parse(c->today, &today));
	cr_assert_eq(period_state_on(&p, today), c->state, "%s", c->today);
	cr_assert_eq(period_check_open(&p, today, &e), taken ? 0 : -1);
	cr_assert_eq(e.code, taken ? ERR_NONE : ERR_STATE);
	p.closed_early = true;
	cr_assert_eq(period_state_on(&p, today), PERIOD_CLOSED);
	cr_assert_eq(period_check_open(&p, today, &e), -1);
}

Test(period, says_since_when_it_is_closed_and_what_to_do)
{
	struct period_row p = fourth_quarter();
	struct err e = ERR_INIT;

	period_check_open(&p, (struct date){2021, 9, 1}, &e);
	cr_assert_str_eq(e.text, "period 2021Q4 opens on 2021-10-01; enter progress from that day "
				 "on, or ask the coordinating office to open it earlier");
	period_check_open(&p, (struct date){2022, 3, 1}, &e);
	cr_assert_str_eq(e.text, "period 2021Q4 has been closed since 2022-01-11 (reports were "
				 "taken up to and with 2022-01-10); ask the coordinating office "
				 "for an exception, or report it in the next period");
	p.closed_early = true;
	period_check_open(&p, (struct date){2021, 12, 1}, &e);
	cr_assert_str_eq(e.text, "period 2021Q4 was closed by the coordinating office before its "
				 "last day (2022-01-10); ask the office, or report it in the next "
				 "period");
}

struct allow_case {
	char until[DATE_TEXT];
	bool closed_early;
	char due[DATE_TEXT], closes[DATE_TEXT];
};

/* The fourth quarter of 2021, for a unit that may report until then. */
ParameterizedTestParameters(period, is_another_one_for_a_unit_with_more_time)
{
	static struct allow_case cases[] = {
		{"2022-01-20", false, "2022-01-20", "2022-01-20"},
		{"2022-01-05", false, "2022-01-05", "2022-01-10"}, /* between due and closing */
		{"2021-12-20", false, "2021-12-31", "2022-01-10"}, /* less than all have */
		{"2022-01-05", true, "2022-01-05", "2022-01-05"},
		{"2021-12-20", true, "2021-12-20", "2021-12-20"},
	};

	return cr_make_param_array(struct allow_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct allow_case *c, period, is_another_one_for_a_unit_with_more_time)
{
	struct period_row p = fourth_quarter();
	struct date until;
	char day[DATE_TEXT];

	p.closed_early = c->closed_early;
	cr_assert(date_parse(c->until, &until));
	period_allow(&p, until);
	cr_assert_str_eq(date_format(p.due, day), c->due);
	cr_assert_str_eq(date_format(p.closes, day), c->closes);
	cr_assert_not(p.closed_early);
	cr_assert_eq(period_state_on(&p, p.closes) == PERIOD_CLOSED, false);
	cr_assert_eq(period_state_on(&p, date_add(p.closes, 1)), PERIOD_CLOSED);
}

Test(period, stays_as_it_is_without_an_exception)
{
	struct period_row p = fourth_quarter();

	p.closed_early = true;
	period_allow(&p, (struct date){0});
	cr_assert(p.closed_early);
	cr_assert_eq(date_cmp(p.closes, fourth_quarter().closes), 0);
}

struct label_case {
	char code[12], label[32];
};

ParameterizedTestParameters(period, has_a_label_for_people)
{
	static struct label_case cases[] = {
		{"2021Q1", "1st quarter of 2021"}, {"2021Q4", "4th quarter of 2021"},
		{"2021H2", "2nd half of 2021"},	   {"2021-01", "January 2021"},
		{"2021-12", "December 2021"},	   {"2021", "year 2021"},
	};

	return cr_make_param_array(struct label_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct label_case *c, period, has_a_label_for_people)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct period_row p = {0};

	cr_assert_eq(period_read(&a, c->code, &p, &e), 0);
	cr_assert_str_eq(period_label(&a, &p), c->label);
	arena_free(&a);
}

Test(period, the_one_that_follows_is_of_the_same_kind)
{
	static const char *const pairs[][2] = {
		{"2021Q1", "2021Q2"}, {"2021Q4", "2022Q1"},   {"2021H1", "2021H2"},
		{"2021H2", "2022H1"}, {"2021-09", "2021-10"}, {"2021-12", "2022-01"},
		{"2021", "2022"},
	};
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;

	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
		struct period_row p = {0}, next;

		cr_assert_eq(period_read(&a, pairs[i][0], &p, &e), 0);
		period_following(&a, &p, &next);
		cr_expect_str_eq(next.code, pairs[i][1]);
		cr_expect_eq(next.kind, p.kind, "%s", next.code);
	}
	arena_free(&a);
}
