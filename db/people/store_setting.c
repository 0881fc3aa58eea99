/* Settings of one person, as kind, name and value. Nothing is asked or logged: they tell nothing of
 * the work, only how somebody looks at it. */
#include "db/people/store_setting.h"

#include "db/store_internal.h"

int store_setting_get(struct store *s, struct arena *a, const struct actor *who, const char *kind,
		      const char *name, const char **value, struct err *e)
{
	static const char text[] = "SELECT value FROM person_setting "
				   "WHERE person_id = ?1 AND kind = ?2 AND name = ?3";
	int got;

	*value = NULL;
	if (!who)
		return 0;
	struct sql_stmt *q =
		sql_query(s->db, text, e, sql_i64(who->person_id), sql_text(kind), sql_text(name));
	while ((got = sql_next(q, e)) > 0)
		*value = sql_take_text(q, a);
	return got;
}

int store_setting_list(struct store *s, struct arena *a, const struct actor *who, const char *kind,
		       bool newest, struct settings *list, struct err *e)
{
	static const char by_name[] = "SELECT name, value, changed_at FROM person_setting "
				      "WHERE person_id = ?1 AND kind = ?2 ORDER BY name";
	static const char by_time[] = "SELECT name, value, changed_at FROM person_setting "
				      "WHERE person_id = ?1 AND kind = ?2 "
				      "ORDER BY changed_at DESC, name";
	int got;

	*list = (struct settings){0};
	if (!who)
		return 0;
	struct sql_stmt *q = sql_query(s->db, newest ? by_time : by_name, e,
				       sql_i64(who->person_id), sql_text(kind));
	while ((got = sql_next(q, e)) > 0) {
		struct setting *row = vec_push(a, &list->rows);
		row->name = sql_take_text(q, a);
		row->value = sql_take_text(q, a);
		row->changed_at = sql_take_time(q);
	}
	return got;
}

int write_setting(struct write *w, const char *kind, const char *name, const char *value,
		  struct err *e)
{
	static const char text[] =
		"INSERT INTO person_setting (person_id, kind, name, value, changed_at) "
		"VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (person_id, kind, name) "
		"DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at";

	return sql_run(w->db, text, e, sql_i64(w->who->person_id), sql_text(kind), sql_text(name),
		       sql_text(value), sql_time(w->now));
}

int store_setting_put(struct store *s, const struct actor *who, const char *kind, const char *name,
		      const char *value, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, write_setting(&w, kind, name, value, e), NULL, e);
}

static int drop(struct write *w, const char *kind, const char *name, struct err *e)
{
	static const char text[] = "DELETE FROM person_setting "
				   "WHERE person_id = ?1 AND kind = ?2 AND name = ?3";

	return sql_run(w->db, text, e, sql_i64(w->who->person_id), sql_text(kind), sql_text(name));
}

int store_setting_drop(struct store *s, const struct actor *who, const char *kind, const char *name,
		       struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, drop(&w, kind, name, e), NULL, e);
}
