/* evidence_withdraw.h - taking evidence back, from every list it stands in. */
#ifndef DUBAN_TUI_EVIDENCE_WITHDRAW_H
#define DUBAN_TUI_EVIDENCE_WITHDRAW_H

#include "core/model.h"
#include "tui/app/app.h"

/* Asks why; the answer comes with this tag. */
enum reply evidence_ask_withdraw(struct app *app, int tag, const struct evidence_row *r);
/* Does it, with the answer. */
enum reply evidence_withdraw(struct app *app, const struct view_result *answer);

#endif
