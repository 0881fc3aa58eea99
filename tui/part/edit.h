/*
 * edit.h - editing a text of one or many lines: state, keys, drawing. The cursor stands between
 * characters as a person sees them, never inside one. Long lines are wrapped for the eye only
 * (core/wrap.h); the text keeps just the line ends that were typed.
 */
#ifndef DUBAN_TUI_EDIT_H
#define DUBAN_TUI_EDIT_H

#include "core/mem.h"
#include "tui/app/actions.h"
#include "tui/draw/canvas.h"
#include "tui/term/key.h"

#include <stdbool.h>
#include <stddef.h>

struct edit {
	struct strbuf text;
	size_t at;	  /* byte offset of the cursor */
	bool multi;	  /* line ends allowed */
	size_t max_chars; /* 0: no limit; more is not taken */
	size_t nrefused;  /* after EDIT_FULL: how many characters were not taken */
	bool selected;	  /* the whole of it: what is typed next replaces it */
	int goal_col;	  /* column that Up and Down keep to; -1: none */
	struct strbuf undo;
	size_t undo_at;
	int undo_kind; /* what the last step was, so that a run of typing is undone as one */
};

enum edit_event {
	EDIT_PASS,    /* not mine, or nowhere to go (Up in the first line): the form moves on */
	EDIT_MOVED,   /* cursor moved, or nothing to do */
	EDIT_CHANGED, /* text changed */
	EDIT_FULL     /* not taken: the limit is reached */
};

void edit_init(struct edit *e, bool multi, size_t max_chars);
void edit_free(struct edit *e);
/* Replaces the text, cursor at its end, nothing to undo. NULL is "". Cut at max_chars. */
void edit_set(struct edit *e, const char *text);
/* Selects the whole text, if there is any, until the first key that is for it: typing, pasting and
 * deleting replace it, moving the cursor keeps it. It is drawn in reverse where the focus is. */
void edit_select(struct edit *e);
const char *edit_text(const struct edit *e);

/* The DO_EDIT_* actions; cols = width of the canvas it is drawn in. */
enum edit_event edit_act(struct edit *e, enum action a, int cols);
/* Text and pastes; what is pasted is cleaned (core/utf8.h), line ends become blanks in one line. */
enum edit_event edit_key(struct edit *e, const struct key *k);

/* Lines the text takes at this width, at least 1; the line and column of the cursor. */
int edit_lines(const struct edit *e, int cols);
void edit_cursor(const struct edit *e, int cols, int *line, int *col);
/* Steps of edit_act(): begin and end of the cursor's row on the screen, one row up (-1) or down
 * (1). */
size_t edit_row_begin(const struct edit *e, int cols);
size_t edit_row_end(const struct edit *e, int cols);
enum edit_event edit_move_row(struct edit *e, int by, int cols);
/* Draws it over the whole canvas, scrolled so that the cursor is seen; with focus the terminal's
 * cursor is put there. */
void edit_draw(const struct edit *e, struct canvas *c, int style, bool focus);

#endif
