/* Cases to learn from, and pilots: handed in by the unit, decided on by the office, read by all. */
#include "tests/tui/screen.h"
#include "tests/support/seen.h"

#include "core/i18n.h"
#include "db/report/store_case.h"
#include "tui/home/resume.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

static struct screen s;

static void end(void)
{
	screen_end(&s);
}
TestSuite(cases, .fini = end);

static void hand_in(void)
{
	screen_open(&s, &view_case_form, (struct view_args){.id = district_action(&s.d, "4")});
	cr_assert_str_eq(screen_top(&s), "case-form", "%s", app_message(s.app));
	screen_type(&s, "一校一策改照明");
	screen_press(&s, "Tab");
	screen_type(&s, "先测后改,新发近视下降。");
	screen_press(&s, "F9");
}

Test(cases, from_the_menu_of_an_action_to_the_form_and_back)
{
	screen_begin(&s, "chen", 100, 30);
	screen_open(&s, &view_action, (struct view_args){.id = district_action(&s.d, "4")});
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "Cases to learn from"));
	cr_expect_not(screen_has(&s, "pilot"), "the office's");
	screen_press(&s, "Esc");
	screen_open(&s, &view_cases, (struct view_args){.id = district_action(&s.d, "4")});
	cr_expect(screen_has(&s, "No case to learn from yet"));
	screen_press(&s, "Tab");
	cr_assert_str_eq(screen_top(&s), "case-form", "%s", app_message(s.app));
	screen_type(&s, "一校一策改照明");
	screen_press(&s, "F9");
	cr_expect_str_eq(screen_top(&s), "case-form", "a text is needed");
	cr_expect(screen_has(&s, "tell the case"));
	screen_type(&s, "先测后改,新发近视下降。");
	screen_press(&s, "F9");
	cr_expect_str_eq(screen_top(&s), "cases", "%s", app_message(s.app));
	cr_expect(screen_has(&s, "一校一策改照明"));
	cr_expect(screen_has(&s, "handed in"));
}

Test(cases, a_new_one_is_under_the_cursor)
{
	static const char *const titles[] = {"甲", "乙", "丙"};

	screen_begin(&s, "chen", 100, 30);
	screen_open(&s, &view_cases, (struct view_args){.id = district_action(&s.d, "4")});
	for (int i = 0; i < 3; i++) {
		screen_press(&s, "Tab");
		screen_type(&s, titles[i]);
		screen_press(&s, "Tab");
		screen_type(&s, "先测后改");
		screen_press(&s, "F9");
		cr_assert_str_eq(screen_top(&s), "cases", "%s", app_message(s.app));
		screen_press(&s, "Enter");
		cr_assert_str_eq(screen_top(&s), "case");
		cr_expect(screen_has(&s, titles[i]), "%s", titles[i]);
		screen_press(&s, "Esc");
	}
}

Test(cases, what_is_typed_is_kept)
{
	screen_begin(&s, "chen", 100, 30);
	screen_open(&s, &view_case_form, (struct view_args){.id = district_action(&s.d, "4")});
	screen_type(&s, "一校一策改照明");
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "home");
	resume_offer(s.app);
	screen_press(&s, "");
	cr_expect(screen_has(&s, "a case of 4 中小学健康促进行动 (title)"));
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "case-form");
	cr_expect(screen_has(&s, "一校一策改照明"));
}

Test(cases, the_unit_changes_and_proves_until_the_office_decides)
{
	screen_begin(&s, "chen", 100, 30);
	hand_in();
	cr_expect_str_eq(screen_top(&s), "home", "%s", app_message(s.app));
	screen_open(&s, &view_case, (struct view_args){.id = 1});
	screen_press(&s, "Enter 1");
	cr_expect_str_eq(screen_top(&s), "case-form");
	screen_press(&s, "End");
	screen_type(&s, "三步走");
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "一校一策改照明三步走"), "%s", app_message(s.app));
	screen_press(&s, "Enter 2");
	cr_assert_str_eq(screen_top(&s), "evidence-new");
	screen_type(&s, "照度测量记录");
	screen_press(&s, "F9");
	cr_expect_str_eq(screen_top(&s), "case", "%s", app_message(s.app));
	cr_expect(screen_has(&s, "照度测量记录"));
}

Test(cases, the_office_says_why_not_and_selects_after_all)
{
	screen_begin(&s, "chen", 100, 30);
	hand_in();
	screen_leave(&s);
	screen_sit(&s, "admin", 100, 30);
	screen_press(&s, "0 6");
	cr_expect(screen_has(&s, "Cases to learn from"));
	screen_press(&s, "Esc");
	screen_open(&s, &view_cases, (struct view_args){0});
	cr_expect(screen_has(&s, "一校一策改照明"));
	screen_press(&s, "Enter Enter 2");
	screen_type(&s, "缺前后数据");
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "缺前后数据"), "%s", app_message(s.app));
	cr_expect(screen_has(&s, "not selected"));
	screen_press(&s, "Enter");
	cr_expect_not(screen_has(&s, "Do not select it"));
	screen_press(&s, "1 Enter");
	cr_expect(screen_has(&s, "The case is selected."), "%s", app_message(s.app));
	cr_expect_not(screen_has(&s, "缺前后数据"));
	screen_leave(&s);
	screen_sit(&s, "wei", 100, 30);
	screen_open(&s, &view_cases, (struct view_args){0});
	cr_expect(screen_has(&s, "一校一策改照明"), "selected ones are everybody's");
}

Test(cases, the_unit_is_told_what_the_office_has_decided)
{
	screen_begin(&s, "chen", 100, 30);
	hand_in();
	screen_leave(&s);
	screen_sit(&s, "admin", 100, 30);
	screen_open(&s, &view_case, (struct view_args){.id = 1});
	screen_press(&s, "Enter 2");
	screen_type(&s, "缺前后数据");
	screen_press(&s, "F9");
	screen_leave(&s);
	screen_sit(&s, "chen", 100, 30);
	cr_expect(screen_has(&s, "Case \"一校一策改照明\": not selected: 缺前后数据"));
	screen_press(&s, "Tab Enter");
	cr_assert_str_eq(screen_top(&s), "case");
	screen_press(&s, "Esc");
	cr_expect_not(screen_has(&s, "缺前后数据"), "looked at");
	screen_leave(&s);
	screen_sit(&s, "admin", 100, 30);
	screen_open(&s, &view_case, (struct view_args){.id = 1});
	screen_press(&s, "Enter 1 Enter");
	screen_leave(&s);
	screen_sit(&s, "chen", 100, 30);
	cr_expect(screen_has(&s, "Case \"一校一策改照明\": selected"), "decided anew");
}

Test(cases, the_reason_is_gone_on_with_where_it_was_left)
{
	screen_begin(&s, "chen", 100, 30);
	hand_in();
	screen_leave(&s);
	screen_sit(&s, "admin", 100, 30);
	screen_open(&s, &view_case, (struct view_args){.id = 1});
	screen_press(&s, "Enter 2");
	screen_type(&s, "缺前后数据");
	screen_press(&s, "Esc Esc");
	cr_assert_str_eq(screen_top(&s), "office");
	cr_expect(screen_has(&s, "A case to learn from was handed in by 区教育局: 一校一策改照明"));
	resume_offer(s.app);
	cr_assert_str_eq(screen_top(&s), "resume");
	screen_press(&s, "1");
	cr_assert_str_eq(screen_top(&s), "write");
	cr_expect(screen_has(&s, "缺前后数据"));
	screen_press(&s, "F9");
	cr_expect_str_eq(screen_top(&s), "case");
	cr_expect(screen_has(&s, "its unit reads why"), "%s", app_message(s.app));
}

Test(cases, the_office_makes_an_action_a_pilot)
{
	screen_begin(&s, "admin", 100, 30);
	screen_press(&s, "0 2 Down");
	screen_press(&s, "Enter");
	cr_assert(screen_has(&s, "Make it a pilot"));
	screen_press(&s, "Esc");
	screen_open(&s, &view_action, (struct view_args){.id = district_action(&s.d, "1")});
	cr_expect_not(screen_has(&s, "pilot"));
	struct actor who = district_actor(&s.d, "admin");
	cr_assert_eq(store_pilot_set(s.d.s, &who, district_action(&s.d, "1"),
				     seen_action(s.d.s, district_action(&s.d, "1")), true, NULL,
				     &s.d.e),
		     0, "%s", s.d.e.text);
	screen_press(&s, "F5");
	cr_expect(screen_has(&s, "The action is a pilot."));
	screen_press(&s, "Esc F5");
	cr_expect(screen_has(&s, "(pilot)"));
}

static void look(const char *language)
{
	if (!screen_language(language))
		cr_skip_test("no translation here");
	screen_begin(&s, "chen", 80, 24);
	screen_open(&s, &view_case_form, (struct view_args){.id = district_action(&s.d, "4")});
	screen_golden(&s, "case-form");
	screen_type(&s, "一校一策改照明");
	screen_press(&s, "Tab");
	screen_type(&s, "先测后改,新发近视下降。");
	screen_press(&s, "F9");
	screen_open(&s, &view_cases, (struct view_args){0});
	screen_golden(&s, "cases");
	screen_press(&s, "Enter");
	screen_golden(&s, "case");
}

Test(cases, look_in_english)
{
	look("en");
}

Test(cases, look_in_chinese)
{
	look("zh_CN");
}
