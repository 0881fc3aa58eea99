/* What was before: the editions of a plan, the clauses of an action, why an action was withdrawn.
 */
#include "core/i18n.h"
#include "db/store_internal.h"
#include "db/plan/store_update.h"

int store_edition_list(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		       struct edition_rows *rows, struct err *e)
{
	static const char text[] =
		"SELECT p.edition, p.title, p.doc_no, p.file, p.date, p.imported_at, "
		"coalesce(n.name, ''), NULL FROM plan p LEFT JOIN person n ON n.id = p.imported_by "
		"WHERE p.id = ?1 UNION ALL "
		"SELECT x.number, x.title, x.doc_no, x.file, x.date, x.imported_at, "
		"coalesce(n.name, ''), x.superseded_at FROM edition x "
		"LEFT JOIN person n ON n.id = x.imported_by WHERE x.plan_id = ?1 ORDER BY 1 DESC";
	int got;

	*rows = (struct edition_rows){0};
	if (read_may_plan(who, e))
		return -1;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(plan_id));
	while ((got = sql_next(q, e)) > 0) {
		struct edition_row *r = vec_push(a, rows);
		r->number = sql_take_int(q);
		r->title = sql_take_text(q, a);
		r->doc_no = sql_take_text(q, a);
		r->file = sql_take_text(q, a);
		r->date = sql_take_date(q);
		r->imported_at = sql_take_time(q);
		r->imported_by = sql_take_text(q, a);
		r->superseded_at = sql_take_time(q);
	}
	return got;
}

int store_edition_text(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		       int number, const char **out, struct err *e)
{
	static const char text[] = "SELECT text FROM plan WHERE id = ?1 AND edition = ?2 UNION ALL "
				   "SELECT text FROM edition WHERE plan_id = ?1 AND number = ?2";

	if (read_may_plan(who, e))
		return -1;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(plan_id), sql_i64(number));
	int got = sql_next(q, e);
	if (got < 0)
		return -1;
	if (got == 0)
		return err_set(e, ERR_NOT_FOUND, _("the plan has no edition %d"), number);
	*out = sql_take_text(q, a);
	sql_end(q);
	return 0;
}

int store_clause_list(struct store *s, struct arena *a, const struct actor *who, int64_t action_id,
		      struct clause_rows *rows, struct err *e)
{
	static const char text[] =
		"SELECT edition_from, edition_to, path, title, clause, line FROM action "
		"WHERE id = ?1 UNION ALL "
		"SELECT edition_from, edition_to, path, title, clause, line FROM clause "
		"WHERE action_id = ?1 ORDER BY 1 DESC";
	int got;

	*rows = (struct clause_rows){0};
	if (read_may_action(s, who, action_id, e))
		return -1;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(action_id));
	while ((got = sql_next(q, e)) > 0) {
		struct clause_row *r = vec_push(a, rows);
		r->from = sql_take_int(q);
		r->to = sql_take_int(q);
		r->path = sql_take_text(q, a);
		r->title = sql_take_text(q, a);
		r->text = sql_take_text(q, a);
		r->line = sql_take_int(q);
	}
	return got;
}

int store_action_withdrawal(struct store *s, struct arena *a, const struct actor *who,
			    int64_t action_id, struct withdrawal *out, struct err *e)
{
	static const char text[] =
		"SELECT a.state_reason, coalesce(n.name, ''), a.changed_at FROM action a "
		"LEFT JOIN person n ON n.id = a.changed_by WHERE a.id = ?1 AND a.state = "
		"'withdrawn'";

	*out = (struct withdrawal){.reason = "", .by = ""};
	if (read_may_action(s, who, action_id, e))
		return -1;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(action_id));
	int got = sql_next(q, e);
	if (got <= 0)
		return got;
	out->reason = sql_take_text(q, a);
	out->by = sql_take_text(q, a);
	out->at = sql_take_time(q);
	sql_end(q);
	return 0;
}
