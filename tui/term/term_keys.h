/* term_keys.h - what terminals send for special keys beyond what their description says. */
#ifndef DUBAN_TUI_TERM_KEYS_H
#define DUBAN_TUI_TERM_KEYS_H

#include "tui/term/key.h"

#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

struct term_sequence {
	const char *bytes;
	enum key_name name;
	unsigned mods;
};

/* All of them; *n gets how many. */
const struct term_sequence *term_sequences(size_t *n);

/* The key of one character as terminals send it: controls become Enter, Tab, Ctrl-… */
struct key term_key_of_char(uint32_t c, unsigned mods);

/* Takes one byte of a character in the locale's encoding; true when it is complete. Bytes that are
 * none are dropped, and nothing with them. */
bool term_char_take(mbstate_t *state, char byte, wint_t *c);

#endif
