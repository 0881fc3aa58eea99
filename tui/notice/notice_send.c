/* notice_send.c - the program itself sends, started a second time in the background: a command that
 * hangs holds up nobody at a screen. */
#include "tui/notice/notice_send.h"

#include "core/i18n.h"
#include "exchange/deliver.h"
#include "tui/app/session.h"

enum { START_SECONDS = 5 };

void notice_send(struct app *app)
{
	const struct app_context *c = app_context(app);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct delivery d = {0};

	if (c->session->send &&
	    (deliver(&a, c->session->send, "", START_SECONDS, &d, &e) < 0 || d.status != 0)) {
		if (e.code == ERR_NONE)
			err_set(&e, ERR_IO,
				_("the notices are issued, but their sending could not be started: "
				  "%s"),
				d.said);
		app_error(app, &e);
	}
	arena_free(&a);
}
