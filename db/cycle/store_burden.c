/*
 * store_burden.c - what is asked of units within some days, counted from what is there: nothing of
 * it is stored. Rows of one unit come from several statements and are added up here.
 */
#include "db/cycle/store_burden.h"

#include "db/search/name_key.h"
#include "db/store_internal.h"
#include "db/store_row.h"

#include <stdlib.h>

/* ?1 and ?2 days, ?3 unit (0: all). Columns: unit, its name and key, fields. */
#define UNIT_COLUMNS "t.unit_id, u.name, " SQL_NAME_KEY("unit", "u.id") ", "
#define RUNS	     "l.state = 'open' AND a.state IN ('active', 'completion-asked') "
#define OF_UNIT	     "AND (?3 = 0 OR t.unit_id = ?3)"

static const char reports_due[] =
	"SELECT " UNIT_COLUMNS "(SELECT count(*) FROM volume v WHERE v.action_id = a.id "
	"AND v.ended_at IS NULL) "
	"FROM plan l CROSS JOIN period p ON p.plan_id = l.id "
	"CROSS JOIN action a ON a.plan_id = l.id CROSS JOIN task_share t ON t.action_id = a.id "
	"JOIN unit u ON u.id = t.unit_id "
	"WHERE p.due >= ?1 AND p.due <= ?2 AND " RUNS OF_UNIT;
static const char milestones_due[] =
	"SELECT " UNIT_COLUMNS "0 "
	"FROM milestone m CROSS JOIN action a ON a.id = m.action_id "
	"CROSS JOIN plan l ON l.id = a.plan_id CROSS JOIN task_share t ON t.action_id = a.id "
	"JOIN unit u ON u.id = t.unit_id "
	"WHERE m.due >= ?1 AND m.due <= ?2 AND m.state <> 'dropped' AND " RUNS
	"AND (m.unit_id = t.unit_id OR (m.unit_id IS NULL AND " SQL_DELIVERS("t") ")) " OF_UNIT;
static const char notices_to[] = "SELECT issued_at FROM notice WHERE unit_id = ?1 "
				 "AND issued_at >= ?2 ORDER BY issued_at";

/* Units are few, and what is asked of one comes from all over the plans. */
static struct burden_row *row_of(struct arena *a, struct burden_rows *rows, struct sql_stmt *q)
{
	int64_t unit_id = sql_take_i64(q);

	for (size_t i = 0; i < rows->n; i++) {
		if (rows->at[i].unit_id != unit_id)
			continue;
		sql_skip(q);
		sql_skip(q);
		return &rows->at[i];
	}
	struct burden_row *row = vec_push(a, rows);
	row->unit_id = unit_id;
	row->unit = sql_take_text(q, a);
	row->pinyin = sql_take_text(q, a);
	return row;
}

struct days {
	struct date from, to;
	int64_t unit_id;
};

static int add_reports(struct store *s, struct arena *a, const struct days *d,
		       struct burden_rows *rows, struct err *e)
{
	struct sql_stmt *q = sql_query(s->db, reports_due, e, sql_date(d->from), sql_date(d->to),
				       sql_i64(d->unit_id));
	int got;

	while ((got = sql_next(q, e)) > 0) {
		struct burden_row *row = row_of(a, rows, q);

		row->reports++;
		row->fields += BURDEN_REPORT_FIELDS + sql_take_int(q);
	}
	return got;
}

static int add_milestones(struct store *s, struct arena *a, const struct days *d,
			  struct burden_rows *rows, struct err *e)
{
	struct sql_stmt *q = sql_query(s->db, milestones_due, e, sql_date(d->from), sql_date(d->to),
				       sql_i64(d->unit_id));
	int got;

	while ((got = sql_next(q, e)) > 0)
		row_of(a, rows, q)->milestones++;
	return got;
}

/* Days are those of the place, moments are kept in UTC: a day before `from` is early enough to
 * begin with. */
static int add_notices(struct store *s, const struct days *d, struct burden_row *row, struct err *e)
{
	enum { DAY_SECONDS = 24 * 60 * 60 };
	int64_t begin = ((int64_t)date_to_days(d->from) - 1) * DAY_SECONDS;
	struct sql_stmt *q =
		sql_query(s->db, notices_to, e, sql_i64(row->unit_id), sql_time(begin));
	int got;

	while ((got = sql_next(q, e)) > 0) {
		struct date day = moment_of(sql_take_time(q)).today;

		row->notices += date_cmp(day, d->from) >= 0 && date_cmp(day, d->to) <= 0;
	}
	return got;
}

static void keep_readable(const struct reader *r, struct burden_rows *rows)
{
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++)
		if (r->all || reader_has_unit(r, rows->at[i].unit_id))
			rows->at[n++] = rows->at[i];
	rows->n = n;
}

int store_burden_list(struct store *s, struct arena *a, const struct actor *who, struct date from,
		      struct date to, int64_t unit_id, struct burden_rows *rows, struct err *e)
{
	const struct days d = {from, to, unit_id};
	struct reader r;

	*rows = (struct burden_rows){0};
	reader_of(a, who, &r);
	if (add_reports(s, a, &d, rows, e) || add_milestones(s, a, &d, rows, e))
		return -1;
	keep_readable(&r, rows);
	for (size_t i = 0; i < rows->n; i++)
		if (add_notices(s, &d, &rows->at[i], e))
			return -1;
	if (rows->n)
		qsort(rows->at, rows->n, sizeof *rows->at, burden_compare);
	return 0;
}
