/* seen.h - the version of a row as it is now: what a test gives to a write that it makes over a row
 * which nobody else changes. 0 where there is none. */
#ifndef DUBAN_TESTS_SEEN_H
#define DUBAN_TESTS_SEEN_H

#include "db/store.h"

int64_t seen_person(struct store *s, int64_t person_id);
int64_t seen_holder(struct store *s, int64_t post_id); /* of the person who holds it */
int64_t seen_unit(struct store *s, int64_t unit_id);
int64_t seen_action(struct store *s, int64_t action_id);
int64_t seen_part(struct store *s, int64_t action_id, int64_t unit_id);
int64_t seen_plan(struct store *s, const char *code);
int64_t seen_period(struct store *s, int64_t period_id);
int64_t seen_exception(struct store *s, int64_t period_id, int64_t unit_id);

#endif
