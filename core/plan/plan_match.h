/* plan_match.h - which action of a new edition is which of the plan that is there. For
 * plan_diff.c. */
#ifndef DUBAN_CORE_PLAN_MATCH_H
#define DUBAN_CORE_PLAN_MATCH_H

#include "core/plan/plan_diff.h"

/* The text of an action's clause without the number before its title; not ended by a zero byte.
 * Empty when its place lies outside of the document. */
struct plan_wording {
	const char *s;
	size_t nbytes;
};
struct plan_wording plan_wording_of(const struct plan *p, const struct plan_action *act);
/* The same words: blanks and line ends aside. */
bool plan_wording_same(struct plan_wording a, struct plan_wording b);

bool plan_is_blank(uint32_t cp);

/* was[i]: index into the old actions of the new action i, DIFF_NONE when it is new. No old action
 * is named twice. */
void plan_match(const struct plan_standing *old, const struct plan *new, const char **paths,
		int *was);

#endif
