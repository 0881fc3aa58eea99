/*
 * request_effect.c - what a request does to the thing that it is about. Each effect is a step of
 * the thing's own state machine with a row of its own in the log, so that its history tells the
 * whole story without the requests.
 */
#include "db/cycle/request_effect.h"

#include "core/rule/flow.h"
#include "db/change.h"
#include "db/cycle/receipt.h"
#include "db/cycle/state_step.h"
#include "db/report/period_exception.h"
#include "db/report/report_edition.h"
#include "db/report/report_volume.h"
#include "db/report/store_report.h"
#include "db/search/search_put.h"

/* Of the unit that asks alone, also where the assignment is a collective unit's. */
static int contest_effect(struct write *w, const struct request_row *q, enum request_event event,
			  struct err *e)
{
	static const enum assignment_step steps[] = {[REQUEST_IS_ASKED] = ASSIGNMENT_CONTEST,
						     [REQUEST_IS_GRANTED] = ASSIGNMENT_SETTLE,
						     [REQUEST_IS_REFUSED] = ASSIGNMENT_SETTLE,
						     [REQUEST_IS_DROPPED] = ASSIGNMENT_RECEIVE};
	enum assignment_state from, to;
	struct change c = {0};

	w->changes |= CHANGE_ASSIGNMENT;
	if (receipt_state(w, q->assignment_id, q->unit_id, &from, e))
		return -1;
	/* The office may have changed or withdrawn the assignment before it answers. */
	if (event != REQUEST_IS_ASKED && from != ASSIGNMENT_CONTESTED)
		return 0;
	if (flow_assignment(from, steps[event], &to, e) ||
	    receipt_put(w, q->assignment_id, q->unit_id, to, e))
		return -1;
	change_text(&c, "state", assignment_state_word(from), assignment_state_word(to));
	struct log_entry entry = {
		.act = arena_printf(&w->arena, "assignment.%s", assignment_step_word(steps[event])),
		.object = arena_printf(&w->arena, "action %s/%s", q->plan_code, q->action_no),
		.action_id = q->action_id,
		.unit_id = q->unit_id,
	};
	return write_log(w, &entry, &c, e);
}

static int completion_effect(struct write *w, const struct request_row *q, enum request_event event,
			     struct err *e)
{
	static const int steps[] = {[REQUEST_IS_ASKED] = ACTION_ASK,
				    [REQUEST_IS_GRANTED] = ACTION_CLOSE_OUT,
				    [REQUEST_IS_REFUSED] = ACTION_SEND_BACK,
				    [REQUEST_IS_DROPPED] = ACTION_SEND_BACK};
	const struct state_row row = {
		.object = FLOW_ACTION,
		.id = q->action_id,
		.read = action_state_read,
		.write = action_state_write,
		.name = arena_printf(&w->arena, "action %s/%s", q->plan_code, q->action_no),
		.action_id = q->action_id,
		.unit_id = q->unit_id,
	};
	int state;

	w->changes |= CHANGE_PLAN | CHANGE_ASSIGNMENT;
	if (state_read(w, &row, &state, e))
		return -1;
	/* A new edition of the plan may have withdrawn the action meanwhile: what waits for an
	 * answer can still be refused or taken back. */
	if ((event == REQUEST_IS_REFUSED || event == REQUEST_IS_DROPPED) && state != ACTION_ASKED)
		return 0;
	return state_step(w, &row, steps[event], "", e);
}

/* ERR_STATE unless the row allows the step that leaves its state as it is. */
static int check_step(struct write *w, const struct state_row *row, int step, struct err *e)
{
	int state;

	return state_read(w, row, &state, e) || flow_step(row->object, state, step, e) < 0 ? -1 : 0;
}

static int extension_effect(struct write *w, const struct request_row *q, enum request_event event,
			    struct err *e)
{
	static const char text[] =
		"UPDATE milestone SET due = ?2, nextended = nextended + 1, version = version + 1, "
		"changed_at = ?3, changed_by = ?4 WHERE id = ?1";
	const struct state_row row = {.object = FLOW_MILESTONE,
				      .id = q->milestone_id,
				      .read = "SELECT state FROM milestone WHERE id = ?1"};
	struct change c = {0};

	if (event != REQUEST_IS_GRANTED)
		return 0;
	if (check_step(w, &row, MILESTONE_EXTEND, e) ||
	    sql_run(w->db, text, e, sql_i64(q->milestone_id), sql_date(q->granted),
		    sql_time(w->now), write_person(w)) ||
	    search_put(w->db, SEARCH_MILESTONE, q->milestone_id, e))
		return -1;
	w->changes |= CHANGE_MILESTONE;
	change_date(&c, "due", q->due, q->granted);
	struct log_entry entry = {
		.act = "milestone.extend",
		.object = arena_printf(&w->arena, "milestone %lld", (long long)q->milestone_id),
		.action_id = q->action_id,
		.unit_id = q->unit_id,
	};
	return write_log(w, &entry, &c, e);
}

static int exception_effect(struct write *w, const struct request_row *q, enum request_event event,
			    struct err *e)
{
	if (event != REQUEST_IS_GRANTED)
		return 0;
	return period_exception_put(w, q->period_id,
				    arena_printf(&w->arena, "%s/%s", q->plan_code, q->what),
				    q->unit_id, q->granted, q->reason, e);
}

static int correction_effect(struct write *w, const struct request_row *q, enum request_event event,
			     struct err *e)
{
	static const char text[] = "UPDATE report SET percent = ?2, done = ?3, problems = ?4, next "
				   "= ?5, no_change = 0, nsame = 0, version = version + 1, "
				   "changed_at = ?6, changed_by = ?7 "
				   "WHERE id = ?1";
	const struct state_row row = {.object = FLOW_REPORT,
				      .id = q->report_id,
				      .read = "SELECT state FROM report WHERE id = ?1"};
	struct report_volume_rows before;
	struct change c = {0};

	if (event != REQUEST_IS_GRANTED)
		return 0;
	if (check_step(w, &row, REPORT_CORRECT, e) ||
	    store_report_volumes(w->s, &w->arena, q->report_id, &before, e) ||
	    report_volumes_put(w, q->report_id, q->action_id, q->action_no, &before, &q->volumes,
			       e) ||
	    sql_run(w->db, text, e, sql_i64(q->report_id), sql_i64(q->percent), sql_text(q->done),
		    sql_text(q->problems), sql_text(q->next), sql_time(w->now), write_person(w)) ||
	    report_edition_add(w, q->report_id, EDITION_CORRECTED, q->reason, e) ||
	    search_put(w->db, SEARCH_REPORT, q->report_id, e))
		return -1;
	w->changes |= CHANGE_REPORT;
	change_new_i64(&c, "percent", q->percent);
	change_new_text(&c, "done", q->done);
	report_volumes_change(w, &before, &q->volumes, &c);
	change_new_text(&c, "reason", q->reason);
	struct log_entry entry = {
		.act = "report.correct",
		.object = arena_printf(&w->arena, "report %lld", (long long)q->report_id),
		.action_id = q->action_id,
		.unit_id = q->unit_id,
	};
	return write_log(w, &entry, &c, e);
}

int request_effect(struct write *w, const struct request_row *q, enum request_event event,
		   struct err *e)
{
	static int (*const effects[REQUEST_KIND_COUNT])(struct write *, const struct request_row *,
							enum request_event, struct err *) = {
		[REQUEST_CONTEST] = contest_effect,	  [REQUEST_EXTENSION] = extension_effect,
		[REQUEST_EXCEPTION] = exception_effect,	  [REQUEST_CORRECTION] = correction_effect,
		[REQUEST_COMPLETION] = completion_effect,
	};

	return effects[q->kind](w, q, event, e);
}
