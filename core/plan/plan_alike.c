/*
 * How alike two actions are is told by the pairs of characters that both have, in their titles or
 * in their clauses. A pair counts for less, by the square, the more actions of a side have it, so
 * that what every action of a plan says makes none of them alike. Only actions that share a rare
 * pair are compared: the time grows with the text, not with the square of the actions.
 */
#include "core/plan/plan_alike.h"

#include "core/plan/plan_match.h"
#include "core/text/utf8.h"

#include <stdlib.h>
#include <string.h>

/* What makes two actions one: less is enough where both have the same path. */
static const double ALIKE = 0.45, ALIKE_AT_SAME_PATH = 0.3;
/* Between two that are as much alike: the same path is more, one that was withdrawn is less. */
static const double SAME_PATH = 0.1, WITHDRAWN = 0.05;

enum {
	COMMON = 16 /* what more old actions than these have in common finds no candidates */
};

/* A pair of characters in an action. Owners are the old actions, then the new ones. */
struct gram {
	uint64_t key;
	uint32_t owner;
	bool title;
};
struct grams {
	struct gram *at;
	size_t n, cap;
};

/* The pairs of an action, as numbers that rise. */
struct profile {
	VEC(uint32_t) title, text;
};

struct likeness {
	struct arena *arena;
	const struct plan_standing *old;
	const struct plan *new;
	const char **paths;
	const bool *taken;
	size_t nold;
	struct grams grams; /* sorted; of one key once an owner */
	size_t *runs;	    /* where the pair of this number begins in grams */
	double *weights;    /* of the pair of this number */
	size_t nruns;
	struct profile *profiles; /* by owner */
};

/* Letters, digits and Han characters; 0 for signs, which part words. */
static uint32_t word_sign(uint32_t cp)
{
	cp = utf8_halfwidth(cp);
	if (cp < 0x80)
		return cp == '%' || (cp >= '0' && cp <= '9') || (cp | 0x20) - 'a' < 26 ? cp : 0;
	return (cp >= 0x2000 && cp < 0x2070) || (cp >= 0x3000 && cp < 0x3040) ? 0 : cp;
}

static void add_grams(struct likeness *l, size_t owner, const char *s, size_t nbytes, bool title)
{
	const char *end = s + nbytes;
	uint32_t before = 0, cp;

	while (s < end) {
		s += utf8_decode(s, end, &cp);
		if (plan_is_blank(cp))
			continue;
		cp = word_sign(cp);
		if (before && cp)
			*vec_push(l->arena, &l->grams) =
				(struct gram){(uint64_t)before << 32 | cp, (uint32_t)owner, title};
		before = cp;
	}
}

static void add_actions(struct likeness *l, const struct plan *p, size_t first_owner)
{
	for (size_t i = 0; i < p->actions.n; i++) {
		const struct plan_action *act = &p->actions.at[i];
		struct plan_wording w = plan_wording_of(p, act);

		add_grams(l, first_owner + i, act->title, strlen(act->title), true);
		add_grams(l, first_owner + i, w.s, w.nbytes, false);
	}
}

/* Those of a title come first, so that they are the ones kept. */
static int compare_grams(const void *a, const void *b)
{
	const struct gram *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	if (x->owner != y->owner)
		return x->owner < y->owner ? -1 : 1;
	return y->title - x->title;
}

static void keep_once(struct grams *g)
{
	size_t n = 0;

	for (size_t i = 0; i < g->n; i++) {
		if (!n || g->at[i].key != g->at[n - 1].key || g->at[i].owner != g->at[n - 1].owner)
			g->at[n++] = g->at[i];
	}
	g->n = n;
}

/* Number, weight and owners of the pair that begins at `from`; returns where the next begins. */
static size_t add_run(struct likeness *l, size_t from)
{
	struct arena *a = l->arena;
	uint32_t number = (uint32_t)l->nruns;
	size_t nold = 0, nnew = 0, i = from;

	for (; i < l->grams.n && l->grams.at[i].key == l->grams.at[from].key; i++) {
		const struct gram *g = &l->grams.at[i];
		struct profile *p = &l->profiles[g->owner];

		*(g->owner < l->nold ? &nold : &nnew) += 1;
		*vec_push(a, &p->text) = number;
		if (g->title)
			*vec_push(a, &p->title) = number;
	}
	double n = (double)(nold > nnew ? nold : nnew);
	l->runs[number] = from;
	l->weights[number] = 1 / (n * n);
	l->nruns++;
	return i;
}

static void make_profiles(struct likeness *l)
{
	size_t n = l->nold + l->new->actions.n;

	add_actions(l, &l->old->plan, 0);
	add_actions(l, l->new, l->nold);
	if (l->grams.n)
		qsort(l->grams.at, l->grams.n, sizeof *l->grams.at, compare_grams);
	keep_once(&l->grams);
	l->runs = arena_alloc(l->arena, (l->grams.n + 1) * sizeof *l->runs);
	l->weights = arena_alloc(l->arena, (l->grams.n + 1) * sizeof *l->weights);
	l->profiles = arena_alloc(l->arena, (n + 1) * sizeof *l->profiles);
	for (size_t i = 0; i < l->grams.n;)
		i = add_run(l, i);
}

struct numbers {
	const uint32_t *at;
	size_t n;
};

static double weigh(const struct likeness *l, struct numbers list)
{
	double sum = 0;

	for (size_t i = 0; i < list.n; i++)
		sum += l->weights[list.at[i]];
	return sum;
}

/* The share of what both say in all that they say, 0 to 1. */
static double alike(const struct likeness *l, struct numbers a, struct numbers b)
{
	double common = 0, all = weigh(l, a) + weigh(l, b);

	for (size_t i = 0, k = 0; i < a.n && k < b.n;) {
		if (a.at[i] == b.at[k])
			common += l->weights[a.at[i]];
		size_t step = a.at[i] <= b.at[k];
		k += a.at[i] >= b.at[k];
		i += step;
	}
	return all > 0 ? 2 * common / all : 0;
}

static void consider(struct likeness *l, struct plan_candidates *list, size_t was, size_t is)
{
	const struct profile *x = &l->profiles[was], *y = &l->profiles[l->nold + is];
	double title = alike(l, (struct numbers){x->title.at, x->title.n},
			     (struct numbers){y->title.at, y->title.n});
	double text = alike(l, (struct numbers){x->text.at, x->text.n},
			    (struct numbers){y->text.at, y->text.n});
	double best = title > text ? title : text;
	bool here = strcmp(l->old->paths[was], l->paths[is]) == 0;

	if (best < (here ? ALIKE_AT_SAME_PATH : ALIKE))
		return;
	if (here)
		best += SAME_PATH;
	if (was >= l->old->nactions)
		best -= WITHDRAWN;
	*vec_push(l->arena, list) = (struct plan_candidate){best, was, is};
}

/* Every old action that has something in common with this one which few have. seen[] holds the
 * last new action, counted from 1, that met the old one. */
static void add_candidates(struct likeness *l, struct plan_candidates *list, size_t is,
			   size_t *seen)
{
	const struct profile *p = &l->profiles[l->nold + is];

	for (size_t i = 0; i < p->text.n; i++) {
		size_t at = l->runs[p->text.at[i]];
		uint64_t key = l->grams.at[at].key;

		if (at + COMMON < l->grams.n && l->grams.at[at + COMMON].key == key &&
		    l->grams.at[at + COMMON].owner < l->nold)
			continue;
		for (; at < l->grams.n && l->grams.at[at].key == key; at++) {
			size_t was = l->grams.at[at].owner;
			if (was >= l->nold)
				break;
			if (l->taken[was] || seen[was] == is + 1)
				continue;
			seen[was] = is + 1;
			consider(l, list, was, is);
		}
	}
}

static int compare_candidates(const void *a, const void *b)
{
	const struct plan_candidate *x = a, *y = b;

	if (x->likeness < y->likeness || x->likeness > y->likeness)
		return x->likeness > y->likeness ? -1 : 1;
	if (x->is != y->is)
		return x->is < y->is ? -1 : 1;
	return x->was < y->was ? -1 : x->was > y->was;
}

void plan_alike(struct arena *a, const struct plan_standing *old, const struct plan *new,
		const char **paths, const int *was, const bool *taken, struct plan_candidates *list)
{
	struct likeness l = {a, old, new, paths, taken, .nold = old->plan.actions.n};
	size_t *seen = arena_alloc(a, (l.nold + 1) * sizeof *seen);

	make_profiles(&l);
	if (!l.grams.n)
		return;
	for (size_t is = 0; is < new->actions.n; is++) {
		if (was[is] == DIFF_NONE)
			add_candidates(&l, list, is, seen);
	}
	if (list->n)
		qsort(list->at, list->n, sizeof *list->at, compare_candidates);
}
