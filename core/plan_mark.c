/* Numbers of headings and items. Each style is one pattern over glyphs: N stands for digits, H for
 * a Chinese number, C for a circled digit, everything else for itself; what follows a bar ends the
 * number without belonging to it. */
#include "core/plan_mark.h"

enum { LARGEST_NUMBER = 999 };

static const struct {
	enum mark_kind kind;
	const char32_t *pattern;
} styles[] = {
	{MARK_HAN_PAREN, U"(H)"},   {MARK_HAN_PAREN, U"H)"},  {MARK_ARABIC_PAREN, U"(N)"},
	{MARK_ARABIC_PAREN, U"N)"}, {MARK_CIRCLE, U"C"},      {MARK_STEP, U"H是"},
	{MARK_HAN, U"H|、"},	    {MARK_HAN, U"H|."},	      {MARK_HAN, U"H|,"},
	{MARK_DASH, U"N-N"},	    {MARK_DASH, U"N.N|、"},   {MARK_DASH, U"N.N| "},
	{MARK_ARABIC, U"N|、"},	    {MARK_ARABIC, U"N|."},    {MARK_ARABIC, U"N|,"},
	{MARK_PART, U"第H章"},	    {MARK_PART, U"第H部分"},  {MARK_PART, U"第H篇"},
	{MARK_ARTICLE, U"第H条"},   {MARK_ARTICLE, U"第N条"}, {MARK_ARTICLE, U"第N项"},
	{MARK_ARTICLE, U"第H项"},
};

/* Reads the digits at i into *value; returns the place behind them, i when there are none. */
static size_t read_number(const struct plan_text *t, size_t i, int *value)
{
	int v = 0;
	size_t k = i;

	for (; k < t->n && glyph_is_digit(t->g[k].cp) && k - i < 4; k++)
		v = v * 10 + (int)(t->g[k].cp - '0');
	if (v > LARGEST_NUMBER || v == 0 || glyph_is_digit(t->g[k].cp))
		return i;
	*value = v;
	return k;
}

static size_t read_han(const struct plan_text *t, size_t i, int *value)
{
	size_t k = i;

	while (k < t->n && k - i < 6 && glyph_is_han_digit(t->g[k].cp))
		k++;
	*value = plan_text_han_number(t, (struct run){i, k});
	return *value > 0 && *value <= LARGEST_NUMBER ? k : i;
}

static size_t read_circle(const struct plan_text *t, size_t i, int *value)
{
	static const struct {
		char32_t from, to;
		int first;
	} rows[] = {{U'①', U'⑳', 1}, {U'㉑', U'㉟', 21}, {U'❶', U'❿', 1}, {U'⑴', U'⒇', 1}};

	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
		if (t->g[i].cp >= rows[r].from && t->g[i].cp <= rows[r].to) {
			*value = (int)(t->g[i].cp - rows[r].from) + rows[r].first;
			return i + 1;
		}
	return i;
}

/* One sign of a pattern at i; returns the place behind it, i when it does not stand there. */
static size_t read_sign(const struct plan_text *t, size_t i, char32_t sign, struct mark *m)
{
	int value = m->value;
	size_t k = sign == 'N'	 ? read_number(t, i, &value)
		   : sign == 'H' ? read_han(t, i, &value)
		   : sign == 'C' ? read_circle(t, i, &value)
				 : i + (t->g[i].cp == sign);

	if (k > i && plan_text_in(sign, U"NHC")) {
		m->above = m->value;
		m->value = value;
	}
	return k;
}

static bool read_style(const struct plan_text *t, size_t i, const char32_t *pattern, struct mark *m)
{
	size_t k = i;

	m->value = m->above = 0;
	m->no = (struct run){i, 0};
	for (; *pattern; pattern++) {
		size_t blank = k;

		if (*pattern == '|') {
			m->no.to = k;
			continue;
		}
		while (blank > i && blank < t->n && t->g[blank].cp == ' ' && *pattern != ' ')
			blank++;
		size_t next = read_sign(t, blank, *pattern, m);
		if (next == blank)
			return false;
		k = next;
	}
	if (!m->no.to)
		m->no.to = k;
	m->to = k;
	return true;
}

/* 2020年 at i: "3.2020年底前…" is the third item. */
static bool is_year(const struct plan_text *t, size_t i)
{
	return i + 4 < t->n && t->g[i].cp == '2' && t->g[i + 1].cp == '0' &&
	       glyph_is_digit(t->g[i + 2].cp) && glyph_is_digit(t->g[i + 3].cp) &&
	       t->g[i + 4].cp == U'年';
}

/* What looks like a number but is one of a text: 3.5, 2020-2022年, 1-3岁, 第一项目. */
static bool is_of_text(const struct plan_text *t, const struct mark *m)
{
	char32_t next = t->g[m->to].cp;

	switch (m->kind) {
	case MARK_ARABIC:
		return (glyph_is_digit(next) && !is_year(t, m->to)) || next == '%';
	case MARK_DASH:
		return glyph_is_digit(next) || m->value > 99 || m->above > 99 ||
		       plan_text_in(next, U"年月日岁周个家天小%‰-.万亿");
	case MARK_ARTICLE:
		return plan_text_in(next, U"规目款例所及和与之的");
	case MARK_ARABIC_PAREN:
	case MARK_HAN_PAREN:
		return plan_text_in(next, U",;。)款项条和与") ||
		       (next == U'、' && t->g[m->to + 1].cp == '(');
	default:
		return false;
	}
}

bool plan_mark_read(const struct plan_text *t, size_t i, struct mark *m)
{
	char32_t cp = i < t->n ? t->g[i].cp : 0;

	if (cp != '(' && cp != U'第' && !glyph_is_digit(cp) && !glyph_is_han_digit(cp) &&
	    (cp < U'①' || cp > U'❿'))
		return false;
	for (size_t r = 0; r < sizeof styles / sizeof *styles; r++) {
		if (!read_style(t, i, styles[r].pattern, m))
			continue;
		m->kind = styles[r].kind;
		if (is_of_text(t, m))
			continue;
		while (m->to < t->n && plan_text_in(t->g[m->to].cp, U" \t、.,:"))
			m->to++;
		return true;
	}
	return false;
}

bool plan_mark_begins(const struct plan_text *t, size_t i)
{
	struct mark m;

	return plan_mark_read(t, i, &m);
}
