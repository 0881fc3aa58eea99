/* Building a document: its blocks in order, its rows with a cell for every column, its own copies.
 */
#include "core/plan/document.h"

#include <criterion/criterion.h>

#include <string.h>

Test(document, keeps_its_blocks_in_order)
{
	struct arena a = ARENA_INIT;
	struct document d;

	document_begin(&a, &d, "季度进展", "区教育局");
	document_heading(&a, &d, "一、总体情况");
	document_paragraph(&a, &d, "平稳。");
	document_add_table(&a, &d);
	cr_assert_str_eq(d.title, "季度进展");
	cr_assert_str_eq(d.subject, "区教育局");
	cr_assert_str_eq(d.issued, "");
	cr_assert_eq(d.blocks.n, 3u);
	cr_assert_eq(d.blocks.at[0].kind, BLOCK_HEADING);
	cr_assert_eq(d.blocks.at[1].kind, BLOCK_PARAGRAPH);
	cr_assert_str_eq(d.blocks.at[1].text, "平稳。");
	cr_assert_eq(d.blocks.at[2].kind, BLOCK_TABLE);
	cr_assert_neq(d.blocks.at[2].table, NULL);
	arena_free(&a);
}

Test(document, gives_every_row_an_empty_cell_a_column)
{
	struct arena a = ARENA_INIT;
	struct document d;

	document_begin(&a, &d, "", "");
	struct document_table *t = document_add_table(&a, &d);
	document_add_column(&a, t, "单位", COLUMN_TEXT, 1);
	document_add_column(&a, t, "件数", COLUMN_NUMBER, 0);
	for (int i = 0; i < 100; i++) {
		const char **cells = document_add_row(&a, t);
		cr_assert_str_eq(cells[0], "");
		cr_assert_str_eq(cells[1], "");
		cells[1] = arena_printf(&a, "%d", i);
	}
	cr_assert_eq(t->rows.n, 100u);
	cr_assert_str_eq(t->rows.at[41][1], "41");
	arena_free(&a);
}

Test(document, keeps_copies_of_its_texts)
{
	struct arena a = ARENA_INIT;
	struct document d;
	char text[] = "先是这样";

	document_begin(&a, &d, text, text);
	document_paragraph(&a, &d, text);
	memset(text, 'x', sizeof text - 1);
	cr_assert_str_eq(d.title, "先是这样");
	cr_assert_str_eq(d.blocks.at[0].text, "先是这样");
	arena_free(&a);
}
