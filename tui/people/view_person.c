/*
 * view_person.c - one person: name, login, posts in force. From its menu the administrator gives
 * and ends posts and lets somebody in or keeps them out. Posts of a unit ask for the unit in a
 * second step; what takes something away asks whether it is meant, and says how it comes back.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/people/store_person.h"
#include "db/people/store_unit.h"
#include "tui/part/about.h"
#include "tui/part/dialog.h"
#include "tui/part/menu.h"
#include "tui/part/page.h"
#include "tui/app/session.h"
#include "tui/people/key_text.h"

#include <stdlib.h>

struct person_view {
	char *login;
	struct person_row person;
	struct page page;
	int top;
	enum post_role role; /* chosen, while its unit is asked for */
	int64_t post_id;     /* chosen, while it is asked whether it ends */
};

enum { ENTRY_GIVE, ENTRY_END, ENTRY_ACTIVE, ENTRY_HANDOVER, ENTRY_KEYS };
enum { TAG_MENU = 1, TAG_ROLE, TAG_UNIT, TAG_END, TAG_SURE, TAG_OUT };

static int person_open(struct view *v, const struct view_args *args, struct err *e)
{
	(void)e;
	((struct person_view *)v->state)->login = xstrdup(args->text);
	return 0;
}

static void person_close(struct view *v)
{
	free(((struct person_view *)v->state)->login);
}

static const char *post_text(struct arena *a, const struct post_row *post)
{
	return post->unit_id ? arena_printf(a, "%s · %s", post_role_label(post->role), post->unit)
			     : post_role_label(post->role);
}

/* Keys are the administrator's affair, and one's own. */
static int add_keys(struct view *v, struct store *s, struct err *e)
{
	struct person_view *p = v->state;
	struct actor who = session_actor(v->context);
	struct key_rows keys;

	if (!session_may(v->context, ACT_PERSON, 0) && p->person.id != who.person_id)
		return 0;
	if (store_key_list(s, &v->arena, &who, p->person.id, &keys, e) < 0)
		return -1;
	page_heading(&v->arena, &p->page, _("Keys"));
	page_add(&v->arena, &p->page, STYLE_NORMAL, 2, keys_summary(&v->arena, &keys));
	return 0;
}

static int person_load(struct view *v, struct store *s, struct err *e)
{
	struct person_view *p = v->state;
	struct person_row row = {0};
	struct arena *a = &v->arena;

	if (store_person_find(s, a, p->login, &row, e) < 0)
		return -1;
	p->person = row;
	view_set_title(v, row.name);
	p->page = (struct page){0};
	page_add(a, &p->page, STYLE_STRONG, 0, arena_printf(a, "%s (%s)", row.name, row.login));
	page_add(a, &p->page, STYLE_NORMAL, 0, row.phone);
	if (!row.active)
		page_add(a, &p->page, STYLE_ERROR, 0, _("inactive: cannot log in"));
	page_heading(a, &p->page, _("Posts"));
	for (size_t i = 0; i < row.posts.n; i++)
		page_add(a, &p->page, STYLE_NORMAL, 2, post_text(a, &row.posts.at[i]));
	if (!row.posts.n)
		page_add(a, &p->page, STYLE_NORMAL, 2, _("none: cannot do anything yet"));
	return add_keys(v, s, e);
}

static void person_draw(const struct view *v, struct canvas *c)
{
	const struct person_view *p = v->state;
	struct canvas page = canvas_sub(c, 0, 2, c->rows, c->cols - 4);

	page_show(&p->page, p->top, &page);
}

static const char *posts_text(struct arena *a, const struct person_row *p)
{
	const char *text = p->posts.n ? post_text(a, &p->posts.at[0]) : _("none");

	for (size_t i = 1; i < p->posts.n; i++)
		text = arena_printf(a, _("%s; %s"), text, post_text(a, &p->posts.at[i]));
	return text;
}

static void values_of(const struct person_row *p, struct arena *a, struct form_row *to)
{
	*to = (struct form_row){.id = p->id, .version = p->version};
	form_row_add(a, to, _("Posts"), posts_text(a, p));
	form_row_add(a, to, _("is let in"), p->active ? _("yes") : _("no"));
}

static int read_row(struct view *v, int64_t id, struct arena *a, struct form_row *to, struct err *e)
{
	const struct person_view *p = v->state;
	struct person_row row;

	(void)id; /* the one that is shown */
	if (store_person_find(v->context->store, a, p->login, &row, e) < 0)
		return -1;
	values_of(&row, a, to);
	return 0;
}

static void set_about(struct app *app, const struct person_view *p)
{
	struct arena a = ARENA_INIT;
	struct form_row row;

	values_of(&p->person, &a, &row);
	about_set(app, &row);
	arena_free(&a);
}

static enum reply open_menu(struct view *v, struct app *app)
{
	const struct person_view *p = v->state;
	struct err e = ERR_INIT;
	struct menu_entry entries[] = {
		{_("give a post"), NULL, ENTRY_GIVE, false},
		{_("end a post"), NULL, ENTRY_END, !p->person.posts.n},
		{p->person.active ? _("no longer let in") : _("let in again"), NULL, ENTRY_ACTIVE,
		 false},
		{_("hand over to somebody else"), NULL, ENTRY_HANDOVER, false},
		{_("keys: add, look at, revoke"), NULL, ENTRY_KEYS, false},
	};

	if (session_demand(v->context, ACT_PERSON, 0, &e) < 0) {
		app_error(app, &e);
		return REPLY_DONE;
	}
	menu_open(app, TAG_MENU, p->person.name, entries, sizeof entries / sizeof entries[0]);
	set_about(app, p);
	return REPLY_DONE;
}

static enum reply ask_role(struct app *app)
{
	struct menu_entry entries[POST_ROLE_COUNT];

	for (int i = 0; i < POST_ROLE_COUNT; i++)
		entries[i] =
			(struct menu_entry){.text = post_role_label((enum post_role)i), .id = i};
	menu_open(app, TAG_ROLE, _("Which post?"), entries, POST_ROLE_COUNT);
	return REPLY_DONE;
}

static enum reply ask_unit(struct view *v, struct app *app)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct unit_rows units = {0};
	struct dialog_item *items;

	if (store_unit_list(v->context->store, &a, &units, &e) < 0) {
		app_error(app, &e);
	} else if (!units.n) {
		app_info(app, "%s", _("There is no unit yet: import a plan, or add units first."));
	} else {
		items = arena_alloc(&a, units.n * sizeof *items);
		for (size_t i = 0; i < units.n; i++)
			items[i] = (struct dialog_item){units.at[i].name, units.at[i].aliases,
							units.at[i].id};
		dialog_choose(app, TAG_UNIT, _("In which unit?"), items, units.n);
	}
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply ask_which_ends(const struct view *v, struct app *app)
{
	const struct person_view *p = v->state;
	size_t n = p->person.posts.n;
	struct arena a = ARENA_INIT;
	struct menu_entry *entries = arena_alloc(&a, (n + 1) * sizeof *entries);

	for (size_t i = 0; i < n; i++)
		entries[i] = (struct menu_entry){.text = post_text(&a, &p->person.posts.at[i]),
						 .id = p->person.posts.at[i].id};
	menu_open(app, TAG_END, _("Which post ends?"), entries, n);
	arena_free(&a);
	return REPLY_DONE;
}

static const struct post_row *chosen_post(const struct person_view *p)
{
	for (size_t i = 0; i < p->person.posts.n; i++)
		if (p->person.posts.at[i].id == p->post_id)
			return &p->person.posts.at[i];
	return NULL;
}

static enum reply ask_end(const struct person_view *p, struct app *app)
{
	const struct post_row *post = chosen_post(p);
	struct arena a = ARENA_INIT;

	if (!post)
		return REPLY_DONE;
	dialog_agree(
		app, TAG_SURE, _("End the post"),
		arena_printf(&a,
			     p->person.posts.n > 1
				     ? _("%s (%s) is no longer: %s. The other posts stay, and all "
					 "that was entered. The post can be given again.")
				     : _("%s (%s) is no longer: %s. It is the only post: nothing "
					 "can be done here then. All that was entered stays. The "
					 "post can be given again."),
			     p->person.name, p->person.login, post_text(&a, post)),
		_("End it"));
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply ask_out(const struct person_view *p, struct app *app)
{
	struct arena a = ARENA_INIT;

	dialog_agree(app, TAG_OUT, _("No longer let in"),
		     arena_printf(&a,
				  _("%s (%s) cannot log in any more. The posts rest: %s. \"Let "
				    "in again\" takes it back; all that was entered stays."),
				  p->person.name, p->person.login, posts_text(&a, &p->person)),
		     _("No longer let in"));
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply told(struct app *app, const struct view_result *answer, int rc, unsigned changes,
		       const struct err *e, const char *done)
{
	if (rc < 0)
		about_refused(app, answer, e, read_row);
	else
		app_info(app, "%s", done);
	app_changed(app, changes);
	return REPLY_DONE;
}

static enum reply give(struct view *v, struct app *app, const struct view_result *answer,
		       int64_t unit_id)
{
	struct person_view *p = v->state;
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	unsigned changes = 0;
	int rc = store_post_add(v->context->store, &who, p->person.id, about_version(answer),
				p->role, unit_id, &changes, &e);

	told(app, answer, rc, changes, &e,
	     arena_printf(&a, _("%s has the post now: %s."), p->person.name,
			  post_role_label(p->role)));
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply end(struct view *v, struct app *app, const struct view_result *answer)
{
	const struct person_view *p = v->state;
	const struct post_row *post = chosen_post(p);
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	unsigned changes = 0;

	if (!post)
		return REPLY_DONE;
	int rc = store_post_end(v->context->store, &who, post->id, about_version(answer), &changes,
				&e);
	told(app, answer, rc, changes, &e,
	     arena_printf(&a, _("%s is no longer: %s. \"Give a post\" gives it back."),
			  p->person.name, post_text(&a, post)));
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply let_in(struct view *v, struct app *app, const struct view_result *answer, bool in)
{
	const struct person_view *p = v->state;
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	unsigned changes = 0;
	int rc = store_person_set_active(v->context->store, &who, p->person.id,
					 about_version(answer), in, &changes, &e);

	told(app, answer, rc, changes, &e,
	     in ? arena_printf(&a, _("%s can log in again; posts: %s."), p->person.name,
			       posts_text(&a, &p->person))
		: arena_printf(&a, _("%s cannot log in any more. \"Let in again\" takes it back."),
			       p->person.name));
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply do_entry(struct view *v, struct app *app, const struct view_result *answer)
{
	const struct person_view *p = v->state;

	switch (answer->id) {
	case ENTRY_GIVE:
		return about_follow(app, answer, ask_role(app));
	case ENTRY_END:
		return about_follow(app, answer, ask_which_ends(v, app));
	case ENTRY_HANDOVER:
	case ENTRY_KEYS:
		app_push(app, answer->id == ENTRY_KEYS ? &view_keys : &view_handover,
			 &(struct view_args){.text = p->login});
		return REPLY_DONE;
	default:
		return p->person.active ? about_follow(app, answer, ask_out(p, app))
					: let_in(v, app, answer, true);
	}
}

static enum reply person_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct person_view *p = v->state;

	if (!r->ok)
		return REPLY_DONE;
	switch (r->tag) {
	case TAG_MENU:
		return do_entry(v, app, r);
	case TAG_ROLE:
		p->role = (enum post_role)r->id;
		if (p->role == POST_REPORTER || p->role == POST_APPROVER)
			return about_follow(app, r, ask_unit(v, app));
		return give(v, app, r, 0);
	case TAG_UNIT:
		return give(v, app, r, r->id);
	case TAG_END:
		p->post_id = r->id;
		return about_follow(app, r, ask_end(p, app));
	case TAG_SURE:
		return end(v, app, r);
	default:
		return let_in(v, app, r, false);
	}
}

static enum reply person_act(struct view *v, struct app *app, enum action a)
{
	struct person_view *p = v->state;

	if (a == DO_OPEN)
		return open_menu(v, app);
	return page_act(&p->top, a, page_rows(&p->page, v->cols - 4), v->rows) ? REPLY_DONE
									       : REPLY_PASS;
}

/* What Enter opens is for those who manage people. */
static bool person_offers(const struct view *v, enum action a)
{
	return a == DO_OPEN ? session_may(v->context, ACT_PERSON, 0) : page_view_offers(v, a);
}

const struct view_ops view_person = {
	.name = "person",
	.title = N_("Person"),
	.scope = SCOPE_LIST,
	.depends = CHANGE_PERSON | CHANGE_OTHERS,
	.state_size = sizeof(struct person_view),
	.open = person_open,
	.load = person_load,
	.draw = person_draw,
	.act = person_act,
	.resume = person_resume,
	.offers = person_offers,
	.close = person_close,
};
