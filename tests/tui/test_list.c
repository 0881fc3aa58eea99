/* Tables: cursor and paging, going to a number, widths from 40 to 200 columns, drawing. Tabs and
 * menus. */
#include "tui/part/list.h"

#include "core/mem.h"
#include "tests/support/canvas_dump.h"
#include "tui/part/menu.h"
#include "tui/part/tabs.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const numbers[] = {"1", "2", "3", "10", "11", "12", "五.2", "21", "110"};

static void cell(const void *rows, size_t row, size_t column, struct list_cell *out)
{
	(void)rows;
	switch (column) {
	case 0:
		out->text = row % 2 ? "red" : "green";
		out->style = row % 2 ? STYLE_LAMP_RED : STYLE_LAMP_GREEN;
		break;
	case 1:
		out->text = numbers[row];
		break;
	case 2:
		snprintf(out->buf, sizeof out->buf, "任务%zu", row + 1);
		out->text = out->buf;
		break;
	default:
		out->percent = (int)row * 10;
	}
}

static const struct list_column columns[] = {
	{.title = "lamp", .kind = LIST_TEXT, .min = 6},
	{.title = "no", .kind = LIST_ID, .min = 4},
	{.title = "task", .kind = LIST_TEXT, .min = 10, .max = 30, .weight = 2},
	{.title = "progress", .kind = LIST_BAR, .min = 10, .max = 20, .weight = 1, .drop = 1},
};
static const struct list_spec spec = {
	.columns = columns, .ncolumns = 4, .cell = cell, .empty = "nothing here"};
enum { ROWS = sizeof numbers / sizeof numbers[0] };

Test(list, the_cursor_stays_inside_and_in_sight)
{
	struct list l = {0};

	list_set_rows(&l, 100);
	cr_expect_eq(list_act(&l, DO_UP, 10), LIST_BEFORE);
	cr_expect_eq(list_act(&l, DO_PAGE_DOWN, 10), LIST_MOVED);
	cr_expect(l.cursor == 10 && l.top == 1);
	list_act(&l, DO_LAST, 10);
	cr_expect(l.cursor == 99 && l.top == 90);
	cr_expect_eq(list_act(&l, DO_DOWN, 10), LIST_AFTER);
	list_act(&l, DO_PAGE_UP, 10);
	cr_expect(l.cursor == 89 && l.top == 89);
	list_act(&l, DO_FIRST, 10);
	cr_expect(l.cursor == 0 && l.top == 0);
	cr_expect_eq(list_act(&l, DO_OPEN, 10), LIST_PASS);
}

Test(list, fewer_rows_keep_the_cursor_on_one)
{
	struct list l = {0};

	list_set_rows(&l, 50);
	list_go(&l, 40, 10);
	list_set_rows(&l, 5);
	cr_expect(l.cursor == 4 && l.top <= 4);
	list_set_rows(&l, 0);
	cr_expect(l.cursor == 0 && l.top == 0);
	cr_expect_eq(list_act(&l, DO_DOWN, 10), LIST_AFTER);
	cr_expect_eq(list_act(&l, DO_UP, 10), LIST_BEFORE);
	cr_expect_eq(list_act(&l, DO_LAST, 10), LIST_AFTER);
}

static enum list_event press(struct list *l, const char *text)
{
	struct key k = key_text(text);

	return list_key(l, &k, &spec, NULL, 5);
}

Test(list, digits_go_to_the_number)
{
	struct list l = {0};

	list_set_rows(&l, ROWS);
	cr_expect_eq(press(&l, "0"), LIST_PASS);
	press(&l, "1");
	cr_expect_eq(l.cursor, 0);
	press(&l, "１");
	cr_expect_str_eq(numbers[l.cursor], "11");
	press(&l, "0");
	cr_expect_str_eq(numbers[l.cursor], "110");
	list_act(&l, DO_DOWN, 5);
	press(&l, "1");
	press(&l, "0");
	cr_expect_str_eq(numbers[l.cursor], "10");
	press(&l, "3");
	cr_expect_str_eq(numbers[l.cursor], "3", "a new number begins");
	press(&l, "9");
	cr_expect_str_eq(numbers[l.cursor], "3");
	cr_expect_eq(press(&l, "x"), LIST_PASS);
	cr_expect_eq(press(&l, "3"), LIST_MOVED);
	cr_expect_eq(press(&l, "0"), LIST_PASS, "there is no 30: it is the key of the main menu");
	cr_expect_str_eq(numbers[l.cursor], "3");
}

Test(list, digits_that_come_late_begin_a_new_number)
{
	struct list l = {0};

	list_set_rows(&l, ROWS);
	list_digits_rest(&l, 5000);
	press(&l, "1");
	list_digits_rest(&l, 5999);
	press(&l, "1");
	cr_expect_str_eq(numbers[l.cursor], "11");
	list_digits_rest(&l, 6999);
	cr_expect_eq(press(&l, "0"), LIST_PASS, "not 110 any more");
	cr_expect_str_eq(numbers[l.cursor], "11");
}

Test(list, digits_find_chinese_numbers_too)
{
	struct list l = {0};

	list_set_rows(&l, ROWS);
	press(&l, "5");
	cr_expect_str_eq(numbers[l.cursor], "五.2");
}

Test(list, columns_fill_the_width_and_drop_out_by_rank)
{
	static const struct {
		int cols, widths[4];
	} cases[] = {
		{35, {6, 4, 10, 10}}, /* just fits: 2 + 6 + 1 + 4 + 1 + 10 + 1 + 10 */
		{34, {6, 4, 20, 0}},  {26, {6, 4, 12, 0}},  {24, {6, 4, 10, 0}},
		{20, {6, 4, 6, 0}},   {80, {6, 4, 30, 20}}, {200, {6, 4, 30, 20}},
	};
	int widths[4];

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		list_layout(&spec, cases[i].cols, widths);
		for (int c = 0; c < 4; c++)
			cr_expect_eq(widths[c], cases[i].widths[c], "%d columns: column %d is %d",
				     cases[i].cols, c, widths[c]);
	}
	for (int cols = 20; cols <= 200; cols++) {
		int used = 2 - 1;
		list_layout(&spec, cols, widths);
		for (int c = 0; c < 4; c++)
			used += widths[c] ? widths[c] + 1 : 0;
		cr_expect_leq(used, cols);
	}
}

Test(list, is_drawn_with_head_marker_and_selection)
{
	struct list l = {0};
	struct grid g;

	grid_init(&g, 40, 4, LOOK_ASCII);
	struct canvas c = canvas_whole(&g);
	list_set_rows(&l, ROWS);
	list_go(&l, 1, 3);
	list_draw(&l, &spec, NULL, &c, true);
	char *dump = grid_dump(&g, true);
	cr_expect_str_eq(dump, "  lamp   no   task           progress\n"
			       "  green  1    任务1          ------   0%\n"
			       "> red    2    任务2          ------  10%\n"
			       "  green  3    任务3          #-----  20%\n"
			       "--\n"
			       "HHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHH\n"
			       "..111111.....................BBBBBB\n"
			       ".<.333333.....................BBBBBB.....>\n"
			       "..111111.....................BBBBBB\n");
	free(dump);
	grid_free(&g);
}

Test(list, says_so_when_it_is_empty)
{
	struct list l = {0};
	struct grid g;

	grid_init(&g, 40, 5, LOOK_NARROW);
	struct canvas c = canvas_whole(&g);
	list_draw(&l, &spec, NULL, &c, true);
	cr_expect_eq(grid_find(&g, "nothing here"), 2);
	grid_free(&g);
}

Test(list, shows_the_cursor_after_the_window_has_become_smaller)
{
	struct list l = {0};
	struct grid g;

	list_set_rows(&l, ROWS);
	list_go(&l, 8, 9);
	grid_init(&g, 40, 4, LOOK_NARROW);
	struct canvas c = canvas_whole(&g);
	list_draw(&l, &spec, NULL, &c, true);
	cr_expect_eq(grid_find(&g, "任务9"), 3);
	grid_free(&g);
}

Test(list, tells_how_many_rows_are_out_of_sight)
{
	struct list l = {0};
	struct grid g;

	list_set_rows(&l, ROWS);
	grid_init(&g, 40, 4, LOOK_NARROW);
	struct canvas c = canvas_whole(&g);
	list_draw(&l, &spec, NULL, &c, true);
	cr_expect(g.above == 0 && g.below == ROWS - 3);
	list_go(&l, 4, 3);
	list_draw(&l, &spec, NULL, &c, true);
	cr_expect(g.above == 2 && g.below == ROWS - 5);
	list_set_rows(&l, 2);
	list_draw(&l, &spec, NULL, &c, true);
	cr_expect(g.above == 0 && g.below == 0);
	grid_free(&g);
}

Test(tabs, go_round_and_keep_the_current_one_in_sight)
{
	static const char *const labels[] = {"Overview", "Progress", "Milestones", "Evidence"};
	struct tabs t = {labels, 4, 0, true};
	struct grid g;

	cr_expect(tabs_act(&t, DO_PREV_PANE));
	cr_expect_eq(t.current, 3);
	cr_expect(tabs_act(&t, DO_RIGHT));
	cr_expect_eq(t.current, 0);
	cr_expect_not(tabs_act(&t, DO_DOWN));
	struct key k = key_text("３"), far = key_text("5");
	cr_expect(tabs_key(&t, &k));
	cr_expect_eq(t.current, 2);
	cr_expect_not(tabs_key(&t, &far));
	for (int cols = 20; cols <= 80; cols += 20) {
		grid_init(&g, cols, 1, LOOK_NARROW);
		struct canvas c = canvas_whole(&g);
		tabs_draw(&t, &c, 0);
		cr_expect(grid_has(&g, "[3 Milestones]"));
		grid_free(&g);
	}
}

Test(menu_list, numbers_choose_and_what_is_off_does_not)
{
	static const struct menu_entry entries[] = {{.text = "one"},
						    {.text = "two", .off = true, .note = "not now"},
						    {.text = "three"}};
	struct menu_list m = {.entries = entries, .n = 3};
	struct key one = key_text("１"), two = key_text("2"), nine = key_text("9"),
		   zero = key_text("0");

	cr_expect_eq(menu_list_key(&m, &one, 5), MENU_CHOSEN);
	cr_expect_eq(menu_list_key(&m, &two, 5), MENU_OFF);
	cr_expect_eq(m.cursor, 1);
	cr_expect_eq(menu_list_act(&m, DO_CHOOSE, 5), MENU_OFF);
	cr_expect_eq(menu_list_key(&m, &nine, 5), MENU_MOVED);
	cr_expect_eq(menu_list_key(&m, &zero, 5), MENU_PASS);
	menu_list_act(&m, DO_DOWN, 5);
	menu_list_act(&m, DO_DOWN, 5);
	cr_expect_eq(m.cursor, 0, "after the last entry comes the first");
	menu_list_act(&m, DO_UP, 5);
	cr_expect_eq(m.cursor, 2);
}

Test(menu_list, a_note_may_have_what_the_text_leaves)
{
	static const struct menu_entry entries[] = {
		{.text = "print", .note = "nothing has been entered here"},
		{.text = "a text that is a good deal longer",
		 .note = "and a note that is long too"}};
	struct menu_list m = {.entries = entries, .n = 2};
	struct grid g;

	grid_init(&g, 44, 2, LOOK_ASCII);
	struct canvas c = canvas_whole(&g);
	menu_list_draw(&m, &c);
	cr_expect(grid_has(&g, "print      nothing has been entered here"));
	cr_expect(grid_has(&g, "a text that is a g.. and a note that i.."));
	grid_free(&g);
}
