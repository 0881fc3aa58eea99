/* Adds up the milestones of one unit in one action. It stands beside what is entered: where it
 * cannot be read, entering goes on without it. */
#include "tui/plan/unit_schedule.h"

#include "db/report/store_milestone.h"
#include "tui/app/session.h"

struct schedule unit_schedule(const struct app_context *c, int64_t action_id, int64_t unit_id,
			      bool delivers)
{
	const struct milestone_filter f = {.action_id = action_id, .unit_id = unit_id};
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct milestone_rows rows;
	struct schedule sum = {0};

	if (store_milestone_list(c->store, &a, &who, &f, &rows, &e) < 0)
		rows.n = 0;
	for (size_t i = 0; i < rows.n; i++) {
		const struct milestone_row *m = &rows.at[i];

		if (m->unit_id || delivers)
			schedule_count(&sum, m->weight, m->state, m->due, c->now.today);
	}
	arena_free(&a);
	return sum;
}
