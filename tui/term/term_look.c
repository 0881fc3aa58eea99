/*
 * The look of the styles. Without colours attributes tell apart what must be told apart. Lamps have
 * either a colour or an attribute, never both: they stand in every row of a list, and each change
 * costs a dozen bytes on a slow line. Their meaning is in their words anyway.
 */
#include "tui/term/term_look.h"

enum {
	NONE = NO_COLOUR,
	RED = 1,
	GREEN = 2,
	YELLOW = 3,
	BLUE = 4,
	CYAN = 6,
	WHITE = 7,
	BRIGHT = 8
};

/* Without colours; with them; foreground and background among 8, among 256. */
static const struct {
	unsigned mono, attrs;
	short fg, bg, fg256, bg256;
} looks[STYLE_COUNT] = {
	[STYLE_NORMAL] = {0, 0, NONE, NONE, NONE, NONE},
	[STYLE_DIM] = {DRAW_DIM, DRAW_DIM, NONE, NONE, NONE, NONE},
	[STYLE_STRONG] = {DRAW_BOLD, DRAW_BOLD, NONE, NONE, NONE, NONE},
	[STYLE_TITLE] = {DRAW_REVERSE, DRAW_BOLD, WHITE, BLUE, 255, 25},
	[STYLE_STATUS] = {0, 0, CYAN, NONE, CYAN, NONE},
	[STYLE_HEADER] = {DRAW_BOLD | DRAW_UNDERLINE, DRAW_BOLD | DRAW_UNDERLINE, NONE, NONE, NONE,
			  NONE},
	[STYLE_LABEL] = {0, 0, CYAN, NONE, CYAN, NONE},
	[STYLE_FIELD] = {DRAW_UNDERLINE, DRAW_UNDERLINE, NONE, NONE, NONE, NONE},
	[STYLE_FIELD_FOCUS] = {DRAW_REVERSE, DRAW_BOLD, WHITE, BLUE, 255, 24},
	[STYLE_BUTTON] = {0, 0, NONE, NONE, NONE, NONE},
	[STYLE_BUTTON_FOCUS] = {DRAW_REVERSE, DRAW_REVERSE | DRAW_BOLD, NONE, NONE, NONE, NONE},
	[STYLE_TAB] = {0, 0, NONE, NONE, NONE, NONE},
	[STYLE_TAB_CURRENT] = {DRAW_REVERSE, DRAW_REVERSE, NONE, NONE, NONE, NONE},
	[STYLE_HINT_KEY] = {DRAW_BOLD, DRAW_BOLD, NONE, NONE, NONE, NONE},
	[STYLE_HINT] = {0, 0, CYAN, NONE, CYAN, NONE},
	[STYLE_INFO] = {DRAW_BOLD, 0, GREEN, NONE, GREEN, NONE},
	[STYLE_ERROR] = {DRAW_BOLD, DRAW_BOLD, RED, NONE, RED, NONE},
	[STYLE_MATCH] = {DRAW_BOLD | DRAW_UNDERLINE, DRAW_BOLD, YELLOW, NONE, YELLOW, NONE},
	[STYLE_BAR] = {0, 0, NONE, NONE, NONE, NONE},
	[STYLE_LAMP_GREY] = {0, DRAW_DIM, NONE, NONE, NONE, NONE},
	[STYLE_LAMP_GREEN] = {0, 0, GREEN, NONE, GREEN, NONE},
	[STYLE_LAMP_YELLOW] = {DRAW_BOLD, 0, YELLOW, NONE, YELLOW + BRIGHT, NONE},
	[STYLE_LAMP_RED] = {DRAW_BOLD, 0, RED, NONE, RED + BRIGHT, NONE},
};

struct term_look term_look_of(enum style style, int colours)
{
	if (colours < 8)
		return (struct term_look){looks[style].mono, NONE, NONE};
	if (colours < 256)
		return (struct term_look){looks[style].attrs, looks[style].fg, looks[style].bg};
	return (struct term_look){looks[style].attrs, looks[style].fg256, looks[style].bg256};
}
