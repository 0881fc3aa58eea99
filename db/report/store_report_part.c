/* store_report_part.c - the parts of the units in one action for one period, side by side: what the
 * lead puts its summary together from, and whose part is missing. What is missing is the debt of
 * the unit that owes it, by the dates that hold for that unit. */
#include "db/report/store_report.h"

#include "core/rule/period.h"
#include "db/search/name_key.h"
#include "db/store_internal.h"
#include "db/report/store_period.h"
#include "db/store_row.h"

#define UNIT_KEY SQL_NAME_KEY("unit", "u.id")
#define TO_SIGN	 SQL_TO_SIGN("r", "u")

/* A row as it comes from the file, before it is known who may read what of it. */
struct raw_part {
	struct report_part_row row;
	bool on_behalf;
	bool runs; /* the action and its plan */
	struct date until;
};

static void take_part(struct sql_stmt *q, struct arena *a, struct raw_part *raw)
{
	struct report_part_row *row = &raw->row;

	*raw = (struct raw_part){.row = {.unit_id = sql_take_i64(q), .state = REPORT_NONE}};
	row->unit = sql_take_text(q, a);
	row->unit_pinyin = sql_take_text(q, a);
	sql_take_word(q, role, &row->role);
	raw->runs = sql_take_bool(q);
	raw->until = sql_take_date(q);
	row->report_id = sql_take_i64(q);
	sql_take_word(q, report_state, &row->state);
	raw->on_behalf = sql_take_bool(q);
	row->percent = sql_take_int(q);
	row->no_change = sql_take_bool(q);
	row->nsame = sql_take_int(q);
	row->to_sign = sql_take_bool(q);
	row->submitted_at = sql_take_time(q);
	row->done = sql_take_text(q, a);
	row->problems = sql_take_text(q, a);
	row->next = sql_take_text(q, a);
}

/* Without what one may not read. */
static struct report_part_row readable_part(const struct raw_part *raw, const struct reader *r)
{
	const struct report_part_row *row = &raw->row;

	if (row->report_id && reader_may_report(r, row->state, row->unit_id, raw->on_behalf))
		return *row;
	return (struct report_part_row){
		.unit_id = row->unit_id,
		.unit = row->unit,
		.unit_pinyin = row->unit_pinyin,
		.role = row->role,
		.state = REPORT_NONE,
		.percent = -1,
		.done = "",
		.problems = "",
		.next = "",
	};
}

static void find_debt(struct report_part_row *row, const struct raw_part *raw,
		      struct period_row period, struct date today)
{
	period_allow(&period, raw->until);
	row->since = period.due;
	row->owed = raw->runs && (!report_is_handed_in(row->state) || row->to_sign) &&
		    period_state_on(&period, today) != PERIOD_PLANNED;
	if (row->owed && date_cmp(today, period.due) > 0)
		row->days = date_to_days(today) - date_to_days(period.due);
}

int store_report_parts(struct store *s, struct arena *a, const struct actor *who, int64_t action_id,
		       int64_t period_id, struct date today, struct report_part_rows *rows,
		       struct err *e)
{
	static const char text[] =
		"SELECT t.unit_id, u.name, " UNIT_KEY ", t.role, "
		"a.state IN ('active', 'completion-asked') AND l.state = 'open', x.until, "
		"r.id, r.state, r.on_behalf, r.percent, r.no_change, r.nsame, " TO_SIGN ", "
		"r.submitted_at, r.done, r.problems, r.next "
		"FROM task_share t JOIN unit u ON u.id = t.unit_id "
		"JOIN action a ON a.id = t.action_id JOIN plan l ON l.id = a.plan_id "
		"LEFT JOIN report r ON r.action_id = t.action_id AND r.unit_id = t.unit_id "
		"AND r.period_id = ?2 "
		"LEFT JOIN period_exception x ON x.period_id = ?2 AND x.unit_id = t.unit_id "
		"WHERE t.action_id = ?1 ORDER BY t.role <> 'lead', t.seq, t.unit_id";
	struct period_row period;
	struct reader r;
	int got;

	*rows = (struct report_part_rows){0};
	if (read_may_action(s, who, action_id, e) || store_period_get(s, a, period_id, &period, e))
		return -1;
	reader_of(a, who, &r);
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(action_id), sql_i64(period_id));
	while ((got = sql_next(q, e)) > 0) {
		struct report_part_row *row = vec_push(a, rows);
		struct raw_part raw;

		take_part(q, a, &raw);
		*row = readable_part(&raw, &r);
		find_debt(row, &raw, period, today);
	}
	for (size_t i = 0; !got && i < rows->n; i++)
		if (rows->at[i].report_id)
			got = store_report_volumes(s, a, rows->at[i].report_id,
						   &rows->at[i].volumes, e);
	return got;
}
