/* The names of units: which unit a name or another name means, new units, other names. A name is
 * only ever one unit's, whether it is its own or another name. */
#include "db/people/store_unit.h"

#include "core/i18n.h"
#include "db/search/name_key.h"
#include "db/search/search_put.h"
#include "db/store_internal.h"

int unit_lookup(struct sql *db, const char *name, int64_t *id, struct err *e)
{
	static const char by_name[] = "SELECT id FROM unit WHERE name = ?1 AND merged_into IS NULL";
	static const char by_alias[] = "SELECT unit_id FROM unit_alias WHERE name = ?1";
	int got = sql_get(db, by_name, id, e, sql_text(name));

	return got ? got : sql_get(db, by_alias, id, e, sql_text(name));
}

int unit_create(struct write *w, const char *name, enum unit_kind kind, int64_t *id, struct err *e)
{
	static const char text[] = "INSERT INTO unit (name, kind, changed_at, changed_by) "
				   "VALUES (?1, ?2, ?3, ?4) RETURNING id";

	w->changes |= CHANGE_UNIT;
	if (write_insert(w, text, id, e, sql_text(name), sql_text(unit_kind_word(kind)),
			 sql_time(w->now), write_person(w)))
		return -1;
	return name_key_put(w->db, NAME_UNIT, *id, e) || search_put(w->db, SEARCH_UNIT, *id, e) ? -1
												: 0;
}

int unit_add_alias(struct write *w, int64_t unit_id, const char *alias, struct err *e)
{
	static const char text[] = "INSERT INTO unit_alias (name, unit_id, added_at, added_by) "
				   "VALUES (?1, ?2, ?3, ?4)";
	struct unit_row other;
	int64_t id;
	int got = unit_lookup(w->db, alias, &id, e);

	if (got < 0 || (got > 0 && id == unit_id))
		return got < 0 ? -1 : 0;
	if (got > 0) {
		if (store_unit_get(w->s, &w->arena, id, &other, e))
			return -1;
		return err_set(e, ERR_EXISTS,
			       _("%s is a name of the unit %s already; if both are one unit, merge "
				 "them"),
			       alias, other.name);
	}
	w->changes |= CHANGE_UNIT;
	if (sql_run(w->db, text, e, sql_text(alias), sql_i64(unit_id), sql_time(w->now),
		    write_person(w)))
		return -1;
	return name_key_put(w->db, NAME_UNIT, unit_id, e) ||
			       search_put(w->db, SEARCH_UNIT, unit_id, e)
		       ? -1
		       : 0;
}
