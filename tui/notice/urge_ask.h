/*
 * urge_ask.h - what is asked before urge notices go out, as nothing takes them back: to whom, what
 * they would say line by line, how much the unit got of late. The answers come with the tag.
 */
#ifndef DUBAN_TUI_URGE_ASK_H
#define DUBAN_TUI_URGE_ASK_H

#include "db/cycle/store_notice.h"
#include "tui/app/app.h"

/* "4 无烟行动: the milestone is not done; …": a line of the notice. In the arena. */
const char *urge_debt_line(struct arena *a, const struct debt_row *debt);
/* How many would go out. */
size_t urge_count_due(const struct notice_drafts *drafts);

/* dialog_confirm(); word: what was written to the unit, or NULL. */
void urge_ask_one(struct app *app, int tag, const struct notice_draft *d, const char *word);
void urge_ask_all(struct app *app, int tag, const struct notice_drafts *drafts);
/* dialog_write(): the words to the unit. */
void urge_ask_word(struct app *app, int tag, const struct notice_draft *d);
/* The unit has got its notice: what was begun to be written to it is dropped. */
void urge_forget_word(struct app *app, int64_t plan_id, int64_t unit_id);

#endif
