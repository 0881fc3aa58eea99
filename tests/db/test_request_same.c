/* What a unit has asked about one thing before: what waits for its answer, and what was answered.
 */
#include "db/report/store_milestone.h"
#include "tests/db/world_requests.h"

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

TestSuite(request_same, .init = setup, .fini = teardown);

Test(request_same, a_milestone_says_that_an_extension_waits)
{
	struct request_new r = world_extension(world_milestone(&w, today, "2021-12-10").id);
	struct actor who = world_actor(&w, EDU_OFFICER, today);
	struct milestone_row m;
	struct request_row q;

	cr_assert_eq(world_ask(&w, EDU_OFFICER, today, &r, &q), 0, "%s", w.e.text);
	cr_assert_eq(store_milestone_get(w.s, &w.a, NULL, r.milestone_id, &m, &w.e), 0);
	cr_expect_eq(m.asked_id, q.id);
	cr_expect_eq(date_cmp(m.asked, r.want), 0);
	cr_assert_eq(store_request_take_back(w.s, &who, q.id, q.version, NULL, &w.e), 0);
	cr_assert_eq(store_milestone_get(w.s, &w.a, NULL, r.milestone_id, &m, &w.e), 0);
	cr_expect_eq(m.asked_id, 0);
	cr_expect_not(date_is_set(m.asked));
}

Test(request_same, what_was_asked_about_the_same_is_read_newest_first)
{
	struct request_new r = world_extension(world_milestone(&w, today, "2021-12-10").id);
	struct actor officer = world_actor(&w, EDU_OFFICER, today);
	struct request_new other = world_contest();
	struct request_rows same;
	struct request_row q;

	cr_assert_eq(world_ask(&w, EDU_OFFICER, today, &other, &q), 0, "%s", w.e.text);
	cr_assert_eq(world_ask(&w, EDU_OFFICER, today, &r, &q), 0, "%s", w.e.text);
	cr_assert_eq(world_decide(&w, OFFICE, today, &q, REQUEST_GRANT, "2021-12-20", ""), 0, "%s",
		     w.e.text);
	cr_assert_eq(world_ask(&w, EDU_OFFICER, today, &r, &q), 0, "%s", w.e.text);
	cr_expect_eq(date_cmp(q.due, world_day("2021-12-20")), 0, "as it is now");
	cr_assert_eq(store_request_same(w.s, &w.a, &officer, &r, &same, &w.e), 0, "%s", w.e.text);
	cr_assert_eq(same.n, 2, "the objection is another matter");
	cr_expect_eq(same.at[0].id, q.id);
	cr_expect_eq(same.at[1].state, REQUEST_GRANTED);
	cr_expect_eq(date_cmp(same.at[1].due, world_day("2021-12-10")), 0, "as it was until then");
	r.unit_id = HEALTH;
	cr_assert_eq(store_request_same(w.s, &w.a, NULL, &r, &same, &w.e), 0, "%s", w.e.text);
	cr_expect_eq(same.n, 0, "another unit's");
}

/* Common to the units of the action that education and health share. */
static int64_t common_milestone(void)
{
	struct actor office = world_actor(&w, OFFICE, today);
	struct milestone_new m = {.action_id = ACTION_3_1,
				  .title = "场地清单",
				  .due = world_day("2021-12-10"),
				  .note = ""};
	struct milestone_row row;

	cr_assert_eq(store_milestone_put(w.s, &office, &m, &w.a, &row, NULL, &w.e), 0, "%s",
		     w.e.text);
	return row.id;
}

/* The number of the extension that waits, as the person reads it with the milestone and in the list
 * of all. */
static int64_t asked_as_read_by(enum person_of_world person, int64_t id)
{
	struct actor who = world_actor(&w, person, today);
	const struct milestone_filter f = {.action_id = ACTION_3_1};
	struct milestone_rows rows;
	struct milestone_row m;

	cr_assert_eq(store_milestone_get(w.s, &w.a, &who, id, &m, &w.e), 0, "%s", w.e.text);
	cr_expect_eq(date_is_set(m.asked), m.asked_id != 0);
	cr_assert_eq(store_milestone_list(w.s, &w.a, &who, &f, &rows, &w.e), 0, "%s", w.e.text);
	cr_assert_eq(rows.n, 1);
	cr_expect_eq(rows.at[0].asked_id, m.asked_id);
	return m.asked_id;
}

Test(request_same, what_another_unit_asks_about_a_common_milestone_is_its_own)
{
	struct request_new r = world_extension(common_milestone());
	struct request_row health, education;

	r.unit_id = HEALTH;
	cr_assert_eq(world_ask(&w, HEALTH_OFFICER, today, &r, &health), 0, "%s", w.e.text);
	cr_expect_eq(asked_as_read_by(HEALTH_OFFICER, r.milestone_id), health.id);
	cr_expect_eq(asked_as_read_by(OFFICE, r.milestone_id), health.id);
	cr_expect_eq(asked_as_read_by(EDU_OFFICER, r.milestone_id), 0);
	r.unit_id = EDUCATION;
	cr_assert_eq(world_ask(&w, EDU_OFFICER, today, &r, &education), 0, "%s", w.e.text);
	cr_expect_eq(asked_as_read_by(EDU_OFFICER, r.milestone_id), education.id, "its own");
	cr_expect_eq(asked_as_read_by(HEALTH_OFFICER, r.milestone_id), health.id);
	cr_expect_eq(asked_as_read_by(OFFICE, r.milestone_id), health.id, "the first");
}
