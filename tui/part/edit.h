/*
 * edit.h - editing a text of one or many lines: state, keys, drawing. The cursor stands between
 * characters as a person sees them, never inside one. Long lines are wrapped for the eye only
 * (core/text/wrap.h); the text keeps just the line ends that were typed.
 *
 * A selection lies between the cursor and a mark. It is made by Shift with a moving key, or by the
 * mark key, after which every move extends it until the mark key is pressed again. What is typed or
 * pasted replaces it, moving without Shift gives it up. Cut and copied text is in the program's
 * clipboard (clipboard.h).
 *
 * Undo knows EDIT_STEPS steps. What is typed or deleted in one go is one step; it ends where the
 * cursor moves and behind the end of a sentence or line, so that one step is never a whole report.
 *
 * Words, for the keys that move by them: a run of Latin letters and digits, with the points and
 * commas inside a figure, is one. So is a run of another script with blanks between its words. Text
 * in ideographs has no blanks and no dictionary is at hand: a step is two ideographs, as most of
 * its words are, but never over punctuation or a change of script, and the particles 的 了 和 与 及
 * 等 stand alone.
 */
#ifndef DUBAN_TUI_EDIT_H
#define DUBAN_TUI_EDIT_H

#include "core/mem.h"
#include "tui/app/actions.h"
#include "tui/draw/canvas.h"
#include "tui/term/key.h"

#include <stdbool.h>
#include <stddef.h>

enum { EDIT_STEPS = 200 };

/* What one step of undo takes back. */
struct edit_step {
	size_t at;		 /* where the text was changed */
	char *removed, *added;	 /* what was there before, what is there since */
	size_t nremoved, nadded; /* bytes */
	size_t cursor;		 /* before the step */
};

struct edit_undo {
	struct edit_step *steps; /* EDIT_STEPS, or NULL before the first */
	size_t ndone, n;	 /* those behind ndone have been taken back */
	int kind;		 /* of what may still grow: see edit_state.h */
};

struct edit {
	struct strbuf text;
	size_t at;	  /* byte offset of the cursor */
	bool multi;	  /* line ends allowed */
	size_t max_chars; /* 0: no limit; more is not taken */
	size_t nrefused;  /* after EDIT_FULL: how many characters were not taken */
	bool selected;	  /* the text between mark and cursor, when they differ */
	size_t mark;	  /* byte offset */
	bool marking;	  /* the mark key was pressed: moves extend the selection */
	int goal_col;	  /* column that Up and Down keep to; -1: none */
	struct edit_undo undo;
	struct edit_rows *rows; /* as last wrapped: edit_rows.c */
};

enum edit_event {
	EDIT_PASS,    /* not mine, or nowhere to go (Up in the first line): the form moves on */
	EDIT_MOVED,   /* cursor moved, or nothing to do */
	EDIT_CHANGED, /* text changed */
	EDIT_FULL,    /* not taken: the limit is reached */
	EDIT_NOTHING  /* there is nothing to copy, paste, undo: worth a sentence */
};

void edit_init(struct edit *e, bool multi, size_t max_chars);
void edit_free(struct edit *e);
/* Replaces the text, cursor at its end, nothing to undo. NULL is "". Cut at max_chars. */
void edit_set(struct edit *e, const char *text);
/* The same as a step that undo takes back. */
void edit_replace(struct edit *e, const char *text);
/* Selects the whole text, if there is any, cursor at its end. */
void edit_select(struct edit *e);
const char *edit_text(const struct edit *e);
size_t edit_length(const struct edit *e); /* characters as a person counts them */
/* The cursor; at is cut to the text and never inside a character. */
void edit_go(struct edit *e, size_t at);
/* Bytes from *from to *to are selected; false: none. */
bool edit_selection(const struct edit *e, size_t *from, size_t *to);

/* The DO_EDIT_* actions; cols = width of the canvas it is drawn in. */
enum edit_event edit_act(struct edit *e, enum action a, int cols);
/* Ten rows up (-1) or down (1), as far as there are. */
void edit_page(struct edit *e, int by, int cols);
/* Text and pastes; what is pasted is cleaned (core/text/utf8.h), line ends become blanks in one
 * line. */
enum edit_event edit_key(struct edit *e, const struct key *k);

/* Lines the text takes at this width, at least 1; the line and column of the cursor. */
int edit_lines(const struct edit *e, int cols);
void edit_cursor(const struct edit *e, int cols, int *line, int *col);
/* Lines above and below those that edit_draw() shows in a canvas of this size. */
void edit_hidden(const struct edit *e, int rows, int cols, bool focus, int *above, int *below);
/* Draws it over the whole canvas, scrolled so that the cursor is seen; with focus the terminal's
 * cursor is put there. */
void edit_draw(const struct edit *e, struct canvas *c, int style, bool focus);
/* Puts the cursor where the mouse was: a place in a canvas of this size, as edit_draw() with or
 * without focus filled it. word: the word there is selected. */
void edit_point(struct edit *e, int rows, int cols, bool focus, int y, int x, bool word);

#endif
