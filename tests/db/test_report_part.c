/* The parts of all units in an action, what is owed by whom, and volumes counted up from parts. */
#include "db/report/store_exception.h"
#include "db/plan/store_plan.h"
#include "db/report/store_report.h"
#include "db/people/store_unit.h"
#include "tests/db/world.h"
#include "tests/support/seen.h"

#include <criterion/criterion.h>
#include <string.h>

#define TODAY "2021-11-21"
#define LATE  "2022-01-03" /* three days past the due date */

static struct world w;

static void setup(void)
{
	world_make(&w);
}

static void teardown(void)
{
	world_remove(&w);
}

TestSuite(report_part, .init = setup, .fini = teardown);

static struct report_part_rows parts(enum person_of_world person, const char *today)
{
	struct actor who = world_actor(&w, person, today);
	struct report_part_rows rows;

	cr_assert_eq(
		store_report_parts(w.s, &w.a, &who, ACTION_1, Q4, world_day(today), &rows, &w.e), 0,
		"%s", w.e.text);
	return rows;
}

static struct report_row hand_in(enum person_of_world person, int64_t unit_id, const char *done)
{
	struct report_new r = world_text(ACTION_1, unit_id, Q4, 30, done);

	return world_put(&w, person, TODAY, &r, REPORT_SUBMIT);
}

Test(report_part, all_units_stand_there_the_lead_first)
{
	static const struct {
		int64_t unit;
		enum role role;
		enum report_state state;
		bool owed;
		const char *done;
	} expected[] = {
		{HEALTH, ROLE_LEAD, REPORT_NONE, true, ""},
		{EDUCATION, ROLE_COOP, REPORT_SUBMITTED, false, "进校讲座"},
		{QINGTIAN, ROLE_COOP, REPORT_RETURNED, true, "讲座两场"},
		{BAISHI, ROLE_COOP, REPORT_NONE, true, ""},
	};
	struct report_row row;

	hand_in(EDU_OFFICER, EDUCATION, "进校讲座");
	row = hand_in(QINGTIAN_OFFICER, QINGTIAN, "讲座两场");
	world_review(&w, OFFICE, TODAY, row.id, REPORT_RETURN, "请补人数");

	struct report_part_rows rows = parts(HEALTH_OFFICER, TODAY);
	cr_assert_eq(rows.n, 4);
	for (size_t i = 0; i < rows.n; i++) {
		const struct report_part_row *p = &rows.at[i];

		cr_expect_eq(p->unit_id, expected[i].unit, "part %zu", i);
		cr_expect_eq(p->role, expected[i].role, "part %zu", i);
		cr_expect_eq(p->state, expected[i].state, "part %zu", i);
		cr_expect_eq(p->owed, expected[i].owed, "part %zu", i);
		cr_expect_eq(p->days, 0, "part %zu", i);
		cr_expect_str_eq(p->done, expected[i].done);
		cr_expect_eq(date_cmp(p->since, world_day("2021-12-31")), 0);
	}
	cr_expect_eq(rows.at[0].percent, -1);
	cr_expect_eq(rows.at[1].percent, 30);
}

Test(report_part, is_owed_by_its_unit_from_its_own_date)
{
	struct actor office = world_actor(&w, OFFICE, LATE);
	struct report_part_rows rows;

	hand_in(EDU_OFFICER, EDUCATION, "进校讲座");
	cr_assert_eq(store_exception_put(w.s, &office, Q4, QINGTIAN,
					 seen_exception(w.s, Q4, QINGTIAN), world_day("2022-01-20"),
					 "汛情", NULL, &w.e),
		     0, "%s", w.e.text);
	rows = parts(OFFICE, LATE);
	cr_expect_eq(rows.at[0].days, 3, "the lead");
	cr_expect_eq(rows.at[1].days, 0, "handed in");
	cr_expect(rows.at[2].owed, "it has more time");
	cr_expect_eq(rows.at[2].days, 0);
	cr_expect_eq(date_cmp(rows.at[2].since, world_day("2022-01-20")), 0);
	cr_expect_eq(rows.at[3].days, 3);
	cr_expect_eq(parts(OFFICE, "2022-01-22").at[2].days, 2);
}

Test(report_part, nothing_is_owed_before_the_period_or_after_the_action)
{
	cr_expect_not(parts(OFFICE, "2021-09-30").at[0].owed);
	cr_expect(parts(OFFICE, "2021-10-01").at[0].owed);
	world_script(&w, "UPDATE action SET state = 'closed-out' WHERE id = 1");
	cr_expect_not(parts(OFFICE, LATE).at[0].owed);
	cr_expect_eq(parts(OFFICE, LATE).at[0].days, 0);
}

Test(report_part, a_draft_is_no_part_for_others)
{
	struct report_new r = world_text(ACTION_1, EDUCATION, Q4, 30, "草稿");
	const struct report_part_row *p;

	world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	p = &parts(EDU_OFFICER, TODAY).at[1];
	cr_expect_eq(p->state, REPORT_DRAFT);
	cr_expect_str_eq(p->done, "草稿");
	p = &parts(HEALTH_OFFICER, TODAY).at[1];
	cr_expect_eq(p->state, REPORT_NONE);
	cr_expect_eq(p->report_id, 0);
	cr_expect_str_eq(p->done, "");
	cr_expect(p->owed);
}

Test(report_part, is_read_by_who_reads_the_action)
{
	struct actor archives = world_actor(&w, ARCHIVES_OFFICER, TODAY);
	struct report_part_rows rows;

	cr_expect_eq(store_report_parts(w.s, &w.a, &archives, ACTION_1, Q4, world_day(TODAY), &rows,
					&w.e),
		     -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
}

/* Volumes. Action 2 gets three more units beside its lead. */

struct entry {
	enum person_of_world person;
	int64_t unit, period;
	const char *today, *value;
};

static void enter(const struct entry *x)
{
	struct report_volume_row v = {.volume_id = VOLUME, .value = x->value};
	struct report_new r = world_text(ACTION_2, x->unit, x->period, 30, "进展");

	r.volumes.at = &v;
	r.volumes.n = 1;
	world_put(&w, x->person, x->today, &r, REPORT_SUBMIT);
}

static const char *volume_done(void)
{
	struct actor office = world_actor(&w, OFFICE, TODAY);
	struct volume_rows rows;

	cr_assert_eq(store_volume_list(w.s, &w.a, &office, ACTION_2, &rows, &w.e), 0, "%s",
		     w.e.text);
	cr_assert_eq(rows.n, 1);
	return rows.at[0].done;
}

static void assign(int64_t unit_id, enum role role)
{
	struct actor office = world_actor(&w, OFFICE, TODAY);

	cr_assert_eq(store_assign(w.s, &office, ACTION_2, unit_id,
				  seen_part(w.s, ACTION_2, unit_id), role, NULL, &w.e),
		     0, "%s", w.e.text);
}

Test(report_part, a_volume_is_not_counted_twice)
{
	static const struct entry qingtian = {QINGTIAN_OFFICER, QINGTIAN, Q4, TODAY, "3.5"},
				  health = {HEALTH_OFFICER, HEALTH, Q4, TODAY, "4"},
				  lead = {EDU_OFFICER, EDUCATION, Q4, TODAY, "12"};

	assign(QINGTIAN, ROLE_COOP);
	assign(HEALTH, ROLE_SHARED);
	enter(&qingtian);
	enter(&health);
	cr_expect_str_eq(volume_done(), "7.5", "the parts are summed");
	enter(&lead);
	cr_expect_str_eq(volume_done(), "12", "the lead's figure has them in it");
}

Test(report_part, a_lead_that_counts_less_takes_nothing_away)
{
	static const struct entry qingtian = {QINGTIAN_OFFICER, QINGTIAN, Q4, TODAY, "9"},
				  lead = {EDU_OFFICER, EDUCATION, Q4, TODAY, "2"},
				  before = {EDU_OFFICER, EDUCATION, Q3, "2021-09-28", "5"};

	assign(QINGTIAN, ROLE_COOP);
	enter(&qingtian);
	enter(&lead);
	enter(&before);
	cr_expect_str_eq(volume_done(), "14", "period by period");
}

Test(report_part, leads_of_one_action_each_count_their_own)
{
	static const struct entry one = {EDU_OFFICER, EDUCATION, Q4, TODAY, "5"},
				  two = {HEALTH_OFFICER, HEALTH, Q4, TODAY, "6"};

	assign(HEALTH, ROLE_LEAD);
	enter(&one);
	enter(&two);
	cr_expect_str_eq(volume_done(), "11");
}
