/* Cases that units hand in, what the office decides on them, and pilots. */
#include "db/report/store_case.h"

#include "db/change.h"
#include "db/report/store_evidence.h"
#include "db/plan/store_plan.h"
#include "tests/db/world.h"
#include "tests/support/seen.h"

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

TestSuite(case_store, .init = setup, .fini = teardown);

static struct case_new lights(void)
{
	return (struct case_new){.action_id = ACTION_2,
				 .unit_id = EDUCATION,
				 .title = "教室照明一校一策",
				 .text = "改造前照度不足,逐校测量后改造,近视新发率下降。"};
}

static int put(enum person_of_world person, const struct case_new *c, struct case_row *row)
{
	struct actor who = world_actor(&w, person, today);

	w.e = (struct err)ERR_INIT;
	w.changes = 0;
	return store_case_put(w.s, &who, c, &w.a, row, &w.changes, &w.e);
}

static struct case_row put_lights(enum person_of_world person)
{
	struct case_new c = lights();
	struct case_row row;

	cr_assert_eq(put(person, &c, &row), 0, "%s", w.e.text);
	return row;
}

static int decide(enum person_of_world person, const struct case_row *row, enum case_step step,
		  const char *reason)
{
	struct actor who = world_actor(&w, person, today);

	w.e = (struct err)ERR_INIT;
	w.changes = 0;
	return store_case_decide(w.s, &who, row->id, row->version, step, reason, &w.changes, &w.e);
}

static struct case_row reread(int64_t id)
{
	struct case_row row;

	cr_assert_eq(store_case_get(w.s, &w.a, NULL, id, &row, &w.e), 0, "%s", w.e.text);
	return row;
}

static size_t count_read_by(enum person_of_world person, const struct case_filter *f)
{
	struct actor who = world_actor(&w, person, today);
	struct case_rows rows;

	cr_assert_eq(store_case_list(w.s, &w.a, &who, f, 100, &rows, &w.e), 0, "%s", w.e.text);
	return rows.n;
}

Test(case_store, a_unit_hands_one_in)
{
	struct case_row row = put_lights(EDU_OFFICER);

	cr_expect_eq(w.changes, CHANGE_CASE);
	cr_expect_eq(row.state, CASE_OFFERED);
	cr_expect_str_eq(row.plan_code, "yx2021");
	cr_expect_str_eq(row.action_no, "2");
	cr_expect_str_eq(row.unit, "区教育局");
	cr_expect_str_eq(row.added_by, "林老师");
	cr_expect_not(row.on_behalf);
	cr_expect_eq(row.decided_at, 0);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'case.add' "
				      "AND unit_id = 1 AND action_id = 2"),
		     1);
}

Test(case_store, only_units_of_the_action_do)
{
	struct case_new c = lights();
	struct case_row row;

	c.action_id = ACTION_3_2;
	cr_expect_eq(put(EDU_OFFICER, &c, &row), -1);
	cr_expect_eq(w.e.code, ERR_STATE, "%s", w.e.text);
	c = lights();
	cr_expect_eq(put(HEALTH_OFFICER, &c, &row), -1);
	cr_expect_eq(w.e.code, ERR_DENIED, "%s", w.e.text);
	cr_expect_eq(put(MAYOR, &c, &row), -1);
	cr_expect_eq(w.e.code, ERR_DENIED, "%s", w.e.text);
	c.action_id = OLD_ACTION;
	cr_expect_eq(put(EDU_OFFICER, &c, &row), -1, "a closed plan");
	cr_expect_eq(w.e.code, ERR_STATE, "%s", w.e.text);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM example"), 0);
}

Test(case_store, the_office_does_on_behalf_and_that_is_marked)
{
	struct case_row row = put_lights(OFFICE);

	cr_expect(row.on_behalf);
	cr_expect_eq(decide(OFFICE, &row, CASE_SELECT, ""), -1, "nobody selects what they entered");
	cr_expect_eq(w.e.code, ERR_DENIED, "%s", w.e.text);
	cr_expect_eq(decide(OFFICE_2, &row, CASE_SELECT, ""), 0, "%s", w.e.text);
}

Test(case_store, one_may_be_told_after_the_close_out)
{
	struct case_row row;
	struct evidence_new v = {.unit_id = EDUCATION,
				 .kind = EVIDENCE_NOTE,
				 .title = "验收记录",
				 .doc_no = "",
				 .ref = "",
				 .note = ""};
	struct actor officer = world_actor(&w, EDU_OFFICER, today);
	struct evidence_row proof;

	world_script(&w, "UPDATE action SET state = 'closed-out' WHERE id = 2");
	row = put_lights(EDU_OFFICER);
	v.case_id = row.id;
	cr_assert_eq(store_evidence_add(w.s, &officer, &v, &w.a, &proof, NULL, &w.e), 0, "%s",
		     w.e.text);
	cr_expect_eq(reread(row.id).nevidence, 1);
}

Test(case_store, the_office_selects_and_thinks_again)
{
	struct case_row row = put_lights(EDU_OFFICER);

	cr_expect_eq(decide(EDU_LEADER, &row, CASE_SELECT, ""), -1);
	cr_expect_eq(w.e.code, ERR_DENIED, "%s", w.e.text);
	cr_expect_eq(decide(OFFICE, &row, CASE_DECLINE, ""), -1);
	cr_expect_str_eq(w.e.field, "reason");
	cr_assert_eq(decide(OFFICE, &row, CASE_DECLINE, "缺少前后对比数据"), 0, "%s", w.e.text);
	row = reread(row.id);
	cr_expect_eq(row.state, CASE_DECLINED);
	cr_expect_str_eq(row.reason, "缺少前后对比数据");
	cr_expect_str_eq(row.decided_by, "邹主任");
	cr_expect_eq(decide(OFFICE, &row, CASE_DECLINE, "再说一次"), -1);
	cr_expect_eq(w.e.code, ERR_STATE);
	cr_assert_eq(decide(OFFICE, &row, CASE_SELECT, ""), 0, "%s", w.e.text);
	cr_expect_eq(reread(row.id).state, CASE_SELECTED);
	cr_expect_str_eq(reread(row.id).reason, "");
}

Test(case_store, one_is_changed_until_it_is_decided_on)
{
	struct case_row row = put_lights(EDU_OFFICER), now;
	struct case_new c = lights();

	c.case_id = row.id;
	c.version = row.version;
	c.text = "改造后照度达标,近视新发率下降两成。";
	cr_assert_eq(put(EDU_LEADER, &c, &now), 0, "%s", w.e.text);
	cr_expect_str_eq(now.text, c.text);
	cr_expect_eq(put(EDU_OFFICER, &c, &now), -1, "an older version");
	cr_expect_eq(w.e.code, ERR_CONFLICT, "%s", w.e.text);
	cr_expect_eq(decide(OFFICE, &row, CASE_SELECT, ""), -1, "an older version");
	cr_expect_eq(w.e.code, ERR_CONFLICT, "%s", w.e.text);
	now = reread(row.id);
	cr_assert_eq(decide(OFFICE, &now, CASE_SELECT, ""), 0, "%s", w.e.text);
	now = reread(row.id);
	c.version = now.version;
	cr_expect_eq(put(EDU_OFFICER, &c, &now), -1);
	cr_expect_eq(w.e.code, ERR_STATE, "%s", w.e.text);
}

Test(case_store, units_read_their_own_and_the_selected_ones)
{
	const struct case_filter any = {.state = -1}, selected = {.state = CASE_SELECTED};
	struct case_row row = put_lights(EDU_OFFICER);
	struct actor health = world_actor(&w, HEALTH_OFFICER, today);

	cr_expect_eq(count_read_by(EDU_LEADER, &any), 1);
	cr_expect_eq(count_read_by(OFFICE, &any), 1);
	cr_expect_eq(count_read_by(MAYOR, &any), 1);
	cr_expect_eq(count_read_by(HEALTH_OFFICER, &any), 0);
	cr_expect_eq(store_case_get(w.s, &w.a, &health, row.id, &row, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	row = reread(row.id);
	cr_assert_eq(decide(OFFICE, &row, CASE_SELECT, ""), 0, "%s", w.e.text);
	cr_expect_eq(count_read_by(HEALTH_OFFICER, &any), 1);
	cr_expect_eq(count_read_by(HEALTH_OFFICER, &selected), 1);
	cr_expect_eq(store_case_get(w.s, &w.a, &health, row.id, &row, &w.e), 0);
}

Test(case_store, a_list_is_narrowed)
{
	const struct {
		struct case_filter f;
		size_t n;
	} table[] = {
		{{.state = -1}, 2},
		{{.plan_id = PLAN, .state = -1}, 2},
		{{.plan_id = OLD_PLAN, .state = -1}, 0},
		{{.unit_id = EDUCATION, .state = -1}, 1},
		{{.unit_id = HEALTH, .plan_id = PLAN, .state = -1}, 1},
		{{.action_id = ACTION_2, .state = -1}, 1},
		{{.action_id = ACTION_2, .unit_id = HEALTH, .state = -1}, 0},
		{{.state = CASE_OFFERED}, 1},
		{{.plan_id = PLAN, .state = CASE_DECLINED}, 1},
	};
	struct case_new c = lights();
	struct case_row row = put_lights(EDU_OFFICER);

	cr_assert_eq(decide(OFFICE, &row, CASE_DECLINE, "太短"), 0, "%s", w.e.text);
	c.action_id = ACTION_1;
	c.unit_id = HEALTH;
	cr_assert_eq(put(HEALTH_OFFICER, &c, &row), 0, "%s", w.e.text);
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		cr_expect_eq(count_read_by(OFFICE, &table[i].f), table[i].n, "row %zu", i);
}

static int set_pilot(enum person_of_world person, int64_t action_id, bool pilot)
{
	struct actor who = world_actor(&w, person, today);

	w.e = (struct err)ERR_INIT;
	w.changes = 0;
	return store_pilot_set(w.s, &who, action_id, seen_action(w.s, action_id), pilot, &w.changes,
			       &w.e);
}

static bool is_pilot(int64_t action_id)
{
	struct action_row row;

	cr_assert_eq(store_action_get(w.s, &w.a, NULL, action_id, &row, &w.e), 0, "%s", w.e.text);
	return row.pilot;
}

Test(case_store, the_office_marks_pilots)
{
	cr_expect_eq(set_pilot(EDU_OFFICER, ACTION_2, true), -1);
	cr_expect_eq(w.e.code, ERR_DENIED, "%s", w.e.text);
	cr_assert_eq(set_pilot(OFFICE, ACTION_2, true), 0, "%s", w.e.text);
	cr_expect_eq(w.changes, CHANGE_PLAN);
	cr_expect(is_pilot(ACTION_2));
	cr_expect_not(is_pilot(ACTION_1));
	cr_expect(put_lights(EDU_OFFICER).pilot);
	cr_expect_eq(set_pilot(OFFICE, ACTION_2, true), -1);
	cr_expect_eq(w.e.code, ERR_STATE, "%s", w.e.text);
	cr_assert_eq(set_pilot(OFFICE, ACTION_2, false), 0, "%s", w.e.text);
	cr_expect_not(is_pilot(ACTION_2));
	cr_expect_eq(set_pilot(OFFICE, ACTION_2, false), -1);
	cr_expect_eq(w.e.code, ERR_STATE, "%s", w.e.text);
	cr_expect_eq(set_pilot(OFFICE, OLD_ACTION, true), -1, "a closed plan");
	cr_expect_eq(w.e.code, ERR_STATE, "%s", w.e.text);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'action.pilot'"), 1);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'action.pilot-end'"),
		     1);
}
