/*
 * period.h - reporting periods: their codes, and what may be handed in on a day. Their dates follow
 * from rules: period_rule.h.
 */
#ifndef DUBAN_CORE_PERIOD_H
#define DUBAN_CORE_PERIOD_H

#include "core/err.h"
#include "core/mem.h"
#include "core/model.h"

/* State of a period on a day: planned before it opens, open up to and with its due date, due (late
 * but still taken) up to and with its closing date, then closed; closed at once when the office
 * closed it. */
enum period_state period_state_on(const struct period_row *p, struct date today);
/* Whether a report may still be handed in for p; else ERR_STATE with dates and what to do. */
int period_check_open(const struct period_row *p, struct date today, struct err *e);
/* The period as it is for a unit that may still report up to and with `until` (none: it has no
 * exception): it closes on that day or later and is due then, also when the office has closed it
 * for the others. */
void period_allow(struct period_row *p, struct date until);

/* The first and last day that a period reports on, of its kind, year and number. */
void period_span(const struct period_row *p, struct date *first, struct date *last);
/* Reads "2021Q4", "2021H1", "2021-06" or "2021" and fills kind, year, number and code (arena), not
 * the dates: those follow from the office's rules (store_period_date()). ERR_INPUT otherwise. */
int period_read(struct arena *a, const char *code, struct period_row *p, struct err *e);
/* The period of the same kind that comes next, without dates: 2022Q1 after 2021Q4. */
void period_following(struct arena *a, const struct period_row *p, struct period_row *next);
/* "第4季度 2021" / "4th quarter of 2021": for people. In the arena. */
const char *period_label(struct arena *a, const struct period_row *p);

#endif
