/*
 * action_tab.h - what the tabs of one action (view_action.c) share: the action with its units, read
 * whenever the screen loads, and the rows of the tab that is in front. One file a tab: tab_*.c.
 */
#ifndef DUBAN_TUI_ACTION_TAB_H
#define DUBAN_TUI_ACTION_TAB_H

#include "core/model.h"
#include "tui/app/app.h"
#include "tui/part/columns.h"
#include "tui/view/item.h"
#include "tui/part/list.h"
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
	struct list lists[ACTION_TAB_COUNT];
	int tops[ACTION_TAB_COUNT];
	struct columns columns; /* of the tab in front */
	void *rows;		/* what the tab in front loaded, in the view's arena */
	int64_t chosen;		/* what the question now asked is about */
	int64_t taken_off;	/* the unit that was taken off here last, 0: none … */
	enum role taken_role;	/* … and the role it had */
};

/* Functions of a tab; the view's own rules hold (tui/app/view.h). */
struct action_tab_ops {
	int (*load)(struct view *v, struct store *s, struct err *e);
	void (*draw)(const struct view *v, struct canvas *c);
	enum reply (*act)(struct view *v, struct app *app, enum action a);
	enum reply (*resume)(struct view *v, struct app *app, const struct view_result *r);
};

extern const struct action_tab_ops tab_overview, tab_progress, tab_milestones, tab_evidence,
	tab_history;

/* Rows of the body below the tab bar. */
int action_body_rows(const struct view *v);
/* For tabs that are a list with lines below it: how many rows each gets; below a width of
 * ACTION_PANE_FROM the lines are at the foot, else in a pane at the right. */
enum { ACTION_PANE_FROM = 120 };
struct action_split {
	struct canvas list, detail;
};
struct action_split action_split(const struct view *v, struct canvas *body, int foot_rows);
size_t action_page(const struct view *v, int foot_rows);
/* Takes over rows for the list of the tab in front and measures its columns. */
void action_set_rows(struct view *v, const struct list_spec *spec, const void *rows, size_t n);

#endif
