/*
 * tui.h - the terminal interface as main() sees it: everything it needs is handed in, it reads no
 * environment, no configuration and no clock of its own but to go on from `now`. What is where:
 *
 *   draw/    cells, styles, drawing into a grid; no terminal
 *   term/    the terminal: keys come out, grids go in
 *   app/     the event loop, the stack of views, what keys do, who is working, help
 *   part/    parts of screens (list, filter, form, edit, tabs) and small views of general use
 *   view/    the screens (views.h), what can be done with an action (item.h)
 *   import/  the review of a document before it is stored
 */
#ifndef DUBAN_TUI_TUI_H
#define DUBAN_TUI_TUI_H

#include "core/err.h"
#include "core/model.h"
#include "db/people/store_session.h"
#include "tui/term/term.h"

#include <stdbool.h>
#include <stddef.h>

struct store;

/* Keys that the configuration gives to an action: see keymap_bind(). */
struct tui_binding {
	const char *action, *keys;
	const char *where; /* "FILE:LINE" for the error, borrowed like the others */
};

/* Whether the interface could begin with these keys: 0, or -1 and the first one that is not
 * possible. */
int tui_check_bindings(const struct tui_binding *bindings, size_t n, struct err *e);

/* All pointers are borrowed and outlive tui_main(). */
struct tui_args {
	struct store *store;
	const char *db;			 /* path of the file, for the title and errors */
	const struct person_row *person; /* who works, with all posts in force */
	int64_t post_id;		 /* the post to begin with; 0: the first */
	const char *remote;		 /* address of the SSH client, or "" */
	int64_t key_id; /* the key that the person came in with; 0: none, on the server itself */
	int64_t session_id;   /* of store_session.h, as the next */
	struct log_in before; /* the person's last one before this session */
	struct moment now;
	bool now_fixed; /* DUBAN_NOW: the time stands still */

	struct term_settings term;
	const struct tui_binding *bindings;
	size_t nbindings;
	int print_width, print_page_lines; /* what the print dialog begins with */
	const char *printer;		   /* of lp; "": its default */
	int idle_minutes, session_minutes; /* limits without a key and in all; 0: none */
	const char *const *send; /* the command that sends notices in the background; or NULL */
};

/* Runs until the person leaves, the line drops or a limit is reached: 0. *why gets a sentence for
 * the terminal that is ordinary again, where the person may not know why it is; the caller frees
 * it; else NULL. -1 when it could not begin: no terminal, one that is unknown or too poor, a
 * binding that is not possible; or ERR_DENIED when the person may not work here any more. */
int tui_main(const struct tui_args *args, char **why, struct err *e);

/* duban-keys(7), the whole page in the language of the run; the caller frees it. */
char *tui_manual_keys(void);

#endif
