/* What only the reading can doubt: brackets, names that may be none, roles that are guesses, items
 * without text. What was left over is found by plan_unread.c, what follows from the plan itself by
 * plan_doubt.c. */
#include "core/reader/plan_facts.h"

#include "core/i18n.h"
#include "core/plan/plan_doubt.h"
#include "core/reader/plan_unread.h"

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

/* A bracket at the end of a name holds another unit or a part of a collective one, not a person. */
static bool is_sure_bracket(const struct plan_text *t, struct run name)
{
	size_t open = t->g[name.to - 1].cp == ')' ? t->pair[name.to - 1] : name.to;
	struct run in = {open + 1, name.to - 1};

	return open <= name.from || open >= name.to || plan_unit_like(t, in) ||
	       plan_unit_area(t, (struct run){in.to - 1, in.to}) || plan_unit_area(t, in);
}

/* What ends like a unit, is no longer than one and has no word of a sentence in it. */
static bool is_sure_name(const struct plan_text *t, struct run name)
{
	static const char32_t *const others[] = {U"负责", U"牵头",   U"配合",	U"落实",
						 U"完成", U"单位:",  U"部门:",	U"职责",
						 U"首位", U"的单位", U"的部门", U"<br"};

	return plan_unit_like(t, name) && is_sure_bracket(t, name) &&
	       name.to - name.from <= LONGEST_SURE_NAME &&
	       !plan_text_has_any(t, name, others, sizeof others / sizeof *others);
}

static void doubt_duty(struct reading *rd, int i, const struct duty *duty, bool ask_role)
{
	const char *name = plan_text_copy(rd->a, &rd->t, duty->name);
	struct plan_doubt *d;

	if (!is_sure_name(&rd->t, duty->name))
		d = plan_doubt_add(
			rd->a, rd->p, DOUBT_NAME, i,
			arena_printf(rd->a, _("“%s” is listed as a unit; is it the name of one?"),
				     name));
	else if (duty->unsure && ask_role)
		d = plan_doubt_add(
			rd->a, rd->p, DOUBT_ROLE, i,
			arena_printf(rd->a,
				     duty->duty == DUTY_COOP
					     ? _("%s is to act together with the unit before "
						 "it; it was read as cooperating")
					     : _("%s stands behind a label that is not "
						 "known; it was read as responsible"),
				     name));
	else
		return;
	d->line = plan_text_line(&rd->t, duty->name.from);
	d->span = plan_text_span(&rd->t, duty->name);
}

/* 同上 */
static void doubt_copied(struct reading *rd, int i, const struct phrase *ph)
{
	struct plan_doubt *d = plan_doubt_add(
		rd->a, rd->p, DOUBT_ROLE, i,
		arena_strdup(rd->a, _("the units are said to be those above; they were taken from "
				      "the entry before")));

	d->line = plan_text_line(&rd->t, ph->run.from);
	d->span = plan_text_span(&rd->t, ph->run);
}

static void doubt_duties(struct reading *rd, int i)
{
	const struct item *it = &rd->tree.items.at[rd->origin.at[i]];
	bool asked = false;

	for (size_t k = 0; k < it->nphrases; k++) {
		const struct phrase *ph = &rd->phrases.at.at[it->first_phrase + k];

		if (ph->copied)
			doubt_copied(rd, i, ph);
		for (size_t u = 0; u < ph->nduties; u++) {
			const struct duty *duty = &rd->phrases.duties.at[ph->first + u];

			doubt_duty(rd, i, duty, !asked);
			asked |= duty->unsure;
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
		doubt_duties(rd, i);
	}
	plan_unread_find(rd);
	plan_doubts_of_plan(rd->a, rd->p);
}
