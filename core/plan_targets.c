/* Indicators with their targets: a chain of figures (分别达到33%和38%) behind a verb of level or
 * before a word like 以上, paired with the years that the clause speaks of. The subject before the
 * verb is the name. */
#include "core/plan_figure.h"

#include <string.h>

/* Subjects are looked for this far around a figure, so that no clause makes it slow. */
enum { LONGEST_CHAIN = MOST_YEARS, FARTHEST_WORD = 100, LONGEST_REST = 40 };

struct chain {
	struct figure f[LONGEST_CHAIN];
	int years[LONGEST_CHAIN]; /* printed behind the figure: 33%(2022年); else 0 */
	int n;
	struct run subject;
	struct run moves; /* 每年下降, of a change: belongs to the name; else empty */
	bool verb, change;
	bool sign; /* ≥ or ≤ stands before the figure */
	bool base; /* 由85%提高到90%: what it was stands before the verb */
	enum target_op op;
};

/* Nouns of what has a level, in the subject or behind the figure. */
static const char32_t *const level_nouns[] = {
	U"率",	 U"比例",   U"比率",   U"比重", U"水平",   U"浓度", U"指数",   U"人均",	  U"平均",
	U"每千", U"每万",   U"寿命",   U"摄入", U"样本量", U"增速", U"增幅",   U"面积",	  U"占比",
	U"时间", U"满意度", U"得分",   U"规模", U"总量",   U"存量", U"保有量", U"蓄积量", U"产量",
	U"能力", U"天数",   U"总装机", U"总值", U"增加值", U"强度", U"密度",   U"支出占", U"程度"};

/* What stands before a subject without belonging to it, and behind it. */
static const char32_t *const openings[] = {U"实现", U"确保", U"力争", U"争取", U"使",
					   U"并",   U"其中", U"保证", U"努力", U"推动",
					   U"至少", U"逐步", U"每年", U"落实", U"将"};
static const char32_t *const closings[] = {U"分别", U"均",   U"都",   U"力争", U"要",	U"应",
					   U"总体", U"持续", U"稳步", U"继续", U"每年", U"逐步",
					   U"基本", U"有效", U"力求", U"全部", U"争取", U"确保"};

#define ROWS(table) (sizeof(table) / sizeof *(table))

static struct run strip_openings(const struct plan_text *t, struct run r)
{
	for (size_t k = 0; k < ROWS(openings); k++) {
		size_t n = plan_text_match(t, r.from, r.to, openings[k]);

		if (n > 0 && r.from + n < r.to) {
			r.from += n;
			k = (size_t)-1;
		}
	}
	return r;
}

static struct run strip_closings(const struct plan_text *t, struct run r)
{
	for (size_t k = 0; k < ROWS(closings); k++)
		if (plan_text_ends(t, r, closings[k])) {
			for (size_t n = 0; closings[k][n]; n++) {
				while (t->g[r.to - 1].cp == ' ')
					r.to--;
				r.to--;
			}
			k = (size_t)-1;
		}
	return r;
}

/* "在2019年基础上" and "较2020年" say since when, "由85%" from where, not what. */
static struct run strip_base(const struct plan_text *t, struct run r, bool *base)
{
	bool since = plan_text_ends(t, r, U"基础上");

	for (size_t i = r.to; i-- > r.from + 1;) {
		bool digit_next = glyph_is_digit(t->g[i + 1].cp);

		*base = digit_next && plan_text_in(t->g[i].cp, U"由从");
		if (*base || (since && t->g[i].cp == U'在') ||
		    (digit_next && plan_text_in(t->g[i].cp, U"较比") &&
		     plan_text_ends(t, r, U"年")))
			return (struct run){r.from, i};
	}
	return r;
}

static bool has_level_noun(const struct plan_text *t, struct run r)
{
	return plan_text_has_any(t, r, level_nouns, ROWS(level_nouns));
}

/* The year in the bracket at i, (2022年); returns the place behind it, i for none. */
static size_t read_year_behind(const struct plan_text *t, size_t i, size_t to, int *year)
{
	size_t k = i + 1;
	int y = 0;

	if (i >= to || t->g[i].cp != '(' || t->pair[i] < k || t->pair[i] >= to)
		return i;
	while (k < t->pair[i] && plan_text_in(t->g[k].cp, U"到至 "))
		k++;
	for (; glyph_is_digit(t->g[k].cp) && y < 1000; k++)
		y = y * 10 + (int)(t->g[k].cp - '0');
	if (y < 1950 || y > 2150 || t->g[k].cp != U'年' || t->pair[i] > k + 2)
		return i;
	*year = y;
	return t->pair[i] + 1;
}

/* The figures that follow the one at i without other words: 33%和38%. Returns the place behind. */
static size_t read_chain(const struct plan_text *t, size_t i, size_t to, struct chain *c)
{
	size_t end = i;

	c->n = 0;
	while (c->n < LONGEST_CHAIN && plan_figure_read(t, i, to, &c->f[c->n])) {
		size_t k = end = read_year_behind(t, c->f[c->n].to, to, &c->years[c->n]);

		c->n++;
		while (k < to && t->g[k].cp == ' ')
			k++;
		if (k + 1 >= to || !plan_text_in(t->g[k].cp, U"和、及") ||
		    c->f[c->n - 1].kind == FIGURE_OTHER)
			break;
		for (k++; k < to && t->g[k].cp == ' ';)
			k++;
		if (k >= to || !glyph_is_digit(t->g[k].cp))
			break;
		i = k;
	}
	return end;
}

static bool is_hundred(const struct plan_text *t, const struct figure *f)
{
	return f->number.to - f->number.from == 3 && t->g[f->number.from].cp == '1' &&
	       t->g[f->number.from + 1].cp == '0' && t->g[f->number.from + 2].cp == '0';
}

/* Whether the chain states levels (else it may be a volume of work). */
static bool states_level(const struct plan_text *t, const struct chain *c, size_t from)
{
	const struct figure *f = &c->f[c->n - 1];
	bool said = c->verb || f->has_op;
	bool added = plan_text_has(t, (struct run){from, f->from}, U"新增") ||
		     plan_text_has(t, (struct run){from, f->from}, U"新建");

	switch (f->kind) {
	case FIGURE_RATE:
		return said || is_hundred(t, f) ||
		       (c->subject.to == c->subject.from && t->g[f->to].cp == U'的');
	case FIGURE_RATIO:
		return said && !added;
	case FIGURE_LEVEL:
		return (c->verb || (f->has_op && !plan_text_is(t, f->measure, U"岁"))) &&
		       has_level_noun(t, c->subject);
	case FIGURE_COUNT:
	case FIGURE_BARE:
		return said && !added && (c->sign || c->base || has_level_noun(t, c->subject));
	default:
		return false;
	}
}

static void add_target(struct reading *rd, struct plan_indicator *ind, int year, enum target_op op,
		       struct run number)
{
	struct plan_target *target = vec_push(rd->a, &ind->targets);

	target->year = year;
	target->op = op;
	target->value = plan_figure_value(rd->a, &rd->t, number);
}

static void add_figure(struct reading *rd, struct plan_indicator *ind, const struct chain *c, int i,
		       int year)
{
	const struct figure *f = &c->f[i], *last = &c->f[c->n - 1];
	enum target_op op = f->has_op	   ? f->op
			    : c->verb	   ? c->op
			    : last->has_op ? last->op
					   : OP_AT_LEAST;

	add_target(rd, ind, year, f->high.to ? OP_AT_LEAST : op, f->number);
	if (f->high.to)
		add_target(rd, ind, year, OP_AT_MOST, f->high);
}

/* What stands behind the figures, without 的 before it. */
static struct run words_behind(const struct plan_text *t, const struct clause *c,
			       const struct chain *chain)
{
	struct run r = {chain->f[chain->n - 1].to, c->run.to};

	if (r.to > r.from + LONGEST_REST)
		r.to = r.from + LONGEST_REST;
	return plan_text_strip(t, r, U",;:、。的");
}

/* The subject; of 泳池100%开放 the words behind it too, for they are the predicate. */
static const char *name_of(struct reading *rd, const struct plan_action *action,
			   const struct clause *c, const struct chain *chain)
{
	struct run r = plan_text_strip(&rd->t, chain->subject, U",;:、。");
	bool predicate_behind = !chain->verb && !chain->f[chain->n - 1].has_op;
	struct run more =
		r.to == r.from || predicate_behind ? words_behind(&rd->t, c, chain) : chain->moves;

	if (r.to == r.from && more.to == more.from)
		return action->title;
	return arena_printf(rd->a, "%s%s", plan_text_copy(rd->a, &rd->t, r),
			    plan_text_copy(rd->a, &rd->t, more));
}

/* Parts the subject at 、 and 和 into names, at most `most`; returns how many there are. */
static int part_subject(const struct plan_text *t, struct run r, struct run *names, int most)
{
	size_t from = r.from;
	int n = 0;

	for (size_t i = r.from, next; i <= r.to; i = next) {
		next = i < r.to ? plan_quoted_end(t, i, r.to) : i + 1;
		if (i < r.to && !plan_text_in(t->g[i].cp, U"、和及"))
			continue;
		if (n == most || !has_level_noun(t, (struct run){from, i}))
			return 0;
		names[n++] = plan_text_trim(t, (struct run){from, i});
		from = next;
	}
	return n;
}

static void add_indicator(struct reading *rd, struct plan_action *action, const struct clause *c,
			  const struct chain *chain)
{
	struct plan_indicator *ind = vec_push(rd->a, &action->indicators);
	bool each = chain->n == c->nyears;

	ind->name = name_of(rd, action, c, chain);
	ind->measure = plan_figure_measure(rd->a, &rd->t, &chain->f[chain->n - 1]);
	ind->span = plan_text_span(&rd->t,
				   (struct run){chain->subject.from, chain->f[chain->n - 1].to});
	for (int i = 0; i < chain->n; i++) {
		if (chain->years[i])
			add_figure(rd, ind, chain, i, chain->years[i]);
		else if (each || c->nyears == 0 || chain->n > 1)
			add_figure(rd, ind, chain, i,
				   c->nyears == 0 ? 0
						  : c->years[i < c->nyears ? i : c->nyears - 1]);
		else
			for (int k = 0; k < c->nyears; k++)
				add_figure(rd, ind, chain, i, c->years[k]);
	}
}

/* 优良率、复用率分别达到90%、80%: as many names as figures, and no year for each figure. */
static bool add_each(struct reading *rd, struct plan_action *action, const struct clause *c,
		     const struct chain *chain)
{
	struct run names[LONGEST_CHAIN];

	if (chain->n < 2 || c->nyears > 1 || chain->years[0] ||
	    part_subject(&rd->t, chain->subject, names, LONGEST_CHAIN) != chain->n)
		return false;
	for (int i = 0; i < chain->n; i++) {
		struct chain one = *chain;

		one.n = 1;
		one.f[0] = chain->f[i];
		one.f[0].has_op = chain->f[i].has_op || chain->f[chain->n - 1].has_op;
		if (!chain->f[i].has_op)
			one.f[0].op = chain->f[chain->n - 1].op;
		one.subject = names[i];
		add_indicator(rd, action, c, &one);
	}
	return true;
}

/* A fall of 13% must not pass for a level of at least 13%. */
static bool falls(const struct plan_text *t, size_t verb, size_t to)
{
	static const char32_t *const words[] = {U"下降", U"降低", U"减少"};

	return plan_text_begins_any(t, (struct run){verb, to}, words, ROWS(words));
}

/* The subject of a chain that begins at i: from the last sign before it that ends one. */
static void find_subject(const struct plan_text *t, size_t from, size_t i, struct chain *c)
{
	size_t verb = plan_level_verb(t, from, i, &c->op, &c->change);
	struct run r;

	c->verb = verb < i;
	c->sign = c->verb && plan_text_in(t->g[verb].cp, U"≥≤<>");
	r = strip_closings(t, plan_text_trim(t, (struct run){from, verb}));
	r = strip_closings(t, strip_base(t, r, &c->base));
	for (size_t k = r.to; c->change && c->moves.to == 0 && k <= verb; k++)
		if (plan_text_match(t, k, i, U"每年") || (k == verb && falls(t, k, i)))
			c->moves = (struct run){k, i};
	c->subject = plan_text_trim(t, strip_openings(t, plan_text_trim(t, r)));
	if (plan_text_is(t, c->subject, U"在"))
		c->subject.from = c->subject.to;
}

bool plan_clause_targets(struct reading *rd, struct plan_action *action, const struct clause *c)
{
	const struct plan_text *t = &rd->t;
	size_t from = c->run.from;
	bool any = false;

	for (size_t i = c->run.from, next; i < c->run.to; i = next) {
		struct chain chain = {.op = OP_AT_LEAST};
		struct figure f;

		next = plan_quoted_end(t, i, c->run.to);
		if (next > i + 1 || !plan_figure_read(t, i, c->run.to, &f))
			continue;
		next = read_chain(t, i, c->run.to, &chain);
		if (from + FARTHEST_WORD < i)
			from = i - FARTHEST_WORD;
		find_subject(t, from, i, &chain);
		if (!states_level(t, &chain, from))
			continue;
		if (!add_each(rd, action, c, &chain))
			add_indicator(rd, action, c, &chain);
		any = true;
		from = next;
	}
	return any;
}
