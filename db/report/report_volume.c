/* report_volume.c - what a report counts for volumes, beside what it counted before: both when a
 * unit enters it and when the office corrects what was accepted. */
#include "db/report/report_volume.h"

#include "core/i18n.h"

#include <string.h>

static const char *find_volume(const struct report_volume_rows *rows, int64_t volume_id)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->at[i].volume_id == volume_id)
			return rows->at[i].value;
	return NULL;
}

bool report_volumes_same(const struct report_volume_rows *before,
			 const struct report_volume_rows *after)
{
	if (before->n != after->n)
		return false;
	for (size_t i = 0; i < after->n; i++) {
		const char *was = find_volume(before, after->at[i].volume_id);

		if (!was || strcmp(was, after->at[i].value) != 0)
			return false;
	}
	return true;
}

static int drop_volumes(struct write *w, int64_t report_id, const struct report_volume_rows *before,
			const struct report_volume_rows *after, struct err *e)
{
	static const char text[] =
		"DELETE FROM report_volume WHERE report_id = ?1 AND volume_id = ?2";

	for (size_t i = 0; i < before->n; i++) {
		int64_t id = before->at[i].volume_id;

		if (!find_volume(after, id) &&
		    sql_run(w->db, text, e, sql_i64(report_id), sql_i64(id)))
			return -1;
	}
	return 0;
}

int report_volumes_put(struct write *w, int64_t report_id, int64_t action_id, const char *action,
		       const struct report_volume_rows *before,
		       const struct report_volume_rows *after, struct err *e)
{
	static const char text[] =
		"INSERT INTO report_volume (report_id, volume_id, value) "
		"SELECT ?1, v.id, ?3 FROM volume v WHERE v.id = ?2 AND v.action_id = ?4 "
		"AND v.ended_at IS NULL "
		"ON CONFLICT (report_id, volume_id) DO UPDATE SET value = excluded.value "
		"RETURNING volume_id";

	for (size_t i = 0; i < after->n; i++) {
		const struct report_volume_row *v = &after->at[i];
		int64_t id;
		int got = sql_get(w->db, text, &id, e, sql_i64(report_id), sql_i64(v->volume_id),
				  sql_text(v->value), sql_i64(action_id));

		if (got < 0)
			return -1;
		if (got == 0)
			return err_set_field(e, ERR_INPUT, "volume",
					     _("%s has no such work volume"), action);
	}
	return drop_volumes(w, report_id, before, after, e);
}

static const char *volume_field(struct write *w, int64_t volume_id)
{
	return arena_printf(&w->arena, "volume %lld", (long long)volume_id);
}

void report_volumes_change(struct write *w, const struct report_volume_rows *before,
			   const struct report_volume_rows *after, struct change *c)
{
	for (size_t i = 0; i < after->n; i++) {
		const struct report_volume_row *v = &after->at[i];

		change_text(c, volume_field(w, v->volume_id), find_volume(before, v->volume_id),
			    v->value);
	}
	for (size_t i = 0; i < before->n; i++) {
		const struct report_volume_row *v = &before->at[i];

		if (!find_volume(after, v->volume_id))
			change_text(c, volume_field(w, v->volume_id), v->value, NULL);
	}
}
