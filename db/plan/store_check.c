/* The questions that reports, milestones and evidence have in common before they write. */
#include "db/plan/store_check.h"

#include "core/i18n.h"
#include "db/store_row.h"

const char version_of_report[] = "SELECT version, changed_by, changed_at FROM report WHERE id = ?1";
const char version_of_milestone[] =
	"SELECT version, changed_by, changed_at FROM milestone WHERE id = ?1";
const char version_of_evidence[] =
	"SELECT version, changed_by, changed_at FROM evidence WHERE id = ?1";
const char version_of_action[] =
	"SELECT version, coalesce(changed_by, 0), changed_at FROM action WHERE id = ?1";
const char version_of_plan[] =
	"SELECT version, coalesce(changed_by, 0), changed_at FROM plan WHERE id = ?1";
const char version_of_unit[] =
	"SELECT version, coalesce(changed_by, 0), changed_at FROM unit WHERE id = ?1";
const char version_of_person[] =
	"SELECT version, coalesce(changed_by, 0), changed_at FROM person WHERE id = ?1";

static int check_running(struct write *w, int64_t action_id, const char *name, struct err *e)
{
	static const char text[] = "SELECT state FROM action WHERE id = ?1";
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(action_id));
	enum action_state state = ACTION_ACTIVE;

	if (sql_next(q, e) < 0)
		return -1;
	sql_take_word(q, action_state, &state);
	sql_end(q);
	if (state == ACTION_CLOSED_OUT)
		return err_set(e, ERR_STATE,
			       _("%s is closed out: it can be read, but nothing is entered any "
				 "more; the coordinating office can reopen it"),
			       name);
	if (state == ACTION_WITHDRAWN)
		return err_set(e, ERR_STATE,
			       _("%s was withdrawn by the coordinating office: it can be read, but "
				 "nothing is entered any more"),
			       name);
	return 0;
}

/* The names of the units that take part, for the sentence. Empty when there is none. */
static int list_units(struct write *w, int64_t action_id, const char **names, struct err *e)
{
	static const char text[] =
		"SELECT u.name FROM task_share t JOIN unit u ON u.id = t.unit_id "
		"WHERE t.action_id = ?1 ORDER BY t.seq, u.id";

	return row_names(sql_query(w->db, text, e, sql_i64(action_id)), &w->arena, names, e);
}

static const char *unit_name(struct write *w, int64_t unit_id, struct err *e)
{
	static const char text[] = "SELECT name FROM unit WHERE id = ?1";
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(unit_id));
	int got = sql_next(q, e);

	if (got == 0)
		err_set(e, ERR_NOT_FOUND, _("there is no such unit"));
	if (got <= 0)
		return NULL;
	const char *name = sql_take_text(q, &w->arena);
	sql_end(q);
	return name;
}

static int refuse_unit(struct write *w, int64_t action_id, int64_t unit_id, const char *action,
		       struct err *e)
{
	const char *names, *unit = unit_name(w, unit_id, e);

	if (!unit || list_units(w, action_id, &names, e))
		return -1;
	if (*names)
		err_set(e, ERR_STATE,
			_("%s takes no part in %s; its units are: %s; the coordinating office can "
			  "assign it (duban assign)"),
			unit, action, names);
	else
		err_set(e, ERR_STATE,
			_("%s takes no part in %s, which has no units yet; the coordinating office "
			  "assigns them (duban assign)"),
			unit, action);
	return -1;
}

static int check_takes_part(struct write *w, int64_t action_id, int64_t unit_id,
			    struct share *share, struct err *e)
{
	static const char text[] =
		"SELECT t.role FROM task_share t WHERE t.action_id = ?1 AND t.unit_id = ?2";
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(action_id), sql_i64(unit_id));
	int got = sql_next(q, e);

	if (got < 0)
		return -1;
	if (got == 0)
		return refuse_unit(w, action_id, unit_id, share->action, e);
	sql_take_word(q, role, &share->role);
	sql_end(q);
	return 0;
}

int check_share(struct write *w, int64_t action_id, int64_t unit_id, struct share *share,
		struct err *e)
{
	*share = (struct share){.role = ROLE_SHARED};
	share->action = write_action_name(w, action_id, &share->plan_id, e);
	if (!share->action || write_check_plan_open(w, share->plan_id, e) ||
	    check_running(w, action_id, share->action, e))
		return -1;
	return unit_id ? check_takes_part(w, action_id, unit_id, share, e) : 0;
}

int check_version(struct write *w, const char *text, int64_t id, int64_t read, struct err *e)
{
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(id));
	int got = sql_next(q, e);

	if (got <= 0)
		return got < 0 ? -1 : err_set(e, ERR_BUG, "no row %lld: %s", (long long)id, text);
	int64_t version = sql_take_i64(q), by = sql_take_i64(q), at = sql_take_time(q);
	sql_end(q);
	return write_check_version(w, read, version, by, at, e);
}
