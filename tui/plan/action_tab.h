/*
 * action_tab.h - what the tabs of one action (view_action.c) share: the action with its units, read
 * whenever the screen loads, and the rows of the tab that is in front. One file a tab: tab_*.c.
 */
#ifndef DUBAN_TUI_ACTION_TAB_H
#define DUBAN_TUI_ACTION_TAB_H

#include "core/model.h"
#include "tui/app/app.h"
#include "tui/plan/item.h"
#include "tui/part/list_screen.h"
#include "tui/part/tabs.h"
#include "tui/view/views.h"

struct action_screen {
	int64_t action_id, unit_id; /* unit: as opened; 0: the own one where it takes part */
	struct action_row action;
	const char *no;		  /* "5.2" for a part of the fifth action */
	struct period_row period; /* of the action's plan; id 0: none */
	struct assignment_rows units;
	struct item item; /* the share of unit_id, for the menu and the shortcuts */
	struct tabs tabs;
	struct list_screen lists[ACTION_TAB_COUNT]; /* of the tabs that are lists */
	int overview_top;
	bool added;	      /* the cursor of the tab in front goes to the newest */
	void *rows;	      /* what the tab in front loaded, in the view's arena */
	int64_t chosen;	      /* what the question now asked is about */
	int64_t taken_off;    /* the unit that was taken off here last, 0: none … */
	enum role taken_role; /* … and the role it had */
};

/* Functions of a tab; the view's own rules hold (tui/app/view.h). One that is a list has a spec and
 * what stands around it, and no draw(); the list is asked first, what it passes on comes to act().
 */
struct action_tab_ops {
	const struct list_spec *list;
	const struct list_around *around;
	int (*load)(struct view *v, struct store *s, struct err *e);
	void (*draw)(const struct view *v, struct canvas *c);
	enum reply (*act)(struct view *v, struct app *app, enum action a);
	enum reply (*resume)(struct view *v, struct app *app, const struct view_result *r);
};

extern const struct action_tab_ops tab_overview, tab_progress, tab_milestones, tab_evidence,
	tab_history, tab_dealings;

/* Rows of the body below the tab bar. */
int action_body_rows(const struct view *v);
/* Where the whole of a row stands beside the list, and not below it. */
enum { ACTION_PANE_FROM = LIST_PANE_FROM };
/* For the foot of a list: draws its rule; the room below that. */
struct canvas action_foot(struct canvas *c);
/* The list of the tab in front gets what s->rows holds: n rows, and what is found by them beside
 * what they show, or NULL. */
void action_set_rows(struct view *v, const char *const *find, size_t n);
/* Index of the row under the cursor of a tab, or -1; also while its rows are not loaded. */
int action_row(const struct action_screen *s, enum action_tab tab);

#endif
