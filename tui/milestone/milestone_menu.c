/*
 * milestone_menu.c - the menu of a milestone. The unit marks, changes, proves and opens again what
 * was marked by mistake; verifying and dropping are the office's and are done from here after one
 * question.
 */
#include "tui/milestone/milestone_menu.h"

#include "core/rule/flow.h"
#include "core/i18n.h"
#include "db/report/store_milestone.h"
#include "db/plan/store_plan.h"
#include "db/plan/store_task.h"
#include "tui/part/dialog.h"
#include "tui/part/list_menu.h"
#include "tui/app/session.h"
#include "tui/request/request_ask.h"
#include "tui/view/views.h"

#include <stdlib.h>

/* Ids of entries; from ENTRY_STEP on those of steps. */
enum { ENTRY_DONE, ENTRY_CHANGE, ENTRY_PROVE, ENTRY_ADD, ENTRY_EXTEND, ENTRY_STEP };

/* The office's steps: the question (NULL: it can be taken back, so nothing is asked), the button,
 * what is said afterwards. */
static const struct {
	enum milestone_step step;
	const char *entry, *question, *button, *info;
} steps[] = {
	{MILESTONE_VERIFY, N_("Verify: the office has seen that it is done"),
	 N_("The milestone \"%s\" is taken as verified; its unit can no longer change it."),
	 N_("Verify"), N_("The milestone is verified.")},
	{MILESTONE_REOPEN, N_("Open again: it is not done after all"), NULL, NULL,
	 N_("The milestone is open again; its evidence stays.")},
	{MILESTONE_DROP, N_("Drop: it is no longer asked for"),
	 N_("The milestone \"%s\" is no longer asked of anybody; it stays in the history."),
	 N_("Drop"), N_("The milestone is dropped.")},
};
enum { NSTEPS = sizeof steps / sizeof steps[0], NENTRIES = ENTRY_STEP + NSTEPS };

void milestone_values(const struct milestone_row *m, struct arena *a, struct form_row *to)
{
	char day[DATE_TEXT];

	*to = (struct form_row){.id = m->id, .version = m->version};
	form_row_add(a, to, _("title"), m->title);
	form_row_add(a, to, _("state"), milestone_state_label(m->state));
	form_row_add(a, to, _("due"), date_format(m->due, day));
	form_row_add(a, to, _("note"), m->note);
	form_row_add(a, to, _("demands evidence"), m->needs_evidence ? _("yes") : _("no"));
}

int milestone_read(struct view *v, int64_t id, struct arena *a, struct form_row *row, struct err *e)
{
	struct actor who = session_actor(v->context);
	struct milestone_row m;

	if (store_milestone_get(v->context->store, a, &who, id, &m, e) < 0)
		return -1;
	milestone_values(&m, a, row);
	return 0;
}

static void set_about(struct app *app, const struct milestone_row *m)
{
	struct arena a = ARENA_INIT;
	struct form_row row;

	milestone_values(m, &a, &row);
	about_set(app, &row);
	arena_free(&a);
}

static bool step_fits(const struct milestone_row *m, enum milestone_step step)
{
	enum milestone_state to;
	struct err e = ERR_INIT;

	return flow_milestone(m->state, step, &to, &e) == 0;
}

/* Whether the own unit leads or shares the action of a milestone, or nobody leads it. Where it
 * cannot be read, the store says so later. */
static bool delivers(const struct app_context *c, const struct milestone_row *m)
{
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct task_rows tasks = {0};
	struct task_filter f = {
		.unit_id = session_unit(c, 0), .action_id = m->action_id, .role = -1, .lamp = -1};
	bool may = true;

	if (store_task_list(c->store, &a, &who, &f, &c->session->rules, c->now.today, &tasks, &e) ==
		    0 &&
	    tasks.n)
		may = tasks.at[0].delivers;
	arena_free(&a);
	return may;
}

/* Nothing is entered in an action that asks for nothing any more: how it stands; NULL while it
 * runs, and where it cannot be read: then the store says so later. */
static const char *ended(const struct app_context *c, const struct milestone_row *m)
{
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct action_row action;
	const char *how = NULL;

	if (store_action_get(c->store, &a, &who, m->action_id, &action, &e) == 0 &&
	    (action.state == ACTION_CLOSED_OUT || action.state == ACTION_WITHDRAWN))
		how = action_state_label(action.state);
	arena_free(&a);
	return how;
}

/* What a unit does with its milestones; those of another unit only it can change. */
static size_t add_unit_entries(const struct app_context *c, const struct milestone_row *m,
			       struct menu_entry *entries)
{
	int64_t own_unit = session_unit(c, 0);
	bool own = session_may(c, ACT_MILESTONE, m->unit_id ? m->unit_id : own_unit);
	const char *over = ended(c, m);
	const char *why = !own			       ? m->unit
			  : over		       ? over
			  : m->state == MILESTONE_OPEN ? NULL
						       : milestone_state_label(m->state);
	/* What is common to all units is set by the office, and done by those that deliver it. */
	bool common = own && !m->unit_id && own_unit;
	const char *not_done = why ? why : common && !delivers(c, m) ? _("the lead's") : NULL;
	const char *not_changed = m->state == MILESTONE_DONE && own && !over
					  ? _("open it again first")
				  : why	   ? why
				  : common ? _("the office's")
					   : NULL;
	size_t n = 0;

	if (!own && !session_may(c, ACT_MILESTONE, own_unit))
		return 0;
	entries[n++] =
		(struct menu_entry){_("Mark as done"), not_done, ENTRY_DONE, not_done != NULL};
	entries[n++] =
		(struct menu_entry){_("Change"), not_changed, ENTRY_CHANGE, not_changed != NULL};
	entries[n++] =
		(struct menu_entry){_("Record evidence"), own ? NULL : m->unit, ENTRY_PROVE, !own};
	entries[n++] = (struct menu_entry){_("Add another one"), over, ENTRY_ADD, over != NULL};
	if (m->state == MILESTONE_OPEN)
		entries[n++] = (struct menu_entry){request_ask_label(REQUEST_EXTENSION),
						   not_done	 ? not_done
						   : m->asked_id ? _("asked already")
								 : NULL,
						   ENTRY_EXTEND, not_done != NULL};
	return n;
}

/* What was marked by mistake, who marks it opens again too. */
static bool may_step(const struct app_context *c, const struct milestone_row *m,
		     enum milestone_step step)
{
	int64_t own_unit = session_unit(c, 0);

	if (session_may(c, ACT_REVIEW, 0))
		return true;
	return step == MILESTONE_REOPEN &&
	       session_may(c, ACT_MILESTONE, m->unit_id ? m->unit_id : own_unit) &&
	       (m->unit_id || delivers(c, m));
}

enum reply milestone_menu(struct app *app, const struct milestone_row *m)
{
	const struct app_context *c = app_context(app);
	const struct view *v = app_top(app);
	struct menu_entry entries[NENTRIES + 1];
	char key[KEY_LABEL];
	size_t n = add_unit_entries(c, m, entries);

	for (int i = 0; i < NSTEPS; i++) {
		if (step_fits(m, steps[i].step) && may_step(c, m, steps[i].step))
			entries[n++] =
				(struct menu_entry){_(steps[i].entry), NULL, ENTRY_STEP + i, false};
	}
	if (n && v->ops->offers && v->ops->offers(v, DO_LIST_MENU))
		entries[n++] = list_menu_entry(app, key);
	if (!n)
		app_info(app, "%s", _("Milestones are changed by their units and by the office."));
	else if (menu_open(app, MILESTONE_TAG_MENU, m->title, entries, n) == 0)
		set_about(app, m);
	return REPLY_DONE;
}

static enum reply ask_step(struct app *app, const struct milestone_row *m,
			   const struct view_result *answer, int i)
{
	char *text = xasprintf(_(steps[i].question), m->title);

	/* Which step it is comes back in the tag. */
	dialog_confirm(app, MILESTONE_TAG_STEP + i, _("Milestone"), text, _(steps[i].button), NULL);
	about_set(app, answer->about);
	free(text);
	return REPLY_DONE;
}

static enum reply do_step(struct app *app, const struct view_result *answer, int i)
{
	const struct app_context *c = app_context(app);
	struct actor who = session_actor(c);
	struct err e = ERR_INIT;
	unsigned changes = 0;

	if (store_milestone_step(c->store, &who, about_id(answer), about_version(answer),
				 steps[i].step, c->now.today, "", &changes, &e) < 0)
		about_refused(app, answer, &e, milestone_read);
	else
		app_info(app, "%s", _(steps[i].info));
	app_changed(app, changes);
	return REPLY_DONE;
}

static enum reply do_entry(struct app *app, const struct milestone_row *m,
			   const struct view_result *answer)
{
	int step = (int)answer->id - ENTRY_STEP;

	switch (answer->id) {
	case ENTRY_DONE:
		app_push(app, &view_milestone_done, &(struct view_args){.id = m->id});
		return REPLY_DONE;
	case ENTRY_CHANGE:
		app_push(app, &view_milestone_form,
			 &(struct view_args){.id = m->action_id, .id2 = m->id});
		return REPLY_DONE;
	case ENTRY_PROVE:
		app_push(app, &view_evidence_form,
			 &(struct view_args){
				 .id = m->action_id,
				 .id2 = m->id,
				 .more = &(struct view_evidence_args){.unit_id = m->unit_id}});
		return REPLY_DONE;
	case ENTRY_ADD:
		app_push(app, &view_milestone_form,
			 &(struct view_args){.tag = MILESTONE_TAG_ADDED, .id = m->action_id});
		return REPLY_DONE;
	case ENTRY_EXTEND:
		request_ask(app, REQUEST_EXTENSION, m->id, m->unit_id);
		return REPLY_DONE;
	default:
		return steps[step].question ? ask_step(app, m, answer, step)
					    : do_step(app, answer, step);
	}
}

enum reply milestone_menu_resume(struct app *app, const struct view_result *r,
				 const struct milestone_row *m)
{
	int step = r->tag - MILESTONE_TAG_STEP;

	if (!r->ok || !m)
		return REPLY_PASS;
	if (r->tag == MILESTONE_TAG_MENU)
		return do_entry(app, m, r);
	return step >= 0 && step < NSTEPS ? do_step(app, r, step) : REPLY_PASS;
}
