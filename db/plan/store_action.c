/* What a plan consists of: sections, actions, their indicators and volumes; finding an action by
 * the name that people write. */
#include "db/plan/store_plan.h"

#include "core/decimal.h"
#include "core/i18n.h"
#include "db/search/name_key.h"
#include "db/store_internal.h"

int store_section_list(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		       struct section_rows *rows, struct err *e)
{
	static const char text[] = "SELECT id, plan_id, no, title FROM section "
				   "WHERE plan_id = ?1 AND ended_at IS NULL ORDER BY seq";
	int got;

	*rows = (struct section_rows){0};
	if (read_may_plan(who, e))
		return -1;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(plan_id));
	while ((got = sql_next(q, e)) > 0) {
		struct section_row *r = vec_push(a, rows);
		r->id = sql_take_i64(q);
		r->plan_id = sql_take_i64(q);
		r->no = sql_take_text(q, a);
		r->title = sql_take_text(q, a);
	}
	return got;
}

#define ACTION_KEY SQL_NAME_KEY("action", "a.id")
#define ACTION_COLUMNS                                                                             \
	"a.id, a.version, a.plan_id, a.section_id, a.parent_id, p.code, p.title, p.state, s.no, "  \
	"s.title, a.no, o.no, a.path, a.title, a.line, a.due, a.state, a.pilot, " ACTION_KEY
#define ACTION_TABLES                                                                              \
	" FROM action a JOIN plan p ON p.id = a.plan_id "                                          \
	"LEFT JOIN section s ON s.id = a.section_id LEFT JOIN action o ON o.id = a.parent_id "

static void take_action(struct sql_stmt *q, struct arena *a, struct action_row *r)
{
	r->id = sql_take_i64(q);
	r->version = sql_take_i64(q);
	r->plan_id = sql_take_i64(q);
	r->section_id = sql_take_i64(q);
	r->parent_id = sql_take_i64(q);
	r->plan_code = sql_take_text(q, a);
	r->plan_title = sql_take_text(q, a);
	sql_take_word(q, plan_state, &r->plan_state);
	r->section_no = sql_take_text(q, a);
	r->section_title = sql_take_text(q, a);
	r->no = sql_take_text(q, a);
	r->parent_no = sql_take_text(q, a);
	r->path = sql_take_text(q, a);
	r->title = sql_take_text(q, a);
	r->line = sql_take_int(q);
	r->due = sql_take_date(q);
	sql_take_word(q, action_state, &r->state);
	r->pilot = sql_take_bool(q);
	r->pinyin = sql_take_text(q, a);
	r->clause = "";
}

static int list_actions(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
			bool withdrawn, struct action_rows *rows, struct err *e)
{
	static const char text[] =
		"SELECT " ACTION_COLUMNS ACTION_TABLES
		"WHERE a.plan_id = ?1 AND (a.state = 'withdrawn') = ?2 ORDER BY a.seq";
	struct readable set;
	struct reader r;
	int got;

	*rows = (struct action_rows){0};
	reader_of(a, who, &r);
	if (readable_load(s, a, &r, plan_id, &set, e))
		return -1;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(plan_id), sql_i64(withdrawn));
	while ((got = sql_next(q, e)) > 0) {
		if (!readable_has(&set, sql_take_i64(q)))
			continue;
		q->col = 0;
		take_action(q, a, vec_push(a, rows));
	}
	return got;
}

int store_action_list(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		      struct action_rows *rows, struct err *e)
{
	return list_actions(s, a, who, plan_id, false, rows, e);
}

int store_action_list_withdrawn(struct store *s, struct arena *a, const struct actor *who,
				int64_t plan_id, struct action_rows *rows, struct err *e)
{
	return list_actions(s, a, who, plan_id, true, rows, e);
}

int store_action_get(struct store *s, struct arena *a, const struct actor *who, int64_t id,
		     struct action_row *row, struct err *e)
{
	static const char text[] =
		"SELECT " ACTION_COLUMNS ", a.clause" ACTION_TABLES "WHERE a.id = ?1";

	if (read_may_action(s, who, id, e))
		return -1;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(id));
	int got = sql_next(q, e);
	if (got == 0)
		return err_set(e, ERR_NOT_FOUND, _("there is no such action"));
	if (got < 0)
		return -1;
	*row = (struct action_row){0};
	take_action(q, a, row);
	row->clause = sql_take_text(q, a);
	sql_end(q);
	return 0;
}

static int take_targets(struct store *s, struct arena *a, struct indicator_row *r, struct err *e)
{
	static const char text[] = "SELECT id, year, op, value FROM target "
				   "WHERE indicator_id = ?1 AND ended_at IS NULL ORDER BY seq";
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(r->id));
	int got;

	while ((got = sql_next(q, e)) > 0) {
		struct target_row *t = vec_push(a, &r->targets);
		t->id = sql_take_i64(q);
		t->year = sql_take_int(q);
		sql_take_word(q, op, &t->op);
		t->value = sql_take_text(q, a);
	}
	return got;
}

#define INDICATOR_KEY SQL_NAME_KEY("indicator", "indicator.id")

int store_indicator_list(struct store *s, struct arena *a, const struct actor *who,
			 int64_t action_id, struct indicator_rows *rows, struct err *e)
{
	static const char text[] =
		"SELECT id, action_id, kind = 'words', name, measure, " INDICATOR_KEY " "
		"FROM indicator WHERE action_id = ?1 AND ended_at IS NULL ORDER BY seq";
	int got;

	*rows = (struct indicator_rows){0};
	if (read_may_action(s, who, action_id, e))
		return -1;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(action_id));
	while ((got = sql_next(q, e)) > 0) {
		struct indicator_row *r = vec_push(a, rows);
		r->id = sql_take_i64(q);
		r->action_id = sql_take_i64(q);
		r->in_words = sql_take_bool(q);
		r->name = sql_take_text(q, a);
		r->measure = sql_take_text(q, a);
		r->pinyin = sql_take_text(q, a);
	}
	for (size_t i = 0; !got && i < rows->n; i++)
		got = take_targets(s, a, &rows->at[i], e);
	return got;
}

/* What the reports of one period count for a volume. */
struct volume_sums {
	int64_t period_id;
	struct decimal leads, others;
};

/* A lead's figure has those of the others in it. */
static struct decimal period_sum(const struct volume_sums *p)
{
	return decimal_cmp(p->leads, p->others) > 0 ? p->leads : p->others;
}

/* What reports that were handed in count for a volume; in C, because decimals are exact there. */
static int sum_volume(struct store *s, struct arena *a, struct volume_row *r, struct err *e)
{
	static const char text[] =
		"SELECT t.period_id, t.role = 'lead', v.value FROM report_volume v "
		"JOIN report t ON t.id = v.report_id WHERE v.volume_id = ?1 "
		"AND t.state IN ('submitted', 'signed', 'accepted') ORDER BY t.period_id";
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(r->id));
	struct volume_sums sums = {0};
	struct decimal done = {0}, v;
	char out[DECIMAL_TEXT];
	int got;

	while ((got = sql_next(q, e)) > 0) {
		int64_t period_id = sql_take_i64(q);
		struct decimal *side = sql_take_bool(q) ? &sums.leads : &sums.others;

		if (period_id != sums.period_id) {
			done = decimal_add(done, period_sum(&sums));
			sums = (struct volume_sums){.period_id = period_id};
		}
		if (decimal_parse(sql_peek(q), &v))
			*side = decimal_add(*side, v);
	}
	r->done = arena_strdup(a, decimal_format(decimal_add(done, period_sum(&sums)), out));
	return got;
}

int store_volume_list(struct store *s, struct arena *a, const struct actor *who, int64_t action_id,
		      struct volume_rows *rows, struct err *e)
{
	static const char text[] =
		"SELECT id, action_id, value, measure, what "
		"FROM volume WHERE action_id = ?1 AND ended_at IS NULL ORDER BY seq";
	int got;

	*rows = (struct volume_rows){0};
	if (read_may_action(s, who, action_id, e))
		return -1;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(action_id));
	while ((got = sql_next(q, e)) > 0) {
		struct volume_row *r = vec_push(a, rows);
		r->id = sql_take_i64(q);
		r->action_id = sql_take_i64(q);
		r->value = sql_take_text(q, a);
		r->measure = sql_take_text(q, a);
		r->what = sql_take_text(q, a);
		r->done = "";
	}
	for (size_t i = 0; !got && i < rows->n; i++)
		got = sum_volume(s, a, &rows->at[i], e);
	return got;
}
