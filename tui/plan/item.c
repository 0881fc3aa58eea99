/*
 * item.c - what can be done with an action from any list it stands in. "Nothing has changed" is
 * item_no_change.c's, taking back is item_undo.c's, every other entry opens the screen that does
 * the work.
 */
#include "tui/plan/item.h"

#include "core/rule/flow.h"
#include "core/i18n.h"
#include "db/plan/store_plan.h"
#include "tui/part/dialog.h"
#include "tui/part/list_menu.h"
#include "tui/part/menu.h"
#include "tui/app/session.h"
#include "tui/evidence/case_menu.h"
#include "tui/plan/item_ask.h"
#include "tui/plan/item_no_change.h"
#include "tui/plan/item_undo.h"
#include "tui/notice/notice_menu.h"
#include "tui/report/report_open.h"
#include "tui/view/views.h"

#include <stdlib.h>

/* In the order of their numbers. */
static const struct {
	enum action act;
	const char *text;
} entries[] = {
	{DO_OPEN, N_("Open the action")},
	{DO_REPORT_NEW, N_("Enter progress")},
	{DO_REPORT_NO_CHANGE, N_("No change this period")},
	{DO_MILESTONES, N_("Milestones")},
	{DO_EVIDENCE, N_("Evidence")},
	{DO_CLAUSE, N_("The clause, word for word")},
	{DO_PRINT, N_("Print the task list")},
	{DO_UNDO, N_("Take back what I did last")},
	{DO_EVIDENCE_NEW, N_("Record evidence")},
	{DO_ASK, N_("Ask the office")},
};
enum { NENTRIES = sizeof entries / sizeof entries[0] };

struct item item_of_task(const struct task_row *t)
{
	return (struct item){
		.action_id = t->action_id,
		.plan_id = t->plan_id,
		.unit_id = t->unit_id,
		.report_id = t->report_id,
		.entered_by_id = t->entered_by_id,
		.no = t->path,
		.title = t->title,
		.report_state = t->report_state,
		.to_sign = t->to_sign,
		.percent = t->percent,
	};
}

static bool may_report(const struct app_context *c, const struct item *it)
{
	return it->unit_id && session_may(c, ACT_REPORT, it->unit_id);
}

bool item_offers(const struct app_context *c, enum action a, const struct item *it)
{
	switch (a) {
	case DO_REPORT_NEW:
	case DO_UNDO:
		return it && may_report(c, it);
	case DO_EVIDENCE_NEW:
		return it && it->unit_id && session_may(c, ACT_EVIDENCE, it->unit_id);
	case DO_ASK:
		return it && it->unit_id && session_may(c, ACT_REQUEST, it->unit_id);
	/* Of a draft item_no_change.c says whether anything is written in it. */
	case DO_REPORT_NO_CHANGE:
		return it && may_report(c, it) && it->percent >= 0 &&
		       (it->report_state == REPORT_NONE || it->report_state == REPORT_DRAFT);
	case DO_MILESTONES:
	case DO_EVIDENCE:
	case DO_CLAUSE:
		return it != NULL;
	default:
		return true;
	}
}

/* Whether it can only be read: handed in or later. `why` (or NULL) says how it can be changed. */
static bool only_to_read(const struct item *it, struct err *why)
{
	struct err e = ERR_INIT;
	enum report_state to;

	return it->report_id && flow_report(it->report_state, REPORT_SAVE, &to, why ? why : &e) < 0;
}

bool item_waits(const struct app_context *c, const struct item *it)
{
	return session_waits(c, &(struct session_report){.state = it->report_state,
							 .unit_id = it->unit_id,
							 .entered_by_id = it->entered_by_id,
							 .to_sign = it->to_sign});
}

static const char *entry_text(const struct app_context *c, enum action a, const char *text,
			      const struct item *it)
{
	if (a != DO_REPORT_NEW || !only_to_read(it, NULL))
		return _(text);
	if (!item_waits(c, it))
		return _("Read the report");
	return session_may(c, ACT_REVIEW, it->unit_id)
		       ? _("Review the report: accept or return it")
		       : _("Sign off: read the report, sign it off or return it");
}

/* Why an entry of the menu cannot be chosen now, or NULL. */
static const char *entry_obstacle(const struct app_context *c, enum action a, const struct item *it)
{
	struct err e = ERR_INIT;

	if (a != DO_REPORT_NO_CHANGE ||
	    (item_offers(c, a, it) && item_no_change_check(c, it, &e) == 0))
		return NULL;
	if (it->report_state == REPORT_NONE && it->percent < 0)
		return _("nothing reported so far");
	/* What is typed and not sent is a draft too. */
	return report_state_label(it->report_state == REPORT_NONE ? REPORT_DRAFT
								  : it->report_state);
}

static bool entry_shown(const struct app_context *c, enum action a, const struct item *it)
{
	if (a == DO_REPORT_NO_CHANGE || a == DO_REPORT_NEW || a == DO_UNDO)
		return may_report(c, it);
	/* The list to print is a unit's. */
	if (a == DO_PRINT)
		return it->unit_id != 0;
	return item_offers(c, a, it);
}

enum reply item_menu(struct app *app, const struct item *it)
{
	const struct app_context *c = app_context(app);
	const struct view *v = app_top(app);
	struct menu_entry shown[NENTRIES + NOTICE_MENU_ENTRIES + CASE_MENU_ENTRIES + 1];
	char keys[NENTRIES + 1][KEY_LABEL];
	size_t n = 0;
	char *title = xasprintf("%s %s", it->no, it->title);

	for (size_t i = 0; i < NENTRIES; i++) {
		const char *why = entry_obstacle(c, entries[i].act, it);

		if (!entry_shown(c, entries[i].act, it) ||
		    (entries[i].act == DO_OPEN && v->ops == &view_action)) /* it is open */
			continue;
		shown[n++] = (struct menu_entry){
			.text = entry_text(c, entries[i].act, entries[i].text, it),
			.note = why ? why
				    : keymap_first_key(app_keymap(app), entries[i].act, keys[i]),
			.id = (int64_t)entries[i].act,
			.off = why != NULL,
		};
	}
	n += notice_menu_entries(c, shown + n);
	n += case_menu_entries(c, it, shown + n);
	if (v->ops->offers && v->ops->offers(v, DO_LIST_MENU))
		shown[n++] = list_menu_entry(app, keys[NENTRIES]);
	menu_open(app, ITEM_TAG_MENU, title, shown, n);
	free(title);
	return REPLY_DONE;
}

static enum reply open_action(struct app *app, const struct item *it, enum action_tab tab)
{
	app_push(app, &view_action,
		 &(struct view_args){.id = it->action_id, .id2 = it->unit_id, .tab = (int)tab});
	return REPLY_DONE;
}

static enum reply show_clause(struct app *app, const struct item *it)
{
	const struct app_context *c = app_context(app);
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct action_row row;

	if (store_action_get(c->store, &a, &who, it->action_id, &row, &e) < 0)
		app_error(app, &e);
	else
		dialog_text(app, 0,
			    arena_printf(&a, _("Clause of %s, from line %d of the document"),
					 row.path, row.line),
			    row.clause, true);
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply enter_report(struct app *app, const struct item *it)
{
	struct err why = ERR_INIT;

	if (!only_to_read(it, &why))
		report_open_or_tell(app, 0,
				    &(struct request_things){.unit_id = it->unit_id,
							     .action_id = it->action_id,
							     .report_id = it->report_id});
	else if (app_push(app, &view_review, &(struct view_args){.id = it->report_id}) == 0)
		app_info(app, "%s",
			 item_waits(app_context(app), it)
				 ? _("This report waits for you: Enter signs it off, accepts or "
				     "returns it.")
				 : why.text);
	return REPLY_DONE;
}

static enum reply record_evidence(struct app *app, const struct item *it)
{
	app_push(app, &view_evidence_form,
		 &(struct view_args){.id = it->action_id,
				     .more = &(struct view_evidence_args){.unit_id = it->unit_id}});
	return REPLY_DONE;
}

enum reply item_act(struct app *app, enum action a, const struct item *it)
{
	if (!it)
		return REPLY_PASS;
	switch (a) {
	case DO_REPORT_NEW:
		return enter_report(app, it);
	case DO_REPORT_NO_CHANGE:
		return item_no_change(app, it);
	case DO_MILESTONES:
		return open_action(app, it, ACTION_TAB_MILESTONES);
	case DO_EVIDENCE:
		return open_action(app, it, ACTION_TAB_EVIDENCE);
	case DO_CLAUSE:
		return show_clause(app, it);
	case DO_UNDO:
		return item_undo(app, it);
	case DO_EVIDENCE_NEW:
		return record_evidence(app, it);
	case DO_ASK:
		return item_offers(app_context(app), a, it) ? item_ask(app, it) : REPLY_PASS;
	case DO_PRINT:
		app_push(app, &view_print, &(struct view_args){.id = it->unit_id});
		return REPLY_DONE;
	default:
		return REPLY_PASS;
	}
}

enum reply item_resume(struct app *app, const struct view_result *r, const struct item *it)
{
	if (!r->ok || !it || r->tag < ITEM_TAG_MENU || r->tag >= ITEM_TAG_END)
		return REPLY_PASS;
	switch (r->tag) {
	case ITEM_TAG_NO_CHANGE:
		return item_no_change_do(app, it);
	case ITEM_TAG_UNDO:
		return item_undo_typed(app, it);
	case ITEM_TAG_RECALL:
		return item_undo_change(app, it, r);
	case ITEM_TAG_ASK:
		return item_ask_do(app, it, r->id);
	default:
		if (notice_menu_do(app, it, r->id) || case_menu_do(app, it, r->id))
			return REPLY_DONE;
		if (r->id == (int64_t)DO_OPEN)
			return open_action(app, it, ACTION_TAB_OVERVIEW);
		return item_act(app, (enum action)r->id, it);
	}
}
