/*
 * store_handover_list.c - what is open with the units of a person: a statement for each kind of
 * thing, all with the same columns, and what the person has typed and not sent.
 */
#include "db/people/store_handover.h"

#include "db/cycle/open_row.h"
#include "db/people/handover_drafts.h"
#include "db/cycle/store_receipt.h"
#include "db/store_row.h"

#include <stdlib.h>

#define RUNS "a.state IN ('active', 'completion-asked') AND l.state = 'open' "
/* The tasks of a unit that run. */
#define TASKS                                                                                      \
	"FROM task_share t CROSS JOIN action a ON a.id = t.action_id "                             \
	"JOIN plan l ON l.id = a.plan_id JOIN unit u ON u.id = t.unit_id "

/* ?1 the unit */
static const struct open_source sources[] = {
	{OPEN_REPORT, true,
	 "SELECT 0, u.id, u.name, " OPEN_ABOUT_ACTION
	 "p.code, coalesce(r.state, 'none'), coalesce(x.until, p.due) " TASKS
	 "JOIN period p ON p.plan_id = a.plan_id "
	 "LEFT JOIN period_exception x ON x.period_id = p.id AND x.unit_id = t.unit_id "
	 "LEFT JOIN report r ON r.action_id = a.id AND r.unit_id = t.unit_id "
	 "AND r.period_id = p.id WHERE t.unit_id = ?1 AND " RUNS "AND p.opens <= ?2 "
	 "AND (r.state = 'returned' OR ((r.state IS NULL OR r.state = 'draft') "
	 "AND ((p.closes >= ?2 AND p.closed_at IS NULL) OR x.until >= ?2)))"},
	{OPEN_MILESTONE, false,
	 "SELECT m.id, u.id, u.name, " OPEN_ABOUT_ACTION "m.title, m.state, m.due " TASKS
	 "JOIN milestone m ON m.action_id = a.id WHERE t.unit_id = ?1 AND " RUNS
	 "AND m.state = 'open' AND (m.unit_id = t.unit_id "
	 "OR (m.unit_id IS NULL AND " SQL_DELIVERS("t") "))"},
	{OPEN_REQUEST, false,
	 "SELECT q.id, u.id, u.name, " OPEN_ABOUT_ACTION "q.kind, q.state, q.want_date "
	 "FROM request q JOIN unit u ON u.id = q.unit_id JOIN plan l ON l.id = q.plan_id "
	 "LEFT JOIN action a ON a.id = q.action_id WHERE q.unit_id = ?1 AND q.state = 'asked'"},
	{OPEN_NOTICE, false,
	 "SELECT n.id, u.id, u.name, " OPEN_ABOUT_ACTION
	 "l.code || '-' || n.no, n.state, n.answer_by "
	 "FROM notice n JOIN unit u ON u.id = n.unit_id JOIN plan l ON l.id = n.plan_id "
	 "LEFT JOIN notice_item i ON i.notice_id = n.id AND i.seq = 1 "
	 "LEFT JOIN action a ON a.id = i.action_id WHERE n.unit_id = ?1 AND n.state = 'issued'"},
};

static int add_tasks(struct store *s, struct arena *a, int64_t unit_id, struct open_rows *rows,
		     struct err *e)
{
	struct unreceived_rows tasks;

	if (store_unreceived_list(s, a, NULL, 0, unit_id, &tasks, e))
		return -1;
	for (size_t i = 0; i < tasks.n; i++)
		*vec_push(a, rows) = (struct open_row){
			.kind = OPEN_TASK,
			.unit_id = unit_id,
			.action_id = tasks.at[i].action_id,
			.unit = tasks.at[i].unit,
			.plan_code = tasks.at[i].plan_code,
			.action_no = tasks.at[i].action_no,
			.action_title = tasks.at[i].action_title,
			.what = role_label(tasks.at[i].role),
			.state = ASSIGNMENT_ISSUED,
		};
	return 0;
}

static int add_unit(struct store *s, struct arena *a, int64_t unit_id, struct date today,
		    struct open_rows *rows, struct err *e)
{
	if (add_tasks(s, a, unit_id, rows, e))
		return -1;
	return open_rows_add(s, a, sources, sizeof sources / sizeof sources[0], unit_id, today,
			     rows, e);
}

static int add_units(struct store *s, struct arena *a, int64_t person_id, struct date today,
		     struct open_rows *rows, struct err *e)
{
	static const char text[] = "SELECT DISTINCT o.unit_id FROM post o WHERE o.person_id = ?1 "
				   "AND o.unit_id IS NOT NULL AND o.ended_at IS NULL";
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(person_id));
	int got;

	while ((got = sql_next(q, e)) > 0) {
		if (add_unit(s, a, sql_take_i64(q), today, rows, e)) {
			sql_end(q);
			return -1;
		}
	}
	return got;
}

static int add_drafts(struct store *s, struct arena *a, int64_t person_id, struct open_rows *rows,
		      struct err *e)
{
	static const char text[] = "SELECT a.id, l.code, a.path, a.title FROM action a "
				   "JOIN plan l ON l.id = a.plan_id WHERE a.id = ?1";
	struct draft_names names;

	if (handover_drafts(s, a, person_id, &names, e))
		return -1;
	for (size_t i = 0; i < names.rows.n; i++) {
		struct open_row *row = vec_push(a, rows);
		int64_t action_id;

		*row = (struct open_row){.kind = OPEN_DRAFT,
					 .unit = "",
					 .plan_code = "",
					 .action_no = "",
					 .action_title = ""};
		row->what = open_draft_label(names.rows.at[i].form, &action_id);
		struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(action_id));
		int got = sql_next(q, e);
		if (got > 0)
			open_row_take_action(q, a, row);
		sql_end(q);
		if (got < 0)
			return -1;
	}
	return 0;
}

static int compare_i64(int64_t x, int64_t y)
{
	return (x > y) - (x < y);
}

/* What is of no unit comes last. */
static int compare_open(const void *a, const void *b)
{
	const struct open_row *x = a, *y = b;
	int by = compare_i64(!x->unit_id, !y->unit_id);

	if (!by)
		by = compare_i64(x->unit_id, y->unit_id);
	if (!by)
		by = (int)x->kind - (int)y->kind;
	if (!by)
		by = date_cmp(x->due, y->due);
	if (!by)
		by = compare_i64(x->action_id, y->action_id);
	return by ? by : compare_i64(x->id, y->id);
}

int store_open_list(struct store *s, struct arena *a, const struct actor *who, int64_t person_id,
		    struct open_rows *rows, struct err *e)
{
	const struct subject what = {.unit = ""};

	*rows = (struct open_rows){0};
	if (!may(who, ACT_PERSON, &what, e) ||
	    add_units(s, a, person_id, who->now.today, rows, e) ||
	    add_drafts(s, a, person_id, rows, e))
		return -1;
	if (rows->n)
		qsort(rows->at, rows->n, sizeof *rows->at, compare_open);
	return 0;
}
