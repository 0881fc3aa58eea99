/*
 * Waiting for the lock of another process. The write that waits was begun by a handler of a view,
 * in the middle of what it does, so no view is asked for anything: the sentence is put over the
 * frame that is there, and keys are held until the loop goes on. Esc gives the write up, and with
 * it what was typed behind it: that was meant for a screen which did not come.
 */
#include "core/i18n.h"
#include "tui/app/app_state.h"

#include <stdlib.h>

/* A wait that is shorter than TELL_MS goes by unsaid; what nobody asked for waits for HASTY_MS. */
enum { HASTY_MS = 50, TELL_MS = 500, MOST_HELD = 256 };

/* Behind these nothing is read: a paste lies in the terminal's buffer, and after the end of the
 * line nothing comes. */
static bool is_last(const struct key *k)
{
	return k->kind == INPUT_PASTE || k->kind == INPUT_HANGUP;
}

static bool may_hold(const struct app *app)
{
	return app->nheld - app->next_held < MOST_HELD &&
	       (app->next_held == app->nheld || !is_last(&app->held[app->nheld - 1]));
}

static void hold(struct app *app, const struct key *k)
{
	if (app->nheld == app->held_cap) {
		app->held_cap = app->held_cap ? app->held_cap * 2 : 16;
		app->held = xrealloc(app->held, app->held_cap * sizeof *app->held);
	}
	app->held[app->nheld++] = *k;
}

/* Takes what has been typed meanwhile. True: Esc was among it. */
static bool hear(struct app *app)
{
	struct key k;
	bool found = false;

	while (!found && may_hold(app)) {
		app->term->ops->read(app->term, &k, 0);
		if (k.kind == INPUT_TICK)
			break;
		found = k.kind == INPUT_NAMED && k.name == K_ESC && !k.mods;
		hold(app, &k);
	}
	return found;
}

static void tell(struct app *app)
{
	app_draw_over(app, _("Another process is writing to the file; this waits for it, for ten "
			     "seconds at most. Esc gives up."));
	app->term->ops->present(app->term, &app->grid);
	app->is_waiting = app->stale = true;
}

bool app_waits(void *data, int waited_ms)
{
	struct app *app = data;

	if (app->hasty)
		return waited_ms < HASTY_MS;
	if (waited_ms < TELL_MS || app->end) {
		app->is_waiting = false;
		return true;
	}
	/* An Esc that came before the sentence was not meant for it. */
	bool was_told = app->is_waiting, gives_up = hear(app) && was_told;
	if (!was_told)
		tell(app);
	if (gives_up)
		app->next_held = app->nheld = 0;
	return !gives_up;
}

void app_read(struct app *app, struct key *k, int timeout_ms)
{
	if (app->next_held < app->nheld) {
		*k = app->held[app->next_held++];
		return;
	}
	app->next_held = app->nheld = 0;
	app->term->ops->read(app->term, k, timeout_ms);
}

void app_wait_end(struct app *app)
{
	free(app->held);
}
