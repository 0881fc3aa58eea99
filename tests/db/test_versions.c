/* Every write that names the version it read refuses another one, and nothing is written. Which
 * writes do is read from the headers of the store: a new one without a row here fails. */
#include "core/rule/flow.h"
#include "core/rule/request.h"
#include "db/cycle/store_notice.h"
#include "db/cycle/store_policy.h"
#include "db/cycle/store_request.h"
#include "db/people/store_unit.h"
#include "db/report/store_case.h"
#include "db/report/store_draft.h"
#include "db/report/store_evidence.h"
#include "db/report/store_milestone.h"
#include "db/report/store_period.h"
#include "tests/db/edition.h"
#include "tests/db/store_headers.h"
#include "tests/db/world.h"

#include <criterion/criterion.h>

#include <string.h>

#define TODAY "2021-11-22"

static struct world w;

static void begin(void)
{
	world_make(&w);
}

static void end(void)
{
	world_remove(&w);
}

TestSuite(versions, .init = begin, .fini = end);

#define MADE(call) cr_assert_eq((call), 0, "%s", w.e.text)

enum { STALE = 7 }; /* so many versions away from what is there */

static struct actor who(enum person_of_world person)
{
	return world_actor(&w, person, TODAY);
}

static int report_put(void)
{
	struct report_row row = world_handed_in(&w, TODAY);
	struct report_new new = world_text(ACTION_2, EDUCATION, Q4, 60, "第二稿");
	struct actor edu = who(EDU_OFFICER);

	new.report_id = row.id;
	new.version = row.version + STALE;
	return store_report_put(w.s, &edu, &new, REPORT_SAVE, &w.a, &row, NULL, &w.e);
}

static int report_review(void)
{
	struct report_row row = world_handed_in(&w, TODAY);
	struct actor office = who(OFFICE);

	return store_report_review(w.s, &office, row.id, row.version + STALE, REPORT_ACCEPT, "",
				   NULL, &w.e);
}

/* It refuses one by one: the list says which and why. */
static int report_accept_many(void)
{
	struct report_row row = world_handed_in(&w, TODAY);
	struct report_pick pick = {row.id, row.version + STALE};
	struct report_refusals refused = {0};
	struct actor office = who(OFFICE);
	int rc = store_report_accept_many(w.s, &office, &pick, 1, &w.a, &refused, NULL, &w.e);

	cr_assert_eq(refused.n, 1);
	w.e.code = refused.at[0].code;
	return rc;
}

static struct milestone_row milestone(void)
{
	struct milestone_new new = {.action_id = ACTION_2,
				    .unit_id = EDUCATION,
				    .title = "完成改造",
				    .due = world_day("2021-12-01"),
				    .note = ""};
	struct milestone_row row;
	struct actor edu = who(EDU_OFFICER);

	MADE(store_milestone_put(w.s, &edu, &new, &w.a, &row, NULL, &w.e));
	return row;
}

static int milestone_put(void)
{
	struct milestone_row row = milestone();
	struct milestone_new new = {.action_id = ACTION_2,
				    .unit_id = EDUCATION,
				    .milestone_id = row.id,
				    .version = row.version + STALE,
				    .title = "完成验收",
				    .due = row.due,
				    .note = ""};
	struct actor edu = who(EDU_OFFICER);

	return store_milestone_put(w.s, &edu, &new, &w.a, &row, NULL, &w.e);
}

static int milestone_step(void)
{
	struct milestone_row row = milestone();
	struct actor edu = who(EDU_OFFICER);

	return store_milestone_step(w.s, &edu, row.id, row.version + STALE, MILESTONE_FINISH,
				    world_day(TODAY), "", NULL, &w.e);
}

static struct case_row handed_in_case(void)
{
	struct case_new new = {.action_id = ACTION_2,
			       .unit_id = EDUCATION,
			       .title = "照明改造",
			       .text = "先测后改"};
	struct case_row row;
	struct actor edu = who(EDU_OFFICER);

	MADE(store_case_put(w.s, &edu, &new, &w.a, &row, NULL, &w.e));
	return row;
}

static int case_put(void)
{
	struct case_row row = handed_in_case();
	struct case_new new = {.action_id = ACTION_2,
			       .unit_id = EDUCATION,
			       .case_id = row.id,
			       .version = row.version + STALE,
			       .title = "照明改造",
			       .text = "先改后测"};
	struct actor edu = who(EDU_OFFICER);

	return store_case_put(w.s, &edu, &new, &w.a, &row, NULL, &w.e);
}

static int case_decide(void)
{
	struct case_row row = handed_in_case();
	struct actor office = who(OFFICE);

	return store_case_decide(w.s, &office, row.id, row.version + STALE, CASE_SELECT, "", NULL,
				 &w.e);
}

static int evidence_withdraw(void)
{
	struct evidence_new new = {.unit_id = EDUCATION,
				   .action_id = ACTION_2,
				   .kind = EVIDENCE_DOCUMENT,
				   .title = "工作通知",
				   .doc_no = "云教〔2021〕12号",
				   .ref = "",
				   .note = ""};
	struct evidence_row row;
	struct actor edu = who(EDU_OFFICER);

	MADE(store_evidence_add(w.s, &edu, &new, &w.a, &row, NULL, &w.e));
	return store_evidence_withdraw(w.s, &edu, row.id, row.version + STALE, "误录", NULL, &w.e);
}

static int period_change(void)
{
	struct period_row p;
	struct actor office = who(OFFICE);

	MADE(store_period_get(w.s, &w.a, Q4, &p, &w.e));
	p.version += STALE;
	p.closes = world_day("2022-02-01");
	return store_period_change(w.s, &office, &p, NULL, &w.e);
}

static struct request_row contest(void)
{
	struct request_new new = {.kind = REQUEST_CONTEST,
				  .unit_id = EDUCATION,
				  .action_id = ACTION_1,
				  .about = CONTEST_ROLE,
				  .percent = -1,
				  .reason = "应由卫健部门单独承担",
				  .done = "",
				  .problems = "",
				  .next = ""};
	struct request_row row;
	struct actor edu = who(EDU_OFFICER);

	MADE(store_request_ask(w.s, &edu, &new, &w.a, &row, NULL, &w.e));
	return row;
}

static int request_decide(void)
{
	struct request_row row = contest();
	struct actor office = who(OFFICE);

	return store_request_decide(w.s, &office, row.id, row.version + STALE, REQUEST_REFUSE,
				    (struct date){0}, "按原分工", NULL, &w.e);
}

static int request_take_back(void)
{
	struct request_row row = contest();
	struct actor edu = who(EDU_OFFICER);

	return store_request_take_back(w.s, &edu, row.id, row.version + STALE, NULL, &w.e);
}

static int action_reopen(void)
{
	struct actor office = who(OFFICE);

	world_script(&w, "UPDATE action SET state = 'closed-out' WHERE id = 2");
	return store_action_reopen(w.s, &office, ACTION_2,
				   world_number(&w, "SELECT version FROM action WHERE id = 2") +
					   STALE,
				   "继续推进", NULL, &w.e);
}

static struct notice_row notice(struct actor *office)
{
	struct urge_filter f = {.plan_id = PLAN, .unit_id = HEALTH};
	struct notice_rows rows;

	*office = world_actor(&w, OFFICE, "2022-01-05");
	MADE(store_urge(w.s, office, &f, "", &w.a, &rows, NULL, &w.e));
	return rows.at[0];
}

static int notice_close(void)
{
	struct actor office;
	struct notice_row row = notice(&office);

	return store_notice_close(w.s, &office, row.id, row.version + STALE, "", NULL, &w.e);
}

static int notice_answer(void)
{
	struct actor office, health = world_actor(&w, HEALTH_OFFICER, "2022-01-05");
	struct notice_row row = notice(&office);

	return store_notice_answer(w.s, &health, row.id, row.version + STALE, "本周报送", NULL,
				   &w.e);
}

static int unit_rename(void)
{
	struct unit_row unit;
	struct actor office = who(OFFICE);

	MADE(store_unit_get(w.s, &w.a, EDUCATION, &unit, &w.e));
	return store_unit_rename(w.s, &office, EDUCATION, unit.version + STALE, "教育体育局", NULL,
				 &w.e);
}

/* By its value: a rule that nobody has set has no row. */
static int policy_change(void)
{
	struct actor office = who(OFFICE), other = who(OFFICE_2);

	MADE(store_policy_set(w.s, &other, POLICY_NO_CHANGE, "4", NULL, &w.e));
	return store_policy_change(w.s, &office, POLICY_NO_CHANGE, "2", "3", NULL, &w.e);
}

static int draft_put(void)
{
	struct draft_field field = {"done", "一半"};
	struct draft_new d = {&field, 1, "", "pts/1 1", 0};
	struct actor edu = who(EDU_OFFICER);
	int64_t version;

	MADE(store_draft_put(w.s, &edu, "report:2:1:2", &d, &version, &w.e));
	d.read = version + STALE;
	return store_draft_put(w.s, &edu, "report:2:1:2", &d, &version, &w.e);
}

/* Over a plan with two editions. */
static int plan_update(void)
{
	static struct edition x;
	struct plan_diff *d;

	edition_begin(&x);
	d = edition_compare(&x);
	cr_assert_eq(edition_update(&x), 0, "%s", x.f.e.text);
	int rc = store_plan_update(x.f.s, &x.f.office, d, &x.f.a, &x.f.plan, NULL, &x.f.e);
	w.e = x.f.e;
	fixture_end(&x.f);
	return rc;
}

static const struct {
	const char *name;
	int (*late)(void); /* NULL: it makes a row, there is no version yet */
} writes[] = {
	{"store_report_put", report_put},
	{"store_report_review", report_review},
	{"store_report_accept_many", report_accept_many},
	{"store_milestone_put", milestone_put},
	{"store_milestone_step", milestone_step},
	{"store_case_put", case_put},
	{"store_case_decide", case_decide},
	{"store_evidence_withdraw", evidence_withdraw},
	{"store_period_add", NULL},
	{"store_period_change", period_change},
	{"store_request_decide", request_decide},
	{"store_request_take_back", request_take_back},
	{"store_action_reopen", action_reopen},
	{"store_notice_answer", notice_answer},
	{"store_notice_close", notice_close},
	{"store_unit_rename", unit_rename},
	{"store_policy_change", policy_change},
	{"store_draft_put", draft_put},
	{"store_plan_update", plan_update},
};
enum { NWRITES = sizeof writes / sizeof writes[0] };

Test(versions, an_older_one_is_refused_by_all)
{
	for (size_t i = 0; i < NWRITES; i++) {
		if (!writes[i].late)
			continue;
		w.e = (struct err)ERR_INIT;
		writes[i].late();
		cr_expect_eq(w.e.code, ERR_CONFLICT, "%s: %s", writes[i].name, w.e.text);
		world_remove(&w);
		world_make(&w);
	}
}

static void has_row(const char *path, const char *name)
{
	for (size_t i = 0; i < NWRITES; i++)
		if (strcmp(writes[i].name, name) == 0)
			return;
	cr_expect_fail("%s: %s has no test of its version", path, name);
}

Test(versions, all_writes_that_take_one_are_tested)
{
	cr_expect_eq(store_headers_versioned(has_row), NWRITES, "a row that no header has");
}
