/* How each kind of thing that can be searched for is read. Every statement gives the same columns
 * first (search_row_read() takes them), then the texts in the order of `fields`. */
#include "db/search/search_kind.h"

#define OF_ACTION                                                                                  \
	"a.plan_id, a.id, l.code, l.state = 'open', a.path, a.title, a.state = 'withdrawn', "

static int may_report(struct store *s, const struct reader *r, const struct search_row *row,
		      struct err *e)
{
	(void)s;
	(void)e;
	return reader_may_report(r, row->state, row->unit_id, row->on_behalf);
}

static int may_evidence(struct store *s, const struct reader *r, const struct search_row *row,
			struct err *e)
{
	return reader_may_evidence(s, r, row->id, row->unit_id, e);
}

const struct search_spec search_specs[SEARCH_KIND_COUNT] = {
	[SEARCH_ACTION] =
		{
			.row = "SELECT " OF_ACTION "NULL, '', a.due, a.title, NULL, 0, "
			       "a.title, a.clause "
			       "FROM action a JOIN plan l ON l.id = a.plan_id WHERE a.id = ?1",
			.all = "SELECT id FROM action ORDER BY id",
			.fields = {SEARCH_TITLE, SEARCH_CLAUSE},
			.ntexts = 2,
			.nnames = 1,
		},
	[SEARCH_REPORT] =
		{
			.row = "SELECT " OF_ACTION "u.id, u.name, "
			       "coalesce(r.submitted_at, r.changed_at), p.code, r.state, "
			       "r.on_behalf, r.done, r.problems, r.next, r.reason "
			       "FROM report r JOIN action a ON a.id = r.action_id "
			       "JOIN plan l ON l.id = a.plan_id JOIN unit u ON u.id = r.unit_id "
			       "JOIN period p ON p.id = r.period_id WHERE r.id = ?1",
			.all = "SELECT id FROM report ORDER BY id",
			.fields = {SEARCH_DONE, SEARCH_PROBLEMS, SEARCH_NEXT, SEARCH_REASON},
			.ntexts = 4,
			.may = may_report,
		},
	[SEARCH_MILESTONE] =
		{
			.row = "SELECT " OF_ACTION "u.id, coalesce(u.name, ''), m.due, m.title, "
			       "NULL, 0, m.title, m.note "
			       "FROM milestone m JOIN action a ON a.id = m.action_id "
			       "JOIN plan l ON l.id = a.plan_id "
			       "LEFT JOIN unit u ON u.id = m.unit_id WHERE m.id = ?1",
			.all = "SELECT id FROM milestone ORDER BY id",
			.fields = {SEARCH_TITLE, SEARCH_NOTE},
			.ntexts = 2,
		},
	[SEARCH_EVIDENCE] =
		{
			/* evidence of several plans is in an open one when any of them is */
			.row = "SELECT a.plan_id, a.id, l.code, "
			       "k.id IS NULL OR EXISTS (SELECT 1 FROM evidence_link o "
			       "JOIN action b ON b.id = o.action_id JOIN plan q ON q.id = "
			       "b.plan_id "
			       "WHERE o.evidence_id = v.id AND q.state = 'open'), "
			       "a.path, a.title, v.withdrawn_at IS NOT NULL, u.id, u.name, "
			       "coalesce(v.on_date, v.added_at), v.title, NULL, 0, "
			       "v.title, v.doc_no, v.ref, v.note "
			       "FROM evidence v JOIN unit u ON u.id = v.unit_id "
			       "LEFT JOIN evidence_link k ON k.id = (SELECT min(z.id) FROM "
			       "evidence_link z WHERE z.evidence_id = v.id) "
			       "LEFT JOIN action a ON a.id = k.action_id "
			       "LEFT JOIN plan l ON l.id = a.plan_id WHERE v.id = ?1",
			.all = "SELECT id FROM evidence ORDER BY id",
			.places = "SELECT DISTINCT a.plan_id, a.id FROM evidence_link k "
				  "JOIN action a ON a.id = k.action_id WHERE k.evidence_id = ?1",
			.fields = {SEARCH_TITLE, SEARCH_DOC_NO, SEARCH_REF, SEARCH_NOTE},
			.ntexts = 4,
			.own = true,
			.may = may_evidence,
		},
	[SEARCH_UNIT] =
		{
			.row = "SELECT NULL, NULL, '', 1, '', '', 0, u.id, u.name, NULL, u.name, "
			       "NULL, 0, u.name, coalesce((SELECT group_concat(x.name, '、') "
			       "FROM unit_alias x WHERE x.unit_id = u.id), '') "
			       "FROM unit u WHERE u.id = ?1 AND u.merged_into IS NULL",
			.all = "SELECT id FROM unit ORDER BY id",
			.fields = {SEARCH_NAME, SEARCH_ALIAS},
			.ntexts = 2,
			.nnames = 2,
			.everyone = true,
		},
};

/* A day, or the day of a moment. */
static struct date take_day(struct sql_stmt *q)
{
	const char *text = sql_peek(q);
	struct date day = {0};
	int64_t utc;

	if (!date_parse(text, &day) && time_parse_utc(text, &utc))
		day = moment_of(utc).today;
	return day;
}

int search_row_read(struct sql *db, struct arena *a, enum search_kind kind, int64_t id,
		    struct search_row *row, struct err *e)
{
	const struct search_spec *spec = &search_specs[kind];
	struct sql_stmt *q = sql_query(db, spec->row, e, sql_i64(id));
	int got = sql_next(q, e);

	if (got <= 0)
		return got;
	*row = (struct search_row){.id = id, .state = REPORT_NONE};
	row->plan_id = sql_take_i64(q);
	row->action_id = sql_take_i64(q);
	row->plan_code = sql_take_text(q, a);
	row->plan_open = sql_take_bool(q);
	row->path = sql_take_text(q, a);
	row->title = sql_take_text(q, a);
	row->withdrawn = sql_take_bool(q);
	row->unit_id = sql_take_i64(q);
	row->unit = sql_take_text(q, a);
	row->date = take_day(q);
	row->name = sql_take_text(q, a);
	sql_take_word(q, report_state, &row->state);
	row->on_behalf = sql_take_bool(q);
	for (int i = 0; i < spec->ntexts; i++)
		row->texts[i] = sql_take_text(q, a);
	sql_end(q);
	return 1;
}

int64_t search_first_id(int kind)
{
	return ((int64_t)kind + 1) << 32;
}
