/* notice_document.c - a notice on paper: whom it goes to, what it asks for line by line with the
 * reason of each, by when an answer is due, and the answer once it is there. */
#include "core/rule/notice_document.h"

#include "core/i18n.h"

static void add_items(struct arena *a, struct document *d, const struct notice_item_rows *items)
{
	struct document_table *t = document_add_table(a, d);

	document_add_column(a, t, _("Action no."), COLUMN_WORD, 0);
	document_add_column(a, t, _("Action"), COLUMN_TEXT, 2);
	document_add_column(a, t, _("What is owed, and why"), COLUMN_TEXT, 3);
	for (size_t i = 0; i < items->n; i++) {
		const struct notice_item_row *it = &items->at[i];
		const char **cells = document_add_row(a, t);

		cells[0] = it->action_no;
		cells[1] = it->action_title;
		cells[2] = notice_item_reason(a, it);
	}
}

static void add_answer(struct arena *a, struct document *d, const struct notice_row *n)
{
	char at[TIME_TEXT];

	document_heading(a, d, _("Answer"));
	document_paragraph(a, d, n->answer);
	document_paragraph(a, d,
			   arena_printf(a, _("%1$s, %2$s"), n->answered_by,
					time_format_local(n->answered_at, at)));
}

void notice_document(struct arena *a, struct document *d, const struct notice_row *n,
		     const struct notice_item_rows *items)
{
	char day[DATE_TEXT], at[TIME_TEXT];
	const char *sent = notice_delivery_label(a, n);

	document_begin(a, d, notice_name(a, n), n->unit);
	d->issued = arena_printf(a, _("issued %1$s by %2$s"), time_format_local(n->issued_at, at),
				 n->issued_by);
	document_paragraph(a, d,
			   arena_printf(a, _("Level: %1$s. To be answered by %2$s. State: %3$s."),
					notice_level_label(n->level),
					date_format(n->answer_by, day),
					notice_state_label(n->state)));
	if (*n->text)
		document_paragraph(a, d, n->text);
	add_items(a, d, items);
	if (*n->answer)
		add_answer(a, d, n);
	if (*sent)
		document_paragraph(a, d, sent);
}
