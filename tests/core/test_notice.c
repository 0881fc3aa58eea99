/* Notices: days late and level, the reason of a line, where a notice stands, the doors. */
#include "core/rule/notice.h"

#include <criterion/criterion.h>
#include <string.h>

static const struct date today = {2022, 1, 5};
static struct arena a;

static void end(void)
{
	arena_free(&a);
}
TestSuite(notices, .fini = end);

Test(notices, words_and_back)
{
	for (int i = 0; i < DEBT_WHY_COUNT; i++) {
		enum debt_why v = DEBT_WHY_COUNT;

		cr_assert(debt_why_parse(debt_why_word((enum debt_why)i), &v));
		cr_expect_eq((int)v, i);
		cr_expect_gt(strlen(debt_why_label((enum debt_why)i)), 0);
	}
	enum debt_why v = DEBT_REPORT;
	cr_expect_not(debt_why_parse("nothing", &v));
}

Test(notices, days_are_days_worked)
{
	const struct calendar_day_row days[] = {{.date = {2022, 1, 3}, .kind = DAY_HOLIDAY}};
	const struct calendar calendar = {days, 1};
	struct debt_row d = {.due = {2021, 12, 31}};

	debt_count_days(&d, NULL, today);
	cr_expect_eq(d.days, 3);
	debt_count_days(&d, &calendar, today);
	cr_expect_eq(d.days, 2);
	d.due = (struct date){0};
	debt_count_days(&d, &calendar, today);
	cr_expect_eq(d.days, 0);
}

Test(notices, level_by_days_and_times)
{
	static const struct {
		int days, times;
		enum notice_level level;
	} cases[] = {
		{0, 0, NOTICE_BLUE},	{4, 0, NOTICE_BLUE}, {5, 0, NOTICE_ORANGE},
		{14, 0, NOTICE_ORANGE}, {15, 0, NOTICE_RED}, {0, 1, NOTICE_ORANGE},
		{0, 2, NOTICE_RED},	{15, 1, NOTICE_RED},
	};
	const struct policy defaults = {0};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct debt_row d = {.days = cases[i].days, .times = cases[i].times};

		cr_expect_eq(debt_level(&d, &defaults), cases[i].level, "%d days, %d times", d.days,
			     d.times);
	}
	struct policy strict = {.text = {[POLICY_LEVEL_ORANGE] = "1", [POLICY_LEVEL_RED] = "2"}};
	struct debt_row d = {.days = 2};
	cr_expect_eq(debt_level(&d, &strict), NOTICE_RED);
}

Test(notices, the_reason_of_a_line)
{
	static const struct {
		enum debt_why why;
		const char *what;
		int days, times;
		const char *text;
	} cases[] = {
		{DEBT_REPORT, "2021Q4", 1, 0,
		 "the report for 2021Q4 is not handed in; due 2021-12-31, 1 working day late"},
		{DEBT_RETURNED, "2021Q4", 3, 1,
		 "the returned report for 2021Q4 is not handed in again; due 2021-12-31, 3 working "
		 "days late; urged 1 time before"},
		{DEBT_SIGNING, "2021Q4", 2, 2,
		 "the report for 2021Q4 is not signed off in the unit; due 2021-12-31, 2 working "
		 "days late; urged 2 times before"},
		{DEBT_MILESTONE, "中期自查", 2, 0,
		 "the milestone \"中期自查\" is not done; due 2021-12-31, 2 working days late"},
		{DEBT_INSTRUCTION, "", 2, 0,
		 "a leader's instruction is not answered; due 2021-12-31, 2 working days late"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct debt_row d = {.why = cases[i].why,
				     .what = cases[i].what,
				     .due = {2021, 12, 31},
				     .days = cases[i].days,
				     .times = cases[i].times};
		struct notice_item_row line = {.why = d.why,
					       .what = d.what,
					       .due = d.due,
					       .days = d.days,
					       .times = d.times + 1};

		cr_expect_str_eq(debt_reason(&a, &d), cases[i].text);
		cr_expect_str_eq(notice_item_reason(&a, &line), cases[i].text);
	}
}

/* A notice with two lines: a milestone and the report for a period. */
Test(notices, the_course_follows_what_is_owed)
{
	enum owed { NOT, YES, WAITS };
	static const struct {
		enum owed milestone, report, other;
		enum notice_course course;
	} cases[] = {
		{YES, YES, NOT, COURSE_RUNS},	 {YES, NOT, NOT, COURSE_RUNS},
		{NOT, YES, NOT, COURSE_RUNS},	 {WAITS, YES, NOT, COURSE_RUNS},
		{YES, WAITS, NOT, COURSE_RUNS},	 {WAITS, WAITS, NOT, COURSE_RESTS},
		{WAITS, NOT, NOT, COURSE_RESTS}, {NOT, WAITS, NOT, COURSE_RESTS},
		{WAITS, NOT, YES, COURSE_RESTS}, {NOT, NOT, NOT, COURSE_OVER},
		{NOT, NOT, YES, COURSE_OVER},	 {NOT, NOT, WAITS, COURSE_OVER},
	};
	struct notice_item_row lines[] = {
		{.action_id = 4, .milestone_id = 9, .why = DEBT_MILESTONE},
		{.action_id = 5, .period_id = 2, .why = DEBT_REPORT}};
	const struct notice_item_rows asked = {lines, 2, 2};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const enum owed owed[] = {cases[i].milestone, cases[i].report, cases[i].other};
		/* returned or never handed in: it is the same report */
		const struct debt_row all[] = {
			{.action_id = 4, .milestone_id = 9, .why = DEBT_MILESTONE},
			{.action_id = 5, .period_id = 2, .why = DEBT_RETURNED},
			{.action_id = 5, .period_id = 3, .why = DEBT_REPORT}};
		struct debt_row now[3];
		struct debt_rows debts = {now, 0, 3};

		for (size_t k = 0; k < 3; k++)
			if (owed[k] != NOT) {
				now[debts.n] = all[k];
				now[debts.n++].waits = owed[k] == WAITS;
			}
		cr_expect_eq(notice_course(&asked, &debts), cases[i].course, "case %zu", i);
	}
}

Test(notices, an_instruction_and_the_deadline_of_an_action_are_two_things)
{
	struct notice_item_row line = {.action_id = 4, .why = DEBT_DEADLINE};
	struct debt_row owed = {.action_id = 4, .why = DEBT_INSTRUCTION};
	const struct notice_item_rows lines = {&line, 1, 1};
	const struct debt_rows debts = {&owed, 1, 1};

	cr_expect_eq(notice_course(&lines, &debts), COURSE_OVER);
	owed.why = DEBT_DEADLINE;
	cr_expect_eq(notice_course(&lines, &debts), COURSE_RUNS);
}

Test(notices, where_it_stands)
{
	struct notice_row n = {.state = NOTICE_ISSUED, .answer_by = {2022, 1, 5}};

	cr_expect_str_eq(notice_standing(&a, &n, today), "to be answered by 2022-01-05");
	cr_expect_not(notice_is_overdue(&n, today));
	n.answer_by.d = 3;
	cr_expect(notice_is_overdue(&n, today));
	cr_expect_str_eq(notice_standing(&a, &n, today), "answer 2 days overdue");
	n.rests = true;
	cr_expect_not(notice_is_overdue(&n, today), "nobody presses for it");
	cr_expect_str_eq(notice_standing(&a, &n, today), "rests until a request is decided");
	n.state = NOTICE_ANSWERED;
	cr_expect_not(notice_is_overdue(&n, today));
	n.state = NOTICE_CLOSED;
	cr_expect_str_eq(notice_standing(&a, &n, today), "closed");
	n.settled = true;
	cr_expect_str_eq(notice_standing(&a, &n, today), "nothing owed any more, closed");
}

Test(notices, why_no_more_go_out)
{
	cr_expect_str_eq(
		urge_cap_reason(&a, 2, 7, today),
		"2 urge notices within 7 days (rule urge.cap); the next from 2022-01-05 on");
}

Test(notices, how_it_went_out)
{
	struct notice_row n = {.delivery_said = ""};

	cr_expect_str_eq(notice_delivery_label(&a, &n), "");
	n.tried = n.delivered = true;
	cr_expect_str_eq(notice_delivery_label(&a, &n), "sent");
	n.delivered = false;
	n.delivery = 7;
	cr_expect_str_eq(notice_delivery_label(&a, &n),
			 "not sent: the command ended with status 7");
	n.delivery_said = "余额不足";
	cr_expect_str_eq(notice_delivery_label(&a, &n),
			 "not sent: the command ended with status 7: 余额不足");
	n.delivery = DELIVERY_TOO_LONG;
	cr_expect_str_eq(notice_delivery_label(&a, &n),
			 "not sent: the command took too long and was ended");
}

Test(notices, the_doors)
{
	const struct date fallback = {2022, 1, 10};
	struct instruction_new in = {0};
	struct err e = ERR_INIT;
	const char *answer;

	cr_assert_eq(entry_instruction(&a, "请加快 ", "", today, fallback, &in, &e), 0);
	cr_expect_str_eq(in.text, "请加快");
	cr_expect_eq(date_cmp(in.by, fallback), 0);
	cr_assert_eq(entry_instruction(&a, "请加快", "2022年1月5日", today, fallback, &in, &e), 0);
	cr_expect_eq(date_cmp(in.by, today), 0);
	cr_expect_eq(entry_instruction(&a, "请加快", "2022-01-04", today, fallback, &in, &e), -1);
	cr_expect_str_eq(e.field, "by");
	cr_expect_eq(entry_instruction(&a, " ", "", today, fallback, &in, &e), -1);
	cr_expect_str_eq(e.field, "text");
	cr_expect_eq(entry_answer(&a, "\n", &answer, &e), -1);
	cr_expect_str_eq(e.field, "answer");
	cr_assert_eq(entry_answer(&a, "周五前补报", &answer, &e), 0);
	cr_expect_str_eq(answer, "周五前补报");
}
