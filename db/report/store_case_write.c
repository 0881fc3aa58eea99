/*
 * store_case_write.c - handing in cases, changing them until the office has decided, deciding; and
 * marking actions as pilots. A case may still be handed in when its action is closed out: that is
 * when there is something to tell.
 */
#include "db/report/store_case.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/plan/store_check.h"
#include "db/report/evidence_link.h"
#include "db/search/search_put.h"

static const char version_of_case[] =
	"SELECT version, coalesce(changed_by, 0), changed_at FROM example WHERE id = ?1";

/* The unit takes part in the action of an open plan, whether it runs or is closed out. */
static int check_part(struct write *w, const struct case_new *c, int64_t *plan_id, struct err *e)
{
	static const char text[] =
		"SELECT a.plan_id FROM action a JOIN task_share t ON t.action_id = a.id "
		"WHERE a.id = ?1 AND t.unit_id = ?2 AND a.state = 'closed-out'";
	struct share share;
	int got = sql_get(w->db, text, plan_id, e, sql_i64(c->action_id), sql_i64(c->unit_id));

	if (got < 0)
		return -1;
	if (got > 0)
		return write_check_plan_open(w, *plan_id, e);
	if (check_share(w, c->action_id, c->unit_id, &share, e))
		return -1;
	*plan_id = share.plan_id;
	return 0;
}

static int log_case(struct write *w, const char *act, const struct case_row *row, struct change *c,
		    struct err *e)
{
	struct log_entry entry = {
		.act = act,
		.object = arena_printf(&w->arena, "case %lld", (long long)row->id),
		.action_id = row->action_id,
		.unit_id = row->unit_id,
	};

	w->changes |= CHANGE_CASE;
	return write_log(w, &entry, c, e);
}

static int case_add(struct write *w, const struct case_new *new, struct arena *a,
		    struct case_row *row, struct err *e)
{
	static const char text[] =
		"INSERT INTO example (plan_id, action_id, unit_id, title, on_behalf, added_at, "
		"added_by, changed_at, changed_by, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?6, "
		"?7, ?8) RETURNING id";
	struct evidence_new proof = {.unit_id = new->unit_id};
	struct change c = {0};
	int64_t plan_id;

	if (write_may_unit(w, ACT_CASE, new->unit_id, e) || check_part(w, new, &plan_id, e) ||
	    write_insert(w, text, &proof.case_id, e, sql_i64(plan_id), sql_i64(new->action_id),
			 sql_i64(new->unit_id), sql_text(new->title), sql_i64(w->on_behalf),
			 sql_time(w->now), write_person(w), sql_text(new->text)) ||
	    search_put(w->db, SEARCH_CASE, proof.case_id, e) ||
	    evidence_link_all(w, &proof, &new->evidence, e) ||
	    store_case_get(w->s, a, NULL, proof.case_id, row, e))
		return -1;
	change_new_text(&c, "title", row->title);
	change_new_text(&c, "text", row->text);
	if (row->on_behalf)
		change_new_i64(&c, "on_behalf", 1);
	return log_case(w, "case.add", row, &c, e);
}

static int case_change(struct write *w, const struct case_new *new, struct arena *a,
		       struct case_row *row, struct err *e)
{
	static const char text[] =
		"UPDATE example SET title = ?2, text = ?3, version = version + 1, changed_at = ?4, "
		"changed_by = ?5 WHERE id = ?1";
	struct change c = {0};
	struct case_row was;

	if (store_case_get(w->s, &w->arena, NULL, new->case_id, &was, e) ||
	    write_may_unit(w, ACT_CASE, was.unit_id, e) ||
	    write_check_plan_open(w, was.plan_id, e) ||
	    check_version(w, version_of_case, was.id, new->version, e))
		return -1;
	if (was.state != CASE_OFFERED)
		return err_set(e, ERR_STATE,
			       _("the office has decided on the case and it stays as it is; hand "
				 "in a new one"));
	if (sql_run(w->db, text, e, sql_i64(was.id), sql_text(new->title), sql_text(new->text),
		    sql_time(w->now), write_person(w)) ||
	    search_put(w->db, SEARCH_CASE, was.id, e) ||
	    store_case_get(w->s, a, NULL, was.id, row, e))
		return -1;
	change_text(&c, "title", was.title, row->title);
	change_text(&c, "text", was.text, row->text);
	return log_case(w, "case.change", row, &c, e);
}

int store_case_put(struct store *s, const struct actor *who, const struct case_new *c,
		   struct arena *a, struct case_row *row, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w,
			 c->case_id ? case_change(&w, c, a, row, e) : case_add(&w, c, a, row, e),
			 changes, e);
}

static int case_decide(struct write *w, int64_t id, int64_t version, enum case_step step,
		       const char *reason, struct err *e)
{
	static const char text[] =
		"UPDATE example SET state = ?2, reason = ?3, decided_at = ?4, decided_by = ?5, "
		"version = version + 1, changed_at = ?4, changed_by = ?5 WHERE id = ?1";
	struct change c = {0};
	struct case_row row;
	enum case_state to;

	if (store_case_get(w->s, &w->arena, NULL, id, &row, e))
		return -1;
	struct subject what = {
		.unit_id = row.unit_id, .unit = row.unit, .entered_by = row.added_by_id};
	if (write_may(w, flow_act(FLOW_CASE, (int)step), &what, e) ||
	    write_check_plan_open(w, row.plan_id, e) ||
	    check_version(w, version_of_case, id, version, e) || flow_case(row.state, step, &to, e))
		return -1;
	if (step == CASE_DECLINE && !*reason)
		return err_set_field(e, ERR_INPUT, "reason",
				     _("say why it is not selected, so that the unit knows what a "
				       "case needs"));
	if (sql_run(w->db, text, e, sql_i64(id), sql_text(case_state_word(to)), sql_text(reason),
		    sql_time(w->now), write_person(w)))
		return -1;
	change_text(&c, "state", case_state_word(row.state), case_state_word(to));
	change_new_text(&c, "reason", reason);
	return log_case(w, arena_printf(&w->arena, "case.%s", case_step_word(step)), &row, &c, e);
}

int store_case_decide(struct store *s, const struct actor *who, int64_t id, int64_t version,
		      enum case_step step, const char *reason, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, case_decide(&w, id, version, step, reason ? reason : "", e), changes,
			 e);
}

static int check_pilot(struct write *w, int64_t action_id, const char *name, bool pilot,
		       struct err *e)
{
	static const char text[] = "SELECT pilot FROM action WHERE id = ?1";
	int64_t is = 0;

	if (sql_get(w->db, text, &is, e, sql_i64(action_id)) < 0)
		return -1;
	if ((is != 0) != pilot)
		return 0;
	return pilot ? err_set(e, ERR_STATE, _("%s is a pilot already; nothing needs to be done"),
			       name)
		     : err_set(e, ERR_STATE, _("%s is no pilot; nothing needs to be done"), name);
}

static int pilot_set(struct write *w, int64_t action_id, int64_t version, bool pilot, struct err *e)
{
	static const char text[] =
		"UPDATE action SET pilot = ?2, version = version + 1, changed_at = ?3, "
		"changed_by = ?4 WHERE id = ?1";
	struct subject plan = {.unit = ""};
	struct change c = {0};
	struct share share;

	if (write_may(w, ACT_SELECT, &plan, e) || check_share(w, action_id, 0, &share, e) ||
	    check_version(w, version_of_action, action_id, version, e) ||
	    check_pilot(w, action_id, share.action, pilot, e) ||
	    sql_run(w->db, text, e, sql_i64(action_id), sql_i64(pilot), sql_time(w->now),
		    write_person(w)))
		return -1;
	change_i64(&c, "pilot", !pilot, pilot);
	struct log_entry entry = {
		.act = pilot ? "action.pilot" : "action.pilot-end",
		.object = arena_printf(&w->arena, "action %s", share.action),
		.action_id = action_id,
	};
	w->changes |= CHANGE_PLAN;
	return write_log(w, &entry, &c, e);
}

int store_pilot_set(struct store *s, const struct actor *who, int64_t action_id, int64_t version,
		    bool pilot, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, pilot_set(&w, action_id, version, pilot, e), changes, e);
}
