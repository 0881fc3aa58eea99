/* Indicators with their targets: a chain of figures (分别达到33%和38%) that states a level, paired
 * with the years that the clause speaks of. The subject before the verb is the name; a chain
 * without one goes on with the indicator before it. */
#include "core/reader/plan_chain.h"

#include <string.h>

/* Subjects are looked for this far around a figure, so that no clause makes it slow. */
enum { FARTHEST_WORD = 100, LONGEST_AGAIN = 20, NEAR = 20 };

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

/* Where the next figure of a chain begins, i behind 和: at i, or behind how it comes to it, as in
 * 在2019年基础上提高10%和在2022年基础上提高12%. `to` for none. */
static size_t next_figure(const struct plan_text *t, size_t i, size_t to, const struct figure *last)
{
	size_t most = i + LONGEST_AGAIN < to ? i + LONGEST_AGAIN : to;
	struct figure f;

	for (size_t k = i; k < most; k++) {
		if (!glyph_is_digit(t->g[k].cp) || !plan_figure_read(t, k, to, &f))
			continue;
		if (f.kind != FIGURE_OTHER)
			return k == i || (f.kind == last->kind && plan_chain_goes_on(t, i, k)) ? k
											       : to;
		k = f.to > k ? f.to - 1 : k;
	}
	return to;
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
		if ((k = next_figure(t, k, to, &c->f[c->n - 1])) == to)
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

/* Two different figures of one name cannot both be for one year. */
static bool has_two_values(const struct plan_indicator *ind)
{
	for (size_t i = 1; i < ind->targets.n; i++) {
		const struct plan_target *a = &ind->targets.at[i - 1], *b = a + 1;

		if (a->year && a->year == b->year && a->op == b->op)
			return true;
	}
	return false;
}

/* What a careful reader would ask about an indicator. */
static void doubt_indicator(struct reading *rd, const struct plan_action *action,
			    const struct plan_indicator *ind, struct run r)
{
	static const char *const odd[] = {"和", "及", "的", "到", "与", "、", "至"};

	if (has_two_values(ind))
		plan_unsure_add(rd, action, r, UNSURE_YEARS);
	for (size_t k = 0; k < sizeof odd / sizeof *odd; k++)
		if (!strncmp(ind->name, odd[k], strlen(odd[k])))
			plan_unsure_add(rd, action, r, UNSURE_NAME);
}

static void add_indicator(struct reading *rd, struct plan_action *action, const struct clause *c,
			  const struct chain *chain)
{
	struct plan_indicator *ind = vec_push(rd->a, &action->indicators);
	struct run measure = {0, 0};

	ind->name = plan_name_read(rd, action, c, chain, &measure);
	ind->measure = measure.to > measure.from
			       ? plan_text_copy(rd->a, &rd->t, measure)
			       : plan_figure_measure(rd->a, &rd->t, &chain->f[chain->n - 1]);
	struct run r = {chain->subject.from, chain->f[chain->n - 1].to};
	ind->span = plan_text_span(&rd->t, r);
	add_chain(rd, ind, c, chain);
	doubt_indicator(rd, action, ind, r);
}

/* The indicator before a chain in its sentence, when its measure is the same; else NULL. */
static struct plan_indicator *find_before(const struct reading *rd,
					  const struct plan_action *action, const struct clause *c,
					  const struct chain *chain)
{
	const struct figure *f = &chain->f[chain->n - 1];
	struct plan_indicator *ind;

	if (action->indicators.n == 0)
		return NULL;
	ind = &action->indicators.at[action->indicators.n - 1];
	if (ind->span.from < c->sentence_from)
		return NULL;
	if (f->kind != FIGURE_BARE &&
	    strcmp(ind->measure, plan_figure_measure(rd->a, &rd->t, f)) != 0)
		return NULL;
	return ind;
}

/* 知晓率2022年达到33%,2030年达到38%: a chain of another year without a subject goes on with the
 * indicator before it. False when there is none. */
static bool goes_on(struct reading *rd, struct plan_action *action, const struct clause *c,
		    const struct chain *chain)
{
	struct years y = years_of(c, chain);
	struct plan_indicator *ind;

	if ((!c->printed && chain->printed.n == 0 && !chain->years[0]) ||
	    chain->subject.to > chain->subject.from || !(ind = find_before(rd, action, c, chain)))
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
	n = plan_name_part(&rd->t, chain, names);
	if (n < 2 || (chain->n > 1 && n != chain->n))
		return false;
	for (int i = 0; i < n; i++) {
		struct chain one = *chain;

		one.n = 1;
		one.each = false;
		one.f[0] = figure_of(&rd->t, chain, i);
		one.subject = names[i];
		one.head = plan_name_head(&rd->t, names[i], names[n - 1]);
		add_indicator(rd, action, c, &one);
	}
	return true;
}

/* What a chain says goes into the action; false when it states no level. */
static bool add_if_level(struct reading *rd, struct plan_action *action, struct clause *c,
			 struct chain *chain, size_t from, size_t end)
{
	const struct plan_text *t = &rd->t;
	const struct figure *f = &chain->f[0];
	static const char32_t *const by[] = {U"按", U"按照"}; /* 按照30%的比例 */
	struct run around = {from, end + NEAR < c->run.to ? end + NEAR : c->run.to};

	chain->goal = c->goal;
	chain->carried = chain->subject.to == chain->subject.from &&
			 (plan_level_noun(t, c->before) || find_before(rd, action, c, chain));
	if (!plan_chain_is_level(t, chain, around)) {
		if (f->kind == FIGURE_RATE && !plan_support_said(t, around) &&
		    !plan_chain_is_start(t, (struct run){from, f->from}) &&
		    !plan_text_ends_any(t, (struct run){from, f->from}, by, 2))
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
