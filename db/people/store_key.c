/* Keys of people as they are listed, as sshd asks for them, and as every write asks: a revoked one
 * ends what it began. */
#include "db/people/store_key.h"

#include "core/i18n.h"
#include "db/people/key_check.h"
#include "db/people/ssh_key.h"
#include "db/sql_refused.h"
#include "db/store_internal.h"

/* `last`: when it was used last, or NULL. */
#define KEY_ROWS(last)                                                                             \
	"SELECT k.id, k.person_id, p.login, p.name, p.active, k.type, k.blob, k.fingerprint, "     \
	"k.name, k.added_at, coalesce(a.name, ''), k.revoked_at, coalesce(r.name, ''), "           \
	"k.revoked_reason, " last " FROM ssh_key k JOIN person p ON p.id = k.person_id "           \
	"LEFT JOIN person a ON a.id = k.added_by LEFT JOIN person r ON r.id = k.revoked_by "

/* They are in the key itself. */
static int bits_of(struct arena *a, const struct key_row *r)
{
	struct err unread = ERR_INIT;
	struct ssh_key key;

	if (ssh_key_read(a, arena_printf(a, "%s %s", r->type, r->blob), &key, &unread) < 0)
		return 0;
	return key.bits;
}

static int take_keys(struct arena *a, struct sql_stmt *q, struct key_rows *rows, struct err *e)
{
	int got;

	*rows = (struct key_rows){0};
	while ((got = sql_next(q, e)) > 0) {
		struct key_row *r = vec_push(a, rows);

		r->id = sql_take_i64(q);
		r->person_id = sql_take_i64(q);
		r->login = sql_take_text(q, a);
		r->person = sql_take_text(q, a);
		r->active = sql_take_bool(q);
		r->type = sql_take_text(q, a);
		r->blob = sql_take_text(q, a);
		r->fingerprint = sql_take_text(q, a);
		r->name = sql_take_text(q, a);
		r->added_at = sql_take_time(q);
		r->added_by = sql_take_text(q, a);
		r->revoked_at = sql_take_time(q);
		r->revoked_by = sql_take_text(q, a);
		r->revoked_reason = sql_take_text(q, a);
		r->last_at = sql_take_time(q);
		r->bits = bits_of(a, r);
	}
	return got;
}

/* Of a query that gives one row or none: 1, 0, -1. */
static int take_key(struct arena *a, struct sql_stmt *q, struct key_row *row, struct err *e)
{
	struct key_rows rows;

	if (take_keys(a, q, &rows, e))
		return -1;
	if (rows.n)
		*row = rows.at[0];
	return rows.n > 0;
}

int store_key_get(struct store *s, struct arena *a, int64_t id, struct key_row *row, struct err *e)
{
	static const char text[] = KEY_ROWS("NULL") "WHERE k.id = ?1";
	int got = take_key(a, sql_query(s->db, text, e, sql_i64(id)), row, e);

	return got == 0	 ? err_set(e, ERR_NOT_FOUND,
				   _("there is no key %lld; `duban key list` numbers them"),
				   (long long)id)
	       : got < 0 ? -1
			 : 0;
}

int store_key_find(struct store *s, struct arena *a, const char *type, const char *blob,
		   struct key_row *row, struct err *e)
{
	static const char text[] = KEY_ROWS(
		"NULL") "WHERE k.fingerprint = ?1 AND k.revoked_at IS NULL AND p.active = 1";
	struct err unread = ERR_INIT;
	struct ssh_key key;

	if (ssh_key_read(a, arena_printf(a, "%s %s", type, blob), &key, &unread) < 0)
		return 0;
	return take_key(a, sql_query(s->db, text, e, sql_text(key.fingerprint)), row, e);
}

int store_key_any_live(const char *path, struct err *e)
{
	static const char text[] = "SELECT 1 FROM ssh_key k JOIN person p ON p.id = k.person_id "
				   "WHERE k.revoked_at IS NULL AND p.active = 1 LIMIT 1";
	struct sql_stmt *q;
	struct store *s;
	int64_t version;
	int got;

	if (store_open_as_is(path, &s, &version, e) < 0)
		return -1;
	q = sql_query(s->db, text, e);
	got = sql_next(q, e);
	sql_end(q);
	store_close(s);
	return got;
}

bool store_key_is_private(const char *text)
{
	return ssh_key_is_private(text);
}

bool store_key_may_begin(const char *text)
{
	return ssh_key_may_begin(text);
}

static int check_lists(const struct actor *who, int64_t person_id, struct err *e)
{
	struct subject what = {.unit = ""};

	if (!who || (person_id && person_id == who->person_id))
		return 0;
	return may(who, ACT_PERSON, &what, e) ? 0 : -1;
}

int store_key_list(struct store *s, struct arena *a, const struct actor *who, int64_t person_id,
		   struct key_rows *rows, struct err *e)
{
	static const char text[] = KEY_ROWS(
		"(SELECT max(began_at) FROM (SELECT began_at FROM session "
		"WHERE person_id = k.person_id AND key_id = k.id UNION ALL "
		"SELECT at FROM access WHERE person = p.login AND act = 'log-in' "
		"AND object = 'key ' || k.id))") "WHERE k.person_id = ?1 OR ?1 = 0 "
						 "ORDER BY k.revoked_at IS NOT NULL, p.login, k.id";

	if (check_lists(who, person_id, e))
		return -1;
	return take_keys(a, sql_query(s->db, text, e, sql_i64(person_id)), rows, e);
}

static int refuse_revoked(int64_t at, const char *reason, struct err *e)
{
	char when[TIME_TEXT];

	return err_set(e, ERR_DENIED,
		       _("your key was revoked at %s (%s); nothing was changed, ask the "
			 "administrator"),
		       time_format_local(at, when), reason);
}

/* A key that is not the person's: nobody could have logged in with it. */
static int refuse_person(const struct actor *who, bool active, struct err *e)
{
	if (active)
		return err_set(e, ERR_DENIED, _("your key is not known here any more"));
	return err_set(e, ERR_DENIED,
		       _("%s (%s) can no longer come in; the administrator can change that"),
		       who->name, who->login);
}

int key_check(struct sql *db, const struct actor *who, struct err *e)
{
	static const char text[] =
		"SELECT p.active, ?2 = 0 OR k.id IS NOT NULL, k.revoked_at, k.revoked_reason "
		"FROM person p LEFT JOIN ssh_key k ON k.id = ?2 AND k.person_id = p.id "
		"WHERE p.id = ?1";
	struct sql_stmt *q;
	int got, result = 0;

	if (!who || !who->person_id)
		return 0;
	q = sql_query(db, text, e, sql_i64(who->person_id), sql_i64(who->key_id));
	got = sql_next(q, e);
	if (got < 0)
		return -1;
	bool active = got && sql_take_bool(q), known = got && sql_take_bool(q);
	int64_t revoked_at = got ? sql_take_time(q) : 0;
	if (revoked_at)
		result = refuse_revoked(revoked_at, sql_peek(q), e);
	else if (!active || !known)
		result = refuse_person(who, active, e);
	sql_end(q);
	return result;
}

int post_is_held(struct sql *db, int64_t person_id, const struct post_row *post, struct err *e)
{
	static const char text[] =
		"SELECT o.id FROM post o JOIN person p ON p.id = o.person_id "
		"WHERE o.person_id = ?1 AND o.role = ?2 AND coalesce(o.unit_id, 0) = ?3 "
		"AND o.ended_at IS NULL AND p.active = 1";
	int64_t id;

	return sql_get(db, text, &id, e, sql_i64(person_id), sql_text(post_role_word(post->role)),
		       sql_i64(post->unit_id));
}

int store_post_held(struct store *s, int64_t person_id, const struct post_row *post, struct err *e)
{
	return post_is_held(s->db, person_id, post, e);
}

/* Who acts by several goes on by those that are left. */
static int check_posts(struct sql *db, const struct actor *who, struct err *e)
{
	int held = who->nposts > 0 && who->person_id ? 0 : 1;

	for (int i = 0; held == 0 && i < who->nposts; i++)
		held = post_is_held(db, who->person_id, &who->posts[i], e);
	if (held)
		return held < 0 ? -1 : 0;
	return err_set(e, ERR_DENIED,
		       who->nposts == 1
			       ? _("the post that you work with has ended; log in again to go on "
				   "with your other posts, or ask the administrator")
			       : _("your posts have ended; ask the administrator"));
}

int store_key_check(struct store *s, const struct actor *who, struct err *e)
{
	if (s->db->ops->is_replaced(s->db))
		return sql_refused_replaced(s->path, e);
	return key_check(s->db, who, e) || (who && check_posts(s->db, who, e)) ? -1 : 0;
}
