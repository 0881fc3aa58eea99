/* Parts of rows that several families have alike. */
#include "db/store_row.h"

#include "core/i18n.h"

int row_action_of(struct sql *db, int64_t milestone_id, int64_t report_id, int64_t *action_id,
		  struct err *e)
{
	static const char of_step[] = "SELECT action_id FROM milestone WHERE id = ?1";
	static const char of_text[] = "SELECT action_id FROM report WHERE id = ?1";
	int got = milestone_id ? sql_get(db, of_step, action_id, e, sql_i64(milestone_id))
			       : sql_get(db, of_text, action_id, e, sql_i64(report_id));

	if (got == 0)
		return err_set(e, ERR_NOT_FOUND,
			       milestone_id ? _("there is no such milestone")
					    : _("there is no such report"));
	return got < 0 ? -1 : 0;
}
