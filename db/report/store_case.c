/* store_case.c - reading cases. One statement gives the row with the names of what it belongs to;
 * the most telling part of the filter chooses the index, the rest and the rights of the reader are
 * asked row by row. */
#include "db/report/store_case.h"

#include "core/i18n.h"
#include "core/text/pinyin.h"
#include "db/search/name_key.h"
#include "db/store_internal.h"

#define UNIT_KEY   SQL_NAME_KEY("unit", "u.id")
#define ACTION_KEY SQL_NAME_KEY("action", "a.id")
#define CASE_COLUMNS                                                                               \
	"SELECT x.id, x.version, x.plan_id, x.action_id, x.unit_id, l.code, u.name, a.path, "      \
	"a.title, " UNIT_KEY ", " ACTION_KEY ", x.state, a.pilot, x.on_behalf, x.title, x.text, "  \
	"x.reason, coalesce(n.name, ''), coalesce(d.name, ''), coalesce(x.added_by, 0), "          \
	"x.added_at, x.decided_at, (SELECT count(*) FROM evidence_link k JOIN evidence v "         \
	"ON v.id = k.evidence_id WHERE k.example_id = x.id AND v.withdrawn_at IS NULL) "           \
	"FROM example x JOIN plan l ON l.id = x.plan_id JOIN unit u ON u.id = x.unit_id "          \
	"JOIN action a ON a.id = x.action_id LEFT JOIN person n ON n.id = x.added_by "             \
	"LEFT JOIN person d ON d.id = x.decided_by "

static void take_case(struct sql_stmt *q, struct arena *a, struct case_row *row)
{
	*row = (struct case_row){.id = sql_take_i64(q)};
	row->version = sql_take_i64(q);
	row->plan_id = sql_take_i64(q);
	row->action_id = sql_take_i64(q);
	row->unit_id = sql_take_i64(q);
	row->plan_code = sql_take_text(q, a);
	row->unit = sql_take_text(q, a);
	row->action_no = sql_take_text(q, a);
	row->action_title = sql_take_text(q, a);
	row->unit_pinyin = sql_take_text(q, a);
	row->action_pinyin = sql_take_text(q, a);
	sql_take_word(q, case_state, &row->state);
	row->pilot = sql_take_bool(q);
	row->on_behalf = sql_take_bool(q);
	row->title = sql_take_text(q, a);
	row->text = sql_take_text(q, a);
	row->reason = sql_take_text(q, a);
	row->added_by = sql_take_text(q, a);
	row->decided_by = sql_take_text(q, a);
	row->added_by_id = sql_take_i64(q);
	row->added_at = sql_take_time(q);
	row->decided_at = sql_take_time(q);
	row->nevidence = sql_take_int(q);
	row->pinyin = pinyin_key(a, row->title);
}

static bool fits(const struct case_filter *f, const struct case_row *row)
{
	return (!f->plan_id || f->plan_id == row->plan_id) &&
	       (!f->unit_id || f->unit_id == row->unit_id) &&
	       (!f->action_id || f->action_id == row->action_id) &&
	       (f->state < 0 || f->state == (int)row->state);
}

static struct sql_stmt *list_query(struct store *s, const struct case_filter *f, struct err *e)
{
	static const char of_action[] = CASE_COLUMNS "WHERE x.action_id = ?1 ORDER BY x.id DESC";
	static const char of_unit[] = CASE_COLUMNS "WHERE x.unit_id = ?1 ORDER BY x.id DESC";
	static const char of_plan[] = CASE_COLUMNS "WHERE x.plan_id = ?1 ORDER BY x.id DESC";
	static const char of_all[] = CASE_COLUMNS "ORDER BY x.id DESC";

	if (f->action_id)
		return sql_query(s->db, of_action, e, sql_i64(f->action_id));
	if (f->unit_id)
		return sql_query(s->db, of_unit, e, sql_i64(f->unit_id));
	if (f->plan_id)
		return sql_query(s->db, of_plan, e, sql_i64(f->plan_id));
	return sql_query(s->db, of_all, e);
}

static int take_list(struct sql_stmt *q, struct arena *a, const struct actor *who,
		     const struct case_filter *f, int limit, struct case_rows *rows, struct err *e)
{
	struct reader r;
	int got = 0;

	reader_of(a, who, &r);
	while (rows->n < (size_t)limit && (got = sql_next(q, e)) > 0) {
		struct case_row row;

		take_case(q, a, &row);
		if (fits(f, &row) && reader_may_case(&r, row.state, row.unit_id))
			*vec_push(a, rows) = row;
	}
	sql_end(q);
	return got < 0 ? -1 : 0;
}

int store_case_list(struct store *s, struct arena *a, const struct actor *who,
		    const struct case_filter *f, int limit, struct case_rows *rows, struct err *e)
{
	*rows = (struct case_rows){0};
	return take_list(list_query(s, f, e), a, who, f, limit, rows, e);
}

int store_case_get(struct store *s, struct arena *a, const struct actor *who, int64_t id,
		   struct case_row *row, struct err *e)
{
	static const char text[] = CASE_COLUMNS "WHERE x.id = ?1";
	static const struct case_filter any = {.state = -1};
	struct case_rows rows = {0};
	struct reader r;

	if (take_list(sql_query(s->db, text, e, sql_i64(id)), a, NULL, &any, 1, &rows, e) < 0)
		return -1;
	if (!rows.n)
		return err_set(e, ERR_NOT_FOUND,
			       _("there is no such case among those of your unit and the "
				 "selected ones"));
	const struct case_row *one = rows.at;
	reader_of(a, who, &r);
	if (!reader_may_case(&r, one->state, one->unit_id) &&
	    read_may_unit(who, one->unit_id, one->unit, e) < 0)
		return -1;
	*row = *one;
	return 0;
}
