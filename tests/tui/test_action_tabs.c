/* The tabs of an action as lists: finding in them, where the cursor begins, what Enter opens. */
#include "db/cycle/store_notice.h"
#include "db/cycle/store_request.h"
#include "db/report/store_milestone.h"
#include "tests/support/canvas_dump.h"
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

static struct screen s;

static void end(void)
{
	screen_end(&s);
}

TestSuite(action_tabs, .fini = end);

static void open_tab(const char *login, const char *action, enum action_tab tab)
{
	screen_language("en");
	screen_begin(&s, login, 80, 24);
	screen_open(&s, &view_action,
		    (struct view_args){.id = district_action(&s.d, action), .tab = (int)tab});
}

Test(action_tabs, each_is_found_in_as_one_types)
{
	static const struct {
		enum action_tab tab;
		const char *words, *found, *gone;
	} cases[] = {
		{ACTION_TAB_PROGRESS, "wsjkj", "区卫生健康局", "团区委"},
		{ACTION_TAB_PROGRESS, "accepted 40%", "Nothing here has these words", "团区委"},
		{ACTION_TAB_MILESTONES, "overdue", "秋季近视率监测数据上报", "教室照明改造完工"},
		{ACTION_TAB_EVIDENCE, "qjxssl", "秋季学生视力筛查", "Nothing here"},
		{ACTION_TAB_HISTORY, "chenyu", "陈雨", "王立"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		open_tab("zhou", "4", cases[i].tab);
		screen_press(&s, "/");
		screen_type(&s, cases[i].words);
		cr_expect(screen_has(&s, cases[i].found), "%s", cases[i].words);
		cr_expect_not(screen_has(&s, cases[i].gone), "%s", cases[i].words);
		screen_press(&s, "Esc");
		cr_expect_str_eq(screen_top(&s), "action", "Esc takes the words away first");
		screen_end(&s);
	}
	open_tab("admin", "4", ACTION_TAB_HISTORY);
}

Test(action_tabs, digits_are_words_while_one_types_and_tabs_else)
{
	open_tab("chen", "4", ACTION_TAB_MILESTONES);
	screen_press(&s, "/");
	screen_type(&s, "2022");
	cr_expect(screen_has(&s, "[3 milestones]"));
	cr_expect(screen_has(&s, "教室照明改造完工"));
	cr_expect_not(screen_has(&s, "秋季近视率"));
	screen_press(&s, "Esc 4");
	cr_expect(screen_has(&s, "[4 evidence]"));
	screen_press(&s, "3");
	cr_expect(screen_has(&s, "秋季近视率"));
}

/* What is over stays in the list, but nobody begins with it. */
Test(action_tabs, a_new_milestone_is_under_the_cursor)
{
	open_tab("chen", "4", ACTION_TAB_MILESTONES);
	screen_press(&s, "a");
	cr_assert_str_eq(screen_top(&s), "milestone", "%s", app_message(s.app));
	screen_type(&s, "家长会");
	screen_press(&s, "Tab");
	screen_type(&s, "2021-12-24");
	screen_press(&s, "F9");
	cr_assert_str_eq(screen_top(&s), "action", "%s", app_message(s.app));
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "menu");
	cr_expect(screen_has(&s, "─ 家长会 ─"));
}

Test(action_tabs, milestones_begin_with_the_first_open_one)
{
	struct milestone_new early = {.title = "动员会", .due = {2021, 11, 1}, .note = ""};
	struct milestone_row row;
	struct actor chen;

	open_tab("chen", "4", ACTION_TAB_OVERVIEW);
	chen = district_actor(&s.d, "chen");
	early.action_id = district_action(&s.d, "4");
	early.unit_id = district_unit(&s.d, "区教育局");
	cr_assert_eq(store_milestone_put(s.d.s, &chen, &early, &s.d.a, &row, NULL, &s.d.e), 0);
	cr_assert_eq(store_milestone_step(s.d.s, &chen, row.id, row.version, MILESTONE_FINISH,
					  early.due, "", NULL, &s.d.e),
		     0, "%s", s.d.e.text);
	screen_press(&s, "3");
	int y = grid_find(app_grid(s.app), "▌");

	cr_expect_gt(y, grid_find(app_grid(s.app), "动员会"));
	cr_expect_eq(y, grid_find(app_grid(s.app), "秋季近视率监测数据上报"));
}

Test(action_tabs, enter_shows_the_whole_of_what_changed)
{
	open_tab("admin", "4", ACTION_TAB_HISTORY);
	screen_press(&s, "Enter");
	cr_expect_str_neq(screen_top(&s), "action");
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "action");
}

/* A leader's instruction to its lead, and then the lead asks for the close-out. */
static void deal(void)
{
	struct actor zhou = district_actor(&s.d, "zhou"), chen = district_actor(&s.d, "chen");
	struct instruction_new in = {.action_id = district_action(&s.d, "4"),
				     .text = "请尽快完成筛查",
				     .by = {2021, 11, 26}};
	struct request_new ask = {.kind = REQUEST_COMPLETION,
				  .unit_id = district_unit(&s.d, "区教育局"),
				  .action_id = in.action_id,
				  .percent = -1,
				  .reason = "四十所学校全部完成筛查",
				  .done = "",
				  .problems = "",
				  .next = ""};
	struct notice_rows notices;
	struct request_row request;

	cr_assert_eq(store_instruct(s.d.s, &zhou, &in, &s.d.a, &notices, NULL, &s.d.e), 0, "%s",
		     s.d.e.text);
	chen.now.utc += 60;
	cr_assert_eq(store_request_ask(s.d.s, &chen, &ask, &s.d.a, &request, NULL, &s.d.e), 0, "%s",
		     s.d.e.text);
	screen_press(&s, "F5");
}

Test(action_tabs, dealings_are_all_that_went_back_and_forth_newest_first)
{
	open_tab("chen", "4", ACTION_TAB_DEALINGS);
	cr_expect(screen_has(&s, "No notice, instruction or request on this action so far."));
	deal();
	int asked = grid_find(app_grid(s.app), "completion");

	cr_expect_gt(asked, 0);
	cr_expect_gt(grid_find(app_grid(s.app), "instruction yx2021 no. 1: 请尽快"), asked);
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "request");
	screen_press(&s, "Esc Down Enter");
	cr_expect_str_eq(screen_top(&s), "notice");
	screen_press(&s, "Enter 1");
	screen_type(&s, "周五前完成");
	screen_press(&s, "F9 Esc");
	cr_expect(screen_has(&s, "周五前完成"), "%s", app_message(s.app));
	screen_press(&s, "/");
	screen_type(&s, "周五");
	cr_expect(screen_has(&s, "instruction yx2021"));
	cr_expect_not(screen_has(&s, "四十所学校"));
}

Test(action_tabs, dealings_of_others_are_not_a_units_to_read)
{
	open_tab("wei", "4", ACTION_TAB_DEALINGS);
	deal();
	cr_expect(screen_has(&s, "No notice, instruction or request on this action so far."));
	screen_end(&s);
	open_tab("admin", "4", ACTION_TAB_DEALINGS);
	deal();
	cr_expect(screen_has(&s, "instruction yx2021 no. 1"));
	cr_expect(screen_has(&s, "completion"));
}

Test(action_tabs, dealings_look)
{
	static const struct {
		int cols, rows;
		const char *language;
	} looks[] = {{80, 24, "en"},	{60, 20, "en"},	   {132, 43, "en"},
		     {80, 24, "zh_CN"}, {60, 20, "zh_CN"}, {132, 43, "zh_CN"}};

	open_tab("admin", "4", ACTION_TAB_DEALINGS);
	deal();
	for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++) {
		screen_leave(&s);
		if (!screen_language(looks[i].language))
			cr_skip_test("no translation has been built");
		screen_sit(&s, "admin", looks[i].cols, looks[i].rows);
		screen_open(&s, &view_action,
			    (struct view_args){.id = district_action(&s.d, "4"),
					       .tab = ACTION_TAB_DEALINGS});
		screen_golden(&s, "action-dealings");
	}
}

Test(action_tabs, every_tab_stands_any_size)
{
	static const int sizes[][2] = {{200, 60}, {80, 24}, {60, 20}, {40, 10}, {20, 5}, {132, 43}};

	open_tab("admin", "6", ACTION_TAB_PROGRESS);
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		screen_resize(&s, sizes[i][0], sizes[i][1]);
		screen_press(&s, "2 Down / x Enter Down Esc 3 Down 4 Down 5 Down 6 Down 1");
	}
	cr_expect_str_eq(screen_top(&s), "action");
}
