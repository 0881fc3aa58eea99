/* Receipt of assignments: by units, by members of collective ones, again after a new issue. */
#include "db/cycle/store_receipt.h"

#include "db/change.h"
#include "db/people/store_unit.h"
#include "tests/db/world.h"
#include "tests/support/seen.h"

#include <criterion/criterion.h>
#include <string.h>

static struct world w;

static void setup(void)
{
	world_make(&w);
}

static void teardown(void)
{
	world_remove(&w);
}

TestSuite(receipt, .init = setup, .fini = teardown);

static size_t count_unreceived(int64_t unit_id)
{
	struct actor office = world_actor(&w, OFFICE, "2021-11-21");
	struct unreceived_rows rows;

	cr_assert_eq(store_unreceived_list(w.s, &w.a, &office, PLAN, unit_id, &rows, &w.e), 0, "%s",
		     w.e.text);
	for (size_t i = 0; i < rows.n; i++)
		cr_expect(rows.at[i].unit_id == unit_id || unit_id == 0);
	return rows.n;
}

static int receive(enum person_of_world person, int64_t unit_id, int64_t action_id, int *n)
{
	struct actor who = world_actor(&w, person, "2021-11-21");

	w.e = (struct err)ERR_INIT;
	w.changes = 0;
	return store_receive(w.s, &who, PLAN, unit_id, action_id, n, &w.changes, &w.e);
}

Test(receipt, a_unit_receives_all_that_it_has)
{
	size_t before = count_unreceived(0), own = count_unreceived(EDUCATION);
	int n = 0;

	cr_assert_gt(own, 1);
	cr_assert_eq(receive(EDU_OFFICER, EDUCATION, 0, &n), 0, "%s", w.e.text);
	cr_expect_eq((size_t)n, own);
	cr_expect_eq(w.changes, CHANGE_ASSIGNMENT);
	cr_expect_eq(count_unreceived(EDUCATION), 0);
	cr_expect_eq(count_unreceived(0), before - own);
	cr_expect_eq(receive(EDU_OFFICER, EDUCATION, 0, &n), -1, "nothing is left");
	cr_expect_eq(w.e.code, ERR_STATE);
}

Test(receipt, one_action_alone)
{
	size_t own = count_unreceived(EDUCATION);
	int n = 0;

	cr_assert_eq(receive(EDU_OFFICER, EDUCATION, ACTION_2, &n), 0, "%s", w.e.text);
	cr_expect_eq(n, 1);
	cr_expect_eq(count_unreceived(EDUCATION), own - 1);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM assignment WHERE action_id = 2 "
				      "AND state = 'received'"),
		     1);
}

Test(receipt, a_collective_unit_is_received_by_each_member)
{
	int n = 0;

	cr_expect_eq(count_unreceived(STREETS), 0, "its members stand for it");
	cr_assert_eq(receive(QINGTIAN_OFFICER, QINGTIAN, 0, &n), 0, "%s", w.e.text);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM assignment WHERE unit_id = 7 "
				      "AND state = 'received'"),
		     0);
	cr_expect_eq(count_unreceived(BAISHI), 1);
	cr_assert_eq(receive(OFFICE, BAISHI, 0, &n), 0, "on its behalf: %s", w.e.text);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM assignment WHERE unit_id = 7 "
				      "AND state = 'received'"),
		     1);
	cr_expect_eq(world_number(&w, "SELECT sum(on_behalf) FROM receipt"), 1);
}

Test(receipt, a_new_issue_is_received_anew)
{
	struct actor office = world_actor(&w, OFFICE, "2021-11-22");
	int n = 0;

	cr_assert_eq(receive(EDU_OFFICER, EDUCATION, ACTION_2, &n), 0, "%s", w.e.text);
	cr_assert_eq(store_assign(w.s, &office, ACTION_2, EDUCATION,
				  seen_part(w.s, ACTION_2, EDUCATION), ROLE_SHARED, NULL, &w.e),
		     0, "%s", w.e.text);
	size_t left = count_unreceived(EDUCATION);
	cr_assert_eq(receive(EDU_OFFICER, EDUCATION, ACTION_1, &n), 0, "%s", w.e.text);
	cr_expect_eq(count_unreceived(EDUCATION), left - 1);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM assignment WHERE action_id = 2 "
				      "AND state = 'issued'"),
		     1);
}

Test(receipt, is_the_units)
{
	struct actor health = world_actor(&w, HEALTH_OFFICER, "2021-11-21");
	struct unreceived_rows rows;
	int n = 0;

	cr_expect_eq(receive(HEALTH_OFFICER, EDUCATION, 0, &n), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_assert_eq(store_unreceived_list(w.s, &w.a, &health, PLAN, 0, &rows, &w.e), 0);
	for (size_t i = 0; i < rows.n; i++)
		cr_expect_eq(rows.at[i].unit_id, HEALTH);
}
