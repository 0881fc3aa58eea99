/*
 * store_notice_write.c - writing notices: issuing one with its lines, instructions, answers, and
 * the end of a notice, by the office or by itself when everything that it asked for is there.
 */
#include "db/cycle/store_notice.h"

#include "core/i18n.h"
#include "db/cycle/debt.h"
#include "db/plan/store_check.h"
#include "db/search/search_put.h"
#include "db/store_row.h"

static const char version_of_notice[] =
	"SELECT version, coalesce(changed_by, 0), changed_at FROM notice WHERE id = ?1";

static int log_notice(struct write *w, const char *act, const struct notice_row *n,
		      int64_t action_id, struct change *c, struct err *e)
{
	struct log_entry entry = {
		.act = act,
		.object = arena_printf(&w->arena, "notice %lld", (long long)n->id),
		.action_id = action_id,
		.unit_id = n->unit_id,
	};

	w->changes |= CHANGE_NOTICE;
	return write_log(w, &entry, c, e);
}

static int insert_items(struct write *w, int64_t id, const struct notice_item_row *items,
			size_t nitems, struct err *e)
{
	static const char text[] =
		"INSERT INTO notice_item (notice_id, seq, action_id, milestone_id, period_id, due, "
		"days, times, why) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

	for (size_t i = 0; i < nitems; i++) {
		const struct notice_item_row *r = &items[i];

		if (sql_run(w->db, text, e, sql_i64(id), sql_i64((int64_t)i + 1),
			    sql_i64(r->action_id), sql_id(r->milestone_id), sql_id(r->period_id),
			    sql_date(r->due), sql_i64(r->days), sql_i64(r->times),
			    sql_text(debt_why_word(r->why))))
			return -1;
	}
	return 0;
}

int notice_insert(struct write *w, struct notice_row *n, const struct notice_item_row *items,
		  size_t nitems, struct err *e)
{
	static const char text[] =
		"INSERT INTO notice (plan_id, kind, no, unit_id, level, answer_by, issued_at, "
		"issued_by, changed_at, changed_by, text) SELECT ?1, ?2, "
		"coalesce((SELECT max(no) FROM notice WHERE plan_id = ?1 AND kind = ?2), 0) + 1, "
		"?3, ?4, ?5, ?6, ?7, ?6, ?7, ?8 RETURNING id";
	struct change c = {0};

	if (write_insert(w, text, &n->id, e, sql_i64(n->plan_id),
			 sql_text(notice_kind_word(n->kind)), sql_i64(n->unit_id),
			 sql_text(notice_level_word(n->level)), sql_date(n->answer_by),
			 sql_time(w->now), write_person(w), sql_text(n->text)) ||
	    insert_items(w, n->id, items, nitems, e) || search_put(w->db, SEARCH_NOTICE, n->id, e))
		return -1;
	change_new_text(&c, "kind", notice_kind_word(n->kind));
	change_new_text(&c, "level", notice_level_word(n->level));
	change_new_i64(&c, "items", (int64_t)nitems);
	change_date(&c, "answer_by", (struct date){0}, n->answer_by);
	change_new_text(&c, "text", n->text);
	/* a notice of several actions is the unit's alone */
	int64_t action_id = nitems ? items->action_id : 0;
	for (size_t i = 1; i < nitems; i++)
		if (items[i].action_id != action_id)
			action_id = 0;
	return log_notice(w, "notice.issue", n, action_id, &c, e);
}

/* The urge notices that are not closed yet. */
static int list_open(struct write *w, struct notice_rows *rows, struct err *e)
{
	static const char text[] =
		"SELECT n.id, n.unit_id, n.plan_id, n.state FROM notice n "
		"WHERE n.state <> 'closed' AND n.kind = 'urge' ORDER BY n.unit_id, n.id";
	struct sql_stmt *q = sql_query(w->db, text, e);
	int got;

	while ((got = sql_next(q, e)) > 0) {
		struct notice_row *n = vec_push(&w->arena, rows);

		n->id = sql_take_i64(q);
		n->unit_id = sql_take_i64(q);
		n->plan_id = sql_take_i64(q);
		sql_take_word(q, notice_state, &n->state);
	}
	return got;
}

/* changed_by is null: the program closed it, not the person whose report came in. */
static int close_settled(struct write *w, const struct notice_row *n, struct err *e)
{
	static const char text[] =
		"UPDATE notice SET state = 'closed', version = version + 1, changed_at = ?2, "
		"changed_by = NULL WHERE id = ?1";
	enum notice_state to;
	struct change c = {0};

	if (flow_notice(n->state, NOTICE_CLOSE, &to, e) ||
	    sql_run(w->db, text, e, sql_i64(n->id), sql_time(w->now)))
		return -1;
	change_text(&c, "state", notice_state_word(n->state), notice_state_word(to));
	return log_notice(w, "notice.settle", n, 0, &c, e);
}

int notice_settle(struct write *w, struct err *e)
{
	struct notice_rows open = {0};
	struct notice_item_rows items;
	struct owed_rows owed = {0};
	struct debt_rows debts;

	if (list_open(w, &open, e))
		return -1;
	for (size_t i = 0; i < open.n; i++)
		if (notice_read_owed(w->s, &w->arena, &open.at[i], w->who->now.today, &items, &owed,
				     &debts, e) ||
		    (notice_course(&items, &debts) == COURSE_OVER &&
		     close_settled(w, &open.at[i], e)))
			return -1;
	return 0;
}

int store_instructed_list(struct store *s, struct arena *a, int64_t action_id,
			  struct notice_rows *rows, struct err *e)
{
	static const char text[] =
		"SELECT t.unit_id, u.name FROM task_share t JOIN unit u ON u.id = t.unit_id "
		"WHERE t.action_id = ?1 AND " SQL_DELIVERS("t") " ORDER BY t.seq, t.unit_id";
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(action_id));
	int got;

	*rows = (struct notice_rows){0};
	while ((got = sql_next(q, e)) > 0) {
		struct notice_row *n = vec_push(a, rows);

		n->unit_id = sql_take_i64(q);
		n->unit = sql_take_text(q, a);
	}
	return got;
}

static int instruct(struct write *w, const struct instruction_new *in, struct arena *a,
		    struct notice_rows *rows, struct err *e)
{
	const struct notice_item_row item = {
		.action_id = in->action_id, .why = DEBT_INSTRUCTION, .times = 1};
	struct subject everybody = {.unit = ""};
	struct notice_rows to = {0};
	struct share share;

	if (write_may(w, ACT_INSTRUCT, &everybody, e) ||
	    check_share(w, in->action_id, in->unit_id, &share, e))
		return -1;
	if (in->unit_id)
		((struct notice_row *)vec_push(&w->arena, &to))->unit_id = in->unit_id;
	else if (store_instructed_list(w->s, &w->arena, in->action_id, &to, e))
		return -1;
	if (!to.n)
		return err_set(e, ERR_STATE,
			       _("%s has no units yet, so nobody would get the instruction; the "
				 "coordinating office assigns it first (duban assign)"),
			       share.action);
	for (size_t i = 0; i < to.n; i++) {
		struct notice_row *n = &to.at[i];

		n->plan_id = share.plan_id;
		n->kind = NOTICE_INSTRUCTION;
		n->level = in->level;
		n->answer_by = in->by;
		n->text = in->text;
		if (notice_insert(w, n, &item, 1, e) ||
		    store_notice_get(w->s, a, NULL, n->id, vec_push(a, rows), e))
			return -1;
	}
	return 0;
}

int store_instruct(struct store *s, const struct actor *who, const struct instruction_new *n,
		   struct arena *a, struct notice_rows *rows, unsigned *changes, struct err *e)
{
	struct write w;

	*rows = (struct notice_rows){0};
	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, instruct(&w, n, a, rows, e), changes, e);
}

/* The row as it is, when it has the version that was read and allows the step. */
static int begin_step(struct write *w, int64_t id, int64_t version, enum notice_step step,
		      struct notice_row *n, enum notice_state *to, struct err *e)
{
	if (store_notice_get(w->s, &w->arena, NULL, id, n, e) ||
	    write_may_unit(w, notice_step_act(n->kind, step), n->unit_id, e) ||
	    check_version(w, version_of_notice, id, version, e))
		return -1;
	return flow_notice(n->state, step, to, e);
}

static int answer_one(struct write *w, const struct notice_row *n, const char *answer,
		      struct err *e)
{
	static const char text[] =
		"UPDATE notice SET state = ?2, answer = ?3, answered_at = ?4, answered_by = ?5, "
		"version = version + 1, changed_at = ?4, changed_by = ?5 WHERE id = ?1";
	struct change c = {0};
	enum notice_state to;

	if (flow_notice(n->state, NOTICE_ANSWER, &to, e) ||
	    sql_run(w->db, text, e, sql_i64(n->id), sql_text(notice_state_word(to)),
		    sql_text(answer), sql_time(w->now), write_person(w)) ||
	    search_put(w->db, SEARCH_NOTICE, n->id, e))
		return -1;
	change_text(&c, "state", notice_state_word(n->state), notice_state_word(to));
	change_text(&c, "answer", "", answer);
	if (w->on_behalf)
		change_new_i64(&c, "on_behalf", 1);
	return log_notice(w, "notice.answer", n, 0, &c, e);
}

/* 1 when a line of the notice is still owed that is none of `but`, 0, -1. */
static int asks_for(struct write *w, const struct notice_row *n, const struct notice_item_rows *but,
		    struct owed_rows *owed, struct err *e)
{
	struct notice_item_rows items, more = {0};
	struct debt_rows debts;

	if (notice_read_owed(w->s, &w->arena, n, w->who->now.today, &items, owed, &debts, e))
		return -1;
	for (size_t i = 0; i < items.n; i++) {
		size_t k = 0;

		while (k < but->n && !notice_item_is(&but->at[k], &items.at[i]))
			k++;
		if (k == but->n)
			*vec_push(&w->arena, &more) = items.at[i];
	}
	return notice_course(&more, &debts) != COURSE_OVER;
}

/* The notices before it that ask for nothing else any more have the same answer. */
static int answer_older(struct write *w, const struct notice_row *n, const char *answer,
			struct err *e)
{
	struct notice_rows open = {0};
	struct notice_item_rows items;
	struct owed_rows owed = {0};

	if (n->kind != NOTICE_URGE)
		return 0;
	if (store_notice_items(w->s, &w->arena, n->id, &items, e) || list_open(w, &open, e))
		return -1;
	for (size_t i = 0; i < open.n; i++) {
		const struct notice_row *o = &open.at[i];

		if (o->unit_id != n->unit_id || o->plan_id != n->plan_id || o->id >= n->id ||
		    o->state != NOTICE_ISSUED)
			continue;
		int more = asks_for(w, o, &items, &owed, e);
		if (more < 0 || (!more && answer_one(w, o, answer, e)))
			return -1;
	}
	return 0;
}

static int answer_notice(struct write *w, int64_t id, int64_t version, const char *answer,
			 struct err *e)
{
	enum notice_state to;
	struct notice_row n;

	return begin_step(w, id, version, NOTICE_ANSWER, &n, &to, e) ||
			       answer_one(w, &n, answer, e) || answer_older(w, &n, answer, e)
		       ? -1
		       : 0;
}

int store_notice_answer(struct store *s, const struct actor *who, int64_t id, int64_t version,
			const char *answer, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, answer_notice(&w, id, version, answer, e), changes, e);
}

static int close_notice(struct write *w, int64_t id, int64_t version, const char *reason,
			struct err *e)
{
	static const char text[] = "UPDATE notice SET state = ?2, version = version + 1, "
				   "changed_at = ?3, changed_by = ?4 WHERE id = ?1";
	struct change c = {0};
	enum notice_state to;
	struct notice_row n;

	if (begin_step(w, id, version, NOTICE_CLOSE, &n, &to, e) ||
	    sql_run(w->db, text, e, sql_i64(id), sql_text(notice_state_word(to)), sql_time(w->now),
		    write_person(w)))
		return -1;
	change_text(&c, "state", notice_state_word(n.state), notice_state_word(to));
	change_new_text(&c, "reason", reason);
	return log_notice(w, "notice.close", &n, 0, &c, e);
}

int store_notice_close(struct store *s, const struct actor *who, int64_t id, int64_t version,
		       const char *reason, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, close_notice(&w, id, version, reason, e), changes, e);
}
