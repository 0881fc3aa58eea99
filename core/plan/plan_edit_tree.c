/* How actions hang together: an action names the number of the one it is a part of. A plan has
 * whole actions and parts, in the order of the document; every change keeps these names right. */
#include "core/plan/plan_edit_step.h"

#include <string.h>

const char *plan_action_name(const struct plan_action *action)
{
	return *action->no ? action->no : action->title;
}

int plan_parent_index(const struct plan *p, size_t i)
{
	const char *parent = p->actions.at[i].parent;
	int part = -1;

	if (!*parent)
		return -1;
	for (size_t k = i; k-- > 0;) {
		const struct plan_action *above = &p->actions.at[k];

		if (strcmp(above->no, parent) != 0)
			continue;
		if (!*above->parent)
			return (int)k;
		if (part < 0)
			part = (int)k;
	}
	return part;
}

bool plan_is_within(const struct plan *p, size_t i, size_t k)
{
	int above = plan_parent_index(p, i);

	while (above > (int)k)
		above = plan_parent_index(p, (size_t)above);
	return above == (int)k;
}

bool plan_no_is_taken(const struct plan *p, size_t i, const char *no)
{
	const struct plan_action *action = &p->actions.at[i];
	int above = plan_parent_index(p, i);

	for (size_t k = 0; k < p->actions.n; k++) {
		const struct plan_action *other = &p->actions.at[k];

		if (k != i && plan_same_no(other->no, no) &&
		    !strcmp(other->section, action->section) && plan_parent_index(p, k) == above)
			return true;
	}
	return false;
}

void plan_renumber(struct plan *p, size_t i, const char *no)
{
	/* Whose part each one is must be known before the number changes. */
	for (size_t k = p->actions.n; k-- > i + 1;)
		if (plan_parent_index(p, k) == (int)i)
			p->actions.at[k].parent = no;
	p->actions.at[i].no = no;
}
