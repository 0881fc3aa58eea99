/*
 * tui.c - starts the terminal interface: the session, the keys as configured, the terminal, the
 * first screen; and gives everything back at the end. The one place that asks what time it is while
 * the program runs.
 */
#include "tui/tui.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/store.h"
#include "tui/app/app.h"
#include "tui/app/keymap.h"
#include "tui/app/seat.h"
#include "tui/app/session.h"
#include "tui/app/tour.h"
#include "tui/view/anywhere.h"
#include "tui/home/resume.h"
#include "tui/view/views.h"

#include <time.h>
#include <unistd.h>

static void tick(struct app_context *c)
{
	c->now = moment_of((int64_t)time(NULL));
}

static int64_t clock_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static char *find_seat(char out[SEAT_TEXT], const char *remote)
{
	char terminal[64] = "";

	if (ttyname_r(STDIN_FILENO, terminal, sizeof terminal) != 0)
		terminal[0] = '\0';
	return seat_name(out, terminal, (long)getpid(), remote);
}

static int bind_keys(struct keymap *m, const struct tui_binding *bindings, size_t n, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		const struct tui_binding *b = &bindings[i];

		if (keymap_bind(m, b->action, b->keys, e) < 0)
			return err_wrap(e, "%s", b->where);
	}
	return 0;
}

int tui_check_bindings(const struct tui_binding *bindings, size_t n, struct err *e)
{
	struct keymap *m = keymap_new();
	int rc = bind_keys(m, bindings, n, e);

	keymap_free(m);
	return rc;
}

static int check_size(struct term *term, struct err *e)
{
	int cols, rows;

	term->ops->size(term, &cols, &rows);
	if (cols >= APP_LEAST_COLS && rows >= APP_LEAST_ROWS)
		return 0;
	return err_set(e, ERR_TERMINAL,
		       _("the window has %d columns and %d lines, but at least %d and %d are "
			 "needed; make it larger and try again"),
		       cols, rows, APP_LEAST_COLS, APP_LEAST_ROWS);
}

/* Why it is over, where the person has not said so; NULL. */
static char *tell_end(const struct app *app)
{
	const struct app_context *c = app_context(app);

	switch (app_ended(app)) {
	case APP_IDLE:
		return xasprintf(
			Q_("nothing was typed for %d minute, so duban has closed; what stood in a "
			   "form is kept, start duban again to go on with it",
			   "nothing was typed for %d minutes, so duban has closed; what stood in a "
			   "form is kept, start duban again to go on with it",
			   c->idle_minutes),
			c->idle_minutes);
	case APP_SESSION:
		return xasprintf(
			Q_("a session lasts for %d minute at most, so duban has closed; what stood "
			   "in a form is kept, start duban again to go on with it",
			   "a session lasts for %d minutes at most, so duban has closed; what "
			   "stood "
			   "in a form is kept, start duban again to go on with it",
			   c->session_minutes),
			c->session_minutes);
	case APP_HUNG_UP:
		return xstrdup(_("ended from outside; what stood in a form is kept, start "
				 "duban again to go on with it"));
	case APP_LOST:
		return xasprintf(_("ended from outside: %s"), app_message(app));
	case APP_RUNS:
	case APP_LEFT:
	case APP_SHUT_OUT:
		break;
	}
	return NULL;
}

/* The application, from its first screen on. */
static int work(struct app *app, char **why, struct err *e)
{
	if (app_push(app, session_home(app_context(app)->session), NULL) == 0) {
		resume_offer(app);
		tour_begin(app);
		app_run(app);
	}
	if (app_ended(app) == APP_SHUT_OUT)
		return err_set(e, ERR_DENIED, "%s", app_message(app));
	*why = tell_end(app);
	return 0;
}

static int run(const struct tui_args *args, struct app_context *c, struct keymap *m, char **why,
	       struct err *e)
{
	enum look look;
	struct term *term = term_curses_start(&args->term, &look, e);
	struct app *app;
	int rc;

	if (!term)
		return -1;
	if (check_size(term, e) < 0) {
		term->ops->stop(term);
		return -1;
	}
	app = app_new(c, m, term, look);
	store_on_busy(args->store, app_waits, app);
	rc = work(app, why, e);
	store_on_busy(args->store, NULL, NULL);
	app_free(app);
	term->ops->stop(term);
	return rc;
}

int tui_main(const struct tui_args *args, char **why, struct err *e)
{
	struct session session;
	struct app_context c = {
		.store = args->store,
		.session = &session,
		.now = args->now,
		.frame_depends = CHANGE_PLAN | CHANGE_PERIOD | CHANGE_REPORT | CHANGE_MILESTONE |
				 CHANGE_ASSIGNMENT | CHANGE_UNIT | CHANGE_POLICY | CHANGE_OTHERS,
		.frame = session_frame,
		.data_version = store_data_version,
		.rest = store_rest,
		.admitted = session_admitted,
		.successor = session_successor,
		.tick = args->now_fixed ? NULL : tick,
		.refused = session_note_refusal,
		.clock_ms = clock_ms,
		.idle_minutes = args->idle_minutes,
		.session_minutes = args->session_minutes,
		.main_menu = &view_menu,
		.act = anywhere_act,
		.offers = anywhere_offers,
		.answered = anywhere_answered,
	};
	struct keymap *m;
	int rc;

	char seat[SEAT_TEXT];

	*why = NULL;
	if (session_begin(&session, args, e) < 0)
		return -1;
	session.seat = find_seat(seat, session.remote);
	m = keymap_new();
	rc = bind_keys(m, args->bindings, args->nbindings, e);
	if (rc == 0)
		rc = run(args, &c, m, why, e);
	keymap_free(m);
	session_end(&session);
	return rc;
}
