/* On wide screens the row under the cursor stands whole beside its list; below 120 columns it does
 * not. */
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

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
