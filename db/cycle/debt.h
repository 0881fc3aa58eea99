/* debt.h - what units owe and the writing of notices, for the files of the store that share them.
 * Nothing outside db/ includes it. */
#ifndef DUBAN_DB_DEBT_H
#define DUBAN_DB_DEBT_H

#include "core/rule/notice.h"
#include "db/store_internal.h"

struct debt_key {
	int64_t plan_id, unit_id, action_id; /* 0: any */
};
/* As store_debt_list(), of what `r` may read, with what waits for the office; `days` are not
 * counted. */
int debt_list(struct store *s, struct arena *a, const struct reader *r, struct date today,
	      const struct debt_key *key, struct debt_rows *rows, struct err *e);

/* A notice with its lines: all of n but id, version, no and the times; its log row. The row as it
 * is then goes into *n. */
int notice_insert(struct write *w, struct notice_row *n, const struct notice_item_row *items,
		  size_t nitems, struct err *e);
/* What units owe in plans, each read once, however many notices ask for it. Zero is empty. */
struct owed_row {
	int64_t plan_id, unit_id;
	struct debt_rows debts;
};
struct owed_rows {
	struct owed_row *at;
	size_t n, cap;
};
/* The lines of an urge notice and what its unit owes in its plan: notice_course() is made of them.
 * In the arena, `owed` as well. */
int notice_read_owed(struct store *s, struct arena *a, const struct notice_row *n,
		     struct date today, struct notice_item_rows *items, struct owed_rows *owed,
		     struct debt_rows *debts, struct err *e);
/* Closes the urge notices of which nothing is owed any more (COURSE_OVER). Every write that changes
 * something of which debts are made ends with it. */
int notice_settle(struct write *w, struct err *e);
/* The changes of a write after which it is asked. */
enum {
	NOTICE_FOLLOWS = CHANGE_PLAN | CHANGE_UNIT | CHANGE_ASSIGNMENT | CHANGE_PERIOD |
			 CHANGE_REPORT | CHANGE_MILESTONE | CHANGE_REQUEST | CHANGE_NOTICE
};

#endif
