/*
 * home_strip.h - the lines of home_lines.h above the list of a first screen: what came in, a line
 * each. Tab goes to them and back, Up from the first row of the list too; Enter opens where a line
 * is dealt with, and so does its digit while the keys are here.
 */
#ifndef DUBAN_TUI_HOME_STRIP_H
#define DUBAN_TUI_HOME_STRIP_H

#include "tui/home/home_lines.h"

struct home_strip {
	struct home_lines lines; /* of the last load */
	size_t cursor;
	bool focus; /* the keys are here */
	bool by_up; /* Up leads here, as Tab leads elsewhere first */
};

/* In load(): new lines; the focus goes where none is left. */
int home_strip_load(struct home_strip *s, struct view *v, const struct scene *sc, struct err *e);
/* Lines that it takes of a body of so many. */
int home_strip_rows(const struct home_strip *s, int body_rows);
/* Over the whole canvas, which has home_strip_rows() lines. */
void home_strip_draw(const struct home_strip *s, struct canvas *c);
/* While the keys are here: moving, opening, leaving (Down from the last line goes to the list).
 * Else REPLY_PASS. */
enum reply home_strip_act(struct home_strip *s, struct app *app, enum action a);
enum reply home_strip_key(struct home_strip *s, struct app *app, const struct key *k);
/* A click on a line opens it; one on the entry behind the last, which the view may draw over its
 * list, gives the keys to that. */
enum reply home_strip_point(struct home_strip *s, struct app *app, const struct point *at);
/* The keys go to it: by Up to the line nearest to the list, else to the first, the most urgent;
 * nothing where there is no line. */
bool home_strip_enter(struct home_strip *s, enum action a);

#endif
