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

	int64_t looked_ms;	 /* when look_around() was */
	int64_t version;	 /* of the data, as last seen */
	bool unsettled;		 /* there was input since settle() */
	int64_t unsettled_since; /* by clock_ms() */
	bool unkept;		 /* app_keep_later() */
	bool stale;		 /* the screen does not show the state */
	bool over;
};

/* app.c */
void app_take_reply(struct app *app, struct view *v, enum reply r);
/* Asks the views from the top down to this index to keep what was typed: they are about to go.
 * False: one could not, and the message line says why. */
bool app_keep(struct app *app, size_t lowest);

/* app_stack.c */
void app_take_off(struct app *app); /* the top view; app_reap() frees it */
void app_reap(struct app *app);
size_t app_base(const struct app *app); /* index of the lowest view that is seen */
void app_mark_all(struct app *app);	/* everything is loaded anew */

/* app_frame.c */
void app_layout(struct app *app); /* sizes of all views that are seen */
void app_draw(struct app *app);
bool app_is_too_small(const struct app *app);

/* app_mouse.c */
void app_mouse(struct app *app, const struct key *k);

/* app_actions.c */
void app_default(struct app *app, enum action a);
void app_answered(struct app *app, const struct view_result *r); /* to one of its own questions */

#endif
