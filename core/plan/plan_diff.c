/* A new edition beside the plan that is there: the pairs, and the list of entries made of them. */
#include "core/plan/plan_diff.h"

#include "core/i18n.h"
#include "core/plan/plan_diff_text.h"
#include "core/plan/plan_match.h"
#include "core/plan/plan_path.h"

#include <stdio.h>
#include <string.h>

struct word {
	const char *word, *label;
};
#define WORD_ROW(id, word, label) {word, label},
static const struct word kinds[] = {DIFF_KINDS(WORD_ROW)};
static const struct word parts[] = {DIFF_PARTS(WORD_ROW)};

const char *diff_kind_word(enum diff_kind v)
{
	return kinds[v].word;
}

const char *diff_kind_label(enum diff_kind v)
{
	return i18n_label(kinds[v].label);
}

const char *diff_part_word(enum diff_part v)
{
	return parts[v].word;
}

const char *diff_part_label(enum diff_part v)
{
	return i18n_label(parts[v].label);
}

bool plan_due_day(const char *due, struct date *day)
{
	bool is_month = strlen(due) == strlen("2021-06");
	char text[DATE_TEXT];

	*day = (struct date){0};
	if (!*due)
		return true;
	snprintf(text, sizeof text, "%s%s", due, is_month ? "-01" : "");
	if (strlen(due) >= sizeof text || !date_parse(text, day))
		return false;
	if (is_month)
		day->d = (int8_t)date_days_in_month(day->y, day->m);
	return true;
}

static enum diff_kind kind_of(const struct plan_diff *d, const struct diff_entry *x)
{
	if (x->was == DIFF_NONE)
		return DIFF_NEW;
	if (x->is == DIFF_NONE)
		return DIFF_GONE;
	if ((size_t)x->was >= d->old->nactions)
		return DIFF_BACK;
	return x->changes.n ? DIFF_CHANGED : DIFF_SAME;
}

static void add_entry(struct plan_diff *d, int was, int is)
{
	struct diff_entry x = {.was = was, .is = is};

	x.by_hand = is == DIFF_NONE ? d->by_hand_old[was] : d->by_hand_new[is];
	if (was != DIFF_NONE && is != DIFF_NONE)
		plan_diff_changes(d, &x);
	x.kind = kind_of(d, &x);
	d->counts[x.kind]++;
	*vec_push(d->arena, &d->entries) = x;
}

/* The actions that are gone and stood behind the old action `was` (DIFF_NONE: at the beginning). */
static void add_gone(struct plan_diff *d, int was)
{
	for (int i = was + 1; (size_t)i < d->old->nactions && d->is[i] == DIFF_NONE; i++)
		add_entry(d, i, DIFF_NONE);
}

static void make_entries(struct plan_diff *d)
{
	d->entries.n = 0;
	memset(d->counts, 0, sizeof d->counts);
	add_gone(d, DIFF_NONE);
	for (size_t i = 0; i < d->new->actions.n; i++) {
		int was = d->was[i];

		add_entry(d, was, (int)i);
		if (was != DIFF_NONE)
			add_gone(d, was);
	}
}

static void unpair(struct plan_diff *d, int was, int is)
{
	if (was != DIFF_NONE) {
		d->is[was] = DIFF_NONE;
		d->by_hand_old[was] = true;
	}
	if (is != DIFF_NONE) {
		d->was[is] = DIFF_NONE;
		d->by_hand_new[is] = true;
	}
}

void plan_diff_pair(struct plan_diff *d, int was, int is)
{
	if (d->was[is] != was) {
		unpair(d, was, d->is[was]);
		unpair(d, d->was[is], is);
	}
	d->was[is] = was;
	d->is[was] = is;
	d->by_hand_new[is] = d->by_hand_old[was] = true;
	make_entries(d);
}

void plan_diff_part(struct plan_diff *d, int is)
{
	unpair(d, d->was[is], is);
	make_entries(d);
}

struct plan_diff *plan_diff_make(struct arena *a, const struct plan_standing *old,
				 const struct plan *new)
{
	size_t nold = old->plan.actions.n, nnew = new->actions.n;
	struct plan_diff *d = arena_alloc(a, sizeof *d);

	*d = (struct plan_diff){.arena = a, .old = old, .new = new, .paths = plan_paths(a, new)};
	d->was = arena_alloc(a, (nnew + 1) * sizeof *d->was);
	d->is = arena_alloc(a, (nold + 1) * sizeof *d->is);
	d->by_hand_new = arena_alloc(a, nnew + 1);
	d->by_hand_old = arena_alloc(a, nold + 1);
	plan_match(old, new, d->paths, d->was);
	for (size_t i = 0; i < nold; i++)
		d->is[i] = DIFF_NONE;
	for (size_t i = 0; i < nnew; i++) {
		if (d->was[i] != DIFF_NONE)
			d->is[d->was[i]] = (int)i;
	}
	plan_diff_head(d);
	make_entries(d);
	return d;
}

bool plan_diff_is_empty(const struct plan_diff *d)
{
	return d->head.n == 0 && d->counts[DIFF_SAME] == d->entries.n;
}

bool plan_diff_has(const struct diff_entry *x, enum diff_part part)
{
	for (size_t i = 0; i < x->changes.n; i++) {
		if (x->changes.at[i].part == part)
			return true;
	}
	return false;
}

const char *plan_diff_path(const struct plan_diff *d, const struct diff_entry *x)
{
	return x->is == DIFF_NONE ? d->old->paths[x->was] : d->paths[x->is];
}

const char *plan_diff_title(const struct plan_diff *d, const struct diff_entry *x)
{
	return x->is == DIFF_NONE ? d->old->plan.actions.at[x->was].title
				  : d->new->actions.at[x->is].title;
}
