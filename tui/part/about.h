/*
 * about.h - what a question is about, as the person has seen it. While it stands there somebody
 * else may change the row, and the view below loads it anew; the answer is about what was seen:
 *
 *	dialog_agree(app, TAG_CLOSE, …);
 *	about_set(app, &row);            // its version, and what is read of it
 *
 * and in resume()
 *
 *	if (store_…(…, about_version(r), …, &e) < 0)
 *		about_refused(app, r, &e, read_row);
 *
 * Where the store finds another row by now, what has changed is shown, with who and when; "yes" to
 * that gives the same answer once more, about the row as it is. Words that were typed stay in their
 * draft.
 */
#ifndef DUBAN_TUI_ABOUT_H
#define DUBAN_TUI_ABOUT_H

#include "tui/app/app.h"
#include "tui/part/form_row.h"

/* The question, or the menu, on top is about this row; copied. Its values stand under what people
 * call them: form_row_add(a, &row, _("title"), …). NULL: about none. */
void about_set(struct app *app, const struct form_row *row);

/* The question on top, where the answer has led to one, is about the same row. Returns the reply.
 */
enum reply about_follow(struct app *app, const struct view_result *answer, enum reply reply);

/* The row that was seen; 0: none. */
int64_t about_id(const struct view_result *answer);
int64_t about_version(const struct view_result *answer);

/* What has changed of it, a line each, each behind a line end; where nothing has, the sentence
 * `same`. In the arena. */
const char *about_changes(struct arena *a, const struct form_row *was, const struct form_row *now,
			  const char *same);

/* The row as it is in the file, in the arena; v is the view that has asked. */
typedef int about_read(struct view *v, int64_t id, struct arena *a, struct form_row *row,
		       struct err *e);
/* Says what the store has refused; a conflict with what has changed. */
void about_refused(struct app *app, const struct view_result *answer, const struct err *e,
		   about_read *read);

#endif
