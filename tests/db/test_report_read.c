/* Reading reports: which there are and in what order, and who sees what is a draft. */
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

TestSuite(report_read, .init = setup, .fini = teardown);

Test(report_read, before_is_the_last_handed_in_of_an_earlier_period)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q3, 40, "三季度");
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);
	struct report_row row;

	cr_assert_eq(store_report_before(w.s, &w.a, &edu, ACTION_2, EDUCATION, Q4, &row, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_NOT_FOUND);
	world_put(&w, EDU_OFFICER, "2021-09-28", &r, REPORT_SAVE);
	cr_assert_eq(store_report_before(w.s, &w.a, &edu, ACTION_2, EDUCATION, Q4, &row, &w.e), -1);
	world_script(&w, "UPDATE report SET state = 'accepted', "
			 "submitted_at = '2021-09-28T00:00:00Z'");
	cr_assert_eq(store_report_before(w.s, &w.a, &edu, ACTION_2, EDUCATION, Q4, &row, &w.e), 0);
	cr_expect_str_eq(row.done, "三季度");
	cr_assert_eq(store_report_before(w.s, &w.a, &edu, ACTION_2, EDUCATION, Q3, &row, &w.e), -1);
}

Test(report_read, list_is_newest_first_with_leads_before_the_others)
{
	static const struct {
		enum person_of_world person;
		int64_t unit, period;
		const char *today;
	} parts[] = {
		{EDU_OFFICER, EDUCATION, Q4, TODAY},
		{QINGTIAN_OFFICER, QINGTIAN, Q4, TODAY},
		{HEALTH_OFFICER, HEALTH, Q4, TODAY},
		{EDU_OFFICER, EDUCATION, Q3, "2021-09-28"},
	};
	static const int64_t units[] = {HEALTH, EDUCATION, QINGTIAN, EDUCATION};
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);
	struct report_rows rows;

	for (size_t i = 0; i < 4; i++) {
		struct report_new r =
			world_text(ACTION_1, parts[i].unit, parts[i].period, 10, "讲座");
		world_put(&w, parts[i].person, parts[i].today, &r, REPORT_SUBMIT);
	}
	cr_assert_eq(store_report_list(w.s, &w.a, &edu, ACTION_1, 0, &rows, &w.e), 0);
	cr_assert_eq(rows.n, 4);
	for (size_t i = 0; i < 4; i++)
		cr_expect_eq(rows.at[i].unit_id, units[i], "row %zu", i);
	cr_expect_eq(rows.at[3].period_id, Q3);
	cr_assert_eq(store_report_list(w.s, &w.a, &edu, ACTION_1, EDUCATION, &rows, &w.e), 0);
	cr_expect_eq(rows.n, 2);
}

Test(report_read, a_draft_is_seen_by_its_unit_alone)
{
	struct report_new r = world_text(ACTION_1, EDUCATION, Q4, 10, "草稿");
	struct report_row row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	static const struct {
		enum person_of_world person;
		size_t n;
	} readers[] = {
		{EDU_OFFICER, 1}, {EDU_LEADER, 1}, {OFFICE, 0}, {MAYOR, 0}, {HEALTH_OFFICER, 0}};

	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		struct actor who = world_actor(&w, readers[i].person, TODAY);
		struct report_rows rows;
		struct report_row one;

		cr_assert_eq(store_report_list(w.s, &w.a, &who, ACTION_1, 0, &rows, &w.e), 0);
		cr_expect_eq(rows.n, readers[i].n, "reader %zu", i);
		cr_expect_eq(store_report_get(w.s, &w.a, &who, row.id, &one, &w.e),
			     readers[i].n ? 0 : -1);
		cr_expect_eq(
			store_report_find(w.s, &w.a, &who, ACTION_1, EDUCATION, Q4, &one, &w.e),
			readers[i].n ? 0 : -1);
	}
}

Test(report_read, a_draft_entered_on_behalf_is_seen_by_unit_and_office)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 10, "电话记录");
	struct report_row row = world_put(&w, OFFICE, TODAY, &r, REPORT_SAVE), one;
	struct actor office = world_actor(&w, OFFICE_2, TODAY),
		     mayor = world_actor(&w, MAYOR, TODAY);

	cr_expect_eq(store_report_get(w.s, &w.a, &office, row.id, &one, &w.e), 0);
	cr_expect_eq(store_report_get(w.s, &w.a, &mayor, row.id, &one, &w.e), -1);
	r.report_id = row.id;
	r.version = row.version;
	r.done = "单位自己改";
	world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	cr_expect_eq(store_report_get(w.s, &w.a, &office, row.id, &one, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_NOT_FOUND);
}

Test(report_read, other_units_read_nothing)
{
	struct report_row row = world_handed_in(&w, TODAY);
	struct actor archives = world_actor(&w, ARCHIVES_OFFICER, TODAY);
	struct report_rows rows;

	cr_expect_eq(store_report_get(w.s, &w.a, &archives, row.id, &row, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_expect_eq(store_report_list(w.s, &w.a, &archives, ACTION_2, 0, &rows, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_assert_eq(store_report_waiting(w.s, &w.a, &archives, 0, 10, &rows, &w.e), 0);
	cr_expect_eq(rows.n, 0);
}

Test(report_read, waiting_is_oldest_first_and_bounded)
{
	struct actor office = world_actor(&w, OFFICE, TODAY);
	struct report_new r = world_text(ACTION_1, HEALTH, Q4, 10, "甲");
	struct report_rows rows;

	world_put(&w, HEALTH_OFFICER, "2021-11-20", &r, REPORT_SUBMIT);
	struct report_row second = world_handed_in(&w, TODAY);
	r = world_text(ACTION_1, EDUCATION, Q4, 10, "草稿");
	world_put(&w, EDU_OFFICER, "2021-11-19", &r, REPORT_SAVE);
	r = world_text(ACTION_1, QINGTIAN, Q4, 10, "丙");
	world_put(&w, QINGTIAN_OFFICER, "2021-11-22", &r, REPORT_SUBMIT);
	world_review(&w, EDU_LEADER, TODAY, second.id, REPORT_SIGN, "");

	cr_assert_eq(store_report_waiting(w.s, &w.a, &office, PLAN, 10, &rows, &w.e), 0);
	cr_assert_eq(rows.n, 3);
	cr_expect_str_eq(rows.at[0].done, "甲");
	cr_expect_eq(rows.at[1].state, REPORT_SIGNED);
	cr_expect_str_eq(rows.at[2].done, "丙");
	cr_assert_eq(store_report_waiting(w.s, &w.a, &office, 0, 2, &rows, &w.e), 0);
	cr_expect_eq(rows.n, 2);
	cr_assert_eq(store_report_waiting(w.s, &w.a, &office, OLD_PLAN, 10, &rows, &w.e), 0);
	cr_expect_eq(rows.n, 0);
}

Test(report_read, assignments_show_a_draft_to_its_own_unit_alone)
{
	static const struct {
		enum person_of_world person;
		int percent;
	} readers[] = {{EDU_OFFICER, 45}, {EDU_LEADER, 45}, {HEALTH_OFFICER, -1}, {MAYOR, -1}};
	struct report_new r = world_text(ACTION_3_1, EDUCATION, Q4, 45, "筛查");

	world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		struct actor who = world_actor(&w, readers[i].person, TODAY);
		struct assignment_rows rows;

		cr_assert_eq(store_assignment_list(w.s, &w.a, &who, ACTION_3_1, Q4, &rows, &w.e), 0,
			     "%s", w.e.text);
		cr_expect_eq(rows.at[0].unit_id, EDUCATION);
		cr_expect_eq(rows.at[0].report_state,
			     readers[i].percent < 0 ? REPORT_NONE : REPORT_DRAFT);
		cr_expect_eq(rows.at[0].percent, readers[i].percent, "reader %zu", i);
	}
}

static struct assignment_row assignment_of(int64_t unit_id)
{
	struct actor office = world_actor(&w, OFFICE, TODAY);
	struct assignment_rows rows;
	size_t i = 0;

	cr_assert_eq(store_assignment_list(w.s, &w.a, &office, ACTION_1, Q4, &rows, &w.e), 0, "%s",
		     w.e.text);
	while (i < rows.n && rows.at[i].unit_id != unit_id)
		i++;
	cr_assert_lt(i, rows.n);
	return rows.at[i];
}

Test(report_read, a_collective_unit_has_reported_when_its_members_have)
{
	struct report_new r = world_text(ACTION_1, QINGTIAN, Q4, 20, "讲座两场");
	struct assignment_row row = assignment_of(STREETS);

	cr_expect_eq(row.nmembers, 2);
	cr_expect_eq(row.nreported, 0);
	cr_expect_eq(row.report_state, REPORT_NONE);
	struct report_row first = world_put(&w, QINGTIAN_OFFICER, TODAY, &r, REPORT_SUBMIT);
	row = assignment_of(STREETS);
	cr_expect_eq(row.nreported, 1);
	cr_expect_eq(row.report_state, REPORT_NONE);
	cr_expect_str_eq(assignment_report_label(&w.a, &row), "1 of 2 reported");
	r.unit_id = BAISHI;
	world_put(&w, OFFICE, TODAY, &r, REPORT_SUBMIT);
	world_review(&w, OFFICE, TODAY, first.id, REPORT_ACCEPT, "");
	row = assignment_of(STREETS);
	cr_expect_eq(row.nreported, 2);
	cr_expect_eq(row.report_state, REPORT_SUBMITTED);
	cr_expect_eq(row.percent, -1);
	row = assignment_of(HEALTH);
	cr_expect_eq(row.nmembers, 0);
	cr_expect_str_eq(assignment_report_label(&w.a, &row), "not reported");
}
