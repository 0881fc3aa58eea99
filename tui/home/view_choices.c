/*
 * view_choices.c - which plan one works in, and with which post: two menus that begin on what is in
 * force and whose answer changes the session and leads to the first screen.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/plan/store_plan.h"
#include "tui/app/session.h"
#include "tui/part/menu.h"

struct choices {
	struct menu_list list;
	VEC(struct menu_entry) entries;
	bool placed; /* the cursor has been put on the entry in force */
};

/* What is in force is marked, and the cursor begins on it. */
static void add(struct view *v, const char *text, const char *note, int64_t id, bool in_force)
{
	struct choices *m = v->state;

	if (in_force && !m->placed) {
		m->list.cursor = m->entries.n;
		m->placed = true;
	}
	if (in_force)
		note = *note ? arena_printf(&v->arena, _("%s, now"), note) : _("now");
	*vec_push(&v->arena, &m->entries) =
		(struct menu_entry){.text = text, .note = note, .id = id};
}

static void begin(struct view *v)
{
	struct choices *m = v->state;

	m->entries.at = NULL;
	m->entries.n = m->entries.cap = 0;
}

/* The entries are where they are only now that all are there. */
static void end(struct view *v)
{
	struct choices *m = v->state;

	m->list.entries = m->entries.at;
	m->list.n = m->entries.n;
	if (m->list.cursor >= m->list.n)
		m->list.cursor = 0;
}

static int plans_load(struct view *v, struct store *store, struct err *e)
{
	struct actor who = session_actor(v->context);
	struct plan_rows plans = {0};

	if (store_plan_list(store, &v->arena, &who, &plans, e) < 0)
		return -1;
	begin(v);
	for (size_t i = 0; i < plans.n; i++) {
		const struct plan_row *p = &plans.at[i];
		const char *note = p->state == PLAN_OPEN
					   ? p->code
					   : arena_printf(&v->arena, "%s, %s", p->code,
							  plan_state_label(p->state));

		add(v, p->title[0] ? p->title : p->code, note, p->id,
		    p->id == v->context->session->plan_id);
	}
	end(v);
	return 0;
}

static int posts_load(struct view *v, struct store *store, struct err *e)
{
	const struct person_row *p = v->context->session->person;
	int held = 1;

	(void)store;
	begin(v);
	for (size_t i = 0; i < p->posts.n && held >= 0; i++) {
		const struct post_row *post = &p->posts.at[i];

		held = session_holds(v->context, post, e);
		if (held <= 0)
			continue;
		add(v, post_role_label(post->role), post->unit ? post->unit : "", post->id,
		    post->id == v->context->session->post.id);
	}
	end(v);
	return held < 0 ? -1 : 0;
}

static size_t page_of(const struct view *v)
{
	return v->rows > 0 ? (size_t)v->rows : 1;
}

static void choices_draw(const struct view *v, struct canvas *c)
{
	menu_list_draw(&((const struct choices *)v->state)->list, c);
}

static void choices_fit(const struct view *v, int *cols, int *rows)
{
	menu_list_fit(&((const struct choices *)v->state)->list, cols, rows);
}

static void use_plan(struct app *app, int64_t plan_id)
{
	struct session *s = app_context(app)->session;

	if (!app_unwind(app, session_home(s)->name))
		return;
	s->plan_id = plan_id;
	app_changed(app, CHANGE_PLAN);
}

static bool may_use(struct app *app, const struct post_row *post)
{
	struct err e = ERR_INIT;
	int held = session_holds(app_context(app), post, &e);

	if (held == 0)
		err_set(&e, ERR_STATE, _("this post of yours has ended since you logged in"));
	if (held <= 0)
		app_error(app, &e);
	return held > 0;
}

static void use_post(struct app *app, int64_t post_id)
{
	const struct app_context *c = app_context(app);
	struct session *s = c->session;
	const char *old_home = session_home(s)->name;
	struct err e = ERR_INIT;

	for (size_t i = 0; i < s->person->posts.n; i++) {
		const struct post_row *post = &s->person->posts.at[i];

		if (post->id != post_id)
			continue;
		if (!may_use(app, post) || !app_unwind(app, old_home))
			return;
		if (session_use_post(s, c->store, c->now, post, &e) < 0) {
			app_error(app, &e);
			return;
		}
		app_replace(app, session_home(s), NULL);
		app_changed(app, CHANGE_PLAN);
		return;
	}
}

static enum reply answer(struct view *v, struct app *app, enum menu_event event)
{
	const struct choices *m = v->state;

	if (event != MENU_CHOSEN)
		return event == MENU_PASS ? REPLY_PASS : REPLY_DONE;
	if (v->ops == &view_plans)
		use_plan(app, m->list.entries[m->list.cursor].id);
	else
		use_post(app, m->list.entries[m->list.cursor].id);
	return REPLY_DONE;
}

static enum reply choices_act(struct view *v, struct app *app, enum action a)
{
	struct choices *m = v->state;

	return answer(v, app, menu_list_act(&m->list, a, page_of(v)));
}

static enum reply choices_key(struct view *v, struct app *app, const struct key *k)
{
	struct choices *m = v->state;

	return answer(v, app, menu_list_key(&m->list, k, page_of(v)));
}

static enum reply choices_point(struct view *v, struct app *app, const struct point *p)
{
	struct choices *m = v->state;

	return answer(v, app, menu_list_point(&m->list, p, page_of(v)));
}

#define CHOICES_VIEW(id, view_name, view_title, load_rows)                                         \
	const struct view_ops id = {                                                               \
		.name = view_name,                                                                 \
		.title = view_title,                                                               \
		.scope = SCOPE_MENU,                                                               \
		.depends = CHANGE_PLAN | CHANGE_PERSON | CHANGE_OTHERS,                            \
		.state_size = sizeof(struct choices),                                              \
		.dialog = true,                                                                    \
		.load = load_rows,                                                                 \
		.draw = choices_draw,                                                              \
		.act = choices_act,                                                                \
		.key = choices_key,                                                                \
		.point = choices_point,                                                            \
		.fit = choices_fit,                                                                \
	}
CHOICES_VIEW(view_plans, "plans", N_("Which plan?"), plans_load);
CHOICES_VIEW(view_posts, "posts", N_("With which post?"), posts_load);
