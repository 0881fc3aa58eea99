/* What all screens that are a form do alike: the form under a line that says since when the draft
 * is kept, keys, and the ways out. */
#include "tui/part/form_page.h"

#include "core/i18n.h"
#include "core/text/utf8.h"
#include "db/change.h"
#include "tui/part/dialog.h"
#include "tui/part/form_conflict.h"
#include "tui/part/form_page_state.h"

#include <stdio.h>
#include <stdlib.h>

void form_page_begin(struct form_page *p, const struct form_field *fields, size_t n,
		     const char *button, char *draft_key)
{
	p->form = form_new(fields, n, button);
	p->names = xcalloc(n, sizeof *p->names);
	for (size_t i = 0; i < n; i++)
		if (fields[i].kind != FIELD_SHOW)
			p->names[p->draft.n++] = fields[i].name;
	p->draft.names = p->names;
	p->draft.key = draft_key;
}

void form_page_fill(struct form_page *p, const struct form_row *row)
{
	for (size_t i = 0; i < row->values.n; i++)
		form_set(p->form, row->values.at[i].field, row->values.at[i].text);
	form_row_copy(&p->draft.own, &p->draft.row, row);
}

static void tell_change(void *view)
{
	struct view *v = view;
	const struct form_page *p = v->state;

	p->ops->changed(v);
}

int form_page_load(struct view *v, const struct form_page_ops *ops, struct err *e)
{
	struct form_page *p = v->state;

	if (p->form) {
		form_page_look(v);
		return 0;
	}
	p->ops = ops;
	if (ops->begin(v, e) < 0 || form_draft_load(&p->draft, p->form, v->context, e) < 0) {
		form_view_close(v);
		*p = (struct form_page){0};
		return -1;
	}
	if (ops->changed) {
		form_on_change(p->form, tell_change, v);
		ops->changed(v);
	}
	form_page_look(v);
	v->scope = form_scope(p->form);
	return 0;
}

void form_view_close(struct view *v)
{
	struct form_page *p = v->state;

	form_free(p->form);
	form_draft_free(&p->draft);
	free(p->names);
	arena_free(&p->own);
}

void form_view_draw(const struct view *v, struct canvas *c)
{
	const struct form_page *p = v->state;
	struct canvas body = canvas_sub(c, 1, 0, c->rows - 1, c->cols);
	char at[TIME_TEXT], text[160] = "";
	int kept = 0;

	if (!p->form)
		return;
	if (p->unkept)
		snprintf(text, sizeof text, "%s", _("! not kept yet"));
	else if (p->draft.saved_at)
		snprintf(text, sizeof text, _("draft kept %s"),
			 time_format_near(p->draft.saved_at, v->context->now.today, at));
	if (*text) {
		kept = utf8_cols(text) + 2;
		canvas_field(c, 0, 1, c->cols - 2, ALIGN_RIGHT, p->unkept ? STYLE_ERROR : STYLE_DIM,
			     text);
	}
	if (p->draft.warning)
		canvas_field(c, 0, 1, c->cols - 2 - kept, ALIGN_LEFT, STYLE_STRONG,
			     p->draft.warning);
	else if (p->shut)
		canvas_field(c, 0, 1, c->cols - 2 - kept, ALIGN_LEFT, STYLE_STRONG, p->shut);
	form_draw(p->form, &body);
}

bool form_view_offers(const struct view *v, enum action a)
{
	const struct form_page *p = v->state;

	if (a == DO_OTHER_TEXT)
		return p->draft.crossed;
	return !p->form || form_offers(p->form, a);
}

const char *form_view_help(const struct view *v)
{
	const struct form_page *p = v->state;

	return p->form ? form_field_help(p->form) : NULL;
}

static void ask_which(struct form_page *p, struct view *v, struct app *app)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	const char *question;

	if (form_draft_other(&p->draft, p->form, v->context, &a, &question, &e) < 0)
		app_error(app, &e);
	else
		dialog_either(app, TAG_WINDOWS, _("Two windows"), question, _("Later"),
			      _("Take that text"), _("Keep mine"));
	arena_free(&a);
}

/* Nothing opens over a text that is being typed: a line above the fields says it until the person
 * asks, leaves or sends. What to press comes first: a narrow screen cuts the end. */
static void tell_crossed(struct form_page *p, struct app *app)
{
	char key[KEY_LABEL], at[TIME_TEXT];

	free(p->draft.warning);
	p->draft.warning =
		xasprintf(_("! %s: both texts; another window changed this too, %s"),
			  keymap_first_key(app_keymap(app), DO_OTHER_TEXT, key),
			  time_format_near(p->draft.other_at, app_context(app)->now.today, at));
}

static enum form_kept settle(struct form_page *p, struct view *v, struct app *app)
{
	struct err e = ERR_INIT;
	enum form_kept kept = form_draft_save(&p->draft, p->form, v->context, &e);

	if (kept == FORM_CROSSED)
		tell_crossed(p, app);
	if (kept == FORM_UNKEPT)
		err_wrap(&e, "%s", _("what you typed could not be kept yet; it is tried again"));
	p->unkept = ERR_NONE;
	if ((kept == FORM_UNKEPT || kept == FORM_GONE) && app_keep_later(app, &e))
		p->unkept = e.code;
	return kept;
}

void form_view_settle(struct view *v, struct app *app)
{
	struct form_page *p = v->state;

	if (p->form && !p->done)
		settle(p, v, app);
}

/* Not before what is typed is kept: which text counts is asked first, and whether to lose it. */
static enum reply form_page_leave(struct form_page *p, struct view *v, struct app *app)
{
	enum form_kept kept = settle(p, v, app);

	if (kept == FORM_GONE)
		kept = settle(p, v, app);
	if (kept == FORM_CROSSED) {
		p->leaving = true;
		ask_which(p, v, app);
		return REPLY_DONE;
	}
	if (kept == FORM_UNKEPT) {
		dialog_confirm(app, TAG_LOSE, _("Not kept"), app_message(app),
			       _("Leave and lose it"), _("Stay"));
		return REPLY_DONE;
	}
	if (p->draft.saved_at) {
		app_info(app, "%s", _("What you typed is kept; you find it here again."));
		app_changed(app, CHANGE_DRAFT);
	}
	return REPLY_CLOSE;
}

/* Undecided, both stay; on the way out that is an answer too. */
static void choose_text(struct form_page *p, struct view *v, struct app *app,
			const struct view_result *r)
{
	struct err e = ERR_INIT;
	bool leaving = p->leaving;

	p->leaving = false;
	if (!r->ok) {
		if (leaving)
			app_finish(app, NULL);
		return;
	}
	if (form_draft_choose(&p->draft, p->form, v->context, r->choice == 1, &e) == 0) {
		free(p->draft.warning);
		p->draft.warning = NULL;
		if (p->ops->changed)
			p->ops->changed(v);
		settle(p, v, app);
		return;
	}
	app_error(app, &e);
	if (e.code != ERR_CONFLICT)
		return;
	p->leaving = leaving;
	ask_which(p, v, app);
}

static void throw_away(struct form_page *p, struct view *v, struct app *app)
{
	struct err e = ERR_INIT;

	if (form_draft_drop(&p->draft, v->context, &e) < 0) {
		app_error(app, &e);
		return;
	}
	p->done = true;
	app_info(app, "%s", _("What you typed is thrown away."));
	app_changed(app, CHANGE_DRAFT);
	app_finish(app, NULL);
}

/* Where it can be written still, the values are in the form already, and the row that they change
 * is the newer one. */
static enum reply conflict_settled(struct form_page *p, struct view *v, struct app *app,
				   enum form_settled how)
{
	struct err e = ERR_INIT;

	if (how == FORM_KEPT_HERE && form_page_leave(p, v, app) == REPLY_CLOSE)
		app_finish(app, NULL);
	if (how == FORM_THROWN_AWAY)
		throw_away(p, v, app);
	if (how == FORM_KEPT_HERE || how == FORM_THROWN_AWAY)
		return REPLY_DONE;
	if (p->ops->changed)
		p->ops->changed(v);
	if (how == FORM_MERGED)
		return settle(p, v, app) == FORM_CROSSED ? REPLY_DONE
							 : form_page_save_again(p, v, app);
	if (how == FORM_GIVEN_UP) {
		form_take_changed(p->form);
		if (form_draft_drop(&p->draft, v->context, &e) < 0)
			app_error(app, &e);
		else
			app_info(
				app, "%s",
				_("This is how it stands now. Undo in a field brings yours back."));
		app_changed(app, CHANGE_DRAFT);
	}
	return REPLY_DONE;
}

enum reply form_view_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct form_page *p = v->state;

	if (r->tag == TAG_WINDOWS) {
		choose_text(p, v, app, r);
	} else if (r->tag == TAG_CONFLICT) {
		return r->ok ? conflict_settled(p, v, app, (enum form_settled)r->choice)
			     : REPLY_DONE;
	} else if (r->ok && r->tag == TAG_LOSE) {
		p->done = true;
		app_finish(app, NULL);
	} else if (r->ok && p->ops && p->ops->answer) {
		return p->ops->answer(v, app, r);
	}
	return REPLY_DONE;
}

/* Before anything is sent: with two texts, which one. True: it has been asked, or the file is
 * locked and this has been waited for long enough. */
static bool ask_first(struct form_page *p, struct view *v, struct app *app)
{
	if (settle(p, v, app) == FORM_CROSSED) {
		ask_which(p, v, app);
		return true;
	}
	return p->unkept == ERR_BUSY;
}

static enum reply submit(struct form_page *p, struct view *v, struct app *app)
{
	if (ask_first(p, v, app) || form_page_tell_shut(p, v, app))
		return REPLY_DONE;
	return p->ops->submit(v, app);
}

static enum reply take_event(struct form_page *p, struct view *v, struct app *app, enum action a,
			     enum form_event event)
{
	v->scope = form_scope(p->form);
	if (event == FORM_SUBMIT)
		return submit(p, v, app);
	if (event == FORM_SAYS)
		app_info(app, "%s", form_sentence(p->form));
	if (event != FORM_PASS)
		return REPLY_DONE;
	return a == DO_BACK ? form_page_leave(p, v, app) : REPLY_PASS;
}

enum reply form_view_act(struct view *v, struct app *app, enum action a)
{
	struct form_page *p = v->state;

	if (!p->form)
		return REPLY_PASS;
	if (a == DO_OTHER_TEXT || (a == DO_SAVE_DRAFT && p->draft.crossed)) {
		if (!ask_first(p, v, app))
			app_info(app, "%s", _("No other window has changed this text."));
		return REPLY_DONE;
	}
	return take_event(p, v, app, a, form_act(p->form, a, v->cols));
}

enum reply form_view_key(struct view *v, struct app *app, const struct key *k)
{
	struct form_page *p = v->state;

	if (!p->form)
		return REPLY_PASS;
	return take_event(p, v, app, DO_NONE, form_key(p->form, k));
}

enum reply form_view_point(struct view *v, struct app *app, const struct point *at)
{
	struct form_page *p = v->state;

	if (!p->form)
		return REPLY_PASS;
	return take_event(p, v, app, DO_NONE, form_point(p->form, at, v->rows - 1, v->cols));
}

void form_page_error(struct form_page *p, struct view *v, const struct err *e)
{
	form_error(p->form, e);
	v->scope = form_scope(p->form);
	app_tell_refusal(v->context, v->ops->name, e);
}

void form_page_done(struct form_page *p, struct view *v, struct app *app, unsigned changes,
		    const char *message)
{
	struct err e = ERR_INIT;

	p->done = true;
	if (form_draft_drop(&p->draft, v->context, &e) < 0)
		app_error(app, &e);
	else
		app_info(app, "%s", message);
	app_changed(app, changes | CHANGE_DRAFT);
	app_finish(app, &(struct view_result){.ok = true});
}
