/* The review of reports: signed off, sent back, accepted, taken back; who may, and what stays. */
#include "db/report/store_report.h"

#include "db/store_internal.h"
#include "db/people/store_unit.h"
#include "tests/db/world.h"

#include <criterion/criterion.h>
#include <string.h>

#define TODAY "2021-11-21"

static struct world w;

static void setup(void)
{
	world_make(&w);
}

static void teardown(void)
{
	world_remove(&w);
}

TestSuite(report_review, .init = setup, .fini = teardown);

Test(report_review, a_return_keeps_the_text_and_carries_its_reason)
{
	struct report_row row = world_handed_in(&w, TODAY);
	struct report_new r;

	world_refuse_review(&w, OFFICE, TODAY, &row, REPORT_RETURN, "");
	cr_expect_eq(w.e.code, ERR_INPUT);
	cr_expect_str_eq(w.e.field, "reason");
	world_review(&w, OFFICE, TODAY, row.id, REPORT_RETURN, "请补充场馆数");
	row = world_report(&w, row.id);
	cr_expect_eq(row.state, REPORT_RETURNED);
	cr_expect_eq(row.nreturned, 1);
	cr_expect_str_eq(row.reason, "请补充场馆数");
	cr_expect_str_neq(row.reviewed_by, "");
	cr_expect_str_neq(row.reviewed_by, row.entered_by);
	cr_expect_gt(row.reviewed_at, 0);
	cr_expect_str_eq(row.done, "完成二十所学校视力筛查");
	cr_expect_eq(row.percent, 45);
	cr_expect_str_eq(row.entered_by, "林老师");

	r = world_text(ACTION_2, EDUCATION, Q4, 45, row.done);
	r.report_id = row.id;
	r.version = row.version;
	row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	cr_expect_eq(row.state, REPORT_DRAFT);
	cr_expect_str_eq(row.reason, "请补充场馆数");
	r.version = row.version;
	row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	world_review(&w, OFFICE, TODAY, row.id, REPORT_RETURN, "还差一所");
	cr_expect_eq(world_report(&w, row.id).nreturned, 2);
}

Test(report_review, the_units_leader_sends_back_before_signing_only)
{
	struct report_row row = world_handed_in(&w, TODAY);

	world_refuse_review(&w, HEALTH_OFFICER, TODAY, &row, REPORT_RETURN, "x");
	cr_expect_eq(w.e.code, ERR_DENIED);
	world_review(&w, EDU_LEADER, TODAY, row.id, REPORT_RETURN, "数字不对");
	row = world_report(&w, row.id);
	cr_expect_eq(row.state, REPORT_RETURNED);

	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 46, "改");
	r.report_id = row.id;
	r.version = row.version;
	row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	world_review(&w, EDU_LEADER, TODAY, row.id, REPORT_SIGN, "");
	row = world_report(&w, row.id);
	world_refuse_review(&w, EDU_LEADER, TODAY, &row, REPORT_RETURN, "x");
	cr_expect_eq(w.e.code, ERR_DENIED);
}

Test(report_review, the_flow_refuses_what_the_state_does_not_allow)
{
	struct report_row row = world_handed_in(&w, TODAY);
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 50, "再改");

	r.report_id = row.id;
	r.version = row.version;
	world_refuse_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	cr_expect_eq(w.e.code, ERR_STATE);
	world_review(&w, OFFICE, TODAY, row.id, REPORT_ACCEPT, "");
	row = world_report(&w, row.id);
	world_refuse_review(&w, OFFICE, TODAY, &row, REPORT_RETURN, "x");
	cr_expect_eq(w.e.code, ERR_STATE);
	r.version = row.version;
	world_refuse_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	cr_expect_eq(w.e.code, ERR_STATE);
	cr_expect_str_eq(world_report(&w, row.id).done, "完成二十所学校视力筛查");
}

Test(report_review, a_closed_plan_takes_no_review)
{
	struct report_row row = world_handed_in(&w, TODAY);

	world_script(&w, "UPDATE plan SET state = 'closed' WHERE id = 1");
	world_refuse_review(&w, OFFICE, TODAY, &row, REPORT_ACCEPT, "");
	cr_expect_eq(w.e.code, ERR_STATE);
	cr_expect(strstr(w.e.text, "yx2021"), "%s", w.e.text);
}

Test(report_review, the_unit_takes_back_what_nobody_has_decided_on)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 40, "十所学校");
	struct report_row row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);

	world_refuse_review(&w, HEALTH_OFFICER, TODAY, &row, REPORT_RECALL, "");
	cr_expect_eq(w.e.code, ERR_DENIED);
	world_review(&w, EDU_OFFICER, TODAY, row.id, REPORT_RECALL, "");
	row = world_report(&w, row.id);
	cr_expect_eq(row.state, REPORT_DRAFT);
	cr_expect_str_eq(row.done, "十所学校");
	cr_expect_eq(row.submitted_at, 0);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'report.recall'"), 1);
	world_refuse_review(&w, EDU_OFFICER, TODAY, &row, REPORT_RECALL, "");
	cr_expect_eq(w.e.code, ERR_STATE);
}

Test(report_review, what_was_accepted_is_not_taken_back)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 40, "十所学校");
	struct report_row row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);

	world_review(&w, OFFICE, TODAY, row.id, REPORT_ACCEPT, "");
	row = world_report(&w, row.id);
	world_refuse_review(&w, EDU_OFFICER, TODAY, &row, REPORT_RECALL, "");
	cr_expect_eq(w.e.code, ERR_STATE);
}

Test(report_review, the_leader_takes_the_signing_off_back_until_the_office_decides)
{
	struct report_row row = world_handed_in(&w, TODAY);

	world_refuse_review(&w, EDU_LEADER, TODAY, &row, REPORT_UNSIGN, "");
	cr_expect_eq(w.e.code, ERR_STATE, "it is not signed off");
	world_review(&w, EDU_LEADER, TODAY, row.id, REPORT_SIGN, "");
	row = world_report(&w, row.id);
	world_refuse_review(&w, EDU_OFFICER, TODAY, &row, REPORT_UNSIGN, "");
	cr_expect_eq(w.e.code, ERR_DENIED);
	world_review(&w, EDU_LEADER, TODAY, row.id, REPORT_UNSIGN, "");
	cr_expect_eq(world_report(&w, row.id).state, REPORT_SUBMITTED);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM report WHERE signed_at IS NOT NULL "
				      "OR signed_by IS NOT NULL"),
		     0);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'report.unsign'"), 1);
	world_review(&w, EDU_LEADER, TODAY, row.id, REPORT_SIGN, "");
	world_review(&w, OFFICE, TODAY, row.id, REPORT_ACCEPT, "");
	row = world_report(&w, row.id);
	world_refuse_review(&w, EDU_LEADER, TODAY, &row, REPORT_UNSIGN, "");
	cr_expect_eq(w.e.code, ERR_STATE, "accepted");
}
