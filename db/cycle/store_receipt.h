/* store_receipt.h - receipt of assignments: each unit says that it has taken note of its tasks, or
 * objects (store_request.h). See store.h. */
#ifndef DUBAN_DB_STORE_RECEIPT_H
#define DUBAN_DB_STORE_RECEIPT_H

#include "core/rule/flow.h"
#include "db/store.h"

/* What a unit has not received yet. */
struct unreceived_row {
	int64_t assignment_id, action_id, plan_id, unit_id;
	const char *plan_code, *action_no, *action_title, *unit; /* action_no: its path */
	const char *action_pinyin, *unit_pinyin;
	enum role role;
	int64_t issued_at; /* UTC */
	int days;	   /* passed since then */
};
struct unreceived_rows {
	struct unreceived_row *at;
	size_t n, cap;
};

/* Longest waiting first. unit_id 0: of all units that `who` may read; plan_id 0: of all open plans.
 * A collective unit is received by each of its members. */
int store_unreceived_list(struct store *s, struct arena *a, const struct actor *who,
			  int64_t plan_id, int64_t unit_id, struct unreceived_rows *rows,
			  struct err *e);

/* The unit receives what it has not received of a plan, or of one action of it (action_id 0: all):
 * so many in *n. ERR_STATE when nothing waits. */
int store_receive(struct store *s, const struct actor *who, int64_t plan_id, int64_t unit_id,
		  int64_t action_id, int *n, unsigned *changes, struct err *e);

#endif
