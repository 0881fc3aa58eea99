/* The table of actions: every row usable, no key twice in a scope, rebinding, the hint bar, the
 * manual. */
#include "tui/app/keymap.h"

#include "core/text/utf8.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <string.h>

static struct keymap *m;

static void begin(void)
{
	m = keymap_new();
}

static void end(void)
{
	keymap_free(m);
}

TestSuite(keymap, .init = begin, .fini = end);

static enum action find(enum scope scope, const char *name)
{
	struct key k;

	cr_assert(key_parse(name, &k));
	return keymap_find(m, scope, &k);
}

static const char *each_key(const char *keys, char out[KEY_LABEL])
{
	size_t n = strcspn(keys, " ");

	memcpy(out, keys, n);
	out[n] = '\0';
	return keys[n] ? keys + n + 1 : NULL;
}

Test(keymap, every_default_key_does_what_its_row_says)
{
	for (int a = DO_NONE + 1; a < DO_COUNT; a++) {
		const struct action_info *info = action_info((enum action)a);
		char name[KEY_LABEL];
		for (const char *keys = info->keys; keys && *keys;) {
			keys = each_key(keys, name);
			cr_expect_eq((int)find(info->scope, name), a, "%s: %s is bound twice",
				     info->name, name);
		}
	}
}

Test(keymap, names_are_unique_and_fit_for_a_configuration)
{
	for (int a = DO_NONE + 1; a < DO_COUNT; a++) {
		const struct action_info *info = action_info((enum action)a);
		cr_expect_eq((int)action_parse(info->name), a, "%s stands twice", info->name);
		for (const char *p = info->name; *p; p++)
			cr_expect(islower((unsigned char)*p) || *p == '-', "%s", info->name);
		cr_expect(*info->help && info->help[strlen(info->help) - 1] != '.', "%s",
			  info->name);
	}
	cr_expect_eq(action_parse("no-such-action"), DO_NONE);
}

Test(keymap, scopes_end_in_the_global_one)
{
	for (int s = 0; s < SCOPE_COUNT; s++)
		cr_expect(scope_within((enum scope)s, SCOPE_GLOBAL));
	cr_expect(scope_within(SCOPE_HOME, SCOPE_LIST));
	cr_expect_not(scope_within(SCOPE_FORM, SCOPE_LIST));
}

Test(keymap, keys_are_looked_up_from_the_inside_out)
{
	cr_expect_eq(find(SCOPE_HOME, "e"), DO_REPORT_NEW);
	cr_expect_eq(find(SCOPE_HOME, "Down"), DO_DOWN);
	cr_expect_eq(find(SCOPE_HOME, "F1"), DO_HELP);
	cr_expect_eq(find(SCOPE_FORM, "Down"), DO_FORM_NEXT);
	cr_expect_eq(find(SCOPE_FIELD, "Down"), DO_EDIT_DOWN);
	cr_expect_eq(find(SCOPE_FIELD, "Backspace"), DO_EDIT_BACKSPACE);
	cr_expect_eq(find(SCOPE_HOME, "Backspace"), DO_BACK);
	cr_expect_eq(find(SCOPE_HOME, "？"), DO_HELP);
	cr_expect_eq(find(SCOPE_HOME, "0"), DO_MAIN_MENU);
	cr_expect_eq(find(SCOPE_HOME, "Z"), DO_NONE);
}

Test(keymap, arrows_enter_esc_tab_and_digits_reach_everything_basic)
{
	cr_expect_eq(find(SCOPE_LIST, "Enter"), DO_OPEN);
	cr_expect_eq(find(SCOPE_MENU, "Enter"), DO_CHOOSE);
	cr_expect_eq(find(SCOPE_DIALOG, "Enter"), DO_ANSWER);
	cr_expect_eq(find(SCOPE_FORM, "Enter"), DO_FORM_ENTER);
	for (int s = 0; s < SCOPE_COUNT; s++)
		cr_expect_eq(find((enum scope)s, "Esc"), DO_BACK);
}

Test(keymap, binding_replaces_the_keys_of_an_action)
{
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	char label[KEY_LABEL];

	cr_assert_eq(keymap_bind(m, "filter", "Ctrl-F12 f", &e), 0, "%s", e.text);
	cr_expect_eq(find(SCOPE_LIST, "f"), DO_FILTER);
	cr_expect_eq(find(SCOPE_LIST, "/"), DO_NONE);
	cr_expect_str_eq(keymap_first_key(m, DO_FILTER, label), "Ctrl-F12");
	cr_expect_str_eq(keymap_all_keys(m, DO_FILTER, &a), "Ctrl-F12, f");
	cr_assert_eq(keymap_bind(m, "filter", "", &e), 0);
	cr_expect_str_eq(keymap_first_key(m, DO_FILTER, label), "");
	arena_free(&a);
}

Test(keymap, binding_refuses_and_changes_nothing)
{
	static const struct {
		const char *action, *keys, *says;
	} cases[] = {
		{"no-such", "x", "\"no-such\" is no action"},
		{"filter", "Wrong", "\"Wrong\" is no key"},
		{"filter", "x Enter", "\"open\" has it"},
		{"filter", "1 2 3 4 5 6 7", "\"7\""},
		{"back", "", "no other way out"},
		{"print", "p Enter", "\"open\" has it"},
		{"report-new", "e Left", "digits stay as they are"},
		{"filter", "/ 5", "digits stay as they are"},
		/* the key of an action of a scope around this one, which has no other there */
		{"report-new", "e F5", "no key left for \"reload\""},
		{"submit", "Ctrl-L", "no key left for \"redraw\""},
		/* the other way round: behind a key of a scope within */
		{"help", "F2", "no key left for \"help\""},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct err e = ERR_INIT;
		cr_expect_eq(keymap_bind(m, cases[i].action, cases[i].keys, &e), -1);
		cr_expect_eq(e.code, ERR_INPUT);
		cr_expect(strstr(e.text, cases[i].says), "%s", e.text);
	}
	cr_expect_eq(find(SCOPE_LIST, "/"), DO_FILTER);
	cr_expect_eq(find(SCOPE_LIST, "x"), DO_NONE);
}

Test(keymap, the_same_key_may_serve_different_scopes)
{
	struct err e = ERR_INIT;

	cr_expect_eq(keymap_bind(m, "submit", "F9 F8", &e), 0, "%s", e.text);
	cr_expect_eq(find(SCOPE_FORM, "F8"), DO_SUBMIT);
	cr_expect_eq(find(SCOPE_LIST, "F8"), DO_WAITING);
}

Test(keymap, basic_keys_stay_whatever_else_is_given)
{
	struct err e = ERR_INIT;

	cr_assert_eq(keymap_bind(m, "open", "o", &e), 0, "%s", e.text);
	cr_expect_eq(find(SCOPE_LIST, "Enter"), DO_OPEN);
	cr_expect_eq(find(SCOPE_LIST, "o"), DO_OPEN);
	cr_assert_eq(keymap_bind(m, "down", "", &e), 0, "%s", e.text);
	cr_expect_eq(find(SCOPE_LIST, "Down"), DO_DOWN);
	cr_expect_eq(find(SCOPE_LIST, "j"), DO_NONE);
}

Test(keymap, a_full_width_key_in_the_configuration_is_its_half_width_one)
{
	struct err e = ERR_INIT;

	cr_assert_eq(keymap_bind(m, "filter", "； Ｆ", &e), 0, "%s", e.text);
	cr_expect_eq(find(SCOPE_LIST, ";"), DO_FILTER);
	cr_expect_eq(find(SCOPE_LIST, "；"), DO_FILTER);
	cr_expect_eq(find(SCOPE_LIST, "F"), DO_FILTER);
}

Test(keymap, every_default_key_is_free_of_conflicts)
{
	for (int i = DO_NONE + 1; i < DO_COUNT; i++) {
		const struct action_info *info = action_info((enum action)i);
		struct err e = ERR_INIT;

		/* given once more it changes nothing, and nothing stands against it */
		cr_expect_eq(keymap_bind(m, info->name, info->keys, &e), 0, "%s: %s", info->name,
			     e.text);
	}
}

Test(keymap, the_ways_out_and_on_are_reached_from_everywhere)
{
	static const char *const keys[] = {"Esc", "F1", "F10", "F11", "F5"};
	static const enum action acts[] = {DO_BACK, DO_HELP, DO_MAIN_MENU, DO_PALETTE, DO_RELOAD};

	for (int s = 0; s < SCOPE_COUNT; s++)
		for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
			cr_expect_eq(find((enum scope)s, keys[i]), acts[i], "%s in %s", keys[i],
				     scope_info((enum scope)s)->word);
}

static int cols_of(const struct keymap_hint *h, size_t n)
{
	int cols = 0;

	for (size_t i = 0; i < n; i++)
		cols += utf8_cols(h[i].key) + 1 + utf8_cols(h[i].text) + (i ? 2 : 0);
	return cols;
}

static bool has(const struct keymap_hint *h, size_t n, enum action a)
{
	for (size_t i = 0; i < n; i++)
		if (h[i].action == a)
			return true;
	return false;
}

Test(keymap, hints_fit_and_keep_the_way_out)
{
	struct keymap_hint h[32];

	for (int s = 0; s < SCOPE_COUNT; s++) {
		for (int cols = 70; cols <= 200; cols += 5) {
			size_t n = keymap_hints(m, (enum scope)s, cols, NULL, NULL, h, 32);
			cr_expect_leq(cols_of(h, n), cols);
			cr_expect(has(h, n, DO_BACK) && has(h, n, DO_HELP));
		}
	}
	size_t n = keymap_hints(m, SCOPE_HOME, 100, NULL, NULL, h, 32);
	cr_expect_eq(h[0].action, DO_OPEN);
	cr_expect(has(h, n, DO_REPORT_NEW));
}

static bool offers_no_report(const void *view, enum action a)
{
	(void)view;
	return a != DO_REPORT_NEW;
}

Test(keymap, hints_leave_out_what_a_view_does_not_offer_and_keys_that_are_text)
{
	struct keymap_hint h[32];
	size_t n = keymap_hints(m, SCOPE_HOME, 200, offers_no_report, NULL, h, 32);

	cr_expect_not(has(h, n, DO_REPORT_NEW));
	n = keymap_hints(m, SCOPE_FIELD, 200, NULL, NULL, h, 32);
	for (size_t i = 0; i < n; i++)
		if (h[i].action == DO_MAIN_MENU)
			cr_expect_str_eq(h[i].key, "F10");
}

Test(keymap, the_manual_has_every_action)
{
	struct strbuf page = STRBUF_INIT;

	keymap_print_manual(&page);
	for (int a = DO_NONE + 1; a < DO_COUNT; a++) {
		char name[64] = "\\fI";
		for (const char *p = action_info((enum action)a)->name; *p; p++)
			strcat(name, *p == '-' ? "\\-" : (char[]){*p, '\0'});
		cr_expect(strstr(page.s, name), "%s", name);
	}
	cr_expect(strstr(page.s, ".TH DUBAN-KEYS 7"));
	strbuf_free(&page);
}
