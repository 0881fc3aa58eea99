/*
 * form_draft.h - what is being typed into a form, kept in the file under the person's name, so that
 * a dropped line, a kill or a return by the reviewer loses nothing. Forms that write use it.
 */
#ifndef DUBAN_TUI_FORM_DRAFT_H
#define DUBAN_TUI_FORM_DRAFT_H

#include "tui/app/app.h"
#include "tui/part/form.h"

struct form_draft {
	char *key;		  /* form and thing: "report:14:3:7"; owned */
	const char *const *names; /* the fields that are kept; borrowed */
	size_t n;
	int64_t saved_at; /* UTC of the last save, 0: none */
};

void form_draft_free(struct form_draft *d);
/* Fills the form from what was kept; saved_at tells whether there was anything. */
int form_draft_load(struct form_draft *d, struct form *f, const struct app_context *c,
		    struct err *e);
/* Keeps the fields as they are now, when one has changed since the last time. */
int form_draft_save(struct form_draft *d, struct form *f, const struct app_context *c,
		    struct err *e);
/* It was handed in, or thrown away. */
int form_draft_drop(struct form_draft *d, const struct app_context *c, struct err *e);

#endif
