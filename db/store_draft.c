/* What a person is typing, field by field. It is nobody else's business, so nothing is asked or
 * logged; a save replaces the form as a whole. */
#include "db/store_draft.h"

#include "db/store_internal.h"

int store_draft_load(struct store *s, struct arena *a, const struct actor *who, const char *form,
		     struct draft *d, struct err *e)
{
	static const char text[] = "SELECT field, text, saved_at FROM draft "
				   "WHERE person_id = ?1 AND form = ?2 ORDER BY field";
	int got;

	*d = (struct draft){0};
	if (!who)
		return 0;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(who->person_id), sql_text(form));
	while ((got = sql_next(q, e)) > 0) {
		struct draft_field *f = vec_push(a, &d->fields);
		f->field = sql_take_text(q, a);
		f->text = sql_take_text(q, a);
		int64_t saved_at = sql_take_time(q);
		if (saved_at > d->saved_at)
			d->saved_at = saved_at;
	}
	return got;
}

int store_draft_list(struct store *s, struct arena *a, const struct actor *who, const char *begin,
		     struct draft_names *names, struct err *e)
{
	/* U+10FFFF is behind every text that begins so. */
	static const char text[] =
		"SELECT form, max(saved_at) FROM draft "
		"WHERE person_id = ?1 AND form >= ?2 AND form < ?2 || '\U0010FFFF' "
		"GROUP BY form ORDER BY 2 DESC, 1";
	int got;

	*names = (struct draft_names){0};
	if (!who)
		return 0;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(who->person_id), sql_text(begin));
	while ((got = sql_next(q, e)) > 0) {
		struct draft_name *d = vec_push(a, &names->rows);
		d->form = sql_take_text(q, a);
		d->saved_at = sql_take_time(q);
	}
	return got;
}

static int drop(struct write *w, const char *form, struct err *e)
{
	static const char text[] = "DELETE FROM draft WHERE person_id = ?1 AND form = ?2";

	w->changes = CHANGE_DRAFT;
	return sql_run(w->db, text, e, sql_i64(w->who->person_id), sql_text(form));
}

static int save(struct write *w, const char *form, const struct draft_field *fields, int nfields,
		struct err *e)
{
	static const char text[] =
		"INSERT INTO draft (person_id, form, field, text, saved_at) "
		"VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (person_id, form, field) "
		"DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at";

	if (drop(w, form, e))
		return -1;
	for (int i = 0; i < nfields; i++) {
		if (sql_run(w->db, text, e, sql_i64(w->who->person_id), sql_text(form),
			    sql_text(fields[i].field), sql_text(fields[i].text), sql_time(w->now)))
			return -1;
	}
	return 0;
}

int store_draft_save(struct store *s, const struct actor *who, const char *form,
		     const struct draft_field *fields, int nfields, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, save(&w, form, fields, nfields, e), NULL, e);
}

int store_draft_drop(struct store *s, const struct actor *who, const char *form, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, drop(&w, form, e), NULL, e);
}
