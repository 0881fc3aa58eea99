/*
 * view_request.c - one request: what is asked and why, how the thing stands, the answer. Enter
 * opens what can be done with it: the office answers, the unit takes it back or proves it.
 */
#include "tui/view/views.h"

#include "core/rule/flow.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/cycle/store_request.h"
#include "tui/app/session.h"
#include "tui/part/about.h"
#include "tui/part/dialog.h"
#include "tui/part/menu.h"
#include "tui/part/page.h"
#include "tui/report/late.h"
#include "tui/request/request_ask.h"
#include "tui/request/request_page.h"

enum { TAG_MENU = 1, TAG_TAKE_BACK, TAG_ANSWER };
enum {
	ENTRY_GRANT,
	ENTRY_REFUSE,
	ENTRY_TAKE_BACK,
	ENTRY_PROVE,
	ENTRY_REPORT,
	ENTRY_AGAIN,
	ENTRY_ACTION
};
enum { MOST_ENTRIES = ENTRY_ACTION + 1 };

struct request_view {
	int64_t id;
	struct request_row row;
	struct page page;
	int top;
	bool answered; /* here, just now */
};

static int request_open(struct view *v, const struct view_args *args, struct err *e)
{
	(void)e;
	((struct request_view *)v->state)->id = args->id;
	return 0;
}

static int request_load(struct view *v, struct store *s, struct err *e)
{
	struct request_view *r = v->state, now = *r;
	struct actor who = session_actor(v->context);

	if (store_request_get(s, &v->arena, &who, r->id, &now.row, e) < 0 ||
	    request_page_load(&now.page, &v->arena, v->context, &now.row, e) < 0)
		return -1;
	*r = now;
	view_set_title(v, arena_printf(&v->arena, _("%s of %s"), request_kind_label(now.row.kind),
				       now.row.unit));
	return 0;
}

static void request_draw(const struct view *v, struct canvas *c)
{
	const struct request_view *r = v->state;
	struct canvas page = canvas_sub(c, 0, 2, c->rows, c->cols - 4);

	page_show(&r->page, r->top, &page);
}

/* Nobody decides on what they asked themselves. */
static bool may_decide(const struct view *v, const struct request_row *q)
{
	struct actor who = session_actor(v->context);
	const struct subject what = {
		.unit_id = q->unit_id, .unit = "", .entered_by = q->asked_by_id};

	return q->state == REQUEST_ASKED && may_quietly(&who, ACT_DECIDE, &what);
}

/* An objection that was granted leaves the office to change the assignment. */
static bool is_to_assign(const struct view *v, const struct request_row *q)
{
	return q->kind == REQUEST_CONTEST && q->state == REQUEST_GRANTED &&
	       q->about != CONTEST_WORDING && session_may(v->context, ACT_ASSIGN, 0);
}

/* What is closed out by it is not asked for again. */
static bool can_ask_anew(const struct view *v, const struct request_row *q)
{
	return q->state != REQUEST_ASKED && session_unit(v->context, 0) &&
	       !(q->kind == REQUEST_COMPLETION && q->state == REQUEST_GRANTED);
}

static size_t add_entries(const struct view *v, struct arena *a, const struct request_row *q,
			  struct menu_entry *entries)
{
	bool waits = q->state == REQUEST_ASKED;
	/* What the office asked for a unit, it takes back; what the unit asked, the unit does. */
	bool own =
		request_may_ask(v->context, q->kind, q->unit_id) &&
		(session_unit(v->context, 0) || q->asked_by_id == v->context->session->person->id);
	size_t n = 0;

	if (q->kind == REQUEST_EXCEPTION && q->state == REQUEST_GRANTED &&
	    late_count(v->context, q->period_id, q->unit_id))
		entries[n++] = (struct menu_entry){
			.text = arena_printf(a, _("Report for %s"), q->what), .id = ENTRY_REPORT};
	if (may_decide(v, q)) {
		entries[n++] = (struct menu_entry){.text = _("Grant it"), .id = ENTRY_GRANT};
		entries[n++] = (struct menu_entry){.text = _("Refuse it, with the reason"),
						   .id = ENTRY_REFUSE};
	}
	if (waits && own) {
		entries[n++] =
			(struct menu_entry){.text = _("Take it back"), .id = ENTRY_TAKE_BACK};
		if (q->action_id)
			entries[n++] = (struct menu_entry){.text = _("Record evidence for it"),
							   .id = ENTRY_PROVE};
	}
	if (can_ask_anew(v, q) && own)
		entries[n++] = (struct menu_entry){.text = _("Ask anew"), .id = ENTRY_AGAIN};
	if (q->action_id)
		entries[n++] = (struct menu_entry){
			.text = is_to_assign(v, q) ? _("Change the units of the action")
						   : _("Open the action"),
			.id = ENTRY_ACTION};
	return n;
}

static enum reply request_menu(struct view *v, struct app *app)
{
	const struct request_view *r = v->state;
	struct menu_entry entries[MOST_ENTRIES];
	struct arena a = ARENA_INIT;
	size_t n = add_entries(v, &a, &r->row, entries);

	if (n)
		menu_open(app, TAG_MENU, v->title, entries, n);
	else
		app_info(app, "%s", _("There is nothing to do here."));
	arena_free(&a);
	return REPLY_DONE;
}

static void values_of(const struct request_row *q, struct arena *a, struct form_row *to)
{
	*to = (struct form_row){.id = q->id, .version = q->version};
	form_row_add(a, to, _("state"), request_state_label(q->state));
	form_row_add(a, to, _("answer"), q->answer);
}

static int read_row(struct view *v, int64_t id, struct arena *a, struct form_row *to, struct err *e)
{
	struct actor who = session_actor(v->context);
	struct request_row row;

	if (store_request_get(v->context->store, a, &who, id, &row, e) < 0)
		return -1;
	values_of(&row, a, to);
	return 0;
}

static void ask_take_back(struct app *app, const struct request_row *q)
{
	struct arena a = ARENA_INIT;
	struct form_row row;

	values_of(q, &a, &row);
	dialog_agree(app, TAG_TAKE_BACK, _("Take it back"),
		     _("The office no longer has to answer this; it can be asked anew."),
		     _("Take it back"));
	about_set(app, &row);
	arena_free(&a);
}

static enum reply take_back(struct view *v, struct app *app, const struct view_result *answer)
{
	const struct request_view *r = v->state;
	struct actor who = session_actor(v->context);
	struct err e = ERR_INIT;
	unsigned changes = 0;

	if (store_request_take_back(v->context->store, &who, about_id(answer),
				    about_version(answer), &changes, &e) < 0)
		about_refused(app, answer, &e, read_row);
	else
		app_info(app, _("%s: taken back"), request_kind_label(r->row.kind));
	app_changed(app, changes);
	return REPLY_DONE;
}

static int64_t subject_of(const struct request_row *q)
{
	const struct request_things things = {.action_id = q->action_id,
					      .milestone_id = q->milestone_id,
					      .period_id = q->period_id,
					      .report_id = q->report_id};

	return request_about(q->kind, &things);
}

static enum reply do_entry(struct view *v, struct app *app, int64_t entry)
{
	const struct request_view *r = v->state;
	const struct request_row *q = &r->row;

	switch (entry) {
	case ENTRY_GRANT:
	case ENTRY_REFUSE:
		app_push(app, &view_request_answer,
			 &(struct view_args){.tag = TAG_ANSWER,
					     .id = q->id,
					     .tab = entry == ENTRY_GRANT ? REQUEST_GRANT
									 : REQUEST_REFUSE});
		break;
	case ENTRY_TAKE_BACK:
		ask_take_back(app, q);
		break;
	case ENTRY_PROVE:
		app_push(app, &view_evidence_form,
			 &(struct view_args){.id = q->action_id,
					     .more = &(struct view_evidence_args){
						     .unit_id = q->unit_id, .request_id = q->id}});
		break;
	case ENTRY_REPORT:
		app_push(app, &view_late,
			 &(struct view_args){.id = q->period_id, .id2 = q->unit_id});
		break;
	case ENTRY_AGAIN:
		request_ask(app, q->kind, subject_of(q), q->unit_id);
		break;
	default:
		app_push(app, &view_action,
			 &(struct view_args){.id = q->action_id,
					     .id2 = is_to_assign(v, q) ? 0 : q->unit_id});
	}
	return REPLY_DONE;
}

static enum reply to_others(struct app *app)
{
	app_finish(app, &(struct view_result){.ok = true});
	return REPLY_DONE;
}

/* Answered: on to the others, by way of the assignment where that is to be changed. */
static enum reply go_on(struct view *v, struct app *app)
{
	struct request_view *r = v->state;
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct request_row now;
	bool assign = store_request_get(v->context->store, &a, &who, r->id, &now, &e) == 0 &&
		      is_to_assign(v, &now);

	arena_free(&a);
	if (!assign)
		return to_others(app);
	r->answered = true;
	app_push(app, &view_action, &(struct view_args){.id = r->row.action_id});
	app_info(app, "%s", _("Granted. Enter changes the units of the action."));
	return REPLY_DONE;
}

static enum reply request_resume(struct view *v, struct app *app, const struct view_result *result)
{
	if (!result->ok)
		return REPLY_DONE;
	if (result->tag == TAG_MENU)
		return do_entry(v, app, result->id);
	if (result->tag == TAG_ANSWER)
		return go_on(v, app);
	return result->tag == TAG_TAKE_BACK ? take_back(v, app, result) : REPLY_DONE;
}

static enum reply request_act(struct view *v, struct app *app, enum action a)
{
	struct request_view *r = v->state;

	if (a == DO_REQUEST_MENU)
		return request_menu(v, app);
	if (a == DO_BACK && r->answered)
		return to_others(app);
	return page_act(&r->top, a, page_rows(&r->page, v->cols - 4), v->rows) ? REPLY_DONE
									       : REPLY_PASS;
}

const struct view_ops view_request = {
	.name = "request",
	.title = N_("Request"),
	.scope = SCOPE_REQUEST,
	.depends = CHANGE_REQUEST | CHANGE_REPORT | CHANGE_EVIDENCE | CHANGE_OTHERS,
	.state_size = sizeof(struct request_view),
	.open = request_open,
	.load = request_load,
	.draw = request_draw,
	.act = request_act,
	.resume = request_resume,
};
