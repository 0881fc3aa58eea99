/*
 * view_request_answer.c - the office's answer to a request: granted, with a date where the kind
 * gives one, or refused with the reason. What granting does stands above the button, what proves
 * the request and what is still open in an action before it is closed out above the answer.
 */
#include "tui/view/views.h"

#include "core/rule/flow.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/cycle/store_request.h"
#include "db/report/store_evidence.h"
#include "tui/app/session.h"
#include "tui/part/dialog.h"
#include "tui/part/form_page.h"
#include "tui/request/request_ask.h"
#include "tui/request/request_before.h"
#include "tui/request/still_open.h"

#include <stdio.h>

enum { TAG_SURE = 1, MOST_EVIDENCE = 50, MOST_FIELDS = 8, ANSWER_ROWS = 4 };

struct answer_form {
	struct form_page page;
	int64_t id;
	enum request_step step;
	struct request_row row;
	/* what the office should know before it answers; in page.own */
	const char *evidence, *before, *date;
	struct open_rows open; /* before a close-out is granted */
};

static int answer_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct answer_form *r = v->state;

	r->id = args->id;
	r->step = (enum request_step)args->tab;
	return session_demand(v->context, ACT_DECIDE, 0, e);
}

static bool gives_date(const struct answer_form *r)
{
	return r->step == REQUEST_GRANT && request_rule(r->row.kind)->grant_has_date;
}

/* Evidence is missing where an action is to be closed out without any. */
static int read_known(const struct app_context *c, struct answer_form *r, struct err *e)
{
	struct arena *own = &r->page.own;
	struct actor who = session_actor(c);
	struct evidence_filter f = {.request_id = r->id};
	struct evidence_rows rows;

	if (store_evidence_list(c->store, own, &who, &f, MOST_EVIDENCE, &rows, e) < 0 ||
	    request_before_lines(c, own, &r->row, &r->before, e) < 0 ||
	    request_date_text(c, own, &r->row, &r->date, e) < 0)
		return -1;
	r->evidence = !rows.n && r->row.kind == REQUEST_COMPLETION
			      ? _("none yet")
			      : request_evidence_text(own, &rows);
	return r->step == REQUEST_GRANT ? still_open_read(c, own, &r->row, &r->open, e) : 0;
}

static void show(struct form_field *f, size_t *n, const char *name, const char *label)
{
	f[(*n)++] = (struct form_field){.name = name, .label = label, .kind = FIELD_SHOW};
}

/* What is there to be known. */
static size_t add_shown(const struct answer_form *r, struct form_field *f)
{
	size_t n = 0;

	show(f, &n, "what", _("about"));
	show(f, &n, "reason", _(request_rule(r->row.kind)->label));
	if (*r->date)
		show(f, &n, "date", _("date now"));
	if (*r->before)
		show(f, &n, "before", _("asked before"));
	if (*r->evidence)
		show(f, &n, "evidence", _("evidence"));
	if (r->open.n)
		show(f, &n, "open", _("still open"));
	return n;
}

static struct form_field date_field(struct date today)
{
	return (struct form_field){
		.name = "granted",
		.label = _("until"),
		.kind = FIELD_DATE,
		.required = true,
		.today = today,
		.way = DATE_COMING,
		.after = _("as asked; PgUp and PgDn move it by a day"),
		.help = _("The day that is given; the unit may have asked for another.")};
}

/* An answer is one that somebody has given meanwhile, and then nobody gives another. */
static void values_of(const struct answer_form *r, const struct request_row *row, struct arena *a,
		      struct form_row *to)
{
	enum request_state next;
	struct err e = ERR_INIT;
	char day[DATE_TEXT], at[TIME_TEXT];

	*to = (struct form_row){.id = row->id, .version = row->version};
	if (gives_date(r))
		form_row_add(
			a, to, "granted",
			date_format(date_is_set(row->granted) ? row->granted : row->want, day));
	form_row_add(a, to, "answer", row->answer);
	if (flow_request(row->state, r->step, &next, &e) == 0)
		return;
	to->shut = arena_printf(a, _("the request waits for no answer any more: %s"),
				request_state_label(row->state));
	if (row->decided_at)
		to->told = arena_printf(
			a, _("%s changed this at %s, after you opened it; nothing was written"),
			row->decided_by, time_format_local(row->decided_at, at));
}

static int row_now(struct view *v, struct arena *a, struct form_row *to, struct err *e)
{
	const struct answer_form *r = v->state;
	struct actor who = session_actor(v->context);
	struct request_row row;

	if (store_request_get(v->context->store, a, &who, r->id, &row, e) < 0)
		return -1;
	values_of(r, &row, a, to);
	return 0;
}

static void set_known(struct answer_form *r)
{
	struct form *f = r->page.form;
	struct form_row row;

	if (*r->date)
		form_set(f, "date", r->date);
	if (*r->before)
		form_set(f, "before", r->before);
	if (*r->evidence)
		form_set(f, "evidence", r->evidence);
	if (r->open.n)
		form_set(f, "open", still_open_text(&r->page.own, &r->open));
	values_of(r, &r->row, &r->page.own, &row);
	form_page_fill(&r->page, &row);
	if (r->step == REQUEST_GRANT)
		form_note(f, "answer", _(request_rule(r->row.kind)->granting));
}

static int begin_form(struct view *v, struct err *e)
{
	struct answer_form *r = v->state;
	bool refuses = r->step == REQUEST_REFUSE;
	struct form_field fields[MOST_FIELDS];
	size_t n;

	if (read_known(v->context, r, e) < 0)
		return -1;
	n = add_shown(r, fields);
	if (gives_date(r))
		fields[n++] = date_field(v->context->now.today);
	fields[n++] = (struct form_field){
		.name = "answer",
		.label = _("answer"),
		.kind = FIELD_AREA,
		.rows = ANSWER_ROWS,
		.max_chars = ENTRY_TEXT_MAX,
		.required = refuses,
		.help = refuses ? _("Why it is refused, and what the unit is to do instead.")
				: _("What the unit should know with it; may be left empty.")};
	form_page_begin(&r->page, fields, n, refuses ? _("Refuse it") : _("Grant it"),
			xasprintf("request-answer:%lld:%d", (long long)r->id, (int)refuses));
	set_known(r);
	return 0;
}

/* A day off is given all the same, but not without a word. */
static void note_rest(struct view *v)
{
	const struct answer_form *r = v->state;

	if (gives_date(r))
		request_note_rest(r->page.form, "granted", v->context);
}

static enum reply ask_decide(struct view *v, struct app *app);
static enum reply decide(struct view *v, struct app *app, const struct view_result *sure);

static const struct form_page_ops page = {.begin = begin_form,
					  .submit = ask_decide,
					  .answer = decide,
					  .row = row_now,
					  .changed = note_rest};

static int answer_load(struct view *v, struct store *s, struct err *e)
{
	struct answer_form *r = v->state;
	struct actor who = session_actor(v->context);
	struct request_row row;

	if (store_request_get(s, &v->arena, &who, r->id, &row, e) < 0)
		return -1;
	r->row = row;
	view_set_title(v, arena_printf(&v->arena,
				       r->step == REQUEST_GRANT ? _("Grant: %s") : _("Refuse: %s"),
				       request_kind_label(row.kind)));
	if (form_page_load(v, &page, e) < 0)
		return -1;
	form_set(r->page.form, "what",
		 row.action_no[0]
			 ? arena_printf(&v->arena, "%s · %s %s · %s", row.unit, row.action_no,
					row.action_title, request_label(&v->arena, &row))
			 : arena_printf(&v->arena, "%s · %s", row.unit,
					request_label(&v->arena, &row)));
	form_set(r->page.form, "reason", row.reason);
	return 0;
}

/* An answer is needed to refuse; granting may go without. */
static int read_answer(const struct answer_form *r, struct arena *a, const char **answer,
		       struct err *e)
{
	*answer = form_get(r->page.form, "answer");
	if ((r->step == REQUEST_GRANT && !**answer) || entry_reason(a, *answer, answer, e) == 0)
		return 0;
	snprintf(e->field, sizeof e->field, "answer");
	return -1;
}

/* What is open when an action is closed out is not asked for any more: that is not granted by the
 * way. */
static enum reply ask_decide(struct view *v, struct app *app)
{
	const struct answer_form *r = v->state;
	struct arena a = ARENA_INIT;

	if (!r->open.n)
		return decide(v, app, NULL);
	dialog_confirm(app, TAG_SURE, v->title,
		       arena_printf(&a,
				    _("Still open: %s. Once the action is closed out nobody is "
				      "asked for it."),
				    open_summary(&a, &r->open)),
		       _("Grant it"), NULL);
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply decide(struct view *v, struct app *app, const struct view_result *sure)
{
	struct answer_form *r = v->state;
	const struct form *f = r->page.form;
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct date granted = {0};
	const char *answer = "";
	unsigned changes = 0;

	(void)sure; /* "yes" to the only question there is */
	if ((gives_date(r) && date_read(form_get(f, "granted"), "granted", &granted, &e) < 0) ||
	    read_answer(r, &a, &answer, &e) < 0 ||
	    store_request_decide(v->context->store, &who, r->row.id,
				 form_page_row(&r->page)->version, r->step, granted, answer,
				 &changes, &e) < 0)
		form_page_refused(&r->page, v, app, &e);
	else
		form_page_done(
			&r->page, v, app, changes,
			arena_printf(&a, _("%s, %s: %s"), r->row.unit,
				     request_kind_label(r->row.kind),
				     r->step == REQUEST_GRANT ? _("granted") : _("refused")));
	arena_free(&a);
	return REPLY_DONE;
}

const struct view_ops view_request_answer = {
	.name = "request-answer",
	.title = N_("Answer"),
	.depends = CHANGE_REQUEST | CHANGE_OTHERS,
	.state_size = sizeof(struct answer_form),
	.open = answer_open,
	.load = answer_load,
	FORM_VIEW_OPS,
};
