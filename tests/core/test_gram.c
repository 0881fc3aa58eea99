/* Grams: what a text is folded to, the pairs it is found by, and that whatever stands in a text, or
 * sounds like a name, has all grams of its question. */
#include "core/text/gram.h"
#include "core/text/pinyin.h"
#include "core/text/utf8.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

static struct arena a;

static void end(void)
{
	arena_free(&a);
}

TestSuite(gram, .fini = end);

static const char *folded(const char *text)
{
	struct gram_text t;
	char bytes[4];

	gram_fold(&a, text, &t);
	struct strbuf b = STRBUF_INIT;
	strbuf_puts(&b, "");
	for (size_t i = 0; i < t.n; i++)
		strbuf_add(&b, bytes, (size_t)utf8_encode(t.at[i].cp, bytes));
	const char *out = arena_strdup(&a, b.s);
	strbuf_free(&b);
	return out;
}

static const char *grams(const char *text)
{
	struct strbuf b = STRBUF_INIT;
	struct gram_text t;

	gram_fold(&a, text, &t);
	strbuf_puts(&b, "");
	gram_add(&b, &t);
	const char *out = arena_strdup(&a, b.s);
	strbuf_free(&b);
	return out;
}

struct fold_case {
	const char text[64], folded[64];
};

ParameterizedTestParameters(gram, texts_fold)
{
	static struct fold_case cases[] = {
		{"", ""},
		{"视力筛查", "视力筛查"},
		{"ＷＨＯ Who", "who who"},
		{"PM2.5", "pm2 5"},
		{"第 5 项", "第5项"},
		{"健康\n行动", "健康行动"},
		{"a\nb", "a b"},
		{"云教〔2021〕56号", "云教 2021 56号"},
		{"云教[2021] 56 号", "云教 2021 56号"},
		{"。，！？", ""},
		{"——完成——", "完成"},
		{"完成。\n\n下步", "完成 下步"},
		{"Ⅲ级 ①", "Ⅲ级①"},
		{"坏\xff字", "坏 字"},
		{"\xe8\xa7", ""},
		{"𠮷野家", "𠮷野家"},
		{"É Ж Ω", "é ж ω"},
		{"葛\xf3\xa0\x84\x80城", "葛城"},
	};

	return cr_make_param_array(struct fold_case, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct fold_case *c, gram, texts_fold)
{
	cr_expect_str_eq(folded(c->text), c->folded, "%s: %s", c->text, folded(c->text));
}

Test(gram, a_folded_character_knows_its_bytes)
{
	struct gram_text t;

	gram_fold(&a, "第 ５ 项", &t);
	cr_assert_eq(t.n, 3);
	cr_expect_eq(t.at[1].cp, '5');
	cr_expect_eq(t.at[1].from, 4);
	cr_expect_eq(t.at[1].to, 7);
	cr_expect_eq(t.at[2].from, 8);
}

Test(gram, pairs_and_single_characters_are_made)
{
	cr_expect_str_eq(grams("视力"), "视 视力 力 ");
	cr_expect_str_eq(grams("a,b"), "a b ");
	cr_expect_str_eq(grams("𠮷野"), "𠮷 𠮷野 野 ");
	cr_expect_str_eq(grams("。"), "");
}

Test(gram, a_word_stands_where_it_stands)
{
	struct gram_text t, w;

	gram_fold(&a, "云教〔2021〕56号，云教〔2021〕57号", &t);
	gram_fold(&a, "(2021)57", &w);
	size_t at = gram_find(&t, &w, 0);
	cr_assert_lt(at, t.n);
	cr_expect_eq(t.at[at].from, strlen("云教〔2021〕56号，云教〔"));
	cr_expect_eq(gram_find(&t, &w, at + 1), t.n);
	gram_fold(&a, "", &w);
	cr_expect_eq(gram_find(&t, &w, 0), t.n, "an empty word stands nowhere");
}

/* Whether every gram that a word is looked up by is among those of the text. */
static bool has_grams(const char *made, const char *word)
{
	struct strbuf ask = STRBUF_INIT;
	struct gram_text w;
	bool all = true;

	gram_fold(&a, word, &w);
	gram_ask(&ask, &w, 100, " ");
	char *made_all = arena_printf(&a, " %s", made);
	for (char *g = ask.s ? strtok(ask.s, " ") : NULL; g && all; g = strtok(NULL, " "))
		all = strstr(made_all, arena_printf(&a, " %s ", g)) != NULL;
	strbuf_free(&ask);
	return all;
}

Test(gram, whatever_stands_in_a_text_has_its_grams)
{
	static const char text[] = "区教育局（牵头）2021年 12 月开展 PM2.5 监测。已完成20所，𠮷！";
	const char *made = grams(text), *end_of = text + strlen(text);
	uint32_t cp;

	for (const char *from = text; from < end_of; from += utf8_decode(from, end_of, &cp)) {
		for (const char *to = from; to < end_of;) {
			to += utf8_decode(to, end_of, &cp);
			const char *word = arena_strndup(&a, from, (size_t)(to - from));
			cr_expect(has_grams(made, word), "%s", word);
		}
	}
	cr_expect_not(has_grams(made, "局牵"), "a bracket stands between");
	cr_expect_not(has_grams(made, "育区"));
}

Test(gram, whatever_sounds_like_a_name_has_its_grams)
{
	static const char *const names[] = {"区卫生健康局", "重庆路街道办事处", "A区2号、绿化",
					    "音乐单位"};
	static const char *const words[] = {"qwsjkj",  "wsj",	"weish",  "weishengjian",
					    "wshengj", "cq",	"zhongq", "chongqlu",
					    "aq2h",    "lvhua", "lh",	  "yueshan",
					    "yld",     "ledan", "w",	  "q"};
	size_t nfound = 0;

	for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
		const char *key = pinyin_key(&a, names[n]);
		struct strbuf made = STRBUF_INIT;

		gram_add_sounds(&made, key);
		for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
			struct pinyin_word w;

			cr_assert(pinyin_word(&w, words[i], strlen(words[i])));
			if (!pinyin_match(&w, key, strlen(key)))
				continue;
			nfound++;
			cr_expect(has_grams(made.s, words[i]), "%s in %s", words[i], names[n]);
		}
		strbuf_free(&made);
	}
	cr_expect_gt(nfound, 12);
}

Test(gram, a_question_keeps_its_bound)
{
	struct strbuf out = STRBUF_INIT;
	struct gram_text w;
	char *longest = arena_alloc(&a, 30001);

	for (size_t i = 0; i < 10000; i++)
		memcpy(longest + 3 * i, i % 2 ? "健" : "康", 3);
	gram_fold(&a, longest, &w);
	cr_expect_eq(w.n, 10000);
	cr_expect_eq(gram_ask(&out, &w, 48, " AND "), 48);
	cr_expect_lt(out.nbytes, 48 * (6 + strlen(" AND ")));
	strbuf_free(&out);
}
