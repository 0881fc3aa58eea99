/* One action from an edition to the next: where it stands, what it says, and what becomes of it
 * when it is not in the document any more, or is in it again. */
#include "db/plan/update.h"

#include "core/i18n.h"
#include "db/search/name_key.h"
#include "db/search/search_put.h"

#include <string.h>

enum { WITHDRAWN_SEQ = 1000000000 }; /* behind everything that stands in the document */

/* The row as it was. Its path was given up already, the comparison still has it. */
struct before {
	int64_t id, section_id, parent_id;
	const char *no, *path, *title, *clause, *section;
	struct date due;
	int edition_from, edition_to; /* edition_to 0: in force */
	enum action_state state;
};

static int read_before(struct update *u, const struct diff_entry *x, struct before *b,
		       struct err *e)
{
	static const char text[] =
		"SELECT a.section_id, a.parent_id, a.no, a.title, a.due, a.edition_from, "
		"a.edition_to, a.state, s.title, a.clause FROM action a "
		"LEFT JOIN section s ON s.id = a.section_id WHERE a.id = ?1";
	struct arena *a = &u->w->arena;

	*b = (struct before){.id = u->d->old->ids[x->was], .path = u->d->old->paths[x->was]};
	struct sql_stmt *q = sql_query(u->w->db, text, e, sql_i64(b->id));
	if (sql_next(q, e) <= 0)
		return -1;
	b->section_id = sql_take_i64(q);
	b->parent_id = sql_take_i64(q);
	b->no = sql_take_text(q, a);
	b->title = sql_take_text(q, a);
	b->due = sql_take_date(q);
	b->edition_from = sql_take_int(q);
	b->edition_to = sql_take_int(q);
	sql_take_word(q, action_state, &b->state);
	b->section = sql_take_text(q, a);
	b->clause = sql_take_text(q, a);
	sql_end(q);
	return 0;
}

/* What it is from now on. */
struct after {
	int64_t section_id, parent_id;
	const char *no, *path, *clause;
	const struct plan_action *act;
	struct date due;
};

static int find_after(struct update *u, const struct diff_entry *x, struct after *n, struct err *e)
{
	size_t index = (size_t)x->is;

	n->act = &u->im.p->actions.at[index];
	n->no = u->im.numbers[index];
	n->path = u->im.paths[index];
	n->clause = import_clause(&u->im, index, e);
	return !n->clause || import_section(&u->im, index, &n->section_id, e) ||
			       import_parent(&u->im, index, &n->parent_id, e) ||
			       import_due(n->act, &n->due, e)
		       ? -1
		       : 0;
}

/* The clause of the editions before is kept, with the name that the action had then. */
static int keep_clause(struct update *u, const struct before *b, struct err *e)
{
	static const char text[] =
		"INSERT INTO clause (action_id, edition_from, edition_to, no, path, title, line, "
		"clause_from, clause_to, clause) SELECT id, edition_from, ?2, no, ?3, title, line, "
		"clause_from, clause_to, clause FROM action WHERE id = ?1";
	int to = b->edition_to ? b->edition_to : u->im.edition - 1;

	return sql_run(u->w->db, text, e, sql_i64(b->id), sql_i64(to), sql_text(b->path));
}

static int put_place(struct update *u, const struct diff_entry *x, const struct before *b,
		     const struct after *n, struct err *e)
{
	static const char text[] = "UPDATE action SET seq = ?2, path = ?3, section_id = ?4, "
				   "parent_id = ?5, line = ?6, "
				   "clause_from = ?7, clause_to = ?8 WHERE id = ?1";

	return sql_run(u->w->db, text, e, sql_i64(b->id), sql_i64((int64_t)x->is + 1),
		       sql_text(n->path), sql_id(n->section_id), sql_id(n->parent_id),
		       sql_i64(n->act->line), sql_i64((int64_t)n->act->clause.from),
		       sql_i64((int64_t)n->act->clause.to));
}

static int put_words(struct update *u, const struct before *b, const struct after *n, int from,
		     struct err *e)
{
	static const char text[] =
		"UPDATE action SET no = ?2, title = ?3, due = ?4, clause = ?5, edition_from = ?6, "
		"edition_to = NULL, state = CASE state WHEN 'withdrawn' THEN 'active' ELSE state "
		"END, "
		"state_reason = '', version = version + 1, changed_at = ?7, changed_by = ?8 "
		"WHERE id = ?1";

	if (sql_run(u->w->db, text, e, sql_i64(b->id), sql_text(n->no), sql_text(n->act->title),
		    sql_date(n->due), sql_text(n->clause), sql_i64(from), sql_time(u->w->now),
		    write_person(u->w)))
		return -1;
	return name_key_put(u->w->db, NAME_ACTION, b->id, e);
}

static void note_changes(struct update *u, const struct diff_entry *x, const struct before *b,
			 const struct after *n, struct change *c)
{
	const struct plan_action *was = &u->d->old->plan.actions.at[x->was];
	struct arena *a = &u->w->arena;
	const char *section = "";

	for (size_t i = 0; i < u->im.p->sections.n; i++) {
		if (n->section_id && u->im.sections[i] == n->section_id)
			section = u->im.p->sections.at[i].title;
	}
	change_text(c, "no", b->path, n->path);
	change_text(c, "title", b->title, n->act->title);
	change_text(c, "section", b->section, section);
	change_text(c, "clause", b->clause, n->clause);
	change_date(c, "due", b->due, n->due);
	change_text(c, "targets", plan_diff_targets(a, was), plan_diff_targets(a, n->act));
	change_text(c, "volumes", plan_diff_volumes(a, was), plan_diff_volumes(a, n->act));
}

/* What people read has changed; a place further down in the document is nothing. */
static int put_changes(struct update *u, const struct diff_entry *x, const struct before *b,
		       const struct after *n, struct err *e)
{
	bool back = b->state == ACTION_WITHDRAWN;
	bool reworded = back || strcmp(b->clause, n->clause) != 0 ||
			strcmp(b->title, n->act->title) != 0 || strcmp(b->path, n->path) != 0;
	struct change c = {0};

	note_changes(u, x, b, n, &c);
	if (!back && !reworded && !c.after.nbytes && !c.before.nbytes)
		return 0;
	if ((reworded && keep_clause(u, b, e)) ||
	    put_words(u, b, n, reworded ? u->im.edition : b->edition_from, e) ||
	    (reworded && search_put(u->w->db, SEARCH_ACTION, b->id, e))) {
		change_free(&c);
		return -1;
	}
	if (back)
		change_text(&c, "state", action_state_word(b->state),
			    action_state_word(ACTION_ACTIVE));
	return update_log(u, back ? "action.revive" : "action.change", b->id, n->path, 0, &c, e);
}

int update_action(struct update *u, const struct diff_entry *x, struct err *e)
{
	struct before b;
	struct after n = {0};

	if (read_before(u, x, &b, e))
		return -1;
	u->im.actions[x->is] = b.id;
	if (find_after(u, x, &n, e) || put_changes(u, x, &b, &n, e) || put_place(u, x, &b, &n, e) ||
	    update_units(u, b.id, n.path, n.act, e))
		return -1;
	if ((plan_diff_has(x, DIFF_TARGETS) || plan_diff_has(x, DIFF_VOLUMES)) &&
	    update_facts(u, b.id, n.act, e))
		return -1;
	return update_due(u, b.id, b.due, n.due, e);
}

int update_withdraw(struct update *u, const struct diff_entry *x, struct err *e)
{
	static const char text[] =
		"UPDATE action SET state = 'withdrawn', state_reason = ?2, seq = id + ?3, path = "
		"?4, "
		"edition_to = ?5, version = version + 1, changed_at = ?6, changed_by = ?7 "
		"WHERE id = ?1";
	int last = u->im.edition - 1;
	struct change c = {0};
	struct before b;

	if (read_before(u, x, &b, e))
		return -1;
	const char *path = arena_printf(&u->w->arena, "%s@%d", b.path, last);
	if (sql_run(u->w->db, text, e, sql_i64(b.id), sql_text(u->reason), sql_i64(WITHDRAWN_SEQ),
		    sql_text(path), sql_i64(last), sql_time(u->w->now), write_person(u->w)))
		return -1;
	change_text(&c, "no", b.path, path);
	change_text(&c, "state", action_state_word(b.state), action_state_word(ACTION_WITHDRAWN));
	change_new_text(&c, "reason", u->reason);
	u->w->changes |= CHANGE_ASSIGNMENT | CHANGE_MILESTONE | CHANGE_UNIT;
	return update_log(u, "action.withdraw", b.id, path, 0, &c, e);
}
