/*
 * item_undo.c - the log says what was done last, the store takes it back by the act that reverses
 * it, and refuses where others have gone on from there.
 */
#include "tui/plan/item_undo.h"

#include "core/rule/flow.h"
#include "core/i18n.h"
#include "core/log_text.h"
#include "core/rule/period.h"
#include "core/rule/undo.h"
#include "db/report/store_evidence.h"
#include "db/store_log.h"
#include "db/report/store_milestone.h"
#include "db/report/store_period.h"
#include "db/report/store_report.h"
#include "tui/app/session.h"
#include "tui/part/about.h"
#include "tui/part/dialog.h"
#include "tui/report/report_kept.h"
#include "tui/request/remedy.h"

/* The change that is to be taken back, with all that is needed for it. */
struct last {
	enum undo_kind kind;
	int64_t id, version;
	int64_t period_id;	   /* of a report */
	const char *name;	   /* of the thing, for the sentence */
	const struct log_row *row; /* what was done last, or NULL */
};

/* *id 0: none runs. */
static int find_period(const struct app_context *c, struct arena *a, const struct item *it,
		       int64_t *id, struct err *e)
{
	struct period_row period;
	struct err none = ERR_INIT;

	*id = 0;
	if (store_period_current(c->store, a, it->plan_id, c->now.today, &period, &none) == 0) {
		*id = period.id;
		return 0;
	}
	if (none.code == ERR_NOT_FOUND)
		return 0;
	*e = none;
	return -1;
}

int item_draft_name(const struct app_context *c, struct arena *a, const struct item *it,
		    const char **name, struct err *e)
{
	int64_t period;

	*name = NULL;
	if (find_period(c, a, it, &period, e) < 0)
		return -1;
	if (period)
		*name = report_kept_name(a, it->action_id, it->unit_id, period);
	return 0;
}

/* What stands in the way now, said about what it is: `why` is the sentence of the state. */
static int refuse(struct err *e, const char *name, const struct err *why)
{
	return err_set_remedy(e, ERR_STATE, why->remedy, _("\"%s\" is not taken back: %s"), name,
			      why->text);
}

/* The report may be one of an earlier period, and of another unit when the office enters for all.
 */
static int read_report(const struct app_context *c, struct arena *a, const struct item *it,
		       struct last *last, struct err *e)
{
	struct actor who = session_actor(c);
	enum report_step step = last->kind == UNDO_SIGN ? REPORT_UNSIGN : REPORT_RECALL;
	enum report_state to;
	struct period_row period;
	struct report_row row;
	struct err why = ERR_INIT;

	if (store_report_get(c->store, a, &who, last->id, &row, e) < 0 ||
	    store_period_get(c->store, a, row.period_id, &period, e) < 0)
		return -1;
	last->version = row.version;
	last->period_id = row.period_id;
	last->name = row.unit_id == it->unit_id
			     ? arena_printf(a, _("%s %s, %s"), it->no, it->title, row.period_code)
			     : arena_printf(a, _("%s %s, %s, %s"), it->no, it->title, row.unit,
					    row.period_code);
	if (flow_report(row.state, step, &to, &why) < 0 ||
	    (step == REPORT_RECALL && period_check_open(&period, c->now.today, &why) < 0))
		return refuse(e, last->name, &why);
	return 0;
}

static int read_milestone(const struct app_context *c, struct arena *a, struct last *last,
			  struct err *e)
{
	struct actor who = session_actor(c);
	enum milestone_step step =
		last->kind == UNDO_MILESTONE_ADD ? MILESTONE_DROP : MILESTONE_REOPEN;
	enum milestone_state to;
	struct milestone_row row;
	struct err why = ERR_INIT;

	if (store_milestone_get(c->store, a, &who, last->id, &row, e) < 0)
		return -1;
	last->version = row.version;
	last->name = row.title;
	return flow_milestone(row.state, step, &to, &why) < 0 ? refuse(e, row.title, &why) : 0;
}

static int read_evidence(const struct app_context *c, struct arena *a, struct last *last,
			 struct err *e)
{
	struct actor who = session_actor(c);
	struct evidence_row row;

	if (store_evidence_get(c->store, a, &who, last->id, &row, e) < 0)
		return -1;
	last->version = row.version;
	last->name = row.title;
	if (row.withdrawn)
		return err_set(e, ERR_STATE, _("the evidence \"%s\" is withdrawn already"),
			       row.title);
	return 0;
}

/* Name and version of the thing as they are now; refused when its state does not allow it. */
static int read_thing(const struct app_context *c, struct arena *a, const struct item *it,
		      struct last *last, struct err *e)
{
	switch (last->kind) {
	case UNDO_REPORT:
	case UNDO_SIGN:
		return read_report(c, a, it, last, e);
	case UNDO_MILESTONE_ADD:
	case UNDO_MILESTONE_DONE:
		return read_milestone(c, a, last, e);
	case UNDO_EVIDENCE:
		return read_evidence(c, a, last, e);
	case UNDO_NONE:
	case UNDO_COUNT:
		break;
	}
	return 0;
}

static int find_last(const struct app_context *c, struct arena *a, const struct item *it,
		     struct last *last, struct err *e)
{
	enum { FAR_ENOUGH = 50 };
	struct actor who = session_actor(c);
	struct log_filter f = {.action_id = it->action_id, .login = who.login};
	struct log_rows rows = {0};

	*last = (struct last){0};
	if (store_log_list(c->store, a, &who, &f, FAR_ENOUGH, &rows, e) < 0)
		return -1;
	last->kind = undo_decide(&rows, &last->id, &last->row);
	return read_thing(c, a, it, last, e);
}

static int take_back(const struct app_context *c, const struct last *last, unsigned *changes,
		     struct err *e)
{
	struct actor who = session_actor(c);

	switch (last->kind) {
	case UNDO_REPORT:
		return store_report_review(c->store, &who, last->id, last->version, REPORT_RECALL,
					   "", changes, e);
	case UNDO_SIGN:
		return store_report_review(c->store, &who, last->id, last->version, REPORT_UNSIGN,
					   "", changes, e);
	case UNDO_MILESTONE_ADD:
		return store_milestone_step(c->store, &who, last->id, last->version, MILESTONE_DROP,
					    c->now.today, "", changes, e);
	case UNDO_MILESTONE_DONE:
		return store_milestone_step(c->store, &who, last->id, last->version,
					    MILESTONE_REOPEN, c->now.today, "", changes, e);
	case UNDO_EVIDENCE:
		return store_evidence_withdraw(c->store, &who, last->id, last->version,
					       _("taken back by who recorded it"), changes, e);
	case UNDO_NONE:
	case UNDO_COUNT:
		break;
	}
	return err_set(e, ERR_STATE, _("there is nothing that could be taken back"));
}

static void tell_nothing(struct app *app, const struct item *it, const struct last *last)
{
	if (last->row)
		app_info(app, _("%s %s: what you did last (%s) cannot be taken back: %s"), it->no,
			 it->title, log_act_label(last->row->act), undo_instead(last->row->act));
	else
		app_info(app, _("%s %s: there is nothing of yours to take back"), it->no,
			 it->title);
}

/* What is in the way is the thing that was done last, which may be of an earlier period. */
static void tell_refused(struct app *app, const struct item *it, const struct last *last,
			 const struct err *e)
{
	remedy_tell(app, e,
		    &(struct request_things){.unit_id = it->unit_id,
					     .action_id = it->action_id,
					     .period_id = last->period_id,
					     .report_id = last->period_id ? last->id : 0});
}

/* The sentence is one of core/rule/undo.h, a format for one string. */
static const char *sentence(struct arena *a, const struct last *last)
{
	return arena_printf(a, undo_sentence(last->kind), last->name);
}

/* A milestone and its evidence are given in one form and logged at once; the one that is left is
 * named with the key that takes it back too. */
static void tell_done(struct app *app, struct arena *a, const struct item *it,
		      const struct last *last)
{
	enum { ONE_FORM = 2 /* seconds */ };
	char key[KEY_LABEL];
	struct err none = ERR_INIT;
	struct last next;

	if (last->kind == UNDO_MILESTONE_DONE &&
	    find_last(app_context(app), a, it, &next, &none) == 0 && next.kind == UNDO_EVIDENCE &&
	    last->row->at - next.row->at <= ONE_FORM)
		app_info(app,
			 _("The milestone \"%s\" is open again; the evidence \"%s\" recorded with "
			   "it stays: %s once more withdraws it."),
			 last->name, next.name, keymap_first_key(app_keymap(app), DO_UNDO, key));
	else
		app_info(app, "%s", sentence(a, last));
}

/* What was asked about is what was done last still, and as it was. */
static bool is_asked(const struct view_result *r, const struct last *last)
{
	return about_id(r) == last->id && about_version(r) == last->version;
}

static void ask_change(struct app *app, struct arena *a, const struct last *last)
{
	dialog_agree(app, ITEM_TAG_RECALL, _("Take back"), sentence(a, last), _("Take back"));
	about_set(app, &(struct form_row){.id = last->id, .version = last->version});
}

/* r: "yes" to the question; NULL before it. */
static enum reply undo_change(struct app *app, const struct item *it, const struct view_result *r)
{
	const struct app_context *c = app_context(app);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct last last;
	unsigned changes = 0;
	int rc = find_last(c, &a, it, &last, &e);

	if (rc == 0 && last.kind == UNDO_NONE)
		tell_nothing(app, it, &last);
	else if (rc == 0 &&
		 (r ? !is_asked(r, &last) : undo_asks(last.kind, c->now.utc - last.row->at)))
		ask_change(app, &a, &last);
	else if (rc < 0 || take_back(c, &last, &changes, &e) < 0)
		tell_refused(app, it, &last, &e);
	else
		tell_done(app, &a, it, &last);
	app_changed(app, changes);
	arena_free(&a);
	return REPLY_DONE;
}

enum reply item_undo_change(struct app *app, const struct item *it, const struct view_result *r)
{
	return undo_change(app, it, r);
}

/* What was typed and not sent is the last change, unless the report was handed in meanwhile, be it
 * by somebody else: then it waits for the report to come back. */
static bool is_last(const struct item *it, int64_t kept_at)
{
	struct err e = ERR_INIT;
	enum report_state to;

	return kept_at &&
	       (!it->report_id || flow_report(it->report_state, REPORT_SAVE, &to, &e) == 0);
}

enum reply item_undo(struct app *app, const struct item *it)
{
	const struct app_context *c = app_context(app);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	int64_t period, at = 0;
	enum reply reply = REPLY_DONE;

	if (find_period(c, &a, it, &period, &e) < 0 ||
	    (period && report_kept_at(c, it->action_id, it->unit_id, period, &at, &e) < 0))
		app_error(app, &e);
	else if (!is_last(it, at))
		reply = undo_change(app, it, NULL);
	else
		dialog_confirm(app, ITEM_TAG_UNDO, _("Take back"),
			       arena_printf(&a,
					    _("What you typed on %s %s since it was last sent "
					      "is thrown away."),
					    it->no, it->title),
			       _("Throw away"), _("Keep"));
	arena_free(&a);
	return reply;
}

enum reply item_undo_typed(struct app *app, const struct item *it)
{
	const struct app_context *c = app_context(app);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	int64_t period;

	if (find_period(c, &a, it, &period, &e) < 0 ||
	    (period && report_kept_drop(c, it->action_id, it->unit_id, period, &e) < 0)) {
		app_error(app, &e);
	} else {
		app_changed(app, CHANGE_DRAFT);
		app_info(app, _("%s %s: what you typed is thrown away"), it->no, it->title);
	}
	arena_free(&a);
	return REPLY_DONE;
}
