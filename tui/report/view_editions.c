/*
 * view_editions.c - a report as it was reported, as it was accepted and as it was corrected: every
 * edition whole, the last first, with what changed in it marked or not. Nothing here can be
 * changed.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "tui/report/review_paper.h"

struct editions {
	int64_t report_id;
	bool plain; /* as they were, without marks */
	struct page page;
	int top;
};

static int editions_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct editions *x = v->state;

	(void)e;
	x->report_id = args->id;
	return 0;
}

static int editions_load(struct view *v, struct store *s, struct err *e)
{
	struct editions *x = v->state;
	struct review_paper paper;

	(void)s;
	if (review_paper_load(&paper, &v->arena, v->context, x->report_id, e) < 0)
		return -1;
	review_paper_editions(&paper, !x->plain, &v->arena, &x->page);
	view_set_title(v, arena_printf(&v->arena, _("%s %s · %s, %s: the wordings"),
				       paper.report.action_no, paper.report.action_title,
				       paper.report.unit, paper.report.period_code));
	return 0;
}

static void editions_draw(const struct view *v, struct canvas *c)
{
	const struct editions *x = v->state;
	struct canvas page = canvas_sub(c, 0, 2, c->rows, c->cols - 4);

	page_show(&x->page, x->top, &page);
}

static enum reply editions_act(struct view *v, struct app *app, enum action a)
{
	struct editions *x = v->state;

	(void)app;
	if (a == DO_COMPARE) {
		x->plain = !x->plain;
		x->top = 0;
		return REPLY_RELOAD;
	}
	return page_act(&x->top, a, page_rows(&x->page, v->cols - 4), v->rows) ? REPLY_DONE
									       : REPLY_PASS;
}

static bool editions_offers(const struct view *v, enum action a)
{
	(void)v;
	return a != DO_DECIDE && a != DO_NEXT_WAITING && a != DO_OWN_TEXT;
}

const struct view_ops view_editions = {
	.name = "editions",
	.title = N_("As reported, as accepted, as corrected"),
	.scope = SCOPE_REVIEW,
	.depends = CHANGE_REPORT | CHANGE_OTHERS,
	.state_size = sizeof(struct editions),
	.open = editions_open,
	.load = editions_load,
	.draw = editions_draw,
	.act = editions_act,
	.offers = editions_offers,
};
