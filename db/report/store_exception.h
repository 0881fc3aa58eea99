/* store_exception.h - a unit may still report for a period up to and with a day, after it has
 * closed for the others. See store.h. */
#ifndef DUBAN_DB_STORE_EXCEPTION_H
#define DUBAN_DB_STORE_EXCEPTION_H

#include "db/store.h"

struct exception_row {
	int64_t period_id, unit_id, plan_id, version;
	const char *plan_code, *period, *unit; /* period: its code */
	const char *unit_pinyin;
	struct date until, closes; /* closes: for the others */
	const char *reason, *by;   /* by: name */
	int64_t at;		   /* UTC */
};
struct exception_rows {
	struct exception_row *at;
	size_t n, cap;
};

/* The period as it is for a unit: with the dates of the exception that the unit has (period_allow()
 * of period.h). Everything that asks whether the unit may report, or by when it owes its report,
 * asks this. */
int store_period_for(struct store *s, struct arena *a, int64_t period_id, int64_t unit_id,
		     struct period_row *row, struct err *e);

/* The last day first. plan_id 0: of all open plans; unit_id 0: of all units. A unit reads its own,
 * whoever reads everything all. */
int store_exception_list(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
			 int64_t unit_id, struct exception_rows *rows, struct err *e);

/* Gives a unit that has a task in the period's plan until that day, or another day than it had. The
 * day is today or later, and later than the last day of the period (unless the office has closed
 * that early); a reason is needed. `version` is that of the exception; 0: the unit has none. What a
 * unit has asked for itself is granted by store_request_decide(). */
int store_exception_put(struct store *s, const struct actor *who, int64_t period_id,
			int64_t unit_id, int64_t version, struct date until, const char *reason,
			unsigned *changes, struct err *e);

/* A report that a unit has not handed in for a period. */
struct missing_row {
	int64_t action_id;
	const char *action_no, *action_title, *action_pinyin; /* action_no: its path */
	enum report_state state;			      /* none, draft or returned */
};
struct missing_rows {
	struct missing_row *at;
	size_t n, cap;
};
/* What is missing of a unit's reports for a period, in the order of the document: of the actions
 * that run, but for parts that it objects to. Whether it may still report is store_period_for()'s.
 * A unit reads its own. */
int store_exception_missing(struct store *s, struct arena *a, const struct actor *who,
			    int64_t period_id, int64_t unit_id, struct missing_rows *rows,
			    struct err *e);

#endif
