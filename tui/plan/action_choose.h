/* action_choose.h - the question which action something belongs to. */
#ifndef DUBAN_TUI_ACTION_CHOOSE_H
#define DUBAN_TUI_ACTION_CHOOSE_H

#include "tui/app/app.h"

/* Asks for one of the actions of the plan one works in: those the unit takes part in, with unit_id
 * 0 all. The answer comes to resume() with this tag, the action in result.id. Where there is none,
 * a message says so. */
enum reply action_choose(struct app *app, int tag, int64_t unit_id);

#endif
