/* Requests of units and the office's answers in the district of world.h. */
#include "tests/db/world_requests.h"

struct request_new world_contest(void)
{
	return (struct request_new){.kind = REQUEST_CONTEST,
				    .unit_id = EDUCATION,
				    .action_id = ACTION_1,
				    .about = CONTEST_ROLE,
				    .percent = -1,
				    .reason = "应由卫健部门单独承担",
				    .done = "",
				    .problems = "",
				    .next = ""};
}

struct request_new world_extension(int64_t milestone_id)
{
	return (struct request_new){.kind = REQUEST_EXTENSION,
				    .unit_id = EDUCATION,
				    .milestone_id = milestone_id,
				    .want = world_day("2021-12-30"),
				    .percent = 60,
				    .reason = "设备晚到",
				    .done = "",
				    .problems = "",
				    .next = ""};
}

struct request_new world_completion(int64_t action_id)
{
	return (struct request_new){.kind = REQUEST_COMPLETION,
				    .unit_id = EDUCATION,
				    .action_id = action_id,
				    .percent = -1,
				    .reason = "已完成",
				    .done = "",
				    .problems = "",
				    .next = ""};
}

int world_ask(struct world *w, enum person_of_world person, const char *today,
	      const struct request_new *r, struct request_row *row)
{
	struct actor who = world_actor(w, person, today);

	w->e = (struct err)ERR_INIT;
	w->changes = 0;
	return store_request_ask(w->s, &who, r, &w->a, row, &w->changes, &w->e);
}

int world_decide(struct world *w, enum person_of_world person, const char *today,
		 const struct request_row *q, enum request_step step, const char *granted,
		 const char *answer)
{
	struct actor who = world_actor(w, person, today);
	struct date day = {0};

	if (*granted)
		day = world_day(granted);
	w->e = (struct err)ERR_INIT;
	return store_request_decide(w->s, &who, q->id, q->version, step, day, answer, &w->changes,
				    &w->e);
}
