/*
 * reason.h - an act that is done with words of the person: why evidence is withdrawn, what a notice
 * is answered with. dialog_write() asks for them; in resume() of the view below
 *
 *	struct reason why;
 *	int rc = reason_read(&why, app, result, entry_reason);
 *
 *	if (rc == 0)
 *		rc = store_…(why.store, &why.who, …, why.text, &why.changes, &why.err);
 *	if (rc == 0)
 *		app_info(app, …);
 *	return reason_done(&why, rc, read_row);
 */
#ifndef DUBAN_TUI_REASON_H
#define DUBAN_TUI_REASON_H

#include "tui/app/session.h"
#include "tui/app/view.h"
#include "tui/part/about.h"

struct reason {
	struct store *store;
	struct actor who;
	const char *text; /* as the door has let it in; "" where nothing was asked for */
	unsigned changes;
	struct err err;
	struct arena arena; /* lives until reason_done() */
	struct app *app;
	const struct view_result *answer;
};

/* The door that the words come in by (core/rule/entry.h). */
typedef int reason_door(struct arena *a, const char *typed, const char **text, struct err *e);

/* The words of dialog_write() through the door; the answer to a question without words has none to
 * let in. -1: why.err. reason_done() follows in any case. */
int reason_read(struct reason *why, struct app *app, const struct view_result *answer,
		reason_door *door);
/* What the act came to: the draft is dropped once it is done; refused, it stays for the next try
 * and the error is shown, a conflict as about_refused() does. REPLY_DONE. */
enum reply reason_done(struct reason *why, int rc, about_read *read);

#endif
