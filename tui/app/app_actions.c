/* What the application does by itself: back, help, menu, palette, reload, redraw, suspend, quit. */
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

static bool is_offered(const struct view *v, enum action a)
{
	return a != DO_PALETTE && (!v->ops->offers || v->ops->offers(v, a));
}

/* Everything that can be done here, to be found by part of its name. */
static void open_palette(struct app *app)
{
	const struct view *v = app_top(app);
	struct dialog_item items[DO_COUNT];
	struct arena a = ARENA_INIT;
	size_t n = 0;

	for (enum scope s = v->scope;; s = scope_info(s)->parent) {
		for (int i = DO_NONE + 1; i < DO_COUNT; i++) {
			const struct action_info *info = action_info((enum action)i);
			if (info->scope != s || s == SCOPE_MOVE || !is_offered(v, (enum action)i))
				continue;
			const char *keys = keymap_all_keys(app->keys, (enum action)i, &a);
			items[n++] = (struct dialog_item){
				.text = *keys ? arena_printf(&a, "%s  (%s)", i18n_label(info->help),
							     keys)
					      : i18n_label(info->help),
				.find = info->name,
				.id = i,
			};
		}
		if (s == SCOPE_GLOBAL)
			break;
	}
	dialog_choose(app, TAG_PALETTE, _("What to do"), items, n);
	arena_free(&a);
}

void app_answered(struct app *app, const struct view_result *r)
{
	if (!r->ok)
		return;
	if (r->tag == TAG_QUIT)
		app_quit(app);
	if (r->tag == TAG_PALETTE)
		app_perform(app, (enum action)r->id);
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
	case DO_PALETTE:
		open_palette(app);
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
