/* review_ask.h - the questions before a step on a report that is read, and what is said after it.
 * The answer comes back to the view under the tag. For view_review.c. */
#ifndef DUBAN_TUI_REVIEW_ASK_H
#define DUBAN_TUI_REVIEW_ASK_H

#include "core/model.h"
#include "tui/app/app.h"

/* Under which name the reason of a return is kept; to be freed. */
char *review_ask_draft(int64_t report_id);
/* Why it is returned: REPORT_RETURN or REPORT_SEND_BACK. */
void review_ask_reason(struct app *app, int tag, int64_t report_id, enum report_step step);
void review_ask_sign(struct app *app, int tag, const struct report_row *r);
/* REPORT_RECALL or REPORT_UNSIGN. */
void review_ask_back(struct app *app, int tag, const struct report_row *r, enum report_step step);
/* A format for unit and action. */
const char *review_ask_done(enum report_step step);

#endif
