/* Indicators with their targets: a chain of figures (分别达到33%和38%) behind a verb of level or
 * before a word like 以上, paired with the years that the clause speaks of. The subject before the
 * verb is the name. */
#include "core/plan_figure.h"

#include <string.h>

/* Subjects are looked for this far around a figure, so that no clause makes it slow. */
enum { LONGEST_CHAIN = MOST_YEARS, FARTHEST_WORD = 100, LONGEST_REST = 40 };

struct chain {
	struct figure f[LONGEST_CHAIN];
	int n;
	struct run subject;
	struct run yearly;	 /* 每年下降: belongs to the name; else empty */
	bool verb, change, sign; /* sign: ≥ or ≤ stands before the figure */
	enum target_op op;
};

/* Nouns of what has a level, in the subject or behind the figure. */
static const char32_t *const level_nouns[] = {
	U"率",	 U"比例", U"比率",   U"比重", U"水平", U"浓度",	  U"指数",
	U"人均", U"平均", U"每千",   U"每万", U"寿命", U"摄入",	  U"样本量",
	U"增速", U"增幅", U"面积",   U"占比", U"时间", U"满意度", U"得分",
	U"规模", U"总值", U"增加值", U"强度", U"密度", U"支出占", U"程度"};

/* What stands before a subject without belonging to it, and behind it. */
static const char32_t *const openings[] = {U"实现", U"确保", U"力争", U"争取", U"使",
					   U"并",   U"其中", U"保证", U"努力", U"推动",
					   U"至少", U"逐步", U"每年", U"落实"};
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

/* "在2019年基础上" says since when, not what. */
static struct run strip_base(const struct plan_text *t, struct run r)
{
	if (!plan_text_ends(t, r, U"基础上"))
		return r;
	for (size_t i = r.to; i-- > r.from;)
		if (t->g[i].cp == U'在' && i > r.from)
			return (struct run){r.from, i};
	return r;
}

static bool has_level_noun(const struct plan_text *t, struct run r)
{
	return plan_text_has_any(t, r, level_nouns, ROWS(level_nouns));
}

/* The figures that follow the one at i without other words: 33%和38%. Returns the place behind. */
static size_t read_chain(const struct plan_text *t, size_t i, size_t to, struct chain *c)
{
	c->n = 0;
	while (c->n < LONGEST_CHAIN && plan_figure_read(t, i, to, &c->f[c->n])) {
		size_t k = c->f[c->n++].to;

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
	return c->f[c->n - 1].to;
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

	switch (f->kind) {
	case FIGURE_RATE:
		return said || is_hundred(t, f) ||
		       (c->subject.to == c->subject.from && t->g[f->to].cp == U'的');
	case FIGURE_RATIO:
		return said && !plan_text_has(t, (struct run){from, f->from}, U"新增") &&
		       !plan_text_has(t, (struct run){from, f->from}, U"新建");
	case FIGURE_LEVEL:
		return c->verb && has_level_noun(t, c->subject);
	case FIGURE_COUNT:
	case FIGURE_BARE:
		return said && (c->sign || has_level_noun(t, c->subject));
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
		r.to == r.from || predicate_behind ? words_behind(&rd->t, c, chain) : chain->yearly;

	if (r.to == r.from && more.to == more.from)
		return action->title;
	return arena_printf(rd->a, "%s%s", plan_text_copy(rd->a, &rd->t, r),
			    plan_text_copy(rd->a, &rd->t, more));
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
		if (each || c->nyears == 0 || chain->n > 1)
			add_figure(rd, ind, chain, i,
				   c->nyears == 0 ? 0
						  : c->years[i < c->nyears ? i : c->nyears - 1]);
		else
			for (int k = 0; k < c->nyears; k++)
				add_figure(rd, ind, chain, i, c->years[k]);
	}
}

/* The subject of a chain that begins at i: from the last sign before it that ends one. */
static void find_subject(const struct plan_text *t, size_t from, size_t i, struct chain *c)
{
	size_t verb = plan_level_verb(t, from, i, &c->op, &c->change);
	struct run r;

	c->verb = verb < i;
	c->sign = c->verb && plan_text_in(t->g[verb].cp, U"≥≤<>");
	r = strip_closings(t, plan_text_trim(t, (struct run){from, verb}));
	r = strip_closings(t, strip_base(t, r));
	for (size_t k = r.to; c->change && k < i; k++)
		if (plan_text_match(t, k, i, U"每年")) {
			c->yearly = (struct run){k, i};
			break;
		}
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
		add_indicator(rd, action, c, &chain);
		any = true;
		from = next;
	}
	return any;
}
