/* person_post.h - giving and ending posts inside a write that does more. Nothing outside db/
 * includes it; rights and refusals are as of store_post_add() and store_post_end(). */
#ifndef DUBAN_DB_PERSON_POST_H
#define DUBAN_DB_PERSON_POST_H

#include "db/store_internal.h"

int person_post_add(struct write *w, int64_t person_id, enum post_role role, int64_t unit_id,
		    struct err *e);
int person_post_end(struct write *w, int64_t post_id, struct err *e);

#endif
