/* The milestones as a month and as the strip of a year: what is seen, where the cursor goes, what
 * Enter opens. The list is in the tests of the screens that were there before. */
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include "core/text/utf8.h"
#include "db/report/store_milestone.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

static struct screen s;

static void end(void)
{
	screen_end(&s);
}

struct shot {
	char name[32], login[16], keys[64];
	int cols, rows;
};

#define THREE_SIZES(name, login, keys)                                                             \
	{name, login, keys, 80, 24}, {name, login, keys, 60, 20},                                  \
	{                                                                                          \
		name, login, keys, 132, 43                                                         \
	}

static const struct shot shots[] = {
	THREE_SIZES("month", "chen", "Tab"),
	THREE_SIZES("month-day", "admin", "Tab Left Left Left Left Left Left"),
	THREE_SIZES("gantt", "chen", "Tab Tab"),
	THREE_SIZES("gantt-plan", "admin", "Tab Tab Down Down Down"),
	{"gantt-next-year", "admin", "Shift-Tab Right Down Down Down", 80, 24},
};

static void take(const struct shot *shot, const char *language)
{
	if (!screen_language(language))
		cr_skip_test("no translation has been built");
	screen_begin(&s, shot->login, shot->cols, shot->rows);
	screen_open(&s, &view_milestone_list, (struct view_args){.id2 = s.session.post.unit_id});
	screen_press(&s, shot->keys);
	screen_golden(&s, shot->name);
	screen_end(&s);
}

ParameterizedTestParameters(calendar, english)
{
	return cr_make_param_array(const struct shot, (void *)shots,
				   sizeof shots / sizeof shots[0]);
}
ParameterizedTest(const struct shot *shot, calendar, english)
{
	take(shot, "en");
}

ParameterizedTestParameters(calendar, chinese)
{
	return cr_make_param_array(const struct shot, (void *)shots,
				   sizeof shots / sizeof shots[0]);
}
ParameterizedTest(const struct shot *shot, calendar, chinese)
{
	take(shot, "zh_CN");
}

TestSuite(faces, .fini = end);

static void begin(const char *login, const struct view_ops *ops)
{
	screen_begin(&s, login, 80, 24);
	screen_open(&s, ops, (struct view_args){.id2 = s.session.post.unit_id});
}

Test(faces, tab_goes_round_and_esc_leaves_all_three)
{
	begin("chen", &view_milestone_list);
	screen_press(&s, "Tab");
	cr_expect_str_eq(screen_top(&s), "month");
	screen_press(&s, "Tab");
	cr_expect_str_eq(screen_top(&s), "gantt");
	screen_press(&s, "Tab");
	cr_expect_str_eq(screen_top(&s), "milestones");
	screen_press(&s, "Shift-Tab");
	cr_expect_str_eq(screen_top(&s), "gantt");
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "home");
}

Test(faces, the_cursor_goes_by_day_week_and_month)
{
	static const struct {
		const char *key, *day;
	} cases[] = {
		{"Left", "2021-11-20"}, {"Right", "2021-11-21"}, {"Up", "2021-11-14"},
		{"Down", "2021-11-21"}, {"PgUp", "2021-10-21"},	 {"End", "2021-10-31"},
		{"PgDn", "2021-11-30"}, {"Right", "2021-12-01"}, {"Left", "2021-11-30"},
		{"PgDn", "2021-12-30"}, {"PgDn", "2022-01-30"},	 {"PgDn", "2022-02-28"},
		{"Home", "2021-11-21"},
	};

	begin("chen", &view_month);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		screen_press(&s, cases[i].key);
		cr_expect(screen_has(&s, cases[i].day), "after %s not %s", cases[i].key,
			  cases[i].day);
	}
}

Test(faces, the_month_stays_in_the_years_that_dates_have)
{
	begin("chen", &view_month);
	for (int i = 0; i < 150 * 12; i++)
		app_perform(s.app, DO_PAGE_UP);
	screen_press(&s, "Right");
	cr_expect(screen_has(&s, "Milestones: 1901-01"));
	for (int i = 0; i < 320 * 12; i++)
		app_perform(s.app, DO_PAGE_DOWN);
	screen_press(&s, "Left");
	cr_expect(screen_has(&s, "Milestones: 2199-12"));
}

Test(faces, in_ascii_and_where_signs_are_wide_every_line_keeps_its_columns)
{
	static const struct view_ops *const faces[] = {&view_month, &view_gantt, &view_heat,
						       &view_overview, &view_indicators};

	for (int look = LOOK_WIDE; look <= LOOK_ASCII; look++) {
		for (size_t f = 0; f < sizeof faces / sizeof faces[0]; f++) {
			screen_begin(&s, "admin", 80, 24);
			app_free(s.app);
			s.app = app_new(&s.context, s.keys, script_term(s.script), (enum look)look);
			screen_open(&s, faces[f], (struct view_args){0});
			const struct grid *g = app_grid(s.app);

			cr_expect_eq((int)g->look, look);
			for (int i = 0; i < g->rows * g->cols; i++)
				cr_expect_eq(utf8_cols(g->cells[i].text),
					     g->cells[i].tail ? 0
					     : i + 1 < g->rows * g->cols && g->cells[i + 1].tail
						     ? 2
						     : 1);
			screen_end(&s);
		}
	}
	utf8_set_ambiguous_cols(1);
	begin("chen", &view_month);
}

Test(faces, enter_on_a_day_opens_the_menu_of_its_milestone)
{
	begin("chen", &view_month);
	screen_press(&s, "Left Left Left Left Left Left");
	cr_expect(screen_has(&s, "秋季近视率监测数据上报"));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "1 Mark as done"));
	screen_press(&s, "1");
	cr_expect_str_eq(screen_top(&s), "milestone-done", "%s", screen_top(&s));
}

Test(faces, enter_on_an_empty_day_adds_a_milestone)
{
	begin("chen", &view_month);
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "On which action?"));
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "milestone");
}

Test(faces, of_several_milestones_of_a_day_one_is_chosen)
{
	struct milestone_new m = {.title = "志愿者培训", .note = "", .due = {2021, 11, 25}};
	struct milestone_row row;

	begin("chen", &view_month);
	struct actor who = district_actor(&s.d, "chen");
	m.action_id = district_action(&s.d, "2");
	m.unit_id = district_unit(&s.d, "区教育局");
	cr_assert_eq(store_milestone_put(s.d.s, &who, &m, &s.d.a, &row, NULL, &s.d.e), 0, "%s",
		     s.d.e.text);
	screen_press(&s, "F5 Down Left Left Left");
	cr_expect(screen_has(&s, "25 *2"));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "Which milestone?"));
	screen_press(&s, "2");
	cr_expect(screen_has(&s, "1 Mark as done"));
	cr_expect(screen_has(&s, "志愿者培训"));
}

Test(faces, a_leader_is_told_on_the_month_too)
{
	begin("zhou", &view_month);
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "month");
	cr_expect(screen_has(&s, "you may not change this unit's milestones"));
}

Test(faces, the_strip_opens_the_action_at_its_milestones)
{
	begin("chen", &view_gantt);
	screen_press(&s, "Down Down Down Enter");
	cr_expect_str_eq(screen_top(&s), "action");
	cr_expect(screen_has(&s, "[3 milestones]"));
	cr_expect(screen_has(&s, "4 中小学健康促进行动"));
}

Test(faces, the_strip_goes_from_year_to_year)
{
	begin("chen", &view_gantt);
	cr_expect(screen_has(&s, "Milestones: 2021"));
	screen_press(&s, "Right");
	cr_expect(screen_has(&s, "Milestones: 2022"));
	screen_press(&s, "Left Left");
	cr_expect(screen_has(&s, "Milestones: 2020"));
}

Test(faces, every_face_stands_in_any_window)
{
	static const int sizes[][2] = {{40, 10}, {47, 13},  {60, 20},
				       {99, 15}, {100, 24}, {200, 60}};
	static const struct view_ops *const faces[] = {&view_milestone_list, &view_month,
						       &view_gantt};

	for (size_t f = 0; f < sizeof faces / sizeof faces[0]; f++) {
		begin("admin", faces[f]);
		for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
			screen_resize(&s, sizes[i][0], sizes[i][1]);
			screen_press(&s, "End Up PgDn Down Home");
			cr_expect_str_eq(screen_top(&s), faces[f]->name);
			cr_expect(screen_has(&s, "[") && app_grid(s.app)->cols == sizes[i][0]);
		}
		screen_end(&s);
	}
	begin("admin", &view_month);
}

Test(faces, words_are_looked_for_in_the_list_from_month_and_year_too)
{
	static const char *const ways[] = {"Tab /", "Tab Tab /", "/"};

	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		screen_begin(&s, "admin", 80, 24);
		screen_open(&s, &view_milestone_list, (struct view_args){0});
		screen_press(&s, ways[i]);
		screen_type(&s, "mqs");
		cr_expect_str_eq(screen_top(&s), "milestones", "%s", ways[i]);
		cr_expect(screen_has(&s, "Find: mqs"), "%s", ways[i]);
		screen_end(&s);
	}
	screen_begin(&s, "admin", 80, 24);
}

/* The deadline of an action has no unit of its own: it shows those that lead. */
Test(faces, a_milestone_is_found_by_every_text_of_its_row)
{
	static const struct {
		const char *words, *found, *gone;
	} cases[] = {{"overdue", "秋季近视率监测数据上报", "教室照明改造完工"},
		     {"demanded", "秋季近视率监测数据上报", "教室照明改造完工"},
		     {"deadline jyj", "deadline", "健康素养抽样调查完成"}};

	screen_begin(&s, "admin", 132, 43);
	screen_open(&s, &view_milestone_list, (struct view_args){0});
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		screen_press(&s, "/");
		screen_type(&s, cases[i].words);
		cr_expect(screen_has(&s, cases[i].found), "%s", cases[i].words);
		cr_expect_not(screen_has(&s, cases[i].gone), "%s", cases[i].words);
		screen_press(&s, "Esc");
	}
}
