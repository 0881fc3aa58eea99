/* A figure that was taken for a level and is a volume of work, or the other way round: it goes from
 * the one list of its action to the other and keeps value, measure, name and place. */
#include "core/plan/plan_edit_step.h"

#include <stdlib.h>
#include <string.h>

/* Whether a fact stands where a passage ends: the passage may begin before it. */
static bool stands_at(struct plan_span fact, struct plan_span passage)
{
	return fact.from < passage.to && fact.to >= passage.to && fact.from < fact.to;
}

static void level_to_volume(struct arena *a, struct plan_action *action, size_t i)
{
	struct plan_indicator ind = action->indicators.at[i];

	plan_own(a, &action->volumes);
	for (size_t k = 0; k < ind.targets.n; k++)
		*vec_push(a, &action->volumes) = (struct plan_volume){
			ind.targets.at[k].value, ind.measure, ind.name, ind.span};
	plan_own(a, &action->indicators);
	plan_take_out(&action->indicators, i);
}

static void volume_to_level(struct arena *a, struct plan_action *action, size_t i, int year)
{
	struct plan_volume v = action->volumes.at[i];
	struct plan_indicator ind = {.name = v.what, .measure = v.measure, .span = v.span};

	*vec_push(a, &ind.targets) = (struct plan_target){year, OP_AT_LEAST, v.value};
	plan_own(a, &action->indicators);
	*vec_push(a, &action->indicators) = ind;
	plan_own(a, &action->volumes);
	plan_take_out(&action->volumes, i);
}

void plan_sort_anew(struct arena *a, struct plan_action *action, const struct plan_doubt *d)
{
	bool to_level = !strcmp(d->a, "level");

	for (size_t i = 0; !to_level && i < action->indicators.n; i++)
		if (stands_at(action->indicators.at[i].span, d->span)) {
			level_to_volume(a, action, i);
			return;
		}
	for (size_t i = 0; to_level && i < action->volumes.n; i++)
		if (stands_at(action->volumes.at[i].span, d->span)) {
			volume_to_level(a, action, i, atoi(d->b));
			return;
		}
}
