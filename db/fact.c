/* The rows of what an action is measured by. A level has targets with comparison and value, a
 * target in words at most years. */
#include "db/fact.h"

#include "db/search/name_key.h"

static int fact_add_indicator(struct write *w, int64_t action_id, size_t seq, const char *kind,
			      const char *name, const char *measure, int64_t *id, struct err *e)
{
	static const char text[] = "INSERT INTO indicator (action_id, seq, kind, name, measure) "
				   "VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id";

	if (write_insert(w, text, id, e, sql_i64(action_id), sql_i64((int64_t)seq), sql_text(kind),
			 sql_text(name), sql_text(measure)))
		return -1;
	return name_key_put(w->db, NAME_INDICATOR, *id, e);
}

int fact_add_target(struct write *w, int64_t indicator_id, size_t seq, int year, const char *op,
		    const char *value, struct err *e)
{
	static const char text[] = "INSERT INTO target (indicator_id, seq, year, op, value) "
				   "VALUES (?1, ?2, ?3, ?4, ?5)";

	return sql_run(w->db, text, e, sql_i64(indicator_id), sql_i64((int64_t)seq), sql_id(year),
		       sql_maybe(op), sql_maybe(value));
}

int fact_add_level(struct write *w, int64_t action_id, size_t seq, const struct plan_indicator *in,
		   struct err *e)
{
	int64_t id;

	if (fact_add_indicator(w, action_id, seq, "level", in->name, in->measure, &id, e))
		return -1;
	for (size_t i = 0; i < in->targets.n; i++) {
		const struct plan_target *t = &in->targets.at[i];
		if (fact_add_target(w, id, i + 1, t->year, op_word(t->op), t->value, e))
			return -1;
	}
	return 0;
}

int fact_add_words(struct write *w, int64_t action_id, size_t seq, const struct plan_words *words,
		   struct err *e)
{
	int64_t id;

	if (fact_add_indicator(w, action_id, seq, "words", words->text, "", &id, e))
		return -1;
	for (size_t i = 0; i < words->years.n; i++) {
		if (fact_add_target(w, id, i + 1, words->years.at[i], NULL, NULL, e))
			return -1;
	}
	return 0;
}

int fact_add_volume(struct write *w, int64_t action_id, size_t seq, const struct plan_volume *v,
		    struct err *e)
{
	static const char text[] = "INSERT INTO volume (action_id, seq, value, measure, what) "
				   "VALUES (?1, ?2, ?3, ?4, ?5)";

	return sql_run(w->db, text, e, sql_i64(action_id), sql_i64((int64_t)seq),
		       sql_text(v->value), sql_text(v->measure), sql_text(v->what));
}

int fact_add_all(struct write *w, int64_t action_id, const struct plan_action *act, struct err *e)
{
	for (size_t i = 0; i < act->indicators.n; i++) {
		if (fact_add_level(w, action_id, i + 1, &act->indicators.at[i], e))
			return -1;
	}
	for (size_t i = 0; i < act->words.n; i++) {
		if (fact_add_words(w, action_id, act->indicators.n + i + 1, &act->words.at[i], e))
			return -1;
	}
	for (size_t i = 0; i < act->volumes.n; i++) {
		if (fact_add_volume(w, action_id, i + 1, &act->volumes.at[i], e))
			return -1;
	}
	return 0;
}
