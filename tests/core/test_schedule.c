/* The computed percentages: by the weights of milestones and by the time that has passed. */
#include "core/rule/schedule.h"

#include <criterion/criterion.h>

static struct date day(const char *iso)
{
	struct date d = {0};

	if (*iso)
		cr_assert(date_parse(iso, &d), "%s", iso);
	return d;
}

Test(schedule, nothing_is_known_without_milestones)
{
	struct schedule s = {0};

	schedule_count(&s, 5, MILESTONE_DROPPED, day("2021-03-31"), day("2021-06-30"));
	cr_expect_eq(schedule_expected(&s), -1);
	cr_expect_eq(schedule_done(&s), -1);
}

/* A quarter of the weight is due in March, half in June, a quarter in September. */
static struct schedule three_steps(enum milestone_state first, const char *today)
{
	struct schedule s = {0};

	schedule_count(&s, 1, first, day("2021-03-31"), day(today));
	schedule_count(&s, 2, MILESTONE_OPEN, day("2021-06-30"), day(today));
	schedule_count(&s, 1, MILESTONE_OPEN, day("2021-09-30"), day(today));
	return s;
}

Test(schedule, goes_by_the_weights_of_milestones)
{
	static const struct {
		const char *today;
		enum milestone_state first;
		int expected, done;
		int64_t overdue;
	} cases[] = {
		{"2021-03-30", MILESTONE_OPEN, 0, 0, 0},
		{"2021-03-31", MILESTONE_OPEN, 25, 0, 0},
		{"2021-04-01", MILESTONE_OPEN, 25, 0, 1},
		{"2021-04-01", MILESTONE_DONE, 25, 25, 0},
		{"2021-06-30", MILESTONE_VERIFIED, 75, 25, 0},
		{"2021-07-01", MILESTONE_OPEN, 75, 0, 3},
		{"2021-12-31", MILESTONE_DONE, 100, 25, 3},
		{"2021-01-01", MILESTONE_DONE, 0, 25, 0},
		{"2021-07-01", MILESTONE_DROPPED, 66, 0, 2},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct schedule s = three_steps(cases[i].first, cases[i].today);

		cr_expect_eq(schedule_expected(&s), cases[i].expected, "%s", cases[i].today);
		cr_expect_eq(schedule_done(&s), cases[i].done, "%s", cases[i].today);
		cr_expect_eq(s.overdue, cases[i].overdue, "%s", cases[i].today);
	}
}

Test(schedule, a_milestone_without_a_date_is_never_due)
{
	struct schedule s = {0};

	schedule_count(&s, 1, MILESTONE_OPEN, (struct date){0}, day("2021-12-31"));
	cr_expect_eq(schedule_expected(&s), 0);
	cr_expect_eq(s.overdue, 0);
}

Test(schedule, actions_add_up)
{
	struct schedule plan = {0}, a = three_steps(MILESTONE_DONE, "2021-04-01"),
			b = three_steps(MILESTONE_OPEN, "2021-07-01");

	schedule_add(&plan, &a);
	schedule_add(&plan, &b);
	cr_expect_eq(schedule_expected(&plan), 50);
	cr_expect_eq(schedule_done(&plan), 12);
	cr_expect_eq(plan.overdue, 3);
}

Test(schedule, counts_the_days_that_have_passed)
{
	static const struct {
		const char *first, *last, *today;
		int percent;
	} cases[] = {
		{"2021-03-01", "2021-03-10", "2021-02-28", 0},
		{"2021-03-01", "2021-03-10", "2021-03-01", 10},
		{"2021-03-01", "2021-03-10", "2021-03-09", 90},
		{"2021-03-01", "2021-03-10", "2021-03-10", 100},
		{"2021-03-01", "2021-03-10", "2022-01-01", 100},
		{"2021-03-01", "2021-03-01", "2021-03-01", 100},
		{"2021-01-01", "2021-12-31", "2021-07-02", 50},
		{"2024-01-01", "2024-12-31", "2024-02-29", 16},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		cr_expect_eq(schedule_elapsed(day(cases[i].first), day(cases[i].last),
					      day(cases[i].today)),
			     cases[i].percent, "%s", cases[i].today);
}

Test(schedule, an_action_ends_with_its_deadline_or_the_year)
{
	cr_expect_eq(schedule_elapsed_action(2021, day(""), day("2021-07-02")), 50);
	cr_expect_eq(schedule_elapsed_action(2021, day("2022-12-31"), day("2021-07-02")), 50);
	cr_expect_eq(schedule_elapsed_action(2021, day("2021-06-30"), day("2021-04-01")), 50);
	cr_expect_eq(schedule_elapsed_action(2021, day("2021-06-30"), day("2021-07-02")), 100);
	cr_expect_eq(schedule_elapsed_action(2021, day("2020-11-30"), day("2021-01-01")), 100);
}
