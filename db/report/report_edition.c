/* report_edition.c - reports as they were reported, accepted and corrected: every handing in, every
 * acceptance and every correction leaves a copy that nothing changes any more. */
#include "db/report/report_edition.h"

#include "db/report/store_report.h"

static int add_volumes(struct write *w, int64_t report_id, struct err *e)
{
	static const char text[] =
		"INSERT INTO report_edition_volume (report_id, seq, volume_id, value) "
		"SELECT v.report_id, (SELECT max(x.seq) FROM report_edition x "
		"WHERE x.report_id = v.report_id), v.volume_id, v.value "
		"FROM report_volume v WHERE v.report_id = ?1";

	return sql_run(w->db, text, e, sql_i64(report_id));
}

int report_edition_add(struct write *w, int64_t report_id, enum edition_kind kind,
		       const char *reason, struct err *e)
{
	static const char text[] =
		"INSERT INTO report_edition (report_id, seq, kind, percent, no_change, at, by_id, "
		"reason, done, problems, next) SELECT r.id, coalesce((SELECT max(x.seq) FROM "
		"report_edition x WHERE x.report_id = r.id), 0) + 1, ?2, r.percent, r.no_change, "
		"?3, ?4, ?5, r.done, r.problems, r.next FROM report r WHERE r.id = ?1";

	if (sql_run(w->db, text, e, sql_i64(report_id), sql_text(edition_kind_word(kind)),
		    sql_time(w->now), write_person(w), sql_text(reason)))
		return -1;
	return add_volumes(w, report_id, e);
}

/* seq runs from 1 without gaps. */
static int take_volumes(struct store *s, struct arena *a, int64_t report_id,
			struct report_edition_rows *rows, struct err *e)
{
	static const char text[] = "SELECT seq, volume_id, value FROM report_edition_volume "
				   "WHERE report_id = ?1 ORDER BY seq, volume_id";
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(report_id));
	int got;

	while ((got = sql_next(q, e)) > 0) {
		struct report_edition_row *row = &rows->at[sql_take_int(q) - 1];
		struct report_volume_row *v = vec_push(a, &row->volumes);
		v->volume_id = sql_take_i64(q);
		v->value = sql_take_text(q, a);
	}
	return got;
}

int store_report_editions(struct store *s, struct arena *a, const struct actor *who,
			  int64_t report_id, struct report_edition_rows *rows, struct err *e)
{
	static const char text[] =
		"SELECT x.seq, x.kind, x.percent, x.no_change, x.at, coalesce(n.name, ''), "
		"x.reason, x.done, x.problems, x.next FROM report_edition x "
		"LEFT JOIN person n ON n.id = x.by_id WHERE x.report_id = ?1 ORDER BY x.seq";
	struct report_row report;
	int got;

	*rows = (struct report_edition_rows){0};
	if (store_report_get(s, a, who, report_id, &report, e))
		return -1;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(report_id));
	while ((got = sql_next(q, e)) > 0) {
		struct report_edition_row *row = vec_push(a, rows);
		row->seq = sql_take_int(q);
		sql_take_word(q, edition_kind, &row->kind);
		row->percent = sql_take_int(q);
		row->no_change = sql_take_bool(q);
		row->at = sql_take_time(q);
		row->by = sql_take_text(q, a);
		row->reason = sql_take_text(q, a);
		row->done = sql_take_text(q, a);
		row->problems = sql_take_text(q, a);
		row->next = sql_take_text(q, a);
	}
	return got < 0 ? -1 : take_volumes(s, a, report_id, rows, e);
}
