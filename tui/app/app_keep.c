/*
 * Keeping what is typed. When input rests, or goes on for long, all views are asked for it, without
 * waiting for others: what cannot be kept now is tried again soon. When views are about to go they
 * are asked once more, with patience, and stay where that fails.
 */
#include "tui/app/app_state.h"

/* Drafts are kept when input has rested for SETTLE_MS, or UNKEPT_MS after the first key that is
 * not. That another process writes is told when it goes on for longer than QUIET_MS. */
enum { SETTLE_MS = 700, UNKEPT_MS = 1500, QUIET_MS = 3000, KEPT = -1 };

void app_unsettle(struct app *app)
{
	if (!app->unsettled)
		app->unsettled_since = app_clock_ms(app);
	app->unsettled = true;
	app->active_ms = app_clock_ms(app);
	app->idle_told = false;
	app->has_read = true;
}

int app_settle_ms(const struct app *app)
{
	int64_t left = app->unsettled_since + UNKEPT_MS - app_clock_ms(app);

	return left < 0 ? 0 : left < SETTLE_MS ? (int)left : SETTLE_MS;
}

static void settle_from(struct app *app, size_t lowest)
{
	app->unkept = false;
	for (size_t i = app->nstack; i-- > lowest;) {
		if (!app->stack[i]->ops->settle)
			continue;
		app->stack[i]->ops->settle(app->stack[i], app);
		app->stale = true; /* a view says that the draft is kept */
	}
	if (!app->unkept) {
		app->told = ERR_NONE;
		app->unkept_since = KEPT;
	}
}

bool app_settle(struct app *app)
{
	app->unsettled = false;
	app->hasty = true;
	settle_from(app, 0);
	app->hasty = false;
	return !app->unkept;
}

bool app_keep(struct app *app, size_t lowest)
{
	bool was_unkept = app->unkept, kept = false;

	/* A view whose draft is gone from the file keeps what it has the second time. */
	for (int i = 0; i < 2 && !kept; i++) {
		settle_from(app, lowest);
		kept = !app->unkept;
	}
	app->unkept = was_unkept || !kept;
	return kept;
}

/* Nobody waits any more, so there is time to wait for others. */
void app_hang_up(struct app *app)
{
	enum { TRIES = 6 };

	app->end = APP_LOST;
	for (int i = 0; i < TRIES && app->end == APP_LOST; i++)
		if (app_keep(app, 0))
			app->end = APP_HUNG_UP;
}

bool app_keep_later(struct app *app, const struct err *e)
{
	if (app->end == APP_SHUT_OUT) { /* the end says it */
		app->unkept = true;
		return true;
	}
	if (app->unkept_since == KEPT)
		app->unkept_since = app_clock_ms(app);
	app->unkept = true;
	if (app->hasty && e->code == ERR_BUSY && app_clock_ms(app) - app->unkept_since < QUIET_MS)
		return false;
	if (!app->hasty || app->told != e->code)
		app_error(app, e);
	app->told = e->code;
	return true;
}
