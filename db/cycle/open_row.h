/* open_row.h - rows of what is open, for the files that look it up. Nothing outside db/ includes
 * it. */
#ifndef DUBAN_DB_OPEN_ROW_H
#define DUBAN_DB_OPEN_ROW_H

#include "core/rule/handover.h"
#include "db/store_internal.h"

/* Columns of a statement, from the action (`a`, or null) of a plan `l`. */
#define OPEN_ABOUT_ACTION                                                                          \
	"coalesce(a.id, 0), coalesce(l.code, ''), coalesce(a.path, ''), coalesce(a.title, ''), "

/* The action of a row. */
void open_row_take_action(struct sql_stmt *q, struct arena *a, struct open_row *row);

/* Where one kind is read. Columns: id, unit, its name, OPEN_ABOUT_ACTION, what, state, due. ?1 is
 * whose they are (an action, a unit), ?2 today, in those that are dated. */
struct open_source {
	enum open_kind kind;
	bool dated;
	const char *text;
};
/* Adds the rows of all sources. */
int open_rows_add(struct store *s, struct arena *a, const struct open_source *from, size_t n,
		  int64_t of, struct date today, struct open_rows *rows, struct err *e);

#endif
