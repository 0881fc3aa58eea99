/*
 * What was revoked, shut out or ended in one file, carried over into another one. Keys are known by
 * their fingerprint and people by their login, for both are theirs in every file; a post is the
 * same when it began at the same second. Posts are only found, because giving and ending them is
 * the daily work of an office, and a key or a login is what a stranger would come with.
 */
#include "db/shut.h"

enum { SCHEMA_KEYS = 7 }; /* the first that has keys */

/* Reading */

static int read_keys(struct sql *db, struct arena *a, struct shut *old, struct err *e)
{
	static const char text[] =
		"SELECT k.fingerprint, coalesce(p.login, ''), coalesce(p.name, ''), "
		"k.revoked_reason, k.revoked_at FROM ssh_key k LEFT JOIN person p "
		"ON p.id = k.revoked_by WHERE k.revoked_at IS NOT NULL ORDER BY k.id";
	struct sql_stmt *q = sql_query(db, text, e);
	int got;

	while ((got = sql_next(q, e)) > 0) {
		struct shut_key *k = vec_push(a, &old->keys);

		k->fingerprint = sql_take_text(q, a);
		k->by_login = sql_take_text(q, a);
		k->by = sql_take_text(q, a);
		k->reason = sql_take_text(q, a);
		k->at = sql_take_time(q);
	}
	return got;
}

static int read_people(struct sql *db, struct arena *a, struct shut *old, struct err *e)
{
	static const char text[] =
		"SELECT p.login, coalesce(l.person, ''), l.at FROM person p LEFT JOIN log l "
		"ON l.id = (SELECT max(id) FROM log WHERE act IN ('person.active', "
		"'restore.person') AND object = 'person ' || p.login) "
		"WHERE p.active = 0 ORDER BY p.id";
	struct sql_stmt *q = sql_query(db, text, e);
	int got;

	while ((got = sql_next(q, e)) > 0) {
		struct shut_person *p = vec_push(a, &old->people);

		p->login = sql_take_text(q, a);
		p->by = sql_take_text(q, a);
		p->at = sql_take_time(q);
	}
	return got;
}

static int read_posts(struct sql *db, struct arena *a, struct shut *old, struct err *e)
{
	static const char text[] =
		"SELECT p.login, o.role, o.unit_id, o.since_at FROM post o "
		"JOIN person p ON p.id = o.person_id WHERE o.ended_at IS NOT NULL ORDER BY o.id";
	struct sql_stmt *q = sql_query(db, text, e);
	int got;

	while ((got = sql_next(q, e)) > 0) {
		struct shut_post *o = vec_push(a, &old->posts);

		o->login = sql_take_text(q, a);
		o->role = sql_take_text(q, a);
		o->unit_id = sql_take_i64(q);
		o->since_at = sql_take_time(q);
	}
	return got;
}

void shut_read(struct sql *db, const char *path, struct arena *a, struct shut *old)
{
	struct err unread = ERR_INIT;
	int64_t schema = 0;

	*old = (struct shut){0};
	if (store_schema(db, path, &schema, &unread))
		return;
	/* each by itself: one that lies on a damaged page hides no other */
	int keys = schema < SCHEMA_KEYS ? 0 : read_keys(db, a, old, &unread);
	int people = read_people(db, a, old, &unread);
	int posts = read_posts(db, a, old, &unread);
	old->is_known = !keys && !people && !posts;
}

/* Writing */

static int log_shut(struct write *w, const char *act, const char *login, const char *by, int64_t at,
		    struct change *c, struct err *e)
{
	struct log_entry entry = {
		.act = act,
		.object = arena_printf(&w->arena, "person %s", login),
	};
	char when[TIME_TEXT];

	change_new_text(c, "by", by);
	if (at)
		change_new_text(c, "at", time_format_utc(at, when));
	w->changes |= CHANGE_PERSON;
	return write_log(w, &entry, c, e);
}

/* 1 where it was live, 0 where it is not there or was revoked already, -1. */
static int revoke_key(struct write *w, const struct shut_key *k, struct err *e)
{
	static const char find[] = "SELECT p.login FROM ssh_key k JOIN person p "
				   "ON p.id = k.person_id WHERE k.fingerprint = ?1 "
				   "AND k.revoked_at IS NULL";
	static const char revoke[] =
		"UPDATE ssh_key SET revoked_at = ?2, revoked_by = "
		"(SELECT id FROM person WHERE login = ?3), revoked_reason = ?4, "
		"version = version + 1, changed_at = ?5, changed_by = NULL WHERE fingerprint = ?1";
	struct sql_stmt *q = sql_query(w->db, find, e, sql_text(k->fingerprint));
	struct change c = {0};
	int got = sql_next(q, e);

	if (got <= 0)
		return got;
	const char *login = sql_take_text(q, &w->arena);
	sql_end(q);
	if (sql_run(w->db, revoke, e, sql_text(k->fingerprint), sql_time(k->at),
		    sql_text(k->by_login), sql_text(k->reason), sql_time(w->now)))
		return -1;
	change_text(&c, "key", k->fingerprint, NULL);
	change_new_text(&c, "reason", k->reason);
	return log_shut(w, "restore.key", login, k->by, k->at, &c, e) ? -1 : 1;
}

/* Who alone can let people in: without them nobody ever could. */
static int is_last_admin(struct write *w, int64_t id, int64_t *is_last, struct err *e)
{
	static const char text[] =
		"SELECT EXISTS (SELECT 1 FROM post WHERE person_id = ?1 AND role = 'admin' "
		"AND ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM post o "
		"JOIN person p ON p.id = o.person_id WHERE o.role = 'admin' "
		"AND o.ended_at IS NULL AND p.active = 1 AND p.id <> ?1)";

	return sql_get(w->db, text, is_last, e, sql_i64(id)) < 0 ? -1 : 0;
}

/* 1 where the person was let in, 0 where nothing was to be done, -1. */
static int shut_out(struct write *w, const struct shut_person *p, struct restored *done,
		    struct err *e)
{
	static const char find[] = "SELECT id FROM person WHERE login = ?1 AND active = 1";
	static const char shut[] = "UPDATE person SET active = 0, version = version + 1, "
				   "changed_at = ?2, changed_by = NULL WHERE id = ?1";
	int64_t id = 0, is_last = 0;
	struct change c = {0};
	int got = sql_get(w->db, find, &id, e, sql_text(p->login));

	if (got <= 0)
		return got;
	if (is_last_admin(w, id, &is_last, e))
		return -1;
	if (is_last) {
		done->let_in = p->login;
		return 0;
	}
	if (sql_run(w->db, shut, e, sql_i64(id), sql_time(w->now)))
		return -1;
	change_i64(&c, "active", 1, 0);
	return log_shut(w, "restore.person", p->login, p->by, p->at, &c, e) ? -1 : 1;
}

static int find_post(struct write *w, const struct shut_post *o, struct arena *a,
		     struct restored *done, struct err *e)
{
	static const char text[] =
		"SELECT p.login, p.name, o.role || coalesce(' ' || u.name, '') FROM post o "
		"JOIN person p ON p.id = o.person_id LEFT JOIN unit u ON u.id = o.unit_id "
		"WHERE p.login = ?1 AND o.role = ?2 AND coalesce(o.unit_id, 0) = ?3 "
		"AND o.since_at = ?4 AND o.ended_at IS NULL AND p.active = 1";
	struct sql_stmt *q = sql_query(w->db, text, e, sql_text(o->login), sql_text(o->role),
				       sql_i64(o->unit_id), sql_time(o->since_at));
	int got = sql_next(q, e);

	if (got <= 0)
		return got;
	struct restored_post *row = vec_push(a, &done->posts);
	row->login = sql_take_text(q, a);
	row->person = sql_take_text(q, a);
	row->post = sql_take_text(q, a);
	sql_end(q);
	return 0;
}

int shut_write(struct write *w, const struct shut *old, struct arena *a, struct restored *done,
	       struct err *e)
{
	int64_t schema;
	int got;

	if (store_schema(w->db, w->s->path, &schema, e))
		return -1;
	*done = (struct restored){.is_known = old->is_known};
	for (size_t i = 0; schema >= SCHEMA_KEYS && i < old->keys.n; i++) {
		if ((got = revoke_key(w, &old->keys.at[i], e)) < 0)
			return -1;
		done->nkeys += got > 0;
	}
	for (size_t i = 0; i < old->people.n; i++) {
		if ((got = shut_out(w, &old->people.at[i], done, e)) < 0)
			return -1;
		done->npeople += got > 0;
	}
	for (size_t i = 0; i < old->posts.n; i++) {
		if (find_post(w, &old->posts.at[i], a, done, e))
			return -1;
	}
	return 0;
}
