/* urge_ask.c - the questions before urge notices go out, by what they are about to send. */
#include "tui/notice/urge_ask.h"

#include "core/i18n.h"
#include "core/rule/entry.h"
#include "tui/part/dialog.h"
#include "tui/people/burden_note.h"

#include <stdlib.h>

const char *urge_debt_line(struct arena *a, const struct debt_row *debt)
{
	const char *action = arena_printf(a, "%s %s", debt->action_no, debt->action_title);

	return arena_printf(a, _("%1$s: %2$s"), action, debt_reason(a, debt));
}

size_t urge_count_due(const struct notice_drafts *drafts)
{
	size_t n = 0;

	for (size_t i = 0; i < drafts->n; i++)
		n += !drafts->at[i].capped;
	return n;
}

void urge_ask_one(struct app *app, int tag, const struct notice_draft *d, const char *word)
{
	struct strbuf b = STRBUF_INIT;
	struct arena a = ARENA_INIT;
	char by[DATE_TEXT];

	strbuf_printf(&b, _("A notice goes to %1$s, level %2$s, to be answered by %3$s:"), d->unit,
		      notice_level_label(d->level), date_format(d->answer_by, by));
	for (size_t i = 0; i < d->ndebts; i++)
		strbuf_printf(&b, "\n%s", urge_debt_line(&a, &d->debts[i]));
	if (word)
		strbuf_printf(&b, "\n\n%s", word);
	strbuf_printf(&b, "\n\n");
	strbuf_printf(&b,
		      Q_("The unit got %d notice of late.", "The unit got %d notices of late.",
			 d->recent),
		      d->recent);
	const char *burden =
		burden_note(app_context(app), &a, (struct date){0}, (struct date){0}, d->unit_id);
	if (*burden)
		strbuf_printf(&b, "\n%s", burden);
	dialog_confirm(app, tag, _("Issue this notice"), b.s, _("Issue it"), NULL);
	strbuf_free(&b);
	arena_free(&a);
}

void urge_ask_all(struct app *app, int tag, const struct notice_drafts *drafts)
{
	struct strbuf b = STRBUF_INIT;
	size_t due = urge_count_due(drafts);

	strbuf_printf(&b, Q_("%zu notice goes out:", "%zu notices go out:", due), due);
	for (size_t i = 0; i < drafts->n; i++) {
		const struct notice_draft *d = &drafts->at[i];

		if (d->capped)
			continue;
		strbuf_puts(&b, "\n");
		strbuf_printf(&b,
			      Q_("%1$s, %2$s, %3$zu line, %4$d notices of late",
				 "%1$s, %2$s, %3$zu lines, %4$d notices of late", d->ndebts),
			      d->unit, notice_level_label(d->level), d->ndebts, d->recent);
	}
	dialog_confirm(app, tag, _("Issue all notices"), b.s, _("Issue them"), NULL);
	strbuf_free(&b);
}

#define WORD_DRAFTS "notice-word"

void urge_ask_word(struct app *app, int tag, const struct notice_draft *d)
{
	dialog_write(app, tag,
		     &(struct dialog_writing){
			     .title = d->unit,
			     .label = _("A word to the unit, above the lines of the notice"),
			     .draft = WORD_DRAFTS,
			     .id = d->plan_id,
			     .id2 = d->unit_id,
			     .max_chars = ENTRY_TEXT_MAX,
			     .rows = 3,
			     .act = _("Next step"),
		     });
}

void urge_forget_word(struct app *app, int64_t plan_id, int64_t unit_id)
{
	char *key = xasprintf(WORD_DRAFTS ":%lld:%lld", (long long)plan_id, (long long)unit_id);

	dialog_written(app, key);
	free(key);
}
