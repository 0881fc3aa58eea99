/*
 * store_access.c - rows about access: writing them in their chain, listing and proving it. Each row
 * keeps the hash of the row before, so that the chain can still be proved from the oldest row that
 * is left. Rows that the rule no longer keeps go with the first row of a day; only ever the oldest,
 * so that no gap comes into the chain, and never because of one jump of the clock.
 */
#include "db/store_access.h"

#include "core/i18n.h"
#include "db/access.h"
#include "db/cycle/store_policy.h"
#include "db/log_hash.h"

#include <string.h>

enum {
	DAYS_OF_A_MONTH = 31,
	DAY_SECONDS = 86400,
	DAY_TEXT = 10, /* of a time: 2026-11-22 */
};

static void hash_row(const char *before, int64_t id, int64_t person_id, const char *at,
		     const char *login, const char *remote, const char *act, const char *object,
		     char out[HASH_TEXT])
{
	const struct log_fields r = {
		.id = id,
		.person_id = person_id,
		.at = at,
		.person = login,
		.post = "",
		.remote = remote,
		.act = act,
		.object = object,
		.before = "",
		.after = "",
	};

	log_hash(before, &r, out);
}

struct last {
	int64_t id;
	const char *at, *hash; /* "" before the first row */
};

static int last_row(struct write *w, struct last *last, struct err *e)
{
	static const char text[] =
		"SELECT id, at, hash FROM access WHERE id = (SELECT max(id) FROM access)";
	struct sql_stmt *q = sql_query(w->db, text, e);
	int got = sql_next(q, e);

	*last = (struct last){.at = "", .hash = ""};
	if (got > 0) {
		last->id = sql_take_i64(q);
		last->at = sql_take_text(q, &w->arena);
		last->hash = sql_take_text(q, &w->arena);
		sql_end(q);
	}
	return got < 0 ? -1 : 0;
}

/*
 * What is older than this goes; 0: nothing does. It is reckoned not from the clock but from the
 * newest row that was there a month ago, as the clock says. A clock that has jumped ahead finds no
 * later one than the last from before the jump, and so deletes nothing; after a year without a row
 * the first one deletes nothing either, and one a month later does.
 */
static int oldest_kept(struct write *w, int64_t *oldest, struct err *e)
{
	static const char text[] = "SELECT at FROM access WHERE at <= ?1 ORDER BY id DESC LIMIT 1";
	const int64_t month = (int64_t)DAYS_OF_A_MONTH * DAY_SECONDS;
	struct policy p;

	*oldest = 0;
	if (store_policy_load(w->s, &w->arena, &p, e))
		return -1;
	struct sql_stmt *q = sql_query(w->db, text, e, sql_time(w->now - month));
	int got = sql_next(q, e);
	if (got > 0) {
		*oldest = sql_take_time(q) - month * policy_number(&p, POLICY_ACCESS_MONTHS);
		sql_end(q);
	}
	return got < 0 ? -1 : 0;
}

/* Rows up to the last old one before the first that is kept. One with a time that is yet to come,
 * which a wrong clock has left, says nothing about those beside it. */
static const char prune_access[] =
	"DELETE FROM access WHERE id <= (SELECT max(id) FROM access WHERE at < ?1 AND id < "
	"(SELECT id FROM access WHERE at >= ?1 AND at <= ?2 ORDER BY id LIMIT 1))";

/* Sessions tell the same; the last one of each person and key says when that was used last. */
static const char prune_sessions[] = "DELETE FROM session WHERE ended_at < ?1 AND id NOT IN "
				     "(SELECT max(id) FROM session GROUP BY person_id, key_id)";

static int prune(struct write *w, struct err *e)
{
	int64_t oldest;

	if (oldest_kept(w, &oldest, e))
		return -1;
	if (!oldest)
		return 0;
	if (sql_run(w->db, prune_access, e, sql_time(oldest), sql_time(w->now)))
		return -1;
	return sql_run(w->db, prune_sessions, e, sql_time(oldest));
}

int access_put(struct write *w, enum access_act act, const char *object, struct err *e)
{
	static const char text[] = "INSERT INTO access (id, at, person_id, person, remote, act, "
				   "object, before, hash) "
				   "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
	const struct actor *who = w->who;
	const char *remote = who->remote ? who->remote : "";
	char at[TIME_TEXT], hash[HASH_TEXT];
	struct last last;

	if (!object)
		object = "";
	if (last_row(w, &last, e))
		return -1;
	last.id++;
	hash_row(last.hash, last.id, who->person_id, time_format_utc(w->now, at), who->login,
		 remote, access_act_word(act), object, hash);
	if (sql_run(w->db, text, e, sql_i64(last.id), sql_text(at), sql_id(who->person_id),
		    sql_text(who->login), sql_text(remote), sql_text(access_act_word(act)),
		    sql_text(object), sql_text(last.hash), sql_text(hash)))
		return -1;
	return strncmp(at, last.at, DAY_TEXT) == 0 ? 0 : prune(w, e);
}

int store_access_note(struct store *s, const struct actor *who, enum access_act act,
		      const char *object, struct err *e)
{
	const struct actor program = {.now = who->now};
	struct write w;

	if (s->db->ops->is_read_only(s->db))
		return 0;
	/* who may do nothing any more is refused, and that is told */
	if (write_begin(&w, s, act == ACCESS_REFUSED ? &program : who, e))
		return -1;
	w.who = who;
	return write_end(&w, access_put(&w, act, object, e), NULL, e);
}

static bool reads_all(const struct actor *who)
{
	bool all = !who;

	for (int i = 0; who && i < who->nposts; i++)
		all |= act_reach(ACT_ACCESS, who->posts[i].role) == REACH_ALL;
	return all;
}

/* Whose rows are listed: NULL everybody's. */
static int whose(const struct actor *who, const char **login, struct err *e)
{
	const struct subject what = {.unit = ""};

	if (reads_all(who) || (*login && strcmp(*login, who->login) == 0))
		return 0;
	if (*login)
		return may(who, ACT_ACCESS, &what, e) ? 0 : -1;
	*login = who->login;
	return 0;
}

#define ACCESS_ROWS(where)                                                                         \
	"SELECT a.id, a.at, a.person, coalesce(p.name, ''), a.remote, a.object, a.act "            \
	"FROM access a LEFT JOIN person p ON p.login = a.person " where                            \
	"ORDER BY a.id DESC LIMIT ?1"

int store_access_list(struct store *s, struct arena *a, const struct actor *who, const char *login,
		      int limit, struct access_rows *rows, struct err *e)
{
	static const char of_all[] = ACCESS_ROWS(""),
			  of_one[] = ACCESS_ROWS("WHERE a.person = ?2 ");
	struct sql_stmt *q;
	int got;

	*rows = (struct access_rows){0};
	if (whose(who, &login, e))
		return -1;
	q = login ? sql_query(s->db, of_one, e, sql_i64(limit), sql_text(login))
		  : sql_query(s->db, of_all, e, sql_i64(limit));
	while ((got = sql_next(q, e)) > 0) {
		struct access_row *r = vec_push(a, rows);
		r->id = sql_take_i64(q);
		r->at = sql_take_time(q);
		r->login = sql_take_text(q, a);
		r->person = sql_take_text(q, a);
		r->remote = sql_take_text(q, a);
		r->object = sql_take_text(q, a);
		sql_take_word(q, access_act, &r->act);
	}
	return got;
}

/* 0 the row fits to the one before it, whose id and hash become its own. Of the oldest that is left
 * the hash before it is taken as it says. */
static int check_row(struct sql_stmt *q, int64_t *id, char hash[HASH_TEXT], struct err *e)
{
	char expected[HASH_TEXT];
	int64_t own = sql_take_i64(q), person_id = sql_take_i64(q);
	const char *at = sql_peek(q), *login = sql_peek(q), *remote = sql_peek(q),
		   *act = sql_peek(q), *object = sql_peek(q), *before = sql_peek(q);

	hash_row(before, own, person_id, at, login, remote, act, object, expected);
	if ((*id && (own != *id + 1 || strcmp(before, hash) != 0)) ||
	    strcmp(expected, sql_peek(q)) != 0)
		return err_set(e, ERR_FORMAT,
			       _("row %lld of what is told of access (%s, %s) does not fit to the "
				 "row before it: it was changed by another hand"),
			       (long long)own, at, login);
	*id = own;
	memcpy(hash, expected, HASH_TEXT);
	return 0;
}

int store_access_verify(struct store *s, int64_t *nrows, struct err *e)
{
	static const char text[] = "SELECT id, person_id, at, person, remote, act, object, before, "
				   "hash FROM access ORDER BY id";
	struct sql_stmt *q = sql_query(s->db, text, e);
	char hash[HASH_TEXT] = "";
	int64_t id = 0;
	int got;

	*nrows = 0;
	while ((got = sql_next(q, e)) > 0) {
		if (check_row(q, &id, hash, e)) {
			sql_end(q);
			return -1;
		}
		(*nrows)++;
	}
	return got;
}

int store_access_since(struct store *s, int64_t *at, struct err *e)
{
	static const char text[] = "SELECT at FROM access ORDER BY id LIMIT 1";
	struct sql_stmt *q = sql_query(s->db, text, e);
	int got = sql_next(q, e);

	*at = 0;
	if (got > 0) {
		*at = sql_take_time(q);
		sql_end(q);
	}
	return got < 0 ? -1 : 0;
}
