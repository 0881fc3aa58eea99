/* Copying of a whole plan: what the review begins with shares no memory with what was read. */
#include "core/plan/plan_edit_step.h"

#include <string.h>

void *plan_own_copy(struct arena *a, const void *at, size_t n, size_t nbytes)
{
	void *own = arena_alloc(a, n * nbytes);

	if (n > 0)
		memcpy(own, at, n * nbytes);
	return own;
}

static void copy_text(struct arena *a, const char **s)
{
	*s = arena_strdup(a, *s);
}

static void copy_action(struct arena *a, struct plan_action *action)
{
	copy_text(a, &action->no);
	copy_text(a, &action->section);
	copy_text(a, &action->parent);
	copy_text(a, &action->title);
	copy_text(a, &action->due);
	plan_own(a, &action->units);
	for (size_t i = 0; i < action->units.n; i++)
		copy_text(a, &action->units.at[i].name);
	plan_own(a, &action->indicators);
	for (size_t i = 0; i < action->indicators.n; i++) {
		struct plan_indicator *ind = &action->indicators.at[i];

		copy_text(a, &ind->name);
		copy_text(a, &ind->measure);
		plan_own(a, &ind->targets);
		for (size_t k = 0; k < ind->targets.n; k++)
			copy_text(a, &ind->targets.at[k].value);
	}
	plan_own(a, &action->words);
	for (size_t i = 0; i < action->words.n; i++) {
		copy_text(a, &action->words.at[i].text);
		plan_own(a, &action->words.at[i].years);
	}
	plan_own(a, &action->volumes);
	for (size_t i = 0; i < action->volumes.n; i++) {
		copy_text(a, &action->volumes.at[i].value);
		copy_text(a, &action->volumes.at[i].measure);
		copy_text(a, &action->volumes.at[i].what);
	}
}

static void copy_doubt(struct arena *a, struct plan_doubt *d)
{
	copy_text(a, &d->text);
	copy_text(a, &d->proposal);
	copy_text(a, &d->a);
	copy_text(a, &d->b);
}

void plan_copy(struct arena *a, const struct plan *src, struct plan *dst)
{
	*dst = *src;
	dst->text = arena_strndup(a, src->text, src->nbytes);
	copy_text(a, &dst->file);
	copy_text(a, &dst->title);
	copy_text(a, &dst->doc_no);
	copy_text(a, &dst->issuer);
	copy_text(a, &dst->date);
	plan_own(a, &dst->sections);
	for (size_t i = 0; i < dst->sections.n; i++) {
		copy_text(a, &dst->sections.at[i].no);
		copy_text(a, &dst->sections.at[i].title);
	}
	plan_own(a, &dst->actions);
	for (size_t i = 0; i < dst->actions.n; i++)
		copy_action(a, &dst->actions.at[i]);
	plan_own(a, &dst->doubts);
	for (size_t i = 0; i < dst->doubts.n; i++)
		copy_doubt(a, &dst->doubts.at[i]);
}
