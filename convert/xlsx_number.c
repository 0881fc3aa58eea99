/*
 * Formats of Excel, as far as they change what a person reads in a plan: dates, per cent and
 * decimals. A format is only looked at for these; its colours, signs and texts are left to Excel.
 */
#include "convert/xlsx_number.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* The built-in formats that matter, with codes in place of those that Excel keeps to itself. */
static const struct {
	long first, last;
	const char *code;
} builtin[] = {
	{1, 1, "0"},	      {2, 2, "0.00"},	    {3, 3, "#,##0"},	  {4, 4, "#,##0.00"},
	{9, 9, "0%"},	      {10, 10, "0.00%"},    {14, 16, "yyyy-m-d"}, {17, 17, "yyyy-m"},
	{22, 22, "yyyy-m-d"}, {27, 27, "yyyy-m"},   {28, 31, "yyyy-m-d"}, {36, 36, "yyyy-m"},
	{50, 50, "yyyy-m"},   {51, 51, "yyyy-m-d"}, {52, 52, "yyyy-m"},	  {53, 54, "yyyy-m-d"},
	{57, 57, "yyyy-m"},   {58, 58, "yyyy-m-d"},
};

struct shown {
	bool year, month, day, time, percent, general;
	int decimals; /* -1: as many as there are */
};

/* Goes behind a quoted text, an escaped sign or a part in square brackets. */
static const char *skip_text(const char *s)
{
	const char *end = NULL;

	if (*s == '"')
		end = strchr(s + 1, '"');
	else if (*s == '[')
		end = strchr(s, ']');
	else if (*s == '\\' || *s == '_' || *s == '*')
		end = s[1] ? s + 1 : s;
	else
		return s;
	return end ? end + 1 : s + strlen(s);
}

static struct shown read_code(const char *s)
{
	struct shown f = {.decimals = -1};
	bool point = false;

	f.general = strncasecmp(s, "general", 7) == 0;
	while (*s && *s != ';' && !f.general) {
		const char *behind = skip_text(s);

		if (behind > s) {
			s = behind;
			continue;
		}
		f.year |= *s == 'y' || *s == 'Y' || *s == 'e';
		f.month |= *s == 'm' || *s == 'M';
		f.day |= *s == 'd' || *s == 'D';
		f.time |= *s == 'h' || *s == 'H' || *s == 's' || *s == 'S';
		f.percent |= *s == '%';
		if (*s == '.')
			point = true;
		if ((*s == '0' || *s == '#') && f.decimals < 0)
			f.decimals = 0;
		f.decimals += *s == '0' && point;
		s++;
	}
	return f;
}

static const char *find_code(long id, const char *code)
{
	for (size_t i = 0; !code && i < sizeof builtin / sizeof builtin[0]; i++)
		if (id >= builtin[i].first && id <= builtin[i].last)
			code = builtin[i].code;
	return code ? code : "General";
}

/* Days since 1970-01-01 as a date of the Gregorian calendar. */
static void add_date(long days, bool with_day, struct strbuf *out)
{
	long z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
	long doe = z - era * 146097;
	long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	long doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
	long day = doy - (153 * mp + 2) / 5 + 1, month = mp < 10 ? mp + 3 : mp - 9;

	strbuf_printf(out, "%04ld-%02ld", yoe + era * 400 + (month <= 2), month);
	if (with_day)
		strbuf_printf(out, "-%02ld", day);
}

/* Excel counts from 1899-12-30 (a 1900-02-29 that never was makes up for the two days), or from
 * 1904-01-01. */
static bool add_if_date(double value, const struct shown *f, bool from_1904, struct strbuf *out)
{
	long epoch = from_1904 ? -24107 : -25569;

	if (!f->month || !(f->year || f->day) || value < 1 || value > 2958465)
		return false;
	add_date((long)value + epoch, f->day, out);
	return true;
}

void xlsx_number_add(const char *value, long id, const char *code, bool from_1904,
		     struct strbuf *out)
{
	struct shown f = read_code(find_code(id, code));
	char *end;
	double v = strtod(value, &end);

	if (end == value || *end || !isfinite(v))
		strbuf_puts(out, value);
	else if (add_if_date(v, &f, from_1904, out))
		return;
	else if (fabs(v) >= 1e15)
		strbuf_puts(out, value);
	else if (f.percent)
		strbuf_printf(out, "%.*f%%", f.decimals < 0 ? 0 : f.decimals, v * 100);
	else if (f.decimals >= 0 && f.decimals <= 15)
		strbuf_printf(out, "%.*f", f.decimals, v);
	else
		strbuf_printf(out, "%.15g", v);
}
