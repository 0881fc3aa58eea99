/* However a form is left, what was typed the moment before is kept: the main menu, the palette, the
 * end of the program, another post; and what was sent is kept no longer. */
#include "db/report/store_draft.h"
#include "db/store_internal.h"
#include "tests/support/canvas_dump.h"
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

/* How many texts are kept of the report on 4, and what they say was done. */
static size_t kept(const char **done)
{
	struct actor who = district_actor(&s.d, "chen");
	struct draft_names names;
	struct draft d;

	*done = "";
	cr_assert_eq(store_draft_list(s.d.s, &s.d.a, &who, "report:", &names, &s.d.e), 0);
	for (size_t i = 0; i < names.rows.n; i++) {
		cr_assert_eq(
			store_draft_load(s.d.s, &s.d.a, &who, names.rows.at[i].form, &d, &s.d.e),
			0);
		for (size_t k = 0; k < d.fields.n; k++)
			if (strcmp(d.fields.at[k].field, "done") == 0)
				*done = d.fields.at[k].text;
	}
	return names.rows.n;
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
	const char *done;

	type_and(w->keys);
	cr_expect_str_eq(screen_top(&s), w->top);
	cr_expect_eq(kept(&done), 1);
	cr_expect_str_eq(done, "筛查二十所学校");
}

Test(leaving, the_program_keeps_what_was_typed_last)
{
	const char *done;

	type_and("F10 0");
	cr_expect_eq(kept(&done), 1);
	cr_expect_str_eq(done, "筛查二十所学校");
	cr_expect_not(app_step(s.app, 0));
}

Test(leaving, what_cannot_be_kept_is_not_left_unasked)
{
	struct store *other;
	const char *done;

	store_set_wait(s.d.s, 1);
	cr_assert_eq(store_open(s.d.path, &other, &s.d.e), 0, "%s", s.d.e.text);
	cr_assert_eq(sql_begin(other->db, &s.d.e), 0, "%s", s.d.e.text);
	type_and("F10 1");
	cr_expect_str_eq(screen_top(&s), "report");
	cr_expect_not_null(strstr(app_message(s.app), "could not be kept"), "%s",
			   app_message(s.app));
	screen_press(&s, "Ctrl-Q Right Enter");
	cr_expect_str_eq(screen_top(&s), "report", "nor is the program");
	sql_rollback(other->db);
	store_close(other);
	script_keys(s.script, "F10 1");
	app_step(s.app, 0);
	cr_expect_str_eq(screen_top(&s), "home");
	kept(&done);
	cr_expect_str_eq(done, "筛查二十所学校");
}

Test(leaving, what_was_sent_is_not_kept_as_typed)
{
	const char *done;

	type_and("F9 2");
	cr_expect_str_eq(screen_top(&s), "home", "%s", app_message(s.app));
	cr_expect_eq(kept(&done), 0);
}
