/* What verbs list, in the formats for programs: it parses, and says the same in each. */
#include "tests/cli/desk.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static struct desk d;

static void open_desk(void)
{
	desk_open(&d);
	desk_must(&d, "milestone", "add", "2", "检测, \"照明\"", "--due", "2021-12-20", NULL);
	desk_must(&d, "evidence", "add", "2", "--kind", "note", "--title", "=1+1", "--note",
		  "第一行\n第二行\t末", "--as", "jiaoyu", NULL);
	desk_must(&d, "report", "2", "--as", "jiaoyu", "--percent", "5", "--done", "建档", NULL);
}
static void close_desk(void)
{
	desk_close(&d);
}
TestSuite(formats, .init = open_desk, .fini = close_desk);

static const char *const lists[][2] = {
	{"list", NULL},	       {"plan", "list"},     {"unit", "list"},
	{"person", "list"},    {"period", "list"},   {"log", NULL},
	{"milestone", "list"}, {"evidence", "list"}, {"config", NULL},
};
enum { NLISTS = sizeof lists / sizeof lists[0] };

static const char *list_in(int i, const char *format)
{
	if (lists[i][1])
		return desk_must(&d, lists[i][0], lists[i][1], "--format", format, NULL);
	return desk_must(&d, lists[i][0], "--format", format, NULL);
}

static size_t count(const char *s, size_t nbytes, char c)
{
	size_t n = 0;

	for (size_t i = 0; i < nbytes; i++)
		n += s[i] == c;
	return n;
}

/* Rows of a TSV without its header; every line has as many columns as the header. */
static size_t tsv_rows(const char *text, const char *name)
{
	size_t columns = count(text, strcspn(text, "\n"), '\t'), rows = 0;

	for (const char *s = text; *s; s += strcspn(s, "\n") + 1, rows++)
		cr_expect_eq(count(s, strcspn(s, "\n"), '\t'), columns, "%s: %s", name, s);
	return rows - 1;
}

Test(formats, json_and_tsv_have_the_same_rows)
{
	for (int i = 0; i < NLISTS; i++) {
		size_t rows = tsv_rows(list_in(i, "tsv"), lists[i][0]);
		char *header = strndup(d.r.out, strcspn(d.r.out, "\t\n"));
		json_error_t wrong;
		json_t *array;

		array = json_loads(list_in(i, "json"), JSON_REJECT_DUPLICATES, &wrong);
		cr_assert_not_null(array, "%s: line %d: %s\n%s", lists[i][0], wrong.line,
				   wrong.text, d.r.out);
		cr_expect_eq(json_array_size(array), rows, "%s", lists[i][0]);
		cr_expect(rows > 0, "%s lists nothing", lists[i][0]);
		cr_expect_not_null(json_object_get(json_array_get(array, 0), header), "%s", header);
		json_decref(array);
		free(header);
	}
}

Test(formats, csv_quotes_and_guards)
{
	const char *out = desk_must(&d, "milestone", "list", "--format", "csv", NULL);

	cr_expect_not_null(strstr(out, "\"检测, \"\"照明\"\"\""), "%s", out);
	cr_expect_not_null(strstr(out, "\r\n"));
	out = desk_must(&d, "evidence", "list", "--format", "csv", NULL);
	cr_expect_not_null(strstr(out, "'=1+1"), "%s", out);
	out = desk_must(&d, "evidence", "list", "--format", "tsv", NULL);
	cr_expect_not_null(strstr(out, "第一行\\n第二行\\t末"), "%s", out);
}

Test(formats, programs_get_words_whatever_the_language)
{
	char *english = strdup(desk_must(&d, "list", "--format", "json", NULL));

	cr_expect_str_eq(desk_must(&d, "list", "--format", "json", "--language", "zh_CN", NULL),
			 english);
	free(english);
}

Test(formats, plan_json_is_what_it_should_be)
{
	json_error_t wrong;
	json_t *plan = json_loads(
		desk_must(&d, "import", "--dry-run", "--format", "json", d.plan, NULL), 0, &wrong);
	json_t *action, *unit;

	cr_assert_not_null(plan, "%s", wrong.text);
	cr_expect_str_eq(json_string_value(json_object_get(plan, "file")), "yunxi.txt");
	cr_expect_str_eq(json_string_value(json_object_get(plan, "lead_rule")), "star");
	cr_expect_str_eq(json_string_value(json_object_get(plan, "date")), "2021-01-08");
	cr_assert_eq(json_array_size(json_object_get(plan, "actions")), 3);
	action = json_array_get(json_object_get(plan, "actions"), 1);
	cr_expect_str_eq(json_string_value(json_object_get(action, "no")), "2");
	unit = json_array_get(json_object_get(action, "units"), 0);
	cr_expect_str_eq(json_string_value(json_object_get(unit, "name")), "区教育局");
	cr_expect_str_eq(json_string_value(json_object_get(unit, "role")), "lead");
	json_decref(plan);
}

Test(formats, output_that_cannot_be_written_is_an_error)
{
	const char *words[] = {"-c", "\"$DUBAN\" list --format json >/dev/full", NULL};
	char *duban;

	duban = realpath(run_duban(), NULL);
	cr_assert_not_null(duban);
	cr_assert_eq(setenv("DUBAN", duban, 1), 0);
	run_free(&d.r);
	run_argv(&d.r, &(struct run_how){.program = "/bin/sh", .env = d.env}, words);
	cr_expect_eq(d.r.status, 8, "%d: %s", d.r.status, d.r.err);
	free(duban);
}
