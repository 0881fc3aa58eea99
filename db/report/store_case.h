/* store_case.h - cases that units hand in for others to learn from, and the actions that are
 * carried out ahead as pilots. See store.h. In the file a case is a row of `example`. */
#ifndef DUBAN_DB_STORE_CASE_H
#define DUBAN_DB_STORE_CASE_H

#include "core/rule/entry.h"
#include "core/rule/flow.h"
#include "db/store.h"

struct case_filter {
	int64_t plan_id, unit_id, action_id; /* 0: any */
	int state;			     /* enum case_state; -1: any */
};
/* Newest first, at most `limit`. A unit reads its own, and those of all units that were selected:
 * they are there to be learned from. */
int store_case_list(struct store *s, struct arena *a, const struct actor *who,
		    const struct case_filter *f, int limit, struct case_rows *rows, struct err *e);
int store_case_get(struct store *s, struct arena *a, const struct actor *who, int64_t id,
		   struct case_row *row, struct err *e);

/* Hands in a new one (case_id 0), or changes title and text of one that the office has not decided
 * on yet (else ERR_STATE). The unit takes part in the action, and has recorded the evidence of a
 * new one. */
int store_case_put(struct store *s, const struct actor *who, const struct case_new *c,
		   struct arena *a, struct case_row *row, unsigned *changes, struct err *e);
/* The office selects it or not; `reason` is needed for CASE_DECLINE. Both can be decided otherwise
 * later. Nobody decides on what they handed in themselves. */
int store_case_decide(struct store *s, const struct actor *who, int64_t id, int64_t version,
		      enum case_step step, const char *reason, unsigned *changes, struct err *e);

/* Makes an action a pilot, or no longer one. ERR_STATE when it is (or is none) already, is closed
 * out or withdrawn, or its plan is closed. */
int store_pilot_set(struct store *s, const struct actor *who, int64_t action_id, int64_t version,
		    bool pilot, unsigned *changes, struct err *e);

#endif
