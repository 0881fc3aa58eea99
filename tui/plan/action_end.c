/* action_end.c - close-out and opening again, from the action. */
#include "tui/plan/action_end.h"

#include "core/rule/entry.h"
#include "core/i18n.h"
#include "db/cycle/store_request.h"
#include "tui/app/session.h"
#include "tui/part/dialog.h"
#include "tui/view/views.h"

#include <stdlib.h>

size_t action_end_entry(const struct action_row *a, struct menu_entry *entry)
{
	if (a->state != ACTION_ASKED && a->state != ACTION_CLOSED_OUT)
		return 0;
	*entry = (struct menu_entry){.text = a->state == ACTION_ASKED
						     ? _("Close out: answer the unit that asks")
						     : _("Open the action again, with the reason"),
				     .id = ACTION_END_ENTRY};
	return 1;
}

static enum reply answer(struct app *app, const struct action_row *row)
{
	const struct app_context *c = app_context(app);
	struct actor who = session_actor(c);
	struct request_filter f = {
		.action_id = row->id, .kind = REQUEST_COMPLETION, .waiting = true};
	struct request_rows rows;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;

	if (store_request_list(c->store, &a, &who, &f, 1, &rows, &e) < 0)
		app_error(app, &e);
	else if (rows.n)
		app_push(app, &view_request, &(struct view_args){.id = rows.at[0].id});
	arena_free(&a);
	return REPLY_DONE;
}

static char *draft_name(const struct action_row *a)
{
	return xasprintf("reopen:%lld", (long long)a->id);
}

enum reply action_end_do(struct app *app, const struct action_row *a)
{
	char *draft, *label;

	if (a->state == ACTION_ASKED)
		return answer(app, a);
	draft = draft_name(a);
	label = xasprintf(_("%s %s is asked of its units again. Why? They read this."), a->path,
			  a->title);
	dialog_write(app, ACTION_END_TAG,
		     &(struct dialog_writing){.title = _("Open the action again"),
					      .label = label,
					      .draft = draft,
					      .max_chars = ENTRY_TEXT_MAX,
					      .rows = 3,
					      .act = _("Open it again")});
	free(label);
	free(draft);
	return REPLY_DONE;
}

enum reply action_end_reopen(struct app *app, const struct action_row *row, const char *text)
{
	const struct app_context *c = app_context(app);
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	unsigned changes = 0;
	const char *reason;

	if (entry_reason(&a, text, &reason, &e) < 0 ||
	    store_action_reopen(c->store, &who, row->id, row->version, reason, &changes, &e) < 0) {
		app_error(app, &e);
	} else {
		char *draft = draft_name(row);

		dialog_written(app, draft);
		free(draft);
		app_info(app, _("%s %s is open again."), row->path, row->title);
	}
	app_changed(app, changes);
	arena_free(&a);
	return REPLY_DONE;
}
