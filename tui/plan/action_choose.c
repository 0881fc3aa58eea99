/* Choosing an action by number or title, for what is recorded from a list of no action in
 * particular. An action stands there once, however many units work on it. */
#include "tui/plan/action_choose.h"

#include "core/i18n.h"
#include "core/text/utf8.h"
#include "db/plan/store_task.h"
#include "tui/part/dialog.h"
#include "tui/part/page.h"
#include "tui/app/session.h"

static size_t list_actions(struct arena *a, const struct task_rows *tasks,
			   struct dialog_item *items)
{
	size_t n = 0;
	int cols = 0;

	for (size_t i = 0; i < tasks->n; i++)
		if (utf8_cols(tasks->at[i].path) > cols)
			cols = utf8_cols(tasks->at[i].path);
	for (size_t i = 0; i < tasks->n; i++) {
		const struct task_row *t = &tasks->at[i];

		/* The rows of an action's units follow each other. */
		if (n && items[n - 1].id == t->action_id)
			continue;
		items[n++] = (struct dialog_item){
			.text = arena_printf(a, "%s %s", page_pad(a, t->path, cols), t->title),
			.id = t->action_id};
	}
	return n;
}

enum reply action_choose(struct app *app, int tag, int64_t unit_id)
{
	const struct app_context *c = app_context(app);
	struct actor who = session_actor(c);
	struct task_filter f = {
		.plan_id = c->session->plan_id, .unit_id = unit_id, .role = -1, .lamp = -1};
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct task_rows tasks = {0};
	struct dialog_item *items;
	size_t n;

	if (store_task_list(c->store, &a, &who, &f, &c->session->rules, c->now.today, &tasks, &e) <
	    0) {
		app_error(app, &e);
	} else {
		items = arena_alloc(&a, (tasks.n + 1) * sizeof *items);
		n = list_actions(&a, &tasks, items);
		if (n)
			dialog_choose(app, tag, _("On which action?"), items, n);
		else
			app_info(app, "%s",
				 _("There is no action here yet that it could belong to."));
	}
	arena_free(&a);
	return REPLY_DONE;
}
