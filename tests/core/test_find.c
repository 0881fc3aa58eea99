/* A person's words against texts, with keys and without. */
#include "core/text/find.h"

#include "core/text/pinyin.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

struct find_case {
	char words[48], text[64];
	bool match;
};

ParameterizedTestParameters(find, words_in_a_text_with_its_key)
{
	static struct find_case cases[] = {
		{"", "区卫生局", true},
		{"  ", "区卫生局", true},
		{"卫生", "区卫生局", true},
		{"局 卫", "区卫生局", true},
		{"局　卫", "区卫生局", true},
		{"卫 教育", "区卫生局", false},
		{"ａ1", "A1项目", true},
		{"A１", "ａ1项目", true},
		{"wsj", "区卫生局", true},
		{"wsj 局", "区卫生局", true},
		{"wsj jy", "区卫生局", false},
		{"14", "第14项", true},
		/* letters and signs of the key are no text */
		{"eng", "区卫生局", false},
		{"/", "重庆", false},
		{"|", "云溪、青田", false},
		{"卫生局w", "区卫生局", false},
		{"\x0E", "区卫生局", true},
		{"\x0F wsj", "区卫生局", true},
		/* broken bytes match themselves only */
		{"\xE5\x8D", "区卫生局", false},
		{"w", "\xFF", false},
		{"w", "", false},
	};

	return cr_make_param_array(struct find_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct find_case *c, find, words_in_a_text_with_its_key)
{
	struct arena a = ARENA_INIT;
	const char *text = find_text(&a, c->text, pinyin_key(&a, c->text));

	cr_expect_eq(find_match(c->words, text), c->match, "%s in %s", c->words, c->text);
	arena_free(&a);
}

Test(find, a_text_without_a_key_has_no_sound)
{
	cr_expect_not(find_match("wsj", "区卫生局"));
	cr_expect(find_match("rfc", "RFC 8259"));
}

Test(find, joined_texts_are_found_each_by_its_key)
{
	struct arena a = ARENA_INIT;
	const char *unit = find_text(&a, "区卫生局", pinyin_key(&a, "区卫生局"));
	const char *title = find_text(&a, "安静河道", pinyin_key(&a, "安静河道"));
	const char *text = arena_printf(&a, "14 %s %s", unit, title);

	cr_expect(find_match("14 wsj ajhd", text));
	cr_expect(find_match("hedao qws", text));
	cr_expect_not(find_match("ja", text), "a match goes across two names");
	cr_expect_eq(find_text(&a, title, ""), title);
	arena_free(&a);
}

Test(find, a_label_gets_its_key_once)
{
	struct arena a = ARENA_INIT;
	const char *label = find_label(&a, "查看、打印");

	cr_expect(find_match("dy ck", label));
	cr_expect_eq(find_label(&a, label), label);
	cr_expect_str_eq(find_label(&a, "…"), "…");
	arena_free(&a);
}

Test(find, a_key_that_does_not_end_is_no_danger)
{
	cr_expect(find_match("ws", "x\x0Ewei sheng"));
	cr_expect_not(find_match("x", "\x0E"));
}

struct where_case {
	char words[32], text[48];
	size_t from, at, to; /* at == to: nowhere */
};

ParameterizedTestParameters(find, where_words_stand)
{
	static struct where_case cases[] = {
		{"卫生", "区卫生局", 0, 3, 9},
		{"wsj", "区卫生局", 0, 3, 12},
		{"wsj", "区卫生局", 4, 0, 0},
		{"局 卫", "区卫生局", 0, 3, 6},
		{"局 卫", "区卫生局", 6, 9, 12},
		{"卫 卫生", "区卫生局", 0, 3, 9},
		{"ａ1", "x A1", 0, 2, 4},
		{"sswgh", "“十四五”规划", 0, 3, 21},
		{"dpz", "GDP增速", 0, 0, 0},
		{"zs", "GDP增速", 0, 3, 9},
		{"dp", "GDP增速", 0, 1, 3},
		{"", "卫", 0, 0, 0},
		{"w", "", 0, 0, 0},
	};

	return cr_make_param_array(struct where_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct where_case *c, find, where_words_stand)
{
	struct find_place place = {0};
	bool found = find_where(c->words, c->text, c->from, &place);

	cr_expect_eq(found, c->at < c->to, "%s in %s", c->words, c->text);
	cr_expect_eq(place.from, c->at, "%s in %s: from %zu", c->words, c->text, place.from);
	cr_expect_eq(place.to, c->to, "%s in %s: to %zu", c->words, c->text, place.to);
}

Test(find, what_is_there_already_is_not_added)
{
	struct arena a = ARENA_INIT;
	const char *found = find_label(&a, "卫生健康局");

	cr_expect_eq(find_more(&a, found, ""), found);
	cr_expect_eq(find_more(&a, found, "卫生健康局"), found);
	cr_expect_str_eq(find_more(&a, "5.2 a", "5.2"), "5.2 a");
	cr_expect_str_eq(find_more(&a, "5.2", "a"), "5.2 a");
	found = find_more(&a, found, "超期");
	cr_expect(find_match("cq wsj", found));
	cr_expect(find_match("超期 卫生", found));
	cr_expect_eq(find_more(&a, found, "超期"), found);
	cr_expect(find_match("cq", find_more(&a, "超期 2", "超期")), "the key was missing");
	found = find_more(&a, "x", "·");
	cr_expect_eq(find_more(&a, found, "·"), found, "a sign without a sound");
	arena_free(&a);
}
