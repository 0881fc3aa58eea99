/* The names in a responsibility phrase: 、 , ; and sometimes 和 or a blank part them, labels before
 * and verbs behind give them their class, 等 ends a list, a statement of the rule
 * ("列第一位的为牵头单位") is no name. One walk over the run, a token at a time. */
#include "core/reader/plan_remark.h"
#include "core/reader/plan_walk.h"

enum { LONGEST_CLAUSE = 80, LONGEST_ANGLES = 12, MOST_COPIED = 40 };

/* Sets in force what a label says. */
static void begin_group(struct walk *w, enum duty_class duty, size_t at)
{
	w->duty = duty;
	w->after = DUTY_NONE;
	w->group = w->p->duties.n;
	w->token = at;
	w->joined = w->unknown = false;
}

static bool is_area_of_collective(struct walk *w, struct run name)
{
	struct duty *last = w->p->duties.n > w->group ? &w->p->duties.at[w->p->duties.n - 1] : NULL;

	return last && w->joined && plan_unit_area(w->t, name) &&
	       plan_unit_area_collective(w->t, last->name);
}

static bool is_label(const struct plan_text *t, struct run name)
{
	struct label l;

	return plan_label_read(t, name.from, name.to, &l) && l.to == name.to;
}

static bool has_letters(const struct plan_text *t, struct run name)
{
	for (size_t i = name.from; i < name.to; i++)
		if (glyph_is_han(t->g[i].cp) || t->g[i].cp > 0xFFFF ||
		    (t->g[i].cp < 0x80 && t->g[i].cp >= 'A'))
			return true;
	return false;
}

/* Words that are no name where only what surely is a unit counts, or that never are one. */
static bool is_no_name(const struct walk *w, struct run name)
{
	return !has_letters(w->t, name) || glyph_is_digit(w->t->g[name.from].cp) ||
	       plan_text_in(w->t->g[name.from].cp, U"或为") || w->duty >= DUTY_PERSON ||
	       plan_text_is(w->t, name, U"下同") || plan_remark_is_time(w->t, name) ||
	       is_label(w->t, name) || ((w->note || w->persons) && !plan_unit_surely(w->t, name));
}

/* 同上: the units of the phrase before, of its class where it has some. */
static bool copy_names(struct walk *w, struct run name)
{
	const struct plan_phrases *p = w->p;
	const struct phrase *last = p->at.n ? &p->at.at[p->at.n - 1] : NULL;
	bool same = false;

	if (!plan_text_is(w->t, name, U"同上") && !plan_text_is(w->t, name, U"同前"))
		return false;
	for (size_t k = p->at.n; k > 0 && p->at.n - k < MOST_COPIED && last->nduties == 0; k--)
		last = &p->at.at[k - 1];
	if (!last || last->nduties == 0 || last->nduties > MOST_COPIED)
		return false;
	for (size_t k = 0; k < last->nduties; k++)
		same |= p->duties.at[last->first + k].duty == w->duty;
	for (size_t k = last->first, end = k + last->nduties; k < end; k++) {
		struct duty d = p->duties.at[k];

		if (!same || d.duty == w->duty)
			*vec_push(w->a, &w->p->duties) = d;
	}
	w->ph->copied = true;
	return true;
}

/* The name that ends before i becomes a duty. */
static void end_name(struct walk *w, size_t i)
{
	struct run name = plan_text_strip(w->t, (struct run){w->token, i}, U",;:.、。");
	struct run bare = plan_text_strip(w->t, name, plan_walk_stars);
	size_t by = plan_text_match(w->t, bare.from, bare.to, U"由");

	bare.from += by;
	if (is_no_name(w, bare) || copy_names(w, bare))
		return;
	if (bare.to - bare.from > PLAN_LONGEST_NAME) {
		w->bad = true;
		return;
	}
	if (is_area_of_collective(w, bare)) {
		w->p->duties.at[w->p->duties.n - 1].name.to = bare.to;
		return;
	}
	struct duty *d = vec_push(w->a, &w->p->duties);
	*d = (struct duty){
		.name = bare,
		.star = name.from != bare.from - by || name.to != bare.to,
		.unsure = w->after != DUTY_NONE || w->unknown,
		.duty = w->after != DUTY_NONE  ? w->after
			: w->duty == DUTY_NONE ? DUTY_LIST
					       : w->duty,
	};
}

/* Whether the phrase has named a lead before. */
static bool leads(const struct walk *w)
{
	for (size_t k = w->first; k < w->p->duties.n; k++)
		if (w->p->duties.at[k].duty == DUTY_LEAD)
			return true;
	return false;
}

/* The names since the last verb get its class. */
static void end_group(struct walk *w, enum duty_class duty)
{
	w->verb = true;
	if (duty == DUTY_COOP && w->clause > w->group && w->clause < w->p->duties.n && !leads(w))
		w->group = w->clause; /* 甲局,乙局、丙局配合 */
	for (size_t k = w->group; k < w->p->duties.n; k++) {
		w->p->duties.at[k].by_verb = true;
		if (w->p->duties.at[k].duty == DUTY_LIST || w->duty == DUTY_LIST)
			w->p->duties.at[k].duty = duty;
	}
	w->p->says_lead |= duty == DUTY_LEAD;
	w->group = w->p->duties.n;
	w->after = DUTY_NONE;
}

static size_t clause_end(const struct walk *w, size_t i)
{
	const size_t start = i;

	while (i < w->r.to && i - start <= LONGEST_CLAUSE && !plan_text_in(w->t->g[i].cp, U",;。"))
		i = plan_text_next(w->t, i, w->r.to);
	return i < w->r.to ? i : w->r.to;
}

/* 等 that ends a list, and what is said of the unnamed: "等有关部门". Returns where reading goes
 * on. */
static size_t skip_others(struct walk *w, size_t i)
{
	static const char32_t *const words[] = {U"有关",   U"相关", U"部门", U"单位",
						U"国务院", U"各",   U"市直", U"区直",
						U"省直",   U"县直", U"成员"};
	size_t k = i + 1;
	enum duty_class duty;
	bool list_ends = k >= w->r.to || plan_text_in(w->t->g[k].cp, U"、,;。) 和及与") ||
			 plan_verb_read(w->t, k, w->r.to, &duty) > k;

	for (size_t r = 0; r < sizeof words / sizeof *words && !list_ends; r++)
		list_ends = plan_text_match(w->t, k, w->r.to, words[r]) > 0;
	if (!list_ends)
		return i;
	end_name(w, i);
	w->joined = false;
	while (k < w->r.to && !plan_text_in(w->t->g[k].cp, U"、,;。") &&
	       plan_verb_read(w->t, k, w->r.to, &duty) == k &&
	       !(plan_text_in(w->t->g[k].cp, U"和及与") && plan_walk_unit_follows(w, k + 1)))
		k++;
	if (k < w->r.to && plan_text_in(w->t->g[k].cp, U"和及与"))
		k++;
	w->token = k;
	return k;
}

/* What a bracket behind a name says of it: 甲局(牵头), 甲局(牵头单位), 甲局(★), 甲局(责任人:张三).
 */
static enum duty_class mark_of(const struct walk *w, struct run in)
{
	enum duty_class duty;
	struct label l;
	struct run bare = plan_text_strip(w->t, in, plan_walk_stars);

	if (in.to <= in.from || in.to > w->r.to)
		return DUTY_NONE;
	if (bare.to == bare.from)
		return DUTY_LEAD;
	if (plan_verb_read(w->t, in.from, in.to, &duty) == in.to)
		return duty;
	if (!plan_label_read(w->t, in.from, in.to, &l))
		return DUTY_NONE;
	return l.to == in.to || l.duty >= DUTY_PERSON ? l.duty : DUTY_NONE;
}

/* The mark in the bracket is about the name before it, "分别牵头" about all of the list. */
static void mark_names(struct walk *w, size_t before, struct run in, enum duty_class duty)
{
	static const char32_t *const all[] = {U"分别", U"共同", U"联合", U"均"};
	bool star = plan_text_in(w->t->g[in.from].cp, plan_walk_stars);

	if (plan_text_begins_any(w->t, in, all, sizeof all / sizeof *all))
		before = w->group;
	for (size_t k = before; k < w->p->duties.n; k++) {
		struct duty *d = &w->p->duties.at[k];

		d->duty = duty;
		d->star |= star;
		d->marked = true;
		w->p->says_lead |= duty == DUTY_LEAD;
		w->verb = true;
	}
}

/* A label at i, or the rule and other remarks. Returns where reading goes on, i for none. */
static size_t read_opening(struct walk *w, size_t i)
{
	struct label l;
	size_t end;

	if (plan_label_read(w->t, i, w->r.to, &l) && l.to < w->r.to &&
	    (l.copula ? plan_walk_unit_follows(w, l.to) : l.colon || w->t->g[l.to].cp != U'的')) {
		begin_group(w, l.duty, l.to);
		w->note = false;
		w->persons = l.persons;
		w->ph->labelled = true;
		w->ph->has_coop_label |= l.duty == DUTY_COOP;
		w->p->says_lead |= l.duty == DUTY_LEAD || l.duty == DUTY_COOP;
		if (l.duty == DUTY_DUE)
			w->ph->due = (struct run){l.to, clause_end(w, l.to)};
		return l.to;
	}
	if (plan_label_unknown(w->t, i, w->r.to, &l) && plan_walk_unit_follows(w, l.to)) {
		begin_group(w, l.duty, l.to);
		w->unknown = w->ph->labelled = true;
		return l.to;
	}
	end = plan_remark_read(w->t, i, w->r.to, &w->p->first_leads);
	if (end > i)
		w->token = end;
	return end;
}

/* The bracket at i, behind a name: part of it, a mark for it, or a label for the next names.
 * Returns where reading goes on. */
static size_t skip_bracket(struct walk *w, size_t i)
{
	const size_t before = w->p->duties.n;
	enum duty_class duty = mark_of(w, (struct run){i + 1, w->t->pair[i]});
	struct label l;

	if (plan_label_read(w->t, i, w->r.to, &l) && l.to < w->r.to &&
	    plan_walk_unit_follows(w, l.to)) {
		end_name(w, i);
		return read_opening(w, i);
	}
	if (duty == DUTY_NONE)
		return plan_text_next(w->t, i, w->r.to);
	end_name(w, i);
	if (duty >= DUTY_PERSON)
		return w->token = w->t->pair[i] + 1;
	mark_names(w, before, (struct run){i + 1, w->t->pair[i]}, duty);
	return w->token = w->t->pair[i] + 1;
}

/* A sign that parts names at i: its length, or 0. */
static size_t parts(const struct walk *w, size_t i)
{
	char32_t cp = w->t->g[i].cp;
	struct label l;
	size_t n;

	if (glyph_is_sign(cp, U"、,;。/|\t\n"))
		return 1;
	if (cp == '<' && (n = plan_text_match(w->t, i, w->r.to, U"<br>")) > 0)
		return n;
	if (cp != ' ')
		return plan_walk_joins(w, i);
	while (i < w->r.to && w->t->g[i].cp == ' ')
		i++;
	if (w->persons || (i < w->r.to && plan_label_read(w->t, i, w->r.to, &l)))
		return 1;
	return plan_walk_unit_ends(w, i) && plan_walk_unit_follows(w, i) ? 1 : 0;
}

/* Length of a year and what follows it at i, right behind a unit: 区水利局 2024年10月底. It is the
 * deadline. */
static size_t due_behind(struct walk *w, size_t i)
{
	size_t k = i, end = clause_end(w, i);

	while (k < w->r.to && glyph_is_digit(w->t->g[k].cp))
		k++;
	if (k - i != 4 || k >= w->r.to || !plan_text_in(w->t->g[k].cp, U"年.") ||
	    !plan_walk_unit_ends(w, i))
		return 0;
	if (w->ph->due.to == w->ph->due.from)
		w->ph->due = (struct run){i, end};
	return end - i;
}

/* What ends the name before i or is no part of one; returns where reading goes on, i for none. */
static size_t read_inner(struct walk *w, size_t i)
{
	enum duty_class duty;
	size_t verb, n;
	char32_t cp = w->t->g[i].cp;

	if (cp == U'等' && (verb = skip_others(w, i)) > i)
		return verb;
	if ((n = plan_walk_helpers(w, i)) > 0) {
		end_name(w, i);
		end_group(w, leads(w) ? DUTY_LIST : DUTY_LEAD);
		w->after = DUTY_COOP;
		return w->token = i + n;
	}
	if (w->duty != DUTY_PERSON && (verb = plan_verb_read(w->t, i, w->r.to, &duty)) > i) {
		end_name(w, i);
		end_group(w, duty);
		if (!plan_text_in(w->t->g[verb].cp, U",;、。 |/\n") &&
		    !plan_walk_unit_follows(w, verb))
			verb = clause_end(w, verb);
		return w->token = verb;
	}
	if (glyph_is_digit(w->t->g[i].cp) && (n = due_behind(w, i)) > 0) {
		end_name(w, i);
		return w->token = i + n;
	}
	if ((n = parts(w, i)) > 0) {
		end_name(w, i);
		w->joined = cp == U'、';
		if (cp == ',')
			w->clause = w->p->duties.n;
		w->note |= cp == U'。';
		if (cp == U'。' || cp == ';')
			w->group = w->p->duties.n;
		return w->token = i + n;
	}
	return i;
}

/* Behind 〈…〉 at i inside a name: 各县〈市、区〉政府. */
static size_t skip_angles(const struct walk *w, size_t i)
{
	for (size_t k = i + 1; k < w->r.to && k - i < LONGEST_ANGLES; k++)
		if (w->t->g[k].cp == '>')
			return k + 1;
	return i + 1;
}

static void walk_names(struct walk *w)
{
	for (size_t i = w->r.from, next; i < w->r.to && !w->bad; i = next) {
		if (i == w->token && glyph_is_blank(w->t->g[i].cp)) {
			next = w->token = i + 1;
			continue;
		}
		if (i == w->token && (next = read_opening(w, i)) > i)
			continue;
		if ((next = read_inner(w, i)) > i)
			continue;
		next = w->t->g[i].cp == '(' && w->t->pair[i] ? skip_bracket(w, i)
		       : w->t->g[i].cp == '<'		     ? skip_angles(w, i)
							     : i + 1;
	}
	if (!w->bad)
		end_name(w, w->r.to);
}

bool plan_duties_read(struct arena *a, const struct plan_text *t, struct run r,
		      enum duty_class duty, struct plan_phrases *p, struct phrase *ph)
{
	const size_t first = p->duties.n;
	const bool first_leads = p->first_leads, says_lead = p->says_lead;
	struct walk w = {.a = a, .t = t, .p = p, .ph = ph, .r = r, .token = r.from, .first = first};

	begin_group(&w, duty, r.from);
	w.persons = ph->persons;
	walk_names(&w);
	bool good = !w.bad && p->duties.n > first &&
		    (ph->labelled ||
		     (w.verb ? plan_duties_mostly(t, p, first) : plan_duties_listed(t, p, first)));
	if (!good) {
		p->duties.n = first;
		p->first_leads = first_leads;
		p->says_lead = says_lead;
		return false;
	}
	ph->first = first;
	ph->nduties = p->duties.n - first;
	for (size_t k = first; k < p->duties.n; k++)
		p->stars |= p->duties.at[k].star;
	return true;
}
