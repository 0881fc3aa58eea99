/* Reading reports. A draft has not left its unit: others see it only when it was handed in. */
#include "db/report/store_report.h"

#include "core/i18n.h"
#include "db/search/name_key.h"
#include "db/store_internal.h"
#include "db/store_row.h"

#define ACTION_KEY   SQL_NAME_KEY("action", "a.id")
#define UNIT_KEY     SQL_NAME_KEY("unit", "u.id")
#define TO_SIGN	     SQL_TO_SIGN("r", "u")
/* A signature counts for what was handed in before it, not for what was handed in anew. */
#define SIGNED(what) "CASE WHEN r.signed_at >= r.submitted_at THEN " what " END"
#define REPORT_COLUMNS                                                                             \
	"SELECT r.id, r.version, r.action_id, r.unit_id, r.period_id, l.code, "                    \
	"a.path, a.title, u.name, p.code, r.role, r.state, r.percent, r.done, r.problems, "        \
	"r.next, "                                                                                 \
	"r.no_change, r.on_behalf, r.nreturned, r.reason, "                                        \
	"coalesce((SELECT name FROM person WHERE id = r.reviewed_by), ''), r.reviewed_at, "        \
	SIGNED("(SELECT name FROM person WHERE id = r.signed_by)") ", "                            \
	SIGNED("r.signed_at") ", coalesce(n.name, ''), r.entered_by, "                                                   \
	"r.changed_at, r.submitted_at, "                                                           \
	"coalesce((SELECT name FROM person WHERE id = r.changed_by), ''), "                        \
	"(SELECT count(*) FROM evidence_link k JOIN evidence v ON v.id = k.evidence_id "           \
	"WHERE k.report_id = r.id AND v.withdrawn_at IS NULL), r.nsame, " TO_SIGN ", " ACTION_KEY  \
	", " UNIT_KEY " "                                                                          \
	"FROM report r JOIN action a ON a.id = r.action_id JOIN plan l ON l.id = a.plan_id "       \
	"JOIN period p ON p.id = r.period_id JOIN unit u ON u.id = r.unit_id "                     \
	"LEFT JOIN person n ON n.id = r.entered_by "

static void take_texts(struct sql_stmt *q, struct arena *a, struct report_row *row)
{
	row->done = sql_take_text(q, a);
	row->problems = sql_take_text(q, a);
	row->next = sql_take_text(q, a);
	row->no_change = sql_take_bool(q);
	row->on_behalf = sql_take_bool(q);
	row->nreturned = sql_take_int(q);
	row->reason = sql_take_text(q, a);
	row->reviewed_by = sql_take_text(q, a);
	row->reviewed_at = sql_take_time(q);
	row->signed_by = sql_take_text(q, a);
	row->signed_at = sql_take_time(q);
	row->entered_by = sql_take_text(q, a);
	row->entered_by_id = sql_take_i64(q);
	row->changed_at = sql_take_time(q);
	row->submitted_at = sql_take_time(q);
	row->changed_by = sql_take_text(q, a);
	row->nevidence = sql_take_int(q);
	row->nsame = sql_take_int(q);
	row->to_sign = sql_take_bool(q);
	row->action_pinyin = sql_take_text(q, a);
	row->unit_pinyin = sql_take_text(q, a);
}

static void take_report(struct sql_stmt *q, struct arena *a, struct report_row *row)
{
	*row = (struct report_row){.id = sql_take_i64(q)};
	row->version = sql_take_i64(q);
	row->action_id = sql_take_i64(q);
	row->unit_id = sql_take_i64(q);
	row->period_id = sql_take_i64(q);
	row->plan_code = sql_take_text(q, a);
	row->action_no = sql_take_text(q, a);
	row->action_title = sql_take_text(q, a);
	row->unit = sql_take_text(q, a);
	row->period_code = sql_take_text(q, a);
	sql_take_word(q, role, &row->role);
	sql_take_word(q, report_state, &row->state);
	row->percent = sql_take_int(q);
	take_texts(q, a, row);
}

static bool is_shown(const struct report_row *row, const struct reader *r)
{
	return reader_may_report(r, row->state, row->unit_id, row->on_behalf);
}

/* The row; ERR_NOT_FOUND with the sentence `none` when there is none that `who` may see. */
static int take_one(struct store *s, struct sql_stmt *q, struct arena *a, const struct actor *who,
		    struct report_row *row, const char *none, struct err *e)
{
	struct reader r;
	int got = sql_next(q, e);

	if (got > 0) {
		take_report(q, a, row);
		sql_end(q);
		if (read_may_action(s, who, row->action_id, e))
			return -1;
		reader_of(a, who, &r);
		if (is_shown(row, &r))
			return 0;
	}
	return got < 0 ? -1 : err_set(e, ERR_NOT_FOUND, "%s", none);
}

int store_report_list(struct store *s, struct arena *a, const struct actor *who, int64_t action_id,
		      int64_t unit_id, struct report_rows *rows, struct err *e)
{
	static const char text[] = REPORT_COLUMNS
		"WHERE r.action_id = ?1 AND (?2 = 0 OR r.unit_id = ?2) "
		"ORDER BY p.due DESC, p.opens DESC, r.role <> 'lead', r.role, r.unit_id";
	struct report_row row;
	struct reader r;
	int got;

	*rows = (struct report_rows){0};
	if (read_may_action(s, who, action_id, e))
		return -1;
	reader_of(a, who, &r);
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(action_id), sql_i64(unit_id));
	while ((got = sql_next(q, e)) > 0) {
		take_report(q, a, &row);
		if (is_shown(&row, &r))
			*vec_push(a, rows) = row;
	}
	return got;
}

int store_report_get(struct store *s, struct arena *a, const struct actor *who, int64_t id,
		     struct report_row *row, struct err *e)
{
	static const char text[] = REPORT_COLUMNS "WHERE r.id = ?1";

	return take_one(s, sql_query(s->db, text, e, sql_i64(id)), a, who, row,
			_("there is no such report"), e);
}

int store_report_find(struct store *s, struct arena *a, const struct actor *who, int64_t action_id,
		      int64_t unit_id, int64_t period_id, struct report_row *row, struct err *e)
{
	static const char text[] =
		REPORT_COLUMNS "WHERE r.action_id = ?1 AND r.unit_id = ?2 AND r.period_id = ?3";
	struct sql_stmt *q =
		sql_query(s->db, text, e, sql_i64(action_id), sql_i64(unit_id), sql_i64(period_id));

	return take_one(s, q, a, who, row, _("the unit has handed in nothing for this period yet"),
			e);
}

#define REPORT_BEFORE(state_is)                                                                    \
	REPORT_COLUMNS "WHERE r.action_id = ?1 AND r.unit_id = ?2 AND r.state " state_is " "       \
		       "AND p.due < (SELECT z.due FROM period z WHERE z.id = ?3) "                 \
		       "ORDER BY p.due DESC, p.opens DESC LIMIT 1"

int store_report_before(struct store *s, struct arena *a, const struct actor *who,
			int64_t action_id, int64_t unit_id, int64_t period_id,
			struct report_row *row, struct err *e)
{
	static const char text[] = REPORT_BEFORE("<> 'draft'");
	struct sql_stmt *q =
		sql_query(s->db, text, e, sql_i64(action_id), sql_i64(unit_id), sql_i64(period_id));

	return take_one(s, q, a, who, row,
			_("the unit has handed in nothing for an earlier period"), e);
}

int store_report_accepted_before(struct store *s, struct arena *a, const struct actor *who,
				 int64_t action_id, int64_t unit_id, int64_t period_id,
				 struct report_row *row, struct err *e)
{
	static const char text[] = REPORT_BEFORE("= 'accepted'");
	struct sql_stmt *q =
		sql_query(s->db, text, e, sql_i64(action_id), sql_i64(unit_id), sql_i64(period_id));

	return take_one(s, q, a, who, row,
			_("no report of the unit was accepted for an earlier period"), e);
}

int store_report_volumes(struct store *s, struct arena *a, int64_t report_id,
			 struct report_volume_rows *rows, struct err *e)
{
	static const char text[] = "SELECT r.volume_id, r.value FROM report_volume r "
				   "JOIN volume v ON v.id = r.volume_id "
				   "WHERE r.report_id = ?1 AND v.ended_at IS NULL "
				   "ORDER BY r.volume_id";

	return row_volumes(sql_query(s->db, text, e, sql_i64(report_id)), a, rows, e);
}

/* The order is kept by the index of what waits, which stays short, so that the plan and the rights
 * can be asked row by row. */
int store_report_waiting(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
			 int limit, struct report_rows *rows, struct err *e)
{
	static const char text[] = REPORT_COLUMNS
		"WHERE r.state IN ('submitted', 'signed') AND (?1 = 0 OR a.plan_id = ?1) "
		"AND a.state NOT IN ('withdrawn', 'closed-out') AND NOT " TO_SIGN " "
		"ORDER BY r.submitted_at, r.id";
	struct report_row row;
	struct reader r;
	int got = 0, may_read = 0;

	*rows = (struct report_rows){0};
	reader_of(a, who, &r);
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(plan_id));
	while (rows->n < (size_t)limit && (got = sql_next(q, e)) > 0) {
		take_report(q, a, &row);
		may_read = reader_may_action(s, &r, row.action_id, e);
		if (may_read < 0)
			break;
		if (may_read)
			*vec_push(a, rows) = row;
	}
	sql_end(q);
	return got < 0 || may_read < 0 ? -1 : 0;
}

/* The index of what waits for anybody leads here too: it stays short. */
int store_report_unsigned(struct store *s, struct arena *a, const struct actor *who, int limit,
			  struct report_rows *rows, struct err *e)
{
	static const char text[] =
		REPORT_COLUMNS "WHERE r.state IN ('submitted', 'signed') AND " TO_SIGN
			       " AND a.state NOT IN ('withdrawn', 'closed-out') "
			       "ORDER BY r.submitted_at, r.id";
	struct report_row row;
	int got = 0;

	*rows = (struct report_rows){0};
	struct sql_stmt *q = sql_query(s->db, text, e);
	while (rows->n < (size_t)limit && (got = sql_next(q, e)) > 0) {
		take_report(q, a, &row);
		const struct subject what = {.unit_id = row.unit_id, .unit = row.unit};
		if (may_quietly(who, ACT_SIGN, &what))
			*vec_push(a, rows) = row;
	}
	sql_end(q);
	return got < 0 ? -1 : 0;
}

int store_report_stranded(struct store *s, struct arena *a, const struct actor *who,
			  int64_t unit_id, struct report_rows *rows, struct err *e)
{
	static const char text[] = REPORT_COLUMNS
		"LEFT JOIN period_exception x ON x.period_id = r.period_id AND x.unit_id = "
		"r.unit_id "
		"WHERE r.unit_id = ?1 AND r.state = 'returned' AND l.state = 'open' "
		"AND EXISTS (SELECT 1 FROM task_share t WHERE t.action_id = r.action_id "
		"AND t.unit_id = r.unit_id) "
		"AND a.state = 'active' AND (p.closes < ?2 OR p.closed_at IS NOT NULL) "
		"AND coalesce(x.until, '') < ?2 AND NOT EXISTS (SELECT 1 FROM request q "
		"WHERE q.kind = 'exception' AND q.unit_id = r.unit_id AND q.period_id = "
		"r.period_id "
		"AND (q.state = 'asked' OR (q.state = 'refused' AND q.decided_at >= "
		"r.reviewed_at))) "
		"ORDER BY p.closes DESC, a.seq";
	struct sql_stmt *q;
	int got;

	*rows = (struct report_rows){0};
	if (read_may_unit(who, unit_id, "", e) < 0)
		return -1;
	q = sql_query(s->db, text, e, sql_i64(unit_id), sql_date(who->now.today));
	while ((got = sql_next(q, e)) > 0)
		take_report(q, a, vec_push(a, rows));
	return got;
}
