/* The milestone that stands for the due date of an action. It goes with the document while it is
 * open and nobody has moved it; once it is marked, or set by hand, it is people's. */
#include "db/plan/update.h"

#include "core/i18n.h"
#include "db/search/search_put.h"

struct deadline {
	int64_t id; /* 0: there is none */
	struct date due;
	enum milestone_state state;
};

static int read_deadline(struct update *u, int64_t action_id, struct deadline *m, struct err *e)
{
	static const char text[] =
		"SELECT id, due, state FROM milestone WHERE action_id = ?1 AND of_document = 1";
	struct sql_stmt *q = sql_query(u->w->db, text, e, sql_i64(action_id));
	int got = sql_next(q, e);

	*m = (struct deadline){0};
	if (got <= 0)
		return got;
	m->id = sql_take_i64(q);
	m->due = sql_take_date(q);
	sql_take_word(q, milestone_state, &m->state);
	sql_end(q);
	return 0;
}

static int log_deadline(struct update *u, const char *act, int64_t id, int64_t action_id,
			struct change *c, struct err *e)
{
	struct log_entry entry = {
		.act = act,
		.object = arena_printf(&u->w->arena, "milestone %lld", (long long)id),
		.action_id = action_id,
	};

	u->w->changes |= CHANGE_MILESTONE;
	return write_log(u->w, &entry, c, e);
}

static int add_deadline(struct update *u, int64_t action_id, struct date due, struct err *e)
{
	struct deadline m;
	struct change c = {0};
	char day[DATE_TEXT];

	if (import_deadline(u->w, action_id, due, e) || read_deadline(u, action_id, &m, e))
		return -1;
	change_new_text(&c, "due", date_format(due, day));
	return log_deadline(u, "milestone.add", m.id, action_id, &c, e);
}

static int move_deadline(struct update *u, int64_t action_id, const struct deadline *m,
			 struct date due, struct err *e)
{
	static const char text[] = "UPDATE milestone SET due = ?2, version = version + 1, "
				   "changed_at = ?3, changed_by = ?4 WHERE id = ?1";
	struct change c = {0};

	if (sql_run(u->w->db, text, e, sql_i64(m->id), sql_date(due), sql_time(u->w->now),
		    write_person(u->w)))
		return -1;
	change_date(&c, "due", m->due, due);
	return log_deadline(u, "milestone.change", m->id, action_id, &c, e);
}

/* No longer the document's, so that a later edition that prints a date makes a new one. */
static int drop_deadline(struct update *u, int64_t action_id, const struct deadline *m,
			 struct err *e)
{
	static const char text[] =
		"UPDATE milestone SET state = 'dropped', of_document = 0, note = ?2, "
		"version = version + 1, changed_at = ?3, changed_by = ?4 WHERE id = ?1";
	struct change c = {0};

	if (sql_run(u->w->db, text, e, sql_i64(m->id), sql_text(u->reason), sql_time(u->w->now),
		    write_person(u->w)) ||
	    search_put(u->w->db, SEARCH_MILESTONE, m->id, e))
		return -1;
	change_text(&c, "state", milestone_state_word(m->state),
		    milestone_state_word(MILESTONE_DROPPED));
	change_new_text(&c, "note", u->reason);
	return log_deadline(u, "milestone.drop", m->id, action_id, &c, e);
}

int update_due(struct update *u, int64_t action_id, struct date was, struct date is, struct err *e)
{
	struct deadline m;

	if (date_cmp(was, is) == 0)
		return 0;
	if (read_deadline(u, action_id, &m, e))
		return -1;
	if (!m.id)
		return date_is_set(is) ? add_deadline(u, action_id, is, e) : 0;
	if (m.state != MILESTONE_OPEN || date_cmp(m.due, was) != 0)
		return 0;
	return date_is_set(is) ? move_deadline(u, action_id, &m, is, e)
			       : drop_deadline(u, action_id, &m, e);
}
