/* What the application does by itself: back, help, menu, reload, redraw, suspend, quit. */
#include "core/i18n.h"
#include "tui/app/app_state.h"
#include "tui/part/dialog.h"
#include "tui/app/help.h"

#include <string.h>

static void ask_quit(struct app *app)
{
	dialog_confirm(app, TAG_QUIT, _("Leave"),
		       _("Leave duban? What you have typed is kept as a draft."), _("Leave"),
		       _("Stay"));
}

bool app_offers(const struct view *v, enum action a)
{
	const struct app_context *c = v->context;

	if (v->ops->dialog && (a == DO_MAIN_MENU || a == DO_PALETTE))
		return false;
	if (c->offers && !c->offers(c, a))
		return false;
	return !v->ops->offers || v->ops->offers(v, a);
}

void app_answered(struct app *app, const struct view_result *r)
{
	if (r->ok && r->tag == TAG_QUIT)
		app_quit(app);
	if (r->tag == APP_TAG_ANYWHERE && app->context->answered)
		app->context->answered(app, r);
}

static void go_back(struct app *app)
{
	if (app_depth(app) > 1)
		app_finish(app, NULL);
	else
		ask_quit(app);
}

static void open_main_menu(struct app *app)
{
	const struct view_ops *menu = app->context->main_menu;

	if (menu && app_top(app)->ops != menu && !app_top(app)->ops->dialog)
		app_push(app, menu, NULL);
}

void app_default(struct app *app, enum action a)
{
	if (app->context->act && app->context->act(app, a) != REPLY_PASS)
		return;
	switch ((int)a) {
	case DO_BACK:
		go_back(app);
		break;
	case DO_HELP:
		help_open(app);
		break;
	case DO_MAIN_MENU:
		open_main_menu(app);
		break;
	case DO_RELOAD:
		app_mark_all(app);
		break;
	case DO_REDRAW:
		app->term->ops->redraw(app->term);
		app->stale = true;
		break;
	case DO_SUSPEND:
		if (!app->term->ops->suspend(app->term))
			app_info(app, "%s", _("There is no shell behind this program."));
		app->stale = true;
		break;
	case DO_QUIT:
		ask_quit(app);
		break;
	default:
		break;
	}
}
