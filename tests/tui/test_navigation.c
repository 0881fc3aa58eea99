/* Ways through the screens that need no letter key, for each post; what empty screens say. */
#include "db/plan/store_plan.h"
#include "tests/tui/screen.h"
#include "tests/support/seen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

static struct screen s;

static void end(void)
{
	screen_end(&s);
}

static void begin(const char *login)
{
	screen_language("en");
	screen_begin(&s, login, 80, 24);
}

TestSuite(navigation, .fini = end);

Test(navigation, every_tab_of_an_action_by_arrows_and_by_digits)
{
	static const char *const texts[] = {
		"Targets",	    "accepted",	       "秋季近视率监测数据上报",
		"云教〔2021〕56号", "report accepted", "No notice, instruction or request"};

	begin("chen");
	screen_press(&s, "Down Enter 1");
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		cr_expect(screen_has(&s, texts[i]), "tab %zu by arrow", i + 1);
		screen_press(&s, "Right");
	}
	cr_expect(screen_has(&s, texts[0]), "the tabs go round");
	screen_press(&s, "4");
	cr_expect(screen_has(&s, texts[3]));
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "home");
}

Test(navigation, the_overview_scrolls_to_the_end_of_the_clause)
{
	begin("chen");
	screen_resize(&s, 60, 16);
	screen_press(&s, "Down Enter 1");
	cr_expect_not(screen_has(&s, "2021年12月底前完成"));
	screen_press(&s, "End");
	cr_expect(screen_has(&s, "2021年12月底前完成"));
	screen_press(&s, "Home");
	cr_expect(screen_has(&s, "To be done by 2021-12-31"));
}

Test(navigation, the_main_menu_leads_back_to_the_first_screen)
{
	begin("chen");
	screen_press(&s, "0 2");
	cr_expect_str_eq(screen_top(&s), "plan");
	screen_press(&s, "F10 3");
	cr_expect_eq(app_depth(s.app), 2, "screens of the menu stand on the first one");
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "home");
	screen_press(&s, "0 Esc F10 F10");
	cr_expect_str_eq(screen_top(&s), "home", "the key that opens the menu closes it");
}

Test(navigation, find_an_action_by_the_name_of_a_unit)
{
	begin("admin");
	screen_press(&s, "0 2 /");
	screen_type(&s, "镇街");
	cr_expect(screen_has(&s, "做实家庭医生签约"));
	cr_expect(screen_has(&s, "1 of 7 actions"));
	cr_expect(screen_has(&s, "二 护佑重点人群"), "the section stays in sight");
}

Test(navigation, narrow_by_role_and_lamp_and_back)
{
	begin("chen");
	screen_press(&s, "0 2 Right");
	cr_expect(screen_has(&s, "1 of 4 actions"));
	screen_press(&s, "Right");
	cr_expect(screen_has(&s, "3 of 4 actions"));
	screen_press(&s, "Tab");
	cr_expect(screen_has(&s, "Nothing here is like this"));
	screen_press(&s, "Esc");
	cr_expect(screen_has(&s, "4 of 4 actions"));
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "home");
}

Test(navigation, the_office_assigns_a_unit)
{
	begin("admin");
	screen_press(&s, "0 2 End Enter 1 Enter 1");
	screen_type(&s, "区教育局");
	screen_press(&s, "Enter 1");
	cr_expect(screen_has(&s, "区教育局 has its part in this action now: lead."), "%s",
		  app_message(s.app));
	cr_expect(screen_has(&s, "lead    区教育局"));
}

Test(navigation, the_office_opens_a_unit_and_a_report)
{
	begin("admin");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "What 区教育局 owes"));
	screen_press(&s, "Esc Tab Enter");
	cr_expect_str_eq(screen_top(&s), "review");
	cr_expect(screen_has(&s, "讲师团进社区92场"));
}

Test(navigation, a_leader_goes_from_a_section_to_its_actions)
{
	begin("zhou");
	screen_press(&s, "Down Enter");
	cr_expect_str_eq(screen_top(&s), "plan");
	cr_expect(screen_has(&s, "4 of 4 actions"));
	cr_expect_not(screen_has(&s, "普及健康生活"));
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "action", "who only reads needs no menu");
}

Test(navigation, a_leader_finds_an_action_in_any_section)
{
	begin("zhou");
	cr_expect_not(screen_has(&s, "p print"));
	screen_press(&s, "/");
	screen_type(&s, "镇街");
	cr_expect(screen_has(&s, "1 of 7 actions"));
}

Test(navigation, another_post_is_another_first_screen)
{
	begin("admin");
	cr_expect_str_eq(screen_top(&s), "office");
	screen_press(&s, "0 9 1 1");
	cr_expect_str_eq(screen_top(&s), "people");
	cr_expect(screen_has(&s, "administrator"));
	screen_press(&s, "0");
	cr_expect_not(screen_has(&s, "All actions"), "an administrator reads no plans");
}

Test(navigation, a_closed_plan_can_be_read)
{
	struct actor office;

	begin("admin");
	office = district_actor(&s.d, "admin");
	cr_assert_eq(store_plan_close(s.d.s, &office, "yx2021", seen_plan(s.d.s, "yx2021"), "done",
				      NULL, &s.d.e),
		     0, "%s", s.d.e.text);
	screen_press(&s, "F5 0 2");
	cr_expect(screen_has(&s, "健康知识普及行动"));
	cr_expect(screen_has(&s, "this plan is closed"));
}

Test(navigation, without_a_plan_every_first_screen_says_what_to_do)
{
	screen_language("en");
	screen_begin_empty(&s, "admin", 80, 24);
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "import-files", "the office chooses a document");
	screen_press(&s, "Esc 0 2");
	cr_expect(screen_has(&s, "There is no plan yet"));
	screen_press(&s, "Esc");
	screen_open(&s, &view_overview, (struct view_args){0});
	cr_expect(screen_has(&s, "There is no plan yet"));
}

Test(navigation, no_change_can_be_reported_from_all_actions_too)
{
	begin("chen");
	screen_press(&s, "0 2 4 = Enter");
	cr_expect(screen_has(&s, "no change reported"), "%s", app_message(s.app));
}

Test(navigation, the_own_part_is_one_key_away_among_the_reports)
{
	begin("chen");
	screen_press(&s, "1 Enter 1 2 Enter");
	cr_expect_str_eq(screen_top(&s), "report", "%s", screen_top(&s));
	cr_expect(screen_has(&s, "区教育局"));
}

Test(navigation, another_units_milestone_says_whose_it_is)
{
	begin("chen");
	screen_press(&s, "1 Enter 4 Enter");
	cr_expect(screen_has(&s, "Mark as done"));
	cr_expect(screen_has(&s, "区卫生健康局 │"), "the note says why it cannot be chosen");
	screen_press(&s, "4");
	cr_expect_str_eq(screen_top(&s), "milestone", "%s", screen_top(&s));
}

Test(navigation, the_lead_marks_the_common_deadline_done)
{
	begin("chen");
	screen_press(&s, "Down Enter 1 3 Down");
	cr_expect(screen_has(&s, "deadline               区教育局 open"));
	screen_press(&s, "Enter 1 F9");
	cr_expect_str_eq(screen_top(&s), "action", "%s", screen_top(&s));
	cr_expect(screen_has(&s, "deadline               区教育局 done"));
}

Test(navigation, a_leader_is_told_who_changes_milestones)
{
	begin("zhou");
	screen_press(&s, "Enter Enter 1 3 Enter");
	cr_expect(screen_has(&s, "Milestones are changed by their units and by the office."));
}
