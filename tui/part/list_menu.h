/* list_menu.h - the numbered menus of a list: what can be done with the list as a whole. All of it
 * can be reached without letters; see list_screen.h. */
#ifndef DUBAN_TUI_LIST_MENU_H
#define DUBAN_TUI_LIST_MENU_H

#include "tui/part/list_screen.h"
#include "tui/part/menu.h"

/* The last entry of the menu of an item in a list: opens the menu of the list. `key` has room for
 * KEY_LABEL bytes and is borrowed. */
struct menu_entry list_menu_entry(const struct app *app, char *key);

/* Find, sort, narrow, saved views, show all. */
enum reply list_menu_open(const struct list_screen *p, const struct view *v, struct app *app);
/* The columns to sort by. */
enum reply list_menu_sort(const struct list_screen *p, struct app *app);
/* The other way round. */
enum reply list_menu_reverse(struct list_screen *p, const struct view *v);
/* By this column; by the one it is sorted by already, the other way round. */
void list_menu_sort_by(struct list_screen *p, const struct view *v, size_t column);

#endif
