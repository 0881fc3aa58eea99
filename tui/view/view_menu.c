/*
 * view_menu.c - the main menu and the small menus behind it: administration, which plan, which
 * post. All four are one kind of dialog; they differ in the table of choices that their load()
 * makes. A menu only goes where the active post may go.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/store_plan.h"
#include "tui/part/menu.h"
#include "tui/app/session.h"

enum choice_kind { GO_HOME, GO_VIEW, GO_MENU, USE_PLAN, USE_POST, LEAVE };

struct choice {
	enum choice_kind kind;
	const struct view_ops *ops; /* GO_VIEW, GO_MENU */
	struct view_args args;
	int64_t id; /* USE_PLAN: plan; USE_POST: post */
};

struct menu_state {
	struct menu_list list;
	VEC(struct menu_entry) entries;
	VEC(struct choice) choices; /* one for each entry */
};

static void add(struct view *v, const char *text, const char *note, struct choice choice)
{
	struct menu_state *m = v->state;

	*vec_push(&v->arena, &m->entries) = (struct menu_entry){.text = text, .note = note};
	*vec_push(&v->arena, &m->choices) = choice;
}

static void begin(struct view *v)
{
	struct menu_state *m = v->state;

	m->entries.at = NULL;
	m->choices.at = NULL;
	m->entries.n = m->entries.cap = m->choices.n = m->choices.cap = 0;
}

/* The entries are where they are only now that all are there. */
static void end(struct view *v)
{
	struct menu_state *m = v->state;

	m->list.entries = m->entries.at;
	m->list.n = m->entries.n;
	if (m->list.cursor >= m->list.n)
		m->list.cursor = 0;
}

static void add_view(struct view *v, const char *text, const struct view_ops *ops,
		     struct view_args args)
{
	add(v, text, NULL, (struct choice){.kind = GO_VIEW, .ops = ops, .args = args});
}

static void add_menu(struct view *v, const char *text, const struct view_ops *ops, const char *note)
{
	add(v, text, note, (struct choice){.kind = GO_MENU, .ops = ops});
}

static bool may_administer(const struct app_context *c)
{
	return session_may(c, ACT_UNIT, 0) || session_may(c, ACT_PERSON, 0) ||
	       session_may(c, ACT_PERIOD, 0);
}

/* What everybody has who reads plans at all. */
static void add_work(struct view *v)
{
	const struct session *s = v->context->session;
	int64_t unit = s->post.unit_id;

	add_view(v, _("All actions"), &view_plan, (struct view_args){0});
	add_view(v, _("Find an action"), &view_plan, (struct view_args){.tab = 1});
	add_view(v, _("Milestones"), &view_milestone_list, (struct view_args){.id2 = unit});
	add_view(v, _("Evidence"), &view_evidence_list, (struct view_args){.id2 = unit});
	add_view(v, _("Print a task list"), &view_print, (struct view_args){0});
}

static int main_load(struct view *v, struct store *store, struct err *e)
{
	const struct app_context *c = v->context;
	const struct session *s = c->session;
	const struct view_ops *home = session_home(s);
	struct scene scene;

	(void)store;
	if (session_scene(c, &v->arena, &scene, e) < 0)
		return -1;
	begin(v);
	add(v, _(home->title), NULL, (struct choice){.kind = GO_HOME});
	if (s->post.role != POST_ADMIN)
		add_work(v);
	if (may_administer(c))
		add_menu(v, _("Administration"), &view_admin_menu, NULL);
	if (scene.nopen > 1)
		add_menu(v, _("Another plan"), &view_plans, scene.plan.code);
	if (s->person->posts.n > 1)
		add_menu(v, _("Another post"), &view_posts, NULL);
	add(v, _("Leave"), NULL, (struct choice){.kind = LEAVE});
	end(v);
	return 0;
}

static int admin_load(struct view *v, struct store *store, struct err *e)
{
	const struct app_context *c = v->context;

	(void)store;
	(void)e;
	begin(v);
	add_view(v, _("Units"), &view_units, (struct view_args){0});
	add_view(v, _("People and posts"), &view_people, (struct view_args){0});
	if (session_may(c, ACT_IMPORT, 0))
		add_view(v, _("Import a plan"), &view_import_files, (struct view_args){0});
	if (session_may(c, ACT_PERIOD, 0))
		add_view(v, _("Reporting periods"), &view_periods, (struct view_args){0});
	end(v);
	return 0;
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

		add(v, p->title[0] ? p->title : p->code, note,
		    (struct choice){.kind = USE_PLAN, .id = p->id});
	}
	end(v);
	return 0;
}

static int posts_load(struct view *v, struct store *store, struct err *e)
{
	const struct person_row *p = v->context->session->person;

	(void)store;
	(void)e;
	begin(v);
	for (size_t i = 0; i < p->posts.n; i++) {
		const struct post_row *post = &p->posts.at[i];

		add(v, post_role_label(post->role), post->unit,
		    (struct choice){.kind = USE_POST, .id = post->id});
	}
	end(v);
	return 0;
}

static size_t page_of(const struct view *v)
{
	return v->rows > 0 ? (size_t)v->rows : 1;
}

static void menu_draw(const struct view *v, struct canvas *c)
{
	menu_list_draw(&((const struct menu_state *)v->state)->list, c);
}

static void menu_fit(const struct view *v, int *cols, int *rows)
{
	menu_list_fit(&((const struct menu_state *)v->state)->list, cols, rows);
}

static void use_plan(struct app *app, int64_t plan_id)
{
	struct session *s = app_context(app)->session;

	s->plan_id = plan_id;
	app_unwind(app, session_home(s)->name);
	app_changed(app, CHANGE_PLAN);
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
		if (session_use_post(s, c->store, c->now, post, &e) < 0) {
			app_error(app, &e);
			return;
		}
		app_unwind(app, old_home);
		app_replace(app, session_home(s), NULL);
		app_changed(app, CHANGE_PLAN);
		return;
	}
}

/* Screens opened from the menu stand on the first screen, so that Esc leads back there. */
static enum reply choose(struct view *v, struct app *app)
{
	const struct menu_state *m = v->state;
	struct choice choice = m->choices.at[m->list.cursor];
	const char *home = session_home(v->context->session)->name;

	switch (choice.kind) {
	case GO_HOME:
		app_unwind(app, home);
		break;
	case GO_VIEW:
		app_unwind(app, home);
		app_push(app, choice.ops, &choice.args);
		break;
	case GO_MENU:
		app_replace(app, choice.ops, NULL);
		break;
	case USE_PLAN:
		use_plan(app, choice.id);
		break;
	case USE_POST:
		use_post(app, choice.id);
		break;
	case LEAVE:
		app_quit(app);
	}
	return REPLY_DONE;
}

static enum reply answer(struct view *v, struct app *app, enum menu_event event)
{
	if (event == MENU_CHOSEN)
		return choose(v, app);
	return event == MENU_PASS ? REPLY_PASS : REPLY_DONE;
}

static enum reply menu_act(struct view *v, struct app *app, enum action a)
{
	struct menu_state *m = v->state;

	/* The key that opened the menu closes it. */
	if (a == DO_MAIN_MENU)
		return REPLY_CLOSE;
	return answer(v, app, menu_list_act(&m->list, a, page_of(v)));
}

static enum reply menu_key(struct view *v, struct app *app, const struct key *k)
{
	struct menu_state *m = v->state;

	return answer(v, app, menu_list_key(&m->list, k, page_of(v)));
}

#define MENU_VIEW(id, view_name, view_title, load_rows)                                            \
	const struct view_ops id = {                                                               \
		.name = view_name,                                                                 \
		.title = view_title,                                                               \
		.scope = SCOPE_MENU,                                                               \
		.depends = CHANGE_PLAN | CHANGE_PERSON | CHANGE_OTHERS,                            \
		.state_size = sizeof(struct menu_state),                                           \
		.dialog = true,                                                                    \
		.load = load_rows,                                                                 \
		.draw = menu_draw,                                                                 \
		.act = menu_act,                                                                   \
		.key = menu_key,                                                                   \
		.fit = menu_fit,                                                                   \
	}
MENU_VIEW(view_menu, "menu", N_("Main menu"), main_load);
MENU_VIEW(view_admin_menu, "admin-menu", N_("Administration"), admin_load);
MENU_VIEW(view_plans, "plans", N_("Which plan?"), plans_load);
MENU_VIEW(view_posts, "posts", N_("With which post?"), posts_load);
