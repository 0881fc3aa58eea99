/* What actions are to reach: their texts are cut into clauses, each with the years that are in
 * force there, and every clause is asked for targets, volumes and, when it has no figure, words.
 * Text of sub-actions and of responsibility phrases is left out. */
#include "core/reader/plan_facts.h"

#include "core/reader/plan_figure.h"
#include "core/reader/plan_head.h"

#include <string.h>

enum { LONGEST_NAME = 16 };

/* A clause that is a target only when its action has no other. */
struct rate {
	struct plan_action *action;
	struct run run;
};

struct facts {
	VEC(struct rate) rates;
	struct reading *rd;
	struct plan_action *action;
	struct clause c; /* years in force */
	bool problem;	 /* the sentence says what is, not what is to be */
	int plan_year;	 /* of an annual plan, else 0 */
	int due_year;
	bool goals;	   /* the whole plan says what is to be reached */
	size_t words_from; /* a short title is a name, not a target in words */
	const char *due;   /* behind a label of deadlines in the text, or "" */
	bool due_labelled; /* the action has one behind a label */
};

/* What a sentence has said of years is forgotten with the first year of another one. */
static void add_spoken(struct clause *c, const struct years *y)
{
	if (!c->printed)
		c->spoken.n = 0;
	for (int i = 0, k; i < y->n; i++) {
		for (k = 0; k < c->spoken.n && c->spoken.at[k] != y->at[i];)
			k++;
		if (k == c->spoken.n && k < MOST_YEARS)
			c->spoken.at[c->spoken.n++] = y->at[i];
	}
}

/* "到2022年和2030年底前": sets the years in force; returns the place behind, i for none. In an
 * annual plan "2022年继续…" only says when, and no state to be reached by then. */
static size_t read_years(struct facts *f, size_t i, size_t to)
{
	struct years y;
	size_t end = plan_years_read(&f->rd->t, i, to, f->plan_year, &y);

	if (end == i)
		return i;
	add_spoken(&f->c, &y);
	f->c.years = y;
	f->c.printed = true;
	f->c.toward = y.toward;
	f->c.dated = !y.months && (y.by_then || y.n > 1 || y.at[0] != f->plan_year);
	return end;
}

/* Years that stand inside a clause ("创造条件在2022年前实现…") are for it alone. */
static size_t read_inner_years(struct facts *f, struct run r)
{
	const struct plan_text *t = &f->rd->t;

	for (size_t i = r.from + 1; i < r.to; i++) {
		size_t end;

		if (!glyph_is_digit(t->g[i + 1].cp) || !plan_text_in(t->g[i].cp, U"到至在"))
			continue;
		if ((end = read_years(f, i, r.to)) > i)
			return end;
	}
	return r.from;
}

static bool has_figure(const struct plan_text *t, struct run r)
{
	for (size_t i = r.from; i < r.to; i++)
		if (plan_figure_may_begin(t->g[i].cp))
			return true;
	return false;
}

static bool read_figures(struct facts *f, struct plan_action *action)
{
	bool found = plan_clause_targets(f->rd, action, &f->c);

	return plan_clause_volumes(f->rd, action, &f->c) || found;
}

/* 达到95%以上(其中农村达到90%): levels of parts in a bracket, of the same years. */
static void read_parts(struct facts *f, struct run r)
{
	const struct plan_text *t = &f->rd->t;
	struct clause all = f->c;

	for (size_t i = r.from; i + 3 < r.to; i++) {
		if (t->g[i].cp != '(' || t->g[i + 1].cp != U'其' || t->g[i + 2].cp != U'中' ||
		    t->pair[i] <= i || t->pair[i] >= r.to)
			continue;
		f->c.run = (struct run){i + 3, t->pair[i]};
		plan_clause_targets(f->rd, f->action, &f->c);
		f->c = all;
		i = t->pair[i];
	}
}

/* Whether a clause says what is or was, and not what is to be; what is holds for its sentence. */
static bool says_what_is(struct facts *f, struct run r)
{
	f->problem |= plan_sentence_is_problem(&f->rd->t, r);
	return f->problem || plan_sentence_is_past(&f->rd->t, r);
}

/* The figures of a clause, else what it says in words. */
static void read_facts(struct facts *f, struct run r, bool may_be_words)
{
	const struct plan_text *t = &f->rd->t;

	if (has_figure(t, r) && read_figures(f, f->action))
		read_parts(f, r);
	else if (may_be_words && !plan_clause_words(f->rd, f->action, &f->c) &&
		 plan_words_of_rate(t, r))
		*vec_push(f->rd->a, &f->rates) = (struct rate){f->action, r};
}

static void read_clause(struct facts *f, struct run r)
{
	const struct plan_text *t = &f->rd->t;
	struct clause before = f->c;
	bool also;

	r = plan_text_trim(t, r);
	if (r.to == r.from || says_what_is(f, r))
		return;
	also = r.from + 2 < r.to && t->g[r.from].cp == U'并' && glyph_is_digit(t->g[r.from + 2].cp);
	if (r.from + 2 < r.to && t->g[r.from + 1].cp == U'是' &&
	    glyph_is_han_digit(t->g[r.from].cp))
		r.from += 2; /* 一是, 二是 */
	r.from += also;	     /* 并于2030年实现 */
	size_t from = read_years(f, r.from, r.to);
	f->c.leading = from > r.from;
	f->c.found.n = 0;
	f->c.run = (struct run){from, r.to};
	f->c.words_from = f->c.leading ? from : read_inner_years(f, r);
	if (!f->c.years.n && f->plan_year)
		f->c.years = (struct years){.at = {f->plan_year}, .n = 1};
	read_facts(f, r, f->c.leading || from >= f->words_from);
	if (f->c.found.n > 0) {
		add_spoken(&before, &f->c.found);
		if (!before.printed)
			before.years = f->c.found;
		before.printed = before.dated = true;
	}
	if (!f->c.leading || also)
		f->c = before;
	if (from < r.to)
		f->c.before = r;
}

/* Years hold for their sentence; behind a label of goals for all that it stands before. */
static void end_sentence(struct facts *f, size_t next, bool line)
{
	f->c.sentence_from = f->rd->t.g[next].at;
	f->c.before = (struct run){0, 0};
	f->problem = false;
	if (line)
		f->c = (struct clause){.sentence_from = f->c.sentence_from, .goal = f->goals};
	if (f->c.goal)
		return;
	f->c.years = (struct years){0};
	f->c.dated = f->c.printed = f->c.toward = false;
}

/* The label that r begins with. */
static void read_label(struct facts *f, struct run r, const struct label *l)
{
	const struct plan_text *t = &f->rd->t;
	struct run behind = {l->to, l->to};

	f->c.goal = plan_sentence_names_goals(t, (struct run){r.from, l->to});
	if (l->duty != DUTY_DUE)
		return;
	while (behind.to < r.to && !plan_text_in(t->g[behind.to].cp, U"。;\n"))
		behind.to++;
	f->due = plan_due_read(f->rd->a, t, behind, f->due_year, true);
}

static void read_text(struct facts *f, struct run r)
{
	const struct plan_text *t = &f->rd->t;
	size_t from = r.from, line = from;

	f->c = (struct clause){.sentence_from = t->g[r.from].at, .goal = f->goals};
	for (size_t i = r.from, next; i < r.to; i = next) {
		char32_t cp = t->g[i].cp;
		struct label l;
		struct mark m;

		if (i == line &&
		    (next = plan_cells_read(f->rd, f->action, i, r.to, f->due_year)) > i) {
			from = line = next;
			continue;
		}
		next = plan_quoted_end(t, i, r.to);
		if (i == from && plan_mark_read(t, i, &m) && m.to < r.to &&
		    plan_label_read(t, m.to, r.to, &l) && l.colon) {
			from = next = m.to; /* 3.完成时限: */
			continue;
		}
		if (i == from && plan_label_read(t, i, r.to, &l) && l.colon) {
			read_label(f, (struct run){i, r.to}, &l);
			from = next = l.to;
			continue;
		}
		if (cp == ':' && plan_sentence_names_goals(t, (struct run){from, i})) {
			f->c.goal = true;
			from = next;
			continue;
		}
		if (glyph_is_blank(cp) && i == from)
			from = next;
		if (!plan_sentence_parts(t, i, r.to))
			continue;
		read_clause(f, (struct run){from, i});
		from = next;
		if (cp == '\n')
			line = next;
		if (cp == U'。' || cp == '\n')
			end_sentence(f, next, cp == '\n');
	}
	read_clause(f, (struct run){from, r.to});
}

/* The run without the phrases in it. */
static void read_between_phrases(struct facts *f, struct run r, size_t *phrase)
{
	const struct plan_phrases *p = &f->rd->phrases;

	while (*phrase < p->at.n && p->at.at[*phrase].run.to <= r.from)
		++*phrase;
	for (; *phrase < p->at.n && p->at.at[*phrase].run.from < r.to; ++*phrase) {
		struct run ph = p->at.at[*phrase].run;

		if (ph.from > r.from)
			read_text(f, (struct run){r.from, ph.from});
		r.from = ph.to;
	}
	if (r.from < r.to)
		read_text(f, r);
}

static const char *labelled_due(const struct facts *f, const struct item *it)
{
	const char *due = "";

	for (size_t k = 0; k < it->nphrases; k++) {
		struct run r = f->rd->phrases.at.at[it->first_phrase + k].due;

		if (r.to > r.from)
			due = plan_due_read(f->rd->a, &f->rd->t, r, f->due_year, true);
	}
	return due;
}

/* Whether the title of an item is a name of what its text says. */
static bool names_more(const struct plan_text *t, const struct item *it)
{
	struct run behind = plan_text_strip(t, (struct run){it->title.to, it->own.to}, U"。;:");

	return it->mark.kind != MARK_STEP && it->title.to - it->title.from <= LONGEST_NAME &&
	       behind.to > behind.from;
}

/* Text of the item from behind its number, and of its parts that are no actions. */
static void read_item(struct facts *f, size_t i, size_t *phrase)
{
	const struct plan_tree *tree = &f->rd->tree;
	const struct item *it = &tree->items.at[i];
	struct run own = {it->mark.to > it->own.from ? it->mark.to : it->own.from, it->own.to};

	f->words_from = names_more(&f->rd->t, it) ? it->title.to : 0;
	if (own.from < own.to)
		read_between_phrases(f, own, phrase);
}

/* The action that the text of item i belongs to: its own, else that of the nearest item above. */
static int owner_of(const struct plan_tree *tree, const int *action_of, int i)
{
	while (i >= 0 && action_of[i] < 0)
		i = tree->items.at[i].parent;
	return i >= 0 ? action_of[i] : -1;
}

/* The deadline of an action; of the items in it (一是…) the last one counts where none has a label.
 */
static void read_due(struct facts *f, const struct item *it, bool part)
{
	struct run own = {it->mark.to > it->own.from ? it->mark.to : it->own.from, it->own.to};
	const char *due = part ? "" : labelled_due(f, it);

	if (!*due && !part)
		due = f->due;
	f->due_labelled = *due || (part && f->due_labelled);
	if (!f->due_labelled && own.to > own.from)
		due = plan_due_read(f->rd->a, &f->rd->t, own, f->due_year, false);
	if (strcmp(due, f->action->due) > 0)
		f->action->due = due;
}

/* A plan of goals: its items say what is to be reached. */
static bool lists_goals(const char *title)
{
	return strstr(title, "目标") && !strstr(title, "任务");
}

static void add_rates(struct facts *f)
{
	static const struct clause none = {0};

	for (size_t i = 0; i < f->rates.n; i++) {
		struct plan_action *action = f->rates.at[i].action;

		if (action->indicators.n == 0 && action->words.n == 0)
			plan_words_add(f->rd, action, &none, f->rates.at[i].run);
	}
}

void plan_facts_read(struct reading *rd)
{
	struct facts f = {.rd = rd};
	size_t phrase = 0, n = rd->tree.items.n;
	int *action_of = arena_alloc(rd->a, (n + 1) * sizeof *action_of);
	bool annual;

	rd->t.era = plan_years_era(&rd->t);
	f.due_year = plan_head_year(rd->p, rd->t.era, &annual);
	f.goals = lists_goals(rd->p->title);
	f.plan_year = annual ? f.due_year : 0;
	for (size_t i = 0; i < n; i++)
		action_of[i] = -1;
	for (size_t k = 0; k < rd->origin.n; k++)
		action_of[rd->origin.at[k]] = (int)k;
	for (size_t i = 0; i < n; i++) {
		const struct item *it = &rd->tree.items.at[i];
		int owner = owner_of(&rd->tree, action_of, (int)i);

		if (owner < 0)
			continue;
		f.action = &rd->p->actions.at[owner];
		f.due = "";
		read_item(&f, i, &phrase);
		read_due(&f, it, action_of[i] < 0);
	}
	for (size_t k = 0; k < rd->origin.n; k++) {
		const struct item *it = &rd->tree.items.at[rd->origin.at[k]];

		f.action = &rd->p->actions.at[k];
		f.words_from = 0;
		if (it->tail.to > it->tail.from)
			read_text(&f, it->tail);
	}
	add_rates(&f);
}
