/* case_menu.h - what the menu of an action has about pilots and cases. */
#ifndef DUBAN_TUI_CASE_MENU_H
#define DUBAN_TUI_CASE_MENU_H

#include "tui/part/menu.h"
#include "tui/plan/item.h"

enum { CASE_MENU_ENTRIES = 2 };

/* Adds its entries for who works; how many. Reads the action. */
size_t case_menu_entries(const struct app_context *c, const struct item *it,
			 struct menu_entry *entries);
/* Whether the chosen entry was one of them; then it is done. */
bool case_menu_do(struct app *app, const struct item *it, int64_t entry);

#endif
