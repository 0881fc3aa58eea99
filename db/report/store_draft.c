/* What a person is typing, field by field, and of each form where the cursor was and which sitting
 * saved it. It is nobody else's business, so nothing is asked or logged. */
#include "db/report/store_draft.h"

#include "core/i18n.h"
#include "db/store_internal.h"
#include "db/people/store_setting.h"

#include <stdlib.h>

/* What stands in draft_form alone: 1, 0: there is none, -1. */
static int load_form(struct store *s, struct arena *a, int64_t person, const char *form,
		     struct draft *d, struct err *e)
{
	static const char text[] = "SELECT version, focus, seat, saved_at FROM draft_form "
				   "WHERE person_id = ?1 AND form = ?2";
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(person), sql_text(form));
	int got = sql_next(q, e);

	if (got <= 0)
		return got;
	d->version = sql_take_i64(q);
	d->focus = sql_take_text(q, a);
	d->seat = sql_take_text(q, a);
	d->saved_at = sql_take_time(q);
	sql_end(q);
	return 1;
}

/* One statement, so that the fields are those of the version even while another window saves. */
int store_draft_load(struct store *s, struct arena *a, const struct actor *who, const char *form,
		     struct draft *d, struct err *e)
{
	static const char text[] =
		"SELECT f.version, f.focus, f.seat, f.saved_at, d.field, d.text FROM draft_form f "
		"LEFT JOIN draft d ON d.person_id = f.person_id AND d.form = f.form "
		"WHERE f.person_id = ?1 AND f.form = ?2 ORDER BY d.field";
	int got;

	*d = (struct draft){.focus = "", .seat = ""};
	if (!who)
		return 0;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(who->person_id), sql_text(form));
	while ((got = sql_next(q, e)) > 0) {
		d->version = sql_take_i64(q);
		d->focus = sql_take_text(q, a);
		d->seat = sql_take_text(q, a);
		d->saved_at = sql_take_time(q);
		const char *field = sql_take_text(q, a);
		if (*field) /* a form may have been kept without fields */
			*vec_push(a, &d->fields) = (struct draft_field){field, sql_take_text(q, a)};
	}
	return got;
}

int store_draft_list(struct store *s, struct arena *a, const struct actor *who, const char *begin,
		     struct draft_names *names, struct err *e)
{
	/* U+10FFFF is behind every text that begins so. */
	static const char text[] =
		"SELECT form, focus, saved_at FROM draft_form "
		"WHERE person_id = ?1 AND form >= ?2 AND form < ?2 || '\U0010FFFF' "
		"ORDER BY 3 DESC, 1";
	int got;

	*names = (struct draft_names){0};
	if (!who)
		return 0;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(who->person_id), sql_text(begin));
	while ((got = sql_next(q, e)) > 0) {
		struct draft_name *d = vec_push(a, &names->rows);
		d->form = sql_take_text(q, a);
		d->focus = sql_take_text(q, a);
		d->saved_at = sql_take_time(q);
	}
	return got;
}

static int drop_fields(struct write *w, const char *form, struct err *e)
{
	static const char text[] = "DELETE FROM draft WHERE person_id = ?1 AND form = ?2";

	w->changes = CHANGE_DRAFT;
	return sql_run(w->db, text, e, sql_i64(w->who->person_id), sql_text(form));
}

/* The setting of the person that holds the greatest version that a draft of theirs had when it was
 * dropped. The next draft begins behind it: a window that has read an older one must not take it
 * for the one that it knows. */
static const char setting_kind[] = "draft", setting_version[] = "version";

static int read_last_version(struct write *w, int64_t *version, struct err *e)
{
	const char *value;

	if (store_setting_get(w->s, &w->arena, w->who, setting_kind, setting_version, &value, e))
		return -1;
	*version = value ? strtoll(value, NULL, 10) : 0;
	return 0;
}

static int drop(struct write *w, const char *form, struct err *e)
{
	static const char text[] = "DELETE FROM draft_form WHERE person_id = ?1 AND form = ?2";
	struct draft there = {0};
	int64_t last;
	int got = load_form(w->s, &w->arena, w->who->person_id, form, &there, e);

	if (got <= 0)
		return got;
	if (read_last_version(w, &last, e) || drop_fields(w, form, e) ||
	    sql_run(w->db, text, e, sql_i64(w->who->person_id), sql_text(form)))
		return -1;
	if (there.version <= last)
		return 0;
	return write_setting(w, setting_kind, setting_version,
			     arena_printf(&w->arena, "%lld", (long long)there.version), e);
}

static int put_fields(struct write *w, const char *form, const struct draft_new *d, struct err *e)
{
	static const char text[] = "INSERT INTO draft (person_id, form, field, text, saved_at) "
				   "VALUES (?1, ?2, ?3, ?4, ?5)";

	if (drop_fields(w, form, e))
		return -1;
	for (int i = 0; i < d->nfields; i++) {
		if (sql_run(w->db, text, e, sql_i64(w->who->person_id), sql_text(form),
			    sql_text(d->fields[i].field), sql_text(d->fields[i].text),
			    sql_time(w->now)))
			return -1;
	}
	return 0;
}

static int check_version(struct write *w, const char *form, const struct draft_new *d,
			 int64_t *version, struct err *e)
{
	struct draft there = {0};

	if (load_form(w->s, &w->arena, w->who->person_id, form, &there, e) < 0)
		return -1;
	*version = there.version;
	if (d->read == DRAFT_ANY || d->read == there.version)
		return there.version ? 0 : read_last_version(w, version, e);
	return err_set(e, ERR_CONFLICT,
		       there.version ? _("another window of yours has changed this text; nothing "
					 "of it was overwritten")
				     : _("another window of yours has sent this or thrown it "
					 "away; what you typed here is still here"));
}

static int put(struct write *w, const char *form, const struct draft_new *d, int64_t *version,
	       struct err *e)
{
	static const char text[] =
		"INSERT INTO draft_form (person_id, form, focus, seat, version, saved_at) "
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (person_id, form) DO UPDATE SET "
		"focus = excluded.focus, seat = excluded.seat, version = excluded.version, "
		"saved_at = excluded.saved_at";

	if (check_version(w, form, d, version, e) || put_fields(w, form, d, e))
		return -1;
	return sql_run(w->db, text, e, sql_i64(w->who->person_id), sql_text(form),
		       sql_text(d->focus), sql_text(d->seat), sql_i64(++*version),
		       sql_time(w->now));
}

int store_draft_put(struct store *s, const struct actor *who, const char *form,
		    const struct draft_new *d, int64_t *version, struct err *e)
{
	int64_t new = 0;
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	int failed = write_end(&w, put(&w, form, d, &new, e), NULL, e);
	if (!failed)
		*version = new;
	return failed;
}

int store_draft_drop(struct store *s, const struct actor *who, const char *form, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, drop(&w, form, e), NULL, e);
}
