/* What differs between two wordings, shown as "same [-gone-] {+new+}". */
#include "core/text/word_diff.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static const char *shown(struct arena *a, const char *was, const char *is)
{
	static const char *const marks[][2] = {
		[WORD_SAME] = {"", ""}, [WORD_GONE] = {"[-", "-]"}, [WORD_NEW] = {"{+", "+}"}};
	struct word_pieces p;
	const char *text = "";

	word_diff(a, was, is, &p);
	for (size_t i = 0; i < p.n; i++)
		text = arena_printf(a, "%s%s%.*s%s", text, marks[p.at[i].change][0],
				    (int)p.at[i].nbytes, p.at[i].text, marks[p.at[i].change][1]);
	return text;
}

Test(word_diff, shows_changes_as_a_reader_would)
{
	static const struct {
		const char *was, *is, *shown;
	} cases[] = {
		{"", "", ""},
		{"", "完成45%", "{+完成45%+}"},
		{"完成45%", "", "[-完成45%-]"},
		{"完成45%", "完成45%", "完成45%"},
		{"完成45%的任务", "完成50%的任务", "完成[-45-]{+50+}%的任务"},
		{"已培训1,200人次", "已培训1,350人次", "已培训[-1,200-]{+1,350+}人次"},
		{"增长9.5个百分点", "增长9.8个百分点", "增长[-9.5-]{+9.8+}个百分点"},
		{"开展义诊3场，发放手册。", "开展义诊3场，覆盖两镇，发放手册。",
		 "开展义诊3场，{+覆盖两镇，+}发放手册。"},
		{"第一段。第二段。第三段。", "第一段。第三段。", "第一段。第[-二段。第-]三段。"},
		{"甲乙丙", "丁乙戊", "[-甲乙丙-]{+丁乙戊+}"}, /* one lonely word confuses */
		{"甲乙乙丙", "丁乙乙戊", "[-甲-]{+丁+}乙乙[-丙-]{+戊+}"},
		{"the plan is done", "the plan was done", "the plan [-is-]{+was+} done"},
	};
	struct arena a = ARENA_INIT;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		cr_expect_str_eq(shown(&a, cases[i].was, cases[i].is), cases[i].shown, "%zu: %s", i,
				 shown(&a, cases[i].was, cases[i].is));
	arena_free(&a);
}

/* Both texts can be put together again from the pieces, whatever they are. */
Test(word_diff, loses_nothing)
{
	static const char *const words[] = {"完成", "进展", "45", "50", "，", "。", "a", " ", "𠀀"};
	struct arena a = ARENA_INIT;
	unsigned seed = 7;

	for (int round = 0; round < 300; round++) {
		char *texts[2] = {arena_strdup(&a, ""), arena_strdup(&a, "")};
		for (int t = 0; t < 2; t++)
			for (unsigned n = (seed = seed * 1103515245 + 12345) >> 16 & 31; n; n--) {
				seed = seed * 1103515245 + 12345;
				texts[t] =
					arena_printf(&a, "%s%s", texts[t], words[(seed >> 16) % 9]);
			}
		struct word_pieces p;
		char *was = arena_strdup(&a, ""), *is = arena_strdup(&a, "");
		word_diff(&a, texts[0], texts[1], &p);
		for (size_t i = 0; i < p.n; i++) {
			const struct word_piece *x = &p.at[i];
			cr_assert_gt(x->nbytes, 0);
			cr_assert(i == 0 || x->change != p.at[i - 1].change);
			if (x->change != WORD_NEW)
				was = arena_printf(&a, "%s%.*s", was, (int)x->nbytes, x->text);
			if (x->change != WORD_GONE)
				is = arena_printf(&a, "%s%.*s", is, (int)x->nbytes, x->text);
		}
		cr_assert_str_eq(was, texts[0]);
		cr_assert_str_eq(is, texts[1]);
	}
	arena_free(&a);
}

Test(word_diff, long_texts_do_not_take_long, .timeout = 5)
{
	enum { CHARS = 4000 };
	static char was[CHARS * 3 + 1], is[CHARS * 3 + 1];
	struct arena a = ARENA_INIT;
	struct word_pieces p;

	for (int i = 0; i < CHARS; i++) {
		memcpy(was + i * 3, i * 7 % 11 < 5 ? "进" : "展", 3);
		memcpy(is + i * 3, i * 5 % 13 < 6 ? "进" : "展", 3);
	}
	word_diff(&a, was, is, &p);
	cr_assert_gt(p.n, 1);
	arena_free(&a);
}
