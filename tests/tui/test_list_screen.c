/* Finding in a list with headings, what is shown as found, views with a name, the mouse; then the
 * same with keys on the screens of a district. */
#include "tui/part/list_saved.h"

#include "db/report/store_evidence.h"
#include "tests/support/canvas_dump.h"
#include "tests/support/clock.h"
#include "tests/tui/list_desk.h"
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct desk d;

static const struct desk_row tree[] = {
	{-1, "", "(一) 普及", "", -1, 0}, {1, "1", "健身行动", "3", 10, 0},
	{2, "2", "减盐行动", "1", 20, 0}, {-2, "", "(二) 护佑", "", -1, 0},
	{3, "3", "爱眼行动", "2", 30, 0}, {4, "4", "健身步道", "4", -1, 0},
};

static void begin(void)
{
	desk_begin(&d, 10);
	desk_load(&d, tree, sizeof tree / sizeof tree[0], false);
}

static void end(void)
{
	desk_end(&d);
}

TestSuite(list_screen, .init = begin, .fini = end);

Test(list_screen, a_heading_stays_while_a_row_below_it_is_found)
{
	desk_type(&d, "步道");
	cr_expect_str_eq(desk_ids(&d), "-2 >4");
	cr_expect_eq(d.screen.nfound, 1);
	desk_act(&d, DO_BACK);
	cr_expect_str_eq(desk_ids(&d), "-1 1 2 -2 3 >4", "the cursor stays on what was found");
	desk_type(&d, "护佑");
	cr_expect_str_eq(desk_ids(&d), "", "headings are not what is looked for");
	cr_expect(grid_has(desk_draw(&d), "Nothing here has these words"));
}

Test(list_screen, what_is_found_is_shown_in_its_cell)
{
	desk_type(&d, "步道 健");
	char *dump = grid_dump(desk_draw(&d), true);

	cr_expect(strstr(dump, "\n▌ 4   健身步道 "), "%s", dump);
	cr_expect(strstr(dump, "\n.<.....mm..mmmm....."), "%s", dump);
	free(dump);
}

Test(list_screen, a_view_is_written_and_read_back)
{
	char *text;

	desk_type(&d, "行动");
	list_screen_sort(&d.screen, &d.view, DESK_COUNT, true);
	text = list_saved_write(&d.screen, &d.view);
	cr_expect_str_eq(text, "find=行动\nsort=-count\n");
	cr_expect_str_eq(desk_ids(&d), ">1 3 2");
	list_saved_read(&d.screen, &d.view, "");
	cr_expect_str_eq(desk_ids(&d), "-1 >1 2 -2 3 4");
	list_saved_read(&d.screen, &d.view, text);
	cr_expect_str_eq(desk_ids(&d), ">1 3 2");
	free(text);
	list_saved_read(&d.screen, &d.view, "sort=+no such column\nfuture=1\nfind=爱眼\n");
	cr_expect_str_eq(desk_ids(&d), "-2 >3", "what is not known is left out");
}

Test(list_screen, a_click_moves_and_a_click_on_a_head_sorts)
{
	struct point row = {.mouse = MOUSE_PRESS, .kind = TARGET_ROW, .index = 2};
	struct point head = {.mouse = MOUSE_PRESS, .kind = TARGET_HEAD, .index = DESK_COUNT};
	const struct target *t = grid_target_at(desk_draw(&d), 3, 5);

	cr_assert(t && t->kind == TARGET_ROW && t->index == 2);
	list_screen_point(&d.screen, &d.view, NULL, &row);
	cr_expect_str_eq(desk_ids(&d), "-1 1 >2 -2 3 4");
	list_screen_point(&d.screen, &d.view, NULL, &head);
	cr_expect_str_eq(desk_ids(&d), ">2 3 1 4");
	list_screen_point(&d.screen, &d.view, NULL, &head);
	cr_expect_str_eq(desk_ids(&d), "4 1 3 >2");
}

Test(list_screen, thousands_of_rows_are_found_in_while_one_types)
{
	enum { MANY = 3000 };
	static struct desk_row rows[MANY];
	static char names[MANY][64];

	for (int i = 0; i < MANY; i++) {
		snprintf(names[i], sizeof names[i], "第%d项健康促进行动区卫生健康局区教育局", i);
		rows[i] = (struct desk_row){i + 1, "", names[i], "", -1, 0};
	}
	desk_load(&d, rows, MANY, false);
	double start = clock_ms();
	desk_type(&d, "教育局 299");
	double took = clock_ms() - start;
	cr_expect_eq(d.screen.nfound, 13);
	cr_expect_lt(took, 250, "%.1f ms", took);
}

static struct screen s;

static void open_english(const char *login)
{
	screen_language("en");
	screen_begin(&s, login, 80, 24);
}

static void close_screen(void)
{
	screen_end(&s);
}

TestSuite(list_keys, .fini = close_screen);

Test(list_keys, sorting_without_letters)
{
	open_english("chen");
	screen_press(&s, "F3 2 3");
	cr_expect(screen_has(&s, "no.▲"));
	cr_expect_lt(grid_find(app_grid(s.app), "健康知识普及行动"),
		     grid_find(app_grid(s.app), "全民健身行动"));
	screen_press(&s, "F3 2 3");
	cr_expect(screen_has(&s, "no.▼"));
	cr_expect_gt(grid_find(app_grid(s.app), "健康知识普及行动"),
		     grid_find(app_grid(s.app), "全民健身行动"));
}

Test(list_keys, the_menu_of_an_item_leads_to_the_list)
{
	open_english("chen");
	screen_press(&s, "Enter End Enter");
	cr_expect(screen_has(&s, "Find by words"));
	screen_press(&s, "1");
	screen_type(&s, "jianshen");
	cr_expect(screen_has(&s, "全民健身行动"));
	cr_expect_not(screen_has(&s, "校园食堂减盐行动"));
	screen_press(&s, "Enter Enter");
	cr_expect_str_eq(screen_top(&s), "menu");
}

Test(list_keys, a_view_is_saved_used_and_forgotten)
{
	open_english("chen");
	screen_press(&s, "0 2 Tab F3 5 1");
	screen_type(&s, "红的");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "View: 红的"), "%s", app_message(s.app));
	screen_press(&s, "Esc");
	cr_expect_not(screen_has(&s, "View: 红的"));
	cr_expect(screen_has(&s, "4 of 4 actions"));
	screen_press(&s, "F3 5 1");
	cr_expect(screen_has(&s, "View: 红的"));
	cr_expect(screen_has(&s, "lamp < red >"));
	screen_press(&s, "Tab");
	cr_expect_not(screen_has(&s, "View: 红的"), "it is another now");
	screen_press(&s, "F3 5 3 1");
	cr_expect(screen_has(&s, "is forgotten"));
	screen_press(&s, "F3 5");
	cr_expect_not(screen_has(&s, "红的"));
}

Test(list_keys, a_heading_and_an_empty_list_have_the_menu_of_the_list)
{
	open_english("chen");
	screen_press(&s, "0 2 Home Enter");
	cr_expect(screen_has(&s, "Show one lamp only"));
	screen_press(&s, "Esc /");
	screen_type(&s, "没有的词");
	screen_press(&s, "Enter");
	cr_expect(strstr(app_message(s.app), "Nothing here has these words"));
	screen_press(&s, "F3");
	cr_expect(screen_has(&s, "Show all again"));
}

Test(list_keys, periods_begin_with_the_one_that_runs)
{
	open_english("admin");
	screen_open(&s, &view_periods, (struct view_args){0});
	cr_expect(screen_has(&s, "▌ 2021Q4"));
}

Test(list_keys, milestones_begin_with_what_is_to_be_done_next)
{
	open_english("chen");
	screen_open(&s, &view_milestone_list, (struct view_args){0});
	cr_expect(screen_has(&s, "▌ 11-15      overdue"));
	cr_expect(screen_has(&s, "deadline · 中小学"), "a name that says nothing has the action's");
}

Test(list_keys, all_actions_tell_whose_part_makes_the_lamp)
{
	open_english("wei");
	screen_press(&s, "0 2 4");
	cr_expect(screen_has(&s, "overall %"));
	cr_expect(screen_has(&s, "Own part: "));
	cr_expect(screen_has(&s, "区教育局: milestone"));
	screen_press(&s, "Esc");
	cr_expect_not(screen_has(&s, "overall"));
}

static void record(const char *title, struct date on)
{
	struct actor chen = district_actor(&s.d, "chen");
	struct evidence_new v = {.unit_id = district_unit(&s.d, "区教育局"),
				 .action_id = district_action(&s.d, "4"),
				 .kind = EVIDENCE_DOCUMENT,
				 .title = title,
				 .doc_no = title,
				 .on = on};
	struct evidence_row row;

	cr_assert_eq(store_evidence_add(s.d.s, &chen, &v, &s.d.a, &row, NULL, &s.d.e), 0, "%s",
		     s.d.e.text);
}

Test(list_keys, evidence_stands_by_its_day_and_names_its_actions)
{
	open_english("chen");
	record("早的文件", (struct date){2021, 3, 1});
	record("晚的文件", (struct date){2021, 11, 20});
	record("中间的文件", (struct date){2021, 7, 1});
	screen_open(&s, &view_evidence_list, (struct view_args){0});
	int late = grid_find(app_grid(s.app), "晚的文件");
	int between = grid_find(app_grid(s.app), "中间的文件");

	cr_expect_gt(late, 0);
	cr_expect_lt(late, between);
	cr_expect_lt(between, grid_find(app_grid(s.app), "早的文件"));
	cr_expect(screen_has(&s, "actions"));
}

Test(list_keys, words_in_a_folder_are_gone_in_the_next_one)
{
	open_english("admin");
	screen_open(&s, &view_import_files, (struct view_args){.text = "/usr"});
	screen_press(&s, "/");
	screen_type(&s, "share");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "Find: share"));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "/usr/share"));
	cr_expect_not(screen_has(&s, "Find:"));
}

static void click(int y, int x)
{
	script_mouse(s.script, MOUSE_PRESS, y, x);
	script_run(s.script, s.app);
}

Test(list_keys, the_mouse_does_what_keys_do)
{
	open_english("admin");
	screen_resize(&s, 132, 43);
	int y = grid_find(app_grid(s.app), "区体育局");

	click(y, 10);
	cr_expect(screen_has(&s, "▌ 区体育局"));
	click(y, 10);
	cr_expect(screen_has(&s, "What 区体育局 owes"), "on the row under the cursor it opens");
	screen_press(&s, "Esc");
	click(grid_find(app_grid(s.app), "lamps r/y/g"), 4);
	cr_expect(screen_has(&s, "unit▲"));
	click(10, 100);
	cr_expect(screen_has(&s, "[to review"), "a click beside goes to the other pane");
}

Test(list_keys, esc_leaves_a_saved_view_with_its_order)
{
	open_english("admin");
	screen_press(&s, "F3 2 2 F3 3 1");
	screen_type(&s, "by debt");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "View: by debt"));
	cr_expect(screen_has(&s, "owed▲"));
	screen_press(&s, "Esc");
	cr_expect_not(screen_has(&s, "▲"));
	cr_expect_str_eq(screen_top(&s), "office");
}

Test(list_keys, the_page_of_a_unit_names_its_actions_and_leads_to_them)
{
	open_english("admin");
	screen_open(&s, &view_unit, (struct view_args){.id = district_unit(&s.d, "区教育局")});
	cr_expect(screen_has(&s, "Actions in this plan"));
	cr_expect(screen_has(&s, "中小学健康促进行动"));
	screen_press(&s, "Enter 1");
	cr_expect_str_eq(screen_top(&s), "home");
}
