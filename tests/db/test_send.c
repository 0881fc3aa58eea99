/* Notices on their way out: what is unsent, by whom it is taken, what came of it. */
#include "db/cycle/store_send.h"

#include "db/change.h"
#include "db/cycle/store_notice.h"
#include "tests/db/world.h"

#include <criterion/criterion.h>

#define DAY "2022-01-05"

static struct world w;
static struct notice_rows issued;

static void setup(void)
{
	struct actor office;
	struct urge_filter f = {.plan_id = PLAN};

	world_make(&w);
	office = world_actor(&w, OFFICE, DAY);
	cr_assert_eq(store_urge(w.s, &office, &f, "", &w.a, &issued, NULL, &w.e), 0, "%s",
		     w.e.text);
	cr_assert_eq(issued.n, 5);
}

static void teardown(void)
{
	world_remove(&w);
}

TestSuite(send, .init = setup, .fini = teardown);

static size_t count_unsent(const char *day)
{
	struct actor office = world_actor(&w, OFFICE, day);
	struct unsent_ids ids;

	cr_assert_eq(store_unsent_list(w.s, &w.a, &office, &ids, &w.e), 0, "%s", w.e.text);
	return ids.n;
}

static int take(enum person_of_world person, int64_t id, struct notice_row *n)
{
	struct actor who = world_actor(&w, person, DAY);
	struct notice_item_rows items;

	w.e = (struct err)ERR_INIT;
	w.changes = 0;
	return store_send_begin(w.s, &who, id, &w.a, n, &items, &w.changes, &w.e);
}

static void tell(int64_t id, int status, const char *said)
{
	struct actor office = world_actor(&w, OFFICE, DAY);

	cr_assert_eq(store_send_end(w.s, &office, id, status, said, &w.changes, &w.e), 0, "%s",
		     w.e.text);
}

Test(send, a_notice_is_taken_once)
{
	struct notice_row n;

	cr_expect_eq(count_unsent(DAY), 5);
	cr_assert_eq(take(OFFICE, issued.at[0].id, &n), 1, "%s", w.e.text);
	cr_expect_eq(w.changes, CHANGE_NOTICE);
	cr_expect_eq(n.id, issued.at[0].id);
	cr_expect_eq(take(OFFICE_2, issued.at[0].id, &n), 0, "another run has it");
	cr_expect_eq(count_unsent(DAY), 4);
	cr_expect_eq(count_unsent("2022-01-06"), 5, "that run was lost");
}

Test(send, what_came_of_it_is_kept)
{
	struct actor office = world_actor(&w, OFFICE, DAY);
	struct notice_filter f = {.kind = -1, .unsent = true};
	struct notice_rows rows;
	struct notice_row n;

	cr_assert_eq(take(OFFICE, issued.at[0].id, &n), 1);
	tell(n.id, 7, "余额不足");
	cr_assert_eq(store_notice_list(w.s, &w.a, &office, &f, 10, &rows, &w.e), 0);
	cr_assert_eq(rows.n, 1);
	cr_expect(rows.at[0].tried && !rows.at[0].delivered);
	cr_expect_eq(rows.at[0].delivery, 7);
	cr_expect_str_eq(rows.at[0].delivery_said, "余额不足");
	cr_expect_eq(count_unsent(DAY), 5, "to be tried again");
	cr_assert_eq(take(OFFICE, issued.at[0].id, &n), 1);
	tell(n.id, 0, "");
	cr_expect_eq(count_unsent(DAY), 4);
	cr_assert_eq(store_notice_get(w.s, &w.a, &office, n.id, &n, &w.e), 0);
	cr_expect(n.delivered);
	cr_expect_eq(n.tries, 2);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'notice.send'"), 2);
}

Test(send, what_was_answered_need_not_go_out)
{
	struct actor edu = world_actor(&w, EDU_OFFICER, DAY);
	struct notice_row n;

	cr_assert_eq(issued.at[0].unit_id, EDUCATION);
	cr_assert_eq(store_notice_answer(w.s, &edu, issued.at[0].id, issued.at[0].version, "已办",
					 NULL, &w.e),
		     0, "%s", w.e.text);
	cr_expect_eq(count_unsent(DAY), 4);
	cr_expect_eq(take(OFFICE, issued.at[0].id, &n), 0);
}

Test(send, is_for_who_issues)
{
	struct notice_row n;

	cr_expect_eq(take(EDU_OFFICER, issued.at[0].id, &n), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_expect_eq(take(MAYOR, issued.at[0].id, &n), 1, "a leader's instructions go out too");
}
