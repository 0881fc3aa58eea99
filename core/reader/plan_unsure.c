/* Doubts about figures: what may be a level as well as a volume of work, what was taken for
 * neither, whose year or name is not clear. They are made where the figure is read, for nothing in
 * the plan tells them later. */
#include "core/reader/plan_chain.h"

#include "core/i18n.h"
#include "core/plan/plan_doubt.h"
#include "core/reader/plan_head.h"

enum { LONGEST_PASSAGE = 40 };

static const char *sentence_of(enum unsure kind)
{
	switch (kind) {
	case UNSURE_LEVEL:
		return _("“%s” is read as a level to be reached; is it a volume of work?");
	case UNSURE_VOLUME:
		return _("“%s” is read as a volume of work; is it a level to be reached?");
	case UNSURE_YEARS:
		return _("“%s” has two figures for one year; which is of which year?");
	case UNSURE_NAME:
		return _("what the figure in “%s” is of is not clear; is its name right?");
	default:
		return _("the figure in “%s” is read as no target; is it one?");
	}
}

/* What the other reading would be is the proposal. */
static void propose(struct reading *rd, struct plan_doubt *d, enum unsure kind)
{
	bool annual;
	int year = plan_head_year(rd->p, rd->t.era, &annual);

	if (kind != UNSURE_LEVEL && kind != UNSURE_VOLUME)
		return;
	d->a = kind == UNSURE_VOLUME ? "level" : "volume";
	if (kind == UNSURE_LEVEL) {
		d->proposal = arena_strdup(rd->a, _("it becomes a volume of work"));
	} else if (year && annual) {
		d->b = arena_printf(rd->a, "%d", year);
		d->proposal = arena_printf(rd->a, _("it becomes a target of %d"), year);
	} else {
		d->proposal = arena_strdup(rd->a, _("it becomes a target"));
	}
}

void plan_unsure_add(struct reading *rd, const struct plan_action *action, struct run r,
		     enum unsure kind)
{
	struct plan_doubt *d;

	if (r.from + LONGEST_PASSAGE < r.to)
		r.from = r.to - LONGEST_PASSAGE;
	d = plan_doubt_add(
		rd->a, rd->p,
		kind == UNSURE_LEVEL || kind == UNSURE_VOLUME ? DOUBT_SORT : DOUBT_OTHER,
		(int)(action - rd->p->actions.at),
		arena_printf(rd->a, sentence_of(kind), plan_text_copy(rd->a, &rd->t, r)));
	d->line = plan_text_line(&rd->t, r.from);
	d->span = plan_text_span(&rd->t, r);
	propose(rd, d, kind);
}

bool plan_chain_is_weak(const struct plan_text *t, const struct chain *c)
{
	const struct figure *f = &c->f[c->n - 1];

	return (f->kind == FIGURE_COUNT || f->kind == FIGURE_BARE) && !c->level.state &&
	       !c->level.sign && !c->base && !c->carried && !plan_level_noun(t, c->subject);
}
