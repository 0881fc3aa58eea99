/*
 * Indicators, targets and volumes by the new edition. A row that says the same stays the same row,
 * because values and reports refer to it; one that is not in the document any more is ended, and is
 * in force again when it comes back. A volume of which only the figure has changed stays, too: what
 * was done counts towards the new figure.
 */
#include "db/fact.h"
#include "db/plan/update.h"

#include <string.h>

/* A row of one of the three tables. */
struct fact {
	int64_t id;
	const char *kind, *name, *measure, *value; /* as far as the table has them */
	int year;
	bool ended, kept;
};
struct facts {
	struct fact *at;
	size_t n, cap;
};

/* The columns are: id, whether ended, kind, name, measure, value, year. */
static int read_facts(struct update *u, const char *text, int64_t id, struct facts *list,
		      struct err *e)
{
	struct arena *a = &u->w->arena;
	struct sql_stmt *q = sql_query(u->w->db, text, e, sql_i64(id));
	int got;

	while ((got = sql_next(q, e)) > 0) {
		struct fact *f = vec_push(a, list);
		f->id = sql_take_i64(q);
		f->ended = sql_take_bool(q);
		f->kind = sql_take_text(q, a);
		f->name = sql_take_text(q, a);
		f->measure = sql_take_text(q, a);
		f->value = sql_take_text(q, a);
		f->year = sql_take_int(q);
	}
	return got;
}

/* The row that says the same, one in force before one that ended. Kept from then on. */
static struct fact *keep_fact(struct facts *list, const struct fact *like)
{
	for (int ended = 0; ended < 2; ended++) {
		for (size_t i = 0; i < list->n; i++) {
			struct fact *f = &list->at[i];

			if (!f->kept && f->ended == (ended == 1) && f->year == like->year &&
			    strcmp(f->kind, like->kind) == 0 && strcmp(f->name, like->name) == 0 &&
			    strcmp(f->measure, like->measure) == 0 &&
			    (!like->value || strcmp(f->value, like->value) == 0)) {
				f->kept = true;
				return f;
			}
		}
	}
	return NULL;
}

/* ?1 id, ?2 place: in force there. */
static int place_fact(struct update *u, const char *text, const struct fact *f, size_t seq,
		      struct err *e)
{
	return sql_run(u->w->db, text, e, sql_i64(f->id), sql_i64((int64_t)seq));
}

/* ?1 id, ?2 now, for those in force that are not kept. */
static int end_facts(struct update *u, const char *text, const struct facts *list, struct err *e)
{
	for (size_t i = 0; i < list->n; i++) {
		if (!list->at[i].kept && !list->at[i].ended &&
		    sql_run(u->w->db, text, e, sql_i64(list->at[i].id), sql_time(u->w->now)))
			return -1;
	}
	return 0;
}

/* Targets */

/* Begins with all targets of an indicator out of their places. */
static int begin_targets(struct update *u, int64_t indicator_id, struct facts *list, struct err *e)
{
	static const char read[] = "SELECT id, ended_at IS NOT NULL, op, '', '', value, year "
				   "FROM target WHERE indicator_id = ?1 ORDER BY id";
	static const char clear[] = "UPDATE target SET seq = -id WHERE indicator_id = ?1";

	if (read_facts(u, read, indicator_id, list, e))
		return -1;
	return sql_run(u->w->db, clear, e, sql_i64(indicator_id));
}

/* op and value "": in words. */
static int put_target(struct update *u, int64_t indicator_id, struct facts *list, size_t seq,
		      int year, const char *op, const char *value, struct err *e)
{
	static const char place[] = "UPDATE target SET seq = ?2, ended_at = NULL WHERE id = ?1";
	const struct fact like = {
		.kind = op, .name = "", .measure = "", .value = value, .year = year};
	const struct fact *there = keep_fact(list, &like);

	if (there)
		return place_fact(u, place, there, seq, e);
	return fact_add_target(u->w, indicator_id, seq, year, op, value, e);
}

static int end_targets(struct update *u, const struct facts *list, struct err *e)
{
	static const char end[] = "UPDATE target SET ended_at = ?2 WHERE id = ?1";

	return end_facts(u, end, list, e);
}

static int update_level(struct update *u, int64_t id, const struct plan_indicator *in,
			struct err *e)
{
	struct facts list = {0};

	if (begin_targets(u, id, &list, e))
		return -1;
	for (size_t i = 0; i < in->targets.n; i++) {
		const struct plan_target *t = &in->targets.at[i];
		if (put_target(u, id, &list, i + 1, t->year, op_word(t->op), t->value, e))
			return -1;
	}
	return end_targets(u, &list, e);
}

static int update_words(struct update *u, int64_t id, const struct plan_words *words, struct err *e)
{
	struct facts list = {0};

	if (begin_targets(u, id, &list, e))
		return -1;
	for (size_t i = 0; i < words->years.n; i++) {
		if (put_target(u, id, &list, i + 1, words->years.at[i], "", "", e))
			return -1;
	}
	return end_targets(u, &list, e);
}

/* Indicators: levels, behind them targets in words */

static const char place_indicator[] =
	"UPDATE indicator SET seq = ?2, ended_at = NULL WHERE id = ?1";

static int put_level(struct update *u, int64_t action_id, struct facts *list, size_t seq,
		     const struct plan_indicator *in, struct err *e)
{
	const struct fact like = {.kind = "level", .name = in->name, .measure = in->measure};
	const struct fact *there = keep_fact(list, &like);

	if (!there)
		return fact_add_level(u->w, action_id, seq, in, e);
	return place_fact(u, place_indicator, there, seq, e) || update_level(u, there->id, in, e)
		       ? -1
		       : 0;
}

static int put_words(struct update *u, int64_t action_id, struct facts *list, size_t seq,
		     const struct plan_words *words, struct err *e)
{
	const struct fact like = {.kind = "words", .name = words->text, .measure = ""};
	const struct fact *there = keep_fact(list, &like);

	if (!there)
		return fact_add_words(u->w, action_id, seq, words, e);
	return place_fact(u, place_indicator, there, seq, e) || update_words(u, there->id, words, e)
		       ? -1
		       : 0;
}

static int update_indicators(struct update *u, int64_t action_id, const struct plan_action *act,
			     struct err *e)
{
	static const char read[] = "SELECT id, ended_at IS NOT NULL, kind, name, measure, '', 0 "
				   "FROM indicator WHERE action_id = ?1 ORDER BY id";
	static const char clear[] = "UPDATE indicator SET seq = -id WHERE action_id = ?1";
	static const char end[] = "UPDATE indicator SET ended_at = ?2 WHERE id = ?1";
	size_t nlevels = act->indicators.n;
	struct facts list = {0};

	if (read_facts(u, read, action_id, &list, e) ||
	    sql_run(u->w->db, clear, e, sql_i64(action_id)))
		return -1;
	for (size_t i = 0; i < nlevels; i++) {
		if (put_level(u, action_id, &list, i + 1, &act->indicators.at[i], e))
			return -1;
	}
	for (size_t i = 0; i < act->words.n; i++) {
		if (put_words(u, action_id, &list, nlevels + i + 1, &act->words.at[i], e))
			return -1;
	}
	return end_facts(u, end, &list, e);
}

/* Volumes */

static int put_volume(struct update *u, int64_t action_id, struct facts *list, size_t seq,
		      const struct plan_volume *v, struct err *e)
{
	static const char place[] = "UPDATE volume SET seq = ?2, ended_at = NULL WHERE id = ?1";
	static const char figure[] = "UPDATE volume SET value = ?2 WHERE id = ?1";
	struct fact like = {.kind = "", .name = v->what, .measure = v->measure, .value = v->value};
	const struct fact *there = keep_fact(list, &like);

	if (!there) {
		like.value = NULL;
		there = keep_fact(list, &like);
	}
	if (!there)
		return fact_add_volume(u->w, action_id, seq, v, e);
	if (strcmp(there->value, v->value) != 0 &&
	    sql_run(u->w->db, figure, e, sql_i64(there->id), sql_text(v->value)))
		return -1;
	return place_fact(u, place, there, seq, e);
}

static int update_volumes(struct update *u, int64_t action_id, const struct plan_action *act,
			  struct err *e)
{
	static const char read[] = "SELECT id, ended_at IS NOT NULL, '', what, measure, value, 0 "
				   "FROM volume WHERE action_id = ?1 ORDER BY id";
	static const char clear[] = "UPDATE volume SET seq = -id WHERE action_id = ?1";
	static const char end[] = "UPDATE volume SET ended_at = ?2 WHERE id = ?1";
	struct facts list = {0};

	if (read_facts(u, read, action_id, &list, e) ||
	    sql_run(u->w->db, clear, e, sql_i64(action_id)))
		return -1;
	for (size_t i = 0; i < act->volumes.n; i++) {
		if (put_volume(u, action_id, &list, i + 1, &act->volumes.at[i], e))
			return -1;
	}
	return end_facts(u, end, &list, e);
}

int update_facts(struct update *u, int64_t action_id, const struct plan_action *act, struct err *e)
{
	return update_indicators(u, action_id, act, e) || update_volumes(u, action_id, act, e) ? -1
											       : 0;
}
