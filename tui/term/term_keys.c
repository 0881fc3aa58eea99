/*
 * Sequences of the terminals people come with (Xshell, SecureCRT, PuTTY, Windows Terminal, xterm,
 * rxvt, the console), whatever TERM says: a wrong TERM is the rule there, not the exception.
 */
#include "tui/term/term_keys.h"

#include "core/utf8.h"

#include <string.h>

#define CURSOR(letter, key)                                                                        \
	{"\033[" letter, key, 0}, {"\033O" letter, key, 0}, {"\033[1;2" letter, key, MOD_SHIFT},   \
		{"\033[1;3" letter, key, MOD_ALT},                                                 \
	{                                                                                          \
		"\033[1;5" letter, key, MOD_CTRL                                                   \
	}

static const struct term_sequence sequences[] = {
	CURSOR("A", K_UP),
	CURSOR("B", K_DOWN),
	CURSOR("C", K_RIGHT),
	CURSOR("D", K_LEFT),
	CURSOR("H", K_HOME),
	CURSOR("F", K_END),
	{"\033Oc", K_RIGHT, MOD_CTRL},
	{"\033Od", K_LEFT, MOD_CTRL},
	{"\033[1~", K_HOME, 0},
	{"\033[2~", K_INSERT, 0},
	{"\033[3~", K_DELETE, 0},
	{"\033[4~", K_END, 0},
	{"\033[5~", K_PAGE_UP, 0},
	{"\033[6~", K_PAGE_DOWN, 0},
	{"\033[7~", K_HOME, 0},
	{"\033[8~", K_END, 0},
	{"\033[Z", K_TAB, MOD_SHIFT},
	{"\033OM", K_ENTER, 0},
	{"\033OP", K_F1, 0},
	{"\033OQ", K_F2, 0},
	{"\033OR", K_F3, 0},
	{"\033OS", K_F4, 0},
	{"\033[[A", K_F1, 0},
	{"\033[[B", K_F2, 0},
	{"\033[[C", K_F3, 0},
	{"\033[[D", K_F4, 0},
	{"\033[[E", K_F5, 0},
	{"\033[11~", K_F1, 0},
	{"\033[12~", K_F2, 0},
	{"\033[13~", K_F3, 0},
	{"\033[14~", K_F4, 0},
	{"\033[15~", K_F5, 0},
	{"\033[17~", K_F6, 0},
	{"\033[18~", K_F7, 0},
	{"\033[19~", K_F8, 0},
	{"\033[20~", K_F9, 0},
	{"\033[21~", K_F10, 0},
	{"\033[23~", K_F11, 0},
	{"\033[24~", K_F12, 0},
};

const struct term_sequence *term_sequences(size_t *n)
{
	*n = sizeof sequences / sizeof sequences[0];
	return sequences;
}

static struct key text_key(uint32_t c, unsigned mods)
{
	struct key k = {.kind = INPUT_TEXT, .mods = mods};

	utf8_encode(c, k.text);
	return k;
}

struct key term_key_of_char(uint32_t c, unsigned mods)
{
	if (c == '\r')
		return key_named(K_ENTER, mods);
	if (c == '\t')
		return key_named(K_TAB, mods);
	if (c == 127 || c == '\b')
		return key_named(K_BACKSPACE, mods);
	if (c == 0)
		return text_key(' ', mods | MOD_CTRL);
	if (c < 27)
		return text_key(c + 'a' - 1, mods | MOD_CTRL);
	if (c < 32)
		return text_key(c + 64, mods | MOD_CTRL);
	return text_key(c, mods);
}

bool term_char_take(mbstate_t *state, char byte, wint_t *c)
{
	wchar_t w;
	size_t n = mbrtowc(&w, &byte, 1, state);

	if (n == (size_t)-1) { /* those before were none: this one may begin a character */
		memset(state, 0, sizeof *state);
		n = mbrtowc(&w, &byte, 1, state);
	}
	if (n == (size_t)-1)
		memset(state, 0, sizeof *state);
	if (n == (size_t)-1 || n == (size_t)-2)
		return false;
	*c = (wint_t)w;
	return true;
}
