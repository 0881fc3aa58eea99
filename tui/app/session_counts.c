/*
 * session_counts.c - how many reports of the period are owed, sent, returned and late: those of the
 * unit of the active post, or of all units for a post without one.
 */
#include "tui/app/session.h"

#include "db/plan/store_task.h"

static int count_waiting(const struct app_context *c, struct arena *a, const struct scene *sc,
			 struct session_counts *n, struct err *e)
{
	struct report_rows waiting = {0};

	if (session_waiting(c, a, sc->plan.id, &waiting, e) < 0)
		return -1;
	n->waiting = (int)waiting.n;
	return 0;
}

static int count_of_unit(const struct app_context *c, struct arena *a, const struct scene *sc,
			 struct session_counts *n, struct err *e)
{
	struct actor who = session_actor(c);
	struct task_filter f = {
		.plan_id = sc->plan.id, .unit_id = session_unit(c, 0), .role = -1, .lamp = -1};
	struct task_rows tasks = {0};

	if (store_task_list(c->store, a, &who, &f, &c->session->rules, c->now.today, &tasks, e) < 0)
		return -1;
	for (size_t i = 0; i < tasks.n; i++) {
		const struct task_row *t = &tasks.at[i];

		n->owed += t->action_state == ACTION_ACTIVE || t->action_state == ACTION_ASKED;
		n->submitted += t->report_state == REPORT_SUBMITTED ||
				t->report_state == REPORT_SIGNED ||
				t->report_state == REPORT_ACCEPTED;
		n->returned += t->report_state == REPORT_RETURNED;
		n->overdue += t->lamp == LAMP_RED && t->days > 0;
	}
	return count_waiting(c, a, sc, n, e);
}

static int count_of_all(const struct app_context *c, struct arena *a, const struct scene *sc,
			struct session_counts *n, struct err *e)
{
	struct actor who = session_actor(c);
	struct standing_rows rows = {0};

	if (store_standing_list(c->store, a, &who, sc->plan.id, &c->session->rules, c->now.today,
				&rows, e) < 0)
		return -1;
	for (size_t i = 0; i < rows.n; i++) {
		n->owed += rows.at[i].owed;
		n->submitted += rows.at[i].submitted + rows.at[i].accepted;
		n->returned += rows.at[i].returned;
		n->overdue += rows.at[i].lamps[LAMP_RED];
	}
	return count_waiting(c, a, sc, n, e);
}

int session_counts(const struct app_context *c, struct arena *a, const struct scene *sc,
		   struct session_counts *n, struct err *e)
{
	*n = (struct session_counts){0};
	if (!sc->plan.id || !sc->period.id)
		return 0;
	return session_unit(c, 0) ? count_of_unit(c, a, sc, n, e) : count_of_all(c, a, sc, n, e);
}
