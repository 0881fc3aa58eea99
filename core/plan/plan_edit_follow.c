/* How doubts go on from step to step. Those that follow from the plan are found anew and get the
 * answer that the same question had before; those of the reading stay as long as what they are
 * about does. A proposal that was taken stays as long as what it did. */
#include "core/plan/plan_edit_step.h"

#include "core/plan/plan_doubt.h"

#include <stdlib.h>
#include <string.h>

enum { MOVED_NOWHERE = -2 }; /* the action is gone; -1 stays the document */

/* A doubt of the plan before, at its action of now. */
struct carried {
	struct plan_doubt d;
	int was; /* index of its action before */
	bool met;
};
typedef VEC(struct carried) carried_list;

/* Index after the step of what was said of an action at a place of the text. */
static int moved_index(const struct plan_move *move, int action, struct plan_span span)
{
	int at = (int)move->action;

	if (action < 0)
		return action;
	switch (move->kind) {
	case MOVE_SPLIT:
		if (action == at)
			return span.from >= move->at ? (int)move->second : at;
		return action >= (int)move->second ? action + 1 : action;
	case MOVE_JOIN:
		return action > at ? action - 1 : action;
	case MOVE_DROP:
		return action == at ? MOVED_NOWHERE : action > at ? action - 1 : action;
	default:
		return action;
	}
}

static bool same_span(struct plan_span x, struct plan_span y)
{
	return x.from == y.from && x.to == y.to && x.from < x.to;
}

/* Index of the first action that names the unit, -1 when none does. */
static int first_naming(const struct plan *p, const char *name)
{
	for (size_t i = 0; i < p->actions.n; i++)
		if (plan_unit_index(&p->actions.at[i], name) < p->actions.at[i].units.n)
			return (int)i;
	return -1;
}

size_t plan_level_of_doubt(const struct plan_action *action, const struct plan_doubt *d)
{
	size_t i = 0;

	for (size_t k = 0; k < action->indicators.n; k++)
		if (same_span(action->indicators.at[k].span, d->span) &&
		    !strcmp(action->indicators.at[k].name, d->a))
			return k;
	while (i < action->indicators.n && strcmp(action->indicators.at[i].name, d->a) != 0)
		i++;
	return i;
}

/* Whether two doubts ask the same; `found` is of now. */
static bool asks_the_same(const struct plan_doubt *old, const struct plan_doubt *found)
{
	if (old->kind != found->kind)
		return false;
	switch (old->kind) {
	case DOUBT_SAME_UNIT:
		return (!strcmp(old->a, found->a) && !strcmp(old->b, found->b)) ||
		       (!strcmp(old->a, found->b) && !strcmp(old->b, found->a));
	case DOUBT_NO_LEAD:
	case DOUBT_NO_UNITS:
		return old->action == found->action;
	case DOUBT_FIGURE:
		return old->action == found->action &&
		       (!strcmp(old->a, found->a) || same_span(old->span, found->span));
	default:
		return old->action == found->action && !strcmp(old->text, found->text);
	}
}

/* Whether what taking the proposal did is still so. */
static bool still_holds(const struct plan *p, const struct plan_doubt *d)
{
	if (d->action < 0)
		return false;
	const struct plan_action *action = &p->actions.at[d->action];
	size_t unit, level;

	switch (d->kind) {
	case DOUBT_NO_LEAD:
		unit = plan_unit_index(action, d->a);
		return unit < action->units.n && action->units.at[unit].role == ROLE_LEAD;
	case DOUBT_NUMBER:
		return !strcmp(action->no, d->a);
	case DOUBT_FIGURE:
		level = plan_level_of_doubt(action, d);
		if (!*d->b || level == action->indicators.n)
			return false;
		for (size_t k = 0; k < action->indicators.at[level].targets.n; k++)
			if (action->indicators.at[level].targets.at[k].year == atoi(d->b))
				return true;
		return false;
	default:
		return false;
	}
}

/* What an action names at a place of the text: a unit, a level, a target in words, a volume; NULL
 * when it is nothing of these. */
static const char *named_at(const struct plan_action *action, struct plan_span span)
{
	for (size_t k = 0; k < action->units.n; k++)
		if (same_span(action->units.at[k].span, span))
			return action->units.at[k].name;
	for (size_t k = 0; k < action->indicators.n; k++)
		if (same_span(action->indicators.at[k].span, span))
			return action->indicators.at[k].name;
	for (size_t k = 0; k < action->words.n; k++)
		if (same_span(action->words.at[k].span, span))
			return action->words.at[k].text;
	for (size_t k = 0; k < action->volumes.n; k++)
		if (same_span(action->volumes.at[k].span, span))
			return action->volumes.at[k].what;
	return NULL;
}

/* Whether a doubt of the reading was about something that the step took out or gave another name.
 */
static bool is_settled(const struct plan *before, const struct plan *now, const struct carried *c)
{
	const char *then, *here;

	if (c->was < 0)
		return !*before->title && *now->title;
	then = named_at(&before->actions.at[c->was], c->d.span);
	here = named_at(&now->actions.at[c->d.action], c->d.span);
	return then && (!here || strcmp(then, here) != 0);
}

/* Whether a doubt that was not found anew goes on. A name that only the file knows cannot be found
 * before the editor is told the names of the file. */
static bool goes_on(const struct plan_edit *ed, const struct plan *before, const struct plan *now,
		    const struct carried *c)
{
	if (c->d.kind == DOUBT_SAME_UNIT)
		return ed->nknown == 0 && first_naming(before, c->d.a) < 0 &&
		       first_naming(now, c->d.b) >= 0;
	if (plan_doubt_follows(c->d.kind))
		return c->d.answer == DOUBT_TAKEN && still_holds(now, &c->d);
	return !is_settled(before, now, c);
}

/* A doubt about two names stands where the second is first named. */
static void place_pair(const struct plan *now, struct plan_doubt *d)
{
	int first = first_naming(now, d->b);

	if (first < 0)
		return;
	const struct plan_action *action = &now->actions.at[first];
	d->action = first;
	d->line = action->line;
	d->span = action->units.at[plan_unit_index(action, d->b)].span;
}

static carried_list carry(struct arena *a, const struct plan *now, const struct plan_move *move)
{
	carried_list all = {0};

	for (size_t i = 0; i < now->doubts.n; i++) {
		struct plan_doubt d = now->doubts.at[i];
		int was = d.action;

		d.action = moved_index(move, was, d.span);
		if (d.kind == DOUBT_SAME_UNIT)
			place_pair(now, &d);
		if (d.action != MOVED_NOWHERE)
			*vec_push(a, &all) = (struct carried){d, was, false};
	}
	return all;
}

static const char *keep_text(struct arena *a, const char *found, const char *old)
{
	return !strcmp(found, old) ? old : arena_strdup(a, found);
}

/* A doubt found, in the editor's arena, with the answer of the old one. What was answered about two
 * names says which of them stays. A proposal that was taken and is in place again is open. */
static struct plan_doubt with_answer(struct arena *a, const struct plan_doubt *found,
				     const struct plan_doubt *old)
{
	static const struct plan_doubt none = {.text = "", .proposal = "", .a = "", .b = ""};
	struct plan_doubt d = *found;

	if (!old)
		old = &none;
	if (old->kind == DOUBT_SAME_UNIT && old->answer != DOUBT_OPEN)
		return *old;
	d.text = keep_text(a, found->text, old->text);
	d.proposal = keep_text(a, found->proposal, old->proposal);
	d.a = keep_text(a, found->a, old->a);
	d.b = keep_text(a, found->b, old->b);
	d.answer = old->answer == DOUBT_LEFT ? DOUBT_LEFT : DOUBT_OPEN;
	return d;
}

static bool is_asked(const struct plan *p, const struct plan_doubt *d)
{
	for (size_t i = 0; i < p->doubts.n; i++)
		if (asks_the_same(&p->doubts.at[i], d))
			return true;
	return false;
}

/* How surely the old doubt is the one found: levels of one name ask alike, and a proposal that was
 * taken gives way to a question that still stands. */
static int likeness(const struct plan_doubt *old, const struct plan_doubt *found)
{
	return 4 * same_span(old->span, found->span) + 2 * !strcmp(old->text, found->text) +
	       (old->answer != DOUBT_TAKEN);
}

/* The old doubt that asks the same and has met no other, NULL when there is none. */
static struct carried *met_by(const carried_list *old, const struct plan_doubt *found)
{
	struct carried *best = NULL;

	for (size_t k = 0; k < old->n; k++) {
		struct carried *c = &old->at[k];

		if (!c->met && asks_the_same(&c->d, found) &&
		    (!best || likeness(&c->d, found) > likeness(&best->d, found)))
			best = c;
	}
	return best;
}

static void merge_found(struct arena *a, const struct plan *found, const carried_list *old,
			struct plan *next)
{
	for (size_t i = 0; i < found->doubts.n; i++) {
		const struct plan_doubt *d = &found->doubts.at[i];

		if (d->kind == DOUBT_SAME_UNIT && is_asked(next, d))
			continue;
		struct carried *same = met_by(old, d);
		*vec_push(a, &next->doubts) = with_answer(a, d, same ? &same->d : NULL);
		if (same)
			same->met = true;
	}
}

void plan_doubts_follow(struct plan_edit *ed, const struct plan *before, struct plan *next,
			const struct plan_move *move)
{
	struct arena scratch = ARENA_INIT;
	struct plan found = *next;
	carried_list old = carry(&scratch, next, move);

	memset(&found.doubts, 0, sizeof found.doubts);
	memset(&next->doubts, 0, sizeof next->doubts);
	plan_doubts_of_plan(&scratch, &found);
	plan_same_known(&scratch, &found, ed->known, ed->nknown);
	merge_found(&ed->a, &found, &old, next);
	for (size_t i = 0; i < old.n; i++)
		if (!old.at[i].met && goes_on(ed, before, next, &old.at[i]))
			*vec_push(&ed->a, &next->doubts) = old.at[i].d;
	plan_doubts_sort(next);
	arena_free(&scratch);
}

void plan_edit_known_units(struct plan_edit *ed, const char *const *names, size_t nnames)
{
	struct plan *p = &ed->steps.at[ed->now].plan, before = *p;

	ed->known = arena_alloc(&ed->a, nnames * sizeof *ed->known);
	ed->nknown = nnames;
	for (size_t i = 0; i < nnames; i++)
		ed->known[i] = arena_strdup(&ed->a, names[i]);
	plan_doubts_follow(ed, &before, p, &(struct plan_move){0});
}
