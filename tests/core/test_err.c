/* Errors as values: sentence, code and field, context on the way up, and texts that are too long.
 */
#include "core/err.h"

#include "core/text/utf8.h"

#include <criterion/criterion.h>
#include <string.h>

Test(err, fills_and_returns_minus_one)
{
	struct err e = ERR_INIT;

	cr_expect_eq(e.code, ERR_NONE);
	cr_expect_eq(err_set_field(&e, ERR_INPUT, "percent", "%d is more than 100", 101), -1);
	cr_expect_eq(e.code, ERR_INPUT);
	cr_expect_str_eq(e.text, "101 is more than 100");
	cr_expect_str_eq(e.field, "percent");
	cr_expect_eq(err_set(&e, ERR_IO, "cannot open %s", "a.txt"), -1);
	cr_expect_eq(e.code, ERR_IO);
	cr_expect_str_eq(e.text, "cannot open a.txt");
	cr_expect_str_eq(e.field, "", "the field of an older error stays");
}

Test(err, wraps_with_context_and_keeps_code_and_field)
{
	struct err e = ERR_INIT;

	err_set_field(&e, ERR_FORMAT, "file", "byte 7 belongs to no character");
	cr_expect_eq(err_wrap(&e, "line %d", 12), -1);
	cr_expect_eq(err_wrap(&e, "import %s", "plan.txt"), -1);
	cr_expect_str_eq(e.text, "import plan.txt: line 12: byte 7 belongs to no character");
	cr_expect_eq(e.code, ERR_FORMAT);
	cr_expect_str_eq(e.field, "file");
}

Test(err, a_sentence_that_is_too_long_ends_in_a_whole_character_and_a_mark)
{
	char longest[2000];
	struct err e = ERR_INIT;

	for (size_t shift = 0; shift < 3; shift++) {
		memset(longest, 'x', shift);
		for (size_t i = shift; i + 3 < sizeof longest; i += 3)
			memcpy(longest + i, "健\0", 4);
		err_set(&e, ERR_INPUT, "%s", longest);
		size_t n = strlen(e.text);
		cr_expect_lt(n, sizeof e.text);
		cr_expect_geq(n, sizeof e.text - 5);
		cr_expect_eq(utf8_first_bad(e.text, n), n);
		cr_expect_str_eq(e.text + n - strlen("…"), "…");
		err_wrap(&e, "%s", "context");
		n = strlen(e.text);
		cr_expect_eq(utf8_first_bad(e.text, n), n);
		cr_expect_eq(strncmp(e.text, "context: ", 9), 0);
	}
}

Test(err, a_sentence_that_just_fits_is_whole)
{
	char text[sizeof((struct err *)0)->text];
	struct err e = ERR_INIT;

	memset(text, 'x', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	err_set(&e, ERR_INPUT, "%s", text);
	cr_expect_str_eq(e.text, text);
}

Test(err, a_field_name_that_is_too_long_is_cut)
{
	struct err e = ERR_INIT;

	err_set_field(&e, ERR_INPUT, "a-field-with-a-name-of-more-than-thirty-one-letters", "no");
	cr_expect_eq(strlen(e.field), sizeof e.field - 1);
}

Test(err, every_code_has_a_word_and_a_status_of_its_own_kind)
{
	for (int a = ERR_NONE; a <= ERR_BUG; a++) {
		cr_assert_not_null(err_code_word((enum err_code)a), "code %d", a);
		cr_expect_eq(err_exit_status((enum err_code)a) == 0, a == ERR_NONE, "code %d", a);
		cr_expect_lt(err_exit_status((enum err_code)a), 126, "code %d", a);
		for (int b = ERR_NONE; b < a; b++)
			cr_expect_str_neq(err_code_word((enum err_code)a),
					  err_code_word((enum err_code)b));
	}
}
