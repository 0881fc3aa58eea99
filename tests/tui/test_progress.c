/* The course of what a unit has reported, beside the share of the year that had passed. */
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include "db/report/store_period.h"
#include "db/report/store_report.h"

#include <criterion/criterion.h>

static struct screen s;

static void end(void)
{
	screen_end(&s);
}

TestSuite(progress, .fini = end);

static void hand_in(const char *period, int percent)
{
	struct actor who = district_actor(&s.d, "chen");
	struct report_new r = {.action_id = district_action(&s.d, "1"),
			       .unit_id = district_unit(&s.d, "区教育局"),
			       .percent = percent,
			       .done = "又举办讲座12场。",
			       .problems = "",
			       .next = ""};
	struct period_row p;
	struct report_row row;

	cr_assert_eq(store_period_find(s.d.s, &s.d.a, s.d.plan_id, period, &p, &s.d.e), 0);
	r.period_id = p.id;
	cr_assert_eq(store_report_put(s.d.s, &who, &r, REPORT_SUBMIT, &s.d.a, &row, NULL, &s.d.e),
		     0, "%s", s.d.e.text);
}

static void open_tab(int cols, int rows)
{
	screen_begin(&s, "chen", cols, rows);
	hand_in("2021Q4", 80);
	screen_open(
		&s, &view_action,
		(struct view_args){.id = district_action(&s.d, "1"), .tab = ACTION_TAB_PROGRESS});
}

Test(progress, two_periods_make_a_course)
{
	open_tab(132, 43);
	cr_expect(screen_has(&s, "reported     ▄▆ 80%"));
	cr_expect(screen_has(&s, "time passed  ▆█ 100%"));
}

Test(progress, a_course_is_seen_below_the_list_too)
{
	open_tab(80, 24);
	cr_expect(screen_has(&s, "reported     ▄▆ 80%"));
}

Test(progress, one_value_has_no_course)
{
	screen_begin(&s, "chen", 132, 43);
	screen_open(
		&s, &view_action,
		(struct view_args){.id = district_action(&s.d, "1"), .tab = ACTION_TAB_PROGRESS});
	cr_expect_not(screen_has(&s, "time passed"));
}
