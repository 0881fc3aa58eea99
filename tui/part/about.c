/* What has changed between a question and its answer is told in a question of its own, value by
 * value; that one has the answer with it, to be given again. */
#include "tui/part/about.h"

#include "core/i18n.h"
#include "tui/part/conflict_text.h"
#include "tui/part/dialog.h"

#include <string.h>

void about_set(struct app *app, const struct form_row *row)
{
	struct view *v = app_top(app);
	struct form_row *copy;

	if (!row || !v)
		return;
	copy = arena_alloc(&v->own, sizeof *copy);
	form_row_copy(&v->own, copy, row);
	v->about = copy;
}

enum reply about_follow(struct app *app, const struct view_result *answer, enum reply reply)
{
	if (app_top(app)->ops->dialog)
		about_set(app, answer->about);
	return reply;
}

int64_t about_id(const struct view_result *answer)
{
	return answer->about ? answer->about->id : 0;
}

int64_t about_version(const struct view_result *answer)
{
	return answer->about ? answer->about->version : 0;
}

const char *about_changes(struct arena *a, const struct form_row *was, const struct form_row *now,
			  const char *same)
{
	static const struct form_field words = {.kind = FIELD_AREA};
	const char *text = "";

	for (size_t i = 0; i < now->values.n; i++) {
		const struct draft_field *v = &now->values.at[i];
		const char *before = form_row_get(was, v->field);

		if (before && strcmp(before, v->text) != 0)
			text = arena_printf(
				a, "%s\n%s", text,
				arena_printf(a, _("%1$s: %2$s"), v->field,
					     conflict_diff(a, &words, before, v->text)));
	}
	return *text ? text : arena_printf(a, "\n%s", same);
}

/* To be given again, in memory of the question. */
static void repeat(struct view *question, const struct view_result *answer)
{
	struct view_result *copy = arena_alloc(&question->own, sizeof *copy);

	*copy = *answer;
	if (answer->text)
		copy->text = arena_strdup(&question->own, answer->text);
	if (answer->draft)
		copy->draft = arena_strdup(&question->own, answer->draft);
	question->repeats = copy;
}

static void ask_again(struct app *app, struct arena *a, const struct view_result *answer,
		      const struct form_row *now, const struct err *e)
{
	const char *text = arena_printf(
		a, _("%s.\n%s"), e->text,
		about_changes(a, answer->about, now, _("What you were asked reads as before.")));

	if (answer->draft)
		text = arena_printf(a, "%s\n\n%s", text, _("What you have written is kept."));
	app_top(app)->dirty = true;
	if (dialog_confirm(app, answer->tag, _("Somebody else was faster"), text,
			   _("Do it all the same"), _("Leave it")) < 0)
		return;
	about_set(app, now);
	repeat(app_top(app), answer);
}

void about_refused(struct app *app, const struct view_result *answer, const struct err *e,
		   about_read *read)
{
	struct arena a = ARENA_INIT;
	struct err again = ERR_INIT;
	struct form_row now = {0};

	if (e->code != ERR_CONFLICT || !answer->about)
		app_error(app, e);
	else if (read(app_top(app), answer->about->id, &a, &now, &again) < 0)
		/* what one may not read any more: who has changed it and when is said still */
		app_error(app, again.code == ERR_NOT_FOUND ? e : &again);
	else
		ask_again(app, &a, answer, &now, e);
	arena_free(&a);
}
