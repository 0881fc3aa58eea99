/* Sections that are called by the units that lead them: 一、区水利局, 由区水利局牵头的任务(3项).
 * What stands below them is theirs. */
#include "core/reader/plan_tree.h"

enum { LONGEST_LEADER = 16 };

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* The unit that a heading consists of: 区水利局, 由区水利局牵头的任务(3项); empty for another one.
 */
static struct run leader_of(const struct plan_text *t, struct run title)
{
	static const char32_t *const words[] = {U"牵头", U"负责", U"承担", U"主办", U"任务",
						U"工作", U"事项", U"项目", U"重点", U"主要",
						U"清单", U"的",	  U"落实", U"实施", U"年度"};
	struct run r = title, name;
	bool more = true;

	if (r.to > r.from && t->g[r.to - 1].cp == ')' && t->pair[r.to - 1] > r.from)
		r.to = t->pair[r.to - 1];
	r.from += plan_text_match(t, r.from, r.to, U"由");
	for (name = r; more && !plan_unit_surely(t, name);) {
		more = false;
		for (size_t k = 0; k < ROWS(words) && !more; k++)
			if (plan_text_ends(t, name, words[k])) {
				name.to -= words[k][1] ? 2 : 1;
				more = true;
			}
	}
	bool good = name.to - name.from <= LONGEST_LEADER && plan_unit_surely(t, name) &&
		    !plan_text_has(t, name, U",") && !plan_text_has(t, name, U"、") &&
		    (name.to < r.to || plan_text_in(t->g[name.to - 1].cp, U"局委办部厅署府"));
	return good ? name : (struct run){title.from, title.from};
}

bool plan_leaders_pick(const struct plan_text *t, struct plan_tree *tree)
{
	size_t n = 0;

	for (size_t i = 0; i < tree->items.n; i++) {
		struct item *it = &tree->items.at[i];

		if (it->nchildren == 0 || it->nphrases > 0 || it->mark.kind > MARK_HAN_PAREN)
			continue;
		it->leader = leader_of(t, it->title);
		n += it->leader.to > it->leader.from;
	}
	for (size_t i = 0; i < tree->items.n; i++) {
		struct item *it = &tree->items.at[i];
		struct item *up = it->parent >= 0 ? &tree->items.at[it->parent] : NULL;

		if (n < 2)
			it->leader.to = it->leader.from;
		else if (it->leader.to > it->leader.from)
			it->action = false;
		else if (up && up->leader.to > up->leader.from && it->mark.kind < MARK_STEP)
			it->action = true;
	}
	return n > 1;
}
