/*
 * period_rule.h - the dates of a reporting period, computed from rules over the calendar: when it
 * opens, until when reports are in time, until when they are taken. A rule is a short text:
 *
 *     BASE [+N|-N][w] [earlier|later]
 *
 * BASE is `start` or `end` (first and last day of the period), `due` (for closing: the due date) or
 * `day N` (a day of the period's last month; its last day where the month is shorter). N counts
 * days, with w days worked. `earlier` and `later` say what happens when the day is no working day;
 * without them it stays, but for the due date, which goes to the next working day (顺延).
 */
#ifndef DUBAN_CORE_PERIOD_RULE_H
#define DUBAN_CORE_PERIOD_RULE_H

#include "core/rule/calendar.h"

enum period_base { BASE_START, BASE_END, BASE_DUE, BASE_DAY };
enum period_shift { SHIFT_NONE, SHIFT_EARLIER, SHIFT_LATER };

struct period_rule {
	enum period_base base;
	int day;     /* of BASE_DAY: 1 to 31 */
	int offset;  /* days after the base, or before it */
	bool worked; /* the offset counts days worked */
	enum period_shift shift;
};

struct period_rules {
	struct period_rule opens, due, closes;
};

/* On the first day; on the last day, or the next working day; ten days after the due date. */
extern const struct period_rules period_rules_default;

/* Reads a rule (case and full-width characters do not matter); `field` names it in the error, `due`
 * allows the base `due`. */
int period_rule_read(const char *text, const char *field, bool due, struct period_rule *r,
		     struct err *e);
/* As period_rule_read() reads it. In the arena. */
const char *period_rule_text(struct arena *a, const struct period_rule *r);
/* For people: "last day, or the working day before". In the arena. */
const char *period_rule_label(struct arena *a, const struct period_rule *r);

/* Sets opens, due and closes of a period whose kind, year and number are set. A rule that gives a
 * due date before the opening, or a closing before the due date, is brought up to it. */
void period_set_dates(struct period_row *p, const struct period_rules *rules,
		      const struct calendar *c);

#endif
