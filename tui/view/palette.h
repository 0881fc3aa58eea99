/*
 * palette.h - the command palette: all that can be done on this screen, every place one can go to
 * and every action of the plan, found by part of the name, by pinyin, by the number, or by the name
 * in the configuration. What was chosen last stands first, for each person alone.
 */
#ifndef DUBAN_TUI_PALETTE_H
#define DUBAN_TUI_PALETTE_H

#include "tui/app/app.h"

/* Asks over the view on top; the answer comes to palette_answered(). */
void palette_open(struct app *app);
void palette_answered(struct app *app, const struct view_result *r);

#endif
