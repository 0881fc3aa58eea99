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
	int64_t saved_at;  /* UTC of the last save, 0: there is none */
	int64_t version;   /* grows with each save, none comes twice; 0: there is none */
	const char *focus; /* where the cursor was, in the form's own words; "" */
	const char *seat;  /* the sitting that saved it last; "" */
	VEC(struct draft_field) fields;
};

/* `form` names form and thing: "report:14:3:7" (action, unit, period). */
int store_draft_load(struct store *s, struct arena *a, const struct actor *who, const char *form,
		     struct draft *d, struct err *e);

/* A save replaces all fields of the form at once. */
struct draft_new {
	const struct draft_field *fields;
	int nfields;
	const char *focus, *seat;
	int64_t read; /* the version that was read or put last, 0: there was none; or DRAFT_ANY */
};
enum { DRAFT_ANY = -1 };
/* *version gets the new one. ERR_CONFLICT, nothing written, when the draft that is there is not the
 * one that was read: another window of the person has changed it, sent it or thrown it away. */
int store_draft_put(struct store *s, const struct actor *who, const char *form,
		    const struct draft_new *d, int64_t *version, struct err *e);
int store_draft_drop(struct store *s, const struct actor *who, const char *form, struct err *e);

/* The forms of a kind that this person has drafts of, by the beginning of their name ("import:", ""
 * for all), the one saved last first. */
struct draft_name {
	const char *form, *focus;
	int64_t saved_at;
};
struct draft_names {
	VEC(struct draft_name) rows;
};
int store_draft_list(struct store *s, struct arena *a, const struct actor *who, const char *begin,
		     struct draft_names *names, struct err *e);

#endif
