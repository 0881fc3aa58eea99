/* term_look.h - how each style looks, by what the terminal can do. */
#ifndef DUBAN_TUI_TERM_LOOK_H
#define DUBAN_TUI_TERM_LOOK_H

#include "tui/draw/style.h"

enum {
	DRAW_BOLD = 1,
	DRAW_DIM = 2,
	DRAW_UNDERLINE = 4,
	DRAW_REVERSE = 8,
	NO_COLOUR = -1 /* the terminal's own */
};

struct term_look {
	unsigned attrs; /* of DRAW_… */
	short fg, bg;	/* number of the colour, or NO_COLOUR */
};

/* colours: how many there are; below 8 none is used. */
struct term_look term_look_of(enum style style, int colours);

#endif
