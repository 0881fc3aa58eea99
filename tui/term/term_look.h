/* term_look.h - how each style looks, by theme and by what the terminal can do. */
#ifndef DUBAN_TUI_TERM_LOOK_H
#define DUBAN_TUI_TERM_LOOK_H

#include "core/err.h"
#include "tui/draw/style.h"

#include <stdbool.h>

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

enum theme {
	THEME_AUTO, /* light where the environment tells of a light background, else dark */
	THEME_DARK,
	THEME_LIGHT,
	THEME_MONO /* no colours */
};

/* Looks that the configuration gives to single styles. */
struct term_looks {
	bool is_set[STYLE_COUNT];
	struct term_look look[STYLE_COUNT];
};

/* "auto", "dark", "light", "mono"; THEME_AUTO for all else. */
enum theme term_theme_parse(const char *word);
/* What THEME_AUTO is, by the variable COLORFGBG ("15;0"; NULL: not set); other themes as they are.
 */
enum theme term_theme_of(enum theme theme, const char *colorfgbg);

/* What the configuration calls a style. */
const char *term_style_name(enum style style);

/* How a style looks in a theme that is not THEME_AUTO, with so many colours (below 8 none is used);
 * `own` (may be NULL) comes before the theme. */
struct term_look term_look_of(enum style style, enum theme theme, int colours,
			      const struct term_looks *own);

/*
 * Gives the style of that name ("lamp_red") a look: words of bold, dim, underline, reverse, plain,
 * a colour, "on" and a colour. Colours are black, red, green, yellow, blue, magenta, cyan, white,
 * the same with "bright-", default, or a number up to 255. Fails with ERR_INPUT, nothing changed.
 */
int term_looks_set(struct term_looks *own, const char *style, const char *words, struct err *e);

#endif
