/* The parts of the other units: seen by who leads, missing ones with their day, taken over into the
 * summary and away again. */
#include "tests/tui/reporting.h"
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

static struct screen s;

static const char part[] = "派出校医指导组28人次。";

static void begin_with(const char *language)
{
	screen_language(language);
	screen_begin(&s, "chen", 80, 24);
	reporting_put(&s.d, "wei", "4", "区卫生健康局", "2021Q4", 45, part, REPORT_SUBMIT);
}

static void begin(void)
{
	begin_with("en");
	screen_press(&s, "Down e");
	cr_assert_str_eq(screen_top(&s), "report", "%s", app_message(s.app));
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(report_parts, .init = begin, .fini = end);

static enum report_state state_of(const char *no, const char *unit)
{
	return reporting_of(&s.d, no, unit, "2021Q4").state;
}

/* To the box behind percent, three texts and a volume. */
static void go_to_box(void)
{
	screen_press(&s, "Tab Tab Tab Tab Tab");
}

Test(report_parts, the_lead_sees_what_is_there_and_what_is_missing)
{
	cr_expect(screen_has(&s, "区卫生健康局 (cooperating): submitted, 45%"));
	cr_expect(screen_has(&s, "派出校"));
	cr_expect(screen_has(&s, "团区委 (cooperating): not reported, due 2021-12-31"));
}

Test(report_parts, words_are_taken_over_under_the_own_ones_and_away_again)
{
	screen_press(&s, "Tab");
	screen_type(&s, "完成20所学校筛查。");
	screen_press(&s, "Tab Tab Tab Tab Right");
	cr_expect(screen_has(&s, "[完成20所学校筛查。"));
	cr_expect(screen_has(&s, "[区卫生健康局: 派出校医指导组28人次。"));
	screen_press(&s, "Right");
	cr_expect_not(screen_has(&s, "[区卫生健康局: "));
	cr_expect(screen_has(&s, "[完成20所学校筛查。"), "the own words stay");
}

Test(report_parts, what_was_changed_after_taking_over_stays)
{
	go_to_box();
	screen_press(&s, "Right Shift-Tab Shift-Tab Shift-Tab Shift-Tab End");
	screen_type(&s, "又补一句。");
	screen_press(&s, "Ctrl-Home");
	screen_type(&s, "汇总:");
	screen_press(&s, "Tab Tab Tab Tab Right");
	cr_expect(screen_has(&s, "[汇总:"), "taken away is only what came");
	cr_expect(screen_has(&s, "又补一句。"));
}

Test(report_parts, coming_back_to_the_draft_takes_nothing_over_twice)
{
	go_to_box();
	screen_press(&s, "Right Shift-Tab Shift-Tab Shift-Tab Shift-Tab Ctrl-Home Del");
	screen_press(&s, "Esc e");
	cr_expect(screen_has(&s, "[x]"));
	cr_expect(screen_has(&s, "[卫生健康局: 派出校医"), "as it was left");
	cr_expect_not(screen_has(&s, "[区卫生健康局: "));
}

Test(report_parts, the_summary_is_handed_in_with_them)
{
	screen_type(&s, "50");
	screen_press(&s, "Tab Tab Tab Tab Tab Right F9 2");
	struct report_row row = reporting_of(&s.d, "4", "区教育局", "2021Q4");
	cr_expect_eq(row.state, REPORT_SUBMITTED, "%s", app_message(s.app));
	cr_expect_str_eq(row.done, "区卫生健康局: 派出校医指导组28人次。");
	cr_expect_eq(state_of("4", "区卫生健康局"), REPORT_SUBMITTED, "the part stays the unit's");
}

Test(report_parts, a_unit_that_cooperates_sees_how_the_others_stand_and_takes_nothing)
{
	screen_open(&s, &view_report_form, (struct view_args){.id = district_action(&s.d, "1")});
	cr_expect(screen_has(&s, "区卫生健康局 submitted"));
	cr_expect_not(screen_has(&s, "take over"));
}

static void take_back_the_part(void)
{
	struct report_row row = reporting_of(&s.d, "4", "区卫生健康局", "2021Q4");

	screen_press(&s, "Esc");
	reporting_step(&s.d, "wei", &row, REPORT_RECALL, "");
	screen_press(&s, "e");
}

Test(report_parts, without_a_part_there_is_nothing_to_take_over)
{
	take_back_the_part();
	cr_expect(screen_has(&s, "区卫生健康局 (cooperating): not reported"),
		  "a draft is nobody's part yet");
	go_to_box();
	screen_press(&s, "Right");
	cr_expect(screen_has(&s, "no other unit has handed in its part yet"));
	cr_expect(screen_has(&s, "[x]"));
}

Test(report_parts, one_that_comes_in_while_one_types_is_taken_over_too)
{
	take_back_the_part();
	reporting_put(&s.d, "wei", "4", "区卫生健康局", "2021Q4", 45, "后来才报。", REPORT_SUBMIT);
	screen_press(&s, "F5");
	go_to_box();
	screen_press(&s, "Right");
	cr_expect(screen_has(&s, "[区卫生健康局: 后来才报。"));
}

Test(report_parts, taken_over_and_changed_meanwhile_says_how_to_have_it_anew)
{
	struct report_row row = reporting_of(&s.d, "4", "区卫生健康局", "2021Q4");

	go_to_box();
	screen_press(&s, "Right");
	reporting_step(&s.d, "wei", &row, REPORT_RECALL, "");
	reporting_put(&s.d, "wei", "4", "区卫生健康局", "2021Q4", 46, "改过的话。", REPORT_SUBMIT);
	screen_press(&s, "F5");
	cr_expect(screen_has(&s, "the parts are not what they were"));
	screen_press(&s, "Right Right");
	cr_expect(screen_has(&s, "[区卫生健康局: 改过的话。"));
	cr_expect_not(screen_has(&s, "派出校医"), "the words that came before are gone");
}

Test(report_parts, a_part_that_is_late_is_told_with_its_days)
{
	cr_assert_eq(moment_read("2022-01-04T02:00:00Z", &s.context.now, &s.d.e), 0);
	screen_press(&s, "Esc Enter 1 2 F5 Down Down");
	cr_expect(screen_has(&s, "团区委 (cooperating): not reported, due since 2021-12-31"), "%s",
		  app_message(s.app));
}

static void golden(const char *language, int cols, int rows)
{
	screen_end(&s);
	begin_with(language);
	screen_resize(&s, cols, rows);
	screen_press(&s, "Down e");
	go_to_box();
	screen_press(&s, "Right");
	screen_golden(&s, "report-parts");
}

Test(report_parts, golden_screens)
{
	golden("en", 80, 24);
	golden("en", 60, 20);
	golden("en", 132, 43);
}

Test(report_parts, golden_screens_in_chinese)
{
	if (!screen_language("zh_CN"))
		cr_skip_test("no translation has been built");
	golden("zh_CN", 80, 24);
	golden("zh_CN", 60, 20);
	golden("zh_CN", 132, 43);
}
