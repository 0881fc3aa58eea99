/* Searching: who finds what, and in which plans. */
#include "tests/db/search_desk.h"

#include "db/search/search_put.h"
#include "db/cycle/store_notice.h"
#include "db/cycle/store_request.h"
#include "db/report/store_case.h"
#include "db/report/store_evidence.h"
#include "db/store_internal.h"
#include "db/plan/store_plan.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

TestSuite(search_rights, .init = search_begin, .fini = search_end);

Test(search_rights, drafts_are_found_by_their_unit_alone)
{
	struct report_new r = world_text(ACTION_1, EDUCATION, Q4, 30, "还没写完的草稿");

	world_put(&searched, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	cr_expect_eq(search_count(EDU_OFFICER, SEARCH_REPORT, "草稿"), 1);
	cr_expect_eq(search_count(EDU_LEADER, SEARCH_REPORT, "草稿"), 1);
	cr_expect_eq(search_count(HEALTH_OFFICER, SEARCH_REPORT, "草稿"), 0, "it leads the action");
	cr_expect_eq(search_count(OFFICE, SEARCH_REPORT, "草稿"), 0);
	cr_expect_eq(search_count(MAYOR, SEARCH_REPORT, "草稿"), 0);
}

struct rights_case {
	enum person_of_world person;
	int of_1, of_2, of_3_2, of_old;
};

ParameterizedTestParameters(search_rights, who_finds_reports)
{
	static struct rights_case cases[] = {
		{OFFICE, 1, 1, 1, 1},		{MAYOR, 1, 1, 1, 1},
		{EDU_OFFICER, 1, 1, 0, 1},	{EDU_LEADER, 1, 1, 0, 1},
		{HEALTH_OFFICER, 1, 0, 0, 0},	{QINGTIAN_OFFICER, 1, 0, 0, 0},
		{ARCHIVES_OFFICER, 0, 0, 0, 0},
	};

	return cr_make_param_array(struct rights_case, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct rights_case *c, search_rights, who_finds_reports)
{
	search_submit(ACTION_1, HEALTH, "报告甲甲");
	search_submit(ACTION_2, EDUCATION, "报告乙乙");
	search_submit(ACTION_3_2, SPORT, "报告丙丙");
	world_script(&searched,
		     "INSERT INTO report (action_id, unit_id, period_id, role, state, percent, "
		     "submitted_at, changed_at, done) VALUES (7, 1, 4, 'lead', 'accepted', 50, "
		     "'2020-12-20T00:00:00Z', '2020-12-20T00:00:00Z', '报告丁丁')");
	cr_assert_eq(sql_begin(searched.s->db, &searched.e), 0);
	cr_assert_eq(search_put(searched.s->db, SEARCH_REPORT, 4, &searched.e), 0, "%s",
		     searched.e.text);
	cr_assert_eq(sql_commit(searched.s->db, &searched.e), 0);

	cr_expect_eq((int)search_count(c->person, SEARCH_REPORT, "甲甲"), c->of_1);
	cr_expect_eq((int)search_count(c->person, SEARCH_REPORT, "乙乙"), c->of_2);
	cr_expect_eq((int)search_count(c->person, SEARCH_REPORT, "丙丙"), c->of_3_2);
	cr_expect_eq((int)search_count(c->person, SEARCH_REPORT, "丁丁"), c->of_old);
	cr_expect_eq((int)search_count(c->person, SEARCH_REPORT, "报告"),
		     c->of_1 + c->of_2 + c->of_3_2 + c->of_old);
}

/* The rule is that of the functions that read: whoever may get an action finds it. */
Test(search_rights, actions_are_found_by_those_who_may_read_them)
{
	static const char *const titles[] = {
		[ACTION_1] = "健康知识行动", [ACTION_2] = "中小学健康行动", [ACTION_3] = "健身行动",
		[ACTION_3_1] = "场地开放",   [ACTION_3_2] = "赛事",	    [ACTION_4] = "宣传",
		[OLD_ACTION] = "旧事",
	};

	for (int p = OFFICE; p < PERSONS_END; p++) {
		for (int id = ACTION_1; id <= OLD_ACTION; id++) {
			struct actor who = world_actor(&searched, (enum person_of_world)p, TODAY);
			struct action_row row;
			int may = store_action_get(searched.s, &searched.a, &who, id, &row,
						   &searched.e) == 0;
			struct search_page page =
				search_for((enum person_of_world)p, SEARCH_ACTION, titles[id]);

			cr_expect_eq((int)page.hits.n, may, "person %d, %s", p, titles[id]);
		}
	}
}

static bool may_get(const struct actor *who, enum search_kind kind, int64_t id)
{
	struct notice_row notice;
	struct request_row request;
	struct case_row example;
	struct err e = ERR_INIT;

	switch (kind) {
	case SEARCH_NOTICE:
		return store_notice_get(searched.s, &searched.a, who, id, &notice, &e) == 0;
	case SEARCH_REQUEST:
		return store_request_get(searched.s, &searched.a, who, id, &request, &e) == 0;
	default:
		return store_case_get(searched.s, &searched.a, who, id, &example, &e) == 0;
	}
}

/* The same for what units are asked, ask and hand in. */
Test(search_rights, the_cycle_is_found_by_those_who_may_read_it)
{
	static const struct {
		enum search_kind kind;
		int64_t id;
		const char *words;
		bool archives; /* a unit that has nothing to do with it */
	} cases[] = {{SEARCH_NOTICE, 1, "甲甲", false},
		     {SEARCH_REQUEST, 1, "乙乙", false},
		     {SEARCH_CASE, 1, "丙丙", false},
		     {SEARCH_CASE, 2, "丁丁", true}};

	search_cycle(EDUCATION);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		for (int p = OFFICE; p < PERSONS_END; p++) {
			struct actor who = world_actor(&searched, (enum person_of_world)p, TODAY);

			cr_expect_eq(search_count((enum person_of_world)p, cases[i].kind,
						  cases[i].words),
				     may_get(&who, cases[i].kind, cases[i].id), "person %d, %s", p,
				     cases[i].words);
		}
		cr_expect_eq(search_count(EDU_OFFICER, cases[i].kind, cases[i].words), 1);
		cr_expect_eq(search_count(MAYOR, cases[i].kind, cases[i].words), 1);
		cr_expect_eq(search_count(ARCHIVES_OFFICER, cases[i].kind, cases[i].words),
			     cases[i].archives);
	}
}

static struct evidence_row prove(int64_t action_id, int64_t report_id, const char *title)
{
	struct actor edu = world_actor(&searched, EDU_OFFICER, TODAY);
	struct evidence_new v = {.unit_id = EDUCATION,
				 .action_id = action_id,
				 .report_id = report_id,
				 .kind = EVIDENCE_DOCUMENT,
				 .title = title,
				 .doc_no = "云教〔2021〕77号",
				 .note = "附件二"};
	struct evidence_row row;

	cr_assert_eq(store_evidence_add(searched.s, &edu, &v, &searched.a, &row, NULL, &searched.e),
		     0, "%s", searched.e.text);
	return row;
}

Test(search_rights, evidence_is_found_where_it_proves_something)
{
	struct evidence_row row = prove(ACTION_2, 0, "工作通知");

	cr_expect_eq(search_count(HEALTH_OFFICER, SEARCH_EVIDENCE, "通知"), 0);
	prove(ACTION_1, 0, "工作通知");
	struct search_page page = search_for(HEALTH_OFFICER, SEARCH_EVIDENCE, "(2021)77号");
	cr_assert_eq(page.hits.n, 1, "linked to an action that it leads");
	cr_expect_eq(page.hits.at[0].id, row.id);
	cr_expect_eq(page.hits.at[0].field, SEARCH_DOC_NO);
	cr_expect_str_eq(page.hits.at[0].title, "", "of the other action nothing is told");
	cr_expect_eq(page.hits.at[0].action_id, 0);
	cr_expect_eq(search_count(OFFICE, SEARCH_EVIDENCE, "附件"), 1);
}

Test(search_rights, evidence_of_a_draft_stays_with_it)
{
	struct report_new r = world_text(ACTION_1, EDUCATION, Q4, 30, "草稿");
	struct report_row draft = world_put(&searched, EDU_OFFICER, TODAY, &r, REPORT_SAVE);

	prove(0, draft.id, "未报材料");
	cr_expect_eq(search_count(EDU_OFFICER, SEARCH_EVIDENCE, "未报"), 1);
	cr_expect_eq(search_count(OFFICE, SEARCH_EVIDENCE, "未报"), 0);
	cr_expect_eq(search_count(HEALTH_OFFICER, SEARCH_EVIDENCE, "未报"), 0);
}

Test(search_rights, withdrawn_evidence_says_so)
{
	struct actor edu = world_actor(&searched, EDU_OFFICER, TODAY);
	struct evidence_row row = prove(ACTION_2, 0, "工作通知");

	cr_assert_eq(store_evidence_withdraw(searched.s, &edu, row.id, row.version, "重复", NULL,
					     &searched.e),
		     0);
	struct search_page page = search_for(EDU_OFFICER, SEARCH_EVIDENCE, "通知");
	cr_assert_eq(page.hits.n, 1);
	cr_expect(page.hits.at[0].withdrawn);
	cr_expect_eq(search_count(HEALTH_OFFICER, SEARCH_EVIDENCE, "通知"), 0);
}

Test(search_rights, one_plan_or_the_open_ones)
{
	struct search_ask ask = {.words = "旧事", .limit = 50};

	cr_expect_eq(search_with(OFFICE, SEARCH_ACTION, &ask).hits.n, 0, "its plan is closed");
	ask.closed_plans = true;
	cr_expect_eq(search_with(OFFICE, SEARCH_ACTION, &ask).hits.n, 1);
	ask.plan_id = PLAN;
	cr_expect_eq(search_with(OFFICE, SEARCH_ACTION, &ask).hits.n, 0);
	ask.plan_id = OLD_PLAN;
	cr_expect_eq(search_with(OFFICE, SEARCH_ACTION, &ask).hits.n, 1);
	ask.words = "教育";
	cr_expect_eq(search_with(OFFICE, SEARCH_UNIT, &ask).hits.n, 1, "units are of no plan");
}
