/* notice_menu.h - notices in the menu of an action: reading them, and a leader's instruction. */
#ifndef DUBAN_TUI_NOTICE_MENU_H
#define DUBAN_TUI_NOTICE_MENU_H

#include "tui/part/menu.h"
#include "tui/plan/item.h"

enum { NOTICE_MENU_ENTRIES = 2 };

/* Fills at most NOTICE_MENU_ENTRIES entries; returns how many the active post has. */
size_t notice_menu_entries(const struct app_context *c, struct menu_entry *entries);
/* Does what an entry says; false: it is none of them. */
bool notice_menu_do(struct app *app, const struct item *it, int64_t entry);

#endif
