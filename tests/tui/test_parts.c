/* Parts that the screens share: pages to scroll, columns as wide as their cells, the log in words.
 */
#include "tests/support/canvas_dump.h"
#include "tests/tui/screen.h"
#include "tui/part/columns.h"
#include "core/log_text.h"
#include "tui/part/page.h"

#include <criterion/criterion.h>

#include <stdlib.h>

static struct arena a;

static void begin(void)
{
	screen_language("en");
}

static void end(void)
{
	arena_free(&a);
}

TestSuite(parts, .init = begin, .fini = end);

static struct page three_lines(void)
{
	struct page p = {0};

	page_add(&a, &p, STYLE_NORMAL, 0, "one");
	page_add(&a, &p, STYLE_NORMAL, 2, "健康知识普及行动");
	page_add(&a, &p, STYLE_NORMAL, 0, "");
	return p;
}

Test(parts, a_page_wraps_to_its_width)
{
	struct page p = three_lines();

	cr_expect_eq(page_rows(&p, 40), 3, "an empty line takes a row");
	cr_expect_eq(page_rows(&p, 10), 4, "16 columns in 8");
}

Test(parts, a_page_is_drawn_from_any_row_on)
{
	struct page p = three_lines();
	struct grid g;
	struct canvas c;
	char *seen;

	grid_init(&g, 10, 2, LOOK_NARROW);
	c = canvas_whole(&g);
	page_draw(&p, 2, &c);
	seen = grid_dump(&g, false);
	cr_expect_str_eq(seen, "  普及行动\n\n");
	free(seen);
	grid_free(&g);
}

Test(parts, a_page_scrolls_no_further_than_its_end)
{
	int top = 0;

	cr_expect(page_act(&top, DO_UP, 10, 4));
	cr_expect_eq(top, 0);
	cr_expect(page_act(&top, DO_PAGE_DOWN, 10, 4));
	cr_expect_eq(top, 3, "one line stays in sight");
	cr_expect(page_act(&top, DO_LAST, 10, 4));
	cr_expect_eq(top, 6);
	cr_expect(page_act(&top, DO_DOWN, 10, 4));
	cr_expect_eq(top, 6);
	cr_expect(page_act(&top, DO_DOWN, 3, 4));
	cr_expect_eq(top, 0, "what fits does not scroll");
	cr_expect_not(page_act(&top, DO_OPEN, 10, 4));
}

Test(parts, padding_counts_columns_not_bytes)
{
	cr_expect_str_eq(page_pad(&a, "教育局", 8), "教育局  ");
	cr_expect_str_eq(page_pad(&a, "教育局", 5), "教育 ", "no half character");
}

static const char *const cells[2][3] = {{"1", "", "区卫生健康局"}, {"12", "", "团区委"}};

static void cell(const void *rows, size_t row, size_t column, struct list_cell *out)
{
	(void)rows;
	out->text = cells[row][column];
}

Test(parts, columns_are_as_wide_as_their_cells)
{
	static const struct list_column columns[] = {
		{"no.", LIST_ID, 0, 0, 0, 0},
		{"why", LIST_TEXT, 0, 0, 0, 1},
		{"unit", LIST_TEXT, 4, 10, 0, 0},
	};
	static const struct list_spec spec = {
		.columns = columns, .ncolumns = 3, .cell = cell, .empty = ""};
	struct columns c;

	columns_measure(&c, &spec, NULL, 2);
	cr_expect_eq(c.at[0].min, 3, "its title is wider than its cells");
	cr_expect_eq(c.at[1].min, 0, "empty in all rows: left out");
	cr_expect_eq(c.at[2].min, 10, "12 columns, but at most 10");
	columns_measure(&c, &spec, NULL, 0);
	cr_expect_eq(c.at[1].min, 3, "without rows the titles stay");
}

Test(parts, the_log_is_told_in_words)
{
	struct log_row row = {
		.post = "reporter 区教育局",
		.act = "report.submit",
		.before = "{\"state\":\"draft\",\"percent\":40}",
		.after =
			"{\"state\":\"submitted\",\"percent\":45,\"problems\":\"\",\"no_change\":0,"
			"\"next\":\"说\\\"好\\\"了\\n再办\"}",
	};

	cr_expect_str_eq(log_act_label(row.act), "report submitted");
	cr_expect_str_eq(log_act_label("thing.new"), "thing.new", "nothing is hidden");
	cr_expect_str_eq(log_post_label(&a, row.post), "liaison officer 区教育局");
	cr_expect_str_eq(log_change_text(&a, &row),
			 "state: draft → submitted · percent: 40 → 45 · next: 说\"好\"了 再办");
	row.before = row.after = "";
	cr_expect_str_eq(log_change_text(&a, &row), "");
}
