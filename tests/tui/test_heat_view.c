/* The state of the plan: one line a section, and the table of units and sections behind it. */
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

static struct screen s;

static void end(void)
{
	screen_end(&s);
}

struct shot {
	char name[32], keys[64];
	int cols, rows;
};

#define THREE_SIZES(name, keys)                                                                    \
	{name, keys, 80, 24}, {name, keys, 60, 20},                                                \
	{                                                                                          \
		name, keys, 132, 43                                                                \
	}

static const struct shot shots[] = {
	THREE_SIZES("heat", "Tab"),
	THREE_SIZES("heat-cell", "Tab Right Down"),
	{"heat-tasks", "Tab Enter", 80, 24},
	{"heat-total", "Tab End Right Right", 80, 24},
};

static void take(const struct shot *shot, const char *language)
{
	if (!screen_language(language))
		cr_skip_test("no translation has been built");
	screen_begin(&s, "zhou", shot->cols, shot->rows);
	screen_press(&s, shot->keys);
	screen_golden(&s, shot->name);
	screen_end(&s);
}

ParameterizedTestParameters(heat, english)
{
	return cr_make_param_array(const struct shot, (void *)shots,
				   sizeof shots / sizeof shots[0]);
}
ParameterizedTest(const struct shot *shot, heat, english)
{
	take(shot, "en");
}

ParameterizedTestParameters(heat, chinese)
{
	return cr_make_param_array(const struct shot, (void *)shots,
				   sizeof shots / sizeof shots[0]);
}
ParameterizedTest(const struct shot *shot, heat, chinese)
{
	take(shot, "zh_CN");
}

TestSuite(heat_view, .fini = end);

Test(heat_view, tab_goes_to_the_table_and_back)
{
	screen_begin(&s, "zhou", 80, 24);
	screen_press(&s, "Tab");
	cr_expect_str_eq(screen_top(&s), "heat");
	screen_press(&s, "Tab");
	cr_expect_str_eq(screen_top(&s), "overview");
	cr_expect_eq(app_depth(s.app), 1);
	screen_end(&s);

	screen_begin(&s, "admin", 80, 24);
	screen_open(&s, &view_heat, (struct view_args){0});
	screen_press(&s, "Tab");
	cr_expect_str_eq(screen_top(&s), "overview");
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "office");
}

Test(heat_view, enter_goes_down_to_what_the_cell_counts)
{
	static const struct {
		const char *keys, *top, *seen;
	} cases[] = {
		{"Enter", "choose", "区教育局 · 一 普及健康生活"}, /* three tasks */
		{"Right Enter", "action", "4 中小学健康促进行动"}, /* one */
		{"Right Right Enter", "home", "What 区教育局 owes"},
		{"End Enter", "plan", "全民健身行动"},
		{"End Right Enter", "plan", "老年健康促进行动"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		screen_begin(&s, "zhou", 80, 24);
		screen_press(&s, "Tab");
		screen_press(&s, cases[i].keys);
		cr_expect_str_eq(screen_top(&s), cases[i].top, "%s: %s", cases[i].keys,
				 screen_top(&s));
		cr_expect(screen_has(&s, cases[i].seen), "%s", cases[i].keys);
		screen_end(&s);
	}
	screen_begin(&s, "zhou", 80, 24);
}

Test(heat_view, a_task_that_is_chosen_opens_as_the_share_of_its_unit)
{
	screen_begin(&s, "zhou", 80, 24);
	screen_press(&s, "Tab Enter Enter");
	cr_expect_str_eq(screen_top(&s), "action");
}

Test(heat_view, an_empty_cell_says_so)
{
	screen_begin(&s, "zhou", 80, 24);
	screen_press(&s, "Tab End Up Enter");
	cr_expect_str_eq(screen_top(&s), "heat");
	cr_expect(screen_has(&s, "The unit has no task in this section."));
}

Test(heat_view, stands_in_any_window_and_without_a_plan)
{
	static const int sizes[][2] = {{40, 10}, {47, 13}, {60, 20}, {80, 14}, {200, 60}};

	screen_begin(&s, "zhou", 80, 24);
	screen_press(&s, "Tab");
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		screen_resize(&s, sizes[i][0], sizes[i][1]);
		screen_press(&s, "End Right Right Right PgUp Left Home Left Left");
		cr_expect(screen_has(&s, "total"), "%d x %d", sizes[i][0], sizes[i][1]);
	}
	screen_end(&s);
	screen_begin_empty(&s, "admin", 80, 24);
	screen_open(&s, &view_heat, (struct view_args){0});
	screen_press(&s, "Enter Down Right");
	cr_expect(screen_has(&s, "No unit answers for anything in this plan yet."));
}

Test(heat_view, what_no_unit_answers_for_has_a_row_and_is_counted)
{
	screen_begin(&s, "zhou", 80, 24);
	screen_press(&s, "Tab End Up Right");
	cr_expect(screen_has(&s, "no unit yet      ·               -1"));
	cr_expect(screen_has(&s, "no unit yet · 二 护佑重点人群"));
	cr_expect(screen_has(&s, "tasks 1: red 0, yellow 0, green 0, grey 1; reports owed 0"));
	screen_press(&s, "End Right");
	cr_expect(screen_has(&s, "grey 1; reports owed 11"), "the total of all");
	screen_press(&s, "Up Left Enter");
	cr_expect_str_eq(screen_top(&s), "action");
	cr_expect(screen_has(&s, "心理健康促进行动"));
}

Test(heat_view, says_what_its_letters_mean_and_shortens_its_heads)
{
	static const char *const legend =
		"R2: worst is red, 2 tasks; o3: 3 reports owed; ·: no task";

	screen_begin(&s, "zhou", 60, 20);
	screen_press(&s, "Tab");
	cr_expect(screen_has(&s, legend));
	screen_resize(&s, 80, 24);
	cr_expect(screen_has(&s, "; -1: worst is grey; ·: no task"));
	screen_resize(&s, 60, 20);
	cr_expect(screen_has(&s, "一 普及健康生活"));
	screen_resize(&s, 40, 12);
	cr_expect(screen_has(&s, "一      二"));
	cr_expect_not(screen_has(&s, "普及"));
}
