/* Withdrawing evidence: the reason is asked for and kept while it is typed; the record stays. */
#include "tui/evidence/evidence_withdraw.h"

#include "core/rule/entry.h"
#include "core/i18n.h"
#include "db/report/store_evidence.h"
#include "tui/part/dialog.h"
#include "tui/app/session.h"

#include <stdlib.h>

static char *draft_of(const struct evidence_row *r)
{
	return xasprintf("evidence-withdraw:%lld", (long long)r->id);
}

enum reply evidence_ask_withdraw(struct app *app, int tag, const struct evidence_row *r)
{
	char *draft = draft_of(r);
	char *label = xasprintf(_("Why is \"%s\" withdrawn? The record of it stays."), r->title);

	dialog_write(app, tag,
		     &(struct dialog_writing){.title = _("Withdraw evidence"),
					      .label = label,
					      .draft = draft,
					      .max_chars = ENTRY_LINE_MAX,
					      .rows = 2,
					      .act = _("Withdraw it")});
	free(label);
	free(draft);
	return REPLY_DONE;
}

enum reply evidence_withdraw(struct app *app, const struct evidence_row *r, const char *text)
{
	const struct app_context *c = app_context(app);
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	unsigned changes = 0;
	const char *reason;
	char *draft = draft_of(r);

	if (entry_reason(&a, text, &reason, &e) < 0 ||
	    store_evidence_withdraw(c->store, &who, r->id, r->version, reason, &changes, &e) < 0) {
		app_error(app, &e);
	} else {
		dialog_written(app, draft);
		app_info(app, "%s", _("The evidence is withdrawn; the record of it stays."));
	}
	app_changed(app, changes);
	free(draft);
	arena_free(&a);
	return REPLY_DONE;
}
