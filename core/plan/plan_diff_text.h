/* plan_diff_text.h - what has changed between two actions, in sentences; for plan_diff.c. */
#ifndef DUBAN_CORE_PLAN_DIFF_TEXT_H
#define DUBAN_CORE_PLAN_DIFF_TEXT_H

#include "core/plan/plan_diff.h"

/* Fills x->changes; x names an old and a new action. */
void plan_diff_changes(struct plan_diff *d, struct diff_entry *x);
/* Fills d->head. */
void plan_diff_head(struct plan_diff *d);

#endif
