/* A new edition takes the place of the one before: the document, its sections, then action by
 * action as the comparison says. All of it is one transaction. */
#include "db/plan/store_update.h"

#include "core/i18n.h"
#include "core/plan/plan_path.h"
#include "db/search/name_key.h"
#include "db/plan/store_plan.h"
#include "db/plan/update.h"

#include <string.h>

/* The plan as it is now, inside the transaction. */
struct current {
	int64_t version, changed_by, changed_at;
	const char *code, *title, *doc_no, *file, *sha256;
};

static int read_current(struct update *u, struct current *c, struct err *e)
{
	static const char text[] = "SELECT version, changed_by, changed_at, edition, code, title, "
				   "doc_no, file, sha256 FROM plan WHERE id = ?1";
	struct arena *a = &u->w->arena;
	struct sql_stmt *q = sql_query(u->w->db, text, e, sql_i64(u->im.plan_id));

	if (sql_next(q, e) <= 0)
		return -1;
	c->version = sql_take_i64(q);
	c->changed_by = sql_take_i64(q);
	c->changed_at = sql_take_time(q);
	u->im.edition = sql_take_int(q) + 1;
	c->code = sql_take_text(q, a);
	c->title = sql_take_text(q, a);
	c->doc_no = sql_take_text(q, a);
	c->file = sql_take_text(q, a);
	c->sha256 = sql_take_text(q, a);
	sql_end(q);
	u->im.code = c->code;
	u->reason = arena_printf(a, _("not in edition %d"), u->im.edition);
	return 0;
}

/* Another plan may have come with this text since it was compared. */
static int check_text(struct update *u, const char *hash, struct err *e)
{
	static const char text[] = "SELECT id FROM plan WHERE sha256 = ?1";
	int64_t id;
	int got = sql_get(u->w->db, text, &id, e, sql_text(hash));

	if (got <= 0)
		return got;
	return err_set(e, ERR_EXISTS,
		       _("this document is in the file already; nothing was updated"));
}

static int keep_edition(struct update *u, struct err *e)
{
	static const char text[] =
		"INSERT INTO edition (plan_id, number, title, doc_no, issuer, date, lead_rule, "
		"imported_at, imported_by, superseded_at, superseded_by, file, sha256, text) "
		"SELECT id, edition, title, doc_no, issuer, date, lead_rule, imported_at, "
		"imported_by, ?2, ?3, file, sha256, text FROM plan WHERE id = ?1";

	return sql_run(u->w->db, text, e, sql_i64(u->im.plan_id), sql_time(u->w->now),
		       write_person(u->w));
}

static int put_document(struct update *u, const char *hash, struct err *e)
{
	static const char text[] =
		"UPDATE plan SET title = ?2, doc_no = ?3, issuer = ?4, date = ?5, lead_rule = ?6, "
		"edition = ?7, file = ?8, sha256 = ?9, text = ?10, version = version + 1, "
		"changed_at = ?11, changed_by = ?12, imported_at = ?11, imported_by = ?12 "
		"WHERE id = ?1";
	const struct plan *p = u->im.p;

	if (sql_run(u->w->db, text, e, sql_i64(u->im.plan_id), sql_text(p->title),
		    sql_text(p->doc_no), sql_text(p->issuer), sql_maybe(p->date),
		    sql_text(lead_rule_word(p->lead_rule)), sql_i64(u->im.edition),
		    sql_text(p->file), sql_text(hash), sql_text(p->text), sql_time(u->w->now),
		    write_person(u->w)))
		return -1;
	return name_key_put(u->w->db, NAME_PLAN, u->im.plan_id, e);
}

/* Sections */

struct section {
	int64_t id;
	const char *title;
	bool taken;
};
struct sections {
	struct section *at;
	size_t n, cap;
};

static int read_sections(struct update *u, struct sections *list, struct err *e)
{
	static const char text[] = "SELECT id, title FROM section WHERE plan_id = ?1 AND ended_at "
				   "IS NULL ORDER BY seq";
	struct sql_stmt *q = sql_query(u->w->db, text, e, sql_i64(u->im.plan_id));
	int got;

	while ((got = sql_next(q, e)) > 0) {
		struct section *s = vec_push(&u->w->arena, list);
		s->id = sql_take_i64(q);
		s->title = sql_take_text(q, &u->w->arena);
	}
	return got;
}

static struct section *find_section(struct sections *list, const char *title)
{
	for (size_t i = 0; i < list->n; i++) {
		if (!list->at[i].taken && strcmp(list->at[i].title, title) == 0)
			return &list->at[i];
	}
	return NULL;
}

static int put_section(struct update *u, struct sections *list, size_t i, struct err *e)
{
	static const char move[] = "UPDATE section SET seq = ?2, no = ?3 WHERE id = ?1";
	static const char add[] = "INSERT INTO section (plan_id, seq, no, title) "
				  "VALUES (?1, ?2, ?3, ?4) RETURNING id";
	const struct plan_section *s = &u->im.p->sections.at[i];
	struct section *there = find_section(list, s->title);

	if (!there)
		return write_insert(u->w, add, &u->im.sections[i], e, sql_i64(u->im.plan_id),
				    sql_i64((int64_t)i + 1), sql_text(s->no), sql_text(s->title)) ||
				       name_key_put(u->w->db, NAME_SECTION, u->im.sections[i], e)
			       ? -1
			       : 0;
	there->taken = true;
	u->im.sections[i] = there->id;
	return sql_run(u->w->db, move, e, sql_i64(there->id), sql_i64((int64_t)i + 1),
		       sql_text(s->no));
}

/* A section is the one that has its title; what withdrawn actions stood under stays readable. */
static int update_sections(struct update *u, struct err *e)
{
	static const char clear[] = "UPDATE section SET seq = -id WHERE plan_id = ?1";
	static const char end[] = "UPDATE section SET ended_at = ?2 WHERE id = ?1";
	struct sections list = {0};
	size_t n = u->im.p->sections.n;

	u->im.sections = arena_alloc(&u->w->arena, (n + 1) * sizeof *u->im.sections);
	if (read_sections(u, &list, e) || sql_run(u->w->db, clear, e, sql_i64(u->im.plan_id)))
		return -1;
	for (size_t i = 0; i < n; i++) {
		if (put_section(u, &list, i, e))
			return -1;
	}
	for (size_t i = 0; i < list.n; i++) {
		if (!list.at[i].taken &&
		    sql_run(u->w->db, end, e, sql_i64(list.at[i].id), sql_time(u->w->now)))
			return -1;
	}
	return 0;
}

/* Actions */

static int add_action(struct update *u, const struct diff_entry *x, struct err *e)
{
	size_t index = (size_t)x->is;
	struct change c = {0};

	if (import_action(&u->im, index, e))
		return -1;
	change_new_text(&c, "title", u->im.p->actions.at[index].title);
	return update_log(u, "action.add", u->im.actions[index], u->im.paths[index], 0, &c, e);
}

static int update_entry(struct update *u, const struct diff_entry *x, struct err *e)
{
	if (x->kind == DIFF_NEW)
		return add_action(u, x, e);
	return x->kind == DIFF_GONE ? 0 : update_action(u, x, e);
}

/* No two actions may have one place or one path, not even for a moment; so all give theirs up. */
static int update_actions(struct update *u, struct err *e)
{
	static const char clear[] = "UPDATE action SET seq = -id, path = '@' || CAST(id AS TEXT) "
				    "WHERE plan_id = ?1 AND state <> 'withdrawn'";
	const struct plan_diff *d = u->d;

	u->im.numbers = plan_numbers(&u->w->arena, d->new);
	u->im.paths = d->paths;
	u->im.actions = arena_alloc(&u->w->arena, (d->new->actions.n + 1) * sizeof(int64_t));
	if (sql_run(u->w->db, clear, e, sql_i64(u->im.plan_id)))
		return -1;
	for (size_t i = 0; i < d->entries.n; i++) {
		const struct diff_entry *x = &d->entries.at[i];

		if (x->kind == DIFF_GONE && update_withdraw(u, x, e))
			return -1;
	}
	for (size_t i = 0; i < d->entries.n; i++) {
		const struct diff_entry *x = &d->entries.at[i];

		if (update_entry(u, x, e))
			return err_wrap(e, _("action %s"), plan_diff_path(d, x));
	}
	return 0;
}

int update_log(struct update *u, const char *act, int64_t action_id, const char *path,
	       int64_t unit_id, struct change *c, struct err *e)
{
	struct arena *a = &u->w->arena;
	struct log_entry entry = {
		.act = act,
		.object = arena_printf(a, "action %s", action_name(a, u->im.code, path)),
		.action_id = action_id,
		.unit_id = unit_id,
	};

	return write_log(u->w, &entry, c, e);
}

static int log_update(struct update *u, const struct current *was, const char *hash, struct err *e)
{
	struct log_entry entry = {
		.act = "plan.update",
		.object = arena_printf(&u->w->arena, "plan %s", u->im.code),
	};
	const size_t *n = u->d->counts;
	struct change c = {0};

	change_text(&c, "title", was->title, u->im.p->title);
	change_text(&c, "doc_no", was->doc_no, u->im.p->doc_no);
	change_text(&c, "file", was->file, u->im.p->file);
	change_text(&c, "sha256", was->sha256, hash);
	change_i64(&c, "edition", u->im.edition - 1, u->im.edition);
	for (int kind = DIFF_CHANGED; kind < DIFF_KIND_COUNT; kind++)
		change_new_i64(&c, diff_kind_word((enum diff_kind)kind), (int64_t)n[kind]);
	return write_log(u->w, &entry, &c, e);
}

static int plan_update(struct update *u, struct err *e)
{
	const struct subject what = {.unit = ""};
	struct write *w = u->w;
	char hash[HASH_TEXT];
	struct current was;

	import_hash(&w->arena, u->im.p, hash);
	if (write_may(w, ACT_IMPORT, &what, e) || write_check_plan_open(w, u->im.plan_id, e) ||
	    read_current(u, &was, e) ||
	    write_check_version(w, u->d->old->version, was.version, was.changed_by, was.changed_at,
				e) ||
	    check_text(u, hash, e) || keep_edition(u, e) || put_document(u, hash, e))
		return -1;
	if (import_units_finish(&u->im.units, e) || update_sections(u, e) || update_actions(u, e) ||
	    write_count_plan(w, u->im.plan_id, e))
		return -1;
	w->changes |= CHANGE_PLAN;
	return log_update(u, &was, hash, e);
}

int store_plan_update(struct store *s, const struct actor *who, const struct plan_diff *d,
		      struct arena *a, struct plan_row *row, unsigned *changes, struct err *e)
{
	struct write w;
	struct update u = {.w = &w, .d = d, .im = {.w = &w, .p = d->new}};

	u.im.plan_id = d->old->plan_id;
	if (write_begin(&w, s, who, e))
		return -1;
	import_units_begin(&u.im.units, &w, d->new);
	int result = plan_update(&u, e);
	if (!result)
		result = store_plan_get_id(s, a, who, u.im.plan_id, row, e);
	return write_end(&w, result, changes, e);
}
