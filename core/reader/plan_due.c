/* Deadlines: 2022年12月底前, 10月底, 年底前, 年内, 三季度末, 6月30日前, behind a label also 2023.12
 * and 2022年12月. Of several in one entry the last date counts. "到2022年" is the year of a target,
 * no deadline, and what comes again every year or month is none either. */
#include "core/reader/plan_figure.h"

#include "core/date.h"

struct due {
	int y, m, d;
};

struct reader {
	const struct plan_text *t;
	size_t to;
	int year; /* the last one read, for dates that print none */
	bool labelled;
	size_t end; /* of the last one read */
};

#define ROWS(table) (sizeof(table) / sizeof *(table))

static bool match(const struct reader *r, size_t *i, const char32_t *word)
{
	size_t n = plan_text_match(r->t, *i, r->to, word);

	*i += n;
	return n > 0;
}

static bool match_any(const struct reader *r, size_t *i, const char32_t *const *words, size_t rows)
{
	for (size_t k = 0; k < rows; k++)
		if (match(r, i, words[k]))
			return true;
	return false;
}

/* Digits at *i (blanks around them allowed), or a Chinese number, with `unit` behind; moves *i
 * behind it. */
static bool read_part(const struct reader *r, size_t *i, char32_t unit, int *v)
{
	const struct glyph *g = r->t->g;
	size_t k = *i, n = 0;
	int value = 0;

	for (; k < r->to && (glyph_is_digit(g[k].cp) || g[k].cp == ' ') && n < 5; k++)
		if (g[k].cp != ' ') {
			value = value * 10 + (int)(g[k].cp - '0');
			n++;
		}
	if (n == 0) {
		for (k = *i; k < r->to && k - *i < 3 && glyph_is_han_digit(g[k].cp); k++)
			n++;
		value = n ? plan_text_han_number(r->t, (struct run){*i, k}) : 0;
	}
	if (n == 0 || n > 4 || k >= r->to || g[k].cp != unit)
		return false;
	*i = k + 1;
	*v = value;
	return true;
}

/* 底, 末 and the words that make a date a deadline: 前, 完成. */
static bool read_before(const struct reader *r, size_t *i, bool *end_of)
{
	static const char32_t *const before[] = {U"以前", U"之前", U"前"};
	static const char32_t *const adverbs[] = {U"全面", U"全部", U"基本", U"力争", U"份"};
	static const char32_t *const done[] = {
		U"完成", U"建成", U"竣工",     U"投用", U"投入使用", U"出台", U"印发",
		U"办结", U"上线", U"验收",     U"交付", U"到位",     U"完工", U"结束",
		U"见效", U"实现", U"投入运行", U"投运", U"投产",     U"启用", U"通车",
		U"运营", U"销号", U"落地",     U"封顶", U"挂牌"};
	size_t k;

	*end_of = match(r, i, U"底") || match(r, i, U"末");
	if (match_any(r, i, before, ROWS(before)))
		return true;
	k = *i;
	match_any(r, &k, adverbs, ROWS(adverbs));
	return match_any(r, &k, done, ROWS(done));
}

static bool is_possible(const struct due *d)
{
	return d->y >= 1900 && d->y <= 2200 && d->m >= 1 && d->m <= 12 &&
	       (d->d == 0 || d->d <= date_days_in_month(d->y, d->m));
}

/* Digits at *i, moves *i behind them and the sign between parts. */
static int read_dotted_part(const struct reader *r, size_t *i)
{
	const struct glyph *g = r->t->g;
	int value = 0;

	for (; *i < r->to && glyph_is_digit(g[*i].cp) && value < 10000; ++*i)
		value = value * 10 + (int)(g[*i].cp - '0');
	if (*i < r->to && plan_text_in(g[*i].cp, U".-/"))
		++*i;
	return value;
}

/* 2023.12 or 2023-12-31, only behind a label. */
static bool read_dotted(const struct reader *r, size_t i, struct due *d)
{
	d->y = read_dotted_part(r, &i);
	d->m = read_dotted_part(r, &i);
	d->d = read_dotted_part(r, &i);
	if (d->d > 31) /* 2023.06-2023.12: the next date */
		d->d = 0;
	return is_possible(d);
}

/* The end of a five-year plan: “十四五”末; behind a label the period itself. */
static bool read_period(const struct reader *r, size_t i, struct due *d)
{
	static const char32_t *const spans[] = {U"时期", U"期间", U"期"};
	int year;
	size_t behind = plan_period_read(r->t, i, r->to, &year);

	if (behind == i)
		return false;
	i = behind;
	match(r, &i, U"”");
	match_any(r, &i, spans, ROWS(spans));
	*d = (struct due){year, 12, 0};
	return r->labelled || match(r, &i, U"末前") || match(r, &i, U"末完成");
}

/* Halves, quarters and the year itself as the month that they end in; 0 for none. */
static int read_part_of_year(const struct reader *r, size_t *i, bool *alone)
{
	static const struct {
		const char32_t *word;
		int month;
		bool alone; /* a deadline without another word */
	} parts[] = {{U"上半年", 6, false}, {U"下半年", 12, false},  {U"一季度", 3, false},
		     {U"二季度", 6, false}, {U"三季度", 9, false},   {U"四季度", 12, false},
		     {U"1季度", 3, false},  {U"2季度", 6, false},    {U"3季度", 9, false},
		     {U"4季度", 12, false}, {U"年内", 12, true},     {U"年底前", 12, true},
		     {U"年末前", 12, true}, {U"年底以前", 12, true}, {U"年底之前", 12, true},
		     {U"年底", 12, false},  {U"年末", 12, false},    {U"底前", 12, true},
		     {U"底以前", 12, true}, {U"底之前", 12, true},   {U"末前", 12, true},
		     {U"底", 12, false},    {U"末", 12, false},	     {U"年年底前", 12, true},
		     {U"年", 0, false}};

	match(r, i, U"第");
	for (size_t k = 0; k < ROWS(parts); k++)
		if (match(r, i, parts[k].word)) {
			*alone = parts[k].alone;
			return parts[k].month;
		}
	return 0;
}

/* Behind a year without a month, or without a year: 年底前, 上半年. */
static bool read_yearly(struct reader *r, size_t i, bool has_year, struct due *d)
{
	static const char32_t *const before[] = {U"末前", U"底前", U"前"};
	bool alone = false, end_of;
	int month = read_part_of_year(r, &i, &alone);

	r->end = i;
	if (month == 0) {
		d->m = 12;
		return has_year && r->labelled;
	}
	d->m = month;
	if (has_year && d->y > r->year) /* 2024年一季度制定,四季度前完成 */
		r->year = d->y;
	if (!alone && (match_any(r, &r->end, before, ROWS(before))))
		return true;
	return alone || read_before(r, &i, &end_of) || end_of || r->labelled;
}

/* A deadline at i. */
static bool read_due(struct reader *r, size_t i, struct due *d)
{
	static const char32_t *const thirds[] = {U"上旬", U"中旬", U"下旬"};
	bool end_of, before, next = match(r, &i, U"明年") || match(r, &i, U"次年");
	bool has_year = !next && read_part(r, &i, U'年', &d->y);

	if (has_year && d->y < 1000)
		d->y += r->t->era;
	if (!has_year)
		d->y = r->year + next;
	d->m = d->d = 0;
	if (!read_part(r, &i, U'月', &d->m))
		return read_yearly(r, i, has_year || next, d) && is_possible(d);
	if (read_part(r, &i, U'日', &d->d) && d->d == 0)
		return false;
	match_any(r, &i, thirds, ROWS(thirds));
	before = read_before(r, &i, &end_of);
	r->end = i;
	return (before || end_of || r->labelled) && is_possible(d);
}

static int compare(const struct due *a, const struct due *b)
{
	return a->y != b->y ? a->y - b->y : a->m != b->m ? a->m - b->m : a->d - b->d;
}

/* What dates begin with: digits, 一, 年, 上半年, 明年. */
static bool is_beginning(char32_t cp)
{
	switch (cp) {
	case U'年':
	case U'上':
	case U'下':
	case U'明':
	case U'次':
	case U'第':
	case U'二':
		return true;
	default:
		return plan_figure_may_begin(cp);
	}
}

/* 到2025年底: the year of a target. */
static bool is_toward(const struct plan_text *t, size_t from, size_t i)
{
	return i > from && plan_text_in(t->g[i - 1].cp, U"到至");
}

/* 到2025年底前,建设50个: but for a date by which work is to be done. */
static bool is_work(const struct reader *r)
{
	struct run work = {r->end, r->to};

	if (r->t->g[work.from - 1].cp != U'前')
		return false;
	while (work.from < work.to && plan_text_in(r->t->g[work.from].cp, U", "))
		work.from++;
	return plan_work_begins(r->t, work);
}

/* Whether a date may begin at i: not inside a number, not behind 每. */
static bool may_begin(const struct reader *r, size_t from, size_t i)
{
	const struct glyph *g = r->t->g;
	char32_t cp = g[i].cp, before = i > from ? g[i - 1].cp : 0;
	struct run words = {from, i};

	if (glyph_is_digit(before) || before == U'每' || plan_text_ends(r->t, words, U"每年"))
		return false;
	if (!glyph_is_digit(cp))
		return !glyph_is_han_digit(before) && !plan_text_in(before, U"近几半多前去");
	return true;
}

const char *plan_due_read(struct arena *a, const struct plan_text *t, struct run run, int year,
			  bool labelled)
{
	struct due last = {0}, d;

	run = plan_text_trim(t, run);
	struct reader r = {.t = t, .to = run.to, .year = year, .labelled = labelled};
	for (size_t i = run.from; i < run.to; i++) {
		bool found = is_beginning(t->g[i].cp) && may_begin(&r, run.from, i) &&
			     read_due(&r, i, &d) &&
			     (labelled || !is_toward(t, run.from, i) || is_work(&r));

		if (!found && labelled && glyph_is_digit(t->g[i].cp) &&
		    (i == run.from || !glyph_is_digit(t->g[i - 1].cp)))
			found = read_dotted(&r, i, &d);
		if ((found || (t->g[i].cp == U'十' && read_period(&r, i, &d))) && is_possible(&d)) {
			r.year = d.y;
			if (compare(&d, &last) > 0)
				last = d;
		}
		if (t->g[i].cp == U'《')
			i = plan_quoted_end(t, i, run.to) - 1;
	}
	if (!last.y)
		return "";
	return last.d ? arena_printf(a, "%04d-%02d-%02d", last.y, last.m, last.d)
		      : arena_printf(a, "%04d-%02d", last.y, last.m);
}
