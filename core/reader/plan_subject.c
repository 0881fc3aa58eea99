/* What is said before a chain of figures: the verb, the years printed beside it, from where it
 * comes (由85%, 较2020年), and the subject that is left. And whether all that states a level. */
#include "core/reader/plan_chain.h"

/* What stands before a subject without belonging to it. */
static const char32_t *const openings[] = {U"实现", U"确保", U"力争", U"争取", U"使",	U"并",
					   U"其中", U"保证", U"努力", U"推动", U"至少", U"逐步",
					   U"每年", U"落实", U"将",   U"全年"};

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

/* Times and places that something is compared with. */
static const char32_t *const others[] = {U"上年", U"去年", U"全国", U"全省", U"全市",
					 U"现有", U"目前", U"当前", U"原来", U"现在"};

/* "在2019年基础上" and "较2020年" say since when, "由85%" from where, not what. */
static struct run strip_base(const struct plan_text *t, struct run r, bool *base)
{
	bool since = plan_text_ends(t, r, U"基础上") || plan_text_ends(t, r, U"基础");
	bool by = plan_text_ends(t, r, U"为单位");

	for (size_t i = r.to; i-- > r.from;) {
		size_t k = i + 1;

		while (k < r.to && t->g[k].cp == ' ')
			k++;
		bool digit_next = glyph_is_digit(t->g[k].cp);
		bool compared = plan_text_in(t->g[i].cp, U"较比");

		*base = plan_text_in(t->g[i].cp, U"由从") &&
			(digit_next ||
			 plan_text_begins_any(t, (struct run){i + 1, r.to}, others, ROWS(others)));
		if (*base || (since && t->g[i].cp == U'在') || (by && t->g[i].cp == U'以') ||
		    (compared && digit_next && plan_text_ends(t, r, U"年")) ||
		    (compared &&
		     plan_text_begins_any(t, (struct run){i + 1, r.to}, others, ROWS(others))))
			return (struct run){r.from, i};
	}
	return r;
}

/* Years between subject and verb: 知晓率到2022年达到33%. */
static struct run strip_years(const struct plan_text *t, struct run r, struct chain *c)
{
	struct years y;
	size_t k = plan_years_before(t, r.from, r.to, &y);

	if (k == r.to)
		return r;
	if (c->printed.n == 0)
		c->printed = y;
	return plan_text_trim(t, (struct run){r.from, k});
}

/* 提高到2025年的90%: the year may stand right before the figure. */
static size_t strip_year_of(const struct plan_text *t, size_t from, size_t i, struct chain *c)
{
	size_t of = i > from && t->g[i - 1].cp == U'的' ? i - 1 : i;
	size_t k = plan_years_before(t, from, of, &c->printed);

	return k < of ? k : i;
}

/* Where the name of a change goes on behind the subject: 每年降低, 较2020年下降. */
static bool begins_move(const struct plan_text *t, size_t k, size_t at)
{
	static const char32_t *const words[] = {U"每年", U"年均", U"累计", U"同比"};

	return plan_text_begins_any(t, (struct run){k, at}, words, ROWS(words)) ||
	       (plan_text_in(t->g[k].cp, U"较比") &&
		!plan_text_has(t, (struct run){k, at}, U"每年"));
}

void plan_chain_subject(const struct plan_text *t, size_t from, size_t i, struct chain *c)
{
	size_t at = strip_year_of(t, from, i, c);
	size_t link = at < i && plan_text_in(t->g[at].cp, U"到至在") ? at + 1 : at;
	struct run r, before;

	plan_level_read(t, from, link, &c->level);
	if (link > at && !c->level.found)
		plan_level_read(t, from, at, &c->level);
	r = (struct run){from, c->level.from};
	do {
		before = r;
		r = strip_years(t, plan_level_strip(t, r), c);
		r = plan_level_strip(t, c->base ? r : strip_base(t, r, &c->base));
	} while (r.to < before.to);
	c->moves = (struct run){at, at};
	for (size_t k = r.to; c->level.change && c->moves.to == c->moves.from; k++)
		if (begins_move(t, k, at) || k == c->level.from)
			c->moves = (struct run){k, at};
	c->each = plan_text_has(t, (struct run){r.to, c->level.from}, U"分别");
	c->both = plan_text_has(t, (struct run){r.to, c->level.from}, U"均");
	c->subject = strip_openings(t, plan_text_strip(t, r, U"、,;:"));
	if (plan_text_is(t, c->subject, U"在"))
		c->subject.from = c->subject.to;
}

bool plan_chain_goes_on(const struct plan_text *t, size_t from, size_t i)
{
	struct chain c = {0};

	plan_chain_subject(t, from, i, &c);
	return c.level.found && c.printed.n == 0 && c.subject.to == c.subject.from;
}

static bool is_hundred(const struct plan_text *t, const struct figure *f)
{
	return f->number.to - f->number.from == 3 && t->g[f->number.from].cp == '1' &&
	       t->g[f->number.from + 1].cp == '0' && t->g[f->number.from + 2].cp == '0';
}

/* Nothing but other names stands before it. */
bool plan_chain_is_share(const struct plan_text *t, const struct chain *c)
{
	const struct figure *f = &c->f[c->n - 1];

	return f->kind == FIGURE_RATE && t->g[f->to].cp == U'的' && f->from > 0 &&
	       (c->subject.to == c->subject.from || plan_text_in(t->g[f->from - 1].cp, U"和、及"));
}

static bool rate_is_level(const struct plan_text *t, const struct chain *c, bool said,
			  struct run around)
{
	const struct figure *f = &c->f[c->n - 1];
	bool noun = plan_level_noun_ends(t, c->subject);

	if (f->sort == MEASURE_POINTS && !plan_fall_begins(t, c->subject))
		return said;
	if (f->sort == MEASURE_POINTS)
		return true;
	if (!noun && plan_support_said(t, around))
		return false;
	return said || noun || is_hundred(t, f) || plan_chain_is_share(t, c);
}

/* 目标:供水能力50万吨: no verb is needed there. */
static bool states_goal(const struct plan_text *t, const struct chain *c)
{
	return c->goal && plan_level_noun_ends(t, c->subject) && !plan_work_begins(t, c->subject);
}

/* Whether a counted figure says how many there are to be, and not how many are to be done. */
static bool count_is_level(const struct plan_text *t, const struct chain *c, bool said)
{
	static const char32_t *const having[] = {U"拥有", U"配备", U"配置"};
	const struct figure *f = &c->f[c->n - 1];
	bool work = plan_work_begins(t, c->subject);

	if (plan_text_ends(t, f->measure, U"元") && plan_fall_begins(t, c->subject))
		return true;
	if (f->kind == FIGURE_COUNT && plan_each_said(t, c->subject))
		return said || plan_text_has_any(t, c->subject, having, ROWS(having));
	if (!c->level.found && f->has_op && glyph_is_han(t->g[f->to].cp))
		return false; /* 2级以下村: says which */
	if (states_goal(t, c))
		return true;
	if (!said || c->subject.to == c->subject.from)
		return c->level.sign ||
		       (said && (c->base || (c->carried && f->kind == FIGURE_BARE)));
	if (c->level.sign || c->base || (c->level.state && !work))
		return true;
	if (plan_work_noun_ends(t, c->subject))
		return false;
	if (plan_level_noun(t, c->subject))
		return !plan_work_adds(t, c->subject);
	if (work)
		return false;
	if (f->sort == MEASURE_EVENT)
		return false;
	return plan_level_noun_last(t, c->subject) || (c->level.reach && f->kind == FIGURE_COUNT);
}

/* 2小时内上报, 30天满负荷: says which, before a noun or verb. */
static bool is_condition(const struct plan_text *t, const struct chain *c, const struct figure *f)
{
	return glyph_is_han(t->g[f->to].cp) && !c->level.reach &&
	       !plan_text_in(t->g[f->to].cp, U"的要和发");
}

bool plan_chain_is_start(const struct plan_text *t, struct run words)
{
	words = plan_text_strip(t, words, U"的");
	for (size_t k = 0; k < ROWS(others); k++)
		if (plan_text_ends(t, words, others[k]))
			return words.to > words.from + 2 &&
			       plan_text_in(t->g[words.to - 3].cp, U"由从");
	while (words.to > words.from && (glyph_is_digit(t->g[words.to - 1].cp) ||
					 plan_text_in(t->g[words.to - 1].cp, U" 年底末的")))
		words.to--;
	return words.to > words.from && plan_text_in(t->g[words.to - 1].cp, U"由从");
}

bool plan_chain_is_level(const struct plan_text *t, const struct chain *c, struct run around)
{
	const struct figure *f = &c->f[c->n - 1];
	bool said = c->level.found || f->has_op || c->years[0] || c->printed.n > 0;

	if (plan_chain_is_start(t, (struct run){around.from, c->f[0].from}))
		return false;
	switch (f->kind) {
	case FIGURE_RATE:
		return rate_is_level(t, c, said, around);
	case FIGURE_RATIO:
		return (said || states_goal(t, c)) && !plan_work_adds(t, c->subject) &&
		       (c->level.found || !is_condition(t, c, f));
	case FIGURE_LEVEL:
		if (plan_text_is(t, f->measure, U"岁"))
			return c->level.found && (c->carried || plan_level_noun(t, c->subject));
		return said &&
		       (c->level.state || plan_level_noun(t, c->subject) || !is_condition(t, c, f));
	case FIGURE_COUNT:
	case FIGURE_BARE:
		return count_is_level(t, c, said);
	default:
		return false;
	}
}
