/* Names of keys, and the characters an input method sends for keys. */
#include "tui/term/key.h"

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

Test(key, names_for_people_carry_no_context)
{
	char label[KEY_LABEL];
	struct key k = key_named(K_LEFT, MOD_CTRL);

	cr_expect_str_eq(key_display(&k, label), "Ctrl-Left");
	cr_expect_str_eq(key_label(&k, label), "Ctrl-Left");
}
