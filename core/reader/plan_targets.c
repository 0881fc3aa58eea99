/* Indicators with their targets: a chain of figures (分别达到33%和38%) that states a level, paired
 * with the years that the clause speaks of. The subject before the verb is the name; a chain
 * without one goes on with the indicator before it. */
#include "core/reader/plan_chain.h"

#include <string.h>

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* Subjects are looked for this far around a figure, so that no clause makes it slow. */
enum { FARTHEST_WORD = 100, LONGEST_REST = 40, NEAR = 20 };

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
	while (c->n < LONGEST_CHAIN && plan_figure_read(t, i, to, &c->f[c->n]) &&
	       (c->n == 0 || c->f[c->n].kind != FIGURE_OTHER)) {
		size_t k = end = read_year_behind(t, c->f[c->n].to, to, &c->years[c->n]);

		c->n++;
		while (k < to && t->g[k].cp == ' ')
			k++;
		if (k + 1 >= to || !plan_text_in(t->g[k].cp, U"和、及") ||
		    c->f[c->n - 1].kind == FIGURE_OTHER)
			break;
		for (k++; k < to && t->g[k].cp == ' ';)
			k++;
		if (k < to && plan_text_in(t->g[k].cp, U"≥≤"))
			k++;
		if (k >= to || !glyph_is_digit(t->g[k].cp))
			break;
		i = k;
	}
	return end;
}

static void add_target(struct reading *rd, struct plan_indicator *ind, int year, enum target_op op,
		       const char *value)
{
	struct plan_target *target = vec_push(rd->a, &ind->targets);

	target->year = year;
	target->op = op;
	target->value = value;
}

/* Of a range both ends count, but only the one that a comparison speaks of: 不高于25-30克. */
static void add_figure(struct reading *rd, struct plan_indicator *ind, const struct chain *c, int i,
		       int year)
{
	const struct figure *f = &c->f[i], *last = &c->f[c->n - 1];
	enum target_op op = f->has_op	     ? f->op
			    : c->level.found ? c->level.op
			    : last->has_op   ? last->op
					     : OP_AT_LEAST;
	bool range = f->high.to > 0;
	bool both = range && (!f->has_op || f->between) && !c->level.bound;

	if (both || !range || op != OP_AT_MOST)
		add_target(rd, ind, year, both ? OP_AT_LEAST : op,
			   plan_figure_value(rd->a, &rd->t, f));
	if (both || (range && op == OP_AT_MOST))
		add_target(rd, ind, year, OP_AT_MOST, plan_figure_high(rd->a, &rd->t, f));
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

/* The first figure of r that is no age, year or duration; r.to for none. */
static size_t first_figure(const struct plan_text *t, struct run r)
{
	struct figure f;

	for (size_t k = r.from; k < r.to; k++) {
		if (!glyph_is_digit(t->g[k].cp) || !plan_figure_read(t, k, r.to, &f))
			continue;
		if (f.kind != FIGURE_OTHER && !plan_text_is(t, f.measure, U"岁"))
			return k;
		k = f.to > k ? f.to - 1 : k;
	}
	return r.to;
}

/* 完成投资35亿元,增长8%: the words before the first figure of the clause, else of the one before.
 */
static struct run subject_before(const struct plan_text *t, const struct clause *c,
				 const struct chain *chain)
{
	struct run r = {c->run.from, chain->subject.from};
	struct level l;

	if (r.to <= r.from)
		r = c->before;
	plan_level_read(t, r.from, first_figure(t, r), &l);
	return plan_level_strip(t, plan_text_strip(t, (struct run){r.from, l.from}, U",;:。、"));
}

/* The subject; of 泳池100%开放 the words behind it too, for they are the predicate. */
static const char *name_of(struct reading *rd, const struct plan_action *action,
			   const struct clause *c, const struct chain *chain)
{
	struct run r = plan_text_strip(&rd->t, chain->subject, U",;:、。");
	bool predicate_behind = !chain->level.found && !chain->f[chain->n - 1].has_op &&
				!plan_level_noun_last(&rd->t, r);
	struct run more =
		r.to == r.from || predicate_behind ? words_behind(&rd->t, c, chain) : chain->moves;

	if (r.to == r.from && chain->level.found)
		r = subject_before(&rd->t, c, chain);
	if (r.to == r.from && more.to == more.from)
		return action->title;
	return arena_printf(rd->a, "%s%s%s", plan_text_copy(rd->a, &rd->t, r),
			    plan_text_copy(rd->a, &rd->t, chain->head),
			    plan_text_copy(rd->a, &rd->t, more));
}

/* Parts the subject at 、 and 和 into names, at most as many as fit; behind nouns of what has a
 * level only where `nouns` is set, so that a name may hold a list: 小学、初中合格率. Returns how
 * many. */
static int part_at(const struct plan_text *t, struct run r, bool nouns, struct run *names)
{
	size_t from = r.from;
	int n = 0;

	for (size_t i = r.from, next; i <= r.to; i = next) {
		next = i < r.to ? plan_quoted_end(t, i, r.to) : i + 1;
		if (i < r.to && (!plan_text_in(t->g[i].cp, U"、和及") ||
				 (nouns && !plan_level_noun_last(t, (struct run){from, i}))))
			continue;
		if (n == LONGEST_CHAIN)
			return 0;
		names[n++] = plan_text_trim(t, (struct run){from, i});
		from = next;
	}
	return n;
}

/* The names of the subject: as many as figures, or all that one figure is of (均). */
static int part_subject(const struct plan_text *t, const struct chain *c, struct run *names)
{
	int n = part_at(t, c->subject, false, names);
	bool nouns = true;

	for (int i = 0; i < n; i++)
		nouns &= plan_level_noun(t, names[i]);
	if (n > 1 && (c->each || nouns) && (c->n == 1 || n == c->n))
		return n;
	return c->each ? part_at(t, c->subject, true, names) : 0;
}

/* What a name of a list lacks: of 小学生、初中生、高中生近视率 the words behind the last 生, of
 * 高血压、 糖尿病患者管理率 those from 患者. Empty when it has a noun of its own or nothing tells.
 */
static struct run head_of(const struct plan_text *t, struct run name, struct run whole)
{
	static const char32_t *const carriers[] = {U"患者", U"人群", U"儿童", U"家庭", U"人员",
						   U"居民", U"学生", U"企业", U"机构"};
	struct run none = {whole.to, whole.to};

	if (name.to == name.from || name.to == whole.to || plan_level_noun_last(t, name) ||
	    !plan_level_noun_last(t, whole))
		return none;
	for (size_t i = whole.to - 1; i-- > whole.from;)
		if (t->g[i].cp == t->g[name.to - 1].cp)
			return (struct run){i + 1, whole.to};
	for (size_t i = whole.from; i < whole.to; i++)
		if (plan_text_begins_any(t, (struct run){i, whole.to}, carriers, ROWS(carriers)))
			return (struct run){i, whole.to};
	return none;
}

/* The years that the figures speak of: printed beside them, else the clause's; as many as figures
 * may be all those of the sentence (到2022年…,到2030年…;…分别达到33%和38%) or of the one before. */
static struct years years_of(const struct clause *c, const struct chain *chain)
{
	if (chain->printed.n > 0)
		return chain->printed;
	if (chain->n > 1 && c->spoken.n == chain->n && (chain->each || c->years.n == 0))
		return c->spoken;
	return c->years;
}

static void add_chain(struct reading *rd, struct plan_indicator *ind, const struct clause *c,
		      const struct chain *chain)
{
	struct years y = years_of(c, chain);

	for (int i = 0; i < chain->n; i++) {
		if (chain->years[i])
			add_figure(rd, ind, chain, i, chain->years[i]);
		else if (chain->n == y.n || y.n == 0 || chain->n > 1)
			add_figure(rd, ind, chain, i, y.n == 0 ? 0 : y.at[i < y.n ? i : y.n - 1]);
		else
			for (int k = 0; k < y.n; k++)
				add_figure(rd, ind, chain, i, y.at[k]);
	}
}

static void add_indicator(struct reading *rd, struct plan_action *action, const struct clause *c,
			  const struct chain *chain)
{
	struct plan_indicator *ind = vec_push(rd->a, &action->indicators);

	ind->name = name_of(rd, action, c, chain);
	ind->measure = plan_figure_measure(rd->a, &rd->t, &chain->f[chain->n - 1]);
	ind->span = plan_text_span(&rd->t,
				   (struct run){chain->subject.from, chain->f[chain->n - 1].to});
	add_chain(rd, ind, c, chain);
}

/* 知晓率2022年达到33%,2030年达到38%: a chain of another year without a subject goes on with the
 * indicator before it. False when there is none. */
static bool goes_on(struct reading *rd, struct plan_action *action, const struct clause *c,
		    const struct chain *chain)
{
	struct years y = years_of(c, chain);
	struct plan_indicator *ind;

	if ((!c->printed && chain->printed.n == 0 && !chain->years[0]) ||
	    chain->subject.to > chain->subject.from || action->indicators.n == 0)
		return false;
	ind = &action->indicators.at[action->indicators.n - 1];
	if (ind->span.from < c->sentence_from ||
	    strcmp(ind->measure, plan_figure_measure(rd->a, &rd->t, &chain->f[chain->n - 1])) != 0)
		return false;
	for (size_t k = 0; k < ind->targets.n && !chain->years[0]; k++)
		for (int i = 0; i < y.n; i++)
			if (ind->targets.at[k].year == y.at[i])
				return false;
	add_chain(rd, ind, c, chain);
	ind->span.to = rd->t.g[chain->f[chain->n - 1].to].at;
	return true;
}

/* The figure of one name of several, with the measure and the words behind the last figure where it
 * has none of its own: 3个和4个工作日以内. */
static struct figure figure_of(const struct plan_text *t, const struct chain *chain, int i)
{
	const struct figure *last = &chain->f[chain->n - 1];
	struct figure f = chain->f[i < chain->n ? i : chain->n - 1];
	size_t n = f.measure.to - f.measure.from;

	if (f.kind == FIGURE_BARE ||
	    (n < last->measure.to - last->measure.from && f.kind != last->kind &&
	     t->g[f.measure.from].cp == t->g[last->measure.from].cp)) {
		f.kind = last->kind;
		f.scale = last->scale;
		f.measure = last->measure;
		f.per_100k = last->per_100k;
	}
	if (!f.has_op) {
		f.has_op = last->has_op;
		f.op = last->op;
	}
	return f;
}

/* 优良率、复用率分别达到90%、80%: as many names as figures, and no year for each figure; 均达到90%:
 * one figure for every name. */
static bool add_each(struct reading *rd, struct plan_action *action, const struct clause *c,
		     const struct chain *chain)
{
	struct run names[LONGEST_CHAIN];
	int n;

	if (chain->years[0] ||
	    !(chain->n == 1 ? chain->both
			    : (chain->printed.n ? chain->printed.n : c->years.n) <= 1))
		return false;
	n = part_subject(&rd->t, chain, names);
	if (n < 2 || (chain->n > 1 && n != chain->n))
		return false;
	for (int i = 0; i < n; i++) {
		struct chain one = *chain;

		one.n = 1;
		one.each = false;
		one.f[0] = figure_of(&rd->t, chain, i);
		one.subject = names[i];
		one.head = head_of(&rd->t, names[i], names[n - 1]);
		add_indicator(rd, action, c, &one);
	}
	return true;
}

/* What a chain says goes into the action; false when it states no level. */
static bool add_if_level(struct reading *rd, struct plan_action *action, struct clause *c,
			 const struct chain *chain, size_t from, size_t end)
{
	const struct plan_text *t = &rd->t;
	const struct figure *f = &chain->f[0];
	struct run around = {from, end + NEAR < c->run.to ? end + NEAR : c->run.to};

	if (!plan_chain_is_level(t, chain, around)) {
		if (f->kind == FIGURE_RATE && !plan_support_said(t, around))
			plan_unsure_add(rd, action, (struct run){from, f->to}, UNSURE_NONE);
		return false;
	}
	if (!goes_on(rd, action, c, chain) && !add_each(rd, action, c, chain))
		add_indicator(rd, action, c, chain);
	if (plan_chain_is_weak(t, chain))
		plan_unsure_add(rd, action, (struct run){from, end}, UNSURE_LEVEL);
	if (chain->printed.n > 0)
		c->found = chain->printed;
	return true;
}

bool plan_clause_targets(struct reading *rd, struct plan_action *action, struct clause *c)
{
	const struct plan_text *t = &rd->t;
	size_t from = c->run.from;
	bool any = false;

	for (size_t i = c->run.from, next; i < c->run.to; i = next) {
		next = plan_quoted_end(t, i, c->run.to);
		if (next > i + 1 || !plan_figure_may_begin(t->g[i].cp))
			continue;
		struct chain chain = {0};
		if (!plan_figure_read(t, i, c->run.to, &chain.f[0]))
			continue;
		next = read_chain(t, i, c->run.to, &chain);
		if (from + FARTHEST_WORD < i)
			from = i - FARTHEST_WORD;
		plan_chain_subject(t, from, i, &chain);
		if (add_if_level(rd, action, c, &chain, from, next)) {
			any = true;
			from = next;
		} else if (chain.f[0].kind == FIGURE_COUNT && next < c->run.to &&
			   t->g[next].cp == U'、') {
			from = next;
		}
	}
	return any;
}
