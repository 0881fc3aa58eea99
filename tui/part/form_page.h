/*
 * form_page.h - a form as a whole screen: drawing, keys and the draft, the same for every view that
 * is a form. The view says which fields there are and what submitting does.
 */
#ifndef DUBAN_TUI_FORM_PAGE_H
#define DUBAN_TUI_FORM_PAGE_H

#include "tui/app/app.h"
#include "tui/part/form_draft.h"

/* The state of such a view begins with this, so that the form_view_* functions can be its ops. */
struct form_page {
	enum reply (*submit)(struct view *v, struct app *app); /* the person submits */
	struct form *form;				       /* NULL until form_page_begin() */
	struct arena own; /* for labels and choices that are made at run time */
	struct form_draft draft;
	const char **names; /* of the fields that are typed; owned */
	bool done;	    /* written, or thrown away: there is nothing to keep any more */
	bool leaving;	    /* the question which text counts stands in the way out */
};

/* Makes the form; with a key (given, freed by the page) what was typed earlier is filled in by
 * form_page_restore(), which the view calls after it has set the values it knows. */
void form_page_begin(struct form_page *p, const struct form_field *fields, size_t n,
		     const char *button, char *draft_key,
		     enum reply (*submit)(struct view *v, struct app *app));
int form_page_restore(struct form_page *p, const struct app_context *c, struct err *e);

/* For struct view_ops. Esc keeps the draft and closes the view. */
void form_view_draw(const struct view *v, struct canvas *c);
enum reply form_view_act(struct view *v, struct app *app, enum action a);
enum reply form_view_key(struct view *v, struct app *app, const struct key *k);
enum reply form_view_point(struct view *v, struct app *app, const struct point *at);
bool form_view_offers(const struct view *v, enum action a);
/* Answers to the form's own questions; a view with a resume() of its own asks this one first and
 * goes on when it passes. */
enum reply form_view_resume(struct view *v, struct app *app, const struct view_result *r);
void form_view_settle(struct view *v, struct app *app);
const char *form_view_help(const struct view *v);
void form_view_close(struct view *v);

/* Shows the error beside its field. */
void form_page_error(struct form_page *p, struct view *v, const struct err *e);
/* It is written: drops the draft, tells the message and the changes, leaves with result.ok. */
void form_page_done(struct form_page *p, struct view *v, struct app *app, unsigned changes,
		    const char *message);

#endif
