/* The frame of an act that is done with words: the draft goes when the act is done, not before. */
#include "tui/part/reason.h"

#include "tui/part/dialog.h"

int reason_read(struct reason *why, struct app *app, const struct view_result *answer,
		reason_door *door)
{
	const struct app_context *c = app_context(app);

	*why = (struct reason){.store = c->store,
			       .who = session_actor(c),
			       .text = answer->text ? answer->text : "",
			       .err = ERR_INIT,
			       .arena = ARENA_INIT,
			       .app = app,
			       .draft = answer->draft};
	return why->draft ? door(&why->arena, why->text, &why->text, &why->err) : 0;
}

enum reply reason_done(struct reason *why, int rc)
{
	if (rc < 0)
		app_error(why->app, &why->err);
	else if (why->draft)
		dialog_written(why->app, why->draft);
	app_changed(why->app, why->changes);
	arena_free(&why->arena);
	return REPLY_DONE;
}
