/* What is still open in an action: what whoever closes it out is told of beforehand; and what its
 * units are told when it is opened again. */
#include "tests/db/world_requests.h"

#include <criterion/criterion.h>

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

TestSuite(action_open, .init = setup, .fini = teardown);

static int count_open(enum open_kind kind)
{
	struct actor office = world_actor(&w, OFFICE, today);
	struct open_rows rows;
	int n = 0;

	cr_assert_eq(store_action_open(w.s, &w.a, &office, ACTION_2, &rows, &w.e), 0, "%s",
		     w.e.text);
	for (size_t i = 0; i < rows.n; i++) {
		cr_expect_eq(rows.at[i].action_id, ACTION_2);
		n += rows.at[i].kind == kind;
	}
	return n;
}

static struct request_row ask(const char *day, const struct request_new *r)
{
	struct request_row q;

	cr_assert_eq(world_ask(&w, EDU_OFFICER, day, r, &q), 0, "%s", w.e.text);
	return q;
}

Test(action_open, what_is_open_in_an_action_is_told)
{
	struct milestone_row milestone = world_milestone(&w, today, "2021-12-10");
	int dated = count_open(OPEN_MILESTONE);

	cr_expect_geq(dated, 1);
	cr_expect_eq(count_open(OPEN_REPORT), 1, "nothing was handed in yet");
	cr_expect_eq(count_open(OPEN_REQUEST), 0);
	struct report_row report = world_handed_in(&w, today);
	cr_expect_eq(count_open(OPEN_REPORT), 1, "it waits for the office");
	world_review(&w, OFFICE, today, report.id, REPORT_ACCEPT, "");
	cr_expect_eq(count_open(OPEN_REPORT), 0);
	struct request_new later = world_extension(milestone.id);
	ask(today, &later);
	cr_expect_eq(count_open(OPEN_REQUEST), 1);
	world_script(&w, "UPDATE milestone SET state = 'dropped' WHERE title = '完成改造'");
	cr_expect_eq(count_open(OPEN_MILESTONE), dated - 1);
}

Test(action_open, a_draft_is_not_told_of_what_is_open)
{
	struct report_new text = world_text(ACTION_2, EDUCATION, Q4, 10, "草稿");
	struct actor office = world_actor(&w, OFFICE, today);
	struct open_rows rows;

	world_put(&w, EDU_OFFICER, today, &text, REPORT_SAVE);
	cr_assert_eq(store_action_open(w.s, &w.a, &office, ACTION_2, &rows, &w.e), 0);
	cr_assert_gt(rows.n, 0);
	cr_expect_eq(rows.at[0].kind, OPEN_REPORT);
	cr_expect_eq(rows.at[0].state, REPORT_NONE);
	cr_expect_str_eq(rows.at[0].what, "2021Q4");
}

/* Asked for by education, granted, and opened again by the office on that day. */
static void close_and_reopen(const char *day)
{
	struct actor office = world_actor(&w, OFFICE, day);
	struct request_new r = world_completion(ACTION_2);
	struct request_row q = ask(day, &r);

	cr_assert_eq(world_decide(&w, OFFICE, day, &q, REQUEST_GRANT, "", ""), 0, "%s", w.e.text);
	cr_assert_eq(
		store_action_reopen(w.s, &office, ACTION_2,
				    world_number(&w, "SELECT version FROM action WHERE id = 2"),
				    "抽查发现设备未用", NULL, &w.e),
		0, "%s", w.e.text);
}

static struct reopened_rows reopened(enum person_of_world person, int64_t unit_id,
				     const char *since)
{
	struct actor who = world_actor(&w, person, today);
	struct reopened_rows rows;

	cr_assert_eq(store_reopened_list(w.s, &w.a, &who, unit_id,
					 world_actor(&w, person, since).now.utc, &rows, &w.e),
		     0, "%s", w.e.text);
	return rows;
}

Test(action_open, its_units_are_told_that_it_runs_again_and_why)
{
	cr_expect_eq(reopened(EDU_OFFICER, EDUCATION, "2021-11-01").n, 0);
	close_and_reopen("2021-11-15");
	close_and_reopen("2021-11-18");
	struct reopened_rows rows = reopened(EDU_OFFICER, EDUCATION, "2021-11-16");
	cr_assert_eq(rows.n, 1, "the last time of each");
	cr_expect_eq(rows.at[0].action_id, ACTION_2);
	cr_expect_str_eq(rows.at[0].reason, "抽查发现设备未用");
	cr_expect_eq(rows.at[0].log_id,
		     world_number(&w, "SELECT max(id) FROM log WHERE act = 'action.reopen'"));
	cr_expect_eq(reopened(EDU_OFFICER, EDUCATION, "2021-11-19").n, 0, "no news any more");
	cr_expect_eq(reopened(HEALTH_OFFICER, HEALTH, "2021-11-16").n, 0, "it has no part in it");
}

Test(action_open, nobody_is_told_that_a_withdrawn_one_runs_again)
{
	close_and_reopen("2021-11-15");
	world_script(&w, "UPDATE action SET state = 'completion-asked' WHERE id = 2");
	cr_expect_eq(reopened(EDU_OFFICER, EDUCATION, "2021-11-01").n, 1,
		     "it ran again until then");
	world_script(&w, "UPDATE action SET state = 'withdrawn' WHERE id = 2");
	cr_expect_eq(reopened(EDU_OFFICER, EDUCATION, "2021-11-01").n, 0);
}
