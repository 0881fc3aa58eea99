/* Urge notices: exactly those who owe, capped, never twice for what is answered, closed by what is
 * delivered. What leaders ask for is test_instruction.c's. 2022-01-05 is the third working day
 * after the fourth quarter was due; its reports are taken until 2022-01-10. */
#include "db/change.h"
#include "db/cycle/store_policy.h"
#include "db/cycle/store_request.h"
#include "tests/db/world_notices.h"

#include <criterion/criterion.h>
#include <string.h>

#define DAY "2022-01-05"

static struct world w;

static void setup(void)
{
	world_make(&w);
}

static void teardown(void)
{
	world_remove(&w);
}

TestSuite(notice, .init = setup, .fini = teardown);

static void hand_in(enum person_of_world person, const char *day, int64_t action, int64_t unit)
{
	struct report_new r = world_text(action, unit, Q4, 80, "做了");

	world_put(&w, person, day, &r, REPORT_SUBMIT);
}

Test(notice, nothing_is_owed_in_time)
{
	cr_expect_str_eq(world_debts_text(&w, "2021-12-20", 0), "");
	cr_expect_str_eq(world_debts_text(&w, "2021-12-31", HEALTH), "", "the last day is in time");
	cr_expect_str_eq(world_debts_text(&w, "2022-01-01", HEALTH),
			 "1 report 2021Q4, 3.1 report 2021Q4");
}

Test(notice, is_owed_by_who_is_late_with_what)
{
	cr_expect_str_eq(world_debts_text(&w, DAY, EDUCATION),
			 "1 report 2021Q4, 2 deadline, 2 report 2021Q4, 3.1 report 2021Q4");
	cr_expect_str_eq(world_debts_text(&w, DAY, QINGTIAN), "1 report 2021Q4", "as a member");
	cr_expect_str_eq(world_debts_text(&w, DAY, STREETS), "", "its members stand for it");
	cr_expect_str_eq(world_debts_text(&w, "2022-01-11", HEALTH), "", "no longer taken");
	cr_expect_eq(world_debts(&w, DAY, HEALTH).at[0].days, 3);
	hand_in(HEALTH_OFFICER, DAY, ACTION_1, HEALTH);
	cr_expect_str_eq(world_debts_text(&w, DAY, HEALTH), "3.1 report 2021Q4");
}

Test(notice, a_returned_report_is_owed_from_the_day_after)
{
	hand_in(HEALTH_OFFICER, "2022-01-03", ACTION_1, HEALTH);
	struct report_row row = world_report(&w, 1);
	world_review(&w, OFFICE, "2022-01-04", row.id, REPORT_RETURN, "缺数");
	cr_expect_str_eq(world_debts_text(&w, "2022-01-04", HEALTH), "3.1 report 2021Q4");
	cr_expect_str_eq(world_debts_text(&w, DAY, HEALTH), "1 returned 2021Q4, 3.1 report 2021Q4");
	cr_expect_eq(world_debts(&w, DAY, HEALTH).at[0].days, 1);
}

Test(notice, what_waits_for_the_office_is_no_debt)
{
	struct actor health = world_actor(&w, HEALTH_OFFICER, DAY);
	struct actor office = world_actor(&w, OFFICE, "2022-01-12");
	struct request_new ask = {.kind = REQUEST_EXCEPTION,
				  .unit_id = HEALTH,
				  .period_id = Q4,
				  .want = {2022, 1, 20},
				  .percent = -1,
				  .reason = "数据未到",
				  .done = "",
				  .problems = "",
				  .next = ""};
	struct request_row row;

	cr_assert_eq(store_request_ask(w.s, &health, &ask, &w.a, &row, NULL, &w.e), 0, "%s",
		     w.e.text);
	cr_expect_str_eq(world_debts_text(&w, DAY, HEALTH), "");
	cr_assert_eq(store_request_decide(w.s, &office, row.id, row.version, REQUEST_GRANT,
					  (struct date){0}, "", NULL, &w.e),
		     0, "%s", w.e.text);
	cr_expect_str_eq(world_debts_text(&w, "2022-01-20", HEALTH), "", "its own last day");
	cr_expect_str_eq(world_debts_text(&w, "2022-01-21", HEALTH),
			 "1 report 2021Q4, 3.1 report 2021Q4");
	cr_expect_str_eq(world_debts_text(&w, "2022-01-21", SPORT), "");
}

Test(notice, several_lines_in_one_with_their_level)
{
	struct notice_row n = world_urged(&w, DAY, EDUCATION);
	struct notice_item_rows items;

	cr_expect_eq(w.changes, CHANGE_NOTICE);
	cr_expect_eq(n.no, 1);
	cr_expect_eq(n.nitems, 4);
	cr_expect_eq(n.level, NOTICE_ORANGE, "the deadline is twelve days past");
	cr_expect_eq(n.state, NOTICE_ISSUED);
	cr_expect_eq(date_cmp(n.answer_by, world_day("2022-01-10")), 0, "three days worked");
	cr_assert_eq(store_notice_items(w.s, &w.a, n.id, &items, &w.e), 0);
	cr_expect_str_eq(notice_item_reason(&w.a, &items.at[1]),
			 "the deadline is past and the close-out not asked for; due 2021-12-20, 12 "
			 "working days late");
	cr_expect_eq(world_urged(&w, DAY, HEALTH).level, NOTICE_BLUE);
	cr_expect_eq(world_urged(&w, DAY, SPORT).no, 3, "they are numbered within the plan");
}

Test(notice, everybody_who_owes_at_once)
{
	struct notice_rows rows;

	cr_assert_eq(world_urge(&w, OFFICE, DAY, 0, false, &rows), 0, "%s", w.e.text);
	cr_expect_eq(rows.n, 5);
	cr_expect_eq(rows.at[0].unit_id, EDUCATION, "the most urgent first");
	cr_assert_eq(world_urge(&w, OFFICE, DAY, 0, false, &rows), 0, "%s", w.e.text);
	cr_expect_eq(rows.n, 0, "all are asked already");
	cr_expect_eq(w.changes, 0);
}

Test(notice, is_the_offices)
{
	struct notice_rows rows;

	cr_expect_eq(world_urge(&w, EDU_OFFICER, DAY, EDUCATION, false, &rows), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_expect_eq(world_urge(&w, MAYOR, DAY, 0, false, &rows), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM notice"), 0);
}

Test(notice, is_not_urged_again_before_its_answer_is_due)
{
	struct notice_rows rows;

	world_urged(&w, "2022-01-03", HEALTH);
	cr_expect_eq(world_urge(&w, OFFICE, "2022-01-06", HEALTH, false, &rows), -1);
	cr_expect_eq(w.e.code, ERR_STATE);
	struct notice_row again = world_urged(&w, "2022-01-07", HEALTH);
	cr_expect_eq(again.level, NOTICE_ORANGE, "urged once before");
	cr_expect_eq(world_number(&w, "SELECT min(times) FROM notice_item WHERE notice_id = 2"), 2);
}

Test(notice, is_capped)
{
	struct notice_rows rows;
	struct notice_drafts drafts;
	struct actor office = world_actor(&w, OFFICE, "2022-01-07");
	struct urge_filter f = {.plan_id = PLAN};

	cr_assert_eq(store_policy_set(w.s, &office, POLICY_URGE_CAP, "1", NULL, &w.e), 0);
	world_urged(&w, "2022-01-03", HEALTH);
	cr_expect_eq(world_urge(&w, OFFICE, "2022-01-07", HEALTH, false, &rows), -1);
	cr_expect_eq(w.e.code, ERR_STATE);
	cr_expect_not_null(strstr(w.e.text, "urge.cap"), "%s", w.e.text);
	cr_assert_eq(store_urge_list(w.s, &w.a, &office, &f, &drafts, &w.e), 0);
	for (size_t i = 0; i < drafts.n; i++) {
		cr_expect_eq(drafts.at[i].capped, drafts.at[i].unit_id == HEALTH);
		if (drafts.at[i].capped)
			cr_expect_eq(date_cmp(drafts.at[i].free_on, world_day("2022-01-10")), 0);
	}
	cr_expect_eq(world_urge(&w, OFFICE, "2022-01-09", HEALTH, false, &rows), -1);
	cr_expect_not_null(strstr(w.e.text, "from 2022-01-10 on"), "%s", w.e.text);
	world_urged(&w, "2022-01-10", HEALTH);
}

/* What education would get on that day in both plans, the second of which owes since long. */
static struct notice_drafts draft_in_two_plans(const char *day, const char *cap)
{
	struct actor office = world_actor(&w, OFFICE, day);
	struct urge_filter f = {.unit_id = EDUCATION};
	struct notice_drafts drafts;

	world_script(&w, "UPDATE plan SET state = 'open' WHERE id = 2; "
			 "UPDATE action SET due = '2021-06-30' WHERE id = 7");
	cr_assert_eq(store_policy_set(w.s, &office, POLICY_URGE_CAP, cap, NULL, &w.e), 0);
	cr_assert_eq(store_urge_list(w.s, &w.a, &office, &f, &drafts, &w.e), 0, "%s", w.e.text);
	cr_assert_eq(drafts.n, 2);
	cr_expect_not(drafts.at[0].capped);
	cr_expect(drafts.at[1].capped);
	return drafts;
}

Test(notice, in_another_plan_counts_for_the_cap_before_it_is_issued)
{
	struct notice_drafts drafts = draft_in_two_plans(DAY, "1");

	cr_expect_eq(drafts.at[1].recent, 0);
	cr_expect_eq(drafts.at[1].before, 1);
	cr_expect_eq(date_cmp(drafts.at[1].free_on, world_day("2022-01-12")), 0, "seven days");
}

Test(notice, the_oldest_of_several_makes_room_for_the_next)
{
	world_urged(&w, "2021-12-30", EDUCATION);
	struct notice_drafts drafts = draft_in_two_plans(DAY, "2");

	cr_expect_eq(drafts.at[1].recent, 1);
	cr_expect_eq(drafts.at[1].before, 1);
	cr_expect_eq(date_cmp(drafts.at[1].free_on, world_day("2022-01-06")), 0,
		     "the one of 2021-12-30 is counted no more");
}

Test(notice, stops_when_answered)
{
	struct notice_rows rows;
	struct notice_row n = world_urged(&w, "2022-01-03", HEALTH);

	n = world_answered(&w, n.id, HEALTH_OFFICER, "2022-01-04");
	cr_expect_eq(n.state, NOTICE_ANSWERED);
	cr_expect_str_eq(n.answer, "周五前补报");
	cr_expect_str_eq(n.answered_by, "何医生");
	cr_expect_eq(world_urge(&w, OFFICE, "2022-01-10", HEALTH, false, &rows), -1,
		     "it was answered");
	cr_assert_eq(world_urge(&w, OFFICE, "2022-01-10", HEALTH, true, &rows), 0, "%s", w.e.text);
	cr_expect_eq(rows.n, 1);
	struct actor who = world_actor(&w, HEALTH_OFFICER, DAY);
	cr_expect_eq(store_notice_answer(w.s, &who, n.id, n.version, "再答", NULL, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_STATE);
}

Test(notice, one_answer_for_what_was_urged_twice)
{
	struct notice_row first = world_urged(&w, "2022-01-03", HEALTH),
			  second = world_urged(&w, "2022-01-07", HEALTH);

	world_answered(&w, second.id, HEALTH_OFFICER, "2022-01-07");
	cr_expect_eq(world_notice(&w, first.id).state, NOTICE_ANSWERED);
	cr_expect_str_eq(world_notice(&w, first.id).answer, "周五前补报");
}

Test(notice, an_older_one_that_asks_for_more_waits_on)
{
	struct notice_row first = world_urged(&w, "2022-01-03", HEALTH);

	hand_in(HEALTH_OFFICER, "2022-01-04", ACTION_1, HEALTH);
	struct notice_row second = world_urged(&w, "2022-01-07", HEALTH);
	cr_expect_eq(second.nitems, 1);
	world_review(&w, OFFICE, "2022-01-07", 1, REPORT_RETURN, "缺数");
	world_answered(&w, second.id, HEALTH_OFFICER, "2022-01-08");
	cr_expect_eq(world_notice(&w, first.id).state, NOTICE_ISSUED,
		     "the returned report is its own");
}

Test(notice, a_new_date_that_passes_is_urged_again)
{
	struct notice_rows rows;
	struct notice_row n = world_urged(&w, "2022-01-03", HEALTH);

	world_answered(&w, n.id, HEALTH_OFFICER, "2022-01-04");
	hand_in(HEALTH_OFFICER, "2022-01-04", ACTION_1, HEALTH);
	world_review(&w, OFFICE, "2022-01-05", 1, REPORT_RETURN, "缺数");
	cr_assert_eq(world_urge(&w, OFFICE, "2022-01-06", HEALTH, false, &rows), 0, "%s", w.e.text);
	cr_assert_eq(rows.n, 1);
	cr_expect_eq(rows.at[0].nitems, 1, "the returned one alone");
}

Test(notice, is_closed_by_what_is_delivered)
{
	struct notice_row n = world_urged(&w, DAY, HEALTH);

	hand_in(HEALTH_OFFICER, DAY, ACTION_1, HEALTH);
	cr_expect_eq(world_notice(&w, n.id).state, NOTICE_ISSUED, "one line is left");
	w.changes = 0;
	hand_in(HEALTH_OFFICER, DAY, ACTION_3_1, HEALTH);
	cr_expect(w.changes & CHANGE_NOTICE);
	n = world_notice(&w, n.id);
	cr_expect_eq(n.state, NOTICE_CLOSED);
	cr_expect(n.settled);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'notice.settle'"), 1);
}

Test(notice, an_answered_one_is_closed_by_delivery_too)
{
	struct notice_row n = world_urged(&w, DAY, SPORT);
	struct actor office = world_actor(&w, OFFICE, DAY);
	struct report_new r = world_text(ACTION_3_2, SPORT, Q4, 50, "赛事完成");
	struct report_row row;

	world_answered(&w, n.id, OFFICE, DAY);
	cr_assert_eq(store_report_put(w.s, &office, &r, REPORT_SUBMIT, &w.a, &row, NULL, &w.e), 0,
		     "%s", w.e.text);
	cr_expect_eq(world_notice(&w, n.id).state, NOTICE_CLOSED);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'notice.answer' "
				      "AND after LIKE '%on_behalf%'"),
		     1);
}

Test(notice, of_milestones)
{
	struct actor health = world_actor(&w, HEALTH_OFFICER, "2021-11-01");
	struct milestone_new m = {.action_id = ACTION_1,
				  .unit_id = HEALTH,
				  .title = "培训",
				  .note = "",
				  .due = {2021, 11, 15}};
	struct milestone_row row;

	cr_assert_eq(store_milestone_put(w.s, &health, &m, &w.a, &row, NULL, &w.e), 0, "%s",
		     w.e.text);
	cr_expect_str_eq(world_debts_text(&w, "2021-11-15", HEALTH), "");
	cr_expect_str_eq(world_debts_text(&w, "2021-11-16", HEALTH), "1 milestone 培训");
	struct notice_row n = world_urged(&w, "2021-11-16", HEALTH);
	health = world_actor(&w, HEALTH_OFFICER, "2021-11-17");
	cr_assert_eq(store_milestone_step(w.s, &health, row.id, row.version, MILESTONE_FINISH,
					  health.now.today, "", NULL, &w.e),
		     0, "%s", w.e.text);
	cr_expect_eq(world_notice(&w, n.id).state, NOTICE_CLOSED);
}

Test(notice, the_office_closes_it)
{
	struct notice_row n = world_urged(&w, DAY, HEALTH);
	struct actor health = world_actor(&w, HEALTH_OFFICER, DAY);
	struct actor office = world_actor(&w, OFFICE, DAY);

	cr_expect_eq(store_notice_close(w.s, &health, n.id, n.version, "", NULL, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_expect_eq(store_notice_close(w.s, &office, n.id, n.version + 1, "", NULL, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_CONFLICT);
	cr_assert_eq(store_notice_close(w.s, &office, n.id, n.version, "已当面说明", NULL, &w.e),
		     0);
	n = world_notice(&w, n.id);
	cr_expect_eq(n.state, NOTICE_CLOSED);
	cr_expect_not(n.settled);
	struct notice_rows rows;
	cr_expect_eq(world_urge(&w, OFFICE, "2022-01-10", HEALTH, false, &rows), -1);
}

Test(notice, a_unit_reads_its_own)
{
	struct actor health = world_actor(&w, HEALTH_OFFICER, DAY);
	struct notice_filter f = {.kind = -1};
	struct notice_rows rows;
	struct notice_row row;
	struct debt_rows debts;

	struct notice_row edu = world_urged(&w, DAY, EDUCATION);
	world_urged(&w, DAY, HEALTH);
	cr_assert_eq(store_notice_list(w.s, &w.a, &health, &f, 10, &rows, &w.e), 0);
	cr_assert_eq(rows.n, 1);
	cr_expect_eq(rows.at[0].unit_id, HEALTH);
	cr_expect_eq(store_notice_get(w.s, &w.a, &health, edu.id, &row, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_assert_eq(store_debt_list(w.s, &w.a, &health, PLAN, 0, &debts, &w.e), 0);
	for (size_t i = 0; i < debts.n; i++)
		cr_expect_eq(debts.at[i].unit_id, HEALTH);
}

Test(notice, are_found_by_what_they_are)
{
	struct actor office = world_actor(&w, OFFICE, DAY);
	struct notice_filter f = {.kind = NOTICE_INSTRUCTION};
	struct notice_rows rows;

	cr_assert_eq(world_urge(&w, OFFICE, DAY, 0, false, &rows), 0, "%s", w.e.text);
	cr_assert_eq(world_instruct(&w, MAYOR, DAY, ACTION_2, 0, "2022-01-10", &rows), 0, "%s",
		     w.e.text);
	cr_assert_eq(store_notice_list(w.s, &w.a, &office, &f, 10, &rows, &w.e), 0);
	cr_expect_eq(rows.n, 1);
	f = (struct notice_filter){.kind = -1, .action_id = ACTION_2};
	cr_assert_eq(store_notice_list(w.s, &w.a, &office, &f, 10, &rows, &w.e), 0);
	cr_expect_eq(rows.n, 2, "the urge notice with a line of it, and the instruction");
	f = (struct notice_filter){.kind = -1, .unit_id = EDUCATION, .open = true};
	cr_assert_eq(store_notice_list(w.s, &w.a, &office, &f, 10, &rows, &w.e), 0);
	cr_expect_eq(rows.n, 2);
	f.plan_id = OLD_PLAN;
	cr_assert_eq(store_notice_list(w.s, &w.a, &office, &f, 10, &rows, &w.e), 0);
	cr_expect_eq(rows.n, 0);
}
