/*
 * item.h - one action as a row of a list, and all that can be done with it from there: the numbered
 * menu that Enter opens, and the keys that are shortcuts to its entries. Home, all actions and the
 * screen of an action share it.
 */
#ifndef DUBAN_TUI_ITEM_H
#define DUBAN_TUI_ITEM_H

#include "core/model.h"
#include "tui/app/app.h"

struct item {
	int64_t action_id, plan_id;
	int64_t unit_id;       /* whose share it is; 0: nobody's in particular */
	int64_t report_id;     /* the unit's report of this period; 0: none */
	int64_t entered_by_id; /* who last changed its text */
	const char *no, *title;
	enum report_state report_state; /* of that report */
	bool to_sign;			/* it waits for the unit's approving leader */
	int percent;			/* last reported, -1: never */
};

/* Tags of item.c: views that use it leave these to item_resume(). */
enum {
	ITEM_TAG_MENU = 100,
	ITEM_TAG_NO_CHANGE,
	ITEM_TAG_UNDO,
	ITEM_TAG_RECALL,
	ITEM_TAG_ASK,
	ITEM_TAG_END
};

struct item item_of_task(const struct task_row *t);

/* The numbered menu of an item. */
enum reply item_menu(struct app *app, const struct item *it);
/* The acts of SCOPE_ITEM on it (not DO_OPEN: that is the view's). `it` NULL: nothing under the
 * cursor. REPLY_PASS for what is not one of them. */
enum reply item_act(struct app *app, enum action a, const struct item *it);
/* What comes back from the menu and from questions; `it` is the row under the cursor still. Opens
 * the action for the menu's first entry. */
enum reply item_resume(struct app *app, const struct view_result *r, const struct item *it);
/* Whether its report waits for the person to sign it off or to review it; nobody's own does. */
bool item_waits(const struct app_context *c, const struct item *it);
/* Whether an act of SCOPE_ITEM makes sense on it; true for every other act. */
bool item_offers(const struct app_context *c, enum action a, const struct item *it);

#endif
