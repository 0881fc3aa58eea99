/* From the duties of a phrase to the units of an action: whether its names are units at all, the
 * roles that the document's own rule gives (★, first of the list, labels and verbs), every name
 * once. */
#include "core/reader/plan_phrase.h"

#include <string.h>

/* How many names from first on surely are units or stand for several. */
static size_t count_sure(const struct plan_text *t, const struct plan_phrases *p, size_t first)
{
	size_t sure = 0;

	for (size_t k = first; k < p->duties.n; k++)
		sure += plan_unit_surely(t, p->duties.at[k].name) ||
			plan_unit_collective(t, p->duties.at[k].name);
	return sure;
}

static size_t count_like(const struct plan_text *t, const struct plan_phrases *p, size_t first)
{
	size_t like = 0;

	for (size_t k = first; k < p->duties.n; k++)
		like += plan_unit_like(t, p->duties.at[k].name);
	return like;
}

bool plan_duties_sure(const struct plan_text *t, const struct plan_phrases *p, size_t first)
{
	return p->duties.n > first && count_sure(t, p, first) == p->duties.n - first;
}

bool plan_duties_listed(const struct plan_text *t, const struct plan_phrases *p, size_t first)
{
	size_t n = p->duties.n - first, sure = count_sure(t, p, first);

	return count_like(t, p, first) == n &&
	       (sure == n || (n > 2 && sure * 2 >= n) || (n > 1 && sure + 1 == n));
}

bool plan_duties_mostly(const struct plan_text *t, const struct plan_phrases *p, size_t first)
{
	return count_like(t, p, first) * 2 >= p->duties.n - first;
}

/* Counts of one phrase that decide what a plain list means. */
struct tally {
	size_t lead, list, stars, marked;
	bool first_taken;
};

static struct tally count_duties(const struct plan_phrases *p, const struct phrase *ph)
{
	struct tally n = {0};

	for (size_t k = 0; k < ph->nduties; k++) {
		const struct duty *d = &p->duties.at[ph->first + k];

		n.stars += d->star;
		n.marked += d->marked && d->duty == DUTY_LEAD;
		n.lead += d->duty == DUTY_LEAD;
		n.list += d->duty == DUTY_LIST;
	}
	return n;
}

static enum role settle_role(const struct plan_phrases *p, const struct phrase *ph,
			     const struct duty *d, struct tally *n)
{
	if (n->stars > 0 && (d->star || d->duty == DUTY_LIST))
		return d->star ? ROLE_LEAD : ROLE_COOP;
	if (d->duty == DUTY_LEAD)
		return ROLE_LEAD;
	if (d->duty == DUTY_COOP || (n->marked > 0 && !d->by_verb))
		return ROLE_COOP;
	if (n->lead > 0)
		return ROLE_SHARED;
	if (p->first_leads) {
		bool first = !n->first_taken;

		n->first_taken = true;
		return first ? ROLE_LEAD : ROLE_COOP;
	}
	return n->list == 1 || (ph->labelled && ph->has_coop_label) ? ROLE_LEAD : ROLE_SHARED;
}

static bool has_unit(const struct plan_action *action, const char *name)
{
	for (size_t k = 0; k < action->units.n; k++)
		if (!strcmp(action->units.at[k].name, name))
			return true;
	return false;
}

void plan_phrase_units(struct arena *a, const struct plan_text *t, const struct plan_phrases *p,
		       const struct phrase *ph, bool led, struct plan_action *action)
{
	struct tally n = count_duties(p, ph);

	n.lead += led;

	for (size_t k = 0; k < ph->nduties; k++) {
		const struct duty *d = &p->duties.at[ph->first + k];
		const char *name = plan_text_copy(a, t, d->name);
		enum role role = settle_role(p, ph, d, &n);

		if (has_unit(action, name))
			continue;
		struct plan_unit *u = vec_push(a, &action->units);
		u->name = name;
		u->role = role;
		u->span = plan_text_span(t, d->name);
	}
}
