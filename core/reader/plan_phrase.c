/* Finds responsibility phrases: brackets whose content is one, labels with their names in the run
 * of the text or on lines of their own, sentences (由区水利局牵头,区住建局配合). One pass over the
 * glyphs; of nested brackets only the outer three levels are looked into, so that no input makes it
 * slow. */
#include "core/reader/plan_phrase.h"

#include "core/reader/plan_foot.h"
#include "core/reader/plan_mark.h"
#include "core/reader/plan_remark.h"

enum { LONGEST_PHRASE = 1000, DEEPEST_BRACKET = 3, LONGEST_LIST_LINE = 200 };

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

static bool is_label_line(const struct plan_text *t, size_t i)
{
	struct label l;

	return plan_label_read(t, skip_to_text(t, i, t->n), t->n, &l);
}

/* The names behind a label, which may stand on the next line; an empty run when there are none. */
static struct run names_after(const struct plan_text *t, const struct label *l)
{
	size_t from = l->to;
	bool stacked = ends_line(t, from);

	if (stacked)
		from = skip_to_text(t, from, t->n);
	return (struct run){from, plan_names_end(t, from, stacked)};
}

/* Whether names may follow the label at i: behind a colon, on the next line or in the next column
 * of a label that begins its line. */
static bool leads_to_names(const struct plan_text *t, size_t i, const struct label *l)
{
	if (l->duty < DUTY_LEAD || l->duty > DUTY_LIST)
		return false;
	if (l->bare && i > 0 && glyph_is_han(t->g[i - 1].cp))
		return false;
	if (l->colon || l->copula)
		return true;
	return begins_line(t, i) && (ends_line(t, l->to) || (glyph_is_blank(t->g[l->to - 1].cp) &&
							     plan_line_lists_units(t, l->to)));
}

/* The bracket around a phrase that begins with a label. */
static void take_brackets(const struct plan_text *t, struct phrase *ph)
{
	size_t from = ph->run.from, to = ph->run.to;

	if (from > 0 && t->g[from - 1].cp == '(') {
		ph->run.from = from - 1;
		ph->close_missing = !t->pair[from - 1];
	}
	if (to < t->n && t->g[to].cp == ')') {
		ph->run.to = to + 1;
		ph->open_missing = !t->pair[to];
	}
}

static size_t read_labelled(struct arena *a, const struct plan_text *t, size_t i,
			    struct plan_phrases *p)
{
	struct label l;

	bool unknown =
		begins_line(t, i) && !is_label_line(t, i) && plan_label_unknown(t, i, t->n, &l);
	if (!unknown && (!plan_label_read(t, i, t->n, &l) || !leads_to_names(t, i, &l)))
		return i;
	struct run names = names_after(t, &l);
	struct phrase ph = {.run = {i, names.to}, .labelled = true, .own_line = begins_line(t, i)};
	ph.has_coop_label = l.duty == DUTY_COOP;
	ph.persons = l.persons;
	if (!plan_duties_read(a, t, names, l.duty, p, &ph))
		return i;
	if ((l.copula || l.bare || unknown) && !plan_duties_sure(t, p, ph.first)) {
		p->duties.n = ph.first;
		return i;
	}
	p->says_lead |= l.duty == DUTY_LEAD || l.duty == DUTY_COOP;
	for (size_t k = ph.first; unknown && k < p->duties.n; k++)
		p->duties.at[k].unsure = true;
	take_brackets(t, &ph);
	add_phrase(a, t, p, &ph);
	return ph.run.to;
}

/* (牵头单位) before its names, or 责任单位: in the text. */
static size_t read_label_phrase(struct arena *a, const struct plan_text *t, size_t i,
				struct plan_phrases *p)
{
	size_t next = read_labelled(a, t, i, p);

	for (size_t k = i; k < next; k++)
		p->first_leads |= plan_rule_says_first(t, k);
	return next;
}

/* What stands before an unopened bracket's end at i: 清理河道。区水利局、区住建局) */
static size_t read_unopened(struct arena *a, const struct plan_text *t, size_t i,
			    struct plan_phrases *p)
{
	size_t from = i, last = p->at.n ? p->at.at[p->at.n - 1].run.to : 0;

	while (from > last && i - from < LONGEST_LIST_LINE &&
	       !plan_text_in(t->g[from - 1].cp, U"。;:!()\n"))
		from--;
	struct phrase ph = {.run = {from, i + 1}, .open_missing = true};
	if (from == last || i - from < 2 || i - from >= LONGEST_LIST_LINE ||
	    plan_mark_begins(t, from) ||
	    !plan_duties_read(a, t, (struct run){from, i}, DUTY_NONE, p, &ph))
		return i;
	if (!plan_duties_sure(t, p, ph.first)) {
		p->duties.n = ph.first;
		return i;
	}
	add_phrase(a, t, p, &ph);
	return i + 1;
}

/* Units that close a text without bracket or label: behind ——, or several on a line of their own
 * below a sentence. Returns the place behind them, i for none. */
static size_t read_bare_line(struct arena *a, const struct plan_text *t, size_t i,
			     struct plan_phrases *p)
{
	bool dash = t->g[i].cp == '-' && t->g[i + 1].cp == '-';
	size_t from = i, eol, before = i, bound;

	while (from < t->n && plan_text_in(t->g[from].cp, U"- "))
		from++;
	bound = t->n - from > LONGEST_LIST_LINE ? from + LONGEST_LIST_LINE : t->n;
	eol = plan_text_eol(t, from, bound);
	if (eol == bound && bound < t->n)
		return i;
	while (before > 0 && t->g[before - 1].cp == ' ')
		before--;
	bool below = !dash && before > 1 && t->g[before - 1].cp == '\n' &&
		     t->g[before - 2].cp == U'。' &&
		     plan_text_has(t, (struct run){from, eol}, U"、");
	struct phrase ph = {.run = {i, eol}, .own_line = below};
	if (!(dash ? before > 0 && t->g[before - 1].cp != '\n' : below) ||
	    !plan_line_lists_units(t, from) ||
	    !plan_duties_read(a, t, (struct run){from, eol}, DUTY_NONE, p, &ph))
		return i;
	add_phrase(a, t, p, &ph);
	return eol;
}

static size_t read_sentence(struct arena *a, const struct plan_text *t, size_t i,
			    struct plan_phrases *p)
{
	struct phrase ph;
	size_t next = plan_prose_read(a, t, i, p, &ph);

	if (next > i)
		add_phrase(a, t, p, &ph);
	return next;
}

/* The phrase at i; returns the place behind it, i for none. */
static size_t read_phrase(struct arena *a, const struct plan_text *t, size_t i,
			  struct plan_phrases *p, bool bracket)
{
	bool han = glyph_is_han(t->g[i].cp);
	size_t next = i;

	if (bracket || han)
		next = read_label_phrase(a, t, i, p);
	if (next == i && bracket)
		next = read_bracket(a, t, i, p);
	if (next == i && (t->g[i].cp == '-' || (han && begins_line(t, i))))
		next = read_bare_line(a, t, i, p);
	if (next == i && han)
		next = read_sentence(a, t, i, p);
	if (next == i && t->g[i].cp == ')' && !t->pair[i])
		next = read_unopened(a, t, i, p);
	return next;
}

/* Whether a phrase may begin at i; a "no" is sure. Inside a sentence only labels and 由 begin one.
 */
static bool may_begin(const struct plan_text *t, size_t i)
{
	char32_t cp = t->g[i].cp;

	if (!glyph_is_han(cp))
		return cp == '(' || cp == ')' || (cp == '-' && t->g[i + 1].cp == '-');
	return i == 0 || !glyph_is_han(t->g[i - 1].cp) || cp == U'由' ||
	       word_starts_at(t->label_starts, t, i);
}

/* Those that begin in r. */
static void find_in(struct arena *a, const struct plan_text *t, struct run r,
		    struct plan_phrases *p)
{
	int depth = 0;

	for (size_t i = r.from, next; i < r.to; i = next) {
		char32_t cp = t->g[i].cp;
		bool bracket = cp == '(' && (!t->pair[i] || depth++ < DEEPEST_BRACKET);

		next = may_begin(t, i) ? read_phrase(a, t, i, p, bracket) : i;
		p->first_leads |= plan_rule_says_first(t, i);
		if (next > i) {
			depth -= cp == '(' && t->pair[i] != 0;
			continue;
		}
		if (cp == ')' && t->pair[i] < i && depth > 0 && t->g[t->pair[i]].cp == '(')
			depth--;
		next = i + 1;
	}
}

void plan_phrases_find(struct arena *a, const struct plan_text *t, struct plan_phrases *p)
{
	bool sure;
	struct run foot = plan_foot_find(t, &sure);

	find_in(a, t, (struct run){0, foot.from}, p);
	if (p->at.n == 0)
		find_in(a, t, foot, p);
	plan_prose_leave(a, p);
	if (p->at.n > 0 && !sure && foot.to > foot.from)
		p->foot = foot;
}
