/* world_requests.h - what units ask of the office in the district of world.h, and its answers. */
#ifndef DUBAN_TESTS_WORLD_REQUESTS_H
#define DUBAN_TESTS_WORLD_REQUESTS_H

#include "db/cycle/store_request.h"
#include "tests/db/world.h"

/* What the education office asks: not to lead action 1; more time for a milestone; to close out an
 * action. */
struct request_new world_contest(void);
struct request_new world_extension(int64_t milestone_id);
struct request_new world_completion(int64_t action_id);

/* Asks, or tries to; w->changes is what came of that alone. */
int world_ask(struct world *w, enum person_of_world person, const char *today,
	      const struct request_new *r, struct request_row *row);
/* Answers, or tries to; granted: the date that is given, "" for what was asked for. */
int world_decide(struct world *w, enum person_of_world person, const char *today,
		 const struct request_row *q, enum request_step step, const char *granted,
		 const char *answer);

#endif
