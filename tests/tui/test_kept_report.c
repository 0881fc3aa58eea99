/* What somebody has typed into a report that another one hands in meanwhile is never out of reach:
 * the next start offers it, the report says that it is there, it is read and copied in its form,
 * and goes on when the report comes back. */
#include "tests/tui/conflict_desk.h"
#include "tests/tui/drafts.h"
#include "tests/tui/reporting.h"
#include "tui/home/resume.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

#include <string.h>

static const char my_words[] = "全部学校完成筛查", their_words[] = "筛查了一半";

static struct report_row report(void)
{
	return reporting_of(&mine.d, "4", "区教育局", "2021Q4");
}

static struct view_args form_args(void)
{
	return (struct view_args){.id = district_action(&mine.d, "4"),
				  .id2 = district_unit(&mine.d, "区教育局")};
}

static void leave_and_come_back(void)
{
	screen_leave(&mine);
	screen_sit(&mine, "gu", 80, 24);
	resume_offer(mine.app);
	script_run(mine.script, mine.app);
}

/* Gu types, Chen hands in, Gu reads that and leaves. */
static void begin(void)
{
	conflict_begin();
	conflict_join("chen");
	screen_sit(&mine, "gu", 80, 24);
	screen_open(&mine, &view_report_form, form_args());
	screen_type(&mine, "55");
	screen_press(&mine, "Tab");
	screen_type(&mine, my_words);
	reporting_put(&theirs.d, "chen", "4", "区教育局", "2021Q4", 50, their_words, REPORT_SUBMIT);
	screen_press(&mine, "F9");
	cr_assert_str_eq(screen_top(&mine), "conflict", "%s", app_message(mine.app));
	screen_press(&mine, "F9");
	cr_assert_str_eq(screen_top(&mine), "home", "kept, and the form has nothing to do");
	cr_assert_not_null(strstr(app_message(mine.app), "is kept"), "%s", app_message(mine.app));
}

TestSuite(kept_report, .init = begin, .fini = conflict_end);

Test(kept_report, is_offered_at_the_next_start)
{
	leave_and_come_back();
	cr_assert_str_eq(screen_top(&mine), "resume");
	cr_expect(screen_has(&mine, "cannot"));
	screen_press(&mine, "Enter");
	cr_assert_str_eq(screen_top(&mine), "report");
	cr_expect(screen_has(&mine, my_words));
	cr_expect(screen_has(&mine, "! cannot be sent now: the report is handed in"));
}

static void open_the_report(void)
{
	screen_open(&mine, &view_review, (struct view_args){.id = report().id});
	cr_assert(screen_has(&mine, "what you typed yourself until"));
	cr_assert(screen_has(&mine, their_words));
}

Test(kept_report, is_told_where_the_report_is_read_and_one_key_shows_it)
{
	open_the_report();
	screen_press(&mine, "e");
	cr_assert_str_eq(screen_top(&mine), "report");
	cr_expect(screen_has(&mine, my_words));
}

Test(kept_report, the_menu_leads_to_it_too)
{
	open_the_report();
	screen_press(&mine, "Enter");
	cr_assert(screen_has(&mine, "3 read what you typed yourself"));
	screen_press(&mine, "3");
	cr_expect(screen_has(&mine, my_words));
}

Test(kept_report, nobody_else_is_told_of_it)
{
	screen_open(&theirs, &view_review, (struct view_args){.id = report().id});
	cr_expect_not(screen_has(&theirs, "what you typed yourself"));
	screen_press(&theirs, "e");
	cr_expect_str_eq(screen_top(&theirs), "review");
}

static void hand_in_merged(void)
{
	cr_assert_str_eq(screen_top(&mine), "report");
	cr_assert(screen_has(&mine, my_words));
	cr_expect_not(screen_has(&mine, "cannot be sent now"));
	screen_press(&mine, "F9 Enter");
	cr_assert_str_eq(screen_top(&mine), "conflict", "%s", app_message(mine.app));
	cr_expect(screen_has(&mine, "what counts"), "now it can be decided");
	screen_press(&mine, "1 Tab Tab 1 F9");
	cr_expect_eq(report().state, REPORT_SUBMITTED, "%s", app_message(mine.app));
	cr_expect_str_eq(report().done, my_words);
	cr_expect_eq(drafts_count(&mine.d, "gu", "report:"), 0);
}

Test(kept_report, the_report_is_taken_back_from_its_menu_and_it_goes_on)
{
	open_the_report();
	screen_press(&mine, "Enter");
	cr_assert(screen_has(&mine, "4 take the report back"));
	screen_press(&mine, "4 Enter");
	cr_assert_eq(report().state, REPORT_DRAFT, "%s", app_message(mine.app));
	screen_open(&mine, &view_report_form, form_args());
	hand_in_merged();
}

Test(kept_report, goes_on_when_the_report_is_returned_while_it_is_read)
{
	struct report_row row = report();

	screen_open(&mine, &view_report_form, form_args());
	cr_assert(screen_has(&mine, "cannot be sent now"));
	reporting_step(&mine.d, "admin", &row, REPORT_RETURN, "补充数据");
	screen_press(&mine, "F5");
	hand_in_merged();
}

Test(kept_report, who_wrote_the_other_text_is_named_and_not_who_sent_it_back)
{
	struct report_row row = report();

	reporting_step(&mine.d, "gu", &row, REPORT_SEND_BACK, "请补充");
	screen_open(&mine, &view_report_form, form_args());
	cr_expect(screen_has(&mine, "顾平 changed this report at"));
	screen_press(&mine, "F9 Enter");
	cr_assert_str_eq(screen_top(&mine), "conflict", "%s", app_message(mine.app));
	cr_expect(screen_has(&mine, "陈雨 entered this at"));
	cr_expect_not(screen_has(&mine, "顾平 changed"));
}

Test(kept_report, is_thrown_away_where_that_is_chosen)
{
	screen_open(&mine, &view_report_form, form_args());
	screen_press(&mine, "F9 2 F9");
	cr_expect_str_eq(screen_top(&mine), "home");
	cr_expect_eq(drafts_count(&mine.d, "gu", "report:"), 0);
	screen_open(&mine, &view_review, (struct view_args){.id = report().id});
	cr_expect_not(screen_has(&mine, "what you typed yourself"));
}
