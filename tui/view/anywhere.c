/* The command palette, and the reports that wait for whoever decides on them. */
#include "tui/view/anywhere.h"

#include "tui/app/session.h"
#include "tui/view/palette.h"
#include "tui/view/views.h"

enum reply anywhere_act(struct app *app, enum action a)
{
	if (a == DO_PALETTE && !app_top(app)->ops->dialog)
		palette_open(app);
	else if (a == DO_WAITING && session_decides(app_context(app)))
		app_push(app, &view_review, NULL);
	else
		return REPLY_PASS;
	return REPLY_DONE;
}

bool anywhere_offers(const struct app_context *c, enum action a)
{
	return a != DO_WAITING || session_decides(c);
}

void anywhere_answered(struct app *app, const struct view_result *r)
{
	palette_answered(app, r);
}
