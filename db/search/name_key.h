/*
 * name_key.h - the pinyin of names (core/text/pinyin.h), kept with them: whoever writes a name
 * calls name_key_put() in the same transaction, whoever reads rows with a name reads the key beside
 * it. Nothing outside db/ includes it.
 */
#ifndef DUBAN_DB_NAME_KEY_H
#define DUBAN_DB_NAME_KEY_H

#include "db/sql.h"

/* The table of the name, which is also its kind in name_key; its column; what else is its name. */
#define NAME_KINDS(X)                                                                              \
	X(NAME_PLAN, plan, title, "")                                                              \
	X(NAME_SECTION, section, title, "")                                                        \
	X(NAME_ACTION, action, title, "")                                                          \
	X(NAME_UNIT, unit, name,                                                                   \
	  " UNION ALL SELECT o.name FROM unit_alias o WHERE o.unit_id = ?1")                       \
	X(NAME_PERSON, person, name, "")                                                           \
	X(NAME_MILESTONE, milestone, title, "")                                                    \
	X(NAME_EVIDENCE, evidence, title, "")                                                      \
	X(NAME_INDICATOR, indicator, name, "")
#define NAME_KIND_ENUM(id, table, column, more) id,
enum name_kind { NAME_KINDS(NAME_KIND_ENUM) NAME_KIND_COUNT };

/* The name of a row is new or another: its key is that of the name now. */
int name_key_put(struct sql *db, enum name_kind kind, int64_t id, struct err *e);
/* For all names that have none: those that an older program wrote. */
int name_key_fill(struct sql *db, struct err *e);

/* A column of a statement: the key of the row `id` of a table, as SQL_NAME_KEY("unit", "u.id"). */
#define SQL_NAME_KEY(table, id)                                                                    \
	"(SELECT y.key FROM name_key y WHERE y.kind = '" table "' AND y.row_id = " id ")"

#endif
