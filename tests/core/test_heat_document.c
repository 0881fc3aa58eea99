/* The printed table of units and sections: its cells, its totals, what its columns stand for. */
#include "core/plan/heat_document.h"

#include <criterion/criterion.h>

#include <string.h>

static struct arena a;
static const struct date today = {2025, 11, 21};

static void end(void)
{
	arena_free(&a);
}

TestSuite(heat_document, .fini = end);

static void add(struct task_rows *tasks, int64_t unit_id, const char *unit, const char *no,
		const char *title, enum lamp lamp, enum report_state state)
{
	*vec_push(&a, tasks) = (struct task_row){
		.unit_id = unit_id,
		.unit = unit,
		.section_no = no,
		.section_title = title,
		.lamp = lamp,
		.report_state = state,
	};
}

static struct document build(const struct task_rows *tasks)
{
	struct document d;
	struct heat h;

	heat_make(&a, &h, tasks);
	heat_document_build(&a, &d, "青田区行动方案", &h, "林岚", today);
	return d;
}

static const struct document_table *table(const struct document *d, int i)
{
	for (size_t k = 0; k < d->blocks.n; k++) {
		if (d->blocks.at[k].kind == BLOCK_TABLE && i-- == 0)
			return d->blocks.at[k].table;
	}
	cr_assert_fail("the document has no such table");
	return NULL;
}

static void expect_row(const struct document_table *t, size_t row, const char *const *cells)
{
	cr_assert_lt(row, t->rows.n);
	for (size_t i = 0; i < t->columns.n; i++)
		cr_expect_str_eq(t->rows.at[row][i], cells[i], "row %zu, column %zu: %s", row, i,
				 t->rows.at[row][i]);
}

Test(heat_document, has_a_row_a_unit_with_the_worst_first_and_totals)
{
	struct task_rows tasks = {0};
	struct document d;

	add(&tasks, 1, "区教育局", "一", "普及健康生活", LAMP_GREEN, REPORT_ACCEPTED);
	add(&tasks, 2, "区体育局", "一", "普及健康生活", LAMP_RED, REPORT_NONE);
	add(&tasks, 2, "区体育局", "一", "普及健康生活", LAMP_RED, REPORT_RETURNED);
	add(&tasks, 1, "区教育局", "二", "护佑重点人群", LAMP_YELLOW, REPORT_DRAFT);
	add(&tasks, 0, "", "", "", LAMP_GREY, REPORT_NONE);
	d = build(&tasks);
	cr_expect_str_eq(d.subject, "青田区行动方案");
	cr_expect_not_null(strstr(d.issued, "2025-11-21"));
	cr_expect_not_null(strstr(d.issued, "林岚"));

	const struct document_table *t = table(&d, 0);

	cr_assert_eq(t->columns.n, 5u);
	cr_expect_str_eq(t->columns.at[1].title, "一", "the number alone");
	cr_expect_str_eq(t->columns.at[3].title, "others");
	cr_assert_eq(t->rows.n, 4u);
	expect_row(t, 0, (const char *[]){"区体育局", "R2 o2", "", "", "R2 o2"});
	expect_row(t, 1, (const char *[]){"区教育局", "G1", "Y1 o1", "", "Y1 o1"});
	expect_row(t, 2, (const char *[]){"no unit yet", "", "", "-1", "-1"});
	expect_row(t, 3, (const char *[]){"Total", "R2 o2", "Y1 o1", "-1", "R2 o3"});
}

Test(heat_document, says_below_which_section_a_number_is_and_how_it_stands)
{
	struct task_rows tasks = {0};
	struct document d;

	add(&tasks, 1, "区教育局", "一", "普及健康生活", LAMP_GREEN, REPORT_ACCEPTED);
	add(&tasks, 1, "区教育局", "二", "护佑重点人群", LAMP_YELLOW, REPORT_NONE);
	add(&tasks, 2, "区体育局", "二", "护佑重点人群", LAMP_RED, REPORT_NONE);
	d = build(&tasks);

	const struct document_table *t = table(&d, 1);

	cr_assert_eq(t->rows.n, 3u);
	expect_row(t, 0, (const char *[]){"一", "普及健康生活", "1", "0", "0", "1", "0", "0"});
	expect_row(t, 1, (const char *[]){"二", "护佑重点人群", "2", "1", "1", "0", "0", "2"});
	expect_row(t, 2, (const char *[]){"", "Total", "3", "1", "1", "1", "0", "2"});
}

Test(heat_document, of_a_plan_without_sections_has_totals_alone)
{
	struct task_rows tasks = {0};
	struct document d;

	add(&tasks, 1, "区教育局", "", "", LAMP_YELLOW, REPORT_NONE);
	d = build(&tasks);

	const struct document_table *t = table(&d, 0);

	cr_assert_eq(t->columns.n, 2u);
	expect_row(t, 0, (const char *[]){"区教育局", "Y1 o1"});
	cr_expect_eq(d.blocks.at[d.blocks.n - 1].table, t, "nothing about sections");
}

Test(heat_document, of_nothing_is_a_sentence)
{
	struct document d = build(&(struct task_rows){0});

	cr_assert_eq(d.blocks.n, 1u);
	cr_expect_eq(d.blocks.at[0].kind, BLOCK_PARAGRAPH);
}
