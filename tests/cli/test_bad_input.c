/* What a person gets wrong: a sentence that says so, its exit status, and nothing changed. */
#include "tests/cli/desk.h"
#include "tests/support/file_check.h"

#include "core/mem.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct desk d;

static void open_desk(void)
{
	desk_open(&d);
}
static void close_desk(void)
{
	desk_close(&d);
}
TestSuite(bad_input, .init = open_desk, .fini = close_desk);

/* A sentence: of the program, of one line, without a full stop. */
static void expect_sentence(const char *part)
{
	const char *err = d.r.err;

	cr_expect_eq(strncmp(err, "duban: ", 7), 0, "%s", err);
	cr_expect_eq(strchr(err, '\n'), err + strlen(err) - 1, "%s", err);
	cr_expect(strstr(err, part) != NULL, "no \"%s\" in: %s", part, err);
	cr_expect_str_empty(d.r.out);
}

/* Words, exit status, part of the sentence. */
struct refusal {
	const char *words[14];
	int status;
	const char *part;
};

static const struct refusal refusals[] = {
	{{"import", "nowhere.txt", "--yes"}, 3, "no such file"},
	{{"import", "/tmp", "--yes"}, 2, "is a directory"},
	{{"import", "/dev/null", "--yes"}, 9, "/dev/null"},
	{{"show", "wl2021/1"}, 3, "wl2021"},
	{{"show", "yx2021/99"}, 3, "99"},
	{{"list", "--plan", "nothere"}, 3, "nothere"},
	{{"list", "--unit", "区教育厅"}, 3, "区教育厅"},
	{{"list", "--as", "nobody-at-all"}, 3, "nobody-at-all"},
	{{"list", "--role", "boss"}, 2, "lead, coop (cooperating), shared"},
	{{"list", "--rol", "lead"}, 2, "--role"},
	{{"lisst"}, 2, "did you mean \"list\"?"},
	{{"unit", "mege", "a", "b"}, 2, "did you mean \"merge\"?"},
	{{"unit"}, 2, "second word"},
	{{"show"}, 2, "CODE/NO is missing"},
	{{"show", "1", "2"}, 2, "\"2\" is too much"},
	{{"assign", "1", "区教育局"}, 2, "--role ROLE is missing"},
	{{"list", "--plan"}, 2, "--plan needs a value"},
	{{"log", "--limit", "many"}, 2, "--limit: \"many\""},
	{{"report", "2", "--as", "jiaoyu", "--percent", "101", "--done", "x"}, 2, "--percent: "},
	{{"report", "2", "--as", "jiaoyu", "--percent", "-1", "--done", "x"}, 2, "--percent: "},
	{{"report", "2", "--as", "jiaoyu", "--percent", "abc", "--done", "x"}, 2, "--percent: "},
	{{"report", "2", "--as", "jiaoyu", "--percent", "5", "--submit"}, 2, "--done: "},
	{{"report", "2", "--as", "jiaoyu", "--percent", "5", "--done", "x", "--period", "2031Q9"},
	 2,
	 "2031Q9"},
	{{"report", "2", "--as", "jiaoyu", "--percent", "5", "--done", "x", "--period", "2020Q1"},
	 3,
	 "2020Q1"},
	{{"report", "1", "--as", "jiaoyu", "--percent", "5", "--done", "x", "--volume", "9=1"},
	 3,
	 "volume 9"},
	{{"report", "1", "--as", "jiaoyu", "--percent", "5", "--done", "x", "--volume", "1=viel"},
	 2,
	 "viel"},
	{{"report", "3", "--as", "jiaoyu", "--percent", "5", "--done", "x"},
	 4,
	 "3 is no task of 区教育局; its tasks are: yx2021/1"},
	{{"report", "3", "--as", "jiaoyu", "--unit", "区水务局", "--percent", "5", "--done", "x"},
	 4,
	 "of 区水务局"},
	{{"review", "2", "--unit", "区教育局"}, 2, "--accept"},
	{{"review", "2", "--unit", "区教育局", "--accept"}, 3, "区教育局"},
	{{"milestone", "add", "2", "x", "--due", "2021-02-30"}, 2, "--due: "},
	{{"milestone", "add", "2", "x", "--due", "soon"}, 2, "--due: "},
	{{"milestone", "done", "77"}, 3, "77"},
	{{"milestone", "done", "first"}, 2, "first"},
	{{"evidence", "add", "2", "--kind", "rumour"}, 2, "document"},
	{{"period", "add", "2021Q7"}, 2, "2021Q7"},
	{{"period", "add", "2021Q4"}, 5, "2021Q4"},
	{{"period", "add", "2020Q1"}, 5, "--closes"},
	{{"person", "post", "jiaoyu", "king"}, 2, "king"},
	{{"print", "--unit", "区水务局", "--all"}, 2, "exclude each other"},
	{{"print", "--unit", "区水务局", "--width", "7"}, 2, "--width: "},
	{{"print", "--unit", "区水务局", "--output", "/nonexistent/x"}, 8, "/nonexistent/x"},
	{{"help", "lisst"}, 2, "lisst"},
	{{"--language", "xx", "list"}, 2, "--language: "},
	{{"report", "2", "--done", "broken \xff"}, 9, "byte"},
	{{}, 10, "needs a terminal"},
};

Test(bad_input, is_refused_with_a_sentence)
{
	char *before = desk_dump(&d), *after;

	for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
		const struct refusal *r = &refusals[i];

		run_free(&d.r);
		run_argv(&d.r, &(struct run_how){.env = d.env}, r->words);
		cr_expect_eq(d.r.status, r->status, "%s %s: status %d, not %d: %s",
			     r->words[0] ? r->words[0] : "", r->words[0] ? r->words[1] : "",
			     d.r.status, r->status, d.r.err);
		expect_sentence(r->part);
	}
	after = desk_dump(&d);
	cr_expect_str_eq(before, after);
	free(before);
	free(after);
}

/* Imports a file with these bytes. */
static int import_bytes(const char *bytes, size_t nbytes)
{
	char *path = tmp_write(&d.tmp, "bad.txt", bytes, nbytes);
	int status = desk_say(&d, "import", path, "--yes", NULL);

	free(path);
	return status;
}

Test(bad_input, files_that_are_no_plan)
{
	static const char broken[] = "一、任务\n1.护眼行动。\xc3(责任单位:区教育局)\n";
	char *before = desk_dump(&d), *after;
	char *long_line = xmalloc(10 << 20);

	cr_expect_eq(import_bytes("", 0), 9);
	expect_sentence("empty");
	cr_expect_eq(import_bytes("ELF\0\1\2", 6), 9);
	expect_sentence("bad.txt");
	cr_expect_eq(import_bytes("今天天气很好。\n", strlen("今天天气很好。\n")), 9);
	expect_sentence("bad.txt");
	cr_expect_eq(import_bytes(broken, sizeof broken - 1), 9);
	expect_sentence("byte");
	memset(long_line, 'x', 10 << 20);
	cr_expect_eq(import_bytes(long_line, 10 << 20), 9);
	expect_sentence("bad.txt");
	after = desk_dump(&d);
	cr_expect_str_eq(before, after);
	free(long_line);
	free(before);
	free(after);
}

Test(bad_input, one_bad_file_stores_none)
{
	char *good =
		tmp_puts(&d.tmp, "good.txt",
			 "健康青田2022年工作要点\n\n1.绿道行动。修建绿道。(责任单位:区水务局)\n");
	char *before = desk_dump(&d), *after;

	cr_expect_eq(desk_say(&d, "import", good, "nowhere.txt", "--yes", NULL), 3);
	after = desk_dump(&d);
	cr_expect_str_eq(before, after);
	desk_must(&d, "import", good, "--yes", NULL);
	free(good);
	free(before);
	free(after);
}

Test(bad_input, a_file_name_does_not_reach_the_terminal_raw)
{
	cr_expect_eq(desk_say(&d, "import", "no\x1b[31m\xff.txt", "--yes", NULL), 3);
	cr_expect_null(strchr(d.r.err, '\x1b'));
	cr_expect_null(strchr(d.r.err, '\xff'));
	expect_sentence("no such file");
}

Test(bad_input, import_is_not_silent)
{
	cr_expect_eq(desk_say(&d, "import", d.plan, "--yes", NULL), 5);
	cr_expect(strstr(d.r.err, "yx2021") != NULL, "%s", d.r.err);
	cr_expect_eq(desk_say(&d, "import", d.plan, NULL), 2);
	cr_expect(strstr(d.r.err, "--yes") != NULL, "%s", d.r.err);
}

Test(bad_input, a_closed_period_takes_nothing)
{
	desk_must(&d, "period", "close", "2021Q4", NULL);
	cr_expect_eq(desk_say(&d, "report", "2", "--as", "jiaoyu", "--period", "2021Q4",
			      "--percent", "5", "--done", "x", NULL),
		     5);
	expect_sentence("2021Q4");
}

/* Databases that are none. */
static int list_with(const char *db)
{
	return desk_say(&d, "--db", db, "list", NULL);
}

Test(bad_input, databases_that_cannot_be_used)
{
	char *text = tmp_puts(&d.tmp, "text.db", "this is a text and no database at all, is it?\n");

	cr_expect_eq(list_with("/nonexistent/duban.db"), 3);
	expect_sentence("/nonexistent");
	cr_expect_eq(list_with(d.tmp.dir), 9);
	expect_sentence(d.tmp.dir);
	cr_expect_eq(list_with(text), 9);
	expect_sentence(text);
	cr_expect_eq(desk_say(&d, "init", NULL), 5);
	expect_sentence(d.db);
	d.env[0] = "DUBAN_DB";
	cr_expect_eq(desk_say(&d, "list", NULL), 2);
	expect_sentence("--db FILE");
	free(text);
}

static void run_sql(const char *sql)
{
	sqlite3 *db = file_open(d.db);

	cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
	sqlite3_close(db);
}

Test(bad_input, a_newer_database)
{
	run_sql("PRAGMA user_version = 9000");
	cr_expect_eq(desk_say(&d, "list", NULL), 9);
	expect_sentence("newer");
}

Test(bad_input, root_hears_whose_the_file_is)
{
	if (geteuid() != 0)
		cr_skip_test("only root can give a file away");
	cr_assert_eq(chown(d.db, 65534, 65534), 0);
	run_sql("UPDATE person SET login = 'other' WHERE login = 'root'");
	cr_expect_eq(desk_say(&d, "list", NULL), 3);
	expect_sentence("runuser -u nobody -- duban");
}

Test(bad_input, as_is_for_the_owner_of_the_file)
{
	if (geteuid() != 0)
		cr_skip_test("only root can give a file away");
	cr_assert_eq(chown(d.db, 65534, 65534), 0);
	cr_expect_eq(desk_say(&d, "list", "--as", "jiaoyu", NULL), 4);
	expect_sentence("only the owner");
}
