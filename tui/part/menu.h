/*
 * menu.h - numbered menus: digits, arrows and Enter choose. As a part of a screen (menu_list_*),
 * and as a dialog over one (menu_open), whose result has the index of the entry in `choice` and its
 * id.
 */
#ifndef DUBAN_TUI_MENU_H
#define DUBAN_TUI_MENU_H

#include "tui/app/app.h"

struct menu_entry {
	const char *text; /* translated */
	const char *note; /* dim, at the right: a counter, a key; or NULL */
	int64_t id;	  /* comes back in the result */
	bool off;	  /* shown dim, cannot be chosen; `note` says why */
};

struct menu_list {
	const struct menu_entry *entries; /* borrowed */
	/* The digits that choose them, one character an entry, borrowed. NULL or '\0': by its place,
	 * 1 to 9 for the first nine, 0 for the tenth, none for those that follow. */
	const char *numbers;
	size_t n, cursor, top;
};

enum menu_event {
	MENU_PASS,  /* not mine */
	MENU_MOVED, /* mine */
	MENU_OFF,   /* the entry under the cursor, which cannot be chosen */
	MENU_CHOSEN /* the entry under the cursor */
};

/* Moving actions and DO_CHOOSE or DO_OPEN; page: rows that are seen. */
enum menu_event menu_list_act(struct menu_list *m, enum action a, size_t page);
/* Digits. One that no entry has does nothing; 0 is passed then. */
enum menu_event menu_list_key(struct menu_list *m, const struct key *k, size_t page);
/* A click chooses what it is on. */
enum menu_event menu_list_point(struct menu_list *m, const struct point *p, size_t page);
/* Over the whole canvas. */
void menu_list_draw(const struct menu_list *m, struct canvas *c);
/* Columns and rows that show all of it. */
void menu_list_fit(const struct menu_list *m, int *cols, int *rows);

/* Opens a menu over the top view. All strings are copied. */
int menu_open(struct app *app, int tag, const char *title, const struct menu_entry *entries,
	      size_t n);
/* The entries of a view that menu_open() has opened; NULL: it is no such view. */
const struct menu_list *menu_shown(const struct view *v);
/* Says in the message line why an entry that is off cannot be chosen. */
void menu_tell_off(struct app *app, const struct menu_entry *entry);

#endif
