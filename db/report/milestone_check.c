/*
 * milestone_check.c - dates and order of a stage plan. A date that everybody can put off by
 * themselves binds nobody, so a later one is asked for (extension); what was just entered can still
 * be corrected.
 */
#include "db/report/milestone_check.h"

#include "core/i18n.h"
#include "core/rule/milestone.h"
#include "db/report/store_milestone.h"

enum { CORRECTED_WITHIN = 24 * 60 * 60 }; /* seconds */

/* Whether the writer added it within a day. */
static int is_own_new(struct write *w, const struct milestone_row *row, struct err *e)
{
	static const char text[] =
		"SELECT 1 FROM log WHERE action_id = ?1 AND object = ?2 AND act = 'milestone.add' "
		"AND person_id = ?3 AND at >= ?4 LIMIT 1";
	int64_t one;

	return sql_get(w->db, text, &one, e, sql_i64(row->action_id),
		       sql_text(arena_printf(&w->arena, "milestone %lld", (long long)row->id)),
		       write_person(w), sql_time(w->now - CORRECTED_WITHIN));
}

int milestone_check_due(struct write *w, const struct milestone_row *row, struct date due,
			struct err *e)
{
	const struct subject office = {.unit = ""};
	char day[DATE_TEXT];

	if (date_cmp(due, row->due) <= 0 || may_quietly(w->who, ACT_DECIDE, &office))
		return 0;
	int own = is_own_new(w, row, e);
	if (own)
		return own < 0 ? -1 : 0;
	return err_set_remedy(e, ERR_STATE, REQUEST_EXTENSION,
			      _("the date of the milestone \"%s\" is %s; it is put off by an "
				"extension that the coordinating office grants"),
			      row->title, date_format(row->due, day));
}

/* Each waits for one other at most, so the way from `after` on is a line; a circle is not in the
 * file yet, so the line ends. */
static int check_circle(struct write *w, int64_t id, const struct milestone_row *after,
			struct err *e)
{
	static const char text[] = "SELECT after_id FROM milestone WHERE id = ?1";

	for (int64_t at = after->id; at;) {
		if (at == id)
			return err_set_field(e, ERR_INPUT, "after",
					     _("\"%s\" waits for this milestone itself, at once or "
					       "through others; neither could ever come first"),
					     after->title);
		if (sql_get(w->db, text, &at, e, sql_i64(at)) < 0)
			return -1;
	}
	return 0;
}

int milestone_check_after(struct write *w, int64_t id, int64_t action_id, int64_t after_id,
			  struct err *e)
{
	struct milestone_row after;

	if (!after_id)
		return 0;
	if (store_milestone_get(w->s, &w->arena, NULL, after_id, &after, e)) {
		if (e->code == ERR_NOT_FOUND)
			err_set_field(e, ERR_INPUT, "after", _("there is no milestone %lld"),
				      (long long)after_id);
		return -1;
	}
	if (after.action_id != action_id)
		return err_set_field(e, ERR_INPUT, "after",
				     _("\"%s\" belongs to another action; a milestone waits for "
				       "one of its own action"),
				     after.title);
	if (after.id == id)
		return err_set_field(e, ERR_INPUT, "after",
				     _("a milestone does not wait for itself"));
	return check_circle(w, id, &after, e);
}
