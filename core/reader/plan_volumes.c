/* Volumes of work: counted figures (2000场次, 新增足球场55个) that state no level. What is to be
 * done is the words around the figure up to the next one. */
#include "core/reader/plan_chain.h"

#include <stdio.h>
#include <string.h>

/* Words about a figure are looked for this far before it, so that no clause makes it slow. */
enum { FARTHEST_WORD = 100, MOST_COMPARED = 32, NEAR = 6 };

/* Ceilings and conditions: figures behind them are no work, money behind the others is none. */
static const char32_t *const limits[] = {U"最高", U"最多", U"每人", U"人均", U"不超过", U"封顶"};
static const char32_t *const grants_before[] = {U"补贴", U"补助", U"奖励", U"罚款", U"给予",
						U"资助", U"奖补", U"贴息", U"限额", U"每户",
						U"每例", U"每亩", U"额度", U"每个"};

/* Behind money they say that it is given or asked for each. */
static const char32_t *const grants[] = {U"补贴", U"补助", U"奖励", U"资助", U"奖补",	U"奖金",
					 U"罚款", U"标准", U"定额", U"贷款", U"以上的", U"以下的"};

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* Money for each: 发放2000元, 5万元奖励. Sums of a plan are counted in 万 or 亿. */
static bool is_grant(const struct plan_text *t, const struct figure *f, struct run before,
		     size_t to)
{
	struct run after = {f->to, f->to + NEAR < to ? f->to + NEAR : to};

	return plan_text_ends(t, f->measure, U"元") &&
	       (f->scale.to == f->scale.from ||
		plan_text_has_any(t, before, grants_before, ROWS(grants_before)) ||
		plan_text_has_any(t, after, grants, ROWS(grants)));
}

/* 10蒸吨以下锅炉, 5000万元以上项目, 两侧50米范围, 50人以上企业: says which, not how many. */
static bool is_condition(const struct plan_text *t, const struct figure *f, size_t to)
{
	static const char32_t *const spaces[] = {U"范围", U"内", U"以内", U"之内"};
	static const char32_t *const holders[] = {U"企业", U"单位", U"机构", U"场所", U"园区",
						  U"家庭", U"村",   U"小区", U"学校", U"工地"};
	struct run after = {f->to, to};

	if (f->sort == MEASURE_SIZE && plan_text_begins_any(t, after, spaces, ROWS(spaces)))
		return true;
	if (plan_text_is(t, f->measure, U"人") && f->has_op && f->op != OP_ABOUT &&
	    plan_text_begins_any(t, after, holders, ROWS(holders)))
		return true;
	return f->sort == MEASURE_SIZE && f->has_op && f->op != OP_ABOUT && f->to < to &&
	       glyph_is_han(t->g[f->to].cp);
}

/* Names of policies by their number of articles (22条措施), and parties that are made to act
 * (督促甲、 乙等8个). */
static bool is_name(const struct plan_text *t, const struct figure *f, struct run before, size_t to)
{
	static const char32_t *const policies[] = {U"新政", U"政策", U"措施", U"意见", U"举措"};
	static const char32_t *const listed[] = {U"措施", U"指标", U"任务", U"制度",
						 U"政策", U"要求", U"标准", U"举措"};
	static const char32_t *const follow[] = {U"对照", U"按照", U"围绕", U"落实", U"聚焦",
						 U"根据", U"贯彻", U"执行", U"对标"};
	static const char32_t *const making[] = {U"督促", U"指导", U"支持", U"推动", U"组织"};
	struct run after = {f->to, f->to + NEAR < to ? f->to + NEAR : to};

	before = plan_text_strip(t, before, U",、;");
	return (plan_text_is(t, f->measure, U"条") &&
		plan_text_has_any(t, after, policies, ROWS(policies))) ||
	       (plan_text_is(t, f->measure, U"项") &&
		plan_text_has_any(t, after, listed, ROWS(listed)) &&
		plan_text_begins_any(t, before, follow, ROWS(follow))) ||
	       (plan_text_ends(t, before, U"等") &&
		plan_text_begins_any(t, before, making, ROWS(making)));
}

/* 50人以上的单位至少安排1名: says which, when another figure says how many. */
static bool is_described(const struct plan_text *t, const struct figure *f, size_t to)
{
	size_t most = f->to + FARTHEST_WORD < to ? f->to + FARTHEST_WORD : to;

	if (!f->has_op || f->to >= to || t->g[f->to].cp != U'的')
		return false;
	for (size_t i = f->to; i < most; i++)
		if (glyph_is_digit(t->g[i].cp))
			return true;
	return false;
}

/* Whether a counted figure is work to be done; `before`: the words up to it. */
static bool is_work(const struct plan_text *t, const struct figure *f, struct run before, size_t to)
{
	return (f->kind == FIGURE_COUNT || f->kind == FIGURE_RATIO) &&
	       !plan_text_has_any(t, before, limits, ROWS(limits)) && !is_grant(t, f, before, to) &&
	       !is_condition(t, f, to) && !is_described(t, f, to) && !is_name(t, f, before, to) &&
	       !plan_each_said(t, before);
}

/* The words behind a figure up to the next sign or figure. */
static struct run words_behind(const struct plan_text *t, size_t i, size_t to)
{
	size_t k = i;
	struct figure f;

	while (k < to && !plan_text_in(t->g[k].cp, U"、,;和") && !plan_figure_read(t, k, to, &f))
		k = plan_text_next(t, k, to);
	return plan_text_strip(t, (struct run){i, k < to ? k : to}, U"的、,");
}

static struct run words_before(const struct plan_text *t, size_t from, size_t i)
{
	static const char32_t *const openings[] = {U"其中", U"包括"};
	static const char32_t *const endings[] = {U"不少于", U"不低于", U"超过", U"达到", U"至少",
						  U"突破",   U"约",	U"达",	 U"超",	  U"共"};
	struct run r = plan_text_strip(t, (struct run){from, i}, U"、,;和:");

	for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
		if (plan_text_ends(t, r, endings[k]))
			for (size_t n = 0; endings[k][n] && r.to > r.from; n++)
				r.to--;
	for (size_t k = 0; k < ROWS(openings); k++)
		r.from += plan_text_match(t, r.from, r.to, openings[k]);
	return plan_text_strip(t, r, U",:");
}

/* Whether the characters of `part` stand in order in `whole`. */
static bool runs_through(const char *part, const char *whole)
{
	for (; *part && *whole; whole++)
		part += *part == *whole;
	return !*part;
}

/* A title that says the volume is often said again in the text: 新建驿站8座. 全年新建驿站8座。 */
static bool is_said(const struct plan_action *action, const struct plan_volume *v)
{
	for (size_t k = 0; k < action->volumes.n && k < MOST_COMPARED; k++) {
		const struct plan_volume *other = &action->volumes.at[k];

		if (!strcmp(other->value, v->value) && !strcmp(other->measure, v->measure) &&
		    *other->what && runs_through(other->what, v->what))
			return true;
	}
	return false;
}

static void add_volume(struct reading *rd, struct plan_action *action, const struct figure *f,
		       struct run before, struct run after)
{
	struct plan_volume v;

	v.value = plan_figure_value(rd->a, &rd->t, f);
	v.measure = plan_figure_measure(rd->a, &rd->t, f);
	v.what = arena_printf(rd->a, "%s%s", plan_text_copy(rd->a, &rd->t, before),
			      plan_text_copy(rd->a, &rd->t, after));
	v.span =
		plan_text_span(&rd->t, (struct run){before.to > before.from ? before.from : f->from,
						    after.to > after.from ? after.to : f->to});
	if (!is_said(action, &v))
		*vec_push(rd->a, &action->volumes) = v;
}

/* 新建公园、球场各3个 is two volumes. Returns where the words of the next one may begin. */
static size_t add_volumes(struct reading *rd, struct plan_action *action, const struct figure *f,
			  size_t from, size_t to)
{
	const struct plan_text *t = &rd->t;
	struct run before = words_before(t, from, f->from);
	struct run after = words_behind(t, f->to, to);

	if (plan_text_ends(t, before, U"各")) {
		before.to--;
		for (size_t i = before.from, next; i < before.to; i = next) {
			next = plan_quoted_end(t, i, before.to);
			if (!plan_text_in(t->g[i].cp, U"、和") || i == before.from)
				continue;
			add_volume(rd, action, f, (struct run){before.from, i}, after);
			before.from = i + 1;
		}
	}
	add_volume(rd, action, f, before, after);
	return after.to > f->to ? after.to : f->to;
}

static bool overlaps(const struct plan_text *t, const struct plan_action *action,
		     const struct figure *f)
{
	size_t at = t->g[f->from].at;

	for (size_t k = action->indicators.n; k-- > 0;) {
		struct plan_span s = action->indicators.at[k].span;

		if (at >= s.from && at < s.to)
			return true;
		if (s.to < at)
			return false;
	}
	return false;
}

/* 覆盖人数超过1000人: the verb is one of levels, only the words before it are of work. */
static bool may_be_level(const struct plan_text *t, const struct figure *f, size_t from)
{
	struct level l;

	plan_level_read(t, from, f->from, &l);
	return l.reach && !plan_work_adds(t, (struct run){from, l.from});
}

bool plan_clause_volumes(struct reading *rd, struct plan_action *action, const struct clause *c)
{
	const struct plan_text *t = &rd->t;
	size_t from = c->run.from;
	bool any = false;

	for (size_t i = c->run.from, next; i < c->run.to; i = next) {
		struct figure f;

		next = plan_quoted_end(t, i, c->run.to);
		if (next > i + 1 || !plan_figure_read(t, i, c->run.to, &f))
			continue;
		next = f.to;
		if (from + FARTHEST_WORD < i)
			from = i - FARTHEST_WORD;
		if (!is_work(t, &f, (struct run){from, i}, c->run.to) || overlaps(t, action, &f))
			continue;
		if (may_be_level(t, &f, from))
			plan_unsure_add(rd, action, (struct run){from, f.to}, UNSURE_VOLUME);
		from = add_volumes(rd, action, &f, from, c->run.to);
		any = true;
	}
	return any;
}
