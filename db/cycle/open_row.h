/* open_row.h - rows of what is open, for the files that look it up. Nothing outside db/ includes
 * it. */
#ifndef DUBAN_DB_OPEN_ROW_H
#define DUBAN_DB_OPEN_ROW_H

#include "core/rule/handover.h"
#include "db/sql.h"

/* Columns of a statement, from the action (`a`, or null) of a plan `l`. */
#define OPEN_ABOUT_ACTION                                                                          \
	"coalesce(a.id, 0), coalesce(l.code, ''), coalesce(a.path, ''), coalesce(a.title, ''), "

/* The action of a row. */
void open_row_take_action(struct sql_stmt *q, struct arena *a, struct open_row *row);
/* All rows of a statement with the columns: id, unit, its name, OPEN_ABOUT_ACTION, what, state,
 * due. */
int open_rows_take(struct sql_stmt *q, struct arena *a, enum open_kind kind, struct open_rows *rows,
		   struct err *e);

#endif
