/* What surrounds curses and needs none of it: bytes of keys, answers of terminals, waiting, looks.
 */
#include "tui/term/term_keys.h"

#include "tui/term/term_look.h"
#include "tui/term/term_decode.h"
#include "tui/term/term_input.h"
#include "tui/term/term_wait.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
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
	{"\033\033[A", "Alt-Up"},
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

/* A line that bytes are sent over. */
struct line {
	int fds[2];
	struct term_input in;
	struct key k;
	char label[KEY_LABEL];
};

static void line_open(struct line *l, int escape_ms)
{
	use_utf8();
	cr_assert_eq(pipe(l->fds), 0);
	term_input_begin(&l->in, l->fds[0], escape_ms);
}

static void line_close(struct line *l)
{
	term_input_end(&l->in);
	close(l->fds[0]);
	close(l->fds[1]);
}

static void line_send(struct line *l, const char *bytes)
{
	size_t n = strlen(bytes);

	cr_assert_eq(write(l->fds[1], bytes, n), (ssize_t)n);
}

/* The next key by its name, "" when there is none. */
static const char *line_key(struct line *l)
{
	term_input_read(&l->in, &l->k, 0);
	return key_label(&l->k, l->label);
}

Test(term, esc_is_known_soon_and_alt_and_arrows_too)
{
	struct line l;

	line_open(&l, 25);
	line_send(&l, "\033");
	cr_expect_str_eq(line_key(&l), "Esc");
	line_send(&l, "\033\033");
	cr_expect_str_eq(line_key(&l), "Esc");
	cr_expect_str_eq(line_key(&l), "Esc");
	line_send(&l, "\033x\033[A\033OPa");
	cr_expect_str_eq(line_key(&l), "Alt-x");
	cr_expect_str_eq(line_key(&l), "Up");
	cr_expect_str_eq(line_key(&l), "F1");
	cr_expect_str_eq(line_key(&l), "a");
	cr_expect_str_eq(line_key(&l), "");
	line_close(&l);
}

Test(term, the_late_rest_of_a_sequence_is_not_typed)
{
	static const char *const rests[] = {"[A", "OP", "[1;5C", "[<0;3;4M", "[15~"};
	struct line l;

	line_open(&l, 25);
	for (size_t i = 0; i < sizeof rests / sizeof rests[0]; i++) {
		line_send(&l, "\033");
		cr_expect_str_eq(line_key(&l), "Esc");
		line_send(&l, rests[i]);
		cr_expect_str_eq(line_key(&l), "", "%s", rests[i]);
		line_send(&l, rests[i]); /* now it is typed */
		cr_expect_eq(line_key(&l)[0], rests[i][0]);
		while (line_key(&l)[0])
			;
	}
	line_send(&l, "\033");
	cr_expect_str_eq(line_key(&l), "Esc");
	line_send(&l, "OK");
	cr_expect_str_eq(line_key(&l), "O");
	cr_expect_str_eq(line_key(&l), "K");
	line_close(&l);
}

Test(term, a_sequence_in_parts_is_one_where_the_time_is_long)
{
	struct line l;

	line_open(&l, 1000);
	line_send(&l, "\033");
	pid_t child = fork();
	if (child == 0) {
		poll(NULL, 0, 60); /* the line is slow */
		_exit(write(l.fds[1], "[B", 2) != 2);
	}
	cr_expect_str_eq(line_key(&l), "Down");
	cr_assert_eq(waitpid(child, NULL, 0), child);
	line_close(&l);
}

Test(term, a_paste_is_one_input_whatever_is_in_it)
{
	struct line l;

	line_open(&l, 25);
	line_send(&l, "\033[200~甲\r\033[A\033[20乙\033[201~x");
	term_input_read(&l.in, &l.k, 0);
	cr_assert_eq(l.k.kind, INPUT_PASTE);
	cr_expect_eq(l.k.paste_nbytes, strlen("甲\n\033[A\033[20乙"));
	cr_expect_eq(memcmp(l.k.paste, "甲\n\033[A\033[20乙", l.k.paste_nbytes), 0);
	cr_expect_str_eq(line_key(&l), "x");
	line_send(&l, "\033[200~甲\r\n乙\r\r丙\033[201~");
	term_input_read(&l.in, &l.k, 0);
	cr_expect_eq(memcmp(l.k.paste, "甲\n乙\n\n丙", l.k.paste_nbytes), 0, "one line end each");
	line_close(&l);
}

Test(term, two_presses_at_one_place_are_a_double_click)
{
	struct line l;

	line_open(&l, 25);
	line_send(&l, "\033[<0;3;4M\033[<0;3;4m\033[<0;3;4M\033[<0;3;4M\033[<0;9;4M");
	static const enum mouse expected[] = {MOUSE_PRESS, MOUSE_DOUBLE, MOUSE_PRESS, MOUSE_PRESS};
	for (size_t i = 0; i < 4; i++) {
		term_input_read(&l.in, &l.k, 0);
		cr_expect_eq(l.k.kind, INPUT_MOUSE);
		cr_expect_eq(l.k.mouse, expected[i], "press %zu", i);
	}
	line_close(&l);
}

Test(term, the_answer_about_widths_comes_as_an_input)
{
	struct line l;

	line_open(&l, 25);
	line_send(&l, "\033[7;3R");
	cr_expect_str_eq(line_key(&l), "", "nobody has asked");
	term_input_expect_report(&l.in);
	line_send(&l, "x\033[7;3R\033[7;2R");
	cr_expect_str_eq(line_key(&l), "x");
	term_input_read(&l.in, &l.k, 0);
	cr_expect(l.k.kind == INPUT_LOOK && l.k.wide);
	cr_expect_str_eq(line_key(&l), "", "one answer is enough");
	line_close(&l);
}

Test(term, what_was_typed_blindly_is_dropped_but_not_the_answer)
{
	struct line l;
	struct key answer = {.kind = INPUT_TICK};

	line_open(&l, 25);
	term_input_expect_report(&l.in);
	line_send(&l, "Enter\r\033[A\033[7;2Rmore\033[200~paste\033[201~");
	cr_expect(term_input_drop(&l.in, &answer));
	cr_expect(answer.kind == INPUT_LOOK && !answer.wide);
	line_send(&l, "y");
	cr_expect_str_eq(line_key(&l), "y");
	cr_expect_not(term_input_drop(&l.in, &answer));
	line_close(&l);
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

	for (int theme = THEME_DARK; theme <= THEME_MONO; theme++)
		for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
			for (size_t j = 0; j < sizeof colours / sizeof colours[0]; j++)
				cr_expect_not(same_look(term_look_of(pairs[i][0], (enum theme)theme,
								     colours[j], NULL),
							term_look_of(pairs[i][1], (enum theme)theme,
								     colours[j], NULL)),
					      "theme %d, pair %zu with %d colours", theme, i,
					      colours[j]);
}

Test(term, without_colours_none_is_asked_for)
{
	for (int s = 0; s < STYLE_COUNT; s++) {
		struct term_look look = term_look_of((enum style)s, THEME_DARK, 0, NULL);
		cr_expect(look.fg == NO_COLOUR && look.bg == NO_COLOUR);
		look = term_look_of((enum style)s, THEME_MONO, 256, NULL);
		cr_expect(look.fg == NO_COLOUR && look.bg == NO_COLOUR);
		for (int theme = THEME_DARK; theme <= THEME_LIGHT; theme++) {
			look = term_look_of((enum style)s, (enum theme)theme, 8, NULL);
			cr_expect(look.fg < 8 && look.bg < 8);
		}
	}
}

/* What cannot be read on white: yellow, cyan, white and their bright sisters. */
Test(term, nothing_pale_is_written_on_a_light_background)
{
	static const int colours[] = {8, 16, 256};

	for (int s = 0; s < STYLE_COUNT; s++) {
		for (size_t j = 0; j < sizeof colours / sizeof colours[0]; j++) {
			struct term_look look =
				term_look_of((enum style)s, THEME_LIGHT, colours[j], NULL);
			bool is_pale = look.fg == 3 || look.fg == 6 || look.fg == 7 ||
				       (look.fg > 8 && look.fg < 16) || look.fg == 255;
			cr_expect(!is_pale || look.bg == 4 || look.bg == 25 || look.bg == 24,
				  "style %d", s);
		}
	}
}

Test(term, the_theme_is_told_by_the_environment_where_it_tells)
{
	cr_expect_eq(term_theme_of(THEME_AUTO, NULL), THEME_DARK);
	cr_expect_eq(term_theme_of(THEME_AUTO, "15;0"), THEME_DARK);
	cr_expect_eq(term_theme_of(THEME_AUTO, "0;15"), THEME_LIGHT);
	cr_expect_eq(term_theme_of(THEME_AUTO, "0;default;7"), THEME_LIGHT);
	cr_expect_eq(term_theme_of(THEME_AUTO, "7;8"), THEME_DARK);
	cr_expect_eq(term_theme_of(THEME_AUTO, "x;y"), THEME_DARK);
	cr_expect_eq(term_theme_of(THEME_DARK, "0;15"), THEME_DARK);
	cr_expect_eq(term_theme_parse("light"), THEME_LIGHT);
}

Test(term, single_styles_get_looks_of_their_own)
{
	struct term_looks own = {0};
	struct err e = ERR_INIT;

	cr_assert_eq(term_looks_set(&own, "lamp_red", "bold bright-red on 236", &e), 0, "%s",
		     e.text);
	struct term_look look = term_look_of(STYLE_LAMP_RED, THEME_DARK, 256, &own);
	cr_expect(look.attrs == DRAW_BOLD && look.fg == 9 && look.bg == 236);
	look = term_look_of(STYLE_LAMP_RED, THEME_DARK, 8, &own);
	cr_expect(look.fg == 1 && look.bg == NO_COLOUR);
	look = term_look_of(STYLE_LAMP_RED, THEME_MONO, 256, &own);
	cr_expect(look.attrs == DRAW_BOLD && look.fg == NO_COLOUR && look.bg == NO_COLOUR);
	look = term_look_of(STYLE_LAMP_GREEN, THEME_DARK, 8, &own);
	cr_expect_eq(look.fg, 2);
	cr_assert_eq(term_looks_set(&own, "title", "plain", &e), 0);
	look = term_look_of(STYLE_TITLE, THEME_DARK, 8, &own);
	cr_expect(!look.attrs && look.fg == NO_COLOUR && look.bg == NO_COLOUR);
	static const char *const bad[] = {"blod red", "red on", "red on bold", "256", "bright-"};
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		e = (struct err)ERR_INIT;
		cr_expect_eq(term_looks_set(&own, "lamp_grey", bad[i], &e), -1, "%s", bad[i]);
		cr_expect_eq(e.code, ERR_INPUT);
	}
	cr_expect_not(own.is_set[STYLE_LAMP_GREY]);
	cr_expect_eq(term_looks_set(&own, "lamp_blue", "blue", &e), -1);
	cr_expect_not_null(strstr(e.text, "lamp_blue"));
}
