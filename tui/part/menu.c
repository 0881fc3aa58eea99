/* A numbered menu as a dialog over the view that asks. */
#include "tui/part/menu.h"

#include "core/i18n.h"
#include "core/mem.h"

#include <string.h>

struct menu_more {
	const struct menu_entry *entries;
	size_t n;
};

struct menu_state {
	struct arena arena; /* the entries, for as long as the menu is open */
	struct menu_list list;
};

static const char *copy(struct arena *a, const char *s)
{
	return s ? arena_strdup(a, s) : NULL;
}

static int menu_view_open(struct view *v, const struct view_args *args, struct err *e)
{
	const struct menu_more *more = args->more;
	struct menu_state *s = v->state;
	struct menu_entry *entries = arena_alloc(&s->arena, (more->n + 1) * sizeof *entries);

	(void)e;
	for (size_t i = 0; i < more->n; i++) {
		entries[i] = more->entries[i];
		entries[i].text = copy(&s->arena, more->entries[i].text);
		entries[i].note = copy(&s->arena, more->entries[i].note);
	}
	s->list.entries = entries;
	s->list.n = more->n;
	view_set_title(v, args->text);
	return 0;
}

static void menu_view_close(struct view *v)
{
	struct menu_state *s = v->state;

	arena_free(&s->arena);
}

static void menu_view_draw(const struct view *v, struct canvas *c)
{
	const struct menu_state *s = v->state;

	menu_list_draw(&s->list, c);
}

static void menu_view_fit(const struct view *v, int *cols, int *rows)
{
	enum { LEAST_COLS = 24 };
	const struct menu_state *s = v->state;
	int most_cols = *cols, most_rows = *rows;

	menu_list_fit(&s->list, cols, rows);
	if (*cols < LEAST_COLS)
		*cols = LEAST_COLS;
	if (*cols > most_cols)
		*cols = most_cols;
	if (*rows > most_rows)
		*rows = most_rows;
}

static size_t page_of(const struct view *v)
{
	return v->rows > 0 ? (size_t)v->rows : 1;
}

void menu_tell_off(struct app *app, const struct menu_entry *entry)
{
	if (entry->note && *entry->note)
		app_info(app, _("\"%s\" cannot be chosen here: %s"), entry->text, entry->note);
	else
		app_info(app, _("\"%s\" cannot be chosen here."), entry->text);
}

static enum reply answer(struct view *v, struct app *app, enum menu_event event)
{
	const struct menu_state *s = v->state;

	if (event == MENU_OFF)
		menu_tell_off(app, &s->list.entries[s->list.cursor]);
	if (event != MENU_CHOSEN)
		return event == MENU_PASS ? REPLY_PASS : REPLY_DONE;
	app_finish(app, &(struct view_result){.ok = true,
					      .choice = (int)s->list.cursor,
					      .id = s->list.entries[s->list.cursor].id,
					      .text = s->list.entries[s->list.cursor].text});
	return REPLY_DONE;
}

static enum reply menu_view_act(struct view *v, struct app *app, enum action a)
{
	struct menu_state *s = v->state;

	return answer(v, app, menu_list_act(&s->list, a, page_of(v)));
}

static enum reply menu_view_key(struct view *v, struct app *app, const struct key *k)
{
	struct menu_state *s = v->state;

	return answer(v, app, menu_list_key(&s->list, k, page_of(v)));
}

static enum reply menu_view_point(struct view *v, struct app *app, const struct point *p)
{
	struct menu_state *s = v->state;

	return answer(v, app, menu_list_point(&s->list, p, page_of(v)));
}

static const struct view_ops menu_view = {
	.name = "menu",
	.scope = SCOPE_MENU,
	.state_size = sizeof(struct menu_state),
	.dialog = true,
	.open = menu_view_open,
	.draw = menu_view_draw,
	.act = menu_view_act,
	.key = menu_view_key,
	.point = menu_view_point,
	.fit = menu_view_fit,
	.close = menu_view_close,
};

int menu_open(struct app *app, int tag, const char *title, const struct menu_entry *entries,
	      size_t n)
{
	struct menu_more more = {entries, n};

	return app_push(app, &menu_view,
			&(struct view_args){.tag = tag, .text = title, .more = &more});
}

const struct menu_list *menu_shown(const struct view *v)
{
	return v->ops == &menu_view ? &((const struct menu_state *)v->state)->list : NULL;
}
