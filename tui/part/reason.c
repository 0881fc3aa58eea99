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
			       .answer = answer};
	return answer->draft ? door(&why->arena, why->text, &why->text, &why->err) : 0;
}

enum reply reason_done(struct reason *why, int rc, about_read *read)
{
	if (rc < 0)
		about_refused(why->app, why->answer, &why->err, read);
	else if (why->answer->draft)
		dialog_written(why->app, why->answer->draft);
	app_changed(why->app, why->changes);
	arena_free(&why->arena);
	return REPLY_DONE;
}
