/* assign_menu.h - the office's menu on an action (view_action.c): its units. */
#ifndef DUBAN_TUI_ASSIGN_MENU_H
#define DUBAN_TUI_ASSIGN_MENU_H

#include "tui/app/app.h"

/* `v` is a view_action. */
enum reply assign_menu(struct view *v, struct app *app);
/* What comes back from it and from the questions behind it. */
enum reply assign_resume(struct view *v, struct app *app, const struct view_result *r);

#endif
