/* Figures: digits, the upper end of a range, the words behind them that say "at least" or "at
 * most". What is no figure of a plan (ages, durations, numbers glued to Latin letters) is told
 * apart here.
 */
#include "core/reader/plan_figure.h"

enum { LONGEST_QUOTE = 200, NEAR = 10, LONGEST_NUMBER = 5 };

struct op_word {
	const char32_t *word;
	enum target_op op;
};

static const struct op_word behind[] = {
	{U"及以上", OP_AT_LEAST}, {U"以上", OP_AT_LEAST}, {U"及以下", OP_AT_MOST},
	{U"以下", OP_AT_MOST},	  {U"以内", OP_AT_MOST},  {U"之内", OP_AT_MOST},
	{U"左右", OP_ABOUT},	  {U"上下", OP_ABOUT},	  {U"之间", OP_AT_LEAST},
};

#define ROWS(table) (sizeof(table) / sizeof *(table))

static size_t skip_blanks(const struct plan_text *t, size_t i, size_t to)
{
	while (i < to && t->g[i].cp == ' ')
		i++;
	return i;
}

/* Digits with one point; a comma only before three digits. */
static size_t read_digits(const struct plan_text *t, size_t i, size_t to)
{
	bool point = false;

	while (i < to && i + 1 <= t->n) {
		char32_t cp = t->g[i].cp;
		bool digit_next = i + 1 < to && glyph_is_digit(t->g[i + 1].cp);

		if (glyph_is_digit(cp)) {
			i++;
		} else if (cp == '.' && digit_next && !point) {
			point = true;
			i++;
		} else if (cp == ',' && i + 3 < to && digit_next &&
			   glyph_is_digit(t->g[i + 2].cp) && glyph_is_digit(t->g[i + 3].cp) &&
			   !(i + 4 < to && glyph_is_digit(t->g[i + 4].cp))) {
			i++;
		} else {
			break;
		}
	}
	return i;
}

/* Behind a number without a known measure: what makes it no figure at all. */
static bool is_no_figure(const struct plan_text *t, const struct figure *f, size_t to)
{
	size_t i = skip_blanks(t, f->measure.to, to);
	char32_t next = i < to ? t->g[i].cp : 0;

	if (f->kind == FIGURE_OTHER)
		return true;
	if (f->kind == FIGURE_BARE)
		return (next < 0x80 && next > ' ' && !plan_text_in(next, U",;()|")) ||
		       plan_text_in(next, U"年月日天周岁届版号级类种位时点度线期") ||
		       (glyph_is_han(next) && !plan_text_in(next, U"以及和左之或、"));
	return false;
}

/* (含) before or behind 以上. */
static size_t skip_included(const struct plan_text *t, size_t i, size_t to)
{
	static const char32_t *const words[] = {U"(含)", U"(含本数)"};

	for (size_t k = 0; k < ROWS(words); k++)
		i += plan_text_match(t, i, to, words[k]);
	return i;
}

static void read_behind(const struct plan_text *t, size_t to, struct figure *f)
{
	size_t i = skip_included(t, skip_blanks(t, f->to, to), to), n;

	for (size_t r = 0; r < ROWS(behind); r++)
		if ((n = plan_text_match(t, i, to, behind[r].word)) > 0) {
			f->has_op = true;
			f->op = behind[r].op;
			f->between = t->g[i].cp == U'之' && f->op == OP_AT_LEAST;
			f->to = skip_included(t, i + n, to);
			return;
		}
	if (f->kind == FIGURE_LEVEL && i < to && t->g[i].cp == U'内') {
		f->has_op = true;
		f->op = OP_AT_MOST;
		f->to = i + 1;
	}
}

/* The upper end of a range: 20-30个, 60%~70%, 3至5家. */
static size_t read_high(const struct plan_text *t, size_t i, size_t to, struct figure *f)
{
	size_t k = skip_blanks(t, i, to);

	if (k < to && plan_text_in(t->g[k].cp, U"%‰"))
		k++;
	if (k >= to || !plan_text_in(t->g[k].cp, U"-~至"))
		return i;
	while (k < to && plan_text_in(t->g[k].cp, U"-~至"))
		k++;
	k = skip_blanks(t, k, to);
	size_t end = read_digits(t, k, to);
	if (end == k)
		return i;
	f->high = (struct run){k, end};
	return end;
}

/* Whether the words before i ask for a number in Chinese: 至少一家, 建成三个. */
static bool asks_number(const struct plan_text *t, size_t i, int number)
{
	static const char32_t *const least[] = {U"至少", U"不少于", U"不低于"};
	static const char32_t *const doing[] = {U"新建", U"新增", U"建成", U"建设", U"打造",
						U"培育", U"创建", U"举办", U"、"};
	struct run words = {i > 4 ? i - 4 : 0, i};

	return plan_text_ends_any(t, words, least, ROWS(least)) ||
	       (number > 1 && plan_text_ends_any(t, words, doing, ROWS(doing)));
}

/* 新建水厂一座、泵站两座: behind what is counted, at the end of its words. */
static bool ends_words(const struct plan_text *t, size_t i, size_t to)
{
	return i >= to || glyph_is_sign(t->g[i].cp, U",;.。、)\n|");
}

/* The number of several characters that ends its words: 管网一百二十公里. */
static bool read_behind_noun(const struct plan_text *t, size_t i, size_t to, struct figure *f)
{
	size_t k = i;

	while (k < to && k - i < LONGEST_NUMBER &&
	       (glyph_is_han_digit(t->g[k].cp) || t->g[k].cp == U'两'))
		k++;
	f->words =
		k == i + 1 && t->g[i].cp == U'两' ? 2 : plan_text_han_number(t, (struct run){i, k});
	if (f->words == 0 || i == 0 || !glyph_is_han(t->g[i - 1].cp) ||
	    plan_text_in(t->g[i - 1].cp, U"第每几数这那有同统"))
		return false;
	f->number = (struct run){i, k};
	plan_measure_read(t, k, to, f);
	f->to = f->measure.to;
	return f->to > k && f->kind == FIGURE_COUNT && f->scale.to == f->scale.from &&
	       (f->sort == MEASURE_PLAIN || f->sort == MEASURE_SIZE) &&
	       plan_text_in(t->g[f->measure.from].cp, U"座处所家个条公千套台辆艘名亩户间栋幢") &&
	       ends_words(t, f->to, to);
}

/* The number printed in Chinese at i: 百所, 三个. Systems and rules are no volumes of work. */
static bool read_in_words(const struct plan_text *t, size_t i, size_t to, struct figure *f)
{
	static const char32_t *const abstract[] = {U"体系", U"机制", U"制度", U"格局",
						   U"万户", U"行动", U"工程"};
	char32_t cp = t->g[i].cp, before = i > 0 ? t->g[i - 1].cp : 0;
	bool round = plan_text_in(cp, U"百千");
	struct run noun = {i + 1, i + NEAR < to ? i + NEAR : to};

	if (glyph_is_han_digit(before) || before == U'第')
		return false;
	if (!round && read_behind_noun(t, i, to, f))
		return true;
	f->words = cp == U'百'	 ? 100
		   : cp == U'千' ? 1000
		   : cp == U'两' ? 2
				 : plan_text_han_number(t, (struct run){i, i + 1});
	if (round ? !glyph_is_han(before) || plan_text_in(before, U"几数每") || i + 1 >= to ||
			    !plan_text_in(t->g[i + 1].cp, U"所家场名座个")
		  : !asks_number(t, i, f->words))
		return false;
	f->number = (struct run){i, i + 1};
	plan_measure_read(t, i + 1, to, f);
	f->to = f->measure.to;
	return f->words > 0 && f->kind == FIGURE_COUNT && f->sort != MEASURE_LAST &&
	       f->scale.to == f->scale.from && !plan_text_is(t, f->measure, U"批") &&
	       !plan_text_has_any(t, noun, abstract, ROWS(abstract));
}

/* What digits must not stand behind: Latin letters and signs (PM2.5), 第, the first part of 1:2. */
static bool may_begin(const struct plan_text *t, size_t i)
{
	char32_t before = i > 0 ? t->g[i - 1].cp : 0;

	if (before == ':' && i > 1 && glyph_is_digit(t->g[i - 2].cp))
		return false;
	return (before >= 0x80 || before <= ' ' || plan_text_in(before, U",;()<>~:=|")) &&
	       before != U'第';
}

/* 1 50场: digits that a blank has parted, when only the last have a measure. */
static size_t read_apart(const struct plan_text *t, size_t end, size_t to, struct figure *f)
{
	struct figure more = {0};
	size_t k = end < to && t->g[end].cp == ' ' ? read_digits(t, end + 1, to) : end;

	if (k <= end + 1 || f->number.to - f->number.from > 2)
		return end;
	plan_measure_read(t, k, to, &more);
	if (more.kind == FIGURE_BARE)
		return end;
	more.number = (struct run){f->number.from, k};
	more.from = f->from;
	*f = more;
	return k;
}

bool plan_figure_read(const struct plan_text *t, size_t i, size_t to, struct figure *f)
{
	char32_t before = i > 0 ? t->g[i - 1].cp : 0;
	size_t end;

	if (i >= to)
		return false;
	if (!plan_figure_may_begin(t->g[i].cp))
		return false;
	*f = (struct figure){.from = i, .op = OP_AT_LEAST};
	if (!glyph_is_digit(t->g[i].cp))
		return read_in_words(t, i, to, f);
	end = read_digits(t, i, to);
	if (end == i || !may_begin(t, i))
		return false;
	f->number = (struct run){i, end};
	end = read_high(t, end, to, f);
	plan_measure_read(t, end, to, f);
	if (f->kind == FIGURE_BARE && f->high.to == 0)
		end = read_apart(t, end, to, f);
	f->to = f->measure.to;
	if (is_no_figure(t, f, to) || before == U'每') {
		f->to = before == U'每' ? f->to : end;
		f->kind = FIGURE_OTHER;
		return true;
	}
	read_behind(t, to, f);
	return true;
}

static const char *decimal(struct arena *a, const struct plan_text *t, struct run number)
{
	char *out = arena_alloc(a, number.to - number.from + 1), *end = out;

	while (number.to - number.from > 1 && t->g[number.from].cp == '0' &&
	       t->g[number.from + 1].cp != '.')
		number.from++;
	for (size_t i = number.from; i < number.to; i++)
		if (t->g[i].cp != ',' && t->g[i].cp != ' ')
			*end++ = (char)t->g[i].cp;
	return out;
}

const char *plan_figure_value(struct arena *a, const struct plan_text *t, const struct figure *f)
{
	return f->words ? arena_printf(a, "%d", f->words) : decimal(a, t, f->number);
}

const char *plan_figure_high(struct arena *a, const struct plan_text *t, const struct figure *f)
{
	return decimal(a, t, f->high);
}

static char32_t closing_of(char32_t open)
{
	switch (open) {
	case U'“':
		return U'”';
	case U'《':
		return U'》';
	case U'「':
		return U'」';
	case U'『':
		return U'』';
	case U'"':
		return U'"';
	default:
		return 0;
	}
}

size_t plan_quoted_end_rest(const struct plan_text *t, size_t i, size_t to)
{
	char32_t close = closing_of(t->g[i].cp);
	size_t k = i + 1;

	if (!close)
		return plan_text_next(t, i, to);
	while (k < to && k - i < LONGEST_QUOTE && t->g[k].cp != close && t->g[k].cp != '\n')
		k++;
	return k < to && t->g[k].cp == close ? k + 1 : i + 1;
}
