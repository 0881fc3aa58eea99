/* Remarks among the names of units: the rule for the lead in its many wordings, what holds for the
 * lists below, times that have no label. */
#include "core/reader/plan_remark.h"

#include "core/reader/plan_unit.h"

enum { LONGEST_CLAUSE = 80, LONGEST_RULE = 30 };

static const char32_t *const ordinals[] = {
	U"第一位", U"首位", U"第一个", U"首个", U"排第一", U"第一的", U"第一名", U"列第一", U"列首",
};

static const char32_t *const leads[] = {U"牵头", U"主办", U"主责"};

/* How clauses begin that are about the list. */
static const char32_t *const openings[] = {
	U"以下", U"下同", U"未明确", U"注:", U"其中", U"上述",
	U"不再", U"如无", U"余下",   U"标★", U"带★",  U"加★",
};

/* Behind the rule in its sentence: 其他有关部门按职责分工负责. */
static const char32_t *const rests[] = {U"其他", U"其它", U"其余", U"后面", U"排后"};

static const char32_t *const times[] = {U"年底前", U"年内", U"月底前", U"长期坚持",
					U"长期",   U"全年", U"常态化", U"立即"};

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* Where the clause at i ends; to when it is longer than any. */
static size_t clause_end(const struct plan_text *t, size_t i, size_t to, const char32_t *ends)
{
	const size_t start = i;

	while (i < to && i - start <= LONGEST_CLAUSE && !glyph_is_sign(t->g[i].cp, ends))
		i = plan_text_next(t, i, to);
	return i < to ? i : to;
}

static bool is_rule(const struct plan_text *t, struct run r)
{
	return plan_text_has_any(t, r, ordinals, ROWS(ordinals)) &&
	       plan_text_has_any(t, r, leads, ROWS(leads));
}

size_t plan_remark_read(const struct plan_text *t, size_t i, size_t to, bool *first_leads)
{
	size_t end = clause_end(t, i, to, U",;。");
	struct run clause = {i, end};

	if (end - i > LONGEST_CLAUSE)
		return i;
	if (!is_rule(t, clause))
		return plan_text_begins_any(t, clause, openings, ROWS(openings)) ? end : i;
	*first_leads = true;
	if (end < to && t->g[end].cp == ',' &&
	    plan_text_begins_any(t, (struct run){end + 1, to}, rests, ROWS(rests)))
		end = clause_end(t, end + 1, to, U",;。");
	return end;
}

bool plan_rule_says_first_rest(const struct plan_text *t, size_t i)
{
	static const char32_t *const ends[] = {U"为牵头",   U"是牵头",	 U"为主办",
					       U"是主办",   U"为主责",	 U"牵头负责",
					       U"单位牵头", U"部门牵头", U"者牵头"};
	size_t to = i;

	if (!plan_text_begins_any(t, (struct run){i, t->n}, ordinals, ROWS(ordinals)))
		return false;
	while (to < t->n && to - i < LONGEST_RULE && !glyph_is_sign(t->g[to].cp, U"。;\n"))
		to++;
	return plan_text_has_any(t, (struct run){i, to}, ends, ROWS(ends));
}

bool plan_remark_is_time(const struct plan_text *t, struct run r)
{
	return !plan_unit_surely(t, r) && plan_text_begins_any(t, r, times, ROWS(times));
}
