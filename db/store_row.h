/* store_row.h - parts of statements and rows that several families have alike. Nothing outside db/
 * includes it. */
#ifndef DUBAN_DB_STORE_ROW_H
#define DUBAN_DB_STORE_ROW_H

#include "db/sql.h"

/* The action of a milestone or else of a report; ERR_NOT_FOUND when there is no such. */
int row_action_of(struct sql *db, int64_t milestone_id, int64_t report_id, int64_t *action_id,
		  struct err *e);

/* Whether what is common to the units of an action (its deadline, its common milestones) is for
 * the unit of a row of task_share to deliver: for those that lead or share it; where nobody leads,
 * for all. `part` is the name of the row. */
#define SQL_DELIVERS(part)                                                                         \
	"(" part ".role <> 'coop' OR NOT EXISTS (SELECT 1 FROM assignment y "                      \
	"WHERE y.action_id = " part ".action_id AND y.role = 'lead' AND y.state <> 'withdrawn'))"

/* A scalar subquery: the id of the current period of a plan, null when it has none. `plan` and
 * `today` are SQL expressions. At the turn of two periods both take reports; the one that closes
 * first is the one that is owed. */
#define SQL_PERIOD_NOW(plan, today)                                                                \
	"coalesce("                                                                                \
	"(SELECT q.id FROM period q WHERE q.plan_id = " plan " AND q.opens <= " today              \
	" AND q.closes >= " today " AND q.closed_at IS NULL"                                       \
	" ORDER BY q.closes, q.opens DESC, q.id LIMIT 1), "                                        \
	"(SELECT q.id FROM period q WHERE q.plan_id = " plan " AND q.opens <= " today              \
	" ORDER BY q.closes DESC, q.opens DESC, q.id LIMIT 1), "                                   \
	"(SELECT q.id FROM period q WHERE q.plan_id = " plan " AND q.opens > " today               \
	" AND q.closed_at IS NULL ORDER BY q.opens, q.id LIMIT 1))"

#endif
