/*
 * import_menu.h - what can be done with a row of what was read: Enter opens its numbered menu, or
 * does the one thing there is to do. One table (import_menu.c) says what fits which row.
 */
#ifndef DUBAN_TUI_IMPORT_MENU_H
#define DUBAN_TUI_IMPORT_MENU_H

#include "tui/import/import_screen.h"

/* Enter on the current row. */
enum reply import_menu_open(struct import_screen *s, struct app *app);
/* Answers the current doubt: DO_DOUBT_TAKE, DO_DOUBT_LEAVE; REPLY_PASS for other acts and rows. */
enum reply import_menu_act(struct import_screen *s, struct app *app, enum action a);
/* What comes back from the menu and from the questions its entries ask. */
enum reply import_menu_resume(struct import_screen *s, struct app *app,
			      const struct view_result *r);

/* Asks before everything is stored, and does it (view_import.c). */
enum reply import_store_ask(struct import_screen *s, struct app *app, int tag);
enum reply import_store(struct import_screen *s, struct app *app);
/* The same for throwing the review away. */
enum reply import_discard_ask(struct import_screen *s, struct app *app, int tag);
enum reply import_discard(struct import_screen *s, struct app *app);

#endif
