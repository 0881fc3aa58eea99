/* What surrounds curses and needs none of it: bytes of keys, answers of terminals, waiting, looks.
 */
#include "tui/term/term_keys.h"

#include "tui/term/term_look.h"
#include "tui/term/term_probe.h"
#include "tui/term/term_wait.h"

#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

Test(term, characters_of_terminals_become_keys)
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

Test(term, no_two_sequences_are_the_same_bytes)
{
	size_t n;
	const struct term_sequence *s = term_sequences(&n);

	cr_assert_gt(n, 40);
	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n; j++)
			cr_expect_str_neq(s[i].bytes, s[j].bytes);
}

Test(term, cursor_reports_are_found_among_other_bytes)
{
	cr_expect_eq(term_probe_column("\033[12;3R"), 3);
	cr_expect_eq(term_probe_column("abc\033[1;2R"), 2);
	cr_expect_eq(term_probe_column("\033[A\033[7;14Rx"), 14);
	cr_expect_eq(term_probe_column("\033[12;3"), 0);
	cr_expect_eq(term_probe_column(""), 0);
}

Test(term, waiting_ends_with_bytes_with_the_time_and_with_the_line)
{
	int fds[2];

	cr_assert_eq(pipe(fds), 0);
	cr_expect_eq(term_wait_input(fds[0], 0), 0);
	cr_expect_not(term_wait_at_end(fds[0]));
	cr_assert_eq(write(fds[1], "x", 1), 1);
	cr_expect_eq(term_wait_input(fds[0], -1), 1);
	cr_expect_not(term_wait_at_end(fds[0]));
	char c;
	cr_assert_eq(read(fds[0], &c, 1), 1);
	close(fds[1]);
	cr_expect_eq(term_wait_input(fds[0], -1), -1);
	close(fds[0]);
}

static bool same_look(struct term_look a, struct term_look b)
{
	return a.attrs == b.attrs && a.fg == b.fg && a.bg == b.bg;
}

Test(term, what_must_be_told_apart_is_with_any_number_of_colours)
{
	static const enum style pairs[][2] = {
		{STYLE_FIELD, STYLE_FIELD_FOCUS},   {STYLE_BUTTON, STYLE_BUTTON_FOCUS},
		{STYLE_TAB, STYLE_TAB_CURRENT},	    {STYLE_NORMAL, STYLE_TITLE},
		{STYLE_NORMAL, STYLE_ERROR},	    {STYLE_NORMAL, STYLE_HEADER},
		{STYLE_LAMP_RED, STYLE_LAMP_GREEN}, {STYLE_HINT_KEY, STYLE_HINT},
	};
	static const int colours[] = {0, 8, 16, 256};

	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
		for (size_t j = 0; j < sizeof colours / sizeof colours[0]; j++)
			cr_expect_not(same_look(term_look_of(pairs[i][0], colours[j]),
						term_look_of(pairs[i][1], colours[j])),
				      "pair %zu with %d colours", i, colours[j]);
}

Test(term, without_colours_none_is_asked_for)
{
	for (int s = 0; s < STYLE_COUNT; s++) {
		struct term_look look = term_look_of((enum style)s, 0);
		cr_expect(look.fg == NO_COLOUR && look.bg == NO_COLOUR);
		look = term_look_of((enum style)s, 8);
		cr_expect(look.fg < 8 && look.bg < 8);
	}
}
