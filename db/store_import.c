/* Taking in a plan that was read: every row of it in one transaction, or none. Which unit a name
 * means is asked of import_units.c. */
#include "db/store_plan.h"

#include "core/i18n.h"
#include "core/plan_path.h"
#include "db/import_units.h"
#include "db/log_hash.h"
#include "db/store_internal.h"

#include <stdio.h>
#include <string.h>

struct import {
	struct write *w;
	const struct plan *p;
	int64_t plan_id;
	const char *code;
	int64_t *sections;  /* ids, as p->sections */
	int64_t *actions;   /* ids, as p->actions */
	const char **paths; /* of the actions */
	struct import_units units;
};

/* A plan JSON may come without the text of its document; then what names it stands for the text. */
static void hash_plan(struct write *w, const struct plan *p, char out[HASH_TEXT])
{
	const char *text = p->text;

	if (!p->nbytes)
		text = arena_printf(&w->arena, "%s\n%s\n%s\n%s", p->title, p->doc_no, p->issuer,
				    p->date);
	text_hash(text, out);
}

static int check_not_there(struct write *w, const char *hash, struct err *e)
{
	static const char text[] = "SELECT code, title FROM plan WHERE sha256 = ?1";
	struct sql_stmt *q = sql_query(w->db, text, e, sql_text(hash));
	int got = sql_next(q, e);

	if (got <= 0)
		return got;
	const char *code = sql_take_text(q, &w->arena);
	const char *title = sql_take_text(q, &w->arena);
	sql_end(q);
	return err_set(e, ERR_EXISTS,
		       _("this document is in the file already, as plan %s (%s); nothing was "
			 "imported: go on with `duban list --plan %s`, or import an edition whose "
			 "text differs"),
		       code, title, code);
}

/* 1 and its title when a plan has this code, else 0. */
static int code_is_taken(struct write *w, const char *code, const char **title, struct err *e)
{
	static const char text[] = "SELECT title FROM plan WHERE code = ?1";
	struct sql_stmt *q = sql_query(w->db, text, e, sql_text(code));
	int got = sql_next(q, e);

	if (got > 0) {
		*title = sql_take_text(q, &w->arena);
		sql_end(q);
	}
	return got;
}

static int choose_code(struct import *im, const char *wish, struct err *e)
{
	struct arena *a = &im->w->arena;
	const char *title = "", *proposed;
	int taken;

	im->code = wish;
	if (*wish) {
		taken = code_is_taken(im->w, wish, &title, e);
		if (taken > 0)
			return err_set_field(
				e, ERR_EXISTS, "code",
				_("the code %s is taken by the plan %s; choose another "
				  "with --code"),
				wish, title);
		return taken;
	}
	im->code = proposed = plan_propose_code(a, im->p);
	for (int n = 2; (taken = code_is_taken(im->w, im->code, &title, e)) > 0; n++)
		im->code = arena_printf(a, "%s-%d", proposed, n);
	return taken;
}

static int insert_plan(struct import *im, const char *hash, struct err *e)
{
	static const char text[] =
		"INSERT INTO plan (code, title, doc_no, issuer, date, lead_rule, changed_at, "
		"changed_by, imported_at, imported_by, file, sha256, text) "
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?7, ?8, ?9, ?10, ?11) RETURNING id";
	const struct plan *p = im->p;

	return write_insert(im->w, text, &im->plan_id, e, sql_text(im->code), sql_text(p->title),
			    sql_text(p->doc_no), sql_text(p->issuer), sql_maybe(p->date),
			    sql_text(lead_rule_word(p->lead_rule)), sql_time(im->w->now),
			    write_person(im->w), sql_text(p->file), sql_text(hash),
			    sql_text(p->text));
}

static int insert_sections(struct import *im, struct err *e)
{
	static const char text[] = "INSERT INTO section (plan_id, seq, no, title) "
				   "VALUES (?1, ?2, ?3, ?4) RETURNING id";
	const struct plan *p = im->p;

	im->sections = arena_alloc(&im->w->arena, (p->sections.n + 1) * sizeof *im->sections);
	for (size_t i = 0; i < p->sections.n; i++) {
		const struct plan_section *s = &p->sections.at[i];
		if (write_insert(im->w, text, &im->sections[i], e, sql_i64(im->plan_id),
				 sql_i64((int64_t)i + 1), sql_text(s->no), sql_text(s->title)))
			return -1;
	}
	return 0;
}

static int find_section(const struct import *im, const struct plan_action *act, int64_t *id,
			struct err *e)
{
	*id = 0;
	if (!*act->section)
		return 0;
	for (size_t i = 0; i < im->p->sections.n; i++) {
		if (strcmp(im->p->sections.at[i].no, act->section) == 0) {
			*id = im->sections[i];
			return 0;
		}
	}
	return err_set(e, ERR_INPUT, _("action %s names the section %s, which the plan has not"),
		       act->no, act->section);
}

/* The nearest action before it with that number: numbers may begin anew in every section. */
static int find_parent(const struct import *im, size_t index, int64_t *id, struct err *e)
{
	const struct plan_action *act = &im->p->actions.at[index];

	*id = 0;
	if (!*act->parent)
		return 0;
	for (size_t i = index; i-- > 0;) {
		const struct plan_action *o = &im->p->actions.at[i];
		if (!*o->parent && strcmp(o->no, act->parent) == 0) {
			*id = im->actions[i];
			return 0;
		}
	}
	return err_set(e, ERR_INPUT,
		       _("action %s names the parent %s, which does not stand before it"), act->no,
		       act->parent);
}

/* "2021-06" means its last day. */
static int read_due(const char *due, struct date *d, struct err *e)
{
	char text[DATE_TEXT];

	*d = (struct date){0};
	if (!*due)
		return 0;
	snprintf(text, sizeof text, "%s%s", due, strlen(due) == 7 ? "-01" : "");
	if (!date_parse(text, d))
		return err_set(e, ERR_INPUT, _("there is no such date: %s"), due);
	if (strlen(due) == 7)
		d->d = (int8_t)date_days_in_month(d->y, d->m);
	return 0;
}

static const char *clause_of(const struct import *im, const struct plan_action *act, struct err *e)
{
	size_t from = act->clause.from, to = act->clause.to;

	if (from > to || to > im->p->nbytes) {
		err_set(e, ERR_INPUT, _("the place of action %s lies outside of the document"),
			act->no);
		return NULL;
	}
	return arena_strndup(&im->w->arena, im->p->text + from, to - from);
}

static int insert_action(struct import *im, size_t index, struct date due, struct err *e)
{
	static const char text[] =
		"INSERT INTO action (plan_id, seq, section_id, parent_id, no, path, title, due, "
		"line, clause_from, clause_to, changed_at, changed_by, clause) VALUES "
		"(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) RETURNING id";
	const struct plan_action *act = &im->p->actions.at[index];
	const char *clause = clause_of(im, act, e);
	int64_t section, parent;

	if (!clause || find_section(im, act, &section, e) || find_parent(im, index, &parent, e))
		return -1;
	return write_insert(im->w, text, &im->actions[index], e, sql_i64(im->plan_id),
			    sql_i64((int64_t)index + 1), sql_id(section), sql_id(parent),
			    sql_text(act->no), sql_text(im->paths[index]), sql_text(act->title),
			    sql_date(due), sql_i64(act->line), sql_i64((int64_t)act->clause.from),
			    sql_i64((int64_t)act->clause.to), sql_time(im->w->now),
			    write_person(im->w), sql_text(clause));
}

static int insert_assignments(struct import *im, int64_t action_id, const struct plan_action *act,
			      struct err *e)
{
	/* the same unit twice, or two names of it: leading is the stronger */
	static const char text[] =
		"INSERT INTO assignment (action_id, unit_id, seq, role, changed_at, changed_by) "
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (action_id, unit_id) DO UPDATE SET "
		"role = CASE excluded.role WHEN 'lead' THEN 'lead' ELSE assignment.role END";

	for (size_t i = 0; i < act->units.n; i++) {
		const struct plan_unit *u = &act->units.at[i];
		int64_t unit_id;
		if (import_unit(&im->units, u->name, &unit_id, e) ||
		    sql_run(im->w->db, text, e, sql_i64(action_id), sql_i64(unit_id),
			    sql_i64((int64_t)i + 1), sql_text(role_word(u->role)),
			    sql_time(im->w->now), write_person(im->w)))
			return -1;
	}
	return 0;
}

static int insert_indicator(struct import *im, int64_t action_id, size_t seq, const char *kind,
			    const char *name, const char *measure, int64_t *id, struct err *e)
{
	static const char text[] = "INSERT INTO indicator (action_id, seq, kind, name, measure) "
				   "VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id";

	return write_insert(im->w, text, id, e, sql_i64(action_id), sql_i64((int64_t)seq),
			    sql_text(kind), sql_text(name), sql_text(measure));
}

static int insert_target(struct import *im, int64_t indicator_id, size_t seq, int year,
			 const char *op, const char *value, struct err *e)
{
	static const char text[] = "INSERT INTO target (indicator_id, seq, year, op, value) "
				   "VALUES (?1, ?2, ?3, ?4, ?5)";

	return sql_run(im->w->db, text, e, sql_i64(indicator_id), sql_i64((int64_t)seq),
		       sql_id(year), sql_maybe(op), sql_maybe(value));
}

static int insert_levels(struct import *im, int64_t action_id, const struct plan_action *act,
			 struct err *e)
{
	for (size_t i = 0; i < act->indicators.n; i++) {
		const struct plan_indicator *in = &act->indicators.at[i];
		int64_t id;
		if (insert_indicator(im, action_id, i + 1, "level", in->name, in->measure, &id, e))
			return -1;
		for (size_t k = 0; k < in->targets.n; k++) {
			const struct plan_target *t = &in->targets.at[k];
			if (insert_target(im, id, k + 1, t->year, op_word(t->op), t->value, e))
				return -1;
		}
	}
	return 0;
}

/* Targets in words come after the levels. */
static int insert_words(struct import *im, int64_t action_id, const struct plan_action *act,
			struct err *e)
{
	for (size_t i = 0; i < act->words.n; i++) {
		const struct plan_words *words = &act->words.at[i];
		size_t seq = act->indicators.n + i + 1;
		int64_t id;
		if (insert_indicator(im, action_id, seq, "words", words->text, "", &id, e))
			return -1;
		for (size_t k = 0; k < words->years.n; k++) {
			if (insert_target(im, id, k + 1, words->years.at[k], NULL, NULL, e))
				return -1;
		}
	}
	return 0;
}

static int insert_volumes(struct import *im, int64_t action_id, const struct plan_action *act,
			  struct err *e)
{
	static const char text[] = "INSERT INTO volume (action_id, seq, value, measure, what) "
				   "VALUES (?1, ?2, ?3, ?4, ?5)";

	for (size_t i = 0; i < act->volumes.n; i++) {
		const struct plan_volume *v = &act->volumes.at[i];
		if (sql_run(im->w->db, text, e, sql_i64(action_id), sql_i64((int64_t)i + 1),
			    sql_text(v->value), sql_text(v->measure), sql_text(v->what)))
			return -1;
	}
	return 0;
}

static int insert_deadline(struct import *im, int64_t action_id, struct date due, struct err *e)
{
	static const char text[] = "INSERT INTO milestone (action_id, title, due, changed_at, "
				   "changed_by) VALUES (?1, ?2, ?3, ?4, ?5)";

	if (!date_is_set(due))
		return 0;
	return sql_run(im->w->db, text, e, sql_i64(action_id), sql_text(_("deadline")),
		       sql_date(due), sql_time(im->w->now), write_person(im->w));
}

static int insert_whole_action(struct import *im, size_t index, struct err *e)
{
	const struct plan_action *act = &im->p->actions.at[index];
	struct date due;

	if (read_due(act->due, &due, e) || insert_action(im, index, due, e))
		return -1;
	int64_t id = im->actions[index];
	if (insert_assignments(im, id, act, e) || insert_levels(im, id, act, e) ||
	    insert_words(im, id, act, e) || insert_volumes(im, id, act, e))
		return -1;
	return insert_deadline(im, id, due, e);
}

static int insert_actions(struct import *im, struct err *e)
{
	const struct plan *p = im->p;

	im->actions = arena_alloc(&im->w->arena, (p->actions.n + 1) * sizeof *im->actions);
	im->paths = plan_paths(&im->w->arena, p);
	for (size_t i = 0; i < p->actions.n; i++) {
		if (insert_whole_action(im, i, e))
			return err_wrap(e, _("action %s, line %d"), p->actions.at[i].no,
					p->actions.at[i].line);
	}
	return 0;
}

static int log_import(struct import *im, const char *hash, struct err *e)
{
	struct log_entry entry = {
		.act = "plan.import",
		.object = arena_printf(&im->w->arena, "plan %s", im->code),
	};
	struct change c = {0};

	change_new_text(&c, "title", im->p->title);
	change_new_text(&c, "doc_no", im->p->doc_no);
	change_new_text(&c, "file", im->p->file);
	change_new_text(&c, "sha256", hash);
	change_new_i64(&c, "actions", (int64_t)im->p->actions.n);
	return write_log(im->w, &entry, &c, e);
}

static int import_plan(struct import *im, const char *code, struct err *e)
{
	struct subject what = {.unit = ""};
	char hash[HASH_TEXT];

	if (write_may(im->w, ACT_IMPORT, &what, e))
		return -1;
	hash_plan(im->w, im->p, hash);
	if (check_not_there(im->w, hash, e) || choose_code(im, code, e) ||
	    insert_plan(im, hash, e) || insert_sections(im, e) || insert_actions(im, e) ||
	    import_units_finish(&im->units, e) || write_count_plan(im->w, im->plan_id, e))
		return -1;
	im->w->changes |= CHANGE_PLAN | CHANGE_UNIT | CHANGE_ASSIGNMENT | CHANGE_MILESTONE;
	return log_import(im, hash, e);
}

int store_plan_import(struct store *s, const struct actor *who, const struct plan *p,
		      const char *code, struct arena *a, struct plan_row *row, unsigned *changes,
		      struct err *e)
{
	struct write w;
	struct import im = {.w = &w, .p = p};

	if (write_begin(&w, s, who, e))
		return -1;
	import_units_begin(&im.units, &w, p);
	int result = import_plan(&im, code ? code : "", e);
	if (!result)
		result = store_plan_get_id(s, a, who, im.plan_id, row, e);
	return write_end(&w, result, changes, e);
}
