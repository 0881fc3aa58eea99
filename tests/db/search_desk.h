/* search_desk.h - the world of the tests with the index of its texts: what somebody finds in it. */
#ifndef DUBAN_TESTS_DB_SEARCH_DESK_H
#define DUBAN_TESTS_DB_SEARCH_DESK_H

#include "db/search/store_search.h"
#include "tests/db/world.h"

#define TODAY "2021-11-21"

extern struct world searched;

void search_begin(void);
void search_end(void);
/* Statements that write things of kinds that there are none of yet, and these into the index. */
void search_script(const char *text);
/* The same: for a unit a notice (甲甲), a request (乙乙), a case that was offered (丙丙) and one
 * that was selected (丁丁), on the action 2. Ids from 1 on. */
void search_cycle(int64_t unit_id);

struct search_page search_with(enum person_of_world person, enum search_kind kind,
			       const struct search_ask *ask);
/* In all plans. */
struct search_page search_for(enum person_of_world person, enum search_kind kind,
			      const char *words);
size_t search_count(enum person_of_world person, enum search_kind kind, const char *words);
/* A report of the fourth quarter that the office has handed in for a unit. */
struct report_row search_submit(int64_t action_id, int64_t unit_id, const char *done);

#endif
