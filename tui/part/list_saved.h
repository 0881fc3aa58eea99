/*
 * list_saved.h - views of a list with a name: the words looked for, the order and the narrowing as
 * a person left them. They are kept among the person's own settings (db/people/store_setting.h),
 * the kind "view:" with the name of the screen.
 */
#ifndef DUBAN_TUI_LIST_SAVED_H
#define DUBAN_TUI_LIST_SAVED_H

#include "tui/part/list_screen.h"

/* Whether there is somebody to keep views for. */
bool list_saved_can(const struct view *v);
/* The saved views by name, and entries to save what is shown and to forget one. */
enum reply list_saved_menu(const struct list_screen *p, const struct view *v, struct app *app);
/* What comes back from its menus and questions. */
enum reply list_saved_resume(struct list_screen *p, struct view *v, struct app *app,
			     const struct view_result *r);
/* What is shown may have changed: a view is in force only while the list is as it says. */
void list_saved_check(struct list_screen *p, const struct view *v);

/* How the list is shown, as lines "find=…", "sort=…", "narrow=…"; "" when it is as at first. The
 * caller frees it. And back: lines and columns that are not known are left out. */
char *list_saved_write(const struct list_screen *p, const struct view *v);
void list_saved_read(struct list_screen *p, struct view *v, const char *text);

#endif
