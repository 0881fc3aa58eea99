/* The answers to doubts: a proposal taken, what was read left as it is, the question opened again.
 */
#include "core/plan/plan_edit_step.h"

#include "core/i18n.h"

#include <stdlib.h>

size_t plan_doubts_open(const struct plan *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->doubts.n; i++)
		n += p->doubts.at[i].answer == DOUBT_OPEN;
	return n;
}

static const struct plan_doubt *doubt_of(const struct plan_edit *ed, size_t doubt, struct err *e)
{
	const struct plan *p = plan_edit_plan(ed);

	if (doubt < p->doubts.n)
		return &p->doubts.at[doubt];
	err_set(e, ERR_NOT_FOUND, _("the plan has no such doubt; it has %zu"), p->doubts.n);
	return NULL;
}

/* The next step, with the answer given. */
static struct plan *begin_answer(struct plan_edit *ed, size_t doubt, enum doubt_answer answer)
{
	struct plan *next = plan_step_begin(ed);

	plan_own(&ed->a, &next->doubts);
	next->doubts.at[doubt].answer = answer;
	return next;
}

static void give_lead(struct arena *a, struct plan_action *action, const struct plan_doubt *d)
{
	size_t unit = plan_unit_index(action, d->a);

	if (unit == action->units.n)
		return;
	plan_own(a, &action->units);
	action->units.at[unit].role = ROLE_LEAD;
}

static void give_year(struct arena *a, struct plan_action *action, const struct plan_doubt *d)
{
	size_t level = plan_level_of_doubt(action, d);

	if (level == action->indicators.n)
		return;
	plan_own(a, &action->indicators);
	struct plan_indicator *ind = &action->indicators.at[level];
	plan_own(a, &ind->targets);
	for (size_t k = 0; k < ind->targets.n; k++)
		if (ind->targets.at[k].year == 0)
			ind->targets.at[k].year = atoi(d->b);
}

static void carry_out(struct arena *a, struct plan *next, const struct plan_doubt *d)
{
	struct plan_action *action = d->action < 0 ? NULL : &next->actions.at[d->action];

	if (!action)
		return;
	if (d->kind == DOUBT_NO_LEAD)
		give_lead(a, action, d);
	if (d->kind == DOUBT_FIGURE)
		give_year(a, action, d);
	if (d->kind == DOUBT_SORT)
		plan_sort_anew(a, action, d);
	if (d->kind == DOUBT_NUMBER)
		plan_renumber(next, (size_t)d->action, d->a);
}

int plan_edit_doubt_take(struct plan_edit *ed, size_t doubt, struct err *e)
{
	const struct plan_doubt *d = doubt_of(ed, doubt, e);

	if (!d)
		return -1;
	if (!*d->proposal)
		return err_set(e, ERR_STATE,
			       _("nothing is proposed here; correct it, or say that it is right as "
				 "it was read"));
	if (d->answer == DOUBT_TAKEN)
		return 0;
	struct plan *next = begin_answer(ed, doubt, DOUBT_TAKEN);
	carry_out(&ed->a, next, d);
	return plan_step_end(ed, NULL, _("proposal taken: %s"), d->proposal);
}

int plan_edit_doubt_leave(struct plan_edit *ed, size_t doubt, struct err *e)
{
	const struct plan_doubt *d = doubt_of(ed, doubt, e);

	if (!d || d->answer == DOUBT_LEFT)
		return d ? 0 : -1;
	begin_answer(ed, doubt, DOUBT_LEFT);
	return plan_step_end(ed, NULL, _("right as it was read: %s"), d->text);
}

int plan_edit_doubt_reopen(struct plan_edit *ed, size_t doubt, struct err *e)
{
	const struct plan_doubt *d = doubt_of(ed, doubt, e);

	if (!d || d->answer == DOUBT_OPEN)
		return d ? 0 : -1;
	begin_answer(ed, doubt, DOUBT_OPEN);
	return plan_step_end(ed, NULL, _("open again: %s"), d->text);
}
