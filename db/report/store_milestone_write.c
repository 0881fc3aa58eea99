/* Writing milestones. A unit keeps its own; a common one is set by the office and marked done by
 * the units that lead or share the action (by any of its units when nobody leads). Verifying and
 * dropping are the office's, and nobody verifies what they marked done. */
#include "db/report/store_milestone.h"

#include "core/i18n.h"
#include "db/report/milestone_check.h"
#include "db/search/name_key.h"
#include "db/search/search_put.h"
#include "db/plan/store_check.h"
#include "db/store_row.h"

static int may_change(struct write *w, int64_t unit_id, struct err *e)
{
	const struct subject common = {.unit = ""};

	return unit_id ? write_may_unit(w, ACT_MILESTONE, unit_id, e)
		       : write_may(w, ACT_MILESTONE, &common, e);
}

/* Callers that do not care leave the weight 0. */
static int weight_of(const struct milestone_new *m)
{
	return m->weight ? m->weight : 1;
}

static int check_new(const struct milestone_new *m, struct err *e)
{
	if (!m->title || !*m->title)
		return err_set_field(e, ERR_INPUT, "title", _("a milestone needs a name"));
	if (!date_is_set(m->due))
		return err_set_field(e, ERR_INPUT, "due", _("a milestone needs its date"));
	return 0;
}

/* Its texts may be others now. */
static int log_milestone(struct write *w, const char *act, int64_t id, int64_t action_id,
			 int64_t unit_id, struct change *c, struct err *e)
{
	struct log_entry entry = {
		.act = act,
		.object = arena_printf(&w->arena, "milestone %lld", (long long)id),
		.action_id = action_id,
		.unit_id = unit_id,
	};

	w->changes |= CHANGE_MILESTONE;
	if (write_log(w, &entry, c, e))
		return -1;
	return search_put(w->db, SEARCH_MILESTONE, id, e);
}

static int milestone_add(struct write *w, const struct milestone_new *m, int64_t *id, struct err *e)
{
	static const char text[] =
		"INSERT INTO milestone (action_id, unit_id, title, due, needs_evidence, note, "
		"weight, after_id, changed_at, changed_by) "
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) RETURNING id";
	struct share share;
	struct change c = {0};
	char day[DATE_TEXT];

	if (may_change(w, m->unit_id, e) || check_share(w, m->action_id, m->unit_id, &share, e) ||
	    milestone_check_after(w, 0, m->action_id, m->after_id, e) ||
	    write_insert(w, text, id, e, sql_i64(m->action_id), sql_id(m->unit_id),
			 sql_text(m->title), sql_date(m->due), sql_i64(m->needs_evidence),
			 sql_text(m->note), sql_i64(weight_of(m)), sql_id(m->after_id),
			 sql_time(w->now), write_person(w)) ||
	    name_key_put(w->db, NAME_MILESTONE, *id, e))
		return -1;
	change_new_text(&c, "title", m->title);
	change_new_text(&c, "due", date_format(m->due, day));
	change_new_i64(&c, "needs_evidence", m->needs_evidence);
	change_new_text(&c, "note", m->note);
	change_i64(&c, "weight", 1, weight_of(m));
	change_i64(&c, "after", 0, m->after_id);
	return log_milestone(w, "milestone.add", *id, m->action_id, m->unit_id, &c, e);
}

static int check_open(const struct milestone_row *row, struct err *e)
{
	enum milestone_state to;

	/* a milestone that could be finished is open; the sentence for the others is flow's */
	return flow_milestone(row->state, MILESTONE_FINISH, &to, e);
}

static int log_changed(struct write *w, const struct milestone_row *row,
		       const struct milestone_new *m, struct err *e)
{
	struct change c = {0};

	change_text(&c, "title", row->title, m->title);
	change_date(&c, "due", row->due, m->due);
	change_i64(&c, "needs_evidence", row->needs_evidence, m->needs_evidence);
	change_text(&c, "note", row->note, m->note ? m->note : "");
	change_i64(&c, "weight", row->weight, weight_of(m));
	change_i64(&c, "after", row->after_id, m->after_id);
	return log_milestone(w, "milestone.change", row->id, row->action_id, row->unit_id, &c, e);
}

static int milestone_change(struct write *w, const struct milestone_new *m, struct err *e)
{
	static const char text[] =
		"UPDATE milestone SET title = ?2, due = ?3, needs_evidence = ?4, note = ?5, "
		"weight = ?6, after_id = ?7, version = version + 1, changed_at = ?8, "
		"changed_by = ?9 WHERE id = ?1";
	struct milestone_row row;
	struct share share;
	int64_t id = m->milestone_id;

	if (store_milestone_get(w->s, &w->arena, NULL, id, &row, e) ||
	    may_change(w, row.unit_id, e) ||
	    check_share(w, row.action_id, row.unit_id, &share, e) ||
	    check_version(w, version_of_milestone, id, m->version, e) || check_open(&row, e) ||
	    milestone_check_due(w, &row, m->due, e) ||
	    milestone_check_after(w, id, row.action_id, m->after_id, e) ||
	    sql_run(w->db, text, e, sql_i64(id), sql_text(m->title), sql_date(m->due),
		    sql_i64(m->needs_evidence), sql_text(m->note), sql_i64(weight_of(m)),
		    sql_id(m->after_id), sql_time(w->now), write_person(w)) ||
	    name_key_put(w->db, NAME_MILESTONE, id, e))
		return -1;
	return log_changed(w, &row, m, e);
}

static int milestone_put(struct write *w, const struct milestone_new *m, struct arena *a,
			 struct milestone_row *row, struct err *e)
{
	int64_t id = m->milestone_id;

	if (check_new(m, e) || (id ? milestone_change(w, m, e) : milestone_add(w, m, &id, e)))
		return -1;
	return store_milestone_get(w->s, a, NULL, id, row, e);
}

int store_milestone_put(struct store *s, const struct actor *who, const struct milestone_new *m,
			struct arena *a, struct milestone_row *row, unsigned *changes,
			struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, milestone_put(&w, m, a, row, e), changes, e);
}

/* The unit of the writer that answers for a common milestone, 0 when there is none; -1 on error. */
static int64_t answering_unit(struct write *w, int64_t action_id, struct err *e)
{
	static const char text[] =
		"SELECT t.unit_id FROM task_share t WHERE t.action_id = ?1 AND t.unit_id = ?2 "
		"AND " SQL_DELIVERS("t");
	int64_t unit_id = 0;

	for (int i = 0; i < w->who->nposts && !unit_id; i++) {
		if (sql_get(w->db, text, &unit_id, e, sql_i64(action_id),
			    sql_i64(w->who->posts[i].unit_id)) < 0)
			return -1;
	}
	return unit_id;
}

/* Whom to ask when the writer's units do not answer for it; 0: the action has no units, -1. */
static int64_t first_answering_unit(struct write *w, int64_t action_id, struct err *e)
{
	static const char text[] = "SELECT t.unit_id FROM task_share t WHERE t.action_id = ?1 "
				   "AND " SQL_DELIVERS("t") " ORDER BY t.role <> 'lead', t.seq";
	int64_t unit_id = 0;

	return sql_get(w->db, text, &unit_id, e, sql_i64(action_id)) < 0 ? -1 : unit_id;
}

static int may_mark(struct write *w, const struct milestone_row *row, struct share *share,
		    struct err *e)
{
	const struct subject common = {.unit = ""};
	int64_t unit_id = row->unit_id ? row->unit_id : answering_unit(w, row->action_id, e);

	if (unit_id == 0 && !may_quietly(w->who, ACT_MILESTONE, &common))
		unit_id = first_answering_unit(w, row->action_id, e);
	if (unit_id < 0 || may_change(w, unit_id, e))
		return -1;
	return check_share(w, row->action_id, row->unit_id, share, e);
}

/* Whoever added a milestone of their unit takes it back as long as it is as they added it. */
static bool may_take_back(struct write *w, const struct milestone_row *row)
{
	static const char text[] =
		"SELECT 1 FROM milestone WHERE id = ?1 AND version = 1 AND changed_by = ?2";
	const struct subject own = {.unit_id = row->unit_id, .unit = row->unit};
	struct err quiet = ERR_INIT;
	int64_t found;

	return row->unit_id && may_quietly(w->who, ACT_MILESTONE, &own) &&
	       sql_get(w->db, text, &found, &quiet, sql_i64(row->id), sql_i64(w->who->person_id)) ==
		       1 &&
	       write_may(w, ACT_MILESTONE, &own, &quiet) == 0;
}

/* Who changed a done milestone last is who marked it done. */
static int may_judge(struct write *w, const struct milestone_row *row, enum milestone_step step,
		     struct share *share, struct err *e)
{
	static const char text[] = "SELECT changed_by FROM milestone WHERE id = ?1";
	struct subject what = {.unit_id = row->unit_id, .unit = row->unit};

	if (step == MILESTONE_DROP && may_take_back(w, row))
		return check_share(w, row->action_id, 0, share, e);
	if (step == MILESTONE_VERIFY &&
	    sql_get(w->db, text, &what.entered_by, e, sql_i64(row->id)) < 0)
		return -1;
	if (write_may(w, ACT_REVIEW, &what, e))
		return err_wrap(e, _("milestones are verified and dropped by the coordinating "
				     "office"));
	return check_share(w, row->action_id, 0, share, e);
}

static int check_done(const struct write *w, const struct milestone_row *row, struct date on,
		      struct err *e)
{
	if (!date_is_set(on) || date_cmp(on, w->who->now.today) > 0)
		return err_set_field(e, ERR_INPUT, "on",
				     _("a milestone is done today or on a day before"));
	if (row->needs_evidence && row->nevidence == 0)
		return err_set_field(e, ERR_STATE, "evidence",
				     _("the milestone \"%s\" demands evidence and has none yet; "
				       "record the document, meeting, link or figure that proves "
				       "it first (duban evidence add), then mark it done"),
				     row->title);
	return 0;
}

static int check_step(struct write *w, const struct milestone_row *row, int64_t version,
		      enum milestone_step step, enum milestone_state *to, struct err *e)
{
	bool judges = step == MILESTONE_VERIFY || step == MILESTONE_DROP;
	struct share share;

	if (judges ? may_judge(w, row, step, &share, e) : may_mark(w, row, &share, e))
		return -1;
	if (check_version(w, version_of_milestone, row->id, version, e))
		return -1;
	return flow_milestone(row->state, step, to, e);
}

static int milestone_step(struct write *w, int64_t id, int64_t version, enum milestone_step step,
			  struct date on, const char *note, struct err *e)
{
	static const char text[] =
		"UPDATE milestone SET state = ?2, done_on = ?3, note = ?4, version = version + 1, "
		"changed_at = ?5, changed_by = ?6 WHERE id = ?1";
	struct milestone_row row;
	enum milestone_state to;
	struct change c = {0};

	if (store_milestone_get(w->s, &w->arena, NULL, id, &row, e) ||
	    check_step(w, &row, version, step, &to, e) ||
	    (step == MILESTONE_FINISH && check_done(w, &row, on, e)))
		return -1;
	if (step != MILESTONE_FINISH)
		on = step == MILESTONE_REOPEN ? (struct date){0} : row.done_on;
	if (!note || !*note)
		note = row.note;
	if (sql_run(w->db, text, e, sql_i64(id), sql_text(milestone_state_word(to)), sql_date(on),
		    sql_text(note), sql_time(w->now), write_person(w)))
		return -1;
	change_text(&c, "state", milestone_state_word(row.state), milestone_state_word(to));
	change_date(&c, "done_on", row.done_on, on);
	change_text(&c, "note", row.note, note);
	return log_milestone(w, arena_printf(&w->arena, "milestone.%s", milestone_step_word(step)),
			     id, row.action_id, row.unit_id, &c, e);
}

int store_milestone_step(struct store *s, const struct actor *who, int64_t id, int64_t version,
			 enum milestone_step step, struct date on, const char *note,
			 unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, milestone_step(&w, id, version, step, on, note, e), changes, e);
}
