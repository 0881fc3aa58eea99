/* plan_alike.h - actions of two editions that are worded alike, for plan_match.c. */
#ifndef DUBAN_CORE_PLAN_ALIKE_H
#define DUBAN_CORE_PLAN_ALIKE_H

#include "core/plan/plan_diff.h"

struct plan_candidate {
	double likeness; /* 0 to 1, more for the same path */
	size_t was, is;
};
struct plan_candidates {
	struct plan_candidate *at;
	size_t n, cap;
};

/* Adds the pairs that may be one action, the most alike first, of new actions whose was[] is
 * DIFF_NONE and old ones that are not taken. The list and what it takes to make it are in the
 * arena. */
void plan_alike(struct arena *a, const struct plan_standing *old, const struct plan *new,
		const char **paths, const int *was, const bool *taken,
		struct plan_candidates *list);

#endif
