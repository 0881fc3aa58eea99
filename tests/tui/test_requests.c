/*
 * What units ask of the office: each kind from its form to its row, kept while it is typed,
 * answered by the office, told on the unit's first screen; and the way from a refusal to what lifts
 * it.
 */
#include "db/report/store_draft.h"
#include "db/report/store_milestone.h"
#include "db/report/store_period.h"
#include "db/plan/store_plan.h"
#include "db/report/store_report.h"
#include "db/cycle/store_request.h"
#include "tests/tui/screen.h"
#include "tui/request/request_ask.h"
#include "tui/home/resume.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <string.h>

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

TestSuite(requests, .init = begin, .fini = end);

static void sit(const char *login)
{
	screen_leave(&s);
	screen_language("en");
	screen_sit(&s, login, 80, 24);
}

/* Its milestone on 4, six days late. */
static struct milestone_row milestone(void)
{
	struct actor who = district_actor(&s.d, "chen");
	struct milestone_filter f = {.action_id = district_action(&s.d, "4"),
				     .unit_id = district_unit(&s.d, "区教育局")};
	struct milestone_rows rows;

	cr_assert_eq(store_milestone_list(s.d.s, &s.d.a, &who, &f, &rows, &s.d.e), 0);
	cr_assert_gt(rows.n, 0);
	return rows.at[0];
}

static int64_t period(const char *code)
{
	struct period_row p;

	cr_assert_eq(store_period_find(s.d.s, &s.d.a, s.d.plan_id, code, &p, &s.d.e), 0);
	return p.id;
}

/* Its report on 1 for the third quarter, which was accepted. */
static struct report_row accepted(void)
{
	struct actor who = district_actor(&s.d, "chen");
	struct report_row row;

	cr_assert_eq(store_report_find(s.d.s, &s.d.a, &who, district_action(&s.d, "1"),
				       district_unit(&s.d, "区教育局"), period("2021Q3"), &row,
				       &s.d.e),
		     0, "%s", s.d.e.text);
	return row;
}

static int64_t about(enum request_kind kind)
{
	switch (kind) {
	case REQUEST_EXTENSION:
		return milestone().id;
	case REQUEST_EXCEPTION:
		return period("2021Q3");
	case REQUEST_CORRECTION:
		return accepted().id;
	default:
		return district_action(&s.d, "4");
	}
}

static void open_form(enum request_kind kind)
{
	cr_assert_eq(request_ask(s.app, kind, about(kind), 0), 0, "%s", app_message(s.app));
	script_run(s.script, s.app);
	cr_assert_str_eq(screen_top(&s), "request-form");
}

static struct request_row newest(void)
{
	struct actor who = district_actor(&s.d, "chen");
	struct request_filter f = {.unit_id = district_unit(&s.d, "区教育局")};
	struct request_rows rows;

	cr_assert_eq(store_request_list(s.d.s, &s.d.a, &who, &f, 10, &rows, &s.d.e), 0, "%s",
		     s.d.e.text);
	return rows.n ? rows.at[0] : (struct request_row){0};
}

/* The keys that fill in all but the reason, which the cursor comes to next. */
static const struct {
	enum request_kind kind;
	const char *typed[3]; /* field by field, NULL: as it is */
	int nfields;
	const char *field; /* is shown */
} forms[] = {
	{REQUEST_CONTEST, {NULL}, 1, "this is not our task"},
	{REQUEST_EXTENSION, {"12-10", "70"}, 2, "2021-11-15)"},
	{REQUEST_EXCEPTION, {"12-05"}, 1, "the reports for 2021Q3"},
	{REQUEST_CORRECTION, {NULL, NULL, NULL}, 5, "健康教育列入校历"},
	{REQUEST_COMPLETION, {NULL}, 1, "4 中小学健康促进行动"},
};
enum { NFORMS = sizeof forms / sizeof forms[0] };

static void fill_in(size_t i, const char *reason)
{
	for (int k = 0; k < forms[i].nfields; k++) {
		if (k < 3 && forms[i].typed[k])
			screen_type(&s, forms[i].typed[k]);
		screen_press(&s, "Tab");
	}
	screen_type(&s, reason);
}

Test(requests, each_kind_goes_from_its_form_to_the_office)
{
	for (size_t i = 0; i < NFORMS; i++) {
		open_form(forms[i].kind);
		cr_expect(screen_has(&s, forms[i].field), "%s", forms[i].field);
		fill_in(i, "情况有变化");
		screen_press(&s, "F9");
		cr_expect_eq(newest().kind == forms[i].kind, false, "asked once before it goes");
		screen_press(&s, "Enter");
		cr_expect_eq(newest().kind, forms[i].kind, "%s: %s",
			     request_kind_word(forms[i].kind), app_message(s.app));
		cr_expect_eq(newest().state, REQUEST_ASKED);
		cr_expect_str_eq(newest().reason, "情况有变化");
		struct actor who = district_actor(&s.d, "chen");
		cr_assert_eq(store_request_take_back(s.d.s, &who, newest().id, newest().version,
						     NULL, &s.d.e),
			     0, "%s", s.d.e.text);
		screen_press(&s, "F5");
	}
}

Test(requests, what_is_typed_is_kept_and_gone_on_with)
{
	for (size_t i = 0; i < NFORMS; i++) {
		open_form(forms[i].kind);
		fill_in(i, "写到一半的原因");
		screen_press(&s, "Esc");
		cr_assert_str_eq(screen_top(&s), "home");
		open_form(forms[i].kind);
		cr_expect(screen_has(&s, "写到一半的原因"), "%s", request_kind_word(forms[i].kind));
		screen_press(&s, "Esc");
	}
}

Test(requests, a_dropped_line_is_asked_about_at_the_next_beginning)
{
	open_form(REQUEST_EXTENSION);
	fill_in(1, "天气原因");
	script_hangup(s.script);
	cr_expect_not(script_run(s.script, s.app));
	sit("chen");
	resume_offer(s.app);
	script_run(s.script, s.app);
	cr_assert_str_eq(screen_top(&s), "resume");
	cr_expect(screen_has(&s, "a request to the office: extension, "));
	cr_expect(screen_has(&s, milestone().title), "which one is said");
	screen_press(&s, "Enter");
	cr_assert_str_eq(screen_top(&s), "request-form");
	screen_type(&s, "，延后施工");
	screen_press(&s, "F9 Enter");
	cr_expect_str_eq(newest().reason, "天气原因，延后施工");
	cr_expect_eq(newest().milestone_id, milestone().id);
	cr_expect(newest().late, "its date was past");
}

Test(requests, what_is_typed_on_the_choice_goes_into_the_reason)
{
	open_form(REQUEST_CONTEST);
	screen_type(&s, "并非本局职责");
	cr_expect(screen_has(&s, "[并非本局职责"));
}

Test(requests, what_is_wrong_stands_beside_its_field)
{
	open_form(REQUEST_EXTENSION);
	screen_type(&s, "2021-11-22");
	screen_press(&s, "F9");
	cr_expect_str_eq(screen_top(&s), "request-form");
	/* The cursor goes to the field that is empty. */
	screen_type(&s, "70");
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "give the reason in a line"));
	cr_expect_eq(newest().id, 0);
}

static void ask_too(size_t i, const char *reason)
{
	open_form(forms[i].kind);
	fill_in(i, reason);
	screen_press(&s, "F9 Enter");
}

static void ask(size_t i, const char *reason)
{
	ask_too(i, reason);
	cr_assert_eq(newest().kind, forms[i].kind, "%s", app_message(s.app));
}

Test(requests, the_office_gives_another_date)
{
	ask(1, "天气原因");
	sit("admin");
	cr_expect(screen_has(&s, "区教育局 asks: 4 extension of"));
	screen_press(&s, "Tab Tab 1");
	cr_assert_str_eq(screen_top(&s), "request", "one that waits is opened at once");
	screen_press(&s, "Enter 1");
	cr_assert_str_eq(screen_top(&s), "request-answer");
	cr_expect(screen_has(&s, "2021-12-10"), "the date asked for stands there");
	screen_press(&s, "PgUp F9");
	cr_expect_str_eq(screen_top(&s), "office", "%s", app_message(s.app));
	cr_expect_eq(newest().state, REQUEST_GRANTED);
	cr_expect_eq(date_cmp(milestone().due, (struct date){2021, 12, 9}), 0);
	cr_expect_eq(milestone().nextended, 1);
	sit("chen");
	cr_expect(screen_has(&s, ": granted"), "the unit's first screen tells");
}

Test(requests, a_refusal_needs_its_reason_and_keeps_it)
{
	ask(4, "全部完成");
	sit("admin");
	screen_press(&s, "Tab Tab 1 Enter 2 F9");
	cr_assert_str_eq(screen_top(&s), "request-answer");
	cr_expect(screen_has(&s, "give the reason in a line"));
	screen_type(&s, "还缺体质监测报告");
	screen_press(&s, "Esc");
	cr_expect_eq(newest().state, REQUEST_ASKED);
	screen_press(&s, "Enter 2");
	cr_expect(screen_has(&s, "还缺体质监测报告"));
	screen_press(&s, "F9");
	cr_expect_eq(newest().state, REQUEST_REFUSED, "%s", app_message(s.app));
	sit("chen");
	cr_expect(screen_has(&s, "refused: 还缺体质监测报告"));
	screen_press(&s, "Tab Enter");
	cr_assert_str_eq(screen_top(&s), "request");
	cr_expect(screen_has(&s, "还缺体质监测报告"));
	screen_press(&s, "Esc");
	cr_expect_not(screen_has(&s, "refused: "), "read once, it is gone from the first screen");
	sit("chen");
	cr_expect_not(screen_has(&s, "refused: "), "and stays so");
	screen_open(&s, &view_request, (struct view_args){.id = newest().id});
	/* From there it is asked anew. */
	screen_press(&s, "Enter 1");
	cr_expect_str_eq(screen_top(&s), "request-form");
}

Test(requests, a_correction_says_what_it_changes)
{
	open_form(REQUEST_CORRECTION);
	screen_type(&s, "37");
	screen_press(&s, "Tab End");
	screen_type(&s, "补充乡镇三场");
	screen_press(&s, "Tab Tab Tab");
	screen_type(&s, "12");
	screen_press(&s, "Tab");
	screen_type(&s, "漏报");
	screen_press(&s, "F9 Enter");
	cr_assert_eq(newest().kind, REQUEST_CORRECTION, "%s", app_message(s.app));
	sit("admin");
	screen_open(&s, &view_request, (struct view_args){.id = newest().id});
	cr_expect(screen_has(&s, "+[37]%"));
	cr_expect(screen_has(&s, "+[补充乡镇三场]"));
	screen_press(&s, "End");
	cr_expect(screen_has(&s, "12"), "the amount");
	screen_press(&s, "Enter 1 F9");
	cr_expect_eq(newest().state, REQUEST_GRANTED, "%s", app_message(s.app));
	screen_open(&s, &view_request, (struct view_args){.id = newest().id});
	cr_expect(screen_has(&s, "+[37]%"), "it reads the same when the report is corrected");
}

Test(requests, the_next_one_that_waits_follows_the_answered)
{
	ask(0, "不是我们的职责");
	ask_too(1, "天气原因");
	ask_too(2, "人员调整");
	sit("admin");
	screen_open(&s, &view_requests, (struct view_args){0});
	screen_press(&s, "Down Enter Enter 1 F9");
	cr_assert_str_eq(screen_top(&s), "requests", "%s", app_message(s.app));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "人员调整"));
	screen_press(&s, "Enter 1 F9 Enter");
	cr_expect(screen_has(&s, "不是我们的职责"), "behind the last stands the first again");
}

Test(requests, a_granted_objection_leads_to_the_assignment)
{
	ask(0, "不是我们的职责");
	sit("admin");
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

Test(requests, a_unit_takes_back_what_it_asked)
{
	ask(0, "不是我们的职责");
	screen_open(&s, &view_requests, (struct view_args){0});
	cr_expect(screen_has(&s, "waits for an answer"));
	screen_press(&s, "Enter Enter");
	cr_expect(screen_has(&s, "Take it back"));
	cr_expect_not(screen_has(&s, "Grant"), "that is the office's");
	screen_press(&s, "1 Enter");
	cr_expect_eq(newest().state, REQUEST_TAKEN_BACK, "%s", app_message(s.app));
}

Test(requests, nobody_answers_what_they_asked_themselves)
{
	sit("admin");
	cr_assert_eq(request_ask(s.app, REQUEST_EXTENSION, milestone().id,
				 district_unit(&s.d, "区教育局")),
		     0);
	script_run(s.script, s.app);
	fill_in(1, "代单位申请");
	screen_press(&s, "F9 Enter");
	cr_assert(newest().on_behalf, "%s", app_message(s.app));
	screen_open(&s, &view_request, (struct view_args){.id = newest().id});
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

Test(requests, an_action_is_closed_out_and_opened_again)
{
	ask(4, "四十所学校全部完成筛查");
	cr_expect_eq(action_state(), ACTION_ASKED);
	sit("admin");
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
	sit("admin");
	resume_offer(s.app);
	script_run(s.script, s.app);
	cr_expect(screen_has(&s, "why 4 中小学健康促进行动 is opened again"));
	screen_press(&s, "1");
	cr_expect(screen_has(&s, "抽查发现两所学校数据不实"), "kept");
	screen_press(&s, "F9");
	cr_expect_eq(action_state(), ACTION_ACTIVE, "%s", app_message(s.app));
}

Test(requests, a_closed_out_action_asks_for_no_later_date)
{
	ask(4, "四十所学校全部完成筛查");
	sit("admin");
	screen_open(&s, &view_request, (struct view_args){.id = newest().id});
	screen_press(&s, "Enter 1 F9 2");
	cr_assert_eq(action_state(), ACTION_CLOSED_OUT, "%s", app_message(s.app));
	sit("chen");
	screen_open(
		&s, &view_action,
		(struct view_args){.id = district_action(&s.d, "4"), .tab = ACTION_TAB_MILESTONES});
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "closed out"), "said beside what is not done any more");
	screen_press(&s, "5");
	cr_expect_str_neq(screen_top(&s), "request-form");
}

/* Past the last day of the fourth quarter. */
static void sit_too_late(const char *login)
{
	cr_assert_eq(moment_read("2022-02-20", &s.d.now, &s.d.e), 0);
	sit(login);
}

Test(requests, a_closed_period_leads_to_asking_for_a_late_report)
{
	static const char *const ways[] = {"1 Enter 2", "1 e", "1 =", "1 Enter 3"};

	sit_too_late("chen");
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		screen_press(&s, ways[i]);
		cr_assert_str_eq(screen_top(&s), "remedy", "%s: %s", ways[i], app_message(s.app));
		cr_expect(screen_has(&s, "2021Q4"));
		screen_press(&s, "Esc");
		cr_expect_str_eq(screen_top(&s), "home");
	}
	screen_press(&s, "1 e Enter");
	cr_assert_str_eq(screen_top(&s), "request-form");
	screen_type(&s, "2022-02-28");
	screen_press(&s, "Tab");
	screen_type(&s, "人员调整");
	screen_press(&s, "F9 Enter");
	cr_expect_eq(newest().kind, REQUEST_EXCEPTION, "%s", app_message(s.app));
	cr_expect_eq(newest().period_id, period("2021Q4"));

	sit("admin");
	screen_open(&s, &view_request, (struct view_args){.id = newest().id});
	screen_press(&s, "Enter 1 F9");
	cr_expect_eq(newest().state, REQUEST_GRANTED, "%s", app_message(s.app));
	sit("chen");
	screen_press(&s, "1 e");
	cr_expect_str_eq(screen_top(&s), "report", "%s", app_message(s.app));
}

Test(requests, the_date_of_a_milestone_leads_to_asking_for_another)
{
	screen_open(&s, &view_milestone_form,
		    (struct view_args){.id = district_action(&s.d, "4"), .id2 = milestone().id});
	screen_press(&s, "Tab");
	screen_type(&s, "2021-12-20");
	screen_press(&s, "F9");
	cr_assert_str_eq(screen_top(&s), "remedy", "%s", app_message(s.app));
	screen_press(&s, "1");
	cr_assert_str_eq(screen_top(&s), "request-form");
	cr_expect(screen_has(&s, "2021-11-15)"));
	screen_press(&s, "Esc");
	cr_expect(screen_has(&s, "2021-12-20"), "what was typed there is there still");
}

Test(requests, an_action_offers_what_its_state_allows)
{
	screen_press(&s, "4 F6");
	cr_expect(screen_has(&s, "1 Ask for a later date"));
	cr_expect(screen_has(&s, "Ask for close-out"));
	cr_expect_not(screen_has(&s, "correct"), "nothing of it was accepted this period");
	cr_expect_not(screen_has(&s, "closed"), "the third quarter was reported");
	screen_press(&s, "1");
	cr_assert_str_eq(screen_top(&s), "action");
	screen_press(&s, "Enter");
	cr_assert(screen_has(&s, "5 Ask for a later date"));
	screen_press(&s, "5");
	cr_expect_str_eq(screen_top(&s), "request-form");
	/* The lead says that an action is complete. */
	screen_press(&s, "Esc Esc 1 F6");
	cr_expect(screen_has(&s, "the lead's"));
}

/* view_request_form, view_requests, view_request, view_request_answer */
static const struct {
	int cols, rows;
	const char *language;
} looks[] = {{80, 24, "en"}, {60, 20, "en"}, {80, 24, "zh_CN"}, {60, 20, "zh_CN"}};

static void look(size_t i, const char *login)
{
	screen_leave(&s);
	if (!screen_language(looks[i].language))
		cr_skip_test("no translation has been built");
	screen_sit(&s, login, looks[i].cols, looks[i].rows);
}

Test(requests, forms_look)
{
	for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++)
		for (size_t k = 0; k < NFORMS; k++) {
			char *name = xasprintf("request-%s", request_kind_word(forms[k].kind));

			look(i, "chen");
			open_form(forms[k].kind);
			screen_golden(&s, name);
			free(name);
		}
}

Test(requests, answers_look)
{
	ask(1, "连续降雨，操场改造要到十二月上旬才能完工，筛查车进不了校园。");
	for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++) {
		look(i, "admin");
		screen_golden(&s, "office-asked");
		screen_open(&s, &view_requests, (struct view_args){0});
		screen_golden(&s, "requests");
		screen_press(&s, "Enter");
		screen_golden(&s, "request");
		screen_press(&s, "Enter");
		screen_golden(&s, "request-menu");
		screen_press(&s, "1");
		screen_golden(&s, "request-grant");
		screen_press(&s, "Esc Enter 2");
		screen_golden(&s, "request-refuse");
	}
}

Test(requests, refusals_look)
{
	for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++) {
		cr_assert_eq(moment_read("2022-02-20", &s.d.now, &s.d.e), 0);
		look(i, "chen");
		screen_press(&s, "1 e");
		screen_golden(&s, "remedy");
	}
}
