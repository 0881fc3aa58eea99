/*
 * plan_doubt.h - the doubts that follow from a plan itself, whoever changed it last: units and
 * leads that are missing, one unit under two names, numbers out of order, figures without a year.
 * What only the reading can doubt (brackets, passages that were left over) is found by plan_read().
 *
 * What taking the proposal of a doubt means is said by its kind, a and b:
 *   DOUBT_NO_LEAD    the unit named a becomes lead
 *   DOUBT_SAME_UNIT  every b becomes a
 *   DOUBT_NUMBER     the action gets the number a
 *   DOUBT_FIGURE     the targets of the level named a that have no year get the year b
 *   DOUBT_SORT       what was read at the place becomes a volume or, where a is "level", a level to
 *                    be reached in the year b (none where b is "")
 * The other kinds, and those with an empty proposal, have nothing to be taken.
 */
#ifndef DUBAN_CORE_PLAN_DOUBT_H
#define DUBAN_CORE_PLAN_DOUBT_H

#include "core/plan/plan.h"

/* Takes out the doubts of the five kinds that follow from the plan, those of plan_same_known()
 * too, and puts in those there are now, open. The old doubts are not written to: p->doubts gets
 * new memory from the arena. All are ordered by plan_doubts_sort(). */
void plan_doubts_of_plan(struct arena *a, struct plan *p);
/* Whether plan_doubts_of_plan() finds doubts of this kind. */
bool plan_doubt_follows(enum plan_doubt_kind kind);

/* Adds a DOUBT_SAME_UNIT (a: the known name, b: the plan's) for each name of the plan that is none
 * of the n names and may be one of them in another form. */
void plan_same_known(struct arena *a, struct plan *p, const char *const *names, size_t n);

/* A new open doubt about an action (at its line and clause) or, for -1, about the document. */
struct plan_doubt *plan_doubt_add(struct arena *a, struct plan *p, enum plan_doubt_kind kind,
				  int action, const char *text);
/* By action, those of the document first, then by place. */
void plan_doubts_sort(struct plan *p);

#endif
