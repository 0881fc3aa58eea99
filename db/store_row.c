/* Parts of rows that several families have alike. */
#include "db/store_row.h"

#include "core/i18n.h"

int row_part_of(struct sql *db, enum row_part part, int64_t id, int64_t *action_id,
		int64_t *unit_id, struct err *e)
{
	static const struct {
		const char *text, *missing;
	} parts[ROW_PART_COUNT] = {
		[ROW_MILESTONE] = {"SELECT action_id, unit_id FROM milestone WHERE id = ?1",
				   N_("there is no such milestone")},
		[ROW_REPORT] = {"SELECT action_id, unit_id FROM report WHERE id = ?1",
				N_("there is no such report")},
		[ROW_REQUEST] = {"SELECT action_id, unit_id FROM request WHERE id = ?1",
				 N_("there is no such request")},
		[ROW_CASE] = {"SELECT action_id, unit_id FROM example WHERE id = ?1",
			      N_("there is no such case")},
	};
	struct sql_stmt *q = sql_query(db, parts[part].text, e, sql_i64(id));
	int got = sql_next(q, e);

	if (got == 0)
		return err_set(e, ERR_NOT_FOUND, "%s", _(parts[part].missing));
	if (got < 0)
		return -1;
	*action_id = sql_take_i64(q);
	*unit_id = sql_take_i64(q);
	sql_end(q);
	return 0;
}

int row_names(struct sql_stmt *q, struct arena *a, const char **names, struct err *e)
{
	struct strbuf b = STRBUF_INIT;
	int got;

	while ((got = sql_next(q, e)) > 0) {
		if (b.nbytes)
			strbuf_puts(&b, "、");
		strbuf_puts(&b, sql_peek(q));
	}
	*names = b.nbytes ? arena_strdup(a, b.s) : "";
	strbuf_free(&b);
	return got;
}

int row_volumes(struct sql_stmt *q, struct arena *a, struct report_volume_rows *rows, struct err *e)
{
	int got;

	*rows = (struct report_volume_rows){0};
	while ((got = sql_next(q, e)) > 0) {
		struct report_volume_row *row = vec_push(a, rows);

		row->volume_id = sql_take_i64(q);
		row->value = sql_take_text(q, a);
	}
	return got;
}
