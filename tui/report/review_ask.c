/* The words of the questions: what leaves the unit, what comes back to it, and who reads the
 * reason.
 */
#include "tui/report/review_ask.h"

#include "core/i18n.h"
#include "core/rule/entry.h"
#include "tui/part/dialog.h"

#include <stdlib.h>

enum { REASON_ROWS = 6 };

char *review_ask_draft(int64_t report_id)
{
	return xasprintf("return:%lld", (long long)report_id);
}

void review_ask_reason(struct app *app, int tag, int64_t report_id, enum report_step step)
{
	char *draft = review_ask_draft(report_id);
	bool inside = step == REPORT_SEND_BACK;
	const struct dialog_writing w = {
		.title =
			inside ? _("Send the report back inside the unit") : _("Return the report"),
		.label = inside ? _("What is missing? Who wrote the report reads this; its text "
				    "stays.")
				: _("What is missing? The unit reads this; its text stays."),
		.draft = draft,
		.max_chars = ENTRY_TEXT_MAX,
		.rows = REASON_ROWS,
		.act = inside ? _("Send it back") : _("Return it"),
	};

	dialog_write(app, tag, &w);
	free(draft);
}

/* Signing leaves the unit: it is asked once. */
void review_ask_sign(struct app *app, int tag, const struct report_row *r)
{
	char *text = xasprintf(_("The report on %s %s, %d%%, is signed off by you and goes to the "
				 "office; you can take that back until the office has decided."),
			       r->action_no, r->action_title, r->percent);

	dialog_agree(app, tag, _("Sign off the report"), text, _("Sign off"));
	free(text);
}

void review_ask_back(struct app *app, int tag, const struct report_row *r, enum report_step step)
{
	bool recall = step == REPORT_RECALL;
	char *text = xasprintf(recall ? _("The report on %s %s is a draft of the unit again; it is "
					  "handed in anew from its form.")
				      : _("The report on %s %s waits for you again before it goes "
					  "to the office."),
			       r->action_no, r->action_title);

	dialog_agree(app, tag, _("Take back"), text, _("Take back"));
	free(text);
}

const char *review_ask_done(enum report_step step)
{
	switch ((int)step) {
	case REPORT_RETURN:
		return _("%s, %s: returned");
	case REPORT_SEND_BACK:
		return _("%s, %s: sent back inside the unit");
	case REPORT_SIGN:
		return _("%s, %s: signed off");
	case REPORT_RECALL:
		return _("%s, %s: taken back, it is a draft again");
	case REPORT_UNSIGN:
		return _("%s, %s: not signed off any more");
	default:
		return _("%s, %s: accepted");
	}
}
