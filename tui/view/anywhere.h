/* anywhere.h - what can be done on every screen but needs other screens: the hooks of struct
 * app_context. */
#ifndef DUBAN_TUI_ANYWHERE_H
#define DUBAN_TUI_ANYWHERE_H

#include "tui/app/app.h"

enum reply anywhere_act(struct app *app, enum action a);
bool anywhere_offers(const struct app_context *c, enum action a);
void anywhere_answered(struct app *app, const struct view_result *r);

#endif
