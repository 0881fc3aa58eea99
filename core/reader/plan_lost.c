/* What belongs to no action is not dropped in silence: figures in the own text of a section, units
 * before a table or in a table beside a text that names them too. */
#include "core/reader/plan_lost.h"

#include "core/i18n.h"
#include "core/plan/plan_doubt.h"

enum { FIGURE_NEAR = 4 };

static void add(struct reading *rd, int action, struct run r, const char *text)
{
	struct plan_doubt *d = plan_doubt_add(rd->a, rd->p, DOUBT_OTHER, action, text);

	d->line = plan_text_line(&rd->t, r.from);
	d->span = plan_text_span(&rd->t, r);
}

static bool digit_near(const struct plan_text *t, size_t i, size_t to)
{
	for (size_t k = i; k < to && k - i < FIGURE_NEAR; k++)
		if (glyph_is_digit(t->g[k].cp))
			return true;
	return false;
}

/* Whether a text says a figure that is to be reached: 95%, 不低于3. */
static bool says_level(const struct plan_text *t, struct run r)
{
	static const char32_t *const verbs[] = {U"达到",   U"不低于", U"不少于", U"不超过",
						U"控制在", U"提高到", U"下降到"};

	for (size_t i = r.from; i < r.to; i++) {
		if (plan_text_in(t->g[i].cp, U"%‰") && i > r.from && glyph_is_digit(t->g[i - 1].cp))
			return true;
		for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++) {
			size_t n = plan_text_match(t, i, r.to, verbs[k]);

			if (n > 0 && digit_near(t, i + n, r.to))
				return true;
		}
	}
	return false;
}

/* Items beside actions that were read as none. */
static void find_beside(struct reading *rd)
{
	for (size_t i = 0; i < rd->tree.items.n; i++) {
		const struct item *it = &rd->tree.items.at[i];

		if (it->beside && !it->action)
			add(rd, -1, it->own,
			    arena_printf(rd->a,
					 _("item %s stands beside an action, names no units and "
					   "was not read as one"),
					 plan_text_copy(rd->a, &rd->t, it->mark.no)));
	}
}

void plan_lost_find(struct reading *rd)
{
	const struct plan_tree *tree = &rd->tree;
	bool *seen = arena_alloc(rd->a, tree->items.n + 1);

	find_beside(rd);
	for (size_t k = 0; k < rd->origin.n; k++) {
		const struct item *it = &tree->items.at[rd->origin.at[k]];

		if (it->as_above)
			add(rd, (int)k, it->own,
			    arena_strdup(rd->a,
					 _("the row has no units of its own and got those of "
					   "the row above it")));
		for (int i = it->parent; i >= 0 && !seen[i]; i = tree->items.at[i].parent) {
			const struct item *up = &tree->items.at[i];
			struct run own = {up->title.to, up->own.to};

			seen[i] = true;
			if (!up->action && own.from < own.to && says_level(&rd->t, own))
				add(rd, -1, own,
				    arena_printf(
					    rd->a,
					    _("the text of section %s names figures that belong "
					      "to no action"),
					    plan_text_copy(rd->a, &rd->t, up->title)));
		}
	}
}

void plan_lost_table(struct reading *rd, size_t at, size_t n)
{
	struct run r = {at, plan_text_eol(&rd->t, at, rd->t.n)};

	add(rd, -1, r,
	    arena_printf(rd->a,
			 Q_("a table names units for %zu task and was not read, because the text "
			    "before it names units too",
			    "a table names units for %zu tasks and was not read, because the text "
			    "before it names units too",
			    n),
			 n));
}

void plan_lost_phrases(struct reading *rd, const struct plan_phrases *p, size_t at)
{
	for (size_t k = 0; k < p->at.n && p->at.at[k].run.to <= at; k++)
		add(rd, -1, p->at.at[k].run,
		    arena_strdup(rd->a, _("units are named here, but the tasks were read from the "
					  "table below")));
}
