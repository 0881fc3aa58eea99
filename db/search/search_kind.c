/* How each kind of thing that can be searched for is read. Every statement gives the same columns
 * first (search_row_read() takes them), then the texts in the order of `fields`. */
#include "db/search/search_kind.h"

#include "db/cycle/store_notice.h"
#include "db/cycle/store_request.h"

#define OF_ACTION                                                                                  \
	"a.plan_id, a.id, l.code, l.state = 'open', a.path, a.title, a.state = 'withdrawn', "

/* Of what belongs to a plan, and to an action of it or to none. */
#define OF_PLAN                                                                                    \
	"l.id, a.id, l.code, l.state = 'open', coalesce(a.path, ''), coalesce(a.title, ''), "      \
	"coalesce(a.state = 'withdrawn', 0), u.id, u.name, "

static int may_report(struct store *s, const struct reader *r, const struct search_row *row,
		      struct err *e)
{
	enum report_state state = REPORT_NONE;

	(void)s;
	(void)e;
	report_state_parse(row->state, &state);
	return reader_may_report(r, state, row->unit_id, row->on_behalf);
}

static int may_evidence(struct store *s, const struct reader *r, const struct search_row *row,
			struct err *e)
{
	return reader_may_evidence(s, r, row->id, row->unit_id, e);
}

static int may_own(struct store *s, const struct reader *r, const struct search_row *row,
		   struct err *e)
{
	(void)s;
	(void)e;
	return reader_may_own(r, row->unit_id);
}

static int may_case(struct store *s, const struct reader *r, const struct search_row *row,
		    struct err *e)
{
	enum case_state state = CASE_OFFERED;

	(void)s;
	(void)e;
	case_state_parse(row->state, &state);
	return reader_may_case(r, state, row->unit_id);
}

static const char *name_notice(struct store *s, struct arena *a, int64_t id, struct err *e)
{
	struct notice_row row;

	return store_notice_get(s, a, NULL, id, &row, e) ? NULL : notice_name(a, &row);
}

static const char *name_request(struct store *s, struct arena *a, int64_t id, struct err *e)
{
	struct request_row row;

	return store_request_get(s, a, NULL, id, &row, e) ? NULL : request_label(a, &row);
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
			.of_unit = "SELECT id FROM evidence WHERE unit_id = ?1 ORDER BY id",
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
	[SEARCH_NOTICE] =
		{
			/* of several actions the first is told */
			.row = "SELECT " OF_PLAN "n.issued_at, '', NULL, 0, n.text, n.answer "
			       "FROM notice n JOIN plan l ON l.id = n.plan_id "
			       "JOIN unit u ON u.id = n.unit_id "
			       "LEFT JOIN notice_item i ON i.notice_id = n.id AND i.seq = 1 "
			       "LEFT JOIN action a ON a.id = i.action_id WHERE n.id = ?1",
			.all = "SELECT id FROM notice ORDER BY id",
			.fields = {SEARCH_TEXT, SEARCH_ANSWER},
			.ntexts = 2,
			.of_unit = "SELECT id FROM notice WHERE unit_id = ?1 ORDER BY id",
			.may = may_own,
			.name = name_notice,
		},
	[SEARCH_REQUEST] =
		{
			.row = "SELECT " OF_PLAN "q.asked_at, '', NULL, 0, q.reason, q.answer "
			       "FROM request q JOIN plan l ON l.id = q.plan_id "
			       "JOIN unit u ON u.id = q.unit_id "
			       "LEFT JOIN action a ON a.id = q.action_id WHERE q.id = ?1",
			.all = "SELECT id FROM request ORDER BY id",
			.fields = {SEARCH_REASON, SEARCH_ANSWER},
			.ntexts = 2,
			.of_unit = "SELECT id FROM request WHERE unit_id = ?1 ORDER BY id",
			.may = may_own,
			.name = name_request,
		},
	[SEARCH_CASE] =
		{
			/* everybody's once it is selected */
			.row = "SELECT " OF_PLAN "x.added_at, x.title, x.state, 0, x.title, x.text "
			       "FROM example x JOIN plan l ON l.id = x.plan_id "
			       "JOIN unit u ON u.id = x.unit_id "
			       "JOIN action a ON a.id = x.action_id WHERE x.id = ?1",
			.all = "SELECT id FROM example ORDER BY id",
			.fields = {SEARCH_TITLE, SEARCH_TEXT},
			.ntexts = 2,
			.nnames = 1,
			.everyone = true,
			.may = may_case,
		},
};

bool search_by_action(const struct search_spec *spec)
{
	return !spec->of_unit && !spec->everyone;
}

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
	*row = (struct search_row){.id = id};
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
	row->state = sql_take_text(q, a);
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
