/*
 * store_exception.c - exceptions: a period as it is for one unit, the office's giving of more time,
 * and the reports that it is given for. An exception that a unit has asked for is written by
 * request_effect.c through the same function.
 */
#include "db/report/store_exception.h"

#include "core/i18n.h"
#include "core/rule/period.h"
#include "db/change.h"
#include "db/search/name_key.h"
#include "db/report/period_exception.h"
#include "db/report/store_period.h"
#include "db/plan/store_task.h"
#include "db/people/store_unit.h"

#define UNIT_KEY   SQL_NAME_KEY("unit", "u.id")
#define ACTION_KEY SQL_NAME_KEY("action", "a.id")
#define EXCEPTIONS(of)                                                                             \
	"SELECT x.period_id, x.unit_id, p.plan_id, l.code, p.code, u.name, " UNIT_KEY ", "         \
	"x.until, p.closes, x.reason, coalesce(n.name, ''), x.changed_at, x.version "              \
	"FROM plan l CROSS JOIN period p ON p.plan_id = l.id "                                     \
	"CROSS JOIN period_exception x ON x.period_id = p.id JOIN unit u ON u.id = x.unit_id "     \
	"LEFT JOIN person n ON n.id = x.changed_by "                                               \
	"WHERE " of " AND (?2 = 0 OR x.unit_id = ?2) "                                             \
	"ORDER BY x.until DESC, p.opens DESC, x.unit_id"

static int take_until(struct store *s, int64_t period_id, int64_t unit_id, struct date *until,
		      struct err *e)
{
	static const char text[] =
		"SELECT until FROM period_exception WHERE period_id = ?1 AND unit_id = ?2";
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(period_id), sql_i64(unit_id));
	int got = sql_next(q, e);

	*until = (struct date){0};
	if (got > 0) {
		*until = sql_take_date(q);
		sql_end(q);
	}
	return got < 0 ? -1 : 0;
}

int store_period_for(struct store *s, struct arena *a, int64_t period_id, int64_t unit_id,
		     struct period_row *row, struct err *e)
{
	struct date until;

	if (store_period_get(s, a, period_id, row, e) ||
	    take_until(s, period_id, unit_id, &until, e))
		return -1;
	period_allow(row, until);
	return 0;
}

static void take_exception(struct sql_stmt *q, struct arena *a, struct exception_row *row)
{
	row->period_id = sql_take_i64(q);
	row->unit_id = sql_take_i64(q);
	row->plan_id = sql_take_i64(q);
	row->plan_code = sql_take_text(q, a);
	row->period = sql_take_text(q, a);
	row->unit = sql_take_text(q, a);
	row->unit_pinyin = sql_take_text(q, a);
	row->until = sql_take_date(q);
	row->closes = sql_take_date(q);
	row->reason = sql_take_text(q, a);
	row->by = sql_take_text(q, a);
	row->at = sql_take_time(q);
	row->version = sql_take_i64(q);
}

int store_exception_list(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
			 int64_t unit_id, struct exception_rows *rows, struct err *e)
{
	static const char of_plan[] = EXCEPTIONS("l.id = ?1");
	static const char of_open[] = EXCEPTIONS("?1 = 0 AND l.state = 'open'");
	struct reader r;
	int got;

	*rows = (struct exception_rows){0};
	if (read_may_plan(who, e))
		return -1;
	reader_of(a, who, &r);
	struct sql_stmt *q = sql_query(s->db, plan_id ? of_plan : of_open, e, sql_i64(plan_id),
				       sql_i64(unit_id));
	while ((got = sql_next(q, e)) > 0) {
		struct exception_row row;

		take_exception(q, a, &row);
		if (r.all || reader_has_unit(&r, row.unit_id))
			*vec_push(a, rows) = row;
	}
	return got;
}

static void take_missing(struct sql_stmt *q, struct arena *a, struct missing_row *row)
{
	row->action_id = sql_take_i64(q);
	row->action_no = sql_take_text(q, a);
	row->action_title = sql_take_text(q, a);
	row->action_pinyin = sql_take_text(q, a);
	row->state = REPORT_NONE;
	sql_take_word(q, report_state, &row->state);
}

int store_exception_missing(struct store *s, struct arena *a, const struct actor *who,
			    int64_t period_id, int64_t unit_id, struct missing_rows *rows,
			    struct err *e)
{
	static const char text[] =
		"SELECT a.id, a.path, a.title, " ACTION_KEY ", r.state, coalesce(r.on_behalf, 0) "
		"FROM period p CROSS JOIN task_share t CROSS JOIN action a "
		"ON a.id = t.action_id AND a.plan_id = p.plan_id "
		"LEFT JOIN report r ON r.action_id = a.id AND r.unit_id = t.unit_id "
		"AND r.period_id = p.id "
		"WHERE p.id = ?1 AND t.unit_id = ?2 AND t.state <> 'contested' "
		"AND a.state = 'active' AND (r.id IS NULL OR r.state IN ('draft', 'returned')) "
		"ORDER BY a.seq";
	struct reader r;
	int got = 0;

	*rows = (struct missing_rows){0};
	reader_of(a, who, &r);
	if (!r.all && !reader_has_unit(&r, unit_id))
		return 0;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(period_id), sql_i64(unit_id));
	while ((got = sql_next(q, e)) > 0) {
		struct missing_row *row = vec_push(a, rows);

		take_missing(q, a, row);
		if (!reader_may_report(&r, row->state, unit_id, sql_take_bool(q)))
			row->state = REPORT_NONE;
	}
	return got;
}

int period_exception_put(struct write *w, int64_t period_id, const char *period, int64_t unit_id,
			 struct date until, const char *reason, struct err *e)
{
	static const char text[] =
		"INSERT INTO period_exception (period_id, unit_id, until, reason, changed_at, "
		"changed_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (period_id, unit_id) "
		"DO UPDATE SET until = ?3, reason = ?4, version = version + 1, changed_at = ?5, "
		"changed_by = ?6";
	struct change c = {0};
	struct date was;

	if (take_until(w->s, period_id, unit_id, &was, e) ||
	    sql_run(w->db, text, e, sql_i64(period_id), sql_i64(unit_id), sql_date(until),
		    sql_text(reason), sql_time(w->now), write_person(w)))
		return -1;
	w->changes |= CHANGE_PERIOD;
	change_date(&c, "until", was, until);
	change_new_text(&c, "reason", reason);
	struct log_entry entry = {
		.act = "period.except",
		.object = arena_printf(&w->arena, "period %s", period),
		.unit_id = unit_id,
	};
	return write_log(w, &entry, &c, e);
}

static int check_until(const struct write *w, const struct period_row *p, struct date until,
		       struct err *e)
{
	char day[DATE_TEXT];

	if (!date_is_set(until) || date_cmp(until, w->who->now.today) < 0)
		return err_set_field(e, ERR_INPUT, "until",
				     _("give a day up to which the unit may report: today or "
				       "later"));
	if (!p->closed_early && date_cmp(until, p->closes) <= 0)
		return err_set_field(e, ERR_INPUT, "until",
				     _("reports for %s are taken up to and with %s from everybody; "
				       "give a later day"),
				     p->code, date_format(p->closes, day));
	return 0;
}

static int check_has_task(struct write *w, const struct period_row *p, int64_t unit_id,
			  struct err *e)
{
	struct unit_row unit;
	int got;

	if (store_unit_get(w->s, &w->arena, unit_id, &unit, e))
		return -1;
	got = store_task_any(w->s, unit_id, p->plan_id, e);
	if (got == 0)
		return err_set_field(e, ERR_STATE, "unit",
				     _("%s reports on nothing in %s; of a unit that stands for "
				       "others, name the one that reports"),
				     unit.name, p->plan_code);
	return got < 0 ? -1 : 0;
}

static int check_seen(struct write *w, int64_t period_id, int64_t unit_id, int64_t read,
		      struct err *e)
{
	static const char text[] =
		"SELECT version, coalesce(changed_by, 0), changed_at FROM period_exception "
		"WHERE period_id = ?1 AND unit_id = ?2";
	int64_t version = 0, by = 0, at = 0;
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(period_id), sql_i64(unit_id));
	int got = sql_next(q, e);

	if (got < 0)
		return -1;
	if (got) {
		version = sql_take_i64(q);
		by = sql_take_i64(q);
		at = sql_take_time(q);
		sql_end(q);
	}
	return write_check_version(w, read, version, by, at, e);
}

static int exception_put(struct write *w, int64_t period_id, int64_t unit_id, int64_t version,
			 struct date until, const char *reason, struct err *e)
{
	const struct subject the_plan = {.unit = ""};
	struct period_row p = {0};

	if (write_may(w, ACT_PERIOD, &the_plan, e) ||
	    store_period_get(w->s, &w->arena, period_id, &p, e) ||
	    write_check_plan_open(w, p.plan_id, e) ||
	    check_seen(w, period_id, unit_id, version, e) || check_until(w, &p, until, e) ||
	    check_has_task(w, &p, unit_id, e))
		return -1;
	if (!*reason)
		return err_set_field(e, ERR_INPUT, "reason",
				     _("say why the unit may report later than the others"));
	return period_exception_put(w, period_id,
				    arena_printf(&w->arena, "%s/%s", p.plan_code, p.code), unit_id,
				    until, reason, e);
}

int store_exception_put(struct store *s, const struct actor *who, int64_t period_id,
			int64_t unit_id, int64_t version, struct date until, const char *reason,
			unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(
		&w, exception_put(&w, period_id, unit_id, version, until, reason ? reason : "", e),
		changes, e);
}
