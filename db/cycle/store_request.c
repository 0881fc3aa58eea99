/* store_request.c - reading what units ask. One statement gives the row with the names of all that
 * it is about; a filter of four numbers and the rights of the reader choose among them. */
#include "db/cycle/store_request.h"

#include "core/i18n.h"
#include "db/cycle/request_volume.h"
#include "db/search/name_key.h"
#include "db/store_internal.h"
#include "db/store_row.h"

#include <limits.h>

#define UNIT_KEY   SQL_NAME_KEY("unit", "u.id")
#define ACTION_KEY SQL_NAME_KEY("action", "a.id")
/* A period that the office has closed early takes no reports before its date either. */
#define CLOSES	   "CASE WHEN p.closed_at IS NULL THEN p.closes END"
/* What the log says of the grant: the date that it has changed. */
#define DUE_UNTIL_THEN                                                                             \
	"CASE WHEN q.kind = 'extension' AND q.state = 'granted' THEN "                             \
	"(SELECT json_extract(g.before, '$.due') FROM log g WHERE g.action_id = q.action_id AND "  \
	"g.act = 'milestone.extend' AND g.at = q.decided_at AND g.object = 'milestone ' || "       \
	"q.milestone_id ORDER BY g.id DESC LIMIT 1) END"
#define REQUEST_COLUMNS                                                                            \
	"SELECT q.id, q.version, q.plan_id, q.unit_id, coalesce(q.action_id, 0), "                 \
	"coalesce(q.assignment_id, 0), coalesce(q.milestone_id, 0), coalesce(q.period_id, 0), "    \
	"coalesce(q.report_id, 0), q.kind, q.state, l.code, u.name, coalesce(a.path, ''), "        \
	"coalesce(a.title, ''), coalesce(m.title, p.code, ''), " UNIT_KEY ", " ACTION_KEY ", "     \
	"q.aspect, coalesce(" DUE_UNTIL_THEN ", m.due, " CLOSES "), q.want_date, q.granted_date, " \
	"coalesce(q.percent, -1), q.late, q.on_behalf, q.reason, q.answer, q.done, q.problems, "   \
	"q.next, coalesce(n.name, ''), coalesce(d.name, ''), coalesce(q.asked_by, 0), "            \
	"q.asked_at, q.decided_at, (SELECT count(*) FROM evidence_link k JOIN evidence v "         \
	"ON v.id = k.evidence_id WHERE k.request_id = q.id AND v.withdrawn_at IS NULL) "           \
	"FROM request q JOIN plan l ON l.id = q.plan_id JOIN unit u ON u.id = q.unit_id "          \
	"LEFT JOIN action a ON a.id = q.action_id LEFT JOIN milestone m ON m.id = q.milestone_id " \
	"LEFT JOIN period p ON p.id = q.period_id LEFT JOIN person n ON n.id = q.asked_by "        \
	"LEFT JOIN person d ON d.id = q.decided_by "
/* ?1 what it is looked up by, ?2 plan, ?3 action, ?4 kind */
#define REQUEST_FILTER                                                                             \
	"AND (?2 = 0 OR q.plan_id = ?2) AND (?3 = 0 OR q.action_id = ?3) "                         \
	"AND (?4 = 'none' OR q.kind = ?4) "

static const char waiting[] =
	REQUEST_COLUMNS "WHERE q.state = 'asked' AND (?1 = 0 OR q.unit_id = ?1) " REQUEST_FILTER
			"ORDER BY q.asked_at, q.id";
static const char of_unit[] = REQUEST_COLUMNS
	"WHERE q.unit_id = ?1 AND q.state <> 'asked' " REQUEST_FILTER "ORDER BY q.id DESC";
static const char of_all[] =
	REQUEST_COLUMNS "WHERE ?1 = 0 AND q.state <> 'asked' " REQUEST_FILTER "ORDER BY q.id DESC";

static void take_request(struct sql_stmt *q, struct arena *a, struct request_row *row)
{
	*row = (struct request_row){.id = sql_take_i64(q)};
	row->version = sql_take_i64(q);
	row->plan_id = sql_take_i64(q);
	row->unit_id = sql_take_i64(q);
	row->action_id = sql_take_i64(q);
	row->assignment_id = sql_take_i64(q);
	row->milestone_id = sql_take_i64(q);
	row->period_id = sql_take_i64(q);
	row->report_id = sql_take_i64(q);
	sql_take_word(q, request_kind, &row->kind);
	sql_take_word(q, request_state, &row->state);
	row->plan_code = sql_take_text(q, a);
	row->unit = sql_take_text(q, a);
	row->action_no = sql_take_text(q, a);
	row->action_title = sql_take_text(q, a);
	row->what = sql_take_text(q, a);
	row->unit_pinyin = sql_take_text(q, a);
	row->action_pinyin = sql_take_text(q, a);
	sql_take_word(q, contest_about, &row->about);
	row->due = sql_take_date(q);
	row->want = sql_take_date(q);
	row->granted = sql_take_date(q);
	row->percent = sql_take_int(q);
	row->late = sql_take_bool(q);
	row->on_behalf = sql_take_bool(q);
	row->reason = sql_take_text(q, a);
	row->answer = sql_take_text(q, a);
	row->done = sql_take_text(q, a);
	row->problems = sql_take_text(q, a);
	row->next = sql_take_text(q, a);
	row->asked_by = sql_take_text(q, a);
	row->decided_by = sql_take_text(q, a);
	row->asked_by_id = sql_take_i64(q);
	row->asked_at = sql_take_time(q);
	row->decided_at = sql_take_time(q);
	row->nevidence = sql_take_int(q);
}

static int take_list(struct sql_stmt *q, struct arena *a, const struct actor *who, int limit,
		     struct request_rows *rows, struct err *e)
{
	struct reader r;
	int got = 0;

	reader_of(a, who, &r);
	while (rows->n < (size_t)limit && (got = sql_next(q, e)) > 0) {
		struct request_row row;

		take_request(q, a, &row);
		if (reader_may_own(&r, row.unit_id))
			*vec_push(a, rows) = row;
	}
	sql_end(q);
	return got < 0 ? -1 : 0;
}

int store_request_list(struct store *s, struct arena *a, const struct actor *who,
		       const struct request_filter *f, int limit, struct request_rows *rows,
		       struct err *e)
{
	struct sql_value unit = sql_i64(f->unit_id), plan = sql_i64(f->plan_id);
	struct sql_value action = sql_i64(f->action_id),
			 kind = sql_text(request_kind_word(f->kind));
	const char *settled = f->unit_id ? of_unit : of_all;

	*rows = (struct request_rows){0};
	if (take_list(sql_query(s->db, waiting, e, unit, plan, action, kind), a, who, limit, rows,
		      e) < 0)
		return -1;
	if (f->waiting)
		return 0;
	return take_list(sql_query(s->db, settled, e, unit, plan, action, kind), a, who, limit,
			 rows, e);
}

int store_request_get(struct store *s, struct arena *a, const struct actor *who, int64_t id,
		      struct request_row *row, struct err *e)
{
	static const char text[] = REQUEST_COLUMNS "WHERE q.id = ?1";
	struct request_rows rows = {0};

	if (take_list(sql_query(s->db, text, e, sql_i64(id)), a, NULL, 1, &rows, e) < 0)
		return -1;
	if (!rows.n)
		return err_set(e, ERR_NOT_FOUND,
			       _("there is no such request among those of your unit"));
	if (read_may_unit(who, rows.at[0].unit_id, rows.at[0].unit, e) < 0)
		return -1;
	*row = rows.at[0];
	return request_volumes_read(s, a, id, &row->volumes, e);
}

int store_request_same(struct store *s, struct arena *a, const struct actor *who,
		       const struct request_new *r, struct request_rows *rows, struct err *e)
{
	static const char text[] = REQUEST_COLUMNS
		"WHERE q.unit_id = ?1 AND q.kind = ?2 AND CASE q.kind WHEN 'extension' THEN "
		"q.milestone_id = ?3 WHEN 'exception' THEN q.period_id = ?4 WHEN 'correction' THEN "
		"q.report_id = ?5 ELSE q.action_id = ?6 END ORDER BY q.id DESC";

	*rows = (struct request_rows){0};
	return take_list(sql_query(s->db, text, e, sql_i64(r->unit_id),
				   sql_text(request_kind_word(r->kind)), sql_i64(r->milestone_id),
				   sql_i64(r->period_id), sql_i64(r->report_id),
				   sql_i64(r->action_id)),
			 a, who, INT_MAX, rows, e);
}

int store_request_due(struct store *s, struct arena *a, const struct request_new *r,
		      struct date *due, struct err *e)
{
	static const char of_milestone[] = "SELECT due FROM milestone WHERE id = ?1 AND ?2 >= 0";
	static const char of_period[] =
		"SELECT max(coalesce(" CLOSES ", ''), coalesce((SELECT x.until FROM "
		"period_exception x WHERE x.period_id = p.id AND x.unit_id = ?2), '')) "
		"FROM period p WHERE p.id = ?1";
	struct sql_stmt *q;

	(void)a;
	*due = (struct date){0};
	if (r->kind != REQUEST_EXTENSION && r->kind != REQUEST_EXCEPTION)
		return 0;
	q = r->kind == REQUEST_EXTENSION
		    ? sql_query(s->db, of_milestone, e, sql_i64(r->milestone_id),
				sql_i64(r->unit_id))
		    : sql_query(s->db, of_period, e, sql_i64(r->period_id), sql_i64(r->unit_id));
	int got = sql_next(q, e);
	if (got > 0) {
		*due = sql_take_date(q);
		sql_end(q);
	}
	return got < 0 ? -1 : 0;
}
