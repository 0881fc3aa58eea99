/*
 * What is typed is kept: while one types on, in a window that gets too small, when the line drops,
 * and it is gone on with at the same place. Where the file takes nothing for a while, the form says
 * so and what was typed is not lost either.
 */
#include "db/report/store_draft.h"
#include "db/store_internal.h"
#include "tests/tui/drafts.h"
#include "tests/tui/screen.h"
#include "tui/home/resume.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdlib.h>
#include <string.h>

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

static void open_report(void)
{
	screen_open(&s, &view_report_form, (struct view_args){.id = district_action(&s.d, "4")});
}

/* What is kept in a field of the report on 4; "" when nothing is. */
static const char *kept(const char *field)
{
	return drafts_kept(&s.d, "chen", "report:", field);
}

Test(draft_screen, is_kept_while_one_types_on)
{
	open_report();
	for (int i = 0; i < 6; i++) {
		now_ms += 310;
		script_press(s.script, s.app, i < 2 ? "4" : "Left");
		cr_expect_str_eq(kept("percent"), i < 5 ? "" : "44", "after key %d", i);
	}
}

Test(draft_screen, is_kept_when_the_window_gets_too_small)
{
	open_report();
	script_press(s.script, s.app, "4");
	cr_expect_str_eq(kept("percent"), "");
	script_resize(s.script, 20, 5);
	script_run(s.script, s.app);
	cr_expect_str_eq(kept("percent"), "4");
}

static void type_problems(const char *text)
{
	script_press(s.script, s.app, "Tab Tab");
	script_text(s.script, text);
	script_run(s.script, s.app);
}

Test(draft_screen, goes_on_at_the_same_place)
{
	open_report();
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
	cr_expect_str_eq(kept("problems"), "缺少场地和，缺人员");
}

Test(draft_screen, later_leaves_the_row_as_a_draft)
{
	open_report();
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

static void rest(int ms)
{
	now_ms += ms;
	script_run(s.script, s.app);
}

Test(draft_screen, what_cannot_be_kept_is_tried_again)
{
	open_report();
	struct store *other = district_lock(&s.d);
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
	district_unlock(other);
	script_run(s.script, s.app);
	cr_expect_str_eq(kept("percent"), "4");
	cr_expect_not(screen_has(&s, "! not kept yet"));
	cr_expect(screen_has(&s, "draft kept"));
}

/* A lock that lasts for longer than the person waits: nothing was sent, nothing is lost. */
Test(draft_screen, what_waits_for_a_lock_in_vain_is_not_sent)
{
	open_report();
	script_press(s.script, s.app, "4");
	struct store *other = district_lock(&s.d);
	script_press(s.script, s.app, "F9");
	cr_expect_str_eq(screen_top(&s), "report");
	cr_expect_not_null(strstr(app_message(s.app), "tried again"), "%s", app_message(s.app));
	district_unlock(other);
	rest(1000);
	cr_expect_str_eq(kept("percent"), "4");
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
	open_report();
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
	cr_expect_str_eq(kept("done"), text);
	cr_expect_not(screen_has(&s, "! not kept yet"));
	free(text);
}
