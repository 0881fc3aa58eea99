/* A text as rows on the screen. */
#include "tests/tui/edit_desk.h"

#include "core/text/utf8.h"
#include "tests/support/canvas_dump.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

TestSuite(edit_rows, .init = edit_desk_begin, .fini = edit_desk_end);

Test(edit_rows, rows_follow_the_wrapping)
{
	int line, col;

	edit_set(&e, "推进全民健康行动，人人参与\nsecond\n");
	/* 11 columns: ten to write in; 动 goes down with its comma */
	cr_expect_eq(edit_lines(&e, 11), 5);
	edit_cursor(&e, 11, &line, &col);
	cr_expect_eq(line, 4);
	cr_expect_eq(col, 0);
	cr_expect_eq(edit_act(&e, DO_EDIT_DOWN, 11), EDIT_PASS);
	cr_expect_eq(edit_act(&e, DO_EDIT_UP, 11), EDIT_MOVED);
	edit_desk_expect("推进全民健康行动，人人参与\n|second\n");
	edit_act(&e, DO_EDIT_END, 11);
	edit_act(&e, DO_EDIT_UP, 11);
	edit_act(&e, DO_EDIT_UP, 11);
	edit_act(&e, DO_EDIT_UP, 11);
	edit_desk_expect("推进全|民健康行动，人人参与\nsecond\n");
	cr_expect_eq(edit_act(&e, DO_EDIT_UP, 11), EDIT_PASS);
	edit_act(&e, DO_EDIT_HOME, 11);
	edit_desk_expect("|推进全民健康行动，人人参与\nsecond\n");
}

Test(edit_rows, the_end_of_a_row_that_goes_on_stays_in_it)
{
	int line, col;

	edit_set(&e, "推进全民健康行动人人参与");
	e.at = 0;
	edit_act(&e, DO_EDIT_END, 11);
	edit_cursor(&e, 11, &line, &col);
	cr_expect_eq(line, 0);
	cr_expect_eq(col, 8);
}

Test(edit_rows, blanks_at_the_end_count)
{
	edit_free(&e);
	edit_init(&e, false, 0);
	edit_desk_type("ab  ");
	edit_act(&e, DO_EDIT_HOME, 40);
	edit_act(&e, DO_EDIT_END, 40);
	edit_desk_expect("ab  |");
}

Test(edit_rows, an_empty_text_has_one_row)
{
	int line, col;

	cr_expect_eq(edit_lines(&e, 20), 1);
	edit_cursor(&e, 20, &line, &col);
	cr_expect(line == 0 && col == 0);
	for (int a = DO_EDIT_LEFT; a <= DO_EDIT_NEWLINE; a++)
		if (a != DO_EDIT_PASTE)
			edit_act(&e, (enum action)a, 20);
	edit_desk_expect("\n|");
}

Test(edit_rows, shows_the_rows_around_the_cursor)
{
	struct grid g;

	grid_init(&g, 12, 2, LOOK_NARROW);
	struct canvas c = canvas_whole(&g);
	edit_set(&e, "one\ntwo\nthree");
	edit_draw(&e, &c, STYLE_FIELD_FOCUS, true);
	char *dump = grid_dump(&g, false);
	cr_expect_str_eq(dump, "two\nthree\n");
	cr_expect(g.cursor_y == 1 && g.cursor_x == 5);
	free(dump);
	grid_free(&g);
}

Test(edit_rows, moves_one_long_line_sideways)
{
	struct grid g;

	edit_free(&e);
	edit_init(&e, false, 0);
	edit_set(&e, "abcdefghijklmnopqrstuvwxyz");
	grid_init(&g, 8, 1, LOOK_NARROW);
	struct canvas c = canvas_whole(&g);
	edit_draw(&e, &c, STYLE_FIELD, false);
	cr_expect(grid_has(&g, "abcdefg…"));
	edit_draw(&e, &c, STYLE_FIELD, true);
	cr_expect(grid_has(&g, "uvwxyz"));
	cr_expect_eq(g.cursor_x, 6);
	grid_free(&g);
}

/* Rows are kept between keys; they are the same as when they are made anew. */
Test(edit_rows, kept_rows_are_those_of_a_fresh_text)
{
	static const char *const pieces[] = {"健康", "abc ", "，", "。", "（", "\n", "%", "12.5"};
	unsigned seed = 4711;

	for (int i = 0; i < 3000; i++) {
		struct edit fresh;
		int line, col, fresh_line, fresh_col;

		seed = seed * 1103515245u + 12345u;
		unsigned r = seed >> 16;
		if (r % 4 == 0)
			edit_go(&e, e.text.nbytes ? r / 4 % e.text.nbytes : 0);
		else if (r % 4 == 1)
			edit_act(&e, r & 64 ? DO_EDIT_DELETE_WORD : DO_EDIT_UNDO, 21);
		else
			edit_desk_paste(pieces[r / 4 % 8]);
		edit_init(&fresh, true, 0);
		edit_set(&fresh, e.text.s);
		edit_go(&fresh, e.at);
		edit_cursor(&e, 21, &line, &col);
		edit_cursor(&fresh, 21, &fresh_line, &fresh_col);
		cr_assert(line == fresh_line && col == fresh_col, "step %d: %d,%d not %d,%d", i,
			  line, col, fresh_line, fresh_col);
		cr_assert_eq(edit_lines(&e, 21), edit_lines(&fresh, 21));
		cr_assert_eq(edit_length(&e), edit_length(&fresh));
		edit_free(&fresh);
		if (e.text.nbytes > 1500)
			edit_set(&e, "");
	}
}

Test(edit_rows, no_row_begins_with_a_closing_mark)
{
	struct grid g;

	grid_init(&g, 12, 8, LOOK_NARROW);
	struct canvas c = canvas_whole(&g);
	for (int i = 0; i < 12; i++) {
		grid_clear(&g);
		edit_desk_type("健");
		size_t nbytes = e.text.nbytes;
		edit_desk_paste("，康。（行）动，");
		edit_draw(&e, &c, STYLE_FIELD, false);
		char *dump = grid_dump(&g, false);
		cr_expect_null(strstr(dump, "\n，"), "%s", dump);
		cr_expect_null(strstr(dump, "\n。"), "%s", dump);
		cr_expect_null(strstr(dump, "\n）"), "%s", dump);
		cr_expect_null(strstr(dump, "（\n"), "%s", dump);
		free(dump);
		edit_act(&e, DO_EDIT_UNDO, 12);
		cr_expect_eq(e.text.nbytes, nbytes);
	}
	grid_free(&g);
}
