/*
 * Keys of the terminals people come with (Xshell, SecureCRT, PuTTY, Windows Terminal, xterm, rxvt,
 * the console), whatever TERM says: a wrong TERM is the rule there, not the exception. What only
 * the terminal's description knows comes last.
 */
#include "tui/term/term_keys.h"

#include "core/text/utf8.h"

#include <string.h>

static const struct key nothing = {.kind = INPUT_TICK};

struct letter_key {
	char letter;
	enum key_name name;
	unsigned mods;
};

static const struct letter_key cursor_keys[] = {
	{'A', K_UP, 0},	 {'B', K_DOWN, 0}, {'C', K_RIGHT, 0}, {'D', K_LEFT, 0}, {'H', K_HOME, 0},
	{'F', K_END, 0}, {'P', K_F1, 0},   {'Q', K_F2, 0},    {'R', K_F3, 0},	{'S', K_F4, 0},
};

/* rxvt: arrows with Shift behind "ESC [", with Ctrl behind "ESC O". */
static const struct letter_key rxvt_arrows[] = {
	{'a', K_UP, 0}, {'b', K_DOWN, 0}, {'c', K_RIGHT, 0}, {'d', K_LEFT, 0}};

/* Function keys of PuTTY as VT100+, whose F10 to F12 follow the letters. */
static const struct letter_key vt100_keys[] = {
	{'T', K_F5, 0},	 {'U', K_F6, 0},  {'V', K_F7, 0},  {'W', K_F8, 0},    {'X', K_F9, 0},
	{'Y', K_F10, 0}, {'Z', K_F11, 0}, {'[', K_F12, 0}, {'M', K_ENTER, 0}, {'I', K_TAB, 0},
};

static const struct letter_key console_keys[] = {
	{'A', K_F1, 0}, {'B', K_F2, 0}, {'C', K_F3, 0}, {'D', K_F4, 0}, {'E', K_F5, 0}};

/* The digits and signs of a keypad in application mode, from 'j' on; blanks are none. */
static const char keypad[] = "*+,-./0123456789";

static const struct {
	int number;
	enum key_name name;
} numbered[] = {
	{1, K_HOME},	  {2, K_INSERT}, {3, K_DELETE}, {4, K_END},  {5, K_PAGE_UP},
	{6, K_PAGE_DOWN}, {7, K_HOME},	 {8, K_END},	{11, K_F1},  {12, K_F2},
	{13, K_F3},	  {14, K_F4},	 {15, K_F5},	{17, K_F6},  {18, K_F7},
	{19, K_F8},	  {20, K_F9},	 {21, K_F10},	{23, K_F11}, {24, K_F12},
};

enum { MOST_DESCRIBED = 64, DESCRIBED_BYTES = 16 };

static struct {
	char bytes[DESCRIBED_BYTES];
	enum key_name name;
} described[MOST_DESCRIBED];
static size_t ndescribed;

static struct key find_letter(const struct letter_key *keys, size_t n, char letter, unsigned mods)
{
	for (size_t i = 0; i < n; i++)
		if (keys[i].letter == letter)
			return key_named(keys[i].name, keys[i].mods | mods);
	return nothing;
}

#define FIND(keys, letter, mods) find_letter(keys, sizeof(keys) / sizeof(keys)[0], letter, mods)

static struct key text_key(uint32_t c, unsigned mods)
{
	struct key k = {.kind = INPUT_TEXT, .mods = mods};

	utf8_encode(c, k.text);
	return k;
}

static bool is_typed(uint32_t c)
{
	return !(c >= 0x80 && c < 0xA0) && !(c >= 0xD800 && c < 0xE000) && c <= 0x10FFFF &&
	       (c & 0xFFFE) != 0xFFFE;
}

struct key term_key_of_char(uint32_t c, unsigned mods)
{
	if (c == '\r')
		return key_named(K_ENTER, mods);
	if (c == '\t')
		return key_named(K_TAB, mods);
	if (c == 127 || c == '\b')
		return key_named(K_BACKSPACE, mods);
	if (c == 27)
		return key_named(K_ESC, mods);
	if (c == 0)
		return text_key(' ', mods | MOD_CTRL);
	if (c < 27)
		return text_key(c + 'a' - 1, mods | MOD_CTRL);
	if (c < 32)
		return text_key(c + 64, mods | MOD_CTRL);
	return is_typed(c) ? text_key(c, mods) : nothing;
}

struct key term_key_of_code(uint32_t code, unsigned mods)
{
	bool is_letter = (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
	enum {
		KEYPAD_0 = 57399,
		KEYPAD_9 = 57408,
		KEYPAD_ENTER = 57414,
		PRIVATE_FROM = 57344,
		PRIVATE_TO = 63743
	};

	if (code == KEYPAD_ENTER)
		return key_named(K_ENTER, mods);
	if (code >= KEYPAD_0 && code <= KEYPAD_9)
		return text_key('0' + code - KEYPAD_0, 0);
	if ((code < 32 && code != 9 && code != 13 && code != 27) ||
	    (code >= PRIVATE_FROM && code <= PRIVATE_TO))
		return nothing;
	if (code == 27)
		return key_named(K_ESC, 0);
	if (code < 32 || code == 127)
		return term_key_of_char(code, mods);
	if (is_letter && mods & MOD_CTRL)
		code |= 0x20;
	else if (is_letter && mods & MOD_SHIFT)
		code &= ~0x20u;
	return term_key_of_char(code, mods & ~(unsigned)MOD_SHIFT);
}

struct key term_key_of_csi(char letter, unsigned mods)
{
	struct key k = FIND(cursor_keys, letter, mods);

	if (k.kind != INPUT_TICK)
		return k;
	if (letter == 'Z')
		return key_named(K_TAB, MOD_SHIFT);
	return FIND(rxvt_arrows, letter, MOD_SHIFT);
}

struct key term_key_of_ss3(char letter, unsigned mods)
{
	struct key k = FIND(cursor_keys, letter, mods);

	if (k.kind == INPUT_TICK)
		k = FIND(vt100_keys, letter, mods);
	if (k.kind == INPUT_TICK)
		k = FIND(rxvt_arrows, letter, MOD_CTRL);
	if (k.kind == INPUT_TICK && letter >= 'j' && letter <= 'y')
		k = text_key((uint32_t)keypad[letter - 'j'], 0);
	return k;
}

struct key term_key_of_number(int number, unsigned mods)
{
	for (size_t i = 0; i < sizeof numbered / sizeof numbered[0]; i++)
		if (numbered[i].number == number)
			return key_named(numbered[i].name, mods);
	return nothing;
}

struct key term_key_of_console(char letter)
{
	return FIND(console_keys, letter, 0);
}

unsigned term_mods_of(int parameter)
{
	unsigned bits = parameter > 1 ? (unsigned)parameter - 1 : 0;

	return (bits & 1 ? MOD_SHIFT : 0u) | (bits & (2 | 8) ? MOD_ALT : 0u) |
	       (bits & 4 ? MOD_CTRL : 0u);
}

void term_keys_describe(const char *bytes, enum key_name name)
{
	size_t n = strlen(bytes);

	if (n < 3 || n >= DESCRIBED_BYTES || *bytes != '\033' || ndescribed == MOST_DESCRIBED)
		return;
	memcpy(described[ndescribed].bytes, bytes, n + 1);
	described[ndescribed++].name = name;
}

void term_keys_forget(void)
{
	ndescribed = 0;
}

struct key term_key_of_description(const char *bytes, size_t nbytes)
{
	for (size_t i = 0; i < ndescribed; i++)
		if (strlen(described[i].bytes) == nbytes &&
		    memcmp(described[i].bytes, bytes, nbytes) == 0)
			return key_named(described[i].name, 0);
	return nothing;
}
