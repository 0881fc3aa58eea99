/* action_end.h - what the office does with an action that is complete, or is said to be: it answers
 * the unit that asks for close-out, and opens again what was closed out. */
#ifndef DUBAN_TUI_ACTION_END_H
#define DUBAN_TUI_ACTION_END_H

#include "core/model.h"
#include "tui/app/app.h"
#include "tui/part/menu.h"

enum { ACTION_END_ENTRY = 700, ACTION_END_TAG };

/* Its entry in the office's menu of an action, if its state has one: how many, 0 or 1. */
size_t action_end_entry(const struct action_row *a, struct menu_entry *entry);
/* The entry was chosen. */
enum reply action_end_do(struct app *app, const struct action_row *a);
/* The reason was written (ACTION_END_TAG): the action is opened again. */
enum reply action_end_reopen(struct app *app, const struct action_row *a,
			     const struct view_result *answer);

#endif
