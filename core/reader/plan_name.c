/* Names of indicators: the subject before the verb, the words before a colon, the parts of a list
 * (优良率、复用率), of a share what it is a share of and what is said of it (80%的村设有水站). */
#include "core/reader/plan_chain.h"

#include "core/reader/plan_values.h"

#define ROWS(table) (sizeof(table) / sizeof *(table))

enum { LONGEST_REST = 40 };

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

/* 100%的镇和80%的村设有水站: of what it is a share, and what is said of all shares. */
static const char *share_name(struct reading *rd, const struct clause *c, const struct figure *f)
{
	static const char32_t *const says[] = {
		U"能够", U"达到", U"实现", U"具备", U"配备", U"设置", U"设有", U"建有", U"提供",
		U"建成", U"开展", U"完成", U"纳入", U"使用", U"符合", U"建立", U"得到", U"接受"};
	const struct plan_text *t = &rd->t;
	size_t most = f->to + LONGEST_REST < c->run.to ? f->to + LONGEST_REST : c->run.to;
	struct run of = {f->to + 1, most}, said = {most, most};

	for (size_t k = of.from; k < most && of.to == most; k++)
		if (plan_text_in(t->g[k].cp, U"和、及与") && glyph_is_digit(t->g[k + 1].cp))
			of.to = k;
	for (size_t k = of.to; k < most && of.to < most && said.from == most; k++)
		if (plan_text_begins_any(t, (struct run){k, most}, says, ROWS(says)))
			said.from = k;
	return arena_printf(rd->a, "%s%s", plan_text_copy(rd->a, t, of),
			    plan_text_copy(rd->a, t, plan_text_strip(t, said, U",;:、。")));
}

/* The subject; of 泳池100%开放 the words behind it too, for they are the predicate. */
const char *plan_name_read(struct reading *rd, const struct plan_action *action,
			   const struct clause *c, const struct chain *chain, struct run *measure)
{
	struct run r = plan_text_strip(&rd->t, chain->subject, U",;:、。");
	const struct figure *last = &chain->f[chain->n - 1];
	bool predicate_behind = !chain->level.found && !plan_level_noun_last(&rd->t, r) &&
				(!last->has_op || glyph_is_han(rd->t.g[last->to].cp));
	struct run more =
		r.to == r.from || predicate_behind ? words_behind(&rd->t, c, chain) : chain->moves;

	if (chain->n == 1 && plan_chain_is_share(&rd->t, chain))
		return share_name(rd, c, &chain->f[0]);
	if (r.to == r.from && chain->level.found) {
		r = subject_before(&rd->t, c, chain);
		more = chain->moves.from < chain->level.from ? chain->moves : more;
	}
	if (r.to == r.from && more.to == more.from)
		return action->title;
	if (last->kind == FIGURE_BARE)
		*measure = plan_values_measure(&rd->t, &r);
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

int plan_name_part(const struct plan_text *t, const struct chain *c, struct run *names)
{
	int n = part_at(t, c->subject, false, names);
	bool nouns = true;

	for (int i = 0; i < n; i++)
		nouns &= plan_level_noun(t, names[i]);
	if (n > 1 && (c->each || nouns) && (c->n == 1 || n == c->n))
		return n;
	return c->each ? part_at(t, c->subject, true, names) : 0;
}

/* Behind the first of n words in r where `behind` is set, else where it begins; r.to for none. */
static size_t find_any(const struct plan_text *t, struct run r, const char32_t *const *words,
		       size_t n, bool behind)
{
	for (size_t i = r.from; i < r.to; i++)
		for (size_t k = 0; k < n; k++) {
			size_t len = plan_text_match(t, i, r.to, words[k]);

			if (len > 0)
				return behind ? i + len : i;
		}
	return r.to;
}

struct run plan_name_head(const struct plan_text *t, struct run name, struct run whole)
{
	static const char32_t *const carriers[] = {U"患者", U"人群", U"儿童", U"家庭", U"人员",
						   U"居民", U"学生", U"企业", U"机构"};
	struct run head = {whole.to, whole.to};

	if (name.to == name.from || name.to == whole.to || plan_level_noun_last(t, name) ||
	    !plan_level_noun_last(t, whole))
		return head;
	char32_t last = t->g[name.to - 1].cp;
	bool bearer = plan_text_in(last, U"儿妇人童生者民员户");
	head.from = find_any(t, whole, carriers, ROWS(carriers), bearer);
	for (size_t i = whole.to - 1; head.from == whole.to && i-- > whole.from;)
		if (t->g[i].cp == last)
			head.from = i + 1;
	if (head.from == whole.to && whole.to - whole.from > name.to - name.from + 1)
		head.from = whole.from + (name.to - name.from);
	return head;
}
