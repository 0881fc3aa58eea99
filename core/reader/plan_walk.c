/* What parts two names of units, or only seems to: a joining word is one where a unit ends before
 * it and another follows. */
#include "core/reader/plan_walk.h"

const char32_t plan_walk_stars[] = U"★☆▲△●◆※*#";

bool plan_walk_unit_follows(const struct walk *w, size_t i)
{
	size_t end = i;
	enum duty_class duty;
	struct label l;

	if (i < w->r.to && plan_label_read(w->t, i, w->r.to, &l))
		return true;
	for (; end < w->r.to && end - i < PLAN_LONGEST_NAME;
	     end = plan_text_next(w->t, end, w->r.to)) {
		if (plan_text_in(w->t->g[end].cp, U"、,;。 等)\n") ||
		    plan_verb_read(w->t, end, w->r.to, &duty) > end)
			break;
		if (plan_text_in(w->t->g[end].cp, U"和及与会") &&
		    plan_unit_surely(w->t, (struct run){i, end}))
			break;
	}
	struct run next = {i, end < w->r.to ? end : w->r.to};
	return !plan_unit_generic(w->t, next) &&
	       (plan_unit_surely(w->t, next) || plan_unit_collective(w->t, next));
}

bool plan_walk_unit_ends(const struct walk *w, size_t i)
{
	struct run name = plan_text_strip(w->t, (struct run){w->token, i}, plan_walk_stars);

	return plan_unit_surely(w->t, name) ||
	       (plan_unit_collective(w->t, name) && name.to - name.from > 1);
}

/* 省委和省级机关工委 is one name. */
static bool is_joint_name(const struct walk *w, size_t i)
{
	size_t end = i;

	while (end < w->r.to && end - i < PLAN_LONGEST_NAME &&
	       !plan_text_in(w->t->g[end].cp, U"、,;。 ("))
		end++;
	return plan_text_ends(w->t, (struct run){i, end}, U"机关工委") &&
	       plan_text_ends(w->t, (struct run){w->token, i}, U"委");
}

size_t plan_walk_joins(const struct walk *w, size_t i)
{
	static const char32_t *const words[] = {U"以及", U"和", U"及", U"与"};

	for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
		size_t n = plan_text_match(w->t, i, w->r.to, words[k]);

		if (n)
			return plan_walk_unit_ends(w, i) && plan_walk_unit_follows(w, i + n) &&
					       !is_joint_name(w, i)
				       ? n
				       : 0;
	}
	return 0;
}

size_t plan_walk_helpers(const struct walk *w, size_t i)
{
	static const char32_t *const words[] = {U"会同", U"会商", U"商请", U"商"};

	for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
		size_t n = plan_text_match(w->t, i, w->r.to, words[k]);

		if (n > 0)
			return k == 0 || (plan_walk_unit_ends(w, i) &&
					  plan_text_in(w->t->g[i + n].cp, U"省市县区州旗各镇") &&
					  plan_walk_unit_follows(w, i + n))
				       ? n
				       : 0;
	}
	return 0;
}
