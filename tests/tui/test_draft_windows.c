/*
 * Two windows of one person in the same form lose nothing to each other: each says that the other
 * is there, the late one overwrites nothing and types on, and which text counts is asked before it
 * is sent or left, or when the person wants to know.
 */
#include "db/report/store_draft.h"
#include "tests/support/canvas_dump.h"
#include "tests/tui/drafts.h"
#include "tests/tui/screen.h"
#include "tui/app/seat.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

static struct screen s;

static void begin(void)
{
	screen_begin(&s, "chen", 80, 24);
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(draft_windows, .init = begin, .fini = end);

/* A window of the same person on the same file, in the same process. */
struct window {
	struct session session;
	struct app_context context;
	struct app *app;
	struct script *script;
};

static void window_open(struct window *w, const char *seat)
{
	w->session = s.session;
	w->session.rules_arena = (struct arena)ARENA_INIT;
	cr_assert_eq(session_load_rules(&w->session, s.d.s, &s.d.e), 0);
	w->session.seat = seat;
	w->context = s.context;
	w->context.session = &w->session;
	w->script = script_new(80, 24);
	w->app = app_new(&w->context, s.keys, script_term(w->script), LOOK_NARROW);
	cr_assert_eq(app_push(w->app, session_home(&w->session), NULL), 0);
	cr_assert_eq(app_push(w->app, &view_report_form,
			      &(struct view_args){.id = district_action(&s.d, "4")}),
		     0);
	script_run(w->script, w->app);
}

static void window_type(struct window *w, const char *text)
{
	script_text(w->script, text);
	script_run(w->script, w->app);
	script_run(w->script, w->app); /* a tick: it is kept */
}

static void window_press(struct window *w, const char *keys)
{
	script_press(w->script, w->app, keys);
	script_run(w->script, w->app);
}

static void window_close(struct window *w)
{
	app_free(w->app);
	script_free(w->script);
	session_end(&w->session);
}

/* The percentage of the report on 4 that is kept; with "|2" that of the late window, as long as it
 * says something else. "" when there is none. */
static const char *kept(const char *behind)
{
	const char *name = drafts_name(&s.d, "chen", "report:");

	return drafts_text(&s.d, "chen", arena_printf(&s.d.a, "%s%s", name, behind), "percent");
}

static char seats[2][SEAT_TEXT];
static struct window one, two;

static void open_two(void)
{
	window_open(&one, seat_name(seats[0], "/dev/pts/1", (long)getpid(), ""));
	window_open(&two, seat_name(seats[1], "/dev/pts/2", (long)getpid(), "10.0.0.5"));
}

static void close_two(void)
{
	window_close(&one);
	window_close(&two);
}

Test(draft_windows, a_window_says_that_another_is_in_the_form)
{
	window_open(&one, seat_name(seats[0], "/dev/pts/1", (long)getpid(), ""));
	window_type(&one, "41");
	window_open(&two, seat_name(seats[1], "/dev/pts/2", (long)getpid(), ""));
	cr_expect(grid_has(app_grid(two.app), "also open in your window pts/1"));
	close_two();
}

Test(draft_windows, a_window_that_is_gone_is_not_warned_of)
{
	/* No process has this number. */
	window_open(&one, seat_name(seats[0], "/dev/pts/1", 0x7fffffff, ""));
	window_type(&one, "41");
	window_open(&two, seat_name(seats[1], "/dev/pts/2", (long)getpid(), ""));
	cr_expect_not(grid_has(app_grid(two.app), "also open"));
	close_two();
}

static bool shown_in(const struct window *w, const char *text)
{
	return grid_has(app_grid(w->app), text);
}

Test(draft_windows, the_late_window_overwrites_nothing_and_types_on)
{
	open_two();
	window_type(&one, "41");
	window_type(&two, "4");
	cr_expect_str_eq(app_top(two.app)->ops->name, "report", "nothing opens over the typing");
	cr_expect(shown_in(&two, "! Ctrl-O: both texts; another window changed this too, "));
	cr_expect(shown_in(&two, "Ctrl-O"));
	window_type(&two, "2");
	cr_expect_str_eq(kept(""), "41");
	cr_expect_str_eq(kept("|2"), "42", "the digit was text");
	window_press(&two, "Ctrl-O");
	cr_expect(shown_in(&two, "pts/1") && shown_in(&two, "There: 41"));
	window_press(&two, "3"); /* keep mine */
	cr_expect_str_eq(app_top(two.app)->ops->name, "report");
	cr_expect_not(shown_in(&two, "your other window"));
	cr_expect_str_eq(kept(""), "42");
	cr_expect_str_eq(kept("|2"), "");
	window_press(&two, "F4");
	window_press(&two, "Left");
	cr_expect_str_eq(kept(""), "41");
	close_two();
}

Test(draft_windows, the_other_windows_text_can_be_taken)
{
	open_two();
	window_type(&one, "41");
	window_type(&two, "42");
	window_press(&two, "Ctrl-O 2");
	cr_expect_str_eq(kept(""), "41");
	window_press(&two, "F4");
	window_press(&two, "Left");
	cr_expect_str_eq(kept(""), "42");
	close_two();
}

Test(draft_windows, a_text_that_was_not_shown_is_not_decided_about)
{
	open_two();
	window_type(&one, "41");
	window_type(&two, "42");
	window_press(&two, "Ctrl-O");
	window_type(&one, "0");
	cr_expect_str_eq(kept(""), "410");
	window_press(&two, "3");
	cr_expect_str_eq(app_top(two.app)->ops->name, "question");
	cr_expect(shown_in(&two, "There: 410"));
	cr_expect_not_null(strstr(app_message(two.app), "gone on"), "%s", app_message(two.app));
	cr_expect_str_eq(kept(""), "410");
	window_press(&two, "3");
	cr_expect_str_eq(kept(""), "42");
	close_two();
}

Test(draft_windows, leaving_and_sending_ask_which_text_counts)
{
	open_two();
	window_type(&one, "41");
	window_type(&two, "42");
	window_press(&two, "F9");
	cr_expect(shown_in(&two, "Which text counts?"));
	window_press(&two, "Esc");
	cr_expect_str_eq(app_top(two.app)->ops->name, "report");
	window_press(&two, "F2");
	cr_expect(shown_in(&two, "Which text counts?"));
	window_press(&two, "Esc Esc");
	cr_expect(shown_in(&two, "Which text counts?"));
	window_press(&two, "Enter"); /* later: both stay */
	cr_expect_str_eq(app_top(two.app)->ops->name, "home");
	cr_expect_str_eq(kept(""), "41");
	cr_expect_str_eq(kept("|2"), "42");
	close_two();
}

Test(draft_windows, an_open_question_survives_a_dropped_line)
{
	open_two();
	window_type(&one, "41");
	window_type(&two, "42");
	script_hangup(two.script);
	script_run(two.script, two.app);
	window_close(&one);
	window_close(&two);
	window_open(&one, seats[0]);
	cr_expect(grid_has(app_grid(one.app), "what your other window wrote"));
	cr_expect(grid_has(app_grid(one.app), "42"));
	window_type(&one, "0");
	cr_expect(grid_has(app_grid(one.app), "! Ctrl-O: both texts"));
	cr_expect_str_eq(kept(""), "41", "nobody has decided");
	cr_expect_str_eq(kept("|2"), "420");
	window_press(&one, "Ctrl-O");
	cr_expect(grid_has(app_grid(one.app), "There: 41"));
	window_press(&one, "2"); /* take that text */
	cr_expect_str_eq(kept(""), "41");
	cr_expect_str_eq(kept("|2"), "");
	window_close(&one);
}

Test(draft_windows, what_the_other_window_sent_leaves_the_text_here)
{
	struct actor who = district_actor(&s.d, "chen");

	open_two();
	window_type(&one, "41");
	window_press(&one, "F5");
	cr_assert_eq(store_draft_drop(s.d.s, &who, drafts_name(&s.d, "chen", "report:"), &s.d.e),
		     0);
	script_text(one.script, "2");
	script_run(one.script, one.app);
	app_step(one.app, 0);
	cr_expect_not_null(strstr(app_message(one.app), "still here"), "%s", app_message(one.app));
	script_run(one.script, one.app);
	cr_expect_str_eq(kept(""), "412");
	close_two();
}

/* There are no two texts any more, and nobody is asked about one that is gone. */
Test(draft_windows, what_the_other_window_handed_in_is_shown_as_what_stands_there_now)
{
	open_two();
	window_type(&one, "41");
	window_type(&two, "42");
	cr_assert(shown_in(&two, "both texts"));
	window_press(&one, "Tab");
	window_type(&one, "各校已筛查");
	window_press(&one, "F9");
	window_press(&one, "Enter");
	cr_assert_str_eq(app_top(one.app)->ops->name, "home", "%s", app_message(one.app));
	window_press(&two, "F9");
	cr_expect_not(shown_in(&two, "1970"));
	cr_assert_str_eq(app_top(two.app)->ops->name, "conflict", "%s", app_message(two.app));
	cr_expect(shown_in(&two, "you entered another text in"));
	cr_expect(shown_in(&two, "42"));
	window_press(&two, "F9");
	cr_expect_str_eq(kept(""), "42");
	cr_expect_str_eq(kept("|2"), "");
	close_two();
}
