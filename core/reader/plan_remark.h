/* plan_remark.h - internals of the plan reader: what stands among the names and names nobody. */
#ifndef DUBAN_CORE_READER_PLAN_REMARK_H
#define DUBAN_CORE_READER_PLAN_REMARK_H

#include "core/reader/plan_text.h"

/* A clause at i about the list itself: the rule for the lead, 下同, 以下均需…. Returns the place
 * behind it, i when there is none; sets *first_leads where it says that the first name leads. */
size_t plan_remark_read(const struct plan_text *t, size_t i, size_t to, bool *first_leads);
/* Whether the rule that the first name leads is said at i: "排名首位的责任单位即为牵头单位". */
bool plan_rule_says_first_rest(const struct plan_text *t, size_t i);
static inline bool plan_rule_says_first(const struct plan_text *t, size_t i)
{
	char32_t cp = t->g[i].cp;

	return (cp == U'第' || cp == U'首' || cp == U'排' || cp == U'列') &&
	       plan_rule_says_first_rest(t, i);
}
/* 年底前, 长期坚持: stands in a list and is no name. */
bool plan_remark_is_time(const struct plan_text *t, struct run r);

#endif
