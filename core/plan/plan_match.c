/* Pairs of actions. Those whose words are exactly the same come first, then those that alone have
 * the same title, then the most alike of the rest (plan_alike.c). */
#include "core/plan/plan_match.h"

#include "core/plan/plan_alike.h"
#include "core/text/utf8.h"

#include <stdlib.h>
#include <string.h>

struct plan_wording plan_wording_of(const struct plan *p, const struct plan_action *act)
{
	enum { NO_MAX = 48 }; /* bytes of a number with brackets and blanks around it */
	struct plan_wording w = {p->text + act->clause.from, act->clause.to - act->clause.from};
	size_t ntitle = strlen(act->title);

	if (act->clause.from > act->clause.to || act->clause.to > p->nbytes)
		return (struct plan_wording){"", 0};
	for (size_t at = 0; ntitle && at < NO_MAX && at + ntitle <= w.nbytes; at++) {
		if (memcmp(w.s + at, act->title, ntitle) == 0)
			return (struct plan_wording){w.s + at, w.nbytes - at};
	}
	return w;
}

bool plan_is_blank(uint32_t cp)
{
	return cp == ' ' || cp == '\n' || cp == '\t';
}

/* The next character that is no blank, 0 at the end. */
static uint32_t next_sign(const char **s, const char *end)
{
	uint32_t cp;

	while (*s < end) {
		*s += utf8_decode(*s, end, &cp);
		cp = utf8_halfwidth(cp);
		if (!plan_is_blank(cp))
			return cp;
	}
	return 0;
}

static int compare_wordings(struct plan_wording a, struct plan_wording b)
{
	const char *enda = a.s + a.nbytes, *endb = b.s + b.nbytes;

	for (;;) {
		uint32_t x = next_sign(&a.s, enda), y = next_sign(&b.s, endb);

		if (x != y)
			return x < y ? -1 : 1;
		if (!x)
			return 0;
	}
}

bool plan_wording_same(struct plan_wording a, struct plan_wording b)
{
	return compare_wordings(a, b) == 0;
}

struct match {
	struct arena arena;
	const struct plan_standing *old;
	const struct plan *new;
	const char **paths; /* of `new` */
	int *was;	    /* by new action */
	bool *taken;	    /* by old action */
};

static void pair(struct match *m, size_t was, size_t is)
{
	m->was[is] = (int)was;
	m->taken[was] = true;
}

static bool same_path(const struct match *m, size_t was, size_t is)
{
	return strcmp(m->old->paths[was], m->paths[is]) == 0;
}

/* Exactly the same words */

struct text {
	struct plan_wording words;
	size_t index;
};

static int compare_texts(const void *a, const void *b)
{
	const struct text *x = a, *y = b;
	int order = compare_wordings(x->words, y->words);

	return order ? order : x->index < y->index ? -1 : x->index > y->index;
}

/* What two actions must have in common to be one. */
typedef struct plan_wording wording_fn(const struct plan *p, const struct plan_action *act);

static struct plan_wording title_of(const struct plan *p, const struct plan_action *act)
{
	(void)p;
	return (struct plan_wording){act->title, strlen(act->title)};
}

static struct text *sorted_texts(struct match *m, const struct plan *p, wording_fn *wording)
{
	size_t n = p->actions.n;
	struct text *list = arena_alloc(&m->arena, (n + 1) * sizeof *list);

	for (size_t i = 0; i < n; i++)
		list[i] = (struct text){wording(p, &p->actions.at[i]), i};
	qsort(list, n, sizeof *list, compare_texts);
	return list;
}

/* Actions that say the same. */
struct run {
	const struct text *at;
	size_t n;
};

static struct run run_at(const struct text *list, size_t from, size_t n)
{
	size_t to = from + 1;

	while (to < n && plan_wording_same(list[from].words, list[to].words))
		to++;
	return (struct run){list + from, to - from};
}

/* Those at the same place, then the others in their order. */
static void pair_runs(struct match *m, struct run was, struct run is)
{
	for (int any_place = 0; any_place < 2; any_place++) {
		for (size_t i = 0; i < is.n; i++) {
			for (size_t k = 0; k < was.n && m->was[is.at[i].index] == DIFF_NONE; k++) {
				if (!m->taken[was.at[k].index] &&
				    (any_place || same_path(m, was.at[k].index, is.at[i].index)))
					pair(m, was.at[k].index, is.at[i].index);
			}
		}
	}
}

/* A title alone tells only where it is nobody else's. */
static void pair_titles(struct match *m, struct run was, struct run is)
{
	if (was.n == 1 && is.n == 1)
		pair_runs(m, was, is);
}

/* A document without text (plan JSON may lack it) has no words to be the same. */
static void pair_same(struct match *m, wording_fn *wording,
		      void (*pair_them)(struct match *m, struct run was, struct run is))
{
	size_t nold = m->old->plan.actions.n, nnew = m->new->actions.n;
	struct text *old = sorted_texts(m, &m->old->plan, wording);
	struct text *new = sorted_texts(m, m->new, wording);
	size_t i = 0, k = 0;

	while (i < nold && k < nnew) {
		int order = compare_wordings(old[i].words, new[k].words);
		struct run was = run_at(old, i, nold), is = run_at(new, k, nnew);

		if (order == 0 && old[i].words.nbytes)
			pair_them(m, was, is);
		i += order <= 0 ? was.n : 0;
		k += order >= 0 ? is.n : 0;
	}
}

static void pair_alike(struct match *m)
{
	struct plan_candidates list = {0};

	plan_alike(&m->arena, m->old, m->new, m->paths, m->was, m->taken, &list);
	for (size_t i = 0; i < list.n; i++) {
		if (m->was[list.at[i].is] == DIFF_NONE && !m->taken[list.at[i].was])
			pair(m, list.at[i].was, list.at[i].is);
	}
}

/* Whether both sides have an action left. */
static bool is_left(const struct match *m)
{
	bool old = false, new = false;

	for (size_t i = 0; i < m->old->plan.actions.n; i++)
		old |= !m->taken[i];
	for (size_t i = 0; i < m->new->actions.n; i++)
		new |= m->was[i] == DIFF_NONE;
	return old && new;
}

void plan_match(const struct plan_standing *old, const struct plan *new, const char **paths,
		int *was)
{
	struct match m = {.old = old, .new = new, .paths = paths, .was = was};

	m.taken = arena_alloc(&m.arena, old->plan.actions.n + 1);
	for (size_t i = 0; i < new->actions.n; i++)
		was[i] = DIFF_NONE;
	pair_same(&m, plan_wording_of, pair_runs);
	pair_same(&m, title_of, pair_titles);
	if (is_left(&m))
		pair_alike(&m);
	arena_free(&m.arena);
}
