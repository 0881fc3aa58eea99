/*
 * The doors of what things are called, and of reasons: names of units and persons, logins, codes of
 * plans. A login and a code are half-width words that fit into a command line; a name is one line.
 */
#include "tests/core/entry_desk.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

TestSuite(entry_name, .fini = entry_desk_end);

struct word_case {
	char typed[48], kept[48]; /* kept "": refused */
};

static void check_word(const struct word_case *c,
		       int (*door)(struct arena *a, const char *text, const char **word,
				   struct err *e),
		       const char *field)
{
	const char *word = NULL;
	struct err e = ERR_INIT;
	int status = door(&entry_arena, c->typed, &word, &e);

	cr_assert_eq(status, *c->kept ? 0 : -1, "\"%s\": %s", c->typed, e.text);
	if (*c->kept)
		cr_assert_str_eq(word, c->kept);
	else
		entry_desk_refused(&e, field);
	arena_free(&entry_arena);
}

ParameterizedTestParameters(entry_name, reads_logins)
{
	static struct word_case cases[] = {
		{"chenxm", "chenxm"},
		{"_chen.xm-2", "_chen.xm-2"},
		{" chenxm ", "chenxm"},
		{"ｃｈｅｎ", "chen"},
		{"abcdefghijklmnopqrstuvwxyz012345", "abcdefghijklmnopqrstuvwxyz012345"},
		{"abcdefghijklmnopqrstuvwxyz0123456", ""},
		{"", ""},
		{"Chen", ""},
		{"2chen", ""},
		{"-chen", ""},
		{".chen", ""},
		{"chen xm", ""},
		{"陈小满", ""},
		{"chen;rm", ""},
		{"chen\xff", ""},
	};

	return cr_make_param_array(struct word_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct word_case *c, entry_name, reads_logins)
{
	check_word(c, entry_login, "login");
}

ParameterizedTestParameters(entry_name, reads_codes)
{
	static struct word_case cases[] = {
		{"yx2025", "yx2025"},
		{"YX2025", "yx2025"},
		{"ＹＸ２０２５", "yx2025"},
		{"2025-yx_1", "2025-yx_1"},
		{"abcdefghij0123456789", "abcdefghij0123456789"},
		{"abcdefghij0123456789x", ""},
		{"", ""},
		{"-yx", ""},
		{"_yx", ""},
		{"yx/2025", ""},
		{"yx 2025", ""},
		{"健康", ""},
		{"../x", ""},
	};

	return cr_make_param_array(struct word_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct word_case *c, entry_name, reads_codes)
{
	check_word(c, entry_code, "code");
}

Test(entry_name, reads_names)
{
	const char *name = NULL;
	struct err e = ERR_INIT;

	cr_assert_eq(entry_name(&entry_arena, " 区教育局\t", "unit", &name, &e), 0);
	cr_assert_str_eq(name, "区教育局");
	cr_assert_eq(entry_name(&entry_arena, entry_desk_repeat("局", 60), "unit", &name, &e), 0);
	cr_assert_eq(entry_name(&entry_arena, entry_desk_repeat("局", 61), "unit", &name, &e), -1);
	entry_desk_refused(&e, "unit");
	cr_assert_eq(entry_name(&entry_arena, " ", "person", &name, &e), -1);
	entry_desk_refused(&e, "person");
	cr_assert_eq(entry_name(&entry_arena, NULL, "person", &name, &e), -1);
	entry_desk_refused(&e, "person");
}

Test(entry_name, asks_for_a_reason)
{
	const char *reason = NULL;
	struct err e = ERR_INIT;

	cr_assert_eq(entry_reason(&entry_arena, "请补充第三季度开放场馆数\n", &reason, &e), 0);
	cr_assert_str_eq(reason, "请补充第三季度开放场馆数");
	cr_assert_eq(entry_reason(&entry_arena, "\n", &reason, &e), -1);
	entry_desk_refused(&e, "reason");
	cr_assert_eq(entry_reason(&entry_arena, entry_desk_repeat("请", ENTRY_TEXT_MAX + 1),
				  &reason, &e),
		     -1);
	entry_desk_refused(&e, "reason");
}
