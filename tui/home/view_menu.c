/*
 * view_menu.c - the main menu and the menus behind it, drawn from the table of places. A menu goes
 * only where the active post may go.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "tui/app/session.h"
#include "tui/part/menu.h"
#include "tui/view/places.h"

struct place_menu_view {
	enum place_menu menu;
	struct menu_list list;
	const struct place **at; /* one for each entry, in the arena */
};

static int menu_open_places(struct view *v, const struct view_args *args, struct err *e)
{
	struct place_menu_view *m = v->state;

	(void)e;
	m->menu = (enum place_menu)args->tab;
	view_set_title(v, places_title(m->menu));
	return 0;
}

static int menu_load(struct view *v, struct store *store, struct err *e)
{
	struct place_menu_view *m = v->state;
	struct arena *a = &v->arena;
	struct menu_entry *entries = arena_alloc(a, nplaces * sizeof *entries);
	const struct place **at = arena_alloc(a, nplaces * sizeof(const struct place *));
	struct place_scene scene;
	char *numbers = arena_alloc(a, nplaces + 1);
	size_t n = 0;

	(void)store;
	if (places_scene(v->context, a, &scene, e) < 0)
		return -1;
	for (size_t i = 0; i < nplaces; i++) {
		const struct place *p = &places[i];
		if (p->in != m->menu || !place_shown(&scene, p))
			continue;
		entries[n] = (struct menu_entry){.text = place_label(v->context, p)};
		numbers[n] = p->number;
		if (p->note)
			entries[n].note = p->note(&scene, a, &entries[n].off);
		at[n++] = place_resolve(&scene, p);
	}
	m->at = at;
	m->list.entries = entries;
	m->list.numbers = numbers;
	m->list.n = n;
	if (m->list.cursor >= n)
		m->list.cursor = 0;
	return 0;
}

static size_t page_of(const struct view *v)
{
	return v->rows > 0 ? (size_t)v->rows : 1;
}

static void menu_draw(const struct view *v, struct canvas *c)
{
	menu_list_draw(&((const struct place_menu_view *)v->state)->list, c);
}

static void menu_fit(const struct view *v, int *cols, int *rows)
{
	menu_list_fit(&((const struct place_menu_view *)v->state)->list, cols, rows);
}

/* The menu goes first: what is chosen stands on the screen below it. */
static enum reply choose(struct view *v, struct app *app)
{
	const struct place_menu_view *m = v->state;
	const struct place *p = m->at[m->list.cursor];

	app_finish(app, NULL);
	place_go(app, p);
	return REPLY_DONE;
}

static enum reply answer(struct view *v, struct app *app, enum menu_event event)
{
	const struct place_menu_view *m = v->state;

	if (event == MENU_CHOSEN)
		return choose(v, app);
	if (event == MENU_OFF)
		menu_tell_off(app, &m->list.entries[m->list.cursor]);
	return event == MENU_PASS ? REPLY_PASS : REPLY_DONE;
}

static enum reply menu_act(struct view *v, struct app *app, enum action a)
{
	struct place_menu_view *m = v->state;

	/* The key that opened the menu closes it. */
	if (a == DO_MAIN_MENU)
		return REPLY_CLOSE;
	return answer(v, app, menu_list_act(&m->list, a, page_of(v)));
}

static enum reply menu_key(struct view *v, struct app *app, const struct key *k)
{
	struct place_menu_view *m = v->state;

	return answer(v, app, menu_list_key(&m->list, k, page_of(v)));
}

static enum reply menu_point(struct view *v, struct app *app, const struct point *p)
{
	struct place_menu_view *m = v->state;

	return answer(v, app, menu_list_point(&m->list, p, page_of(v)));
}

const struct view_ops view_menu = {
	.name = "menu",
	.title = N_("Main menu"),
	.scope = SCOPE_MENU,
	.depends = CHANGE_PLAN | CHANGE_PERSON | CHANGE_REPORT | CHANGE_OTHERS,
	.state_size = sizeof(struct place_menu_view),
	.dialog = true,
	.open = menu_open_places,
	.load = menu_load,
	.draw = menu_draw,
	.act = menu_act,
	.key = menu_key,
	.point = menu_point,
	.fit = menu_fit,
};
