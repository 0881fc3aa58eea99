/*
 * view_review.c - one report to read: what the unit wrote, what it wrote the period before, volumes
 * and evidence. The unit's leader signs it off or sends it back, the office accepts or returns it;
 * which of these are offered is may()'s and flow_report()'s answer. A return asks for its reason.
 */
#include "tui/view/views.h"

#include "core/entry.h"
#include "core/flow.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/store_draft.h"
#include "db/store_report.h"
#include "tui/part/dialog.h"
#include "tui/part/menu.h"
#include "tui/part/page.h"
#include "tui/view/report_facts.h"
#include "tui/view/review_queue.h"
#include "tui/app/session.h"

#include <stdlib.h>

enum { TAG_MENU = 1, TAG_REASON, TAG_SIGN };
enum { REASON_ROWS = 6 };

struct review {
	int64_t report_id;
	bool walks; /* through all that waits for the active post */
	struct review_queue queue;
	struct report_row report;
	struct report_facts facts;
	const char *kept; /* a reason for a return that was begun and not sent, or "" */
	struct page page;
	int top;
	enum report_step step; /* chosen in the menu */
};

/* In the order of their numbers; act: who may. */
static const struct {
	enum report_step step;
	enum act act;
	const char *text;
} steps[] = {
	{REPORT_SIGN, ACT_SIGN, N_("sign off")},
	{REPORT_ACCEPT, ACT_REVIEW, N_("accept")},
	{REPORT_RETURN, ACT_REVIEW, N_("return with a reason")},
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

static void add_part(struct arena *a, struct page *p, const char *label, const char *text)
{
	if (!text[0])
		return;
	page_heading(a, p, label);
	page_add(a, p, STYLE_NORMAL, 2, text);
}

static void add_volumes(struct arena *a, struct page *p, const struct report_facts *f)
{
	if (f->counted.n)
		page_heading(a, p, _("Work volumes"));
	for (size_t i = 0; i < f->counted.n; i++)
		for (size_t k = 0; k < f->volumes.n; k++)
			if (f->volumes.at[k].id == f->counted.at[i].volume_id)
				page_add(a, p, STYLE_NORMAL, 2,
					 arena_printf(
						 a, _("%s: %s %s this period, %s of %s so far"),
						 f->volumes.at[k].what, f->counted.at[i].value,
						 f->volumes.at[k].measure, f->volumes.at[k].done,
						 f->volumes.at[k].value));
}

static void add_head(struct arena *a, struct page *p, const struct report_row *row)
{
	/* changed_at moves with the review too */
	int64_t entered_at = row->submitted_at ? row->submitted_at : row->changed_at;
	char at[TIME_TEXT] = "";

	page_add(a, p, STYLE_STRONG, 0,
		 arena_printf(a, _("%s (%s), %s: %d%%, %s"), row->unit, role_label(row->role),
			      row->period_code, row->percent, report_state_label(row->state)));
	if (entered_at)
		page_add(a, p, STYLE_DIM, 0,
			 arena_printf(a, _("entered by %s, %s"), row->entered_by,
				      time_format_local(entered_at, at)));
	if (row->on_behalf)
		page_add(a, p, STYLE_DIM, 0, _("entered by the office on the unit's behalf"));
}

/* Under which name what is typed is kept. */
static char *return_draft(const struct review *r)
{
	return xasprintf("return:%lld", (long long)r->report_id);
}

/* The report as a page to read. */
static void review_page(struct review *r, struct arena *a)
{
	const struct report_row *row = &r->report;

	r->page = (struct page){0};
	add_head(a, &r->page, row);
	add_part(a, &r->page, _("Returned before, because"), row->reason);
	add_part(a, &r->page, _("Why it is returned: kept, not sent yet"), r->kept);
	add_part(a, &r->page, _("Done"), row->done);
	add_part(a, &r->page, _("Problems"), row->problems);
	add_part(a, &r->page, _("Next steps"), row->next);
	add_volumes(a, &r->page, &r->facts);
	add_part(a, &r->page, _("Evidence"), report_facts_evidence(&r->facts, a));
	add_part(a, &r->page, _("The period before"), report_facts_before(&r->facts, a));
	add_part(a, &r->page, _("Other units"), report_facts_parts(&r->facts, a));
}

static void set_title(struct view *v)
{
	const struct review *r = v->state;
	const struct report_row *row = &r->report;

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
	r->kept = rc == 0 && kept.fields.n ? kept.fields.at[0].text : "";
	return rc;
}

static int review_load(struct view *v, struct store *s, struct err *e)
{
	struct review *r = v->state, now = *r;
	struct actor who = session_actor(v->context);

	if (store_report_get(s, &v->arena, &who, r->report_id, &now.report, e) < 0 ||
	    report_facts_load(&now.facts, &v->arena, v->context, now.report.action_id,
			      now.report.unit_id, now.report.period_id, e) < 0 ||
	    load_kept(&now, v, s, e) < 0)
		return -1;
	review_page(&now, &v->arena);
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

/* Nobody decides on what they entered themselves. */
static bool is_own(const struct app_context *c, const struct review *r)
{
	return r->report.entered_by_id == c->session->person->id;
}

static bool step_offered(const struct app_context *c, const struct review *r, size_t i)
{
	enum report_state to;
	struct err e = ERR_INIT;
	bool may_step =
		session_may(c, steps[i].act, r->report.unit_id) ||
		(steps[i].step == REPORT_RETURN && session_may(c, ACT_SIGN, r->report.unit_id));

	return may_step && !is_own(c, r) &&
	       flow_report(r->report.state, steps[i].step, &to, &e) == 0;
}

static enum reply review_menu(struct view *v, struct app *app)
{
	struct review *r = v->state;
	struct menu_entry entries[sizeof steps / sizeof steps[0]];
	size_t n = 0;

	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
		if (step_offered(v->context, r, i))
			entries[n++] = (struct menu_entry){.text = _(steps[i].text),
							   .id = (int64_t)steps[i].step};
	if (n)
		menu_open(app, TAG_MENU, v->title, entries, n);
	else if (is_own(v->context, r))
		app_info(app, "%s",
			 _("You entered this report yourself: somebody else decides on it."));
	else
		app_info(app, _("There is nothing to decide on this report now (%s)."),
			 report_state_label(r->report.state));
	return REPLY_DONE;
}

static enum reply ask_reason(struct app *app, const struct review *r)
{
	char *draft = return_draft(r);
	const struct dialog_writing w = {
		.title = _("Return the report"),
		.label = session_may(app_context(app), ACT_REVIEW, r->report.unit_id)
				 ? _("What is missing? The unit reads this; its text stays.")
				 : _("What is missing? Who wrote the report reads this; its text "
				     "stays."),
		.draft = draft,
		.max_chars = ENTRY_TEXT_MAX,
		.rows = REASON_ROWS,
		.act = _("Return it"),
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
			       r->report.action_no, r->report.action_title, r->report.percent);

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

static enum reply take_step(struct view *v, struct app *app, const char *reason)
{
	struct review *r = v->state;
	struct actor who = session_actor(v->context);
	struct err e = ERR_INIT;
	unsigned changes = 0;

	if (store_report_review(v->context->store, &who, r->report.id, r->report.version, r->step,
				reason, &changes, &e) < 0) {
		/* What was typed stays, to be sent again. */
		if (*reason)
			ask_reason(app, r);
		app_error(app, &e);
		return REPLY_RELOAD;
	}
	drop_reason(app, r);
	app_changed(app, changes);
	app_info(app,
		 r->step == REPORT_RETURN ? _("%s, %s: returned")
		 : r->step == REPORT_SIGN ? _("%s, %s: signed off")
					  : _("%s, %s: accepted"),
		 r->report.unit, r->report.action_title);
	if (!r->walks || walk(v, 1, &e) < 0) {
		app_finish(app, &(struct view_result){.ok = true, .id = r->report.id});
		return REPLY_DONE;
	}
	return REPLY_RELOAD;
}

static enum reply review_resume(struct view *v, struct app *app, const struct view_result *result)
{
	struct review *r = v->state;

	if (!result->ok)
		return REPLY_DONE;
	if (result->tag == TAG_REASON)
		return take_step(v, app, result->text);
	if (result->tag == TAG_SIGN)
		return take_step(v, app, "");
	if (result->tag != TAG_MENU)
		return REPLY_PASS;
	r->step = (enum report_step)result->id;
	if (r->step == REPORT_SIGN)
		return ask_sign(app, r);
	if (r->step == REPORT_RETURN)
		return ask_reason(app, r);
	return take_step(v, app, "");
}

static enum reply review_act(struct view *v, struct app *app, enum action a)
{
	struct review *r = v->state;
	struct err e = ERR_INIT;

	if (a == DO_DECIDE)
		return review_menu(v, app);
	if ((a == DO_NEXT_WAITING || a == DO_PREV_PANE) && r->walks)
		return walk(v, a == DO_PREV_PANE ? -1 : 1, &e) == 0 ? REPLY_RELOAD : REPLY_CLOSE;
	return page_act(&r->top, a, page_rows(&r->page, v->cols - 4), v->rows) ? REPLY_DONE
									       : REPLY_PASS;
}

/* Deciding is for those whose post ever decides on this unit's reports. */
static bool review_offers(const struct view *v, enum action a)
{
	const struct review *r = v->state;

	if (a == DO_NEXT_WAITING)
		return r->walks && r->queue.nwaiting > 1;
	return a != DO_DECIDE || session_may(v->context, ACT_REVIEW, r->report.unit_id) ||
	       session_may(v->context, ACT_SIGN, r->report.unit_id);
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

	r->step = REPORT_RETURN;
	ask_reason(app, r);
}
