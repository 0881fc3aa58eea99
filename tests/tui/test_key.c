/* Names of keys, and the characters an input method sends for keys. */
#include "tui/key.h"

#include "tui/term_keys.h"
#include "tui/term_probe.h"

#include <criterion/criterion.h>

Test(key, names_are_read_and_written_alike)
{
	static const char *const names[] = {
		"Enter",     "Esc", "PgDn", "F10", "Ctrl-E", "Alt-b",	  "Space", "Ctrl-Space",
		"Shift-Tab", "/",   "j",    "G",   "，",     "Ctrl-Left", "-",	   "Ctrl-_"};
	char label[KEY_LABEL];
	struct key k;

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		cr_assert(key_parse(names[i], &k), "%s", names[i]);
		cr_expect_str_eq(key_label(&k, label), names[i]);
	}
}

Test(key, case_of_special_names_does_not_matter)
{
	struct key a, b;

	cr_assert(key_parse("ctrl-e", &a) && key_parse("Ctrl-E", &b));
	cr_expect(key_same(&a, &b));
	cr_assert(key_parse("pgup", &a) && key_parse("PgUp", &b));
	cr_expect(key_same(&a, &b));
	cr_assert(key_parse("g", &a) && key_parse("G", &b));
	cr_expect_not(key_same(&a, &b));
}

Test(key, refuses_what_is_no_key)
{
	static const char *const names[] = {"", "Entr", "ab", "Ctrl-", "F13", "Shift-a", "健康"};
	struct key k = key_named(K_F1, 0);

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		cr_expect_not(key_parse(names[i], &k), "%s", names[i]);
	cr_expect(k.kind == INPUT_NAMED && k.name == K_F1);
}

Test(key, full_width_characters_act_as_half_width_ones)
{
	static const struct {
		const char *typed, *acts;
		int digit;
	} cases[] = {{"１", "1", 1},  {"０", "0", 0},  {"／", "/", -1}, {"、", "/", -1},
		     {"？", "?", -1}, {"：", ":", -1}, {"ｑ", "q", -1}, {"健", "健", -1},
		     {"7", "7", 7},   {"　", " ", -1}};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct key k = key_text(cases[i].typed), half = key_halfwidth(&k);
		cr_expect_str_eq(half.text, cases[i].acts);
		cr_expect_eq(key_digit(&k), cases[i].digit);
	}
}

Test(key, characters_of_terminals_become_keys)
{
	static const struct {
		uint32_t c;
		const char *label;
	} cases[] = {{'\r', "Enter"},  {'\n', "Ctrl-J"}, {'\t', "Tab"},	 {127, "Backspace"},
		     {8, "Backspace"}, {5, "Ctrl-E"},	 {31, "Ctrl-_"}, {0, "Ctrl-Space"},
		     {'a', "a"},       {0x5065, "健"}};
	char label[KEY_LABEL];

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct key k = term_key_of_char(cases[i].c, 0);
		cr_expect_str_eq(key_label(&k, label), cases[i].label);
	}
}

Test(key, no_two_sequences_are_the_same_bytes)
{
	size_t n;
	const struct term_sequence *s = term_sequences(&n);

	cr_assert_gt(n, 40);
	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n; j++)
			cr_expect_str_neq(s[i].bytes, s[j].bytes);
}

Test(key, cursor_reports_are_found_among_other_bytes)
{
	cr_expect_eq(term_probe_column("\033[12;3R"), 3);
	cr_expect_eq(term_probe_column("abc\033[1;2R"), 2);
	cr_expect_eq(term_probe_column("\033[A\033[7;14Rx"), 14);
	cr_expect_eq(term_probe_column("\033[12;3"), 0);
	cr_expect_eq(term_probe_column(""), 0);
}
