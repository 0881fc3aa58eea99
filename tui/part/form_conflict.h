/*
 * form_conflict.h - somebody else was faster, or another window of the same person: a screen that
 * lists the fields of a form in which both differ. Each says what it was when the form was filled,
 * what stands in the form, what stands in the file by now, word by word; the person says for each
 * which one counts, or writes what is to be saved. What only one side has changed is merged and
 * told. Until it is decided the form and its draft stay as they are.
 */
#ifndef DUBAN_TUI_FORM_CONFLICT_H
#define DUBAN_TUI_FORM_CONFLICT_H

#include "tui/part/form_page.h"

/* Whether the other one has changed nothing that is a field of the form. */
bool form_conflict_is_none(const struct form_page *p, const struct form_row *now);

/* In the result's choice. After the first two the form has the values, to be undone in each field,
 * and its row is the newer one; the others are for a row that takes nothing any more (now->shut),
 * and leave the form as it was. */
enum form_settled {
	FORM_MERGED,	 /* save it */
	FORM_GIVEN_UP,	 /* the other's values stand in the form, there is nothing to save */
	FORM_KEPT_HERE,	 /* what was typed stays kept */
	FORM_THROWN_AWAY /* nobody wants it any more */
};
/* Over the view of the form; p lives longer. `now` and `told`, the store's refusal, are copied. */
void form_conflict_open(struct app *app, int tag, struct form_page *p, const struct form_row *now,
			const char *told);

#endif
