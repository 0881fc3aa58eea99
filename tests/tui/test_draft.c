/*
 * What is typed is kept: while one types on, in a window that gets too small, when the line drops;
 * it is gone on with at the same place, and two windows of one person lose nothing to each other.
 */
#include "db/change.h"
#include "db/report/store_draft.h"
#include "db/store_internal.h"
#include "tests/support/canvas_dump.h"
#include "tests/tui/screen.h"
#include "tui/app/seat.h"
#include "tui/home/resume.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

TestSuite(draft_screen, .init = begin, .fini = end);

static void open_report(struct app *app)
{
	cr_assert_eq(app_push(app, &view_report_form,
			      &(struct view_args){.id = district_action(&s.d, "4")}),
		     0, "%s", app_message(app));
	script_run(s.script, app);
}

/* What is kept in a field of the report on 4; "" when nothing is. */
static const char *kept(const char *name, const char *field)
{
	struct actor who = district_actor(&s.d, "chen");
	struct draft d;

	cr_assert_eq(store_draft_load(s.d.s, &s.d.a, &who, name, &d, &s.d.e), 0);
	for (size_t i = 0; i < d.fields.n; i++)
		if (strcmp(d.fields.at[i].field, field) == 0)
			return d.fields.at[i].text;
	return "";
}

static const char *report_key(const char *behind)
{
	struct actor who = district_actor(&s.d, "chen");
	struct draft_names names;

	cr_assert_eq(store_draft_list(s.d.s, &s.d.a, &who, "report:", &names, &s.d.e), 0);
	for (size_t i = 0; i < names.rows.n; i++)
		if (!strchr(names.rows.at[i].form, '|'))
			return arena_printf(&s.d.a, "%s%s", names.rows.at[i].form, behind);
	return "none";
}

Test(draft_screen, is_kept_while_one_types_on)
{
	open_report(s.app);
	for (int i = 0; i < 6; i++) {
		now_ms += 310;
		script_press(s.script, s.app, i < 2 ? "4" : "Left");
		cr_expect_str_eq(kept(report_key(""), "percent"), i < 5 ? "" : "44", "after key %d",
				 i);
	}
}

Test(draft_screen, is_kept_when_the_window_gets_too_small)
{
	open_report(s.app);
	script_press(s.script, s.app, "4");
	cr_expect_str_eq(kept(report_key(""), "percent"), "");
	script_resize(s.script, 20, 5);
	script_run(s.script, s.app);
	cr_expect_str_eq(kept(report_key(""), "percent"), "4");
}

static void type_problems(const char *text)
{
	script_press(s.script, s.app, "Tab Tab");
	script_text(s.script, text);
	script_run(s.script, s.app);
}

Test(draft_screen, goes_on_at_the_same_place)
{
	open_report(s.app);
	type_problems("缺少场地和人员");
	script_press(s.script, s.app, "Left Left");
	script_text(s.script, "，");
	script_hangup(s.script);
	cr_expect_not(script_run(s.script, s.app));

	app_free(s.app);
	s.app = app_new(&s.context, s.keys, script_term(s.script), LOOK_NARROW);
	screen_open(&s, session_home(&s.session), (struct view_args){0});
	cr_expect(screen_has(&s, "draft"));
	resume_offer(s.app);
	script_run(s.script, s.app);
	cr_assert_str_eq(screen_top(&s), "resume");
	cr_expect(screen_has(&s, "(problems)"));
	screen_press(&s, "Enter");
	cr_assert_str_eq(screen_top(&s), "report");
	script_text(s.script, "缺");
	script_press(s.script, s.app, "Esc");
	cr_expect_str_eq(kept(report_key(""), "problems"), "缺少场地和，缺人员");
}

Test(draft_screen, later_leaves_the_row_as_a_draft)
{
	open_report(s.app);
	type_problems("缺少场地");
	screen_press(&s, "Esc");
	resume_offer(s.app);
	screen_press(&s, "2");
	cr_expect_str_eq(screen_top(&s), "home");
	cr_expect(screen_has(&s, "draft"));
	resume_offer(s.app);
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "home");
}

Test(draft_screen, nothing_is_offered_that_cannot_be_sent)
{
	static const char *const forms[] = {"report:999:1:1", "unheard-of:1"};
	const struct draft_new d = {.focus = "", .seat = ""};
	struct actor who = district_actor(&s.d, "chen");
	int64_t version;

	for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
		cr_assert_eq(store_draft_put(s.d.s, &who, forms[i], &d, &version, &s.d.e), 0);
	resume_offer(s.app);
	script_run(s.script, s.app);
	cr_expect_str_eq(screen_top(&s), "home");
}

/* A second window of the same person on the same file, in the same process. */
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

Test(draft_screen, a_window_says_that_another_is_in_the_form)
{
	window_open(&one, seat_name(seats[0], "/dev/pts/1", (long)getpid(), ""));
	window_type(&one, "41");
	window_open(&two, seat_name(seats[1], "/dev/pts/2", (long)getpid(), ""));
	cr_expect(grid_has(app_grid(two.app), "also open in your window pts/1"));
	close_two();
}

Test(draft_screen, a_window_that_is_gone_is_not_warned_of)
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

Test(draft_screen, the_late_window_overwrites_nothing_and_types_on)
{
	open_two();
	window_type(&one, "41");
	window_type(&two, "4");
	cr_expect_str_eq(app_top(two.app)->ops->name, "report", "nothing opens over the typing");
	cr_expect(shown_in(&two, "! Ctrl-O: both texts; another window changed this too, "));
	cr_expect(shown_in(&two, "Ctrl-O"));
	window_type(&two, "2");
	cr_expect_str_eq(kept(report_key(""), "percent"), "41");
	cr_expect_str_eq(kept(report_key("|2"), "percent"), "42", "the digit was text");
	window_press(&two, "Ctrl-O");
	cr_expect(shown_in(&two, "pts/1") && shown_in(&two, "There: 41"));
	window_press(&two, "3"); /* keep mine */
	cr_expect_str_eq(app_top(two.app)->ops->name, "report");
	cr_expect_not(shown_in(&two, "your other window"));
	cr_expect_str_eq(kept(report_key(""), "percent"), "42");
	cr_expect_str_eq(kept(report_key("|2"), "percent"), "");
	window_press(&two, "F4");
	window_press(&two, "Left");
	cr_expect_str_eq(kept(report_key(""), "percent"), "41");
	close_two();
}

Test(draft_screen, the_other_windows_text_can_be_taken)
{
	open_two();
	window_type(&one, "41");
	window_type(&two, "42");
	window_press(&two, "Ctrl-O 2");
	cr_expect_str_eq(kept(report_key(""), "percent"), "41");
	window_press(&two, "F4");
	window_press(&two, "Left");
	cr_expect_str_eq(kept(report_key(""), "percent"), "42");
	close_two();
}

Test(draft_screen, a_text_that_was_not_shown_is_not_decided_about)
{
	open_two();
	window_type(&one, "41");
	window_type(&two, "42");
	window_press(&two, "Ctrl-O");
	window_type(&one, "0");
	cr_expect_str_eq(kept(report_key(""), "percent"), "410");
	window_press(&two, "3");
	cr_expect_str_eq(app_top(two.app)->ops->name, "question");
	cr_expect(shown_in(&two, "There: 410"));
	cr_expect_not_null(strstr(app_message(two.app), "gone on"), "%s", app_message(two.app));
	cr_expect_str_eq(kept(report_key(""), "percent"), "410");
	window_press(&two, "3");
	cr_expect_str_eq(kept(report_key(""), "percent"), "42");
	close_two();
}

Test(draft_screen, leaving_and_sending_ask_which_text_counts)
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
	cr_expect_str_eq(kept(report_key(""), "percent"), "41");
	cr_expect_str_eq(kept(report_key("|2"), "percent"), "42");
	close_two();
}

Test(draft_screen, an_open_question_survives_a_dropped_line)
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
	cr_expect_str_eq(kept(report_key(""), "percent"), "41", "nobody has decided");
	cr_expect_str_eq(kept(report_key("|2"), "percent"), "420");
	window_press(&one, "Ctrl-O");
	cr_expect(grid_has(app_grid(one.app), "There: 41"));
	window_press(&one, "2"); /* take that text */
	cr_expect_str_eq(kept(report_key(""), "percent"), "41");
	cr_expect_str_eq(kept(report_key("|2"), "percent"), "");
	window_close(&one);
}

Test(draft_screen, what_the_other_window_sent_leaves_the_text_here)
{
	struct actor who = district_actor(&s.d, "chen");

	open_two();
	window_type(&one, "41");
	window_press(&one, "F5");
	cr_assert_eq(store_draft_drop(s.d.s, &who, report_key(""), &s.d.e), 0);
	script_text(one.script, "2");
	script_run(one.script, one.app);
	app_step(one.app, 0);
	cr_expect_not_null(strstr(app_message(one.app), "still here"), "%s", app_message(one.app));
	script_run(one.script, one.app);
	cr_expect_str_eq(kept(report_key(""), "percent"), "412");
	close_two();
}

/* Another process, as far as this one can tell. */
static struct store *lock_file(void)
{
	struct store *other;

	store_set_wait(s.d.s, 1);
	cr_assert_eq(store_open(s.d.path, &other, &s.d.e), 0, "%s", s.d.e.text);
	cr_assert_eq(sql_begin(other->db, &s.d.e), 0, "%s", s.d.e.text);
	return other;
}

static void unlock_file(struct store *other)
{
	sql_rollback(other->db);
	store_close(other);
}

static void rest(int ms)
{
	now_ms += ms;
	script_run(s.script, s.app);
}

Test(draft_screen, what_cannot_be_kept_is_tried_again)
{
	open_report(s.app);
	struct store *other = lock_file();
	script_press(s.script, s.app, "4");
	rest(1000);
	cr_expect_str_eq(app_message(s.app), "", "it is no trouble yet");
	rest(3000);
	cr_expect_not_null(strstr(app_message(s.app), "tried again"), "%s", app_message(s.app));
	cr_expect(screen_has(&s, "! not kept yet"));
	screen_press(&s, "Esc"); /* not without asking */
	cr_expect_str_eq(screen_top(&s), "question");
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "report");
	unlock_file(other);
	script_run(s.script, s.app);
	cr_expect_str_eq(kept(report_key(""), "percent"), "4");
	cr_expect_not(screen_has(&s, "! not kept yet"));
	cr_expect(screen_has(&s, "draft kept"));
}

/* A lock that lasts for longer than the person waits: nothing was sent, nothing is lost. */
Test(draft_screen, what_waits_for_a_lock_in_vain_is_not_sent)
{
	open_report(s.app);
	script_press(s.script, s.app, "4");
	struct store *other = lock_file();
	script_press(s.script, s.app, "F9");
	cr_expect_str_eq(screen_top(&s), "report");
	cr_expect_not_null(strstr(app_message(s.app), "tried again"), "%s", app_message(s.app));
	unlock_file(other);
	rest(1000);
	cr_expect_str_eq(kept(report_key(""), "percent"), "4");
}

struct trouble {
	char pragma[32], told[24];
};

/* Told once; for as long as it lasts a mark stands over the form. */
ParameterizedTestParameters(draft_screen, a_file_that_takes_nothing_is_told_once)
{
	/* Not a page more: the disk is full. */
	static struct trouble troubles[] = {{"PRAGMA max_page_count = 1", "is full"},
					    {"PRAGMA query_only = 1", "can only be read"}};

	return cr_make_param_array(struct trouble, troubles, sizeof troubles / sizeof troubles[0]);
}

static void run_script(const char *text)
{
	cr_assert_eq(s.d.s->db->ops->script(s.d.s->db, text, &s.d.e), 0, "%s", s.d.e.text);
}

ParameterizedTest(struct trouble *t, draft_screen, a_file_that_takes_nothing_is_told_once)
{
	enum { CHARS = 3900 };
	char *text = xcalloc(1, 3 * CHARS + 1);

	for (int i = 0; i < CHARS; i++)
		strcat(text, "缺");
	open_report(s.app);
	run_script(t->pragma);
	script_press(s.script, s.app, "Tab");
	script_paste(s.script, text);
	script_run(s.script, s.app);
	rest(1000);
	cr_expect_not_null(strstr(app_message(s.app), t->told), "%s", app_message(s.app));
	cr_expect(screen_has(&s, "! not kept yet"));
	script_press(s.script, s.app, "Left");
	rest(1000);
	cr_expect_str_eq(app_message(s.app), "", "once is enough");
	cr_expect(screen_has(&s, "! not kept yet"));
	cr_expect(screen_has(&s, "缺缺缺"));
	run_script("PRAGMA max_page_count = 1000000; PRAGMA query_only = 0");
	rest(1000);
	cr_expect_str_eq(kept(report_key(""), "done"), text);
	cr_expect_not(screen_has(&s, "! not kept yet"));
	free(text);
}
