/* Listings in four formats: exact bytes for programs, straight columns for people. */
#include "print/table.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static const struct table_column columns[] = {
	{"unit", "单位", COLUMN_TEXT},
	{"percent", "进度", COLUMN_NUMBER},
	{"due", "截止", COLUMN_DATE},
};

enum { NCOLUMNS = sizeof columns / sizeof columns[0] };

/* The caller frees it. */
static char *list(enum table_format format, int width_cols, const char *const (*rows)[NCOLUMNS],
		  int nrows)
{
	struct strbuf out = STRBUF_INIT;
	struct table_writer w = {.buf = &out,
				 .format = format,
				 .columns = columns,
				 .ncolumns = NCOLUMNS,
				 .width_cols = width_cols};
	struct err e = ERR_INIT;

	table_begin(&w);
	for (int i = 0; i < nrows; i++)
		table_row(&w, rows[i]);
	cr_assert_eq(table_end(&w, &e), 0, "%s", e.text);
	return strbuf_detach(&out);
}

static const char *const two_rows[][NCOLUMNS] = {
	{"区教育局", "45", "2025-11-15"},
	{"青田街道办事处", "", NULL},
};

struct format_case {
	enum table_format format;
	char expected[400];
};

ParameterizedTestParameters(table, writes_each_format)
{
	static struct format_case cases[] = {
		{TABLE_PEOPLE, "单位            进度  截止\n"
			       "──────────────  ────  ──────────\n"
			       "区教育局          45  2025-11-15\n"
			       "青田街道办事处\n"},
		{TABLE_TSV, "unit\tpercent\tdue\n"
			    "区教育局\t45\t2025-11-15\n"
			    "青田街道办事处\t\t\n"},
		{TABLE_CSV, "unit,percent,due\r\n"
			    "区教育局,45,2025-11-15\r\n"
			    "青田街道办事处,,\r\n"},
		{TABLE_JSON,
		 "[\n"
		 " {\"unit\": \"区教育局\", \"percent\": 45, \"due\": \"2025-11-15\"},\n"
		 " {\"unit\": \"青田街道办事处\", \"percent\": null, \"due\": \"\"}\n"
		 "]\n"},
	};

	return cr_make_param_array(struct format_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct format_case *c, table, writes_each_format)
{
	char *text = list(c->format, 0, two_rows, 2);

	cr_assert_str_eq(text, c->expected);
	free(text);
}

ParameterizedTestParameters(table, writes_a_list_of_nothing)
{
	static struct format_case cases[] = {
		{TABLE_PEOPLE, "单位  进度  截止\n────  ────  ────\n"},
		{TABLE_TSV, "unit\tpercent\tdue\n"},
		{TABLE_CSV, "unit,percent,due\r\n"},
		{TABLE_JSON, "[]\n"},
	};

	return cr_make_param_array(struct format_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct format_case *c, table, writes_a_list_of_nothing)
{
	char *text = list(c->format, 0, NULL, 0);

	cr_assert_str_eq(text, c->expected);
	free(text);
}

struct cell_case {
	char cell[48], csv[56], tsv[56];
};

ParameterizedTestParameters(table, quotes_and_defuses_cells)
{
	static struct cell_case cases[] = {
		{"a,b", "\"a,b\"", "a,b"},
		{"说“好”", "说“好”", "说“好”"},
		{"say \"ok\"", "\"say \"\"ok\"\"\"", "say \"ok\""},
		{"一\n二", "\"一\n二\"", "一\\n二"},
		{"一\t二", "一\t二", "一\\t二"},
		{"C:\\tmp", "C:\\tmp", "C:\\\\tmp"},
		{"=1+2", "\"'=1+2\"", "=1+2"},
		{"=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"", "=cmd|' /C calc'!A0"},
		{"+86 577", "\"'+86 577\"", "+86 577"},
		{"-见附件", "\"'-见附件\"", "-见附件"},
		{"@sum", "\"'@sum\"", "@sum"},
		{"\t=1", "\"'\t=1\"", "\\t=1"},
		{"-0.5", "-0.5", "-0.5"},
		{"", "", ""},
		{" a ", " a ", " a "},
		{"区教\x1b]0;hack\x07局", "区教局", "区教局"},
		{"区教\x1b[31m局\x1b[0m", "区教局", "区教局"},
		{"\x1b[0m=1+2", "\"'=1+2\"", "=1+2"},
	};

	return cr_make_param_array(struct cell_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct cell_case *c, table, quotes_and_defuses_cells)
{
	const char *const rows[][NCOLUMNS] = {{c->cell, "", ""}};
	char *csv = list(TABLE_CSV, 0, rows, 1), *tsv = list(TABLE_TSV, 0, rows, 1);
	char csv_expected[128], tsv_expected[128];

	snprintf(csv_expected, sizeof csv_expected, "unit,percent,due\r\n%s,,\r\n", c->csv);
	snprintf(tsv_expected, sizeof tsv_expected, "unit\tpercent\tdue\n%s\t\t\n", c->tsv);
	cr_assert_str_eq(csv, csv_expected);
	cr_assert_str_eq(tsv, tsv_expected);
	free(csv);
	free(tsv);
}

struct json_case {
	char cell[40], read[40];
};

ParameterizedTestParameters(table, writes_strings_that_json_reads_back)
{
	static struct json_case cases[] = {
		{"say \"ok\"", "say \"ok\""},
		{"C:\\tmp", "C:\\tmp"},
		{"一\n二\t三", "一\n二\t三"},
		{"\x01\x1f\x7f", "\x01\x1f\x7f"},
		{"</script>", "</script>"},
		{"👍\u2028", "👍\u2028"},
		{"", ""},
		{"坏\xff字", "坏\uFFFD字"},
	};

	return cr_make_param_array(struct json_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct json_case *c, table, writes_strings_that_json_reads_back)
{
	const char *const rows[][NCOLUMNS] = {{c->cell, "1", ""}};
	char *text = list(TABLE_JSON, 0, rows, 1);
	json_error_t error;
	json_t *root = json_loads(text, 0, &error);

	cr_assert_not_null(root, "%s in %s", error.text, text);
	cr_assert_str_eq(json_string_value(json_object_get(json_array_get(root, 0), "unit")),
			 c->read);
	json_decref(root);
	free(text);
}

struct figure_case {
	char cell[24], written[32];
};

ParameterizedTestParameters(table, keeps_figures_as_printed)
{
	static struct figure_case cases[] = {
		{"38.00", "38.00"}, {"-0.5", "-0.5"},	  {"0", "0"},	      {"007", "7"},
		{"", "null"},	    {"约45", "\"约45\""}, {"1e9", "\"1e9\""}, {"45%", "\"45%\""},
	};

	return cr_make_param_array(struct figure_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct figure_case *c, table, keeps_figures_as_printed)
{
	const char *const rows[][NCOLUMNS] = {{"", c->cell, ""}};
	char *text = list(TABLE_JSON, 0, rows, 1), expected[64];

	snprintf(expected, sizeof expected, "\"percent\": %s,", c->written);
	cr_assert_not_null(strstr(text, expected), "%s in %s", expected, text);
	free(text);
}

Test(table, wraps_into_the_width_of_a_terminal)
{
	static const char *const rows[][NCOLUMNS] = {
		{"云溪区爱国卫生运动委员会办公室（区卫生健康局）", "45", "2025-11-15"}};
	char *text = list(TABLE_PEOPLE, 40, rows, 1);

	cr_assert_str_eq(text, "单位                    进度  截止\n"
			       "──────────────────────  ────  ──────────\n"
			       "云溪区爱国卫生运动委员    45  2025-11-15\n"
			       "会办公室（区卫生健康\n"
			       "局）\n");
	free(text);
}

Test(table, sends_no_control_characters_to_people)
{
	static const char *const rows[][NCOLUMNS] = {
		{"红\x1b[31m\n色\x9b", "1\x07", "\x1b]0;x\x07"}};
	char *text = list(TABLE_PEOPLE, 0, rows, 1);

	for (const char *p = text; *p; p++)
		cr_assert(*p == '\n' || (unsigned char)*p >= 0x20, "byte 0x%02x",
			  (unsigned char)*p);
	cr_assert_not_null(strstr(text, "红 色"), "%s", text);
	free(text);
}

Test(table, names_its_formats)
{
	for (int i = 0; i < TABLE_FORMAT_COUNT; i++) {
		enum table_format f = TABLE_FORMAT_COUNT;
		cr_assert(table_format_parse(table_format_word((enum table_format)i), &f));
		cr_assert_eq((int)f, i);
	}
	enum table_format f = TABLE_CSV;
	cr_assert_not(table_format_parse("xml", &f));
	cr_assert_eq(f, TABLE_CSV);
}

static int write_many(FILE *file, struct err *e)
{
	struct table_writer w = {
		.file = file, .format = TABLE_TSV, .columns = columns, .ncolumns = NCOLUMNS};

	table_begin(&w);
	for (int i = 0; i < 10000; i++)
		table_row(&w, two_rows[0]);
	return table_end(&w, e);
}

Test(table, writes_to_a_file_as_rows_come)
{
	struct err e = ERR_INIT;
	FILE *f = tmpfile();

	cr_assert_not_null(f);
	cr_assert_eq(write_many(f, &e), 0, "%s", e.text);
	cr_assert_eq(ftell(f), (long)strlen("unit\tpercent\tdue\n") +
				       10000 * (long)strlen("区教育局\t45\t2025-11-15\n"));
	fclose(f);
}

Test(table, says_when_the_disk_is_full)
{
	struct err e = ERR_INIT;
	FILE *full = fopen("/dev/full", "w");

	cr_assert_not_null(full);
	cr_assert_eq(write_many(full, &e), -1);
	cr_assert_eq(e.code, ERR_IO);
	cr_assert_not_null(strstr(e.text, "No space left"), "%s", e.text);
	fclose(full);
}
