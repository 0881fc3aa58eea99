/* unit_schedule.h - how far one unit should be with an action by the weights of its milestones, for
 * screens that show it beside the percentage that was entered. */
#ifndef DUBAN_TUI_UNIT_SCHEDULE_H
#define DUBAN_TUI_UNIT_SCHEDULE_H

#include "core/rule/schedule.h"
#include "tui/app/app.h"

/* Over the unit's own milestones and, where it delivers what is common, those too. Zero where there
 * are none, or they cannot be read. */
struct schedule unit_schedule(const struct app_context *c, int64_t action_id, int64_t unit_id,
			      bool delivers);

#endif
