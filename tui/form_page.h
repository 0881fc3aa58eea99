/*
 * form_page.h - a form as a whole screen: drawing, keys and the draft, the same for every view that
 * is a form. The view says which fields there are and what submitting does.
 */
#ifndef DUBAN_TUI_FORM_PAGE_H
#define DUBAN_TUI_FORM_PAGE_H

#include "tui/app.h"
#include "tui/form_draft.h"

struct form_page {
	struct form *form; /* NULL until form_page_begin() */
	struct arena own;  /* for labels and choices that are made at run time */
	struct form_draft draft;
	const char **names; /* of the fields that are typed; owned */
};

/* Makes the form; with a key (given, freed by the page) what was typed earlier is filled in by
 * form_page_restore(), which the view calls after it has set the values it knows. */
void form_page_begin(struct form_page *p, const struct form_field *fields, size_t n,
		     const char *submit, char *draft_key);
int form_page_restore(struct form_page *p, const struct app_context *c, struct err *e);
void form_page_free(struct form_page *p);

void form_page_draw(const struct form_page *p, struct canvas *c);
/* *submit tells that the person submits. Esc keeps the draft and closes the view. */
enum reply form_page_act(struct form_page *p, struct view *v, struct app *app, enum action a,
			 bool *submit);
enum reply form_page_key(struct form_page *p, const struct key *k);
void form_page_settle(struct form_page *p, struct view *v, struct app *app);
/* Shows the error beside its field. */
void form_page_error(struct form_page *p, struct view *v, const struct err *e);
/* It is written: drops the draft, tells the message and the changes, leaves with result.ok. */
void form_page_done(struct form_page *p, struct view *v, struct app *app, unsigned changes,
		    const char *message);

#endif
