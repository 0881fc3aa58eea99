/* store_notice.c - reading notices. One statement gives the row with its names, its first line and
 * how it went out; what waits for an answer is found by the index of what is not closed, a unit's
 * and an action's notices by theirs. */
#include "db/cycle/store_notice.h"

#include "core/i18n.h"
#include "db/cycle/debt.h"
#include "db/search/name_key.h"
#include "db/store_internal.h"

/* It is worth asking whether it rests: something that it asks for may wait (WAITS of store_debt.c).
 */
#define MAY_REST                                                                                   \
	"n.kind = 'urge' AND n.state = 'issued' AND EXISTS (SELECT 1 FROM notice_item i "          \
	"CROSS JOIN action x ON x.id = i.action_id WHERE i.notice_id = n.id "                      \
	"AND (x.state = 'completion-asked' OR EXISTS (SELECT 1 FROM request q "                    \
	"WHERE q.unit_id = n.unit_id AND q.state = 'asked' AND (q.milestone_id = i.milestone_id "  \
	"OR (q.kind = 'exception' AND q.period_id = i.period_id) "                                 \
	"OR (q.kind = 'contest' AND q.action_id = i.action_id)))))"
#define NOTICE_COLUMNS                                                                             \
	"SELECT n.id, n.version, n.plan_id, n.unit_id, n.kind, n.no, n.level, n.state, l.code, "   \
	"l.title, u.name, " SQL_NAME_KEY(                                                          \
		"unit",                                                                            \
		"u.id") ", n.answer_by, "                                                          \
			"coalesce(b.name, ''), coalesce(n.issued_by, 0), n.issued_at, "            \
			"coalesce(c.name, ''), "                                                   \
			"n.answered_at, n.changed_by IS NULL, n.text, n.answer, "                  \
			"(SELECT count(*) FROM notice_item i WHERE i.notice_id = n.id), "          \
			"coalesce(a.path, ''), "                                                   \
			"coalesce(a.title, ''), coalesce(d.tries, 0), d.status IS NOT NULL, "      \
			"coalesce(d.status, 0), coalesce(d.message, ''), d.at, " MAY_REST " "
#define NOTICE_JOINS                                                                               \
	"JOIN plan l ON l.id = n.plan_id JOIN unit u ON u.id = n.unit_id "                         \
	"LEFT JOIN notice_item f ON f.notice_id = n.id AND f.seq = 1 "                             \
	"LEFT JOIN action a ON a.id = f.action_id "                                                \
	"LEFT JOIN person b ON b.id = n.issued_by LEFT JOIN person c ON c.id = n.answered_by "     \
	"LEFT JOIN notice_delivery d ON d.notice_id = n.id "
/* ?1 plan, ?2 unit, ?3 action, ?4 kind, ?5 only unsent */
#define NOTICE_FILTER                                                                              \
	"(?1 = 0 OR n.plan_id = ?1) AND (?2 = 0 OR n.unit_id = ?2) AND (?3 = 0 OR EXISTS "         \
	"(SELECT 1 FROM notice_item i WHERE i.action_id = ?3 AND i.notice_id = n.id)) "            \
	"AND (?4 IS NULL OR n.kind = ?4) AND (?5 = 0 OR d.status <> 0) "

static const char waiting[] =
	NOTICE_COLUMNS "FROM notice n " NOTICE_JOINS
		       "WHERE n.state <> 'closed' AND n.state = 'issued' AND " NOTICE_FILTER
		       "ORDER BY n.answer_by, n.id";
static const char of_unit[] =
	NOTICE_COLUMNS "FROM notice n " NOTICE_JOINS
		       "WHERE n.unit_id = ?2 AND n.state <> 'issued' AND " NOTICE_FILTER
		       "ORDER BY n.issued_at DESC, n.id DESC";
static const char of_all[] = NOTICE_COLUMNS
	"FROM notice n " NOTICE_JOINS "WHERE ?2 = 0 AND n.state <> 'issued' AND " NOTICE_FILTER
	"ORDER BY n.id DESC";

static void take_delivery(struct sql_stmt *q, struct arena *a, struct notice_row *n)
{
	n->tries = sql_take_int(q);
	n->tried = sql_take_bool(q);
	n->delivery = sql_take_int(q);
	n->delivered = n->tried && n->delivery == 0;
	n->delivery_said = sql_take_text(q, a);
	n->delivery_at = sql_take_time(q);
}

static void take_notice(struct sql_stmt *q, struct arena *a, struct notice_row *n)
{
	*n = (struct notice_row){.id = sql_take_i64(q)};
	n->version = sql_take_i64(q);
	n->plan_id = sql_take_i64(q);
	n->unit_id = sql_take_i64(q);
	sql_take_word(q, notice_kind, &n->kind);
	n->no = sql_take_int(q);
	sql_take_word(q, notice_level, &n->level);
	sql_take_word(q, notice_state, &n->state);
	n->plan_code = sql_take_text(q, a);
	n->plan_title = sql_take_text(q, a);
	n->unit = sql_take_text(q, a);
	n->unit_pinyin = sql_take_text(q, a);
	n->answer_by = sql_take_date(q);
	n->issued_by = sql_take_text(q, a);
	n->issued_by_id = sql_take_i64(q);
	n->issued_at = sql_take_time(q);
	n->answered_by = sql_take_text(q, a);
	n->answered_at = sql_take_time(q);
	n->settled = sql_take_bool(q) && n->state == NOTICE_CLOSED;
	n->text = sql_take_text(q, a);
	n->answer = sql_take_text(q, a);
	n->nitems = sql_take_int(q);
	n->action_no = sql_take_text(q, a);
	n->action_title = sql_take_text(q, a);
	take_delivery(q, a, n);
	n->rests = sql_take_bool(q);
}

int notice_read_owed(struct store *s, struct arena *a, const struct notice_row *n,
		     struct date today, struct notice_item_rows *items, struct owed_rows *owed,
		     struct debt_rows *debts, struct err *e)
{
	struct debt_key key = {.plan_id = n->plan_id, .unit_id = n->unit_id};
	struct reader all = {.all = true};
	size_t i = 0;

	if (store_notice_items(s, a, n->id, items, e))
		return -1;
	while (i < owed->n &&
	       (owed->at[i].plan_id != n->plan_id || owed->at[i].unit_id != n->unit_id))
		i++;
	if (i == owed->n) {
		if (debt_list(s, a, &all, today, &key, debts, e))
			return -1;
		*vec_push(a, owed) = (struct owed_row){n->plan_id, n->unit_id, *debts};
	}
	*debts = owed->at[i].debts;
	return 0;
}

/* Of those that may rest the ones that do on the day of `who`; of nobody's day none. */
static int mark_resting(struct store *s, const struct actor *who, struct notice_rows *rows,
			struct err *e)
{
	struct notice_item_rows items;
	struct arena a = ARENA_INIT;
	struct owed_rows owed = {0};
	struct debt_rows debts;
	int rc = 0;

	for (size_t i = 0; i < rows->n && !rc; i++) {
		struct notice_row *n = &rows->at[i];

		n->rests = n->rests && who;
		if (!n->rests)
			continue;
		rc = notice_read_owed(s, &a, n, who->now.today, &items, &owed, &debts, e);
		n->rests = !rc && notice_course(&items, &debts) == COURSE_RESTS;
	}
	arena_free(&a);
	return rc;
}

static int take_list(struct sql_stmt *q, struct arena *a, const struct actor *who, int limit,
		     struct notice_rows *rows, struct err *e)
{
	struct reader r;
	int got = 0;

	reader_of(a, who, &r);
	while (rows->n < (size_t)limit && (got = sql_next(q, e)) > 0) {
		struct notice_row row;

		take_notice(q, a, &row);
		if (reader_may_own(&r, row.unit_id))
			*vec_push(a, rows) = row;
	}
	sql_end(q);
	return got < 0 ? -1 : 0;
}

int store_notice_list(struct store *s, struct arena *a, const struct actor *who,
		      const struct notice_filter *f, int limit, struct notice_rows *rows,
		      struct err *e)
{
	struct sql_value plan = sql_i64(f->plan_id), unit = sql_i64(f->unit_id);
	struct sql_value action = sql_i64(f->action_id), unsent = sql_i64(f->unsent);
	struct sql_value kind =
		sql_maybe(f->kind < 0 ? NULL : notice_kind_word((enum notice_kind)f->kind));
	const char *answered = f->unit_id ? of_unit : of_all;

	*rows = (struct notice_rows){0};
	if (take_list(sql_query(s->db, waiting, e, plan, unit, action, kind, unsent), a, who, limit,
		      rows, e) < 0 ||
	    mark_resting(s, who, rows, e) < 0)
		return -1;
	if (f->open || f->unsent)
		return 0;
	return take_list(sql_query(s->db, answered, e, plan, unit, action, kind, unsent), a, who,
			 limit, rows, e);
}

int store_notice_get(struct store *s, struct arena *a, const struct actor *who, int64_t id,
		     struct notice_row *row, struct err *e)
{
	static const char text[] = NOTICE_COLUMNS "FROM notice n " NOTICE_JOINS "WHERE n.id = ?1";
	struct notice_rows rows = {0};

	if (take_list(sql_query(s->db, text, e, sql_i64(id)), a, NULL, 1, &rows, e) < 0)
		return -1;
	if (!rows.n)
		return err_set(e, ERR_NOT_FOUND,
			       _("there is no such notice among those of your unit"));
	if (read_may_unit(who, rows.at[0].unit_id, rows.at[0].unit, e) < 0 ||
	    mark_resting(s, who, &rows, e) < 0)
		return -1;
	*row = rows.at[0];
	return 0;
}

int store_notice_items(struct store *s, struct arena *a, int64_t id, struct notice_item_rows *rows,
		       struct err *e)
{
	static const char text[] =
		"SELECT i.action_id, coalesce(i.milestone_id, 0), coalesce(i.period_id, 0), "
		"a.path, a.title, coalesce(m.title, p.code, ''), i.why, i.due, i.days, i.times "
		"FROM notice_item i JOIN action a ON a.id = i.action_id "
		"LEFT JOIN milestone m ON m.id = i.milestone_id "
		"LEFT JOIN period p ON p.id = i.period_id WHERE i.notice_id = ?1 ORDER BY i.seq";
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(id));
	int got;

	*rows = (struct notice_item_rows){0};
	while ((got = sql_next(q, e)) > 0) {
		struct notice_item_row *i = vec_push(a, rows);

		i->action_id = sql_take_i64(q);
		i->milestone_id = sql_take_i64(q);
		i->period_id = sql_take_i64(q);
		i->action_no = sql_take_text(q, a);
		i->action_title = sql_take_text(q, a);
		i->what = sql_take_text(q, a);
		(void)debt_why_parse(sql_peek(q), &i->why);
		i->due = sql_take_date(q);
		i->days = sql_take_int(q);
		i->times = sql_take_int(q);
	}
	return got;
}

/* Without those that rest. */
static int count_overdue(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
			 int64_t unit_id, struct notice_counts *counts, struct err *e)
{
	struct notice_filter f = {.plan_id = plan_id, .unit_id = unit_id, .kind = -1, .open = true};
	struct notice_rows rows;

	counts->overdue = 0;
	if (store_notice_list(s, a, who, &f, counts->urges + counts->instructions, &rows, e) < 0)
		return -1;
	for (size_t i = 0; i < rows.n; i++)
		counts->overdue += notice_is_overdue(&rows.at[i], who->now.today);
	return 0;
}

int store_notice_count(struct store *s, const struct actor *who, int64_t plan_id, int64_t unit_id,
		       struct notice_counts *counts, struct err *e)
{
	static const char text[] =
		"SELECT n.unit_id, count(*) FILTER (WHERE n.kind = 'urge'), "
		"count(*) FILTER (WHERE n.kind = 'instruction'), "
		"count(*) FILTER (WHERE n.answer_by < ?3), count(*) FILTER (WHERE d.status <> 0) "
		"FROM notice n LEFT JOIN notice_delivery d ON d.notice_id = n.id "
		"WHERE n.state <> 'closed' AND n.state = 'issued' "
		"AND (?1 = 0 OR n.plan_id = ?1) AND (?2 = 0 OR n.unit_id = ?2) GROUP BY n.unit_id";
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(plan_id), sql_i64(unit_id),
				       sql_date(who->now.today));
	struct arena a = ARENA_INIT;
	struct reader r;
	int got;

	*counts = (struct notice_counts){0};
	reader_of(&a, who, &r);
	while ((got = sql_next(q, e)) > 0) {
		int64_t unit = sql_take_i64(q);
		int urges = sql_take_int(q), instructions = sql_take_int(q);

		if (!reader_may_own(&r, unit))
			continue;
		counts->urges += urges;
		counts->instructions += instructions;
		counts->overdue += sql_take_int(q);
		counts->unsent += sql_take_int(q);
	}
	if (got == 0 && counts->overdue && count_overdue(s, &a, who, plan_id, unit_id, counts, e))
		got = -1;
	arena_free(&a);
	return got;
}
