/* Late writes to what units enter and the office answers. */
#include "tests/db/late.h"

#include "core/rule/flow.h"
#include "core/rule/request.h"
#include "db/cycle/store_notice.h"
#include "db/report/store_draft.h"
#include "tests/db/world_requests.h"

#include <criterion/criterion.h>

int late_report_put(void)
{
	struct report_row row = world_handed_in(&late, LATE_TODAY);
	struct report_new new = world_text(ACTION_2, EDUCATION, Q4, 60, "第二稿");
	struct actor edu = late_who(EDU_OFFICER);

	new.report_id = row.id;
	new.version = row.version + STALE;
	return store_report_put(late.s, &edu, &new, REPORT_SAVE, &late.a, &row, NULL, &late.e);
}

int late_report_review(void)
{
	struct report_row row = world_handed_in(&late, LATE_TODAY);
	struct actor office = late_who(OFFICE);

	return store_report_review(late.s, &office, row.id, row.version + STALE, REPORT_ACCEPT, "",
				   NULL, &late.e);
}

/* It refuses one by one: the list says which and why. */
int late_report_accept_many(void)
{
	struct report_row row = world_handed_in(&late, LATE_TODAY);
	struct report_pick pick = {row.id, row.version + STALE};
	struct report_refusals refused = {0};
	struct actor office = late_who(OFFICE);
	int rc = store_report_accept_many(late.s, &office, &pick, 1, &late.a, &refused, NULL,
					  &late.e);

	cr_assert_eq(refused.n, 1);
	late.e.code = refused.at[0].code;
	return rc;
}

int late_milestone_put(void)
{
	struct milestone_row row = world_milestone(&late, LATE_TODAY, "2021-12-01");
	struct milestone_new new = {.action_id = ACTION_2,
				    .unit_id = EDUCATION,
				    .milestone_id = row.id,
				    .version = row.version + STALE,
				    .title = "完成验收",
				    .due = row.due,
				    .note = ""};
	struct actor edu = late_who(EDU_OFFICER);

	return store_milestone_put(late.s, &edu, &new, &late.a, &row, NULL, &late.e);
}

int late_milestone_step(void)
{
	struct milestone_row row = world_milestone(&late, LATE_TODAY, "2021-12-01");
	struct actor edu = late_who(EDU_OFFICER);

	return store_milestone_step(late.s, &edu, row.id, row.version + STALE, MILESTONE_FINISH,
				    world_day(LATE_TODAY), "", NULL, &late.e);
}

int late_case_put(void)
{
	struct case_row row = world_case(&late, LATE_TODAY);
	struct case_new new = {.action_id = ACTION_2,
			       .unit_id = EDUCATION,
			       .case_id = row.id,
			       .version = row.version + STALE,
			       .title = "照明改造",
			       .text = "先改后测"};
	struct actor edu = late_who(EDU_OFFICER);

	return store_case_put(late.s, &edu, &new, &late.a, &row, NULL, &late.e);
}

int late_case_decide(void)
{
	struct case_row row = world_case(&late, LATE_TODAY);
	struct actor office = late_who(OFFICE);

	return store_case_decide(late.s, &office, row.id, row.version + STALE, CASE_SELECT, "",
				 NULL, &late.e);
}

int late_evidence_withdraw(void)
{
	struct evidence_row row = world_evidence(&late, LATE_TODAY);
	struct actor edu = late_who(EDU_OFFICER);

	return store_evidence_withdraw(late.s, &edu, row.id, row.version + STALE, "误录", NULL,
				       &late.e);
}

static struct request_row contest(void)
{
	struct request_new new = world_contest();
	struct request_row row;

	MADE(world_ask(&late, EDU_OFFICER, LATE_TODAY, &new, &row));
	return row;
}

int late_request_decide(void)
{
	struct request_row row = contest();
	struct actor office = late_who(OFFICE);

	return store_request_decide(late.s, &office, row.id, row.version + STALE, REQUEST_REFUSE,
				    (struct date){0}, "按原分工", NULL, &late.e);
}

int late_request_take_back(void)
{
	struct request_row row = contest();
	struct actor edu = late_who(EDU_OFFICER);

	return store_request_take_back(late.s, &edu, row.id, row.version + STALE, NULL, &late.e);
}

static struct notice_row notice(struct actor *office)
{
	struct urge_filter f = {.plan_id = PLAN, .unit_id = HEALTH};
	struct notice_rows rows;

	*office = world_actor(&late, OFFICE, "2022-01-05");
	MADE(store_urge(late.s, office, &f, "", &late.a, &rows, NULL, &late.e));
	return rows.at[0];
}

int late_notice_close(void)
{
	struct actor office;
	struct notice_row row = notice(&office);

	return store_notice_close(late.s, &office, row.id, row.version + STALE, "", NULL, &late.e);
}

int late_notice_answer(void)
{
	struct actor office, health = world_actor(&late, HEALTH_OFFICER, "2022-01-05");
	struct notice_row row = notice(&office);

	return store_notice_answer(late.s, &health, row.id, row.version + STALE, "本周报送", NULL,
				   &late.e);
}

int late_draft_put(void)
{
	struct draft_field field = {"done", "一半"};
	struct draft_new d = {&field, 1, "", "pts/1 1", 0};
	struct actor edu = late_who(EDU_OFFICER);
	int64_t version;

	MADE(store_draft_put(late.s, &edu, "report:2:1:2", &d, &version, &late.e));
	d.read = version + STALE;
	return store_draft_put(late.s, &edu, "report:2:1:2", &d, &version, &late.e);
}
