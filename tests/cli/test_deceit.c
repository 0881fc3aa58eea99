/*
 * Texts made to deceive, on the way in through every kind of verb that takes text, and put into the
 * file behind the program's back: what comes out, in each format and as print, tells a terminal
 * nothing, turns no line around and is no formula to a spreadsheet.
 */
#include "cli/verbs.h"
#include "core/mem.h"
#include "core/text/utf8.h"
#include "tests/cli/desk.h"

#include <criterion/criterion.h>
#include <pwd.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ESCAPES                                                                                    \
	"\x1b[2J\x1b]0;title\x07\x1b(0\xc2\x9b"                                                    \
	"31m\x08\x7f"
#define BIDI "\u202e\u2066\u200f\u061c\u2069\u200b\ufeff"

static const char *const texts[] = {
	"甲" ESCAPES "乙",
	"甲" BIDI "乙",
	"=HYPERLINK(\"http://x\",\"甲\")",
	"+1+cmd|' /C calc'!A0",
	"-2+3+cmd|' /C calc'!A0",
	"@SUM(A1)",
	"\t=1+1",
	"\r=1+1",
};

static struct desk d;

static void open_desk(void)
{
	desk_open(&d);
}
static void close_desk(void)
{
	desk_close(&d);
}
TestSuite(deceit, .init = open_desk, .fini = close_desk);

static bool is_bidi(uint32_t cp)
{
	return cp == 0x61C || cp == 0x200E || cp == 0x200F || (cp >= 0x202A && cp <= 0x202E) ||
	       (cp >= 0x2066 && cp <= 0x2069);
}

/* Whatever is printed: lines, pages and, where cells stand apart by them, tabs. */
static void check_characters(const char *what, const char *out)
{
	const char *end = out + strlen(out);

	for (const char *s = out; s < end;) {
		uint32_t cp;
		s += utf8_decode(s, end, &cp);
		cr_assert(cp >= 0x20 || cp == '\n' || cp == '\t' || cp == '\r' || cp == '\f',
			  "%s: control character %02X in:\n%s", what, cp, out);
		cr_assert(cp < 0x80 || cp > 0x9F, "%s: control character %02X", what, cp);
		cr_assert(!is_bidi(cp), "%s: U+%04X in:\n%s", what, cp, out);
	}
}

/* A spreadsheet computes what begins so; a figure it shows. */
static bool is_formula(const char *cell)
{
	size_t figure = strspn(cell + 1, "0123456789.");

	if (*cell == '-' || *cell == '+')
		return !figure || !strchr(",\"\r", cell[1 + figure]);
	return *cell && strchr("=@\t", *cell);
}

/* A cell begins after a comma or a line end outside of quotation marks, and with its own mark. */
static void check_cells(const char *what, const char *csv)
{
	bool quoted = false, begins = true;

	for (const char *s = csv; *s; s++) {
		bool opens = begins && *s == '"';

		cr_assert(!begins || !is_formula(opens ? s + 1 : s), "%s: formula at %.30s", what,
			  s);
		if (*s == '"')
			quoted = !quoted;
		begins = !quoted && (*s == ',' || *s == '\n');
	}
}

enum { WORDS_MAX = 12 };

/* Every verb that lists, so that it does. */
static const char *const lists[][WORDS_MAX] = {
	{"list"},
	{"find", "行动"},
	{"report", "editions", "2", "--unit=区教育局"},
	{"report", "parts", "2"},
	{"review", "list"},
	{"receive", "list"},
	{"request", "list"},
	{"milestone", "list"},
	{"evidence", "list"},
	{"case", "list"},
	{"notice", "list"},
	{"notice", "show", "1"},
	{"remind", "--dry-run"},
	{"import", "deceit.txt", "--dry-run"},
	{"plan", "list"},
	{"plan", "editions", "yx2021"},
	{"policy", "list"},
	{"calendar", "list"},
	{"calendar", "import", "deceit.csv", "--dry-run"},
	{"period", "list"},
	{"period", "exceptions"},
	{"burden"},
	{"unit", "list"},
	{"person", "list"},
	{"person", "handover", "jiaoyu", "shuiwu", "--dry-run"},
	{"key", "list", "jiaoyu"},
	{"log"},
	{"access", "list"},
	{"doctor"},
	{"config"},
};
enum { NLISTS = sizeof lists / sizeof lists[0] };

static bool is_listed(const struct verb *v)
{
	for (size_t i = 0; i < NLISTS; i++)
		if (strcmp(lists[i][0], v->name) == 0 &&
		    (!*v->sub || (lists[i][1] && strcmp(lists[i][1], v->sub) == 0)))
			return true;
	return false;
}

Test(deceit, every_verb_that_lists_is_here)
{
	for (int i = 0; i < nverbs; i++)
		if (verbs[i].flags & VERB_LISTS)
			cr_expect(is_listed(&verbs[i]), "%s %s is not tried", verbs[i].name,
				  verbs[i].sub);
}

/* Each '*' in the words becomes the text. */
static int say(const char *const *words, const char *text, const char *more)
{
	struct arena a = ARENA_INIT;
	const char *argv[WORDS_MAX + 2];
	size_t n = 0;

	for (; words[n]; n++) {
		const char *star = strchr(words[n], '*');

		argv[n] = words[n];
		if (star)
			argv[n] =
				arena_printf(&a, "%.*s%s", (int)(star - words[n]), words[n], text);
	}
	argv[n++] = more;
	argv[n] = NULL;
	run_free(&d.r);
	run_argv(&d.r, &(struct run_how){.env = d.env, .dir = d.tmp.dir}, argv);
	arena_free(&a);
	return d.r.status;
}

static void check_list(const char *const *words)
{
	static const char *const formats[] = {"table", "csv", "tsv", "json"};

	for (size_t f = 0; f < sizeof formats / sizeof formats[0]; f++) {
		char *format = xasprintf("--format=%s", formats[f]);
		int status = say(words, "", format);

		/* doctor says by its status what it has found */
		cr_assert(status == 0 || strcmp(words[0], "doctor") == 0, "%s %s: %s", words[0],
			  format, d.r.err);
		check_characters(words[0], d.r.out);
		check_characters(words[0], d.r.err);
		if (strcmp(formats[f], "csv") == 0)
			check_cells(words[0], d.r.out);
		free(format);
	}
}

static void check_everything(void)
{
	for (size_t i = 0; i < NLISTS; i++)
		check_list(lists[i]);
	check_characters("overview", desk_must(&d, "overview", NULL));
	check_characters("show", desk_must(&d, "show", "2", NULL));
	check_characters("print", desk_must(&d, "print", "--all", NULL));
	check_characters("evidence show", desk_must(&d, "evidence", "show", "1", NULL));
}

/* The documents that two of the lists are read from. */
static void write_documents(const char *text)
{
	char *plan = xasprintf("方案\n\n1.%s行动。建设步道%s。(责任单位:★区体育局%s)\n", text, text,
			       text);
	char *days = xasprintf("日期,类型,名称\n2021-12-24,休,%s\n", text);

	free(tmp_puts(&d.tmp, "deceit.txt", plan));
	free(tmp_puts(&d.tmp, "deceit.csv", days));
	free(plan);
	free(days);
}

#define OF "--unit=区教育局"
#define AS "jiaoyu"

/* All that is entered as words; the text is never taken for an option. */
static const char *const entries[][WORDS_MAX] = {
	{"unit", "add", "--", "*"},
	{"person", "add", "--phone=*", "--", "xin", "*"},
	{"milestone", "add", "--due=2021-12-01", OF, "--", "2", "*"},
	{"evidence", "add", "2", "--kind=note", "--title=*", OF},
	{"case", "add", "--text=*", OF, "--", "2", "*"},
	{"report", "2", "--percent=20", "--done=*", "--problems=*", "--next=*", OF},
	{"request", "contest", "2", "--about=role", "--reason=*", OF},
	{"calendar", "add", "2021-12-25", "--name=*"},
	{"period", "allow", "2021Q4", "区水务局", "--until=2022-03-31", "--reason=*"},
	{"notice", "instruct", "--unit=区科协", "--", "2", "*"},
};
enum { NENTRIES = sizeof entries / sizeof entries[0] };

/* A verb may refuse such a text; then its sentence says so to a terminal too. */
static void enter_all(int taken[NENTRIES], const char *text)
{
	for (size_t i = 0; i < NENTRIES; i++) {
		taken[i] += say(entries[i], text, NULL) == 0;
		check_characters(entries[i][0], d.r.out);
		check_characters(entries[i][0], d.r.err);
	}
}

/* Something of each kind, with plain words in it. */
static void enter_plainly(void)
{
	static const char line[] = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPZlCSYJqgd/JNvQYA2REXz1"
				   "GHNMjZdPSRrMWmlhSRgz =甲\n";
	int taken[NENTRIES] = {0};
	char *key = tmp_puts(&d.tmp, "id.pub", line);

	desk_must(&d, "person", "post", getpwuid(getuid())->pw_name, "leader", NULL);
	desk_must(&d, "key", "add", AS, key, NULL);
	free(key);
	enter_all(taken, "甲");
	for (size_t i = 0; i < NENTRIES; i++)
		cr_assert_eq(taken[i], 1, "%s %s", entries[i][0], entries[i][1]);
	desk_must(&d, "report", "2", "--submit", "--percent=30", "--done=甲", OF, NULL);
}

Test(deceit, is_taken_out_of_what_people_enter)
{
	int taken[NENTRIES] = {0};

	enter_plainly();
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		char *named = xasprintf("x%s", texts[i]);

		enter_all(taken, texts[i]);
		desk_say(&d, named, NULL);
		check_characters("no verb", d.r.err);
		free(named);
		write_documents(texts[i]);
		check_everything();
	}
}

static void put_behind(sqlite3 *db, const char *sql, const char *text)
{
	sqlite3_stmt *st;

	cr_assert_eq(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK, "%s",
		     sqlite3_errmsg(db));
	sqlite3_bind_text(st, 1, text, -1, SQLITE_STATIC);
	cr_assert_eq(sqlite3_step(st), SQLITE_DONE, "%s", sqlite3_errmsg(db));
	sqlite3_finalize(st);
}

/* Columns that hold what somebody has written; those by which things are found keep theirs. */
static void put_everywhere(sqlite3 *db, const char *text)
{
	static const char columns[] =
		"SELECT s.name, c.name FROM sqlite_schema s, pragma_table_info(s.name) c "
		"WHERE s.type = 'table' AND c.type = 'TEXT' AND s.name NOT IN ('unit', 'log', "
		"'access', 'setting', 'person_setting') AND c.name IN ('title', 'clause', 'name', "
		"'reason', 'state_reason', 'withdrawn_reason', 'text', 'note', 'ref', 'doc_no', "
		"'issuer', 'phone', 'answer', 'done', 'problems', 'next', 'message', 'measure', "
		"'what', 'file', 'file_name')";
	sqlite3_stmt *st;
	int n = 0;

	cr_assert_eq(sqlite3_prepare_v2(db, columns, -1, &st, NULL), SQLITE_OK);
	for (; sqlite3_step(st) == SQLITE_ROW; n++) {
		char *sql = xasprintf("UPDATE OR IGNORE %s SET %s = ?1", sqlite3_column_text(st, 0),
				      sqlite3_column_text(st, 1));

		put_behind(db, sql, text);
		free(sql);
	}
	sqlite3_finalize(st);
	cr_expect_gt(n, 30);
	put_behind(db, "UPDATE unit SET name = ?1 WHERE name = '区科协'", text);
}

Test(deceit, is_taken_out_of_what_lies_in_the_file)
{
	enter_plainly();
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		sqlite3 *db;

		cr_assert_eq(sqlite3_open(d.db, &db), SQLITE_OK);
		put_everywhere(db, texts[i]);
		sqlite3_close(db);
		desk_must(&d, "check", "--renew", "--yes", NULL);
		write_documents(texts[i]);
		check_everything();
	}
}
