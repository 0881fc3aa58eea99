/* Keys, their matching and the order of a Chinese dictionary. */
#include "core/text/pinyin.h"

#include "core/text/utf8.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <ctype.h>
#include <string.h>
#include <time.h>

struct key_case {
	char text[64], key[96];
};

ParameterizedTestParameters(pinyin, key_of_a_text)
{
	static struct key_case cases[] = {
		{"", ""},
		{"卫生局", "wei sheng ju"},
		{"青田县", "qing tian xian"},
		{"重庆", "zhong/chong qing"},
		{"长乐", "zhang/chang le/yue"},
		{"乐清", "le/yue qing"},
		{"女", "nv/nu"},
		{"绿化", "lv/lu hua"},
		{"略", "lve/lue"},
		{"A区2号", "a qu/ou 2 hao"},
		{"Ａ区２号", "a qu/ou 2 hao"},
		{"2021年", "2 0 2 1 nian"},
		{"GDP增速", "gdp zeng su"},
		{"Go to", "go to"},
		{"“十四五”规划", "shi si wu gui hua/huai"},
		{"云溪（青田）", "yun xi qing tian"},
		{"云溪、青田", "yun xi|qing tian"},
		{"、云溪、、", "yun xi"},
		{"、。…", ""},
		{"〇", "ling"},
		/* Extension A, B, C, G */
		{"㐀", "qiu"},
		{"𠀀", "he"},
		{"𠮷田", "tian"},
		{"𪜀", ""},
		{"𰻞", "biang"},
		/* beyond all pages, bad bytes */
		{"\xF4\x8F\xBF\xBF", ""},
		{"云\xFF溪", "yun|xi"},
		{"\xE4\xBA", ""},
		{"溪\xE4", "xi"},
	};

	return cr_make_param_array(struct key_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct key_case *c, pinyin, key_of_a_text)
{
	struct arena a = ARENA_INIT;

	cr_expect_str_eq(pinyin_key(&a, c->text), c->key, "%s: %s", c->text,
			 pinyin_key(&a, c->text));
	arena_free(&a);
}

struct match_case {
	char word[40], text[40];
	bool match;
};

ParameterizedTestParameters(pinyin, matching_of_a_key)
{
	static struct match_case cases[] = {
		{"wsj", "区卫生局", true},
		{"weishengju", "区卫生局", true},
		{"weishj", "区卫生局", true},
		{"wsju", "区卫生局", true},
		{"WSJ", "区卫生局", true},
		{"ｗｓＪ", "区卫生局", true},
		{"sj", "区卫生局", true},
		{"w", "区卫生局", true},
		/* not from within a syllable, not over one, not beyond the end */
		{"eng", "区卫生局", false},
		{"wj", "区卫生局", false},
		{"wsjx", "区卫生局", false},
		{"wweishengju", "区卫生局", false},
		{"cq", "重庆", true},
		{"zq", "重庆", true},
		{"chongqing", "重庆", true},
		{"zhongqing", "重庆", true},
		{"zchongqing", "重庆", false},
		{"cl", "长乐区", true},
		{"changle", "长乐区", true},
		{"zhangyueq", "长乐区", true},
		{"yqs", "乐清市", true},
		{"leqing", "乐清市", true},
		{"yueqing", "乐清市", true},
		{"yhang", "银行", true},
		{"yinxing", "银行", true},
		{"jx", "举行", true},
		{"xian", "西安", true},
		{"xian", "县", true},
		{"xi'an", "西安", true},
		{"nv", "女", true},
		{"nu", "女", true},
		{"lvehua", "略化", true},
		{"lvhua", "绿化", true},
		{"luhua", "绿化", true},
		{"aq2h", "A区2号", true},
		{"q2hao", "A区2号", true},
		{"gz", "GDP增速", true},
		{"gdpzs", "GDP增速", true},
		{"pzs", "GDP增速", false},
		{"21n", "2021年", true},
		{"sswgh", "“十四五”规划", true},
		{"xq", "云溪、青田", false},
		{"xq", "云溪（青田）", true},
		{"biangm", "𰻞面", true},
		{"he", "𠀀", true},
		{"x", "", false},
	};

	return cr_make_param_array(struct match_case, cases, sizeof cases / sizeof cases[0]);
}

/* The key and the text itself say the same, but for where in the text one looks. */
ParameterizedTest(struct match_case *c, pinyin, matching_of_a_key)
{
	struct arena a = ARENA_INIT;
	struct pinyin_word w;
	const char *key = pinyin_key(&a, c->text);
	bool in_text = false;

	cr_assert(pinyin_word(&w, c->word, strlen(c->word)));
	cr_expect_eq(pinyin_match(&w, key, strlen(key)), c->match, "%s in %s", c->word, key);
	for (const char *s = c->text; *s; s += utf8_cluster(s))
		if (s == c->text || !isalpha((unsigned char)s[-1]) || !isalpha((unsigned char)*s))
			in_text = in_text || pinyin_match_text(&w, s, strlen(s)) > 0;
	cr_expect_eq(in_text, c->match, "%s in %s", c->word, c->text);
	arena_free(&a);
}

Test(pinyin, tells_words_of_letters)
{
	static const struct {
		const char *s;
		int n;
	} cases[] = {
		{"wsj", 3},  {"W2j", 3}, {"ｗｓｊ", 3}, {"xi'an", 4}, {"14", 0},
		{"卫sj", 0}, {"", 0},	 {"'", 0},	{"a-b", 0},   {"\xFF", 0},
	};
	char longest[PINYIN_WORD + 2];
	struct pinyin_word w;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		bool is_word = pinyin_word(&w, cases[i].s, strlen(cases[i].s));
		cr_expect_eq(is_word, cases[i].n > 0, "%s", cases[i].s);
		cr_expect(!is_word || w.n == cases[i].n, "%s", cases[i].s);
	}
	memset(longest, 'y', sizeof longest);
	cr_expect(pinyin_word(&w, longest, PINYIN_WORD));
	cr_expect_not(pinyin_word(&w, longest, PINYIN_WORD + 1));
}

/* The word and the name that would take a matcher that goes back longest. */
Test(pinyin, hostile_names_take_no_longer)
{
	struct arena a = ARENA_INIT;
	struct strbuf name = STRBUF_INIT;
	struct pinyin_word w;
	char word[PINYIN_WORD + 1] = "";

	for (int i = 0; i < 20000; i++)
		strbuf_puts(&name, "长");
	for (int i = 0; i < PINYIN_WORD - 1; i++)
		word[i] = i % 2 ? 'h' : 'z';
	word[PINYIN_WORD - 1] = 'y';
	const char *key = pinyin_key(&a, name.s);
	clock_t start = clock();

	cr_assert(pinyin_word(&w, word, strlen(word)));
	cr_expect_not(pinyin_match(&w, key, strlen(key)));
	cr_expect_eq(pinyin_match_text(&w, name.s, name.nbytes), 0);
	cr_expect_lt(clock() - start, CLOCKS_PER_SEC / 2);
	word[PINYIN_WORD - 1] = 'z';
	cr_assert(pinyin_word(&w, word, strlen(word)));
	cr_expect(pinyin_match(&w, key, strlen(key)));
	strbuf_free(&name);
	arena_free(&a);
}

Test(pinyin, orders_names_as_a_dictionary)
{
	static const char *const sorted[] = {
		"",	      "（略）", "2号",	"10号",	  "１１号",   "a",	"B区",	   "Ｂ区",
		"b区2",	      "b区10",	"安全", "曹溪镇", "发展改革", "教育局", "教育局A", "教育厅",
		"卫生健康局", "卫生局", "校园", "云溪",	  "张三",     "张一",	"章二",	   "𪜀",
	};
	size_t n = sizeof sorted / sizeof sorted[0];

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++) {
			int order = pinyin_compare(sorted[i], sorted[k]);
			cr_expect_eq((order > 0) - (order < 0), (i > k) - (i < k), "%s, %s",
				     sorted[i], sorted[k]);
		}
}
