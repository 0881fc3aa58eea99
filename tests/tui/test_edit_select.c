/* Selecting, cutting, copying, putting in. */
#include "tests/tui/edit_desk.h"

#include "core/text/utf8.h"
#include "tests/support/canvas_dump.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

TestSuite(edit_select, .init = edit_desk_begin, .fini = edit_desk_end);

static void expect_selected(const char *text)
{
	size_t from, to;
	bool some = edit_selection(&e, &from, &to);

	cr_expect_eq(some, *text != '\0');
	if (some) {
		cr_expect_eq(to - from, strlen(text));
		cr_expect_eq(strncmp(edit_text(&e) + from, text, to - from), 0, "%s", text);
	}
}

Test(edit_select, shift_and_moving_select)
{
	edit_set(&e, "完成视力筛查 abc");
	edit_desk_act(DO_EDIT_SELECT_LEFT, 2);
	expect_selected("bc");
	edit_act(&e, DO_EDIT_SELECT_WORD_LEFT, 80);
	edit_act(&e, DO_EDIT_SELECT_WORD_LEFT, 80);
	expect_selected("筛查 abc");
	edit_act(&e, DO_EDIT_SELECT_RIGHT, 80);
	expect_selected("查 abc");
	edit_act(&e, DO_EDIT_SELECT_HOME, 80);
	expect_selected("完成视力筛查 abc");
	edit_act(&e, DO_EDIT_RIGHT, 80);
	expect_selected("");
	edit_desk_expect("完成视力筛查 abc|");
	edit_act(&e, DO_EDIT_SELECT_HOME, 80);
	edit_act(&e, DO_EDIT_LEFT, 80);
	edit_desk_expect("|完成视力筛查 abc");
	edit_act(&e, DO_EDIT_SELECT_DOWN, 80); /* nowhere to go, but not out of the field */
	expect_selected("");
}

Test(edit_select, the_mark_key_selects_without_shift)
{
	edit_set(&e, "完成视力筛查");
	edit_act(&e, DO_EDIT_HOME, 80);
	edit_act(&e, DO_EDIT_MARK, 80);
	edit_desk_act(DO_EDIT_RIGHT, 2);
	expect_selected("完成");
	edit_act(&e, DO_EDIT_WORD_RIGHT, 80);
	expect_selected("完成视力");
	edit_act(&e, DO_EDIT_MARK, 80);
	expect_selected("");
	edit_act(&e, DO_EDIT_MARK, 80);
	edit_act(&e, DO_EDIT_MARK, 80);
	expect_selected("完成视力筛查");
	edit_act(&e, DO_EDIT_BACKSPACE, 80);
	edit_desk_expect("|");
	edit_act(&e, DO_EDIT_UNDO, 80);
	edit_act(&e, DO_EDIT_LEFT, 80);
	expect_selected("");
}

Test(edit_select, what_is_cut_or_copied_can_be_put_in_elsewhere)
{
	struct edit other;

	edit_set(&e, "完成视力筛查");
	cr_expect_eq(edit_act(&e, DO_EDIT_COPY, 80), EDIT_NOTHING);
	edit_desk_act(DO_EDIT_SELECT_LEFT, 2);
	cr_expect_eq(edit_act(&e, DO_EDIT_COPY, 80), EDIT_MOVED);
	expect_selected("筛查");
	edit_desk_act(DO_EDIT_LEFT, 1);
	edit_act(&e, DO_EDIT_PASTE, 80);
	edit_desk_expect("完成视力筛查|筛查");
	edit_act(&e, DO_EDIT_SELECT_HOME, 80);
	cr_expect_eq(edit_act(&e, DO_EDIT_CUT, 80), EDIT_CHANGED);
	edit_desk_expect("|筛查");
	edit_init(&other, false, 8);
	cr_expect_eq(edit_act(&other, DO_EDIT_PASTE, 80), EDIT_CHANGED);
	cr_expect_eq(edit_act(&other, DO_EDIT_PASTE, 80), EDIT_FULL);
	cr_expect_str_eq(edit_text(&other), "完成视力筛查完成");
	cr_expect_eq(other.nrefused, 4);
	edit_free(&other);
}

Test(edit_select, a_full_field_takes_as_much_as_is_selected)
{
	edit_free(&e);
	edit_init(&e, true, 6);
	edit_set(&e, "完成视力筛查");
	edit_desk_act(DO_EDIT_SELECT_LEFT, 2);
	cr_expect_eq(edit_desk_paste("建档率"), EDIT_FULL);
	edit_desk_expect("完成视力建档|");
	cr_expect_eq(e.nrefused, 1);
}

/* A value that was there already, all of it selected. */
static void prefill(const char *text)
{
	edit_set(&e, text);
	edit_select(&e);
}

Test(edit_select, what_is_selected_is_replaced_by_what_is_typed)
{
	prefill("2026-11-21");
	edit_desk_type("11");
	edit_desk_expect("11|");
	edit_act(&e, DO_EDIT_UNDO, 40);
	edit_desk_expect("2026-11-21|");
	prefill("区教育局.txt");
	edit_desk_paste("/tmp/a.txt");
	edit_desk_expect("/tmp/a.txt|");
	prefill("45");
	edit_act(&e, DO_EDIT_BACKSPACE, 40);
	edit_desk_expect("|");
	edit_desk_type("6");
	edit_desk_expect("6|");
}

Test(edit_select, what_is_selected_stays_where_the_cursor_moves)
{
	static const enum action moves[] = {DO_EDIT_LEFT, DO_EDIT_RIGHT, DO_EDIT_HOME, DO_EDIT_END};

	for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++) {
		prefill("45");
		edit_act(&e, moves[i], 40);
		edit_desk_type("0");
		cr_expect_eq(utf8_length(edit_text(&e)), 3);
	}
	prefill("");
	edit_desk_type("7");
	edit_desk_type("8");
	edit_desk_expect("78|");
}

Test(edit_select, the_selection_is_seen_where_the_focus_is)
{
	struct grid g;

	edit_free(&e);
	edit_init(&e, false, 0);
	prefill("健康1");
	grid_init(&g, 8, 1, LOOK_NARROW);
	struct canvas c = canvas_whole(&g);
	edit_draw(&e, &c, STYLE_FIELD_FOCUS, true);
	for (int x = 0; x < 8; x++)
		cr_expect_eq((g.cells[x].style & STYLE_SELECTED) != 0, x < 5, "column %d", x);
	edit_draw(&e, &c, STYLE_FIELD, false);
	cr_expect_not(g.cells[0].style & STYLE_SELECTED);
	grid_free(&g);
}

Test(edit_select, a_selection_is_seen_across_rows)
{
	struct grid g;

	edit_set(&e, "推进全民健\nabc");
	edit_act(&e, DO_EDIT_SELECT_UP, 11);
	grid_init(&g, 11, 3, LOOK_NARROW);
	struct canvas c = canvas_whole(&g);
	edit_draw(&e, &c, STYLE_FIELD_FOCUS, true);
	for (int x = 0; x < 11; x++) {
		cr_expect_eq((g.cells[x].style & STYLE_SELECTED) != 0, x >= 2 && x < 10,
			     "row 0, column %d", x);
		cr_expect_eq((g.cells[11 + x].style & STYLE_SELECTED) != 0, x < 3,
			     "row 1, column %d", x);
	}
	grid_free(&g);
}
