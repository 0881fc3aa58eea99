/* What the reader left over: it looks once more at the text of every action, without the phrases
 * and facts that were read, for clauses that close with a duty and for rates. What is found there
 * is no guess but a question. */
#include "core/reader/plan_unread.h"

#include "core/i18n.h"
#include "core/plan/plan_doubt.h"

enum { LONGEST_SHOWN = 40 };

static void add(struct reading *rd, int action, struct run r, const char *text)
{
	struct plan_doubt *d = plan_doubt_add(rd->a, rd->p, DOUBT_UNREAD, action, text);

	d->line = plan_text_line(&rd->t, r.from);
	d->span = plan_text_span(&rd->t, r);
}

/* A passage to be shown, cut where it is long. */
static const char *shown(struct reading *rd, struct run r)
{
	bool cut = r.to - r.from > LONGEST_SHOWN;

	r.to = cut ? r.from + LONGEST_SHOWN : r.to;
	return arena_printf(rd->a, cut ? "%s…" : "%s", plan_text_copy(rd->a, &rd->t, r));
}

static void read_clause(struct reading *rd, int action, struct run r)
{
	r = plan_text_trim(&rd->t, r);
	if (plan_prose_like(&rd->t, r.from, r.to))
		add(rd, action, r,
		    arena_printf(rd->a, _("“%s” may say who answers and was not read"),
				 shown(rd, r)));
}

/* The clauses of r, which has no phrase in it. */
static void read_clauses(struct reading *rd, int action, struct run r)
{
	size_t from = r.from;

	for (size_t i = r.from; i < r.to; i = plan_text_next(&rd->t, i, r.to)) {
		if (!glyph_is_sign(rd->t.g[i].cp, U",;。\n"))
			continue;
		read_clause(rd, action, (struct run){from, i});
		from = i + 1;
	}
	if (from < r.to)
		read_clause(rd, action, (struct run){from, r.to});
}

/* The text of an item without its phrases. */
static void read_item(struct reading *rd, int action, const struct item *it, size_t *phrase)
{
	const struct plan_phrases *p = &rd->phrases;
	struct run r = {it->mark.to > it->own.from ? it->mark.to : it->own.from, it->own.to};

	while (*phrase < p->at.n && p->at.at[*phrase].run.to <= r.from)
		++*phrase;
	for (; *phrase < p->at.n && p->at.at[*phrase].run.from < r.to; ++*phrase) {
		struct run ph = p->at.at[*phrase].run;

		if (ph.from > r.from)
			read_clauses(rd, action, (struct run){r.from, ph.from});
		r.from = ph.to;
	}
	if (r.from < r.to)
		read_clauses(rd, action, r);
}

static void add_units(struct reading *rd, struct run r)
{
	add(rd, -1, r,
	    arena_printf(rd->a, _("“%s” names units and stands in no action"), shown(rd, r)));
}

/* Phrases from the first action to the last item with phrases that belong to none: not those of a
 * heading. */
static void find_lost(struct reading *rd)
{
	const struct plan_tree *tree = &rd->tree;
	bool *taken = arena_alloc(rd->a, rd->phrases.at.n + 1);
	size_t begin = plan_tree_begin(tree), end = 0;

	for (size_t k = 0; k < tree->items.n; k++) {
		const struct item *it = &tree->items.at[k];

		end = (it->action || it->nphrases > 0) && it->end > end ? it->end : end;
		for (size_t n = 0; (it->action || it->heading_duty) && n < it->nphrases; n++)
			taken[it->first_phrase + n] = true;
	}
	for (size_t k = 0; k < rd->phrases.at.n; k++) {
		struct run r = rd->phrases.at.at[k].run;

		if (!taken[k] && r.from >= begin && r.to <= end)
			add_units(rd, r);
	}
	if (rd->phrases.foot.to > rd->phrases.foot.from)
		add_units(rd, rd->phrases.foot);
}

void plan_unread_find(struct reading *rd)
{
	const struct plan_tree *tree = &rd->tree;
	int *owner = arena_alloc(rd->a, (tree->items.n + 1) * sizeof *owner);
	size_t phrase = 0;

	for (size_t i = 0; i < tree->items.n; i++)
		owner[i] = -1;
	for (size_t k = 0; k < rd->origin.n; k++)
		owner[rd->origin.at[k]] = (int)k;
	for (size_t i = 0; i < tree->items.n; i++) {
		const struct item *it = &tree->items.at[i];

		if (owner[i] < 0 && it->parent >= 0)
			owner[i] = owner[it->parent];
		if (owner[i] >= 0)
			read_item(rd, owner[i], it, &phrase);
	}
	find_lost(rd);
}
