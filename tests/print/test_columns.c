/* Columns: who gets how much of too little room, and how a cell of several items wraps. */
#include "print/columns.h"

#include "core/text/utf8.h"

#include <criterion/criterion.h>

#include <string.h>

enum { NAME, TARGETS, DATES, NCOLUMNS };

static struct arena arena;

static void leave(void)
{
	arena_free(&arena);
}

TestSuite(columns, .fini = leave);

static const char long_target[] = "城乡居民达到体质测定标准合格以上的人数比例逐年提高并保持在前列";

/* Six rows; the third column is empty but for one cell. */
static struct document_table *make_table(const char *name, const char *date)
{
	struct document_table *t = arena_alloc(&arena, sizeof *t);

	document_add_column(&arena, t, "任务", COLUMN_TEXT, 3);
	document_add_column(&arena, t, "目标", COLUMN_TEXT, 4);
	document_add_column(&arena, t, "节点", COLUMN_TEXT, 3);
	for (int i = 0; i < 6; i++) {
		const char **cells = document_add_row(&arena, t);
		cells[NAME] = name;
		cells[TARGETS] = long_target;
		cells[DATES] = i == 3 ? date : "";
	}
	return t;
}

static struct columns fit(const struct document_table *t, int cols)
{
	struct columns cs;

	columns_fit(&arena, &cs, t, cols);
	cr_assert_leq(cs.cols, cols);
	return cs;
}

Test(columns, keep_titles_whole_beside_a_column_that_is_nearly_empty)
{
	struct columns cs = fit(make_table("心理健康促进行动", "2030-06-30 第一批示范点挂牌"), 48);

	cr_assert_geq(cs.widths[NAME], 16, "got %d", cs.widths[NAME]);
	cr_assert_gt(cs.widths[TARGETS], cs.widths[DATES]);
}

Test(columns, never_cut_a_date_for_the_sake_of_others)
{
	struct columns cs = fit(
		make_table("传染病及地方病防控行动", "· 2030-06-30 挂牌\n· 2030-09-30 验收"), 40);

	cr_assert_geq(cs.widths[DATES], 12, "got %d", cs.widths[DATES]);
}

Test(columns, hang_the_lines_of_an_item_under_its_text)
{
	struct document_table *t = arena_alloc(&arena, sizeof *t);
	struct text_lines lines = {0};
	struct columns cs;

	document_add_column(&arena, t, "", COLUMN_TEXT, 1);
	document_add_row(&arena, t)[0] = "· 成人吸烟率逐年下降\n- 讲座\n没有记号的一段文字";
	cs = fit(t, 12);
	columns_add_row(&arena, &cs, t->rows.at[0], &lines);
	static const char *const wanted[] = {"· 成人吸烟率", "  逐年下降", "- 讲座", "没有记号的一",
					     "段文字"};
	cr_assert_eq(lines.n, sizeof wanted / sizeof wanted[0]);
	for (size_t i = 0; i < lines.n; i++)
		cr_expect_str_eq(lines.at[i], wanted[i]);
}
