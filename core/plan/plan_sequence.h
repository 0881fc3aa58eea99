/* plan_sequence.h - internals of the plan reader: the numbers of the actions, in order or not. */
#ifndef DUBAN_CORE_PLAN_SEQUENCE_H
#define DUBAN_CORE_PLAN_SEQUENCE_H

#include "core/plan/plan.h"

/* Adds a DOUBT_NUMBER for each action whose number is not the next of its list. Lists begin again
 * with 1 in another section or below another action; parts of an action that name no units are no
 * actions, so that there a skipped number is none. */
void plan_sequence_doubts(struct arena *a, struct plan *p);

#endif
