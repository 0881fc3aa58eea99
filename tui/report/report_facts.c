/* Reads everything a person needs beside the form in which progress is entered, and puts it into
 * words. Nothing is asked that the file knows already. */
#include "tui/report/report_facts.h"

#include "core/rule/flow.h"
#include "core/i18n.h"
#include "core/rule/may.h"
#include "core/rule/period.h"
#include "db/report/store_evidence.h"
#include "db/report/store_exception.h"
#include "db/report/store_period.h"
#include "db/plan/store_plan.h"
#include "db/report/store_report.h"
#include "db/people/store_unit.h"
#include "tui/app/session.h"

#include <string.h>

enum { EVIDENCE_SHOWN = 20 };

/* A report that may be missing: then row->id is 0. */
static int found_or_none(int rc, struct report_row *row, struct err *e)
{
	if (rc < 0 && e->code == ERR_NOT_FOUND) {
		*row = (struct report_row){0};
		return 0;
	}
	return rc;
}

static int load_reports(struct report_facts *f, struct arena *a, const struct app_context *c,
			const struct actor *who, struct err *e)
{
	struct store *s = c->store;
	int64_t action = f->action.id, unit = f->unit.id, period = f->period.id;

	if (found_or_none(store_report_find(s, a, who, action, unit, period, &f->mine, e), &f->mine,
			  e) < 0)
		return -1;
	if (found_or_none(store_report_before(s, a, who, action, unit, period, &f->before, e),
			  &f->before, e) < 0)
		return -1;
	if (f->mine.id && store_report_volumes(s, a, f->mine.id, &f->counted, e) < 0)
		return -1;
	return 0;
}

int report_facts_load(struct report_facts *f, struct arena *a, const struct app_context *c,
		      int64_t action_id, int64_t unit_id, int64_t period_id, struct err *e)
{
	struct actor who = session_actor(c);
	struct store *s = c->store;
	struct evidence_filter mine = {.action_id = action_id, .unit_id = unit_id};

	memset(f, 0, sizeof *f);
	if (store_action_get(s, a, &who, action_id, &f->action, e) < 0 ||
	    store_unit_get(s, a, unit_id, &f->unit, e) < 0)
		return -1;
	if (!period_id) {
		if (store_period_current(s, a, f->action.plan_id, c->now.today, &f->period, e) < 0)
			return -1;
		period_id = f->period.id;
	}
	if (store_period_for(s, a, period_id, unit_id, &f->period, e) < 0)
		return -1;
	if (load_reports(f, a, c, &who, e) < 0 ||
	    store_volume_list(s, a, &who, action_id, &f->volumes, e) < 0 ||
	    store_report_parts(s, a, &who, action_id, period_id, c->now.today, &f->parts, e) < 0 ||
	    store_evidence_list(s, a, &who, &mine, EVIDENCE_SHOWN, &f->evidence, e) < 0)
		return -1;
	return 0;
}

const char *report_facts_before(const struct report_facts *f, struct arena *a)
{
	if (!f->before.id)
		return _("nothing reported before");
	return arena_printf(a, "%s  %d%%  %s", f->before.period_code, f->before.percent,
			    f->before.done);
}

const char *report_facts_evidence(const struct report_facts *f, struct arena *a)
{
	struct strbuf b = STRBUF_INIT;
	const char *text;

	if (!f->evidence.n)
		return "";
	strbuf_printf(&b, Q_("%zu piece", "%zu pieces", f->evidence.n), f->evidence.n);
	for (size_t i = 0; i < f->evidence.n && i < 3; i++) {
		const struct evidence_row *v = &f->evidence.at[i];

		strbuf_printf(&b, " · %s", v->doc_no[0] ? v->doc_no : v->title);
	}
	text = arena_strdup(a, b.s);
	strbuf_free(&b);
	return text;
}

int report_facts_check(const struct app_context *c, int64_t action_id, int64_t unit_id,
		       int64_t period_id, struct err *e)
{
	struct report_facts f;
	struct arena a = ARENA_INIT;
	enum report_state to;
	int rc = report_facts_load(&f, &a, c, action_id, unit_id, period_id, e);

	if (rc == 0)
		rc = flow_report(f.mine.id ? f.mine.state : REPORT_NONE, REPORT_SAVE, &to, e);
	if (rc == 0)
		rc = period_check_open(&f.period, c->now.today, e);
	arena_free(&a);
	return rc;
}
