/* task_detail.h - what is worth knowing about the task under the cursor: two lines at the foot of a
 * list, or a pane beside it where there is room. */
#ifndef DUBAN_TUI_TASK_DETAIL_H
#define DUBAN_TUI_TASK_DETAIL_H

#include "core/model.h"
#include "tui/draw/canvas.h"
#include "tui/view/peek.h"

enum { TASK_FOOT_ROWS = 3 }; /* a rule and two lines */

/* Why it was returned, else what was last reported; and the next milestone. same_limit: of the
 * session. */
void task_detail_foot(const struct task_row *t, int same_limit, struct canvas *c);
/* The same and the rest, over the whole canvas; the course of the reports and the clause from what
 * was read of the action. */
void task_detail_pane(const struct task_row *t, int same_limit, const char *cause,
		      const struct peek *peek, struct canvas *c);

/* How a role is named in a narrow column. */
const char *role_short(enum role role);
/* The style of a lamp; its place among lamps when a list is sorted, the most urgent first. */
int lamp_style(enum lamp lamp);
int64_t lamp_rank(enum lamp lamp);
/* What stands for a count of nothing, so that the others stand out: one column in every look. */
const char *none_sign(void);
/* The place of a date when a list is sorted; 0 for none. */
int64_t date_rank(struct date d);
/* "MM-DD", with the year before it when it is another one than today's; "" for no date. In buf. */
char *date_short(struct date d, struct date today, char buf[DATE_TEXT]);

#endif
