/*
 * palette.c - a list to choose from, made when it is asked for. An entry's id says which of the
 * four sorts it is and which one of them; its name is what is kept as used last.
 */
#include "tui/view/palette.h"

#include "core/i18n.h"
#include "db/plan/store_plan.h"
#include "db/people/store_setting.h"
#include "tui/app/session.h"
#include "tui/part/dialog.h"
#include "tui/view/places.h"
#include "tui/view/views.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Ids: the sort times SORT, and an enum action, an index into places, or the id of an action or of
 * a report. */
enum sort { SORT_DO = 1, SORT_GO, SORT_ACTION, SORT_REPORT };
#define SORT ((int64_t)1 << 40)

enum { MOST_RECENT = 5 };
static const char used[] = "palette"; /* kind of the settings */

struct entry {
	struct dialog_item item;
	const char *name; /* "do:print", "go:plan", "action:12" */
};

struct palette {
	struct arena *a;
	const struct app_context *c;
	VEC(struct entry) entries;
};

/* `also`: what else it is found by. */
static void add(struct palette *p, int64_t id, const char *name, const char *shown,
		const char *also)
{
	struct entry *e = vec_push(p->a, &p->entries);

	e->name = name;
	e->item = (struct dialog_item){.text = shown, .find = also, .id = id};
}

static bool is_listed(const struct view *v, enum action a, enum scope s)
{
	return action_info(a)->scope == s && a != DO_PALETTE && app_offers(v, a);
}

/* What keys do here, from the inside out; moving and typing need no palette. */
static void add_acts(struct palette *p, const struct view *v, const struct keymap *keys)
{
	for (enum scope s = v->scope;; s = scope_info(s)->parent) {
		bool plain = s == SCOPE_MOVE || s == SCOPE_FIELD;

		for (int i = DO_NONE + 1; i < DO_COUNT && !plain; i++) {
			const struct action_info *info = action_info((enum action)i);
			if (!is_listed(v, (enum action)i, s))
				continue;
			const char *text = i18n_label(info->help);
			const char *all = keymap_keys_in(keys, v->scope, (enum action)i, p->a);
			add(p, SORT_DO * SORT + i, arena_printf(p->a, "do:%s", info->name),
			    *all ? arena_printf(p->a, "%s  (%s)", text, all) : text, info->name);
		}
		if (s == SCOPE_GLOBAL)
			return;
	}
}

/* Menus are only a way to what is listed here anyway. */
static int add_places(struct palette *p, struct err *e)
{
	struct place_scene scene;

	if (places_scene(p->c, p->a, &scene, e) < 0)
		return -1;
	for (size_t i = 0; i < nplaces; i++) {
		const struct place *at = &places[i];
		bool off = false;

		if (at->kind == PLACE_MENU || at->kind == PLACE_ACTION || !place_shown(&scene, at))
			continue;
		if (at->note)
			at->note(&scene, p->a, &off);
		if (off)
			continue;
		const char *text = arena_printf(p->a, _("go to: %s"), place_label(p->c, at));
		add(p, SORT_GO * SORT + (int64_t)i, arena_printf(p->a, "go:%s", at->name), text,
		    at->name);
	}
	return 0;
}

static int add_plan(struct palette *p, struct err *e)
{
	struct actor who = session_actor(p->c);
	struct action_rows rows = {0};
	struct scene scene;

	if (session_scene(p->c, p->a, &scene, e) < 0 ||
	    (scene.plan.id &&
	     store_action_list(p->c->store, p->a, &who, scene.plan.id, &rows, e) < 0))
		return -1;
	for (size_t i = 0; i < rows.n; i++) {
		const struct action_row *row = &rows.at[i];
		const char *text = arena_printf(p->a, "%s %s", row->path, row->title);

		add(p, SORT_ACTION * SORT + row->id,
		    arena_printf(p->a, "action:%lld", (long long)row->id), text, row->plan_code);
	}
	return 0;
}

/* What waits for the person, each by itself: the same words that the decision is called by. */
static int add_waiting(struct palette *p, struct err *e)
{
	bool reviews = session_may(p->c, ACT_REVIEW, 0);
	struct report_rows rows = {0};
	struct scene scene;

	if (session_scene(p->c, p->a, &scene, e) < 0 ||
	    session_waiting(p->c, p->a, scene.plan.id, &rows, e) < 0)
		return -1;
	for (size_t i = 0; i < rows.n; i++) {
		const struct report_row *row = &rows.at[i];

		add(p, SORT_REPORT * SORT + row->id, "",
		    arena_printf(p->a,
				 reviews ? _("review: %s %s · %s") : _("sign off: %s %s · %s"),
				 row->action_no, row->action_title, row->unit),
		    NULL);
	}
	return 0;
}

/* The one with this name goes to place `to`, those between move down. */
static bool move_up(struct palette *p, const char *name, size_t to)
{
	for (size_t i = to; i < p->entries.n; i++) {
		struct entry found = p->entries.at[i];

		if (strcmp(found.name, name) != 0)
			continue;
		memmove(&p->entries.at[to + 1], &p->entries.at[to], (i - to) * sizeof found);
		p->entries.at[to] = found;
		return true;
	}
	return false;
}

static int recent_first(struct palette *p, struct err *e)
{
	struct actor who = session_actor(p->c);
	struct settings last = {0};
	size_t to = 0;

	if (store_setting_list(p->c->store, p->a, &who, used, true, &last, e) < 0)
		return -1;
	for (size_t i = 0; i < last.rows.n && to < MOST_RECENT; i++)
		to += move_up(p, last.rows.at[i].name, to);
	return 0;
}

static void ask(struct app *app, const struct palette *p)
{
	struct dialog_item *items = xcalloc(p->entries.n + 1, sizeof *items);

	for (size_t i = 0; i < p->entries.n; i++)
		items[i] = p->entries.at[i].item;
	dialog_choose(app, APP_TAG_ANYWHERE, _("What to do, where to go"), items, p->entries.n);
	free(items);
}

void palette_open(struct app *app)
{
	struct arena a = ARENA_INIT;
	struct palette p = {.a = &a, .c = app_context(app)};
	struct err e = ERR_INIT;

	add_acts(&p, app_top(app), app_keymap(app));
	if (add_waiting(&p, &e) < 0 || add_places(&p, &e) < 0 || add_plan(&p, &e) < 0 ||
	    recent_first(&p, &e) < 0)
		app_error(app, &e);
	else
		ask(app, &p);
	arena_free(&a);
}

/* That it could not be kept is no reason not to do it. */
static void keep_used(const struct app_context *c, const char *sort, const char *name)
{
	struct actor who = session_actor(c);
	char *text = xasprintf("%s:%s", sort, name);
	struct err e = ERR_INIT;

	store_setting_put(c->store, &who, used, text, "", &e);
	free(text);
}

static void open_action(struct app *app, int64_t id)
{
	char name[24];

	snprintf(name, sizeof name, "%lld", (long long)id);
	keep_used(app_context(app), "action", name);
	app_push(app, &view_action, &(struct view_args){.id = id});
}

void palette_answered(struct app *app, const struct view_result *r)
{
	int64_t id = r->id % SORT;

	if (!r->ok)
		return;
	switch ((enum sort)(r->id / SORT)) {
	case SORT_DO:
		keep_used(app_context(app), "do", action_info((enum action)id)->name);
		app_perform(app, (enum action)id);
		break;
	case SORT_GO:
		keep_used(app_context(app), "go", places[id].name);
		place_go(app, &places[id]);
		break;
	case SORT_ACTION:
		open_action(app, id);
		break;
	case SORT_REPORT:
		app_push(app, &view_review, &(struct view_args){.id = id});
	}
}
