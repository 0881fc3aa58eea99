/* store_person.h - people and their posts. See store.h. */
#ifndef DUBAN_DB_STORE_PERSON_H
#define DUBAN_DB_STORE_PERSON_H

#include "db/store.h"

/* The person of a Unix login with the posts in force; ERR_NOT_FOUND tells whom to ask. */
int store_person_find(struct store *s, struct arena *a, const char *login, struct person_row *row,
		      struct err *e);
/* All, by unit of their first post. Inactive ones last. */
int store_person_list(struct store *s, struct arena *a, struct person_rows *rows, struct err *e);

int store_person_add(struct store *s, const struct actor *who, const char *login, const char *name,
		     const char *phone, struct arena *a, struct person_row *row, unsigned *changes,
		     struct err *e);
/* `version` is that of the person: posts that are given and ended count as changes of the row.
 * unit_id is needed for reporter and approver, and must be 0 for the others. */
int store_post_add(struct store *s, const struct actor *who, int64_t person_id, int64_t version,
		   enum post_role role, int64_t unit_id, unsigned *changes, struct err *e);
int store_post_end(struct store *s, const struct actor *who, int64_t post_id, int64_t version,
		   unsigned *changes, struct err *e);
/* Inactive people cannot log in; what they wrote stays. */
int store_person_set_active(struct store *s, const struct actor *who, int64_t person_id,
			    int64_t version, bool active, unsigned *changes, struct err *e);

/* Fills an actor for this person with all posts (remote and now are the caller's). */
void actor_of(struct actor *who, const struct person_row *p, const char *remote, struct moment now);

#endif
