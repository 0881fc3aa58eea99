/* The table of units × sections: what is counted where, the order of units, plans without sections.
 */
#include "core/plan/heat.h"

#include <criterion/criterion.h>

static struct arena a;
static struct heat h;

static void end(void)
{
	arena_free(&a);
}

TestSuite(heat, .fini = end);

static void add(struct task_rows *tasks, int64_t unit_id, const char *unit, const char *section,
		enum lamp lamp, enum report_state state)
{
	*vec_push(&a, tasks) = (struct task_row){
		.unit_id = unit_id,
		.unit = unit,
		.section_no = section,
		.section_title = section[0] ? "部分" : "",
		.lamp = lamp,
		.report_state = state,
	};
}

static void make(void)
{
	struct task_rows tasks = {0};

	add(&tasks, 1, "区卫生健康局", "一", LAMP_GREEN, REPORT_ACCEPTED);
	add(&tasks, 2, "区教育局", "一", LAMP_YELLOW, REPORT_RETURNED);
	add(&tasks, 2, "区教育局", "一", LAMP_GREEN, REPORT_SUBMITTED);
	add(&tasks, 3, "区体育局", "二", LAMP_RED, REPORT_NONE);
	add(&tasks, 2, "区教育局", "二", LAMP_RED, REPORT_DRAFT);
	add(&tasks, 4, "团区委", "二", LAMP_GREY, REPORT_ACCEPTED);
	add(&tasks, 5, "区民政局", "二", LAMP_GREEN, REPORT_NONE);
	heat_make(&a, &h, &tasks);
}

static void expect_cell(const struct heat_cell *cell, int n, enum lamp worst, int red, int owed)
{
	cr_expect_eq(cell->n, n, "%d", cell->n);
	cr_expect_eq((int)heat_worst(cell), (int)worst);
	cr_expect_eq(cell->lamps[LAMP_RED], red);
	cr_expect_eq(cell->owed, owed);
}

Test(heat, counts_every_task_once_in_each_direction)
{
	make();
	cr_assert_eq(h.columns.n, 2);
	cr_expect_str_eq(h.columns.at[0].no, "一");
	expect_cell(&h.columns.at[0].total, 3, LAMP_YELLOW, 0, 1);
	expect_cell(&h.columns.at[1].total, 4, LAMP_RED, 2, 3);
	expect_cell(&h.total, 7, LAMP_RED, 2, 4);
	cr_expect_str_eq(h.rows.at[0].unit, "区教育局");
	expect_cell(&h.rows.at[0].total, 3, LAMP_RED, 1, 2);
	expect_cell(&h.rows.at[0].cells[0], 2, LAMP_YELLOW, 0, 1);
	expect_cell(&h.rows.at[0].cells[1], 1, LAMP_RED, 1, 1);
}

Test(heat, the_units_that_stand_worst_come_first)
{
	static const char *const order[] = {"区教育局", "区体育局", "区民政局", "区卫生健康局",
					    "团区委"};

	make();
	cr_assert_eq(h.rows.n, sizeof order / sizeof order[0]);
	for (size_t i = 0; i < h.rows.n; i++)
		cr_expect_str_eq(h.rows.at[i].unit, order[i]);
}

Test(heat, a_unit_without_tasks_in_a_section_has_an_empty_cell)
{
	make();
	expect_cell(&h.rows.at[1].cells[0], 0, LAMP_GREY, 0, 0);
}

Test(heat, a_plan_without_sections_has_one_column_without_a_name)
{
	struct task_rows tasks = {0};

	add(&tasks, 1, "区教育局", "", LAMP_GREEN, REPORT_NONE);
	heat_make(&a, &h, &tasks);
	cr_assert_eq(h.columns.n, 1);
	cr_expect_str_eq(h.columns.at[0].no, "");
	expect_cell(&h.rows.at[0].cells[0], 1, LAMP_GREEN, 0, 1);
}

Test(heat, nothing_makes_an_empty_table)
{
	struct task_rows tasks = {0};

	heat_make(&a, &h, &tasks);
	cr_expect_eq(h.rows.n + h.columns.n, 0);
	expect_cell(&h.total, 0, LAMP_GREY, 0, 0);
}

Test(heat, a_closed_action_owes_no_report)
{
	struct task_rows tasks = {0};

	add(&tasks, 1, "区教育局", "一", LAMP_GREY, REPORT_NONE);
	tasks.at[0].action_state = ACTION_CLOSED_OUT;
	heat_make(&a, &h, &tasks);
	expect_cell(&h.total, 1, LAMP_GREY, 0, 0);
}

Test(heat, what_no_unit_answers_for_stands_last_and_counts)
{
	struct task_rows tasks = {0};

	add(&tasks, 0, "", "一", LAMP_RED, REPORT_NONE);
	add(&tasks, 1, "区教育局", "一", LAMP_GREEN, REPORT_NONE);
	add(&tasks, 0, "", "二", LAMP_GREY, REPORT_NONE);
	heat_make(&a, &h, &tasks);
	cr_assert_eq(h.rows.n, 2);
	cr_expect_eq(h.rows.at[0].unit_id, 1);
	expect_cell(&h.rows.at[1].total, 2, LAMP_RED, 1, 0);
	expect_cell(&h.rows.at[1].cells[1], 1, LAMP_GREY, 0, 0);
	expect_cell(&h.total, 3, LAMP_RED, 1, 1);
}
