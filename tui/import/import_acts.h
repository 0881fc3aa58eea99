/*
 * import_acts.h - the steps of the review that a person starts from a row. Each either does it at
 * once, or asks a question under the tag given; then its answer function gets the result. `r` is
 * the row that it is about.
 */
#ifndef DUBAN_TUI_IMPORT_ACTS_H
#define DUBAN_TUI_IMPORT_ACTS_H

#include "tui/import/import_screen.h"

#define IMPORT_RUN(name)                                                                           \
	enum reply name(struct import_screen *s, struct app *app, const struct import_row *r,      \
			int tag)
#define IMPORT_ANSWER(name)                                                                        \
	enum reply name(struct import_screen *s, struct app *app, const struct import_row *r,      \
			const struct view_result *result)

/* Doubts. */
IMPORT_RUN(import_take);
IMPORT_RUN(import_leave);
IMPORT_RUN(import_reopen);
IMPORT_RUN(import_open_action); /* of a doubt or a row of actions */

/* The document. */
IMPORT_RUN(import_ask_head);
IMPORT_ANSWER(import_head);
IMPORT_RUN(import_ask_code);
IMPORT_ANSWER(import_code);

/* An action. */
IMPORT_RUN(import_ask_field);
IMPORT_ANSWER(import_field);
IMPORT_RUN(import_ask_split);
IMPORT_ANSWER(import_split);
IMPORT_RUN(import_join);
IMPORT_RUN(import_take_out);

/* Units. */
IMPORT_RUN(import_make_lead);
IMPORT_RUN(import_make_coop);
IMPORT_RUN(import_make_shared);
IMPORT_RUN(import_ask_name);
IMPORT_ANSWER(import_name_here);
IMPORT_ANSWER(import_name_everywhere);
IMPORT_RUN(import_ask_same);
IMPORT_ANSWER(import_same);
IMPORT_RUN(import_drop_unit);

/* A new edition. */
IMPORT_RUN(import_show_both);
IMPORT_RUN(import_ask_pair);
IMPORT_ANSWER(import_pair);
IMPORT_RUN(import_part);

/* Levels, words, volumes; and units that are added. */
IMPORT_RUN(import_open_fact);
IMPORT_RUN(import_drop_fact);

/* Asks for a line in the place of `value`, kept while it is typed; optional: it may be empty. */
void import_ask_text(const struct import_screen *s, struct app *app, int tag, const char *title,
		     const char *label, const char *value, size_t max_chars, bool optional);

#endif
