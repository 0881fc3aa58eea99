/* The screen for searching: what it looks like, and ways through it without a letter key but those
 * of the words. */
#include "db/cycle/store_notice.h"
#include "db/cycle/store_request.h"
#include "db/report/store_case.h"
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

static struct screen s;

static void begin(const char *login, const char *words)
{
	screen_language("en");
	screen_begin(&s, login, 80, 24);
	screen_open(&s, &view_search, (struct view_args){.text = words});
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(search_screen, .fini = end);

Test(search_screen, finds_while_one_types)
{
	begin("admin", NULL);
	cr_expect(screen_has(&s, "Type words that stand in an action"));
	screen_type(&s, "健");
	cr_expect(screen_has(&s, "全民健身行动"));
	screen_type(&s, "康讲座");
	cr_expect_not(screen_has(&s, "全民健身行动"));
	cr_expect(screen_has(&s, "健康知识普及行动"));
	screen_press(&s, "Backspace Backspace Backspace");
	cr_expect(screen_has(&s, "全民健身行动"));
	screen_type(&s, "没有的词");
	cr_expect(screen_has(&s, "Nothing that you may read"));
}

Test(search_screen, a_number_finds_its_action_and_ctrl_u_empties_the_line)
{
	begin("admin", NULL);
	screen_type(&s, "5.2");
	cr_expect(screen_has(&s, "做实家庭医生签约"));
	screen_press(&s, "Ctrl-U");
	cr_expect(screen_has(&s, "Type words that stand in an action"));
	screen_type(&s, "５．２");
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "action");
	cr_expect(screen_has(&s, "做实家庭医生签约"));
}

Test(search_screen, what_goes_on_beyond_the_edge_says_so)
{
	begin("admin", "健康");
	cr_expect_not(screen_has(&s, "…"));
	screen_resize(&s, 60, 20);
	cr_expect(screen_has(&s, "举办…"));
}

Test(search_screen, arrows_move_and_enter_opens)
{
	begin("admin", "视力筛查");
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "action");
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "search");
	cr_expect(screen_has(&s, "视力筛查"), "the words are still there");
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "office");
}

Test(search_screen, a_report_opens_to_be_read)
{
	begin("admin", "讲师团进社区");
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "review");
}

Test(search_screen, a_milestone_opens_its_menu)
{
	begin("chen", "近视率监测");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "Mark as done"));
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "search");
}

Test(search_screen, evidence_opens_where_it_proves)
{
	begin("chen", "56号");
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "evidence");
	cr_expect(screen_has(&s, "云教〔2021〕56号"));
}

/* An instruction, a request and a case, with the same word in each. */
static void write_cycle(void)
{
	struct actor zhou = district_actor(&s.d, "zhou"), chen = district_actor(&s.d, "chen");
	int64_t action = district_action(&s.d, "4"), unit = district_unit(&s.d, "区教育局");
	struct instruction_new in = {.action_id = action,
				     .unit_id = unit,
				     .text = "请核实视力档案",
				     .by = {2021, 11, 30}};
	struct request_new ask = {.kind = REQUEST_COMPLETION,
				  .unit_id = unit,
				  .action_id = action,
				  .percent = -1,
				  .reason = "视力档案全部建立",
				  .done = "",
				  .problems = "",
				  .next = ""};
	struct case_new good = {.action_id = action,
				.unit_id = unit,
				.title = "视力档案随学籍走",
				.text = "转学不断档"};
	struct notice_rows notices;
	struct request_row request;
	struct case_row row;

	cr_assert_eq(store_instruct(s.d.s, &zhou, &in, &s.d.a, &notices, NULL, &s.d.e), 0, "%s",
		     s.d.e.text);
	cr_assert_eq(store_request_ask(s.d.s, &chen, &ask, &s.d.a, &request, NULL, &s.d.e), 0, "%s",
		     s.d.e.text);
	cr_assert_eq(store_case_put(s.d.s, &chen, &good, &s.d.a, &row, NULL, &s.d.e), 0, "%s",
		     s.d.e.text);
}

Test(search_screen, notices_requests_and_cases_open_to_be_read)
{
	static const char *const screens[] = {"notice", "request", "case"};

	begin("chen", NULL);
	write_cycle();
	screen_type(&s, "视力档案");
	cr_expect(screen_has(&s, "视力档案随学籍走"));
	for (size_t i = 0; i < 3; i++) {
		screen_press(&s, "Enter");
		cr_expect_str_eq(screen_top(&s), screens[i]);
		screen_press(&s, "Esc Down");
		cr_expect_str_eq(screen_top(&s), "search");
	}
}

Test(search_screen, letters_find_by_pinyin)
{
	begin("admin", NULL);
	screen_type(&s, "xljk");
	cr_expect(screen_has(&s, "心理健康促进行动"));
	screen_press(&s, "Backspace Backspace Backspace Backspace");
	screen_type(&s, "tyj");
	cr_expect(screen_has(&s, "区体育局"));
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "unit");
}

Test(search_screen, tab_goes_through_the_plans_that_are_searched)
{
	begin("admin", "健康");
	cr_expect(screen_has(&s, "in this plan"));
	screen_press(&s, "Tab");
	cr_expect(screen_has(&s, "in all open plans"));
	screen_press(&s, "Tab");
	cr_expect(screen_has(&s, "in closed plans too"));
	screen_press(&s, "Tab");
	cr_expect(screen_has(&s, "in this plan"));
}

Test(search_screen, more_of_a_kind_and_back)
{
	begin("admin", "区");
	cr_expect(screen_has(&s, "more of these"));
	screen_press(&s, "PgDn PgDn Enter");
	cr_expect_not(screen_has(&s, "more of these"), "all of them fit");
	cr_expect_not(screen_has(&s, "reports"));
	cr_expect(screen_has(&s, "区卫生健康局"));
	screen_press(&s, "Esc");
	cr_expect(screen_has(&s, "more of these"));
	screen_press(&s, "Down Down Esc");
	cr_expect_str_eq(screen_top(&s), "search", "from the hits to the words");
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "office");
}

Test(search_screen, a_unit_finds_nothing_of_others)
{
	begin("chen", "家庭医生");
	cr_expect(screen_has(&s, "Nothing that you may read"));
	screen_resize(&s, 60, 20);
	cr_expect(screen_has(&s, "家庭医生"));
}

struct shot {
	char name[24], login[8], words[24];
	int cols, rows;
};

#define THREE_SIZES(name, login, words)                                                            \
	{name, login, words, 80, 24}, {name, login, words, 60, 20},                                \
	{                                                                                          \
		name, login, words, 132, 43                                                        \
	}

static const struct shot shots[] = {
	THREE_SIZES("search", "admin", "健康"),
	THREE_SIZES("search-words", "chen", "监测 近视"),
	{"search-empty", "chen", "", 80, 24},
	{"search-nothing", "chen", "家庭医生", 80, 24},
};

static void take(const struct shot *shot, const char *language)
{
	if (!screen_language(language))
		cr_skip_test("no translation has been built");
	screen_begin(&s, shot->login, shot->cols, shot->rows);
	screen_open(&s, &view_search, (struct view_args){.text = shot->words});
	screen_golden(&s, shot->name);
}

ParameterizedTestParameters(search_screen, english)
{
	return cr_make_param_array(const struct shot, (void *)shots,
				   sizeof shots / sizeof shots[0]);
}
ParameterizedTest(const struct shot *shot, search_screen, english)
{
	take(shot, "en");
}

ParameterizedTestParameters(search_screen, chinese)
{
	return cr_make_param_array(const struct shot, (void *)shots,
				   sizeof shots / sizeof shots[0]);
}
ParameterizedTest(const struct shot *shot, search_screen, chinese)
{
	take(shot, "zh_CN");
}
