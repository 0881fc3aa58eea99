/* Who answers for an action by the new edition. A part that follows the document goes with it; one
 * that the office assigned, took off or gave another role by hand stays as it is. */
#include "db/plan/update.h"

#include <string.h>

struct part {
	int64_t id, unit_id;
	const char *unit;
	enum role role;
	const char *doc_role; /* "": the document did not name the unit */
	enum assignment_state state;
	bool named; /* by the new edition */
};
struct parts {
	struct part *at;
	size_t n, cap;
};

static int read_parts(struct update *u, int64_t action_id, struct parts *list, struct err *e)
{
	static const char text[] =
		"SELECT s.id, s.unit_id, n.name, s.role, s.doc_role, s.state FROM assignment s "
		"JOIN unit n ON n.id = s.unit_id WHERE s.action_id = ?1";
	struct arena *a = &u->w->arena;
	struct sql_stmt *q = sql_query(u->w->db, text, e, sql_i64(action_id));
	int got;

	while ((got = sql_next(q, e)) > 0) {
		struct part *p = vec_push(a, list);
		p->id = sql_take_i64(q);
		p->unit_id = sql_take_i64(q);
		p->unit = sql_take_text(q, a);
		sql_take_word(q, role, &p->role);
		p->doc_role = sql_take_text(q, a);
		sql_take_word(q, assignment_state, &p->state);
	}
	return got;
}

/* What the new edition says of a unit. Named twice, the stronger role counts. */
struct named {
	int64_t unit_id;
	const char *name;
	enum role role;
};
struct nameds {
	struct named *at;
	size_t n, cap;
};

static int read_named(struct update *u, const struct plan_action *act, struct nameds *list,
		      struct err *e)
{
	for (size_t i = 0; i < act->units.n; i++) {
		struct named n = {0, act->units.at[i].name, act->units.at[i].role};
		size_t k = 0;

		if (import_unit(&u->im.units, n.name, &n.unit_id, e))
			return -1;
		while (k < list->n && list->at[k].unit_id != n.unit_id)
			k++;
		if (k == list->n)
			*vec_push(&u->w->arena, list) = n;
		else if (n.role == ROLE_LEAD)
			list->at[k].role = ROLE_LEAD;
	}
	return 0;
}

struct place {
	int64_t action_id;
	const char *path;
};

static int log_part(struct update *u, const struct place *at, const char *act, int64_t unit_id,
		    struct change *c, struct err *e)
{
	u->w->changes |= CHANGE_ASSIGNMENT | CHANGE_UNIT;
	return update_log(u, act, at->action_id, at->path, unit_id, c, e);
}

static int add_part(struct update *u, const struct place *at, const struct named *n, size_t seq,
		    struct err *e)
{
	static const char text[] =
		"INSERT INTO assignment (action_id, unit_id, seq, role, doc_role, changed_at, "
		"changed_by) VALUES (?1, ?2, ?3, ?4, ?4, ?5, ?6)";
	struct change c = {0};

	if (sql_run(u->w->db, text, e, sql_i64(at->action_id), sql_i64(n->unit_id),
		    sql_i64((int64_t)seq), sql_text(role_word(n->role)), sql_time(u->w->now),
		    write_person(u->w)))
		return -1;
	change_new_text(&c, "unit", n->name);
	change_new_text(&c, "role", role_word(n->role));
	return log_part(u, at, "assignment.put", n->unit_id, &c, e);
}

static bool follows(const struct part *p)
{
	if (p->state == ASSIGNMENT_WITHDRAWN)
		return !*p->doc_role;
	return strcmp(p->doc_role, role_word(p->role)) == 0;
}

/* The document's word on a part; what is in force stays. */
static int note_doc_role(struct update *u, const struct part *p, const char *role, struct err *e)
{
	static const char text[] = "UPDATE assignment SET doc_role = ?2 WHERE id = ?1";

	if (strcmp(p->doc_role, role) == 0)
		return 0;
	return sql_run(u->w->db, text, e, sql_i64(p->id), sql_maybe(role));
}

static int move_part(struct update *u, const struct place *at, const struct part *p,
		     const struct named *n, size_t seq, struct err *e)
{
	static const char order[] = "UPDATE assignment SET seq = ?2 WHERE id = ?1";
	static const char text[] =
		"UPDATE assignment SET role = ?2, doc_role = ?2, state = 'issued', "
		"issue = issue + 1, reason = '', version = version + 1, changed_at = ?3, "
		"changed_by = ?4 WHERE id = ?1";
	bool withdrawn = p->state == ASSIGNMENT_WITHDRAWN;
	struct change c = {0};

	if (sql_run(u->w->db, order, e, sql_i64(p->id), sql_i64((int64_t)seq)))
		return -1;
	if (!follows(p) || (!withdrawn && p->role == n->role))
		return note_doc_role(u, p, role_word(n->role), e);
	if (sql_run(u->w->db, text, e, sql_i64(p->id), sql_text(role_word(n->role)),
		    sql_time(u->w->now), write_person(u->w)))
		return -1;
	change_text(&c, "unit", withdrawn ? NULL : p->unit, p->unit);
	change_text(&c, "role", withdrawn ? NULL : role_word(p->role), role_word(n->role));
	return log_part(u, at, "assignment.put", p->unit_id, &c, e);
}

/* The new edition does not name the unit. */
static int end_part(struct update *u, const struct place *at, const struct part *p, struct err *e)
{
	static const char text[] =
		"UPDATE assignment SET state = 'withdrawn', reason = ?2, doc_role = NULL, "
		"version = version + 1, changed_at = ?3, changed_by = ?4 WHERE id = ?1";
	struct change c = {0};

	if (p->state == ASSIGNMENT_WITHDRAWN || !follows(p))
		return note_doc_role(u, p, "", e);
	if (sql_run(u->w->db, text, e, sql_i64(p->id), sql_text(u->reason), sql_time(u->w->now),
		    write_person(u->w)))
		return -1;
	change_text(&c, "state", assignment_state_word(p->state),
		    assignment_state_word(ASSIGNMENT_WITHDRAWN));
	change_new_text(&c, "unit", p->unit);
	change_new_text(&c, "reason", u->reason);
	return log_part(u, at, "assignment.withdraw", p->unit_id, &c, e);
}

static struct part *find_part(struct parts *list, int64_t unit_id)
{
	for (size_t i = 0; i < list->n; i++) {
		if (list->at[i].unit_id == unit_id)
			return &list->at[i];
	}
	return NULL;
}

int update_units(struct update *u, int64_t action_id, const char *path,
		 const struct plan_action *act, struct err *e)
{
	const struct place at = {action_id, path};
	struct nameds named = {0};
	struct parts parts = {0};

	if (read_parts(u, action_id, &parts, e) || read_named(u, act, &named, e))
		return -1;
	for (size_t i = 0; i < named.n; i++) {
		struct part *p = find_part(&parts, named.at[i].unit_id);

		if (p)
			p->named = true;
		if (p ? move_part(u, &at, p, &named.at[i], i + 1, e)
		      : add_part(u, &at, &named.at[i], i + 1, e))
			return -1;
	}
	for (size_t i = 0; i < parts.n; i++) {
		if (!parts.at[i].named && end_part(u, &at, &parts.at[i], e))
			return -1;
	}
	return 0;
}
