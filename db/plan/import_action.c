/* One action of a document into the file, with the units that answer for it and the milestone of
 * its due date. Which unit a name means is asked of import_units.c. */
#include "db/plan/import_action.h"

#include "core/i18n.h"
#include "core/plan/plan_diff.h"
#include "db/fact.h"
#include "db/search/name_key.h"
#include "db/search/search_put.h"

#include <string.h>

int import_section(const struct import *im, size_t index, int64_t *id, struct err *e)
{
	const struct plan_action *act = &im->p->actions.at[index];

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
int import_parent(const struct import *im, size_t index, int64_t *id, struct err *e)
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

int import_due(const struct plan_action *act, struct date *due, struct err *e)
{
	if (plan_due_day(act->due, due))
		return 0;
	return err_set(e, ERR_INPUT, _("there is no such date: %s"), act->due);
}

const char *import_clause(const struct import *im, size_t index, struct err *e)
{
	const struct plan_action *act = &im->p->actions.at[index];
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
		"line, clause_from, clause_to, changed_at, changed_by, clause, edition_from) "
		"VALUES "
		"(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) RETURNING id";
	const struct plan_action *act = &im->p->actions.at[index];
	const char *clause = import_clause(im, index, e);
	int64_t section, parent;

	if (!clause || import_section(im, index, &section, e) ||
	    import_parent(im, index, &parent, e))
		return -1;
	if (write_insert(im->w, text, &im->actions[index], e, sql_i64(im->plan_id),
			 sql_i64((int64_t)index + 1), sql_id(section), sql_id(parent),
			 sql_text(im->numbers[index]), sql_text(im->paths[index]),
			 sql_text(act->title), sql_date(due), sql_i64(act->line),
			 sql_i64((int64_t)act->clause.from), sql_i64((int64_t)act->clause.to),
			 sql_time(im->w->now), write_person(im->w), sql_text(clause),
			 sql_i64(im->edition)))
		return -1;
	return name_key_put(im->w->db, NAME_ACTION, im->actions[index], e);
}

static int insert_assignments(struct import *im, int64_t action_id, const struct plan_action *act,
			      struct err *e)
{
	/* the same unit twice, or two names of it: leading is the stronger */
	static const char text[] =
		"INSERT INTO assignment (action_id, unit_id, seq, role, doc_role, changed_at, "
		"changed_by) VALUES (?1, ?2, ?3, ?4, ?4, ?5, ?6) "
		"ON CONFLICT (action_id, unit_id) DO UPDATE SET "
		"role = CASE excluded.role WHEN 'lead' THEN 'lead' ELSE assignment.role END, "
		"doc_role = CASE excluded.role WHEN 'lead' THEN 'lead' ELSE assignment.role END";

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

int import_deadline(struct write *w, int64_t action_id, struct date due, struct err *e)
{
	static const char text[] = "INSERT INTO milestone (action_id, title, due, of_document, "
				   "changed_at, changed_by) VALUES (?1, ?2, ?3, 1, ?4, ?5) "
				   "RETURNING id";
	int64_t id;

	if (!date_is_set(due))
		return 0;
	if (write_insert(w, text, &id, e, sql_i64(action_id), sql_text(_("deadline")),
			 sql_date(due), sql_time(w->now), write_person(w)) ||
	    name_key_put(w->db, NAME_MILESTONE, id, e))
		return -1;
	return search_put(w->db, SEARCH_MILESTONE, id, e);
}

int import_action(struct import *im, size_t index, struct err *e)
{
	const struct plan_action *act = &im->p->actions.at[index];
	struct date due;

	if (import_due(act, &due, e) || insert_action(im, index, due, e))
		return -1;
	int64_t id = im->actions[index];
	if (search_put(im->w->db, SEARCH_ACTION, id, e) || insert_assignments(im, id, act, e) ||
	    fact_add_all(im->w, id, act, e))
		return -1;
	return import_deadline(im->w, id, due, e);
}
