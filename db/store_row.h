/* store_row.h - parts of statements and rows that several families have alike. Nothing outside db/
 * includes it. */
#ifndef DUBAN_DB_STORE_ROW_H
#define DUBAN_DB_STORE_ROW_H

#include "core/model.h"
#include "db/sql.h"

/* What hangs on an action, and can be proved. */
enum row_part { ROW_MILESTONE, ROW_REPORT, ROW_REQUEST, ROW_CASE, ROW_PART_COUNT };
/* The action of one of them, 0 for a request that is about none, and whose it is (0: common);
 * ERR_NOT_FOUND when there is no such. */
int row_part_of(struct sql *db, enum row_part part, int64_t id, int64_t *action_id,
		int64_t *unit_id, struct err *e);

/* The first column of all rows in one text, with "、" between, for sentences; "" when there is no
 * row. In the arena. */
int row_names(struct sql_stmt *q, struct arena *a, const char **names, struct err *e);

/* Rows of (volume, value). */
int row_volumes(struct sql_stmt *q, struct arena *a, struct report_volume_rows *rows,
		struct err *e);

/* Whether what is common to the units of an action (its deadline, its common milestones) is for
 * the unit of a row of task_share to deliver: for those that lead or share it; where nobody leads,
 * for all. `part` is the name of the row. */
#define SQL_DELIVERS(part)                                                                         \
	"(" part ".role <> 'coop' OR NOT EXISTS (SELECT 1 FROM assignment y "                      \
	"WHERE y.action_id = " part ".action_id AND y.role = 'lead' AND y.state <> 'withdrawn'))"

/* Whether a report waits for the approving leader of its unit: it was handed in by somebody else,
 * and the unit signs its reports. `r` and `u` are the names of the report and its unit. */
#define SQL_TO_SIGN(r, u) "(" r ".state = 'submitted' AND " u ".signs AND " r ".signed_at IS NULL)"

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
