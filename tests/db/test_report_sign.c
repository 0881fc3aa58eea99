/* Signing inside the unit: where it is asked for, the office takes nothing before it. */
#include "db/report/store_report.h"
#include "db/plan/store_task.h"
#include "db/people/store_unit.h"
#include "tests/db/world.h"
#include "tests/support/seen.h"

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

TestSuite(report_sign, .init = setup, .fini = teardown);

static int set_signing(enum person_of_world person, int64_t unit_id, bool signs)
{
	struct actor who = world_actor(&w, person, TODAY);

	w.changes = 0;
	w.e = (struct err)ERR_INIT;
	return store_unit_sign(w.s, &who, unit_id, seen_unit(w.s, unit_id), signs, &w.changes,
			       &w.e);
}

static size_t nwaiting(enum person_of_world person)
{
	struct actor who = world_actor(&w, person, TODAY);
	struct report_rows rows;

	cr_assert_eq(store_report_waiting(w.s, &w.a, &who, 0, 10, &rows, &w.e), 0, "%s", w.e.text);
	return rows.n;
}

static size_t nunsigned(enum person_of_world person)
{
	struct actor who = world_actor(&w, person, TODAY);
	struct report_rows rows;

	cr_assert_eq(store_report_unsigned(w.s, &w.a, &who, 10, &rows, &w.e), 0, "%s", w.e.text);
	return rows.n;
}

Test(report_sign, is_set_by_the_units_leader_and_by_the_office)
{
	static const struct {
		enum person_of_world person;
		bool signs;
	} cases[] = {{EDU_LEADER, true}, {OFFICE, false}, {OFFICE, true}, {EDU_LEADER, false}};
	struct unit_row unit;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		cr_assert_eq(set_signing(cases[i].person, EDUCATION, cases[i].signs), 0, "%s",
			     w.e.text);
		cr_expect(w.changes & CHANGE_UNIT);
		cr_assert_eq(store_unit_get(w.s, &w.a, EDUCATION, &unit, &w.e), 0);
		cr_expect_eq(unit.signs, cases[i].signs, "case %zu", i);
	}
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'unit.sign'"), 4);
}

Test(report_sign, is_refused_to_others_and_where_nobody_signs)
{
	static const struct {
		enum person_of_world person;
		int64_t unit;
		bool signs;
		enum err_code code;
		const char *says;
	} cases[] = {
		{EDU_OFFICER, EDUCATION, true, ERR_DENIED, "change units"},
		{EDU_LEADER, HEALTH, true, ERR_DENIED, "change units"},
		{OFFICE, HEALTH, true, ERR_STATE, "no approving leader"},
		{OFFICE, EDUCATION, false, ERR_STATE, "already"},
		{OFFICE, 99, true, ERR_NOT_FOUND, "unit"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		cr_expect_eq(set_signing(cases[i].person, cases[i].unit, cases[i].signs), -1);
		cr_expect_eq(w.e.code, cases[i].code, "case %zu: %s", i, w.e.text);
		cr_expect(strstr(w.e.text, cases[i].says), "case %zu: %s", i, w.e.text);
		cr_expect_eq(w.changes, 0);
	}
}

Test(report_sign, the_office_waits_for_it)
{
	static const enum report_step steps[] = {REPORT_ACCEPT, REPORT_RETURN};
	struct report_row row;

	cr_assert_eq(set_signing(OFFICE, EDUCATION, true), 0);
	row = world_handed_in(&w, TODAY);
	cr_expect(row.to_sign);
	cr_expect_eq(nwaiting(OFFICE), 0);
	cr_expect_eq(nunsigned(EDU_LEADER), 1);
	cr_expect_eq(nunsigned(EDU_OFFICER), 0);
	cr_expect_eq(nunsigned(OFFICE), 0);
	for (size_t i = 0; i < 2; i++) {
		world_refuse_review(&w, OFFICE, TODAY, &row, steps[i], "x");
		cr_expect_eq(w.e.code, ERR_STATE);
		cr_expect(strstr(w.e.text, "方局长"), "%s", w.e.text);
	}
	world_review(&w, EDU_LEADER, TODAY, row.id, REPORT_SIGN, "");
	cr_expect_not(world_report(&w, row.id).to_sign);
	cr_expect_eq(nwaiting(OFFICE), 1);
	cr_expect_eq(nunsigned(EDU_LEADER), 0);
	world_review(&w, OFFICE, TODAY, row.id, REPORT_ACCEPT, "");
}

Test(report_sign, what_nobody_can_decide_on_waits_for_nobody)
{
	cr_assert_eq(set_signing(OFFICE, EDUCATION, true), 0);
	struct report_row row = world_handed_in(&w, TODAY);
	world_script(&w, "UPDATE action SET state = 'closed-out'");
	cr_expect_eq(nunsigned(EDU_LEADER), 0);
	world_refuse_review(&w, EDU_LEADER, TODAY, &row, REPORT_SIGN, "");
	world_script(&w, "UPDATE action SET state = 'active'");
	cr_expect_eq(nunsigned(EDU_LEADER), 1, "it is opened again");
	world_review(&w, EDU_LEADER, TODAY, row.id, REPORT_SIGN, "");
	cr_expect_eq(nwaiting(OFFICE), 1);
	world_script(&w, "UPDATE action SET state = 'closed-out'");
	cr_expect_eq(nwaiting(OFFICE), 0);
}

Test(report_sign, who_would_be_waited_for_may_have_gone)
{
	struct report_row row;

	cr_assert_eq(set_signing(OFFICE, EDUCATION, true), 0);
	row = world_handed_in(&w, TODAY);
	world_script(&w, "UPDATE post SET ended_at = '2021-11-20T00:00:00Z' "
			 "WHERE role = 'approver' AND unit_id = 1");
	world_refuse_review(&w, OFFICE, TODAY, &row, REPORT_ACCEPT, "");
	cr_expect(strstr(w.e.text, "duban unit sign"), "%s", w.e.text);
	cr_assert_eq(set_signing(OFFICE, EDUCATION, false), 0, "%s", w.e.text);
	world_review(&w, OFFICE, TODAY, row.id, REPORT_ACCEPT, "");
}

Test(report_sign, what_the_leader_hands_in_is_out)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 45, "局长自己报");
	struct report_row row;

	cr_assert_eq(set_signing(OFFICE, EDUCATION, true), 0);
	row = world_put(&w, EDU_LEADER, TODAY, &r, REPORT_SUBMIT);
	cr_expect_not(row.to_sign);
	cr_expect_eq(nwaiting(OFFICE), 1);
	world_review(&w, OFFICE, TODAY, row.id, REPORT_RETURN, "请补数");
	r.report_id = row.id;
	r.version = world_report(&w, row.id).version;
	cr_expect(world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT).to_sign,
		  "a colleague hands it in again");
}

Test(report_sign, sending_back_inside_the_unit_does_not_count)
{
	struct report_row row = world_handed_in(&w, TODAY);

	world_review(&w, EDU_LEADER, TODAY, row.id, REPORT_SEND_BACK, "数字不对");
	row = world_report(&w, row.id);
	cr_expect_eq(row.state, REPORT_RETURNED);
	cr_expect_eq(row.nreturned, 0);
	cr_expect_str_eq(row.reason, "数字不对");
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'report.send-back'"),
		     1);
	world_refuse_review(&w, OFFICE, TODAY, &row, REPORT_SEND_BACK, "x");
	cr_expect_eq(w.e.code, ERR_DENIED);
}

Test(report_sign, unsigned_is_not_delivered)
{
	static const struct lamp_rules rules = LAMP_RULES_DEFAULT;
	struct actor office = world_actor(&w, OFFICE, "2022-01-03");
	struct standing_rows rows;

	cr_assert_eq(set_signing(OFFICE, EDUCATION, true), 0);
	world_handed_in(&w, TODAY);
	cr_assert_eq(store_standing_list(w.s, &w.a, &office, PLAN, &rules, world_day("2022-01-03"),
					 &rows, &w.e),
		     0);
	for (size_t i = 0; i < rows.n; i++) {
		if (rows.at[i].unit_id != EDUCATION)
			continue;
		cr_expect_eq(rows.at[i].submitted, 0);
		cr_expect_eq(rows.at[i].drafts, 1);
		cr_expect_eq(rows.at[i].lamps[LAMP_RED], 3, "all its parts are past due");
		return;
	}
	cr_assert_fail("the unit is not listed");
}
