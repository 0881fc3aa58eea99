/* People and the posts that they hold. A post ends, a person becomes inactive; neither goes. One
 * administrator always stays, or nobody could let anybody in again. */
#include "db/people/store_person.h"

#include "core/i18n.h"
#include "db/search/name_key.h"
#include "db/people/person_post.h"
#include "db/plan/store_check.h"
#include "db/store_internal.h"
#include "db/people/store_unit.h"

/* An inactive person has no posts in force. */
static int take_posts(struct store *s, struct arena *a, struct person_row *p, struct err *e)
{
	static const char text[] =
		"SELECT o.id, o.person_id, o.unit_id, o.role, u.name FROM post o "
		"LEFT JOIN unit u ON u.id = o.unit_id "
		"WHERE o.person_id = ?1 AND o.ended_at IS NULL ORDER BY o.id";
	int got;

	if (!p->active)
		return 0;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(p->id));
	while ((got = sql_next(q, e)) > 0) {
		struct post_row *r = vec_push(a, &p->posts);
		r->id = sql_take_i64(q);
		r->person_id = sql_take_i64(q);
		r->unit_id = sql_take_i64(q);
		sql_take_word(q, post_role, &r->role);
		r->unit = sql_take_text(q, a);
	}
	return got;
}

#define PERSON_KEY     SQL_NAME_KEY("person", "p.id")
#define PERSON_COLUMNS "p.id, p.version, p.login, p.name, p.phone, p.active, " PERSON_KEY

static int take_persons(struct store *s, struct arena *a, struct sql_stmt *q,
			struct person_rows *rows, struct err *e)
{
	int got;

	*rows = (struct person_rows){0};
	while ((got = sql_next(q, e)) > 0) {
		struct person_row *r = vec_push(a, rows);
		r->id = sql_take_i64(q);
		r->version = sql_take_i64(q);
		r->login = sql_take_text(q, a);
		r->name = sql_take_text(q, a);
		r->phone = sql_take_text(q, a);
		r->active = sql_take_bool(q);
		r->pinyin = sql_take_text(q, a);
	}
	for (size_t i = 0; !got && i < rows->n; i++)
		got = take_posts(s, a, &rows->at[i], e);
	return got;
}

int store_person_list(struct store *s, struct arena *a, struct person_rows *rows, struct err *e)
{
	static const char text[] =
		"SELECT " PERSON_COLUMNS " FROM person p ORDER BY p.active DESC, coalesce("
		"(SELECT o.unit_id FROM post o WHERE o.person_id = p.id AND o.ended_at IS NULL "
		"ORDER BY o.id LIMIT 1), 0), p.id";

	return take_persons(s, a, sql_query(s->db, text, e), rows, e);
}

int store_person_find(struct store *s, struct arena *a, const char *login, struct person_row *row,
		      struct err *e)
{
	static const char text[] = "SELECT " PERSON_COLUMNS " FROM person p WHERE p.login = ?1";
	struct person_rows rows;

	if (take_persons(s, a, sql_query(s->db, text, e, sql_text(login)), &rows, e))
		return -1;
	if (!rows.n)
		return err_set(e, ERR_NOT_FOUND,
			       _("nobody with the login %s is known here; ask the administrator to "
				 "add you with `duban person add`"),
			       login);
	*row = rows.at[0];
	return 0;
}

static int person_get(struct write *w, int64_t id, struct person_row *row, struct err *e)
{
	static const char text[] = "SELECT " PERSON_COLUMNS " FROM person p WHERE p.id = ?1";
	struct person_rows rows;

	if (take_persons(w->s, &w->arena, sql_query(w->db, text, e, sql_i64(id)), &rows, e))
		return -1;
	if (!rows.n)
		return err_set(e, ERR_NOT_FOUND, _("there is no such person"));
	*row = rows.at[0];
	return 0;
}

void actor_of(struct actor *who, const struct person_row *p, const char *remote, struct moment now)
{
	*who = (struct actor){
		.person_id = p->id,
		.login = p->login,
		.name = p->name,
		.remote = remote ? remote : "",
		.posts = p->posts.at,
		.nposts = (int)p->posts.n,
		.now = now,
	};
}

static int may_manage(struct write *w, struct err *e)
{
	struct subject what = {.unit = ""};

	return write_may(w, ACT_PERSON, &what, e);
}

static int log_person(struct write *w, const char *act, const char *login, int64_t unit_id,
		      struct change *c, struct err *e)
{
	struct log_entry entry = {
		.act = act,
		.object = arena_printf(&w->arena, "person %s", login),
		.unit_id = unit_id,
	};

	w->changes |= CHANGE_PERSON;
	return write_log(w, &entry, c, e);
}

static int check_login_free(struct write *w, const char *login, struct err *e)
{
	static const char text[] = "SELECT name FROM person WHERE login = ?1";
	struct sql_stmt *q = sql_query(w->db, text, e, sql_text(login));
	int got = sql_next(q, e);

	if (got <= 0)
		return got;
	const char *name = sql_take_text(q, &w->arena);
	sql_end(q);
	return err_set_field(e, ERR_EXISTS, "login", _("the login %s is taken by %s"), login, name);
}

static int person_add(struct write *w, const char *login, const char *name, const char *phone,
		      struct err *e)
{
	static const char text[] =
		"INSERT INTO person (login, name, phone, changed_at, changed_by) "
		"VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id";
	struct change c = {0};
	int64_t id;

	if (may_manage(w, e) || check_login_free(w, login, e) ||
	    write_insert(w, text, &id, e, sql_text(login), sql_text(name), sql_text(phone),
			 sql_time(w->now), write_person(w)) ||
	    name_key_put(w->db, NAME_PERSON, id, e))
		return -1;
	change_new_text(&c, "login", login);
	change_new_text(&c, "name", name);
	change_new_text(&c, "phone", phone);
	return log_person(w, "person.add", login, 0, &c, e);
}

int store_person_add(struct store *s, const struct actor *who, const char *login, const char *name,
		     const char *phone, struct arena *a, struct person_row *row, unsigned *changes,
		     struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	int result = person_add(&w, login, name, phone, e);
	if (!result)
		result = store_person_find(s, a, login, row, e);
	return write_end(&w, result, changes, e);
}

static bool role_is_of_unit(enum post_role role)
{
	return role == POST_REPORTER || role == POST_APPROVER;
}

static int check_post_unit(struct write *w, enum post_role role, int64_t unit_id, const char **unit,
			   struct err *e)
{
	struct unit_row row;

	*unit = "";
	if (role_is_of_unit(role) && !unit_id)
		return err_set_field(e, ERR_INPUT, "unit",
				     _("the post of a %s belongs to a unit: name the unit"),
				     post_role_label(role));
	if (!role_is_of_unit(role) && unit_id)
		return err_set_field(e, ERR_INPUT, "unit",
				     _("the post of a %s belongs to no unit: leave the unit out"),
				     post_role_label(role));
	if (!unit_id)
		return 0;
	if (store_unit_get(w->s, &w->arena, unit_id, &row, e))
		return -1;
	*unit = row.name;
	return 0;
}

static int check_post_free(const struct person_row *p, enum post_role role, int64_t unit_id,
			   struct err *e)
{
	for (size_t i = 0; i < p->posts.n; i++) {
		if (p->posts.at[i].role == role && p->posts.at[i].unit_id == unit_id)
			return err_set(e, ERR_EXISTS, _("%s holds this post already"), p->name);
	}
	return 0;
}

/* The person is there, and as they were when they were read. */
static int read_as_seen(struct write *w, int64_t id, int64_t version, struct person_row *p,
			struct err *e)
{
	return may_manage(w, e) || person_get(w, id, p, e) ||
			       check_version(w, version_of_person, id, version, e)
		       ? -1
		       : 0;
}

/* Posts have rows of their own; who holds them has changed with them. */
static int count_change(struct write *w, int64_t person_id, struct err *e)
{
	static const char text[] = "UPDATE person SET version = version + 1, changed_at = ?2, "
				   "changed_by = ?3 WHERE id = ?1";

	return sql_run(w->db, text, e, sql_i64(person_id), sql_time(w->now), write_person(w));
}

int person_post_add(struct write *w, int64_t person_id, enum post_role role, int64_t unit_id,
		    struct err *e)
{
	static const char text[] =
		"INSERT INTO post (person_id, role, unit_id, since_at, since_by) "
		"VALUES (?1, ?2, ?3, ?4, ?5)";
	struct person_row p = {0};
	struct change c = {0};
	const char *unit;

	if (may_manage(w, e) || person_get(w, person_id, &p, e))
		return -1;
	if (!p.active)
		return err_set(e, ERR_STATE, _("%s is not active; make the person active first"),
			       p.name);
	if (check_post_unit(w, role, unit_id, &unit, e) || check_post_free(&p, role, unit_id, e) ||
	    sql_run(w->db, text, e, sql_i64(person_id), sql_text(post_role_word(role)),
		    sql_id(unit_id), sql_time(w->now), write_person(w)) ||
	    count_change(w, person_id, e))
		return -1;
	change_new_text(&c, "role", post_role_word(role));
	change_new_text(&c, "unit", unit);
	return log_person(w, "post.add", p.login, unit_id, &c, e);
}

static int post_add(struct write *w, int64_t person_id, int64_t version, enum post_role role,
		    int64_t unit_id, struct err *e)
{
	struct person_row p;

	return read_as_seen(w, person_id, version, &p, e) ||
			       person_post_add(w, person_id, role, unit_id, e)
		       ? -1
		       : 0;
}

int store_post_add(struct store *s, const struct actor *who, int64_t person_id, int64_t version,
		   enum post_role role, int64_t unit_id, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, post_add(&w, person_id, version, role, unit_id, e), changes, e);
}

/* After the change somebody must be left who can manage people. */
static int check_admin_left(struct write *w, struct err *e)
{
	static const char text[] =
		"SELECT EXISTS (SELECT 1 FROM post o JOIN person p ON p.id = o.person_id "
		"WHERE o.role = 'admin' AND o.ended_at IS NULL AND p.active = 1)";
	int64_t left = 0;

	if (sql_get(w->db, text, &left, e) < 0)
		return -1;
	if (left)
		return 0;
	return err_set(e, ERR_STATE,
		       _("this is the last administrator; give the post to somebody else first"));
}

int person_post_end(struct write *w, int64_t post_id, struct err *e)
{
	static const char find[] =
		"SELECT p.id, p.login, o.role, coalesce(o.unit_id, 0), coalesce(u.name, '') "
		"FROM post o "
		"JOIN person p ON p.id = o.person_id LEFT JOIN unit u ON u.id = o.unit_id "
		"WHERE o.id = ?1 AND o.ended_at IS NULL";
	static const char end[] = "UPDATE post SET ended_at = ?2, ended_by = ?3 WHERE id = ?1";
	struct change c = {0};

	if (may_manage(w, e))
		return -1;
	struct sql_stmt *q = sql_query(w->db, find, e, sql_i64(post_id));
	int got = sql_next(q, e);
	if (got == 0)
		return err_set(e, ERR_NOT_FOUND, _("there is no such post, or it has ended"));
	if (got < 0)
		return -1;
	int64_t person_id = sql_take_i64(q);
	const char *login = sql_take_text(q, &w->arena);
	const char *role = sql_take_text(q, &w->arena);
	int64_t unit_id = sql_take_i64(q);
	const char *unit = sql_take_text(q, &w->arena);
	sql_end(q);
	if (sql_run(w->db, end, e, sql_i64(post_id), sql_time(w->now), write_person(w)) ||
	    count_change(w, person_id, e) || check_admin_left(w, e))
		return -1;
	change_text(&c, "role", role, NULL);
	if (*unit)
		change_text(&c, "unit", unit, NULL);
	return log_person(w, "post.end", login, unit_id, &c, e);
}

static int post_end(struct write *w, int64_t post_id, int64_t version, struct err *e)
{
	static const char text[] = "SELECT person_id FROM post WHERE id = ?1";
	int64_t id = 0;

	if (may_manage(w, e))
		return -1;
	int got = sql_get(w->db, text, &id, e, sql_i64(post_id));
	if (got < 0 || (got > 0 && check_version(w, version_of_person, id, version, e)))
		return -1;
	return person_post_end(w, post_id, e);
}

int store_post_end(struct store *s, const struct actor *who, int64_t post_id, int64_t version,
		   unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, post_end(&w, post_id, version, e), changes, e);
}

static int set_active(struct write *w, int64_t person_id, int64_t version, bool active,
		      struct err *e)
{
	static const char text[] = "UPDATE person SET active = ?2, version = version + 1, "
				   "changed_at = ?3, changed_by = ?4 WHERE id = ?1";
	struct person_row p = {0};
	struct change c = {0};

	if (read_as_seen(w, person_id, version, &p, e))
		return -1;
	if (p.active == active)
		return 0;
	if (sql_run(w->db, text, e, sql_i64(person_id), sql_i64(active), sql_time(w->now),
		    write_person(w)) ||
	    check_admin_left(w, e))
		return -1;
	change_i64(&c, "active", p.active, active);
	return log_person(w, "person.active", p.login, 0, &c, e);
}

int store_person_set_active(struct store *s, const struct actor *who, int64_t person_id,
			    int64_t version, bool active, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, set_active(&w, person_id, version, active, e), changes, e);
}
