/*
 * remedy.h - a refusal and what lifts it: where a unit can ask for the thing that is in the way
 * (err.remedy), the sentence stands in a question whose first answer opens the form that asks, or,
 * where that is asked already, the request that waits.
 */
#ifndef DUBAN_TUI_REMEDY_H
#define DUBAN_TUI_REMEDY_H

#include "tui/part/form_page.h"
#include "tui/request/request_ask.h"

/* The same is asked already and waits for its answer: says so; the first answer opens it. */
int remedy_waits(struct app *app, int64_t request_id);

/* Tells why something cannot be done. Where nothing can be asked for, or not by this post, or the
 * thing is not at hand, it stands in the message line as any other error does. */
void remedy_tell(struct app *app, const struct err *e, const struct request_things *things);
/* The same for what is refused in a form: the sentence stands there too, and what was typed is kept
 * while the other form is filled in. */
void remedy_tell_form(struct form_page *p, struct view *v, struct app *app, const struct err *e,
		      const struct request_things *things);

#endif
