/*
 * The event loop. There is one place that waits; what comes in is handled until nothing more is
 * there, then what is dirty is loaded, the frame drawn once and presented. When input has been at
 * rest for a moment panes tell of the row under the cursor, a little later drafts are kept. Every
 * second, with keys or without, the loop looks whether others changed the file.
 */
#include "tui/app/app.h"

#include "core/i18n.h"
#include "core/text/utf8.h"
#include "db/store.h"
#include "tui/app/app_state.h"

#include <stdlib.h>
#include <string.h>

/* What lags catches up when keys have rested for LAG_MS, longer than a key that is held down takes
 * to repeat. */
enum { LAG_MS = 150, POLL_MS = 1000, BATCH = 256 };

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
	app->unkept_since = -1;
	app->began_ms = app->active_ms = app_clock_ms(app);
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
	app_wait_end(app);
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
		app->end = APP_LEFT;
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

void app_tell_refusal(const struct app_context *c, const char *where, const struct err *e)
{
	if (e->code == ERR_DENIED && c->refused)
		c->refused(c, where);
}

void app_error(struct app *app, const struct err *e)
{
	app_info(app, "%s", e->text);
	app->message_style = STYLE_ERROR;
	app_tell_refusal(app->context, app->nstack ? app_top(app)->ops->name : "", e);
}

static void load_view(struct app *app, struct view *v)
{
	struct arena old = v->arena;
	struct err e = ERR_INIT;

	v->dirty = false;
	if (!v->ops->load)
		return;
	v->arena = (struct arena)ARENA_INIT;
	app->has_read = true;
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
	if (!app->stale || app->end || app->nstack == 0)
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

/* Another file has taken the place of the one that is open. What was kept before it came has gone
 * over with it; what was typed since is kept there too, and then it is over. */
static void keep_in_new(struct app *app)
{
	struct app_context *c = app->context;
	struct store *old = c->store;
	struct err e = ERR_INIT;
	bool kept = false;

	if (c->successor && c->successor(c, &c->store, &e) == 0) {
		kept = app_keep(app, 0);
		store_close(c->store);
		c->store = old;
	}
	app_info(app, "%s",
		 kept ? _("the file was replaced by a restored backup while you worked, so duban "
			  "has closed; what stood in a form is kept, start duban again to go on "
			  "with it")
		      : _("the file was replaced by a restored backup while you worked, so duban "
			  "has closed; what stood in a form could not be kept in it: the "
			  "administrator has the file that was put aside"));
}

/* Somebody else has changed the file: the key may be revoked, the person let in no longer, the post
 * ended; or there is another file in its place. What was typed last is kept where that can be. */
static void check_admitted(struct app *app)
{
	struct err e = ERR_INIT;

	if (!app->context->admitted || app->context->admitted(app->context, &e) == 0)
		return;
	if (e.code != ERR_DENIED && e.code != ERR_STATE) {
		app_error(app, &e);
		return;
	}
	app->end = APP_SHUT_OUT;
	if (e.code == ERR_STATE)
		keep_in_new(app);
	else {
		app_keep(app, 0);
		app_info(app, "%s", e.text); /* tui_main() ends with it */
	}
}

/* Has time or somebody else changed what is shown? */
static void look_around(struct app *app)
{
	struct app_context *c = app->context;
	struct date before = c->now.today;

	if (c->tick)
		c->tick(c);
	int64_t version = c->data_version ? c->data_version(c->store) : app->version;
	if (version != app->version)
		check_admitted(app);
	if (version != app->version || date_cmp(before, c->now.today) != 0)
		app_mark_all(app);
	for (size_t i = 0; version != app->version && i < app->nstack; i++)
		app->stack[i]->reload_by_others = true;
	app->version = version;
	app->looked_ms = app_clock_ms(app);
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

/* There is no room to ask. */
static void handle_key_unseen(struct app *app, const struct key *k)
{
	enum action a = keymap_find(app->keys, SCOPE_GLOBAL, k);

	if (a == DO_BACK || a == DO_QUIT)
		app_quit(app);
}

static void handle_key(struct app *app, const struct key *k)
{
	struct view *v = app_top(app);

	if (app->message.nbytes > 0) {
		strbuf_reset(&app->message);
		app->stale = true;
	}
	app_unsettle(app);
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
	app_unsettle(app);
	app_mouse(app, k);
}

static void handle(struct app *app, const struct key *k)
{
	switch (k->kind) {
	case INPUT_RESIZE:
		take_size(app);
		if (app->unsettled && app_is_too_small(app))
			app_settle(app);
		break;
	case INPUT_LOOK:
		take_look(app, k->wide ? LOOK_WIDE : LOOK_NARROW);
		break;
	case INPUT_HANGUP:
		app_hang_up(app);
		break;
	case INPUT_TICK:
		if (!app->unsettled)
			look_around(app);
		if (app->unsettled || app->unkept)
			app_settle(app);
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
	app_read(app, &k, timeout_ms);
	if (k.kind == INPUT_TICK && !app_rests(app)) {
		catch_up(app);
		refresh(app);
		return true;
	}
	for (int i = 0; i < BATCH && !app->end && app->nstack > 0; i++) {
		handle(app, &k);
		if (k.kind == INPUT_TICK)
			break;
		app_read(app, &k, 0);
		if (k.kind == INPUT_TICK)
			break;
	}
	if (!app->end && app->unsettled && app_settle_ms(app) == 0)
		app_settle(app);
	if (!app->end && app_clock_ms(app) - app->looked_ms >= POLL_MS)
		look_around(app);
	if (!app->end)
		app_check_limits(app);
	refresh(app);
	return !app->end && app->nstack > 0;
}

static int wait_ms(const struct app *app)
{
	int ms = app->unsettled ? app_settle_ms(app) : POLL_MS;

	return app_rests(app) || ms < LAG_MS ? ms : LAG_MS;
}

void app_run(struct app *app)
{
	while (app_step(app, wait_ms(app)))
		;
}
