/* Withdrawing evidence: the reason is asked for and kept while it is typed; the record stays. */
#include "tui/evidence/evidence_withdraw.h"

#include "core/rule/entry.h"
#include "core/i18n.h"
#include "db/report/store_evidence.h"
#include "tui/part/dialog.h"
#include "tui/part/reason.h"

enum reply evidence_ask_withdraw(struct app *app, int tag, const struct evidence_row *r)
{
	struct arena a = ARENA_INIT;

	dialog_write(app, tag,
		     &(struct dialog_writing){
			     .title = _("Withdraw evidence"),
			     .label = arena_printf(
				     &a, _("Why is \"%s\" withdrawn? The record of it stays."),
				     r->title),
			     .draft = "evidence-withdraw",
			     .id = r->id,
			     .max_chars = ENTRY_LINE_MAX,
			     .rows = 2,
			     .act = _("Withdraw it")});
	arena_free(&a);
	return REPLY_DONE;
}

enum reply evidence_withdraw(struct app *app, const struct evidence_row *r,
			     const struct view_result *answer)
{
	struct reason why;
	int rc = reason_read(&why, app, answer, entry_reason);

	if (rc == 0)
		rc = store_evidence_withdraw(why.store, &why.who, r->id, r->version, why.text,
					     &why.changes, &why.err);
	if (rc == 0)
		app_info(app, "%s", _("The evidence is withdrawn; the record of it stays."));
	return reason_done(&why, rc);
}
