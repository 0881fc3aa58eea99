/*
 * menu.h - a numbered menu as a view: digits, arrows and Enter choose. Its result has the index of
 * the entry in `choice` and its id in `id`.
 */
#ifndef DUBAN_TUI_MENU_H
#define DUBAN_TUI_MENU_H

#include "tui/app.h"

struct menu_entry {
	const char *text; /* translated */
	const char *note; /* dim, at the right: a counter, a key; or NULL */
	int64_t id;	  /* comes back in the result */
	bool off;	  /* shown dim, cannot be chosen; `note` says why */
};

/* Opens a menu over the top view. Entries 1 to 9 and then 0 have numbers. All strings are copied.
 */
int menu_open(struct app *app, int tag, const char *title, const struct menu_entry *entries,
	      size_t n);
/* The same from actions: text is their help, note their key, id the enum action. Those that the
 * view on top does not offer are left out. `resume` then usually passes id on to the view's act().
 */
int menu_open_actions(struct app *app, int tag, const char *title, const enum action *actions,
		      size_t n);

extern const struct view_ops menu_view;

#endif
