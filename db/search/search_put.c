/* The search index, written with what it finds: a row in search_doc for every thing, and its grams
 * in search_gram. The index is only ever added to: what becomes another text gets another id. Grams
 * are gathered: the newest things of a kind have none yet, until they are so many that all of them
 * go into the index together. */
#include "db/search/search_put.h"

#include "core/text/gram.h"
#include "core/text/pinyin.h"
#include "db/search/search_kind.h"
#include "db/search/store_search.h"

static void add_place(struct strbuf *out, int64_t plan_id, int64_t action_id)
{
	strbuf_printf(out, SEARCH_IN_PLAN " " SEARCH_IN_ACTION " ", (long long)plan_id,
		      (long long)action_id);
}

/* What it belongs to, so that one plan, or what one unit reads, is searched alone. */
static int add_places(struct sql *db, const struct search_spec *spec, const struct search_row *row,
		      struct strbuf *out, struct err *e)
{
	struct sql_stmt *q;
	int got = 0;

	if (spec->of_unit)
		strbuf_printf(out, SEARCH_OF_UNIT " ", (long long)row->unit_id);
	if (spec->everyone)
		strbuf_puts(out, SEARCH_EVERYONE " ");
	if (!row->plan_id) {
		strbuf_puts(out, SEARCH_NO_PLAN " ");
	} else if (!spec->places) {
		add_place(out, row->plan_id, row->action_id);
	} else {
		q = sql_query(db, spec->places, e, sql_i64(row->id));
		while ((got = sql_next(q, e)) > 0) {
			int64_t plan_id = sql_take_i64(q);
			add_place(out, plan_id, sql_take_i64(q));
		}
	}
	return got;
}

static void add_texts(struct arena *a, const struct search_spec *spec, const struct search_row *row,
		      struct strbuf *out)
{
	struct gram_text folded;

	for (int i = 0; i < spec->ntexts; i++) {
		gram_fold(a, row->texts[i], &folded);
		gram_add(out, &folded);
		if (i < spec->nnames)
			gram_add_sounds(out, pinyin_key(a, row->texts[i]));
	}
}

/* Above all ids of the kind: one that is given up comes to nobody else. */
static int next_id(struct sql *db, enum search_kind kind, int64_t *id, struct err *e)
{
	static const char text[] = "SELECT id FROM search_doc WHERE id >= ?1 AND id < ?2 "
				   "ORDER BY id DESC LIMIT 1";

	*id = search_first_id((int)kind);
	if (sql_get(db, text, id, e, sql_i64(*id), sql_i64(search_first_id((int)kind + 1))) < 0)
		return -1;
	++*id;
	return 0;
}

/* Statements that need no savepoint: at one the index writes down all that it has gathered, and
 * filling a large file would take ten times as long. */
static int put_doc(struct sql *db, enum search_kind kind, const struct search_row *row,
		   int64_t *doc, struct err *e)
{
	static const char drop[] = "DELETE FROM search_doc WHERE kind = ?1 AND row_id = ?2";
	static const char add[] = "INSERT INTO search_doc (id, kind, row_id, action_id) "
				  "VALUES (?1, ?2, ?3, ?4)";
	struct sql_value word = sql_text(search_kind_word(kind)), id = sql_i64(row->id);
	bool by_action = search_by_action(&search_specs[kind]);

	if (next_id(db, kind, doc, e) || sql_run(db, drop, e, word, id))
		return -1;
	return sql_run(db, add, e, sql_i64(*doc), word, id, sql_id(by_action ? row->action_id : 0));
}

static int put_grams(struct sql *db, enum search_kind kind, int64_t doc, int64_t id, struct err *e)
{
	static const char text[] = "INSERT INTO search_gram (rowid, grams) VALUES (?1, ?2)";
	const struct search_spec *spec = &search_specs[kind];
	struct arena a = ARENA_INIT;
	struct strbuf grams = STRBUF_INIT;
	struct search_row row;
	int got = search_row_read(db, &a, kind, id, &row, e);

	if (got > 0) {
		add_texts(&a, spec, &row, &grams);
		got = add_places(db, spec, &row, &grams, e) ||
				      sql_run(db, text, e, sql_i64(doc), sql_text(grams.s))
			      ? -1
			      : 0;
	}
	strbuf_free(&grams);
	arena_free(&a);
	return got;
}

int search_mark(struct sql *db, enum search_kind kind, int64_t *id, struct err *e)
{
	static const char text[] = "SELECT id FROM search_mark WHERE kind = ?1";

	*id = search_first_id((int)kind);
	return sql_get(db, text, id, e, sql_text(search_kind_word(kind))) < 0 ? -1 : 0;
}

/* Grams for all of the kind above the mark, up to `last`. */
static int gather(struct sql *db, enum search_kind kind, int64_t mark, int64_t last, struct err *e)
{
	static const char text[] =
		"SELECT id, row_id FROM search_doc WHERE id > ?1 AND id <= ?2 ORDER BY id";
	static const char put[] = "INSERT INTO search_mark (kind, id) VALUES (?1, ?2) "
				  "ON CONFLICT (kind) DO UPDATE SET id = excluded.id";
	struct sql_stmt *q = sql_query(db, text, e, sql_i64(mark), sql_i64(last));
	int got;

	while ((got = sql_next(q, e)) > 0) {
		int64_t doc = sql_take_i64(q);

		if (put_grams(db, kind, doc, sql_take_i64(q), e)) {
			sql_end(q);
			return -1;
		}
	}
	return got < 0 ? -1 : sql_run(db, put, e, sql_text(search_kind_word(kind)), sql_i64(last));
}

/* 1: it has an id that the index has no grams of, so that its texts are read at each search. */
static int is_new(struct sql *db, enum search_kind kind, int64_t id, int64_t mark, struct err *e)
{
	static const char text[] =
		"SELECT 1 FROM search_doc WHERE kind = ?1 AND row_id = ?2 AND id > ?3";
	int64_t one;

	return sql_get(db, text, &one, e, sql_text(search_kind_word(kind)), sql_i64(id),
		       sql_i64(mark));
}

int search_put(struct sql *db, enum search_kind kind, int64_t id, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct search_row row;
	int64_t mark, doc = 0;

	if (search_mark(db, kind, &mark, e))
		return -1;
	int got = is_new(db, kind, id, mark, e);
	if (got)
		return got < 0 ? -1 : 0;
	got = search_row_read(db, &a, kind, id, &row, e);
	if (got > 0)
		got = put_doc(db, kind, &row, &doc, e);
	if (!got && doc - mark >= SEARCH_GATHER)
		got = gather(db, kind, mark, doc, e);
	arena_free(&a);
	return got;
}

/* All that a statement names. */
static int put_each(struct sql *db, enum search_kind kind, struct sql_stmt *q, struct err *e)
{
	int got;

	while ((got = sql_next(q, e)) > 0) {
		if (search_put(db, kind, sql_take_i64(q), e)) {
			sql_end(q);
			return -1;
		}
	}
	return got;
}

int search_put_of_unit(struct sql *db, int64_t unit_id, struct err *e)
{
	for (int i = 0; i < SEARCH_KIND_COUNT; i++) {
		const char *text = search_specs[i].of_unit;

		if (text &&
		    put_each(db, (enum search_kind)i, sql_query(db, text, e, sql_i64(unit_id)), e))
			return -1;
	}
	return 0;
}

/* 1, 0, -1. */
static int has_docs(struct sql *db, enum search_kind kind, struct err *e)
{
	static const char text[] = "SELECT 1 FROM search_doc WHERE kind = ?1 LIMIT 1";
	int64_t one;

	return sql_get(db, text, &one, e, sql_text(search_kind_word(kind)));
}

static int fill(struct sql *db, enum search_kind kind, struct err *e)
{
	int64_t mark, next;

	if (put_each(db, kind, sql_query(db, search_specs[kind].all, e), e) ||
	    search_mark(db, kind, &mark, e) || next_id(db, kind, &next, e))
		return -1;
	return next - 1 > mark ? gather(db, kind, mark, next - 1, e) : 0;
}

int search_fill(struct sql *db, struct err *e)
{
	for (int i = 0; i < SEARCH_KIND_COUNT; i++) {
		enum search_kind kind = (enum search_kind)i;
		int has = has_docs(db, kind, e);

		if (has < 0 || (!has && fill(db, kind, e)))
			return -1;
	}
	return 0;
}

int store_search_check(struct store *s, struct err *e)
{
	static const char text[] =
		"INSERT INTO search_gram (search_gram, rank) VALUES ('integrity-check', 0)";

	if (sql_begin(s->db, e))
		return -1;
	int result = sql_run(s->db, text, e);
	sql_rollback(s->db);
	return result;
}
