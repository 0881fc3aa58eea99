/* state_step.h - taking a step of a state machine in the file: read the state of a row, ask flow.h,
 * write the next state, tell the log. Nothing outside db/ includes it. */
#ifndef DUBAN_DB_STATE_STEP_H
#define DUBAN_DB_STATE_STEP_H

#include "core/rule/flow.h"
#include "db/store_internal.h"

/* A row that has a state. */
struct state_row {
	enum flow_object object;
	int64_t id;
	const char *read;  /* statement: the state by id (?1) */
	const char *write; /* … id (?1), state (?2), when (?3), by whom (?4) */
	const char *name;  /* for the log: "action dt2021/14" */
	int64_t action_id, unit_id;
};

/* An action, for the families that step it. */
extern const char action_state_read[], action_state_write[];

int state_read(struct write *w, const struct state_row *row, int *state, struct err *e);
/* ERR_STATE with the sentence of flow.h when the state does not allow the step. `reason` is kept in
 * the log; "" when there is none. Sets no bit of w->changes. */
int state_step(struct write *w, const struct state_row *row, int step, const char *reason,
	       struct err *e);

#endif
