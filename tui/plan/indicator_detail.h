/* indicator_detail.h - an indicator whole: its name, what it is measured in, the target of every
 * year, and the action it belongs to. */
#ifndef DUBAN_TUI_INDICATOR_DETAIL_H
#define DUBAN_TUI_INDICATOR_DETAIL_H

#include "core/model.h"
#include "tui/draw/canvas.h"

/* Over the whole canvas. */
void indicator_detail_pane(const struct indicator_row *ind, const struct action_row *action,
			   struct canvas *c);

#endif
