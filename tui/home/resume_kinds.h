/*
 * resume_kinds.h - THE table of kept drafts: by the beginning of a draft's name what it is about
 * and which screen opens it. A form or question that keeps what is typed needs a row in it, or its
 * draft is not offered after the line has dropped.
 */
#ifndef DUBAN_TUI_RESUME_KINDS_H
#define DUBAN_TUI_RESUME_KINDS_H

#include "tui/app/app.h"

enum { RESUME_IDS = 5 };

/* A draft's name taken apart: "evidence:14:3:0". */
struct resume_draft {
	const struct resume_kind *kind;
	const char *form, *rest; /* borrowed; rest: behind the beginning */
	int64_t id[RESUME_IDS];
};

/* False: there is no such kind. */
bool resume_draft_read(const char *form, struct resume_draft *d);
/* What it is about, in words; NULL when it cannot be gone on with. In the arena. */
const char *resume_draft_about(const struct resume_draft *d, const struct app_context *c,
			       struct arena *a);
void resume_draft_open(const struct resume_draft *d, struct app *app);

#endif
