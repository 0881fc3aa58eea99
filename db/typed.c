/* Drafts from one file into another. People are known by their login. A draft keeps its version
 * where it can, so that the window that has read it can save once more in the new file. One of an
 * action that the new file does not have stays behind: its number will be another action's. */
#include "db/typed.h"

#include "core/rule/handover.h"

#include <string.h>

enum { SCHEMA_DRAFTS = 5 }; /* the first that says of a draft when and by which window */

/* Reading */

/* The form that the row belongs to, at the end of the list. */
static struct typed_form *form_of_row(struct sql_stmt *q, struct arena *a, struct typed *old)
{
	struct typed_form *last = old->forms.n ? &old->forms.at[old->forms.n - 1] : NULL;
	const char *login = sql_take_text(q, a), *form = sql_take_text(q, a);

	if (!last || strcmp(last->login, login) != 0 || strcmp(last->form, form) != 0) {
		last = vec_push(a, &old->forms);
		*last = (struct typed_form){.login = login, .form = form};
	}
	last->draft.version = sql_take_i64(q);
	last->draft.focus = sql_take_text(q, a);
	last->draft.seat = sql_take_text(q, a);
	last->draft.saved_at = sql_take_time(q);
	return last;
}

void typed_read(struct sql *db, const char *path, struct arena *a, struct typed *old)
{
	static const char text[] =
		"SELECT p.login, f.form, f.version, f.focus, f.seat, f.saved_at, d.field, d.text "
		"FROM draft_form f JOIN person p ON p.id = f.person_id LEFT JOIN draft d "
		"ON d.person_id = f.person_id AND d.form = f.form "
		"ORDER BY f.person_id, f.form, d.field";
	struct err unread = ERR_INIT;
	struct sql_stmt *q;
	int64_t schema = 0;

	*old = (struct typed){0};
	if (store_schema(db, path, &schema, &unread) || schema < SCHEMA_DRAFTS)
		return;
	q = sql_query(db, text, &unread);
	while (sql_next(q, &unread) > 0) {
		struct draft *d = &form_of_row(q, a, old)->draft;
		const char *field = sql_take_text(q, a);

		if (*field)
			*vec_push(a, &d->fields) = (struct draft_field){field, sql_take_text(q, a)};
	}
}

/* Writing */

/* 1, 0 where the draft is of an action that is not there, -1. */
static int has_action(struct write *w, const char *form, struct err *e)
{
	static const char text[] = "SELECT id FROM action WHERE id = ?1";
	int64_t action_id = 0, id;

	if (!open_draft_label(form, &action_id) || !action_id)
		return 1;
	return sql_get(w->db, text, &id, e, sql_i64(action_id));
}

static int put(struct write *w, const struct actor *who, const struct typed_form *t,
	       int64_t version, struct err *e)
{
	static const char drop[] = "DELETE FROM draft WHERE person_id = ?1 AND form = ?2";
	static const char form[] =
		"INSERT INTO draft_form (person_id, form, focus, seat, version, saved_at) "
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (person_id, form) DO UPDATE SET "
		"focus = excluded.focus, seat = excluded.seat, version = excluded.version, "
		"saved_at = excluded.saved_at";
	static const char field[] = "INSERT INTO draft (person_id, form, field, text, saved_at) "
				    "VALUES (?1, ?2, ?3, ?4, ?5)";
	const struct sql_value person = sql_i64(who->person_id), name = sql_text(t->form);

	if (sql_run(w->db, drop, e, person, name) ||
	    sql_run(w->db, form, e, person, name, sql_text(t->draft.focus), sql_text(t->draft.seat),
		    sql_i64(version), sql_time(t->draft.saved_at)))
		return -1;
	for (size_t i = 0; i < t->draft.fields.n; i++) {
		const struct draft_field *f = &t->draft.fields.at[i];

		if (sql_run(w->db, field, e, person, name, sql_text(f->field), sql_text(f->text),
			    sql_time(t->draft.saved_at)))
			return -1;
	}
	return 0;
}

/* 1 where it is kept now, 0 where it had not to be, -1. */
static int keep(struct write *w, const struct typed_form *t, struct err *e)
{
	static const char find[] = "SELECT id FROM person WHERE login = ?1";
	struct actor who = {.login = t->login};
	struct draft there;
	int got = sql_get(w->db, find, &who.person_id, e, sql_text(t->login));

	if (got > 0)
		got = has_action(w, t->form, e);
	if (got <= 0)
		return got;
	if (store_draft_load(w->s, &w->arena, &who, t->form, &there, e))
		return -1;
	if (there.version && there.saved_at >= t->draft.saved_at)
		return 0;
	int64_t version = t->draft.version > there.version ? t->draft.version : there.version + 1;
	return put(w, &who, t, version, e) ? -1 : 1;
}

int typed_write(struct write *w, const struct typed *old, size_t *n, struct err *e)
{
	int64_t schema;

	*n = 0;
	if (store_schema(w->db, w->s->path, &schema, e))
		return -1;
	for (size_t i = 0; schema >= SCHEMA_DRAFTS && i < old->forms.n; i++) {
		int got = keep(w, &old->forms.at[i], e);

		if (got < 0)
			return -1;
		*n += got > 0;
	}
	return 0;
}
