/* Units whose reports go out only signed off: who sees what waits, and who can do what with it. */
#include "db/report/store_period.h"
#include "tests/tui/drafts.h"
#include "tests/tui/reporting.h"
#include "tests/tui/screen.h"
#include "tui/home/resume.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

static struct screen s;

/* The education office has handed in; its leader has not signed. */
static void begin(void)
{
	screen_language("en");
	screen_begin(&s, "gu", 80, 24);
	reporting_signs(&s.d, "区教育局", true);
	reporting_put(&s.d, "chen", "4", "区教育局", "2021Q4", 50, "完成20所学校筛查。",
		      REPORT_SUBMIT);
	screen_press(&s, "F5");
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(signing, .init = begin, .fini = end);

static struct report_row report(void)
{
	return reporting_of(&s.d, "4", "区教育局", "2021Q4");
}

static void sit_down_as(const char *login)
{
	screen_leave(&s);
	screen_language("en");
	screen_sit(&s, login, 80, 24);
}

Test(signing, it_waits_for_the_leader_of_the_unit)
{
	screen_press(&s, "F8");
	cr_expect_str_eq(screen_top(&s), "review", "%s", app_message(s.app));
	cr_expect(screen_has(&s, "1 waiting"));
	cr_expect(screen_has(&s, "! waits for the unit's approving leader"));
	screen_press(&s, "Enter 1 Enter");
	cr_expect_eq(report().state, REPORT_SIGNED, "%s", app_message(s.app));
}

Test(signing, what_is_sent_back_has_not_left_the_unit)
{
	screen_press(&s, "F8 Enter");
	cr_expect(screen_has(&s, "2 send back inside the unit, with a reason"));
	screen_press(&s, "2");
	screen_type(&s, "请附名单");
	screen_press(&s, "F9");
	cr_expect_eq(report().state, REPORT_RETURNED, "%s", app_message(s.app));
	cr_expect_eq(report().nreturned, 0, "not the office's return");
	cr_expect(screen_has(&s, "sent back inside the unit"));
}

Test(signing, who_entered_it_sees_for_whom_it_waits)
{
	sit_down_as("chen");
	cr_expect(screen_has(&s, "to be signed off"));
	screen_leave(&s);
	screen_sit(&s, "gu", 80, 24);
	screen_press(&s, "F8 Enter 1 Enter");
	cr_assert_eq(report().state, REPORT_SIGNED, "%s", app_message(s.app));
	sit_down_as("chen");
	cr_expect_not(screen_has(&s, "to be signed off"));
}

Test(signing, the_signing_off_is_taken_back_where_the_report_is_read)
{
	screen_press(&s, "F8 Enter 1 Enter");
	screen_open(&s, &view_review, (struct view_args){.id = report().id});
	screen_press(&s, "Enter");
	cr_assert(screen_has(&s, "1 take the signing off back"), "%s", app_message(s.app));
	screen_press(&s, "1 Enter");
	cr_expect_eq(report().state, REPORT_SUBMITTED, "%s", app_message(s.app));
}

Test(signing, it_is_not_in_the_office_s_list_before)
{
	sit_down_as("admin");
	screen_press(&s, "Tab");
	cr_expect(screen_has(&s, "to review 2"), "the two of the health commission");
	cr_expect_not(screen_has(&s, "中小学健康促进行动"));
}

Test(signing, the_office_reads_why_it_cannot_accept_yet)
{
	sit_down_as("admin");
	screen_open(&s, &view_review, (struct view_args){.id = report().id});
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "1 accept"));
	cr_expect(screen_has(&s, "not signed off"));
	screen_press(&s, "1");
	cr_expect_eq(report().state, REPORT_SUBMITTED);
}

Test(signing, signed_off_it_comes_to_the_office)
{
	struct report_row row = report();

	reporting_step(&s.d, "gu", &row, REPORT_SIGN, "");
	sit_down_as("admin");
	screen_press(&s, "Tab");
	cr_expect(screen_has(&s, "to review 3"));
	cr_expect(screen_has(&s, "中小学健康促进行动"));
}

Test(signing, what_other_units_hand_in_does_not_wait_for_it)
{
	screen_press(&s, "F8 Enter 1 Enter");
	cr_assert_eq(report().state, REPORT_SIGNED);
	screen_press(&s, "F8");
	cr_expect_str_neq(screen_top(&s), "review", "nothing more of the own unit");
}

Test(signing, where_a_report_goes_is_said_before_it_goes)
{
	sit_down_as("chen");
	screen_open(&s, &view_report_form, (struct view_args){.id = district_action(&s.d, "1")});
	screen_type(&s, "60");
	screen_press(&s, "Tab");
	screen_type(&s, "讲座8场。");
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "goes to the approving leader"));
}

Test(signing, a_reason_that_was_left_is_gone_on_with_inside_the_unit)
{
	screen_press(&s, "F8 Enter 2");
	screen_type(&s, "请附名单");
	screen_press(&s, "Esc");
	resume_open(s.app, arena_printf(&s.d.a, "return:%lld", (long long)report().id));
	screen_press(&s, "End");
	cr_expect(screen_has(&s, "[ Send it back ]"));
	screen_press(&s, "F9");
	cr_expect_eq(report().state, REPORT_RETURNED, "%s", app_message(s.app));
	cr_expect_eq(report().nreturned, 0);
}

Test(signing, the_office_sets_it_for_a_unit_and_takes_it_off)
{
	sit_down_as("admin");
	screen_open(&s, &view_unit, (struct view_args){.id = district_unit(&s.d, "区教育局")});
	cr_expect(screen_has(&s, "its reports go out when its approving leader has signed"));
	screen_press(&s, "Enter Up Enter");
	cr_expect_not(screen_has(&s, "its reports go out when"), "%s", app_message(s.app));
	screen_press(&s, "Enter Up Enter");
	cr_expect(screen_has(&s, "its reports go out when its approving leader has signed"));
}

Test(signing, a_unit_without_a_leader_cannot_be_set_to_it)
{
	sit_down_as("admin");
	screen_open(&s, &view_unit, (struct view_args){.id = district_unit(&s.d, "区卫生健康局")});
	screen_press(&s, "Enter Up Enter");
	cr_expect(screen_has(&s, "has no approving leader"), "%s", app_message(s.app));
}

/* Where the unit has changed its mind what was to be said of the report is still to be said. */
Test(signing, taking_back_decides_nothing_and_leaves_a_reason_that_was_begun)
{
	screen_press(&s, "F8 Enter 2");
	screen_type(&s, "请附名单");
	screen_press(&s, "Esc");
	cr_assert_str_eq(screen_top(&s), "review", "%s", app_message(s.app));
	screen_press(&s, "Enter");
	cr_assert(screen_has(&s, "3 take the report back"));
	screen_press(&s, "3 Enter");
	cr_assert_eq(report().state, REPORT_DRAFT, "%s", app_message(s.app));
	cr_expect_str_eq(drafts_kept(&s.d, "gu", "return:", "text"), "请附名单");
}

Test(signing, a_report_is_not_taken_back_when_its_period_has_closed)
{
	struct actor office = district_actor(&s.d, "admin");
	struct period_row q4;

	cr_assert_eq(store_period_current(s.d.s, &s.d.a, s.d.plan_id, s.d.now.today, &q4, &s.d.e),
		     0);
	cr_assert_eq(store_period_close(s.d.s, &office, q4.id, q4.version, NULL, &s.d.e), 0, "%s",
		     s.d.e.text);
	screen_press(&s, "F8 Enter");
	cr_expect(screen_has(&s, "the period has closed"));
	screen_press(&s, "3");
	cr_expect_str_eq(screen_top(&s), "menu", "nothing is asked about that is refused");
	cr_expect_eq(report().state, REPORT_SUBMITTED);
}
