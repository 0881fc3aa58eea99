/*
 * term.h - the terminal as the application sees it: keys come out, grids go in. term_curses.c is
 * the real one, tests have a scripted one.
 */
#ifndef DUBAN_TUI_TERM_H
#define DUBAN_TUI_TERM_H

#include "core/err.h"
#include "tui/draw/canvas.h"
#include "tui/term/key.h"
#include "tui/term/term_look.h"

#include <stdbool.h>

struct term;

struct term_ops {
	/* Waits up to timeout_ms (negative: for ever, 0: not at all) and fills *k; INPUT_TICK when
	 * nothing came. */
	void (*read)(struct term *t, struct key *k, int timeout_ms);
	/* Makes the terminal look like this grid, which has the size told by size(). */
	void (*present)(struct term *t, const struct grid *g);
	void (*size)(struct term *t, int *cols, int *rows);
	/* Draws everything again at the next present(): somebody else wrote on the screen. */
	void (*redraw)(struct term *t);
	/* Stops the process where a shell is behind, returns when it goes on. False: no shell. */
	bool (*suspend)(struct term *t);
	/* Gives the terminal back as it was and frees t. */
	void (*stop)(struct term *t);
};

/* Begin of every implementation's struct. */
struct term {
	const struct term_ops *ops;
};

struct term_settings {
	enum look look;
	bool look_probe; /* ask the terminal how wide it draws ★ and choose the look by its answer;
			  * LOOK_ASCII until it comes: as INPUT_LOOK when it takes its time */
	enum theme theme; /* NO_COLOR makes it THEME_MONO, COLORFGBG what THEME_AUTO is */
	const struct term_looks *own; /* before the theme; or NULL */
	bool mouse;    /* clicks and the wheel, where the terminal's description tells of one */
	int escape_ms; /* an Esc alone is known after so many ms; 0: a good default */
};

/*
 * Takes over the terminal on standard input and output; *look gets the look to draw with. NULL and
 * *e (ERR_TERMINAL) when there is none, when TERM is unknown, or when it cannot move its cursor.
 * What was typed before the first present() is thrown away. Only one at a time; it is given back
 * also when the process ends by exit() or a fatal signal.
 */
struct term *term_curses_start(const struct term_settings *s, enum look *look, struct err *e);

#endif
