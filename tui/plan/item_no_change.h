/* item_no_change.h - "nothing has changed this period": last period's percentage is handed in
 * again. item.c alone includes it. */
#ifndef DUBAN_TUI_ITEM_NO_CHANGE_H
#define DUBAN_TUI_ITEM_NO_CHANGE_H

#include "tui/plan/item.h"

/* Asks once (ITEM_TAG_NO_CHANGE); says why not, where something has been entered for this period,
 * or where it is closed (with what lifts that: remedy.h). A draft in which nothing is written, or
 * nothing but "no change", is no obstacle. */
enum reply item_no_change(struct app *app, const struct item *it);
/* 0, or why what has been entered forbids it. */
int item_no_change_check(const struct app_context *c, const struct item *it, struct err *e);
/* The answer was yes. */
enum reply item_no_change_do(struct app *app, const struct item *it);

#endif
