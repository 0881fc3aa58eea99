/*
 * calendar.h - which days are worked on: Monday to Friday, but for the holidays that the state
 * announces each year and the other days that are worked instead (调休). The office keeps these
 * days in the file; where none are known, weeks alone count.
 */
#ifndef DUBAN_CORE_CALENDAR_H
#define DUBAN_CORE_CALENDAR_H

#include "core/date.h"
#include "core/mem.h"
#include "core/model.h"

/* The days of `days` are sorted, each date once. NULL or empty: weeks alone. Borrowed. */
struct calendar {
	const struct calendar_day_row *days;
	size_t n;
};

bool calendar_is_workday(const struct calendar *c, struct date d);
/* Days worked from a to b: after a, up to and with b; negative when b is before a. */
int calendar_workdays_between(const struct calendar *c, struct date a, struct date b);
/* d itself when it is worked, else the nearest day worked after it, or before it. */
struct date calendar_workday_from(const struct calendar *c, struct date d);
struct date calendar_workday_until(const struct calendar *c, struct date d);
/* n days worked after d (before it when n is negative). */
struct date calendar_add_workdays(const struct calendar *c, struct date d, int n);
/* Whether any holiday of the year is known: else its dates are guesses from weeks alone. */
bool calendar_knows_year(const struct calendar *c, int year);
/* The year whose holidays ought to be there by now and are not: this one, or from November on, when
 * they have been announced, the next. 0: none. */
int calendar_missing_year(const struct calendar *c, struct date today);
/* The sentence that tells the office so; "" when none is missing. In the arena. */
const char *calendar_advice(struct arena *a, const struct calendar *c, struct date today);
/* "2026-12-06 (Sun) is a day off; …": what to know of a date that falls on a day that is not
 * worked; "" where it is, or is none. In the arena. */
const char *calendar_rest_note(struct arena *a, const struct calendar *c, struct date d);
/* "Mon" … "Sun", translated. */
const char *calendar_weekday_label(struct date d);

#endif
