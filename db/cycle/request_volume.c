/* request_volume.c - the volumes that a correction asks for, kept with the request until it is
 * granted. */
#include "db/cycle/request_volume.h"

#include "core/i18n.h"
#include "db/store_row.h"

int request_volumes_put(struct write *w, int64_t request_id, int64_t action_id,
			const struct report_volume_rows *rows, struct err *e)
{
	static const char text[] =
		"INSERT INTO request_volume (request_id, volume_id, value) "
		"SELECT ?1, v.id, ?3 FROM volume v WHERE v.id = ?2 AND v.action_id = ?4 "
		"AND v.ended_at IS NULL RETURNING volume_id";

	for (size_t i = 0; i < rows->n; i++) {
		int64_t id;
		int got = sql_get(w->db, text, &id, e, sql_i64(request_id),
				  sql_i64(rows->at[i].volume_id), sql_text(rows->at[i].value),
				  sql_i64(action_id));

		if (got < 0)
			return -1;
		if (got == 0)
			return err_set_field(e, ERR_INPUT, "volume",
					     _("the action has no such work volume"));
	}
	return 0;
}

int request_volumes_read(struct store *s, struct arena *a, int64_t request_id,
			 struct report_volume_rows *rows, struct err *e)
{
	static const char text[] =
		"SELECT q.volume_id, q.value FROM request_volume q JOIN volume v "
		"ON v.id = q.volume_id WHERE q.request_id = ?1 AND v.ended_at IS NULL "
		"ORDER BY v.seq";

	return row_volumes(sql_query(s->db, text, e, sql_i64(request_id)), a, rows, e);
}
