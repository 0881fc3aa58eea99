/* What is asked of units within some days: counted where it is due, of whom it is asked, and not
 * twice. */
#include "db/cycle/store_burden.h"

#include "db/report/store_milestone.h"
#include "tests/db/world.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <time.h>

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

TestSuite(burden, .init = setup, .fini = teardown);

static struct burden_rows list(enum person_of_world person, const char *from, const char *to)
{
	struct actor who = world_actor(&w, person, TODAY);
	struct burden_rows rows;

	cr_assert_eq(
		store_burden_list(w.s, &w.a, &who, world_day(from), world_day(to), 0, &rows, &w.e),
		0, "%s", w.e.text);
	return rows;
}

static struct burden_row of_unit(const struct burden_rows *rows, int64_t unit_id)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->at[i].unit_id == unit_id)
			return rows->at[i];
	return (struct burden_row){0};
}

static void add_milestone(enum person_of_world person, int64_t action_id, int64_t unit_id,
			  const char *due)
{
	struct actor who = world_actor(&w, person, TODAY);
	struct milestone_new m = {.action_id = action_id,
				  .unit_id = unit_id,
				  .title = "会议",
				  .note = "",
				  .due = world_day(due)};
	struct milestone_row row;

	cr_assert_eq(store_milestone_put(w.s, &who, &m, &w.a, &row, NULL, &w.e), 0, "%s", w.e.text);
}

/* Education: cooperates in 1, leads 2, shares 3.1; 1 and 2 have a volume each. */
Test(burden, counts_reports_and_their_fields_where_they_are_due)
{
	struct burden_rows rows = list(OFFICE, "2021-10-01", "2021-12-31");
	struct burden_row edu = of_unit(&rows, EDUCATION), town = of_unit(&rows, QINGTIAN);

	cr_expect_eq(edu.reports, 3);
	cr_expect_eq(edu.fields, 3 * BURDEN_REPORT_FIELDS + 2);
	cr_expect_eq(town.reports, 1, "a member of a collective unit");
	cr_expect_eq(of_unit(&rows, STREETS).reports, 0);
	cr_expect_eq(rows.at[0].unit_id, EDUCATION, "most first");
	rows = list(OFFICE, "2021-07-01", "2021-12-31");
	cr_expect_eq(of_unit(&rows, EDUCATION).reports, 6, "two quarters");
	rows = list(OFFICE, "2021-10-01", "2021-12-30");
	cr_expect_eq(rows.n, 0, "due on the day after");
}

Test(burden, counts_milestones_of_those_that_deliver_them)
{
	struct burden_rows rows;

	add_milestone(EDU_OFFICER, ACTION_1, EDUCATION, "2021-11-30");
	add_milestone(OFFICE, ACTION_1, 0, "2021-11-30"); /* health leads */
	add_milestone(OFFICE, ACTION_1, 0, "2021-12-01");
	rows = list(OFFICE, "2021-11-01", "2021-11-30");
	cr_expect_eq(of_unit(&rows, EDUCATION).milestones, 1);
	cr_expect_eq(of_unit(&rows, HEALTH).milestones, 1);
	cr_expect_eq(of_unit(&rows, QINGTIAN).milestones, 0);
}

/* 23:30 on the 30th in China is 15:30 UTC. */
Test(burden, counts_notices_by_the_day_of_the_place)
{
	world_script(&w, "INSERT INTO notice (plan_id, kind, no, unit_id, level, answer_by, "
			 "issued_at, changed_at) VALUES "
			 "(1, 'urge', 1, 1, 'blue', '2021-12-05', '2021-10-31T16:00:00Z', "
			 "'2021-10-31T16:00:00Z'), "
			 "(1, 'urge', 2, 1, 'blue', '2021-12-05', '2021-10-31T15:59:59Z', "
			 "'2021-10-31T15:59:59Z'), "
			 "(1, 'urge', 3, 1, 'blue', '2021-12-05', '2021-12-31T15:59:59Z', "
			 "'2021-12-31T15:59:59Z'), "
			 "(1, 'urge', 4, 1, 'blue', '2021-12-05', '2021-12-31T16:00:00Z', "
			 "'2021-12-31T16:00:00Z')");
	setenv("TZ", "CST-8", 1);
	tzset();
	struct burden_rows rows = list(OFFICE, "2021-11-01", "2021-12-31");
	cr_expect_eq(of_unit(&rows, EDUCATION).notices, 2);
}

Test(burden, a_unit_reads_its_own)
{
	struct burden_rows rows = list(EDU_OFFICER, "2021-10-01", "2021-12-31");

	cr_assert_eq(rows.n, 1);
	cr_expect_eq(rows.at[0].unit_id, EDUCATION);
}

Test(burden, is_said_in_words)
{
	struct burden_row at[] = {{.unit = "区教育局", .reports = 3, .fields = 13, .notices = 1},
				  {.unit = "区体育局", .reports = 1, .fields = 4}};
	const struct burden_rows rows = {at, 2, 2}, none = {0};

	cr_expect_str_eq(burden_label(&w.a, &at[0]), "3 reports, 13 fields, 1 notice");
	cr_expect_str_eq(burden_label(&w.a, &(struct burden_row){0}), "nothing");
	cr_expect_str_eq(burden_sentence(&w.a, &rows),
			 "Asked of 2 units by now: 4 reports, 17 fields, 1 notice. "
			 "Most of 区教育局: 3 reports, 13 fields, 1 notice.");
	cr_expect_str_eq(burden_sentence(&w.a, &none), "");
}
