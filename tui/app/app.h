/*
 * app.h - the terminal program as a whole: the stack of views, the one event loop, the frame around
 * the body (lines 1 and 2, message line, hint bar).
 */
#ifndef DUBAN_TUI_APP_H
#define DUBAN_TUI_APP_H

#include "core/date.h"
#include "core/err.h"
#include "tui/app/headline.h"
#include "tui/app/keymap.h"
#include "tui/term/term.h"
#include "tui/app/view.h"

struct app;
struct session; /* session.h: who is working; the application does not look into it */

/* What stands above the body; texts translated, in the arena given. */
struct frame_text {
	struct headline work;	/* line 1: product, plan, "unit · person (post)", date */
	struct headline period; /* line 2: period with its due date, counters */
};

/* What the frame needs. In a window that has become smaller nothing is shown but that, and no key
 * does anything but leave: nobody acts on what they do not see. */
enum { APP_LEAST_COLS = 40, APP_LEAST_ROWS = 10 };

/* For questions of app_context.act(): no view answers for them. Views use tags from 0 on. */
enum { APP_TAG_ANYWHERE = -2 };

struct app_context {
	struct store *store;
	struct session *session;
	struct moment now;

	unsigned frame_depends; /* changes after which frame() is asked again */
	/* Fills *f (zeroed). NULL: an empty frame. */
	int (*frame)(const struct app_context *c, struct arena *a, struct frame_text *f,
		     struct err *e);
	/* A number that changes when somebody else has changed the file. NULL: nobody does. */
	int64_t (*data_version)(struct store *s);
	/* Called when nobody has typed for a moment and rows have been read since. NULL: not. */
	void (*rest)(struct store *s);
	/* Asked when it has changed: -1 and ERR_DENIED when who works here may not any more,
	 * ERR_STATE when what was opened is no longer what there is. NULL: neither happens. */
	int (*admitted)(const struct app_context *c, struct err *e);
	/* Opens what there is instead, for what was typed: *s is to be closed. -1, *s as it was:
	 * the person has no place in it. NULL: as if so. */
	int (*successor)(const struct app_context *c, struct store **s, struct err *e);
	/* Sets `now` (and the actor's) to the present; asked when the program has been idle. NULL:
	 * it stays as it is. */
	void (*tick)(struct app_context *c);
	/* Told of a refusal for want of rights that is shown, and of the view (its name) that it
	 * is shown in. NULL: nobody is. */
	void (*refused)(const struct app_context *c, const char *where);
	/* Milliseconds that only go on; NULL: they stand still. */
	int64_t (*clock_ms)(void);
	/* Minutes without a key, and minutes in all, after which it ends; 0: no limit. */
	int idle_minutes, session_minutes;
	/* What F10 opens; NULL: no such view. */
	const struct view_ops *main_menu;

	/* What can be done on every screen, but needs the screens: asked before the application's
	 * own defaults. REPLY_PASS: not one of them. NULL: there are none. */
	enum reply (*act)(struct app *app, enum action a);
	/* Whether an act makes sense for the post; NULL: all do. */
	bool (*offers)(const struct app_context *c, enum action a);
	/* The answer to a question that was pushed with the tag APP_TAG_ANYWHERE. */
	void (*answered)(struct app *app, const struct view_result *r);
};

enum app_end {
	APP_RUNS,
	APP_LEFT,     /* by the person */
	APP_HUNG_UP,  /* the line has dropped, or a signal said so */
	APP_LOST,     /* the same, and what was typed last could not be kept: app_message() */
	APP_SHUT_OUT, /* the person may not work here any more: app_message() */
	APP_IDLE,
	APP_SESSION /* the two limits */
};

/* The context, keymap and terminal are borrowed and must outlive the application. */
struct app *app_new(struct app_context *c, const struct keymap *m, struct term *t, enum look look);
void app_free(struct app *app); /* closes all views */

/* Runs until the last view is closed, app_quit(), or a hang-up. */
void app_run(struct app *app);
/* One turn of the loop: waits up to timeout_ms for input, handles all that is there, loads, draws,
 * presents when something changed. False: it is over. */
bool app_step(struct app *app, int timeout_ms);
/* A key held down sends the rows between which the cursor moves, no more: a view whose cursor has
 * moved sets v->lagging, and what tells of the row under it - pane, lines below, the hint bar -
 * stays until keys rest for a moment. True: nothing waits for that. */
bool app_rests(const struct app *app);
/* Why it is over. */
enum app_end app_ended(const struct app *app);
/* For store_on_busy(), with the application: while a write waits for the lock of another process,
 * says so before long, lets Esc give it up and holds other keys until it is done. What is only kept
 * while one types waits for no more than a moment. */
bool app_waits(void *app, int waited_ms);
/* Ends, unless what was typed cannot be kept: then the message line says why. */
void app_quit(struct app *app);

/* Opens a view on top, or instead of the top one. The handler that calls this returns REPLY_DONE.
 * -1: open() failed, or what was typed in the one to be replaced cannot be kept; the sentence
 * stands in the message line, the stack is as it was. */
int app_push(struct app *app, const struct view_ops *ops, const struct view_args *args);
int app_replace(struct app *app, const struct view_ops *ops, const struct view_args *args);
/* Takes the top view off, which keeps its draft first, and gives its result to the one below. The
 * handler returns REPLY_DONE and does not touch its view any more. `r` is borrowed (NULL: nothing
 * to say); its tag is filled in. */
void app_finish(struct app *app, const struct view_result *r);
/* Takes views off until the one with this name is on top (nothing when there is none); no resume().
 * A view that is taken off stays in memory until the handler that runs has returned. False: what
 * was typed in one of them could not be kept, so all stay; the message line says why. */
bool app_unwind(struct app *app, const char *name);

/* The store was changed: what depends on it is loaded before the next frame. */
void app_changed(struct app *app, unsigned changes);
/* In a settle(), or where a view keeps what was typed: that has failed for this reason and is to be
 * tried again soon. The message line tells it once; not at once where another process writes and
 * nobody asked for anything. True: the person has been told, now or before. */
bool app_keep_later(struct app *app, const struct err *e);
/* The message line, until the next key. Translated. */
void app_info(struct app *app, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void app_error(struct app *app, const struct err *e);
/* For what is shown otherwise: tells c->refused() where it is a refusal. */
void app_tell_refusal(const struct app_context *c, const char *where, const struct err *e);

/* Whether an act is offered in this view: in the hint bar, in the palette. */
bool app_offers(const struct view *v, enum action a);

const char *app_message(const struct app *app); /* "" when there is none */
/* Does an action as if its key had been pressed in the view on top. */
void app_perform(struct app *app, enum action a);

const struct app_context *app_context(const struct app *app);
const struct keymap *app_keymap(const struct app *app);
struct view *app_top(const struct app *app); /* NULL when over */
size_t app_depth(const struct app *app);
/* For tests: the last frame. */
const struct grid *app_grid(const struct app *app);

#endif
