/* What becomes of a report while a reviewer reads it: the unit takes it back, hands in another
 * text, somebody else decides. What is decided is decided on what was read. */
#include "tests/tui/conflict_desk.h"
#include "tests/tui/drafts.h"
#include "tests/tui/reporting.h"
#include "db/plan/store_plan.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

static struct report_row report(void)
{
	return reporting_of(&mine.d, "4", "区教育局", "2021Q4");
}

/* The office reads what Chen has handed in. */
static void begin(void)
{
	struct report_row row;

	conflict_begin();
	row = reporting_put(&mine.d, "chen", "4", "区教育局", "2021Q4", 44, "筛查了一半",
			    REPORT_SUBMIT);
	screen_sit(&mine, "admin", 80, 24);
	conflict_join("chen");
	screen_open(&mine, &view_review, (struct view_args){.id = row.id});
	cr_assert(screen_has(&mine, "44%"));
}

TestSuite(review_news, .init = begin, .fini = conflict_end);

static void recall(void)
{
	struct report_row row = report();

	reporting_step(&theirs.d, "chen", &row, REPORT_RECALL, "");
}

static void hand_in_anew(void)
{
	recall();
	reporting_put(&theirs.d, "chen", "4", "区教育局", "2021Q4", 70, "全部完成", REPORT_SUBMIT);
}

Test(review_news, a_return_finds_the_report_taken_back_by_whom_and_when)
{
	screen_press(&mine, "Enter 2");
	screen_type(&mine, "请附名单");
	recall();
	screen_press(&mine, "F9");
	cr_expect(screen_has(&mine, "陈雨 of 区教育局 took this report back at"), "%s",
		  app_message(mine.app));
	cr_expect_str_eq(screen_top(&mine), "office", "there is nothing to read any more");
	cr_expect_eq(report().state, REPORT_DRAFT);
	cr_expect_str_eq(drafts_kept(&mine.d, "admin", "return:", "text"), "请附名单",
			 "the reason is kept");
}

Test(review_news, an_acceptance_does_too)
{
	screen_press(&mine, "Enter");
	recall();
	screen_press(&mine, "1");
	cr_expect(screen_has(&mine, "took this report back at"), "%s", app_message(mine.app));
	cr_expect_eq(report().state, REPORT_DRAFT);
}

Test(review_news, a_report_that_is_taken_back_offers_nothing)
{
	recall();
	screen_press(&mine, "F5");
	cr_expect(screen_has(&mine, "陈雨 of 区教育局 took this report back at"));
	cr_expect_not(screen_has(&mine, "筛查了一半"));
	screen_press(&mine, "Enter");
	cr_expect_str_eq(screen_top(&mine), "office", "the view goes back");
}

Test(review_news, what_was_handed_in_anew_is_told_before_it_is_accepted)
{
	hand_in_anew();
	screen_press(&mine, "F5");
	cr_expect(screen_has(&mine, "! changed while you were reading, by 陈雨 at"));
	cr_expect(screen_has(&mine, "percent: -[44]+[70]"));
	screen_press(&mine, "Enter 1");
	cr_expect_eq(report().state, REPORT_SUBMITTED, "what was read is not there any more");
	cr_assert_str_eq(screen_top(&mine), "question", "%s", app_message(mine.app));
	cr_expect(screen_has(&mine, "percent: -[44]+[70]"));
	screen_press(&mine, "Right Enter");
	cr_expect_eq(report().state, REPORT_ACCEPTED, "%s", app_message(mine.app));
}

Test(review_news, who_moves_in_the_text_has_read_it)
{
	hand_in_anew();
	screen_press(&mine, "F5 Down Enter 1");
	cr_expect_eq(report().state, REPORT_ACCEPTED, "%s: %s", screen_top(&mine),
		     app_message(mine.app));
}

/* The same words, and so many schools screened. */
static void count_anew(const char *schools)
{
	struct actor chen = district_actor(&theirs.d, "chen");
	struct report_row row;
	struct volume_rows volumes = {0};
	struct report_new r = {.percent = 44, .done = "筛查了一半", .problems = "", .next = ""};

	recall();
	row = report();
	OK(store_volume_list(theirs.d.s, &theirs.d.a, &chen, row.action_id, &volumes, &mine.d.e));
	cr_assert_eq(volumes.n, 1);
	r.report_id = row.id;
	r.version = row.version;
	r.action_id = row.action_id;
	r.unit_id = row.unit_id;
	r.period_id = row.period_id;
	if (*schools)
		*vec_push(&theirs.d.a, &r.volumes) =
			(struct report_volume_row){volumes.at[0].id, schools};
	OK(store_report_put(theirs.d.s, &chen, &r, REPORT_SUBMIT, &theirs.d.a, &row, NULL,
			    &mine.d.e));
}

Test(review_news, other_work_volumes_are_told_too)
{
	count_anew("12");
	screen_press(&mine, "F5");
	cr_expect(screen_has(&mine, "! changed while you were reading, by 陈雨 at"));
	cr_expect(screen_has(&mine, "work volumes: 视力筛查学校 12 所"));
	screen_press(&mine, "Enter 1");
	cr_expect_eq(report().state, REPORT_SUBMITTED);
	cr_expect(screen_has(&mine, "work volumes: 视力筛查学校 12 所"), "%s",
		  app_message(mine.app));
}

Test(review_news, the_same_handed_in_anew_is_told_to_be_the_same)
{
	count_anew("");
	screen_press(&mine, "F5");
	cr_expect(screen_has(&mine, "! changed while you were reading, by 陈雨 at"));
	cr_expect(screen_has(&mine, "The text, the percentage and the work volumes are as"));
	cr_expect_not(screen_has(&mine, "What you were asked"));
}

/* Down to the last entry, "accept several": there the report that is read is accepted. */
Test(review_news, what_the_reader_has_done_is_no_news)
{
	screen_press(&mine, "Enter End Enter");
	cr_assert_str_eq(screen_top(&mine), "accept", "%s", app_message(mine.app));
	screen_press(&mine, "Left Tab 2");
	cr_expect_eq(report().state, REPORT_ACCEPTED, "%s", app_message(mine.app));
	screen_press(&mine, "Esc");
	cr_expect_str_eq(screen_top(&mine), "review");
	cr_expect_not(screen_has(&mine, "! changed while you were reading"));
}

Test(review_news, what_somebody_else_has_decided_is_told)
{
	struct report_row row = report();

	reporting_step(&theirs.d, "admin", &row, REPORT_RETURN, "请附名单");
	screen_press(&mine, "F5");
	cr_expect(screen_has(&mine, "! changed while you were reading, by"));
	cr_expect(screen_has(&mine, "returned"));
}
