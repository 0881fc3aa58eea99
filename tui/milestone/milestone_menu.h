/* milestone_menu.h - what can be done with a milestone from any list it stands in: mark it as done,
 * change it, record evidence, and for the office verify it, open it again, drop it. */
#ifndef DUBAN_TUI_MILESTONE_MENU_H
#define DUBAN_TUI_MILESTONE_MENU_H

#include "core/model.h"
#include "tui/app/app.h"
#include "tui/part/about.h"

/* Tags from 200 to 209 are left to milestone_menu_resume() by a list with milestones. */
enum {
	MILESTONE_TAG_ADDED = 199, /* of the form: a new one was saved */
	MILESTONE_TAG_MENU,
	MILESTONE_TAG_STEP
};

/* What questions about a milestone are about, and how it is in the file now. */
void milestone_values(const struct milestone_row *m, struct arena *a, struct form_row *to);
about_read milestone_read;

/* The numbered menu of a milestone. */
enum reply milestone_menu(struct app *app, const struct milestone_row *m);
/* What comes back; `m` is the row under the cursor still, NULL: none. */
enum reply milestone_menu_resume(struct app *app, const struct view_result *r,
				 const struct milestone_row *m);

#endif
