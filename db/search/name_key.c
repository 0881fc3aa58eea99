/* Keys of names: read from the row, so that no writer can hand in another name than it stored. The
 * names of one thing are put into one key, with a break between them. */
#include "db/search/name_key.h"

#include "core/text/pinyin.h"

struct name_spec {
	const char *kind;
	const char *names;   /* statement: all names of ?1 */
	const char *missing; /* statement: the next id above ?1 that has no key */
};

#define NAME_SPEC(id, table, column, more)                                                         \
	{#table, "SELECT n." #column " FROM " #table " n WHERE n.id = ?1" more,                    \
	 "SELECT n.id FROM " #table " n WHERE n.id > ?1 AND NOT EXISTS (SELECT 1 FROM name_key y " \
	 "WHERE y.kind = '" #table "' AND y.row_id = n.id) ORDER BY n.id LIMIT 1"},
static const struct name_spec specs[] = {NAME_KINDS(NAME_SPEC)};

/* The names, in the arena; NULL and *e. */
static const char *read_names(struct sql *db, const struct name_spec *spec, struct arena *a,
			      int64_t id, struct err *e)
{
	struct sql_stmt *q = sql_query(db, spec->names, e, sql_i64(id));
	const char *names = "";
	int got;

	while ((got = sql_next(q, e)) > 0)
		names = *names ? arena_printf(a, "%s、%s", names, sql_peek(q))
			       : sql_take_text(q, a);
	return got ? NULL : names;
}

int name_key_put(struct sql *db, enum name_kind kind, int64_t id, struct err *e)
{
	static const char text[] = "INSERT INTO name_key (kind, row_id, key) VALUES (?1, ?2, ?3) "
				   "ON CONFLICT (kind, row_id) DO UPDATE SET key = excluded.key";
	const struct name_spec *spec = &specs[kind];
	struct arena a = ARENA_INIT;
	const char *names = read_names(db, spec, &a, id, e);
	int result = names ? sql_run(db, text, e, sql_text(spec->kind), sql_i64(id),
				     sql_text(pinyin_key(&a, names)))
			   : -1;

	arena_free(&a);
	return result;
}

int name_key_fill(struct sql *db, struct err *e)
{
	for (int kind = 0; kind < NAME_KIND_COUNT; kind++) {
		int64_t id = 0;
		int got;

		while ((got = sql_get(db, specs[kind].missing, &id, e, sql_i64(id))) > 0) {
			if (name_key_put(db, (enum name_kind)kind, id, e))
				return -1;
		}
		if (got)
			return -1;
	}
	return 0;
}
