/* plan_same.h - internals of the plan reader: the same unit under two names. */
#ifndef DUBAN_CORE_PLAN_SAME_H
#define DUBAN_CORE_PLAN_SAME_H

#include "core/plan/plan.h"

/* Adds a DOUBT_SAME_UNIT for each pair of names that may be one unit. */
void plan_same_units(struct arena *a, struct plan *p);

#endif
