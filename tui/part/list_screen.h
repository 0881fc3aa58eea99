/*
 * list_screen.h - a list with a live filter as a whole screen: what the plain lists (milestones,
 * evidence, units, people, periods) do alike. The view loads rows and says what a cell shows.
 */
#ifndef DUBAN_TUI_LIST_SCREEN_H
#define DUBAN_TUI_LIST_SCREEN_H

#include "tui/app/app.h"
#include "tui/part/columns.h"
#include "tui/part/filter.h"
#include "tui/part/list.h"

/* The state of such a view begins with this, so that the list_view_* functions can be its ops. */
struct list_screen {
	/* Its cell() gets `rows` and the index into them; `empty` is for a list without any row,
	 * not for one in which nothing is found. */
	const struct list_spec *spec;
	const void *rows;	 /* all, the view's */
	const char *const *find; /* per row: what the filter looks into */
	size_t nrows;
	int other_rows; /* rows of the body that are not the list's: tabs, a foot */
	size_t *shown;	/* indices of those the filter lets through; in the arena of the load */
	struct list_spec mapped;
	struct list list;
	struct filter filter;
	struct columns columns;
};

void list_screen_init(struct list_screen *p, const struct list_spec *spec);
/* New rows after a load; the cursor stays at its row number. `find` has n texts. */
void list_screen_set(struct list_screen *p, struct arena *a, const void *rows,
		     const char *const *find, size_t n);
/* Index of the row under the cursor, or -1. */
int list_screen_current(const struct list_screen *p);

/* Moving and finding, for the view's act(); REPLY_PASS for everything else (DO_OPEN: the view's).
 */
enum reply list_screen_act(struct list_screen *p, const struct view *v, enum action a);

/* For struct view_ops. */
void list_view_draw(const struct view *v, struct canvas *c);
enum reply list_view_key(struct view *v, struct app *app, const struct key *k);
/* What there are rows for; whether one can be added is for the view to say. */
bool list_view_offers(const struct view *v, enum action a);
void list_view_close(struct view *v);

#endif
