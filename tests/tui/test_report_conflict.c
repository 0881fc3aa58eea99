/* A report that somebody else has written while one was writing it: both texts are shown, and only
 * what was shown is ever written over. */
#include "db/report/store_period.h"
#include "db/report/store_report.h"
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

static struct screen s;

static void begin(void)
{
	screen_language("en");
	screen_begin(&s, "chen", 80, 24);
	screen_open(&s, &view_report_form, (struct view_args){.id = district_action(&s.d, "4")});
	screen_type(&s, "55");
	screen_press(&s, "Tab");
	screen_type(&s, "全部学校完成筛查");
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(report_conflict, .init = begin, .fini = end);

static struct report_row in_file(void)
{
	struct actor who = district_actor(&s.d, "chen");
	struct period_row period;
	struct report_row row = {0};
	struct err none = ERR_INIT;

	cr_assert_eq(
		store_period_current(s.d.s, &s.d.a, s.d.plan_id, s.d.now.today, &period, &s.d.e),
		0);
	store_report_find(s.d.s, &s.d.a, &who, district_action(&s.d, "4"),
			  district_unit(&s.d, "区教育局"), period.id, &row, &none);
	row.period_id = period.id;
	return row;
}

/* From another window, as a draft of the unit. */
static void somebody_puts(const char *done, enum report_step step)
{
	struct actor who = district_actor(&s.d, "chen");
	struct report_row was = in_file(), row;
	struct report_new new = {.action_id = district_action(&s.d, "4"),
				 .unit_id = district_unit(&s.d, "区教育局"),
				 .period_id = was.period_id,
				 .report_id = was.id,
				 .version = was.version,
				 .percent = 50,
				 .done = done,
				 .problems = "",
				 .next = ""};
	unsigned changes = 0;

	cr_assert_eq(store_report_put(s.d.s, &who, &new, step, &s.d.a, &row, &changes, &s.d.e), 0,
		     "%s", s.d.e.text);
}

static void somebody_writes(const char *done)
{
	somebody_puts(done, REPORT_SAVE);
}

Test(report_conflict, shows_both_and_writes_over_what_was_shown)
{
	somebody_writes("筛查了一半");
	screen_press(&s, "F9 Right Enter");
	cr_expect(screen_has(&s, "Somebody else was faster"));
	cr_expect(screen_has(&s, "筛查了一半"));
	cr_expect(screen_has(&s, "全部学校完成筛查"));
	screen_press(&s, "Right Enter");
	cr_expect_eq(in_file().state, REPORT_SUBMITTED, "%s", app_message(s.app));
	cr_expect_str_eq(in_file().done, "全部学校完成筛查");
}

Test(report_conflict, asks_again_about_what_was_not_shown)
{
	somebody_writes("筛查了一半");
	screen_press(&s, "F9 Right Enter");
	somebody_writes("筛查了三分之二");
	screen_press(&s, "Right Enter");
	cr_expect(screen_has(&s, "筛查了三分之二"));
	cr_expect_str_eq(in_file().done, "筛查了三分之二", "nothing unseen is overwritten");
	screen_press(&s, "Right Enter");
	cr_expect_str_eq(in_file().done, "全部学校完成筛查");
}

Test(report_conflict, going_on_editing_loses_nothing)
{
	somebody_writes("筛查了一半");
	screen_press(&s, "F9 Right Enter Enter");
	cr_expect_str_eq(screen_top(&s), "report");
	cr_expect(screen_has(&s, "全部学校完成筛查"));
	cr_expect_str_eq(in_file().done, "筛查了一半");
}

Test(report_conflict, offers_nothing_over_what_is_handed_in)
{
	somebody_puts("筛查了一半", REPORT_SUBMIT);
	screen_press(&s, "F9 Right Enter");
	cr_expect(screen_has(&s, "Somebody else was faster"));
	cr_expect(screen_has(&s, "wrote: 50%  筛查了一半"), "by name");
	cr_expect(screen_has(&s, "Yours is not written over it: the report is handed in"));
	cr_expect_not(screen_has(&s, "Write mine over it"));
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "report");
	cr_expect(screen_has(&s, "全部学校完成筛查"), "what was typed is still there");
	cr_expect_str_eq(in_file().done, "筛查了一半");
}
