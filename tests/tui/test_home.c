/* What a unit owes, with keys: finding, going to a number, reporting that nothing has changed. */
#include "db/report/store_period.h"
#include "db/report/store_report.h"
#include "tests/support/canvas_dump.h"
#include "tests/tui/screen.h"

#include <criterion/criterion.h>

static struct screen s;

static void begin(void)
{
	screen_language("en");
	screen_begin(&s, "chen", 80, 24);
	screen_press(&s, "Down"); /* to action 4 */
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(home, .init = begin, .fini = end);

Test(home, what_is_to_be_done_first_stands_first)
{
	/* returned, six days late, not reported, a draft */
	const char *const order[] = {"全民健身行动", "中小学健康促进行动", "健康知识普及行动",
				     "校园食堂减盐行动"};
	int last = 0;

	for (size_t i = 0; i < 4; i++) {
		int y = grid_find(app_grid(s.app), order[i]);

		cr_expect_gt(y, last, "%s at %d", order[i], y);
		last = y;
	}
	cr_expect(screen_has(&s, "owed 4  sent 0  returned 1  late 1"));
}

Test(home, what_was_handed_in_stands_behind_what_is_owed)
{
	screen_press(&s, "1 = Enter");
	cr_expect(screen_has(&s, "no change reported"), "%s", app_message(s.app));
	cr_expect_gt(grid_find(app_grid(s.app), "健康知识普及行动"),
		     grid_find(app_grid(s.app), "校园食堂减盐行动"));
	cr_expect(screen_has(&s, "▌ "), "the cursor went along");
}

Test(home, says_why_a_report_came_back)
{
	screen_press(&s, "Home");
	cr_expect(screen_has(&s, "Returned (王立, 2021-11-15"), "by whom and when");
	cr_expect(screen_has(&s, "请补充第三季度开放场馆的数量"));
}

Test(home, finds_by_words_in_any_order_and_gives_all_back)
{
	screen_press(&s, "/");
	screen_type(&s, "行动 健身");
	cr_expect(screen_has(&s, "全民健身行动"));
	cr_expect_not(screen_has(&s, "校园食堂减盐行动"));
	screen_press(&s, "Esc");
	cr_expect(screen_has(&s, "校园食堂减盐行动"));
	cr_expect_str_eq(screen_top(&s), "home");
}

Test(home, finds_nothing_and_says_how_to_go_on)
{
	screen_press(&s, "/");
	screen_type(&s, "没有的词");
	cr_expect(screen_has(&s, "Esc shows all again"));
	/* Nothing under the cursor: nothing to open. */
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "home");
}

Test(home, a_number_goes_to_that_action)
{
	screen_press(&s, "2");
	cr_expect(screen_has(&s, "请补充第三季度"));
	screen_press(&s, "Enter 1");
	cr_expect_str_eq(screen_top(&s), "action");
	cr_expect(screen_has(&s, "2 全民健身行动"));
}

Test(home, full_width_digits_choose_in_the_menu)
{
	screen_press(&s, "Enter");
	screen_type(&s, "６");
	cr_expect(screen_has(&s, "Clause of 4, from line 7 of the document"));
	cr_expect(screen_has(&s, "落实每天校内一小时体育活动"));
}

Test(home, nothing_has_changed_is_two_keys_and_one_question)
{
	struct report_row row;
	struct actor chen = district_actor(&s.d, "chen");
	struct period_row q4;

	screen_press(&s, "=");
	cr_expect(screen_has(&s, "still 40%"));
	screen_press(&s, "Esc");
	cr_expect(screen_has(&s, "not reported"), "it is asked first");
	screen_press(&s, "= Enter");
	cr_expect(screen_has(&s, "no change reported"), "%s", app_message(s.app));
	cr_assert_eq(store_period_current(s.d.s, &s.d.a, s.d.plan_id, s.d.now.today, &q4, &s.d.e),
		     0);
	cr_assert_eq(store_report_find(s.d.s, &s.d.a, &chen, district_action(&s.d, "4"),
				       district_unit(&s.d, "区教育局"), q4.id, &row, &s.d.e),
		     0);
	cr_expect_eq(row.state, REPORT_SUBMITTED);
	cr_expect_eq(row.percent, 40);
	cr_expect(row.no_change);
	cr_expect(screen_has(&s, "sent 1"));
}

Test(home, no_change_is_refused_where_there_is_a_draft)
{
	screen_press(&s, "3 =");
	cr_expect(screen_has(&s, "there is a report of this period already (draft)"));
	cr_expect_str_eq(screen_top(&s), "home");
}

Test(home, what_cannot_be_taken_back_is_said)
{
	screen_press(&s, "3 u");
	cr_expect(screen_has(&s, "what you did last (draft kept) cannot be taken back"), "%s",
		  app_message(s.app));
}

Test(home, next_goes_to_what_is_owed_and_round)
{
	screen_press(&s, "n n n n Enter");
	cr_expect(screen_has(&s, "4 中小学健康促进行动 ─"));
}

Test(home, survives_any_size)
{
	static const int sizes[][2] = {{200, 60}, {80, 24}, {60, 20}, {40, 10}, {20, 5}, {132, 43}};

	screen_press(&s, "Home");
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
		screen_resize(&s, sizes[i][0], sizes[i][1]);
	cr_expect(screen_has(&s, "Returned by "), "the cursor keeps its row");
}

/* Whoever signs off: what waits comes before what is to be written. */
static void sit_as_approver(void)
{
	screen_press(&s, "Home 1 = Enter 4 = Enter");
	screen_leave(&s);
	screen_sit(&s, "gu", 80, 24);
}

Test(home, what_waits_for_ones_signature_stands_first)
{
	sit_as_approver();
	cr_expect(screen_has(&s, "to sign off 2"));
	const int waits[] = {grid_find(app_grid(s.app), "健康知识普及行动"),
			     grid_find(app_grid(s.app), "中小学健康促进行动")};
	int returned = grid_find(app_grid(s.app), "全民健身行动");

	cr_expect_lt(waits[0], returned);
	cr_expect_lt(waits[1], returned);
}

Test(home, decisions_begin_with_the_row_under_the_cursor)
{
	static const char *const cases[][2] = {
		{"1 F8", "Report on 1 健康知识普及行动, 2 waiting"},
		{"4 F8", "Report on 4 中小学健康促进行动, 2 waiting"},
		{"4 F8 Shift-Tab", "Report on 1 健康知识普及行动, 2 waiting"},
		{"4 F8 Tab Shift-Tab", "Report on 4 中小学健康促进行动, 2 waiting"},
		{"4 F8 Tab", "Report on 1 健康知识普及行动, 2 waiting"},
	};

	sit_as_approver();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		screen_press(&s, cases[i][0]);
		cr_expect(screen_has(&s, cases[i][1]), "%s", cases[i][0]);
		screen_press(&s, "Esc");
	}
}

/* From where nothing waits, in the order of handing in. */
Test(home, one_goes_back_in_the_queue_of_what_waits)
{
	static const char *const cases[][2] = {
		{"2 F8", "Report on 1 "},
		{"2 F8 Shift-Tab", "Report on 4 "},
		{"2 F8 Tab", "Report on 4 "},
		{"2 F8 Tab Shift-Tab", "Report on 1 "},
	};

	sit_as_approver();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		screen_press(&s, cases[i][0]);
		cr_expect(screen_has(&s, cases[i][1]), "%s", cases[i][0]);
		screen_press(&s, "Esc");
	}
}
