/* item_undo.h - taking back one's own last change to an action: what was typed and not sent, else
 * the newest change in the log (core/rule/undo.h). item*.c alone include it. */
#ifndef DUBAN_TUI_ITEM_UNDO_H
#define DUBAN_TUI_ITEM_UNDO_H

#include "tui/plan/item.h"

/* Takes it back, or asks first: where it has left the unit (ITEM_TAG_RECALL), or cannot be had
 * again (ITEM_TAG_UNDO). Says so where there is nothing. */
enum reply item_undo(struct app *app, const struct item *it);
/* The answer was yes. */
enum reply item_undo_typed(struct app *app, const struct item *it);
enum reply item_undo_change(struct app *app, const struct item *it, const struct view_result *r);

/* The name under which view_report.c keeps what is typed on an action in the running period. In the
 * arena; NULL: no period runs, so nothing can have been typed. */
int item_draft_name(const struct app_context *c, struct arena *a, const struct item *it,
		    const char **name, struct err *e);

#endif
