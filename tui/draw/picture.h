/*
 * picture.h - small pictures in a line of text: a course of values, a bar with the place where it
 * should be, shares of a whole. Each has an ASCII form and says nothing by colour alone.
 *
 * All take exactly the columns that they are given, whatever the look of the canvas (canvas.h).
 */
#ifndef DUBAN_TUI_PICTURE_H
#define DUBAN_TUI_PICTURE_H

#include "tui/draw/canvas.h"

#include <stddef.h>

/* The signs that screens draw in single cells: one column in every look. */
#define PICTURE_SIGNS(X)                                                                           \
	X(SIGN_OPEN, "◇", "o")                                                                     \
	X(SIGN_DONE, "◆", "x")                                                                     \
	X(SIGN_SOON, "*", "*")                                                                     \
	X(SIGN_LATE, "!", "!")                                                                     \
	X(SIGN_DUE, "◎", "@")                                                                      \
	X(SIGN_TODAY, "│", "|")                                                                    \
	X(SIGN_NOTHING, "·", ".")                                                                  \
	X(SIGN_SPAN, "─", "-")                                                                     \
	X(SIGN_AFTER, "›", ">")

#define PICTURE_SIGN_ENUM(id, rich, plain) id,
enum picture_sign { PICTURE_SIGNS(PICTURE_SIGN_ENUM) SIGN_COUNT };

/* The text of a sign on this canvas; draw it with canvas_text(). */
const char *picture_sign(const struct canvas *c, enum picture_sign sign);

/* Values from 0 to `most` as "▁▂▄▆█" (".:-=+*#" in ASCII), one column each; a negative one is a
 * gap. Of more values than columns the last ones are drawn, at the right; fewer stand at the left
 * and the rest stays blank. Returns the columns that were drawn. */
int picture_spark(struct canvas *c, int y, int x, int cols, int style, const int *values, size_t n,
		  int most);

/* A percentage as canvas_bar() draws it, with a mark "│" where it should be by now: right of the
 * filled part it is behind, within it ahead. `target` below 0: no mark. */
void picture_gauge(struct canvas *c, int y, int x, int cols, int percent, int target, int style);

/* How a whole is divided, each part in a fill of its own ("█▓▒░", "#=+-" in ASCII). A part that is
 * not 0 gets a column at least as long as there are columns. At most four parts. */
struct picture_part {
	int count;
	int style;
};
void picture_shares(struct canvas *c, int y, int x, int cols, const struct picture_part *parts,
		    int n);
/* The fill of part i, for a legend. */
const char *picture_fill(const struct canvas *c, int i);

#endif
