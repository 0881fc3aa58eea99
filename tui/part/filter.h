/*
 * filter.h - "find as you type" for a list: one line of text at the foot of the body. Whether a row
 * has its words is find_match()'s to say (core/text/find.h).
 */
#ifndef DUBAN_TUI_FILTER_H
#define DUBAN_TUI_FILTER_H

#include "tui/app/actions.h"
#include "tui/draw/canvas.h"
#include "tui/part/edit.h"
#include "tui/term/key.h"

#include <stdbool.h>

struct filter {
	struct edit line;
	bool typing; /* keys go to the filter */
};

enum filter_event {
	FILTER_PASS,	/* not mine: moving keys go to the list while one types */
	FILTER_CHANGED, /* the text is another: choose rows anew */
	FILTER_DONE	/* mine, but the text is the same */
};

/* What a key does in a line that is typed into over a list, where arrows up and down, Home and End
 * are the list's; DO_NONE: it is text or none of these. */
enum action filter_line_action(const struct key *k);

void filter_init(struct filter *f);
void filter_free(struct filter *f);
/* DO_FILTER begins typing; while there is a text or typing, DO_BACK empties and ends it, DO_OPEN
 * ends typing and keeps the text. */
enum filter_event filter_act(struct filter *f, enum action a);
/* While typing: text, paste, Backspace, Delete, Left, Right, and those that delete a word or the
 * line. Call it first in the view's key(). */
enum filter_event filter_key(struct filter *f, const struct key *k);
/* Typing, or a text stands there: draw a line for it. */
bool filter_shown(const struct filter *f);
const char *filter_text(const struct filter *f);
/* One line: "Find: text", and how many rows there are. */
void filter_draw(const struct filter *f, struct canvas *c, int y, size_t nfound);

#endif
