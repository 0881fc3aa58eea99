/* The mouse in the application: what a click and the wheel mean, on which view. */
#include "tests/tui/app_desk.h"

#include <criterion/criterion.h>

TestSuite(app_mouse, .init = app_desk_begin, .fini = app_desk_end);

Test(app_mouse, a_click_means_what_lay_there_in_the_last_frame)
{
	script_mouse(app_desk_script, MOUSE_PRESS, 3 + 3, 6);
	script_run(app_desk_script, app);
	cr_expect_eq(app_seen.points, 1);
	cr_expect(app_seen.point.kind == TARGET_ROW && app_seen.point.index == 5);
	cr_expect(app_seen.point.y == 1 && app_seen.point.x == 2);
	script_mouse(app_desk_script, MOUSE_PRESS, 15, 60); /* nothing there */
	script_run(app_desk_script, app);
	cr_expect_eq(app_seen.points, 1);
	/* Another screen has come in between: it is not what was clicked. */
	script_keys(app_desk_script, "a");
	script_mouse(app_desk_script, MOUSE_PRESS, 3 + 3, 6);
	script_run(app_desk_script, app);
	cr_expect_eq(app_depth(app), 2);
	cr_expect_eq(app_seen.points, 1);
}

Test(app_mouse, hints_are_done_by_a_click)
{
	int y = app_grid(app)->rows - 1, x = 0;
	const struct target *t = NULL;

	while (x < 80 && (!(t = grid_target_at(app_grid(app), y, x)) || t->index != DO_HELP))
		x++;
	cr_assert_lt(x, 80);
	script_mouse(app_desk_script, MOUSE_PRESS, y, x);
	script_run(app_desk_script, app);
	cr_expect_eq(app_depth(app), 2);
}

Test(app_mouse, a_question_is_answered_by_a_click_on_a_button_only)
{
	struct target button = {0};

	script_press(app_desk_script, app, "e");
	cr_expect_eq(app_depth(app), 2);
	for (size_t i = 0; i < app_grid(app)->ntargets; i++)
		if (app_grid(app)->targets[i].kind == TARGET_BUTTON &&
		    app_grid(app)->targets[i].index == 1)
			button = app_grid(app)->targets[i];
	cr_assert_eq(button.kind, TARGET_BUTTON);
	script_mouse(app_desk_script, MOUSE_PRESS, 3 + 3, 6); /* a row, covered by the question */
	script_mouse(app_desk_script, MOUSE_PRESS, 1, 1);
	script_mouse(app_desk_script, MOUSE_WHEEL_DOWN, button.y, button.x);
	script_mouse(app_desk_script, MOUSE_DOUBLE, button.y,
		     button.x); /* of a click on something else */
	script_run(app_desk_script, app);
	cr_expect_eq(app_depth(app), 2);
	cr_expect_eq(app_seen.points, 0);
	script_mouse(app_desk_script, MOUSE_PRESS, button.y, button.x + 1);
	script_run(app_desk_script, app);
	cr_expect_eq(app_depth(app), 1);
	cr_expect(app_seen.result.ok && app_seen.result.tag == TAG_ASK);
}

Test(app_mouse, an_entry_of_a_menu_is_chosen_by_a_click)
{
	struct target entry = {0};

	script_press(app_desk_script, app, "Enter");
	for (size_t i = 0; i < app_grid(app)->ntargets; i++)
		if (app_grid(app)->targets[i].kind == TARGET_ENTRY)
			entry = app_grid(app)->targets[i];
	script_mouse(app_desk_script, MOUSE_PRESS, entry.y, entry.x + 3);
	script_mouse(app_desk_script, MOUSE_DOUBLE, entry.y, entry.x + 3);
	script_run(app_desk_script, app);
	cr_expect(app_seen.result.ok && app_seen.result.id == 8);
	cr_expect_eq(app_seen.points, 0, "the second half of the click is nothing");
}

Test(app_mouse, the_wheel_moves_as_the_arrows_do)
{
	script_press(app_desk_script, app, "Enter"); /* a menu of two */
	script_mouse(app_desk_script, MOUSE_WHEEL_DOWN, 0, 0);
	script_run(app_desk_script, app); /* three down in a menu of two that goes round */
	script_press(app_desk_script, app, "Enter");
	cr_expect(app_seen.result.ok && app_seen.result.id == 8);
}

static struct target find_row(int index)
{
	struct target t = {0};

	for (size_t i = 0; i < app_grid(app)->ntargets; i++)
		if (app_grid(app)->targets[i].kind == TARGET_ROW &&
		    app_grid(app)->targets[i].index == index)
			t = app_grid(app)->targets[i];
	return t;
}

Test(app_mouse, a_row_is_selected_by_a_click_and_opened_by_the_next)
{
	struct target row;

	app_press("v"); /* choose one of three */
	row = find_row(2);
	cr_assert_eq(row.kind, TARGET_ROW);
	script_mouse(app_desk_script, MOUSE_PRESS, row.y, row.x + 3);
	script_run(app_desk_script, app);
	cr_expect_str_eq(app_top_name(), "choose");
	script_mouse(app_desk_script, MOUSE_PRESS, row.y, row.x + 3);
	script_run(app_desk_script, app);
	cr_expect(app_seen.result.ok && app_seen.result.id == 3);
}
