/*
 * The office's answers to what a unit asks: they are carried out, told on the unit's first screen
 * and kept while they are typed; nobody answers what they asked themselves. A close-out tells what
 * is still open, and can be taken back.
 */
#include "db/cycle/store_request.h"
#include "db/plan/store_plan.h"
#include "db/report/store_evidence.h"
#include "tests/tui/request_desk.h"
#include "tui/home/resume.h"
#include "tui/request/request_ask.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

static struct screen s;

static void begin(void)
{
	screen_language("en");
	screen_begin(&s, "chen", 80, 24);
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(request_answers, .init = begin, .fini = end);

Test(request_answers, the_office_gives_another_date)
{
	request_desk_ask(&s, REQUEST_EXTENSION, "天气原因");
	request_desk_sit(&s, "admin");
	cr_expect(screen_has(&s, "区教育局 asks: 4 extension of"));
	screen_press(&s, "Tab Tab 1");
	cr_assert_str_eq(screen_top(&s), "request", "one that waits is opened at once");
	screen_press(&s, "Enter 1");
	cr_assert_str_eq(screen_top(&s), "request-answer");
	cr_expect(screen_has(&s, "2021-12-10"), "the date asked for stands there");
	screen_press(&s, "PgUp F9");
	cr_expect_str_eq(screen_top(&s), "office", "%s", app_message(s.app));
	cr_expect_eq(request_desk_first(&s).state, REQUEST_GRANTED);
	cr_expect_eq(date_cmp(request_desk_milestone(&s).due, (struct date){2021, 12, 9}), 0);
	cr_expect_eq(request_desk_milestone(&s).nextended, 1);
	request_desk_sit(&s, "chen");
	cr_expect(screen_has(&s, ": granted"), "the unit's first screen tells");
}

Test(request_answers, a_refusal_needs_its_reason_and_keeps_it)
{
	request_desk_ask(&s, REQUEST_COMPLETION, "全部完成");
	request_desk_sit(&s, "admin");
	screen_press(&s, "Tab Tab 1 Enter 2 F9");
	cr_assert_str_eq(screen_top(&s), "request-answer");
	cr_expect(screen_has(&s, "give the reason in a line"));
	screen_type(&s, "还缺体质监测报告");
	screen_press(&s, "Esc");
	cr_expect_eq(request_desk_first(&s).state, REQUEST_ASKED);
	screen_press(&s, "Enter 2");
	cr_expect(screen_has(&s, "还缺体质监测报告"));
	screen_press(&s, "F9");
	cr_expect_eq(request_desk_first(&s).state, REQUEST_REFUSED, "%s", app_message(s.app));
	request_desk_sit(&s, "chen");
	cr_expect(screen_has(&s, "refused: 还缺体质监测报告"));
	screen_press(&s, "Tab Enter");
	cr_assert_str_eq(screen_top(&s), "request");
	cr_expect(screen_has(&s, "还缺体质监测报告"));
	screen_press(&s, "Esc");
	cr_expect_not(screen_has(&s, "refused: "), "read once, it is gone from the first screen");
	request_desk_sit(&s, "chen");
	cr_expect_not(screen_has(&s, "refused: "), "and stays so");
	screen_open(&s, &view_request, (struct view_args){.id = request_desk_first(&s).id});
	/* From there it is asked anew, with the words that it had. */
	screen_press(&s, "Enter 1");
	cr_assert_str_eq(screen_top(&s), "request-form");
	cr_expect(screen_has(&s, "[全部完成"));
	cr_expect(screen_has(&s, "refused: 还缺体质监测报告"));
}

static void record_evidence(const char *title)
{
	struct actor who = district_actor(&s.d, "chen");
	struct request_row q = request_desk_first(&s);
	struct evidence_new v = {.unit_id = q.unit_id,
				 .action_id = q.action_id,
				 .request_id = q.id,
				 .kind = EVIDENCE_DOCUMENT,
				 .title = title,
				 .doc_no = "",
				 .ref = "",
				 .note = "",
				 .file_name = ""};
	struct evidence_row row;

	cr_assert_eq(store_evidence_add(s.d.s, &who, &v, &s.d.a, &row, NULL, &s.d.e), 0, "%s",
		     s.d.e.text);
}

static void refuse(const char *answer)
{
	struct actor who = district_actor(&s.d, "admin");
	struct request_row q = request_desk_first(&s);

	cr_assert_eq(store_request_decide(s.d.s, &who, q.id, q.version, REQUEST_REFUSE,
					  (struct date){0}, answer, NULL, &s.d.e),
		     0, "%s", s.d.e.text);
}

Test(request_answers, what_is_asked_anew_brings_its_evidence_and_the_office_sees_the_refusal)
{
	request_desk_ask(&s, REQUEST_COMPLETION, "全部完成");
	record_evidence("筛查工作总结");
	refuse("还缺体质监测报告");
	request_desk_open(&s, REQUEST_COMPLETION);
	cr_expect(screen_has(&s, "筛查工作总结"));
	screen_press(&s, "Tab End");
	screen_type(&s, "，监测报告已补");
	screen_press(&s, "F9 Enter");
	cr_assert_eq(request_desk_first(&s).state, REQUEST_ASKED, "%s", app_message(s.app));
	cr_expect_str_eq(request_desk_first(&s).reason, "全部完成，监测报告已补");
	cr_expect_eq(request_desk_first(&s).nevidence, 1);
	request_desk_sit(&s, "admin");
	screen_open(&s, &view_request, (struct view_args){.id = request_desk_first(&s).id});
	screen_press(&s, "End");
	cr_expect(screen_has(&s, "refused: 还缺体质监测报告"));
	screen_press(&s, "Enter 1");
	cr_expect(screen_has(&s, "refused: 还缺体质监测报告"), "beside the answer too");
	cr_expect(screen_has(&s, "筛查工作总结"));
}

Test(request_answers, the_office_sees_how_often_a_date_was_put_off)
{
	request_desk_ask(&s, REQUEST_EXTENSION, "天气原因");
	request_desk_sit(&s, "admin");
	screen_open(&s, &view_request, (struct view_args){.id = request_desk_first(&s).id});
	screen_press(&s, "Enter 1 F9");
	cr_assert_eq(request_desk_first(&s).state, REQUEST_GRANTED, "%s", app_message(s.app));
	screen_open(&s, &view_request, (struct view_args){.id = request_desk_first(&s).id});
	cr_expect(screen_has(&s, "the date was 2021-11-15, asked for was 2021-12-10"));
	request_desk_sit(&s, "chen");
	request_desk_open(&s, REQUEST_EXTENSION);
	cr_expect_not(screen_has(&s, "天气原因"), "what was granted is not asked anew");
	screen_type(&s, "12-31");
	screen_press(&s, "Tab");
	screen_type(&s, "80");
	screen_press(&s, "Tab");
	screen_type(&s, "设备晚到");
	screen_press(&s, "F9 Enter");
	request_desk_sit(&s, "admin");
	screen_open(&s, &view_request, (struct view_args){.id = request_desk_first(&s).id});
	cr_expect(screen_has(&s, "the date is 2021-12-10, extended once"));
	screen_press(&s, "Enter 1");
	cr_expect(screen_has(&s, "2021-12-10, extended once"));
	cr_expect(screen_has(&s, "granted: 2021-12-10 instead of 2021-11-15"));
}

Test(request_answers, a_day_off_is_pointed_out_to_both_sides)
{
	request_desk_open(&s, REQUEST_EXTENSION);
	screen_type(&s, "12-11");
	screen_press(&s, "Tab");
	cr_expect(screen_has(&s, "2021-12-11 (Sat) is a day off"));
	screen_type(&s, "70");
	screen_press(&s, "Tab");
	screen_type(&s, "天气原因");
	screen_press(&s, "F9 Enter");
	cr_assert_eq(request_desk_first(&s).state, REQUEST_ASKED, "%s", app_message(s.app));
	request_desk_sit(&s, "admin");
	screen_open(&s, &view_request, (struct view_args){.id = request_desk_first(&s).id});
	screen_press(&s, "Enter 1");
	cr_expect(screen_has(&s, "2021-12-11 (Sat) is a day off"));
	screen_press(&s, "PgUp");
	cr_expect_not(screen_has(&s, "is a day off"));
	screen_press(&s, "PgDn F9");
	cr_expect_eq(request_desk_first(&s).state, REQUEST_GRANTED, "%s", app_message(s.app));
}

Test(request_answers, a_correction_says_what_it_changes)
{
	request_desk_open(&s, REQUEST_CORRECTION);
	screen_type(&s, "37");
	screen_press(&s, "Tab End");
	screen_type(&s, "补充乡镇三场");
	screen_press(&s, "Tab Tab Tab");
	screen_type(&s, "12");
	screen_press(&s, "Tab");
	screen_type(&s, "漏报");
	screen_press(&s, "F9 Enter");
	cr_assert_eq(request_desk_first(&s).kind, REQUEST_CORRECTION, "%s", app_message(s.app));
	request_desk_sit(&s, "admin");
	screen_open(&s, &view_request, (struct view_args){.id = request_desk_first(&s).id});
	cr_expect(screen_has(&s, "+[37]%"));
	cr_expect(screen_has(&s, "+[补充乡镇三场]"));
	screen_press(&s, "End");
	cr_expect(screen_has(&s, "12"), "the amount");
	screen_press(&s, "Enter 1 F9");
	cr_expect_eq(request_desk_first(&s).state, REQUEST_GRANTED, "%s", app_message(s.app));
	screen_open(&s, &view_request, (struct view_args){.id = request_desk_first(&s).id});
	cr_expect(screen_has(&s, "+[37]%"), "it reads the same when the report is corrected");
}

Test(request_answers, the_next_one_that_waits_follows_the_answered)
{
	request_desk_ask(&s, REQUEST_CONTEST, "不是我们的职责");
	request_desk_ask(&s, REQUEST_EXTENSION, "天气原因");
	request_desk_ask(&s, REQUEST_EXCEPTION, "人员调整");
	request_desk_sit(&s, "admin");
	screen_open(&s, &view_requests, (struct view_args){0});
	screen_press(&s, "Down Enter Enter 1 F9");
	cr_assert_str_eq(screen_top(&s), "requests", "%s", app_message(s.app));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "人员调整"));
	screen_press(&s, "Enter 1 F9 Enter");
	cr_expect(screen_has(&s, "不是我们的职责"), "behind the last stands the first again");
}

Test(request_answers, a_granted_objection_leads_to_the_assignment)
{
	request_desk_ask(&s, REQUEST_CONTEST, "不是我们的职责");
	request_desk_sit(&s, "admin");
	screen_open(&s, &view_requests, (struct view_args){0});
	screen_press(&s, "Enter Enter 1 F9");
	cr_assert_str_eq(screen_top(&s), "action", "%s", app_message(s.app));
	cr_expect(screen_has(&s, "Enter changes the units"), "%s", app_message(s.app));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "Assign a unit, or change its role"));
	cr_expect(screen_has(&s, "Notices and instructions"));
	cr_expect(screen_has(&s, "Make it a pilot"));
	screen_press(&s, "Esc Esc");
	cr_assert_str_eq(screen_top(&s), "request");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "Change the units of the action"));
	screen_press(&s, "Esc Esc");
	cr_expect_str_eq(screen_top(&s), "requests");
}

Test(request_answers, nobody_answers_what_they_asked_themselves)
{
	request_desk_sit(&s, "admin");
	cr_assert_eq(request_ask(s.app, REQUEST_EXTENSION, request_desk_milestone(&s).id,
				 district_unit(&s.d, "区教育局")),
		     0);
	script_run(s.script, s.app);
	request_desk_fill(&s, REQUEST_EXTENSION, "代单位申请");
	screen_press(&s, "F9 Enter");
	cr_assert(request_desk_first(&s).on_behalf, "%s", app_message(s.app));
	screen_open(&s, &view_request, (struct view_args){.id = request_desk_first(&s).id});
	screen_press(&s, "Enter");
	cr_expect_not(screen_has(&s, "Grant"));
	cr_expect(screen_has(&s, "Take it back"));
}

static enum action_state action_state(void)
{
	struct actor who = district_actor(&s.d, "admin");
	struct action_row row;

	cr_assert_eq(
		store_action_get(s.d.s, &s.d.a, &who, district_action(&s.d, "4"), &row, &s.d.e), 0);
	return row.state;
}

Test(request_answers, an_action_is_closed_out_and_opened_again)
{
	request_desk_ask(&s, REQUEST_COMPLETION, "四十所学校全部完成筛查");
	cr_expect_eq(action_state(), ACTION_ASKED);
	request_desk_sit(&s, "admin");
	screen_open(&s, &view_action, (struct view_args){.id = district_action(&s.d, "4")});
	screen_press(&s, "Enter");
	cr_assert(screen_has(&s, "4 Close out: answer the unit that asks"));
	screen_press(&s, "4");
	cr_expect(screen_has(&s, "Still open in the action"));
	screen_press(&s, "Enter 1");
	cr_expect(screen_has(&s, "none yet"), "no evidence");
	cr_expect(screen_has(&s, "区教育局: milestone"));
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "nobody is asked for it"));
	screen_press(&s, "Enter");
	cr_expect_eq(action_state(), ACTION_ASKED, "what is open is not passed over by the way");
	screen_press(&s, "F9 2");
	cr_expect_eq(action_state(), ACTION_CLOSED_OUT, "%s", app_message(s.app));
	cr_assert_str_eq(screen_top(&s), "action");
	screen_press(&s, "Enter 4");
	screen_type(&s, "抽查发现两所学校数据不实");
	screen_press(&s, "Esc");
	cr_expect_eq(action_state(), ACTION_CLOSED_OUT);
	request_desk_sit(&s, "admin");
	resume_offer(s.app);
	script_run(s.script, s.app);
	cr_expect(screen_has(&s, "why 4 中小学健康促进行动 is opened again"));
	screen_press(&s, "1");
	cr_expect(screen_has(&s, "抽查发现两所学校数据不实"), "kept");
	screen_press(&s, "F9");
	cr_expect_eq(action_state(), ACTION_ACTIVE, "%s", app_message(s.app));
	request_desk_sit(&s, "chen");
	cr_expect(screen_has(&s, "4 中小学健康促进行动 runs again"), "its units are told");
	cr_expect(screen_has(&s, "抽查发现两所学校数据不实"), "and why");
	screen_press(&s, "Tab Enter");
	cr_assert_str_eq(screen_top(&s), "action");
	screen_press(&s, "Esc");
	cr_expect_not(screen_has(&s, "runs again"), "looked at");
}

Test(request_answers, a_closed_out_action_asks_for_no_later_date)
{
	request_desk_ask(&s, REQUEST_COMPLETION, "四十所学校全部完成筛查");
	request_desk_sit(&s, "admin");
	screen_open(&s, &view_request, (struct view_args){.id = request_desk_first(&s).id});
	screen_press(&s, "Enter 1 F9 2");
	cr_assert_eq(action_state(), ACTION_CLOSED_OUT, "%s", app_message(s.app));
	request_desk_sit(&s, "chen");
	screen_golden(&s, "home-closed-out");
	screen_open(
		&s, &view_action,
		(struct view_args){.id = district_action(&s.d, "4"), .tab = ACTION_TAB_MILESTONES});
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "closed out"), "said beside what is not done any more");
	screen_press(&s, "5");
	cr_expect_str_neq(screen_top(&s), "request-form");
}
