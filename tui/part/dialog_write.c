/*
 * The question for a text that is kept while it is typed: a form with a single field, its label
 * above it, in a box. Enter gives a text of one line; in one of several it begins a line, and what
 * it is given with is the button or its key, so that nothing leaves by a key that is half typing.
 */
#include "core/i18n.h"
#include "core/text/wrap.h"
#include "db/change.h"
#include "tui/part/dialog.h"
#include "tui/part/form_page.h"
#include "tui/part/form_state.h"

#include <string.h>

enum { WRITE_COLS = 72 };

struct writing_more {
	const struct dialog_writing *asked;
	const char *help;
};

struct writing {
	struct form_page page;
	const struct writing_more *more; /* borrowed; during open() only */
	int rows;
	bool optional, once;
};

static void give(struct view *v, struct app *app, const char *text)
{
	struct writing *w = v->state;
	struct err e = ERR_INIT;

	if (w->once) {
		w->page.done = true;
		if (form_draft_drop(&w->page.draft, v->context, &e) < 0)
			app_error(app, &e);
		app_changed(app, CHANGE_DRAFT);
	}
	app_finish(app,
		   &(struct view_result){.ok = true, .text = text, .draft = w->page.draft.key});
}

static enum reply give_text(struct view *v, struct app *app)
{
	struct writing *w = v->state;
	const char *text = form_get(w->page.form, "text");
	struct err e = ERR_INIT;

	/* The box goes with its text: not while that is not kept; why has been said. */
	if (w->page.form->changed)
		return REPLY_DONE;
	if (text[strspn(text, " \n")] || w->optional) {
		give(v, app, text);
	} else {
		err_set_field(&e, ERR_INPUT, "text",
			      _("please write something here, or leave with Esc"));
		form_page_error(&w->page, v, &e);
	}
	return REPLY_DONE;
}

/* Freed by the page. */
static char *draft_key(const struct dialog_writing *w)
{
	long long id = w->id, id2 = w->id2;

	if (!id)
		return xstrdup(w->draft);
	return id2 ? xasprintf("%s:%lld:%lld", w->draft, id, id2)
		   : xasprintf("%s:%lld", w->draft, id);
}

static int begin_form(struct view *v, struct err *e)
{
	struct writing *w = v->state;
	const struct dialog_writing *more = w->more->asked;
	struct arena *own = &w->page.own;
	const struct form_field fields[] = {
		{.name = "label", .kind = FIELD_SHOW},
		{.name = "text",
		 .kind = more->rows > 1 ? FIELD_AREA : FIELD_TEXT,
		 .rows = more->rows,
		 .max_chars = more->max_chars,
		 .help = w->more->help ? arena_strdup(own, w->more->help) : NULL},
	};

	(void)e;
	form_page_begin(&w->page, fields, sizeof fields / sizeof fields[0],
			more->act ? arena_strdup(own, more->act) : _("OK"), draft_key(more));
	form_set(w->page.form, "label", more->label);
	form_set(w->page.form, "text", more->value);
	return 0;
}

static const struct form_page_ops page = {.begin = begin_form, .submit = give_text};

static int writing_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct writing *w = v->state;
	const struct writing_more *given = args->more;
	const struct dialog_writing *more = given->asked;
	int rc;

	view_set_title(v, more->title);
	w->rows = more->rows;
	w->optional = more->optional;
	w->once = more->once;
	w->more = given;
	rc = form_page_load(v, &page, e);
	w->more = NULL;
	return rc;
}

static void writing_fit(const struct view *v, int *cols, int *rows)
{
	enum { OTHER_ROWS = 6 }; /* the draft's line, two of an error, blank, button, counter */
	const struct writing *w = v->state;

	if (w->page.form->zoomed) /* all there is */
		return;
	if (*cols > WRITE_COLS)
		*cols = WRITE_COLS;
	int need =
		(int)wrap_count(form_get(w->page.form, "label"), *cols - 2) + w->rows + OTHER_ROWS;
	if (*rows > need)
		*rows = need;
}

static enum reply writing_act(struct view *v, struct app *app, enum action a)
{
	const struct writing *w = v->state;

	/* On the button Enter presses it. */
	if (a == DO_FORM_ENTER && !form_on_button(w->page.form))
		a = w->rows > 1 ? DO_EDIT_NEWLINE : DO_SUBMIT;
	return form_view_act(v, app, a);
}

/* What Enter does is said of the field. */
static bool writing_offers(const struct view *v, enum action a)
{
	return (a != DO_FORM_ENTER || v->scope == SCOPE_FORM) && form_view_offers(v, a);
}

static const struct view_ops writing_view = {
	.name = "write",
	.state_size = sizeof(struct writing),
	.dialog = true,
	.open = writing_open,
	.act = writing_act,
	.fit = writing_fit,
	.draw = form_view_draw,
	.scope = SCOPE_FORM,
	.key = form_view_key,
	.point = form_view_point,
	.resume = form_view_resume,
	.settle = form_view_settle,
	.offers = writing_offers,
	.help = form_view_help,
	.close = form_view_close,
};

int dialog_write(struct app *app, int tag, const struct dialog_writing *w)
{
	char submit[KEY_LABEL];
	struct arena a = ARENA_INIT;
	struct writing_more more = {.asked = w};
	int rc;

	keymap_first_key(app_keymap(app), DO_SUBMIT, submit);
	more.help = arena_printf(&a,
				 w->rows > 1 ? _("Enter begins a new line. %s gives the text, or "
						 "Tab to the button and Enter.")
					     : _("Enter gives the text, as %s does."),
				 submit);
	rc = app_push(app, &writing_view, &(struct view_args){.tag = tag, .more = &more});
	arena_free(&a);
	return rc;
}

void dialog_written(struct app *app, const char *draft)
{
	struct form_draft d = {.key = xstrdup(draft), .second = true};
	struct err e = ERR_INIT;

	if (form_draft_drop(&d, app_context(app), &e) < 0)
		app_error(app, &e);
	form_draft_free(&d);
	app_changed(app, CHANGE_DRAFT);
}
