/* Milestones: whose they are, what finishing one needs, what the office alone does. */
#include "db/report/store_milestone.h"

#include "db/report/store_evidence.h"
#include "db/store_internal.h"
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

TestSuite(milestone, .init = setup, .fini = teardown);

static struct milestone_new of(int64_t action_id, int64_t unit_id, const char *title,
			       const char *due)
{
	return (struct milestone_new){
		.action_id = action_id,
		.unit_id = unit_id,
		.title = title,
		.note = "",
		.due = world_day(due),
	};
}

static int try_put(enum person_of_world person, const struct milestone_new *m,
		   struct milestone_row *row)
{
	struct actor who = world_actor(&w, person, TODAY);

	w.changes = 0;
	return store_milestone_put(w.s, &who, m, &w.a, row, &w.changes, &w.e);
}

static struct milestone_row put(enum person_of_world person, const struct milestone_new *m)
{
	struct milestone_row row;

	cr_assert_eq(try_put(person, m, &row), 0, "%s", w.e.text);
	cr_expect_eq(w.changes, CHANGE_MILESTONE);
	return row;
}

static struct milestone_row get(int64_t id)
{
	struct milestone_row row;

	cr_assert_eq(store_milestone_get(w.s, &w.a, NULL, id, &row, &w.e), 0, "%s", w.e.text);
	return row;
}

static int step(enum person_of_world person, int64_t id, enum milestone_step which, const char *on)
{
	struct actor who = world_actor(&w, person, TODAY);
	struct date day = {0};

	if (on)
		day = world_day(on);
	w.changes = 0;
	return store_milestone_step(w.s, &who, id, get(id).version, which, day, "", &w.changes,
				    &w.e);
}

static void prove(int64_t milestone_id)
{
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);
	struct evidence_new v = {
		.unit_id = EDUCATION,
		.milestone_id = milestone_id,
		.kind = EVIDENCE_MEETING,
		.title = "推进会",
		.doc_no = "",
		.ref = "",
		.note = "",
	};
	struct evidence_row row;

	cr_assert_eq(store_evidence_add(w.s, &edu, &v, &w.a, &row, NULL, &w.e), 0, "%s", w.e.text);
}

Test(milestone, a_unit_adds_changes_and_finishes_its_own)
{
	struct milestone_new m = of(ACTION_2, EDUCATION, "近视率监测", "2021-12-15");
	struct milestone_row row = put(EDU_OFFICER, &m);

	cr_expect_eq(row.state, MILESTONE_OPEN);
	cr_expect_str_eq(row.unit, "区教育局");
	cr_expect_str_eq(row.plan_code, "yx2021");
	cr_expect_str_eq(row.action_no, "2");
	m.milestone_id = row.id;
	m.version = row.version;
	m.title = "近视率监测(秋季)";
	m.due = world_day("2021-12-31");
	row = put(EDU_OFFICER, &m);
	cr_expect_eq(row.version, 2);
	cr_expect_eq(date_cmp(row.due, world_day("2021-12-31")), 0);
	cr_expect_eq(world_number(&w,
				  "SELECT count(*) FROM log WHERE act = 'milestone.change' "
				  "AND before LIKE '%\"due\":\"2021-12-15\"%' "
				  "AND after LIKE '%\"due\":\"2021-12-31\"%' AND action_id = 2"),
		     1);
	cr_assert_eq(step(EDU_OFFICER, row.id, MILESTONE_FINISH, "2021-11-20"), 0, "%s", w.e.text);
	cr_expect_eq(w.changes, CHANGE_MILESTONE);
	row = get(row.id);
	cr_expect_eq(row.state, MILESTONE_DONE);
	cr_expect_eq(date_cmp(row.done_on, world_day("2021-11-20")), 0);
}

Test(milestone, one_that_demands_evidence_waits_for_it)
{
	struct milestone_new m = of(ACTION_2, EDUCATION, "建档", "2021-12-15");

	m.needs_evidence = true;
	struct milestone_row row = put(EDU_OFFICER, &m);
	cr_assert_eq(step(EDU_OFFICER, row.id, MILESTONE_FINISH, TODAY), -1);
	cr_expect_eq(w.e.code, ERR_STATE);
	cr_expect(strstr(w.e.text, "建档"), "%s", w.e.text);
	cr_expect(strstr(w.e.text, "duban evidence add"), "%s", w.e.text);
	cr_expect_eq(w.changes, 0);
	cr_expect_eq(get(row.id).state, MILESTONE_OPEN);
	prove(row.id);
	cr_expect_eq(get(row.id).nevidence, 1);
	cr_expect_eq(step(EDU_OFFICER, row.id, MILESTONE_FINISH, TODAY), 0, "%s", w.e.text);
}

Test(milestone, withdrawn_evidence_proves_nothing)
{
	struct milestone_new m = of(ACTION_2, EDUCATION, "建档", "2021-12-15");

	m.needs_evidence = true;
	struct milestone_row row = put(EDU_OFFICER, &m);
	prove(row.id);
	world_script(&w, "UPDATE evidence SET withdrawn_at = '2021-11-20T00:00:00Z'");
	cr_expect_eq(step(EDU_OFFICER, row.id, MILESTONE_FINISH, TODAY), -1);
	cr_expect_eq(w.e.code, ERR_STATE);
}

Test(milestone, is_done_today_or_before)
{
	struct milestone_new m = of(ACTION_2, EDUCATION, "会", TODAY);
	struct milestone_row row = put(EDU_OFFICER, &m);

	cr_assert_eq(step(EDU_OFFICER, row.id, MILESTONE_FINISH, "2021-11-22"), -1);
	cr_expect_eq(w.e.code, ERR_INPUT);
	cr_assert_eq(step(EDU_OFFICER, row.id, MILESTONE_FINISH, NULL), -1);
	cr_expect_eq(w.e.code, ERR_INPUT);
	cr_expect_eq(step(EDU_OFFICER, row.id, MILESTONE_FINISH, TODAY), 0);
}

Test(milestone, put_is_refused)
{
	static const struct {
		enum person_of_world person;
		int64_t action, unit;
		const char *title;
		enum err_code error;
		const char *says;
	} cases[] = {
		{HEALTH_OFFICER, ACTION_2, EDUCATION, "会", ERR_DENIED, "区教育局"},
		{EDU_OFFICER, ACTION_2, 0, "会", ERR_DENIED, "no single unit"},
		{MAYOR, ACTION_2, EDUCATION, "会", ERR_DENIED, "milestones"},
		{HEALTH_OFFICER, ACTION_2, HEALTH, "会", ERR_STATE, "takes no part"},
		{EDU_OFFICER, OLD_ACTION, EDUCATION, "会", ERR_STATE, "old2020"},
		{EDU_OFFICER, 99, EDUCATION, "会", ERR_NOT_FOUND, "action"},
		{EDU_OFFICER, ACTION_2, EDUCATION, "", ERR_INPUT, "name"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct milestone_new m = of(cases[i].action, cases[i].unit, cases[i].title, TODAY);
		struct milestone_row row;

		cr_assert_eq(try_put(cases[i].person, &m, &row), -1, "case %zu", i);
		cr_expect_eq(w.e.code, cases[i].error, "case %zu: %s", i, w.e.text);
		cr_expect(strstr(w.e.text, cases[i].says), "case %zu: %s", i, w.e.text);
		cr_expect_eq(w.changes, 0);
	}
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM milestone"), 0);
}

Test(milestone, the_office_sets_a_common_one_and_the_lead_finishes_it)
{
	struct milestone_new m = of(ACTION_1, 0, "印发方案", "2021-12-01");
	struct milestone_row row = put(OFFICE, &m);

	cr_expect_eq(row.unit_id, 0);
	cr_expect_str_eq(row.unit, "");
	cr_expect_eq(step(EDU_OFFICER, row.id, MILESTONE_FINISH, TODAY), -1); /* cooperates */
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_expect(strstr(w.e.text, "liaison officer of 区卫生健康局"), "%s", w.e.text);
	m.milestone_id = row.id;
	m.version = row.version;
	m.title = "改名";
	cr_expect_eq(try_put(HEALTH_OFFICER, &m, &row), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_expect_eq(step(HEALTH_OFFICER, m.milestone_id, MILESTONE_FINISH, TODAY), 0, "%s",
		     w.e.text);
}

Test(milestone, a_common_one_names_the_units_that_deliver_it)
{
	const struct milestone_new own = of(ACTION_1, EDUCATION, "己", "2021-11-30");
	const struct milestone_new common = of(ACTION_1, 0, "共", "2021-11-30");
	struct milestone_row mine = put(EDU_OFFICER, &own), row = put(OFFICE, &common);

	cr_expect_str_eq(mine.deliverers, "");
	cr_expect_str_eq(milestone_unit(&mine), "区教育局");
	cr_expect_str_eq(row.deliverers, "区卫生健康局");
	cr_expect_str_eq(milestone_unit(&row), "区卫生健康局");
	world_script(&w, "UPDATE assignment SET role = 'shared' WHERE id = 2");
	row = get(row.id);
	cr_expect_str_eq(milestone_unit(&row), "区卫生健康局、区教育局");
	world_script(&w, "UPDATE assignment SET state = 'withdrawn' WHERE id = 1");
	row = get(row.id);
	cr_expect_str_eq(row.deliverers, "");
	cr_expect_str_eq(milestone_unit(&row), "all units");
}

Test(milestone, without_a_lead_any_of_the_units_finishes_a_common_one)
{
	struct milestone_new m = of(ACTION_3_1, 0, "开放", "2021-12-01");
	struct milestone_row row = put(OFFICE, &m);

	cr_expect_str_eq(row.action_no, "3.1");
	cr_expect_eq(step(ARCHIVES_OFFICER, row.id, MILESTONE_FINISH, TODAY), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_expect_eq(step(EDU_OFFICER, row.id, MILESTONE_FINISH, TODAY), 0, "%s", w.e.text);
}

Test(milestone, verifying_and_dropping_are_the_offices)
{
	struct milestone_new m = of(ACTION_2, EDUCATION, "会", TODAY);
	struct milestone_row row = put(EDU_OFFICER, &m);

	cr_expect_eq(step(EDU_LEADER, row.id, MILESTONE_DROP, NULL), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_expect_eq(step(OFFICE, row.id, MILESTONE_VERIFY, NULL), -1); /* not done yet */
	cr_expect_eq(w.e.code, ERR_STATE);
	cr_assert_eq(step(OFFICE, row.id, MILESTONE_FINISH, TODAY), 0);
	cr_expect_eq(step(OFFICE, row.id, MILESTONE_VERIFY, NULL), -1); /* entered it */
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_assert_eq(step(OFFICE_2, row.id, MILESTONE_VERIFY, NULL), 0, "%s", w.e.text);
	row = get(row.id);
	cr_expect_eq(row.state, MILESTONE_VERIFIED);
	cr_expect_eq(date_cmp(row.done_on, world_day(TODAY)), 0);
	cr_expect_eq(step(EDU_OFFICER, row.id, MILESTONE_REOPEN, NULL), -1);
	cr_expect_eq(w.e.code, ERR_STATE);
}

Test(milestone, reopening_takes_the_day_away)
{
	struct milestone_new m = of(ACTION_2, EDUCATION, "会", TODAY);
	struct milestone_row row = put(EDU_OFFICER, &m);

	cr_assert_eq(step(EDU_OFFICER, row.id, MILESTONE_FINISH, TODAY), 0);
	m.milestone_id = row.id;
	m.version = 2;
	cr_expect_eq(try_put(EDU_OFFICER, &m, &row), -1); /* done ones stay as they are */
	cr_expect_eq(w.e.code, ERR_STATE);
	cr_assert_eq(step(EDU_OFFICER, m.milestone_id, MILESTONE_REOPEN, NULL), 0);
	row = get(m.milestone_id);
	cr_expect_eq(row.state, MILESTONE_OPEN);
	cr_expect_not(date_is_set(row.done_on));
	cr_assert_eq(step(OFFICE, row.id, MILESTONE_DROP, NULL), 0);
	cr_expect_eq(get(row.id).state, MILESTONE_DROPPED);
}

Test(milestone, a_second_writer_is_told_who_was_first)
{
	struct milestone_new m = of(ACTION_2, EDUCATION, "会", TODAY);
	struct milestone_row row = put(EDU_OFFICER, &m), other;
	struct actor leader = world_actor(&w, EDU_LEADER, TODAY);

	m.milestone_id = row.id;
	m.version = row.version;
	m.title = "大会";
	put(EDU_OFFICER, &m);
	m.title = "小会";
	cr_assert_eq(try_put(EDU_LEADER, &m, &other), -1);
	cr_expect_eq(w.e.code, ERR_CONFLICT);
	cr_expect(strstr(w.e.text, "林老师"), "%s", w.e.text);
	cr_assert_eq(store_milestone_step(w.s, &leader, row.id, row.version, MILESTONE_FINISH,
					  world_day(TODAY), "", NULL, &w.e),
		     -1);
	cr_expect_eq(w.e.code, ERR_CONFLICT);
	cr_expect_str_eq(get(row.id).title, "大会");
	cr_expect_eq(get(row.id).state, MILESTONE_OPEN);
}

static void fill(void)
{
	const struct milestone_new own = of(ACTION_2, EDUCATION, "甲", "2021-12-15");
	const struct milestone_new common = of(ACTION_1, 0, "乙", "2021-11-30");
	const struct milestone_new theirs = of(ACTION_1, HEALTH, "丙", "2021-12-31");
	const struct milestone_new sport = of(ACTION_3_2, SPORT, "丁", "2022-01-01");

	put(EDU_OFFICER, &own);
	put(OFFICE, &common);
	put(HEALTH_OFFICER, &theirs);
	put(OFFICE, &sport);
}

static void expect_list(enum person_of_world person, const struct milestone_filter *f,
			const char *titles)
{
	struct actor who = world_actor(&w, person, TODAY);
	struct milestone_rows rows;
	struct strbuf got = STRBUF_INIT;

	cr_assert_eq(store_milestone_list(w.s, &w.a, &who, f, &rows, &w.e), 0, "%s", w.e.text);
	for (size_t i = 0; i < rows.n; i++)
		strbuf_puts(&got, rows.at[i].title);
	cr_expect_str_eq(got.s ? got.s : "", titles);
	strbuf_free(&got);
}

Test(milestone, lists_come_by_date_and_by_what_was_asked)
{
	fill();
	expect_list(OFFICE, &(struct milestone_filter){0}, "乙甲丙丁");
	expect_list(OFFICE, &(struct milestone_filter){.plan_id = PLAN}, "乙甲丙丁");
	expect_list(OFFICE, &(struct milestone_filter){.plan_id = OLD_PLAN}, "");
	expect_list(OFFICE, &(struct milestone_filter){.action_id = ACTION_1}, "乙丙");
	expect_list(OFFICE, &(struct milestone_filter){.unit_id = EDUCATION}, "乙甲");
	expect_list(OFFICE, &(struct milestone_filter){.unit_id = QINGTIAN}, "乙");
	expect_list(OFFICE, &(struct milestone_filter){.unit_id = EDUCATION, .action_id = ACTION_2},
		    "甲");
	expect_list(OFFICE,
		    &(struct milestone_filter){.from = world_day("2021-12-15"),
					       .to = world_day("2021-12-31")},
		    "甲丙");
	cr_assert_eq(step(EDU_OFFICER, 1, MILESTONE_FINISH, TODAY), 0);
	expect_list(OFFICE, &(struct milestone_filter){.open_only = true}, "乙丙丁");
}

Test(milestone, lists_show_what_the_reader_may_read)
{
	struct actor archives = world_actor(&w, ARCHIVES_OFFICER, TODAY);
	struct milestone_row row;

	fill();
	expect_list(EDU_OFFICER, &(struct milestone_filter){0}, "乙甲丙");
	expect_list(QINGTIAN_OFFICER, &(struct milestone_filter){0}, "乙丙");
	expect_list(ARCHIVES_OFFICER, &(struct milestone_filter){0}, "");
	cr_expect_eq(store_milestone_get(w.s, &w.a, &archives, 1, &row, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_expect_eq(store_milestone_get(w.s, &w.a, NULL, 99, &row, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_NOT_FOUND);
}

Test(milestone, who_added_it_takes_it_back_while_it_is_as_it_was_added)
{
	struct milestone_new m = of(ACTION_2, EDUCATION, "误加的节点", "2021-12-15");
	struct milestone_row row = put(EDU_OFFICER, &m);

	cr_expect_eq(step(EDU_LEADER, row.id, MILESTONE_DROP, NULL), -1, "another one added it");
	cr_assert_eq(step(EDU_OFFICER, row.id, MILESTONE_DROP, NULL), 0, "%s", w.e.text);
	cr_expect_eq(get(row.id).state, MILESTONE_DROPPED);
	m.title = "改过的节点";
	row = put(EDU_OFFICER, &m);
	m.milestone_id = row.id;
	m.version = row.version;
	m.due = world_day("2021-12-31");
	put(EDU_OFFICER, &m);
	cr_expect_eq(step(EDU_OFFICER, row.id, MILESTONE_DROP, NULL), -1);
	cr_expect_eq(w.e.code, ERR_DENIED, "%s", w.e.text);
}
