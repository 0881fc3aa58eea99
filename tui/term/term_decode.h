/*
 * term_decode.h - the bytes of a terminal into keys. Pure: the bytes that are there go in, one key
 * comes out. Sequences that nobody knows, answers to questions nobody asked, and bytes that are no
 * characters are used up and mean nothing; they never become text.
 */
#ifndef DUBAN_TUI_TERM_DECODE_H
#define DUBAN_TUI_TERM_DECODE_H

#include "tui/term/key.h"

#include <stddef.h>

enum decoded_kind {
	DECODED_NOTHING,
	DECODED_KEY,   /* key */
	DECODED_PASTE, /* the mark that begins a paste */
	DECODED_REPORT /* the cursor's column, from 1: "ESC [ row ; column R" */
};

struct decoded {
	enum decoded_kind kind;
	struct key key;
	int column;
};

/* What ends a paste. */
#define TERM_PASTE_END "\033[201~"

/*
 * Decodes what the bytes begin with; returns how many it used. 0: it takes more bytes to know,
 * which never happens with is_all (no more will come in time). nbytes is at least 1. MOUSE_DOUBLE
 * and INPUT_MOUSE of other buttons never come: a mouse is told press by press.
 */
size_t term_decode(const char *bytes, size_t nbytes, bool is_all, struct decoded *out);

#endif
