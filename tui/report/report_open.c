/* Whether a report can be typed is asked of the file before its form is there. */
#include "tui/report/report_open.h"

#include "tui/report/report_facts.h"
#include "tui/report/report_kept.h"
#include "tui/request/remedy.h"
#include "tui/view/views.h"

/* As report_open_check(); *period_id becomes the one that it is about. */
static int check(const struct app_context *c, int64_t action_id, int64_t unit_id,
		 int64_t *period_id, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct err none = ERR_INIT;
	struct report_facts f;
	int64_t kept = 0;
	int rc = report_facts_check(c, action_id, unit_id, *period_id, e);

	if (rc < 0 && e->code == ERR_STATE &&
	    report_facts_load(&f, &a, c, action_id, unit_id, *period_id, &none) == 0) {
		*period_id = f.period.id;
		(void)report_kept_at(c, action_id, unit_id, f.period.id, &kept, &none);
	}
	if (kept) {
		*e = (struct err)ERR_INIT;
		rc = 0;
	}
	arena_free(&a);
	return rc;
}

int report_open_check(const struct app_context *c, int64_t action_id, int64_t unit_id,
		      int64_t period_id, struct err *e)
{
	return check(c, action_id, unit_id, &period_id, e);
}

void report_open_or_tell(struct app *app, int tag, const struct request_things *about)
{
	const struct view_report_args more = {about->period_id};
	struct request_things things = *about;
	struct err e = ERR_INIT;

	/* what nothing lifts the form says itself */
	if (about->unit_id &&
	    check(app_context(app), about->action_id, about->unit_id, &things.period_id, &e) < 0 &&
	    e.remedy)
		remedy_tell(app, &e, &things);
	else
		app_push(app, &view_report_form,
			 &(struct view_args){.tag = tag,
					     .id = about->action_id,
					     .id2 = about->unit_id,
					     .more = about->period_id ? &more : NULL});
}
