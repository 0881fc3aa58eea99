/* The words that are looked for, and the piece of a text that shows them. */
#include "core/text/seek.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

static struct arena a;

static void end(void)
{
	arena_free(&a);
}

TestSuite(seek, .fini = end);

/* The piece with its hits in square brackets. */
static const char *shown(const char *words, const char *text, bool is_name, size_t chars)
{
	struct seek_piece p;
	struct strbuf b = STRBUF_INIT;
	struct seek s;
	size_t at = 0;

	seek_read(&a, words, &s);
	seek_cut(&a, &s, text, is_name, chars, &p);
	for (size_t i = 0; i < p.hits.n; i++) {
		cr_assert_geq(p.hits.at[i].from, at);
		cr_assert_gt(p.hits.at[i].to, p.hits.at[i].from);
		cr_assert_leq(p.hits.at[i].to, strlen(p.text));
		strbuf_add(&b, p.text + at, p.hits.at[i].from - at);
		strbuf_puts(&b, "[");
		at = p.hits.at[i].to;
		strbuf_add(&b, p.text + p.hits.at[i].from, at - p.hits.at[i].from);
		strbuf_puts(&b, "]");
	}
	strbuf_puts(&b, p.text + at);
	const char *out = arena_strdup(&a, b.s);
	strbuf_free(&b);
	return out;
}

struct shown_case {
	const char words[48], text[160], shown[160];
	bool is_name;
};

ParameterizedTestParameters(seek, hits_are_shown)
{
	static struct shown_case cases[] = {
		{"视力", "完成视力筛查，视力档案", "完成[视力]筛查，[视力]档案", false},
		{"档案 视力", "完成视力筛查，建立档案", "完成[视力]筛查，建立[档案]", false},
		{"who", "按ＷＨＯ标准", "按[ＷＨＯ]标准", false},
		{"56号", "云教〔2021〕56 号", "云教〔2021〕[56 号]", false},
		{"视力筛 视力", "视力筛查", "[视力筛]查", false},
		{"没有", "第一行\n第二行", "第一行 第二行", false},
		{"行第", "第一行\n第二行", "第一[行 第]二行", false},
		{"目标",
		 "一二三四五六七八九十一二三四五六七八九十目标一二三四五六七八九十一二三四五六七八"
		 "九十",
		 "…三四五六七八九十[目标]一二三四五六七八九十…", false},
		{"wsj", "区卫生健康局", "区[卫生健]康局", true},
		{"wsj", "区卫生健康局", "区卫生健康局", false},
		{"", "正文", "正文", false},
	};

	return cr_make_param_array(struct shown_case, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct shown_case *c, seek, hits_are_shown)
{
	const char *out = shown(c->words, c->text, c->is_name, 20);

	cr_expect_str_eq(out, c->shown, "%s in %s: %s", c->words, c->text, out);
}

Test(seek, words_are_bounded)
{
	struct strbuf words = STRBUF_INIT, ask = STRBUF_INIT;
	struct seek s;

	for (int i = 0; i < 40; i++)
		strbuf_printf(&words, "词%d　", i);
	seek_read(&a, words.s, &s);
	cr_expect_eq(s.words.n, SEEK_WORDS);
	strbuf_reset(&words);
	for (int i = 0; i < 10000; i++)
		strbuf_puts(&words, "长");
	seek_read(&a, words.s, &s);
	cr_assert_eq(s.words.n, 1);
	cr_expect_eq(s.words.at[0].text.n, SEEK_CHARS);
	seek_ask(&s, &ask, " ");
	cr_expect_lt(ask.nbytes, SEEK_GRAMS * 8);
	strbuf_free(&words);
	strbuf_free(&ask);
}

Test(seek, a_long_word_does_not_hide_those_behind_it)
{
	struct strbuf words = STRBUF_INIT, ask = STRBUF_INIT;
	struct seek s;

	for (int i = 0; i < 60; i++)
		strbuf_puts(&words, "长");
	strbuf_puts(&words, " 视力");
	seek_read(&a, words.s, &s);
	seek_ask(&s, &ask, " ");
	cr_expect(strstr(ask.s, "视力"));
	strbuf_free(&words);
	strbuf_free(&ask);
}

Test(seek, signs_alone_are_no_words)
{
	struct seek s;

	seek_read(&a, "。 “” \" * AND( ", &s);
	cr_assert_eq(s.words.n, 1);
	cr_expect_eq(s.words.at[0].text.n, 3);
	seek_read(&a, " \t　。！", &s);
	cr_expect_eq(s.words.n, 0);
	cr_expect_str_eq(s.text, "");
}
