/* Which reports wait for a decision of the active post: the approving leader's sign-off of their
 * own unit's, the office's review of all. Nobody decides on what they entered themselves. */
#include "tui/app/session.h"

#include "db/store_report.h"

bool session_decides(const struct app_context *c)
{
	return session_may(c, ACT_REVIEW, 0) || session_may(c, ACT_SIGN, session_unit(c, 0));
}

bool session_waits(const struct app_context *c, enum report_state state, int64_t unit_id,
		   int64_t entered_by_id)
{
	const struct subject what = {.unit_id = unit_id, .unit = "", .entered_by = entered_by_id};
	struct actor who = session_actor(c);

	if (state != REPORT_SUBMITTED && state != REPORT_SIGNED)
		return false;
	return may_quietly(&who, ACT_REVIEW, &what) ||
	       (state == REPORT_SUBMITTED && may_quietly(&who, ACT_SIGN, &what));
}

static bool waits(const struct app_context *c, const struct report_row *r)
{
	return session_waits(c, r->state, r->unit_id, r->entered_by_id);
}

int session_waiting(const struct app_context *c, struct arena *a, int64_t plan_id,
		    struct report_rows *rows, struct err *e)
{
	enum { MOST = 500 };
	struct actor who = session_actor(c);
	size_t kept = 0;

	*rows = (struct report_rows){0};
	if (!plan_id || !session_decides(c))
		return 0;
	if (store_report_waiting(c->store, a, &who, plan_id, MOST, rows, e) < 0)
		return -1;
	for (size_t i = 0; i < rows->n; i++)
		if (waits(c, &rows->at[i]))
			rows->at[kept++] = rows->at[i];
	rows->n = kept;
	return 0;
}
