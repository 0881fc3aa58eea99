/*
 * view_whoami.c - who one is here, and by what: person, posts, the key of this session and where it
 * came from, when one was here before, what else one has open.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/people/store_key.h"
#include "db/people/store_session.h"
#include "tui/app/session.h"
#include "tui/part/page.h"
#include "tui/people/key_text.h"

enum { SIDE_COLS = 4 };

struct whoami {
	struct page page;
	int top;
};

static void add_posts(struct arena *a, struct page *p, const struct session *s)
{
	page_heading(a, p, _("Posts"));
	for (size_t i = 0; i < s->person->posts.n; i++) {
		const struct post_row *post = &s->person->posts.at[i];
		bool active = post->id == s->post.id;
		const char *name = arena_printf(a, "%s%s%s", post_role_label(post->role),
						*post->unit ? " " : "", post->unit);

		page_add(a, p, active ? STYLE_STRONG : STYLE_NORMAL, 2,
			 active && s->person->posts.n > 1
				 ? arena_printf(a, _("%s, working as this now"), name)
				 : name);
	}
	if (s->person->posts.n > 1)
		page_add(a, p, STYLE_DIM, 2,
			 arena_printf(a, _("another one is chosen in the main menu under \"%s\""),
				      _("Another post")));
}

static const char *place_of(const char *remote)
{
	return *remote ? remote : _("this server");
}

static int add_way_in(struct arena *a, struct page *p, const struct session *s, struct store *store,
		      struct err *e)
{
	struct key_row key;

	page_heading(a, p, _("The way in"));
	page_add(a, p, STYLE_NORMAL, 2, arena_printf(a, _("from %s"), place_of(s->remote)));
	if (!s->key_id) {
		page_add(a, p, STYLE_NORMAL, 2,
			 _("with the account on this server, without a key"));
		return 0;
	}
	if (store_key_get(store, a, s->key_id, &key, e) < 0)
		return -1;
	page_add(a, p, STYLE_NORMAL, 2,
		 arena_printf(a, _("with the key %1$lld (%2$s) %3$s"), (long long)key.id, key.type,
			      key.name));
	page_add(a, p, STYLE_NORMAL, 2, key.fingerprint);
	return 0;
}

/* All of the person's, to see at a glance whether one is a stranger's. */
static int add_keys(struct arena *a, struct page *p, const struct session *s,
		    const struct actor *who, struct store *store, struct err *e)
{
	struct key_rows keys;

	if (store_key_list(store, a, who, s->person->id, &keys, e) < 0)
		return -1;
	page_heading(a, p, _("Your keys"));
	keys_page_add(a, p, &keys);
	return 0;
}

static void add_log_in(struct arena *a, struct page *p, int64_t utc, const char *remote,
		       const char *mark)
{
	char at[TIME_TEXT];

	page_add(a, p, STYLE_NORMAL, 2,
		 arena_printf(a, _("%1$s from %2$s%3$s"), time_format_local(utc, at),
			      place_of(remote), mark));
}

static int add_sessions(struct arena *a, struct page *p, const struct session *s,
			const struct actor *who, struct store *store, struct err *e)
{
	struct session_rows open;

	if (store_session_list(store, a, who, &open, e) < 0)
		return -1;
	page_heading(a, p, _("The log-in before this one"));
	if (s->before.at)
		add_log_in(a, p, s->before.at, s->before.remote, "");
	else
		page_add(a, p, STYLE_NORMAL, 2, _("none: this is the first"));
	if (!open.n)
		return 0;
	page_heading(a, p, _("Open now"));
	for (size_t i = 0; i < open.n; i++)
		add_log_in(a, p, open.at[i].began_at, open.at[i].remote,
			   open.at[i].id == s->session_id ? _(" (this one)") : "");
	return 0;
}

static int whoami_load(struct view *v, struct store *store, struct err *e)
{
	struct whoami *w = v->state;
	const struct session *s = v->context->session;
	struct actor who = session_actor(v->context);
	struct arena *a = &v->arena;
	struct page page = {0};

	page_add(a, &page, STYLE_STRONG, 0,
		 arena_printf(a, "%s (%s)", s->person->name, s->person->login));
	add_posts(a, &page, s);
	if (add_way_in(a, &page, s, store, e) < 0 ||
	    add_sessions(a, &page, s, &who, store, e) < 0 ||
	    add_keys(a, &page, s, &who, store, e) < 0)
		return -1;
	page_heading(a, &page, _("If any of it is strange to you"));
	page_add(a, &page, STYLE_NORMAL, 2,
		 _("tell the administrator, who can revoke the key at once."));
	w->page = page;
	return 0;
}

static void whoami_draw(const struct view *v, struct canvas *c)
{
	const struct whoami *w = v->state;
	struct canvas page = canvas_sub(c, 0, SIDE_COLS / 2, c->rows, c->cols - SIDE_COLS);

	page_show(&w->page, w->top, &page);
}

static enum reply whoami_act(struct view *v, struct app *app, enum action a)
{
	struct whoami *w = v->state;

	(void)app;
	return page_act(&w->top, a, page_rows(&w->page, v->cols - SIDE_COLS), v->rows) ? REPLY_DONE
										       : REPLY_PASS;
}

const struct view_ops view_whoami = {
	.name = "whoami",
	.title = N_("Who I am here"),
	.scope = SCOPE_TEXT,
	.depends = CHANGE_PERSON | CHANGE_OTHERS,
	.state_size = sizeof(struct whoami),
	.load = whoami_load,
	.draw = whoami_draw,
	.act = whoami_act,
	.offers = page_view_offers,
};
