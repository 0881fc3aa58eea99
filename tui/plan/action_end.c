/* action_end.c - close-out and opening again, from the action; and the line by which the units
 * learn on their first screen that it runs again. */
#include "tui/plan/action_end.h"

#include "core/rule/entry.h"
#include "core/i18n.h"
#include "db/cycle/store_request.h"
#include "db/plan/store_plan.h"
#include "tui/app/session.h"
#include "tui/home/home_lines.h"
#include "tui/part/about.h"
#include "tui/part/dialog.h"
#include "tui/part/reason.h"
#include "tui/view/views.h"

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

static void values_of(const struct action_row *r, struct arena *a, struct form_row *to)
{
	*to = (struct form_row){.id = r->id, .version = r->version};
	form_row_add(a, to, _("title"), r->title);
	form_row_add(a, to, _("state"), action_state_label(r->state));
}

static int read_row(struct view *v, int64_t id, struct arena *a, struct form_row *to, struct err *e)
{
	struct actor who = session_actor(v->context);
	struct action_row row;

	if (store_action_get(v->context->store, a, &who, id, &row, e) < 0)
		return -1;
	values_of(&row, a, to);
	return 0;
}

enum reply action_end_do(struct app *app, const struct action_row *row)
{
	struct arena a = ARENA_INIT;
	struct form_row seen;

	if (row->state == ACTION_ASKED)
		return answer(app, row);
	dialog_write(app, ACTION_END_TAG,
		     &(struct dialog_writing){
			     .title = _("Open the action again"),
			     .label = arena_printf(&a,
						   _("%s %s is asked of its units again. Why? They "
						     "read this."),
						   row->path, row->title),
			     .draft = "reopen",
			     .id = row->id,
			     .max_chars = ENTRY_TEXT_MAX,
			     .rows = 3,
			     .act = _("Open it again")});
	values_of(row, &a, &seen);
	about_set(app, &seen);
	arena_free(&a);
	return REPLY_DONE;
}

void action_reopen_go_on(struct app *app, const struct view_args *args)
{
	const struct app_context *c = app_context(app);
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct action_row row;

	if (store_action_get(c->store, &a, &who, args->id, &row, &e) < 0)
		app_error(app, &e);
	else if (app_push(app, &view_action, &(struct view_args){.id = args->id}) == 0)
		action_end_do(app, &row);
	arena_free(&a);
}

enum reply action_end_reopen(struct app *app, const struct action_row *row,
			     const struct view_result *answer)
{
	struct reason why;
	int rc = reason_read(&why, app, answer, entry_reason);

	if (rc == 0)
		rc = store_action_reopen(why.store, &why.who, about_id(answer),
					 about_version(answer), why.text, &why.changes, &why.err);
	if (rc == 0)
		app_info(app, _("%s %s is open again."), row->path, row->title);
	return reason_done(&why, rc, read_row);
}

int home_reopened(const struct app_context *c, struct arena *a, const struct scene *sc,
		  struct home_lines *lines, struct err *e)
{
	int64_t unit_id = session_unit(c, 0);
	struct actor who = session_actor(c);
	struct reopened_rows rows;

	if (!sc->plan.id || !unit_id)
		return 0;
	if (store_reopened_list(c->store, a, &who, unit_id, home_news_since(c), &rows, e) < 0)
		return -1;
	for (size_t i = 0; i < rows.n; i++) {
		const struct reopened_row *r = &rows.at[i];

		home_lines_add_news(
			c, a, lines,
			&(struct home_line){
				.news = arena_printf(a, "reopened %lld", (long long)r->log_id),
				.text = arena_printf(a, _("%1$s %2$s runs again, %3$s: %4$s"),
						     r->action_no, r->action_title, r->by,
						     r->reason),
				.style = STYLE_STRONG,
				.ops = &view_action,
				.args = {.id = r->action_id, .id2 = unit_id}});
	}
	return 0;
}
