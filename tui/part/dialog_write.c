/*
 * The question for a text that is kept while it is typed: a form with a single field, its label
 * above it, in a box. Enter in the field is meant for the whole.
 */
#include "core/i18n.h"
#include "core/wrap.h"
#include "db/change.h"
#include "tui/part/dialog.h"
#include "tui/part/form_page.h"
#include "tui/part/form_state.h"

enum { WRITE_COLS = 72 };

struct writing {
	struct form_page page;
	const struct dialog_writing *asked; /* borrowed; during open() only */
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
	app_finish(app, &(struct view_result){.ok = true, .text = text});
}

static enum reply give_text(struct view *v, struct app *app)
{
	struct writing *w = v->state;
	const char *text = form_get(w->page.form, "text");
	struct err e = ERR_INIT;

	if (*text || w->optional) {
		give(v, app, text);
	} else {
		err_set_field(&e, ERR_INPUT, "text",
			      _("please write something here, or leave with Esc"));
		form_page_error(&w->page, v, &e);
	}
	return REPLY_DONE;
}

static int begin_form(struct view *v, struct err *e)
{
	struct writing *w = v->state;
	const struct dialog_writing *more = w->asked;
	const struct form_field fields[] = {
		{.name = "label", .kind = FIELD_SHOW},
		{.name = "text",
		 .kind = more->rows > 1 ? FIELD_AREA : FIELD_TEXT,
		 .rows = more->rows,
		 .max_chars = more->max_chars},
	};

	(void)e;
	form_page_begin(&w->page, fields, sizeof fields / sizeof fields[0], _("OK"),
			xstrdup(more->draft));
	form_set(w->page.form, "label", more->label);
	form_set(w->page.form, "text", more->value);
	return 0;
}

static const struct form_page_ops page = {.begin = begin_form, .submit = give_text};

static int writing_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct writing *w = v->state;
	const struct dialog_writing *more = args->more;
	int rc;

	view_set_title(v, more->title);
	w->rows = more->rows;
	w->optional = more->optional;
	w->once = more->once;
	w->asked = more;
	rc = form_page_load(v, &page, e);
	w->asked = NULL;
	return rc;
}

static void writing_fit(const struct view *v, int *cols, int *rows)
{
	enum { OTHER_ROWS = 6 }; /* the draft's line, two of an error, blank, button, counter */
	const struct writing *w = v->state;

	if (*cols > WRITE_COLS)
		*cols = WRITE_COLS;
	int need =
		(int)wrap_count(form_get(w->page.form, "label"), *cols - 2) + w->rows + OTHER_ROWS;
	if (*rows > need)
		*rows = need;
}

static enum reply writing_act(struct view *v, struct app *app, enum action a)
{
	const struct form *f = ((struct writing *)v->state)->page.form;

	/* On the whole screen Enter begins a line; on the button it presses it anyway. */
	if (a == DO_FORM_ENTER && !f->zoomed)
		a = DO_SUBMIT;
	return form_view_act(v, app, a);
}

static const struct view_ops writing_view = {
	.name = "write",
	.state_size = sizeof(struct writing),
	.dialog = true,
	.open = writing_open,
	.act = writing_act,
	.fit = writing_fit,
	FORM_VIEW_BUT_ACT,
};

int dialog_write(struct app *app, int tag, const struct dialog_writing *w)
{
	return app_push(app, &writing_view, &(struct view_args){.tag = tag, .more = w});
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
