/* Finds responsibility phrases: brackets whose content is one, labels with their names in the run
 * of the text or on lines of their own, sentences (由区水利局牵头,区住建局配合). One pass over the
 * glyphs; of nested brackets only the outer three levels are looked into, so that no input makes it
 * slow. */
#include "core/plan_phrase.h"

enum {
	LONGEST_PHRASE = 1000,
	DEEPEST_BRACKET = 3,
	LONGEST_RULE = 30,
	LONGEST_LIST_LINE = 200,
	LONGEST_PROSE = 200
};

static bool begins_line(const struct plan_text *t, size_t i)
{
	while (i > 0 && t->g[i - 1].cp == ' ')
		i--;
	return i == 0 || t->g[i - 1].cp == '\n';
}

static bool ends_line(const struct plan_text *t, size_t i)
{
	while (i < t->n && (t->g[i].cp == ' ' || t->g[i].cp == '\t'))
		i++;
	return i >= t->n || t->g[i].cp == '\n';
}

static size_t skip_to_text(const struct plan_text *t, size_t i, size_t to)
{
	while (i < to && glyph_is_blank(t->g[i].cp))
		i++;
	return i;
}

/* A list of bare names is a phrase only where a sentence or paragraph ends. */
static bool ends_sentence(const struct plan_text *t, size_t open, size_t behind)
{
	size_t k = open;

	while (k > 0 && t->g[k - 1].cp == ' ')
		k--;
	if (k > 0 && plan_text_in(t->g[k - 1].cp, U"。;!"))
		return true;
	while (behind < t->n && t->g[behind].cp == ' ')
		behind++;
	return behind >= t->n || plan_text_in(t->g[behind].cp, U"\n。;");
}

/* Joins the phrase to the one before it when both have labels and only signs stand between. */
static bool continues(const struct plan_text *t, const struct plan_phrases *p,
		      const struct phrase *ph)
{
	const struct phrase *last = p->at.n ? &p->at.at[p->at.n - 1] : NULL;

	if (!last || !last->labelled || !ph->labelled || last->first + last->nduties != ph->first)
		return false;
	for (size_t i = last->run.to; i < ph->run.from; i++)
		if (!glyph_is_blank(t->g[i].cp) && !plan_text_in(t->g[i].cp, U",;。|"))
			return false;
	return true;
}

static void add_phrase(struct arena *a, const struct plan_text *t, struct plan_phrases *p,
		       const struct phrase *ph)
{
	if (!continues(t, p, ph)) {
		*vec_push(a, &p->at) = *ph;
		return;
	}
	struct phrase *last = &p->at.at[p->at.n - 1];
	last->run.to = ph->run.to;
	last->nduties += ph->nduties;
	last->has_coop_label |= ph->has_coop_label;
	last->open_missing |= ph->open_missing;
	last->close_missing |= ph->close_missing;
	if (ph->due.to > ph->due.from)
		last->due = ph->due;
}

/* Where the bracket at i closes: when that was forgotten, at the end of its line; i for nowhere. */
static size_t closing(const struct plan_text *t, size_t i)
{
	size_t k = i + 1;

	if (t->pair[i])
		return t->pair[i];
	while (k < t->n && t->g[k].cp != '\n') {
		if (k - i > LONGEST_LIST_LINE || (t->g[k].cp == '(' && !t->pair[k]))
			return i;
		k++;
	}
	return plan_text_strip(t, (struct run){i, k}, U"。").to;
}

/* 各镇(街道): a bracket with a part of a collective name in it. */
static bool is_area_only(const struct plan_text *t, const struct plan_phrases *p,
			 const struct phrase *ph)
{
	return ph->nduties == 1 && plan_unit_area(t, p->duties.at[ph->first].name);
}

/* The bracket at i; returns the place behind it when it is a phrase, else i. */
static size_t read_bracket(struct arena *a, const struct plan_text *t, size_t i,
			   struct plan_phrases *p)
{
	size_t close = closing(t, i), behind = close + (t->pair[i] != 0);
	struct phrase ph = {.run = {i, behind}, .own_line = begins_line(t, i)};

	ph.close_missing = !t->pair[i];
	if (close <= i + 2 || close - i > LONGEST_PHRASE)
		return i;
	if (!plan_duties_read(a, t, (struct run){i + 1, close}, DUTY_NONE, p, &ph))
		return i;
	bool verbless = !ph.labelled && p->duties.at[ph.first].duty == DUTY_LIST &&
			!plan_text_has(t, ph.run, U"负责") && !plan_text_has(t, ph.run, U"分工");
	if (verbless && (!ends_sentence(t, i, behind) || is_area_only(t, p, &ph))) {
		p->duties.n = ph.first;
		return i;
	}
	add_phrase(a, t, p, &ph);
	return behind;
}

/* Whether the line at i has nothing but names of units in it. */
static bool is_line_of_units(const struct plan_text *t, size_t i)
{
	size_t eol = plan_text_eol(t, i, t->n), from = i;

	if (eol - i > LONGEST_LIST_LINE)
		return false;
	for (size_t k = i; k <= eol; k++) {
		if (k < eol && !plan_text_in(t->g[k].cp, U"、, "))
			continue;
		struct run name = plan_text_trim(t, (struct run){from, k});

		if (name.to > name.from && !plan_unit_surely(t, name) &&
		    !plan_unit_collective(t, name))
			return false;
		from = k + 1;
	}
	return plan_text_trim(t, (struct run){i, eol}).to > i;
}

/* Where the names behind a label end: at a full stop, an unopened bracket, another kind of label or
 * the end of a line that does not end in the middle of a list. Below a label that is alone on its
 * line (stacked) every line of units belongs to the list. */
static size_t names_end(const struct plan_text *t, size_t i, bool stacked)
{
	const size_t start = i;
	struct label l;

	while (i < t->n && i - start < LONGEST_PHRASE) {
		char32_t cp = t->g[i].cp, before = 0;

		if (cp == U'。' || cp == ')')
			break;
		if (plan_label_read(t, i, t->n, &l) && l.duty == DUTY_OTHER)
			break;
		if (cp == '\n') {
			for (size_t k = i; k > start && !before; k--)
				before = t->g[k - 1].cp == ' ' ? 0 : t->g[k - 1].cp;
			bool more =
				before && plan_text_in(before, U"、,") && t->g[i + 1].cp != '\n';
			if (!more && !(stacked && is_line_of_units(t, i + 1)))
				break;
		}
		i = plan_text_next(t, i, t->n);
	}
	return i < t->n ? i : t->n;
}

/* The names behind a label, which may stand on the next line; an empty run when there are none. */
static struct run names_after(const struct plan_text *t, const struct label *l)
{
	size_t from = l->to;
	bool stacked = ends_line(t, from);

	if (stacked)
		from = skip_to_text(t, from, t->n);
	return (struct run){from, names_end(t, from, stacked)};
}

static size_t read_labelled(struct arena *a, const struct plan_text *t, size_t i,
			    struct plan_phrases *p)
{
	struct label l;

	if (!plan_label_read(t, i, t->n, &l) || l.duty < DUTY_LEAD || l.duty > DUTY_LIST)
		return i;
	bool alone = begins_line(t, i) && ends_line(t, l.to);
	if (!l.colon && !alone)
		return i;
	struct run names = names_after(t, &l);
	struct phrase ph = {.run = {i, names.to}, .labelled = true, .own_line = begins_line(t, i)};
	ph.has_coop_label = l.duty == DUTY_COOP;
	p->says_lead |= l.duty == DUTY_LEAD;
	if (!plan_duties_read(a, t, names, l.duty, p, &ph))
		return i;
	if (i > 0 && t->g[i - 1].cp == '(') {
		ph.run.from = i - 1;
		ph.close_missing = !t->pair[i - 1];
	}
	if (names.to < t->n && t->g[names.to].cp == ')') {
		ph.run.to = names.to + 1;
		ph.open_missing = !t->pair[names.to];
	}
	add_phrase(a, t, p, &ph);
	return ph.run.to;
}

/* Whether the clause from..end closes with a verb of duty: 由区水利局牵头. */
static bool closes_with_verb(const struct plan_text *t, size_t from, size_t end)
{
	enum duty_class duty;

	for (size_t i = from + 2; i < end; i++)
		if (plan_verb_read(t, i, end, &duty) == end)
			return true;
	return false;
}

/* Where the clauses that close with a verb end, the first of them at i; i when it does not. */
static size_t duties_end(const struct plan_text *t, size_t i)
{
	const size_t start = i;
	size_t end = i;

	for (size_t k = i; k < t->n && k - start < LONGEST_PROSE; k++) {
		char32_t cp = t->g[k].cp;

		if (cp == U'由' && k > i)
			break;
		if (!plan_text_in(cp, U",;。\n)"))
			continue;
		if (!closes_with_verb(t, i, k))
			break;
		end = k;
		i = k + 1;
		if (cp != ',')
			break;
	}
	return end;
}

static bool all_units(const struct plan_text *t, const struct plan_phrases *p, size_t first)
{
	for (size_t k = first; k < p->duties.n; k++)
		if (!plan_unit_surely(t, p->duties.at[k].name) &&
		    !plan_unit_collective(t, p->duties.at[k].name))
			return false;
	return p->duties.n > first;
}

/* Said in a sentence: 由区水利局牵头,区住建局配合。 */
static size_t read_prose(struct arena *a, const struct plan_text *t, size_t i,
			 struct plan_phrases *p)
{
	const size_t first = p->duties.n;
	const bool says_lead = p->says_lead;
	size_t end = t->g[i].cp == U'由' ? duties_end(t, i + 1) : i;
	struct phrase ph = {.run = {i, end}};

	if (end <= i + 1 || !plan_duties_read(a, t, (struct run){i + 1, end}, DUTY_NONE, p, &ph))
		return i;
	if (!all_units(t, p, first)) {
		p->duties.n = first;
		p->says_lead = says_lead;
		return i;
	}
	add_phrase(a, t, p, &ph);
	return end;
}

/* The rule said anywhere: "排名首位的责任单位即为牵头单位". */
static bool says_first_leads(const struct plan_text *t, size_t i)
{
	static const char32_t *const ordinals[] = {U"第一位", U"首位", U"第一个", U"排第一"};
	static const char32_t *const ends[] = {U"为牵头", U"是牵头", U"为主办"};
	size_t to = i;

	if (!plan_text_in(t->g[i].cp, U"第首排") ||
	    !plan_text_begins_any(t, (struct run){i, t->n}, ordinals,
				  sizeof ordinals / sizeof *ordinals))
		return false;
	while (to < t->n && to - i < LONGEST_RULE && !plan_text_in(t->g[to].cp, U"。;\n"))
		to++;
	return plan_text_has_any(t, (struct run){i, to}, ends, sizeof ends / sizeof *ends);
}

void plan_phrases_find(struct arena *a, const struct plan_text *t, struct plan_phrases *p)
{
	int depth = 0;

	for (size_t i = 0, next; i < t->n; i = next) {
		char32_t cp = t->g[i].cp;

		next = i;
		if (cp == '(' && (!t->pair[i] || depth++ < DEEPEST_BRACKET))
			next = read_bracket(a, t, i, p);
		if (next > i) {
			depth -= t->pair[i] != 0;
			continue;
		}
		if (glyph_is_han(cp)) {
			next = read_labelled(a, t, i, p);
			if (next == i)
				next = read_prose(a, t, i, p);
			p->first_leads |= says_first_leads(t, i);
		}
		if (next > i)
			continue;
		if (cp == ')' && t->pair[i] < i && depth > 0 && t->g[t->pair[i]].cp == '(')
			depth--;
		next = i + 1;
	}
}
