/* Drafts of reports, by what they are about. The text of a late window counts too. */
#include "tui/report/report_kept.h"

#include "db/report/store_draft.h"
#include "tui/app/session.h"
#include "tui/part/form_draft.h"

#include <inttypes.h>

const char *report_kept_name(struct arena *a, int64_t action_id, int64_t unit_id, int64_t period_id)
{
	return arena_printf(a, "report:%" PRId64 ":%" PRId64 ":%" PRId64, action_id, unit_id,
			    period_id);
}

int report_kept_at(const struct app_context *c, int64_t action_id, int64_t unit_id,
		   int64_t period_id, int64_t *at, struct err *e)
{
	static const char *const behind[] = {"", FORM_DRAFT_SECOND};
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	const char *name = report_kept_name(&a, action_id, unit_id, period_id);
	struct draft d;
	int rc = 0;

	*at = 0;
	for (size_t i = 0; rc == 0 && i < sizeof behind / sizeof behind[0]; i++) {
		rc = store_draft_load(c->store, &a, &who, arena_printf(&a, "%s%s", name, behind[i]),
				      &d, e);
		if (rc == 0 && d.saved_at > *at)
			*at = d.saved_at;
	}
	arena_free(&a);
	return rc;
}

int report_kept_drop(const struct app_context *c, int64_t action_id, int64_t unit_id,
		     int64_t period_id, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct form_draft d = {.key = xstrdup(report_kept_name(&a, action_id, unit_id, period_id)),
			       .second = true};
	int rc = form_draft_drop(&d, c, e);

	form_draft_free(&d);
	arena_free(&a);
	return rc;
}
