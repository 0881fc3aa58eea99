/*
 * session.c - what a person has chosen for this sitting: post and plan. Which plan one works in is
 * chosen by where the unit of the post has something to do; the person can change it on the menu.
 * Nothing of the file is kept here, so nothing here can be out of date.
 */
#include "tui/app/session.h"

#include "core/rule/flow.h"
#include "core/i18n.h"
#include "db/report/store_period.h"
#include "db/people/store_key.h"
#include "db/people/store_person.h"
#include "db/plan/store_plan.h"
#include "db/cycle/store_policy.h"
#include "db/plan/store_task.h"
#include "tui/view/views.h"

static struct actor actor_with_post(const struct session *s, struct moment now)
{
	struct actor who;

	actor_of(&who, s->person, s->remote, now);
	who.key_id = s->key_id;
	who.posts = &s->post;
	who.nposts = 1;
	return who;
}

/* What a post is opened with first: those that have work of their own before those that do not. */
static int post_rank(enum post_role role)
{
	static const int rank[POST_ROLE_COUNT] = {
		[POST_REPORTER] = 0, [POST_APPROVER] = 1, [POST_OFFICE] = 2,
		[POST_LEADER] = 3,   [POST_ASSESSOR] = 4, [POST_ADMIN] = 5,
	};

	return rank[role];
}

static const struct post_row *choose_post(const struct person_row *p, int64_t post_id)
{
	const struct post_row *best = NULL;

	for (size_t i = 0; i < p->posts.n; i++) {
		const struct post_row *post = &p->posts.at[i];

		if (post->id == post_id)
			return post;
		if (!best || post_rank(post->role) < post_rank(best->role))
			best = post;
	}
	return best;
}

/* The newest open plan in which the post's unit has something to do, else the newest open one. */
static int choose_plan(const struct session *s, struct store *store, const struct plan_rows *plans,
		       int64_t *plan_id, struct err *e)
{
	int64_t unit = s->post.unit_id;

	*plan_id = 0;
	for (size_t i = 0; i < plans->n; i++) {
		const struct plan_row *p = &plans->at[i];

		if (p->state != PLAN_OPEN)
			continue;
		if (!*plan_id)
			*plan_id = p->id;
		int has = unit ? store_task_any(store, unit, p->id, e) : 1;
		if (has < 0)
			return -1;
		if (has) {
			*plan_id = p->id;
			break;
		}
	}
	return 0;
}

static int plan_of_post(struct session *s, struct store *store, struct moment now, int64_t *plan_id,
			struct err *e)
{
	struct arena a = ARENA_INIT;
	struct actor who = actor_with_post(s, now);
	struct plan_rows plans = {0};
	int rc = store_plan_list(store, &a, &who, &plans, e);

	if (rc == 0)
		rc = choose_plan(s, store, &plans, plan_id, e);
	arena_free(&a);
	return rc;
}

int session_use_post(struct session *s, struct store *store, struct moment now,
		     const struct post_row *post, struct err *e)
{
	struct session next = *s;

	next.post = *post;
	next.plan_id = 0;
	/* An administrator of the server reads no plans. */
	if (post->role != POST_ADMIN && plan_of_post(&next, store, now, &next.plan_id, e) < 0)
		return -1;
	*s = next;
	return 0;
}

int session_begin(struct session *s, const struct tui_args *args, struct err *e)
{
	const struct post_row *post = choose_post(args->person, args->post_id);

	if (!post)
		return err_set(e, ERR_DENIED,
			       _("%s has no post yet; the administrator gives one with "
				 "'duban person post'"),
			       args->person->name);
	*s = (struct session){
		.person = args->person,
		.remote = args->remote ? args->remote : "",
		.key_id = args->key_id,
		.session_id = args->session_id,
		.before = args->before,
		.seat = "",
		.print_width = args->print_width,
		.print_page_lines = args->print_page_lines,
		.printer = args->printer ? args->printer : "",
		.send = args->send,
	};
	if (session_load_rules(s, args->store, e) < 0)
		return -1;
	if (session_use_post(s, args->store, args->now, post, e) == 0)
		return 0;
	session_end(s);
	return -1;
}

void session_end(struct session *s)
{
	arena_free(&s->rules_arena);
}

int session_load_rules(struct session *s, struct store *store, struct err *e)
{
	struct arena fresh = ARENA_INIT;
	struct lamp_rules rules;
	struct policy policy;

	if (store_lamp_rules(store, &fresh, &rules, e) < 0 ||
	    store_policy_load(store, &fresh, &policy, e) < 0) {
		arena_free(&fresh);
		return -1;
	}
	arena_free(&s->rules_arena);
	s->rules_arena = fresh;
	s->rules = rules;
	s->same_limit = policy_number(&policy, POLICY_NO_CHANGE);
	return 0;
}

struct actor session_actor(const struct app_context *c)
{
	return actor_with_post(c->session, c->now);
}

int64_t session_unit(const struct app_context *c, int64_t unit_id)
{
	return unit_id ? unit_id : c->session->post.unit_id;
}

int session_admitted(const struct app_context *c, struct err *e)
{
	struct actor who = session_actor(c);

	return store_key_check(c->store, &who, e);
}

int session_holds(const struct app_context *c, const struct post_row *post, struct err *e)
{
	return store_post_held(c->store, c->session->person->id, post, e);
}

/* A person added since the backup was made is not in it, and their number may be another's. */
static int find_again(const struct app_context *c, struct store *s, struct err *e)
{
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct person_row p = {0};
	int rc = store_person_find(s, &a, who.login, &p, e);

	arena_free(&a);
	if (rc == 0 && p.id != who.person_id)
		return err_set(e, ERR_NOT_FOUND, "%s is another person there", who.login);
	who.nposts = 0; /* nothing but what was typed is kept, which needs none */
	return rc == 0 ? store_key_check(s, &who, e) : rc;
}

int session_successor(const struct app_context *c, struct store **s, struct err *e)
{
	struct store *next;

	if (store_open_again(c->store, &next, e) < 0)
		return -1;
	if (find_again(c, next, e) == 0) {
		*s = next;
		return 0;
	}
	store_close(next);
	return -1;
}

int session_files(const struct app_context *c, const char *command, struct err *e)
{
	if (!c->session->key_id)
		return 0;
	return err_set(
		e, ERR_STATE,
		_("your files are on your own computer and not on this server: there type %s"),
		command);
}

bool session_may(const struct app_context *c, enum act act, int64_t unit_id)
{
	struct actor who = session_actor(c);
	struct subject what = {.unit_id = unit_id, .unit = ""};

	return may_quietly(&who, act, &what);
}

int session_demand(const struct app_context *c, enum act act, int64_t unit_id, struct err *e)
{
	const struct session *s = c->session;
	struct actor who = session_actor(c), all;
	struct subject what = {.unit_id = unit_id, .unit = ""};
	struct err quiet = ERR_INIT;
	const struct post_row *other;

	if (may(&who, act, &what, e))
		return 0;
	actor_of(&all, s->person, s->remote, c->now);
	other = may(&all, act, &what, &quiet);
	if (!other)
		return -1;
	/* TRANSLATORS: two posts, an act and an entry of the main menu */
	return err_set(e, ERR_DENIED,
		       _("as %1$s you may not %2$s, but you are %3$s too: choose that post in the "
			 "main menu under \"%4$s\""),
		       post_role_label(s->post.role), act_label(act), post_role_label(other->role),
		       _("Another post"));
}

const struct view_ops *session_home(const struct session *s)
{
	switch (s->post.role) {
	case POST_REPORTER:
	case POST_APPROVER:
		return &view_home;
	case POST_OFFICE:
		return &view_office;
	case POST_LEADER:
	case POST_ASSESSOR:
		return &view_overview;
	case POST_ADMIN:
	case POST_ROLE_COUNT:
		break;
	}
	return &view_people;
}

static int count_open(const struct plan_rows *plans)
{
	int n = 0;

	for (size_t i = 0; i < plans->n; i++)
		n += plans->at[i].state == PLAN_OPEN;
	return n;
}

/* A plan without periods is no failure here: the screens say what to do. */
static int read_period(const struct app_context *c, struct arena *a, struct scene *sc,
		       struct err *e)
{
	struct err none = ERR_INIT;

	if (store_period_current(c->store, a, sc->plan.id, c->now.today, &sc->period, &none) == 0)
		return 0;
	sc->period = (struct period_row){0};
	if (none.code == ERR_NOT_FOUND)
		return 0;
	*e = none;
	return -1;
}

int session_scene(const struct app_context *c, struct arena *a, struct scene *sc, struct err *e)
{
	struct actor who = session_actor(c);
	struct plan_rows plans = {0};

	*sc = (struct scene){0};
	if (c->session->post.role == POST_ADMIN)
		return 0;
	if (store_plan_list(c->store, a, &who, &plans, e) < 0)
		return -1;
	sc->nopen = count_open(&plans);
	/* A plan may have been imported, or ours closed, since this sitting began. */
	int64_t id = c->session->plan_id;
	if (!id && choose_plan(c->session, c->store, &plans, &id, e) < 0)
		return -1;
	for (size_t i = 0; i < plans.n; i++) {
		if (plans.at[i].id == id)
			sc->plan = plans.at[i];
	}
	return sc->plan.id ? read_period(c, a, sc, e) : 0;
}
