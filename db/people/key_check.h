/* key_check.h - whether who has logged in may still act, asked inside of every write. Nothing
 * outside db/ includes it. */
#ifndef DUBAN_DB_KEY_CHECK_H
#define DUBAN_DB_KEY_CHECK_H

#include "core/rule/may.h"
#include "db/sql.h"

/* store_key_check() of person and key in the running transaction. `who` NULL or nobody is the
 * program itself. */
int key_check(struct sql *db, const struct actor *who, struct err *e);
/* Whether the person still holds such a post: 1, 0, -1. */
int post_is_held(struct sql *db, int64_t person_id, const struct post_row *post, struct err *e);

#endif
