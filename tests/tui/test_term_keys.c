/* Bytes of many terminals become keys, presses of the mouse, or nothing. */
#include "tui/term/term_keys.h"

#include "tui/term/term_decode.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

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

static const struct {
	const char *bytes, *label;
} sequences[] = {
	/* xterm, Xshell, SecureCRT as Xterm, Windows Terminal */
	{"\033[A", "Up"},
	{"\033OB", "Down"},
	{"\033[1;2C", "Shift-Right"},
	{"\033[1;5D", "Ctrl-Left"},
	{"\033[1;6D", "Ctrl-Shift-Left"},
	{"\033[1;3A", "Alt-Up"},
	{"\033[H", "Home"},
	{"\033OF", "End"},
	{"\033[1;2H", "Shift-Home"},
	{"\033[3~", "Del"},
	{"\033[3;5~", "Ctrl-Del"},
	{"\033[5~", "PgUp"},
	{"\033[Z", "Shift-Tab"},
	{"\033OP", "F1"},
	{"\033[15~", "F5"},
	{"\033[24~", "F12"},
	{"\033[1;2P", "Shift-F1"},
	{"\033[1;5R", "Ctrl-F3"},
	{"\033[15;2~", "Shift-F5"},
	{"\033O2P", "Shift-F1"},
	{"\033O1;5P", "Ctrl-F1"},
	/* PuTTY: ESC[n~, VT100+, the keypad in application mode */
	{"\033[11~", "F1"},
	{"\033[1~", "Home"},
	{"\033[4~", "End"},
	{"\033OT", "F5"},
	{"\033OX", "F9"},
	{"\033O[", "F12"},
	{"\033OM", "Enter"},
	{"\033Op", "0"},
	{"\033Oy", "9"},
	{"\033On", "."},
	{"\033Om", "-"},
	/* rxvt */
	{"\033[7~", "Home"},
	{"\033[8~", "End"},
	{"\033[d", "Shift-Left"},
	{"\033Oc", "Ctrl-Right"},
	{"\033[3^", "Ctrl-Del"},
	{"\033[5$", "Shift-PgUp"},
	{"\033[6@", "Ctrl-Shift-PgDn"},
	/* the console, SecureCRT as Linux */
	{"\033[[A", "F1"},
	{"\033[[E", "F5"},
	{"\033[17~", "F6"},
	/* CSI u and modifyOtherKeys */
	{"\033[13;5u", "Ctrl-Enter"},
	{"\033[27u", "Esc"},
	{"\033[97;5u", "Ctrl-a"},
	{"\033[97;2u", "A"},
	{"\033[97:65;2:1u", "A"},
	{"\033[127;5u", "Ctrl-Backspace"},
	{"\033[20581u", "健"},
	{"\033[27;5;13~", "Ctrl-Enter"},
	{"\033[27;2;65~", "A"},
	{"\033[57400u", "1"},
	/* Alt */
	{"\033x", "Alt-x"},
	{"\033\r", "Alt-Enter"},
	{"\033\177", "Alt-Backspace"},
	{"\033健", "Alt-健"},
	/* nothing: unknown keys, answers, focus, keys let go, other buttons, strings, broken bytes
	 */
	{"\033[999;999~", ""},
	{"\033[25~", ""},
	{"\033[E", ""},
	{"\033[I", ""},
	{"\033[?1;2c", ""},
	{"\033[>0;10;1c", ""},
	{"\033[?2026;1$y", ""},
	{"\033[201~", ""},
	{"\033[57358u", ""},
	{"\033]0;title\007", ""},
	{"\033]11;rgb:ffff/ffff/ffff\033\\", ""},
	{"\033P>|name 1.2\033\\", ""},
	{"\033[<0;10;5m", ""},
	{"\033[<35;10;5M", ""},
	{"\033[<2;10;5M", ""},
	{"\033[<999999999999;1;1M", ""},
	{"\033[M#!!", ""},
	{"\033[0;10;5M", ""},
	{"\xff", ""},
	{"\xc2\x9b", ""},
	{"\xef\xbf\xbf", ""},
};

static void use_utf8(void)
{
	cr_assert(setlocale(LC_CTYPE, "C.UTF-8"));
}

Test(term, esc_and_the_key_behind_it_in_one_packet_are_both)
{
	static const struct {
		const char *bytes, *label;
	} cases[] = {{"\033\033[B", "Down"},
		     {"\033\033OA", "Up"},
		     {"\033\033[5~", "PgUp"},
		     {"\033\033x", "Alt-x"},
		     {"\033\033", "Esc"}};
	struct decoded d;
	char label[KEY_LABEL];

	use_utf8();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const char *bytes = cases[i].bytes;
		size_t n = strlen(bytes);

		cr_expect_eq(term_decode(bytes, n, false, &d), 1);
		cr_expect_str_eq(key_label(&d.key, label), "Esc");
		cr_expect_eq(term_decode(bytes + 1, n - 1, true, &d), n - 1);
		cr_expect_str_eq(key_label(&d.key, label), cases[i].label);
	}
}

static const char *decoded_label(const struct decoded *d, char label[KEY_LABEL])
{
	*label = '\0';
	/* A report may be F3 with modifiers. */
	return d->kind == DECODED_KEY || d->kind == DECODED_REPORT ? key_label(&d->key, label)
								   : label;
}

Test(term, sequences_of_many_terminals_are_known, .init = use_utf8)
{
	char label[KEY_LABEL];

	for (size_t i = 0; i < sizeof sequences / sizeof sequences[0]; i++) {
		size_t n = strlen(sequences[i].bytes);
		struct decoded d;
		cr_expect_eq(term_decode(sequences[i].bytes, n, false, &d), n, "%zu: %s", i,
			     sequences[i].bytes + 1);
		decoded_label(&d, label);
		if (strcmp(sequences[i].label, "Ctrl-a") == 0)
			cr_expect_str_eq(label, "Ctrl-A");
		else
			cr_expect_str_eq(label, sequences[i].label, "%zu: %s is %s", i,
					 sequences[i].bytes + 1, label);
	}
}

/* Whatever way a sequence is cut, the first part is waited for, and given up without a trace. */
Test(term, parts_of_sequences_are_waited_for, .init = use_utf8)
{
	for (size_t i = 0; i < sizeof sequences / sizeof sequences[0]; i++) {
		for (size_t n = 1; n < strlen(sequences[i].bytes); n++) {
			struct decoded d;
			cr_expect_eq(term_decode(sequences[i].bytes, n, false, &d), 0,
				     "%zu, %zu bytes", i, n);
			cr_expect_gt(term_decode(sequences[i].bytes, n, true, &d), 0);
			cr_expect(d.kind != DECODED_KEY || d.key.kind == INPUT_NAMED ||
				  d.key.mods == MOD_ALT);
		}
	}
}

Test(term, random_bytes_always_come_to_an_end, .init = use_utf8)
{
	static const char some[] = "\033\033[[O;<0123456789M~^$u?P]\\\007A\345\201\245x\r";
	unsigned seed = 7;

	for (int run = 0; run < 20000; run++) {
		char bytes[24];
		size_t n = 1 + (size_t)run % sizeof bytes;
		for (size_t i = 0; i < n; i++)
			bytes[i] = some[rand_r(&seed) % (int)(sizeof some - 1)];
		for (size_t at = 0; at < n;) {
			struct decoded d;
			size_t used = term_decode(bytes + at, n - at, true, &d);
			cr_assert(used > 0 && used <= n - at, "run %d", run);
			if (d.kind == DECODED_KEY && d.key.kind == INPUT_TEXT && !d.key.mods)
				cr_assert((unsigned char)d.key.text[0] >= 0x20);
			at += used;
		}
	}
}

Test(term, the_mouse_is_told_press_by_press)
{
	static const struct {
		const char *bytes;
		enum mouse mouse;
		int y, x;
	} cases[] = {
		{"\033[<0;10;5M", MOUSE_PRESS, 4, 9},
		{"\033[<16;10;5M", MOUSE_PRESS, 4, 9},
		{"\033[<64;1;1M", MOUSE_WHEEL_UP, 0, 0},
		{"\033[<65;132;43M", MOUSE_WHEEL_DOWN, 42, 131},
		{"\033[M !!", MOUSE_PRESS, 0, 0},
		{"\033[M`*%", MOUSE_WHEEL_UP, 4, 9},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct decoded d;
		cr_expect_gt(term_decode(cases[i].bytes, strlen(cases[i].bytes), false, &d), 0);
		cr_expect(d.kind == DECODED_KEY && d.key.kind == INPUT_MOUSE, "case %zu", i);
		cr_expect_eq(d.key.mouse, cases[i].mouse);
		cr_expect(d.key.y == cases[i].y && d.key.x == cases[i].x, "case %zu", i);
	}
}

Test(term, what_only_the_description_knows_comes_last)
{
	struct decoded d;

	term_keys_describe("\033[224z", K_F1);
	term_keys_describe("\033Ot", K_F5); /* vt100; everywhere else the 4 of the keypad */
	term_keys_describe("\013", K_UP);
	cr_expect_eq(term_decode("\033[224z", 6, false, &d), 6);
	cr_expect(d.kind == DECODED_KEY && d.key.name == K_F1);
	term_decode("\033Ot", 3, false, &d);
	cr_expect_str_eq(d.key.text, "4");
	term_decode("\013", 1, false, &d);
	cr_expect(d.key.kind == INPUT_TEXT && d.key.mods == MOD_CTRL);
	term_keys_forget();
	term_decode("\033[224z", 6, false, &d);
	cr_expect_eq(d.kind, DECODED_NOTHING);
}
