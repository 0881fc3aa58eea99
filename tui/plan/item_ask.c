/*
 * item_ask.c - the requests that an action can lead to, those that its state allows; and refusals
 * met on it, told with the request that lifts them.
 */
#include "tui/plan/item_ask.h"

#include "core/rule/flow.h"
#include "core/i18n.h"
#include "core/rule/period.h"
#include "db/report/store_period.h"
#include "db/report/store_report.h"
#include "db/plan/store_task.h"
#include "tui/app/session.h"
#include "tui/part/menu.h"
#include "tui/request/remedy.h"
#include "tui/view/views.h"

static struct request_things things_of(const struct item *it, int64_t period_id)
{
	return (struct request_things){.unit_id = it->unit_id,
				       .action_id = it->action_id,
				       .period_id = period_id,
				       .report_id = it->report_id};
}

/* The period that was closed last; id 0: none is. */
static int find_closed(const struct app_context *c, struct arena *a, int64_t plan_id,
		       struct period_row *closed, struct err *e)
{
	struct period_rows rows = {0};

	*closed = (struct period_row){0};
	if (store_period_list(c->store, a, plan_id, &rows, e) < 0)
		return -1;
	for (size_t i = 0; i < rows.n; i++)
		if (period_state_on(&rows.at[i], c->now.today) == PERIOD_CLOSED &&
		    (!closed->id || date_cmp(rows.at[i].closes, closed->closes) > 0))
			*closed = rows.at[i];
	return 0;
}

/* Whether the unit's report of a period has not been handed in. */
static int find_missing(const struct app_context *c, struct arena *a, const struct item *it,
			int64_t period_id, bool *missing, struct err *e)
{
	struct actor who = session_actor(c);
	struct err none = ERR_INIT;
	struct report_row row;
	enum report_state to;

	*missing = true;
	if (store_report_find(c->store, a, &who, it->action_id, it->unit_id, period_id, &row,
			      &none) == 0) {
		*missing = flow_report(row.state, REPORT_SUBMIT, &to, &none) == 0;
		return 0;
	}
	if (none.code == ERR_NOT_FOUND)
		return 0;
	*e = none;
	return -1;
}

/* The unit's part in the action; zeroes where it has none. */
static int find_part(const struct app_context *c, struct arena *a, const struct item *it,
		     struct task_row *part, struct err *e)
{
	struct actor who = session_actor(c);
	struct task_filter f = {.plan_id = it->plan_id,
				.unit_id = it->unit_id,
				.action_id = it->action_id,
				.role = -1,
				.lamp = -1};
	struct task_rows tasks = {0};

	if (store_task_list(c->store, a, &who, &f, &c->session->rules, c->now.today, &tasks, e) < 0)
		return -1;
	*part = tasks.n ? tasks.at[0] : (struct task_row){0};
	return 0;
}

/* Why the unit does not say now that the action is complete: it has been said, or where somebody
 * leads it, they do. NULL: it can. */
static const char *why_not_complete(const struct task_row *part)
{
	if (part->action_state != ACTION_ACTIVE)
		return action_state_label(part->action_state);
	return part->delivers ? NULL : _("the lead's");
}

static struct menu_entry entry_of(enum request_kind kind, const char *why)
{
	return (struct menu_entry){request_ask_label(kind), why, (int64_t)kind, why != NULL};
}

enum reply item_ask(struct app *app, const struct item *it)
{
	const struct app_context *c = app_context(app);
	struct menu_entry entries[REQUEST_KIND_COUNT];
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct period_row closed;
	struct task_row part;
	bool missing = false;
	size_t n = 0;

	if (find_closed(c, &a, it->plan_id, &closed, &e) < 0 ||
	    (closed.id && find_missing(c, &a, it, closed.id, &missing, &e) < 0) ||
	    find_part(c, &a, it, &part, &e) < 0) {
		app_error(app, &e);
		arena_free(&a);
		return REPLY_DONE;
	}
	entries[n++] = entry_of(REQUEST_EXTENSION, NULL);
	if (it->report_id && it->report_state == REPORT_ACCEPTED)
		entries[n++] = entry_of(REQUEST_CORRECTION, NULL);
	if (missing) {
		entries[n] = entry_of(REQUEST_EXCEPTION, NULL);
		entries[n++].note = closed.code;
	}
	entries[n++] = entry_of(REQUEST_COMPLETION, why_not_complete(&part));
	entries[n++] =
		entry_of(REQUEST_CONTEST, part.assignment_state == ASSIGNMENT_CONTESTED
						  ? assignment_state_label(ASSIGNMENT_CONTESTED)
						  : NULL);
	menu_open(app, ITEM_TAG_ASK, arena_printf(&a, "%s %s", it->no, it->title), entries, n);
	arena_free(&a);
	return REPLY_DONE;
}

/* A date is one of a milestone: there it is asked for. */
static enum reply choose_milestone(struct app *app, const struct item *it)
{
	if (app_push(app, &view_action,
		     &(struct view_args){.id = it->action_id,
					 .id2 = it->unit_id,
					 .tab = ACTION_TAB_MILESTONES}) == 0)
		app_info(app, "%s", _("Choose the milestone: Enter on it asks for a later date."));
	return REPLY_DONE;
}

enum reply item_ask_do(struct app *app, const struct item *it, int64_t entry)
{
	const struct app_context *c = app_context(app);
	enum request_kind kind = (enum request_kind)entry;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct period_row closed;

	if (kind == REQUEST_EXTENSION)
		return choose_milestone(app, it);
	if (find_closed(c, &a, it->plan_id, &closed, &e) < 0) {
		app_error(app, &e);
	} else {
		struct request_things things = things_of(it, closed.id);

		request_ask(app, kind, request_about(kind, &things), it->unit_id);
	}
	arena_free(&a);
	return REPLY_DONE;
}

void item_tell(struct app *app, const struct item *it, const struct err *e)
{
	const struct app_context *c = app_context(app);
	struct arena a = ARENA_INIT;
	struct err none = ERR_INIT;
	struct period_row period = {0};

	if (e->remedy == REQUEST_EXCEPTION)
		store_period_current(c->store, &a, it->plan_id, c->now.today, &period, &none);
	struct request_things things = things_of(it, period.id);
	remedy_tell(app, e, &things);
	arena_free(&a);
}
