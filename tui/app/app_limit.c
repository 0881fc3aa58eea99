/*
 * Limits of time: one without a key, so that nobody finds an open screen where a person has gone
 * away, and one for the whole. Both warn before, and neither ends anything that could not be kept.
 * Long before the first the store may rest: on a server most screens stand still.
 */
#include "core/i18n.h"
#include "tui/app/app_state.h"

enum { MINUTE_MS = 60000, WARNED_MINUTES = 5, REST_MS = 2000 };

enum app_end app_ended(const struct app *app)
{
	return app->end || app->nstack ? app->end : APP_LEFT;
}

static int64_t left_ms(const struct app *app, int minutes, int64_t since_ms)
{
	return minutes ? since_ms + (int64_t)minutes * MINUTE_MS - app_clock_ms(app) : INT64_MAX;
}

static void end_for(struct app *app, enum app_end end)
{
	if (app_settle(app))
		app->end = end;
}

/* The last minute, of a limit of one minute the second half. */
static void check_idle(struct app *app)
{
	int minutes = app->context->idle_minutes;
	int64_t left = left_ms(app, minutes, app->active_ms);

	if (left <= 0) {
		end_for(app, APP_IDLE);
	} else if (left <= (minutes > 1 ? MINUTE_MS : MINUTE_MS / 2) && !app->idle_told) {
		app->idle_told = true;
		app_info(app, "%s",
			 _("Nothing has been typed for a while: duban closes within a "
			   "minute, and what you typed is kept. Any key keeps it open."));
	}
}

/* Each of the last minutes, for somebody who types does not see a sentence for long. */
static void check_session(struct app *app)
{
	int64_t left = left_ms(app, app->context->session_minutes, app->began_ms);

	if (left <= 0) {
		end_for(app, APP_SESSION);
		return;
	}
	if (left > (int64_t)WARNED_MINUTES * MINUTE_MS)
		return;
	int minutes = (int)((left + MINUTE_MS - 1) / MINUTE_MS);
	if (minutes == app->minutes_told)
		return;
	app->minutes_told = minutes;
	app_info(app,
		 Q_("The time for one session is nearly over: within %d minute duban closes, "
		    "and what you typed is kept. You can begin again at once.",
		    "The time for one session is nearly over: within %d minutes duban closes, "
		    "and what you typed is kept. You can begin again at once.",
		    minutes),
		 minutes);
}

static void rest(struct app *app)
{
	if (!app->context->rest || !app->has_read || app_clock_ms(app) - app->active_ms < REST_MS)
		return;
	app->has_read = false;
	app->context->rest(app->context->store);
}

void app_check_limits(struct app *app)
{
	rest(app);
	check_session(app);
	if (!app->end)
		check_idle(app);
}
