/*
 * list_screen.h - a list as a screen, or as a part of one. Every list that a screen loads whole can
 * do the same things by it: find as one types, sort by any column, keep the cursor on its thing
 * over loads, mark what others have changed, show a pane beside the rows and lines below them,
 * narrow, and keep all of that as a view with a name. The view loads rows, says what a cell shows,
 * and what Enter does.
 */
#ifndef DUBAN_TUI_LIST_SCREEN_H
#define DUBAN_TUI_LIST_SCREEN_H

#include "tui/app/app.h"
#include "tui/part/columns.h"
#include "tui/part/filter.h"
#include "tui/part/list.h"
#include "tui/part/list_marks.h"

enum { LIST_PANE_FROM = 120, LIST_PANE_COLS = 40, LIST_FOOT_FROM = 12 };

/* Tags of its menus and questions: views leave these to list_screen_resume(). */
enum {
	LIST_TAG_MENU = 400,
	LIST_TAG_SORT,
	LIST_TAG_VIEWS,
	LIST_TAG_FORGET,
	LIST_TAG_SAVE,
	LIST_TAG_END
};

/* The id of an entry "this list …" in the menu of an item, whatever its tag; a view whose resume()
 * asks list_screen_resume() first gets the menu of the list for it. */
enum { LIST_MENU_ENTRY = -4000 };

/* How a view narrows its rows by more than words. */
struct list_narrowing {
	bool (*fits)(const struct view *v, size_t row);
	bool (*is_set)(const struct view *v);
	void (*clear)(struct view *v);
	/* Its entries in the menu of the list, with the action that does the same by a key; open()
	 * asks for a choice, whose result comes to the view's resume(). */
	const struct list_narrowing_entry {
		enum action act;
		const char *text; /* N_() */
		enum reply (*open)(struct view *v, struct app *app);
	} * entries;
	size_t nentries;
	/* What is set, in one line of words that stay what they are ("role=lead lamp=red"), and
	 * back; what read() does not know it leaves out. */
	void (*write)(const struct view *v, struct strbuf *out);
	void (*read)(struct view *v, const char *text);
};

/* What a view puts around its rows; a const table. All may be left out. Rows are indices into what
 * the view loaded. */
struct list_around {
	/* Lines above the list. */
	int head_rows;
	void (*head)(const struct view *v, struct canvas *c);
	/* Beside it, from LIST_PANE_FROM columns on: the row under the cursor whole. Not asked for
	 * a heading. */
	void (*pane)(const struct view *v, size_t row, struct canvas *c);
	/* Below it where there is no pane and the window has LIST_FOOT_FROM lines: the same in few
	 * lines. Asked for every row but a heading; the first line is a rule, as it is there. */
	int foot_rows;
	void (*foot)(const struct view *v, size_t row, struct canvas *c);
	/* The row that the cursor stands on at first; left out: the first one that is no heading.
	 */
	size_t (*first)(const struct view *v);
	/* Which rows count as found; left out: all but headings. */
	bool (*counts)(const struct view *v, size_t row);
	const struct list_narrowing *narrowing;
	const char *name; /* under which views are saved; left out: the name of the screen */
};

/* The state of a view with one list begins with this, so that the list_view_* functions can be its
 * ops. Zeroed, it can be drawn. */
struct list_screen {
	/* Its cell() gets `rows` and the index into them; `empty` is for a list without any row,
	 * not for one in which nothing is found. */
	const struct list_spec *spec;
	const struct list_around *around; /* set after list_screen_init(); or NULL */
	const char *note; /* a line below the rows, set at each load in its arena; or NULL */
	int other_rows;	  /* lines of the body that the view keeps for itself */

	const void *rows;	 /* all, the view's */
	const char *const *find; /* per row: what the filter looks into */
	size_t nrows;
	size_t nfound; /* rows shown that count */

	/* Its own affair, in memory of its own: a load that does not set the list cannot take it
	 * away. */
	struct arena own;
	struct list list;
	struct filter filter;
	struct columns columns;
	struct list_marks marks;
	size_t *order;	 /* all rows as they are sorted */
	size_t *shown;	 /* indices of those that are shown */
	size_t *place;	 /* of each row in `shown`, + 1; 0: not shown */
	size_t told;	 /* the row that pane and foot tell of while the view lags */
	int64_t plan_id; /* in which the rows were loaded */
	char *name;	 /* of the saved view in force, or NULL */
	char *saved;	 /* what that is */
};

void list_screen_init(struct list_screen *p, const struct list_spec *spec);
void list_screen_free(struct list_screen *p);
/*
 * New rows, in load() after the view has taken them over: `rows` goes to the spec, `find` has n
 * texts (find_text()), both in v->arena; what the cells show is found without them, NULL: that
 * alone. The cursor stays on its thing and in its line; when that is gone it goes to the nearest
 * neighbour; the first time, and in another plan, to the first row.
 */
void list_screen_set(struct list_screen *p, struct view *v, const void *rows,
		     const char *const *find, size_t n);
/* Index of the row under the cursor, or -1. */
int list_screen_current(const struct list_screen *p);
/* Index of the row that is shown in this place, from 0 to p->list.n. */
size_t list_screen_row(const struct list_screen *p, size_t place);
/* Puts the cursor on a row; nothing when it is not shown. */
void list_screen_go(struct list_screen *p, const struct view *v, size_t row);
/* The same with the row whose thing has the highest number: what was added last. */
void list_screen_go_newest(struct list_screen *p, const struct view *v);
/* The narrowing is another: rows are chosen anew. */
void list_screen_apply(struct list_screen *p, const struct view *v);
/* Sorted by this column, or in their own order (column: the number of columns). */
void list_screen_sort(struct list_screen *p, const struct view *v, size_t column, bool reversed);
/* Whether anything is left out by words or by the narrowing; and all shown again. */
bool list_screen_is_narrowed(const struct list_screen *p, const struct view *v);
void list_screen_show_all(struct list_screen *p, struct view *v);

/* Moving, finding, sorting, the menu of the list (also for DO_OPEN where there is nothing to open);
 * Esc while something is left out. REPLY_PASS for everything else: DO_OPEN on a row is the view's.
 */
enum reply list_screen_act(struct list_screen *p, struct view *v, struct app *app, enum action a);
enum reply list_screen_key(struct list_screen *p, struct view *v, const struct key *k);
/* A click moves the cursor, on its row opens (DO_OPEN), on a head sorts; the wheel moves. */
enum reply list_screen_point(struct list_screen *p, struct view *v, struct app *app,
			     const struct point *at);
/* What comes back from the menus of the list. Ask it first. */
enum reply list_screen_resume(struct list_screen *p, struct view *v, struct app *app,
			      const struct view_result *r);
/* What there are rows for; whether one can be added is for the view to say. */
bool list_screen_offers(const struct list_screen *p, enum action a);
void list_screen_draw(const struct list_screen *p, const struct view *v, struct canvas *c,
		      bool focus);

/* For struct view_ops. */
void list_view_draw(const struct view *v, struct canvas *c);
enum reply list_view_key(struct view *v, struct app *app, const struct key *k);
enum reply list_view_point(struct view *v, struct app *app, const struct point *at);
enum reply list_view_resume(struct view *v, struct app *app, const struct view_result *r);
bool list_view_offers(const struct view *v, enum action a);
void list_view_close(struct view *v);

#endif
