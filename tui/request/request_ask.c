/* request_ask.c - the kinds of requests as entries of menus, and the one way into their form. */
#include "tui/request/request_ask.h"

#include "core/rule/flow.h"
#include "core/i18n.h"
#include "db/cycle/store_request.h"
#include "db/plan/store_plan.h"
#include "db/report/store_milestone.h"
#include "db/report/store_period.h"
#include "db/report/store_report.h"
#include "tui/app/session.h"
#include "tui/request/remedy.h"
#include "tui/view/views.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

static const struct {
	const char *label;
	enum act act;
	size_t about; /* offset in struct request_things */
} kinds[REQUEST_KIND_COUNT] = {
	[REQUEST_CONTEST] = {N_("Object to the task"), ACT_RECEIVE,
			     offsetof(struct request_things, action_id)},
	[REQUEST_EXTENSION] = {N_("Ask for a later date"), ACT_REQUEST,
			       offsetof(struct request_things, milestone_id)},
	[REQUEST_EXCEPTION] = {N_("Ask to report after the period has closed"), ACT_REQUEST,
			       offsetof(struct request_things, period_id)},
	[REQUEST_CORRECTION] = {N_("Ask to correct the accepted report"), ACT_REQUEST,
				offsetof(struct request_things, report_id)},
	[REQUEST_COMPLETION] = {N_("Ask for close-out: the action is complete"), ACT_REQUEST,
				offsetof(struct request_things, action_id)},
};

const char *request_ask_label(enum request_kind kind)
{
	return kinds[kind].label ? _(kinds[kind].label) : "";
}

bool request_may_ask(const struct app_context *c, enum request_kind kind, int64_t unit_id)
{
	int64_t unit = session_unit(c, unit_id);

	return kind != REQUEST_NONE && unit && session_may(c, kinds[kind].act, unit);
}

int64_t request_about(enum request_kind kind, const struct request_things *things)
{
	int64_t id = 0;

	if (kind != REQUEST_NONE)
		memcpy(&id, (const char *)things + kinds[kind].about, sizeof id);
	return id;
}

static int name_milestone(const struct app_context *c, struct arena *a, int64_t id,
			  const char **subject, struct err *e)
{
	struct actor who = session_actor(c);
	struct milestone_row m;

	if (store_milestone_get(c->store, a, &who, id, &m, e) < 0)
		return -1;
	*subject = arena_printf(a, "%s %s · %s", m.action_no, m.action_title, m.title);
	return 0;
}

static int name_period(const struct app_context *c, struct arena *a, int64_t id,
		       const char **subject, struct err *e)
{
	struct period_row p;

	if (store_period_get(c->store, a, id, &p, e) < 0)
		return -1;
	*subject = arena_printf(a, _("the reports for %s"), p.code);
	return 0;
}

static int name_report(const struct app_context *c, struct arena *a, int64_t id,
		       const char **subject, struct err *e)
{
	struct actor who = session_actor(c);
	struct report_row r;

	if (store_report_get(c->store, a, &who, id, &r, e) < 0)
		return -1;
	*subject = arena_printf(a, "%s %s · %s", r.action_no, r.action_title, r.period_code);
	return 0;
}

static int name_action(const struct app_context *c, struct arena *a, int64_t id,
		       const char **subject, struct err *e)
{
	struct actor who = session_actor(c);
	struct action_row row;

	if (store_action_get(c->store, a, &who, id, &row, e) < 0)
		return -1;
	*subject = arena_printf(a, "%s %s", row.path, row.title);
	return 0;
}

int request_subject(const struct app_context *c, struct arena *a, enum request_kind kind,
		    int64_t about, const char **subject, struct err *e)
{
	switch (kind) {
	case REQUEST_EXTENSION:
		return name_milestone(c, a, about, subject, e);
	case REQUEST_EXCEPTION:
		return name_period(c, a, about, subject, e);
	case REQUEST_CORRECTION:
		return name_report(c, a, about, subject, e);
	default:
		return name_action(c, a, about, subject, e);
	}
}

struct request_new request_ask_new(const struct app_context *c, enum request_kind kind,
				   int64_t about, int64_t unit_id)
{
	struct request_row thing = {.kind = kind,
				    .unit_id = session_unit(c, unit_id),
				    .action_id = about,
				    .milestone_id = about,
				    .period_id = about,
				    .report_id = about};

	return request_anew(&thing);
}

/* Where it cannot be read, the store says so when it is asked. */
int64_t request_ask_waiting(const struct app_context *c, const struct request_new *r)
{
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct request_rows same = {0};
	int64_t id = 0;

	if (store_request_same(c->store, &a, &who, r, &same, &e) == 0 && request_waiting(&same))
		id = request_waiting(&same)->id;
	arena_free(&a);
	return id;
}

int request_ask(struct app *app, enum request_kind kind, int64_t about, int64_t unit_id)
{
	const struct app_context *c = app_context(app);
	struct request_new r = request_ask_new(c, kind, about, unit_id);
	int64_t waits = request_ask_waiting(c, &r);

	if (waits)
		return remedy_waits(app, waits);
	return app_push(app, &view_request_form,
			&(struct view_args){.id = about, .id2 = unit_id, .tab = (int)kind});
}

void request_note_rest(struct form *f, const char *name, const struct app_context *c)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct date d = {0};
	const char *note = "";

	if (date_read(form_get(f, name), "", &d, &e) == 0)
		note = calendar_rest_note(&a, c->session->rules.calendar, d);
	form_note(f, name, *note ? note : NULL);
	arena_free(&a);
}

char *request_draft_name(enum request_kind kind, int64_t about, int64_t unit_id)
{
	return xasprintf(REQUEST_DRAFTS "%s:%lld:%lld", request_kind_word(kind), (long long)about,
			 (long long)unit_id);
}

bool request_draft_args(const char *rest, struct view_args *args)
{
	char word[32];
	long long about, unit;
	enum request_kind kind;

	if (sscanf(rest, "%31[^:]:%lld:%lld", word, &about, &unit) != 3 ||
	    !request_kind_parse(word, &kind) || kind == REQUEST_NONE)
		return false;
	*args = (struct view_args){.id = about, .id2 = unit, .tab = (int)kind};
	return true;
}
