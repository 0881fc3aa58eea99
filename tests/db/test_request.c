/* What units ask of the office: asking, granting, refusing, taking back, and what each does. */
#include "db/change.h"
#include "db/cycle/store_receipt.h"
#include "tests/db/world_notices.h"
#include "tests/db/world_requests.h"

#include <criterion/criterion.h>
#include <string.h>

static struct world w;
static const char today[] = "2021-11-21";

static void setup(void)
{
	world_make(&w);
}

static void teardown(void)
{
	world_remove(&w);
}

TestSuite(request_store, .init = setup, .fini = teardown);

static struct request_row reread(int64_t id)
{
	struct request_row q;

	cr_assert_eq(store_request_get(w.s, &w.a, NULL, id, &q, &w.e), 0, "%s", w.e.text);
	return q;
}

Test(request_store, an_objection_is_answered_by_the_office)
{
	struct request_new r = world_contest();
	struct request_row q;

	cr_assert_eq(world_ask(&w, EDU_OFFICER, today, &r, &q), 0, "%s", w.e.text);
	cr_expect_eq(w.changes, CHANGE_REQUEST | CHANGE_ASSIGNMENT);
	cr_expect_eq(q.state, REQUEST_ASKED);
	cr_expect_str_eq(q.action_no, "1");
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM assignment WHERE state = 'contested'"),
		     1);
	cr_expect_eq(world_ask(&w, EDU_OFFICER, today, &r, &q), -1, "asked twice");
	cr_expect_eq(w.e.code, ERR_EXISTS, "%s", w.e.text);
	q = reread(1);
	cr_expect_eq(world_decide(&w, EDU_OFFICER, today, &q, REQUEST_GRANT, "", ""), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_expect_eq(world_decide(&w, OFFICE, today, &q, REQUEST_REFUSE, "", ""), -1,
		     "a refusal says why");
	cr_expect_str_eq(w.e.field, "answer");
	cr_assert_eq(world_decide(&w, OFFICE, today, &q, REQUEST_REFUSE, "", "方案写明由两家承担"),
		     0, "%s", w.e.text);
	q = reread(1);
	cr_expect_eq(q.state, REQUEST_REFUSED);
	cr_expect_str_eq(q.answer, "方案写明由两家承担");
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM assignment WHERE state = 'received'"),
		     1);
	cr_expect_eq(world_decide(&w, OFFICE, today, &q, REQUEST_GRANT, "", ""), -1);
	cr_expect_eq(w.e.code, ERR_STATE);
}

static size_t count_debts(int64_t unit_id)
{
	return world_debts(&w, "2022-01-05", unit_id).n;
}

static int64_t count_shares(int64_t unit_id, const char *state)
{
	return world_number(&w, arena_printf(&w.a,
					     "SELECT count(*) FROM task_share WHERE unit_id = %lld "
					     "AND action_id = 1 AND state = '%s'",
					     (long long)unit_id, state));
}

Test(request_store, a_member_of_a_collective_unit_objects_for_itself)
{
	struct request_new r = world_contest();
	struct request_row q;
	size_t baishi = count_debts(BAISHI);

	cr_assert_gt(baishi, 0);
	r.unit_id = QINGTIAN;
	cr_assert_eq(world_ask(&w, QINGTIAN_OFFICER, today, &r, &q), 0, "%s", w.e.text);
	cr_expect_eq(count_shares(QINGTIAN, "contested"), 1);
	cr_expect_eq(count_shares(BAISHI, "issued"), 1);
	cr_expect_eq(count_debts(QINGTIAN), 0, "what it contests is not asked of it");
	cr_expect_eq(count_debts(BAISHI), baishi);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM assignment WHERE state = 'contested'"),
		     0, "the other member has not received it yet");
	cr_assert_eq(world_decide(&w, OFFICE, today, &q, REQUEST_REFUSE, "", "各街道都有"), 0, "%s",
		     w.e.text);
	cr_expect_eq(count_shares(QINGTIAN, "received"), 1);
	cr_expect_eq(count_shares(BAISHI, "issued"), 1);
	cr_expect_eq(count_debts(QINGTIAN), baishi);
}

Test(request_store, a_member_takes_its_objection_back)
{
	struct actor officer = world_actor(&w, QINGTIAN_OFFICER, today);
	struct request_new r = world_contest();
	struct request_row q;
	int n;

	r.unit_id = QINGTIAN;
	cr_assert_eq(world_ask(&w, QINGTIAN_OFFICER, today, &r, &q), 0, "%s", w.e.text);
	cr_assert_eq(store_receive(w.s, &officer, PLAN, QINGTIAN, ACTION_1, &n, NULL, &w.e), 0,
		     "%s", w.e.text);
	cr_expect_eq(reread(q.id).state, REQUEST_TAKEN_BACK);
	cr_expect_eq(count_shares(QINGTIAN, "received"), 1);
	cr_expect_eq(store_receive(w.s, &officer, PLAN, QINGTIAN, ACTION_1, &n, NULL, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_STATE, "%s", w.e.text);
}

Test(request_store, taking_back_undoes_the_asking)
{
	struct request_new r = world_contest();
	struct request_row q;
	struct actor officer = world_actor(&w, EDU_OFFICER, today);

	cr_assert_eq(world_ask(&w, EDU_OFFICER, today, &r, &q), 0, "%s", w.e.text);
	cr_assert_eq(store_request_take_back(w.s, &officer, q.id, q.version, NULL, &w.e), 0, "%s",
		     w.e.text);
	cr_expect_eq(reread(q.id).state, REQUEST_TAKEN_BACK);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM assignment WHERE state = 'contested'"),
		     0);
	cr_expect_eq(world_ask(&w, EDU_OFFICER, today, &r, &q), 0, "may be asked anew: %s",
		     w.e.text);
}

Test(request_store, an_extension_moves_the_date_and_counts)
{
	struct request_new r = world_extension(world_milestone(&w, today, "2021-12-10").id);
	struct request_row q;
	struct milestone_row m;

	cr_assert_eq(world_ask(&w, EDU_OFFICER, today, &r, &q), 0, "%s", w.e.text);
	cr_expect_str_eq(q.what, "完成改造");
	cr_expect_not(q.late);
	cr_expect_eq(world_decide(&w, OFFICE, today, &q, REQUEST_GRANT, "2021-12-09", ""), -1,
		     "an earlier date");
	cr_expect_str_eq(w.e.field, "granted");
	cr_assert_eq(world_decide(&w, OFFICE, today, &q, REQUEST_GRANT, "2021-12-20", "到二十日"),
		     0, "%s", w.e.text);
	cr_assert_eq(store_milestone_get(w.s, &w.a, NULL, r.milestone_id, &m, &w.e), 0);
	cr_expect_eq(date_cmp(m.due, world_day("2021-12-20")), 0);
	cr_expect_eq(world_number(&w, "SELECT nextended FROM milestone WHERE title = '完成改造'"),
		     1);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'milestone.extend'"),
		     1);
}

Test(request_store, the_date_asked_for_is_given_where_none_is_named)
{
	struct request_new r = world_extension(world_milestone(&w, today, "2021-12-10").id);
	struct request_row q;
	struct milestone_row m;

	cr_assert_eq(world_ask(&w, EDU_OFFICER, today, &r, &q), 0, "%s", w.e.text);
	cr_assert_eq(world_decide(&w, OFFICE, today, &q, REQUEST_GRANT, "", ""), 0, "%s", w.e.text);
	cr_assert_eq(store_milestone_get(w.s, &w.a, NULL, r.milestone_id, &m, &w.e), 0);
	cr_expect_eq(date_cmp(m.due, world_day("2021-12-30")), 0);
}

Test(request_store, a_completion_closes_the_action_out)
{
	struct request_new r = {.kind = REQUEST_COMPLETION,
				.unit_id = EDUCATION,
				.action_id = ACTION_2,
				.percent = 100,
				.reason = "二十所全部完成",
				.done = "",
				.problems = "",
				.next = ""};
	struct request_row q;

	cr_assert_eq(world_ask(&w, EDU_OFFICER, today, &r, &q), 0, "%s", w.e.text);
	cr_expect_eq(
		world_number(&w, "SELECT count(*) FROM action WHERE state = 'completion-asked'"),
		1);
	cr_assert_eq(world_decide(&w, OFFICE, today, &q, REQUEST_REFUSE, "", "缺验收单"), 0, "%s",
		     w.e.text);
	cr_expect_eq(
		world_number(&w, "SELECT count(*) FROM action WHERE state = 'completion-asked'"),
		0);
	cr_assert_eq(world_ask(&w, EDU_OFFICER, today, &r, &q), 0, "%s", w.e.text);
	cr_assert_eq(world_decide(&w, OFFICE, today, &q, REQUEST_GRANT, "", ""), 0, "%s", w.e.text);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM action WHERE state = 'closed-out'"), 1);
}

Test(request_store, who_cooperates_does_not_close_out)
{
	struct request_new r = {.kind = REQUEST_COMPLETION,
				.unit_id = EDUCATION,
				.action_id = ACTION_1,
				.percent = 100,
				.reason = "完成",
				.done = "",
				.problems = "",
				.next = ""};
	struct request_row q;

	cr_expect_eq(world_ask(&w, EDU_OFFICER, today, &r, &q), -1);
	cr_expect_eq(w.e.code, ERR_STATE, "%s", w.e.text);
}

Test(request_store, a_correction_keeps_what_was_accepted)
{
	struct report_row report = world_handed_in(&w, today);
	struct request_new r = {.kind = REQUEST_CORRECTION,
				.unit_id = EDUCATION,
				.percent = 55,
				.reason = "漏报一所",
				.done = "实为11所学校",
				.problems = "",
				.next = ""};
	struct request_row q;

	r.report_id = report.id;
	cr_expect_eq(world_ask(&w, EDU_OFFICER, today, &r, &q), -1, "not accepted yet");
	cr_expect_eq(w.e.code, ERR_STATE);
	world_review(&w, OFFICE, today, report.id, REPORT_ACCEPT, "");
	cr_assert_eq(world_ask(&w, EDU_OFFICER, today, &r, &q), 0, "%s", w.e.text);
	cr_expect_str_eq(q.what, "2021Q4");
	cr_assert_eq(world_decide(&w, OFFICE, today, &q, REQUEST_GRANT, "", ""), 0, "%s", w.e.text);
	report = world_report(&w, report.id);
	cr_expect_eq(report.state, REPORT_ACCEPTED);
	cr_expect_eq(report.percent, 55);
	cr_expect_str_eq(report.done, "实为11所学校");
	cr_expect_eq(
		world_number(&w, "SELECT count(*) FROM report_edition WHERE kind = 'corrected'"),
		1);
}

Test(request_store, a_correction_says_what_the_volumes_shall_be)
{
	struct report_volume_row counted = {VOLUME, "12"}, corrected = {VOLUME, "11"};
	struct report_new text = world_text(ACTION_2, EDUCATION, Q4, 50, "筛查十二所");
	struct report_edition_rows editions;
	struct request_row q;

	text.volumes = (struct report_volume_rows){&counted, 1, 1};
	struct report_row report = world_put(&w, EDU_OFFICER, today, &text, REPORT_SUBMIT);
	world_review(&w, OFFICE, today, report.id, REPORT_ACCEPT, "");
	struct request_new r = {.kind = REQUEST_CORRECTION,
				.unit_id = EDUCATION,
				.report_id = report.id,
				.percent = 45,
				.reason = "多报一所",
				.done = "筛查十一所",
				.problems = "",
				.next = "",
				.volumes = {&corrected, 1, 1}};
	cr_assert_eq(world_ask(&w, EDU_OFFICER, today, &r, &q), 0, "%s", w.e.text);
	cr_assert_eq(q.volumes.n, 1);
	cr_expect_str_eq(q.volumes.at[0].value, "11");
	cr_expect_eq(world_number(&w, "SELECT value FROM report_volume"), 12,
		     "as it was till then");
	cr_assert_eq(world_decide(&w, OFFICE, today, &q, REQUEST_GRANT, "", ""), 0, "%s", w.e.text);
	cr_expect_eq(world_number(&w, "SELECT value FROM report_volume"), 11);
	cr_assert_eq(store_report_editions(w.s, &w.a, NULL, report.id, &editions, &w.e), 0);
	cr_assert_eq(editions.n, 3);
	cr_expect_str_eq(editions.at[1].volumes.at[0].value, "12");
	cr_expect_str_eq(editions.at[2].volumes.at[0].value, "11");
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'report.correct' "
				      "AND before LIKE '%\"volume 1\":\"12\"%' "
				      "AND after LIKE '%\"volume 1\":\"11\"%'"),
		     1);
}

Test(request_store, a_correction_counts_only_volumes_of_its_action)
{
	struct report_row report = world_handed_in(&w, today);
	struct report_volume_row other = {VOLUME + 1, "1"};
	struct request_new r = {.kind = REQUEST_CORRECTION,
				.unit_id = EDUCATION,
				.report_id = report.id,
				.percent = 45,
				.reason = "多报",
				.done = "十所",
				.problems = "",
				.next = "",
				.volumes = {&other, 1, 1}};
	struct request_row q;

	world_review(&w, OFFICE, today, report.id, REPORT_ACCEPT, "");
	cr_expect_eq(world_ask(&w, EDU_OFFICER, today, &r, &q), -1);
	cr_expect_str_eq(w.e.field, "volume");
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM request"), 0);
}

Test(request_store, an_exception_is_kept_for_the_unit)
{
	struct request_new r = {.kind = REQUEST_EXCEPTION,
				.unit_id = EDUCATION,
				.period_id = Q3,
				.want = world_day("2021-11-30"),
				.percent = -1,
				.reason = "人员调动",
				.done = "",
				.problems = "",
				.next = ""};
	struct request_row q;
	struct date due;

	cr_assert_eq(world_ask(&w, EDU_OFFICER, today, &r, &q), 0, "%s", w.e.text);
	cr_expect(q.late);
	cr_assert_eq(world_decide(&w, OFFICE, today, &q, REQUEST_GRANT, "", ""), 0, "%s", w.e.text);
	cr_assert_eq(store_request_due(w.s, &w.a, &r, &due, &w.e), 0, "%s", w.e.text);
	cr_expect_eq(date_cmp(due, world_day("2021-11-30")), 0);
}

Test(request_store, a_unit_reads_its_own)
{
	struct request_new r = world_contest();
	struct request_row q;
	struct request_rows rows;
	struct actor health = world_actor(&w, HEALTH_OFFICER, today);
	struct actor office = world_actor(&w, OFFICE, today);
	const struct request_filter waiting = {.waiting = true};

	cr_assert_eq(world_ask(&w, EDU_OFFICER, today, &r, &q), 0, "%s", w.e.text);
	cr_assert_eq(store_request_list(w.s, &w.a, &health, &waiting, 10, &rows, &w.e), 0);
	cr_expect_eq(rows.n, 0);
	cr_expect_eq(store_request_get(w.s, &w.a, &health, q.id, &q, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_assert_eq(store_request_list(w.s, &w.a, &office, &waiting, 10, &rows, &w.e), 0);
	cr_expect_eq(rows.n, 1);
	cr_expect_eq(world_ask(&w, HEALTH_OFFICER, today, &r, &q), -1, "for another unit");
	cr_expect_eq(w.e.code, ERR_DENIED);
}

Test(request_store, versions_are_compared)
{
	struct request_new r = world_contest();
	struct request_row q;

	cr_assert_eq(world_ask(&w, EDU_OFFICER, today, &r, &q), 0, "%s", w.e.text);
	q.version--;
	cr_expect_eq(world_decide(&w, OFFICE, today, &q, REQUEST_GRANT, "", ""), -1);
	cr_expect_eq(w.e.code, ERR_CONFLICT);
}
