/* Steps on the units of an action: one more, another role, another name, one less. */
#include "core/plan/plan_edit_step.h"

#include "core/rule/entry.h"
#include "core/i18n.h"

#include <string.h>

enum role plan_role_higher(enum role a, enum role b)
{
	if (a == ROLE_LEAD || b == ROLE_LEAD)
		return ROLE_LEAD;
	return a == ROLE_SHARED || b == ROLE_SHARED ? ROLE_SHARED : ROLE_COOP;
}

size_t plan_unit_index(const struct plan_action *action, const char *name)
{
	size_t i = 0;

	while (i < action->units.n && strcmp(action->units.at[i].name, name) != 0)
		i++;
	return i;
}

static int refuse_double(const struct plan_action *action, const char *name, struct err *e)
{
	return err_set_field(e, ERR_INPUT, "name", _("%s names %s already"),
			     plan_action_name(action), name);
}

static const struct plan_unit *unit_of(const struct plan_edit *ed, size_t action, size_t unit,
				       struct err *e)
{
	const struct plan_action *act = plan_step_action(ed, action, e);

	if (!act)
		return NULL;
	if (unit < act->units.n)
		return &act->units.at[unit];
	err_set(e, ERR_NOT_FOUND, _("%s names only %zu units"), plan_action_name(act),
		act->units.n);
	return NULL;
}

/* The action in the next step, its units to be changed. */
static struct plan_action *begin_units(struct plan_edit *ed, size_t action)
{
	struct plan_action *own = &plan_step_begin(ed)->actions.at[action];

	plan_own(&ed->a, &own->units);
	return own;
}

int plan_edit_unit_add(struct plan_edit *ed, size_t action, const char *name, enum role role,
		       struct err *e)
{
	const struct plan_action *act = plan_step_action(ed, action, e);
	const char *clean;

	if (!act || entry_name(&ed->a, name, "name", &clean, e))
		return -1;
	if (plan_unit_index(act, clean) < act->units.n)
		return refuse_double(act, clean, e);
	struct plan_action *own = begin_units(ed, action);
	*vec_push(&ed->a, &own->units) = (struct plan_unit){.name = clean, .role = role};
	return plan_step_end(ed, NULL, _("%s added to %s"), clean, plan_action_name(own));
}

int plan_edit_unit_role(struct plan_edit *ed, size_t action, size_t unit, enum role role,
			struct err *e)
{
	const struct plan_unit *u = unit_of(ed, action, unit, e);

	if (!u || u->role == role)
		return u ? 0 : -1;
	struct plan_action *own = begin_units(ed, action);
	own->units.at[unit].role = role;
	return plan_step_end(ed, NULL, _("role of %s in %s"), u->name, plan_action_name(own));
}

/* One action names `to` where it named `from`; where it names both, one stays, in the first place
 * and with the higher role. */
static void rename_in(struct arena *a, struct plan_action *action, const char *from, const char *to)
{
	struct plan_unit *first = NULL;

	if (plan_unit_index(action, from) == action->units.n)
		return;
	plan_own(a, &action->units);
	for (size_t i = 0; i < action->units.n;) {
		struct plan_unit *u = &action->units.at[i];

		if (first && (!strcmp(u->name, from) || !strcmp(u->name, to))) {
			first->role = plan_role_higher(first->role, u->role);
			plan_take_out(&action->units, i);
			continue;
		}
		if (!strcmp(u->name, from) || !strcmp(u->name, to)) {
			first = u;
			first->name = to;
		}
		i++;
	}
}

int plan_edit_unit_name(struct plan_edit *ed, size_t action, size_t unit, const char *name,
			bool everywhere, struct err *e)
{
	const struct plan_unit *u = unit_of(ed, action, unit, e);
	const char *clean;

	if (!u || entry_name(&ed->a, name, "name", &clean, e))
		return -1;
	if (!strcmp(u->name, clean))
		return 0;
	const struct plan_action *act = &plan_edit_plan(ed)->actions.at[action];
	if (!everywhere && plan_unit_index(act, clean) < act->units.n)
		return refuse_double(act, clean, e);
	if (!everywhere) {
		begin_units(ed, action)->units.at[unit].name = clean;
		return plan_step_end(ed, NULL, _("name of %s in %s"), u->name,
				     plan_action_name(act));
	}
	struct plan *next = plan_step_begin(ed);
	for (size_t i = 0; i < next->actions.n; i++)
		rename_in(&ed->a, &next->actions.at[i], u->name, clean);
	return plan_step_end(ed, NULL, _("%s is called %s everywhere"), u->name, clean);
}

int plan_edit_unit_drop(struct plan_edit *ed, size_t action, size_t unit, struct err *e)
{
	const struct plan_unit *u = unit_of(ed, action, unit, e);

	if (!u)
		return -1;
	struct plan_action *own = begin_units(ed, action);
	plan_take_out(&own->units, unit);
	return plan_step_end(ed, NULL, _("%s taken out of %s"), u->name, plan_action_name(own));
}
