/*
 * form_row.h - the row that a form changes, as a form sees it: its values under the names of the
 * fields. What was read when the form was filled is kept with the draft, so that a text which was
 * typed over an older row is never taken for a change of a newer one.
 */
#ifndef DUBAN_TUI_FORM_ROW_H
#define DUBAN_TUI_FORM_ROW_H

#include "core/mem.h"
#include "db/report/store_draft.h"

struct form_row {
	int64_t id, version; /* 0: there is none yet */
	const char *shut;    /* why nothing can be written over it any more; or NULL */
	/* Who has written what stands in the fields now, and when: a sentence, where the last one
	 * who changed the row need not be the one; or NULL */
	const char *told;
	VEC(struct draft_field) values;
};

/* Both texts are copied into the arena; NULL is "". */
void form_row_add(struct arena *a, struct form_row *row, const char *name, const char *text);
/* NULL: the row has nothing under this name. */
const char *form_row_get(const struct form_row *row, const char *name);
/* A copy in the arena, with all its texts. */
void form_row_copy(struct arena *a, struct form_row *to, const struct form_row *from);

/* Fields of a draft that keep the row; no field of a form has such a name. */
struct draft_fields {
	VEC(struct draft_field) fields;
};
void form_row_keep(struct arena *a, const struct form_row *row, struct draft_fields *to);
/* Whether a field of a draft is one of these: nothing that was typed. */
bool form_row_is_kept_in(const struct draft_field *f);
/* Back from them. False: the draft has none, *row stays as it is. */
bool form_row_find(struct arena *a, const struct draft *kept, struct form_row *row);

#endif
