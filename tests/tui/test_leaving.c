/* However a form is left, what was typed the moment before is kept: the main menu, the palette, the
 * end of the program, another post; and what was sent is kept no longer. */
#include "tests/tui/drafts.h"
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

static struct screen s;

static void begin(void)
{
	screen_begin(&s, "chen", 80, 24);
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(leaving, .init = begin, .fini = end);

/* How many texts are kept of reports, and what that on 4 says was done. */
static size_t count_kept(void)
{
	return drafts_count(&s.d, "chen", "report:");
}

static const char *kept_done(void)
{
	return drafts_kept(&s.d, "chen", "report:", "done");
}

/* The keys come in one go, so that input never rests. */
static void type_and(const char *keys)
{
	screen_open(&s, &view_report_form, (struct view_args){.id = district_action(&s.d, "4")});
	script_keys(s.script, "Tab");
	script_text(s.script, "筛查二十所学校");
	script_keys(s.script, keys);
	for (int i = 0; i < 2; i++)
		app_step(s.app, 0);
}

struct way {
	const char keys[40];
	const char top[16];
};

static const struct way ways[] = {
	{"F10 1", "home"},   {"F10 2", "plan"},
	{"F10 8", "search"}, {"F11 o v e r v i e w Enter", "overview"},
	{"Esc", "home"},
};

ParameterizedTestParameters(leaving, keeps_what_was_typed_last)
{
	return cr_make_param_array(const struct way, (void *)ways, sizeof ways / sizeof ways[0]);
}
ParameterizedTest(const struct way *w, leaving, keeps_what_was_typed_last)
{
	type_and(w->keys);
	cr_expect_str_eq(screen_top(&s), w->top);
	cr_expect_eq(count_kept(), 1);
	cr_expect_str_eq(kept_done(), "筛查二十所学校");
}

Test(leaving, the_program_keeps_what_was_typed_last)
{
	type_and("F10 0");
	cr_expect_eq(count_kept(), 1);
	cr_expect_str_eq(kept_done(), "筛查二十所学校");
	cr_expect_not(app_step(s.app, 0));
}

Test(leaving, what_cannot_be_kept_is_not_left_unasked)
{
	struct store *other = district_lock(&s.d);

	type_and("F10 1");
	cr_expect_str_eq(screen_top(&s), "report");
	cr_expect_not_null(strstr(app_message(s.app), "could not be kept"), "%s",
			   app_message(s.app));
	screen_press(&s, "Ctrl-Q Right Enter");
	cr_expect_str_eq(screen_top(&s), "report", "nor is the program");
	district_unlock(other);
	script_keys(s.script, "F10 1");
	app_step(s.app, 0);
	cr_expect_str_eq(screen_top(&s), "home");
	cr_expect_str_eq(kept_done(), "筛查二十所学校");
}

Test(leaving, what_was_sent_is_not_kept_as_typed)
{
	type_and("F9 2");
	cr_expect_str_eq(screen_top(&s), "home", "%s", app_message(s.app));
	cr_expect_eq(count_kept(), 0);
}
