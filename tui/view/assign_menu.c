/*
 * assign_menu.c - what the office does with the units of an action: assign one, change its role,
 * enter progress on its behalf, take it off. A unit is chosen first, then what is still to be said.
 */
#include "tui/view/assign_menu.h"

#include "core/entry.h"
#include "core/i18n.h"
#include "db/store_unit.h"
#include "tui/view/action_tab.h"
#include "tui/part/dialog.h"
#include "tui/part/menu.h"
#include "tui/app/session.h"

#include <stdlib.h>

enum { TAG_OFFICE = 1, TAG_UNIT, TAG_ROLE, TAG_BEHALF, TAG_WITHDRAW, TAG_REASON };

enum reply assign_menu(struct view *v, struct app *app)
{
	const struct action_screen *s = v->state;
	bool some = s->units.n > 0;
	const char *why = some ? NULL : _("no unit yet");
	const struct menu_entry entries[] = {
		{.text = _("Assign a unit, or change its role"), .id = TAG_UNIT},
		{.text = _("Enter progress for a unit"),
		 .id = TAG_BEHALF,
		 .off = !some,
		 .note = why},
		{.text = _("Take a unit off this action"),
		 .id = TAG_WITHDRAW,
		 .off = !some,
		 .note = why},
	};
	char *title;

	title = xasprintf("%s %s", s->no, s->action.title);
	menu_open(app, TAG_OFFICE, title, entries, sizeof entries / sizeof entries[0]);
	free(title);
	return REPLY_DONE;
}

/* Any unit there is, to be assigned. */
static enum reply choose_any_unit(struct app *app)
{
	const struct app_context *c = app_context(app);
	struct arena a = ARENA_INIT;
	struct unit_rows units = {0};
	struct err e = ERR_INIT;

	if (store_unit_list(c->store, &a, &units, &e) < 0) {
		app_error(app, &e);
	} else {
		struct dialog_item *items = arena_alloc(&a, (units.n + 1) * sizeof *items);

		for (size_t i = 0; i < units.n; i++)
			items[i] = (struct dialog_item){units.at[i].name, units.at[i].aliases,
							units.at[i].id};
		dialog_choose(app, TAG_UNIT, _("Which unit?"), items, units.n);
	}
	arena_free(&a);
	return REPLY_DONE;
}

/* One of those that are assigned. */
static enum reply choose_assigned(const struct view *v, struct app *app, int tag)
{
	const struct action_screen *s = v->state;
	struct dialog_item *items = xcalloc(s->units.n + 1, sizeof *items);

	for (size_t i = 0; i < s->units.n; i++)
		items[i] = (struct dialog_item){s->units.at[i].unit, NULL, s->units.at[i].unit_id};
	dialog_choose(app, tag, _("Which unit?"), items, s->units.n);
	free(items);
	return REPLY_DONE;
}

static enum reply choose_role(struct app *app)
{
	struct menu_entry entries[ROLE_COUNT];

	for (int r = 0; r < ROLE_COUNT; r++)
		entries[r] = (struct menu_entry){.text = role_label((enum role)r), .id = r};
	menu_open(app, TAG_ROLE, _("In which role?"), entries, ROLE_COUNT);
	return REPLY_DONE;
}

static enum reply told(struct app *app, int rc, unsigned changes, const struct err *e,
		       const char *info)
{
	if (rc < 0)
		app_error(app, e);
	else
		app_info(app, "%s", info);
	app_changed(app, changes);
	return REPLY_DONE;
}

static enum reply assign(struct view *v, struct app *app, enum role role)
{
	const struct action_screen *s = v->state;
	struct actor who = session_actor(v->context);
	struct err e = ERR_INIT;
	unsigned changes = 0;
	int rc = store_assign(v->context->store, &who, s->action_id, s->chosen, role, &changes, &e);

	return told(app, rc, changes, &e, _("The unit is assigned."));
}

static enum reply withdraw(struct view *v, struct app *app, const char *text)
{
	const struct action_screen *s = v->state;
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	unsigned changes = 0;
	const char *reason;
	int rc = entry_reason(&a, text, &reason, &e);

	if (rc == 0)
		rc = store_unassign(v->context->store, &who, s->action_id, s->chosen, reason,
				    &changes, &e);
	arena_free(&a);
	return told(app, rc, changes, &e, _("The unit has no part in this action any more."));
}

static enum reply chosen_of_office(const struct view *v, struct app *app, int tag)
{
	return tag == TAG_UNIT ? choose_any_unit(app) : choose_assigned(v, app, tag);
}

enum reply assign_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct action_screen *s = v->state;

	if (!r->ok)
		return REPLY_PASS;
	switch (r->tag) {
	case TAG_OFFICE:
		return chosen_of_office(v, app, (int)r->id);
	case TAG_UNIT:
		s->chosen = r->id;
		return choose_role(app);
	case TAG_ROLE:
		return assign(v, app, (enum role)r->id);
	case TAG_BEHALF:
		app_push(app, &view_report_form,
			 &(struct view_args){.id = s->action_id, .id2 = r->id});
		return REPLY_DONE;
	case TAG_WITHDRAW:
		s->chosen = r->id;
		dialog_ask(app, TAG_REASON, _("Take a unit off this action"), _("Reason"), "",
			   ENTRY_LINE_MAX);
		return REPLY_DONE;
	case TAG_REASON:
		return withdraw(v, app, r->text);
	default:
		return REPLY_PASS;
	}
}
