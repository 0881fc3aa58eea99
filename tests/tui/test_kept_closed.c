/* What was typed into a report whose period has closed since: it is read from every list that leads
 * to the form, the form says at once what is in the way, and it can be thrown away. */
#include "db/report/store_period.h"
#include "tests/tui/drafts.h"
#include "tests/tui/screen.h"
#include "tui/home/resume.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

static struct screen s;

static const char my_words[] = "全部学校完成筛查";

static struct view_args form_args(const char *no)
{
	return (struct view_args){.id = district_action(&s.d, no),
				  .id2 = district_unit(&s.d, "区教育局")};
}

static void type_on(const char *no)
{
	screen_open(&s, &view_report_form, form_args(no));
	screen_press(&s, "Tab");
	screen_type(&s, my_words);
	screen_press(&s, "Esc");
}

static void close_period(void)
{
	struct actor office = district_actor(&s.d, "admin");
	struct period_row q4;

	cr_assert_eq(store_period_current(s.d.s, &s.d.a, s.d.plan_id, s.d.now.today, &q4, &s.d.e),
		     0);
	cr_assert_eq(store_period_close(s.d.s, &office, q4.id, q4.version, NULL, &s.d.e), 0, "%s",
		     s.d.e.text);
}

/* Chen types on 4, the office closes the period. */
static void begin(void)
{
	screen_language("en");
	screen_begin(&s, "chen", 80, 24);
	type_on("4");
	close_period();
	screen_press(&s, "F5");
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(kept_closed, .init = begin, .fini = end);

static void expect_form(void)
{
	cr_assert_str_eq(screen_top(&s), "report", "%s", app_message(s.app));
	cr_expect(screen_has(&s, my_words));
	cr_expect(screen_has(&s, "! cannot be sent now: period 2021Q4 was closed"));
}

Test(kept_closed, is_read_from_the_tasks)
{
	screen_press(&s, "Down e");
	expect_form();
}

Test(kept_closed, is_read_from_the_progress_of_the_action)
{
	screen_open(
		&s, &view_action,
		(struct view_args){.id = district_action(&s.d, "4"), .tab = ACTION_TAB_PROGRESS});
	screen_press(&s, "Home Enter");
	expect_form();
}

Test(kept_closed, what_nobody_has_typed_leads_to_what_can_be_asked)
{
	screen_press(&s, "Down u Right Enter");
	cr_assert_eq(drafts_count(&s.d, "chen", "report:"), 0, "%s", app_message(s.app));
	screen_open(
		&s, &view_action,
		(struct view_args){.id = district_action(&s.d, "4"), .tab = ACTION_TAB_PROGRESS});
	screen_press(&s, "Home Enter");
	cr_expect(screen_has(&s, "was closed by the coordinating office"), "%s: %s", screen_top(&s),
		  app_message(s.app));
	cr_expect_str_neq(screen_top(&s), "report");
}

static void offer(void)
{
	screen_leave(&s);
	screen_sit(&s, "chen", 80, 24);
	resume_offer(s.app);
	script_run(s.script, s.app);
}

Test(kept_closed, is_thrown_away_where_it_is_offered)
{
	offer();
	cr_assert(screen_has(&s, "cannot"));
	cr_assert(screen_has(&s, "3 Throw it away"));
	screen_press(&s, "3");
	cr_assert(screen_has(&s, "What you typed is thrown away: the report on 4"));
	screen_press(&s, "Enter");
	cr_expect_eq(drafts_count(&s.d, "chen", "report:"), 1, "the safe answer stands first");
	screen_press(&s, "3 2");
	cr_expect_eq(drafts_count(&s.d, "chen", "report:"), 0);
	cr_expect_str_eq(screen_top(&s), "home");
	offer();
	cr_expect_str_eq(screen_top(&s), "home", "nothing is offered any more");
}

Test(kept_closed, one_of_several_is_thrown_away_and_the_others_stay)
{
	const struct view_args evidence = {.id = district_action(&s.d, "4")};

	screen_open(&s, &view_evidence_form, evidence);
	screen_type(&s, "筛查名单");
	screen_press(&s, "Esc");
	offer();
	cr_assert(screen_has(&s, "1 evidence for 4"));
	cr_assert(screen_has(&s, "4 Throw one of them away"));
	screen_press(&s, "4");
	cr_assert(screen_has(&s, "Which one is thrown away?"));
	screen_press(&s, "3");
	cr_assert(screen_has(&s, "You were typing these"), "back");
	screen_press(&s, "4 2 2");
	cr_expect_eq(drafts_count(&s.d, "chen", "report:"), 0, "%s", app_message(s.app));
	cr_expect_eq(drafts_count(&s.d, "chen", "evidence:"), 1);
	cr_assert_str_eq(screen_top(&s), "resume");
	cr_expect(screen_has(&s, "3 Throw it away"));
	screen_press(&s, "1");
	cr_expect_str_eq(screen_top(&s), "evidence-new", "%s", app_message(s.app));
	cr_expect(screen_has(&s, "筛查名单"));
}
