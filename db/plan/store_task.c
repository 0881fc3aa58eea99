/* Who owes what: a row a unit and action with all that a list shows of it, in one statement a list.
 * The facts of a row are found by index (the report of the current period, the last one handed in,
 * the next milestone), so that its cost does not grow with the number of reports in the file. The
 * lamp is core's. */
#include "db/plan/store_task.h"

#include "core/rule/period.h"
#include "db/search/name_key.h"
#include "db/store_internal.h"
#include "db/store_row.h"

/* ?1 today, ?2 plan, ?3 unit, ?4 action (0: any), ?5 role (null: any), ?6 closed plans too.
 * `now` is the current period of every plan that counts, `part` the parts asked for: both are made
 * first, so that what hangs on a part is looked up for these alone. */
#define TASK_PERIOD SQL_PERIOD_NOW("x.id", "?1")
#define TASK_PARTS(from, where)                                                                    \
	"WITH now (plan_id, period_id) AS MATERIALIZED (SELECT x.id, " TASK_PERIOD " FROM plan x " \
	"WHERE (?2 = 0 OR x.id = ?2) AND (?2 <> 0 OR ?6 <> 0 OR x.state = 'open')), "              \
	"part (action_id, unit_id, assignment_id, role, state, seq, delivers, period_id) AS "      \
	"MATERIALIZED ("                                                                           \
	"SELECT t.action_id, t.unit_id, t.assignment_id, t.role, t.state, t.seq, " SQL_DELIVERS(   \
		"t") ", now.period_id "                                                            \
		     "FROM " from " WHERE " where " AND (?5 IS NULL OR t.role = ?5)) "
/* A milestone of the part: its unit's own, or a common one that it delivers. */
#define TASK_MILESTONE "(z.unit_id = part.unit_id OR (z.unit_id IS NULL AND part.delivers))"
/* What is common and not for the part to deliver. */
#define LEAD_MILESTONE "z.unit_id IS NULL AND NOT part.delivers"
/* The deadline of the action, until the milestone that stands for it is done. */
#define TASK_DUE                                                                                   \
	"CASE WHEN EXISTS (SELECT 1 FROM milestone z WHERE z.action_id = a.id "                    \
	"AND z.unit_id IS NULL AND z.due = a.due AND z.state IN ('done', 'verified')) "            \
	"THEN NULL ELSE a.due END"
#define TITLE_KEY SQL_NAME_KEY("action", "a.id")
#define UNIT_KEY  SQL_NAME_KEY("unit", "u.id")
#define TO_SIGN	  SQL_TO_SIGN("r", "u")
#define TASK_COLUMNS                                                                               \
	"SELECT a.id, a.plan_id, part.unit_id, part.assignment_id, l.code, a.no, o.no, a.path, "   \
	"a.title, " TITLE_KEY ", "                                                                 \
	"c.no, c.title, u.name, " UNIT_KEY                                                         \
	", part.role, part.state, part.delivers, a.state, a.pilot, " TASK_DUE ", "                 \
	"r.id, r.entered_by, r.state, coalesce(r.on_behalf, 0), r.nreturned, "                     \
	"r.nsame, " TO_SIGN ", r.reason, "                                                         \
	"coalesce((SELECT name FROM person WHERE id = r.reviewed_by), ''), r.reviewed_at, "        \
	"h.percent, h.done, "                                                                      \
	"b.code, "                                                                                 \
	"m.title, m.due, "                                                                         \
	"(SELECT count(*) FROM milestone z WHERE z.action_id = a.id AND z.due < ?1 "               \
	"AND z.state = 'open' AND " TASK_MILESTONE "), k.title, k.due, "                           \
	"p.id, p.year, p.opens, p.due, p.closes, p.closed_at IS NOT NULL, x.until "
/* h is the last report that was handed in, b its period; m the next milestone, k the lead's; p the
 * current period, x the unit's exception from it and r its report. */
#define TASK_FROM                                                                                  \
	"FROM part JOIN action a ON a.id = part.action_id "                                        \
	"JOIN plan l ON l.id = a.plan_id JOIN unit u ON u.id = part.unit_id "                      \
	"LEFT JOIN action o ON o.id = a.parent_id LEFT JOIN section c ON c.id = a.section_id "     \
	"LEFT JOIN period p ON p.id = part.period_id "                                             \
	"LEFT JOIN period_exception x ON x.period_id = p.id AND x.unit_id = part.unit_id "         \
	"LEFT JOIN report r ON r.action_id = part.action_id AND r.unit_id = part.unit_id "         \
	"AND r.period_id = part.period_id "                                                        \
	"LEFT JOIN report h ON h.id = (SELECT z.id FROM period y CROSS JOIN report z "             \
	"ON z.action_id = part.action_id AND z.unit_id = part.unit_id AND z.period_id = y.id "     \
	"WHERE y.plan_id = a.plan_id AND z.state IN ('submitted', 'signed', 'accepted') "          \
	"ORDER BY y.opens DESC, y.id DESC LIMIT 1) "                                               \
	"LEFT JOIN period b ON b.id = h.period_id "                                                \
	"LEFT JOIN milestone m ON m.id = (SELECT z.id FROM milestone z "                           \
	"WHERE z.action_id = part.action_id AND z.state = 'open' "                                 \
	"AND " TASK_MILESTONE " ORDER BY z.due, z.id LIMIT 1) "                                    \
	"LEFT JOIN milestone k ON k.id = (SELECT z.id FROM milestone z "                           \
	"WHERE z.action_id = part.action_id AND z.state = 'open' "                                 \
	"AND " LEAD_MILESTONE " ORDER BY z.due, z.id LIMIT 1) "                                    \
	"WHERE a.state <> 'withdrawn' ORDER BY a.plan_id, a.seq, part.seq, part.unit_id"
#define TASK_STATEMENT(from, where) TASK_PARTS(from, where) TASK_COLUMNS TASK_FROM

#define PARTS_FIRST                                                                                \
	"task_share t CROSS JOIN action a ON a.id = t.action_id "                                  \
	"CROSS JOIN now ON now.plan_id = a.plan_id"
#define PLANS_FIRST                                                                                \
	"now CROSS JOIN action a ON a.plan_id = now.plan_id "                                      \
	"CROSS JOIN task_share t ON t.action_id = a.id"

static const char of_unit[] =
	TASK_STATEMENT(PARTS_FIRST, "t.unit_id = ?3 AND (?4 = 0 OR t.action_id = ?4)");
static const char of_action[] = TASK_STATEMENT(PARTS_FIRST, "t.action_id = ?4 AND ?3 = 0");
static const char of_plans[] = TASK_STATEMENT(PLANS_FIRST, "?3 = 0 AND ?4 = 0");

static const char *statement_for(const struct task_filter *f)
{
	if (f->unit_id)
		return of_unit;
	return f->action_id ? of_action : of_plans;
}

static void take_action(struct sql_stmt *q, struct arena *a, struct task_row *t)
{
	t->action_id = sql_take_i64(q);
	t->plan_id = sql_take_i64(q);
	t->unit_id = sql_take_i64(q);
	t->assignment_id = sql_take_i64(q);
	t->plan_code = sql_take_text(q, a);
	t->no = sql_take_text(q, a);
	t->parent_no = sql_take_text(q, a);
	t->path = sql_take_text(q, a);
	t->title = sql_take_text(q, a);
	t->pinyin = sql_take_text(q, a);
	t->section_no = sql_take_text(q, a);
	t->section_title = sql_take_text(q, a);
	t->unit = sql_take_text(q, a);
	t->unit_pinyin = sql_take_text(q, a);
	sql_take_word(q, role, &t->role);
	sql_take_word(q, assignment_state, &t->assignment_state);
	t->delivers = sql_take_bool(q);
	sql_take_word(q, action_state, &t->action_state);
	t->pilot = sql_take_bool(q);
	t->due = sql_take_date(q);
}

/* Returns whether the report was entered on behalf of the unit. */
static bool take_progress(struct sql_stmt *q, struct arena *a, struct task_row *t)
{
	t->report_id = sql_take_i64(q);
	t->entered_by_id = sql_take_i64(q);
	sql_take_word(q, report_state, &t->report_state);
	bool on_behalf = sql_take_bool(q);
	t->nreturned = sql_take_int(q);
	t->nsame = sql_take_int(q);
	t->to_sign = sql_take_bool(q);
	t->reason = sql_take_text(q, a);
	t->reviewed_by = sql_take_text(q, a);
	t->reviewed_at = sql_take_time(q);
	t->percent = sql_take_int(q);
	t->last_done = sql_take_text(q, a);
	t->last_period = sql_take_text(q, a);
	if (!*t->last_period)
		t->percent = -1;
	t->milestone = sql_take_text(q, a);
	t->milestone_due = sql_take_date(q);
	t->milestones_overdue = sql_take_int(q);
	t->lead_milestone = sql_take_text(q, a);
	t->lead_milestone_due = sql_take_date(q);
	return on_behalf;
}

/* What a lamp looks at of the current period, as it is for the unit; id 0: there is none. */
static void take_period(struct sql_stmt *q, struct period_row *p)
{
	*p = (struct period_row){.id = sql_take_i64(q)};
	p->year = sql_take_int(q);
	p->opens = sql_take_date(q);
	p->due = sql_take_date(q);
	p->closes = sql_take_date(q);
	p->closed_early = sql_take_bool(q);
	period_allow(p, sql_take_date(q));
}

/* What the reader may read, plan by plan: rows come in the order of the plans. */
struct rights {
	struct store *s;
	struct arena *a;
	struct reader reader;
	int64_t plan_id; /* of `set` */
	struct readable set;
};

/* 1, 0, -1 an error. */
static int may_read(struct rights *r, const struct task_row *t, struct err *e)
{
	if (r->reader.all || reader_has_unit(&r->reader, t->unit_id))
		return 1;
	if (r->plan_id != t->plan_id) {
		r->plan_id = t->plan_id;
		if (readable_load(r->s, r->a, &r->reader, t->plan_id, &r->set, e))
			return -1;
	}
	return readable_has(&r->set, t->action_id);
}

static struct sql_stmt *list_query(struct store *s, const struct task_filter *f, struct date today,
				   struct err *e)
{
	const char *role = f->role >= 0 ? role_word((enum role)f->role) : NULL;

	return sql_query(s->db, statement_for(f), e, sql_date(today), sql_i64(f->plan_id),
			 sql_i64(f->unit_id), sql_i64(f->action_id), sql_maybe(role),
			 sql_i64(f->closed_plans));
}

int store_task_list(struct store *s, struct arena *a, const struct actor *who,
		    const struct task_filter *f, const struct lamp_rules *rules, struct date today,
		    struct task_rows *rows, struct err *e)
{
	struct rights rights = {.s = s, .a = a};
	struct period_row period;
	int got, may_row = 0;

	*rows = (struct task_rows){0};
	reader_of(a, who, &rights.reader);
	struct sql_stmt *q = list_query(s, f, today, e);
	while ((got = sql_next(q, e)) > 0) {
		struct task_row t = {.report_state = REPORT_NONE};

		take_action(q, a, &t);
		bool on_behalf = take_progress(q, a, &t);
		take_period(q, &period);
		if (!reader_may_report(&rights.reader, t.report_state, t.unit_id, on_behalf)) {
			t.report_id = t.entered_by_id = 0;
			t.nsame = 0;
			t.report_state = REPORT_NONE;
		}
		lamp_of(&t, period.id ? &period : NULL, today, rules);
		may_row = may_read(&rights, &t, e);
		if (may_row < 0)
			break;
		if (may_row && (f->lamp < 0 || (enum lamp)f->lamp == t.lamp))
			*vec_push(a, rows) = t;
	}
	sql_end(q);
	return got < 0 || may_row < 0 ? -1 : 0;
}

int store_task_any(struct store *s, int64_t unit_id, int64_t plan_id, struct err *e)
{
	static const char text[] =
		"SELECT 1 FROM task_share t CROSS JOIN action a ON a.id = t.action_id "
		"WHERE t.unit_id = ?1 AND a.plan_id = ?2 AND a.state <> 'withdrawn' LIMIT 1";
	int64_t one;

	return sql_get(s->db, text, &one, e, sql_i64(unit_id), sql_i64(plan_id));
}
