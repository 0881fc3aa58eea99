/*
 * store_policy.c - what the office has set for everybody: rules, by name in the table `setting`,
 * and the calendar. Rules that this program does not know stay where they are, for a later one.
 */
#include "db/cycle/store_policy.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/store_internal.h"
#include "db/store_row.h"

#include <string.h>

static const struct subject everybody = {.unit = ""};

int store_policy_load(struct store *s, struct arena *a, struct policy *p, struct err *e)
{
	static const char text[] = "SELECT key, value FROM setting ORDER BY key";
	struct sql_stmt *q = sql_query(s->db, text, e);
	int got;

	*p = (struct policy){{NULL}};
	while ((got = sql_next(q, e)) > 0) {
		enum policy_id id = policy_find(sql_take_text(q, a));
		if (id != POLICY_COUNT)
			p->text[id] = sql_take_text(q, a);
	}
	return got;
}

int store_policy_version(struct store *s, enum policy_id id, int64_t *version, struct err *e)
{
	static const char text[] = "SELECT version FROM setting WHERE key = ?1";

	*version = 0;
	return sql_get(s->db, text, version, e, sql_text(policy_options[id].name)) < 0 ? -1 : 0;
}

/* The value that was read is still in force; NULL: whatever it is. The other's value is said. */
static int check_read(struct write *w, enum policy_id id, const char *now, const char *read,
		      struct err *e)
{
	static const char text[] = "SELECT version, coalesce(changed_by, 0), changed_at "
				   "FROM setting WHERE key = ?1";
	enum { NONE = -1 };
	struct err why = ERR_INIT;

	if (!read || strcmp(read, now) == 0)
		return 0;
	struct sql_stmt *q = sql_query(w->db, text, e, sql_text(policy_options[id].name));
	int got = sql_next(q, e);
	if (got <= 0)
		return got < 0 ? -1 : err_set(e, ERR_BUG, "a rule has changed without a row");
	int64_t version = sql_take_i64(q), by = sql_take_i64(q), at = sql_take_time(q);
	sql_end(q);
	write_check_version(w, NONE, version, by, at, &why);
	return err_set(e, ERR_CONFLICT, _("%s; it is %s by now"), why.text, now);
}

static int policy_set(struct write *w, enum policy_id id, const char *read, const char *typed,
		      struct err *e)
{
	static const char text[] =
		"INSERT INTO setting (key, value, changed_at, changed_by) VALUES (?1, ?2, ?3, ?4) "
		"ON CONFLICT (key) DO UPDATE SET value = ?2, version = version + 1, "
		"changed_at = ?3, changed_by = ?4";
	const char *name = policy_options[id].name, *value;
	struct change c = {0};
	struct policy before;

	if (write_may(w, ACT_POLICY, &everybody, e) ||
	    policy_read(&w->arena, id, typed, &value, e) ||
	    store_policy_load(w->s, &w->arena, &before, e) ||
	    check_read(w, id, policy_text(&before, id), read, e) ||
	    sql_run(w->db, text, e, sql_text(name), sql_text(value), sql_time(w->now),
		    write_person(w)))
		return -1;
	w->changes |= CHANGE_POLICY;
	change_text(&c, name, policy_text(&before, id), value);
	struct log_entry entry = {.act = "policy.set", .object = name};
	return write_log(w, &entry, &c, e);
}

int store_policy_set(struct store *s, const struct actor *who, enum policy_id id, const char *value,
		     unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, policy_set(&w, id, NULL, value, e), changes, e);
}

int store_policy_change(struct store *s, const struct actor *who, enum policy_id id,
			const char *read, const char *value, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, policy_set(&w, id, read, value, e), changes, e);
}

#define DAY_COLUMNS "SELECT version, date, kind, name FROM calendar_day "

static void take_day(struct sql_stmt *q, struct arena *a, struct calendar_day_row *row)
{
	*row = (struct calendar_day_row){.version = sql_take_i64(q)};
	row->date = sql_take_date(q);
	sql_take_word(q, day_kind, &row->kind);
	row->name = sql_take_text(q, a);
}

int store_calendar_list(struct store *s, struct arena *a, struct calendar_day_rows *rows,
			struct err *e)
{
	static const char text[] = DAY_COLUMNS "WHERE dropped = 0 ORDER BY date";
	struct sql_stmt *q = sql_query(s->db, text, e);
	int got;

	*rows = (struct calendar_day_rows){0};
	while ((got = sql_next(q, e)) > 0)
		take_day(q, a, vec_push(a, rows));
	return got;
}

struct calendar calendar_of(const struct calendar_day_rows *rows)
{
	return (struct calendar){rows->at, rows->n};
}

/* 1 and the day as it is set, 0 when it is a day like others. */
static int find_day(struct write *w, struct date day, struct calendar_day_row *row, struct err *e)
{
	static const char text[] = DAY_COLUMNS "WHERE date = ?1 AND dropped = 0";
	struct sql_stmt *q = sql_query(w->db, text, e, sql_date(day));
	int got = sql_next(q, e);

	if (got > 0) {
		take_day(q, &w->arena, row);
		sql_end(q);
	}
	return got;
}

/* The version in which a list has a day; 0: the day is not in it. */
static int64_t version_in(const struct calendar_day_rows *days, struct date day)
{
	for (size_t i = 0; i < days->n; i++)
		if (date_cmp(days->at[i].date, day) == 0)
			return days->at[i].version;
	return 0;
}

void calendar_take_versions(struct calendar_day_rows *days, const struct calendar_day_rows *read)
{
	for (size_t i = 0; i < days->n; i++)
		days->at[i].version = version_in(read, days->at[i].date);
}

/* The sentence names the day: it may be one of many. */
static int check_day(struct write *w, struct date day, int64_t read, int64_t now, struct err *e)
{
	static const char text[] =
		"SELECT coalesce(changed_by, 0), changed_at FROM calendar_day WHERE date = ?1";
	char shown[DATE_TEXT];
	struct err why = ERR_INIT;

	if (read == now)
		return 0;
	struct sql_stmt *q = sql_query(w->db, text, e, sql_date(day));
	int got = sql_next(q, e);
	if (got <= 0)
		return got < 0 ? -1 : err_set(e, ERR_BUG, "a day has changed without a row");
	int64_t by = sql_take_i64(q), at = sql_take_time(q);
	sql_end(q);
	write_check_version(w, read, now, by, at, &why);
	return err_set(e, ERR_CONFLICT, _("%1$s: %2$s"), date_format(day, shown), why.text);
}

static int log_day(struct write *w, const char *act, struct date day, struct change *c,
		   struct err *e)
{
	char text[DATE_TEXT];
	struct log_entry entry = {
		.act = act,
		.object = arena_printf(&w->arena, "day %s", date_format(day, text)),
	};

	w->changes |= CHANGE_POLICY;
	return write_log(w, &entry, c, e);
}

static int put_day(struct write *w, const struct calendar_day_row *day, struct err *e)
{
	static const char text[] =
		"INSERT INTO calendar_day (date, kind, name, changed_at, changed_by) "
		"VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (date) DO UPDATE SET kind = ?2, name = "
		"?3, "
		"dropped = 0, version = version + 1, changed_at = ?4, changed_by = ?5";
	struct calendar_day_row was = {.name = ""};
	struct change c = {0};
	int got = find_day(w, day->date, &was, e);

	if (got < 0 || check_day(w, day->date, day->version, was.version, e) ||
	    sql_run(w->db, text, e, sql_date(day->date), sql_text(day_kind_word(day->kind)),
		    sql_text(day->name), sql_time(w->now), write_person(w)))
		return -1;
	change_text(&c, "kind", got ? day_kind_word(was.kind) : NULL, day_kind_word(day->kind));
	change_text(&c, "name", got ? was.name : NULL, day->name);
	return log_day(w, "calendar.set", day->date, &c, e);
}

static int put_days(struct write *w, const struct calendar_day_rows *days, struct err *e)
{
	if (write_may(w, ACT_POLICY, &everybody, e))
		return -1;
	for (size_t i = 0; i < days->n; i++)
		if (put_day(w, &days->at[i], e))
			return -1;
	return 0;
}

int store_calendar_put(struct store *s, const struct actor *who,
		       const struct calendar_day_rows *days, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, put_days(&w, days, e), changes, e);
}

/* Takes one back that is in the list. */
static int drop_day(struct write *w, const struct calendar_day_row *was, struct err *e)
{
	static const char text[] =
		"UPDATE calendar_day SET dropped = 1, version = version + 1, changed_at = ?2, "
		"changed_by = ?3 WHERE date = ?1";
	struct change c = {0};

	if (sql_run(w->db, text, e, sql_date(was->date), sql_time(w->now), write_person(w)))
		return -1;
	change_text(&c, "kind", day_kind_word(was->kind), NULL);
	return log_day(w, "calendar.drop", was->date, &c, e);
}

static bool is_between(struct date day, struct date first, struct date last)
{
	return date_cmp(day, first) >= 0 && date_cmp(day, last) <= 0;
}

/* All that was read from the first to the last day is as it was, and nothing is there besides. */
static int check_read_days(struct write *w, struct date first, struct date last,
			   const struct calendar_day_rows *now,
			   const struct calendar_day_rows *read, struct err *e)
{
	const struct calendar_day_rows *lists[] = {now, read};

	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < lists[k]->n; i++) {
			struct date day = lists[k]->at[i].date;

			if (is_between(day, first, last) &&
			    check_day(w, day, version_in(read, day), version_in(now, day), e))
				return -1;
		}
	return 0;
}

static int drop_days(struct write *w, struct date first, struct date last,
		     const struct calendar_day_rows *read, struct err *e)
{
	struct calendar_day_rows days;
	char shown[DATE_TEXT];
	int dropped = 0;

	if (write_may(w, ACT_POLICY, &everybody, e) ||
	    store_calendar_list(w->s, &w->arena, &days, e) ||
	    check_read_days(w, first, last, &days, read, e))
		return -1;
	for (size_t i = 0; i < days.n; i++) {
		if (!is_between(days.at[i].date, first, last))
			continue;
		if (drop_day(w, &days.at[i], e))
			return -1;
		dropped++;
	}
	if (!dropped)
		return err_set_field(
			e, ERR_NOT_FOUND, "date",
			_("%s is a day like any other of its week; there is nothing to "
			  "take back"),
			date_format(first, shown));
	return 0;
}

int store_calendar_drop(struct store *s, const struct actor *who, struct date first,
			struct date last, const struct calendar_day_rows *read, unsigned *changes,
			struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, drop_days(&w, first, last, read, e), changes, e);
}

int store_lamp_rules(struct store *s, struct arena *a, struct lamp_rules *rules, struct err *e)
{
	struct calendar *calendar = arena_alloc(a, sizeof *calendar);
	struct calendar_day_rows days;
	struct policy policy;

	if (store_policy_load(s, a, &policy, e) || store_calendar_list(s, a, &days, e))
		return -1;
	*calendar = calendar_of(&days);
	*rules = policy_lamps(&policy, calendar);
	return 0;
}
