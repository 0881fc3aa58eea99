/* store_draft.h - what a person is typing, kept field by field so that a dropped line loses
 * nothing. A draft is nobody else's business: no log row, no permission but being the person. See
 * store.h. */
#ifndef DUBAN_DB_STORE_DRAFT_H
#define DUBAN_DB_STORE_DRAFT_H

#include "db/store.h"

struct draft_field {
	const char *field, *text;
};
struct draft {
	int64_t saved_at; /* UTC of the last save, 0: there is none */
	VEC(struct draft_field) fields;
};

/* `form` names form and thing: "report:14:3:7" (action, unit, period). */
int store_draft_load(struct store *s, struct arena *a, const struct actor *who, const char *form,
		     struct draft *d, struct err *e);
/* All fields of the form at once. */
int store_draft_save(struct store *s, const struct actor *who, const char *form,
		     const struct draft_field *fields, int nfields, struct err *e);
/* The forms of a kind that this person has drafts of, by the beginning of their name ("import:"),
 * the one saved last first. */
struct draft_name {
	const char *form;
	int64_t saved_at;
};
struct draft_names {
	VEC(struct draft_name) rows;
};
int store_draft_list(struct store *s, struct arena *a, const struct actor *who, const char *begin,
		     struct draft_names *names, struct err *e);
int store_draft_drop(struct store *s, const struct actor *who, const char *form, struct err *e);

#endif
