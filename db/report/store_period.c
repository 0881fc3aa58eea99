/* Reporting periods of a plan. Their state is never kept: it follows from the dates and today, but
 * for the one thing that the office does by hand, closing one before its date. */
#include "db/report/store_period.h"

#include "core/rule/period.h"
#include "core/i18n.h"
#include "db/plan/store_check.h"
#include "db/store_internal.h"
#include "db/cycle/store_policy.h"
#include "db/store_row.h"

#define PERIOD_COLUMNS                                                                             \
	"SELECT p.id, p.version, p.plan_id, l.code, p.code, p.kind, p.year, p.number, p.opens, "   \
	"p.due, p.closes, p.closed_at IS NOT NULL FROM period p JOIN plan l ON l.id = p.plan_id "

static void take_period(struct sql_stmt *q, struct arena *a, struct period_row *row)
{
	*row = (struct period_row){.id = sql_take_i64(q)};
	row->version = sql_take_i64(q);
	row->plan_id = sql_take_i64(q);
	row->plan_code = sql_take_text(q, a);
	row->code = sql_take_text(q, a);
	sql_take_word(q, period_kind, &row->kind);
	row->year = sql_take_int(q);
	row->number = sql_take_int(q);
	row->opens = sql_take_date(q);
	row->due = sql_take_date(q);
	row->closes = sql_take_date(q);
	row->closed_early = sql_take_bool(q);
}

/* 1 and the row, 0 when there is none, -1. */
static int take_one(struct sql_stmt *q, struct arena *a, struct period_row *row, struct err *e)
{
	int got = sql_next(q, e);

	if (got > 0) {
		take_period(q, a, row);
		sql_end(q);
	}
	return got;
}

int store_period_list(struct store *s, struct arena *a, int64_t plan_id, struct period_rows *rows,
		      struct err *e)
{
	static const char of_plan[] =
		PERIOD_COLUMNS "WHERE p.plan_id = ?1 ORDER BY p.opens, p.closes, p.id";
	static const char of_open[] =
		PERIOD_COLUMNS "WHERE l.state = 'open' ORDER BY p.opens, p.closes, p.plan_id, p.id";
	struct sql_stmt *q = plan_id ? sql_query(s->db, of_plan, e, sql_i64(plan_id))
				     : sql_query(s->db, of_open, e);
	int got;

	*rows = (struct period_rows){0};
	while ((got = sql_next(q, e)) > 0)
		take_period(q, a, vec_push(a, rows));
	return got;
}

/* The sentence for a code that the plan does not have: it lists those that it has. */
static int refuse_code(struct store *s, struct arena *a, int64_t plan_id, const char *code,
		       struct err *e)
{
	struct strbuf codes = STRBUF_INIT;
	struct period_rows rows;

	if (store_period_list(s, a, plan_id, &rows, e))
		return -1;
	for (size_t i = 0; i < rows.n; i++)
		strbuf_printf(&codes, "%s%s", i ? _(", ") : "", rows.at[i].code);
	if (rows.n)
		err_set_field(e, ERR_NOT_FOUND, "period",
			      _("there is no period %s in the plan; its periods are: %s"), code,
			      codes.s);
	else
		err_set_field(e, ERR_NOT_FOUND, "period",
			      _("there is no period %s: the plan has no periods yet; the "
				"coordinating office adds them (duban period add)"),
			      code);
	strbuf_free(&codes);
	return -1;
}

int store_period_find(struct store *s, struct arena *a, int64_t plan_id, const char *code,
		      struct period_row *row, struct err *e)
{
	static const char text[] = PERIOD_COLUMNS "WHERE p.plan_id = ?1 AND p.code = ?2";
	struct period_row asked = {0};

	if (period_read(a, code, &asked, e))
		return -1;
	int got = take_one(sql_query(s->db, text, e, sql_i64(plan_id), sql_text(asked.code)), a,
			   row, e);
	if (got == 0)
		return refuse_code(s, a, plan_id, asked.code, e);
	return got < 0 ? -1 : 0;
}

int store_period_get(struct store *s, struct arena *a, int64_t id, struct period_row *row,
		     struct err *e)
{
	static const char text[] = PERIOD_COLUMNS "WHERE p.id = ?1";
	int got = take_one(sql_query(s->db, text, e, sql_i64(id)), a, row, e);

	if (got == 0)
		return err_set_field(e, ERR_NOT_FOUND, "period", _("there is no such period"));
	return got < 0 ? -1 : 0;
}

int store_period_current(struct store *s, struct arena *a, int64_t plan_id, struct date today,
			 struct period_row *row, struct err *e)
{
	static const char text[] = PERIOD_COLUMNS "WHERE p.id = " SQL_PERIOD_NOW("?1", "?2");
	int got = take_one(sql_query(s->db, text, e, sql_i64(plan_id), sql_date(today)), a, row, e);

	if (got == 0)
		return err_set_field(e, ERR_NOT_FOUND, "period",
				     _("the plan has no period to report for; the coordinating "
				       "office adds one (duban period add)"));
	return got < 0 ? -1 : 0;
}

int store_period_date(struct store *s, struct period_row *p, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct calendar_day_rows days;
	struct policy policy;
	int rc = store_policy_load(s, &a, &policy, e);

	if (rc == 0)
		rc = store_calendar_list(s, &a, &days, e);
	if (rc == 0) {
		const struct calendar calendar = calendar_of(&days);
		const struct period_rules rules = policy_periods(&policy, p->kind);

		period_set_dates(p, &rules, &calendar);
	}
	arena_free(&a);
	return rc;
}

static int check_dates(const struct period_row *p, struct err *e)
{
	if (!date_is_set(p->opens) || !date_is_set(p->due) || date_cmp(p->due, p->opens) < 0)
		return err_set_field(e, ERR_INPUT, "due",
				     _("a period is due on the day that it opens or later"));
	if (!date_is_set(p->closes) || date_cmp(p->closes, p->due) < 0)
		return err_set_field(e, ERR_INPUT, "closes",
				     _("a period closes on the day that it is due or later"));
	return 0;
}

static const char *plan_code(struct write *w, int64_t plan_id, struct err *e)
{
	static const char text[] = "SELECT code FROM plan WHERE id = ?1";
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(plan_id));

	if (sql_next(q, e) <= 0)
		return NULL;
	const char *code = sql_take_text(q, &w->arena);
	sql_end(q);
	return code;
}

static int check_free(struct write *w, const struct period_row *p, struct err *e)
{
	static const char text[] = "SELECT id FROM period WHERE plan_id = ?1 AND code = ?2";
	int64_t id;
	int got = sql_get(w->db, text, &id, e, sql_i64(p->plan_id), sql_text(p->code));

	if (got > 0)
		return err_set_field(e, ERR_EXISTS, "period", _("the plan has a period %s already"),
				     p->code);
	return got;
}

static int log_add(struct write *w, const struct period_row *p, struct err *e)
{
	char day[DATE_TEXT];
	struct change c = {0};
	const char *plan = plan_code(w, p->plan_id, e);

	if (!plan)
		return -1;
	change_new_text(&c, "opens", date_format(p->opens, day));
	change_new_text(&c, "due", date_format(p->due, day));
	change_new_text(&c, "closes", date_format(p->closes, day));
	struct log_entry entry = {
		.act = "period.add",
		.object = arena_printf(&w->arena, "period %s/%s", plan, p->code),
	};
	return write_log(w, &entry, &c, e);
}

static int period_add(struct write *w, const struct period_row *p, struct err *e)
{
	static const char text[] =
		"INSERT INTO period (plan_id, code, kind, year, number, opens, due, closes, "
		"changed_at, changed_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) "
		"RETURNING id";
	const struct subject the_plan = {.unit = ""};
	int64_t id;

	if (write_may(w, ACT_PERIOD, &the_plan, e) || write_check_plan_open(w, p->plan_id, e) ||
	    check_dates(p, e) || check_free(w, p, e))
		return -1;
	if (write_insert(w, text, &id, e, sql_i64(p->plan_id), sql_text(p->code),
			 sql_text(period_kind_word(p->kind)), sql_i64(p->year), sql_i64(p->number),
			 sql_date(p->opens), sql_date(p->due), sql_date(p->closes),
			 sql_time(w->now), write_person(w)))
		return -1;
	w->changes |= CHANGE_PERIOD;
	return log_add(w, p, e);
}

int store_period_add(struct store *s, const struct actor *who, const struct period_row *p,
		     unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, period_add(&w, p, e), changes, e);
}

static const char *object_of(struct write *w, const struct period_row *p)
{
	return arena_printf(&w->arena, "period %s/%s", p->plan_code, p->code);
}

/* The frame of a write to a period that is there: who may, the row as it is, and as it was read, an
 * open plan. */
static int change_begin(struct write *w, int64_t id, int64_t version, struct period_row *p,
			struct err *e)
{
	static const char version_of_period[] =
		"SELECT version, coalesce(changed_by, 0), changed_at FROM period WHERE id = ?1";
	const struct subject the_plan = {.unit = ""};

	if (write_may(w, ACT_PERIOD, &the_plan, e) || store_period_get(w->s, &w->arena, id, p, e) ||
	    check_version(w, version_of_period, id, version, e) ||
	    write_check_plan_open(w, p->plan_id, e))
		return -1;
	w->changes |= CHANGE_PERIOD;
	return 0;
}

static int period_change(struct write *w, const struct period_row *p, struct err *e)
{
	static const char text[] =
		"UPDATE period SET opens = ?2, due = ?3, closes = ?4, version = version + 1, "
		"changed_at = ?5, changed_by = ?6 WHERE id = ?1";
	struct change c = {0};
	struct period_row was = {0};

	if (change_begin(w, p->id, p->version, &was, e) || check_dates(p, e) ||
	    sql_run(w->db, text, e, sql_i64(p->id), sql_date(p->opens), sql_date(p->due),
		    sql_date(p->closes), sql_time(w->now), write_person(w)))
		return -1;
	change_date(&c, "opens", was.opens, p->opens);
	change_date(&c, "due", was.due, p->due);
	change_date(&c, "closes", was.closes, p->closes);
	struct log_entry entry = {.act = "period.change", .object = object_of(w, &was)};
	return write_log(w, &entry, &c, e);
}

int store_period_change(struct store *s, const struct actor *who, const struct period_row *p,
			unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, period_change(&w, p, e), changes, e);
}

static int check_running(const struct write *w, const struct period_row *p, struct err *e)
{
	char day[DATE_TEXT];

	if (period_state_on(p, w->who->now.today) != PERIOD_CLOSED)
		return 0;
	if (p->closed_early)
		return err_set(e, ERR_STATE, _("the period %s was closed before its date already"),
			       p->code);
	return err_set(e, ERR_STATE, _("the period %s is closed since its last day, %s"), p->code,
		       date_format(p->closes, day));
}

/* Closed by the office at that time, or (null) by its dates alone. */
static int set_closed(struct write *w, int64_t id, bool closed, struct err *e)
{
	static const char text[] =
		"UPDATE period SET closed_at = ?2, closed_by = ?3, version = version + 1, "
		"changed_at = ?4, changed_by = ?5 WHERE id = ?1";

	return sql_run(w->db, text, e, sql_i64(id), closed ? sql_time(w->now) : sql_id(0),
		       closed ? write_person(w) : sql_id(0), sql_time(w->now), write_person(w));
}

static int period_close(struct write *w, int64_t id, int64_t version, struct err *e)
{
	struct change c = {0};
	struct period_row p = {0};
	char at[TIME_TEXT];

	if (change_begin(w, id, version, &p, e) || check_running(w, &p, e) ||
	    set_closed(w, id, true, e))
		return -1;
	change_text(&c, "closed_at", NULL, time_format_utc(w->now, at));
	struct log_entry entry = {.act = "period.close", .object = object_of(w, &p)};
	return write_log(w, &entry, &c, e);
}

int store_period_close(struct store *s, const struct actor *who, int64_t period_id, int64_t version,
		       unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, period_close(&w, period_id, version, e), changes, e);
}

static int check_closed_early(const struct write *w, const struct period_row *p, struct err *e)
{
	char day[DATE_TEXT];

	if (!p->closed_early && period_state_on(p, w->who->now.today) != PERIOD_CLOSED)
		return err_set(e, ERR_STATE, _("the period %s is not closed"), p->code);
	if (date_cmp(w->who->now.today, p->closes) > 0)
		return err_set(e, ERR_STATE,
			       _("the last day of the period %s was %s; set a later one to open it "
				 "again"),
			       p->code, date_format(p->closes, day));
	return 0;
}

static int period_reopen(struct write *w, int64_t id, int64_t version, struct err *e)
{
	struct change c = {0};
	struct period_row p = {0};

	if (change_begin(w, id, version, &p, e) || check_closed_early(w, &p, e) ||
	    set_closed(w, id, false, e))
		return -1;
	change_text(
		&c, "state", period_state_word(PERIOD_CLOSED),
		period_state_word(period_state_on(
			&(struct period_row){.opens = p.opens, .due = p.due, .closes = p.closes},
			w->who->now.today)));
	struct log_entry entry = {.act = "period.reopen", .object = object_of(w, &p)};
	return write_log(w, &entry, &c, e);
}

int store_period_reopen(struct store *s, const struct actor *who, int64_t period_id,
			int64_t version, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, period_reopen(&w, period_id, version, e), changes, e);
}
