/* The indicators of a plan: whose are shown, a column a year, what Enter opens. */
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
	char name[32], login[16];
	int cols, rows;
};

static const struct shot shots[] = {
	{"indicators", "chen", 80, 24},	     {"indicators", "chen", 60, 20},
	{"indicators", "chen", 132, 43},     {"indicators-plan", "zhou", 80, 24},
	{"indicators-plan", "zhou", 60, 20}, {"indicators-plan", "zhou", 132, 43},
};

static void take(const struct shot *shot, const char *language)
{
	if (!screen_language(language))
		cr_skip_test("no translation has been built");
	screen_begin(&s, shot->login, shot->cols, shot->rows);
	screen_open(&s, &view_indicators, (struct view_args){0});
	screen_golden(&s, shot->name);
	screen_end(&s);
}

ParameterizedTestParameters(indicators, english)
{
	return cr_make_param_array(const struct shot, (void *)shots,
				   sizeof shots / sizeof shots[0]);
}
ParameterizedTest(const struct shot *shot, indicators, english)
{
	take(shot, "en");
}

ParameterizedTestParameters(indicators, chinese)
{
	return cr_make_param_array(const struct shot, (void *)shots,
				   sizeof shots / sizeof shots[0]);
}
ParameterizedTest(const struct shot *shot, indicators, chinese)
{
	take(shot, "zh_CN");
}

TestSuite(indicators_view, .fini = end);

Test(indicators_view, a_unit_sees_those_of_its_actions_and_with_tab_all)
{
	screen_begin(&s, "admin", 80, 24);
	screen_open(&s, &view_indicators,
		    (struct view_args){.id2 = district_unit(&s.d, "区市场监督管理局")});
	cr_expect(screen_has(&s, "食堂人均日用盐逐年下降"));
	cr_expect_not(screen_has(&s, "居民健康素养水平"));
	screen_press(&s, "Tab");
	cr_expect(screen_has(&s, "居民健康素养水平"));
	cr_expect(screen_has(&s, "[of all actions]"));
	screen_press(&s, "Tab");
	cr_expect_not(screen_has(&s, "居民健康素养水平"));
}

Test(indicators_view, every_year_has_a_column)
{
	screen_begin(&s, "zhou", 80, 24);
	screen_open(&s, &view_indicators, (struct view_args){0});
	cr_expect(screen_has(&s, "2022"));
	cr_expect(screen_has(&s, "2030"));
	cr_expect(screen_has(&s, "≥ 31%"));
	cr_expect(screen_has(&s, "≤ 42%"));
}

Test(indicators_view, a_measure_stands_with_its_target_and_words_stand_once)
{
	screen_begin(&s, "zhou", 80, 24);
	screen_open(&s, &view_indicators, (struct view_args){0});
	cr_expect_not(screen_has(&s, "measure"));
	cr_expect(screen_has(&s, "in words"));
	cr_expect_not(screen_has(&s, "in words      in words"), "it has no years");
}

Test(indicators_view, enter_opens_the_action_with_its_targets)
{
	screen_begin(&s, "zhou", 80, 24);
	screen_open(&s, &view_indicators, (struct view_args){0});
	screen_press(&s, "End Enter");
	cr_expect_str_eq(screen_top(&s), "action");
	cr_expect(screen_has(&s, "4 中小学健康促进行动"));
	cr_expect(screen_has(&s, "2022 ≤ 48%"));
}

Test(indicators_view, are_found_as_one_types)
{
	screen_begin(&s, "zhou", 80, 24);
	screen_open(&s, &view_indicators, (struct view_args){0});
	screen_press(&s, "/");
	screen_type(&s, "近视");
	cr_expect(screen_has(&s, "总体近视率"));
	cr_expect_not(screen_has(&s, "居民健康素养水平"));
}

Test(indicators_view, are_found_by_sound_and_by_what_stands_in_their_row)
{
	static const struct {
		const char *words, *found, *gone;
	} cases[] = {{"jmjk", "居民健康素养水平", "总体近视率"},
		     {"ertong", "总体近视率", "居民健康素养水平"},
		     {"zxxjk", "总体近视率", "居民健康素养水平"},
		     {"words", "食堂人均日用盐", "总体近视率"}};

	screen_begin(&s, "zhou", 80, 24);
	screen_open(&s, &view_indicators, (struct view_args){0});
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		screen_press(&s, "/");
		screen_type(&s, cases[i].words);
		cr_expect(screen_has(&s, cases[i].found), "%s", cases[i].words);
		cr_expect_not(screen_has(&s, cases[i].gone), "%s", cases[i].words);
		screen_press(&s, "Esc");
	}
}

Test(indicators_view, stands_without_a_plan)
{
	screen_begin_empty(&s, "admin", 80, 24);
	screen_open(&s, &view_indicators, (struct view_args){0});
	cr_expect(screen_has(&s, "There are no indicators here."));
}
