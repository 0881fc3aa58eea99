/* The question for one line of text: a form with a single field, its label above it. */
#include "core/i18n.h"
#include "core/text/wrap.h"
#include "tui/part/dialog.h"
#include "tui/part/form.h"

#include <stdio.h>

enum { ASK_COLS = 64 };

struct ask {
	struct form *form;
	bool optional;
};

struct ask_more {
	const char *label, *value;
	size_t max_chars;
	bool optional;
	const struct err *error; /* why the last answer was refused, or NULL */
};

static int ask_open(struct view *v, const struct view_args *args, struct err *e)
{
	const struct ask_more *more = args->more;
	const struct form_field fields[] = {
		{.name = "label", .kind = FIELD_SHOW},
		{.name = "text", .kind = FIELD_TEXT, .max_chars = more->max_chars},
	};
	struct ask *s = v->state;

	(void)e;
	view_set_title(v, args->text);
	s->optional = more->optional;
	s->form = form_new(fields, 2, _("OK"));
	form_set(s->form, "label", more->label);
	form_set(s->form, "text", more->value);
	if (more->error) {
		struct err shown = *more->error;
		snprintf(shown.field, sizeof shown.field, "text");
		form_error(s->form, &shown);
	}
	v->scope = form_scope(s->form);
	return 0;
}

static void ask_close(struct view *v)
{
	struct ask *s = v->state;

	form_free(s->form);
}

static void ask_fit(const struct view *v, int *cols, int *rows)
{
	enum { OTHER_ROWS = 6 }; /* field, what still fits, two of an error, blank, button */
	const struct ask *s = v->state;

	if (*cols > ASK_COLS)
		*cols = ASK_COLS;
	int need = (int)wrap_count(form_get(s->form, "label"), *cols - 2) + OTHER_ROWS;
	if (*rows > need)
		*rows = need;
}

static void ask_draw(const struct view *v, struct canvas *c)
{
	const struct ask *s = v->state;

	form_draw(s->form, c);
}

static void give_text(struct ask *s, struct app *app)
{
	const char *text = form_get(s->form, "text");
	struct err e = ERR_INIT;

	if (!*text && !s->optional) {
		err_set_field(&e, ERR_INPUT, "text",
			      _("please write something here, or leave with Esc"));
		form_error(s->form, &e);
		return;
	}
	app_finish(app, &(struct view_result){.ok = true, .text = text});
}

static enum reply ask_event(struct view *v, struct app *app, enum action a, enum form_event event)
{
	struct ask *s = v->state;

	/* There is one field only: Enter in it is meant for the whole. */
	if (event == FORM_SUBMIT || a == DO_FORM_ENTER) {
		give_text(s, app);
		event = FORM_DONE;
	}
	if (event == FORM_SAYS)
		app_info(app, "%s", form_sentence(s->form));
	v->scope = form_scope(s->form);
	return event == FORM_PASS ? REPLY_PASS : REPLY_DONE;
}

static enum reply ask_act(struct view *v, struct app *app, enum action a)
{
	struct ask *s = v->state;

	return ask_event(v, app, a, form_act(s->form, a, v->cols));
}

static enum reply ask_key(struct view *v, struct app *app, const struct key *k)
{
	struct ask *s = v->state;

	return ask_event(v, app, DO_NONE, form_key(s->form, k));
}

static enum reply ask_point(struct view *v, struct app *app, const struct point *p)
{
	struct ask *s = v->state;

	return ask_event(v, app, DO_NONE, form_point(s->form, p, v->rows, v->cols));
}

static bool ask_offers(const struct view *v, enum action a)
{
	return form_offers(((const struct ask *)v->state)->form, a);
}

static const struct view_ops ask_view = {
	.name = "ask",
	.scope = SCOPE_FIELD,
	.state_size = sizeof(struct ask),
	.dialog = true,
	.open = ask_open,
	.draw = ask_draw,
	.act = ask_act,
	.key = ask_key,
	.point = ask_point,
	.offers = ask_offers,
	.fit = ask_fit,
	.close = ask_close,
};

static int ask(struct app *app, int tag, const char *title, const struct ask_more *more)
{
	return app_push(app, &ask_view,
			&(struct view_args){.tag = tag, .text = title, .more = more});
}

int dialog_ask(struct app *app, int tag, const char *title, const char *label, const char *value,
	       size_t max_chars)
{
	return ask(app, tag, title, &(struct ask_more){label, value, max_chars, false, NULL});
}

int dialog_ask_optional(struct app *app, int tag, const char *title, const char *label,
			const char *value, size_t max_chars)
{
	return ask(app, tag, title, &(struct ask_more){label, value, max_chars, true, NULL});
}

int dialog_ask_again(struct app *app, int tag, const char *title, const char *label,
		     const char *value, size_t max_chars, const struct err *e)
{
	return ask(app, tag, title, &(struct ask_more){label, value, max_chars, false, e});
}
