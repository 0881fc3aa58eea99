/* Sessions begin and end outside of the log: what is told of log-ins is store_access.h's. */
#include "db/people/store_session.h"

#include "core/i18n.h"
#include "db/store_internal.h"

static const char end_session[] = "UPDATE session SET ended_at = ?2 WHERE id = ?1";

/* The sessions of the person whose processes are gone have ended; counts the others. */
static int count_alive(struct write *w, bool (*is_alive)(const char *process), int *nalive,
		       struct err *e)
{
	static const char text[] =
		"SELECT id, process FROM session WHERE person_id = ?1 AND ended_at IS NULL";
	VEC(int64_t) gone = {0};
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(w->who->person_id));
	int got;

	*nalive = 0;
	while ((got = sql_next(q, e)) > 0) {
		int64_t id = sql_take_i64(q);

		if (is_alive(sql_peek(q)))
			++*nalive;
		else
			*vec_push(&w->arena, &gone) = id;
	}
	for (size_t i = 0; !got && i < gone.n; i++)
		got = sql_run(w->db, end_session, e, sql_i64(gone.at[i]), sql_time(w->now));
	return got;
}

static int session_begin(struct write *w, const char *process, int limit,
			 bool (*is_alive)(const char *process), int64_t *id, struct err *e)
{
	static const char text[] = "INSERT INTO session (person_id, key_id, remote, process, "
				   "began_at) VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id";
	int nalive;

	if (count_alive(w, is_alive, &nalive, e))
		return -1;
	if (limit && nalive >= limit)
		return err_set(e, ERR_STATE,
			       Q_("you have %d session open already, and no more are allowed at "
				  "once; leave it, or wait until it ends",
				  "you have %d sessions open already, and no more are allowed at "
				  "once; leave one of them, or wait until it ends",
				  nalive),
			       nalive);
	return write_insert(w, text, id, e, sql_i64(w->who->person_id), sql_id(w->who->key_id),
			    sql_text(w->who->remote), sql_text(process), sql_time(w->now));
}

int store_session_begin(struct store *s, const struct actor *who, const char *process, int limit,
			bool (*is_alive)(const char *process), int64_t *id, struct err *e)
{
	struct write w;

	*id = 0;
	if (s->db->ops->is_read_only(s->db))
		return 0;
	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, session_begin(&w, process, limit, is_alive, id, e), NULL, e);
}

int store_session_end(struct store *s, int64_t id, struct moment now, struct err *e)
{
	const struct actor program = {.now = now};
	struct write w;

	if (!id)
		return 0;
	if (write_begin(&w, s, &program, e))
		return -1;
	return write_end(&w, sql_run(w.db, end_session, e, sql_i64(id), sql_time(w.now)), NULL, e);
}

static int take_sessions(struct arena *a, struct sql_stmt *q, struct session_rows *rows,
			 struct err *e)
{
	int got;

	*rows = (struct session_rows){0};
	while ((got = sql_next(q, e)) > 0) {
		struct session_row *r = vec_push(a, rows);

		r->id = sql_take_i64(q);
		r->remote = sql_take_text(q, a);
		r->fingerprint = sql_take_text(q, a);
		r->began_at = sql_take_time(q);
	}
	return got;
}

int store_session_list(struct store *s, struct arena *a, const struct actor *who,
		       struct session_rows *rows, struct err *e)
{
	static const char text[] =
		"SELECT s.id, s.remote, k.fingerprint, s.began_at "
		"FROM session s LEFT JOIN ssh_key k ON k.id = s.key_id "
		"WHERE s.person_id = ?1 AND s.ended_at IS NULL ORDER BY s.id DESC";

	return take_sessions(a, sql_query(s->db, text, e, sql_i64(who->person_id)), rows, e);
}

static int take_log_in(struct arena *a, struct sql_stmt *q, struct log_in *last, struct err *e)
{
	int got = sql_next(q, e);

	if (got > 0) {
		last->at = sql_take_time(q);
		last->remote = sql_take_text(q, a);
		sql_end(q);
	}
	return got;
}

/* Each session is told of among access too; it can only be found alone when that is kept no more,
 * and then it is older than all that is. */
int store_session_last(struct store *s, struct arena *a, const struct actor *who,
		       struct log_in *last, struct err *e)
{
	static const char told[] = "SELECT at, remote FROM access WHERE person = ?1 AND "
				   "person_id = ?2 AND act = 'log-in' ORDER BY id DESC LIMIT 1";
	static const char begun[] = "SELECT began_at, remote FROM session WHERE person_id = ?1 "
				    "ORDER BY id DESC LIMIT 1";
	struct sql_stmt *q =
		sql_query(s->db, told, e, sql_text(who->login), sql_i64(who->person_id));
	int got;

	*last = (struct log_in){.remote = ""};
	got = take_log_in(a, q, last, e);
	if (got)
		return got < 0 ? -1 : 0;
	q = sql_query(s->db, begun, e, sql_i64(who->person_id));
	return take_log_in(a, q, last, e) < 0 ? -1 : 0;
}
