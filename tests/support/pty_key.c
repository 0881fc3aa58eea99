/* Keys by their names, as a terminal sends them in the mode that the program has asked for: the
 * emulator knows how. */
#include "tests/support/pty_state.h"

#include "tests/support/fatal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

void pty_paste(struct pty *p, const char *text)
{
	vterm_keyboard_start_paste(p->vt);
	pty_type(p, text);
	vterm_keyboard_end_paste(p->vt);
}

static const struct {
	const char *name;
	VTermKey key;
} keys[] = {
	{"Up", VTERM_KEY_UP},	    {"Down", VTERM_KEY_DOWN},		{"Left", VTERM_KEY_LEFT},
	{"Right", VTERM_KEY_RIGHT}, {"Home", VTERM_KEY_HOME},		{"End", VTERM_KEY_END},
	{"PgUp", VTERM_KEY_PAGEUP}, {"PgDn", VTERM_KEY_PAGEDOWN},	{"Ins", VTERM_KEY_INS},
	{"Del", VTERM_KEY_DEL},	    {"Enter", VTERM_KEY_ENTER},		{"Tab", VTERM_KEY_TAB},
	{"Esc", VTERM_KEY_ESCAPE},  {"Backspace", VTERM_KEY_BACKSPACE},
};

static const struct {
	const char *prefix;
	VTermModifier mod;
} modifiers[] = {{"Ctrl-", VTERM_MOD_CTRL}, {"Alt-", VTERM_MOD_ALT}, {"Shift-", VTERM_MOD_SHIFT}};

static VTermModifier take_modifiers(const char **name)
{
	VTermModifier mod = VTERM_MOD_NONE;

	for (size_t i = 0; i < sizeof modifiers / sizeof modifiers[0]; i++) {
		size_t n = strlen(modifiers[i].prefix);
		if (strncmp(*name, modifiers[i].prefix, n) != 0)
			continue;
		mod |= modifiers[i].mod;
		*name += n;
	}
	return mod;
}

static VTermKey key_of(const char *name)
{
	int number = name[0] == 'F' ? atoi(name + 1) : 0;

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (strcmp(keys[i].name, name) == 0)
			return keys[i].key;
	return number >= 1 && number <= 12 ? (VTermKey)VTERM_KEY_FUNCTION(number) : VTERM_KEY_NONE;
}

void pty_key(struct pty *p, const char *name)
{
	const char *plain = name;
	VTermModifier mod = take_modifiers(&plain);
	VTermKey key = key_of(plain);

	if (key != VTERM_KEY_NONE) {
		vterm_keyboard_key(p->vt, key, mod);
		return;
	}
	if (mod == VTERM_MOD_NONE || plain[0] <= ' ' || plain[1]) {
		errno = EINVAL;
		fatal_errno("key \"%s\"", name);
	}
	if (mod & VTERM_MOD_ALT)
		pty_send(p, "\033", 1);
	pty_send(p, &(char){mod & VTERM_MOD_CTRL ? (char)(plain[0] & 0x1F) : plain[0]}, 1);
}

void pty_keys(struct pty *p, const char *name, int n)
{
	while (n-- > 0)
		pty_key(p, name);
}
