/* Days of the calendar as offices keep them in tables, and runs of days. */
#include "core/rule/calendar_text.h"

#include <criterion/criterion.h>
#include <string.h>

static struct arena a;
static struct err e;
static struct calendar_day_rows days;

static void setup(void)
{
	e = (struct err)ERR_INIT;
}

static void teardown(void)
{
	arena_free(&a);
}

TestSuite(calendar_text, .init = setup, .fini = teardown);

static int read(const char *text)
{
	return calendar_text_read(&a, text, strlen(text), &days, &e);
}

/* "2031-10-01 holiday 秋假" of the i-th day. */
static const char *day_text(size_t i)
{
	char date[DATE_TEXT];

	return arena_printf(&a, "%s %s %s", date_format(days.at[i].date, date),
			    day_kind_word(days.at[i].kind), days.at[i].name);
}

Test(calendar_text, reads_days_and_runs_of_days)
{
	cr_assert_eq(read("date,last,kind,name\n"
			  "2031-10-01,2031-10-03,holiday,秋假\n"
			  "\n# worked instead\n"
			  "2031-09-28,worked\n"),
		     0, "%s", e.text);
	cr_assert_eq(days.n, 4);
	cr_expect_str_eq(day_text(0), "2031-09-28 worked ");
	cr_expect_str_eq(day_text(1), "2031-10-01 holiday 秋假");
	cr_expect_str_eq(day_text(3), "2031-10-03 holiday 秋假");
}

Test(calendar_text, takes_what_people_write)
{
	static const char *const lines[] = {
		"2031年10月1日,休,秋假",
		"２０３１-10-1；放假；秋假\r\n",
		"| 2031/10/1 | 节假日 | 秋假 |",
		"\"2031-10-01\";\"秋假\";\"holiday\"",
		"日期\t性质\t名称\n20311001\t假期\t秋假\n",
	};

	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		cr_assert_eq(read(lines[i]), 0, "%s: %s", lines[i], e.text);
		cr_assert_eq(days.n, 1, "%s", lines[i]);
		cr_expect_str_eq(day_text(0), "2031-10-01 holiday 秋假");
	}
	cr_assert_eq(read("2031.9.28,调休上班"), 0);
	cr_expect_str_eq(day_text(0), "2031-09-28 worked ");
}

Test(calendar_text, a_name_in_quotes_may_have_commas)
{
	cr_assert_eq(read("2031-10-01,holiday,\"秋假,第一天\"\n"), 0, "%s", e.text);
	cr_expect_str_eq(days.at[0].name, "秋假,第一天");
}

Test(calendar_text, the_later_line_counts)
{
	cr_assert_eq(read("2031-10-01,2031-10-03,holiday,秋假\n2031-10-02,worked\n"), 0);
	cr_assert_eq(days.n, 3);
	cr_expect_str_eq(day_text(1), "2031-10-02 worked ");
	cr_expect_eq(days.at[1].version, 0);
}

Test(calendar_text, what_is_wrong_names_the_line)
{
	static const struct {
		const char *text, *part;
	} cases[] = {
		{"2031-10-01,holiday\n2031-10-32,holiday\n", "line 2: "},
		{"2031-10-01\n", "holiday or worked"},
		{"2031-10-01,perhaps\n", "line 1: "},
		{"2031-10-03,2031-10-01,holiday\n", "before the first"},
		{"2031-10-01,2032-10-01,holiday\n", "no holiday is longer"},
		{"2031-10-01,holiday\nsome words\n", "line 2: "},
		{"2031-10-01,holiday,\xFF\n", "line 1: "},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		cr_expect_eq(read(cases[i].text), -1, "%s", cases[i].text);
		cr_expect_not_null(strstr(e.text, cases[i].part), "%s", e.text);
	}
}

Test(calendar_text, a_file_without_days_says_how_a_line_reads)
{
	cr_expect_eq(read(""), -1);
	cr_expect_eq(e.code, ERR_NOT_FOUND);
	cr_expect_eq(read("date,kind\n"), -1);
	cr_expect_not_null(strstr(e.text, "2026-10-01,2026-10-07,holiday"));
}
