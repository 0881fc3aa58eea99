/* store_period.h - reporting periods of a plan. See store.h. */
#ifndef DUBAN_DB_STORE_PERIOD_H
#define DUBAN_DB_STORE_PERIOD_H

#include "db/store.h"

/* Oldest first. plan_id 0: of all open plans. */
int store_period_list(struct store *s, struct arena *a, int64_t plan_id, struct period_rows *rows,
		      struct err *e);
int store_period_find(struct store *s, struct arena *a, int64_t plan_id, const char *code,
		      struct period_row *row, struct err *e);
int store_period_get(struct store *s, struct arena *a, int64_t id, struct period_row *row,
		     struct err *e);
/* The period that reports are owed for on a day: of those that have opened and are not closed the
 * one that closes first (at the turn of two periods the old one is still owed), else the last one
 * closed, else the first planned. ERR_NOT_FOUND when the plan has none (the
 * sentence says how the office adds one). */
int store_period_current(struct store *s, struct arena *a, int64_t plan_id, struct date today,
			 struct period_row *row, struct err *e);
/* Sets the three dates of p, whose kind, year and number are set: they follow from the rules and
 * the calendar that the office keeps (policy.h, calendar.h). */
int store_period_date(struct store *s, struct period_row *p, struct err *e);
/* p as period_read() made it, dates perhaps changed since; plan_id set. ERR_EXISTS when the code is
 * taken. */
int store_period_add(struct store *s, const struct actor *who, const struct period_row *p,
		     unsigned *changes, struct err *e);
/* Gives a period other dates: id, version and the three dates of p. Reports that are there stay. */
int store_period_change(struct store *s, const struct actor *who, const struct period_row *p,
			unsigned *changes, struct err *e);
/* Closes it before its date. */
int store_period_close(struct store *s, const struct actor *who, int64_t period_id, int64_t version,
		       unsigned *changes, struct err *e);
/* Takes that back; ERR_STATE when it was not closed before its date, or that date is past by now
 * (the sentence says to set a later one). */
int store_period_reopen(struct store *s, const struct actor *who, int64_t period_id,
			int64_t version, unsigned *changes, struct err *e);

#endif
