/* report_detail.h - a report in the pane beside a list, or in the lines below it. */
#ifndef DUBAN_TUI_REPORT_DETAIL_H
#define DUBAN_TUI_REPORT_DETAIL_H

#include "core/model.h"
#include "tui/draw/canvas.h"

/* What was returned and why, what the unit wrote, who handed it in; cut where the canvas ends.
 * same_limit: of the session. Returns the line behind it. */
int report_detail_draw(const struct report_row *r, int same_limit, struct canvas *c);

/* What is worth knowing of it before it is decided on, in two or three words: returned so often, no
 * change, for so many times where that is to be pointed out; "" for nothing. In buf. */
enum { REPORT_REMARK = 64 };
const char *report_remark(const struct report_row *r, int same_limit, char buf[REPORT_REMARK]);
/* Whether so many times running without a change are pointed out as a number. */
bool report_is_same(int nsame, int same_limit);

#endif
