/*
 * The mouse. A click means what lay there in the last frame: that is what the person saw. When
 * another view has come to the top since then it means nothing, and neither does the second half of
 * a double click whose first half has opened something.
 */
#include "tui/app/app_state.h"

enum { WHEEL_LINES = 3 };

static bool is_wheel(const struct key *k)
{
	return k->mouse == MOUSE_WHEEL_UP || k->mouse == MOUSE_WHEEL_DOWN;
}

/* The message line goes with what the person does next. */
static void clear_message(struct app *app)
{
	if (app->message.nbytes == 0)
		return;
	strbuf_reset(&app->message);
	app->stale = true;
}

static struct point point_of(const struct key *k, const struct target *t)
{
	struct point p = {.mouse = k->mouse};

	if (t) {
		p.kind = t->kind;
		p.index = t->index;
		p.y = k->y - t->y;
		p.x = k->x - t->x;
	}
	return p;
}

static enum reply ask_view(struct app *app, struct view *v, const struct point *p)
{
	return v->ops->point && p->kind != TARGET_ACTION ? v->ops->point(v, app, p) : REPLY_PASS;
}

static void turn_wheel(struct app *app, struct view *v, const struct point *p)
{
	enum action a = p->mouse == MOUSE_WHEEL_UP ? DO_UP : DO_DOWN;
	enum reply r = ask_view(app, v, p);

	if (r != REPLY_PASS) {
		app_take_reply(app, v, r);
		return;
	}
	for (int i = 0; i < WHEEL_LINES && app_top(app) == v; i++)
		app_perform(app, a);
}

static void press(struct app *app, struct view *v, const struct point *p)
{
	enum reply r;

	if (p->kind == TARGET_NONE || (p->mouse == MOUSE_DOUBLE && app->pressed != v))
		return;
	app->pressed = v;
	clear_message(app);
	if (p->kind == TARGET_ACTION) {
		if (p->mouse == MOUSE_PRESS)
			app_perform(app, (enum action)p->index);
		return;
	}
	r = ask_view(app, v, p);
	if (r != REPLY_PASS)
		app_take_reply(app, v, r);
}

void app_mouse(struct app *app, const struct key *k)
{
	struct view *v = app_top(app);

	if (!v || app->pointed != v)
		return;
	struct point p = point_of(k, grid_target_at(&app->grid, k->y, k->x));
	if (is_wheel(k))
		turn_wheel(app, v, &p);
	else
		press(app, v, &p);
}
