/* After the office has given a unit more time for a closed period: the first screen says so, the
 * list behind the line opens the form of that period, and the request that was granted leads there
 * too. The education office's report on 2 and 3 for the third quarter is missing. */
#include "db/cycle/store_request.h"
#include "db/report/store_exception.h"
#include "db/report/store_period.h"
#include "tests/tui/reporting.h"
#include "tests/tui/request_desk.h"
#include "tests/tui/screen.h"
#include "tests/support/seen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

#define UNIT  "区教育局"
#define UNTIL "2021-12-05"

static struct screen s;

static int64_t period(const char *code)
{
	struct period_row p;

	cr_assert_eq(store_period_find(s.d.s, &s.d.a, s.d.plan_id, code, &p, &s.d.e), 0);
	return p.id;
}

static void allow(const char *unit)
{
	struct actor office = district_actor(&s.d, "admin");
	struct date until;

	cr_assert(date_parse(UNTIL, &until));
	cr_assert_eq(store_exception_put(
			     s.d.s, &office, period("2021Q3"), district_unit(&s.d, unit),
			     seen_exception(s.d.s, period("2021Q3"), district_unit(&s.d, unit)),
			     until, "系统故障", NULL, &s.d.e),
		     0, "%s", s.d.e.text);
}

static void begin(void)
{
	screen_begin(&s, "chen", 80, 24);
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(late, .init = begin, .fini = end);

static void sit(const char *login, const char *day)
{
	screen_leave(&s);
	cr_assert_eq(moment_read(day, &s.d.now, &s.d.e), 0);
	screen_sit(&s, login, 80, 24);
}

/* In the form that the keys have led to. */
static void hand_in(void)
{
	cr_assert_str_eq(screen_top(&s), "report", "%s", app_message(s.app));
	screen_type(&s, "45");
	screen_press(&s, "Tab");
	screen_type(&s, "补报第三季度开放场馆数量");
	screen_press(&s, "F9 2");
}

Test(late, the_line_leads_to_the_form_of_that_period)
{
	cr_expect_not(screen_has(&s, "You may still report"));
	allow(UNIT);
	screen_press(&s, "F5");
	cr_assert(screen_has(&s, "You may still report for 2021Q3 until 2021-12-05: 2 actions"));
	screen_press(&s, "Tab Enter");
	cr_assert_str_eq(screen_top(&s), "late");
	cr_expect(screen_has(&s, "Late reports for 2021Q3, until 2021-12-05"));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "3rd quarter of 2021"));
	hand_in();
	cr_expect_eq(reporting_of(&s.d, "2", UNIT, "2021Q3").state, REPORT_SUBMITTED, "%s",
		     app_message(s.app));
	cr_expect_eq(reporting_of(&s.d, "2", UNIT, "2021Q4").state, REPORT_RETURNED,
		     "the running period is another");
	cr_assert_str_eq(screen_top(&s), "late", "one is left");
	screen_press(&s, "Enter");
	hand_in();
	cr_expect_eq(reporting_of(&s.d, "3", UNIT, "2021Q3").state, REPORT_SUBMITTED);
	cr_expect_str_eq(screen_top(&s), "home", "there is nothing more to do there");
	cr_expect_not(screen_has(&s, "You may still report"));
}

Test(late, the_line_above_says_until_when)
{
	sit("chen", "2022-02-20");
	cr_assert(screen_has(&s, "4th quarter of 2021, closed"));
	struct actor office = district_actor(&s.d, "admin");
	const struct date until = {2022, 2, 25};

	cr_assert_eq(store_exception_put(
			     s.d.s, &office, period("2021Q4"), district_unit(&s.d, UNIT),
			     seen_exception(s.d.s, period("2021Q4"), district_unit(&s.d, UNIT)),
			     until, "系统故障", NULL, &s.d.e),
		     0, "%s", s.d.e.text);
	screen_press(&s, "F5");
	cr_expect(screen_has(&s, "02-25"));
	cr_expect_not(screen_has(&s, "closed"));
	sit("admin", "2022-02-20");
	cr_expect(screen_has(&s, "4th quarter of 2021, closed"), "for the others");
}

Test(late, what_is_typed_is_there_again)
{
	allow(UNIT);
	screen_press(&s, "F5 Tab Enter Enter Tab");
	screen_type(&s, "写到一半");
	screen_press(&s, "Esc");
	cr_assert_str_eq(screen_top(&s), "late");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "写到一半"));
}

/* A report for the third quarter comes back after that has closed. */
static void return_late(void)
{
	struct report_row row;

	cr_assert_eq(moment_read("2021-10-05", &s.d.now, &s.d.e), 0);
	reporting_put(&s.d, "chen", "3", UNIT, "2021Q3", 30, "食堂减盐", REPORT_SUBMIT);
	cr_assert_eq(moment_read("2021-11-21", &s.d.now, &s.d.e), 0);
	row = reporting_of(&s.d, "3", UNIT, "2021Q3");
	reporting_step(&s.d, "admin", &row, REPORT_RETURN, "缺食堂数量");
	screen_press(&s, "F5");
}

Test(late, what_came_back_too_late_leads_to_asking_for_it)
{
	return_late();
	cr_assert(screen_has(&s, "2021Q3, returned, the period has closed; ask to report late"));
	screen_press(&s, "Tab Enter");
	cr_assert_str_eq(screen_top(&s), "request-form", "%s", app_message(s.app));
	screen_press(&s, "Esc");
	request_desk_ask(&s, REQUEST_EXCEPTION, "系统故障");
	sit("chen", "2021-11-21");
	cr_expect_not(screen_has(&s, "the period has closed"), "that waits for the office");
}

Test(late, from_the_progress_of_its_action_too)
{
	return_late();
	screen_open(
		&s, &view_action,
		(struct view_args){.id = district_action(&s.d, "3"), .tab = ACTION_TAB_PROGRESS});
	for (int i = 0; i < 8 && !screen_has(&s, "▌ 2021Q3"); i++)
		screen_press(&s, "Down");
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "remedy", "%s", app_message(s.app));
	screen_press(&s, "1");
	cr_expect_str_eq(screen_top(&s), "request-form");
}

Test(late, the_line_is_gone_after_its_day)
{
	static const struct {
		const char *day;
		bool shown;
	} days[] = {{UNTIL, true}, {"2021-12-06", false}};

	allow(UNIT);
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		sit("chen", days[i].day);
		cr_expect_eq(screen_has(&s, "You may still report for 2021Q3"), days[i].shown, "%s",
			     days[i].day);
	}
}

Test(late, the_line_is_that_units_and_of_who_reports)
{
	static const char *const others[] = {"wei", "admin", "zhou"};

	allow(UNIT);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		sit(others[i], "2021-11-21");
		cr_expect_not(screen_has(&s, "You may still report"), "%s", others[i]);
	}
	sit("gu", "2021-11-21");
	cr_expect(screen_has(&s, "You may still report"), "its leader may enter it too");
}

static struct request_row granted(void)
{
	struct actor chen = district_actor(&s.d, "chen"), office = district_actor(&s.d, "admin");
	struct request_new ask = {.kind = REQUEST_EXCEPTION,
				  .unit_id = district_unit(&s.d, UNIT),
				  .period_id = period("2021Q3"),
				  .percent = -1,
				  .reason = "系统故障",
				  .done = "",
				  .problems = "",
				  .next = ""};
	struct request_row row;

	cr_assert(date_parse(UNTIL, &ask.want));
	cr_assert_eq(store_request_ask(s.d.s, &chen, &ask, &s.d.a, &row, NULL, &s.d.e), 0, "%s",
		     s.d.e.text);
	cr_assert_eq(store_request_decide(s.d.s, &office, row.id, row.version, REQUEST_GRANT,
					  (struct date){0}, "", NULL, &s.d.e),
		     0, "%s", s.d.e.text);
	return row;
}

Test(late, the_granted_request_leads_there)
{
	struct request_row row = granted();

	screen_open(&s, &view_request, (struct view_args){.id = row.id});
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "1 Report for 2021Q3"));
	screen_press(&s, "1");
	cr_assert_str_eq(screen_top(&s), "late", "%s", app_message(s.app));
	screen_press(&s, "Enter");
	hand_in();
	cr_expect_eq(reporting_of(&s.d, "2", UNIT, "2021Q3").state, REPORT_SUBMITTED);
	sit("chen", "2021-12-06");
	screen_open(&s, &view_request, (struct view_args){.id = row.id});
	screen_press(&s, "Enter");
	cr_expect_not(screen_has(&s, "Report for 2021Q3"), "its day is over");
}

/* view_late */
static const struct {
	int cols, rows;
	const char *language;
} looks[] = {{80, 24, "en"}, {60, 20, "en"}, {80, 24, "zh_CN"}, {60, 20, "zh_CN"}};

Test(late, looks)
{
	struct request_row row = granted();

	for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++) {
		screen_leave(&s);
		if (!screen_language(looks[i].language))
			cr_skip_test("no translation has been built");
		screen_sit(&s, "chen", looks[i].cols, looks[i].rows);
		screen_golden(&s, "home-late-report");
		screen_press(&s, "Tab 1");
		screen_golden(&s, "late");
		screen_open(&s, &view_request, (struct view_args){.id = row.id});
		screen_press(&s, "Enter");
		screen_golden(&s, "request-granted-menu");
	}
}

/* Two of a period are one line: what is asked for opens the period for both. */
Test(late, several_that_came_back_too_late_are_one_line)
{
	struct report_row row;

	cr_assert_eq(moment_read("2021-10-05", &s.d.now, &s.d.e), 0);
	reporting_put(&s.d, "chen", "2", UNIT, "2021Q3", 30, "全民健身", REPORT_SUBMIT);
	cr_assert_eq(moment_read("2021-11-21", &s.d.now, &s.d.e), 0);
	row = reporting_of(&s.d, "2", UNIT, "2021Q3");
	reporting_step(&s.d, "admin", &row, REPORT_RETURN, "缺场次");
	return_late();
	cr_expect(screen_has(&s, "2021Q3, 2 reports returned, the period has closed; ask to"));
	cr_expect_not(screen_has(&s, "2021Q3, returned, the period"));
}
