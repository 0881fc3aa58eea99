/* Who answers for an action: listing, assigning, taking an assignment back. */
#include "db/people/store_unit.h"

#include "core/rule/flow.h"
#include "core/i18n.h"
#include "db/store_internal.h"

/* The state of a unit's report: a draft that the reader may not read is none. */
static void take_report(struct sql_stmt *q, const struct reader *reader, struct assignment_row *r)
{
	sql_take_word(q, report_state, &r->report_state);
	r->percent = sql_take_int(q);
	if (!reader_may_report(reader, r->report_state, r->unit_id, sql_take_bool(q))) {
		r->report_state = REPORT_NONE;
		r->percent = -1;
	}
}

/* How far a report has come: a returned one has to be handed in again. */
static int report_rank(enum report_state state)
{
	static const int rank[REPORT_STATE_COUNT] = {
		[REPORT_NONE] = 0,	[REPORT_DRAFT] = 1,  [REPORT_RETURNED] = 2,
		[REPORT_SUBMITTED] = 3, [REPORT_SIGNED] = 4, [REPORT_ACCEPTED] = 5,
	};

	return rank[state];
}

/* In the place of a collective unit its members report. */
static int add_members(struct store *s, const struct reader *reader, int64_t period_id,
		       struct assignment_row *row, struct err *e)
{
	static const char text[] =
		"SELECT m.member_id, r.state, coalesce(r.percent, -1), coalesce(r.on_behalf, 0) "
		"FROM unit_member m LEFT JOIN report r ON r.action_id = ?1 "
		"AND r.unit_id = m.member_id AND r.period_id = ?3 "
		"WHERE m.collective_id = ?2 AND m.ended_at IS NULL";
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(row->action_id),
				       sql_i64(row->unit_id), sql_i64(period_id));
	int got;

	while ((got = sql_next(q, e)) > 0) {
		struct assignment_row member = {.unit_id = sql_take_i64(q)};

		take_report(q, reader, &member);
		if (row->nmembers++ == 0 ||
		    report_rank(member.report_state) < report_rank(row->report_state))
			row->report_state = member.report_state;
		row->nreported += report_is_handed_in(member.report_state);
		row->percent = -1;
	}
	return got;
}

int store_assignment_list(struct store *s, struct arena *a, const struct actor *who,
			  int64_t action_id, int64_t period_id, struct assignment_rows *rows,
			  struct err *e)
{
	static const char text[] =
		"SELECT s.id, s.version, s.action_id, s.unit_id, u.name, s.role, s.state, "
		"r.state, coalesce(r.percent, -1), coalesce(r.on_behalf, 0) FROM assignment s JOIN "
		"unit u ON u.id = "
		"s.unit_id "
		"LEFT JOIN report r ON r.action_id = s.action_id AND r.unit_id = s.unit_id "
		"AND r.period_id = ?2 WHERE s.action_id = ?1 AND s.state <> 'withdrawn' "
		"ORDER BY s.role <> 'lead', s.seq, s.id";
	struct reader reader;
	int got = 0, members = 0;

	*rows = (struct assignment_rows){0};
	if (read_may_action(s, who, action_id, e))
		return -1;
	reader_of(a, who, &reader);
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(action_id), sql_i64(period_id));
	while (!members && (got = sql_next(q, e)) > 0) {
		struct assignment_row *r = vec_push(a, rows);
		r->id = sql_take_i64(q);
		r->version = sql_take_i64(q);
		r->action_id = sql_take_i64(q);
		r->unit_id = sql_take_i64(q);
		r->unit = sql_take_text(q, a);
		sql_take_word(q, role, &r->role);
		sql_take_word(q, assignment_state, &r->state);
		take_report(q, &reader, r);
		members = add_members(s, &reader, period_id, r, e);
	}
	sql_end(q);
	return members ? -1 : got;
}

/* What both writes look up. */
struct assign {
	struct write *w;
	int64_t action_id, plan_id;
	const char *action;
	struct unit_row unit;
	int64_t id; /* of the row that is there, 0: none */
	int64_t version, changed_by, changed_at;
	enum role role;
	enum assignment_state state;
};

static int check_action(struct assign *as, struct err *e)
{
	static const char text[] = "SELECT state FROM action WHERE id = ?1";
	struct write *w = as->w;
	enum action_state state = ACTION_ACTIVE;

	as->action = write_action_name(w, as->action_id, &as->plan_id, e);
	if (!as->action || write_check_plan_open(w, as->plan_id, e))
		return -1;
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(as->action_id));
	if (sql_next(q, e) <= 0)
		return -1;
	sql_take_word(q, action_state, &state);
	sql_end(q);
	if (state == ACTION_CLOSED_OUT || state == ACTION_WITHDRAWN)
		return err_set(e, ERR_STATE, _("%s is %s; its units stay as they are"), as->action,
			       action_state_label(state));
	return 0;
}

static int load_row(struct assign *as, struct err *e)
{
	static const char text[] =
		"SELECT id, role, state, version, coalesce(changed_by, 0), changed_at "
		"FROM assignment WHERE action_id = ?1 AND unit_id = ?2";
	struct sql_stmt *q =
		sql_query(as->w->db, text, e, sql_i64(as->action_id), sql_i64(as->unit.id));
	int got = sql_next(q, e);

	if (got <= 0)
		return got;
	as->id = sql_take_i64(q);
	sql_take_word(q, role, &as->role);
	sql_take_word(q, assignment_state, &as->state);
	as->version = sql_take_i64(q);
	as->changed_by = sql_take_i64(q);
	as->changed_at = sql_take_time(q);
	sql_end(q);
	return 0;
}

static bool in_force(const struct assign *as)
{
	return as->id && as->state != ASSIGNMENT_WITHDRAWN;
}

static int assign_begin(struct assign *as, int64_t unit_id, int64_t version, struct err *e)
{
	struct subject what = {.unit = ""};
	struct write *w = as->w;

	if (write_may(w, ACT_ASSIGN, &what, e) || check_action(as, e) ||
	    store_unit_get(w->s, &w->arena, unit_id, &as->unit, e))
		return -1;
	return load_row(as, e) || write_check_version(w, version, in_force(as) ? as->version : 0,
						      as->changed_by, as->changed_at, e)
		       ? -1
		       : 0;
}

static int assign_end(struct assign *as, const char *act, struct change *c, struct err *e)
{
	struct log_entry entry = {
		.act = act,
		.object = arena_printf(&as->w->arena, "action %s", as->action),
		.action_id = as->action_id,
		.unit_id = as->unit.id,
	};

	as->w->changes |= CHANGE_ASSIGNMENT | CHANGE_UNIT | CHANGE_PLAN;
	if (write_count_plan(as->w, as->plan_id, e)) {
		change_free(c);
		return -1;
	}
	return write_log(as->w, &entry, c, e);
}

static int put_row(struct assign *as, enum role role, struct err *e)
{
	static const char text[] =
		"INSERT INTO assignment (action_id, unit_id, seq, role, changed_at, changed_by) "
		"VALUES (?1, ?2, (SELECT coalesce(max(seq), 0) + 1 FROM assignment "
		"WHERE action_id = ?1), ?3, ?4, ?5) "
		"ON CONFLICT (action_id, unit_id) DO UPDATE SET role = excluded.role, "
		"state = 'issued', issue = assignment.issue + 1, reason = '', "
		"version = assignment.version + 1, "
		"changed_at = excluded.changed_at, changed_by = excluded.changed_by";

	return sql_run(as->w->db, text, e, sql_i64(as->action_id), sql_i64(as->unit.id),
		       sql_text(role_word(role)), sql_time(as->w->now), write_person(as->w));
}

static int assign(struct write *w, int64_t action_id, int64_t unit_id, int64_t version,
		  enum role role, struct err *e)
{
	struct assign as = {.w = w, .action_id = action_id};
	struct change c = {0};

	if (assign_begin(&as, unit_id, version, e))
		return -1;
	bool there = in_force(&as);
	if (there && as.role == role)
		return err_set(e, ERR_EXISTS, _("%s has the role \"%s\" in %s already"),
			       as.unit.name, role_label(role), as.action);
	if ((as.id && flow_assignment(as.state, ASSIGNMENT_ISSUE, &as.state, e)) ||
	    put_row(&as, role, e))
		return -1;
	change_text(&c, "unit", there ? as.unit.name : NULL, as.unit.name);
	change_text(&c, "role", there ? role_word(as.role) : NULL, role_word(role));
	return assign_end(&as, "assignment.put", &c, e);
}

int store_assign(struct store *s, const struct actor *who, int64_t action_id, int64_t unit_id,
		 int64_t version, enum role role, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, assign(&w, action_id, unit_id, version, role, e), changes, e);
}

static int unassign(struct write *w, int64_t action_id, int64_t unit_id, int64_t version,
		    const char *reason, struct err *e)
{
	static const char text[] =
		"UPDATE assignment SET state = 'withdrawn', reason = ?2, version = version + 1, "
		"changed_at = ?3, changed_by = ?4 WHERE id = ?1";
	struct assign as = {.w = w, .action_id = action_id};
	enum assignment_state to;
	struct change c = {0};

	if (assign_begin(&as, unit_id, version, e))
		return -1;
	if (!in_force(&as))
		return err_set(e, ERR_NOT_FOUND, _("%s is not assigned to %s"), as.action,
			       as.unit.name);
	if (flow_assignment(as.state, ASSIGNMENT_WITHDRAW, &to, e) ||
	    sql_run(w->db, text, e, sql_i64(as.id), sql_text(reason), sql_time(w->now),
		    write_person(w)))
		return -1;
	change_text(&c, "state", assignment_state_word(as.state), assignment_state_word(to));
	change_new_text(&c, "reason", reason);
	return assign_end(&as, "assignment.withdraw", &c, e);
}

int store_unassign(struct store *s, const struct actor *who, int64_t action_id, int64_t unit_id,
		   int64_t version, const char *reason, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, unassign(&w, action_id, unit_id, version, reason, e), changes, e);
}
