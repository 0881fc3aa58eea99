/*
 * store_task.h - who owes what. A unit's tasks are its assignments and those of the collective
 * units it is a member of; a collective unit without members stands for itself. See store.h.
 */
#ifndef DUBAN_DB_STORE_TASK_H
#define DUBAN_DB_STORE_TASK_H

#include "core/rule/lamp.h"
#include "db/store.h"

struct task_filter {
	int64_t plan_id;   /* 0: all open plans */
	int64_t unit_id;   /* 0: all units that `who` may read */
	int64_t action_id; /* 0: all */
	int role;	   /* enum role, or -1: any */
	int lamp;	   /* enum lamp, or -1: any */
	bool closed_plans; /* with plan_id 0: closed plans too */
};
/*
 * One row a unit and action, in the order of the documents, lamps set from `rules` and the plan's
 * current period on `today`. A parent whose units are its sub-actions' has no row of its own.
 */
int store_task_list(struct store *s, struct arena *a, const struct actor *who,
		    const struct task_filter *f, const struct lamp_rules *rules, struct date today,
		    struct task_rows *rows, struct err *e);
/* Whether a unit has a task in a plan: 1, 0, -1 and *e. For the unit's own people: no rights are
 * asked. */
int store_task_any(struct store *s, int64_t unit_id, int64_t plan_id, struct err *e);

/* How every unit stands in a plan's current period: the most in debt first. */
int store_standing_list(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
			const struct lamp_rules *rules, struct date today,
			struct standing_rows *rows, struct err *e);

/* One line an action for the list of all actions: leads joined by "、", the worst lamp of its
 * units and whose it is, beside the own unit's part. */
struct action_line {
	int64_t action_id;
	const char *leads;
	int nunits;
	enum lamp lamp;
	int percent; /* of the lead's last report (the least of several leads); -1: none */
	bool mine;   /* a unit of `who` takes part */
	int role;    /* of that unit, or -1 */
	/* The part that makes the lamp, the most urgent of several (lamp_reason() tells why), and
	 * the own unit's part; NULL: none. In the arena. */
	const struct task_row *worst, *own;
};
struct action_lines {
	struct action_line *at;
	size_t n, cap;
};
/* In the order of store_action_list(), one for each. */
int store_action_lines(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		       const struct lamp_rules *rules, struct date today,
		       struct action_lines *lines, struct err *e);

#endif
