/* still_open.h - what is still open in an action that a unit wants closed out, told to the unit
 * before it asks and to the office before it answers. */
#ifndef DUBAN_TUI_STILL_OPEN_H
#define DUBAN_TUI_STILL_OPEN_H

#include "core/rule/handover.h"
#include "core/rule/request.h"
#include "tui/app/app.h"

/* None where the request is not of that kind, or is answered. */
int still_open_read(const struct app_context *c, struct arena *a, const struct request_row *q,
		    struct open_rows *rows, struct err *e);
/* "区教育局: milestone, rooms adapted (open), due 12-01". In the arena. */
const char *still_open_line(struct arena *a, const struct open_row *row);
/* A line each, and how many more there are than a form has room for; "" of none. In the arena. */
const char *still_open_text(struct arena *a, const struct open_rows *rows);

#endif
