/* Files with holidays: tables in the encodings of offices, calendars through duban-convert. */
#include "exchange/calendar_file.h"

#include "tests/support/tmp.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct tmp t;
static struct arena a;
static struct err e;
static struct calendar_day_rows days;

static void setup(void)
{
	tmp_make(&t);
	e = (struct err)ERR_INIT;
}

static void teardown(void)
{
	arena_free(&a);
	tmp_remove(&t);
}

TestSuite(calendar_file, .init = setup, .fini = teardown);

static int read(const char *name, const char *bytes)
{
	char *path = tmp_puts(&t, name, bytes);
	int rc = calendar_file_read(&a, path, &days, &e);

	free(path);
	return rc;
}

Test(calendar_file, reads_a_table)
{
	cr_assert_eq(read("days.csv", "\xEF\xBB\xBF日期,性质\n2031-10-01,放假\n"), 0, "%s", e.text);
	cr_expect_eq(days.n, 1);
}

Test(calendar_file, reads_a_table_in_gb18030)
{
	/* 日期,性质,名称 / 2031-10-01,放假,国庆节 */
	cr_assert_eq(read("days.csv", "\xC8\xD5\xC6\xDA,\xD0\xD4\xD6\xCA,\xC3\xFB\xB3\xC6\r\n"
				      "2031-10-01,\xB7\xC5\xBC\xD9,\xB9\xFA\xC7\xEC\xBD\xDA\r\n"),
		     0, "%s", e.text);
	cr_assert_eq(days.n, 1);
	cr_expect_str_eq(days.at[0].name, "国庆节");
	cr_expect_eq(days.at[0].kind, DAY_HOLIDAY);
}

Test(calendar_file, reads_a_calendar)
{
	cr_assert_eq(read("days.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n"
				      "DTSTART;VALUE=DATE:20311001\r\nDTEND;VALUE=DATE:20311003\r\n"
				      "SUMMARY:秋假 休\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
		     0, "%s", e.text);
	cr_assert_eq(days.n, 2);
	cr_expect_eq(days.at[1].date.d, 2);
}

Test(calendar_file, says_what_is_wrong_with_which_file)
{
	cr_expect_eq(read("days.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"), -1);
	cr_expect_not_null(strstr(e.text, "days.ics: "), "%s", e.text);
	cr_expect_eq(read("days.pdf", "%PDF-1.4 none"), -1);
	cr_expect_not_null(strstr(e.text, "CSV"), "%s", e.text);
	cr_expect_eq(calendar_file_read(&a, "/nowhere/days.csv", &days, &e), -1);
	cr_expect_eq(e.code, ERR_NOT_FOUND);
}
