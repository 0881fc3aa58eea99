/* app_state.h - what the files app*.c share; nobody else includes it. */
#ifndef DUBAN_TUI_APP_STATE_H
#define DUBAN_TUI_APP_STATE_H

#include "tui/app/app.h"

/* Tag of the question that the application itself asks. */
enum { TAG_QUIT = -1 };

struct app {
	struct app_context *context;
	const struct keymap *keys;
	struct term *term;
	enum look look;
	struct grid grid;

	struct view **stack; /* the last one is on top */
	size_t nstack, stack_cap;
	struct view **dead; /* taken off, freed when no handler runs */
	size_t ndead, dead_cap;

	struct arena frame_arena;
	struct frame_text frame;
	bool frame_dirty;

	struct keymap_hint hints[24]; /* of the last frame, for the view `hinted` */
	size_t nhints;
	const struct view *hinted;
	int hinted_cols;

	struct strbuf message;
	int message_style;

	const struct view
		*pointed; /* on top when the last frame was drawn: what its targets mean */
	const struct view *pressed; /* on top at the last click */

	int64_t looked_ms; /* when look_around() was */
	int64_t version;   /* of the data, as last seen */
	bool stale;	   /* the screen does not show the state */
	enum app_end end;

	/* app_keep.c */
	bool unsettled;		 /* there was input since app_settle() */
	int64_t unsettled_since; /* by the clock */
	bool hasty;		 /* nobody has asked for what is being written */
	bool unkept;		 /* app_keep_later() */
	int64_t unkept_since;	 /* … for the first time; negative: all is kept */
	enum err_code told;	 /* what kept it from being kept, as the person has been told */

	/* app_wait.c */
	struct key *held; /* what was typed while a write waited, to be handled: held[next] on */
	size_t next_held, nheld, held_cap;
	bool is_waiting; /* the screen says so */

	/* app_limit.c; times by the clock */
	int64_t began_ms, active_ms; /* active: the last key */
	bool idle_told;
	bool has_read;	  /* since context->rest() */
	int minutes_told; /* that are left of the whole */
};

static inline int64_t app_clock_ms(const struct app *app)
{
	return app->context->clock_ms ? app->context->clock_ms() : 0;
}

/* app.c */
void app_take_reply(struct app *app, struct view *v, enum reply r);

/* app_keep.c: what is typed is kept */

void app_unsettle(struct app *app); /* there is input */
/* How long input may rest or go on until app_settle() is due. */
int app_settle_ms(const struct app *app);
/* Asks all views to keep what was typed; does not wait for a lock, a next time comes soon. False:
 * one could not. */
bool app_settle(struct app *app);
/* Asks the views from the top down to this index: they are about to go. False: one could not, and
 * the message line says why. */
bool app_keep(struct app *app, size_t lowest);
/* The line has dropped, or the program is told to end. */
void app_hang_up(struct app *app);

/* app_wait.c: the next key, or what came while a write waited */
void app_read(struct app *app, struct key *k, int timeout_ms);
void app_wait_end(struct app *app);

/* app_limit.c: warns when a limit of time is near and ends at it, as soon as what was typed is
 * kept; lets the store rest. Cheap. */
void app_check_limits(struct app *app);

/* app_stack.c */
void app_take_off(struct app *app); /* the top view; app_reap() frees it */
void app_reap(struct app *app);
size_t app_base(const struct app *app); /* index of the lowest view that is seen */
void app_mark_all(struct app *app);	/* everything is loaded anew */

/* app_frame.c */
void app_layout(struct app *app); /* sizes of all views that are seen */
void app_draw(struct app *app);
/* Puts a sentence over the last frame, where messages stand; asks no view. */
void app_draw_over(struct app *app, const char *text);
bool app_is_too_small(const struct app *app);

/* app_mouse.c */
void app_mouse(struct app *app, const struct key *k);

/* app_actions.c */
void app_default(struct app *app, enum action a);
void app_answered(struct app *app, const struct view_result *r); /* to one of its own questions */

#endif
