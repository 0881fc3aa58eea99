/*
 * store_handover.c - the posts of one person and what they have typed and not sent go over to
 * another. Reports, milestones, requests and notices belong to a unit and stay with it; who wrote
 * what stays as it was written.
 */
#include "db/people/store_handover.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/people/handover_drafts.h"
#include "db/people/person_post.h"
#include "db/plan/store_check.h"

int handover_drafts(struct store *s, struct arena *a, int64_t person_id, struct draft_names *names,
		    struct err *e)
{
	const struct actor person = {.person_id = person_id, .login = "", .name = ""};
	struct draft_names all;
	int64_t action_id;

	*names = (struct draft_names){0};
	if (store_draft_list(s, a, &person, "", &all, e))
		return -1;
	for (size_t i = 0; i < all.rows.n; i++)
		if (open_draft_label(all.rows.at[i].form, &action_id))
			*vec_push(a, &names->rows) = all.rows.at[i];
	return 0;
}

/* Where both type in the same form neither text may cover the other. */
static int move_draft(struct write *w, int64_t from_id, int64_t to_id, const char *form,
		      struct handover_done *done, struct err *e)
{
	static const char there[] = "SELECT 1 FROM draft_form WHERE person_id = ?1 AND form = ?2";
	static const char move_form[] = "UPDATE draft_form SET person_id = ?2, seat = '' "
					"WHERE person_id = ?1 AND form = ?3";
	static const char move_fields[] =
		"UPDATE draft SET person_id = ?2 WHERE person_id = ?1 AND form = ?3";
	int64_t one;
	int got = sql_get(w->db, there, &one, e, sql_i64(to_id), sql_text(form));

	if (got < 0)
		return -1;
	if (got > 0) {
		done->nkept++;
		return 0;
	}
	done->ndrafts++;
	w->changes |= CHANGE_DRAFT;
	return sql_run(w->db, move_form, e, sql_i64(from_id), sql_i64(to_id), sql_text(form)) ||
			       sql_run(w->db, move_fields, e, sql_i64(from_id), sql_i64(to_id),
				       sql_text(form))
		       ? -1
		       : 0;
}

static int move_drafts(struct write *w, int64_t from_id, int64_t to_id, struct handover_done *done,
		       struct err *e)
{
	struct draft_names names;

	if (handover_drafts(w->s, &w->arena, from_id, &names, e))
		return -1;
	for (size_t i = 0; i < names.rows.n; i++)
		if (move_draft(w, from_id, to_id, names.rows.at[i].form, done, e))
			return -1;
	return 0;
}

static int list_posts(struct write *w, int64_t person_id, struct person_row *p, struct err *e)
{
	static const char text[] =
		"SELECT o.id, o.person_id, o.unit_id, o.role FROM post o WHERE o.person_id = ?1 "
		"AND o.unit_id IS NOT NULL AND o.ended_at IS NULL ORDER BY o.id";
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(person_id));
	int got;

	*p = (struct person_row){.id = person_id};
	while ((got = sql_next(q, e)) > 0) {
		struct post_row *row = vec_push(&w->arena, &p->posts);

		row->id = sql_take_i64(q);
		row->person_id = sql_take_i64(q);
		row->unit_id = sql_take_i64(q);
		sql_take_word(q, post_role, &row->role);
		row->unit = "";
	}
	return got;
}

static bool holds(const struct person_row *p, const struct post_row *post)
{
	for (size_t i = 0; i < p->posts.n; i++)
		if (p->posts.at[i].unit_id == post->unit_id && p->posts.at[i].role == post->role)
			return true;
	return false;
}

/* A post that the other person holds already only ends. */
static int move_posts(struct write *w, const struct person_row *from, const struct person_row *to,
		      struct handover_done *done, struct err *e)
{
	for (size_t i = 0; i < from->posts.n; i++) {
		const struct post_row *post = &from->posts.at[i];

		if (person_post_end(w, post->id, e) ||
		    (!holds(to, post) && person_post_add(w, to->id, post->role, post->unit_id, e)))
			return -1;
		done->nposts++;
	}
	return 0;
}

static int read_names(struct write *w, struct person_row *p, struct err *e)
{
	static const char text[] = "SELECT login, name, active FROM person WHERE id = ?1";
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(p->id));
	int got = sql_next(q, e);

	if (got == 0)
		return err_set(e, ERR_NOT_FOUND, _("there is no such person"));
	if (got < 0)
		return -1;
	p->login = sql_take_text(q, &w->arena);
	p->name = sql_take_text(q, &w->arena);
	p->active = sql_take_bool(q);
	sql_end(q);
	return 0;
}

static int check_both(const struct person_row *from, const struct person_row *to, struct err *e)
{
	if (from->id == to->id)
		return err_set(e, ERR_INPUT, _("name two people: %s hands over to somebody else"),
			       from->name);
	if (!to->active)
		return err_set(e, ERR_STATE, _("%s is not active; make the person active first"),
			       to->name);
	if (!from->posts.n)
		return err_set(e, ERR_STATE,
			       _("%s has no post in a unit; there is nothing to hand over"),
			       from->name);
	return 0;
}

static int log_handover(struct write *w, const struct person_row *from, const struct person_row *to,
			const struct handover_done *done, struct err *e)
{
	struct log_entry entry = {
		.act = "person.handover",
		.object = arena_printf(&w->arena, "person %s", from->login),
		.unit_id = from->posts.n ? from->posts.at[0].unit_id : 0,
	};
	struct change c = {0};

	change_new_text(&c, "to", to->login);
	change_new_i64(&c, "posts", done->nposts);
	change_new_i64(&c, "drafts", done->ndrafts);
	w->changes |= CHANGE_PERSON;
	return write_log(w, &entry, &c, e);
}

static int hand_over(struct write *w, int64_t from_id, int64_t version, int64_t to_id,
		     struct handover_done *done, struct err *e)
{
	const struct subject what = {.unit = ""};
	struct person_row from, to;

	*done = (struct handover_done){0};
	return write_may(w, ACT_PERSON, &what, e) || list_posts(w, from_id, &from, e) ||
			       list_posts(w, to_id, &to, e) || read_names(w, &from, e) ||
			       read_names(w, &to, e) ||
			       check_version(w, version_of_person, from_id, version, e) ||
			       check_both(&from, &to, e) || move_posts(w, &from, &to, done, e) ||
			       move_drafts(w, from_id, to_id, done, e) ||
			       log_handover(w, &from, &to, done, e)
		       ? -1
		       : 0;
}

int store_handover(struct store *s, const struct actor *who, int64_t from_id, int64_t version,
		   int64_t to_id, struct handover_done *done, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, hand_over(&w, from_id, version, to_id, done, e), changes, e);
}
