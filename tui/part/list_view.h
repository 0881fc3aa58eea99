/* list_view.h - how a list screen shares out its lines; what the files of list_screen.h share. */
#ifndef DUBAN_TUI_LIST_VIEW_H
#define DUBAN_TUI_LIST_VIEW_H

#include "tui/part/list_screen.h"

/* Rows that fit on the screen of a view now. */
size_t list_screen_page(const struct list_screen *p, const struct view *v);

#endif
