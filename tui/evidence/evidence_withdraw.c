/* Withdrawing evidence: the reason is asked for and kept while it is typed; the record stays. */
#include "tui/evidence/evidence_withdraw.h"

#include "core/rule/entry.h"
#include "core/i18n.h"
#include "db/report/store_evidence.h"
#include "tui/part/about.h"
#include "tui/part/dialog.h"
#include "tui/part/reason.h"

static void values_of(const struct evidence_row *r, struct arena *a, struct form_row *to)
{
	*to = (struct form_row){.id = r->id, .version = r->version};
	form_row_add(a, to, _("title"), r->title);
	form_row_add(a, to, _("number"), r->doc_no);
	form_row_add(a, to, _("withdrawn"), r->withdrawn ? _("yes") : _("no"));
}

static int read_row(struct view *v, int64_t id, struct arena *a, struct form_row *to, struct err *e)
{
	struct actor who = session_actor(v->context);
	struct evidence_row row;

	if (store_evidence_get(v->context->store, a, &who, id, &row, e) < 0)
		return -1;
	values_of(&row, a, to);
	return 0;
}

enum reply evidence_ask_withdraw(struct app *app, int tag, const struct evidence_row *r)
{
	struct arena a = ARENA_INIT;
	struct form_row row;

	values_of(r, &a, &row);
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
	about_set(app, &row);
	arena_free(&a);
	return REPLY_DONE;
}

enum reply evidence_withdraw(struct app *app, const struct view_result *answer)
{
	struct reason why;
	int rc = reason_read(&why, app, answer, entry_reason);

	if (rc == 0)
		rc = store_evidence_withdraw(why.store, &why.who, about_id(answer),
					     about_version(answer), why.text, &why.changes,
					     &why.err);
	if (rc == 0)
		app_info(app, "%s", _("The evidence is withdrawn; the record of it stays."));
	return reason_done(&why, rc, read_row);
}
