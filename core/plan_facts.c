/* What actions are to reach: their texts are cut into clauses, each with the years that are in
 * force there, and every clause is asked for targets, volumes and, when it has no figure, words.
 * Text of sub-actions and of responsibility phrases is left out. */
#include "core/plan_facts.h"

#include "core/plan_figure.h"
#include "core/plan_head.h"

enum { LONGEST_NAME = 16 };

struct facts {
	struct reading *rd;
	struct plan_action *action;
	struct clause c; /* years in force */
	int plan_year;	 /* of an annual plan, else 0 */
	int due_year;
	size_t words_from; /* a short title is a name, not a target in words */
};

/* The year at i (2022年); returns the place behind 年, i when there is none or it is of a date. */
static size_t read_year(const struct plan_text *t, size_t i, size_t to, int *year)
{
	static const char32_t *const not_ours[] = {U"基础", U"以来", U"度", U"起", U"版"};
	size_t k = i;
	int y = 0;

	for (; k < to && glyph_is_digit(t->g[k].cp) && k - i < 5; k++)
		y = y * 10 + (int)(t->g[k].cp - '0');
	if (k - i != 4 || y < 1950 || y > 2150)
		return i;
	while (k < to && t->g[k].cp == ' ')
		k++;
	if (k >= to || t->g[k].cp != U'年' || (k + 1 < to && glyph_is_digit(t->g[k + 1].cp)))
		return i;
	for (size_t r = 0; r < sizeof not_ours / sizeof *not_ours; r++)
		if (plan_text_match(t, k + 1, to, not_ours[r]))
			return i;
	*year = y;
	return k + 1;
}

/* "到2022年和2030年底前": sets the years in force; returns the place behind, i for none. In an
 * annual plan "2022年继续…" only says when, and no state to be reached by then. */
static size_t read_years(struct facts *f, size_t i, size_t to)
{
	const struct plan_text *t = &f->rd->t;
	int years[MOST_YEARS], n = 0;
	size_t k = i, end = i;
	bool by_then = false;

	for (; k < to && plan_text_in(t->g[k].cp, U" 到至在力争于截止"); k++)
		by_then |= plan_text_in(t->g[k].cp, U"到至");
	while (n < MOST_YEARS && (end = read_year(t, k, to, &years[n])) > k) {
		n++;
		for (; end < to && plan_text_in(t->g[end].cp, U" 底末前"); end++)
			by_then |= t->g[end].cp != ' ';
		k = end;
		if (k >= to || !plan_text_in(t->g[k].cp, U"和、及与"))
			break;
		for (k++; k < to && plan_text_in(t->g[k].cp, U" 到至");)
			k++;
	}
	if (n == 0)
		return i;
	f->c.nyears = n;
	for (int y = 0; y < n; y++)
		f->c.years[y] = years[y];
	f->c.dated = by_then || n > 1 || years[0] != f->plan_year;
	return end > i && n > 0 ? end : k;
}

/* Years that stand inside a clause ("创造条件在2022年前实现…") are for it alone. */
static size_t read_inner_years(struct facts *f, struct run r)
{
	const struct plan_text *t = &f->rd->t;

	for (size_t i = r.from + 1; i < r.to; i++) {
		size_t end;

		if (!plan_text_in(t->g[i].cp, U"到至在") || !glyph_is_digit(t->g[i + 1].cp))
			continue;
		if ((end = read_years(f, i, r.to)) > i)
			return end;
	}
	return r.from;
}

static void read_clause(struct facts *f, struct run r)
{
	struct plan_action *action = f->action;
	struct clause before = f->c;
	bool found;

	r = plan_text_trim(&f->rd->t, r);
	if (r.to == r.from)
		return;
	size_t from = read_years(f, r.from, r.to);
	bool leading = from > r.from;
	if (!leading)
		from = read_inner_years(f, r);
	f->c.run = (struct run){from, r.to};
	if (!f->c.nyears && f->plan_year) {
		f->c.years[0] = f->plan_year;
		f->c.nyears = 1;
	}
	found = plan_clause_targets(f->rd, action, &f->c);
	found |= plan_clause_volumes(f->rd, action, &f->c);
	if (!found && from >= f->words_from)
		plan_clause_words(f->rd, action, &f->c);
	if (!leading)
		f->c = before;
}

/* Whether the sign at i ends a clause: not before 并, which carries the same target on. */
static bool ends_clause(const struct plan_text *t, size_t i, size_t to)
{
	size_t k = i + 1;

	if (!plan_text_in(t->g[i].cp, U",;:。!?|\t\n"))
		return false;
	while (k < to && t->g[k].cp == ' ')
		k++;
	return t->g[i].cp != ',' || k >= to || t->g[k].cp != U'并';
}

static void read_text(struct facts *f, struct run r)
{
	const struct plan_text *t = &f->rd->t;
	size_t from = r.from;

	f->c = (struct clause){0};
	for (size_t i = r.from, next; i < r.to; i = next) {
		char32_t cp = t->g[i].cp;
		struct label l;

		next = plan_quoted_end(t, i, r.to);
		if (i == from && plan_label_read(t, i, r.to, &l) && l.colon) {
			f->c.goal = plan_text_has(t, (struct run){i, l.to}, U"目标") ||
				    plan_text_has(t, (struct run){i, l.to}, U"指标");
			from = next = l.to;
			continue;
		}
		if (glyph_is_blank(cp) && i == from)
			from = next;
		if (!ends_clause(t, i, r.to))
			continue;
		read_clause(f, (struct run){from, i});
		from = next;
		if (cp == U'。' || cp == '\n') {
			f->c.nyears = 0;
			f->c.dated = false;
		}
		if (cp == '\n')
			f->c.goal = false;
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

/* Text of the item from behind its number, and of its parts that are no actions. */
static void read_item(struct facts *f, size_t i, size_t *phrase)
{
	const struct plan_tree *tree = &f->rd->tree;
	const struct item *it = &tree->items.at[i];
	struct run own = {it->mark.to > it->own.from ? it->mark.to : it->own.from, it->own.to};

	f->words_from = it->title.to - it->title.from <= LONGEST_NAME ? it->title.to : 0;
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

static void read_due(struct facts *f, const struct item *it)
{
	const char *due = labelled_due(f, it);
	struct run own = {it->mark.to > it->own.from ? it->mark.to : it->own.from, it->own.to};

	if (!*due && own.to > own.from)
		due = plan_due_read(f->rd->a, &f->rd->t, own, f->due_year, false);
	if (*due)
		f->action->due = due;
}

void plan_facts_read(struct reading *rd)
{
	struct facts f = {.rd = rd};
	size_t phrase = 0, n = rd->tree.items.n;
	int *action_of = arena_alloc(rd->a, (n + 1) * sizeof *action_of);
	bool annual;

	f.due_year = plan_head_year(rd->p, &annual);
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
		read_item(&f, i, &phrase);
		if (action_of[i] >= 0)
			read_due(&f, it);
	}
	for (size_t k = 0; k < rd->origin.n; k++) {
		const struct item *it = &rd->tree.items.at[rd->origin.at[k]];

		f.action = &rd->p->actions.at[k];
		f.words_from = 0;
		if (it->tail.to > it->tail.from)
			read_text(&f, it->tail);
	}
}
