/*
 * tui.h - the terminal interface as the rest of the program sees it: one call.
 *
 *   term.h key.h cell.h style.h canvas.h   terminal, input, drawing
 *   actions.h keymap.h                     what keys do
 *   view.h app.h session.h                 screens, the event loop, who is working
 *   list.h filter.h edit.h form.h tabs.h   parts of screens
 *   menu.h dialog.h help.h                 small views of general use
 *   view_*.h                               the screens
 */
#ifndef DUBAN_TUI_TUI_H
#define DUBAN_TUI_TUI_H

#include "core/err.h"
#include "tui/keymap.h"
#include "tui/term.h"

struct session;
struct store;

struct tui_settings {
	struct term_settings term;
	const struct keymap *keys; /* with the configuration's bindings */
};

/* Opens the home of the session's post and works until the person leaves. -1 and ERR_TERMINAL when
 * there is no usable terminal. The terminal is as it was before when this returns. */
int tui_run(struct store *store, struct session *session, const struct tui_settings *settings,
	    struct err *e);

#endif
