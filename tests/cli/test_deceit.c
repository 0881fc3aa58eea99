/*
 * Texts made to deceive, on the way in through every kind of verb that takes text, and put into the
 * file behind the program's back: what comes out, in each format and as print, tells a terminal
 * nothing, turns no line around and is no formula to a spreadsheet.
 */
#include "core/mem.h"
#include "core/text/utf8.h"
#include "tests/cli/desk.h"

#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

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

/* A cell begins after a comma or a line end outside of quotation marks, and with its own mark. */
static void check_cells(const char *what, const char *csv)
{
	bool quoted = false, begins = true;

	for (const char *s = csv; *s; s++) {
		if (begins && *s == '"') {
			quoted = true;
			cr_assert(!strchr("=+@\t\r", s[1]), "%s: formula at %.30s", what, s);
			cr_assert(s[1] != '-' || (s[2] >= '0' && s[2] <= '9'), "%s: %.30s", what,
				  s);
			begins = false;
			continue;
		}
		cr_assert(!begins || !strchr("=+@\t", *s), "%s: formula at %.30s", what, s);
		if (*s == '"')
			quoted = !quoted;
		begins = !quoted && (*s == ',' || *s == '\n');
	}
}

static const char *const lists[][3] = {
	{"list"}, {"unit", "list"},   {"milestone", "list"}, {"evidence", "list"}, {"case", "list"},
	{"log"},  {"person", "list"}, {"plan", "list"},	     {"review", "list"},
};

static void check_everything(void)
{
	static const char *const formats[] = {"table", "csv", "tsv", "json"};

	for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
		for (size_t f = 0; f < sizeof formats / sizeof formats[0]; f++) {
			const char *last = lists[i][1] ? lists[i][1] : "--format";

			desk_must(&d, lists[i][0], last, lists[i][1] ? "--format" : formats[f],
				  lists[i][1] ? formats[f] : NULL, NULL);
			check_characters(lists[i][0], d.r.out);
			if (strcmp(formats[f], "csv") == 0)
				check_cells(lists[i][0], d.r.out);
		}
	check_characters("overview", desk_must(&d, "overview", NULL));
	check_characters("show", desk_must(&d, "show", "2", NULL));
	check_characters("print", desk_must(&d, "print", "--all", NULL));
	check_characters("evidence show", desk_must(&d, "evidence", "show", "1", NULL));
}

/* A verb may refuse such a text; then its sentence says so to a terminal too. */
static void enter(const char *verb, const char *sub, const char *operand, const char *text,
		  const char *option, const char *value)
{
	if (option)
		desk_say(&d, verb, sub, operand, option, value, "--unit", "区教育局", "--", text,
			 NULL);
	else
		desk_say(&d, verb, sub, text, NULL);
	check_characters(verb, d.r.out);
	check_characters(verb, d.r.err);
}

Test(deceit, is_taken_out_of_what_people_enter)
{
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		char *named = xasprintf("x%s", texts[i]);
		char *title = xasprintf("--title=%s", texts[i]),
		     *done = xasprintf("--done=%s", texts[i]);

		enter("unit", "add", NULL, texts[i], NULL, NULL);
		enter("milestone", "add", "2", texts[i], "--due", "2021-12-01");
		enter("case", "add", "2", texts[i], "--text", texts[i]);
		desk_say(&d, "evidence", "add", "2", "--kind", "note", title, "--unit", "区教育局",
			 NULL);
		check_characters("evidence", d.r.err);
		desk_say(&d, "report", "2", done, "--unit", "区教育局", NULL);
		check_characters("report", d.r.err);
		desk_say(&d, named, NULL);
		check_characters("no verb", d.r.err);
		free(named);
		free(title);
		free(done);
	}
	check_everything();
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

Test(deceit, is_taken_out_of_what_lies_in_the_file)
{
	desk_must(&d, "evidence", "add", "2", "--kind", "note", "--title", "甲", "--unit",
		  "区教育局", NULL);
	desk_must(&d, "milestone", "add", "2", "乙", "--due", "2021-12-01", NULL);
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		sqlite3 *db;

		cr_assert_eq(sqlite3_open(d.db, &db), SQLITE_OK);
		put_behind(db, "UPDATE action SET title = ?1", texts[i]);
		put_behind(db, "UPDATE evidence SET title = ?1", texts[i]);
		put_behind(db, "UPDATE milestone SET title = ?1", texts[i]);
		put_behind(db, "UPDATE person SET name = ?1", texts[i]);
		sqlite3_close(db);
		desk_must(&d, "check", "--renew", "--yes", NULL);
		check_everything();
	}
}
