/*
 * store_request_write.c - asking, deciding, taking back. Each is a step of the request's own state
 * machine and, in the same transaction, what it does to the thing that is asked about
 * (request_effect.c).
 */
#include "db/cycle/store_request.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/cycle/request_effect.h"
#include "db/cycle/request_volume.h"
#include "db/plan/store_check.h"
#include "db/report/evidence_link.h"
#include "db/report/store_milestone.h"
#include "db/report/store_period.h"
#include "db/report/store_report.h"
#include "db/search/search_put.h"

#include <string.h>

static const char version_of_request[] =
	"SELECT version, coalesce(changed_by, 0), changed_at FROM request WHERE id = ?1";

/* What a request is about, found from what the caller named. */
struct subject_of {
	int64_t plan_id, action_id, assignment_id, milestone_id, period_id, report_id;
	bool common; /* a milestone of all units of the action */
	struct date due;
	bool late; /* that day is past */
};

static int find_assignment(struct write *w, const struct request_new *r, struct subject_of *o,
			   struct err *e)
{
	static const char text[] =
		"SELECT assignment_id FROM task_share WHERE action_id = ?1 AND unit_id = ?2";

	o->action_id = r->action_id;
	return sql_get(w->db, text, &o->assignment_id, e, sql_i64(r->action_id),
		       sql_i64(r->unit_id)) < 0
		       ? -1
		       : 0;
}

static int find_milestone(struct write *w, const struct request_new *r, struct subject_of *o,
			  struct err *e)
{
	struct milestone_row m;
	enum milestone_state to;

	if (store_milestone_get(w->s, &w->arena, NULL, r->milestone_id, &m, e) ||
	    flow_milestone(m.state, MILESTONE_EXTEND, &to, e))
		return -1;
	if (m.unit_id && m.unit_id != r->unit_id)
		return err_set(e, ERR_STATE,
			       _("the milestone is of %s, and that unit asks for its extension"),
			       m.unit);
	o->common = !m.unit_id;
	o->action_id = m.action_id;
	o->milestone_id = m.id;
	o->due = m.due;
	return 0;
}

static int find_period(struct write *w, const struct request_new *r, struct subject_of *o,
		       struct err *e)
{
	struct period_row p;

	if (store_period_get(w->s, &w->arena, r->period_id, &p, e))
		return -1;
	o->plan_id = p.plan_id;
	o->period_id = p.id;
	o->due = p.closes;
	o->late = p.closed_early;
	return 0;
}

static int find_report(struct write *w, const struct request_new *r, struct subject_of *o,
		       struct err *e)
{
	struct report_row row;
	enum report_state to;

	if (store_report_get(w->s, &w->arena, NULL, r->report_id, &row, e) ||
	    flow_report(row.state, REPORT_CORRECT, &to, e))
		return -1;
	if (row.unit_id != r->unit_id)
		return err_set(e, ERR_INPUT, _("the report is another unit's"));
	o->action_id = row.action_id;
	o->period_id = row.period_id;
	o->report_id = row.id;
	return 0;
}

static int find_action(struct write *w, const struct request_new *r, struct subject_of *o,
		       struct err *e)
{
	(void)w;
	(void)e;
	o->action_id = r->action_id;
	return 0;
}

/* What is common to the units of an action is asked for by those that lead or share it; where
 * nobody leads, by any of them. */
static int check_delivers(struct write *w, const struct request_new *r, const struct subject_of *o,
			  const struct share *share, struct err *e)
{
	static const char text[] =
		"SELECT count(*) FROM assignment WHERE action_id = ?1 AND role = 'lead' "
		"AND state <> 'withdrawn'";
	int64_t leads = 0;

	if ((r->kind != REQUEST_COMPLETION && !o->common) || share->role != ROLE_COOP)
		return 0;
	if (sql_get(w->db, text, &leads, e, sql_i64(o->action_id)) < 0)
		return -1;
	if (!leads)
		return 0;
	return err_set(
		e, ERR_STATE,
		o->common ? _("the unit cooperates in %s; the unit that leads it asks for the "
			      "extension of its common milestones")
			  : _("the unit cooperates in %s; the unit that leads it says that it is "
			      "complete, your part is told in your report"),
		share->action);
}

static int find_subject(struct write *w, const struct request_new *r, struct subject_of *o,
			struct err *e)
{
	static int (*const finders[REQUEST_KIND_COUNT])(struct write *, const struct request_new *,
							struct subject_of *, struct err *) = {
		[REQUEST_CONTEST] = find_assignment, [REQUEST_EXTENSION] = find_milestone,
		[REQUEST_EXCEPTION] = find_period,   [REQUEST_CORRECTION] = find_report,
		[REQUEST_COMPLETION] = find_action,
	};
	struct share share = {0};

	if (finders[r->kind](w, r, o, e))
		return -1;
	if (!o->action_id)
		return write_check_plan_open(w, o->plan_id, e);
	if (check_share(w, o->action_id, r->unit_id, &share, e) ||
	    check_delivers(w, r, o, &share, e))
		return -1;
	o->plan_id = share.plan_id;
	return 0;
}

static int check_once(struct write *w, const struct request_new *r, struct err *e)
{
	const struct request_row *first;
	struct request_rows same;

	if (store_request_same(w->s, &w->arena, NULL, r, &same, e))
		return -1;
	first = request_waiting(&same);
	return first ? request_waits(e, first->id) : 0;
}

static int insert_request(struct write *w, const struct request_new *r, const struct subject_of *o,
			  int64_t *id, struct err *e)
{
	static const char text[] =
		"INSERT INTO request (kind, plan_id, unit_id, action_id, assignment_id, "
		"milestone_id, period_id, report_id, aspect, want_date, percent, late, on_behalf, "
		"asked_at, asked_by, changed_at, changed_by, reason, done, problems, next) VALUES "
		"(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?14, ?15, ?16, "
		"?17, ?18, ?19) RETURNING id";
	bool late = o->late || (date_is_set(o->due) && date_cmp(w->who->now.today, o->due) > 0);

	return write_insert(
		w, text, id, e, sql_text(request_kind_word(r->kind)), sql_i64(o->plan_id),
		sql_i64(r->unit_id), sql_id(o->action_id), sql_id(o->assignment_id),
		sql_id(o->milestone_id), sql_id(o->period_id), sql_id(o->report_id),
		sql_maybe(r->kind == REQUEST_CONTEST ? contest_about_word(r->about) : NULL),
		sql_date(r->want), r->percent < 0 ? sql_id(0) : sql_i64(r->percent), sql_i64(late),
		sql_i64(w->on_behalf), sql_time(w->now), write_person(w), sql_text(r->reason),
		sql_text(r->done), sql_text(r->problems), sql_text(r->next));
}

static int log_request(struct write *w, const struct request_row *q, const char *act,
		       struct change *c, struct err *e)
{
	struct log_entry entry = {
		.act = act,
		.object = arena_printf(&w->arena, "request %lld", (long long)q->id),
		.action_id = q->action_id,
		.unit_id = q->unit_id,
	};

	w->changes |= CHANGE_REQUEST;
	return write_log(w, &entry, c, e);
}

static void change_new_date(struct change *c, const char *field, struct date day)
{
	char text[DATE_TEXT];

	if (date_is_set(day))
		change_new_text(c, field, date_format(day, text));
}

static int request_ask(struct write *w, const struct request_new *r, struct arena *a,
		       struct request_row *row, struct err *e)
{
	struct evidence_new proof = {.unit_id = r->unit_id};
	struct subject_of o = {0};
	struct change c = {0};

	if (write_may_unit(w, r->kind == REQUEST_CONTEST ? ACT_RECEIVE : ACT_REQUEST, r->unit_id,
			   e) ||
	    find_subject(w, r, &o, e) || check_once(w, r, e) ||
	    insert_request(w, r, &o, &proof.request_id, e) ||
	    search_put(w->db, SEARCH_REQUEST, proof.request_id, e) ||
	    evidence_link_all(w, &proof, &r->evidence, e) ||
	    request_volumes_put(w, proof.request_id, o.action_id, &r->volumes, e) ||
	    store_request_get(w->s, a, NULL, proof.request_id, row, e) ||
	    request_effect(w, row, REQUEST_IS_ASKED, e))
		return -1;
	change_new_text(&c, "kind", request_kind_word(r->kind));
	change_new_text(&c, "reason", r->reason);
	change_new_date(&c, "want", r->want);
	return log_request(w, row, "request.ask", &c, e);
}

int store_request_ask(struct store *s, const struct actor *who, const struct request_new *r,
		      struct arena *a, struct request_row *row, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, request_ask(&w, r, a, row, e), changes, e);
}

/* The row as it is, when it has the version that was read and allows the step. */
static int begin_step(struct write *w, int64_t id, int64_t version, enum request_step step,
		      struct request_row *q, enum request_state *to, struct err *e)
{
	if (store_request_get(w->s, &w->arena, NULL, id, q, e))
		return -1;
	struct subject what = {.unit_id = q->unit_id, .unit = q->unit};
	if (step != REQUEST_TAKE_BACK)
		what.entered_by = q->asked_by_id;
	enum act act = step == REQUEST_TAKE_BACK && q->kind == REQUEST_CONTEST
			       ? ACT_RECEIVE
			       : flow_act(FLOW_REQUEST, (int)step);
	if (write_may(w, act, &what, e) || write_check_plan_open(w, q->plan_id, e) ||
	    check_version(w, version_of_request, id, version, e))
		return -1;
	return flow_request(q->state, step, to, e);
}

static int check_answer(struct request_row *q, enum request_step step, struct date granted,
			const char *answer, struct err *e)
{
	char day[DATE_TEXT];

	if (step == REQUEST_REFUSE && !*answer)
		return err_set_field(e, ERR_INPUT, "answer",
				     _("say why it is refused, so that the unit knows what to do"));
	if (step != REQUEST_GRANT || !request_rule(q->kind)->grant_has_date)
		return 0;
	q->granted = date_is_set(granted) ? granted : q->want;
	if (date_is_set(q->due) && date_cmp(q->granted, q->due) <= 0)
		return err_set_field(e, ERR_INPUT, "granted",
				     _("the date is %s now; give a later one"),
				     date_format(q->due, day));
	return 0;
}

static int request_step(struct write *w, int64_t id, int64_t version, enum request_step step,
			struct date granted, const char *answer, struct err *e)
{
	static const char decide[] =
		"UPDATE request SET state = ?2, answer = ?3, granted_date = ?4, decided_at = ?5, "
		"decided_by = ?6, version = version + 1, changed_at = ?5, changed_by = ?6 "
		"WHERE id = ?1";
	static const char take_back[] =
		"UPDATE request SET state = ?2, version = version + 1, changed_at = ?3, "
		"changed_by = ?4 WHERE id = ?1";
	static const enum request_event events[] = {[REQUEST_GRANT] = REQUEST_IS_GRANTED,
						    [REQUEST_REFUSE] = REQUEST_IS_REFUSED,
						    [REQUEST_TAKE_BACK] = REQUEST_IS_DROPPED};
	struct request_row q;
	enum request_state to;
	struct change c = {0};

	if (begin_step(w, id, version, step, &q, &to, e) ||
	    check_answer(&q, step, granted, answer, e))
		return -1;
	struct sql_value state = sql_text(request_state_word(to)), at = sql_time(w->now);
	if (step == REQUEST_TAKE_BACK
		    ? sql_run(w->db, take_back, e, sql_i64(id), state, at, write_person(w))
		    : sql_run(w->db, decide, e, sql_i64(id), state, sql_text(answer),
			      sql_date(q.granted), at, write_person(w)))
		return -1;
	if (search_put(w->db, SEARCH_REQUEST, id, e) || request_effect(w, &q, events[step], e))
		return -1;
	change_text(&c, "state", request_state_word(q.state), request_state_word(to));
	if (*answer)
		change_new_text(&c, "answer", answer);
	change_new_date(&c, "granted", q.granted);
	return log_request(w, &q, arena_printf(&w->arena, "request.%s", request_step_word(step)),
			   &c, e);
}

int store_request_decide(struct store *s, const struct actor *who, int64_t id, int64_t version,
			 enum request_step step, struct date granted, const char *answer,
			 unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, request_step(&w, id, version, step, granted, answer ? answer : "", e),
			 changes, e);
}

int request_take_back(struct write *w, int64_t id, int64_t version, struct err *e)
{
	return request_step(w, id, version, REQUEST_TAKE_BACK, (struct date){0}, "", e);
}

int store_request_take_back(struct store *s, const struct actor *who, int64_t id, int64_t version,
			    unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, request_take_back(&w, id, version, e), changes, e);
}
