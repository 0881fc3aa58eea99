/* The table of the kinds of drafts. Each says in words what it is about, and NULL where nobody
 * waits for it any more or the active post has nothing to do with it. */
#include "tui/home/resume_kinds.h"

#include "core/rule/flow.h"
#include "core/i18n.h"
#include "db/report/store_case.h"
#include "db/report/store_evidence.h"
#include "db/report/store_milestone.h"
#include "db/cycle/store_notice.h"
#include "db/plan/store_plan.h"
#include "db/report/store_report.h"
#include "db/cycle/store_request.h"
#include "db/people/store_unit.h"
#include "tui/app/session.h"
#include "tui/home/resume_office.h"
#include "tui/import/import_desk.h"
#include "tui/report/report_facts.h"
#include "tui/report/review_menu.h"
#include "tui/request/request_ask.h"
#include "tui/view/views.h"

#include <stdlib.h>
#include <string.h>

static struct view_args args_of_report(const struct resume_draft *d, struct arena *a)
{
	struct view_report_args *more = arena_alloc(a, sizeof *more);

	more->period_id = d->id[2];
	return (struct view_args){.id = d->id[0], .id2 = d->id[1], .more = more};
}

static struct view_args args_of_two(const struct resume_draft *d, struct arena *a)
{
	(void)a;
	return (struct view_args){.id = d->id[0], .id2 = d->id[1]};
}

static struct view_args args_of_text(const struct resume_draft *d, struct arena *a)
{
	(void)a;
	return (struct view_args){.text = d->rest};
}

static struct view_args args_of_evidence(const struct resume_draft *d, struct arena *a)
{
	struct view_evidence_args *more = arena_alloc(a, sizeof *more);

	more->report_id = d->id[2];
	more->request_id = d->id[3];
	more->case_id = d->id[4];
	return (struct view_args){.id = d->id[0], .id2 = d->id[1], .more = more};
}

static struct view_args args_of_request(const struct resume_draft *d, struct arena *a)
{
	struct view_args args = {0};

	(void)a;
	request_draft_args(d->rest, &args);
	return args;
}

static struct view_args args_of_answer(const struct resume_draft *d, struct arena *a)
{
	(void)a;
	return (struct view_args){.id = d->id[0], .tab = d->id[1] ? REQUEST_REFUSE : REQUEST_GRANT};
}

static struct view_args args_of_case(const struct resume_draft *d, struct arena *a)
{
	struct view_case_args *more = arena_alloc(a, sizeof *more);

	more->unit_id = d->id[2];
	return (struct view_args){.id = d->id[0], .id2 = d->id[1], .more = more};
}

static struct view_args args_of_review(const struct resume_draft *d, struct arena *a)
{
	struct view_import_args *more = arena_alloc(a, sizeof *more);

	more->draft = d->form;
	return (struct view_args){.more = more};
}

/* What a draft is about, in words; NULL when it cannot be gone on with. In the arena. */
typedef const char *about(const struct app_context *c, struct arena *a,
			  const struct resume_draft *d);

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

/* Also where it was handed in meanwhile, or the period is closed: it is read and copied then. */
static const char *about_report(const struct app_context *c, struct arena *a,
				const struct resume_draft *d)
{
	struct err e = ERR_INIT;

	if (!session_may(c, ACT_REPORT, d->id[1]))
		return NULL;
	if (report_facts_check(c, d->id[0], d->id[1], d->id[2], &e) == 0)
		return about_action(c, a, d->id[0], _("the report on %s %s"));
	return e.code == ERR_STATE
		       ? about_action(c, a, d->id[0],
				      _("the report on %s %s, which cannot be sent now"))
		       : NULL;
}

static const char *about_milestone(const struct app_context *c, struct arena *a,
				   const struct resume_draft *d)
{
	return about_action(c, a, d->id[0], _("a milestone of %s %s"));
}

static const char *about_evidence(const struct app_context *c, struct arena *a,
				  const struct resume_draft *d)
{
	return about_action(c, a, d->id[0], _("evidence for %s %s"));
}

static const char *about_done(const struct app_context *c, struct arena *a,
			      const struct resume_draft *d)
{
	struct actor who = session_actor(c);
	struct err e = ERR_INIT;
	struct milestone_row row;

	if (store_milestone_get(c->store, a, &who, d->id[0], &row, &e) < 0)
		return NULL;
	return arena_printf(a, _("how the milestone \"%s\" was done"), row.title);
}

static const char *about_case(const struct app_context *c, struct arena *a,
			      const struct resume_draft *d)
{
	return session_may(c, ACT_CASE, d->id[2])
		       ? about_action(c, a, d->id[0], _("a case of %s %s"))
		       : NULL;
}

/* Nothing to say any more where the office has decided so already. */
static const char *about_declining(const struct app_context *c, struct arena *a,
				   const struct resume_draft *d)
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

/* Why a report is returned; nothing to say any more where it was decided on elsewhere. */
static const char *about_return(const struct app_context *c, struct arena *a,
				const struct resume_draft *d)
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
				 const struct resume_draft *d)
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

/* Where somebody else has answered meanwhile it is read and copied. */
static const char *about_answer(const struct app_context *c, struct arena *a,
				const struct resume_draft *d)
{
	struct actor who = session_actor(c);
	struct err e = ERR_INIT;
	struct request_row row;

	if (!session_may(c, ACT_DECIDE, 0) ||
	    store_request_get(c->store, a, &who, d->id[0], &row, &e) < 0)
		return NULL;
	return arena_printf(a,
			    row.state == REQUEST_ASKED
				    ? _("the answer to %s: %s")
				    : _("the answer to %s: %s, which waits no more"),
			    row.unit, request_kind_label(row.kind));
}

/* Nothing to say any more where it was answered or closed. */
static const char *about_notice(const struct app_context *c, struct arena *a,
				const struct resume_draft *d)
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
				const struct resume_draft *d)
{
	struct err e = ERR_INIT;
	struct unit_row unit;

	if (!session_may(c, ACT_URGE, 0) || store_unit_get(c->store, a, d->id[1], &unit, &e) < 0)
		return NULL;
	return arena_printf(a, _("a word to %s with a notice"), unit.name);
}

static const char *about_instruction(const struct app_context *c, struct arena *a,
				     const struct resume_draft *d)
{
	return session_may(c, ACT_INSTRUCT, 0)
		       ? about_action(c, a, d->id[0], _("an instruction on %s %s"))
		       : NULL;
}

/* Nothing to say any more where it was opened again. */
static const char *about_reopening(const struct app_context *c, struct arena *a,
				   const struct resume_draft *d)
{
	struct actor who = session_actor(c);
	struct err e = ERR_INIT;
	struct action_row row;

	if (!session_may(c, ACT_DECIDE, 0) ||
	    store_action_get(c->store, a, &who, d->id[0], &row, &e) < 0 ||
	    row.state != ACTION_CLOSED_OUT)
		return NULL;
	return arena_printf(a, _("why %s %s is opened again"), row.path, row.title);
}

/* Nothing to say any more where the unit was taken off already. */
static const char *about_taking_off(const struct app_context *c, struct arena *a,
				    const struct resume_draft *d)
{
	struct actor who = session_actor(c);
	struct err e = ERR_INIT;
	struct assignment_rows units = {0};
	const char *of;

	if (!session_may(c, ACT_ASSIGN, 0) ||
	    store_assignment_list(c->store, a, &who, d->id[0], 0, &units, &e) < 0)
		return NULL;
	for (size_t i = 0; i < units.n; i++) {
		if (units.at[i].unit_id != d->id[1])
			continue;
		of = about_action(c, a, d->id[0], "%s %s");
		return of ? arena_printf(a, _("why %1$s is taken off %2$s"), units.at[i].unit, of)
			  : NULL;
	}
	return NULL;
}

static const char *about_withdrawal(const struct app_context *c, struct arena *a,
				    const struct resume_draft *d)
{
	struct actor who = session_actor(c);
	struct err e = ERR_INIT;
	struct evidence_row row;

	if (store_evidence_get(c->store, a, &who, d->id[0], &row, &e) < 0 || row.withdrawn ||
	    !session_may(c, ACT_EVIDENCE, row.unit_id))
		return NULL;
	return arena_printf(a, _("why the evidence \"%s\" is withdrawn"), row.title);
}

static const char *about_review(const struct app_context *c, struct arena *a,
				const struct resume_draft *d)
{
	return session_may(c, ACT_IMPORT, 0) ? arena_printf(a, _("the review of %s"), d->rest)
					     : NULL;
}

static const struct resume_kind {
	const char *begin;
	const struct view_ops *view;
	struct view_args (*args)(const struct resume_draft *d, struct arena *a);
	about *about;
	void (*open)(struct app *app, const struct view_args *args); /* NULL: pushes the view */
} kinds[] = {
	{"report:", &view_report_form, args_of_report, about_report, NULL},
	{"milestone:", &view_milestone_form, args_of_two, about_milestone, NULL},
	{"milestone-done:", &view_milestone_done, args_of_two, about_done, NULL},
	{"evidence:", &view_evidence_form, args_of_evidence, about_evidence, NULL},
	{"case:", &view_case_form, args_of_case, about_case, NULL},
	{"case-decline:", &view_case, args_of_two, about_declining, case_go_on},
	{"person:", &view_person_form, args_of_two, resume_about_person, NULL},
	{"key:", &view_key_form, args_of_text, resume_about_key, NULL},
	{"key-revoke:", &view_keys, args_of_two, resume_about_revoking, key_go_on},
	{REQUEST_DRAFTS, &view_request_form, args_of_request, about_request, NULL},
	{"request-answer:", &view_request_answer, args_of_answer, about_answer, NULL},
	{"notice-answer:", &view_notice, args_of_two, about_notice, notice_go_on},
	{"notice-word:", &view_urge, args_of_two, about_urging, NULL},
	{"instruct:", &view_instruct, args_of_two, about_instruction, NULL},
	{"exception:", &view_exception_form, args_of_two, resume_about_exception, NULL},
	{"calendar-day:", &view_day_form, args_of_two, resume_about_day, NULL},
	{"policy:", &view_policy_form, args_of_text, resume_about_policy, NULL},
	{"unit-name:", &view_unit_name, args_of_two, resume_about_unit_name, NULL},
	{"return:", &view_review, args_of_two, about_return, review_go_on},
	{"reopen:", &view_action, args_of_two, about_reopening, action_reopen_go_on},
	{"unassign:", &view_action, args_of_two, about_taking_off, assign_go_on},
	{"evidence-withdraw:", &view_evidence_list, args_of_two, about_withdrawal, evidence_go_on},
	{IMPORT_DRAFTS, &view_import, args_of_review, about_review, NULL},
};

bool resume_draft_read(const char *form, struct resume_draft *d)
{
	*d = (struct resume_draft){.form = form};
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
	for (size_t i = 0; i < RESUME_IDS && *s; i++) {
		char *end;
		d->id[i] = strtoll(s, &end, 10);
		s = *end == ':' ? end + 1 : "";
	}
	return true;
}

const char *resume_draft_about(const struct resume_draft *d, const struct app_context *c,
			       struct arena *a)
{
	return d->kind->about(c, a, d);
}

void resume_draft_open(const struct resume_draft *d, struct app *app)
{
	struct arena a = ARENA_INIT;
	struct view_args args = d->kind->args(d, &a);

	if (d->kind->open)
		d->kind->open(app, &args);
	else
		app_push(app, d->kind->view, &args);
	arena_free(&a);
}
