/* The office sets reporting periods: the next one is proposed with its dates, those that are there
 * get other dates, are closed early and opened again, a unit alone gets more time. The district has
 * 2021Q3 and 2021Q4. */
#include "core/rule/period.h"
#include "db/report/store_exception.h"
#include "db/report/store_period.h"
#include "tests/tui/screen.h"
#include "tui/home/resume.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

static struct screen s;

static void begin(void)
{
	screen_language("en");
	screen_begin(&s, "admin", 80, 24);
	screen_open(&s, &view_periods, (struct view_args){0});
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(periods, .init = begin, .fini = end);

static struct period_row period(const char *code)
{
	struct period_row p = {0};

	cr_assert_eq(store_period_find(s.d.s, &s.d.a, s.d.plan_id, code, &p, &s.d.e), 0, "%s",
		     s.d.e.text);
	return p;
}

static const char *closes(const char *code)
{
	static char day[DATE_TEXT];

	return date_format(period(code).closes, day);
}

Test(periods, the_next_one_is_proposed_and_the_cursor_goes_to_it)
{
	screen_press(&s, "Tab");
	cr_assert_str_eq(screen_top(&s), "period");
	cr_expect(screen_has(&s, "2022Q1"));
	cr_expect(screen_has(&s, "2022-04-10"));
	screen_press(&s, "F9");
	cr_expect_str_eq(screen_top(&s), "periods");
	cr_expect(screen_has(&s, "2022Q1 is added: reports are due on 2022-03-31"), "%s",
		  app_message(s.app));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "2022Q1 (1st quarter of 2022)"), "the cursor is on it");
}

Test(periods, dates_follow_another_code_but_for_those_set_by_hand)
{
	screen_press(&s, "Tab Tab Tab Tab");
	screen_type(&s, "2022-02-20");
	screen_press(&s, "Shift-Tab Shift-Tab Shift-Tab Ctrl-U");
	screen_type(&s, "2022-01");
	cr_expect(screen_has(&s, "2022-01-31"), "due at the end of the month");
	cr_expect(screen_has(&s, "2022-02-20"), "said by hand");
	screen_press(&s, "F9");
	cr_expect_str_eq(closes("2022-01"), "2022-02-20");
}

Test(periods, units_get_more_time)
{
	screen_press(&s, "Enter 1 Tab Tab");
	screen_type(&s, "2022-01-20");
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "2021Q4: reports are due on 2021-12-31 now and taken until "
				 "2022-01-20"),
		  "%s", app_message(s.app));
	cr_expect_str_eq(closes("2021Q4"), "2022-01-20");
}

Test(periods, one_unit_alone_gets_more_time)
{
	struct exception_rows given;
	struct actor who = district_actor(&s.d, "admin");

	screen_press(&s, "Home Enter 3");
	cr_assert_str_eq(screen_top(&s), "exceptions", "%s", app_message(s.app));
	cr_expect(screen_has(&s, "Exceptions for 2021Q3"));
	screen_press(&s, "Enter");
	cr_assert_str_eq(screen_top(&s), "exception");
	cr_expect(screen_has(&s, "takes reports until 2021-10-10 now"));
	screen_press(&s, "F9");
	cr_expect_str_eq(screen_top(&s), "exception", "a day and a reason are needed");
	screen_type(&s, "2021-12-31");
	script_hangup(s.script);
	cr_expect_not(script_run(s.script, s.app));
	screen_leave(&s);
	screen_sit(&s, "admin", 80, 24);
	resume_offer(s.app);
	script_run(s.script, s.app);
	cr_expect(screen_has(&s, "more time to report for 区教育局"), "what was begun is offered");
	screen_press(&s, "Enter Ctrl-U");
	cr_assert_str_eq(screen_top(&s), "exception", "%s", app_message(s.app));
	screen_type(&s, "2021-11-30");
	screen_press(&s, "Tab");
	screen_type(&s, "联络员刚到岗");
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "may report for 2021Q3 until 2021-11-30"), "%s",
		  app_message(s.app));
	cr_assert_eq(store_exception_list(s.d.s, &s.d.a, &who, s.d.plan_id, 0, &given, &s.d.e), 0);
	cr_assert_eq(given.n, 1);
	cr_expect_str_eq(given.at[0].period, "2021Q3");
	cr_expect_str_eq(given.at[0].reason, "联络员刚到岗");
	cr_expect_eq(date_cmp(period("2021Q3").closes, given.at[0].until) < 0, true,
		     "for the others it stays closed");
}

Test(periods, dates_in_the_wrong_order_are_told_beside_their_field)
{
	screen_press(&s, "F2 Tab Tab");
	screen_type(&s, "2021-12-20");
	screen_press(&s, "F9");
	cr_expect_str_eq(screen_top(&s), "period");
	cr_expect(screen_has(&s, "a period closes on the day that it is due or later"));
}

Test(periods, closed_early_and_open_again)
{
	screen_press(&s, "Enter 2");
	cr_expect(screen_has(&s, "No unit can report for 2021Q4 any more."));
	cr_expect(screen_has(&s, "by units: "), "what closing cuts off");
	screen_press(&s, "2");
	cr_expect(screen_has(&s, "2021Q4 is closed."), "%s", app_message(s.app));
	cr_expect(period("2021Q4").closed_early);
	screen_press(&s, "Enter 2");
	cr_expect(screen_has(&s, "2021Q4 is open again."), "%s", app_message(s.app));
	cr_expect_not(period("2021Q4").closed_early);
}

Test(periods, one_past_its_last_day_asks_for_a_later_one)
{
	screen_press(&s, "Home Enter 2");
	cr_assert_str_eq(screen_top(&s), "period");
	cr_expect(screen_has(&s, "The last day of 2021Q3 is past: set a later one."));
	screen_press(&s, "Tab Tab");
	screen_type(&s, "2021-11-30");
	screen_press(&s, "F9");
	cr_expect_eq(period_state_on(&(struct period_row){.opens = period("2021Q3").opens,
							  .due = period("2021Q3").due,
							  .closes = period("2021Q3").closes},
				     s.d.now.today),
		     PERIOD_DUE);
}

Test(periods, days_of_the_calendar_are_gone_on_with)
{
	screen_open(&s, &view_day_form, (struct view_args){0});
	screen_press(&s, "Tab Tab Tab");
	screen_type(&s, "国庆");
	screen_press(&s, "Esc Esc");
	resume_offer(s.app);
	script_run(s.script, s.app);
	cr_assert_str_eq(screen_top(&s), "resume");
	cr_expect(screen_has(&s, "new days of the calendar"));
	screen_press(&s, "Enter");
	cr_assert_str_eq(screen_top(&s), "calendar-day");
	cr_expect(screen_has(&s, "国庆"));
}
