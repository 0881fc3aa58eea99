/* Reading a report: what changed word by word against what was handed in before and against what
 * was accepted, all its wordings, and what a reviewer is not to overlook. */
#include "db/cycle/store_policy.h"
#include "db/cycle/store_request.h"
#include "tests/tui/reporting.h"
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

static struct screen s;

/* The report that was returned has come back, and waits for the office behind two others. */
static void begin_with(const char *language)
{
	screen_language(language);
	screen_begin(&s, "admin", 80, 24);
	reporting_put(&s.d, "chen", "2", "区教育局", "2021Q4", 65,
		      "28所学校体育场地周末向社会开放。", REPORT_SUBMIT);
}

static void begin(void)
{
	begin_with("en");
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(review, .init = begin, .fini = end);

static void open_report(const char *no, const char *unit, const char *period)
{
	screen_open(&s, &view_review,
		    (struct view_args){.id = reporting_of(&s.d, no, unit, period).id});
}

Test(review, what_has_come_back_is_marked_where_it_is_new)
{
	open_report("2", "区教育局", "2021Q4");
	cr_expect(screen_has(&s, "Against what was handed in on 2021-11-15"));
	cr_expect(screen_has(&s, "-[60]+[65]%"));
	cr_expect(screen_has(&s, "+[28所]学校体育场地-[继续]+[周末]向社会开放。"));
}

Test(review, one_key_goes_through_the_wordings_and_back_to_the_text)
{
	open_report("2", "区教育局", "2021Q4");
	screen_press(&s, "Left");
	cr_expect_not(screen_has(&s, "+["), "nothing was accepted before: the text alone");
	cr_expect(screen_has(&s, "28所学校体育场地周末向社会开放。"));
	screen_press(&s, "Left");
	cr_expect(screen_has(&s, "+[28所]"));
}

Test(review, an_accepted_report_of_an_earlier_period_is_held_against_too)
{
	reporting_put(&s.d, "chen", "1", "区教育局", "2021Q4", 60,
		      "健康教育列入校历,覆盖全部中小学,举办讲座52场。", REPORT_SUBMIT);
	open_report("1", "区教育局", "2021Q4");
	cr_expect_not(screen_has(&s, "+["), "handed in for the first time: the text alone");
	screen_press(&s, "Left");
	cr_expect(screen_has(&s, "Against what was accepted for 2021Q3"));
	cr_expect(screen_has(&s, "-[36]+[52]场"));
}

Test(review, without_an_earlier_wording_it_says_so)
{
	open_report("5.2", "区卫生健康局", "2021Q4");
	screen_press(&s, "Left");
	cr_expect(screen_has(&s, "There is no earlier wording"));
}

Test(review, the_menu_has_the_ways_to_look_at_it_behind_the_decisions)
{
	open_report("2", "区教育局", "2021Q4");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "1 accept"));
	cr_expect(screen_has(&s, "3 show the text alone"));
	screen_press(&s, "3");
	cr_expect_not(screen_has(&s, "+["));
	screen_press(&s, "Enter 3");
	cr_expect(screen_has(&s, "+[28所]"));
	screen_press(&s, "Enter 4");
	cr_expect_str_eq(screen_top(&s), "editions");
}

/* The unit asks for it, the office grants it. */
static void correct_third_quarter(int percent, const char *done)
{
	struct report_row row = reporting_of(&s.d, "1", "区教育局", "2021Q3");
	struct actor chen = district_actor(&s.d, "chen"), office = district_actor(&s.d, "admin");
	struct request_new r = {
		.kind = REQUEST_CORRECTION,
		.unit_id = row.unit_id,
		.report_id = row.id,
		.percent = percent,
		.reason = "场次少计",
		.done = done,
		.problems = "",
		.next = "",
	};
	struct request_row asked;

	cr_assert_eq(store_request_ask(s.d.s, &chen, &r, &s.d.a, &asked, NULL, &s.d.e), 0, "%s",
		     s.d.e.text);
	cr_assert_eq(store_request_decide(s.d.s, &office, asked.id, asked.version, REQUEST_GRANT,
					  (struct date){0}, "", NULL, &s.d.e),
		     0, "%s", s.d.e.text);
}

Test(review, as_reported_as_accepted_as_corrected_are_three_figures)
{
	correct_third_quarter(57, "健康教育列入校历,覆盖全部中小学,举办讲座39场。");
	open_report("1", "区教育局", "2021Q3");
	cr_expect(screen_has(&s, "as reported 55% · as accepted 55% · as corrected 57%"));
	screen_press(&s, "Left");
	cr_expect(screen_has(&s, "-[36]+[39]场"), "against what was accepted");
}

Test(review, all_wordings_stand_under_each_other)
{
	correct_third_quarter(57, "健康教育列入校历,覆盖全部中小学,举办讲座39场。");
	screen_open(&s, &view_editions,
		    (struct view_args){.id = reporting_of(&s.d, "1", "区教育局", "2021Q3").id});
	cr_expect(screen_has(&s, "as corrected: 57%"));
	cr_expect(screen_has(&s, "because: 场次少计"));
	cr_expect(screen_has(&s, "-[36]+[39]场"));
	cr_expect(screen_has(&s, "as accepted: 55%"));
	cr_expect(screen_has(&s, "as reported: 55%"));
	screen_press(&s, "Left");
	cr_expect_not(screen_has(&s, "-[36]"), "as they were, without marks");
	cr_expect(screen_has(&s, "讲座36场"));
	cr_expect(screen_has(&s, "讲座39场"));
}

Test(review, an_accepted_report_is_changed_by_asking)
{
	screen_leave(&s);
	screen_language("en");
	screen_sit(&s, "chen", 80, 24);
	open_report("1", "区教育局", "2021Q3");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "Ask to correct the accepted report"));
	cr_expect(screen_has(&s, "nothing to decide on this report now"), "nobody is waited for");
	screen_press(&s, "Up Enter");
	cr_expect_str_eq(screen_top(&s), "request-form", "%s %s", screen_top(&s),
			 app_message(s.app));
}

Test(review, no_change_for_too_long_is_pointed_out)
{
	reporting_put(&s.d, "chen", "4", "区教育局", "2021Q4", 0, NULL, REPORT_SUBMIT);
	open_report("4", "区教育局", "2021Q4");
	cr_expect(screen_has(&s, "reported as \"no change\""));
	cr_expect_not(screen_has(&s, "! reported"), "once is nothing to point out");
	struct actor office = district_actor(&s.d, "admin");
	cr_assert_eq(store_policy_set(s.d.s, &office, POLICY_NO_CHANGE, "1", NULL, &s.d.e), 0);
	screen_press(&s, "F5");
	cr_expect(screen_has(&s, "! reported as \"no change\""), "the office has set the limit");
}

static void golden(const char *language, int cols, int rows)
{
	screen_end(&s);
	begin_with(language);
	screen_resize(&s, cols, rows);
	open_report("2", "区教育局", "2021Q4");
	screen_golden(&s, "review-changes");
	screen_press(&s, "Enter");
	if (cols == 80)
		screen_golden(&s, "review-changes-menu");
	screen_press(&s, "Esc Esc");
	correct_third_quarter(57, "健康教育列入校历,覆盖全部中小学,举办讲座39场。");
	screen_open(&s, &view_editions,
		    (struct view_args){.id = reporting_of(&s.d, "1", "区教育局", "2021Q3").id});
	screen_golden(&s, "editions");
}

Test(review, golden_screens)
{
	golden("en", 80, 24);
	golden("en", 60, 20);
	golden("en", 132, 43);
}

Test(review, golden_screens_in_chinese)
{
	if (!screen_language("zh_CN"))
		cr_skip_test("no translation has been built");
	golden("zh_CN", 80, 24);
	golden("zh_CN", 60, 20);
	golden("zh_CN", 132, 43);
}
