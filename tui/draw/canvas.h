/*
 * canvas.h - what views draw on: a grid of cells, and windows into it. Pure: no terminal here.
 *
 * Coordinates are (y, x) from 0, relative to the canvas given; whatever lies outside it is not
 * drawn. `style` is an enum style, perhaps with STYLE_SELECTED. Widths are in columns. A wide
 * character that would be cut by an edge becomes a blank, so no line ever grows or shrinks.
 */
#ifndef DUBAN_TUI_CANVAS_H
#define DUBAN_TUI_CANVAS_H

#include "tui/draw/cell.h"
#include "tui/draw/style.h"
#include "tui/draw/target.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * How ambiguous characters (★ “ ” … — ① → and the lines and blocks of frames) are shown. Layout
 * counts them as utf8_cols() does; whoever chooses LOOK_WIDE calls utf8_set_ambiguous_cols(2), for
 * the other two it stays 1 (app_new() does that).
 */
enum look {
	LOOK_NARROW, /* the terminal draws them in one column: as they are */
	LOOK_WIDE,   /* it draws them in two: replaced by two ASCII characters each */
	LOOK_ASCII   /* it may not have them: replaced by one ASCII character each */
};

struct grid {
	struct cell *cells; /* rows × cols */
	int cols, rows;
	int cursor_y, cursor_x; /* -1: no cursor shown */
	int above, below;	/* canvas_more() */
	struct target *targets; /* canvas_target() */
	size_t ntargets, targets_cap;
	enum look look;
};

/* Blank cells; any size of at least 1×1. */
void grid_init(struct grid *g, int cols, int rows, enum look look);
void grid_free(struct grid *g);
/* All blank, no cursor, nothing above or below, no targets. */
void grid_clear(struct grid *g);

/* A window into a grid. Copied freely, owns nothing. */
struct canvas {
	struct grid *grid;
	int y, x;	/* of its corner in the grid */
	int cols, rows; /* its size; may be 0 */
};

struct canvas canvas_whole(struct grid *g);
/* The part of c from (y, x), at most rows × cols, cut at the edges of c. */
struct canvas canvas_sub(const struct canvas *c, int y, int x, int rows, int cols);

enum align { ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTER };

/* Draws s from (y, x) up to the edge. Returns the columns it took. Control characters are shown
 * as blanks, bad bytes as '?'. */
int canvas_text(struct canvas *c, int y, int x, int style, const char *s);
int canvas_printf(struct canvas *c, int y, int x, int style, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));
/* Draws s into exactly cols columns: padded with blanks, or cut with "…" (".." where that is not
 * safe) when it is too long. */
void canvas_field(struct canvas *c, int y, int x, int cols, enum align align, int style,
		  const char *s);
/* Draws s broken into lines (core/text/wrap.h) of cols columns, at most max_rows lines, the last
 * with "…" when there is more. Returns the lines drawn. */
int canvas_paragraph(struct canvas *c, int y, int x, int cols, int max_rows, int style,
		     const char *s);

/* Blanks in this style. */
void canvas_fill(struct canvas *c, int style);
void canvas_fill_row(struct canvas *c, int y, int style);
/* A horizontal, a vertical line; a frame around the whole canvas with a title in it (or NULL). */
void canvas_hline(struct canvas *c, int y, int x, int cols, int style);
void canvas_vline(struct canvas *c, int y, int x, int rows, int style);
void canvas_box(struct canvas *c, int style, const char *title);
/* A percentage (cut to 0..100) as "████░░  45%" in exactly cols columns, "####--  45%" in ASCII;
 * below 8 columns the figure alone. A negative percent is drawn as "-". */
void canvas_bar(struct canvas *c, int y, int x, int cols, int percent, int style);
/* Marks cells that are already drawn as selected (the cursor row of a list). */
void canvas_select(struct canvas *c, int y, int x, int cols);
/* The marker that stands before the cursor row, so that it is seen without reverse too: "▌" or ">".
 */
const char *canvas_marker(const struct canvas *c);

/* Copies the rows of another grid from from_row on into the canvas, cursor, targets and all: a part
 * of something that is higher than its room. */
void canvas_copy(struct canvas *c, const struct grid *from, int from_row);

/* Tells that something which can be clicked lies here, cut at the edges of the canvas. Where
 * several are told for one place the last one counts. */
void canvas_target(struct canvas *c, int y, int x, int rows, int cols, enum target_kind kind,
		   int index);
/* The part of canvas_copy() that concerns them. */
void canvas_copy_targets(struct canvas *c, const struct grid *from, int from_row);
/* What lies at this place of the grid; NULL: nothing. */
const struct target *grid_target_at(const struct grid *g, int y, int x);

/* Tells how many lines there are above and below those that are drawn; the frame shows it in the
 * rule over the canvas (in the border of a dialog). */
void canvas_more(struct canvas *c, int above, int below);

/* Shows the terminal's cursor at (y, x) of the canvas: text input happens there. */
void canvas_cursor(struct canvas *c, int y, int x);

#endif
