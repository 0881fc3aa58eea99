/*
 * list.h - a table of rows with a cursor: state, keys, drawing. The rows belong to the view (its
 * arena); the list asks for the text of a cell when it draws. Rows that are not in memory are the
 * view's affair too: it holds a part of them and is told when the cursor wants to leave it.
 * list_screen.h makes a whole screen of it: finding, sorting, marks, menus.
 */
#ifndef DUBAN_TUI_LIST_H
#define DUBAN_TUI_LIST_H

#include "tui/app/actions.h"
#include "tui/draw/canvas.h"
#include "tui/term/key.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How a column is drawn and what it is sorted by, where its cells have no rank. */
enum list_kind {
	LIST_TEXT,   /* left; by sound, as a Chinese dictionary does; ISO dates by date */
	LIST_NUMBER, /* right; by value, a sign for "none" as 0 */
	LIST_ID,     /* left; what digits typed in the list are looked for in; as a plan counts */
	LIST_BAR     /* cell.percent as a bar; where text is set, that (a heading has none) */
};

/*
 * Width rules. A column gets at least `min` columns; what is left goes to those with a `weight`, in
 * proportion, up to `max` (0: no limit). Where not even the minima fit, columns with the highest
 * `drop` are left out first; 0 is never left out.
 */
struct list_column {
	const char *title; /* N_() or NC_() */
	enum list_kind kind;
	int min, max, weight, drop;
};

struct list_cell {
	const char *text; /* borrowed while drawing; NULL is "" */
	int style;	  /* STYLE_NORMAL at first */
	int percent;	  /* LIST_BAR; -1: none */
	int64_t rank;	  /* what to sort by instead of what is shown, from 1 (lamps); 0: none */
	char buf[64];	  /* room for a text made on the spot: text = buf */
};

/* What cells of many lists have: a number; the day of a time, sorted by the minute. */
void list_cell_number(struct list_cell *cell, int64_t n);
void list_cell_day(struct list_cell *cell, int64_t utc);

struct list_spec {
	const struct list_column *columns;
	size_t ncolumns;
	/* Fills *cell (text NULL, percent -1) for a row; `column` is an index into columns. */
	void (*cell)(const void *rows, size_t row, size_t column, struct list_cell *cell);
	const char *empty; /* N_() or NC_(): the sentence where there is no row */

	/* All below may be left out (NULL). */
	/* Which thing a row is, the same at every load: the cursor stays on it, and what others
	 * change of it is marked. No two rows have the same. Of a name: list_text_id(). */
	int64_t (*id)(const void *rows, size_t row);
	/* A row that heads those below it: shown while one of them is, gone when rows are sorted.
	 */
	bool (*heading)(const void *rows, size_t row);
	/* Set by list_screen.c: a sign in the marker column, or 0; words to be shown as found. */
	char (*sign)(const void *rows, size_t row);
	const char *words;
};

struct list {
	size_t n;	  /* rows in memory */
	size_t cursor;	  /* < n, or 0 */
	size_t top;	  /* first row shown */
	size_t sorted;	  /* by this column + 1, as the head shows; 0: in their own order */
	bool reversed;	  /* from the last to the first */
	char typed[12];	  /* digits typed so far to go to a number */
	int64_t typed_ms; /* when the last key came */
};

enum list_event {
	LIST_PASS,   /* not mine */
	LIST_STAY,   /* mine, nothing moved */
	LIST_MOVED,  /* the cursor moved */
	LIST_BEFORE, /* it would go above the first row: load the rows before, or do nothing */
	LIST_AFTER   /* it would go below the last row */
};

/* New rows: n of them; keeps the cursor inside and where it was as far as possible. */
void list_set_rows(struct list *l, size_t n);
/* Puts the cursor on a row and scrolls so that it is seen; page = rows that fit (list_page()). */
void list_go(struct list *l, size_t row, size_t page);
/* The moving actions (DO_UP … DO_LAST). */
enum list_event list_act(struct list *l, enum action a, size_t page);
/* Digits go to the row whose LIST_ID is what was typed, or else means it (plan_same_no()), or
 * begins with it; '0' only where it makes a number of the list out of the digits just typed.
 * Full-width ones too. LIST_PASS for all else. */
enum list_event list_key(struct list *l, const struct key *k, const struct list_spec *spec,
			 const void *rows, size_t page);
/* Before list_key(): a digit that comes a second or more after the last one begins a new number.
 * now_ms: by a clock that only goes on. */
void list_digits_rest(struct list *l, int64_t now_ms);
/* Rows that fit into a canvas of this many lines (one line is the head). */
size_t list_page(int canvas_rows);

/* Head, rows, the cursor row marked and in reverse; how many there are above and below goes to the
 * frame (canvas_more()). `focus` false: the keys go elsewhere, no row is marked. Rows and heads are
 * targets of the mouse (TARGET_ROW, TARGET_HEAD). */
void list_draw(const struct list *l, const struct list_spec *spec, const void *rows,
	       struct canvas *c, bool focus);
/* The title of a column in the language of the person; "" for none. */
const char *list_title(const struct list_column *column);
/* An id for list_spec.id of something that has a name alone. */
int64_t list_text_id(const char *text);
/* Width of every column in `cols` columns (one blank between two, two at the left for the marker);
 * 0: left out. For tests and for views that draw rows themselves. */
void list_layout(const struct list_spec *spec, int cols, int *widths);

#endif
