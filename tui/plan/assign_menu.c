/*
 * assign_menu.c - what the office does with an action: assign a unit, change its role, enter
 * progress on its behalf, take it off, put it back; its notices and cases. A unit is chosen first,
 * then what is still to be said.
 */
#include "tui/plan/assign_menu.h"

#include "core/rule/entry.h"
#include "core/i18n.h"
#include "db/plan/store_plan.h"
#include "db/plan/store_task.h"
#include "db/people/store_unit.h"
#include "tui/evidence/case_menu.h"
#include "tui/notice/notice_menu.h"
#include "tui/plan/action_end.h"
#include "tui/plan/action_tab.h"
#include "tui/part/about.h"
#include "tui/part/dialog.h"
#include "tui/part/menu.h"
#include "tui/part/reason.h"
#include "tui/app/session.h"

enum { TAG_OFFICE = 1, TAG_UNIT, TAG_ROLE, TAG_BEHALF, TAG_WITHDRAW, TAG_REASON, ENTRY_BACK };
enum { MOST_ENTRIES = 5 + NOTICE_MENU_ENTRIES + CASE_MENU_ENTRIES };

static const struct assignment_row *assigned(const struct assignment_rows *units, int64_t unit_id)
{
	for (size_t i = 0; i < units->n; i++)
		if (units->at[i].unit_id == unit_id)
			return &units->at[i];
	return NULL;
}

/* The entry that puts the unit back that was taken off last; none while there is no such unit. */
static size_t add_back_entry(const struct action_screen *s, struct app *app, struct arena *a,
			     struct menu_entry *entry)
{
	struct err e = ERR_INIT;
	struct unit_row unit;

	if (!s->taken_off || assigned(&s->units, s->taken_off) ||
	    store_unit_get(app_context(app)->store, a, s->taken_off, &unit, &e) < 0)
		return 0;
	*entry = (struct menu_entry){.text = arena_printf(a, _("Put %s back (%s)"), unit.name,
							  role_label(s->taken_role)),
				     .id = ENTRY_BACK};
	return 1;
}

enum reply assign_menu(struct view *v, struct app *app)
{
	const struct action_screen *s = v->state;
	bool some = s->units.n > 0;
	const char *why = some ? NULL : _("no unit yet");
	struct arena a = ARENA_INIT;
	struct menu_entry entries[MOST_ENTRIES] = {
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
	size_t n = 3 + add_back_entry(s, app, &a, &entries[3]);

	n += action_end_entry(&s->action, &entries[n]);
	n += notice_menu_entries(app_context(app), &entries[n]);
	n += case_menu_entries(app_context(app), &s->item, &entries[n]);
	menu_open(app, TAG_OFFICE, arena_printf(&a, "%s %s", s->no, s->action.title), entries, n);
	arena_free(&a);
	return REPLY_DONE;
}

static bool has_standing(const struct standing_rows *rows, int64_t unit_id)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->at[i].unit_id == unit_id)
			return true;
	return false;
}

/* The units that work in this plan (or all others), those of the action with their role. */
static size_t add_units(const struct action_screen *s, struct arena *a,
			const struct unit_rows *units, const struct standing_rows *of_plan,
			bool others, struct dialog_item *items)
{
	size_t n = 0;

	for (size_t i = 0; i < units->n; i++) {
		const struct unit_row *u = &units->at[i];
		const struct assignment_row *as = assigned(&s->units, u->id);

		if (others == (as || has_standing(of_plan, u->id)))
			continue;
		items[n++] = (struct dialog_item){
			as ? arena_printf(a, "%s (%s)", u->name, role_label(as->role)) : u->name,
			u->aliases, u->id};
	}
	return n;
}

/* Any unit there is, to be assigned. */
static enum reply choose_any_unit(const struct view *v, struct app *app)
{
	const struct app_context *c = v->context;
	const struct action_screen *s = v->state;
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct unit_rows units = {0};
	struct standing_rows of_plan = {0};
	struct err e = ERR_INIT;

	if (store_unit_list(c->store, &a, &units, &e) < 0 ||
	    store_standing_list(c->store, &a, &who, s->action.plan_id, &c->session->rules,
				c->now.today, &of_plan, &e) < 0) {
		app_error(app, &e);
	} else {
		struct dialog_item *items = arena_alloc(&a, (units.n + 1) * sizeof *items);
		size_t n = add_units(s, &a, &units, &of_plan, false, items);

		n += add_units(s, &a, &units, &of_plan, true, items + n);
		dialog_choose(app, TAG_UNIT, _("Which unit?"), items, n);
	}
	arena_free(&a);
	return REPLY_DONE;
}

/* One of those that are assigned. */
static enum reply choose_assigned(const struct view *v, struct app *app, int tag)
{
	const struct action_screen *s = v->state;
	struct arena a = ARENA_INIT;
	struct dialog_item *items = arena_alloc(&a, (s->units.n + 1) * sizeof *items);

	for (size_t i = 0; i < s->units.n; i++)
		items[i] = (struct dialog_item){arena_printf(&a, "%s (%s)", s->units.at[i].unit,
							     role_label(s->units.at[i].role)),
						NULL, s->units.at[i].unit_id};
	dialog_choose(app, tag, _("Which unit?"), items, s->units.n);
	arena_free(&a);
	return REPLY_DONE;
}

/* A unit's part in the action; version 0 when it has none. */
static void values_of(const struct assignment_rows *units, int64_t unit_id, struct arena *a,
		      struct form_row *to)
{
	const struct assignment_row *unit = assigned(units, unit_id);

	*to = (struct form_row){.id = unit_id, .version = unit ? unit->version : 0};
	form_row_add(a, to, _("role"), unit ? role_label(unit->role) : _("none"));
	form_row_add(a, to, _("state"), unit ? assignment_state_label(unit->state) : _("none"));
}

static int read_row(struct view *v, int64_t id, struct arena *a, struct form_row *to, struct err *e)
{
	const struct action_screen *s = v->state;
	struct actor who = session_actor(v->context);
	struct assignment_rows units = {0};

	if (store_assignment_list(v->context->store, a, &who, s->action_id, 0, &units, e) < 0)
		return -1;
	values_of(&units, id, a, to);
	return 0;
}

static void set_about(struct app *app, const struct assignment_rows *units, int64_t unit_id)
{
	struct arena a = ARENA_INIT;
	struct form_row row;

	values_of(units, unit_id, &a, &row);
	about_set(app, &row);
	arena_free(&a);
}

static enum reply choose_role(const struct action_screen *s, struct app *app)
{
	const struct assignment_row *now = assigned(&s->units, s->chosen);
	struct menu_entry entries[ROLE_COUNT];

	for (int r = 0; r < ROLE_COUNT; r++) {
		bool is_now = now && (int)now->role == r;

		entries[r] = (struct menu_entry){.text = role_label((enum role)r),
						 .note = is_now ? _("it has this role") : NULL,
						 .id = r,
						 .off = is_now};
	}
	menu_open(app, TAG_ROLE, _("In which role?"), entries, ROLE_COUNT);
	set_about(app, &s->units, s->chosen);
	return REPLY_DONE;
}

/* The sentence names the unit that was chosen. */
static enum reply assign(struct view *v, struct app *app, const struct view_result *answer,
			 enum role role)
{
	const struct action_screen *s = v->state;
	struct store *store = v->context->store;
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	unsigned changes = 0;
	struct unit_row unit;

	if (store_unit_get(store, &a, s->chosen, &unit, &e) < 0 ||
	    store_assign(store, &who, s->action_id, s->chosen, about_version(answer), role,
			 &changes, &e) < 0)
		about_refused(app, answer, &e, read_row);
	else
		app_info(app, _("%s has its part in this action now: %s."), unit.name,
			 role_label(role));
	app_changed(app, changes);
	arena_free(&a);
	return REPLY_DONE;
}

static bool is_only_lead(const struct assignment_rows *units, const struct assignment_row *unit)
{
	for (size_t i = 0; i < units->n; i++)
		if (units->at[i].role == ROLE_LEAD && units->at[i].unit_id != unit->unit_id)
			return false;
	return unit->role == ROLE_LEAD;
}

/* The question says which unit, and what follows. */
static enum reply ask_reason(struct app *app, const struct action_row *action,
			     const struct assignment_rows *units, int64_t unit_id)
{
	const struct assignment_row *unit = assigned(units, unit_id);
	struct arena a = ARENA_INIT;
	const char *ask;

	if (!unit)
		return REPLY_DONE;
	ask = arena_printf(&a,
			   is_only_lead(units, unit)
				   ? _("%s is the only unit that leads %s: nobody leads it then. "
				       "What it has reported stays. Why is it taken off?")
				   : _("%s has no part in %s any more; what it has reported stays. "
				       "Why is it taken off?"),
			   unit->unit, arena_printf(&a, "%s %s", action->path, action->title));
	dialog_write(
		app, TAG_REASON,
		&(struct dialog_writing){.title = arena_printf(&a, _("Take off %s (%s)"),
							       unit->unit, role_label(unit->role)),
					 .label = ask,
					 .draft = "unassign",
					 .id = action->id,
					 .id2 = unit_id,
					 .max_chars = ENTRY_LINE_MAX,
					 .rows = 2,
					 .act = _("Take off")});
	set_about(app, units, unit_id);
	arena_free(&a);
	return REPLY_DONE;
}

void assign_go_on(struct app *app, const struct view_args *args)
{
	const struct app_context *c = app_context(app);
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct assignment_rows units = {0};
	struct action_row action;

	if (store_action_get(c->store, &a, &who, args->id, &action, &e) < 0 ||
	    store_assignment_list(c->store, &a, &who, args->id, 0, &units, &e) < 0) {
		app_error(app, &e);
	} else if (app_push(app, &view_action, &(struct view_args){.id = args->id}) == 0) {
		((struct action_screen *)app_top(app)->state)->chosen = args->id2;
		ask_reason(app, &action, &units, args->id2);
	}
	arena_free(&a);
}

static enum reply withdraw(struct view *v, struct app *app, const struct view_result *answer)
{
	struct action_screen *s = v->state;
	const struct assignment_row *unit = assigned(&s->units, s->chosen);
	struct reason why;
	int rc = reason_read(&why, app, answer, entry_reason);

	if (rc == 0)
		rc = store_unassign(why.store, &why.who, s->action_id, s->chosen,
				    about_version(answer), why.text, &why.changes, &why.err);
	if (rc == 0 && unit) {
		s->taken_off = s->chosen;
		s->taken_role = unit->role;
		app_info(app,
			 _("%s has no part in this action any more; it had: %s. Enter puts it "
			   "back."),
			 unit->unit, role_label(unit->role));
	}
	return reason_done(&why, rc, read_row);
}

static enum reply chosen_of_office(struct view *v, struct app *app, int64_t entry)
{
	struct action_screen *s = v->state;
	int tag = (int)entry;

	if (tag == ENTRY_BACK) {
		s->chosen = s->taken_off;
		return assign(v, app, &(struct view_result){0}, s->taken_role);
	}
	if (notice_menu_do(app, &s->item, entry) || case_menu_do(app, &s->item, entry))
		return REPLY_DONE;
	if (tag == ACTION_END_ENTRY)
		return action_end_do(app, &s->action);
	return tag == TAG_UNIT ? choose_any_unit(v, app) : choose_assigned(v, app, tag);
}

enum reply assign_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct action_screen *s = v->state;

	if (!r->ok)
		return REPLY_PASS;
	switch (r->tag) {
	case TAG_OFFICE:
		return chosen_of_office(v, app, r->id);
	case TAG_UNIT:
		s->chosen = r->id;
		return choose_role(s, app);
	case TAG_ROLE:
		return assign(v, app, r, (enum role)r->id);
	case TAG_BEHALF:
		app_push(app, &view_report_form,
			 &(struct view_args){.id = s->action_id, .id2 = r->id});
		return REPLY_DONE;
	case TAG_WITHDRAW:
		s->chosen = r->id;
		return ask_reason(app, &s->action, &s->units, r->id);
	case TAG_REASON:
		return withdraw(v, app, r);
	case ACTION_END_TAG:
		return action_end_reopen(app, &s->action, r);
	default:
		return REPLY_PASS;
	}
}
