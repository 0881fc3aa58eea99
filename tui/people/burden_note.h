/* burden_note.h - what is asked of units already, as a sentence for screens on which more is asked:
 * it stands there before the asking, not after. */
#ifndef DUBAN_TUI_BURDEN_NOTE_H
#define DUBAN_TUI_BURDEN_NOTE_H

#include "tui/app/app.h"

#include "core/date.h"

/* Of one unit, or of all (unit_id 0), on these days; `from` unset: in the current period of the
 * plan one works in. "" when nothing is asked or it cannot be read. In the arena. */
const char *burden_note(const struct app_context *c, struct arena *a, struct date from,
			struct date to, int64_t unit_id);

#endif
