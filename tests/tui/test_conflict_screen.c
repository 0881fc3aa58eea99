/* The screen on which a conflict is decided: all of it by arrows, Enter, Tab and digits, what was
 * typed kept whatever happens. */
#include "core/rule/request.h"
#include "db/cycle/store_request.h"
#include "tests/tui/conflict_desk.h"
#include "tests/tui/drafts.h"
#include "tests/tui/reporting.h"
#include "tui/home/resume.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

TestSuite(conflict_screen, .init = conflict_begin, .fini = conflict_end);

static struct view_args report_args(void)
{
	return (struct view_args){.id = district_action(&mine.d, "4"),
				  .id2 = district_unit(&mine.d, "区教育局")};
}

/* What each of the two does to the milestone; title and note by both, the weight by the other one
 * alone, the date by this one alone. */
static void clash_widely(int cols, int rows)
{
	opened = conflict_milestone_args();
	conflict_join("admin");
	screen_sit(&mine, "chen", cols, rows);
	screen_open(&mine, &view_milestone_form, opened);
	screen_open(&theirs, &view_milestone_form, opened);
	screen_type(&theirs, "秋季近视率监测数据上报并抽查");
	screen_press(&theirs, "Tab Tab");
	screen_type(&theirs, "数据由学校报区教育局,逐校核对,十一月底前完成,缺报的学校由督学上门。");
	screen_press(&theirs, "Tab Tab");
	screen_type(&theirs, "3");
	screen_press(&theirs, "F9");
	screen_type(&mine, "秋季近视率监测数据全部上报");
	screen_press(&mine, "Tab PgUp Tab");
	screen_type(&mine, "数据由学校报区教育局,逐校核对。");
	screen_press(&mine, "F9");
	cr_assert_str_eq(screen_top(&mine), "conflict", "%s", app_message(mine.app));
}

Test(conflict_screen, all_is_decided_with_arrows_enter_and_digits)
{
	struct date due = conflict_milestone().due;

	clash_widely(80, 24);
	cr_expect(screen_has(&mine, "2 fields were changed by both of you"));
	cr_expect(screen_has(&mine, "taken over: 3"), "the weight");
	screen_press(&mine, "2 Enter Enter 3 Enter");
	screen_press(&mine, "End");
	screen_type(&mine, "缺报的学校由督学上门。");
	screen_press(&mine, "Tab Tab Enter");
	cr_expect_str_neq(screen_top(&mine), "conflict", "%s", app_message(mine.app));
	cr_expect_str_eq(conflict_milestone().title, "秋季近视率监测数据上报并抽查");
	cr_expect_str_eq(conflict_milestone().note,
			 "数据由学校报区教育局,逐校核对。缺报的学校由督学上门。");
	cr_expect_eq(conflict_milestone().weight, 3, "as the other one set it");
	cr_expect_neq(date_cmp(conflict_milestone().due, due), 0, "as it was set here");
}

Test(conflict_screen, writing_is_the_third_choice)
{
	clash_widely(80, 24);
	screen_press(&mine, "2 Tab End");
	screen_type(&mine, "和复查");
	screen_press(&mine, "Tab 2 F9");
	cr_expect_str_eq(conflict_milestone().title, "秋季近视率监测数据上报并抽查和复查", "%s",
			 app_message(mine.app));
}

Test(conflict_screen, what_was_dropped_comes_back_by_undo)
{
	clash_widely(80, 24);
	screen_press(&mine, "Tab Tab Tab Tab 2 F9");
	cr_assert_str_eq(screen_top(&mine), "milestone", "%s", app_message(mine.app));
	cr_expect(screen_has(&mine, "数据上报并抽查"));
	screen_press(&mine, "Shift-Tab Shift-Tab F4");
	cr_expect(screen_has(&mine, "秋季近视率监测数据全部上报"));
}

/* A merge that is being decided outlives the line. */
Test(conflict_screen, the_merge_is_kept_as_a_draft)
{
	clash_widely(80, 24);
	screen_press(&mine, "2 Tab Tab Tab End");
	screen_type(&mine, "缺报的补报。");
	script_hangup(mine.script);
	cr_expect_not(script_run(mine.script, mine.app));
	screen_leave(&mine);
	screen_sit(&mine, "chen", 80, 24);
	screen_open(&mine, &view_milestone_form, opened);
	cr_expect(screen_has(&mine, "秋季近视率监测数据全部上报"), "what was typed");
	screen_press(&mine, "F9");
	cr_assert_str_eq(screen_top(&mine), "conflict", "it was typed over the older row: %s",
			 app_message(mine.app));
	cr_expect(screen_has(&mine, "缺报的补报。"), "and what was merged");
	screen_press(&mine, "F9");
	cr_expect_str_eq(conflict_milestone().title, "秋季近视率监测数据上报并抽查");
	cr_expect_str_eq(conflict_milestone().note, "数据由学校报区教育局,逐校核对。缺报的补报。");
}

/* Nothing that is a field of the form has changed: there is nothing to decide. */
Test(conflict_screen, what_is_no_field_is_no_conflict)
{
	struct report_row row = reporting_put(&mine.d, "chen", "4", "区教育局", "2021Q4", 30,
					      "开始筛查", REPORT_SUBMIT);

	screen_sit(&mine, "chen", 80, 24);
	conflict_join("admin");
	row = reporting_step(&mine.d, "admin", &row, REPORT_RETURN, "补充数据");
	screen_open(&mine, &view_report_form, report_args());
	reporting_put(&mine.d, "chen", "4", "区教育局", "2021Q4", 30, "开始筛查", REPORT_SAVE);
	screen_type(&mine, "55");
	screen_press(&mine, "F2");
	cr_expect_str_neq(screen_top(&mine), "conflict");
	cr_expect_eq(reporting_of(&mine.d, "4", "区教育局", "2021Q4").percent, 55, "%s",
		     app_message(mine.app));
}

/* What is handed in is written over by nobody. */
Test(conflict_screen, what_is_handed_in_stays_and_what_was_typed_too)
{
	opened = report_args();
	conflict_join("admin");
	screen_sit(&mine, "chen", 80, 24);
	screen_open(&mine, &view_report_form, opened);
	reporting_put(&theirs.d, "chen", "4", "区教育局", "2021Q4", 50, "筛查了一半",
		      REPORT_SUBMIT);
	screen_type(&mine, "55");
	screen_press(&mine, "Tab");
	screen_type(&mine, "全部学校完成筛查");
	screen_press(&mine, "F9");
	cr_assert_str_eq(screen_top(&mine), "conflict", "%s", app_message(mine.app));
	cr_expect(screen_has(&mine, "Yours is not written over it"));
	cr_expect(screen_has(&mine, "in another window"), "the same person has handed it in");
	cr_expect(screen_has(&mine, "全部学校完成筛查") && screen_has(&mine, "筛查了一半"));
	cr_expect_not(screen_has(&mine, "what counts"), "there is nothing to choose");
	cr_expect_not(screen_has(&mine, "to save"));
	cr_expect(screen_has(&mine, "keep what I typed"));
	screen_press(&mine, "F9");
	cr_assert_str_eq(screen_top(&mine), "home", "%s", app_message(mine.app));
	cr_expect_gt(drafts_count(&mine.d, "chen", "report:"), 0);
	cr_expect_str_eq(reporting_of(&mine.d, "4", "区教育局", "2021Q4").done, "筛查了一半");
}

Test(conflict_screen, a_request_is_decided_once)
{
	struct actor chen = district_actor(&mine.d, "chen"),
		     office = district_actor(&mine.d, "admin");
	struct request_new ask = {.kind = REQUEST_EXTENSION,
				  .unit_id = district_unit(&mine.d, "区教育局"),
				  .milestone_id = conflict_milestone().id,
				  .want = (struct date){2021, 12, 20},
				  .percent = -1,
				  .reason = "天气原因",
				  .done = "",
				  .problems = "",
				  .next = ""};
	struct request_row row;

	OK(store_request_ask(mine.d.s, &chen, &ask, &mine.d.a, &row, NULL, &mine.d.e));
	conflict_join("chen");
	screen_sit(&mine, "admin", 80, 24);
	screen_open(&mine, &view_request_answer,
		    (struct view_args){.id = row.id, .tab = REQUEST_GRANT});
	OK(store_request_decide(theirs.d.s, &office, row.id, row.version, REQUEST_REFUSE,
				(struct date){0}, "理由不足", NULL, &mine.d.e));
	screen_press(&mine, "Tab");
	screen_type(&mine, "同意,请抓紧");
	screen_press(&mine, "F9");
	cr_assert_str_eq(screen_top(&mine), "conflict", "%s", app_message(mine.app));
	cr_expect(screen_has(&mine, "changed this at"), "who and when");
	cr_expect(screen_has(&mine, "理由不足"));
	cr_expect(screen_has(&mine, "同意,请抓紧"));
	cr_expect(screen_has(&mine, "Yours is not written over it"));
	screen_press(&mine, "F9");
	cr_assert_str_neq(screen_top(&mine), "request-answer");
	resume_offer(mine.app);
	screen_press(&mine, "Enter");
	cr_assert_str_eq(screen_top(&mine), "request-answer");
	cr_expect(screen_has(&mine, "同意,请抓紧"), "nothing typed is lost");
	screen_press(&mine, "F9 2 F9");
	cr_expect_str_neq(screen_top(&mine), "request-answer");
	cr_expect_eq(drafts_count(&mine.d, "admin", "request-answer:"), 0, "thrown away");
}

static void take(const char *language)
{
	static const struct {
		int cols, rows;
	} sizes[] = {{80, 24}, {60, 20}, {132, 43}};

	if (!screen_language(language))
		cr_skip_test("no translation has been built");
	clash_widely(80, 24);
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		screen_resize(&mine, sizes[i].cols, sizes[i].rows);
		screen_golden(&mine, "conflict");
	}
	screen_resize(&mine, 60, 20);
	screen_press(&mine, "1 Tab Tab 3 Tab");
	screen_golden(&mine, "conflict-below");
}

Test(conflict_screen, is_looked_at_in_english)
{
	take("en");
}

Test(conflict_screen, is_looked_at_in_chinese)
{
	take("zh_CN");
}
