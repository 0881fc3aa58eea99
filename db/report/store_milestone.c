/* Reading milestones. Those of a unit are its own and the common ones of the actions it takes part
 * in; each way to ask (unit, action, plan, dates) has its statement, so that each finds its index.
 */
#include "db/report/store_milestone.h"

#include "core/i18n.h"
#include "db/search/name_key.h"
#include "db/store_internal.h"
#include "db/store_row.h"

#define TITLE_KEY  SQL_NAME_KEY("milestone", "m.id")
#define ACTION_KEY SQL_NAME_KEY("action", "a.id")
#define UNIT_KEY   SQL_NAME_KEY("unit", "u.id")
#define WAITING	   "x.kind = 'extension' AND x.state = 'asked'"
/* The first extension that waits, of any unit. */
#define ASKED	   "(SELECT min(x.id) FROM request x WHERE x.milestone_id = m.id AND " WAITING ")"
#define MILESTONE_COLUMNS                                                                          \
	"SELECT m.id, m.version, m.action_id, m.unit_id, l.code, a.path, "                         \
	"a.title, coalesce(u.name, ''), m.title, m.due, m.done_on, m.state, m.needs_evidence, "    \
	"m.note, (SELECT count(*) FROM evidence_link k JOIN evidence v ON v.id = k.evidence_id "   \
	"WHERE k.milestone_id = m.id AND v.withdrawn_at IS NULL), " TITLE_KEY ", " ACTION_KEY      \
	", " UNIT_KEY ", m.weight, m.nextended, coalesce(" ASKED ", 0), "                          \
	"coalesce(m.after_id, 0), coalesce(w.title, ''), "                                         \
	"w.due, coalesce(w.state, 'open') "
#define MILESTONE_JOINS                                                                            \
	"JOIN action a ON a.id = m.action_id JOIN plan l ON l.id = a.plan_id "                     \
	"LEFT JOIN unit u ON u.id = m.unit_id LEFT JOIN milestone w ON w.id = m.after_id "
/* ?1 plan, ?2 action, ?3 unit, ?4 and ?5 dates, ?6 open only */
#define MILESTONE_FILTER                                                                           \
	"m.due >= coalesce(?4, '') AND m.due <= coalesce(?5, '9999') "                             \
	"AND (?6 = 0 OR m.state = 'open') "
/* Those of a withdrawn action are shown to who asks for the action. */
#define IN_FORCE	"a.state <> 'withdrawn' AND "
#define MILESTONE_ORDER "ORDER BY m.due, m.id"

#define MILESTONE_SHARES                                                                           \
	"FROM task_share t JOIN milestone m ON m.action_id = t.action_id " MILESTONE_JOINS         \
	"WHERE t.unit_id = ?3 AND (m.unit_id IS NULL OR m.unit_id = ?3) "                          \
	"AND (?1 = 0 OR a.plan_id = ?1) "

static const char of_unit[] = MILESTONE_COLUMNS MILESTONE_SHARES
	"AND ?2 = 0 AND " IN_FORCE MILESTONE_FILTER MILESTONE_ORDER;
static const char of_share[] = MILESTONE_COLUMNS MILESTONE_SHARES
	"AND t.action_id = ?2 AND " MILESTONE_FILTER MILESTONE_ORDER;
static const char of_action[] = MILESTONE_COLUMNS
	"FROM milestone m " MILESTONE_JOINS "WHERE m.action_id = ?2 AND (?1 = 0 OR a.plan_id = ?1) "
	"AND ?3 = 0 AND " MILESTONE_FILTER MILESTONE_ORDER;
static const char of_plan[] = MILESTONE_COLUMNS
	"FROM milestone m " MILESTONE_JOINS
	"WHERE a.plan_id = ?1 AND ?2 = 0 AND ?3 = 0 AND " IN_FORCE MILESTONE_FILTER MILESTONE_ORDER;
static const char of_dates[] = MILESTONE_COLUMNS
	"FROM milestone m " MILESTONE_JOINS
	"WHERE ?1 = 0 AND ?2 = 0 AND ?3 = 0 AND " IN_FORCE MILESTONE_FILTER MILESTONE_ORDER;

static void take_milestone(struct sql_stmt *q, struct arena *a, struct milestone_row *row)
{
	*row = (struct milestone_row){.id = sql_take_i64(q)};
	row->version = sql_take_i64(q);
	row->action_id = sql_take_i64(q);
	row->unit_id = sql_take_i64(q);
	row->plan_code = sql_take_text(q, a);
	row->action_no = sql_take_text(q, a);
	row->action_title = sql_take_text(q, a);
	row->unit = sql_take_text(q, a);
	row->deliverers = "";
	row->title = sql_take_text(q, a);
	row->due = sql_take_date(q);
	row->done_on = sql_take_date(q);
	sql_take_word(q, milestone_state, &row->state);
	row->needs_evidence = sql_take_bool(q);
	row->note = sql_take_text(q, a);
	row->nevidence = sql_take_int(q);
	row->pinyin = sql_take_text(q, a);
	row->action_pinyin = sql_take_text(q, a);
	row->unit_pinyin = sql_take_text(q, a);
	row->weight = sql_take_int(q);
	row->nextended = sql_take_int(q);
	row->asked_id = sql_take_i64(q);
	row->after_id = sql_take_i64(q);
	row->after = sql_take_text(q, a);
	row->after_due = sql_take_date(q);
	sql_take_word(q, milestone_state, &row->after_state);
}

/* Of the extensions that wait for an answer the reader's own, else the first that it may read. */
static int choose_asked(struct store *s, const struct reader *r, struct milestone_row *row,
			struct err *e)
{
	static const char text[] = "SELECT x.id, x.unit_id, x.want_date FROM request x "
				   "WHERE x.milestone_id = ?1 AND " WAITING " ORDER BY x.id";
	bool own = false;
	int got = 0;

	if (!row->asked_id)
		return 0;
	row->asked_id = 0;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(row->id));
	while (!own && (got = sql_next(q, e)) > 0) {
		int64_t id = sql_take_i64(q), unit_id = sql_take_i64(q);

		own = reader_has_unit(r, unit_id);
		if (!own && (row->asked_id || !reader_may_own(r, unit_id)))
			continue;
		row->asked_id = id;
		row->asked = sql_take_date(q);
	}
	sql_end(q);
	return got < 0 ? -1 : 0;
}

/* The units that deliver what is common to an action, as its document has them; "": all of them,
 * because nobody leads. */
static int read_deliverers(struct store *s, struct arena *a, int64_t action_id, const char **names,
			   struct err *e)
{
	static const char text[] =
		"SELECT u.name FROM assignment t JOIN unit u ON u.id = t.unit_id "
		"WHERE t.action_id = ?1 AND t.role <> 'coop' AND t.state <> 'withdrawn' "
		"AND EXISTS (SELECT 1 FROM assignment y WHERE y.action_id = ?1 "
		"AND y.role = 'lead' AND y.state <> 'withdrawn') ORDER BY t.seq, t.id";
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(action_id));
	int got;

	*names = "";
	while ((got = sql_next(q, e)) > 0)
		*names = **names ? arena_printf(a, "%s、%s", *names, sql_peek(q))
				 : sql_take_text(q, a);
	return got;
}

static int name_deliverers(struct store *s, struct arena *a, struct milestone_row *rows, size_t n,
			   struct err *e)
{
	const char *names = "";
	int64_t action_id = 0;

	for (size_t i = 0; i < n; i++) {
		if (rows[i].unit_id)
			continue;
		if (rows[i].action_id != action_id &&
		    read_deliverers(s, a, rows[i].action_id, &names, e) < 0)
			return -1;
		action_id = rows[i].action_id;
		rows[i].deliverers = names;
	}
	return 0;
}

static const char *statement_for(const struct milestone_filter *f)
{
	if (f->unit_id)
		return f->action_id ? of_share : of_unit;
	if (f->action_id)
		return of_action;
	return f->plan_id ? of_plan : of_dates;
}

/* The milestones of one action often follow each other, so the last answer is kept. */
struct rights {
	struct store *s;
	struct reader reader;
	int64_t action_id;
	int may; /* 1, 0, -1 an error */
};

static int may_read(struct rights *r, int64_t action_id, struct err *e)
{
	if (r->action_id != action_id) {
		r->action_id = action_id;
		r->may = reader_may_action(r->s, &r->reader, action_id, e);
	}
	return r->may;
}

int store_milestone_list(struct store *s, struct arena *a, const struct actor *who,
			 const struct milestone_filter *f, struct milestone_rows *rows,
			 struct err *e)
{
	struct rights r = {.s = s};
	struct milestone_row row;
	int got, may_row = 0;

	*rows = (struct milestone_rows){0};
	reader_of(a, who, &r.reader);
	struct sql_stmt *q = sql_query(s->db, statement_for(f), e, sql_i64(f->plan_id),
				       sql_i64(f->action_id), sql_i64(f->unit_id),
				       sql_date(f->from), sql_date(f->to), sql_i64(f->open_only));
	while ((got = sql_next(q, e)) > 0) {
		take_milestone(q, a, &row);
		may_row = may_read(&r, row.action_id, e);
		if (may_row > 0 && choose_asked(s, &r.reader, &row, e) < 0)
			may_row = -1;
		if (may_row < 0)
			break;
		if (may_row)
			*vec_push(a, rows) = row;
	}
	sql_end(q);
	return got < 0 || may_row < 0 ? -1 : name_deliverers(s, a, rows->at, rows->n, e);
}

int store_milestone_get(struct store *s, struct arena *a, const struct actor *who, int64_t id,
			struct milestone_row *row, struct err *e)
{
	static const char text[] =
		MILESTONE_COLUMNS "FROM milestone m " MILESTONE_JOINS "WHERE m.id = ?1";
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(id));
	struct reader reader;
	int got = sql_next(q, e);

	if (got < 0)
		return -1;
	if (got == 0)
		return err_set(e, ERR_NOT_FOUND, _("there is no such milestone"));
	reader_of(a, who, &reader);
	take_milestone(q, a, row);
	sql_end(q);
	if (read_may_action(s, who, row->action_id, e) || choose_asked(s, &reader, row, e))
		return -1;
	return name_deliverers(s, a, row, 1, e);
}
