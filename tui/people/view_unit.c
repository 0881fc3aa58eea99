/*
 * view_unit.c - one unit: its names, members, people, actions. From its menu the office sees what
 * it owes, gives it another name, makes units members of a collective one, and joins two units that
 * are one; whether its reports are signed off inside it is the office's or its leader's to say.
 */
#include "tui/view/views.h"

#include "core/rule/entry.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/people/store_unit.h"
#include "tui/part/about.h"
#include "tui/part/dialog.h"
#include "tui/part/menu.h"
#include "tui/part/page.h"
#include "tui/people/unit_page.h"
#include "tui/app/session.h"

struct unit_view {
	int64_t unit_id;
	struct unit_row unit;
	struct unit_rows members;
	struct page page;
	int top;
	int64_t other; /* the unit that a question is about, and its version */
	int64_t other_read;
};

/* Tags of questions are those of the menu's entries. */
enum entry {
	ENTRY_TASKS = 1,
	ENTRY_ALIAS,
	ENTRY_RENAME,
	ENTRY_MEMBER,
	ENTRY_NO_MEMBER,
	ENTRY_MERGE,
	ENTRY_PRINT,
	ENTRY_SIGN,
	TAG_MENU = 20,
	TAG_MERGE_SURE
};

static int unit_open(struct view *v, const struct view_args *args, struct err *e)
{
	(void)e;
	((struct unit_view *)v->state)->unit_id = args->id;
	return 0;
}

static int unit_load(struct view *v, struct store *s, struct err *e)
{
	struct unit_view *u = v->state, now = *u;

	now.members = (struct unit_rows){0};
	if (store_unit_get(s, &v->arena, u->unit_id, &now.unit, e) < 0 ||
	    store_unit_members(s, &v->arena, u->unit_id, &now.members, e) < 0 ||
	    unit_page_build(v, &now.unit, &now.members, &now.page, e) < 0)
		return -1;
	*u = now;
	view_set_title(v, u->unit.name);
	return 0;
}

/* What Enter opens is for those who read its tasks, sign for it or change units. */
static bool unit_offers(const struct view *v, enum action a)
{
	int64_t unit = ((const struct unit_view *)v->state)->unit_id;

	if (a != DO_OPEN)
		return page_view_offers(v, a);
	return session_may(v->context, ACT_READ, unit) || session_may(v->context, ACT_UNIT, 0) ||
	       session_may(v->context, ACT_SIGN, unit);
}

static void unit_draw(const struct view *v, struct canvas *c)
{
	const struct unit_view *u = v->state;
	struct canvas page = canvas_sub(c, 0, 2, c->rows, c->cols - 4);

	page_show(&u->page, u->top, &page);
}

static void values_of(const struct unit_row *u, const struct unit_rows *members, struct arena *a,
		      struct form_row *to)
{
	*to = (struct form_row){.id = u->id, .version = u->version};
	form_row_add(a, to, _("name"), u->name);
	form_row_add(a, to, _("Stands for"), unit_page_names(a, members));
	form_row_add(a, to, _("its reports are signed off first"), u->signs ? _("yes") : _("no"));
}

/* With the other one, where two are to be joined. */
static int read_row(struct view *v, int64_t id, struct arena *a, struct form_row *to, struct err *e)
{
	struct unit_view *u = v->state;
	struct store *s = v->context->store;
	struct unit_rows members = {0};
	struct unit_row row, other;

	if (store_unit_get(s, a, id, &row, e) < 0 || store_unit_members(s, a, id, &members, e) < 0)
		return -1;
	if (u->other) {
		if (store_unit_get(s, a, u->other, &other, e) < 0)
			return -1;
		u->other_read = other.version;
	}
	values_of(&row, &members, a, to);
	return 0;
}

static void set_about(struct app *app, const struct unit_view *u)
{
	struct arena a = ARENA_INIT;
	struct form_row row;

	values_of(&u->unit, &u->members, &a, &row);
	about_set(app, &row);
	arena_free(&a);
}

static enum reply open_menu(struct view *v, struct app *app)
{
	const struct unit_view *u = v->state;
	bool may_change = session_may(v->context, ACT_UNIT, 0);
	bool reads = session_may(v->context, ACT_READ, u->unit_id);
	struct menu_entry entries[9];
	struct err e = ERR_INIT;
	size_t n = 0;

	if (reads) {
		entries[n++] = (struct menu_entry){_("what it owes"), NULL, ENTRY_TASKS, false};
		entries[n++] =
			(struct menu_entry){_("print its task list"), NULL, ENTRY_PRINT, false};
	}
	if (may_change) {
		entries[n++] = (struct menu_entry){_("give it another name too"), NULL, ENTRY_ALIAS,
						   false};
		entries[n++] = (struct menu_entry){_("rename it"), NULL, ENTRY_RENAME, false};
		entries[n++] = (struct menu_entry){_("add a unit that it stands for"), NULL,
						   ENTRY_MEMBER, false};
		if (u->members.n)
			entries[n++] = (struct menu_entry){_("take out a unit that it stands for"),
							   NULL, ENTRY_NO_MEMBER, false};
		entries[n++] = (struct menu_entry){_("it is the same as another unit"), NULL,
						   ENTRY_MERGE, false};
	}
	if (session_may(v->context, ACT_SIGN, u->unit_id) || may_change)
		entries[n++] = (struct menu_entry){
			u->unit.signs ? _("its reports go out without being signed off")
				      : _("its approving leader signs its reports off first"),
			NULL, ENTRY_SIGN, false};
	if (n && menu_open(app, TAG_MENU, u->unit.name, entries, n) == 0)
		set_about(app, u);
	else if (!n && session_demand(v->context, ACT_UNIT, 0, &e) < 0)
		app_error(app, &e);
	return REPLY_DONE;
}

/* Asks for one of `units` other than the one shown. */
static enum reply choose_unit(struct view *v, struct app *app, int tag, const char *title,
			      const struct unit_rows *units)
{
	struct arena a = ARENA_INIT;
	struct dialog_item *items = arena_alloc(&a, (units->n + 1) * sizeof *items);
	size_t n = 0;

	for (size_t i = 0; i < units->n; i++)
		if (units->at[i].id != ((struct unit_view *)v->state)->unit_id)
			items[n++] = (struct dialog_item){units->at[i].name, units->at[i].aliases,
							  units->at[i].id};
	dialog_choose(app, tag, title, items, n);
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply choose_any(struct view *v, struct app *app, int tag, const char *title)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct unit_rows units = {0};

	if (store_unit_list(v->context->store, &a, &units, &e) < 0)
		app_error(app, &e);
	else
		choose_unit(v, app, tag, title, &units);
	arena_free(&a);
	return REPLY_DONE;
}

static void ask_alias(const struct unit_view *u, struct app *app)
{
	dialog_write(app, ENTRY_ALIAS,
		     &(struct dialog_writing){.title = u->unit.name,
					      .label = _("another name"),
					      .draft = "unit-alias",
					      .id = u->unit_id,
					      .max_chars = 60,
					      .rows = 1,
					      .value = ""});
}

static enum reply set_signing(struct view *v, struct app *app, const struct view_result *answer)
{
	const struct unit_view *u = v->state;
	struct actor who = session_actor(v->context);
	struct err e = ERR_INIT;
	unsigned changes = 0;

	if (store_unit_sign(v->context->store, &who, u->unit_id, about_version(answer),
			    !u->unit.signs, &changes, &e) < 0)
		about_refused(app, answer, &e, read_row);
	else
		app_info(app, "%s", _("The unit is changed."));
	app_changed(app, changes);
	return REPLY_RELOAD;
}

static enum reply do_entry(struct view *v, struct app *app, const struct view_result *answer)
{
	struct unit_view *u = v->state;

	u->other = 0;
	switch (answer->id) {
	case ENTRY_TASKS:
		app_push(app, &view_home, &(struct view_args){.id = u->unit_id});
		break;
	case ENTRY_PRINT:
		app_push(app, &view_print, &(struct view_args){.id = u->unit_id});
		break;
	case ENTRY_ALIAS:
		ask_alias(u, app);
		break;
	case ENTRY_RENAME:
		app_push(app, &view_unit_name, &(struct view_args){.id = u->unit_id});
		break;
	case ENTRY_SIGN:
		return set_signing(v, app, answer);
	case ENTRY_MEMBER:
		return about_follow(
			app, answer,
			choose_any(v, app, ENTRY_MEMBER, _("Which unit does it stand for?")));
	case ENTRY_NO_MEMBER:
		return about_follow(app, answer,
				    choose_unit(v, app, ENTRY_NO_MEMBER,
						_("Which unit is taken out?"), &u->members));
	default:
		return about_follow(app, answer,
				    choose_any(v, app, ENTRY_MERGE, _("The same as which unit?")));
	}
	return REPLY_DONE;
}

static enum reply ask_merge(struct view *v, struct app *app, const struct view_result *answer)
{
	struct unit_view *u = v->state;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct unit_row other;

	u->other = answer->id;
	if (store_unit_get(v->context->store, &a, u->other, &other, &e) < 0) {
		app_error(app, &e);
	} else {
		u->other_read = other.version;
		dialog_confirm(
			app, TAG_MERGE_SURE, _("Join two units"),
			arena_printf(&a,
				     _("%s becomes another name of %s. Its assignments, reports, "
				       "milestones, evidence and people move there. This cannot be "
				       "taken back."),
				     u->unit.name, other.name),
			_("Join them"), NULL);
		about_set(app, answer->about);
	}
	arena_free(&a);
	return REPLY_DONE;
}

/* The change that an answer stands for. */
static int change_unit(struct view *v, struct arena *a, const struct view_result *r,
		       unsigned *changes, struct err *e)
{
	struct unit_view *u = v->state;
	struct store *s = v->context->store;
	struct actor who = session_actor(v->context);
	const char *name = "";

	if (r->tag == ENTRY_ALIAS && entry_name(a, r->text, "name", &name, e) < 0)
		return -1;
	switch (r->tag) {
	case ENTRY_ALIAS:
		return store_unit_alias(s, &who, u->unit_id, name, changes, e);
	case ENTRY_MEMBER:
	case ENTRY_NO_MEMBER:
		return store_unit_member(s, &who, u->unit_id, about_version(r), r->id,
					 r->tag == ENTRY_MEMBER, changes, e);
	default:
		return store_unit_merge(s, &who, u->unit_id, about_version(r), u->other,
					u->other_read, changes, e);
	}
}

static enum reply unit_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	unsigned changes = 0;
	int rc;

	if (!r->ok || r->tag == 0)
		return REPLY_DONE;
	if (r->tag == TAG_MENU)
		return do_entry(v, app, r);
	if (r->tag == ENTRY_MERGE)
		return ask_merge(v, app, r);
	rc = change_unit(v, &a, r, &changes, &e);
	if (rc == 0 && r->draft)
		dialog_written(app, r->draft);
	arena_free(&a);
	if (rc < 0)
		about_refused(app, r, &e, read_row);
	else
		app_info(app, "%s", _("The unit is changed."));
	/* A unit that was joined to another is no more: back to the list. */
	if (rc == 0 && r->tag == TAG_MERGE_SURE)
		app_finish(app, NULL);
	app_changed(app, changes);
	return REPLY_DONE;
}

static enum reply unit_act(struct view *v, struct app *app, enum action a)
{
	struct unit_view *u = v->state;

	if (a == DO_OPEN)
		return open_menu(v, app);
	return page_act(&u->top, a, page_rows(&u->page, v->cols - 4), v->rows) ? REPLY_DONE
									       : REPLY_PASS;
}

const struct view_ops view_unit = {
	.name = "unit",
	.title = N_("Unit"),
	.scope = SCOPE_LIST,
	.depends = CHANGE_UNIT | CHANGE_ASSIGNMENT | CHANGE_PERSON | CHANGE_REPORT |
		   CHANGE_MILESTONE | CHANGE_PLAN | CHANGE_OTHERS,
	.state_size = sizeof(struct unit_view),
	.open = unit_open,
	.load = unit_load,
	.draw = unit_draw,
	.act = unit_act,
	.resume = unit_resume,
	.offers = unit_offers,
};
