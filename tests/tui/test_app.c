/* The application: keys to views and back, loading, failing, the stack of views, the frame. */
#include "tests/tui/app_desk.h"

#include "core/text/utf8.h"
#include "tests/support/canvas_dump.h"

#include <criterion/criterion.h>
#include <string.h>

TestSuite(app, .init = app_desk_begin, .fini = app_desk_end);

Test(app, draws_the_frame_around_the_body)
{
	cr_expect_eq(grid_find(app_grid(app), "健康青田 2021"), 0);
	cr_expect_eq(grid_find(app_grid(app), "2021-11-21"), 0);
	cr_expect_eq(grid_find(app_grid(app), "2021年第4季度"), 1);
	cr_expect_eq(grid_find(app_grid(app), "── A page ──"), 2);
	cr_expect_eq(grid_find(app_grid(app), "rows: load 1"), 3);
	cr_expect_eq(grid_find(app_grid(app), "F1 help"), 23);
}

Test(app, fits_every_size_and_says_when_it_cannot)
{
	static const struct {
		int cols, rows;
	} sizes[] = {{80, 24}, {60, 20}, {132, 43}, {200, 60}, {40, 10}, {47, 13}};

	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		script_resize(app_desk_script, sizes[i].cols, sizes[i].rows);
		script_run(app_desk_script, app);
		cr_expect(app_shown("rows: load"), "%dx%d", sizes[i].cols, sizes[i].rows);
		cr_expect(app_shown("Esc back") && app_shown("区教育局"));
	}
	script_resize(app_desk_script, 20, 5);
	script_run(app_desk_script, app);
	cr_expect(app_shown("The window is too") && !app_shown("rows"));
	script_resize(app_desk_script, 1, 1);
	cr_expect(script_run(app_desk_script, app));
}

Test(app, loads_again_only_what_depends_on_the_change)
{
	cr_expect_eq(app_seen.loads, 1);
	app_changed(app, CHANGE_B);
	script_run(app_desk_script, app);
	cr_expect_eq(app_seen.loads, 1);
	app_changed(app, CHANGE_A | CHANGE_B);
	script_run(app_desk_script, app);
	cr_expect_eq(app_seen.loads, 2);
	cr_expect(app_shown("rows: load 2"));
	app_press("F5");
	cr_expect_eq(app_seen.loads, 3);
}

Test(app, views_that_are_not_seen_load_when_they_are)
{
	app_press("a");
	cr_expect_eq(app_seen.loads, 2);
	app_changed(app, CHANGE_A);
	script_run(app_desk_script, app);
	cr_expect_eq(app_seen.loads, 3, "only the upper one is seen");
	app_press("Esc");
	cr_expect_eq(app_seen.loads, 4);
}

Test(app, a_failed_load_keeps_the_old_rows_and_says_why)
{
	app_seen.fail_load = true;
	app_press("F5");
	cr_expect(app_shown("rows: load 1"));
	cr_expect(app_shown("! the file is busy"));
	app_seen.fail_load = false;
	app_press("F5");
	cr_expect(app_shown("rows: load 3"));
	cr_expect_not(app_shown("busy"));
}

Test(app, a_view_that_cannot_open_leaves_the_stack_as_it_was)
{
	app_seen.fail_open = true;
	app_press("a");
	cr_expect_eq(app_depth(app), 1);
	cr_expect(app_shown("! you may not open this"));
	cr_expect_str_eq(app_message(app), "you may not open this");
}

Test(app, others_changes_are_noticed_when_it_is_quiet)
{
	app_press("Down");
	script_run(app_desk_script, app); /* settles */
	app_seen.version++;
	script_run(app_desk_script, app);
	cr_expect_eq(app_seen.loads, 2);
	script_run(app_desk_script, app);
	cr_expect_eq(app_seen.loads, 2);
}

Test(app, nothing_is_presented_when_nothing_happens)
{
	script_run(app_desk_script, app);
	int frames = script_frames(app_desk_script);

	for (int i = 0; i < 5; i++)
		script_run(app_desk_script, app);
	cr_expect_eq(script_frames(app_desk_script), frames);
	app_press("Z Z Z");
	cr_expect_eq(script_frames(app_desk_script), frames, "keys that do nothing draw nothing");
}

Test(app, a_batch_of_keys_is_drawn_once)
{
	script_run(app_desk_script, app);
	int frames = script_frames(app_desk_script);

	app_press("Enter Down Down Up Esc Enter Esc");
	cr_expect_eq(script_frames(app_desk_script), frames + 1);
}

Test(app, keys_that_arrive_together_find_a_view_with_its_rows)
{
	int loads = app_seen.loads;

	app_press("a a Down");
	cr_expect_eq(app_seen.loads, loads + 2, "each was loaded before it got a key");
}

Test(app, drafts_are_kept_when_the_line_drops)
{
	app_press("a");
	app_seen.settles = 0;
	script_hangup(app_desk_script);
	cr_expect_not(script_run(app_desk_script, app));
	cr_expect_eq(app_seen.settles, 2, "both views are asked");
}

Test(app, back_in_the_first_view_asks_before_it_leaves)
{
	cr_expect(app_press("Esc"));
	cr_expect(app_shown("Leave duban?"));
	cr_expect(app_press("Enter"));
	cr_expect_str_eq(app_top_name(), "page");
	cr_expect_not(app_press("Backspace 2"));
}

Test(app, a_handler_may_take_its_own_view_off)
{
	app_press("a a");
	cr_expect_eq(app_depth(app), 3);
	app_press("Esc u");
	cr_expect_eq(app_depth(app), 2, "the view named is on top already");
	cr_expect_eq(app_seen.closes, 1);
}

Test(app, help_shows_the_keys_of_the_view_below)
{
	struct err e = ERR_INIT;

	cr_assert_eq(keymap_bind(app_desk_keys, "report-new", "Ctrl-R", &e), 0);
	app_press("F1");
	cr_expect(app_shown("enter progress") && app_shown("Ctrl-R"));
	app_press("2");
	cr_expect(app_shown("past due, or returned twice"));
	app_press("F1");
	cr_expect_str_eq(app_top_name(), "page");
}

Test(app, full_width_keys_act)
{
	app_press("？");
	cr_expect_str_eq(app_top_name(), "help");
	app_press("Esc ｅ");
	cr_expect_str_eq(app_top_name(), "question");
}

static int64_t now_ms(void)
{
	return app_seen.now_ms;
}

Test(app, others_changes_are_noticed_between_keys_too)
{
	app_desk_context.clock_ms = now_ms;
	app_seen.now_ms = 5000;
	script_press(app_desk_script, app, "F5");
	cr_expect_not(app_seen.by_others);
	int loads = app_seen.loads;
	app_seen.version++;
	app_seen.now_ms += 400;
	script_keys(app_desk_script, "F7");
	app_step(app, 0);
	app_seen.now_ms += 700;
	script_keys(app_desk_script, "F7");
	app_step(app, 0);
	cr_expect_eq(app_seen.loads, loads + 1);
	cr_expect(app_seen.by_others, "it was somebody else");
	script_press(app_desk_script, app, "F5");
	cr_expect_not(app_seen.by_others, "it was the person");
}

Test(app, the_terminals_answer_changes_the_look)
{
	struct key k = {.kind = INPUT_LOOK, .wide = true};

	script_key(app_desk_script, &k);
	script_run(app_desk_script, app);
	cr_expect_eq(app_grid(app)->look, LOOK_WIDE);
	cr_expect_eq(utf8_cols("★"), 2);
	k.wide = false;
	script_key(app_desk_script, &k);
	script_run(app_desk_script, app);
	cr_expect_eq(app_grid(app)->look, LOOK_NARROW);
	cr_expect_eq(utf8_cols("★"), 1);
}
