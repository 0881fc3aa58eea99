/* debt.h - what units owe and the writing of notices, for the files of the store that share them.
 * Nothing outside db/ includes it. */
#ifndef DUBAN_DB_DEBT_H
#define DUBAN_DB_DEBT_H

#include "core/rule/notice.h"
#include "db/store_internal.h"

struct debt_key {
	int64_t plan_id, unit_id, action_id; /* 0: any */
};
/* As store_debt_list(), of what `r` may read; `days` are not counted. */
int debt_list(struct store *s, struct arena *a, const struct reader *r, struct date today,
	      const struct debt_key *key, struct debt_rows *rows, struct err *e);

/* A notice with its lines: all of n but id, version, no and the times; its log row. The row as it
 * is then goes into *n. */
int notice_insert(struct write *w, struct notice_row *n, const struct notice_item_row *items,
		  size_t nitems, struct err *e);
/* Closes the urge notices whose lines are all delivered by now. Every write that changes something
 * of which debts are made ends with it. */
int notice_settle(struct write *w, struct err *e);
/* The changes of a write after which it is asked. */
enum {
	NOTICE_FOLLOWS = CHANGE_PLAN | CHANGE_UNIT | CHANGE_ASSIGNMENT | CHANGE_PERIOD |
			 CHANGE_REPORT | CHANGE_MILESTONE | CHANGE_REQUEST | CHANGE_NOTICE
};

#endif
