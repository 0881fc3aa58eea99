/* Figures: digits, the measure behind them, the words around them that say "at least" or "at most".
 * What is no figure of a plan (ages, durations, numbers glued to Latin letters) is told apart here.
 */
#include "core/plan_figure.h"

enum { LONGEST_QUOTE = 200 };

struct op_word {
	const char32_t *word;
	enum target_op op;
	bool change; /* the figure is a difference: 每年下降0.5个百分点 */
};

/* The longer before the shorter that it ends in. */
static const struct op_word level_verbs[] = {
	{U"不低于", OP_AT_LEAST, false}, {U"不少于", OP_AT_LEAST, false},
	{U"不小于", OP_AT_LEAST, false}, {U"不高于", OP_AT_MOST, false},
	{U"不超过", OP_AT_MOST, false},	 {U"不大于", OP_AT_MOST, false},
	{U"不多于", OP_AT_MOST, false},	 {U"控制到", OP_AT_MOST, false},
	{U"控制在", OP_AT_MOST, false},	 {U"下降到", OP_AT_MOST, false},
	{U"下降至", OP_AT_MOST, false},	 {U"降低到", OP_AT_MOST, false},
	{U"降低至", OP_AT_MOST, false},	 {U"压减到", OP_AT_MOST, false},
	{U"减少到", OP_AT_MOST, false},	 {U"减少至", OP_AT_MOST, false},
	{U"压缩到", OP_AT_MOST, false},	 {U"压缩至", OP_AT_MOST, false},
	{U"缩短到", OP_AT_MOST, false},	 {U"缩短至", OP_AT_MOST, false},
	{U"精简到", OP_AT_MOST, false},	 {U"精简至", OP_AT_MOST, false},
	{U"降至", OP_AT_MOST, false},	 {U"降到", OP_AT_MOST, false},
	{U"低于", OP_AT_MOST, false},	 {U"小于", OP_AT_MOST, false},
	{U"少于", OP_AT_MOST, false},	 {U"提升到", OP_AT_LEAST, false},
	{U"提升至", OP_AT_LEAST, false}, {U"提高到", OP_AT_LEAST, false},
	{U"提高至", OP_AT_LEAST, false}, {U"增加到", OP_AT_LEAST, false},
	{U"增加至", OP_AT_LEAST, false}, {U"增长到", OP_AT_LEAST, false},
	{U"上升到", OP_AT_LEAST, false}, {U"保持在", OP_AT_LEAST, false},
	{U"稳定在", OP_AT_LEAST, false}, {U"巩固在", OP_AT_LEAST, false},
	{U"维持在", OP_AT_LEAST, false}, {U"保持", OP_AT_LEAST, false},
	{U"稳定", OP_AT_LEAST, false},	 {U"达到", OP_AT_LEAST, false},
	{U"达", OP_AT_LEAST, false},	 {U"大于", OP_AT_LEAST, false},
	{U"高于", OP_AT_LEAST, false},	 {U"超过", OP_AT_LEAST, false},
	{U"突破", OP_AT_LEAST, false},	 {U"升至", OP_AT_LEAST, false},
	{U"为", OP_AT_LEAST, false},	 {U"超", OP_AT_LEAST, false},
	{U"≥", OP_AT_LEAST, false},	 {U"≤", OP_AT_MOST, false},
	{U">", OP_AT_LEAST, false},	 {U"<", OP_AT_MOST, false},
	{U"下降", OP_AT_LEAST, true},	 {U"降低", OP_AT_LEAST, true},
	{U"减少", OP_AT_LEAST, true},	 {U"提高", OP_AT_LEAST, true},
	{U"提升", OP_AT_LEAST, true},	 {U"增长", OP_AT_LEAST, true},
	{U"增加", OP_AT_LEAST, true},	 {U"上升", OP_AT_LEAST, true},
};

static const struct op_word behind[] = {
	{U"及以上", OP_AT_LEAST, false}, {U"以上", OP_AT_LEAST, false},
	{U"及以下", OP_AT_MOST, false},	 {U"以下", OP_AT_MOST, false},
	{U"以内", OP_AT_MOST, false},	 {U"之内", OP_AT_MOST, false},
	{U"左右", OP_ABOUT, false},	 {U"上下", OP_ABOUT, false},
};

struct measure {
	const char32_t *word;
	enum figure_kind kind;
};

static const struct measure measures[] = {
	{U"%", FIGURE_RATE},	   {U"‰", FIGURE_RATE},	      {U"个百分点", FIGURE_RATE},
	{U"百分点", FIGURE_RATE},  {U"个月", FIGURE_OTHER},   {U"个工作日", FIGURE_LEVEL},
	{U"个小时", FIGURE_LEVEL}, {U"小时", FIGURE_LEVEL},   {U"分钟", FIGURE_LEVEL},
	{U"分", FIGURE_LEVEL},	   {U"天", FIGURE_LEVEL},     {U"微克", FIGURE_LEVEL},
	{U"毫克", FIGURE_LEVEL},   {U"克", FIGURE_LEVEL},     {U"岁", FIGURE_LEVEL},
	{U"场次", FIGURE_COUNT},   {U"人次", FIGURE_COUNT},   {U"批次", FIGURE_COUNT},
	{U"户次", FIGURE_COUNT},   {U"家次", FIGURE_COUNT},   {U"台套", FIGURE_COUNT},
	{U"台次", FIGURE_COUNT},   {U"平方米", FIGURE_COUNT}, {U"平方公里", FIGURE_COUNT},
	{U"立方米", FIGURE_COUNT}, {U"公里", FIGURE_COUNT},   {U"公顷", FIGURE_COUNT},
	{U"千米", FIGURE_COUNT},   {U"千瓦", FIGURE_COUNT},   {U"兆瓦", FIGURE_COUNT},
	{U"个", FIGURE_COUNT},	   {U"场", FIGURE_COUNT},     {U"家", FIGURE_COUNT},
	{U"人", FIGURE_COUNT},	   {U"名", FIGURE_COUNT},     {U"例", FIGURE_COUNT},
	{U"份", FIGURE_COUNT},	   {U"座", FIGURE_COUNT},     {U"吨", FIGURE_COUNT},
	{U"条", FIGURE_COUNT},	   {U"所", FIGURE_COUNT},     {U"处", FIGURE_COUNT},
	{U"件", FIGURE_COUNT},	   {U"次", FIGURE_COUNT},     {U"张", FIGURE_COUNT},
	{U"株", FIGURE_COUNT},	   {U"亩", FIGURE_COUNT},     {U"户", FIGURE_COUNT},
	{U"套", FIGURE_COUNT},	   {U"对", FIGURE_COUNT},     {U"辆", FIGURE_COUNT},
	{U"篇", FIGURE_COUNT},	   {U"部", FIGURE_COUNT},     {U"支", FIGURE_COUNT},
	{U"项", FIGURE_COUNT},	   {U"间", FIGURE_COUNT},     {U"台", FIGURE_COUNT},
	{U"元", FIGURE_COUNT},	   {U"米", FIGURE_COUNT},     {U"根", FIGURE_COUNT},
	{U"盏", FIGURE_COUNT},	   {U"幅", FIGURE_COUNT},
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

/* The measure behind a number, with 万 or 亿 before it and "/日" behind it. */
static void read_measure(const struct plan_text *t, size_t i, size_t to, struct figure *f)
{
	static const char32_t *const scales[] = {U"百万", U"千万", U"万", U"亿"};
	size_t start = skip_blanks(t, i, to), k = start, n;

	f->kind = FIGURE_BARE;
	f->measure = (struct run){i, i};
	if ((n = plan_text_match(t, k, to, U"/10万")) > 0) {
		f->kind = FIGURE_RATE;
		f->per_100k = true;
		f->measure = (struct run){k, k + n};
		return;
	}
	if (k < to && plan_text_in(t->g[k].cp, U"余多"))
		k++;
	for (size_t r = 0; r < ROWS(scales); r++)
		if ((n = plan_text_match(t, k, to, scales[r])) > 0) {
			k = skip_blanks(t, k + n, to);
			f->kind = FIGURE_COUNT;
			break;
		}
	for (size_t r = 0; r < ROWS(measures); r++)
		if ((n = plan_text_match(t, k, to, measures[r].word)) > 0) {
			f->kind = measures[r].kind;
			k += n;
			break;
		}
	if (k > start && k + 1 < to && t->g[k].cp == '/') {
		static const char32_t *const per[] = {
			U"10万人", U"立方米", U"平方米", U"千人", U"万人", U"百人", U"日",
			U"年",	   U"天",     U"月",	 U"人",	  U"户",   U"小时"};
		for (size_t r = 0; r < ROWS(per); r++)
			if ((n = plan_text_match(t, k + 1, to, per[r])) > 0) {
				k += 1 + n;
				f->kind = FIGURE_RATIO;
				break;
			}
	}
	f->measure = (struct run){start, k};
}

/* Behind a number without a known measure: what makes it no figure at all. */
static bool is_no_figure(const struct plan_text *t, const struct figure *f, size_t to)
{
	size_t i = skip_blanks(t, f->measure.to, to);
	char32_t next = i < to ? t->g[i].cp : 0;

	if (f->kind == FIGURE_OTHER)
		return true;
	if (f->kind == FIGURE_BARE)
		return (next < 0x80 && next > ' ' && !plan_text_in(next, U",;)")) ||
		       plan_text_in(next, U"年月日天周岁届版号级类种位时点度线期") ||
		       (glyph_is_han(next) && !plan_text_in(next, U"以及和左之或、"));
	return false;
}

static void read_behind(const struct plan_text *t, size_t to, struct figure *f)
{
	size_t i = skip_blanks(t, f->to, to), n;

	for (size_t r = 0; r < ROWS(behind); r++)
		if ((n = plan_text_match(t, i, to, behind[r].word)) > 0) {
			f->has_op = true;
			f->op = behind[r].op;
			f->to = i + n;
			return;
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

bool plan_figure_read(const struct plan_text *t, size_t i, size_t to, struct figure *f)
{
	char32_t before = i > 0 ? t->g[i - 1].cp : 0;
	size_t end;

	if (i >= to || !(glyph_is_digit(t->g[i].cp) || plan_text_in(t->g[i].cp, U"百千")))
		return false;
	*f = (struct figure){.from = i, .op = OP_AT_LEAST};
	if (plan_text_in(t->g[i].cp, U"百千") && i + 1 < to &&
	    plan_text_in(t->g[i + 1].cp, U"所家场名座") && glyph_is_han(before) &&
	    !glyph_is_han_digit(before) && !plan_text_in(before, U"几数每")) {
		f->kind = FIGURE_COUNT;
		f->number = (struct run){i, i + 1};
		f->measure = (struct run){i + 1, i + 2};
		f->to = i + 2;
		return true;
	}
	end = read_digits(t, i, to);
	if (end == i || (before < 0x80 && before > ' ' && !plan_text_in(before, U",;()<>~:")) ||
	    before == U'第')
		return false;
	f->number = (struct run){i, end};
	end = read_high(t, end, to, f);
	read_measure(t, end, to, f);
	f->to = f->measure.to;
	if (is_no_figure(t, f, to)) {
		f->kind = FIGURE_OTHER;
		f->to = end;
		return true;
	}
	read_behind(t, to, f);
	return true;
}

const char *plan_figure_value(struct arena *a, const struct plan_text *t, struct run number)
{
	char *out = arena_alloc(a, number.to - number.from + 4), *end = out;

	if (t->g[number.from].cp == U'百' || t->g[number.from].cp == U'千')
		return t->g[number.from].cp == U'百' ? "100" : "1000";
	while (number.to - number.from > 1 && t->g[number.from].cp == '0' &&
	       t->g[number.from + 1].cp != '.')
		number.from++;
	for (size_t i = number.from; i < number.to; i++)
		if (t->g[i].cp != ',')
			*end++ = (char)t->g[i].cp;
	return out;
}

const char *plan_figure_measure(struct arena *a, const struct plan_text *t, const struct figure *f)
{
	return f->per_100k ? "1/10万"
	       : f->kind == FIGURE_RATE && f->measure.to - f->measure.from == 1 &&
			       t->g[f->measure.from].cp == '%'
		       ? "%"
		       : plan_text_copy(a, t, f->measure);
}

size_t plan_level_verb(const struct plan_text *t, size_t from, size_t i, enum target_op *op,
		       bool *change)
{
	struct run before = {from, i};

	while (before.to > from &&
	       (t->g[before.to - 1].cp == ' ' || plan_text_in(t->g[before.to - 1].cp, U"约近")))
		before.to--;
	for (size_t r = 0; r < ROWS(level_verbs); r++)
		if (plan_text_ends(t, before, level_verbs[r].word)) {
			size_t k = before.to, n = 0;

			while (level_verbs[r].word[n])
				n++;
			for (; n > 0; k--)
				n -= t->g[k - 1].cp != ' ';
			*op = level_verbs[r].op;
			*change = level_verbs[r].change;
			return k;
		}
	return i;
}

size_t plan_quoted_end(const struct plan_text *t, size_t i, size_t to)
{
	char32_t close = t->g[i].cp == U'“' ? U'”' : t->g[i].cp == U'《' ? U'》' : 0;
	size_t k = i;

	if (!close)
		return plan_text_next(t, i, to);
	while (k < to && k - i < LONGEST_QUOTE && t->g[k].cp != close)
		k++;
	return k < to && t->g[k].cp == close ? k + 1 : i + 1;
}
