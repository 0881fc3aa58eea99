/* lamp.h - the lamp of a task: a function of its facts, the calendar and today, no state of its
 * own. */
#ifndef DUBAN_CORE_LAMP_H
#define DUBAN_CORE_LAMP_H

#include "core/rule/calendar.h"
#include "core/model.h"

struct lamp_rules {
	int soon_workdays; /* yellow when something is due within so many working days */
	int behind_points; /* yellow when percent is behind the share of time elapsed by more */
	int returns;	   /* red when a report was returned so many times */
	const struct calendar *calendar; /* of days worked; NULL: weeks alone */
};
#define LAMP_RULES_DEFAULT                                                                         \
	{                                                                                          \
		5, 20, 2, NULL                                                                     \
	}

/*
 * Sets t->lamp, t->why, t->days and t->elapsed. `period` is the period that report_state speaks of
 * (NULL: none runs). grey: closed out, withdrawn, or nothing due yet · red: a milestone, the report
 * or, for the units that deliver it, the action is past due, or returned too often · yellow: due
 * soon, behind the time elapsed in the period's year, or returned · green: else.
 */
void lamp_of(struct task_row *t, const struct period_row *period, struct date today,
	     const struct lamp_rules *rules);

/* How much of a year has passed by the end of today, in percent: where a percentage should be. */
int lamp_elapsed(int year, struct date today);

/* Most urgent first: lamp, days, then the order of the document (stable input order). For qsort. */
int lamp_compare(const void *a, const void *b);

/* "6 days late", "due in 3 days", "returned" … or "": the cause in short words. In the arena. */
const char *lamp_cause(struct arena *a, const struct task_row *t);
/* The same as a whole for one who does not see the row beside it: "milestone "中期自查": 6 days
 * late", "behind schedule: 40% done, 88% of the year gone" … or "". In the arena. */
const char *lamp_reason(struct arena *a, const struct task_row *t);

#endif
