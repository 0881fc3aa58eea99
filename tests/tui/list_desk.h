/*
 * list_desk.h - a list screen without an application: rows that a test changes and loads again, as
 * if by the person or by somebody else, and the lines that would be seen.
 */
#ifndef DUBAN_TESTS_TUI_LIST_DESK_H
#define DUBAN_TESTS_TUI_LIST_DESK_H

#include "tui/part/list_screen.h"

struct desk_row {
	int64_t id; /* below 0: a heading */
	const char *no, *name, *count;
	int percent;
	int64_t rank; /* of the name; 0: none */
};

enum { DESK_NO, DESK_NAME, DESK_COUNT, DESK_BAR, DESK_COLUMNS };

struct desk {
	struct list_screen screen; /* the state of the view */
	struct app_context context;
	struct view view;
	const struct desk_row *rows;
	size_t n;
	struct grid grid;
};

/* A window of 40 columns and so many lines. */
void desk_begin(struct desk *d, int lines);
void desk_end(struct desk *d);
/* Loads these rows. */
void desk_load(struct desk *d, const struct desk_row *rows, size_t n, bool by_others);
void desk_type(struct desk *d, const char *words);
void desk_act(struct desk *d, enum action a);
/* The ids of the rows that are shown, with ">" before the cursor's: "1 >2 3". */
const char *desk_ids(const struct desk *d);
/* Draws; what stands at the left of a line, or 0. */
char desk_sign(struct desk *d, int line);
const struct grid *desk_draw(struct desk *d);

#endif
