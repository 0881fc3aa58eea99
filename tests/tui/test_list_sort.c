/* Sorting by each kind of column, and numbers as plans have them. */
#include "tui/part/list_sort.h"

#include "tests/support/canvas_dump.h"
#include "tests/tui/list_desk.h"

#include <criterion/criterion.h>

static struct desk d;

static const struct desk_row rows[] = {
	{-1, "", "(一) 第一节", "", -1, 0},   {10, "十", "卫生局", "12", 40, 0},
	{2, "2", "教育局", "9", 100, 0},      {-2, "", "(二) 第二节", "", -1, 0},
	{52, "五.2", "财政局", "·", -1, 0},   {51, "五.1", "", "", 7, 0},
	{5, "（五）", "体育局", "100", 0, 0},
};

static void begin(void)
{
	desk_begin(&d, 10);
	desk_load(&d, rows, sizeof rows / sizeof rows[0], false);
}

static void end(void)
{
	desk_end(&d);
}

TestSuite(list_sort, .init = begin, .fini = end);

Test(list_sort, each_kind_has_its_order_and_what_is_empty_stands_last)
{
	static const struct {
		size_t column;
		bool reversed;
		const char *ids;
	} cases[] = {
		{DESK_NO, false, "2 5 51 52 10"},    {DESK_NO, true, "10 52 51 5 2"},
		{DESK_NAME, false, "52 2 5 10 51"},  {DESK_NAME, true, "10 5 2 52 51"},
		{DESK_COUNT, false, "52 2 10 5 51"}, {DESK_COUNT, true, "5 10 2 52 51"},
		{DESK_BAR, false, "5 51 10 2 52"},   {DESK_BAR, true, "2 10 51 5 52"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char seen[64], *out = seen;

		list_screen_sort(&d.screen, &d.view, cases[i].column, cases[i].reversed);
		for (const char *s = desk_ids(&d); *s; s++)
			if (*s != '>')
				*out++ = *s;
		*out = '\0';
		cr_expect_str_eq(seen, cases[i].ids, "column %zu%s: %s", cases[i].column,
				 cases[i].reversed ? " reversed" : "", seen);
	}
}

Test(list_sort, the_first_order_gives_the_headings_back_and_keeps_the_cursor)
{
	cr_expect_str_eq(desk_ids(&d), "-1 >10 2 -2 52 51 5", "not on a heading at first");
	list_screen_sort(&d.screen, &d.view, DESK_NO, false);
	cr_expect_str_eq(desk_ids(&d), "2 5 51 52 >10");
	list_screen_sort(&d.screen, &d.view, DESK_COLUMNS, false);
	cr_expect_str_eq(desk_ids(&d), "-1 >10 2 -2 52 51 5");
}

Test(list_sort, ranks_go_before_what_is_shown)
{
	static const struct desk_row lamps[] = {{1, "1", "green", "", -1, 3},
						{2, "2", "red", "", -1, 1},
						{3, "3", "yellow", "", -1, 2}};

	desk_load(&d, lamps, 3, false);
	list_screen_sort(&d.screen, &d.view, DESK_NAME, false);
	cr_expect_str_eq(desk_ids(&d) + 1, "2 3 1");
}

Test(list_sort, the_head_shows_column_and_direction)
{
	list_screen_sort(&d.screen, &d.view, DESK_NAME, false);
	cr_expect(grid_has(desk_draw(&d), "name▲"));
	list_screen_sort(&d.screen, &d.view, DESK_COUNT, true);
	cr_expect(grid_has(desk_draw(&d), "count▼"));
	cr_expect_not(grid_has(desk_draw(&d), "▲"));
	d.grid.look = LOOK_ASCII;
	cr_expect(grid_has(desk_draw(&d), "countv"));
}

Test(list_sort, equal_rows_keep_their_order_either_way)
{
	static const struct desk_row same[] = {
		{1, "1", "乙", "", 5, 0}, {2, "2", "乙", "", 5, 0}, {3, "3", "甲", "", 5, 0}};

	desk_load(&d, same, 3, false);
	list_screen_sort(&d.screen, &d.view, DESK_BAR, false);
	cr_expect_str_eq(desk_ids(&d), "1 >2 3");
	list_screen_sort(&d.screen, &d.view, DESK_BAR, true);
	cr_expect_str_eq(desk_ids(&d), "1 >2 3");
}

Test(list_sort, numbers_as_plans_have_them)
{
	static const char *const in_order[] = {
		"1",	"(二)",	    "2.1", "２.２",  "2.10", "三",  "九", "10",
		"十一", "第十二项", "20",  "二十一", "一百", "110", "附",
	};

	for (size_t i = 0; i < sizeof in_order / sizeof in_order[0]; i++)
		for (size_t k = 0; k < sizeof in_order / sizeof in_order[0]; k++) {
			int order = list_compare_no(in_order[i], in_order[k]);

			cr_expect_eq((order > 0) - (order < 0), (i > k) - (i < k), "%s and %s: %d",
				     in_order[i], in_order[k], order);
		}
}
