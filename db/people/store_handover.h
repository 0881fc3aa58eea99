/* store_handover.h - one person after another: what is open with somebody's units, the moving of
 * their posts, and what nobody is there for. See store.h and handover.h. */
#ifndef DUBAN_DB_STORE_HANDOVER_H
#define DUBAN_DB_STORE_HANDOVER_H

#include "core/rule/handover.h"
#include "core/rule/lamp.h"
#include "db/store.h"

/* What is open with the units in which a person has a post (also of one who is let in no longer),
 * by unit, then kind and date: tasks not received, reports not handed in or returned, open
 * milestones, requests that wait, notices to be answered, and what the person has typed and not
 * sent. For who manages people (ACT_PERSON). */
int store_open_list(struct store *s, struct arena *a, const struct actor *who, int64_t person_id,
		    struct open_rows *rows, struct err *e);

struct handover_done {
	int nposts;  /* posts that have gone over */
	int ndrafts; /* texts not sent that have */
	int nkept;   /* … that stay, because the other person types in the same form */
};
/* All posts in units that one person has go over to another, with the texts of those units that
 * were typed and not sent; in one transaction, with ACT_PERSON. What belongs to the units stays
 * where it is. `version` is that of who goes. ERR_STATE when there is no such post, or the other
 * person is let in no longer; ERR_INPUT when both are the same. */
int store_handover(struct store *s, const struct actor *who, int64_t from_id, int64_t version,
		   int64_t to_id, struct handover_done *done, unsigned *changes, struct err *e);

/* The tasks of a plan whose unit nobody who is let in has a post in, as store_task_list() gives
 * them. */
int store_orphan_list(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		      const struct lamp_rules *rules, struct date today, struct task_rows *rows,
		      struct err *e);
/* How many tasks those are, and of how many units. */
int store_orphan_count(struct store *s, const struct actor *who, int64_t plan_id, int *ntasks,
		       int *nunits, struct err *e);

#endif
