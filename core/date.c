/*
 * Civil dates by the proleptic Gregorian calendar, and moments. The only thing asked of the system
 * is the local time zone, of a moment that somebody hands in: nothing here reads the clock.
 */
#include "core/date.h"

#include "core/i18n.h"
#include "core/text/utf8.h"

#include <string.h>
#include <time.h>

enum { DAY_SECONDS = 24 * 60 * 60 };

static bool is_leap(int y)
{
	return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
}

int date_days_in_month(int y, int m)
{
	static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	if (m < 1 || m > 12)
		return 0;
	return m == 2 && is_leap(y) ? 29 : days[m - 1];
}

static struct date date_of(int y, int m, int d)
{
	return (struct date){.y = (int16_t)y, .m = (int8_t)m, .d = (int8_t)d};
}

bool date_exists(int y, int m, int d)
{
	return y >= DATE_YEAR_FIRST && y <= DATE_YEAR_LAST && d >= 1 &&
	       d <= date_days_in_month(y, m);
}

/* Reads exactly n digits at *s into *v and steps over them. */
static bool read_digits(const char **s, int n, int *v)
{
	*v = 0;
	for (; n > 0; n--, (*s)++) {
		if (**s < '0' || **s > '9')
			return false;
		*v = *v * 10 + (**s - '0');
	}
	return true;
}

static bool read_char(const char **s, char c)
{
	return **s == c && (*s)++;
}

static bool read_iso_date(const char **s, struct date *out)
{
	int y, m, d;

	if (!read_digits(s, 4, &y) || !read_char(s, '-') || !read_digits(s, 2, &m) ||
	    !read_char(s, '-') || !read_digits(s, 2, &d) || !date_exists(y, m, d))
		return false;
	*out = date_of(y, m, d);
	return true;
}

bool date_parse(const char *s, struct date *d)
{
	struct date read;

	if (!read_iso_date(&s, &read) || *s)
		return false;
	*d = read;
	return true;
}

/* n decimal digits of v (0 or more, as far as they fit) without a zero byte; returns what follows.
 */
static char *put_digits(char *out, int v, int n)
{
	for (int i = n; i > 0; i--, v /= 10)
		out[i - 1] = (char)('0' + v % 10);
	return out + n;
}

static char *put_date(char *out, struct date d)
{
	out = put_digits(out, d.y, 4);
	*out++ = '-';
	out = put_digits(out, d.m, 2);
	*out++ = '-';
	return put_digits(out, d.d, 2);
}

char *date_format(struct date d, char out[DATE_TEXT])
{
	char *end = date_is_set(d) ? put_date(out, d) : out;

	*end = '\0';
	return out;
}

/* The year is thought to begin in March, so that the leap day is its last. */
int32_t date_to_days(struct date date)
{
	int y = date.y - (date.m <= 2), m = (date.m + 9) % 12;
	int era = (y >= 0 ? y : y - 399) / 400, of_era = y - era * 400;
	int of_year = (153 * m + 2) / 5 + date.d - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct date date_from_days(int32_t days)
{
	int z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
	int of_era = z - era * 146097;
	int y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int of_year = of_era - (365 * y + y / 4 - y / 100), m = (5 * of_year + 2) / 153;
	int d = of_year - (153 * m + 2) / 5 + 1;

	m = m < 10 ? m + 3 : m - 9;
	return date_of(y + era * 400 + (m <= 2), m, d);
}

struct date date_add(struct date d, int32_t days)
{
	return date_is_set(d) ? date_from_days(date_to_days(d) + days) : d;
}

int date_cmp(struct date a, struct date b)
{
	if (!date_is_set(a) || !date_is_set(b))
		return date_is_set(b) - date_is_set(a);
	if (a.y != b.y)
		return a.y - b.y;
	return a.m != b.m ? a.m - b.m : a.d - b.d;
}

static int weekday_of_days(int32_t days)
{
	return ((days + 3) % 7 + 7) % 7 + 1; /* 1970-01-01 was a Thursday */
}

int date_weekday(struct date d)
{
	return weekday_of_days(date_to_days(d));
}

int date_workdays_between(struct date a, struct date b)
{
	int32_t from = date_to_days(a), to = date_to_days(b);

	if (to < from)
		return -date_workdays_between(b, a);
	int count = (to - from) / 7 * 5;
	for (int32_t day = to - (to - from) % 7 + 1; day <= to; day++)
		count += weekday_of_days(day) <= 5;
	return count;
}

static struct date date_of_tm(const struct tm *tm)
{
	return date_of(tm->tm_year + 1900, tm->tm_mon + 1, tm->tm_mday);
}

static void to_local(int64_t utc, struct tm *tm)
{
	time_t t = (time_t)utc;

	tzset();
	localtime_r(&t, tm);
}

struct moment moment_of(int64_t utc)
{
	struct tm tm;

	to_local(utc, &tm);
	return (struct moment){.utc = utc, .today = date_of_tm(&tm)};
}

static int64_t utc_of_local(struct date d, int hour, int minute)
{
	struct tm tm = {.tm_year = d.y - 1900,
			.tm_mon = d.m - 1,
			.tm_mday = d.d,
			.tm_hour = hour,
			.tm_min = minute,
			.tm_isdst = -1};

	return (int64_t)mktime(&tm);
}

static bool read_hour_minute(const char **s, int *hour, int *minute)
{
	return read_digits(s, 2, hour) && *hour < 24 && read_char(s, ':') &&
	       read_digits(s, 2, minute) && *minute < 60;
}

bool time_parse_utc(const char *s, int64_t *utc)
{
	struct date d;
	int hour, minute, second;

	if (!read_iso_date(&s, &d) || !read_char(&s, 'T') ||
	    !read_hour_minute(&s, &hour, &minute) || !read_char(&s, ':') ||
	    !read_digits(&s, 2, &second) || second >= 60 || !read_char(&s, 'Z') || *s)
		return false;
	*utc = (int64_t)date_to_days(d) * DAY_SECONDS + hour * 3600 + minute * 60 + second;
	return true;
}

int moment_read(const char *s, struct moment *m, struct err *e)
{
	const char *p = s;
	struct date d;
	int hour = 12, minute = 0;
	int64_t utc;

	if (time_parse_utc(s, &utc)) {
		*m = moment_of(utc);
		return 0;
	}
	if (!read_iso_date(&p, &d) ||
	    (*p && (!read_char(&p, ' ') || !read_hour_minute(&p, &hour, &minute) || *p)))
		return err_set(e, ERR_INPUT,
			       _("\"%s\" is not a time; write it like 2021-11-21, 2021-11-21 09:30 "
				 "or 2021-11-21T01:30:00Z"),
			       s);
	*m = moment_of(utc_of_local(d, hour, minute));
	return 0;
}

static char *put_time(char *out, const struct tm *tm, char between, const char *tail)
{
	out = put_date(out, date_of_tm(tm));
	*out++ = between;
	out = put_digits(out, tm->tm_hour, 2);
	*out++ = ':';
	out = put_digits(out, tm->tm_min, 2);
	return stpcpy(out, tail);
}

char *time_format_utc(int64_t utc, char out[TIME_TEXT])
{
	time_t t = (time_t)utc;
	struct tm tm;
	char seconds[] = ":00Z";

	gmtime_r(&t, &tm);
	put_digits(seconds + 1, tm.tm_sec, 2);
	put_time(out, &tm, 'T', seconds);
	return out;
}

char *time_format_local(int64_t utc, char out[TIME_TEXT])
{
	struct tm tm;

	to_local(utc, &tm);
	put_time(out, &tm, ' ', "");
	return out;
}

const char *time_format_near(int64_t utc, struct date today, char out[TIME_TEXT])
{
	char day[DATE_TEXT];
	size_t n = strlen(date_format(today, day));

	time_format_local(utc, out);
	return strncmp(out, day, n) == 0 ? out + n + 1 : out;
}
