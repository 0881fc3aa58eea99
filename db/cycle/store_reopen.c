/* store_reopen.c - the office opens an action again that it had closed out: the way back from what
 * a granted completion does; and what was opened again, for the units that are to go on with it. */
#include "db/cycle/store_request.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/cycle/state_step.h"
#include "db/plan/store_check.h"

static int action_reopen(struct write *w, int64_t id, int64_t version, const char *reason,
			 struct err *e)
{
	struct state_row row = {
		.object = FLOW_ACTION,
		.id = id,
		.read = action_state_read,
		.write = action_state_write,
		.action_id = id,
	};
	struct subject what = {.unit = ""};
	const char *name;
	int64_t plan_id;

	name = write_action_name(w, id, &plan_id, e);
	if (!name || write_may(w, ACT_DECIDE, &what, e) || write_check_plan_open(w, plan_id, e) ||
	    check_version(w, version_of_action, id, version, e))
		return -1;
	if (!*reason)
		return err_set_field(e, ERR_INPUT, "reason", _("say why it is opened again"));
	w->changes |= CHANGE_PLAN | CHANGE_ASSIGNMENT;
	row.name = arena_printf(&w->arena, "action %s", name);
	return state_step(w, &row, ACTION_REOPEN, reason, e);
}

int store_action_reopen(struct store *s, const struct actor *who, int64_t action_id,
			int64_t version, const char *reason, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, action_reopen(&w, action_id, version, reason, e), changes, e);
}

int store_reopened_list(struct store *s, struct arena *a, const struct actor *who, int64_t unit_id,
			int64_t since, struct reopened_rows *rows, struct err *e)
{
	/* Only what was closed out once can have been opened again: of the rest the log is not
	 * read. */
	static const char text[] =
		"SELECT g.id, a.id, a.path, a.title, g.person, "
		"coalesce(json_extract(g.after, '$.reason'), '') "
		"FROM task_share t CROSS JOIN action a ON a.id = t.action_id "
		"CROSS JOIN plan l ON l.id = a.plan_id "
		"CROSS JOIN log g ON g.id = (SELECT max(h.id) FROM log h "
		"WHERE h.action_id = a.id AND h.act = 'action.reopen') "
		"WHERE t.unit_id = ?1 AND a.state IN ('active', 'completion-asked') "
		"AND l.state = 'open' AND EXISTS (SELECT 1 FROM request q WHERE q.action_id = a.id "
		"AND q.kind = 'completion' AND q.state = 'granted') "
		"AND g.at >= ?2 ORDER BY g.id DESC";
	struct sql_stmt *q;
	int got;

	*rows = (struct reopened_rows){0};
	if (read_may_unit(who, unit_id, "", e) < 0)
		return -1;
	q = sql_query(s->db, text, e, sql_i64(unit_id), sql_time(since));
	while ((got = sql_next(q, e)) > 0) {
		struct reopened_row *r = vec_push(a, rows);

		r->log_id = sql_take_i64(q);
		r->action_id = sql_take_i64(q);
		r->action_no = sql_take_text(q, a);
		r->action_title = sql_take_text(q, a);
		r->by = sql_take_text(q, a);
		r->reason = sql_take_text(q, a);
	}
	return got;
}
