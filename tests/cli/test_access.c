/* Refusals and exports are told, whoever they are of; both chains are proved by `log verify`. */
#include "core/mem.h"
#include "tests/cli/desk.h"
#include "tests/support/file_check.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct desk d;

static void open_desk(void)
{
	desk_open(&d);
}
static void close_desk(void)
{
	desk_close(&d);
}
TestSuite(access, .init = open_desk, .fini = close_desk);

#define HAS(text, part)                                                                            \
	cr_expect(strstr((text), (part)) != NULL, "no \"%s\" in:\n%s", (part), (text))
#define LACKS(text, part)                                                                          \
	cr_expect(strstr((text), (part)) == NULL, "\"%s\" in:\n%s", (part), (text))

static const char *told(void)
{
	return desk_must(&d, "access", "list", NULL);
}

Test(access, a_refused_verb_is_told_without_what_was_typed)
{
	cr_expect_eq(desk_say(&d, "plan", "close", "yx2021", "--reason", "我不想报了", "--as",
			      "shuiwu", NULL),
		     4);
	HAS(told(), "shuiwu");
	HAS(d.r.out, "was refused");
	HAS(d.r.out, "plan close yx2021");
	LACKS(d.r.out, "我不想报了");
	LACKS(desk_must(&d, "access", "list", "--login", "jiaoyu", NULL), "shuiwu");
}

Test(access, a_login_that_is_nobodys_is_told)
{
	cr_expect_neq(desk_say(&d, "list", "--as", "mallory", NULL), 0);
	HAS(told(), "mallory");
	HAS(d.r.out, "list");
}

Test(access, what_is_taken_out_is_told_and_what_is_looked_at_is_not)
{
	desk_must(&d, "list", NULL);
	desk_must(&d, "list", "--format", "table", NULL);
	HAS(told(), "nothing of that is told");
	desk_must(&d, "list", "--format", "json", "--as", "jiaoyu", NULL);
	desk_must(&d, "print", "--unit", "区水务局", NULL);
	HAS(told(), "list --format json");
	HAS(d.r.out, "print --unit 区水务局");
	HAS(d.r.out, "took out");
	cr_expect_neq(desk_say(&d, "print", "--unit", "区科协", "--indicators", NULL), 0);
	LACKS(told(), "indicators");
}

/* Whatever the server's clock says. */
Test(access, a_wrong_clock_deletes_nothing)
{
	const char *env[] = {d.env[0], "DUBAN_NOW=2031-01-01", NULL};

	for (int i = 0; i < 12; i++)
		desk_must(&d, "list", "--format", "tsv", NULL);
	for (int i = 0; i < 3; i++) {
		run_free(&d.r);
		run_words(&d.r, &(struct run_how){.env = env}, "list", "--format", "tsv", "--db",
			  d.db, NULL);
		cr_assert_eq(d.r.status, 0, "%s", d.r.err);
	}
	HAS(desk_must(&d, "log", "verify", NULL), "access is whole: 15 rows\n");
	HAS(d.r.out, "it reaches back to 2021-11-21");
	desk_must(&d, "list", "--format", "tsv", NULL);
	HAS(desk_must(&d, "log", "verify", NULL), "access is whole: 16 rows\n");
}

Test(access, others_rows_are_for_those_who_may)
{
	desk_must(&d, "list", "--format", "json", "--as", "jiaoyu", NULL);
	LACKS(desk_must(&d, "access", "list", "--as", "shuiwu", NULL), "jiaoyu");
	cr_expect_eq(desk_say(&d, "access", "list", "--login", "jiaoyu", "--as", "shuiwu", NULL),
		     4);
	HAS(desk_must(&d, "access", "list", "--as", "jiaoyu", "--format", "tsv", NULL), "export");
}

Test(access, is_proved_with_the_log)
{
	LACKS(desk_must(&d, "log", "verify", NULL), "reaches back");
	desk_must(&d, "list", "--format", "json", NULL);
	HAS(desk_must(&d, "log", "verify", NULL), "the log is whole");
	HAS(d.r.out, "access is whole: 1 row\n");
}

/* With another program, behind the back of duban. */
static void expect_named(const char *how, const char *row)
{
	char *sql = xasprintf("DROP TRIGGER log_keeps; DROP TRIGGER log_stays; "
			      "DROP TRIGGER access_keeps; %s",
			      how);

	file_alter(d.db, sql);
	cr_expect_eq(desk_say(&d, "log", "verify", NULL), 9);
	HAS(d.r.err, row);
	HAS(d.r.err, "was changed by another hand; `duban check` looks at the rest");
	cr_expect_str_eq(d.r.out, "");
	cr_expect_eq(desk_say(&d, "check", NULL), 9);
	HAS(d.r.out, row);
	free(sql);
}

Test(access, a_row_of_the_log_that_another_program_altered_is_named)
{
	expect_named("UPDATE log SET person = '王立' WHERE id = 4", "row 4 of the log (");
}

Test(access, a_row_of_the_log_that_another_program_took_out_is_named)
{
	expect_named("DELETE FROM log WHERE id = 3", "row 3 of the log is missing");
}

Test(access, a_row_about_access_that_another_program_altered_is_named)
{
	for (int i = 0; i < 3; i++)
		desk_must(&d, "list", "--format", "json", NULL);
	expect_named("UPDATE access SET object = 'list' WHERE id = 2",
		     "row 2 of what is told of access");
}

/* Nothing in the chains: the pages alone are told. */
Test(access, what_another_program_wrote_elsewhere_leaves_the_chains_whole)
{
	file_alter(d.db, "UPDATE person SET phone = '8765' WHERE login = 'jiaoyu'");
	cr_expect_eq(desk_say(&d, "log", "verify", NULL), 9);
	HAS(d.r.err, "is not what duban has written");
	LACKS(d.r.err, "another hand");
}

Test(access, a_printed_document_ends_in_what_proves_the_log)
{
	const char *line = strstr(desk_must(&d, "print", "--unit", "区水务局", NULL), "Log row ");

	cr_assert_not_null(line, "%s", d.r.out);
	char *stamp = strndup(line, strcspn(line, "\n")), row[24] = "";
	cr_assert_eq(sscanf(stamp, "Log row %23[0-9]", row), 1, "%s", stamp);
	desk_must(&d, "unit", "add", "区档案馆", NULL);
	LACKS(desk_must(&d, "log", "verify", NULL), stamp);
	HAS(desk_must(&d, "log", "verify", row, NULL), stamp);
	cr_expect_eq(desk_say(&d, "log", "verify", "100000", NULL), 3);
	HAS(d.r.err, "the log has no row 100000");
	free(stamp);
}

/* How many rows a list has in all; the call itself takes it out, which is one more thing told. */
static int count_rows(const char *verb, const char *sub)
{
	int n = -1; /* the titles */

	desk_must(&d, verb, sub, "--limit", "1000", "--format", "tsv", NULL);
	for (const char *s = d.r.out; (s = strchr(s, '\n')); s++)
		n++;
	return n;
}

static void check_limit(const char *verb, const char *sub)
{
	static const char more[] = "--limit N shows more";
	static const char *const formats[] = {"tsv", "csv", "json"};
	char all[16];

	HAS(desk_must(&d, verb, sub, "--limit", "1", NULL), more);
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
		LACKS(desk_must(&d, verb, sub, "--limit", "1", "--format", formats[i], NULL), more);
	snprintf(all, sizeof all, "%d", count_rows(verb, sub) + 1);
	LACKS(desk_must(&d, verb, sub, "--limit", all, NULL), more);
	HAS(desk_must(&d, "help", verb, sub, NULL), "50 when not given");
}

Test(access, a_list_that_stops_says_so_to_people)
{
	for (int i = 0; i < 3; i++)
		desk_must(&d, "list", "--format", "tsv", NULL);
	check_limit("access", "list");
	check_limit("log", "--language=en");
}
