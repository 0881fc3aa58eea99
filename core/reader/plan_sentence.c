/* Sentences: where their clauses end, which of them say what is and not what is to be, and labels
 * that say that goals follow. */
#include "core/reader/plan_figure.h"

#define ROWS(table) (sizeof(table) / sizeof *(table))

enum { LONGEST_LABEL = 10 };

/* Whether the sign at i stands inside a number: 1,500, 1:2. */
static bool parts_digits(const struct plan_text *t, size_t i, size_t to)
{
	size_t k = i + 1;

	if (t->g[i].cp == ':')
		return i > 0 && k < to && glyph_is_digit(t->g[i - 1].cp) &&
		       glyph_is_digit(t->g[k].cp);

	while (k < to && glyph_is_digit(t->g[k].cp))
		k++;
	return k - i == 4 && i > 0 && glyph_is_digit(t->g[i - 1].cp);
}

bool plan_sentence_parts(const struct plan_text *t, size_t i, size_t to)
{
	size_t k = i + 1;

	if (!glyph_is_sign(t->g[i].cp, U",;:。!?|\t\n"))
		return false;
	while (k < to && t->g[k].cp == ' ')
		k++;
	if (!plan_text_in(t->g[i].cp, U",:") || k >= to)
		return true;
	if (t->g[i].cp == ',' && t->g[k].cp == U'并')
		return k + 2 < to && plan_text_in(t->g[k + 1].cp, U"于到在") &&
		       glyph_is_digit(t->g[k + 2].cp);
	return !parts_digits(t, i, to);
}

bool plan_sentence_names_goals(const struct plan_text *t, struct run r)
{
	static const char32_t *const goals[] = {U"目标", U"指标"};

	return r.to - r.from <= LONGEST_LABEL &&
	       plan_text_has_any(t, r, goals, sizeof goals / sizeof *goals);
}

bool plan_sentence_is_problem(const struct plan_text *t, struct run r)
{
	static const char32_t *const words[] = {U"督察指出", U"督察发现", U"检查发现", U"巡察发现",
						U"巡视指出", U"审计发现", U"存在问题", U"目前",
						U"截至目前", U"现有",	  U"全区现有", U"全市现有",
						U"全县现有", U"全省现有", U"我区现有"};

	return plan_text_begins_any(t, r, words, ROWS(words));
}

bool plan_sentence_is_past(const struct plan_text *t, struct run r)
{
	static const char32_t *const words[] = {U"去年", U"上年", U"前年"};

	return plan_text_begins_any(t, r, words, ROWS(words));
}
