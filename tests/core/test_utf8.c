/* Bytes, code points, characters and columns: ASCII, Chinese, combining marks, broken bytes. */
#include "core/text/utf8.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>
#include <wchar.h>

#define N_OF(table) (sizeof(table) / sizeof((table)[0]))

Test(utf8, finds_the_first_bad_byte)
{
	static const struct {
		const char *bytes;
		size_t nbytes, bad;
	} cases[] = {
		{"", 0, 0},
		{"abc", 3, 3},
		{"健康", 6, 6},
		{"健\xff康", 7, 3},
		{"a\x80", 2, 1},
		{"健\xe5\xba", 5, 3},	    /* cut in the middle */
		{"\xc0\xaf", 2, 0},	    /* overlong */
		{"\xed\xa0\x80", 3, 0},	    /* surrogate */
		{"\xf4\x90\x80\x80", 4, 0}, /* above U+10FFFF */
		{"\xf0\x9f\x98\x80", 4, 4},
		{"a\0b", 3, 3},
		{"\xef\xbf\xbd", 3, 3}, /* a U+FFFD that somebody wrote */
		{"\xbd\xa1\xbf\xb5", 4, 0},
	};

	for (size_t i = 0; i < N_OF(cases); i++)
		cr_expect_eq(utf8_first_bad(cases[i].bytes, cases[i].nbytes), cases[i].bad,
			     "case %zu", i);
}

Test(utf8, decodes_and_encodes_every_length)
{
	static const struct {
		const char *bytes;
		uint32_t cp;
		int n;
	} cases[] = {
		{"A", 'A', 1},	   {"é", 0xE9, 2},
		{"康", 0x5EB7, 3}, {"\xef\xbf\xbd", 0xFFFD, 3},
		{"😀", 0x1F600, 4}, {"𠮷", 0x20BB7, 4},
	};

	for (size_t i = 0; i < N_OF(cases); i++) {
		uint32_t cp = 0;
		char out[4];
		const char *end = cases[i].bytes + strlen(cases[i].bytes);
		cr_expect_eq(utf8_decode(cases[i].bytes, end, &cp), cases[i].n, "case %zu", i);
		cr_expect_eq(cp, cases[i].cp, "case %zu", i);
		cr_expect_eq(utf8_encode(cp, out), cases[i].n, "case %zu", i);
		cr_expect(memcmp(out, cases[i].bytes, (size_t)cases[i].n) == 0, "case %zu", i);
	}
}

Test(utf8, a_bad_byte_is_one_replacement_character)
{
	static const char *cases[] = {"\xff", "\x80",	  "\xe5\xba",
				      "\xe5", "\xc0\xaf", "\xf0\x9f\x98"};

	for (size_t i = 0; i < N_OF(cases); i++) {
		uint32_t cp = 0;
		const char *end = cases[i] + strlen(cases[i]);
		cr_expect_eq(utf8_decode(cases[i], end, &cp), 1, "case %zu", i);
		cr_expect_eq(cp, 0xFFFD, "case %zu", i);
		cr_expect_eq(utf8_length(cases[i]), strlen(cases[i]), "case %zu", i);
		cr_expect_eq(utf8_cols(cases[i]), (int)strlen(cases[i]), "case %zu", i);
	}
}

static const struct {
	const char *text;
	size_t first, last, length; /* bytes of the first and last character; characters */
	int cols;
} texts[] = {
	{"", 0, 0, 0, 0},
	{"a", 1, 1, 1, 1},
	{"abc", 1, 1, 3, 3},
	{"健康", 3, 3, 2, 4},
	{"8.5%", 1, 1, 4, 4},
	{"第7项", 3, 3, 3, 5},
	{"（一）", 3, 3, 3, 6},
	{"ｱ", 3, 3, 1, 1},	    /* half-width katakana */
	{"e\u0301tat", 3, 1, 4, 4}, /* e and a combining acute accent */
	{"cafe\u0301", 1, 3, 4, 4},
	{"か\u3099", 6, 6, 1, 2}, /* kana with a combining voiced mark */
	{"한국", 3, 3, 2, 4},
	{"𠮷野", 4, 3, 2, 4}, /* outside the basic plane */
	{"🇨🇳🇨🇳", 8, 8, 2, 4}, /* flags: two letters each */
	{"\r\n", 2, 2, 1, 0},
	{"a\tb", 1, 1, 3, 2},
	{"\u0301", 2, 2, 1, 0}, /* a mark with no base */
};

Test(utf8, knows_characters_and_columns)
{
	for (size_t i = 0; i < N_OF(texts); i++) {
		const char *s = texts[i].text;
		cr_expect_eq(utf8_cluster(s), texts[i].first, "first of text %zu", i);
		if (*s)
			cr_expect_eq(utf8_cluster_before(s, s + strlen(s)), texts[i].last,
				     "last of text %zu", i);
		cr_expect_eq(utf8_length(s), texts[i].length, "length of text %zu", i);
		cr_expect_eq(utf8_cols(s), texts[i].cols, "columns of text %zu", i);
	}
}

Test(utf8, going_back_visits_the_same_characters_as_going_forward)
{
	static const char text[] = "a健e\u0301🇨🇳🇨🇳🇨x\xff\xe5康か\u3099\r\n한ab";
	size_t starts[64], n = 0;

	for (const char *p = text; *p; p += utf8_cluster(p))
		starts[n++] = (size_t)(p - text);
	for (const char *p = text + strlen(text); p > text;) {
		p -= utf8_cluster_before(text, p);
		cr_assert_gt(n, 0);
		cr_expect_eq((size_t)(p - text), starts[--n]);
	}
	cr_expect_eq(n, 0);
}

Test(utf8, cuts_at_a_column_and_never_inside_a_character)
{
	static const struct {
		const char *text;
		int max_cols;
		size_t nbytes;
		int cols;
	} cases[] = {
		{"abc", 2, 2, 2},	  {"abc", 9, 3, 3},
		{"健康行动", 5, 6, 4},	  {"健康行动", 4, 6, 4},
		{"健康", 1, 0, 0},	  {"健康", 0, 0, 0},
		{"健康", -3, 0, 0},	  {"a健康", 2, 1, 1},
		{"cafe\u0301x", 4, 6, 4}, /* the accent goes with its letter */
		{"🇨🇳x", 1, 0, 0},	  {"", 5, 0, 0},
	};

	for (size_t i = 0; i < N_OF(cases); i++) {
		int cols = -1;
		cr_expect_eq(utf8_cut(cases[i].text, cases[i].max_cols, &cols), cases[i].nbytes,
			     "case %zu", i);
		cr_expect_eq(cols, cases[i].cols, "case %zu", i);
		cr_expect_eq(utf8_cut(cases[i].text, cases[i].max_cols, NULL), cases[i].nbytes);
	}
}

/* Whether a text that was cleaned can contain it. */
static bool survives_cleaning(struct arena *a, uint32_t cp)
{
	struct err e = ERR_INIT;
	char text[4];
	size_t nbytes = (size_t)utf8_encode(cp, text);
	const char *clean = utf8_clean(a, text, nbytes, &e);

	return clean && strlen(clean) == nbytes && memcmp(clean, text, nbytes) == 0;
}

Test(utf8, columns_are_those_of_the_c_library)
{
	struct arena a = ARENA_INIT;
	int different = 0, compared = 0;

	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		cr_skip("this system has no C.UTF-8");
	for (uint32_t cp = 0x20; cp < 0x30000; cp++) {
		int cols = wcwidth((wchar_t)cp);
		if (cols < 0 || (cp >= 0xD800 && cp <= 0xDFFF) || !survives_cleaning(&a, cp))
			continue;
		compared++;
		if (cols != utf8_cp_cols(cp) && different++ < 10)
			cr_expect_eq(utf8_cp_cols(cp), cols, "U+%04X", cp);
	}
	cr_expect_eq(different, 0);
	cr_expect_gt(compared, 100000);
	arena_free(&a);
}

Test(utf8, ambiguous_characters_follow_the_setting)
{
	static const char *marks[] = {"★", "“", "”", "…", "—", "①", "→", "‰", "●", "─"};

	for (size_t i = 0; i < N_OF(marks); i++) {
		uint32_t cp;
		utf8_decode(marks[i], marks[i] + strlen(marks[i]), &cp);
		cr_expect(utf8_is_ambiguous(cp), "%s", marks[i]);
		utf8_set_ambiguous_cols(1);
		cr_expect_eq(utf8_cols(marks[i]), 1, "%s", marks[i]);
		utf8_set_ambiguous_cols(2);
		cr_expect_eq(utf8_cols(marks[i]), 2, "%s", marks[i]);
	}
	cr_expect_eq(utf8_cols("健a（"), 5);
	cr_expect_not(utf8_is_ambiguous('a'));
	cr_expect_not(utf8_is_ambiguous(0x5EB7));
	cr_expect_not(utf8_is_ambiguous(0xFF08));
	cr_expect_not(utf8_is_ambiguous(0x10FFFF));
}

Test(utf8, full_width_becomes_half_width)
{
	static const uint32_t pairs[][2] = {
		{0xFF11, '1'}, {0xFF0C, ','},	 {0xFF1A, ':'},	   {0xFF08, '('},
		{0xFF5E, '~'}, {0x3000, ' '},	 {0x3002, '.'},	   {0xFF3A, 'Z'},
		{'a', 'a'},    {0x5EB7, 0x5EB7}, {0xFF5F, 0xFF5F}, {0xFF00, 0xFF00},
	};

	for (size_t i = 0; i < N_OF(pairs); i++)
		cr_expect_eq(utf8_halfwidth(pairs[i][0]), pairs[i][1], "U+%04X", pairs[i][0]);
}

Test(utf8, cleans_what_comes_from_outside)
{
	static const struct {
		const char *bytes, *clean, *line;
	} cases[] = {
		{"健康", "健康", "健康"},
		{"a\r\nb\rc\nd", "a\nb\nc\nd", "a b c d"},
		{"\tx \n", "\tx \n", "x"},
		{"\u3000\u3000段首 \u3000", "\u3000\u3000段首 \u3000", "段首"},
		{"e\u0301", "é", "é"}, /* NFC */
		{"\u212B", "Å", "Å"},  /* the sign of the unit is the letter */
		{"か\u3099", "が", "が"},
		{"\x1b[31m红\x07", "[31m红", "[31m红"}, /* no escape reaches a terminal */
		{"a\u202Eb\u2066c\u200Fd", "abcd", "abcd"},
		{"\uFEFF健\u200B康\u00AD", "健康", "健康"},
		{"a\u2028b\xc2\x85"
		 "c\fd",
		 "a\nb\nc\nd", "a b c d"},
		{"\xc2\x9bx\x7f", "x", "x"},
		{"\uFFFE\uFDD0\U0001FFFFx", "x", "x"},
		{"★\uFE0F", "★", "★"},
		{"", "", ""},
		{" \n ", " \n ", ""},
	};
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;

	for (size_t i = 0; i < N_OF(cases); i++) {
		const char *s = cases[i].bytes;
		cr_expect_str_eq(utf8_clean(&a, s, strlen(s), &e), cases[i].clean, "case %zu", i);
		cr_expect_str_eq(utf8_clean_line(&a, s, strlen(s), &e), cases[i].line, "case %zu",
				 i);
	}
	cr_expect_str_eq(utf8_clean(&a, "a\0b", 3, &e), "ab");
	cr_expect_eq(e.code, ERR_NONE);
	arena_free(&a);
}

Test(utf8, every_character_comes_out_in_normal_form)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;

	for (uint32_t cp = 0x20; cp < 0x30000; cp++) {
		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		char alone[8] = "",
		     beside[16] = "e\u0301"; /* the second one is always normalised */
		alone[utf8_encode(cp, alone)] = '\0';
		strcat(beside, alone);
		const char *quick = utf8_clean(&a, alone, strlen(alone), &e);
		const char *slow = utf8_clean(&a, beside, strlen(beside), &e);
		cr_assert(quick && slow, "U+%04X", cp);
		if (strncmp(slow, "é", 2) == 0) /* it did not join the accent */
			cr_assert_str_eq(quick, slow + 2, "U+%04X", cp);
	}
	arena_free(&a);
}

Test(utf8, says_at_which_byte_a_text_is_broken)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;

	cr_assert_null(utf8_clean(&a, "健康\xb1\xb1", 8, &e));
	cr_expect_eq(e.code, ERR_FORMAT);
	cr_expect(strstr(e.text, "byte 7 (0xB1)"), "%s", e.text);
	cr_assert_null(utf8_clean_line(&a, "\xff", 1, &e));
	cr_expect(strstr(e.text, "byte 1 (0xFF)"), "%s", e.text);
	arena_free(&a);
}

Test(utf8, cleaning_twice_changes_nothing_more)
{
	static const char text[] = "e\u0301\u0323か\u3099 Å\u212B ①…—“健康”\r\n\u1100\u1161\u11A8";
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	const char *once = utf8_clean(&a, text, strlen(text), &e);

	cr_assert_not_null(once);
	cr_expect_str_eq(utf8_clean(&a, once, strlen(once), &e), once);
	arena_free(&a);
}
