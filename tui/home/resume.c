/*
 * Drafts and the screens that open them: a table by the beginning of the draft's name. What cannot
 * be sent any more (the period is closed, the report was handed in from elsewhere) is not offered;
 * it stays where it is.
 */
#include "tui/home/resume.h"

#include "core/rule/flow.h"
#include "core/i18n.h"
#include "db/report/store_case.h"
#include "db/report/store_draft.h"
#include "db/report/store_milestone.h"
#include "db/cycle/store_notice.h"
#include "db/plan/store_plan.h"
#include "db/report/store_report.h"
#include "db/cycle/store_request.h"
#include "db/people/store_unit.h"
#include "tui/app/session.h"
#include "tui/import/import_desk.h"
#include "tui/part/form_draft.h"
#include "tui/report/report_facts.h"
#include "tui/report/review_menu.h"
#include "tui/request/request_ask.h"
#include "tui/view/views.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { IDS = 5 };

/* A draft's name taken apart: "evidence:14:3:0". */
struct draft_of {
	const struct kind *kind;
	const char *form, *rest; /* rest: behind the beginning */
	int64_t id[IDS];
};

static struct view_args args_of_report(const struct draft_of *d, struct arena *a)
{
	struct view_report_args *more = arena_alloc(a, sizeof *more);

	more->period_id = d->id[2];
	return (struct view_args){.id = d->id[0], .id2 = d->id[1], .more = more};
}

static struct view_args args_of_two(const struct draft_of *d, struct arena *a)
{
	(void)a;
	return (struct view_args){.id = d->id[0], .id2 = d->id[1]};
}

static struct view_args args_of_evidence(const struct draft_of *d, struct arena *a)
{
	struct view_evidence_args *more = arena_alloc(a, sizeof *more);

	more->report_id = d->id[2];
	more->request_id = d->id[3];
	more->case_id = d->id[4];
	return (struct view_args){.id = d->id[0], .id2 = d->id[1], .more = more};
}

static struct view_args args_of_request(const struct draft_of *d, struct arena *a)
{
	struct view_args args = {0};

	(void)a;
	request_draft_args(d->rest, &args);
	return args;
}

static struct view_args args_of_answer(const struct draft_of *d, struct arena *a)
{
	(void)a;
	return (struct view_args){.id = d->id[0], .tab = d->id[1] ? REQUEST_REFUSE : REQUEST_GRANT};
}

static struct view_args args_of_case(const struct draft_of *d, struct arena *a)
{
	struct view_case_args *more = arena_alloc(a, sizeof *more);

	more->unit_id = d->id[2];
	return (struct view_args){.id = d->id[0], .id2 = d->id[1], .more = more};
}

static struct view_args args_of_review(const struct draft_of *d, struct arena *a)
{
	struct view_import_args *more = arena_alloc(a, sizeof *more);

	more->draft = d->form;
	return (struct view_args){.more = more};
}

/* What a draft is about, in words; NULL when it cannot be gone on with. In the arena. */
typedef const char *about(const struct app_context *c, struct arena *a, const struct draft_of *d);

static const char *about_action(const struct app_context *c, struct arena *a, int64_t id,
				const char *format)
{
	struct actor who = session_actor(c);
	struct err e = ERR_INIT;
	struct action_row row;

	if (store_action_get(c->store, a, &who, id, &row, &e) < 0)
		return NULL;
	return arena_printf(a, format, row.path, row.title);
}

static const char *about_report(const struct app_context *c, struct arena *a,
				const struct draft_of *d)
{
	struct err e = ERR_INIT;

	if (!session_may(c, ACT_REPORT, d->id[1]) ||
	    report_facts_check(c, d->id[0], d->id[1], d->id[2], &e) < 0)
		return NULL;
	return about_action(c, a, d->id[0], _("the report on %s %s"));
}

static const char *about_milestone(const struct app_context *c, struct arena *a,
				   const struct draft_of *d)
{
	return about_action(c, a, d->id[0], _("a milestone of %s %s"));
}

static const char *about_evidence(const struct app_context *c, struct arena *a,
				  const struct draft_of *d)
{
	return about_action(c, a, d->id[0], _("evidence for %s %s"));
}

static const char *about_done(const struct app_context *c, struct arena *a,
			      const struct draft_of *d)
{
	struct actor who = session_actor(c);
	struct err e = ERR_INIT;
	struct milestone_row row;

	if (store_milestone_get(c->store, a, &who, d->id[0], &row, &e) < 0)
		return NULL;
	return arena_printf(a, _("how the milestone \"%s\" was done"), row.title);
}

static const char *about_case(const struct app_context *c, struct arena *a,
			      const struct draft_of *d)
{
	return session_may(c, ACT_CASE, d->id[2])
		       ? about_action(c, a, d->id[0], _("a case of %s %s"))
		       : NULL;
}

/* Nothing to say any more where the office has decided so already. */
static const char *about_declining(const struct app_context *c, struct arena *a,
				   const struct draft_of *d)
{
	struct actor who = session_actor(c);
	struct err e = ERR_INIT;
	enum case_state to;
	struct case_row row;

	if (store_case_get(c->store, a, &who, d->id[0], &row, &e) < 0 ||
	    flow_case(row.state, CASE_DECLINE, &to, &e) < 0)
		return NULL;
	return arena_printf(a, _("why the case \"%s\" is not selected"), row.title);
}

static const char *about_person(const struct app_context *c, struct arena *a,
				const struct draft_of *d)
{
	(void)a;
	(void)d;
	return session_may(c, ACT_PERSON, 0) ? _("a new person") : NULL;
}

/* Why a report is returned; nothing to say any more where it was decided on elsewhere. */
static const char *about_return(const struct app_context *c, struct arena *a,
				const struct draft_of *d)
{
	struct actor who = session_actor(c);
	enum report_step step = review_return_step(c);
	enum report_state to;
	struct err e = ERR_INIT;
	struct report_row row;

	if (store_report_get(c->store, a, &who, d->id[0], &row, &e) < 0 ||
	    flow_report(row.state, step, &to, &e) < 0)
		return NULL;
	return arena_printf(a, _("why the report of %s on %s is returned"), row.unit,
			    row.action_title);
}

static const char *about_request(const struct app_context *c, struct arena *a,
				 const struct draft_of *d)
{
	struct err e = ERR_INIT;
	struct view_args args;
	const char *subject;

	if (!request_draft_args(d->rest, &args) ||
	    !request_may_ask(c, (enum request_kind)args.tab, args.id2) ||
	    request_subject(c, a, (enum request_kind)args.tab, args.id, &subject, &e) < 0)
		return NULL;
	return arena_printf(a, _("a request to the office: %s, %s"),
			    request_kind_label((enum request_kind)args.tab), subject);
}

/* Nothing to say any more where somebody else has answered. */
static const char *about_answer(const struct app_context *c, struct arena *a,
				const struct draft_of *d)
{
	struct actor who = session_actor(c);
	struct err e = ERR_INIT;
	struct request_row row;

	if (!session_may(c, ACT_DECIDE, 0) ||
	    store_request_get(c->store, a, &who, d->id[0], &row, &e) < 0 ||
	    row.state != REQUEST_ASKED)
		return NULL;
	return arena_printf(a, _("the answer to %s: %s"), row.unit, request_kind_label(row.kind));
}

/* Nothing to say any more where it was answered or closed. */
static const char *about_notice(const struct app_context *c, struct arena *a,
				const struct draft_of *d)
{
	struct actor who = session_actor(c);
	struct err e = ERR_INIT;
	struct notice_row row;

	if (store_notice_get(c->store, a, &who, d->id[0], &row, &e) < 0 ||
	    row.state != NOTICE_ISSUED || !session_may(c, ACT_ANSWER, row.unit_id))
		return NULL;
	return arena_printf(a, _("the answer to the %s"), notice_name(a, &row));
}

static const char *about_urging(const struct app_context *c, struct arena *a,
				const struct draft_of *d)
{
	struct err e = ERR_INIT;
	struct unit_row unit;

	if (!session_may(c, ACT_URGE, 0) || store_unit_get(c->store, a, d->id[1], &unit, &e) < 0)
		return NULL;
	return arena_printf(a, _("a word to %s with a notice"), unit.name);
}

static const char *about_instruction(const struct app_context *c, struct arena *a,
				     const struct draft_of *d)
{
	return session_may(c, ACT_INSTRUCT, 0)
		       ? about_action(c, a, d->id[0], _("an instruction on %s %s"))
		       : NULL;
}

static const char *about_day(const struct app_context *c, struct arena *a, const struct draft_of *d)
{
	char day[DATE_TEXT];

	if (!session_may(c, ACT_POLICY, 0))
		return NULL;
	return d->id[0] ? arena_printf(a, _("the calendar: %s"),
				       date_format(date_from_days((int32_t)d->id[0]), day))
			: _("new days of the calendar");
}

static const char *about_review(const struct app_context *c, struct arena *a,
				const struct draft_of *d)
{
	return session_may(c, ACT_IMPORT, 0) ? arena_printf(a, _("the review of %s"), d->rest)
					     : NULL;
}

static const struct kind {
	const char *begin;
	const struct view_ops *view;
	struct view_args (*args)(const struct draft_of *d, struct arena *a);
	about *about;
	void (*open)(struct app *app, const struct view_args *args); /* NULL: pushes the view */
} kinds[] = {
	{"report:", &view_report_form, args_of_report, about_report, NULL},
	{"milestone:", &view_milestone_form, args_of_two, about_milestone, NULL},
	{"milestone-done:", &view_milestone_done, args_of_two, about_done, NULL},
	{"evidence:", &view_evidence_form, args_of_evidence, about_evidence, NULL},
	{"case:", &view_case_form, args_of_case, about_case, NULL},
	{"case-decline:", &view_case, args_of_two, about_declining, case_go_on},
	{"person:", &view_person_form, args_of_two, about_person, NULL},
	{REQUEST_DRAFTS, &view_request_form, args_of_request, about_request, NULL},
	{"request-answer:", &view_request_answer, args_of_answer, about_answer, NULL},
	{"notice-answer:", &view_notice, args_of_two, about_notice, notice_go_on},
	{"notice-word:", &view_urge, args_of_two, about_urging, NULL},
	{"instruct:", &view_instruct, args_of_two, about_instruction, NULL},
	{"calendar-day:", &view_day_form, args_of_two, about_day, NULL},
	{"return:", &view_review, args_of_two, about_return, review_go_on},
	{IMPORT_DRAFTS, &view_import, args_of_review, about_review, NULL},
};

static bool read_name(const char *form, struct draft_of *d)
{
	*d = (struct draft_of){.form = form};
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		size_t n = strlen(kinds[i].begin);
		if (strncmp(form, kinds[i].begin, n) == 0) {
			d->kind = &kinds[i];
			d->rest = form + n;
		}
	}
	if (!d->kind)
		return false;
	const char *s = d->rest;
	for (size_t i = 0; i < IDS && *s; i++) {
		char *end;
		d->id[i] = strtoll(s, &end, 10);
		s = *end == ':' ? end + 1 : "";
	}
	return true;
}

/* The field in which the cursor was, as the forms call it; NULL where that says nothing. */
static const char *field_label(const char *focus)
{
	static const struct {
		const char *name, *label;
	} fields[] = {
		{"percent", N_("percent")}, {"done", N_("done")},     {"problems", N_("problems")},
		{"next", N_("next steps")}, {"title", N_("title")},   {"note", N_("note")},
		{"done_note", N_("note")},  {"text", N_("text")},     {"due", N_("due")},
		{"name", N_("name")},	    {"reason", N_("reason")}, {"answer", N_("answer")},
		{"want", N_("until")},
	};
	size_t n = strcspn(focus, "@");

	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
		if (strlen(fields[i].name) == n && strncmp(fields[i].name, focus, n) == 0)
			return _(fields[i].label);
	return NULL;
}

/* A text that was late goes with the form it belongs to. */
static const char *first_key(struct arena *a, const char *form)
{
	size_t n = strlen(form), behind = strlen(FORM_DRAFT_SECOND);

	if (n > behind && strcmp(form + n - behind, FORM_DRAFT_SECOND) == 0)
		n -= behind;
	return arena_strndup(a, form, n);
}

static bool has_row(const struct resume_rows *rows, const char *form)
{
	for (size_t i = 0; i < rows->rows.n; i++)
		if (strcmp(rows->rows.at[i].form, form) == 0)
			return true;
	return false;
}

static void add_row(const struct app_context *c, struct arena *a, struct resume_rows *rows,
		    const struct draft_name *name)
{
	const char *form = first_key(a, name->form), *what, *field = field_label(name->focus);
	struct draft_of d;

	if (has_row(rows, form) || !read_name(form, &d))
		return;
	what = d.kind->about(c, a, &d);
	if (!what)
		return;
	*vec_push(a, &rows->rows) = (struct resume_row){
		.form = form,
		.text = field ? arena_printf(a, _("%s (%s)"), what, field) : what,
		.saved_at = name->saved_at,
	};
}

/* What can be gone on with, the last first; in the arena. */
static int list_drafts(const struct app_context *c, struct arena *a, struct resume_rows *rows,
		       struct err *e)
{
	struct actor who = session_actor(c);
	struct draft_names names;

	*rows = (struct resume_rows){0};
	if (store_draft_list(c->store, a, &who, "", &names, e) < 0)
		return -1;
	for (size_t i = 0; i < names.rows.n; i++)
		add_row(c, a, rows, &names.rows.at[i]);
	return 0;
}

void resume_open(struct app *app, const char *form)
{
	struct arena a = ARENA_INIT;
	struct draft_of d;

	if (read_name(form, &d)) {
		struct view_args args = d.kind->args(&d, &a);

		if (d.kind->open)
			d.kind->open(app, &args);
		else
			app_push(app, d.kind->view, &args);
	}
	arena_free(&a);
}

void resume_offer(struct app *app)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct resume_rows rows;

	if (list_drafts(app_context(app), &a, &rows, &e) < 0)
		app_error(app, &e);
	else if (rows.rows.n > 0)
		app_push(app, &view_resume, &(struct view_args){.more = &rows});
	arena_free(&a);
}

int resume_mark_tasks(const struct app_context *c, struct arena *a, int64_t period_id,
		      struct task_rows *tasks, struct err *e)
{
	struct actor who = session_actor(c);
	struct draft_names names;
	struct draft_of d;

	if (store_draft_list(c->store, a, &who, "report:", &names, e) < 0)
		return -1;
	for (size_t i = 0; i < names.rows.n; i++) {
		if (!read_name(names.rows.at[i].form, &d) || d.id[2] != period_id)
			continue;
		for (size_t k = 0; k < tasks->n; k++) {
			struct task_row *t = &tasks->at[k];
			if (t->action_id == d.id[0] && t->unit_id == d.id[1] &&
			    t->report_state == REPORT_NONE)
				t->report_state = REPORT_DRAFT;
		}
	}
	return 0;
}
