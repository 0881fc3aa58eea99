/* Numbers of headings and items. Each style is one pattern over glyphs: N stands for digits, H for
 * a Chinese number, F for one in the forms of accounts (壹), C for a circled digit, P for one in
 * brackets as one character, W for a word that the document numbers (plan_series.c), M for a number
 * of a register, everything else for itself; what follows a bar ends the number without belonging
 * to it. Of two patterns that fit, the one that stands first is taken. */
#include "core/reader/plan_mark.h"

#include "core/reader/plan_lexicon.h"
#include "core/reader/plan_series.h"

enum { LARGEST_NUMBER = 999, MOST_DIGITS = 6, LONGEST_FILED = 12 };

#define ROWS(table) (sizeof(table) / sizeof *(table))

static const struct {
	enum mark_kind kind;
	const char32_t *pattern;
} styles[] = {
	{MARK_HAN_PAREN, U"(H)"},     {MARK_HAN_PAREN, U"H)"},	    {MARK_ARABIC_PAREN, U"(N)"},
	{MARK_ARABIC_PAREN, U"N)"},   {MARK_CIRCLE, U"C"},	    {MARK_HAN_PAREN, U"P"},
	{MARK_STEP, U"H是"},	      {MARK_PART, U"F|、"},	    {MARK_HAN, U"H|、"},
	{MARK_HAN, U"H|."},	      {MARK_HAN, U"H|,"},	    {MARK_DASH_DEEP, U"N.N.N"},
	{MARK_DASH_DEEP, U"N-N-N"},   {MARK_DASH, U"N-N"},	    {MARK_DASH, U"N.N"},
	{MARK_ARABIC, U"N|、"},	      {MARK_ARABIC, U"N|."},	    {MARK_ARABIC, U"N|,"},
	{MARK_PART, U"第H章"},	      {MARK_PART, U"第H部分"},	    {MARK_PART, U"第H篇"},
	{MARK_ARTICLE, U"第H条"},     {MARK_ARTICLE, U"第N条"},	    {MARK_ARTICLE, U"第N项"},
	{MARK_ARTICLE, U"第H项"},     {MARK_ARTICLE, U"(WH)"},	    {MARK_ARTICLE, U"(WN)"},
	{MARK_DASH, U"WN.N"},	      {MARK_DASH, U"WN-N"},	    {MARK_ARTICLE, U"WH"},
	{MARK_ARTICLE, U"WN"},	      {MARK_PART, U"R|、"},	    {MARK_CIRCLE, U"L|."},
	{MARK_CIRCLE, U"L|、"},

	{MARK_PART, U"R|."},	      {MARK_HAN, U"H|:"},	    {MARK_HAN, U"H|。"},
	{MARK_ARABIC, U"N|:"},	      {MARK_ARABIC, U"N|。"},	    {MARK_HAN, U"H| "},
	{MARK_ARABIC, U"N| "},	      {MARK_ARTICLE, U"第M号建议"}, {MARK_ARTICLE, U"第M号提案"},
	{MARK_ARTICLE, U"第M号议案"}, {MARK_ARTICLE, U"第M号件"},   {MARK_ARTICLE, U"第M号|:"},
	{MARK_ARTICLE, U"第M号| "},   {MARK_ARTICLE, U"第M号|\n"},
};

/* The digits of a number in a register, of which only that they are digits counts. */
static size_t read_filed(const struct plan_text *t, size_t i)
{
	size_t k = i;

	while (k - i < LONGEST_FILED && glyph_is_digit(t->g[k].cp))
		k++;
	return glyph_is_digit(t->g[k].cp) ? i : k;
}

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

	while (k < t->n && k - i < MOST_DIGITS && glyph_is_han_digit(t->g[k].cp))
		k++;
	*value = plan_text_han_number(t, (struct run){i, k});
	return *value > 0 && *value <= LARGEST_NUMBER ? k : i;
}

/* Characters that are whole numbers, by the sign of the pattern that they stand for. */
static const struct {
	char32_t sign, from, to;
	int first;
} single[] = {{'C', U'①', U'⑳', 1}, {'C', U'㉑', U'㉟', 21}, {'C', U'❶', U'❿', 1},
	      {'C', U'⑴', U'⒇', 1}, {'C', U'⒈', U'⒛', 1},    {'P', U'㈠', U'㈩', 1},
	      {'R', U'Ⅰ', U'Ⅻ', 1}, {'L', U'A', U'Z', 1}};

static size_t read_single(const struct plan_text *t, size_t i, char32_t sign, int *value)
{
	for (size_t r = 0; r < ROWS(single); r++)
		if (sign == single[r].sign && t->g[i].cp >= single[r].from &&
		    t->g[i].cp <= single[r].to) {
			*value = (int)(t->g[i].cp - single[r].from) + single[r].first;
			return i + 1;
		}
	return i;
}

static const char32_t formal[] = U"壹贰叁肆伍陆柒捌玖拾",
		      formal_traditional[] = U"壹貳参肆伍陸柒捌玖拾";

static size_t read_formal(const struct plan_text *t, size_t i, int *value)
{
	for (int k = 0; formal[k]; k++)
		if (t->g[i].cp == formal[k] || t->g[i].cp == formal_traditional[k]) {
			*value = k + 1;
			return i + 1;
		}
	return i;
}

/* One sign of a pattern at i; returns the place behind it, i when it does not stand there. */
static size_t read_sign(const struct plan_text *t, size_t i, char32_t sign, struct mark *m)
{
	int value = m->value;
	size_t k = sign == 'N'			 ? read_number(t, i, &value)
		   : sign == 'H'		 ? read_han(t, i, &value)
		   : sign == 'F'		 ? read_formal(t, i, &value)
		   : plan_text_in(sign, U"CPRL") ? read_single(t, i, sign, &value)
		   : sign == 'W'		 ? i + plan_series_word(t, i)
		   : sign == 'M'		 ? read_filed(t, i)
						 : i + (t->g[i].cp == sign);

	m->series |= sign == 'W' && k > i;
	m->letter |= sign == 'L' && k > i;
	m->filed |= sign == 'M' && k > i;
	if (k > i && plan_text_in(sign, U"NHFCPRL")) {
		m->above = m->value;
		m->value = value;
	}
	return k;
}

static bool read_style(const struct plan_text *t, size_t i, const char32_t *pattern, struct mark *m)
{
	size_t k = i;

	m->value = m->above = 0;
	m->series = m->filed = m->letter = false;
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

/* Measures behind a decimal: 3.5公里 is no third item's fifth part. */
static const char32_t *const measures[] = {U"公里", U"公顷", U"公斤", U"米",   U"亩", U"吨",
					   U"元",   U"平方", U"立方", U"千米", U"克", U"升",
					   U"毫克", U"微克", U"千克", U"人次", U"个", U"级"};

static size_t skip_digits(const struct plan_text *t, size_t i)
{
	size_t k = i;

	while (k - i < MOST_DIGITS && glyph_is_digit(t->g[k].cp))
		k++;
	return k;
}

/* Whether digits at i are a figure that stands behind the point of a number: 2.85名, which is no
 * decimal, 2.0-6岁, 7.3.5公里. */
static bool is_figure_apart(const struct plan_text *t, size_t i)
{
	size_t k = skip_digits(t, i), decimal = skip_digits(t, k + 1);

	if (k > i && t->g[k].cp == '.' && decimal > k + 1)
		return glyph_is_han(t->g[decimal].cp);
	return k > i &&
	       (plan_text_in(t->g[k].cp, U"名人所家场座月日") ||
		(plan_text_in(t->g[k].cp, U"-~至") && glyph_is_digit(t->g[k + 1].cp) && k < i + 3));
}

/* Behind a number with a blank (1 净水) only where the document numbers so, and before a word. */
static bool is_blank_number(const struct plan_text *t, const struct mark *m)
{
	const struct plan_series *s = t->series;
	size_t i = m->to;

	while (t->g[i].cp == ' ')
		i++;
	return s && (m->kind == MARK_HAN ? s->han_blank : s->blank) && glyph_is_han(t->g[i].cp) &&
	       !plan_text_in(t->g[i].cp, U"年月日时号期个名人家所次场是至到");
}

/* What looks like a number but is one of a text: 3.5, 2020-2022年, 1-3岁, 第一项目. */
static bool is_of_text(const struct plan_text *t, const struct mark *m)
{
	char32_t next = t->g[m->to].cp;

	switch (m->kind) {
	case MARK_HAN:
		return t->g[m->no.to].cp == ' ' && m->to == m->no.to + 1 && !is_blank_number(t, m);
	case MARK_ARABIC:
		if (t->g[m->no.to].cp == ' ' && m->to == m->no.to + 1)
			return !is_blank_number(t, m);
		return (glyph_is_digit(next) && !is_year(t, m->to) && !is_figure_apart(t, m->to)) ||
		       next == '%';
	case MARK_DASH:
	case MARK_DASH_DEEP:
		return glyph_is_digit(next) || m->value > 99 || m->above > 99 ||
		       plan_text_in(next, U",;。)%‰-~\n年月日岁周个家天小万亿倍名人所场座") ||
		       (next == '.' && glyph_is_digit(t->g[m->to + 1].cp)) ||
		       plan_text_begins_any(t, (struct run){m->to, t->n}, measures, ROWS(measures));
	case MARK_ARTICLE:
		if (m->series)
			return !plan_text_in(next, U":、.,- \t\n") && t->g[m->to - 1].cp != ')';
		return !m->filed && plan_text_in(next, U"规目款例所及和与之的");
	case MARK_ARABIC_PAREN:
	case MARK_HAN_PAREN:
		return plan_text_in(next, U",;。)款项条和与") ||
		       (next == U'、' && t->g[m->to + 1].cp == '(');
	case MARK_CIRCLE:
		return m->letter && !glyph_is_han(next);
	default:
		return false;
	}
}

/* The first glyph behind the digits of one kind at i that is no blank. */
static char32_t glyph_behind(const struct plan_text *t, size_t i, bool (*is_digit)(char32_t cp))
{
	for (int n = 0; n < MOST_DIGITS && is_digit(t->g[i].cp); n++)
		i++;
	while (t->g[i].cp == ' ')
		i++;
	return t->g[i].cp;
}

/* Whether what stands behind the digits at i lets them be a number of an item; those of a sentence
 * are refused here. */
static bool may_begin(const struct plan_text *t, size_t i)
{
	int value;

	const struct plan_series *s = t->series;

	if (t->g[i].cp == '(') {
		while (t->g[++i].cp == ' ')
			;
		return glyph_is_digit(t->g[i].cp) || glyph_is_han_digit(t->g[i].cp) ||
		       plan_series_word(t, i) > 0;
	}
	if (glyph_is_digit(t->g[i].cp))
		return plan_text_in(glyph_behind(t, i, glyph_is_digit), U").-、,:。") ||
		       (s && s->blank);
	if (glyph_is_han_digit(t->g[i].cp) &&
	    (plan_text_in(glyph_behind(t, i, glyph_is_han_digit), U")是、.,:。") ||
	     (s && s->han_blank)))
		return true;
	return t->g[i].cp == U'第' || plan_series_word(t, i) > 0 || read_formal(t, i, &value) > i ||
	       read_single(t, i, 'C', &value) > i || read_single(t, i, 'P', &value) > i ||
	       read_single(t, i, 'R', &value) > i ||
	       (read_single(t, i, 'L', &value) > i && plan_text_in(t->g[i + 1].cp, U".、"));
}

static void add_starts(struct word_starts *w, const char32_t *signs)
{
	for (; *signs; signs++)
		word_starts_add_sign(w, *signs);
}

/* The same, and how the words of the document begin. */
static const struct word_starts *starts_with(struct arena *a, const struct word_starts *starts,
					     const struct plan_text *t)
{
	struct word_starts *own = arena_alloc(a, sizeof *own);

	*own = *starts;
	for (size_t k = 0; k < t->series->n; k++)
		word_starts_add_sign(own, t->g[t->series->words[k].from].cp);
	return own;
}

void plan_mark_prepare(struct arena *a, struct plan_text *t)
{
	static struct word_starts starts;
	static bool ready;

	if (!ready) {
		add_starts(&starts, U"(第0123456789〇零一二两三四五六七八九十百");
		add_starts(&starts, formal);
		add_starts(&starts, formal_traditional);
		for (size_t r = 0; r < ROWS(single); r++)
			for (char32_t cp = single[r].from; cp <= single[r].to; cp++)
				word_starts_add_sign(&starts, cp);
		ready = true;
	}
	t->series = plan_series_find(a, t);
	t->mark_starts = t->series->n > 0 ? starts_with(a, &starts, t) : &starts;
}

/* Whether a pattern may begin with its first sign at cp; a "no" is sure. */
static bool may_stand(char32_t sign, char32_t cp)
{
	switch (sign) {
	case 'N':
		return glyph_is_digit(cp);
	case 'H':
		return glyph_is_han_digit(cp);
	case '(':
	case U'第':
		return cp == sign;
	default:
		return true;
	}
}

bool plan_mark_read_rest(const struct plan_text *t, size_t i, struct mark *m)
{
	if (!may_begin(t, i))
		return false;
	for (size_t r = 0; r < ROWS(styles); r++) {
		if (!may_stand(*styles[r].pattern, t->g[i].cp) ||
		    !read_style(t, i, styles[r].pattern, m))
			continue;
		m->kind = styles[r].kind;
		if (is_of_text(t, m))
			continue;
		while (m->to < t->n && (plan_text_in(t->g[m->to].cp, U" \t、.,:") ||
					(m->series && t->g[m->to].cp == '-')))
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

/* A pattern as it is printed for the first item: "(H)" is (一). */
static void add_pattern(struct lexicon *l, const char32_t *pattern)
{
	static const char32_t signs[] = U"NHFRL", firsts[] = U"1一壹ⅠA";
	char32_t word[8];
	size_t n = 0;

	for (; *pattern && n + 1 < ROWS(word); pattern++) {
		if (*pattern == '|')
			continue;
		word[n] = *pattern;
		for (size_t k = 0; signs[k]; k++)
			if (signs[k] == *pattern)
				word[n] = firsts[k];
		n++;
	}
	word[n] = 0;
	plan_lexicon_add(l, word);
}

/* Whether a pattern alone does not say how its number is printed, or only the document shows that
 * it is one. */
static bool is_special(const char32_t *pattern)
{
	for (const char32_t *s = pattern; *s; s++)
		if (plan_text_in(*s, U"CPWM "))
			return true;
	return false;
}

void plan_mark_words(struct lexicon *l, int sort)
{
	(void)sort;
	for (size_t r = 0; r < ROWS(styles); r++)
		if (!is_special(styles[r].pattern))
			add_pattern(l, styles[r].pattern);
	for (size_t r = 0; r < ROWS(single); r++)
		if (single[r].first == 1 && !plan_text_in(single[r].sign, U"RL"))
			plan_lexicon_add(l, (char32_t[]){single[r].from, 0});
}
