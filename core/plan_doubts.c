/* What only the reading can doubt: brackets, names that may be none, items without text. What
 * follows from the plan itself is found by plan_doubt.c. */
#include "core/plan_facts.h"

#include "core/i18n.h"
#include "core/plan_doubt.h"

enum { LONGEST_SURE_NAME = 20 };

static void doubt_brackets(struct reading *rd, int i)
{
	const struct item *it = &rd->tree.items.at[rd->origin.at[i]];

	for (size_t k = 0; k < it->nphrases; k++) {
		const struct phrase *ph = &rd->phrases.at.at[it->first_phrase + k];
		struct plan_doubt *d;

		if (!ph->open_missing && !ph->close_missing)
			continue;
		d = plan_doubt_add(
			rd->a, rd->p, DOUBT_BRACKET, i,
			arena_strdup(rd->a,
				     ph->close_missing
					     ? _("the bracket around the units is not closed")
					     : _("the bracket around the units is not "
						 "opened")));
		d->line = plan_text_line(&rd->t, ph->run.from);
		d->span = plan_text_span(&rd->t, ph->run);
	}
}

static void doubt_names(struct reading *rd, int i)
{
	const struct item *it = &rd->tree.items.at[rd->origin.at[i]];

	for (size_t k = 0; k < it->nphrases; k++) {
		const struct phrase *ph = &rd->phrases.at.at[it->first_phrase + k];

		for (size_t u = 0; u < ph->nduties; u++) {
			struct run name = rd->phrases.duties.at[ph->first + u].name;
			struct plan_doubt *d;

			if (plan_unit_like(&rd->t, name) &&
			    name.to - name.from <= LONGEST_SURE_NAME)
				continue;
			d = plan_doubt_add(
				rd->a, rd->p, DOUBT_OTHER, i,
				arena_printf(rd->a,
					     _("“%s” is listed as a unit; is it the name of "
					       "one?"),
					     plan_text_copy(rd->a, &rd->t, name)));
			d->line = plan_text_line(&rd->t, name.from);
			d->span = plan_text_span(&rd->t, name);
		}
	}
}

static void doubt_titles(struct reading *rd, int i)
{
	struct run title = rd->tree.items.at[rd->origin.at[i]].title;

	if (title.to == title.from)
		plan_doubt_add(
			rd->a, rd->p, DOUBT_OTHER, i,
			arena_printf(rd->a, _("item %s has no text"), rd->p->actions.at[i].no));
}

void plan_doubts_find(struct reading *rd)
{
	if (!*rd->p->title)
		plan_doubt_add(rd->a, rd->p, DOUBT_OTHER, -1,
			       arena_strdup(rd->a, _("no title was found")));
	for (int i = 0; i < (int)rd->p->actions.n; i++) {
		doubt_titles(rd, i);
		doubt_brackets(rd, i);
		doubt_names(rd, i);
	}
	plan_doubts_of_plan(rd->a, rd->p);
}
