/*
 * view.h - a screen, or a dialog on top of one: a const table of functions and a state.
 *
 * The application (app.c) owns the stack of views and calls these in one order only: keys go to the
 * top view, dirty views load, then everything is drawn. A view never waits and never draws to the
 * terminal; a question is another view pushed on top, whose answer comes back through resume().
 */
#ifndef DUBAN_TUI_VIEW_H
#define DUBAN_TUI_VIEW_H

#include "core/err.h"
#include "core/mem.h"
#include "tui/app/actions.h"
#include "tui/draw/canvas.h"
#include "tui/term/key.h"

#include <stdbool.h>
#include <stdint.h>

struct app;
struct app_context;
struct form_row;
struct store;
struct view;

/* What a handler answers. */
enum reply {
	REPLY_PASS,   /* not mine: the application does what it does by default */
	REPLY_DONE,   /* done; draw */
	REPLY_RELOAD, /* done; my rows must be loaded again */
	REPLY_CLOSE   /* done; take me off the stack (the view below gets an empty result) */
};

/* Where the mouse points to, among what the view told with canvas_target() in its last draw(). */
struct point {
	enum mouse mouse;
	enum target_kind kind; /* TARGET_NONE with the wheel only: over nothing */
	int index;
	int y, x; /* from the corner of the target */
};

/* A press, or the second one of a double click, on something of this kind; not the wheel. */
static inline bool point_on(const struct point *p, enum target_kind kind)
{
	return p->kind == kind && (p->mouse == MOUSE_PRESS || p->mouse == MOUSE_DOUBLE);
}

/* What a view is opened with. Borrowed during open() only: what it keeps, it copies. */
struct view_args {
	int tag;	  /* the opener's own number; comes back in the result */
	int64_t id;	  /* the row it is about */
	int64_t id2;	  /* a second one (unit, period …) */
	int tab;	  /* which part first */
	const char *text; /* or NULL */
	const void *more; /* the view's own struct, declared in its header; or NULL */
};

/* What a view leaves behind for the one below it. */
struct view_result {
	int tag;
	bool ok;    /* false: left with Esc or an answer of "no" */
	int choice; /* menus, questions, lists: index of the entry, from 0 */
	int64_t id;
	const char *text;  /* borrowed during resume() only; or NULL */
	const char *draft; /* as text: where the text is kept until its act is done; or NULL */
	/* What the question was about, as it was when it was asked (part/about.h); as text; or NULL
	 */
	const struct form_row *about;
};

struct view_ops {
	const char *name; /* for programs and tests: "home" */
	const char *
		title; /* N_() or NC_(); stands in the rule under line 2 unless view.title is set */
	enum scope scope;  /* which bindings and hints */
	unsigned depends;  /* changes (db/change.h) after which its rows are loaded again */
	size_t state_size; /* of view.state, zeroed before open() */
	bool dialog;	   /* drawn over the view below, in a box as big as fit() asks */

	/* All may be left out (NULL). Those that fail return -1 and fill *e. */
	/* The first load() comes later: the arena is not for open(). A view whose first load failed
	 * is drawn too, so a zeroed state must be drawable. */
	int (*open)(struct view *v, const struct view_args *args, struct err *e);
	/* Reads rows into v->arena, which is empty. The rows of the last load are still there
	 * during the call (to find the cursor's row again) and are gone after it. On failure the
	 * state must still point to the old ones, which then stay. Never called while drawing. */
	int (*load)(struct view *v, struct store *s, struct err *e);
	/* Pure: the state into cells. The canvas is the body, v->cols × v->rows. */
	void (*draw)(const struct view *v, struct canvas *c);
	enum reply (*act)(struct view *v, struct app *app, enum action a);
	/* Asked before the keymap: text that is typed, pastes, digits. REPLY_PASS for the rest. */
	enum reply (*key)(struct view *v, struct app *app, const struct key *k);
	/* The mouse, over a target of this view. Passed, the wheel moves as DO_UP and DO_DOWN do
	 * and a click does nothing. Everything that can be clicked can be done by keys too. */
	enum reply (*point)(struct view *v, struct app *app, const struct point *p);
	/* A view above has been taken off the stack. */
	enum reply (*resume)(struct view *v, struct app *app, const struct view_result *r);
	/* Input has come to rest, or the view is about to be taken off, in whatever way: keep
	 * drafts; app_keep_later() where that fails. */
	void (*settle)(struct view *v, struct app *app);
	/* Whether this action makes sense now: hint bar, palette. Left out: all do. */
	bool (*offers)(const struct view *v, enum action a);
	/* Whether the hint bar tells of this moving action (SCOPE_MOVE). Left out: of none. */
	bool (*tells)(const struct view *v, enum action a);
	/* The words of the field that has the focus, for the top of the help; translated. NULL:
	 * there are none. */
	const char *(*help)(const struct view *v);
	/* A dialog's wish for its size inside the box, given the largest there is in *cols, *rows.
	 */
	void (*fit)(const struct view *v, int *cols, int *rows);
	/* Frees what the state owns outside the arena. */
	void (*close)(struct view *v);
};

struct view {
	const struct view_ops *ops;
	const struct app_context *context; /* who is working, today … (app.h) */
	void *state;
	struct arena arena;	      /* rows of the last load */
	struct arena own;	      /* what lives as long as the view: */
	const struct form_row *about; /* of a question; see view_result */
	/* of a question: what "yes" gives, instead of its own answer; or NULL */
	const struct view_result *repeats;
	enum scope scope;    /* ops->scope at first; a form changes it with its focus */
	char *title;	     /* own title, see view_set_title(); else NULL */
	int cols, rows;	     /* of the body it is drawn in; kept by the application */
	int tag;	     /* from its args */
	bool dirty;	     /* rows must be loaded before the next frame */
	const void *lagging; /* the part that tells of a row the cursor has left; see app_rests() */
	bool reload_by_others; /* during load(): because somebody else has changed the file */
	bool reload_by_me;     /* … because of what was done here (app_changed()); both can be */
};

/* A title that is made at run time ("14 Health of pupils"); translated, copied. */
void view_set_title(struct view *v, const char *title);

#endif
