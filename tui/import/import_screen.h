/*
 * import_screen.h - what the screens of the import have in common: rows of what was read at the
 * right (below in a narrow window), the document at the left with the place of the current row
 * marked, and under the list the row in full.
 */
#ifndef DUBAN_TUI_IMPORT_SCREEN_H
#define DUBAN_TUI_IMPORT_SCREEN_H

#include "tui/import/import_desk.h"
#include "tui/part/list_screen.h"
#include "tui/view/views.h"

/* What a row is; `at` and `sub` of struct import_row are indexes into the plan as it is now. */
enum import_what {
	IMPORT_HEADING, /* groups the rows below it */
	IMPORT_CHANGE,	/* of a new edition: at: entry of the comparison */
	IMPORT_DOUBT,	/* at: doubt */
	IMPORT_ACTION,	/* at: action */
	IMPORT_NAME,	/* a unit of the document: at: action, sub: unit, where it is first named */
	IMPORT_HEAD,	/* at: enum plan_head_field */
	IMPORT_CODE,	/* the code of the plan */
	IMPORT_STORE,	/* store everything */
	IMPORT_DISCARD, /* throw the review away */
	IMPORT_FIELD,	/* of an action: at: action, sub: enum plan_action_field */
	IMPORT_UNIT,	/* at: action, sub: unit; their number adds one; so the next three */
	IMPORT_LEVEL,	/* sub: indicator */
	IMPORT_WORDS,	/* sub: target in words */
	IMPORT_VOLUME,	/* sub: volume */
	IMPORT_RESHAPE	/* split, join, take out: at: action */
};

struct import_row {
	enum import_what what;
	size_t at, sub;
	const char *mark; /* number or role; "" for none */
	const char *text;
	const char *note;   /* a counter, an answer; "" for none */
	const char *detail; /* under the list; "" for none */
	int style;
	struct plan_span clause, place;
};

struct import_rows {
	VEC(struct import_row) rows;
};

/* The state of such a view begins with this. */
struct import_screen {
	struct list_screen list;
	struct import_desk *desk;
	struct import_rows rows;
	struct plan_diff *diff; /* of the last load where a new edition is shown, else NULL */
	int head_rows;		/* of the body, above list and document */
	int foot_rows;		/* for the row in full, below the list */
};

/* head_rows: rows of the body above it, left to the view. */
void import_screen_init(struct import_screen *s, int head_rows);
/* New rows after a load, in the arena of the view. */
void import_screen_set(struct import_screen *s, struct view *v, struct import_rows *rows);
/* The row under the cursor, NULL when there is none. */
const struct import_row *import_screen_current(const struct import_screen *s);
/* Puts the cursor on a row. */
void import_screen_go(struct import_screen *s, const struct view *v, size_t row);
/* Draws all but the rows at the head. */
void import_screen_draw(const struct view *v, struct canvas *c);
/* Moving and finding; undo and redo; the whole document. REPLY_PASS for everything else. */
enum reply import_screen_act(struct import_screen *s, struct view *v, struct app *app,
			     enum action a);
/* For struct view_ops. */
enum reply import_view_key(struct view *v, struct app *app, const struct key *k);
enum reply import_view_point(struct view *v, struct app *app, const struct point *at);
bool import_view_offers(const struct view *v, enum action a);

/* The screen of one action, and the form of one of its levels, words, volumes or units. */
struct import_args {
	struct import_desk *desk; /* of the review below, which owns it */
	enum import_what what;
	size_t at, sub;
	struct plan_span place; /* where it was read, or what the doubt is about; may be empty */
};
extern const struct view_ops view_import_action; /* more: struct import_args */
extern const struct view_ops view_import_fact;	 /* more: struct import_args */

#endif
