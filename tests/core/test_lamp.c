/* Lamps: which facts make which colour on which day, which of several wins, and the order. */
#include "core/rule/lamp.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <stdlib.h>
#include <string.h>

static const struct lamp_rules rules = LAMP_RULES_DEFAULT;

/* A quarter that is due on Friday 2021-12-31. */
static const struct period_row quarter = {
	.code = "2021Q4",
	.kind = PERIOD_QUARTER,
	.year = 2021,
	.number = 4,
	.opens = {2021, 10, 1},
	.due = {2021, 12, 31},
	.closes = {2022, 1, 10},
};

static struct date day(const char *iso)
{
	struct date d = {0};

	if (*iso)
		cr_assert(date_parse(iso, &d), "%s", iso);
	return d;
}

struct lamp_case {
	char name[40], today[DATE_TEXT];
	bool in_period;
	enum report_state report;
	int nreturned, percent;
	char milestone[DATE_TEXT];
	int overdue;
	char due[DATE_TEXT];
	enum lamp lamp;
	enum lamp_why why;
	int days;
	char cause[24];
};

ParameterizedTestParameters(lamp, follows_the_facts)
{
	static struct lamp_case cases[] = {
		{"nothing known", "2021-11-21", false, REPORT_NONE, 0, -1, "", 0, "", LAMP_GREY,
		 LAMP_WHY_NOTHING, 0, ""},
		{"period not open yet", "2021-09-30", true, REPORT_NONE, 0, -1, "", 0, "",
		 LAMP_GREY, LAMP_WHY_NOTHING, 0, ""},
		{"first day of the period", "2021-10-01", true, REPORT_NONE, 0, -1, "", 0, "",
		 LAMP_GREEN, LAMP_WHY_REPORT, -91, ""},
		{"report due in 6 working days", "2021-12-23", true, REPORT_NONE, 0, -1, "", 0, "",
		 LAMP_GREEN, LAMP_WHY_REPORT, -8, ""},
		{"report due in 5 working days", "2021-12-24", true, REPORT_NONE, 0, -1, "", 0, "",
		 LAMP_YELLOW, LAMP_WHY_REPORT, -7, "due in 7 days"},
		{"report due tomorrow", "2021-12-30", true, REPORT_DRAFT, 0, -1, "", 0, "",
		 LAMP_YELLOW, LAMP_WHY_REPORT, -1, "due in 1 day"},
		{"report due today", "2021-12-31", true, REPORT_NONE, 0, -1, "", 0, "", LAMP_YELLOW,
		 LAMP_WHY_REPORT, 0, "due today"},
		{"report one day late", "2022-01-01", true, REPORT_NONE, 0, -1, "", 0, "", LAMP_RED,
		 LAMP_WHY_REPORT, 1, "1 day late"},
		{"late report handed in", "2022-01-01", true, REPORT_SUBMITTED, 0, 100, "", 0, "",
		 LAMP_GREEN, LAMP_WHY_NOTHING, 0, ""},
		{"accepted", "2021-12-31", true, REPORT_ACCEPTED, 0, 95, "", 0, "", LAMP_GREEN,
		 LAMP_WHY_NOTHING, 0, ""},
		{"returned", "2021-11-21", true, REPORT_RETURNED, 1, 90, "", 0, "", LAMP_YELLOW,
		 LAMP_WHY_RETURNED, 0, "returned"},
		{"returned, being corrected", "2021-11-21", true, REPORT_DRAFT, 1, 90, "", 0, "",
		 LAMP_YELLOW, LAMP_WHY_RETURNED, 0, "returned"},
		{"returned, handed in again", "2021-11-21", true, REPORT_SUBMITTED, 1, 90, "", 0,
		 "", LAMP_GREEN, LAMP_WHY_NOTHING, 0, ""},
		{"returned twice", "2021-11-21", true, REPORT_RETURNED, 2, 90, "", 0, "", LAMP_RED,
		 LAMP_WHY_RETURNED, 0, "returned 2 times"},
		{"returned and late", "2022-01-04", true, REPORT_RETURNED, 1, 90, "", 0, "",
		 LAMP_RED, LAMP_WHY_REPORT, 4, "4 days late"},
		{"milestone far away", "2021-11-21", false, REPORT_NONE, 0, -1, "2021-12-20", 0, "",
		 LAMP_GREEN, LAMP_WHY_MILESTONE, -29, ""},
		{"milestone in 5 working days", "2021-11-21", false, REPORT_NONE, 0, -1,
		 "2021-11-26", 0, "", LAMP_YELLOW, LAMP_WHY_MILESTONE, -5, "due in 5 days"},
		{"milestone late", "2021-11-21", true, REPORT_NONE, 0, 90, "2021-11-15", 1, "",
		 LAMP_RED, LAMP_WHY_MILESTONE, 6, "6 days late"},
		{"another milestone late", "2021-11-21", true, REPORT_NONE, 0, 90, "2021-12-20", 1,
		 "", LAMP_RED, LAMP_WHY_MILESTONE, 0, "late"},
		{"action late", "2021-11-21", true, REPORT_ACCEPTED, 0, 90, "", 0, "2021-11-20",
		 LAMP_RED, LAMP_WHY_ACTION, 1, "1 day late"},
		{"the later of two is less urgent", "2021-11-21", true, REPORT_NONE, 0, 90,
		 "2021-11-15", 1, "2021-11-01", LAMP_RED, LAMP_WHY_ACTION, 20, "20 days late"},
		{"behind by 21 points", "2021-11-21", true, REPORT_ACCEPTED, 0, 68, "", 0, "",
		 LAMP_YELLOW, LAMP_WHY_BEHIND, 0, "behind schedule"},
		{"behind by 20 points", "2021-11-21", true, REPORT_ACCEPTED, 0, 69, "", 0, "",
		 LAMP_GREEN, LAMP_WHY_NOTHING, 0, ""},
		{"never reported is not behind", "2021-11-21", true, REPORT_NONE, 0, -1, "", 0, "",
		 LAMP_GREEN, LAMP_WHY_REPORT, -40, ""},
		{"a date goes before behind", "2021-12-30", true, REPORT_NONE, 0, 10, "", 0, "",
		 LAMP_YELLOW, LAMP_WHY_REPORT, -1, "due in 1 day"},
		{"year over", "2022-06-01", true, REPORT_ACCEPTED, 0, 79, "", 0, "", LAMP_YELLOW,
		 LAMP_WHY_BEHIND, 0, "behind schedule"},
	};

	return cr_make_param_array(struct lamp_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct lamp_case *c, lamp, follows_the_facts)
{
	struct arena a = ARENA_INIT;
	struct task_row t = {.report_state = c->report,
			     .nreturned = c->nreturned,
			     .percent = c->percent,
			     .milestone_due = day(c->milestone),
			     .milestones_overdue = c->overdue,
			     .due = day(c->due),
			     .delivers = true,
			     .lamp = LAMP_RED,
			     .days = 77};

	lamp_of(&t, c->in_period ? &quarter : NULL, day(c->today), &rules);
	cr_assert_eq(t.lamp, c->lamp, "%s: %s", c->name, lamp_word(t.lamp));
	cr_assert_eq(t.why, c->why, "%s: why %d", c->name, (int)t.why);
	cr_assert_eq(t.days, c->days, "%s: %d days", c->name, t.days);
	cr_assert_str_eq(lamp_cause(&a, &t), c->cause, "%s", c->name);
	arena_free(&a);
}

Test(lamp, tells_the_reason_as_a_whole)
{
	static const struct {
		struct task_row t;
		const char *today, *reason;
	} cases[] = {
		{{.percent = 90, .milestone = "中期自查", .milestone_due = {2021, 11, 15}},
		 "2021-11-21",
		 "milestone \"中期自查\": 6 days late"},
		{{.percent = 90}, "2021-12-30", "report of this period: due in 1 day"},
		{{.percent = 90,
		  .report_state = REPORT_ACCEPTED,
		  .delivers = true,
		  .due = {2021, 11, 23}},
		 "2021-11-21",
		 "deadline of the action: due in 2 days"},
		{{.percent = 60, .report_state = REPORT_ACCEPTED},
		 "2021-11-21",
		 "behind schedule: 60% done, 89% of the year gone"},
		{{.percent = 90, .report_state = REPORT_RETURNED, .nreturned = 2},
		 "2021-11-21",
		 "returned 2 times"},
		{{.percent = 90}, "2021-11-21", ""},
	};
	struct arena a = ARENA_INIT;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct task_row t = cases[i].t;

		lamp_of(&t, &quarter, day(cases[i].today), &rules);
		cr_expect_str_eq(lamp_reason(&a, &t), cases[i].reason);
	}
	arena_free(&a);
}

Test(lamp, knows_how_much_of_the_year_is_gone_while_a_period_runs)
{
	struct task_row t = {.percent = 90};

	lamp_of(&t, &quarter, day("2021-11-21"), &rules);
	cr_expect_eq(t.elapsed, 89);
	lamp_of(&t, NULL, day("2021-11-21"), &rules);
	cr_expect_eq(t.elapsed, -1);
}

struct over_case {
	enum action_state action;
	enum assignment_state assignment;
	enum lamp lamp;
};

ParameterizedTestParameters(lamp, is_grey_for_what_is_over)
{
	static struct over_case cases[] = {
		{ACTION_ACTIVE, ASSIGNMENT_RECEIVED, LAMP_RED},
		{ACTION_CLOSED_OUT, ASSIGNMENT_RECEIVED, LAMP_GREY},
		{ACTION_WITHDRAWN, ASSIGNMENT_RECEIVED, LAMP_GREY},
		{ACTION_ACTIVE, ASSIGNMENT_WITHDRAWN, LAMP_GREY},
		/* completion asked: the deadline counts no more, the report does */
		{ACTION_ASKED, ASSIGNMENT_RECEIVED, LAMP_GREEN},
	};

	return cr_make_param_array(struct over_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct over_case *c, lamp, is_grey_for_what_is_over)
{
	struct task_row t = {.action_state = c->action,
			     .assignment_state = c->assignment,
			     .percent = 100,
			     .report_state = REPORT_NONE,
			     .delivers = true,
			     .due = {2021, 11, 1}};

	lamp_of(&t, &quarter, day("2021-11-21"), &rules);
	cr_assert_eq(t.lamp, c->lamp, "%s, %s: %s", action_state_word(c->action),
		     assignment_state_word(c->assignment), lamp_word(t.lamp));
}

Test(lamp, the_deadline_is_for_those_who_deliver_the_action)
{
	struct task_row t = {.percent = 100, .due = {2021, 11, 1}};

	lamp_of(&t, &quarter, day("2021-11-21"), &rules);
	cr_assert_eq(t.lamp, LAMP_GREEN);
	t.delivers = true;
	lamp_of(&t, &quarter, day("2021-11-21"), &rules);
	cr_assert_eq(t.lamp, LAMP_RED);
	cr_assert_eq(t.why, LAMP_WHY_ACTION);
}

/* It is owed still, but nobody of those who entered it has anything to correct. */
Test(lamp, a_return_ends_where_the_report_waits_for_its_signature_again)
{
	struct task_row t = {
		.percent = 90, .report_state = REPORT_SUBMITTED, .nreturned = 1, .to_sign = true};

	lamp_of(&t, &quarter, day("2021-11-21"), &rules);
	cr_assert_neq(t.why, LAMP_WHY_RETURNED);
	lamp_of(&t, &quarter, day("2022-01-04"), &rules);
	cr_assert_eq(t.why, LAMP_WHY_REPORT);
	cr_assert_eq(t.lamp, LAMP_RED);
}

Test(lamp, limits_are_settings)
{
	struct lamp_rules strict = {.soon_workdays = 30, .behind_points = 0, .returns = 2};
	struct task_row t = {.percent = 100, .report_state = REPORT_NONE};

	lamp_of(&t, &quarter, day("2021-11-21"), &strict);
	cr_assert_eq(t.lamp, LAMP_YELLOW);
	t = (struct task_row){.percent = 88, .report_state = REPORT_ACCEPTED};
	lamp_of(&t, &quarter, day("2021-11-21"), &strict);
	cr_assert_eq(t.why, LAMP_WHY_BEHIND);
}

Test(lamp, sorts_the_most_urgent_first)
{
	struct task_row rows[] = {
		{.action_id = 1, .lamp = LAMP_GREY},
		{.action_id = 2, .lamp = LAMP_GREEN},
		{.action_id = 3, .lamp = LAMP_GREEN, .why = LAMP_WHY_MILESTONE, .days = -30},
		{.action_id = 4, .lamp = LAMP_GREEN, .why = LAMP_WHY_MILESTONE, .days = -9},
		{.action_id = 5, .lamp = LAMP_YELLOW, .why = LAMP_WHY_MILESTONE, .days = -3},
		{.action_id = 6, .lamp = LAMP_YELLOW, .why = LAMP_WHY_RETURNED},
		{.action_id = 7, .lamp = LAMP_RED, .why = LAMP_WHY_REPORT, .days = 2},
		{.action_id = 8, .lamp = LAMP_RED, .why = LAMP_WHY_ACTION, .days = 20},
		{.action_id = 9, .lamp = LAMP_RED, .why = LAMP_WHY_ACTION, .days = 2},
	};
	static const int64_t order[] = {8, 7, 9, 6, 5, 4, 3, 2, 1};
	enum { N = sizeof rows / sizeof rows[0] };

	qsort(rows, N, sizeof rows[0], lamp_compare);
	for (int i = 0; i < N; i++)
		cr_assert_eq(rows[i].action_id, order[i], "place %d: action %d", i,
			     (int)rows[i].action_id);
}

Test(lamp, tells_how_much_of_a_year_has_passed)
{
	static const struct {
		int year;
		struct date today;
		int percent;
	} cases[] = {
		{2021, {2021, 1, 1}, 0},    {2021, {2021, 12, 31}, 100}, {2021, {2021, 7, 2}, 50},
		{2020, {2020, 12, 30}, 99}, {2021, {2020, 12, 31}, 0},	 {2021, {2022, 3, 1}, 100},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		cr_expect_eq(lamp_elapsed(cases[i].year, cases[i].today), cases[i].percent);
}
