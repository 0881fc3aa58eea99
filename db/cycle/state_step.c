/* state_step.c - one step of one row: the same for every object that has a state machine. The words
 * in the file are those of words.h. */
#include "db/cycle/state_step.h"

#include "core/i18n.h"

#include <string.h>

const char action_state_read[] = "SELECT state FROM action WHERE id = ?1";
const char action_state_write[] =
	"UPDATE action SET state = ?2, version = version + 1, changed_at = ?3, changed_by = ?4 "
	"WHERE id = ?1";

int state_read(struct write *w, const struct state_row *row, int *state, struct err *e)
{
	struct sql_stmt *q = sql_query(w->db, row->read, e, sql_i64(row->id));
	int got = sql_next(q, e);
	const char *word;

	*state = 0;
	if (got <= 0)
		return got < 0 ? -1 : err_set(e, ERR_BUG, "no row %lld", (long long)row->id);
	word = sql_take_text(q, &w->arena);
	sql_end(q);
	for (; *state < flow_nstates(row->object); (*state)++)
		if (strcmp(flow_state_word(row->object, *state), word) == 0)
			return 0;
	return err_set(e, ERR_FORMAT, _("the file holds a word that is not known: \"%s\""), word);
}

int state_step(struct write *w, const struct state_row *row, int step, const char *reason,
	       struct err *e)
{
	struct change c = {0};
	int from, to;

	if (state_read(w, row, &from, e))
		return -1;
	to = flow_step(row->object, from, step, e);
	if (to < 0 ||
	    sql_run(w->db, row->write, e, sql_i64(row->id),
		    sql_text(flow_state_word(row->object, to)), sql_time(w->now), write_person(w)))
		return -1;
	change_text(&c, "state", flow_state_word(row->object, from),
		    flow_state_word(row->object, to));
	if (*reason)
		change_new_text(&c, "reason", reason);
	struct log_entry entry = {
		.act = arena_printf(&w->arena, "%s.%s", flow_object_word(row->object),
				    flow_step_word(row->object, step)),
		.object = row->name,
		.action_id = row->action_id,
		.unit_id = row->unit_id,
	};
	return write_log(w, &entry, &c, e);
}
