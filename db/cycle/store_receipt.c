/*
 * store_receipt.c - receipt of assignments, and objections to them. How a unit has taken a task
 * belongs to the unit and an issue of the assignment: when the office issues it anew, what was said
 * before counts no more. One member of a collective unit receives or objects for itself alone; the
 * assignment is received when every unit that it stands for has received it. Who reports on a task
 * has taken note of it.
 */
#include "db/cycle/store_receipt.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/search/name_key.h"
#include "db/cycle/receipt.h"
#include "db/cycle/request_effect.h"
#include "db/plan/store_check.h"
#include "db/store_row.h"

enum { DAY_SECONDS = 24 * 60 * 60 };

/*
 * Rows of task_share t whose unit has no receipt for the assignment s as it was issued. ?1 plan, ?2
 * unit, ?3 action; `these` chooses the assignments to begin with. What it is ordered by is among
 * the columns: else the halves of task_share would be gone through from end to end.
 */
#define UNRECEIVED(these)                                                                          \
	"SELECT s.id, s.action_id, a.plan_id, t.unit_id, l.code, a.path, a.title, "                \
	"u.name, " ACTION_KEY ", " UNIT_KEY ", t.role, s.changed_at, a.seq, t.seq "                \
	"FROM assignment s CROSS JOIN task_share t ON t.assignment_id = s.id "                     \
	"AND t.action_id = s.action_id CROSS JOIN action a ON a.id = s.action_id "                 \
	"CROSS JOIN plan l ON l.id = a.plan_id JOIN unit u ON u.id = t.unit_id "                   \
	"WHERE " these " AND s.state = 'issued' AND l.state = 'open' "                             \
	"AND a.state IN ('active', 'completion-asked') "                                           \
	"AND (?1 = 0 OR a.plan_id = ?1) AND (?2 = 0 OR t.unit_id = ?2) "                           \
	"AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.assignment_id = s.id "                    \
	"AND r.unit_id = t.unit_id AND r.issue = s.issue) "                                        \
	"ORDER BY s.changed_at, a.plan_id, a.seq, t.seq"
#define ACTION_KEY SQL_NAME_KEY("action", "a.id")
#define UNIT_KEY   SQL_NAME_KEY("unit", "u.id")

static int take_list(struct sql_stmt *q, struct arena *a, const struct actor *who,
		     struct unreceived_rows *rows, struct err *e)
{
	struct reader r;
	int got;

	reader_of(a, who, &r);
	while ((got = sql_next(q, e)) > 0) {
		struct unreceived_row row = {.assignment_id = sql_take_i64(q)};
		row.action_id = sql_take_i64(q);
		row.plan_id = sql_take_i64(q);
		row.unit_id = sql_take_i64(q);
		row.plan_code = sql_take_text(q, a);
		row.action_no = sql_take_text(q, a);
		row.action_title = sql_take_text(q, a);
		row.unit = sql_take_text(q, a);
		row.action_pinyin = sql_take_text(q, a);
		row.unit_pinyin = sql_take_text(q, a);
		sql_take_word(q, role, &row.role);
		row.issued_at = sql_take_time(q);
		if (who && who->now.utc > row.issued_at) /* else the clock was set back */
			row.days = (int)((who->now.utc - row.issued_at) / DAY_SECONDS);
		if (r.all || reader_has_unit(&r, row.unit_id))
			*(struct unreceived_row *)vec_push(a, rows) = row;
	}
	return got;
}

static int list_unreceived(struct store *s, struct arena *a, const struct actor *who,
			   int64_t plan_id, int64_t unit_id, int64_t action_id,
			   struct unreceived_rows *rows, struct err *e)
{
	static const char of_action[] = UNRECEIVED("s.action_id = ?3");
	static const char of_all[] = UNRECEIVED("?3 = 0");

	*rows = (struct unreceived_rows){0};
	return take_list(sql_query(s->db, action_id ? of_action : of_all, e, sql_i64(plan_id),
				   sql_i64(unit_id), sql_i64(action_id)),
			 a, who, rows, e);
}

int store_unreceived_list(struct store *s, struct arena *a, const struct actor *who,
			  int64_t plan_id, int64_t unit_id, struct unreceived_rows *rows,
			  struct err *e)
{
	return list_unreceived(s, a, who, plan_id, unit_id, 0, rows, e);
}

int receipt_state(struct write *w, int64_t assignment_id, int64_t unit_id,
		  enum assignment_state *state, struct err *e)
{
	static const char text[] =
		"SELECT CASE WHEN s.unit_id = ?2 OR s.state = 'withdrawn' THEN s.state "
		"ELSE coalesce(r.state, 'issued') END FROM assignment s "
		"LEFT JOIN receipt r ON r.assignment_id = s.id AND r.unit_id = ?2 "
		"AND r.issue = s.issue WHERE s.id = ?1";
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(assignment_id), sql_i64(unit_id));
	int got = sql_next(q, e);

	*state = ASSIGNMENT_ISSUED;
	if (got <= 0)
		return got < 0 ? -1
			       : err_set(e, ERR_BUG, "no assignment %lld",
					 (long long)assignment_id);
	sql_take_word(q, assignment_state, state);
	sql_end(q);
	return 0;
}

static int settle_state(struct write *w, int64_t assignment_id, struct err *e)
{
	static const char text[] =
		"UPDATE assignment SET state = x.state, version = version + 1, changed_at = ?2, "
		"changed_by = ?3 FROM (SELECT CASE WHEN EXISTS (SELECT 1 FROM task_share t "
		"WHERE t.assignment_id = s.id AND t.action_id = s.action_id AND NOT EXISTS "
		"(SELECT 1 FROM receipt r WHERE r.assignment_id = s.id AND r.unit_id = t.unit_id "
		"AND r.issue = s.issue)) THEN 'issued' "
		"WHEN EXISTS (SELECT 1 FROM receipt r WHERE r.assignment_id = s.id "
		"AND r.issue = s.issue AND r.state = 'contested') THEN 'contested' "
		"ELSE 'received' END AS state FROM assignment s WHERE s.id = ?1) x "
		"WHERE id = ?1 AND assignment.state <> x.state";

	return sql_run(w->db, text, e, sql_i64(assignment_id), sql_time(w->now), write_person(w));
}

int receipt_put(struct write *w, int64_t assignment_id, int64_t unit_id,
		enum assignment_state state, struct err *e)
{
	static const char text[] =
		"INSERT INTO receipt (assignment_id, unit_id, issue, state, at, by_id, on_behalf) "
		"SELECT id, ?2, issue, ?3, ?4, ?5, ?6 FROM assignment WHERE id = ?1 "
		"ON CONFLICT (assignment_id, unit_id) DO UPDATE SET issue = excluded.issue, "
		"state = ?3, at = ?4, by_id = ?5, on_behalf = ?6";

	if (sql_run(w->db, text, e, sql_i64(assignment_id), sql_i64(unit_id),
		    sql_text(assignment_state_word(state)), sql_time(w->now), write_person(w),
		    sql_i64(w->on_behalf)))
		return -1;
	return settle_state(w, assignment_id, e);
}

static int receive_one(struct write *w, const struct unreceived_row *row, struct err *e)
{
	enum assignment_state to;
	struct change c = {0};

	if (flow_assignment(ASSIGNMENT_ISSUED, ASSIGNMENT_RECEIVE, &to, e) ||
	    receipt_put(w, row->assignment_id, row->unit_id, to, e))
		return -1;
	change_new_text(&c, "unit", row->unit);
	change_new_text(&c, "role", role_word(row->role));
	struct log_entry entry = {
		.act = "assignment.receive",
		.object = arena_printf(&w->arena, "action %s/%s", row->plan_code, row->action_no),
		.action_id = row->action_id,
		.unit_id = row->unit_id,
	};
	return write_log(w, &entry, &c, e);
}

/* Nothing waits to be received: the unit takes its own objection back, or has received it. */
static int receive_contested(struct write *w, int64_t action_id, int64_t unit_id, struct err *e)
{
	static const char text[] =
		"SELECT t.assignment_id, coalesce(q.id, 0), coalesce(q.version, 0) "
		"FROM task_share t LEFT JOIN request q "
		"ON q.assignment_id = t.assignment_id AND q.unit_id = t.unit_id "
		"AND q.kind = 'contest' AND q.state = 'asked' "
		"WHERE t.action_id = ?1 AND t.unit_id = ?2";
	enum assignment_state state;
	struct share share;

	if (check_share(w, action_id, unit_id, &share, e))
		return -1;
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(action_id), sql_i64(unit_id));
	if (sql_next(q, e) <= 0)
		return -1;
	int64_t assignment_id = sql_take_i64(q);
	int64_t request_id = sql_take_i64(q), version = sql_take_i64(q);
	sql_end(q);
	if (receipt_state(w, assignment_id, unit_id, &state, e) ||
	    flow_assignment(state, ASSIGNMENT_RECEIVE, &state, e))
		return -1;
	return request_take_back(w, request_id, version, e);
}

static int receive(struct write *w, int64_t plan_id, int64_t unit_id, int64_t action_id, int *n,
		   struct err *e)
{
	struct unreceived_rows rows;

	if (write_may_unit(w, ACT_RECEIVE, unit_id, e) ||
	    list_unreceived(w->s, &w->arena, NULL, plan_id, unit_id, action_id, &rows, e))
		return -1;
	*n = 1;
	if (rows.n == 0 && action_id)
		return receive_contested(w, action_id, unit_id, e);
	if (rows.n == 0)
		return err_set(
			e, ERR_STATE,
			_("every task of the unit was received already; nothing remains to be "
			  "done"));
	for (size_t i = 0; i < rows.n; i++)
		if (receive_one(w, &rows.at[i], e))
			return -1;
	w->changes |= CHANGE_ASSIGNMENT;
	*n = (int)rows.n;
	return 0;
}

int receipt_by_entering(struct write *w, int64_t action_id, int64_t unit_id, struct err *e)
{
	struct unreceived_rows rows;

	if (w->on_behalf)
		return 0;
	if (list_unreceived(w->s, &w->arena, NULL, 0, unit_id, action_id, &rows, e))
		return -1;
	for (size_t i = 0; i < rows.n; i++)
		if (receive_one(w, &rows.at[i], e))
			return -1;
	if (rows.n > 0)
		w->changes |= CHANGE_ASSIGNMENT;
	return 0;
}

int store_receive(struct store *s, const struct actor *who, int64_t plan_id, int64_t unit_id,
		  int64_t action_id, int *n, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, receive(&w, plan_id, unit_id, action_id, n, e), changes, e);
}
