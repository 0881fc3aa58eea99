/* store_milestone.h - milestones of actions. See store.h. */
#ifndef DUBAN_DB_STORE_MILESTONE_H
#define DUBAN_DB_STORE_MILESTONE_H

#include "core/rule/entry.h"
#include "core/rule/flow.h"
#include "db/store.h"

struct milestone_filter {
	int64_t plan_id, action_id,
		unit_id;      /* 0: any. unit_id: the unit's own and common ones of its actions */
	struct date from, to; /* due, inclusive; unset: open */
	bool open_only;
};
/* By due date. */
int store_milestone_list(struct store *s, struct arena *a, const struct actor *who,
			 const struct milestone_filter *f, struct milestone_rows *rows,
			 struct err *e);
int store_milestone_get(struct store *s, struct arena *a, const struct actor *who, int64_t id,
			struct milestone_row *row, struct err *e);
/* New (milestone_id 0) or changed (title, due, note, needs_evidence, weight, after_id) while it is
 * open. What it waits for is another milestone of the same action, and no circle of them (ERR_INPUT
 * with field "after"). Only the office puts a date off; a unit brings it forward, corrects the one
 * that it entered within a day, or asks for an extension (the refusal's remedy). */
int store_milestone_put(struct store *s, const struct actor *who, const struct milestone_new *m,
			struct arena *a, struct milestone_row *row, unsigned *changes,
			struct err *e);
/* MILESTONE_FINISH takes the day it was done and is refused (ERR_STATE) while it demands evidence
 * and has none. The other steps ignore `on`. DROP and VERIFY are the office's, and nobody verifies
 * what they marked done; who added a unit's milestone drops it too, while it is as it was added. A
 * common milestone is finished by a unit that leads or shares the action, or by any of its units
 * when nobody leads. A note that is not empty takes the place of the one before. */
int store_milestone_step(struct store *s, const struct actor *who, int64_t id, int64_t version,
			 enum milestone_step step, struct date on, const char *note,
			 unsigned *changes, struct err *e);

#endif
