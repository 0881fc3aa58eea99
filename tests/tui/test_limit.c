/*
 * Limits of time: a warning, then the end, by the clock of the loop, which the tests set. What was
 * typed is kept, wherever it was typed, and nothing ends that could not be kept.
 */
#include "db/store_internal.h"
#include "tests/tui/drafts.h"
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

enum { MINUTE = 60000 };

static struct screen s;
static int64_t now_ms;

static int64_t clock_ms(void)
{
	return now_ms;
}

static void begin(void)
{
	screen_begin(&s, "chen", 80, 24);
	s.context.clock_ms = clock_ms;
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(limit, .init = begin, .fini = end);

/* Time goes on without a key. */
static bool pass(int ms)
{
	now_ms += ms;
	return script_run(s.script, s.app);
}

static void open_report(void)
{
	screen_open(&s, &view_report_form, (struct view_args){.id = district_action(&s.d, "4")});
}

Test(limit, there_is_none_unless_it_is_set)
{
	cr_expect(pass(10000 * MINUTE));
	cr_expect_str_eq(app_message(s.app), "");
}

Test(limit, idle_is_told_a_minute_before)
{
	s.context.idle_minutes = 30;
	cr_expect(pass(28 * MINUTE));
	cr_expect_str_eq(app_message(s.app), "");
	cr_expect(pass(MINUTE));
	cr_expect(screen_has(&s, "Any key keeps it open"));
	cr_expect(pass(MINUTE - 1));
	cr_expect_not(pass(1));
	cr_expect_eq(app_ended(s.app), APP_IDLE);
}

Test(limit, a_key_takes_the_warning_away_and_the_time_begins_anew)
{
	s.context.idle_minutes = 30;
	pass(29 * MINUTE);
	script_press(s.script, s.app, "Down");
	cr_expect_str_eq(app_message(s.app), "");
	cr_expect(pass(28 * MINUTE));
	cr_expect_str_eq(app_message(s.app), "");
	cr_expect(pass(MINUTE));
	cr_expect(screen_has(&s, "Any key keeps it open"), "it is told again");
}

Test(limit, the_mouse_is_a_key_but_a_new_size_is_none)
{
	s.context.idle_minutes = 2;
	pass(MINUTE);
	script_mouse(s.script, MOUSE_WHEEL_DOWN, 10, 10);
	cr_expect(pass(0));
	cr_expect(pass(MINUTE));
	script_resize(s.script, 90, 30);
	cr_expect_not(pass(MINUTE));
}

Test(limit, a_minute_is_told_of_half_a_minute_before)
{
	s.context.idle_minutes = 1;
	pass(29000);
	cr_expect_str_eq(app_message(s.app), "");
	pass(1000);
	cr_expect(screen_has(&s, "Any key keeps it open"));
}

static int nrests;

static void count_rest(struct store *store)
{
	nrests++;
	store_rest(store);
}

Test(limit, the_store_rests_once_when_nobody_types)
{
	s.context.rest = count_rest;
	nrests = 0;
	script_press(s.script, s.app, "Down");
	cr_expect(pass(1999));
	cr_expect_eq(nrests, 0);
	cr_expect(pass(1));
	cr_expect(pass(MINUTE));
	cr_expect_eq(nrests, 1);
	script_press(s.script, s.app, "Up");
	cr_expect(pass(2000));
	cr_expect_eq(nrests, 2);
}

Test(limit, a_session_ends_while_one_types)
{
	s.context.session_minutes = 60;
	open_report();
	script_press(s.script, s.app, "Tab");
	for (int i = 0; i < 59; i++) {
		screen_type(&s, "筛");
		cr_expect(pass(MINUTE));
		cr_expect_eq(screen_has(&s, "for one session is nearly over"), i >= 54, "%d", i);
		if (i == 56)
			cr_expect(screen_has(&s, "within 3 minutes"));
	}
	screen_type(&s, "查");
	cr_expect_not(pass(MINUTE));
	cr_expect_eq(app_ended(s.app), APP_SESSION);
	cr_expect_eq(strlen(drafts_kept(&s.d, "chen", "", "done")), 60 * strlen("筛"));
	cr_expect_not_null(strstr(drafts_kept(&s.d, "chen", "", "done"), "筛查"));
}

/* It closes as soon as nothing would be lost. */
Test(limit, what_cannot_be_kept_stays_open)
{
	s.context.idle_minutes = 30;
	open_report();
	cr_assert_eq(s.d.s->db->ops->script(s.d.s->db, "PRAGMA query_only = 1", &s.d.e), 0);
	screen_type(&s, "4");
	cr_expect(pass(31 * MINUTE));
	cr_expect(screen_has(&s, "can only be read"));
	cr_assert_eq(s.d.s->db->ops->script(s.d.s->db, "PRAGMA query_only = 0", &s.d.e), 0);
	cr_expect_not(pass(1000));
	cr_expect_eq(app_ended(s.app), APP_IDLE);
	cr_expect_str_eq(drafts_kept(&s.d, "chen", "", "percent"), "4");
}

Test(limit, the_way_it_ended_is_known)
{
	script_hangup(s.script);
	cr_expect_not(script_run(s.script, s.app));
	cr_expect_eq(app_ended(s.app), APP_HUNG_UP);
}

Test(limit, a_hang_up_tells_what_could_not_be_kept)
{
	open_report();
	screen_type(&s, "4");
	cr_assert_eq(s.d.s->db->ops->script(s.d.s->db, "PRAGMA query_only = 1", &s.d.e), 0);
	screen_type(&s, "5");
	script_hangup(s.script);
	cr_expect_not(script_run(s.script, s.app));
	cr_expect_eq(app_ended(s.app), APP_LOST);
	cr_expect_not_null(strstr(app_message(s.app), "can only be read"));
}
