/*
 * term_input.h - reading keys from a terminal: bytes are collected, decoded (term_decode.h) and
 * handed out one key at a time. Knows time, which decoding does not: when an Esc is one, when a
 * second click belongs to the first, when the rest of something broken off will not come any more.
 */
#ifndef DUBAN_TUI_TERM_INPUT_H
#define DUBAN_TUI_TERM_INPUT_H

#include "core/mem.h"
#include "tui/term/key.h"

#include <stdbool.h>
#include <stdint.h>

struct term_input {
	int fd;
	int escape_ms; /* an Esc alone is known after this */
	char bytes[4096 + 64];
	size_t at, n;	    /* not decoded yet: bytes[at] to bytes[n - 1] */
	bool is_all;	    /* no more of these came in time */
	int64_t escaped_ms; /* when an Esc was given because nothing followed; 0: long ago */
	int64_t asked_ms;   /* when term_input_expect_report() was called; 0: no report is due */
	struct key click;   /* the last press … */
	int64_t click_ms;   /* … and when */
	struct strbuf paste;
	bool is_cut; /* the end of the last paste has not come, more of it may */
};

void term_input_begin(struct term_input *in, int fd, int escape_ms);
void term_input_end(struct term_input *in);

/*
 * Waits up to timeout_ms (negative: for ever) and fills *k; INPUT_TICK when nothing came, or a
 * signal that is no end. The answer to a question that is due comes as INPUT_LOOK.
 */
void term_input_read(struct term_input *in, struct key *k, int timeout_ms);

/* The terminal has been asked for the cursor's column; it may never answer. */
void term_input_expect_report(struct term_input *in);
/* Throws away what has been typed, but not the report that is due: true, and *k, when it was
 * there. */
bool term_input_drop(struct term_input *in, struct key *k);

#endif
