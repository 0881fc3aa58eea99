/* Duties that are said in a sentence, with or without 由: "此项工作由区水利局牵头,区住建局配合。"
 * Clauses that close with a verb of duty and name nothing but units. */
#include "core/reader/plan_phrase.h"

#include "core/reader/plan_remark.h"

enum {
	LONGEST_PROSE = 200,
	LONGEST_OPENING = 14,
	LEAST_PROSE = 3 /* fewer than one phrase in three is none of the document's way */
};

/* Whether the clause from..end closes with a verb of duty: 由区水利局牵头. */
static bool closes_with_verb(const struct plan_text *t, size_t from, size_t end)
{
	static const char32_t *const closing[] = {
		U"负责", U"牵头", U"配合", U"参与", U"协助", U"落实", U"实施", U"参加", U"主办",
		U"协办", U"其责", U"单位", U"部门", U"主体", U"推进", U"支持", U"办理", U"承办"};
	enum duty_class duty;

	if (end <= from || !plan_text_in(t->g[end - 1].cp, U"责头合与助实施加办位门体进持理落") ||
	    !plan_text_ends_any(t, (struct run){from, end}, closing,
				sizeof closing / sizeof *closing))
		return false;
	for (size_t i = from + 2; i < end; i++)
		if (plan_verb_read(t, i, end, &duty) == end)
			return true;
	return false;
}

bool plan_prose_like(const struct plan_text *t, size_t from, size_t to)
{
	enum duty_class duty;
	bool rule = false;

	if (to > from + LONGEST_PROSE || !closes_with_verb(t, from, to) ||
	    plan_remark_read(t, from, to, &rule) > from)
		return false;
	for (size_t i = from + 2; i < to; i++)
		if (plan_verb_read(t, i, to, &duty) == to)
			return plan_unit_surely(t, (struct run){from, i}) &&
			       !plan_unit_generic(t, (struct run){from, i});
	return false;
}

/* Where the clauses that close with a verb end, the first of them at i; i when it does not. */
static size_t duties_end(const struct plan_text *t, size_t i)
{
	const size_t start = i;
	size_t end = i;

	for (size_t k = i; k < t->n && k - start < LONGEST_PROSE; k = plan_text_next(t, k, t->n)) {
		char32_t cp = t->g[k].cp;

		if (cp == U'由' && k > i)
			break;
		if (!glyph_is_sign(cp, U",;。\n)"))
			continue;
		if (!closes_with_verb(t, i, k))
			break;
		end = k;
		i = k + 1;
		if (cp != ',' && cp != ';')
			break;
	}
	return end;
}

/* The sign before i, blanks aside; '\n' at the beginning of the text. */
static char32_t sign_before(const struct plan_text *t, size_t i)
{
	while (i > 0 && t->g[i - 1].cp == ' ')
		i--;
	return i > 0 ? t->g[i - 1].cp : '\n';
}

/* Names that stand in a sentence without 由 must say more than 各部门要密切配合: somebody in
 * particular, and somebody who does not only help. */
static bool says_who(const struct plan_text *t, const struct plan_phrases *p, size_t first)
{
	bool particular = false, answers = false;

	for (size_t k = first; k < p->duties.n; k++) {
		const struct duty *d = &p->duties.at[k];

		if (!plan_unit_surely(t, d->name))
			return false;
		particular |= !plan_unit_collective(t, d->name) && !plan_unit_generic(t, d->name);
		answers |= d->duty != DUTY_COOP;
	}
	return particular && answers;
}

/* Whether a sentence, or what stands between a sentence and an unopened bracket's end, is from..end
 * or begins with it. */
static bool is_sentence(const struct plan_text *t, size_t from, size_t end)
{
	char32_t before = sign_before(t, from), behind = end < t->n ? t->g[end].cp : '\n';

	if (behind == ')' && t->pair[end])
		return false;
	return plan_text_in(before, U"。;!\n") ||
	       (plan_text_in(before, U",)") && plan_text_in(behind, U"。;\n)"));
}

/* Whether a sentence about what stands above it begins shortly before i: 以上任务由…. */
static bool is_about_above(const struct plan_text *t, size_t i)
{
	static const char32_t *const words[] = {U"以上", U"上述", U"本部分", U"本节"};
	size_t k = i;

	while (k > 0 && i - k < LONGEST_OPENING && !plan_text_in(t->g[k - 1].cp, U"。;,\n"))
		k--;
	while (k < i && t->g[k].cp == ' ')
		k++;
	return (k == 0 || t->g[k - 1].cp != ',') &&
	       plan_text_begins_any(t, (struct run){k, i}, words, sizeof words / sizeof *words);
}

size_t plan_prose_read(struct arena *a, const struct plan_text *t, size_t i, struct plan_phrases *p,
		       struct phrase *ph)
{
	const size_t first = p->duties.n;
	const bool says_lead = p->says_lead, by = t->g[i].cp == U'由';
	size_t end;

	if (!by && !glyph_is_sign(sign_before(t, i), U"。;!\n,)"))
		return i;
	end = duties_end(t, i + by);
	*ph = (struct phrase){.run = {i, end}};
	if (end <= i + 1 || (!by && !is_sentence(t, i, end)) ||
	    !plan_duties_read(a, t, (struct run){i + by, end}, DUTY_NONE, p, ph))
		return i;
	if (by ? !plan_duties_sure(t, p, first) : !says_who(t, p, first)) {
		p->duties.n = first;
		p->says_lead = says_lead;
		return i;
	}
	ph->prose = true;
	ph->own_line = by && is_about_above(t, i);
	if (end < t->n && t->g[end].cp == ')' && !t->pair[end]) {
		ph->prose = false;
		ph->open_missing = true;
		ph->run.to = ++end;
	}
	return end;
}

void plan_prose_leave(struct arena *a, struct plan_phrases *p)
{
	size_t prose = 0, n = 0;

	for (size_t k = 0; k < p->at.n; k++)
		prose += p->at.at[k].prose;
	if (prose == 0 || prose * LEAST_PROSE >= p->at.n)
		return;
	for (size_t k = 0; k < p->at.n; k++)
		if (p->at.at[k].prose)
			*vec_push(a, &p->left) = p->at.at[k].run;
		else
			p->at.at[n++] = p->at.at[k];
	p->at.n = n;
}
