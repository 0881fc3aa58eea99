/* Accepting several reports at once: marks, the one question that names them, and what becomes of
 * marks when somebody else was there meanwhile. */
#include "tests/tui/reporting.h"
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

static struct screen s;

/* Two reports of 区卫生健康局 wait, on 1 and on 5.2. */
static void begin(void)
{
	screen_language("en");
	screen_begin(&s, "admin", 80, 24);
	screen_press(&s, "Tab F7");
	cr_assert_str_eq(screen_top(&s), "accept", "%s", app_message(s.app));
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(accept, .init = begin, .fini = end);

static enum report_state state_of(const char *no)
{
	return reporting_of(&s.d, no, "区卫生健康局", "2021Q4").state;
}

Test(accept, marked_ones_are_named_in_one_question_and_accepted)
{
	screen_press(&s, "Enter Down Enter");
	cr_expect(screen_has(&s, "2 of 2 marked"));
	screen_press(&s, "Tab");
	cr_expect(screen_has(&s, "2 reports are accepted"));
	cr_expect(screen_has(&s, "1 健康知识普及行动 · 区卫生健康局 · 2021Q4 70%"));
	cr_expect(screen_has(&s, "5.2 做实家庭医生签约 · 区卫生健康局 · 2021Q4 82%"));
	screen_press(&s, "Enter");
	cr_expect_eq(state_of("1"), REPORT_SUBMITTED, "the safe answer stands first");
	screen_press(&s, "Tab 2");
	cr_expect_eq(state_of("1"), REPORT_ACCEPTED, "%s", app_message(s.app));
	cr_expect_eq(state_of("5.2"), REPORT_ACCEPTED);
	cr_expect(screen_has(&s, "2 reports accepted"));
	cr_expect(screen_has(&s, "No report waits for review."));
}

Test(accept, what_is_not_marked_waits_on)
{
	screen_press(&s, "Down Enter Tab 2");
	cr_expect_eq(state_of("1"), REPORT_SUBMITTED);
	cr_expect_eq(state_of("5.2"), REPORT_ACCEPTED);
}

Test(accept, a_mark_is_taken_away_by_the_same_key)
{
	screen_press(&s, "Enter Enter");
	cr_expect(screen_has(&s, "0 of 2 marked"));
	screen_press(&s, "Tab");
	cr_expect(screen_has(&s, "Mark the reports first"));
}

Test(accept, all_are_marked_and_none)
{
	screen_press(&s, "Left");
	cr_expect(screen_has(&s, "2 of 2 marked"));
	screen_press(&s, "Left");
	cr_expect(screen_has(&s, "0 of 2 marked"));
}

Test(accept, only_what_is_shown_is_marked_with_all)
{
	screen_press(&s, "/");
	screen_type(&s, "签约");
	screen_press(&s, "Shift-Tab Esc");
	cr_expect(screen_has(&s, "1 of 2 marked"), "%s", app_message(s.app));
	screen_press(&s, "Tab 2");
	cr_expect_eq(state_of("1"), REPORT_SUBMITTED);
	cr_expect_eq(state_of("5.2"), REPORT_ACCEPTED);
}

Test(accept, reading_one_leads_back_to_the_marks)
{
	screen_press(&s, "Enter Right");
	cr_expect_str_eq(screen_top(&s), "review");
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "accept");
	cr_expect(screen_has(&s, "1 of 2 marked"));
}

Test(accept, what_its_unit_has_changed_since_is_not_marked_any_more)
{
	struct report_row row = reporting_of(&s.d, "1", "区卫生健康局", "2021Q4");

	screen_press(&s, "Left");
	reporting_step(&s.d, "wei", &row, REPORT_RECALL, "");
	reporting_put(&s.d, "wei", "1", "区卫生健康局", "2021Q4", 20, "改为20%。", REPORT_SUBMIT);
	screen_press(&s, "F5");
	cr_expect(screen_has(&s, "1 of 2 marked"));
}

/* Between the question and the answer. */
Test(accept, one_that_stands_in_the_way_is_named_and_the_others_stay_marked)
{
	struct report_row row = reporting_of(&s.d, "1", "区卫生健康局", "2021Q4");

	screen_press(&s, "Left Tab");
	reporting_step(&s.d, "wei", &row, REPORT_RECALL, "");
	screen_press(&s, "2");
	cr_expect_eq(state_of("5.2"), REPORT_SUBMITTED, "all or none");
	cr_expect(screen_has(&s, "Nothing was accepted yet"), "%s", app_message(s.app));
	cr_expect(screen_has(&s, "区卫生健康局 · 2021Q4"));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "1 of 1 marked"));
	screen_press(&s, "Tab 2");
	cr_expect_eq(state_of("5.2"), REPORT_ACCEPTED);
}

Test(accept, nobody_accepts_what_they_entered_themselves)
{
	reporting_put(&s.d, "admin", "1", "区教育局", "2021Q4", 60, "代填。", REPORT_SUBMIT);
	screen_press(&s, "F5 Left");
	cr_expect(screen_has(&s, "2 of 2 marked"), "it is not in the list");
}

Test(accept, what_is_the_same_again_says_so_in_its_row)
{
	reporting_put(&s.d, "chen", "4", "区教育局", "2021Q4", 0, NULL, REPORT_SUBMIT);
	screen_press(&s, "F5");
	cr_expect(screen_has(&s, "no change"));
}

Test(accept, a_list_longer_than_the_question_is_moved_with_the_arrows)
{
	for (int i = 0; i < 2; i++)
		reporting_put(&s.d, "chen", i ? "2" : "1", "区教育局", "2021Q4", 61 + i, "已办。",
			      REPORT_SUBMIT);
	screen_resize(&s, 40, 10);
	screen_press(&s, "F5 Left Tab");
	cr_expect(screen_has(&s, "4 reports are accepted"));
	cr_expect_not(screen_has(&s, "62%"));
	screen_press(&s, "Down Down Down Down Down Down Down");
	cr_expect(screen_has(&s, "62%"), "its end is reached");
	screen_press(&s, "Right Enter");
	cr_expect_eq(state_of("1"), REPORT_ACCEPTED);
}

static void golden(const char *language, int cols, int rows)
{
	screen_end(&s);
	screen_language(language);
	screen_begin(&s, "admin", cols, rows);
	screen_open(&s, &view_accept, (struct view_args){0});
	screen_press(&s, "Down Enter");
	screen_golden(&s, "accept");
	screen_press(&s, "Left Tab");
	if (cols == 80)
		screen_golden(&s, "accept-question");
}

Test(accept, golden_screens)
{
	golden("en", 80, 24);
	golden("en", 60, 20);
	golden("en", 132, 43);
}

Test(accept, golden_screens_in_chinese)
{
	if (!screen_language("zh_CN"))
		cr_skip_test("no translation has been built");
	golden("zh_CN", 80, 24);
	golden("zh_CN", 60, 20);
	golden("zh_CN", 132, 43);
}
