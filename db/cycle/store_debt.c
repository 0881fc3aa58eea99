/*
 * store_debt.c - what units owe: reports, milestones, deadlines and answers to instructions whose
 * day has passed, in one statement, each with how often it was urged before and what came of it,
 * and whether a request about it (an objection, an extension, a late report, a close-out that was
 * asked for) waits for the office: then nobody is urged for it.
 */
#include "db/cycle/debt.h"
#include "db/cycle/store_notice.h"

#include "db/search/name_key.h"
#include "db/store_internal.h"
#include "db/cycle/store_policy.h"
#include "db/store_row.h"

/* ?1 today, ?2 plan, ?3 unit, ?4 action (0: any) */
#define PARTS_FIRST                                                                                \
	"task_share t CROSS JOIN action a ON a.id = t.action_id "                                  \
	"CROSS JOIN plan l ON l.id = a.plan_id CROSS JOIN unit u ON u.id = t.unit_id "
#define PLANS_FIRST                                                                                \
	"plan l CROSS JOIN action a ON a.plan_id = l.id "                                          \
	"CROSS JOIN task_share t ON t.action_id = a.id CROSS JOIN unit u ON u.id = t.unit_id "
#define RUNS                                                                                       \
	"AND l.state = 'open' AND a.state IN ('active', 'completion-asked') "                      \
	"AND (?2 = 0 OR l.id = ?2) AND (?4 = 0 OR a.id = ?4) "
#define PART	   "SELECT l.id, t.unit_id, a.id, a.seq, t.seq, "
#define DELIVERS   SQL_DELIVERS("t")
#define TO_SIGN	   SQL_TO_SIGN("r", "u")
#define PERIOD_NOW SQL_PERIOD_NOW("l.id", "?1")
/* The whole part waits for the office. */
#define PART_WAITS "(a.state = 'completion-asked' OR t.state = 'contested') "
/* It does, or a request of the unit; what that is about follows. */
#define WAITS                                                                                      \
	PART_WAITS "OR "                                                                           \
		   "EXISTS (SELECT 1 FROM request q WHERE q.unit_id = t.unit_id AND q.state = "    \
		   "'asked' "

/* A period of the past is owed while it takes reports, while it is the current one, and where the
 * unit was given more time for it. */
#define REPORTS(from, where)                                                                       \
	PART "0, p.id, p.code, CASE r.state WHEN 'returned' THEN 'returned' "                      \
	     "WHEN 'submitted' THEN 'signing' ELSE 'report' END, "                                 \
	     "max(p.due, coalesce(x.until, p.due)), "                                              \
	     "CASE r.state WHEN 'returned' THEN r.reviewed_at END, " WAITS                         \
	     "AND q.period_id = p.id AND q.kind = 'exception') "                                   \
	     "FROM " from "CROSS JOIN period p ON p.plan_id = l.id "                               \
	     "LEFT JOIN period_exception x ON x.period_id = p.id AND x.unit_id = t.unit_id "       \
	     "LEFT JOIN report r ON r.action_id = a.id AND r.unit_id = t.unit_id "                 \
	     "AND r.period_id = p.id WHERE " where RUNS                                            \
	     "AND p.due < ?1 AND coalesce(x.until, '') < ?1 AND (x.until IS NOT NULL "             \
	     "OR (p.closes >= ?1 AND p.closed_at IS NULL) OR p.id = " PERIOD_NOW ") "              \
	     "AND (r.id IS NULL OR r.state IN ('draft', 'returned') "                              \
	     "OR " TO_SIGN ") "
#define MILESTONES(from, where)                                                                    \
	PART "m.id, 0, m.title, 'milestone', m.due, NULL, " WAITS "AND q.milestone_id = m.id) "    \
	     "FROM " from "CROSS JOIN milestone m ON m.action_id = a.id "                          \
	     "AND (m.unit_id = t.unit_id OR (m.unit_id IS NULL AND " DELIVERS ")) "                \
	     "WHERE " where RUNS "AND m.state = 'open' AND m.due < ?1 "
/* Where a milestone stands for the deadline, it is that one that is owed. */
#define DEADLINES(from, where)                                                                     \
	PART "0, 0, '', 'deadline', a.due, NULL, " PART_WAITS "FROM " from "WHERE " where RUNS     \
	     "AND a.due < ?1 AND " DELIVERS                                                        \
	     " AND NOT EXISTS (SELECT 1 FROM milestone z WHERE z.action_id = a.id "                \
	     "AND z.unit_id IS NULL AND z.due = a.due AND z.state <> 'dropped') "
/* The one that should have been answered first stands for all on an action. */
#define INSTRUCTIONS(from, where)                                                                  \
	PART "0, 0, '', 'instruction', k.answer_by, NULL, " PART_WAITS "FROM " from                \
	     "CROSS JOIN notice_item i ON i.action_id = a.id "                                     \
	     "CROSS JOIN notice k ON k.id = i.notice_id AND k.unit_id = t.unit_id "                \
	     "WHERE " where RUNS "AND k.kind = 'instruction' AND k.state = 'issued' "              \
	     "AND k.answer_by < ?1 AND NOT EXISTS (SELECT 1 FROM notice_item j "                   \
	     "CROSS JOIN notice n ON n.id = j.notice_id WHERE j.action_id = a.id "                 \
	     "AND n.unit_id = t.unit_id AND n.kind = 'instruction' AND n.state = 'issued' "        \
	     "AND (n.answer_by, n.id) < (k.answer_by, k.id)) "
#define ALSO " UNION ALL "
#define OWED(from, where)                                                                          \
	"WITH owed (plan_id, unit_id, action_id, place, part, milestone_id, period_id, what, "     \
	"why, due, returned_at, waits) AS MATERIALIZED (" REPORTS(from, where) ALSO                \
	MILESTONES(from, where)                                                                    \
	ALSO DEADLINES(from, where)                                                                \
	ALSO INSTRUCTIONS(from, where) ") "

/* The urge notices that asked for a debt before; n is the last of them. */
#define URGED                                                                                      \
	"FROM notice_item i CROSS JOIN notice k ON k.id = i.notice_id "                            \
	"WHERE i.action_id = owed.action_id AND k.unit_id = owed.unit_id AND k.kind = 'urge' "     \
	"AND coalesce(i.milestone_id, 0) = owed.milestone_id "                                     \
	"AND coalesce(i.period_id, 0) = owed.period_id "                                           \
	"AND (i.why = 'instruction') = (owed.why = 'instruction')"
#define UNIT_KEY   SQL_NAME_KEY("unit", "u.id")
#define ACTION_KEY SQL_NAME_KEY("action", "a.id")
#define DEBTS                                                                                      \
	"SELECT owed.plan_id, owed.unit_id, owed.action_id, owed.milestone_id, owed.period_id, "   \
	"l.code, u.name, a.path, a.title, " UNIT_KEY ", " ACTION_KEY ", owed.what, owed.why, "     \
	"owed.due, owed.returned_at, (SELECT count(*) " URGED "), n.state, n.answer_by, "          \
	"n.changed_by IS NULL, (SELECT max(i.due) " URGED " AND k.id = n.id), owed.waits "         \
	"FROM owed CROSS JOIN plan l ON l.id = owed.plan_id "                                      \
	"CROSS JOIN unit u ON u.id = owed.unit_id "                                                \
	"CROSS JOIN action a ON a.id = owed.action_id "                                            \
	"LEFT JOIN notice n ON n.id = (SELECT max(i.notice_id) " URGED ") "                        \
	"ORDER BY owed.plan_id, owed.unit_id, owed.place, owed.part, owed.due"

static const char of_unit[] = OWED(PARTS_FIRST, "t.unit_id = ?3 ") DEBTS;
static const char of_plans[] = OWED(PLANS_FIRST, "?3 = 0 ") DEBTS;

/* What the last notice about a debt leaves to be done. */
struct urged {
	bool any, by_itself; /* there was one; closed because it was delivered */
	enum notice_state state;
	struct date answer_by, due;
};

static enum debt_standing standing_of(const struct urged *u, struct date due, struct date today)
{
	if (!u->any)
		return DEBT_FRESH;
	if (u->state == NOTICE_ISSUED)
		return date_cmp(u->answer_by, today) < 0 ? DEBT_FRESH : DEBT_ASKED;
	if (u->state == NOTICE_CLOSED && u->by_itself)
		return DEBT_FRESH;
	return date_cmp(due, u->due) > 0 ? DEBT_FRESH : DEBT_ANSWERED;
}

static void take_debt(struct sql_stmt *q, struct arena *a, struct date today, struct debt_row *d)
{
	struct urged last = {0};

	*d = (struct debt_row){.plan_id = sql_take_i64(q)};
	d->unit_id = sql_take_i64(q);
	d->action_id = sql_take_i64(q);
	d->milestone_id = sql_take_i64(q);
	d->period_id = sql_take_i64(q);
	d->plan_code = sql_take_text(q, a);
	d->unit = sql_take_text(q, a);
	d->action_no = sql_take_text(q, a);
	d->action_title = sql_take_text(q, a);
	d->unit_pinyin = sql_take_text(q, a);
	d->action_pinyin = sql_take_text(q, a);
	d->what = sql_take_text(q, a);
	(void)debt_why_parse(sql_peek(q), &d->why);
	d->due = sql_take_date(q);
	int64_t returned_at = sql_take_time(q);
	/* what was returned is late from the day after the return on */
	struct date returned = returned_at ? moment_of(returned_at).today : d->due;
	if (date_cmp(returned, d->due) > 0)
		d->due = returned;
	d->times = sql_take_int(q);
	last.any = d->times > 0;
	sql_take_word(q, notice_state, &last.state);
	last.answer_by = sql_take_date(q);
	last.by_itself = sql_take_bool(q);
	last.due = sql_take_date(q);
	d->waits = sql_take_bool(q);
	d->standing = standing_of(&last, d->due, today);
}

int debt_list(struct store *s, struct arena *a, const struct reader *r, struct date today,
	      const struct debt_key *key, struct debt_rows *rows, struct err *e)
{
	struct sql_stmt *q =
		sql_query(s->db, key->unit_id ? of_unit : of_plans, e, sql_date(today),
			  sql_i64(key->plan_id), sql_i64(key->unit_id), sql_i64(key->action_id));
	int got;

	*rows = (struct debt_rows){0};
	while ((got = sql_next(q, e)) > 0) {
		struct debt_row d;

		take_debt(q, a, today, &d);
		if ((r->all || reader_has_unit(r, d.unit_id)) && date_cmp(d.due, today) < 0)
			*(struct debt_row *)vec_push(a, rows) = d;
	}
	return got;
}

static void drop_waiting(struct debt_rows *rows)
{
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++)
		if (!rows->at[i].waits)
			rows->at[n++] = rows->at[i];
	rows->n = n;
}

int store_debt_list(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		    int64_t unit_id, struct debt_rows *rows, struct err *e)
{
	struct debt_key key = {.plan_id = plan_id, .unit_id = unit_id};
	struct lamp_rules rules;
	struct reader r;

	reader_of(a, who, &r);
	if (store_lamp_rules(s, a, &rules, e) || debt_list(s, a, &r, who->now.today, &key, rows, e))
		return -1;
	drop_waiting(rows);
	for (size_t i = 0; i < rows->n; i++)
		debt_count_days(&rows->at[i], rules.calendar, who->now.today);
	return 0;
}
