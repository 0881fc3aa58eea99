/* Writes to what units enter and the office answers, by whomever. */
#include "tests/db/denied.h"

#include "core/rule/flow.h"
#include "core/rule/notice.h"
#include "core/rule/request.h"
#include "db/cycle/store_notice.h"
#include "db/cycle/store_receipt.h"
#include "db/cycle/store_request.h"
#include "db/cycle/store_send.h"
#include "db/report/store_case.h"
#include "db/report/store_evidence.h"
#include "db/report/store_file.h"
#include "db/report/store_milestone.h"

#include <sys/mman.h>
#include <unistd.h>

#define W &denied.a, &row, NULL, &denied.e
#define E NULL, &denied.e

int denied_report_put(const struct actor *who, int step)
{
	struct report_new r = world_text(ACTION_3_1, EDUCATION, Q4, 60, "开放两处");
	struct report_row row;

	return store_report_put(denied.s, who, &r, (enum report_step)step, W);
}

int denied_report_review(const struct actor *who, int step)
{
	return store_report_review(denied.s, who, there.report.id, there.report.version,
				   (enum report_step)step, "理由", E);
}

/* It refuses one by one. */
int denied_report_accept_many(const struct actor *who, int step)
{
	struct report_pick pick = {there.report.id, there.report.version};
	struct report_refusals refused = {0};
	int rc = store_report_accept_many(denied.s, who, &pick, 1, &denied.a, &refused, E);

	(void)step;
	if (refused.n)
		denied.e.code = refused.at[0].code;
	return rc;
}

int denied_milestone_put(const struct actor *who, int step)
{
	struct milestone_new m = {.action_id = ACTION_2,
				  .unit_id = EDUCATION,
				  .title = "验收",
				  .due = world_day("2022-02-01"),
				  .note = ""};
	struct milestone_row row;

	(void)step;
	return store_milestone_put(denied.s, who, &m, W);
}

int denied_milestone_step(const struct actor *who, int step)
{
	return store_milestone_step(denied.s, who, there.milestone,
				    denied_version("milestone", there.milestone),
				    (enum milestone_step)step, world_day(DENIED_TODAY), "", E);
}

int denied_case_put(const struct actor *who, int step)
{
	struct case_new c = {
		.action_id = ACTION_2, .unit_id = EDUCATION, .title = "另一例", .text = "先改后测"};
	struct case_row row;

	(void)step;
	return store_case_put(denied.s, who, &c, W);
}

int denied_case_decide(const struct actor *who, int step)
{
	return store_case_decide(denied.s, who, there.example,
				 denied_version("example", there.example), (enum case_step)step,
				 "理由", E);
}

static struct evidence_new evidence(enum evidence_kind kind)
{
	return (struct evidence_new){.unit_id = EDUCATION,
				     .action_id = ACTION_2,
				     .kind = kind,
				     .title = "汇总表",
				     .doc_no = "",
				     .ref = "",
				     .note = "",
				     .file_name = kind == EVIDENCE_FILE ? "汇总表.pdf" : ""};
}

int denied_evidence_add(const struct actor *who, int step)
{
	struct evidence_new v = evidence(EVIDENCE_NOTE);
	struct evidence_row row;

	(void)step;
	return store_evidence_add(denied.s, who, &v, W);
}

int denied_file_add(const struct actor *who, int step)
{
	static const char bytes[] = "%PDF-1.4";
	struct evidence_new v = evidence(EVIDENCE_FILE);
	struct file_new file = {memfd_create("file", 0), sizeof bytes - 1, "application/pdf"};
	struct evidence_row row;
	int rc;

	(void)step;
	if (write(file.fd, bytes, sizeof bytes - 1) != (ssize_t)sizeof bytes - 1)
		return err_set(&denied.e, ERR_IO, "no file in memory");
	rc = store_file_add(denied.s, who, &v, &file, W);
	close(file.fd);
	return rc;
}

int denied_evidence_withdraw(const struct actor *who, int step)
{
	(void)step;
	return store_evidence_withdraw(denied.s, who, there.evidence,
				       denied_version("evidence", there.evidence), "误录", E);
}

int denied_receive(const struct actor *who, int step)
{
	int n;

	(void)step;
	return store_receive(denied.s, who, PLAN, EDUCATION, ACTION_3_1, &n, E);
}

int denied_request_ask(const struct actor *who, int kind)
{
	struct request_new r = {.kind = (enum request_kind)kind,
				.unit_id = EDUCATION,
				.action_id = ACTION_2,
				.milestone_id = there.milestone,
				.period_id = Q3,
				.report_id = there.report.id,
				.about = CONTEST_ROLE,
				.want = world_day("2022-03-01"),
				.percent = 50,
				.reason = "理由",
				.done = "已办",
				.problems = "",
				.next = ""};
	struct request_row row;

	return store_request_ask(denied.s, who, &r, W);
}

int denied_request_decide(const struct actor *who, int step)
{
	return store_request_decide(denied.s, who, there.request,
				    denied_version("request", there.request),
				    (enum request_step)step, (struct date){0}, "理由", E);
}

int denied_request_take_back(const struct actor *who, int step)
{
	(void)step;
	return store_request_take_back(denied.s, who, there.request,
				       denied_version("request", there.request), E);
}

int denied_action_reopen(const struct actor *who, int step)
{
	(void)step;
	return store_action_reopen(denied.s, who, ACTION_3_2, denied_version("action", ACTION_3_2),
				   "继续推进", E);
}

int denied_urge(const struct actor *who, int step)
{
	struct urge_filter f = {.plan_id = PLAN, .unit_id = HEALTH};
	struct notice_rows rows;

	(void)step;
	return store_urge(denied.s, who, &f, "", &denied.a, &rows, E);
}

int denied_instruct(const struct actor *who, int step)
{
	struct instruction_new n = {.action_id = ACTION_2,
				    .unit_id = EDUCATION,
				    .text = "再抓紧",
				    .by = world_day("2022-01-15")};
	struct notice_rows rows;

	(void)step;
	return store_instruct(denied.s, who, &n, &denied.a, &rows, E);
}

int denied_notice_answer(const struct actor *who, int kind)
{
	int64_t id = kind == NOTICE_URGE ? there.urge : there.instruction;

	return store_notice_answer(denied.s, who, id, denied_version("notice", id), "本周报送", E);
}

int denied_notice_close(const struct actor *who, int kind)
{
	int64_t id = kind == NOTICE_URGE ? there.urge : there.instruction;

	return store_notice_close(denied.s, who, id, denied_version("notice", id), "不再要求", E);
}

int denied_send_begin(const struct actor *who, int step)
{
	struct notice_item_rows items;
	struct notice_row row;

	(void)step;
	return store_send_begin(denied.s, who, there.urge, &denied.a, &row, &items, E);
}

int denied_send_end(const struct actor *who, int step)
{
	(void)step;
	return store_send_end(denied.s, who, there.urge, 0, "", E);
}
