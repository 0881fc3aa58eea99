/* Evidence: recorded once, linked to what it proves, withdrawn with a reason. */
#include "db/report/store_evidence.h"

#include "db/store_internal.h"
#include "db/report/store_milestone.h"
#include "tests/db/world.h"

#include <criterion/criterion.h>
#include <string.h>

#define TODAY "2021-11-21"

static struct world w;

static void setup(void)
{
	world_make(&w);
	world_script(&w, "INSERT INTO milestone (id, action_id, unit_id, title, due, changed_at) "
			 "VALUES (1, 2, 1, '甲', '2021-12-01', '2021-01-01T00:00:00Z'), "
			 "(2, 1, NULL, '乙', '2021-12-01', '2021-01-01T00:00:00Z'), "
			 "(3, 1, 2, '丙', '2021-12-01', '2021-01-01T00:00:00Z')");
}

static void teardown(void)
{
	world_remove(&w);
}

TestSuite(evidence, .init = setup, .fini = teardown);

static struct evidence_new document(int64_t action_id, const char *doc_no)
{
	return (struct evidence_new){
		.unit_id = EDUCATION,
		.action_id = action_id,
		.kind = EVIDENCE_DOCUMENT,
		.title = "工作通知",
		.doc_no = doc_no,
		.ref = "",
		.note = "",
	};
}

static int try_add(enum person_of_world person, const struct evidence_new *v,
		   struct evidence_row *row)
{
	struct actor who = world_actor(&w, person, TODAY);

	w.changes = 0;
	return store_evidence_add(w.s, &who, v, &w.a, row, &w.changes, &w.e);
}

static struct evidence_row add(enum person_of_world person, const struct evidence_new *v)
{
	struct evidence_row row;

	cr_assert_eq(try_add(person, v, &row), 0, "%s", w.e.text);
	return row;
}

static size_t count(enum person_of_world person, const struct evidence_filter *f)
{
	struct actor who = world_actor(&w, person, TODAY);
	struct evidence_rows rows;

	cr_assert_eq(store_evidence_list(w.s, &w.a, &who, f, 10, &rows, &w.e), 0, "%s", w.e.text);
	return rows.n;
}

Test(evidence, is_kept_as_entered_and_logged)
{
	struct evidence_new v = document(ACTION_2, "云教〔2021〕12号");

	v.on = world_day("2021-03-01");
	v.note = "附件三";
	struct evidence_row row = add(EDU_OFFICER, &v);
	cr_expect_eq(w.changes, CHANGE_EVIDENCE);
	cr_expect_str_eq(row.unit, "区教育局");
	cr_expect_str_eq(row.doc_no, "云教〔2021〕12号");
	cr_expect_str_eq(row.note, "附件三");
	cr_expect_str_eq(row.added_by, "林老师");
	cr_expect_eq(date_cmp(row.on, v.on), 0);
	cr_expect_not(row.withdrawn);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'evidence.add' "
				      "AND action_id = 2 AND unit_id = 1 "
				      "AND after LIKE '%云教〔2021〕12号%'"),
		     1);
}

Test(evidence, what_is_recorded_can_be_taken_for_more)
{
	struct evidence_new v = document(ACTION_2, ""), known;
	struct evidence_row first, row;

	v.kind = EVIDENCE_MEETING;
	first = add(EDU_OFFICER, &v);
	known = (struct evidence_new){
		.evidence_id = first.id, .unit_id = EDUCATION, .milestone_id = 1};
	row = add(EDU_OFFICER, &known);
	cr_expect_eq(row.id, first.id);
	cr_expect_str_eq(row.title, "工作通知");
	cr_expect_eq(count(EDU_OFFICER, &(struct evidence_filter){.milestone_id = 1}), 1);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM evidence"), 1);
	known.unit_id = HEALTH;
	cr_expect_eq(try_add(OFFICE, &known, &row), -1, "another unit's");
	world_script(&w, "UPDATE evidence SET withdrawn_at = '2021-11-21T00:00:00Z'");
	known.unit_id = EDUCATION;
	cr_expect_eq(try_add(EDU_OFFICER, &known, &row), -1);
	cr_expect_not_null(strstr(w.e.text, "withdrawn"), "%s", w.e.text);
}

Test(evidence, the_same_number_is_the_same_document)
{
	static const char *const forms[] = {
		"云教〔2021〕12号",	 "云教[2021]12号", "云教［2021］12号",
		"云教（2021）12号",	 "云教(2021)12号", "云教【2021】１２号",
		"云教 〔 2021 〕 12 号",
	};
	struct evidence_new v = document(ACTION_2, forms[0]);
	struct evidence_row first = add(EDU_OFFICER, &v);

	for (size_t i = 1; i < sizeof forms / sizeof *forms; i++) {
		v = document(i == 1 ? ACTION_1 : ACTION_2, forms[i]);
		struct evidence_row row = add(EDU_LEADER, &v);

		cr_expect_eq(row.id, first.id, "%s", forms[i]);
		cr_expect_str_eq(row.doc_no, forms[0]);
		cr_expect_eq(w.changes, i == 1 ? CHANGE_EVIDENCE : 0, "%s", forms[i]);
	}
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM evidence"), 1);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM evidence_link"), 2);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'evidence.link' "
				      "AND after LIKE '{\"action\":\"%/%\"}'"),
		     1);
}

Test(evidence, other_numbers_units_and_kinds_are_others)
{
	struct evidence_new v = document(ACTION_1, "云教〔2021〕12号");
	struct evidence_row first = add(EDU_OFFICER, &v);

	v.doc_no = "云教〔2021〕112号";
	cr_expect_neq(add(EDU_OFFICER, &v).id, first.id);
	v.doc_no = "云教〔2021〕1";
	cr_expect_neq(add(EDU_OFFICER, &v).id, first.id);
	v.doc_no = "";
	cr_expect_neq(add(EDU_OFFICER, &v).id, add(EDU_OFFICER, &v).id);
	v = document(ACTION_1, "云教〔2021〕12号");
	v.kind = EVIDENCE_NOTE;
	cr_expect_neq(add(EDU_OFFICER, &v).id, first.id);
	v = document(ACTION_1, "云教〔2021〕12号");
	v.unit_id = HEALTH;
	cr_expect_neq(add(HEALTH_OFFICER, &v).id, first.id);
}

Test(evidence, a_document_of_another_unit_lends_what_it_is_called)
{
	struct actor health = world_actor(&w, HEALTH_OFFICER, TODAY);
	struct evidence_new v = document(ACTION_1, "云教〔2021〕12号"), hidden;
	struct evidence_row row;

	v.on = world_day("2021-03-01");
	struct evidence_row first = add(EDU_OFFICER, &v);
	v = document(ACTION_1, "云教[2021]12号");
	v.unit_id = HEALTH;
	v.title = v.doc_no;
	row = add(HEALTH_OFFICER, &v);
	cr_expect_neq(row.id, first.id, "it is this unit's own");
	cr_expect_str_eq(row.title, "工作通知");
	cr_expect_str_eq(row.doc_no, "云教[2021]12号");
	cr_expect_eq(date_cmp(row.on, first.on), 0);
	v.doc_no = v.title = "云教〔2021〕13号";
	cr_expect_str_eq(add(HEALTH_OFFICER, &v).title, "云教〔2021〕13号");
	/* what one may not read lends nothing */
	hidden = document(ACTION_2, "云教〔2021〕14号");
	add(EDU_OFFICER, &hidden);
	v.doc_no = v.title = "云教〔2021〕14号";
	cr_expect_str_eq(add(HEALTH_OFFICER, &v).title, "云教〔2021〕14号");
	cr_expect_eq(store_evidence_of_number(w.s, &w.a, &health, "云教 (2021) 12 号", &row, &w.e),
		     1);
	cr_expect_eq(store_evidence_of_number(w.s, &w.a, &health, "云教〔2021〕1号", &row, &w.e),
		     0);
}

Test(evidence, a_withdrawn_document_can_be_recorded_anew)
{
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);
	struct evidence_new v = document(ACTION_2, "云教〔2021〕12号");
	struct evidence_row first = add(EDU_OFFICER, &v);

	cr_assert_eq(store_evidence_withdraw(w.s, &edu, first.id, first.version, "文号有误",
					     &w.changes, &w.e),
		     0, "%s", w.e.text);
	cr_expect_eq(w.changes, CHANGE_EVIDENCE);
	cr_expect_neq(add(EDU_OFFICER, &v).id, first.id);
	cr_expect_eq(count(EDU_OFFICER, &(struct evidence_filter){.action_id = ACTION_2}), 1);
	cr_expect_eq(count(EDU_OFFICER,
			   &(struct evidence_filter){.action_id = ACTION_2, .withdrawn_too = true}),
		     2);
}

Test(evidence, withdrawing_is_refused)
{
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);
	struct actor health = world_actor(&w, HEALTH_OFFICER, TODAY);
	struct evidence_new v = document(ACTION_2, "云教〔2021〕12号");
	struct evidence_row row = add(EDU_OFFICER, &v);

	cr_expect_eq(store_evidence_withdraw(w.s, &health, row.id, 1, "x", NULL, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_expect_eq(store_evidence_withdraw(w.s, &edu, row.id, 1, "", NULL, &w.e), -1);
	cr_expect_str_eq(w.e.field, "reason");
	cr_expect_eq(store_evidence_withdraw(w.s, &edu, row.id, 7, "x", NULL, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_CONFLICT);
	cr_expect_eq(store_evidence_withdraw(w.s, &edu, 99, 1, "x", NULL, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_NOT_FOUND);
	cr_assert_eq(store_evidence_withdraw(w.s, &edu, row.id, 1, "x", NULL, &w.e), 0);
	cr_expect_eq(store_evidence_withdraw(w.s, &edu, row.id, 2, "x", NULL, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_STATE);
}

Test(evidence, one_piece_serves_milestone_report_and_action)
{
	struct report_new text = world_text(ACTION_2, EDUCATION, Q4, 45, "筛查");
	struct report_row report = world_put(&w, EDU_OFFICER, TODAY, &text, REPORT_SUBMIT);
	struct evidence_new v = document(0, "云教〔2021〕12号");

	v.milestone_id = 1;
	struct evidence_row row = add(EDU_OFFICER, &v);
	v.milestone_id = 0;
	v.report_id = report.id;
	cr_expect_eq(add(EDU_OFFICER, &v).id, row.id);
	cr_expect_eq(count(OFFICE, &(struct evidence_filter){.milestone_id = 1}), 1);
	cr_expect_eq(count(OFFICE, &(struct evidence_filter){.report_id = report.id}), 1);
	cr_expect_eq(count(OFFICE, &(struct evidence_filter){.action_id = ACTION_2}), 1);
	cr_expect_eq(
		count(OFFICE, &(struct evidence_filter){.action_id = ACTION_2, .unit_id = HEALTH}),
		0);
	cr_assert_eq(store_report_get(w.s, &w.a, NULL, report.id, &report, &w.e), 0);
	cr_expect_eq(report.nevidence, 1);
}

Test(evidence, is_refused)
{
	struct {
		enum person_of_world person;
		int64_t unit, action, milestone, report;
		enum err_code error;
		const char *says;
	} cases[] = {
		{HEALTH_OFFICER, EDUCATION, ACTION_1, 0, 0, ERR_DENIED, "区教育局"},
		{MAYOR, EDUCATION, ACTION_1, 0, 0, ERR_DENIED, "record evidence"},
		{HEALTH_OFFICER, HEALTH, ACTION_2, 0, 0, ERR_STATE, "takes no part"},
		{EDU_OFFICER, EDUCATION, OLD_ACTION, 0, 0, ERR_STATE, "old2020"},
		{EDU_OFFICER, EDUCATION, 0, 3, 0, ERR_STATE, "another unit"},
		{EDU_OFFICER, EDUCATION, ACTION_1, 1, 0, ERR_INPUT, "two actions"},
		{EDU_OFFICER, EDUCATION, 0, 99, 0, ERR_NOT_FOUND, "milestone"},
		{EDU_OFFICER, EDUCATION, 0, 0, 99, ERR_NOT_FOUND, "report"},
		{OFFICE, 99, ACTION_1, 0, 0, ERR_NOT_FOUND, "unit"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct evidence_new v = document(cases[i].action, "云教〔2021〕12号");
		struct evidence_row row;

		v.unit_id = cases[i].unit;
		v.milestone_id = cases[i].milestone;
		v.report_id = cases[i].report;
		cr_assert_eq(try_add(cases[i].person, &v, &row), -1, "case %zu", i);
		cr_expect_eq(w.e.code, cases[i].error, "case %zu: %s", i, w.e.text);
		cr_expect(strstr(w.e.text, cases[i].says), "case %zu: %s", i, w.e.text);
		cr_expect_eq(w.changes, 0);
	}
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM evidence"), 0);
}

Test(evidence, a_unit_proves_a_common_milestone)
{
	struct evidence_new v = document(0, "云教〔2021〕12号");

	v.milestone_id = 2;
	add(EDU_OFFICER, &v);
	cr_expect_eq(count(HEALTH_OFFICER, &(struct evidence_filter){.milestone_id = 2}), 1);
}

Test(evidence, is_read_by_its_unit_and_those_it_concerns)
{
	struct actor archives = world_actor(&w, ARCHIVES_OFFICER, TODAY);
	struct evidence_new v = document(ACTION_2, "云教〔2021〕12号");
	struct evidence_rows rows;
	const struct evidence_filter of_education = {.unit_id = EDUCATION}, any = {0};

	struct evidence_row own = add(EDU_OFFICER, &v);
	v = document(ACTION_1, "云教〔2021〕13号");
	struct evidence_row shared = add(EDU_OFFICER, &v);
	cr_expect_eq(count(EDU_OFFICER, &of_education), 2);
	cr_expect_eq(count(OFFICE, &any), 2);
	cr_expect_eq(count(HEALTH_OFFICER, &of_education), 1);
	cr_expect_eq(count(HEALTH_OFFICER, &any), 1);
	cr_expect_eq(count(ARCHIVES_OFFICER, &any), 0);
	cr_expect_eq(store_evidence_list(w.s, &w.a, &archives,
					 &(struct evidence_filter){.action_id = ACTION_2}, 10,
					 &rows, &w.e),
		     -1);
	cr_expect_eq(w.e.code, ERR_DENIED);

	struct actor health = world_actor(&w, HEALTH_OFFICER, TODAY);
	struct evidence_row row;
	cr_expect_eq(store_evidence_get(w.s, &w.a, &health, shared.id, &row, &w.e), 0);
	cr_expect_eq(store_evidence_get(w.s, &w.a, &health, own.id, &row, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
}

Test(evidence, of_a_draft_is_read_by_its_unit_alone)
{
	struct report_new r = world_text(ACTION_1, EDUCATION, Q4, 10, "草稿");
	struct report_row draft = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	struct evidence_new v = document(ACTION_1, "云教〔2021〕12号");
	struct evidence_filter of_action = {.action_id = ACTION_1};
	struct evidence_filter of_report = {.report_id = draft.id};
	struct evidence_row row;

	v.report_id = draft.id;
	row = add(EDU_OFFICER, &v);
	cr_expect_eq(count(EDU_OFFICER, &of_action), 1);
	cr_expect_eq(count(HEALTH_OFFICER, &of_action), 0);
	cr_expect_eq(count(OFFICE, &of_report), 0);
	cr_expect_eq(count(OFFICE, &(struct evidence_filter){0}), 0);
	struct actor office = world_actor(&w, OFFICE, TODAY);
	cr_expect_eq(store_evidence_get(w.s, &w.a, &office, row.id, &row, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_NOT_FOUND);
	r.report_id = draft.id;
	r.version = draft.version;
	world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	cr_expect_eq(count(OFFICE, &of_report), 1);
	cr_expect_eq(count(HEALTH_OFFICER, &of_action), 1);
}

Test(evidence, list_is_newest_first_and_bounded)
{
	struct actor office = world_actor(&w, OFFICE, TODAY);
	struct evidence_rows rows;

	for (int i = 0; i < 5; i++) {
		struct evidence_new v = document(ACTION_2, "");
		add(EDU_OFFICER, &v);
	}
	cr_assert_eq(store_evidence_list(w.s, &w.a, &office, &(struct evidence_filter){0}, 3, &rows,
					 &w.e),
		     0);
	cr_assert_eq(rows.n, 3);
	cr_expect_gt(rows.at[0].id, rows.at[1].id);
	cr_expect_gt(rows.at[1].id, rows.at[2].id);
}

Test(evidence, without_an_action_it_waits_for_use)
{
	struct evidence_new v = document(0, "云教〔2021〕12号");
	struct evidence_row row = add(EDU_OFFICER, &v);

	cr_expect_eq(count(EDU_OFFICER, &(struct evidence_filter){.unit_id = EDUCATION}), 1);
	v.action_id = ACTION_2;
	cr_expect_eq(add(EDU_OFFICER, &v).id, row.id);
	cr_expect_eq(count(EDU_OFFICER, &(struct evidence_filter){.action_id = ACTION_2}), 1);
}
