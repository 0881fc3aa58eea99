/* "Nothing has changed" after something has been typed, handed in or taken back. */
#include "db/cycle/store_policy.h"
#include "tests/tui/reporting.h"
#include "tests/tui/screen.h"

#include <criterion/criterion.h>

static struct screen s;

static void begin(void)
{
	screen_begin(&s, "chen", 80, 24);
	screen_press(&s, "Down"); /* to action 4 */
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(no_change, .init = begin, .fini = end);

Test(no_change, taken_back_is_no_obstacle_to_the_next_one)
{
	screen_press(&s, "= 2");
	cr_expect(screen_has(&s, "sent 1"));
	screen_press(&s, "4 u 2");
	cr_expect(screen_has(&s, "sent 0"), "%s", app_message(s.app));
	screen_press(&s, "4 = 2");
	cr_expect(screen_has(&s, "no change reported"), "%s", app_message(s.app));
	cr_expect(screen_has(&s, "sent 1"));
}

Test(no_change, the_menu_offers_it_again_after_it_was_taken_back)
{
	screen_press(&s, "= 2 4 u 2 4 Enter 3");
	cr_expect(screen_has(&s, "nothing has changed, still 40%"), "%s", app_message(s.app));
	screen_press(&s, "2");
	cr_expect(screen_has(&s, "sent 1"), "%s", app_message(s.app));
}

Test(no_change, the_menu_does_not_offer_it_over_a_draft_with_words)
{
	screen_press(&s, "e Tab");
	screen_type(&s, "完成");
	screen_press(&s, "Esc 4 Enter 3");
	cr_expect_not(screen_has(&s, "nothing has changed"));
}

Test(no_change, is_refused_over_what_is_typed_and_not_sent)
{
	screen_press(&s, "e Tab");
	screen_type(&s, "完成");
	screen_press(&s, "Esc =");
	cr_expect(screen_has(&s, "there is a report of this period already (draft)"), "%s",
		  app_message(s.app));
	screen_press(&s, "e Ctrl-A Backspace Esc =");
	cr_expect(screen_has(&s, "still 40%"), "nothing is typed any more");
}

Test(no_change, running_on_is_said_before_it_is_reported)
{
	struct actor office = district_actor(&s.d, "admin");

	cr_assert_eq(store_policy_set(s.d.s, &office, POLICY_NO_CHANGE, "1", NULL, &s.d.e), 0);
	screen_press(&s, "F5 =");
	cr_expect(screen_has(&s, "That makes 1 period without a change"));
	screen_press(&s, "2");
	cr_expect(screen_has(&s, "sent 1"), "%s", app_message(s.app));
}

Test(no_change, says_that_the_leader_of_the_unit_signs_it_first)
{
	screen_press(&s, "=");
	cr_expect(screen_has(&s, "The office gets a report"), "%s", app_message(s.app));
	screen_press(&s, "1");
	reporting_signs(&s.d, "区教育局", true);
	screen_press(&s, "=");
	cr_expect(screen_has(&s, "The approving leader of the unit and, signed off"), "%s",
		  app_message(s.app));
}

Test(no_change, is_refused_in_a_closed_period_before_it_is_asked)
{
	screen_leave(&s);
	cr_assert_eq(moment_read("2022-02-20", &s.d.now, &s.d.e), 0);
	screen_sit(&s, "chen", 80, 24);
	screen_press(&s, "4 =");
	cr_assert_str_eq(screen_top(&s), "remedy", "%s", app_message(s.app));
	cr_expect_not(screen_has(&s, "still 40%"));
	screen_press(&s, "1");
	cr_expect_str_eq(screen_top(&s), "request-form");
}
