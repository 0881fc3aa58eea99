/*
 * view_request_form.c - asking the office: one form for all kinds, its fields from the table of
 * core/rule/request.h. What is asked about stands above them as it is now. A correction begins with
 * the texts that were accepted, and what was refused or taken back with what was said then.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/report/store_report.h"
#include "db/cycle/store_request.h"
#include "tui/app/session.h"
#include "tui/part/dialog.h"
#include "tui/part/form_page.h"
#include "tui/request/correction.h"
#include "tui/request/remedy.h"
#include "tui/request/request_ask.h"
#include "tui/request/request_before.h"
#include "tui/request/still_open.h"

#include <stdio.h>

enum { TAG_ASK = 1, OWN_FIELDS = 11, REASON_ROWS = 4, TEXT_ROWS = 3 };

struct request_form {
	struct form_page page;
	struct request_new new;	  /* kind and ids */
	const char *what;	  /* what it is about, in words; in page.own */
	struct date due;	  /* as it is; none: unknown */
	struct date wanted;	  /* typed where a date was refused; none: nowhere */
	struct report_row report; /* of a correction, as it was accepted; texts in page.own */
	struct correction correction;
	struct request_before before; /* in page.own too */
	struct open_rows open;	      /* in the action that is to be closed out; in page.own */
	struct form_choice about[CONTEST_ABOUT_COUNT];
};

static int request_form_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct request_form *r = v->state;

	r->new = request_ask_new(v->context, (enum request_kind)args->tab, args->id, args->id2);
	if (args->text && date_read(args->text, "want", &r->wanted, e) < 0)
		return -1;
	return session_demand(v->context,
			      r->new.kind == REQUEST_CONTEST ? ACT_RECEIVE : ACT_REQUEST,
			      r->new.unit_id, e);
}

static int64_t subject_id(const struct request_new *new)
{
	return new->milestone_id ? new->milestone_id
	       : new->period_id	 ? new->period_id
	       : new->report_id	 ? new->report_id
				 : new->action_id;
}

/* Once, before the form is made. */
static int find_subject(struct request_form *r, const struct app_context *c, struct err *e)
{
	struct arena *a = &r->page.own;
	struct actor who = session_actor(c);

	if (request_subject(c, a, r->new.kind, subject_id(&r->new), &r->what, e) < 0 ||
	    (r->new.report_id &&
	     (store_report_get(c->store, a, &who, r->new.report_id, &r->report, e) < 0 ||
	      correction_read(c, a, &r->report, &r->correction, e) < 0)))
		return -1;
	if (request_before_read(c, a, &r->new, &r->before, e) < 0 ||
	    (r->new.kind == REQUEST_COMPLETION &&store_action_open(
				    c->store, a, &who, r->new.action_id, &r->open, e) < 0))
		return -1;
	return store_request_due(c->store, a, &r->new, &r->due, e);
}

static size_t add_texts(struct form_field *f)
{
	static const char *const names[] = {"done", "problems", "next"};
	const char *const labels[] = {_("done"), _("problems"), _("next steps")};

	for (size_t i = 0; i < 3; i++)
		f[i] = (struct form_field){.name = names[i],
					   .label = labels[i],
					   .kind = FIELD_AREA,
					   .rows = TEXT_ROWS,
					   .max_chars = ENTRY_TEXT_MAX,
					   .required = i == 0};
	return 3;
}

static struct form_field date_field(struct date today)
{
	return (struct form_field){
		.name = "want",
		.label = _("until"),
		.kind = FIELD_DATE,
		.required = true,
		.today = today,
		.way = DATE_COMING,
		.after = _("like 11-30; PgUp and PgDn move it by a day"),
		.help = _("The day that is asked for. The office may give another one.")};
}

static void show(struct form_field *f, size_t *n, const char *name, const char *label)
{
	f[(*n)++] = (struct form_field){.name = name, .label = label, .kind = FIELD_SHOW};
}

/* What the program knows about it. */
static size_t add_shown(const struct request_form *r, struct form_field *f)
{
	size_t n = 0;

	show(f, &n, "what", _("about"));
	if (r->before.returned.id)
		show(f, &n, "before", _("asked before"));
	if (r->before.evidence.n)
		show(f, &n, "evidence", _("evidence"));
	if (r->open.n)
		show(f, &n, "open", _("still open"));
	return n;
}

static size_t describe(struct request_form *r, struct date today, struct form_field *f)
{
	const struct request_rule *rule = request_rule(r->new.kind);
	size_t n = add_shown(r, f);

	if (rule->fields & REQUEST_ABOUT) {
		for (int i = 0; i < CONTEST_ABOUT_COUNT; i++)
			r->about[i] =
				(struct form_choice){contest_about_word((enum contest_about)i),
						     contest_about_label((enum contest_about)i)};
		f[n++] = (struct form_field){.name = "about",
					     .label = _("objection"),
					     .kind = FIELD_CHOICE,
					     .choices = r->about,
					     .nchoices = CONTEST_ABOUT_COUNT};
	}
	if (rule->fields & REQUEST_DATE)
		f[n++] = date_field(today);
	if (rule->fields & (REQUEST_PERCENT | REQUEST_TEXTS))
		f[n++] = (struct form_field){.name = "percent",
					     .label = _("percent"),
					     .kind = FIELD_NUMBER,
					     .cols = 6,
					     .max_chars = 4,
					     .required = true,
					     .help = _("How much is done of the whole, 0 to 100.")};
	if (rule->fields & REQUEST_TEXTS) {
		n += add_texts(f + n);
		n += correction_fields(&r->correction, &r->page.own, f + n);
	}
	f[n++] = (struct form_field){.name = "reason",
				     .label = _(rule->label),
				     .kind = FIELD_AREA,
				     .rows = REASON_ROWS,
				     .max_chars = ENTRY_TEXT_MAX,
				     .required = true,
				     .help = _(rule->question)};
	return n;
}

static void show_known(struct request_form *r)
{
	struct form *f = r->page.form;
	struct arena *own = &r->page.own;
	char due[DATE_TEXT];

	form_set(f, "what",
		 date_is_set(r->due) ? arena_printf(own, _("%s (now until %s)"), r->what,
						    date_format(r->due, due))
				     : r->what);
	if (r->before.returned.id)
		form_set(f, "before", request_before_line(own, &r->before.returned));
	if (r->before.evidence.n)
		form_set(f, "evidence", request_evidence_text(own, &r->before.evidence));
	if (r->open.n)
		form_set(f, "open", still_open_text(own, &r->open));
}

static void set_percent(struct form *f, int percent)
{
	char text[16];

	snprintf(text, sizeof text, "%d", percent);
	form_set(f, "percent", text);
}

/* The texts that a correction begins with. */
static void set_texts(struct form *f, const char *done, const char *problems, const char *next)
{
	form_restore(f, "done", done);
	form_restore(f, "problems", problems);
	form_restore(f, "next", next);
}

/* The date typed elsewhere, else the one asked for before, where that is later than it is now. */
static void set_date(struct request_form *r, struct date today)
{
	struct date d = date_is_set(r->wanted) ? r->wanted : r->before.returned.want;
	char text[DATE_TEXT];

	if (date_is_set(d) && date_cmp(d, today) >= 0 && date_cmp(d, r->due) > 0)
		form_set(r->page.form, "want", date_format(d, text));
}

/* A completion is of the whole; a correction begins with what was accepted. */
static void set_known(struct request_form *r, struct date today)
{
	struct form *f = r->page.form;
	unsigned fields = request_rule(r->new.kind)->fields;

	show_known(r);
	form_note(f, "reason", _(request_rule(r->new.kind)->question));
	if (fields & REQUEST_ABOUT)
		form_set(f, "about", r->about[0].word);
	if (fields & REQUEST_DATE)
		set_date(r, today);
	if (r->new.kind == REQUEST_COMPLETION)
		set_percent(f, 100);
	if (!(fields & REQUEST_TEXTS))
		return;
	set_percent(f, r->report.percent);
	set_texts(f, r->report.done, r->report.problems, r->report.next);
	correction_fill(&r->correction, f);
}

/* What was said when it was refused or taken back, to go on with. */
static void set_before(struct request_form *r)
{
	struct form *f = r->page.form;
	const struct request_row *q = &r->before.returned;
	unsigned fields = request_rule(r->new.kind)->fields;

	if (!q->id)
		return;
	form_restore(f, "reason", q->reason);
	if (fields & REQUEST_ABOUT)
		form_set(f, "about", contest_about_word(q->about));
	if (fields & (REQUEST_PERCENT | REQUEST_TEXTS) && q->percent >= 0)
		set_percent(f, q->percent);
	if (!(fields & REQUEST_TEXTS))
		return;
	set_texts(f, q->done, q->problems, q->next);
	r->correction.counted = q->volumes;
	correction_fill(&r->correction, f);
}

static int begin_form(struct view *v, struct err *e)
{
	struct request_form *r = v->state;
	struct form_field *fields;

	if (find_subject(r, v->context, e) < 0)
		return -1;
	fields = arena_alloc(&r->page.own, (OWN_FIELDS + r->correction.volumes.n) * sizeof *fields);
	form_page_begin(&r->page, fields, describe(r, v->context->now.today, fields),
			_("Ask the office"),
			request_draft_name(r->new.kind, subject_id(&r->new), r->new.unit_id));
	set_known(r, v->context->now.today);
	set_before(r);
	return 0;
}

/* What was typed, checked. */
static int read_form(struct request_form *r, const struct app_context *c, struct arena *a,
		     struct request_new *new, struct err *e)
{
	const struct form *f = r->page.form;
	unsigned fields = request_rule(r->new.kind)->fields;
	struct request_fields typed = {.reason = form_get(f, "reason")};

	if (fields & REQUEST_ABOUT)
		typed.about = form_get(f, "about");
	if (fields & REQUEST_DATE)
		typed.want = form_get(f, "want");
	if (fields & (REQUEST_PERCENT | REQUEST_TEXTS))
		typed.percent = form_get(f, "percent");
	if (fields & REQUEST_TEXTS) {
		typed.done = form_get(f, "done");
		typed.problems = form_get(f, "problems");
		typed.next = form_get(f, "next");
	}
	*new = r->new;
	request_before_prove(&r->before, a, new);
	if (fields & REQUEST_TEXTS && correction_take(&r->correction, f, a, &new->volumes, e) < 0)
		return -1;
	return entry_request(a, &typed, r->due, c->now.today, new, e);
}

/* What is open is told once more: nobody is asked for it after a close-out. */
static const char *question_text(struct arena *a, const struct request_form *r)
{
	const char *text =
		arena_printf(a,
			     _("The office gets this and answers it: %s, %s. It can be taken back "
			       "until then."),
			     request_kind_label(r->new.kind), r->what);

	return r->open.n ? arena_printf(a, "%s\n%s", text,
					arena_printf(a,
						     _("Still open: %s. The office sees this too."),
						     open_summary(a, &r->open)))
			 : text;
}

static enum reply ask_once(struct view *v, struct app *app)
{
	struct request_form *r = v->state;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct request_new new;
	int64_t waits = request_ask_waiting(v->context, &r->new);

	if (read_form(r, v->context, &a, &new, &e) < 0)
		form_page_error(&r->page, v, &e);
	else if (waits)
		remedy_waits(app, waits);
	else
		dialog_agree(app, TAG_ASK, request_kind_label(new.kind), question_text(&a, r),
			     _("Ask the office"));
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply send(struct view *v, struct app *app, const struct view_result *result)
{
	struct request_form *r = v->state;
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct request_new new;
	struct request_row row;
	unsigned changes = 0;

	(void)result; /* "yes" to the only question there is */
	if (read_form(r, v->context, &a, &new, &e) < 0 ||
	    store_request_ask(v->context->store, &who, &new, &a, &row, &changes, &e) < 0)
		form_page_error(&r->page, v, &e);
	else
		form_page_done(&r->page, v, app, changes,
			       arena_printf(&a,
					    _("Asked, number %lld: %s. The answer will stand on "
					      "the first screen."),
					    (long long)row.id, request_label(&a, &row)));
	arena_free(&a);
	return REPLY_DONE;
}

/* A day off is asked for all the same, but not without a word. */
static void note_rest(struct view *v)
{
	const struct request_form *r = v->state;

	if (request_rule(r->new.kind)->fields & REQUEST_DATE)
		request_note_rest(r->page.form, "want", v->context);
}

static const struct form_page_ops page = {
	.begin = begin_form, .submit = ask_once, .answer = send, .changed = note_rest};

static int request_form_load(struct view *v, struct store *s, struct err *e)
{
	const struct request_form *r = v->state;

	(void)s;
	view_set_title(v, request_ask_label(r->new.kind));
	return form_page_load(v, &page, e);
}

const struct view_ops view_request_form = {
	.name = "request-form",
	.title = N_("Ask the office"),
	.state_size = sizeof(struct request_form),
	.open = request_form_open,
	.load = request_form_load,
	FORM_VIEW_OPS,
};
