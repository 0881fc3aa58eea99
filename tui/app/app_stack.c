/*
 * The stack of views. A view that is taken off may be the one whose handler is running (it asked
 * for it), so it is only put aside here and freed by the loop when the handler has returned.
 */
#include "core/i18n.h"
#include "tui/app/app_state.h"

#include <stdlib.h>
#include <string.h>

static void push_pointer(struct view ***at, size_t *n, size_t *cap, struct view *v)
{
	if (*n == *cap) {
		*cap = *cap ? *cap * 2 : 8;
		*at = xrealloc(*at, *cap * sizeof **at);
	}
	(*at)[(*n)++] = v;
}

void view_set_title(struct view *v, const char *title)
{
	free(v->title);
	v->title = xstrdup(title);
}

static void view_free(struct view *v, bool opened)
{
	if (opened && v->ops->close)
		v->ops->close(v);
	arena_free(&v->arena);
	arena_free(&v->own);
	free(v->state);
	free(v->title);
	free(v);
}

static struct view *view_new(struct app *app, const struct view_ops *ops,
			     const struct view_args *args)
{
	static const struct view_args none;
	struct view *v = xcalloc(1, sizeof *v);
	struct err e = ERR_INIT;

	v->ops = ops;
	v->context = app->context;
	v->state = xcalloc(1, ops->state_size);
	v->scope = ops->scope;
	v->tag = args ? args->tag : 0;
	v->dirty = true;
	v->cols = app->grid.cols;
	v->rows = app->grid.rows;
	if (ops->open && ops->open(v, args ? args : &none, &e) < 0) {
		app_error(app, &e);
		view_free(v, false);
		return NULL;
	}
	return v;
}

struct view *app_top(const struct app *app)
{
	return app->nstack ? app->stack[app->nstack - 1] : NULL;
}

size_t app_depth(const struct app *app)
{
	return app->nstack;
}

size_t app_base(const struct app *app)
{
	size_t i = app->nstack;

	while (i > 1 && app->stack[i - 1]->ops->dialog)
		i--;
	return i > 0 ? i - 1 : 0;
}

void app_take_off(struct app *app)
{
	push_pointer(&app->dead, &app->ndead, &app->dead_cap, app->stack[--app->nstack]);
	app->pointed = app->pressed = app->hinted = NULL;
	app->stale = true;
}

void app_reap(struct app *app)
{
	for (size_t i = 0; i < app->ndead; i++)
		view_free(app->dead[i], true);
	app->ndead = 0;
}

int app_push(struct app *app, const struct view_ops *ops, const struct view_args *args)
{
	struct view *v = view_new(app, ops, args);

	if (!v)
		return -1;
	if (app->nstack > 0)
		app_top(app)->lagging = NULL;
	push_pointer(&app->stack, &app->nstack, &app->stack_cap, v);
	app_layout(app);
	app->stale = true;
	return 0;
}

int app_replace(struct app *app, const struct view_ops *ops, const struct view_args *args)
{
	struct view *v;

	if (app->nstack > 0 && !app_keep(app, app->nstack - 1))
		return -1;
	v = view_new(app, ops, args);
	if (!v)
		return -1;
	if (app->nstack > 0) {
		v->tag = args ? v->tag : app_top(app)->tag;
		app_take_off(app);
	}
	push_pointer(&app->stack, &app->nstack, &app->stack_cap, v);
	app_layout(app);
	app->stale = true;
	return 0;
}

void app_finish(struct app *app, const struct view_result *r)
{
	struct view_result result = {0};

	if (app->nstack == 0)
		return;
	if (r)
		result = r->ok && app_top(app)->repeats ? *app_top(app)->repeats : *r;
	result.tag = app_top(app)->tag;
	result.about = app_top(app)->about;
	app_keep(app, app->nstack - 1);
	app_take_off(app);
	if (result.tag < 0) {
		app_answered(app, &result);
		return;
	}
	struct view *below = app_top(app);
	if (below && below->ops->resume && below->ops->resume(below, app, &result) == REPLY_RELOAD)
		below->dirty = true;
}

bool app_unwind(struct app *app, const char *name)
{
	size_t n = app->nstack;

	while (n > 0 && strcmp(app->stack[n - 1]->ops->name, name) != 0)
		n--;
	if (n == 0)
		return true;
	if (!app_keep(app, n))
		return false;
	while (app->nstack > n)
		app_take_off(app);
	return true;
}

void app_mark_all(struct app *app)
{
	for (size_t i = 0; i < app->nstack; i++)
		app->stack[i]->dirty = true;
	app->frame_dirty = true;
	app->stale = true;
}

void app_changed(struct app *app, unsigned changes)
{
	for (size_t i = 0; i < app->nstack; i++)
		if (app->stack[i]->ops->depends & changes)
			app->stack[i]->dirty = app->stack[i]->reload_by_me = true;
	if (app->context->frame_depends & changes)
		app->frame_dirty = true;
	app->stale = true;
}
