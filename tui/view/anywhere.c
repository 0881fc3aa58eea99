/* The command palette, and the reports that wait for whoever decides on them. */
#include "tui/view/anywhere.h"

#include "core/i18n.h"
#include "tui/app/session.h"
#include "tui/view/palette.h"
#include "tui/view/views.h"

/* Who never decides is told so; a key that does nothing at all looks broken. */
static void open_waiting(struct app *app)
{
	if (session_decides(app_context(app)))
		app_push(app, &view_review, NULL);
	else
		app_info(app, "%s",
			 _("With this post you decide on no reports: approving leaders sign off, "
			   "the office reviews."));
}

enum reply anywhere_act(struct app *app, enum action a)
{
	if (a == DO_PALETTE && !app_top(app)->ops->dialog)
		palette_open(app);
	else if (a == DO_WAITING)
		open_waiting(app);
	else
		return REPLY_PASS;
	return REPLY_DONE;
}

bool anywhere_offers(const struct app_context *c, enum action a)
{
	return a != DO_WAITING || (session_decides(c) && c->session->nwaiting > 0);
}

void anywhere_answered(struct app *app, const struct view_result *r)
{
	palette_answered(app, r);
}
