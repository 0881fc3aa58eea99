/* world_notices.h - what units owe in the district of world.h and what the office and a leader ask
 * of them because of it. */
#ifndef DUBAN_TESTS_WORLD_NOTICES_H
#define DUBAN_TESTS_WORLD_NOTICES_H

#include "db/cycle/store_notice.h"
#include "tests/db/world.h"

/* What the unit (0: all) owes on that day, as the office reads it. */
struct debt_rows world_debts(struct world *w, const char *today, int64_t unit_id);
/* The same as "1 report 2021Q4, 2 deadline", in the order of the list. */
const char *world_debts_text(struct world *w, const char *today, int64_t unit_id);

/* Urges the unit (0: all that owe), or tries to; again: in spite of an answer. */
int world_urge(struct world *w, enum person_of_world person, const char *today, int64_t unit_id,
	       bool again, struct notice_rows *rows);
/* The one notice that the office urges the unit with. */
struct notice_row world_urged(struct world *w, const char *today, int64_t unit_id);
/* Instructs the unit (0: those that lead the action), or tries to. */
int world_instruct(struct world *w, enum person_of_world person, const char *today,
		   int64_t action_id, int64_t unit_id, const char *by, struct notice_rows *rows);

/* As it is now; as it is when it has been answered. */
struct notice_row world_notice(struct world *w, int64_t id);
struct notice_row world_answered(struct world *w, int64_t id, enum person_of_world person,
				 const char *today);

#endif
