/* The last cleaning before a terminal or printer: what goes, what stays, and that a clean text is
 * not even copied. */
#include "print/plain.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

struct plain_case {
	char text[48], plain[48];
};

ParameterizedTestParameters(plain, leaves_nothing_that_a_terminal_obeys)
{
	static struct plain_case cases[] = {
		{"", ""},
		{"区教育局 ok", "区教育局 ok"},
		{"一\n二", "一\n二"},
		{"一\r\n二", "一\n二"},
		{"一\t二", "一 二"},
		{"红\x1b[1;31m色\x1b[0m", "红色"},
		{"\x1b]0;title\x07单", "单"},
		{"\x1b]8;;http://x\x1b\\单", "单"},
		{"\x1b(B单", "单"},
		{"\x1b单", "单"},
		{"\x1b[1单", "单"},
		{"单\x1b", "单"},
		{"单\x1b[", "单"},
		{"单\x1b[31", "单"},
		{"单\x1b]0;", "单"},
		{"bell\x07 del\x7f nul", "bell del nul"},
		{"c1 \xc2\x9b"
		 "31m",
		 "c1 31m"},
		{"坏\xff字\xe5\xad", "坏\uFFFD字\uFFFD\uFFFD"},
		{"左\u202e右\u200b\ufeff", "左右"},
	};

	return cr_make_param_array(struct plain_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct plain_case *c, plain, leaves_nothing_that_a_terminal_obeys)
{
	struct arena a = ARENA_INIT;

	cr_assert_str_eq(plain_text(&a, c->text), c->plain);
	arena_free(&a);
}

Test(plain, does_not_copy_what_is_harmless)
{
	struct arena a = ARENA_INIT;
	const char *text = "two lines\nof ASCII";

	cr_assert_eq(plain_text(&a, text), text);
	cr_assert_null(a.last, "memory was taken");
	arena_free(&a);
}

Test(plain, makes_one_line)
{
	struct arena a = ARENA_INIT;

	cr_assert_str_eq(plain_line(&a, "一\n二\r\n三"), "一 二 三");
	arena_free(&a);
}

ParameterizedTestParameters(plain, replaces_signs_of_doubtful_width)
{
	static struct plain_case cases[] = {
		{"素养水平≥35%", "素养水平>=35%"},
		{"“好”—★", "\"好\"-*"},
		{"①②⑩ 1…", "(1)(2)(10) 1..."},
		{"· 讲座\n· 甲·乙", "- 讲座\n- 甲.乙"},
		{"云教〔2025〕16号", "云教〔2025〕16号"},
		{"", ""},
	};

	return cr_make_param_array(struct plain_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct plain_case *c, plain, replaces_signs_of_doubtful_width)
{
	struct arena a = ARENA_INIT;

	cr_assert_str_eq(plain_ascii(&a, c->text), c->plain);
	arena_free(&a);
}
