/* store_policy.h - the rules that the office sets for a file (policy.h), and its calendar of days
 * that differ from plain weeks (calendar.h). See store.h. */
#ifndef DUBAN_DB_STORE_POLICY_H
#define DUBAN_DB_STORE_POLICY_H

#include "core/rule/policy.h"
#include "db/store.h"

/* What is set; values stay in the arena. */
int store_policy_load(struct store *s, struct arena *a, struct policy *p, struct err *e);
/* How often one was set in this file: another number, another value may be in force. */
int store_policy_version(struct store *s, enum policy_id id, int64_t *version, struct err *e);
/* Sets one, by a value as policy_read() takes it; "" goes back to the default. */
int store_policy_set(struct store *s, const struct actor *who, enum policy_id id, const char *value,
		     unsigned *changes, struct err *e);
/* The same by who has seen the value that was in force: ERR_CONFLICT when it is another by now. */
int store_policy_change(struct store *s, const struct actor *who, enum policy_id id,
			const char *read, const char *value, unsigned *changes, struct err *e);

/* By date; of all years. calendar_of() makes the calendar of them, which borrows the rows. */
int store_calendar_list(struct store *s, struct arena *a, struct calendar_day_rows *rows,
			struct err *e);
struct calendar calendar_of(const struct calendar_day_rows *rows);
/* Gives days that are to be set the versions of those that were read, 0 where a day was like any
 * other. */
void calendar_take_versions(struct calendar_day_rows *days, const struct calendar_day_rows *read);
/* Sets days, all or none; a day that is there already, in the version that its row names, gets the
 * new kind and name. Periods that are there keep their dates. */
int store_calendar_put(struct store *s, const struct actor *who,
		       const struct calendar_day_rows *days, unsigned *changes, struct err *e);
/* The days from the first to the last are like any other of their weeks again; `read` is the list
 * in which they were seen. ERR_NOT_FOUND when none of them is in it. */
int store_calendar_drop(struct store *s, const struct actor *who, struct date first,
			struct date last, const struct calendar_day_rows *read, unsigned *changes,
			struct err *e);

/* What everything that shows lamps goes by: policy and calendar together. The result borrows from
 * the arena. */
int store_lamp_rules(struct store *s, struct arena *a, struct lamp_rules *rules, struct err *e);

#endif
