/* case_menu.c - from the menu of an action to its cases; and the office makes it a pilot, or no
 * longer one, which can be taken back the same way and is not asked about. */
#include "tui/evidence/case_menu.h"

#include "core/i18n.h"
#include "db/report/store_case.h"
#include "db/plan/store_plan.h"
#include "tui/app/session.h"
#include "tui/view/views.h"

/* Beside the actions and other entries of the menu. */
enum { ENTRY_CASES = 10100, ENTRY_PILOT, ENTRY_NO_PILOT };

/* Whether it is one; *version gets that of the action. */
static bool is_pilot(const struct app_context *c, int64_t action_id, int64_t *version)
{
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct action_row row = {0};
	bool pilot = store_action_get(c->store, &a, &who, action_id, &row, &e) == 0 && row.pilot;

	*version = row.version;
	arena_free(&a);
	return pilot;
}

size_t case_menu_entries(const struct app_context *c, const struct item *it,
			 struct menu_entry *entries)
{
	int64_t version;
	size_t n = 0;

	entries[n++] = (struct menu_entry){_("Cases to learn from"), NULL, ENTRY_CASES, false};
	if (!session_may(c, ACT_SELECT, 0))
		return n;
	if (is_pilot(c, it->action_id, &version))
		entries[n++] = (struct menu_entry){_("It is a pilot no longer"), NULL,
						   ENTRY_NO_PILOT, false};
	else
		entries[n++] = (struct menu_entry){_("Make it a pilot"), NULL, ENTRY_PILOT, false};
	return n;
}

static void set_pilot(struct app *app, const struct item *it, bool pilot)
{
	const struct app_context *c = app_context(app);
	struct actor who = session_actor(c);
	struct err e = ERR_INIT;
	unsigned changes = 0;
	int64_t version;

	/* The entry says which way; nothing is asked in between. */
	is_pilot(c, it->action_id, &version);
	if (store_pilot_set(c->store, &who, it->action_id, version, pilot, &changes, &e) < 0)
		app_error(app, &e);
	else
		app_info(app, pilot ? _("%s is a pilot now.") : _("%s is a pilot no longer."),
			 it->title);
	app_changed(app, changes);
}

bool case_menu_do(struct app *app, const struct item *it, int64_t entry)
{
	switch (entry) {
	case ENTRY_CASES:
		app_push(app, &view_cases,
			 &(struct view_args){.id = it->action_id, .id2 = it->unit_id});
		return true;
	case ENTRY_PILOT:
	case ENTRY_NO_PILOT:
		set_pilot(app, it, entry == ENTRY_PILOT);
		return true;
	default:
		return false;
	}
}
