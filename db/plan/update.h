/*
 * update.h - the parts of a new edition on their way into the file:
 *
 *   store_update.c   the frame: document, sections, which action is which
 *   update_action.c  number, title, clause; withdrawn and back again
 *   update_units.c   who answers for it
 *   update_facts.c   indicators, targets, volumes
 *   update_due.c     the milestone of the due date
 */
#ifndef DUBAN_DB_UPDATE_H
#define DUBAN_DB_UPDATE_H

#include "core/plan/plan_diff.h"
#include "db/plan/import_action.h"

struct update {
	struct write *w;
	const struct plan_diff *d;
	struct import im;   /* of the new edition: its number is im.edition */
	const char *reason; /* "not in edition 2", for what it does without */
};

/* An action that both editions have, or that is back. */
int update_action(struct update *u, const struct diff_entry *x, struct err *e);
/* One that is gone. */
int update_withdraw(struct update *u, const struct diff_entry *x, struct err *e);

/* What belongs to an action that stays. path: as people name it from now on. */
int update_units(struct update *u, int64_t action_id, const char *path,
		 const struct plan_action *act, struct err *e);
int update_facts(struct update *u, int64_t action_id, const struct plan_action *act, struct err *e);
int update_due(struct update *u, int64_t action_id, struct date was, struct date is, struct err *e);

/* A row of the log on an action; unit_id may be 0. Frees *c. */
int update_log(struct update *u, const char *act, int64_t action_id, const char *path,
	       int64_t unit_id, struct change *c, struct err *e);

#endif
