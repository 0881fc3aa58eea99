/* The review of a plan: its steps, and the way back and forth between them. A step is a struct plan
 * that shares with the one before whatever the step did not change; all of it is in one arena, so
 * nothing is ever freed singly. What the steps do stands in the other plan_edit files. */
#include "core/plan/plan_edit_step.h"

#include "core/i18n.h"

#include <stdlib.h>

struct plan_edit *plan_edit_new(const struct plan *p)
{
	struct plan_edit *ed = xcalloc(1, sizeof *ed);
	struct plan_step *first = vec_push(&ed->a, &ed->steps);

	plan_copy(&ed->a, p, &first->plan);
	ed->next = first->plan;
	plan_doubts_follow(ed, &first->plan, &ed->next, &(struct plan_move){0});
	first->plan = ed->next;
	return ed;
}

void plan_edit_free(struct plan_edit *ed)
{
	if (!ed)
		return;
	arena_free(&ed->a);
	free(ed);
}

const struct plan *plan_edit_plan(const struct plan_edit *ed)
{
	return &ed->steps.at[ed->now].plan;
}

const char *plan_edit_undo_label(const struct plan_edit *ed)
{
	return ed->steps.at[ed->now].label;
}

const char *plan_edit_redo_label(const struct plan_edit *ed)
{
	return ed->now + 1 < ed->steps.n ? ed->steps.at[ed->now + 1].label : NULL;
}

bool plan_edit_undo(struct plan_edit *ed)
{
	if (ed->now == 0)
		return false;
	ed->now--;
	return true;
}

bool plan_edit_redo(struct plan_edit *ed)
{
	if (ed->now + 1 == ed->steps.n)
		return false;
	ed->now++;
	return true;
}

size_t plan_edit_nsteps(const struct plan_edit *ed)
{
	return ed->now;
}

const struct plan_action *plan_step_action(const struct plan_edit *ed, size_t action, struct err *e)
{
	const struct plan *p = plan_edit_plan(ed);

	if (action < p->actions.n)
		return &p->actions.at[action];
	err_set(e, ERR_NOT_FOUND, _("the plan has no such action; it has %zu"), p->actions.n);
	return NULL;
}

struct plan *plan_step_begin(struct plan_edit *ed)
{
	ed->next = *plan_edit_plan(ed);
	plan_own(&ed->a, &ed->next.actions);
	return &ed->next;
}

int plan_step_end(struct plan_edit *ed, const struct plan_move *move, const char *format, ...)
{
	static const struct plan_move none = {0};
	struct strbuf label = STRBUF_INIT;
	va_list ap;

	va_start(ap, format);
	strbuf_vprintf(&label, format, ap);
	va_end(ap);
	plan_doubts_follow(ed, plan_edit_plan(ed), &ed->next, move ? move : &none);
	ed->steps.n = ed->now + 1;
	*vec_push(&ed->a, &ed->steps) = (struct plan_step){ed->next, arena_strdup(&ed->a, label.s)};
	ed->now++;
	strbuf_free(&label);
	return 0;
}
