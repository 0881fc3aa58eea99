/* On wide screens the row under the cursor stands whole beside its list; below 120 columns it does
 * not. */
#include "tests/tui/screen.h"

#include "tests/support/canvas_dump.h"
#include "tui/part/dialog.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdlib.h>
#include <string.h>

static struct screen s;

struct shot {
	char name[32], keys[32];
	int view;      /* of views[]: a test has a process of its own */
	char only[32]; /* stands in the pane alone */
};

static const struct view_ops *const views[] = {
	&view_plan, &view_milestone_list, &view_evidence_list, &view_units, &view_people,
};

static const struct shot shots[] = {
	{"pane-plan", "Down", 0, "全民健身行动"},
	{"pane-milestones", "", 1, "demanded"},
	{"pane-evidence", "", 2, "document number"},
	{"pane-units", "", 3, "takes part in"},
	{"pane-people", "Down", 4, ""},
};

static void open(const struct shot *shot, int cols, int rows)
{
	screen_begin(&s, "admin", cols, rows);
	screen_open(&s, views[shot->view], (struct view_args){0});
	if (shot->keys[0])
		screen_press(&s, shot->keys);
}

ParameterizedTestParameters(panes, english)
{
	return cr_make_param_array(const struct shot, (void *)shots,
				   sizeof shots / sizeof shots[0]);
}
ParameterizedTest(const struct shot *shot, panes, english)
{
	cr_assert(screen_language("en"));
	open(shot, 132, 43);
	screen_golden(&s, shot->name);
	if (shot->only[0])
		cr_expect(screen_has(&s, shot->only));
	screen_end(&s);
}

ParameterizedTestParameters(panes, chinese)
{
	return cr_make_param_array(const struct shot, (void *)shots,
				   sizeof shots / sizeof shots[0]);
}
ParameterizedTest(const struct shot *shot, panes, chinese)
{
	if (!screen_language("zh_CN"))
		cr_skip_test("no translation has been built");
	open(shot, 132, 43);
	screen_golden(&s, shot->name);
	screen_end(&s);
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(pane, .fini = end);

Test(pane, follows_the_cursor_and_goes_where_there_is_no_room)
{
	screen_begin(&s, "admin", 132, 43);
	screen_open(&s, &view_units, (struct view_args){0});
	cr_expect(screen_has(&s, "takes part in"));
	screen_press(&s, "End Up");
	cr_expect(screen_has(&s, "no one can"));
	screen_resize(&s, 119, 43);
	cr_expect_not(screen_has(&s, "takes part in"));
	screen_resize(&s, 120, 10);
	cr_expect(screen_has(&s, "no one can"));
}

/* A key held down: the frame after it has the cursor in another row and all else as it was. */
Test(pane, waits_until_keys_rest)
{
	screen_begin(&s, "admin", 132, 43);
	screen_open(&s, &view_units, (struct view_args){0});
	cr_expect(app_rests(s.app));
	script_keys(s.script, "End Up");
	cr_assert(app_step(s.app, 0));
	cr_expect_not(app_rests(s.app));
	cr_expect(screen_has(&s, "takes part in"), "still of the first row");
	cr_expect_not(screen_has(&s, "no one can"));
	cr_assert(app_step(s.app, 0));
	cr_expect(app_rests(s.app));
	cr_expect(screen_has(&s, "no one can"));
	script_keys(s.script, "Home Enter");
	cr_assert(app_step(s.app, 0));
	cr_expect(app_rests(s.app), "what is opened over the list shows it as it is");
}

/* The hint bar tells of the same row as the lines below the list. */
Test(pane, of_a_heading_is_told_when_keys_rest)
{
	screen_begin(&s, "chen", 80, 24);
	screen_open(&s, &view_plan, (struct view_args){0});
	cr_assert(screen_has(&s, "e report"));
	script_keys(s.script, "Home");
	cr_assert(app_step(s.app, 0));
	cr_expect(screen_has(&s, "e report"));
	cr_assert(app_step(s.app, 0));
	cr_expect_not(screen_has(&s, "e report"));
}

Test(pane, of_an_action_says_what_was_reported_last_and_what_comes_next)
{
	screen_begin(&s, "zhou", 132, 43);
	screen_open(&s, &view_plan, (struct view_args){0});
	cr_expect(screen_has(&s, "Last report of 区教育局 (2021Q3)"));
	screen_press(&s, "4");
	cr_expect(screen_has(&s, "Next milestone, 2021-11-15"));
}

Test(pane, alone_has_the_cursor_when_it_has_the_keys)
{
	screen_begin(&s, "admin", 132, 43);
	for (int tab = 0; tab < 2; tab++) {
		int marked = 0;

		for (int y = 0; y < 43; y++) {
			char *row = grid_dump_row(app_grid(s.app), y);

			for (const char *at = row; (at = strstr(at, "▌")); at++)
				marked++;
			free(row);
		}
		cr_expect_eq(marked, 1, "%d rows are marked", marked);
		screen_press(&s, "Tab");
	}
}

Test(pane, screens_about_one_thing_are_named_once)
{
	screen_begin(&s, "chen", 80, 24);
	screen_press(&s, "4 Enter 1");
	cr_expect(screen_has(&s, "What I owe > 4 中小学健康促进行动"));
	screen_open(&s, &view_milestone_form, (struct view_args){.id = district_action(&s.d, "4")});
	cr_expect(screen_has(&s, "── 4 中小学健康促进行动 · new milestone ─"));
}

Test(pane, a_clause_is_no_wider_than_the_eye_can_follow)
{
	screen_begin(&s, "zhou", 200, 43);
	screen_open(&s, &view_plan, (struct view_args){0});
	dialog_text(
		s.app, 0, "Clause",
		"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"
		"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
		true);
	screen_resize(&s, 200, 43);
	cr_expect(screen_has(&s, "九十一二三四"));
	cr_expect_eq(grid_find(app_grid(s.app), "五六七八九十一二三四五六七八九十一二三四五六七八"
						"九十一二三四五六七八九十一二三四五六七八九十"),
		     -1);
}
