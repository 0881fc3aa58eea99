/* What is not done yet in a period, for the question whether it is closed. */
#include "tui/rules/period_unfinished.h"

#include "db/plan/store_task.h"
#include "db/report/store_report.h"
#include "tui/app/session.h"

int period_unfinished_count(const struct app_context *c, struct arena *a, int64_t period_id,
			    struct period_unfinished *n, struct err *e)
{
	enum { MOST = 10000 };
	struct actor who = session_actor(c);
	struct standing_rows units = {0};
	struct report_rows waiting = {0};
	struct scene scene;

	*n = (struct period_unfinished){0};
	if (session_scene(c, a, &scene, e) < 0 ||
	    store_report_waiting(c->store, a, &who, scene.plan.id, MOST, &waiting, e) < 0)
		return -1;
	n->now = scene.period.id == period_id;
	for (size_t i = 0; i < waiting.n; i++)
		n->nwaiting += waiting.at[i].period_id == period_id;
	if (n->now && store_standing_list(c->store, a, &who, scene.plan.id, &c->session->rules,
					  c->now.today, &units, e) < 0)
		return -1;
	for (size_t i = 0; i < units.n; i++) {
		const struct standing_row *u = &units.at[i];
		int owed = u->owed - u->submitted - u->accepted;

		n->nowed += owed > 0 ? owed : 0;
		n->nunits += owed > 0;
	}
	return 0;
}
