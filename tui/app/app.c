/*
 * The event loop. There is one place that waits; what comes in is handled until nothing more is
 * there, then what is dirty is loaded, the frame drawn once and presented. When input has been at
 * rest for a moment panes tell of the row under the cursor, a little later drafts are kept. Every
 * second, with keys or without, the loop looks whether others changed the file.
 */
#include "tui/app/app.h"

#include "core/i18n.h"
#include "core/text/utf8.h"
#include "tui/app/app_state.h"

#include <stdlib.h>
#include <string.h>

/* What lags catches up when keys have rested for LAG_MS, longer than a key that is held down takes
 * to repeat. Drafts are kept when input has rested for SETTLE_MS, or UNKEPT_MS after the first key
 * that is not. */
enum { LAG_MS = 150, SETTLE_MS = 700, UNKEPT_MS = 1500, POLL_MS = 1000, BATCH = 256 };

static void take_size(struct app *app)
{
	int cols, rows;

	app->term->ops->size(app->term, &cols, &rows);
	grid_free(&app->grid);
	grid_init(&app->grid, cols, rows, app->look);
	app_layout(app);
	app->stale = true;
}

/* Everything is measured anew where the width of characters changes. */
static void take_look(struct app *app, enum look look)
{
	if ((look == LOOK_WIDE) != (app->look == LOOK_WIDE))
		app_mark_all(app);
	utf8_set_ambiguous_cols(look == LOOK_WIDE ? 2 : 1);
	app->look = look;
	take_size(app);
}

struct app *app_new(struct app_context *c, const struct keymap *m, struct term *t, enum look look)
{
	struct app *app = xcalloc(1, sizeof *app);

	utf8_set_ambiguous_cols(look == LOOK_WIDE ? 2 : 1);
	app->context = c;
	app->keys = m;
	app->term = t;
	app->look = look;
	app->frame_dirty = true;
	if (c->data_version)
		app->version = c->data_version(c->store);
	take_size(app);
	return app;
}

void app_free(struct app *app)
{
	while (app->nstack > 0)
		app_take_off(app);
	app_reap(app);
	free(app->stack);
	free(app->dead);
	arena_free(&app->frame_arena);
	strbuf_free(&app->message);
	grid_free(&app->grid);
	free(app);
}

const struct app_context *app_context(const struct app *app)
{
	return app->context;
}

const struct keymap *app_keymap(const struct app *app)
{
	return app->keys;
}

const struct grid *app_grid(const struct app *app)
{
	return &app->grid;
}

void app_quit(struct app *app)
{
	if (app_keep(app, 0))
		app->over = true;
}

const char *app_message(const struct app *app)
{
	return app->message.s ? app->message.s : "";
}

void app_info(struct app *app, const char *fmt, ...)
{
	va_list ap;

	strbuf_reset(&app->message);
	va_start(ap, fmt);
	strbuf_vprintf(&app->message, fmt, ap);
	va_end(ap);
	app->message_style = STYLE_INFO;
	app->stale = true;
}

void app_error(struct app *app, const struct err *e)
{
	app_info(app, "%s", e->text);
	app->message_style = STYLE_ERROR;
}

static void load_view(struct app *app, struct view *v)
{
	struct arena old = v->arena;
	struct err e = ERR_INIT;

	v->dirty = false;
	if (!v->ops->load)
		return;
	v->arena = (struct arena)ARENA_INIT;
	if (v->ops->load(v, app->context->store, &e) == 0) {
		arena_free(&old);
		v->reload_by_others = v->reload_by_me = false;
		return;
	}
	arena_free(&v->arena);
	v->arena = old;
	app_error(app, &e);
}

static void load_frame(struct app *app)
{
	struct arena fresh = ARENA_INIT;
	struct frame_text text = {0};
	struct err e = ERR_INIT;

	app->frame_dirty = false;
	if (!app->context->frame)
		return;
	if (app->context->frame(app->context, &fresh, &text, &e) < 0) {
		arena_free(&fresh);
		app_error(app, &e);
		return;
	}
	arena_free(&app->frame_arena);
	app->frame_arena = fresh;
	app->frame = text;
}

/* Makes the screen show the state. */
static void refresh(struct app *app)
{
	if (!app->stale || app->over || app->nstack == 0)
		return;
	if (app->frame_dirty)
		load_frame(app);
	for (size_t i = app_base(app); i < app->nstack; i++)
		if (app->stack[i]->dirty)
			load_view(app, app->stack[i]);
	app_layout(app);
	app_draw(app);
	app->term->ops->present(app->term, &app->grid);
	app->stale = false;
}

static void settle_from(struct app *app, size_t lowest)
{
	for (size_t i = app->nstack; i-- > lowest;) {
		if (!app->stack[i]->ops->settle)
			continue;
		app->stack[i]->ops->settle(app->stack[i], app);
		app->stale = true; /* a view says that the draft is kept */
	}
}

static void settle(struct app *app)
{
	app->unsettled = app->unkept = false;
	settle_from(app, 0);
}

bool app_keep(struct app *app, size_t lowest)
{
	bool was_unkept = app->unkept, kept = false;

	/* A view whose draft is gone from the file keeps what it has the second time. */
	for (int i = 0; i < 2 && !kept; i++) {
		app->unkept = false;
		settle_from(app, lowest);
		kept = !app->unkept;
	}
	app->unkept = was_unkept || !kept;
	return kept;
}

void app_keep_later(struct app *app)
{
	app->unkept = true;
}

static int64_t clock_ms(const struct app *app)
{
	return app->context->clock_ms ? app->context->clock_ms() : 0;
}

static void unsettle(struct app *app)
{
	if (!app->unsettled)
		app->unsettled_since = clock_ms(app);
	app->unsettled = true;
}

/* How long input may rest or go on until drafts are kept. */
static int settle_ms(const struct app *app)
{
	int64_t left = app->unsettled_since + UNKEPT_MS - clock_ms(app);

	return left < 0 ? 0 : left < SETTLE_MS ? (int)left : SETTLE_MS;
}

/* Has time or somebody else changed what is shown? */
static void look_around(struct app *app)
{
	struct app_context *c = app->context;
	struct date before = c->now.today;

	if (c->tick)
		c->tick(c);
	int64_t version = c->data_version ? c->data_version(c->store) : app->version;
	if (version != app->version || date_cmp(before, c->now.today) != 0)
		app_mark_all(app);
	for (size_t i = 0; version != app->version && i < app->nstack; i++)
		app->stack[i]->reload_by_others = true;
	app->version = version;
	app->looked_ms = clock_ms(app);
}

bool app_rests(const struct app *app)
{
	for (size_t i = 0; i < app->nstack; i++)
		if (app->stack[i]->lagging)
			return false;
	return true;
}

static void catch_up(struct app *app)
{
	for (size_t i = 0; i < app->nstack; i++)
		app->stack[i]->lagging = NULL;
	app->stale = true;
}

void app_take_reply(struct app *app, struct view *v, enum reply r)
{
	if (r == REPLY_RELOAD)
		v->dirty = true;
	if (r == REPLY_CLOSE && v == app_top(app))
		app_finish(app, NULL);
	app->stale = true;
}

void app_perform(struct app *app, enum action a)
{
	struct view *v = app_top(app);
	enum reply r = v && v->ops->act ? v->ops->act(v, app, a) : REPLY_PASS;

	if (r == REPLY_PASS)
		app_default(app, a);
	else
		app_take_reply(app, v, r);
}

/* What is typed is kept already; there is no room to ask. */
static void handle_key_unseen(struct app *app, const struct key *k)
{
	enum action a = keymap_find(app->keys, SCOPE_GLOBAL, k);

	if (a != DO_BACK && a != DO_QUIT)
		return;
	settle(app);
	app->over = true;
}

static void handle_key(struct app *app, const struct key *k)
{
	struct view *v = app_top(app);

	if (app->message.nbytes > 0) {
		strbuf_reset(&app->message);
		app->stale = true;
	}
	unsettle(app);
	if (v->dirty) /* typed ahead: a key before the frame it was meant for */
		load_view(app, v);
	enum reply r = v->ops->key ? v->ops->key(v, app, k) : REPLY_PASS;
	if (r != REPLY_PASS) {
		app_take_reply(app, v, r);
		return;
	}
	enum action a = keymap_find(app->keys, v->scope, k);
	if (a != DO_NONE)
		app_perform(app, a);
}

static void handle_mouse(struct app *app, const struct key *k)
{
	app->unsettled = true;
	app_mouse(app, k);
}

static void handle(struct app *app, const struct key *k)
{
	switch (k->kind) {
	case INPUT_RESIZE:
		take_size(app);
		if (app->unsettled && app_is_too_small(app))
			settle(app);
		break;
	case INPUT_LOOK:
		take_look(app, k->wide ? LOOK_WIDE : LOOK_NARROW);
		break;
	case INPUT_HANGUP:
		settle(app);
		app->over = true;
		break;
	case INPUT_TICK:
		if (!app->unsettled)
			look_around(app);
		if (app->unsettled || app->unkept)
			settle(app);
		break;
	case INPUT_MOUSE:
		if (!app_is_too_small(app))
			handle_mouse(app, k);
		break;
	case INPUT_TEXT:
	case INPUT_NAMED:
	case INPUT_PASTE:
		if (app_is_too_small(app))
			handle_key_unseen(app, k);
		else
			handle_key(app, k);
		break;
	}
	app_reap(app);
}

bool app_step(struct app *app, int timeout_ms)
{
	struct key k;

	refresh(app);
	app->term->ops->read(app->term, &k, timeout_ms);
	if (k.kind == INPUT_TICK && !app_rests(app)) {
		catch_up(app);
		refresh(app);
		return true;
	}
	for (int i = 0; i < BATCH && !app->over && app->nstack > 0; i++) {
		handle(app, &k);
		if (k.kind == INPUT_TICK)
			break;
		app->term->ops->read(app->term, &k, 0);
		if (k.kind == INPUT_TICK)
			break;
	}
	if (!app->over && app->unsettled && settle_ms(app) == 0)
		settle(app);
	if (!app->over && clock_ms(app) - app->looked_ms >= POLL_MS)
		look_around(app);
	refresh(app);
	return !app->over && app->nstack > 0;
}

static int wait_ms(const struct app *app)
{
	int ms = app->unsettled ? settle_ms(app) : POLL_MS;

	return app_rests(app) || ms < LAG_MS ? ms : LAG_MS;
}

void app_run(struct app *app)
{
	while (app_step(app, wait_ms(app)))
		;
}
