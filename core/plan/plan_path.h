/* plan_path.h - how people name an action within its plan: "14", "五", "五.2" for part 2 of (五),
 * "二.1" where numbers begin anew in every section. */
#ifndef DUBAN_CORE_PLAN_PATH_H
#define DUBAN_CORE_PLAN_PATH_H

#include "core/plan/plan.h"

/* The number under which each action is kept: as printed, or where none is printed its count among
 * the actions beside it that have none. In the arena. */
const char **plan_numbers(struct arena *a, const struct plan *p);

/* One path for every action of the plan, no two the same; in the arena. */
const char **plan_paths(struct arena *a, const struct plan *p);

#endif
