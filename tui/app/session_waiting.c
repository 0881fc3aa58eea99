/* Which reports wait for a decision of the active post: the approving leader's sign-off of their
 * own unit's, the office's review of all. Nobody decides on what they entered themselves. */
#include "tui/app/session.h"

#include "db/plan/store_plan.h"
#include "db/report/store_report.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 500 };

bool session_decides(const struct app_context *c)
{
	return session_may(c, ACT_REVIEW, 0) || session_may(c, ACT_SIGN, session_unit(c, 0));
}

bool session_waits(const struct app_context *c, const struct session_report *r)
{
	const struct subject what = {
		.unit_id = r->unit_id, .unit = "", .entered_by = r->entered_by_id};
	struct actor who = session_actor(c);

	if (r->state != REPORT_SUBMITTED && r->state != REPORT_SIGNED)
		return false;
	return (!r->to_sign && may_quietly(&who, ACT_REVIEW, &what)) ||
	       (r->state == REPORT_SUBMITTED && may_quietly(&who, ACT_SIGN, &what));
}

static bool waits(const struct app_context *c, const struct report_row *r)
{
	return session_waits(c, &(struct session_report){.state = r->state,
							 .unit_id = r->unit_id,
							 .entered_by_id = r->entered_by_id,
							 .to_sign = r->to_sign});
}

static int compare_handed_in(const void *a, const void *b)
{
	const struct report_row *one = a, *two = b;

	if (one->submitted_at != two->submitted_at)
		return one->submitted_at < two->submitted_at ? -1 : 1;
	return one->id < two->id ? -1 : one->id > two->id;
}

/* What the units of the approving leader sign before it goes to the office is in no list of the
 * office's. */
static int add_unsigned(const struct app_context *c, struct arena *a, int64_t plan_id,
			struct report_rows *rows, struct err *e)
{
	struct actor who = session_actor(c);
	struct report_rows more;
	struct plan_row plan;

	if (store_report_unsigned(c->store, a, &who, MOST, &more, e) < 0)
		return -1;
	if (!more.n)
		return 0;
	if (store_plan_get_id(c->store, a, &who, plan_id, &plan, e) < 0)
		return -1;
	for (size_t i = 0; i < more.n; i++)
		if (strcmp(more.at[i].plan_code, plan.code) == 0)
			*vec_push(a, rows) = more.at[i];
	qsort(rows->at, rows->n, sizeof *rows->at, compare_handed_in);
	return 0;
}

int session_waiting(const struct app_context *c, struct arena *a, int64_t plan_id,
		    struct report_rows *rows, struct err *e)
{
	struct actor who = session_actor(c);
	size_t kept = 0;

	*rows = (struct report_rows){0};
	if (!plan_id || !session_decides(c))
		return 0;
	if (store_report_waiting(c->store, a, &who, plan_id, MOST, rows, e) < 0 ||
	    add_unsigned(c, a, plan_id, rows, e) < 0)
		return -1;
	for (size_t i = 0; i < rows->n; i++)
		if (waits(c, &rows->at[i]))
			rows->at[kept++] = rows->at[i];
	rows->n = kept;
	return 0;
}
