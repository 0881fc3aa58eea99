/* A leader's instructions: to whom they go, and that only an answer settles them. One whose day has
 * passed is owed beside what else a unit owes. The dates are those of test_notice.c. */
#include "tests/db/world_notices.h"

#include <criterion/criterion.h>

#define DAY "2022-01-05"
#define BY  "2022-01-10"

static struct world w;

static void setup(void)
{
	world_make(&w);
}

static void teardown(void)
{
	world_remove(&w);
}

TestSuite(instruction, .init = setup, .fini = teardown);

Test(instruction, is_a_leaders)
{
	struct notice_rows rows;

	cr_expect_eq(world_instruct(&w, OFFICE, DAY, ACTION_1, 0, BY, &rows), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_assert_eq(world_instruct(&w, MAYOR, DAY, ACTION_1, 0, BY, &rows), 0, "%s", w.e.text);
	cr_assert_eq(rows.n, 1);
	cr_expect_eq(rows.at[0].unit_id, HEALTH, "to who leads");
	cr_expect_str_eq(rows.at[0].text, "请加快进度");
	cr_assert_eq(world_instruct(&w, MAYOR, DAY, ACTION_3_1, 0, BY, &rows), 0, "%s", w.e.text);
	cr_expect_eq(rows.n, 2, "to both that share it");
	cr_assert_eq(world_instruct(&w, MAYOR, DAY, ACTION_1, EDUCATION, BY, &rows), 0, "%s",
		     w.e.text);
	cr_expect_eq(rows.at[0].unit_id, EDUCATION);
	cr_expect_eq(world_instruct(&w, MAYOR, DAY, ACTION_1, SPORT, BY, &rows), -1,
		     "takes no part");
	cr_expect_eq(world_instruct(&w, MAYOR, DAY, ACTION_4, 0, BY, &rows), -1,
		     "nobody would get it");
}

Test(instruction, waits_for_its_answer)
{
	struct notice_rows rows;
	struct notice_counts counts;
	struct actor health = world_actor(&w, HEALTH_OFFICER, "2022-01-11");
	struct report_new report = world_text(ACTION_1, HEALTH, Q4, 80, "做了");

	cr_assert_eq(world_instruct(&w, MAYOR, DAY, ACTION_1, 0, BY, &rows), 0, "%s", w.e.text);
	world_put(&w, HEALTH_OFFICER, DAY, &report, REPORT_SUBMIT);
	cr_expect_eq(world_notice(&w, rows.at[0].id).state, NOTICE_ISSUED, "a report is no answer");
	cr_assert_eq(store_notice_count(w.s, &health, 0, HEALTH, &counts, &w.e), 0);
	cr_expect_eq(counts.instructions, 1);
	cr_expect_eq(counts.urges, 0);
	cr_expect_eq(counts.overdue, 1);
	world_answered(&w, rows.at[0].id, HEALTH_OFFICER, DAY);
	cr_assert_eq(store_notice_count(w.s, &health, 0, HEALTH, &counts, &w.e), 0);
	cr_expect_eq(counts.instructions, 0);
}

Test(instruction, whose_day_has_passed_is_owed)
{
	struct notice_rows rows;
	struct notice_item_rows items;

	cr_assert_eq(world_instruct(&w, MAYOR, DAY, ACTION_1, 0, BY, &rows), 0, "%s", w.e.text);
	int64_t id = rows.at[0].id;
	cr_assert_eq(store_notice_items(w.s, &w.a, id, &items, &w.e), 0);
	cr_expect_str_eq(notice_item_reason(&w.a, &items.at[0]), "instruction");
	cr_expect_str_eq(world_debts_text(&w, "2022-01-10", HEALTH),
			 "1 report 2021Q4, 3.1 report 2021Q4");
	cr_expect_str_eq(world_debts_text(&w, "2022-01-11", HEALTH), "1 instruction");
	cr_expect_str_eq(world_debts_text(&w, "2022-01-11", SPORT), "", "nobody asked it");
	struct notice_row n = world_urged(&w, "2022-01-12", HEALTH);
	cr_assert_eq(store_notice_items(w.s, &w.a, n.id, &items, &w.e), 0);
	cr_assert_eq(items.n, 1);
	cr_expect_str_eq(notice_item_reason(&w.a, &items.at[0]),
			 "a leader's instruction is not answered; due 2022-01-10, 2 working days "
			 "late");
	cr_expect_eq(world_debts(&w, "2022-01-12", HEALTH).at[0].standing, DEBT_ASKED);
	world_answered(&w, id, HEALTH_OFFICER, "2022-01-12");
	cr_expect_str_eq(world_debts_text(&w, "2022-01-12", HEALTH), "");
	cr_expect_eq(world_notice(&w, n.id).state, NOTICE_CLOSED);
	cr_expect(world_notice(&w, n.id).settled);
}

Test(instruction, is_no_deadline)
{
	struct notice_rows rows;

	/* The deadline of 2 was in December, and was urged. */
	world_urged(&w, "2022-01-11", EDUCATION);
	cr_assert_eq(world_instruct(&w, MAYOR, DAY, ACTION_2, EDUCATION, BY, &rows), 0, "%s",
		     w.e.text);
	struct debt_rows debts = world_debts(&w, "2022-01-11", EDUCATION);
	cr_assert_eq(debts.n, 2);
	cr_expect_eq(debts.at[0].why, DEBT_DEADLINE);
	cr_expect_eq(debts.at[0].times, 1);
	cr_expect_eq(debts.at[1].why, DEBT_INSTRUCTION);
	cr_expect_eq(debts.at[1].times, 0);
	cr_expect_eq(debts.at[1].standing, DEBT_FRESH);
}

Test(instruction, of_several_the_first_stands_for_all)
{
	struct notice_rows rows;

	cr_assert_eq(world_instruct(&w, MAYOR, DAY, ACTION_1, HEALTH, BY, &rows), 0, "%s",
		     w.e.text);
	int64_t first = rows.at[0].id;
	cr_assert_eq(world_instruct(&w, MAYOR, DAY, ACTION_1, HEALTH, "2022-01-12", &rows), 0, "%s",
		     w.e.text);
	struct debt_rows debts = world_debts(&w, "2022-01-13", HEALTH);
	cr_assert_eq(debts.n, 1);
	cr_expect_eq(date_cmp(debts.at[0].due, world_day("2022-01-10")), 0);
	world_urged(&w, "2022-01-13", HEALTH);
	world_answered(&w, first, HEALTH_OFFICER, "2022-01-13");
	debts = world_debts(&w, "2022-01-13", HEALTH);
	cr_assert_eq(debts.n, 1);
	cr_expect_eq(date_cmp(debts.at[0].due, world_day("2022-01-12")), 0);
}
