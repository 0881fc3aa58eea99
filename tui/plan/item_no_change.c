/*
 * "Nothing has changed" as one key and its confirmation. What somebody has begun to write for this
 * period is not replaced by it; a draft without words, as taking back leaves one, is.
 */
#include "tui/plan/item_no_change.h"

#include "core/rule/entry.h"
#include "core/i18n.h"
#include "core/rule/period.h"
#include "db/people/store_unit.h"
#include "db/report/store_draft.h"
#include "db/report/store_exception.h"
#include "db/report/store_period.h"
#include "db/report/store_report.h"
#include "tui/app/session.h"
#include "tui/part/form_row.h"
#include "tui/part/dialog.h"
#include "tui/plan/item_ask.h"
#include "tui/plan/item_undo.h"

#include <stdio.h>

/* The unit's report of the running period; id 0: there is none. */
static int find_mine(const struct app_context *c, struct arena *a, const struct item *it,
		     struct period_row *period, struct report_row *mine, struct err *e)
{
	struct actor who = session_actor(c);
	struct err none = ERR_INIT;

	*mine = (struct report_row){0};
	if (store_period_current(c->store, a, it->plan_id, c->now.today, period, e) < 0)
		return -1;
	if (store_report_find(c->store, a, &who, it->action_id, it->unit_id, period->id, mine,
			      &none) == 0 ||
	    none.code == ERR_NOT_FOUND)
		return 0;
	*e = none;
	return -1;
}

/* Whether anything is typed into the report that was not sent. */
static int find_typed(const struct app_context *c, struct arena *a, const struct item *it,
		      bool *typed, struct err *e)
{
	struct actor who = session_actor(c);
	const char *name;
	struct draft d = {0};

	*typed = false;
	if (item_draft_name(c, a, it, &name, e) < 0 ||
	    (name && store_draft_load(c->store, a, &who, name, &d, e) < 0))
		return -1;
	for (size_t i = 0; i < d.fields.n; i++)
		*typed =
			*typed || (d.fields.at[i].text[0] && !form_row_is_kept_in(&d.fields.at[i]));
	return 0;
}

/* Whether the draft says nothing that was not said before. */
static int find_empty(const struct app_context *c, struct arena *a, const struct report_row *mine,
		      bool *empty, struct err *e)
{
	struct actor who = session_actor(c);
	struct report_volume_rows volumes;
	struct report_row before;

	*empty = mine->state == REPORT_DRAFT && mine->no_change;
	if (*empty || mine->state != REPORT_DRAFT || mine->done[0] || mine->problems[0] ||
	    mine->next[0])
		return 0;
	if (store_report_volumes(c->store, a, mine->id, &volumes, e) < 0)
		return -1;
	struct err none = ERR_INIT;
	*empty = volumes.n == 0 &&
		 store_report_before(c->store, a, &who, mine->action_id, mine->unit_id,
				     mine->period_id, &before, &none) == 0 &&
		 before.percent == mine->percent;
	return 0;
}

static int check(const struct app_context *c, struct arena *a, const struct item *it, struct err *e)
{
	struct period_row period;
	struct report_row mine;
	bool typed, empty = true;

	if (find_mine(c, a, it, &period, &mine, e) < 0 || find_typed(c, a, it, &typed, e) < 0 ||
	    (mine.id && find_empty(c, a, &mine, &empty, e) < 0))
		return -1;
	if (typed || !empty)
		return err_set(
			e, ERR_STATE,
			_("there is a report of this period already (%s); open it to change it"),
			report_state_label(mine.id ? mine.state : REPORT_DRAFT));
	if (it->percent < 0)
		return err_set(e, ERR_STATE,
			       _("nothing has been reported on this action yet; enter the progress "
				 "first"));
	return 0;
}

int item_no_change_check(const struct app_context *c, const struct item *it, struct err *e)
{
	struct arena a = ARENA_INIT;
	int rc = check(c, &a, it, e);

	arena_free(&a);
	return rc;
}

/* How many times running it would be; 0 below the number from which the office is told. */
static int times_running(const struct app_context *c, struct arena *a, const struct item *it)
{
	struct actor who = session_actor(c);
	struct period_row period;
	struct report_row mine, before;
	struct err none = ERR_INIT;

	if (find_mine(c, a, it, &period, &mine, &none) < 0 ||
	    store_report_before(c->store, a, &who, it->action_id, it->unit_id, period.id, &before,
				&none) < 0)
		return 0;
	int times = before.nsame + 1;
	return times >= c->session->same_limit ? times : 0;
}

/* Whether the unit's reports go out when its leader has signed. */
static bool is_signed_off(const struct app_context *c, struct arena *a, const struct item *it)
{
	struct err none = ERR_INIT;
	struct unit_row unit;

	return store_unit_get(c->store, a, it->unit_id, &unit, &none) == 0 && unit.signs;
}

/* The running period may be closed by now, for this unit too. */
static int check_open(const struct app_context *c, struct arena *a, const struct item *it,
		      struct err *e)
{
	struct period_row period;

	if (store_period_current(c->store, a, it->plan_id, c->now.today, &period, e) < 0 ||
	    store_period_for(c->store, a, period.id, it->unit_id, &period, e) < 0)
		return -1;
	return period_check_open(&period, c->now.today, e);
}

enum reply item_no_change(struct app *app, const struct item *it)
{
	const struct app_context *c = app_context(app);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;

	if (check(c, &a, it, &e) < 0 || check_open(c, &a, it, &e) < 0) {
		item_tell(app, it, &e);
		arena_free(&a);
		return REPLY_DONE;
	}
	const char *what = arena_printf(
		&a,
		is_signed_off(c, &a, it)
			? _("The approving leader of the unit and, signed off, the office get a "
			    "report on %s %s: nothing has changed, still %d%%.")
			: _("The office gets a report on %s %s: nothing has changed, still %d%%."),
		it->no, it->title, it->percent);
	int times = times_running(c, &a, it);
	if (times)
		what = arena_printf(&a,
				    Q_("%s\n\nThat makes %d period without a change, which is "
				       "pointed out to the office. If something stands in the way, "
				       "say so in a report.",
				       "%s\n\nThat makes %d periods in a row without a change, "
				       "which is pointed out to the office. If something stands in "
				       "the way, say so in a report.",
				       times),
				    what, times);
	dialog_agree(app, ITEM_TAG_NO_CHANGE, _("No change this period"), what, _("Submit"));
	arena_free(&a);
	return REPLY_DONE;
}

static int submit(const struct app_context *c, struct arena *a, const struct item *it,
		  unsigned *changes, struct err *e)
{
	struct actor who = session_actor(c);
	char percent[8];
	struct report_fields fields = {.percent = percent, .done = _("no change this period")};
	struct report_new r = {0};
	struct report_row row, mine;
	struct period_row period;

	snprintf(percent, sizeof percent, "%d", it->percent);
	if (find_mine(c, a, it, &period, &mine, e) < 0 || entry_report(a, &fields, true, &r, e) < 0)
		return -1;
	r.action_id = it->action_id;
	r.unit_id = it->unit_id;
	r.period_id = period.id;
	r.report_id = mine.id;
	r.version = mine.version;
	r.no_change = true;
	return store_report_put(c->store, &who, &r, REPORT_SUBMIT, a, &row, changes, e);
}

enum reply item_no_change_do(struct app *app, const struct item *it)
{
	const struct app_context *c = app_context(app);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	unsigned changes = 0;

	/* Somebody may have begun to write since it was asked. */
	if (check(c, &a, it, &e) < 0 || submit(c, &a, it, &changes, &e) < 0)
		item_tell(app, it, &e);
	else
		app_info(app, _("%s %s: no change reported"), it->no, it->title);
	app_changed(app, changes);
	arena_free(&a);
	return REPLY_DONE;
}
