/*
 * headline.h - a line made of parts which give way where there is little room: every part has
 * forms, the longest first, and each form says what it is worth. A part is shown whole, in one of
 * its forms, or not at all; nothing ends in a cut word.
 */
#ifndef DUBAN_TUI_HEADLINE_H
#define DUBAN_TUI_HEADLINE_H

#include "tui/draw/canvas.h"

enum { HEADLINE_FORMS = 4, HEADLINE_PARTS = 8 };

/* The worth of a form that is never given up. */
enum { HEADLINE_KEPT = 1000 };

struct headline_form {
	const char *text; /* translated; borrowed; NULL: no more forms */
	int worth;	  /* the form worth least is the first to be given up for the next one */
};

struct headline_part {
	struct headline_form forms[HEADLINE_FORMS];
	bool right; /* stands at the right edge, behind the other right ones */
};

struct headline {
	struct headline_part parts[HEADLINE_PARTS]; /* from left to right, the right ones last */
	size_t n;
};

/* A new part with one form; NULL when the text is NULL or empty. More forms of it: */
struct headline_part *headline_add(struct headline *h, bool right, int worth, const char *text);
void headline_or(struct headline_part *p, int worth, const char *shorter);

/* The line with a blank at either edge. Cut is only what is kept whatever happens, where not even
 * that has room. */
void headline_draw(const struct headline *h, struct canvas *c, int y, int style);

#endif
