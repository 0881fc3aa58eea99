/* What a careful reader would ask about: each doubt is one function over the actions. They are
 * ordered by action; what concerns the whole document comes first. */
#include "core/plan_facts.h"

#include "core/i18n.h"
#include "core/plan_head.h"
#include "core/plan_same.h"

#include <string.h>

enum { LONGEST_SURE_NAME = 20 };

static struct plan_doubt *add_doubt(struct reading *rd, enum plan_doubt_kind kind, int action,
				    const char *text)
{
	struct plan_doubt *d = vec_push(rd->a, &rd->p->doubts);

	d->kind = kind;
	d->action = action;
	d->text = text;
	d->proposal = d->a = d->b = "";
	if (action >= 0) {
		d->line = rd->p->actions.at[action].line;
		d->span = rd->p->actions.at[action].clause;
	}
	return d;
}

static size_t count_role(const struct plan_action *action, enum role role)
{
	size_t n = 0;

	for (size_t k = 0; k < action->units.n; k++)
		n += action->units.at[k].role == role;
	return n;
}

static void doubt_lead(struct reading *rd, int i)
{
	const struct plan_action *action = &rd->p->actions.at[i];

	if (action->units.n == 0 || count_role(action, ROLE_LEAD) > 0)
		return;
	add_doubt(rd, DOUBT_NO_LEAD, i,
		  arena_printf(rd->a,
			       Q_("%s names %zu unit and does not say that it leads",
				  "%s names %zu units and does not say which of them leads",
				  action->units.n),
			       action->title, action->units.n));
}

/* Actions are in the order of the text: the parts of i, if any, begin with the next one. */
static bool has_sub_action(const struct reading *rd, int i)
{
	size_t next = (size_t)i + 1;

	return next < rd->p->actions.n && rd->tree.items.at[rd->origin.at[next]].own.from <
						  rd->tree.items.at[rd->origin.at[i]].end;
}

static void doubt_units(struct reading *rd, int i)
{
	const struct plan_action *action = &rd->p->actions.at[i];

	if (action->units.n > 0 || rd->phrases.at.n == 0 || has_sub_action(rd, i))
		return;
	add_doubt(rd, DOUBT_NO_UNITS, i,
		  arena_printf(rd->a, _("%s names no responsible unit"), action->title));
}

static void doubt_brackets(struct reading *rd, int i)
{
	const struct item *it = &rd->tree.items.at[rd->origin.at[i]];

	for (size_t k = 0; k < it->nphrases; k++) {
		const struct phrase *ph = &rd->phrases.at.at[it->first_phrase + k];
		struct plan_doubt *d;

		if (!ph->open_missing && !ph->close_missing)
			continue;
		d = add_doubt(rd, DOUBT_BRACKET, i,
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
			d = add_doubt(rd, DOUBT_OTHER, i,
				      arena_printf(rd->a,
						   _("“%s” is listed as a unit; is it the name of "
						     "one?"),
						   plan_text_copy(rd->a, &rd->t, name)));
			d->line = plan_text_line(&rd->t, name.from);
			d->span = plan_text_span(&rd->t, name);
		}
	}
}

/* Numbers run on, or begin again with 1 in another section or below another action. */
static void doubt_numbers(struct reading *rd, int i, int last[MARK_STEP + 1])
{
	const struct item *it = &rd->tree.items.at[rd->origin.at[i]];
	const struct plan_action *action = &rd->p->actions.at[i];
	int expected = last[it->mark.kind] + 1, value = it->mark.value;

	last[it->mark.kind] = value;
	for (int k = (int)it->mark.kind + 1; k <= MARK_STEP; k++)
		last[k] = 0;
	if (it->mark.kind == MARK_NONE || expected == 1 || value == expected ||
	    (value == 1 && it->parent >= 0))
		return;
	add_doubt(rd, DOUBT_NUMBER, i,
		  value < expected
			  ? arena_printf(rd->a, _("the number %s is used twice"), action->no)
			  : arena_printf(rd->a, _("before the number %s one is skipped"),
					 action->no));
}

static void doubt_figures(struct reading *rd, int i)
{
	const struct plan_action *action = &rd->p->actions.at[i];

	for (size_t k = 0; k < action->indicators.n; k++) {
		const struct plan_indicator *ind = &action->indicators.at[k];
		struct plan_doubt *d;

		if (ind->targets.at[0].year != 0)
			continue;
		d = add_doubt(rd, DOUBT_FIGURE, i,
			      arena_printf(rd->a, _("no year is printed for %s, %s%s"), ind->name,
					   ind->targets.at[0].value, ind->measure));
		d->span = ind->span;
	}
}

static void doubt_titles(struct reading *rd, int i)
{
	struct run title = rd->tree.items.at[rd->origin.at[i]].title;

	if (title.to == title.from)
		add_doubt(rd, DOUBT_OTHER, i,
			  arena_printf(rd->a, _("item %s has no text"), rd->p->actions.at[i].no));
}

static void doubt_head(struct reading *rd)
{
	if (!*rd->p->title)
		add_doubt(rd, DOUBT_OTHER, -1, arena_strdup(rd->a, _("no title was found")));
	if (rd->phrases.at.n == 0)
		add_doubt(rd, DOUBT_NO_UNITS, -1,
			  arena_strdup(rd->a, _("the document names no responsible units")));
}

void plan_doubts_find(struct reading *rd)
{
	int last[MARK_STEP + 1] = {0};

	doubt_head(rd);
	plan_same_units(rd->a, rd->p);
	for (int i = 0; i < (int)rd->p->actions.n; i++) {
		doubt_titles(rd, i);
		doubt_units(rd, i);
		doubt_lead(rd, i);
		doubt_brackets(rd, i);
		doubt_names(rd, i);
		doubt_numbers(rd, i, last);
		doubt_figures(rd, i);
	}
}
