/* The foot of a web page: 主办单位:…, 承办:…, 版权所有 among the last lines. The same labels name
 * units of tasks, so that they count as the foot's only where the text before has none of them, or
 * where a record number, a copyright or what can be clicked stands there. */
#include "core/reader/plan_foot.h"

enum { MOST_LINES = 8, LONGEST_LINE = 120 };

static const char32_t *const labels[] = {U"网站主办", U"主办单位", U"主办:", U"主管单位",
					 U"主管:",    U"承办单位", U"承办:", U"版权所有"};

static const char32_t *const signs[] = {U"版权所有", U"公网安备", U"网站标识码", U"技术支持",
					U"备案",     U"ICP备",	  U"建议使用"};

static const char32_t *const controls[] = {U"打印",   U"【打印", U"(打印",  U"关闭",   U"【关闭",
					   U"扫一扫", U"分享",	 U"上一篇", U"下一篇", U"[打印"};

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* The filled line that ends before i, which is shorter than LONGEST_LINE; empty for none. */
static struct run line_before(const struct plan_text *t, size_t i)
{
	size_t from;

	while (i > 0 && glyph_is_blank(t->g[i - 1].cp))
		i--;
	for (from = i; from > 0 && t->g[from - 1].cp != '\n'; from--)
		if (i - from > LONGEST_LINE)
			return (struct run){i, i};
	return plan_text_trim(t, (struct run){from, i});
}

/* Whether the text before `to` uses a label of those with a colon. */
static bool is_used(const struct plan_text *t, size_t to)
{
	for (size_t i = 0; i < to; i++) {
		size_t n = plan_text_in(t->g[i].cp, U"主承") ? 2 : 0;
		struct run word = {i, i + 2};

		if (n == 0 || !(plan_text_is(t, word, U"主办") || plan_text_is(t, word, U"主管") ||
				plan_text_is(t, word, U"承办")))
			continue;
		n += plan_text_match(t, i + 2, to, U"单位") +
		     plan_text_match(t, i + 2, to, U"部门");
		if (i + n < to && plan_text_in(t->g[i + n].cp, U":)"))
			return true;
	}
	return false;
}

struct run plan_foot_find(const struct plan_text *t, bool *sure)
{
	struct run foot = {t->n, t->n}, line;
	bool page = false;
	size_t i = t->n;

	for (int n = 0; n < MOST_LINES; n++, i = line.from) {
		line = line_before(t, i);
		if (line.to == line.from)
			break;
		page |= plan_text_has_any(t, line, signs, ROWS(signs));
		if (plan_text_begins_any(t, line, labels, ROWS(labels)))
			foot.from = line.from;
		else if (plan_text_begins_any(t, line, controls, ROWS(controls)))
			page |= foot.from < foot.to;
	}
	*sure = page;
	if (!page && foot.from < foot.to && is_used(t, foot.from))
		foot.from = foot.to;
	return foot;
}
