/* import_change_acts.c - saying better which action of a new edition is which of the plan that is
 * there, and reading both clauses one under the other. */
#include "core/i18n.h"
#include "tui/part/dialog.h"
#include "tui/import/import_acts.h"

static const struct diff_entry *entry_of(const struct import_screen *s, const struct import_row *r)
{
	return &s->diff->entries.at[r->at];
}

static const char *clause_text(struct arena *a, const struct plan *p, int action)
{
	struct plan_span clause;

	if (action == DIFF_NONE)
		return _("(it is not in this edition)");
	clause = p->actions.at[action].clause;
	return arena_strndup(a, p->text + clause.from, clause.to - clause.from);
}

IMPORT_RUN(import_show_both)
{
	const struct diff_entry *x = entry_of(s, r);
	struct arena a = ARENA_INIT;

	(void)tag;
	dialog_text(app, 0, r->text,
		    arena_printf(&a, _("%s\n\nIn the new edition:\n%s\n\nBefore:\n%s"), r->detail,
				 clause_text(&a, s->diff->new, x->is),
				 clause_text(&a, &s->diff->old->plan, x->was)),
		    true);
	arena_free(&a);
	return REPLY_DONE;
}

/* Those that have no partner of their own come first. */
IMPORT_RUN(import_ask_pair)
{
	const struct plan_standing *old = s->diff->old;
	struct arena a = ARENA_INIT;
	size_t n = old->plan.actions.n, filled = 0;
	struct dialog_item *items = arena_alloc(&a, (n + 1) * sizeof *items);

	for (int paired = 0; paired < 2; paired++)
		for (size_t i = 0; i < n; i++)
			if ((s->diff->is[i] != DIFF_NONE) == paired)
				items[filled++] = (struct dialog_item){
					arena_printf(&a, "%s %s", old->paths[i],
						     old->plan.actions.at[i].title),
					NULL, old->ids[i]};
	dialog_choose(app, tag, r->text, items, filled);
	arena_free(&a);
	return REPLY_DONE;
}

IMPORT_ANSWER(import_pair)
{
	return import_desk_pair(s->desk, app, r->clause.from, result->id);
}

IMPORT_RUN(import_part)
{
	(void)tag;
	return import_desk_pair(s->desk, app, r->clause.from, 0);
}
