/* The frame of every write: take the lock, ask may(), compare versions, do it, write the log row
 * with the hash of the row before, commit. Nothing in the store changes the file outside of it. */
#include "db/store_internal.h"

#include "core/i18n.h"
#include "db/cycle/debt.h"
#include "db/log_hash.h"
#include "db/people/key_check.h"
#include "db/plan/store_plan.h"

int write_begin(struct write *w, struct store *s, const struct actor *who, struct err *e)
{
	*w = (struct write){.s = s, .db = s->db, .who = who};
	if (!who)
		return err_set(e, ERR_BUG, "a write without an actor");
	w->now = who->now.utc;
	if (sql_begin(s->db, e))
		return -1;
	if (key_check(s->db, who, e) == 0)
		return 0;
	sql_rollback(s->db);
	return -1;
}

int write_end(struct write *w, int result, unsigned *changes, struct err *e)
{
	if (!result && (w->changes & NOTICE_FOLLOWS))
		result = notice_settle(w, e);
	if (result)
		sql_rollback(w->db);
	else
		result = sql_commit(w->db, e);
	if (!result && changes)
		*changes |= w->changes;
	arena_free(&w->arena);
	return result;
}

/* The actor was read when the session began; the post may have ended since. */
static int check_post(struct write *w, struct err *e)
{
	int got = post_is_held(w->db, w->who->person_id, w->post, e);

	if (got == 0)
		return err_set(e, ERR_DENIED,
			       _("your post has ended since you logged in; nothing was changed, "
				 "log in again or ask the administrator"));
	return got < 0 ? -1 : 0;
}

int write_may(struct write *w, enum act act, const struct subject *what, struct err *e)
{
	w->post = may(w->who, act, what, e);
	if (!w->post || check_post(w, e))
		return -1;
	w->on_behalf = what->unit_id && w->post->unit_id != what->unit_id &&
		       act_reach(act, w->post->role) == REACH_BEHALF;
	return 0;
}

int write_may_unit(struct write *w, enum act act, int64_t unit_id, struct err *e)
{
	static const char text[] = "SELECT name FROM unit WHERE id = ?1";
	struct subject what = {.unit_id = unit_id, .unit = ""};
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(unit_id));
	int got = sql_next(q, e);

	if (got < 0)
		return -1;
	if (got == 0)
		return err_set(e, ERR_NOT_FOUND, _("there is no such unit"));
	what.unit = sql_take_text(q, &w->arena);
	sql_end(q);
	return write_may(w, act, &what, e);
}

int write_check_version(struct write *w, int64_t read, int64_t now, int64_t changed_by,
			int64_t changed_at, struct err *e)
{
	static const char text[] = "SELECT name FROM person WHERE id = ?1";
	char when[TIME_TEXT];

	if (read == now)
		return 0;
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(changed_by));
	int got = sql_next(q, e);
	if (got < 0)
		return -1;
	time_format_local(changed_at, when);
	const char *name = got ? sql_take_text(q, &w->arena) : "duban";
	sql_end(q);
	return err_set(e, ERR_CONFLICT,
		       _("%s changed this at %s, after you opened it; nothing was written"), name,
		       when);
}

/* "reporter 区教育局" or "office". */
static const char *post_text(struct write *w)
{
	if (!w->post)
		return "";
	if (!w->post->unit_id)
		return post_role_word(w->post->role);
	return arena_printf(&w->arena, "%s %s", post_role_word(w->post->role), w->post->unit);
}

static int last_row(struct write *w, int64_t *id, const char **hash, struct err *e)
{
	static const char text[] = "SELECT id, hash FROM log WHERE id = (SELECT max(id) FROM log)";
	struct sql_stmt *q = sql_query(w->db, text, e);
	int got = sql_next(q, e);

	*id = 0;
	*hash = "";
	if (got > 0) {
		*id = sql_take_i64(q);
		*hash = sql_take_text(q, &w->arena);
		sql_end(q);
	}
	return got < 0 ? -1 : 0;
}

static const char *change_object(struct write *w, const struct strbuf *b)
{
	return b->nbytes ? arena_printf(&w->arena, "%s}", b->s) : "";
}

static int insert_log(struct write *w, const struct log_fields *r, const char *hash, struct err *e)
{
	static const char text[] =
		"INSERT INTO log (id, at, person_id, person, post, remote, act, object, action_id, "
		"unit_id, before, after, hash) "
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";

	return sql_run(w->db, text, e, sql_i64(r->id), sql_text(r->at), sql_id(r->person_id),
		       sql_text(r->person), sql_text(r->post), sql_text(r->remote),
		       sql_text(r->act), sql_text(r->object), sql_id(r->action_id),
		       sql_id(r->unit_id), sql_text(r->before), sql_text(r->after), sql_text(hash));
}

int write_log(struct write *w, const struct log_entry *entry, struct change *c, struct err *e)
{
	char at[TIME_TEXT], hash[HASH_TEXT];
	struct change none = {0};
	struct log_fields r = {
		.person_id = w->who->person_id,
		.action_id = entry->action_id,
		.unit_id = entry->unit_id,
		.at = time_format_utc(w->now, at),
		.person = w->who->name ? w->who->name : "",
		.post = post_text(w),
		.remote = w->who->remote ? w->who->remote : "",
		.act = entry->act,
		.object = entry->object,
	};
	const char *before;

	if (!c)
		c = &none;
	r.before = change_object(w, &c->before);
	r.after = change_object(w, &c->after);
	change_free(c);
	if (last_row(w, &r.id, &before, e))
		return -1;
	r.id++;
	log_hash(before, &r, hash);
	return insert_log(w, &r, hash, e);
}

int write_insert_values(struct write *w, const char *text, int64_t *id, struct err *e,
			const struct sql_value *values, int n)
{
	int64_t got = 0;
	struct sql_stmt *q = sql_query_values(w->db, text, e, values, n);
	int step = sql_next(q, e);

	if (step > 0) {
		got = sql_take_i64(q);
		/* SQLite makes all changes before the first row, other engines need not */
		step = sql_next(q, e);
	}
	if (step == 0 && !got)
		return err_set(e, ERR_BUG, "no id from: %s", text);
	*id = got;
	return step;
}

struct sql_value write_person(const struct write *w)
{
	return sql_id(w->who->person_id);
}

int write_count_plan(struct write *w, int64_t plan_id, struct err *e)
{
	static const char text[] =
		"UPDATE plan SET nactions = (SELECT count(*) FROM action a "
		"WHERE a.plan_id = ?1 AND a.state <> 'withdrawn'), "
		"nunits = (SELECT count(DISTINCT s.unit_id) FROM action a "
		"JOIN assignment s ON s.action_id = a.id "
		"WHERE a.plan_id = ?1 AND a.state <> 'withdrawn' AND s.state <> 'withdrawn') "
		"WHERE id = ?1";

	return sql_run(w->db, text, e, sql_i64(plan_id));
}

const char *write_action_name(struct write *w, int64_t action_id, int64_t *plan_id, struct err *e)
{
	static const char text[] = "SELECT a.plan_id, p.code, a.path "
				   "FROM action a JOIN plan p ON p.id = a.plan_id WHERE a.id = ?1";
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(action_id));
	int got = sql_next(q, e);

	if (got == 0)
		err_set(e, ERR_NOT_FOUND, _("there is no such action"));
	if (got <= 0)
		return NULL;
	int64_t plan = sql_take_i64(q);
	const char *code = sql_take_text(q, &w->arena);
	const char *path = sql_take_text(q, &w->arena);
	sql_end(q);
	if (plan_id)
		*plan_id = plan;
	return action_name(&w->arena, code, path);
}

int write_check_plan_open(struct write *w, int64_t plan_id, struct err *e)
{
	static const char text[] = "SELECT code, state FROM plan WHERE id = ?1";
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(plan_id));
	enum plan_state state = PLAN_OPEN;
	int got = sql_next(q, e);

	if (got < 0)
		return -1;
	if (got == 0)
		return err_set(e, ERR_NOT_FOUND, _("there is no such plan"));
	const char *code = sql_take_text(q, &w->arena);
	sql_take_word(q, plan_state, &state);
	sql_end(q);
	if (state == PLAN_OPEN)
		return 0;
	return err_set(e, ERR_STATE,
		       _("the plan %s is closed: it can be read, but nothing is entered any more"),
		       code);
}
