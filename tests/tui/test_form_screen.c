/* Forms as they are seen: errors and notes beside their fields, scrolling, zoom, the mouse. */
#include "tests/tui/form_desk.h"

#include "tests/support/canvas_dump.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

TestSuite(form_screen, .init = form_desk_begin, .fini = form_desk_end);

Test(form_screen, an_error_stands_beside_its_field_until_it_is_changed)
{
	struct err e = ERR_INIT;

	form_desk_press("Shift-Tab");
	err_set_field(&e, ERR_INPUT, "percent", "must be 0 to 100");
	form_error(f, &e);
	form_desk_expect(14, "Percent *   [      ] %  must be 0 to 100", true);
	form_desk_press("5");
	cr_expect_str_eq(form_get(f, "percent"), "5", "the cursor went there");
	form_desk_expect(14, "must be 0 to 100", false);
	err_set(&e, ERR_BUSY, "the file is busy; try again");
	form_error(f, &e);
	form_desk_expect(20, "the file is busy; try again", true);
	form_desk_press("F9");
	form_desk_expect(20, "the file is busy", false);
}

Test(form_screen, long_errors_go_under_the_field)
{
	struct err e = ERR_INIT;

	err_set_field(&e, ERR_INPUT, "done",
		      "say in one sentence at least what has been done in this period");
	form_error(f, &e);
	form_desk_expect(20, "             say in one sentence at least what has been\n", true);
}

Test(form_screen, shows_the_part_around_the_focus)
{
	form_desk_expect(5, "Percent", true);
	form_desk_expect(5, "Submit", false);
	form_desk_press("Shift-Tab");
	form_desk_expect(5, "> Submit <", true);
	form_desk_expect(5, "Percent", false);
}

Test(form_screen, notes_and_shown_values)
{
	form_set(f, "last", "40%  eyes checked in 12 schools");
	form_note(f, "done", "last period: 12 schools");
	form_desk_expect(20, "Last period 40%  eyes checked in 12 schools", true);
	form_desk_expect(20, "            last period: 12 schools", true);
	form_note(f, "done", NULL);
	form_desk_expect(20, "last period: 12", false);
}

Test(form_screen, an_area_can_have_the_whole_screen)
{
	form_focus(f, "done");
	form_desk_press("a");
	cr_expect_eq(form_desk_press("Ctrl-E"), FORM_DONE);
	form_desk_expect(10, "Percent", false);
	form_desk_press("Enter");
	form_desk_press("b");
	cr_expect_str_eq(form_get(f, "done"), "a\nb");
	form_desk_expect(10, "3 / 100", true);
	cr_expect_eq(form_desk_press("Esc"), FORM_DONE);
	cr_expect_eq(form_desk_press("Esc"), FORM_PASS);
	form_desk_press("Ctrl-J");
	cr_expect_str_eq(form_get(f, "done"), "a\nb\n");
}

Test(form_screen, offers_the_whole_screen_to_texts_of_many_lines_alone)
{
	cr_expect_not(form_offers(f, DO_ZOOM));
	form_focus(f, "done");
	cr_expect(form_offers(f, DO_ZOOM));
	form_desk_press("Shift-Tab");
	form_desk_press("Shift-Tab");
	cr_expect_not(form_offers(f, DO_ZOOM), "on the button");
	cr_expect(form_offers(f, DO_SUBMIT));
}

Test(form_screen, a_label_too_long_for_its_column_stands_above_its_input)
{
	static const struct form_field long_label[] = {
		{.name = "name",
		 .label = "the name under which the printer is known to the server here",
		 .kind = FIELD_TEXT,
		 .required = true},
	};
	struct form *narrow = form_new(long_label, 1, "OK");
	struct grid g;

	grid_init(&g, 48, 8, LOOK_ASCII);
	struct canvas c = canvas_whole(&g);
	form_draw(narrow, &c);
	cr_expect(grid_has(&g, "here *"));
	cr_expect_eq(grid_find(&g, "["), 2);
	grid_free(&g);
	form_free(narrow);
}

Test(form_screen, tells_what_is_above_and_below)
{
	struct grid g;

	grid_init(&g, FORM_DESK_COLS, 5, LOOK_ASCII);
	struct canvas c = canvas_whole(&g);
	form_draw(f, &c);
	cr_expect(g.above == 0 && g.below > 0);
	form_desk_press("Shift-Tab");
	grid_clear(&g);
	form_draw(f, &c);
	cr_expect(g.above > 0 && g.below == 0);
	grid_free(&g);
}

static void fill(const char *name, const char *character, int n)
{
	struct strbuf text = STRBUF_INIT;

	while (n-- > 0)
		strbuf_puts(&text, character);
	form_focus(f, name);
	form_set(f, name, text.s);
	strbuf_free(&text);
}

Test(form_screen, counts_and_warns_before_a_field_is_full)
{
	fill("title", "健", 19);
	form_desk_expect(30, "19 / 40", true);
	form_desk_expect(30, "fit here", false);
	fill("title", "健", 39);
	form_desk_expect(30, "39 / 40", true);
	form_desk_expect(30, "1 more character fits here", true);
	form_focus(f, "done");
	form_desk_expect(30, "fits here", false);
	fill("done", "健", 90);
	form_desk_expect(30, "10 more characters fit here", true);
}

Test(form_screen, the_words_of_a_field_stand_at_the_foot_where_there_is_room)
{
	cr_expect_null(form_field_help(f));
	form_focus(f, "title");
	cr_expect_str_eq(form_field_help(f), "What it is known by.");
	form_desk_expect(30, "What it is known by.", true);
	form_desk_expect(20, "What it is known by.", false);
	form_focus(f, "button");
	cr_expect_null(form_field_help(f));
}

Test(form_screen, the_whole_screen_is_reached_without_a_letter)
{
	form_focus(f, "done");
	form_desk_press("PgDn");
	form_desk_expect(14, "line 1 of 1", true);
	form_desk_press("Enter");
	form_desk_press("x");
	form_desk_expect(14, "line 2 of 2", true);
	form_desk_press("PgUp");
	form_desk_press("y");
	cr_expect_str_eq(form_get(f, "done"), "y\nx");
	form_desk_press("Esc");
	form_desk_expect(14, "line", false);
}

/* The target of this kind and index in the form as drawn; a click from its corner. */
static enum form_event click(enum target_kind kind, int index, int y, int x, enum mouse mouse)
{
	enum { ROWS = 30 };
	struct point p = {mouse, kind, index, y, x};
	struct grid g;
	bool there = false;

	grid_init(&g, FORM_DESK_COLS, ROWS, LOOK_ASCII);
	struct canvas c = canvas_whole(&g);
	form_draw(f, &c);
	for (size_t i = 0; i < g.ntargets; i++)
		there = there || (g.targets[i].kind == kind && g.targets[i].index == index);
	grid_free(&g);
	cr_assert(there);
	return form_point(f, &p, ROWS, FORM_DESK_COLS);
}

Test(form_screen, the_mouse_puts_the_cursor_chooses_and_presses)
{
	form_set(f, "title", "健康行动 plan");
	click(TARGET_FIELD, 3, 0, 4, MOUSE_PRESS);
	form_desk_press("x");
	cr_expect_str_eq(form_get(f, "title"), "健康x行动 plan");
	click(TARGET_FIELD, 3, 0, 11, MOUSE_DOUBLE);
	form_desk_press("y");
	cr_expect_str_eq(form_get(f, "title"), "健康x行动 y");
	form_set(f, "done", "甲\n乙");
	click(TARGET_FIELD, 2, 1, 0, MOUSE_PRESS);
	form_desk_press("z");
	cr_expect_str_eq(form_get(f, "done"), "甲\nz乙");
	click(TARGET_CHOICE, 5 * 16 + 2, 0, 0, MOUSE_PRESS);
	cr_expect_str_eq(form_get(f, "period"), "year");
	click(TARGET_FIELD, 6, 0, 0, MOUSE_PRESS);
	cr_expect_str_eq(form_get(f, "final"), "1");
	cr_expect_eq(click(TARGET_BUTTON, 0, 0, 0, MOUSE_PRESS), FORM_SUBMIT);
}

Test(form_screen, a_text_that_is_cut_says_how_much_is_missing)
{
	form_set(f, "done", "one\ntwo\nthree\nfour\nfive");
	form_desk_expect(9, "two", true);
	form_desk_expect(9, "(+3 lines)", true);
	form_desk_expect(20, "(+", false);
	form_set(f, "done", "one\ntwo\nthree");
	form_desk_expect(9, "(+1 line)", true);
	form_set(f, "done", "one\ntwo");
	form_desk_expect(9, "(+", false);
}

Test(form_screen, the_brackets_say_where_a_text_goes_on)
{
	form_set(f, "done", "one\ntwo\nthree\nfour");
	form_focus(f, "done");
	form_desk_press("Up");
	form_desk_expect(9, "two                                         ^", true);
	form_desk_expect(9, "three                                       v", true);
	form_desk_press("Down");
	form_desk_expect(9, "four                                        ]", true);
}

Test(form_screen, areas_grow_into_lines_that_would_stay_empty)
{
	enum { ROWS = 24 };

	form_set(f, "done", "one\ntwo\nthree\nfour\nfive\nsix");
	form_desk_expect(9, "six", false);
	form_desk_expect(ROWS, "six", true);
	/* A click finds the line that is seen. */
	struct point at = {MOUSE_PRESS, TARGET_FIELD, 2, 4, 0};
	form_point(f, &at, ROWS, FORM_DESK_COLS);
	form_desk_press("x");
	cr_expect_str_eq(form_get(f, "done"), "one\ntwo\nthree\nfour\nxfive\nsix");
}

Test(form_screen, spare_lines_are_shared_among_the_areas)
{
	static const struct form_field areas[] = {
		{.name = "a", .label = "Aa", .kind = FIELD_AREA, .rows = 3},
		{.name = "b", .label = "Bb", .kind = FIELD_AREA, .rows = 2},
		{.name = "c", .label = "Cc", .kind = FIELD_TEXT},
	};
	static const struct {
		int rows, a, b;
	} cases[] = {{5, 3, 2}, {9, 3, 2}, {10, 4, 2}, {11, 4, 3}, {14, 6, 4}, {60, 12, 12}};
	struct form *two = form_new(areas, 3, "OK");

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct grid g;
		grid_init(&g, 40, cases[i].rows, LOOK_NARROW);
		struct canvas c = canvas_whole(&g);
		form_draw(two, &c);
		int a = grid_find(&g, "Aa"), b = grid_find(&g, "Bb"), end = grid_find(&g, "Cc");
		cr_expect_eq(b - a, cases[i].a, "%d rows: %d", cases[i].rows, b - a);
		if (end >= 0)
			cr_expect_eq(end - b, cases[i].b, "%d rows: %d", cases[i].rows, end - b);
		grid_free(&g);
	}
	form_free(two);
}

Test(form_screen, a_counter_has_one_spelling_at_any_width)
{
	static const struct form_field area[] = {
		{.name = "a", .label = "A", .kind = FIELD_AREA, .max_chars = 4000}};
	struct form *one = form_new(area, 1, "OK");
	struct strbuf text = STRBUF_INIT;

	for (int i = 0; i < 4000; i++)
		strbuf_puts(&text, "健");
	form_set(one, "a", text.s);
	for (int cols = 36; cols < 90; cols += 9) {
		struct grid g;
		grid_init(&g, cols, 20, LOOK_NARROW);
		struct canvas c = canvas_whole(&g);
		form_draw(one, &c);
		cr_expect(grid_has(&g, "4000 / 4000"), "%d columns", cols);
		grid_free(&g);
	}
	strbuf_free(&text);
	form_free(one);
}
