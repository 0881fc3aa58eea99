/* request_ask.h - asking the office, as screens see it: how each kind is called in menus, which
 * thing it is about, the name of its draft. What is entered says core/rule/request.h. */
#ifndef DUBAN_TUI_REQUEST_ASK_H
#define DUBAN_TUI_REQUEST_ASK_H

#include "core/rule/request.h"
#include "tui/app/app.h"
#include "tui/part/form.h"

/* The things that are at hand where somebody wants to ask; 0: none of that kind. */
struct request_things {
	int64_t unit_id; /* for whom; 0: the own unit */
	int64_t action_id, milestone_id, period_id, report_id;
	struct date want; /* the date that was typed there, of an extension; none: unknown */
};

/* "Ask for an extension": an entry of a menu; translated. */
const char *request_ask_label(enum request_kind kind);
/* Whether the post may ask for this on behalf of the unit (0: the own one). */
bool request_may_ask(const struct app_context *c, enum request_kind kind, int64_t unit_id);
/* Which of the things it is about, 0 when that is not at hand. */
int64_t request_about(enum request_kind kind, const struct request_things *things);
/* "5.2 Nurseries · rooms adapted": what it is about, in words. In the arena. */
int request_subject(const struct app_context *c, struct arena *a, enum request_kind kind,
		    int64_t about, const char **subject, struct err *e);
/* What is asked, without its words; `about` as above, unit_id 0 the own one. */
struct request_new request_ask_new(const struct app_context *c, enum request_kind kind,
				   int64_t about, int64_t unit_id);
/* The request that asks for the same and waits for its answer; 0: there is none. */
int64_t request_ask_waiting(const struct app_context *c, const struct request_new *r);
/* Opens the form; where the same waits for its answer already, says so and leads there. */
int request_ask(struct app *app, enum request_kind kind, int64_t about, int64_t unit_id);

/* A line under a date field where its date, once it is whole, is a day off. */
void request_note_rest(struct form *f, const char *name, const struct app_context *c);

/* The name of the form's draft, given; and back. */
char *request_draft_name(enum request_kind kind, int64_t about, int64_t unit_id);
#define REQUEST_DRAFTS "request:"
/* `rest`: behind REQUEST_DRAFTS. The arguments of the form; false: not such a name. */
bool request_draft_args(const char *rest, struct view_args *args);

#endif
