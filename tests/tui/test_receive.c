/* Receipt of tasks: what came in stands on the first screen, all is received with one answer, one
 * by its menu; an objection goes to the office, which sees what nobody has received. */
#include "db/cycle/store_receipt.h"
#include "db/people/store_unit.h"
#include "tests/tui/screen.h"
#include "tests/support/seen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

static struct screen s;

/* Two tasks that came this morning. */
static void assign(const char *no)
{
	struct actor office = district_actor(&s.d, "admin");

	cr_assert_eq(store_assign(s.d.s, &office, district_action(&s.d, no),
				  district_unit(&s.d, "区教育局"),
				  seen_part(s.d.s, district_action(&s.d, no),
					    district_unit(&s.d, "区教育局")),
				  ROLE_COOP, NULL, &s.d.e),
		     0, "%s", s.d.e.text);
}

static void begin_in(const char *language)
{
	screen_language(language);
	screen_begin(&s, "chen", 80, 24);
	assign("5.1");
	assign("6");
	screen_press(&s, "F5");
}

static void begin(void)
{
	begin_in("en");
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(receive, .init = begin, .fini = end);

static size_t count_unreceived(void)
{
	struct actor who = district_actor(&s.d, "chen");
	struct unreceived_rows rows;

	cr_assert_eq(store_unreceived_list(s.d.s, &s.d.a, &who, s.d.plan_id,
					   district_unit(&s.d, "区教育局"), &rows, &s.d.e),
		     0, "%s", s.d.e.text);
	return rows.n;
}

Test(receive, all_with_one_answer_that_names_them)
{
	cr_assert(screen_has(&s, "New tasks to receive: 2"));
	screen_press(&s, "Tab Enter");
	cr_assert_str_eq(screen_top(&s), "receive");
	screen_press(&s, "Tab");
	cr_expect(screen_has(&s, "2 tasks: 5.1 发展社区助餐; 6 心理"));
	cr_expect_eq(count_unreceived(), 2, "nothing before the answer");
	screen_press(&s, "Enter");
	cr_expect_eq(count_unreceived(), 0);
	cr_expect_str_eq(screen_top(&s), "home", "there is nothing more to do there");
	cr_expect(screen_has(&s, "2 tasks received"), "%s", app_message(s.app));
	cr_expect_not(screen_has(&s, "New tasks to receive"));
}

Test(receive, one_by_its_menu)
{
	screen_press(&s, "Tab Enter Enter 1");
	cr_expect_eq(count_unreceived(), 1);
	cr_expect_str_eq(screen_top(&s), "receive");
	screen_press(&s, "Enter");
	cr_expect_not(screen_has(&s, "Receive all"), "one is not all");
	screen_press(&s, "1");
	cr_expect_eq(count_unreceived(), 0);
	cr_expect_str_eq(screen_top(&s), "home");
}

Test(receive, the_lines_above_the_list_are_reached_by_arrows_too)
{
	screen_press(&s, "Up");
	cr_expect(screen_has(&s, "▌ 1 · New tasks"));
	screen_press(&s, "Down");
	cr_expect_not(screen_has(&s, "▌ 1 · New tasks"));
	screen_press(&s, "Up Esc");
	cr_expect_str_eq(screen_top(&s), "home", "back to the list, not out of it");
	cr_expect_not(screen_has(&s, "▌ 1 · New tasks"));
	screen_press(&s, "Tab 1");
	cr_expect_str_eq(screen_top(&s), "receive");
}

Test(receive, a_digit_in_the_list_goes_to_its_action_still)
{
	screen_press(&s, "4 Enter 1");
	cr_expect(screen_has(&s, "4 中小学健康促进行动 ─"));
}

Test(receive, an_objection_leaves_the_list_and_reaches_the_office)
{
	screen_press(&s, "Tab Enter Enter 3");
	cr_assert_str_eq(screen_top(&s), "request-form", "%s", app_message(s.app));
	screen_press(&s, "Tab");
	screen_type(&s, "助餐由民政部门负责");
	screen_press(&s, "F9 Enter");
	cr_expect(screen_has(&s, "Asked, number 1"), "%s", app_message(s.app));
	cr_expect_eq(count_unreceived(), 1);
	screen_leave(&s);
	screen_sit(&s, "admin", 80, 24);
	cr_expect(screen_has(&s, "objection: this is not our task"));
}

Test(receive, the_office_sees_what_nobody_has_received_and_for_how_long)
{
	screen_leave(&s);
	s.d.now.utc += INT64_C(3) * 24 * 60 * 60;
	screen_sit(&s, "admin", 80, 24);
	cr_assert(screen_has(&s, "Tasks not received by their units: 8"));
	screen_open(&s, &view_receive, (struct view_args){0});
	cr_expect(screen_has(&s, "区体育局"));
	screen_press(&s, "/");
	screen_type(&s, "区教育局");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "  3 5.1"), "days");
	/* It can do so for the unit, and is asked first. */
	screen_press(&s, "Enter 2 Enter");
	cr_expect_eq(count_unreceived(), 2, "the safe answer stands first");
	screen_press(&s, "Enter 2 Right Enter");
	cr_expect_eq(count_unreceived(), 1, "%s", app_message(s.app));
}

Test(receive, fits_every_window)
{
	static const int sizes[][2] = {{200, 60}, {80, 24}, {60, 20}, {40, 10}, {20, 5}};

	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
		screen_resize(&s, sizes[i][0], sizes[i][1]);
	screen_resize(&s, 60, 20);
	cr_expect(screen_has(&s, "New tasks to receive: 2 (assigned today)"));
}

/* view_receive */
static void take(const char *language, int cols, int rows)
{
	if (!screen_language(language))
		cr_skip_test("no translation has been built");
	screen_press(&s, "F5");
	screen_resize(&s, cols, rows);
	screen_golden(&s, "home-came-in");
	screen_press(&s, "Tab Enter");
	screen_golden(&s, "receive");
}

Test(receive, looks_80)
{
	take("en", 80, 24);
}

Test(receive, looks_60)
{
	take("en", 60, 20);
}

Test(receive, looks_80_in_chinese)
{
	take("zh_CN", 80, 24);
}

Test(receive, looks_60_in_chinese)
{
	take("zh_CN", 60, 20);
}
