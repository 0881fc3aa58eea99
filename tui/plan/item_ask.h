/* item_ask.h - what a unit can ask the office about one action, as a menu: Enter or F6 on the
 * action leads to it wherever the action stands in a list. */
#ifndef DUBAN_TUI_ITEM_ASK_H
#define DUBAN_TUI_ITEM_ASK_H

#include "tui/plan/item.h"

/* Opens the menu; its answer comes with ITEM_TAG_ASK. */
enum reply item_ask(struct app *app, const struct item *it);
/* What was chosen there: opens its form. */
enum reply item_ask_do(struct app *app, const struct item *it, int64_t entry);

/* A refusal met on the action, told so that what lifts it can be asked for (remedy.h). The period
 * is the running one. */
void item_tell(struct app *app, const struct item *it, const struct err *e);

#endif
