/*
 * view_review.c - one report to read: what the unit wrote, also against an earlier wording, volumes
 * and evidence. The unit's leader signs it off or sends it back, the office accepts or returns it;
 * which of these are offered is review_menu.c's affair. A return asks for its reason.
 */
#include "tui/view/views.h"

#include "core/rule/entry.h"
#include "core/rule/flow.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/report/store_draft.h"
#include "db/report/store_report.h"
#include "tui/app/session.h"
#include "tui/part/about.h"
#include "tui/part/dialog.h"
#include "tui/request/request_ask.h"
#include "tui/report/review_menu.h"
#include "tui/report/review_paper.h"
#include "tui/report/review_queue.h"

#include <stdlib.h>

enum { TAG_MENU = 1, TAG_REASON, TAG_SIGN };
enum { REASON_ROWS = 6 };

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

/* Under which name what is typed is kept. */
static char *return_draft(const struct review *r)
{
	return xasprintf("return:%lld", (long long)r->report_id);
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
	char *key = return_draft(r);
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

static int review_load(struct view *v, struct store *s, struct err *e)
{
	struct review *r = v->state, now = *r;

	if (review_paper_load(&now.paper, &v->arena, v->context, r->report_id, e) < 0 ||
	    load_kept(&now, v, s, e) < 0)
		return -1;
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

static void values_of(const struct report_row *row, struct arena *a, struct form_row *to)
{
	*to = (struct form_row){.id = row->id, .version = row->version};
	form_row_add(a, to, _("state"), report_state_label(row->state));
	form_row_add(a, to, _("percent"), arena_printf(a, "%d", row->percent));
	form_row_add(a, to, _("done"), row->done);
	form_row_add(a, to, _("problems"), row->problems);
	form_row_add(a, to, _("next steps"), row->next);
}

static int read_row(struct view *v, int64_t id, struct arena *a, struct form_row *to, struct err *e)
{
	struct actor who = session_actor(v->context);
	struct report_row row;

	if (store_report_get(v->context->store, a, &who, id, &row, e) < 0)
		return -1;
	values_of(&row, a, to);
	return 0;
}

/* The report as it is read here is what is decided on. */
static void set_about(struct app *app, const struct review *r)
{
	struct arena a = ARENA_INIT;
	struct form_row row;

	values_of(&r->paper.report, &a, &row);
	about_set(app, &row);
	arena_free(&a);
}

static enum reply ask_reason(struct app *app, const struct review *r)
{
	char *draft = return_draft(r);
	bool inside = r->step == REPORT_SEND_BACK;
	const struct dialog_writing w = {
		.title =
			inside ? _("Send the report back inside the unit") : _("Return the report"),
		.label = inside ? _("What is missing? Who wrote the report reads this; its text "
				    "stays.")
				: _("What is missing? The unit reads this; its text stays."),
		.draft = draft,
		.max_chars = ENTRY_TEXT_MAX,
		.rows = REASON_ROWS,
		.act = inside ? _("Send it back") : _("Return it"),
	};

	dialog_write(app, TAG_REASON, &w);
	free(draft);
	return REPLY_DONE;
}

/* Signing leaves the unit: it is asked once. */
static enum reply ask_sign(struct app *app, const struct review *r)
{
	char *text = xasprintf(_("The report on %s %s, %d%%, is signed off by you and goes to the "
				 "office; you can take that back until the office has decided."),
			       r->paper.report.action_no, r->paper.report.action_title,
			       r->paper.report.percent);

	dialog_agree(app, TAG_SIGN, _("Sign off the report"), text, _("Sign off"));
	free(text);
	return REPLY_DONE;
}

static void drop_reason(struct app *app, const struct review *r)
{
	char *draft = return_draft(r);

	dialog_written(app, draft);
	free(draft);
}

/* What was typed stays, to be sent again. */
static enum reply refused(struct app *app, const struct review *r, const struct view_result *answer,
			  const struct err *e)
{
	if (e->code == ERR_CONFLICT) {
		about_refused(app, answer, e, read_row);
	} else if (answer->text) {
		ask_reason(app, r);
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
		return refused(app, r, answer, &e);
	drop_reason(app, r);
	app_changed(app, changes);
	app_info(app,
		 r->step == REPORT_RETURN      ? _("%s, %s: returned")
		 : r->step == REPORT_SEND_BACK ? _("%s, %s: sent back inside the unit")
		 : r->step == REPORT_SIGN      ? _("%s, %s: signed off")
					       : _("%s, %s: accepted"),
		 r->paper.report.unit, r->paper.report.action_title);
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
		ask_sign(app, r);
	else if (r->step == REPORT_RETURN || r->step == REPORT_SEND_BACK)
		ask_reason(app, r);
	else
		return take_step(v, app, chosen);
	about_set(app, chosen->about);
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

	if (a == DO_DECIDE) {
		if (review_menu_open(app, TAG_MENU, v->title, &r->paper, r->against))
			set_about(app, r);
		return REPLY_DONE;
	}
	if (a == DO_COMPARE)
		return compare(r, app);
	if ((a == DO_NEXT_WAITING || a == DO_PREV_PANE) && r->walks)
		return walk(v, a == DO_PREV_PANE ? -1 : 1, &e) == 0 ? REPLY_RELOAD : REPLY_CLOSE;
	return page_act(&r->top, a, page_rows(&r->page, v->cols - 4), v->rows) ? REPLY_DONE
									       : REPLY_PASS;
}

/* Those who decide read in its place why there is nothing to decide. */
static bool review_offers(const struct view *v, enum action a)
{
	const struct review *r = v->state;

	if (a == DO_NEXT_WAITING)
		return r->walks && r->queue.nwaiting > 1;
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
	if (read_row(app_top(app), args->id, &a, &row, &e) < 0) {
		app_error(app, &e);
	} else {
		ask_reason(app, r);
		about_set(app, &row);
	}
	arena_free(&a);
}
