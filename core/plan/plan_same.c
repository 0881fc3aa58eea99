/* The same unit under two names in one document (区市场监管局, 区市场监督管理局). Names that stand
 * in one list together are two units, whatever they look like. */
#include "core/plan/plan_same.h"

#include "core/i18n.h"
#include "core/plan/plan_doubt.h"
#include "core/text/unit_name.h"

#include <stdlib.h>
#include <string.h>

/* Beyond MOST_NAMES names nothing is compared: such a text is no plan of one government. */
enum { MOST_NAMES = 600 };

struct name {
	const char *s;
	size_t count;
	int first; /* action that names it first */
	struct plan_span span;
};

static int compare_names(const void *x, const void *y)
{
	const struct name *a = x, *b = y;
	int c = strcmp(a->s, b->s);

	return c ? c : (a->first > b->first) - (a->first < b->first);
}

/* All names of the plan, each once with its count, sorted. */
static size_t collect(struct arena *a, const struct plan *p, struct name **names)
{
	VEC(struct name) all = {0};
	size_t n = 0;

	for (size_t i = 0; i < p->actions.n; i++)
		for (size_t k = 0; k < p->actions.at[i].units.n; k++) {
			const struct plan_unit *u = &p->actions.at[i].units.at[k];

			*vec_push(a, &all) = (struct name){u->name, 1, (int)i, u->span};
		}
	if (all.n > 0)
		qsort(all.at, all.n, sizeof *all.at, compare_names);
	for (size_t i = 0; i < all.n; i++)
		if (n > 0 && !strcmp(all.at[n - 1].s, all.at[i].s))
			all.at[n - 1].count++;
		else
			all.at[n++] = all.at[i];
	*names = all.at;
	return n;
}

static bool listed_together(const struct plan *p, const char *x, const char *y)
{
	for (size_t i = 0; i < p->actions.n; i++) {
		bool has_x = false, has_y = false;

		for (size_t k = 0; k < p->actions.at[i].units.n; k++) {
			const char *name = p->actions.at[i].units.at[k].name;

			has_x |= !strcmp(name, x);
			has_y |= !strcmp(name, y);
		}
		if (has_x && has_y)
			return true;
	}
	return false;
}

/* b stands in the plan and may be a under another name. */
static void add_pair(struct arena *a, struct plan *p, const char *keep, const struct name *alias)
{
	struct plan_doubt *d = plan_doubt_add(
		a, p, DOUBT_SAME_UNIT, alias->first,
		arena_printf(a, _("%s and %s may be the same unit"), keep, alias->s));

	d->proposal = arena_printf(a, _("%s becomes another name of %s"), alias->s, keep);
	d->a = keep;
	d->b = alias->s;
	d->span = alias->span;
}

static struct unit_form *forms_of(struct arena *a, const struct name *names, size_t n)
{
	struct unit_form *forms = arena_alloc(a, n * sizeof *forms);

	for (size_t i = 0; i < n; i++)
		unit_form_make(&forms[i], names[i].s);
	return forms;
}

static void compare_all(struct arena *a, struct plan *p, const struct name *names,
			const struct unit_form *forms, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n; k++) {
			const struct name *x = &names[i], *y = &names[k];
			bool keep_x;

			if (!unit_forms_resemble(&forms[i], &forms[k]) ||
			    listed_together(p, x->s, y->s))
				continue;
			keep_x = x->count != y->count ? x->count > y->count
						      : strlen(x->s) > strlen(y->s);
			add_pair(a, p, keep_x ? x->s : y->s, keep_x ? y : x);
		}
}

void plan_same_units(struct arena *a, struct plan *p)
{
	struct arena scratch = ARENA_INIT;
	struct name *names;
	size_t n = collect(&scratch, p, &names);

	if (n <= MOST_NAMES)
		compare_all(a, p, names, forms_of(&scratch, names, n), n);
	arena_free(&scratch);
}

static int compare_texts(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

void plan_same_known(struct arena *a, struct plan *p, const char *const *names, size_t n)
{
	const char **known = arena_alloc(a, (n + 1) * sizeof *known);
	struct unit_form *forms, one;
	struct name *ours;
	size_t nours = collect(a, p, &ours);

	if (nours > MOST_NAMES || n == 0)
		return;
	memcpy(known, names, n * sizeof *known);
	qsort(known, n, sizeof *known, compare_texts);
	forms = arena_alloc(a, n * sizeof *forms);
	for (size_t k = 0; k < n; k++)
		unit_form_make(&forms[k], known[k]);
	for (size_t i = 0; i < nours; i++) {
		if (bsearch(&ours[i].s, known, n, sizeof *known, compare_texts))
			continue;
		unit_form_make(&one, ours[i].s);
		for (size_t k = 0; k < n; k++)
			if (unit_forms_resemble(&forms[k], &one) &&
			    !listed_together(p, known[k], ours[i].s))
				add_pair(a, p, known[k], &ours[i]);
	}
	plan_doubts_sort(p);
}
