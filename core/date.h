/*
 * date.h - civil dates and moments. Times are kept in UTC, dates as printed; nothing here reads the
 * clock: "now" is a value that main makes once (or DUBAN_NOW gives) and everybody is handed.
 */
#ifndef DUBAN_CORE_DATE_H
#define DUBAN_CORE_DATE_H

#include "core/err.h"

#include <stdbool.h>
#include <stdint.h>

struct date {
	int16_t y; /* 0: no date */
	int8_t m, d;
};

struct moment {
	int64_t utc;	   /* seconds since 1970 */
	struct date today; /* the civil date at that moment in the local time zone */
};

#define DATE_TEXT 11 /* "2021-12-31" and the zero byte */
#define TIME_TEXT 21 /* "2021-12-31T08:00:00Z" and the zero byte */

/* Years that a date can have. */
enum { DATE_YEAR_FIRST = 1900, DATE_YEAR_LAST = 2200 };

static inline bool date_is_set(struct date d)
{
	return d.y != 0;
}

/* Strict YYYY-MM-DD of a day that exists (years 1900 to 2200); else false, *d untouched. */
bool date_parse(const char *s, struct date *d);
/* As date_parse(), with the sentence for a person; field names the form field or option. Accepts
 * also what people type: 2021.12.3, 2021/12/3, 2021年12月3日, 20211203. */
int date_read(const char *s, const char *field, struct date *d, struct err *e);

/* Which day is meant where the year is left out, or year and month. */
enum date_way {
	DATE_PAST,  /* the last one up to today */
	DATE_COMING /* the first from today on; a day and month of the last three months is past */
};
/* As date_read(), for a person who sees afterwards which day was understood: also 11-20, 11月20日,
 * 1120, and the day alone: 20, 20日. */
int date_read_near(const char *s, struct date today, enum date_way way, const char *field,
		   struct date *d, struct err *e);
/* ISO text; "" for no date. Returns out. */
char *date_format(struct date d, char out[DATE_TEXT]);
/* Days since 1970-01-01, and back. The date must be set, here and below where not said otherwise.
 */
int32_t date_to_days(struct date d);
struct date date_from_days(int32_t days);
/* No date stays none. */
struct date date_add(struct date d, int32_t days);
/* <0, 0, >0; no date sorts after every date. */
int date_cmp(struct date a, struct date b);
/* 1 Monday … 7 Sunday. */
int date_weekday(struct date d);
int date_days_in_month(int y, int m);
bool date_exists(int y, int m, int d);
/* Days from a to b that are neither Saturday nor Sunday: after a, up to and with b; negative when b
 * is before a. (Holidays come with the calendar table.) */
int date_workdays_between(struct date a, struct date b);

/* The moment of a UTC time in the local zone (TZ), without asking what time it is. */
struct moment moment_of(int64_t utc);
/* Reads "2021-11-21", "2021-11-21T09:30:00Z" or "2021-11-21 09:30" (local; a bare date is its
 * noon). */
int moment_read(const char *s, struct moment *m, struct err *e);
/* "2021-11-21T01:30:00Z" for the file and for programs. */
char *time_format_utc(int64_t utc, char out[TIME_TEXT]);
bool time_parse_utc(const char *s, int64_t *utc);
/* "2021-11-21 09:30" in the local zone, for people. */
char *time_format_local(int64_t utc, char out[TIME_TEXT]);
/* The same, without its day where that is this one. Points into `out`. */
const char *time_format_near(int64_t utc, struct date today, char out[TIME_TEXT]);

#endif
