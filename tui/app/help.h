/* help.h - the help screen: the real keys of the view it was called from, made from the keymap, and
 * what the lamps and signs mean. */
#ifndef DUBAN_TUI_HELP_H
#define DUBAN_TUI_HELP_H

#include "tui/app/app.h"

int help_open(struct app *app);

#endif
