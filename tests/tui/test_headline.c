/* The two lines above every screen, over all widths: what gives way first, that nothing is cut, and
 * that the due date is always there. */
#include "tui/app/headline.h"

#include "core/text/utf8.h"
#include "tests/support/canvas_dump.h"
#include "tests/tui/screen.h"
#include "tui/app/plan_title.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdlib.h>
#include <string.h>

enum { NARROWEST = APP_LEAST_COLS, WIDEST = 200 };

static struct screen s;

static void end(void)
{
	screen_end(&s);
}

/* A line as headline_draw() makes it; the caller frees it. */
static char *line_of(const struct headline *h, int cols)
{
	struct grid g;

	grid_init(&g, cols, 1, LOOK_NARROW);
	struct canvas c = canvas_whole(&g);

	headline_draw(h, &c, 0, STYLE_STATUS);
	char *line = grid_dump_row(&g, 0);

	grid_free(&g);
	return line;
}

Test(headline, what_is_worth_least_gives_way_first)
{
	static const struct {
		int cols;
		const char *line;
	} cases[] = {
		{40, " 2026Q4 in words      review 3  owed 81"},
		{36, " 2026Q4 in words  review 3  owed 81"},
		{35, " 2026Q4 in words          review 3"},
		{27, " 2026Q4 in words  review 3"},
		{26, " 2026Q4          review 3"},
		{17, " 2026Q4"},
		{6, " 202…"}, /* not even what is kept has room */
	};
	struct headline h = {0};

	headline_or(headline_add(&h, false, 2, "2026Q4 in words"), HEADLINE_KEPT, "2026Q4");
	cr_assert_null(headline_add(&h, false, 9, ""));
	headline_add(&h, true, 3, "review 3");
	headline_add(&h, true, 1, "owed 81");
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char *line = line_of(&h, cases[i].cols);

		cr_expect_str_eq(line, cases[i].line, "%d columns: \"%s\"", cases[i].cols, line);
		free(line);
	}
}

Test(headline, titles_without_brackets_and_kind)
{
	static const struct {
		const char *title, *bare, *name;
	} cases[] = {
		{"健康青田行动实施方案（2021—2025年）", "健康青田行动实施方案", "健康青田行动"},
		{"健康青田2021年行动计划", "健康青田2021年行动计划", "健康青田2021年"},
		{"青田区(2021)全民健身规划", "青田区全民健身规划", "青田区全民健身"},
		{"健康青田行动 （试行）", "健康青田行动", "健康青田行动"},
		{"实施方案（2021年）", "实施方案", "实施方案"},
		{"方案（一）", "方案（一）", "方案（一）"},
		{"健康（青田行动", "健康（青田行动", "健康（青田行动"},
		{"年度工作计划", "年度工作计划", "年度工作计划"},
		{"", "", ""},
	};
	struct arena a = ARENA_INIT;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		cr_expect_str_eq(plan_title_bare(&a, cases[i].title), cases[i].bare);
		cr_expect_str_eq(plan_title_name(&a, cases[i].title), cases[i].name);
	}
	arena_free(&a);
}

static const char *const languages[] = {"en", "zh_CN"};

struct line_case {
	char login[8];
	struct date today;
	char due[DATE_TEXT], closes[DATE_TEXT]; /* to be seen on line 2, "" for none */
};

static const struct line_case line_cases[] = {
	{"chen", {2021, 11, 21}, "12-31", ""},
	{"gu", {2021, 11, 21}, "12-31", ""},
	{"admin", {2021, 11, 21}, "12-31", ""},
	{"zhou", {2021, 11, 21}, "12-31", ""},
	{"yan", {2021, 12, 30}, "12-31", ""},
	{"chen", {2021, 9, 29}, "09-30", ""},
	{"admin", {2021, 10, 4}, "09-30", "10-10"},
	{"gu", {2022, 1, 6}, "2021-12-31", "01-10"},
	{"chen", {2021, 12, 31}, "", ""},
	{"chen", {2022, 3, 1}, "", ""},
	{"si", {2021, 11, 21}, "", ""},
};

ParameterizedTestParameters(headline, lines)
{
	return cr_make_param_array(const struct line_case, (void *)line_cases,
				   sizeof line_cases / sizeof line_cases[0]);
}

static void expect_line(const struct headline *h, int cols, const char *a, const char *b)
{
	char *line = line_of(h, cols);

	cr_expect_null(strstr(line, "…"), "cut in %d columns: %s", cols, line);
	cr_expect_leq(utf8_cols(line), cols - 1, "%d columns: %s", cols, line);
	cr_expect(strstr(line, a) && strstr(line, b), "no %s %s in %d columns: %s", a, b, cols,
		  line);
	free(line);
}

ParameterizedTest(const struct line_case *p, headline, lines, .fini = end)
{
	screen_begin(&s, p->login, 80, 24);
	s.context.now.today = p->today;
	for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
		struct arena a = ARENA_INIT;
		struct frame_text f = {0};
		struct err e = ERR_INIT;

		if (!screen_language(languages[i]))
			continue;
		cr_assert_eq(session_frame(&s.context, &a, &f, &e), 0, "%s", e.text);
		for (int cols = NARROWEST; cols <= WIDEST; cols++) {
			expect_line(&f.work, cols, s.person.name, "");
			expect_line(&f.period, cols, p->due, p->closes);
		}
		arena_free(&a);
	}
}

Test(headline, what_waits_stands_there_before_all_other_counters, .fini = end)
{
	screen_begin(&s, "gu", 40, 24);
	cr_expect(screen_has(&s, "2021Q4 due 12-31"));
	cr_expect(screen_has(&s, "late 1"));
	cr_expect_not(screen_has(&s, "owed"));
	screen_resize(&s, 80, 24);
	cr_expect(screen_has(&s, "4th quarter of 2021 due 12-31, 30 workdays"));
	cr_expect(screen_has(&s, "owed 4  sent 0  returned 1  late 1"));
}
