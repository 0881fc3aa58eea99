/*
 * view_review.c - one report to read: what the unit wrote, also against an earlier wording, volumes
 * and evidence. The unit's leader signs it off or sends it back, the office accepts or returns it;
 * which of these are offered is review_menu.c's affair. A return asks for its reason.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/report/store_draft.h"
#include "db/report/store_report.h"
#include "tui/app/session.h"
#include "tui/part/about.h"
#include "tui/part/dialog.h"
#include "tui/request/request_ask.h"
#include "tui/report/review_ask.h"
#include "tui/report/review_menu.h"
#include "tui/report/review_news.h"
#include "tui/report/review_paper.h"
#include "tui/report/review_queue.h"

#include <stdlib.h>

enum { TAG_MENU = 1, TAG_REASON, TAG_SIGN };

struct review {
	int64_t report_id;
	bool walks; /* through all that waits for the active post */
	struct review_queue queue;
	struct review_paper paper;
	struct page page;
	int top;
	int64_t compared_id; /* the report for which `against` was chosen */
	enum review_against against;
	enum report_step step; /* chosen in the menu */
	struct form_row seen;  /* the report as the person has read it; in the view's own arena */
	bool gone;	       /* its unit has taken it back: what is shown is no more */
};

static void review_close(struct view *v)
{
	review_queue_end(&((struct review *)v->state)->queue);
}

/* Walking: the next one that waits, or the one before. */
static int walk(struct view *v, int by, struct err *e)
{
	struct review *r = v->state;

	if (review_queue_step(&r->queue, v->context, by, e) < 0)
		return -1;
	r->report_id = r->queue.report_id;
	r->top = 0;
	return 0;
}

static int review_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct review *r = v->state;

	r->report_id = args->id;
	r->walks = !args->id;
	review_queue_begin(&r->queue, args->more);
	if (!r->walks || walk(v, 1, e) == 0)
		return 0;
	review_close(v);
	return -1;
}

static void set_title(struct view *v)
{
	const struct review *r = v->state;
	const struct report_row *row = &r->paper.report;

	if (r->walks)
		view_set_title(v,
			       arena_printf(&v->arena, _("Report on %s %s, %zu waiting"),
					    row->action_no, row->action_title, r->queue.nwaiting));
	else
		view_set_title(v, arena_printf(&v->arena, _("Report on %s %s"), row->action_no,
					       row->action_title));
}

/* What was typed of a reason and left. */
static int load_kept(struct review *r, struct view *v, struct store *s, struct err *e)
{
	struct actor who = session_actor(v->context);
	char *key = review_ask_draft(r->report_id);
	struct draft kept = {0};
	int rc = store_draft_load(s, &v->arena, &who, key, &kept, e);

	free(key);
	r->paper.kept = rc == 0 && kept.fields.n ? kept.fields.at[0].text : "";
	return rc;
}

/* What has come back is read for what is new in it; later loads leave what was chosen. */
static void choose_against(struct review *r)
{
	bool waits =
		r->paper.report.state == REPORT_SUBMITTED || r->paper.report.state == REPORT_SIGNED;

	if (r->compared_id != r->report_id)
		r->against = waits && review_paper_has(&r->paper, AGAINST_SUBMITTED)
				     ? AGAINST_SUBMITTED
				     : AGAINST_NOTHING;
	else if (!review_paper_has(&r->paper, r->against))
		r->against = AGAINST_NOTHING;
	r->compared_id = r->report_id;
}

/* Where others have changed it that is said first, and the page begins there. */
static void load_news(struct view *v, struct review *now, int64_t shown)
{
	const struct report_row *report = &now->paper.report;

	if (now->seen.id != report->id || review_news_is_own(v, report))
		review_news_seen(&v->own, &now->seen, &now->paper);
	now->paper.news = review_news(&v->arena, &now->seen, &now->paper);
	if (*now->paper.news && shown != report->version)
		now->top = 0;
}

/* Who reads it is not left with a report that is there no more. 0: that is what has happened. */
static int load_gone(struct view *v, struct review *r)
{
	const struct report_row *was = &r->paper.report;
	const char *why = review_news_gone(v->context, &v->arena, was);

	if (!why)
		return -1;
	r->gone = true;
	r->paper = (struct review_paper){.report = {.id = was->id,
						    .action_id = was->action_id,
						    .unit = arena_strdup(&v->arena, was->unit)}};
	r->top = 0;
	r->page = (struct page){0};
	page_add(&v->arena, &r->page, STYLE_STRONG, 0, why);
	return 0;
}

static int review_load(struct view *v, struct store *s, struct err *e)
{
	struct review *r = v->state, now = *r;
	int64_t shown = r->paper.report.version;

	if (review_paper_load(&now.paper, &v->arena, v->context, r->report_id, e) < 0)
		return e->code == ERR_NOT_FOUND && r->seen.id == r->report_id ? load_gone(v, r)
									      : -1;
	if (load_kept(&now, v, s, e) < 0)
		return -1;
	now.gone = false;
	load_news(v, &now, shown);
	choose_against(&now);
	review_paper_page(&now.paper, now.against, &v->arena, &now.page);
	*r = now;
	set_title(v);
	return 0;
}

static void review_draw(const struct view *v, struct canvas *c)
{
	const struct review *r = v->state;
	struct canvas page = canvas_sub(c, 0, 2, c->rows, c->cols - 4);

	page_show(&r->page, r->top, &page);
}

static void drop_reason(struct app *app, const struct review *r)
{
	char *draft = review_ask_draft(r->report_id);

	dialog_written(app, draft);
	free(draft);
}

/* To the next one that waits, or back. */
static enum reply go_on(struct view *v)
{
	struct review *r = v->state;
	struct err none = ERR_INIT;

	return r->walks && walk(v, 1, &none) == 0 ? REPLY_RELOAD : REPLY_CLOSE;
}

/* What was typed stays, to be sent again. */
static enum reply refused(struct view *v, struct app *app, const struct view_result *answer,
			  const struct err *e)
{
	struct review *r = v->state;

	if (e->code == ERR_CONFLICT && review_news_tell_gone(v, app, &r->paper.report)) {
		if (go_on(v) == REPLY_CLOSE)
			app_finish(app, NULL);
		return REPLY_RELOAD;
	}
	if (e->code == ERR_CONFLICT) {
		about_refused(app, answer, e, review_news_read);
		if (app_top(app)->about) /* the question tells what has changed */
			form_row_copy(&v->own, &r->seen, app_top(app)->about);
	} else if (answer->text) {
		review_ask_reason(app, TAG_REASON, r->report_id, r->step);
		about_set(app, answer->about);
		app_error(app, e);
	} else {
		app_error(app, e);
	}
	return REPLY_RELOAD;
}

static enum reply take_step(struct view *v, struct app *app, const struct view_result *answer)
{
	struct review *r = v->state;
	struct actor who = session_actor(v->context);
	struct err e = ERR_INIT;
	unsigned changes = 0;

	if (store_report_review(v->context->store, &who, about_id(answer), about_version(answer),
				r->step, answer->text ? answer->text : "", &changes, &e) < 0)
		return refused(v, app, answer, &e);
	if (r->step != REPORT_RECALL && r->step != REPORT_UNSIGN) /* these decide nothing */
		drop_reason(app, r);
	app_changed(app, changes);
	app_info(app, review_ask_done(r->step), r->paper.report.unit, r->paper.report.action_title);
	if (!r->walks || walk(v, 1, &e) < 0) {
		app_finish(app, &(struct view_result){.ok = true, .id = r->paper.report.id});
		return REPLY_DONE;
	}
	return REPLY_RELOAD;
}

static enum reply begin_step(struct view *v, struct app *app, const struct view_result *chosen)
{
	struct review *r = v->state;

	r->step = (enum report_step)chosen->id;
	if (r->step == REPORT_SIGN)
		review_ask_sign(app, TAG_SIGN, &r->paper.report);
	else if (r->step == REPORT_RECALL || r->step == REPORT_UNSIGN)
		review_ask_back(app, TAG_SIGN, &r->paper.report, r->step);
	else if (r->step == REPORT_RETURN || r->step == REPORT_SEND_BACK)
		review_ask_reason(app, TAG_REASON, r->report_id, r->step);
	else
		return take_step(v, app, chosen);
	about_set(app, chosen->about);
	return REPLY_DONE;
}

static enum reply open_typed(const struct review *r, struct app *app)
{
	const struct report_row *row = &r->paper.report;
	const struct view_report_args more = {row->period_id};

	app_push(app, &view_report_form,
		 &(struct view_args){.id = row->action_id, .id2 = row->unit_id, .more = &more});
	return REPLY_DONE;
}

static enum reply hold_against(struct review *r, enum review_against against)
{
	r->against = against;
	r->top = 0;
	return REPLY_RELOAD;
}

static enum reply chosen(struct view *v, struct app *app, const struct view_result *answer)
{
	struct review *r = v->state;

	switch (answer->id) {
	case REVIEW_PLAIN:
	case REVIEW_SUBMITTED:
	case REVIEW_ACCEPTED:
		return hold_against(r, (enum review_against)(answer->id - REVIEW_PLAIN));
	case REVIEW_EDITIONS:
		app_push(app, &view_editions, &(struct view_args){.id = r->report_id});
		return REPLY_DONE;
	case REVIEW_CORRECTION:
		request_ask(app, REQUEST_CORRECTION, r->report_id, r->paper.report.unit_id);
		return REPLY_DONE;
	case REVIEW_EVIDENCE:
		app_push(app, &view_evidence_form,
			 &(struct view_args){.id = r->paper.report.action_id,
					     .more = &(struct view_evidence_args){
						     .report_id = r->report_id,
						     .unit_id = r->paper.report.unit_id}});
		return REPLY_DONE;
	case REVIEW_SEVERAL:
		app_push(app, &view_accept, NULL);
		return REPLY_DONE;
	case REVIEW_TYPED:
		return open_typed(r, app);
	default:
		return begin_step(v, app, answer);
	}
}

static enum reply review_resume(struct view *v, struct app *app, const struct view_result *result)
{
	if (!result->ok)
		return REPLY_DONE;
	if (result->tag == TAG_REASON || result->tag == TAG_SIGN)
		return take_step(v, app, result);
	return result->tag == TAG_MENU ? chosen(v, app, result) : REPLY_PASS;
}

/* The next wording that there is, then the text alone again. */
static enum reply compare(struct review *r, struct app *app)
{
	enum review_against next = r->against;

	do
		next = (enum review_against)((next + 1) % AGAINST_COUNT);
	while (!review_paper_has(&r->paper, next));
	if (next == r->against)
		app_info(app, "%s",
			 _("There is no earlier wording of this report to hold it against."));
	return hold_against(r, next);
}

static enum reply review_act(struct view *v, struct app *app, enum action a)
{
	struct review *r = v->state;
	struct err e = ERR_INIT;

	if (r->gone && (a == DO_DECIDE || a == DO_COMPARE))
		return go_on(v);
	if (a == DO_OWN_TEXT && r->paper.typed_at)
		return open_typed(r, app);
	if (a == DO_DECIDE) {
		if (review_menu_open(app, TAG_MENU, v->title, &r->paper, r->against))
			about_set(app, &r->seen); /* that is what is decided on */
		return REPLY_DONE;
	}
	if (a == DO_COMPARE)
		return compare(r, app);
	if ((a == DO_NEXT_WAITING || a == DO_PREV_PANE) && r->walks)
		return walk(v, a == DO_PREV_PANE ? -1 : 1, &e) == 0 ? REPLY_RELOAD : REPLY_CLOSE;
	if (!page_act(&r->top, a, page_rows(&r->page, v->cols - 4), v->rows))
		return REPLY_PASS;
	if (!r->gone) /* who moves in the text has what has changed before them */
		review_news_seen(&v->own, &r->seen, &r->paper);
	return REPLY_DONE;
}

/* Those who decide read in its place why there is nothing to decide. */
static bool review_offers(const struct view *v, enum action a)
{
	const struct review *r = v->state;

	if (a == DO_NEXT_WAITING)
		return r->walks && r->queue.nwaiting > 1;
	if (a == DO_OWN_TEXT)
		return !r->gone && r->paper.typed_at;
	if (r->gone)
		return a != DO_COMPARE;
	if (a == DO_COMPARE)
		return review_paper_has(&r->paper, AGAINST_SUBMITTED) ||
		       review_paper_has(&r->paper, AGAINST_ACCEPTED);
	return a != DO_DECIDE || session_decides(v->context) ||
	       review_menu_has(v->context, &r->paper, r->against);
}

const struct view_ops view_review = {
	.name = "review",
	.title = N_("Report"),
	.scope = SCOPE_REVIEW,
	.depends = CHANGE_REPORT | CHANGE_EVIDENCE | CHANGE_DRAFT | CHANGE_OTHERS,
	.state_size = sizeof(struct review),
	.open = review_open,
	.load = review_load,
	.draw = review_draw,
	.act = review_act,
	.resume = review_resume,
	.offers = review_offers,
	.close = review_close,
};

void review_go_on(struct app *app, const struct view_args *args)
{
	if (app_push(app, &view_review, args) < 0)
		return;
	struct review *r = app_top(app)->state;

	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct form_row row;

	r->step = review_return_step(app_context(app));
	if (review_news_read(app_top(app), args->id, &a, &row, &e) < 0) {
		app_error(app, &e);
	} else {
		review_ask_reason(app, TAG_REASON, r->report_id, r->step);
		about_set(app, &row);
	}
	arena_free(&a);
}
