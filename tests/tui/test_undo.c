/* Taking back one's own last change, from the list of what is owed; others who have gone on from it
 * stand in the way. */
#include "db/report/store_draft.h"
#include "db/report/store_period.h"
#include "db/report/store_report.h"
#include "tests/tui/drafts.h"
#include "tests/tui/reporting.h"
#include "tests/tui/screen.h"

#include <criterion/criterion.h>

#include <string.h>

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

TestSuite(undo, .init = begin, .fini = end);

static struct report_row report_of(const char *no)
{
	struct report_row row = {0};
	struct actor chen = district_actor(&s.d, "chen");
	struct period_row q4;
	struct err e = ERR_INIT;

	cr_assert_eq(store_period_current(s.d.s, &s.d.a, s.d.plan_id, s.d.now.today, &q4, &e), 0);
	store_report_find(s.d.s, &s.d.a, &chen, district_action(&s.d, no),
			  district_unit(&s.d, "区教育局"), q4.id, &row, &e);
	return row;
}

Test(undo, a_report_that_was_handed_in_is_a_draft_again)
{
	screen_press(&s, "= Enter");
	cr_assert_eq(report_of("4").state, REPORT_SUBMITTED, "%s", app_message(s.app));
	screen_press(&s, "u");
	cr_expect(screen_has(&s, "Take back"), "it left the unit: asked once");
	cr_assert_eq(report_of("4").state, REPORT_SUBMITTED);
	screen_press(&s, "Enter");
	cr_expect_eq(report_of("4").state, REPORT_DRAFT, "%s", app_message(s.app));
	cr_expect_eq(report_of("4").percent, 40, "its text stays");
	screen_press(&s, "u");
	cr_expect_eq(report_of("4").state, REPORT_DRAFT, "not twice");
}

Test(undo, a_report_that_was_reviewed_stays)
{
	struct actor office = district_actor(&s.d, "admin");
	struct report_row row;

	screen_press(&s, "= Enter");
	row = report_of("4");
	cr_assert_eq(store_report_review(s.d.s, &office, row.id, row.version, REPORT_ACCEPT, "",
					 NULL, &s.d.e),
		     0, "%s", s.d.e.text);
	screen_press(&s, "F5 u");
	cr_expect_not(screen_has(&s, "> 1 Cancel <"), "nothing impossible is offered");
	cr_expect(screen_has(&s, "\"4 中小学健康促进行动, 2021Q4\" is not taken back: the"));
	cr_expect_eq(report_of("4").state, REPORT_ACCEPTED);
}

Test(undo, after_taking_back_nothing_of_an_earlier_period_is_offered)
{
	screen_press(&s, "= Enter u Enter");
	cr_assert_eq(report_of("4").state, REPORT_DRAFT);
	screen_press(&s, "u u"); /* the evidence, which is older than the report; then Q3's */
	cr_expect_not(screen_has(&s, "> 1 Cancel <"));
	cr_expect(screen_has(&s, "2021Q3\" is not taken back: the"));
	/* What can be asked for is the correction of that one. */
	screen_press(&s, "Enter");
	cr_assert_str_eq(screen_top(&s), "request-form", "%s", app_message(s.app));
	cr_expect(screen_has(&s, "2021Q3"));
}

/* The education office hands in, its leader sits down. */
static void sit_down_as_gu(void)
{
	screen_press(&s, "= Enter");
	cr_assert_eq(report_of("4").state, REPORT_SUBMITTED, "%s", app_message(s.app));
	screen_leave(&s);
	screen_language("en");
	screen_sit(&s, "gu", 80, 24);
	screen_press(&s, "F8");
	cr_assert_str_eq(screen_top(&s), "review", "%s", app_message(s.app));
}

Test(undo, the_approving_leader_takes_the_signing_off_back)
{
	sit_down_as_gu();
	screen_press(&s, "Enter 1");
	cr_expect_eq(report_of("4").state, REPORT_SUBMITTED, "asked first");
	screen_press(&s, "Enter");
	cr_assert_eq(report_of("4").state, REPORT_SIGNED, "%s", app_message(s.app));
	screen_press(&s, "4 u");
	cr_expect(screen_has(&s, "The signing off of the report on"), "%s", app_message(s.app));
	screen_press(&s, "2");
	cr_expect_eq(report_of("4").state, REPORT_SUBMITTED, "%s", app_message(s.app));
}

Test(undo, a_return_says_what_can_be_done_instead)
{
	sit_down_as_gu();
	screen_press(&s, "Enter 2");
	screen_type(&s, "请附表");
	screen_press(&s, "F9");
	cr_assert_eq(report_of("4").state, REPORT_RETURNED, "%s %s", screen_top(&s),
		     app_message(s.app));
	screen_press(&s, "4 u");
	cr_expect(strstr(app_message(s.app),
			 "cannot be taken back: who wrote the report has it back"),
		  "%s", app_message(s.app));
}

Test(undo, a_milestone_marked_done_is_open_again_without_a_question)
{
	screen_press(&s, "Enter 1 3 Down Enter 1 F9");
	cr_assert(screen_has(&s, "区教育局 done"), "%s", app_message(s.app));
	screen_press(&s, "u");
	cr_expect(screen_has(&s, "is open again"), "%s", app_message(s.app));
	cr_expect(screen_has(&s, "区教育局 open"));
}

Test(undo, evidence_given_with_a_milestone_stays_and_says_so)
{
	screen_press(&s, "Enter 1 3 Enter 1 Tab Tab Right Tab Tab");
	screen_type(&s, "监测数据上报回执");
	screen_press(&s, "F9");
	cr_assert(screen_has(&s, "done"), "%s", app_message(s.app));
	screen_press(&s, "u");
	cr_expect(strstr(app_message(s.app), "is open again; the evidence"), "%s",
		  app_message(s.app));
	cr_expect(strstr(app_message(s.app), "u once more withdraws it"), "%s", app_message(s.app));
	screen_press(&s, "u");
	cr_expect(strstr(app_message(s.app), "is withdrawn again"), "%s", app_message(s.app));
}

Test(undo, a_milestone_that_was_added_is_dropped)
{
	screen_press(&s, "Enter 1 3 Enter 4");
	cr_assert_str_eq(screen_top(&s), "milestone");
	screen_type(&s, "新增的节点");
	screen_press(&s, "Tab");
	screen_type(&s, "2021-12-01");
	screen_press(&s, "F9");
	cr_assert_str_eq(screen_top(&s), "action", "%s", app_message(s.app));
	screen_press(&s, "u");
	cr_expect(screen_has(&s, "is dropped again"), "%s", app_message(s.app));
}

Test(undo, evidence_that_was_recorded_is_withdrawn)
{
	screen_press(&s, "Enter 8");
	cr_expect(screen_has(&s, "is withdrawn again"), "%s", app_message(s.app));
}

Test(undo, what_is_typed_is_asked_for_first)
{
	screen_press(&s, "e");
	screen_type(&s, "55");
	screen_press(&s, "Esc u");
	cr_expect(screen_has(&s, "What you typed on"), "%s %s", screen_top(&s), app_message(s.app));
	screen_press(&s, "Right Enter");
	cr_expect(screen_has(&s, "what you typed is thrown away"), "%s", app_message(s.app));
	screen_press(&s, "e");
	cr_expect_not(screen_has(&s, "[55"));
}

/* What the second of two windows has kept goes with it. */
Test(undo, the_text_of_a_late_window_is_thrown_away_too)
{
	struct actor chen = district_actor(&s.d, "chen");
	const struct draft_field late = {"percent", "60"};
	int64_t version;

	screen_press(&s, "e");
	screen_type(&s, "55");
	screen_press(&s, "Esc");
	cr_assert_eq(
		store_draft_put(s.d.s, &chen,
				arena_printf(&s.d.a, "%s|2", drafts_name(&s.d, "chen", "report:")),
				&(struct draft_new){.fields = &late, .nfields = 1, .seat = ""},
				&version, &s.d.e),
		0, "%s", s.d.e.text);
	screen_press(&s, "u Right Enter");
	cr_expect(screen_has(&s, "what you typed is thrown away"), "%s", app_message(s.app));
	cr_expect_eq(drafts_count(&s.d, "chen", "report:"), 0);
}

/* What was typed and not sent waits until the report comes back. */
Test(undo, the_report_that_was_handed_in_is_taken_back_and_not_what_was_typed_beside_it)
{
	screen_press(&s, "e");
	screen_type(&s, "55");
	screen_press(&s, "Esc");
	reporting_put(&s.d, "chen", "4", "区教育局", "2021Q4", 50, "筛查了一半", REPORT_SUBMIT);
	screen_press(&s, "F5 u");
	cr_expect_not(screen_has(&s, "thrown away"), "%s", app_message(s.app));
	screen_press(&s, "Enter");
	cr_expect_eq(report_of("4").state, REPORT_DRAFT, "%s", app_message(s.app));
	cr_expect_str_eq(drafts_kept(&s.d, "chen", "report:", "percent"), "55");
	screen_press(&s, "e");
	cr_expect(screen_has(&s, "[55"));
}
