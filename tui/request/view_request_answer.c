/*
 * view_request_answer.c - the office's answer to a request: granted, with a date where the kind
 * gives one, or refused with the reason. What granting does stands above the button.
 */
#include "tui/view/views.h"

#include "core/rule/flow.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/cycle/store_request.h"
#include "tui/app/session.h"
#include "tui/part/form_page.h"

#include <stdio.h>

enum { MOST_FIELDS = 4, ANSWER_ROWS = 4 };

struct answer_form {
	struct form_page page;
	int64_t id;
	enum request_step step;
	struct request_row row;
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

static int begin_form(struct view *v, struct err *e)
{
	struct answer_form *r = v->state;
	bool refuses = r->step == REQUEST_REFUSE;
	struct form_field fields[MOST_FIELDS] = {
		{.name = "what", .label = _("about"), .kind = FIELD_SHOW},
		{.name = "reason", .label = _("reason"), .kind = FIELD_SHOW},
	};
	size_t n = 2;
	char day[DATE_TEXT];

	(void)e;
	if (gives_date(r))
		fields[n++] = (struct form_field){
			.name = "granted",
			.label = _("until"),
			.kind = FIELD_DATE,
			.required = true,
			.today = v->context->now.today,
			.way = DATE_COMING,
			.after = _("as asked; PgUp and PgDn move it by a day"),
			.help = _("The day that is given; the unit may have asked for another.")};
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
	if (gives_date(r))
		form_set(r->page.form, "granted", date_format(r->row.want, day));
	if (!refuses)
		form_note(r->page.form, "answer", _(request_rule(r->row.kind)->granting));
	return 0;
}

static enum reply decide(struct view *v, struct app *app);

static const struct form_page_ops page = {.begin = begin_form, .submit = decide};

static int answer_load(struct view *v, struct store *s, struct err *e)
{
	struct answer_form *r = v->state;
	struct actor who = session_actor(v->context);
	struct request_row row;

	if (store_request_get(s, &v->arena, &who, r->id, &row, e) < 0)
		return -1;
	/* What others have changed since is told when it is answered. */
	if (r->page.form)
		row.version = r->row.version;
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

static enum reply decide(struct view *v, struct app *app)
{
	struct answer_form *r = v->state;
	const struct form *f = r->page.form;
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct date granted = {0};
	const char *answer = "";
	unsigned changes = 0;

	if ((gives_date(r) && date_read(form_get(f, "granted"), "granted", &granted, &e) < 0) ||
	    read_answer(r, &a, &answer, &e) < 0 ||
	    store_request_decide(v->context->store, &who, r->row.id, r->row.version, r->step,
				 granted, answer, &changes, &e) < 0)
		form_page_error(&r->page, v, &e);
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
