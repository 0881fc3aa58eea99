/*
 * store_action_open.c - what is still open in an action, of all its units: what whoever closes it
 * out should have seen, because nothing is asked for any more afterwards. A statement for each kind
 * of thing; those of open_row.h have the same columns.
 */
#include "db/cycle/store_request.h"

#include "db/cycle/open_row.h"
#include "db/store_row.h"

/* ?1 the action */
static const struct open_source sources[] = {
	{OPEN_REPORT, true,
	 "SELECT 0, u.id, u.name, " OPEN_ABOUT_ACTION
	 "p.code, CASE WHEN r.state IS NULL OR r.state = 'draft' THEN 'none' ELSE r.state END, "
	 "max(p.due, coalesce(x.until, p.due)) FROM action a JOIN plan l ON l.id = a.plan_id "
	 "CROSS JOIN task_share t ON t.action_id = a.id JOIN unit u ON u.id = t.unit_id "
	 "JOIN period p ON p.plan_id = a.plan_id "
	 "LEFT JOIN period_exception x ON x.period_id = p.id AND x.unit_id = t.unit_id "
	 "LEFT JOIN report r ON r.action_id = a.id AND r.unit_id = t.unit_id "
	 "AND r.period_id = p.id WHERE a.id = ?1 AND (r.state IN ('submitted', 'signed', "
	 "'returned') OR (p.opens <= ?2 AND (r.state IS NULL OR r.state = 'draft') "
	 "AND ((p.closes >= ?2 AND p.closed_at IS NULL) OR x.until >= ?2))) "
	 "ORDER BY p.due, p.id, t.role <> 'lead', t.seq, u.id"},
	{OPEN_MILESTONE, false,
	 "SELECT m.id, coalesce(u.id, 0), coalesce(u.name, ''), " OPEN_ABOUT_ACTION
	 "m.title, m.state, m.due FROM action a JOIN plan l ON l.id = a.plan_id "
	 "JOIN milestone m ON m.action_id = a.id LEFT JOIN unit u ON u.id = m.unit_id "
	 "WHERE a.id = ?1 AND m.state = 'open' ORDER BY m.due, m.id"},
	{OPEN_REQUEST, false,
	 "SELECT q.id, u.id, u.name, " OPEN_ABOUT_ACTION "q.kind, q.state, q.want_date "
	 "FROM action a JOIN plan l ON l.id = a.plan_id JOIN request q ON q.action_id = a.id "
	 "JOIN unit u ON u.id = q.unit_id WHERE a.id = ?1 AND q.state = 'asked' "
	 "AND q.kind <> 'completion' ORDER BY q.id"},
	{OPEN_NOTICE, false,
	 "SELECT DISTINCT n.id, u.id, u.name, " OPEN_ABOUT_ACTION
	 "l.code || '-' || n.no, n.state, n.answer_by FROM action a "
	 "JOIN plan l ON l.id = a.plan_id JOIN notice_item i ON i.action_id = a.id "
	 "JOIN notice n ON n.id = i.notice_id JOIN unit u ON u.id = n.unit_id "
	 "WHERE a.id = ?1 AND n.state = 'issued' ORDER BY n.answer_by, n.id"},
};

void open_row_take_action(struct sql_stmt *q, struct arena *a, struct open_row *row)
{
	row->action_id = sql_take_i64(q);
	row->plan_code = sql_take_text(q, a);
	row->action_no = sql_take_text(q, a);
	row->action_title = sql_take_text(q, a);
}

static int take_rows(struct sql_stmt *q, struct arena *a, enum open_kind kind,
		     struct open_rows *rows, struct err *e)
{
	enum request_kind asked;
	int got;

	while ((got = sql_next(q, e)) > 0) {
		struct open_row *row = vec_push(a, rows);

		*row = (struct open_row){.kind = kind, .id = sql_take_i64(q)};
		row->unit_id = sql_take_i64(q);
		row->unit = sql_take_text(q, a);
		open_row_take_action(q, a, row);
		row->what = sql_take_text(q, a);
		open_state_parse(row, sql_peek(q));
		row->due = sql_take_date(q);
		if (kind == OPEN_REQUEST && request_kind_parse(row->what, &asked))
			row->what = request_kind_label(asked);
	}
	return got;
}

int open_rows_add(struct store *s, struct arena *a, const struct open_source *from, size_t n,
		  int64_t of, struct date today, struct open_rows *rows, struct err *e)
{
	const struct sql_value values[] = {sql_i64(of), sql_date(today)};

	for (size_t i = 0; i < n; i++)
		if (take_rows(
			    sql_query_values(s->db, from[i].text, e, values, from[i].dated ? 2 : 1),
			    a, from[i].kind, rows, e))
			return -1;
	return 0;
}

/* Requests and notices are between a unit and the office. */
static bool may_read(const struct reader *r, const struct open_row *row)
{
	return (row->kind != OPEN_REQUEST && row->kind != OPEN_NOTICE) ||
	       reader_may_own(r, row->unit_id);
}

int store_action_open(struct store *s, struct arena *a, const struct actor *who, int64_t action_id,
		      struct open_rows *rows, struct err *e)
{
	struct open_rows all = {0};
	struct reader r;

	*rows = (struct open_rows){0};
	if (read_may_action(s, who, action_id, e))
		return -1;
	reader_of(a, who, &r);
	if (open_rows_add(s, a, sources, sizeof sources / sizeof sources[0], action_id,
			  who->now.today, &all, e))
		return -1;
	for (size_t i = 0; i < all.n; i++)
		if (may_read(&r, &all.at[i]))
			*vec_push(a, rows) = all.at[i];
	return 0;
}
