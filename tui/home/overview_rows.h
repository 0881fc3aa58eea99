/* overview_rows.h - how a plan stands, for the first screen of leaders (view_overview.c): one row a
 * section and one for all, then the actions whose lamp is red, with the reason. */
#ifndef DUBAN_TUI_OVERVIEW_ROWS_H
#define DUBAN_TUI_OVERVIEW_ROWS_H

#include "core/rule/lamp.h"
#include "core/rule/schedule.h"
#include "tui/app/app.h"

struct overview_row {
	enum { OVERVIEW_SECTION, OVERVIEW_WHOLE, OVERVIEW_HEADING, OVERVIEW_RED } kind;
	int64_t id; /* of the section (0: what stands outside of them) or of the action */
	const char *name;
	const char *reason;		     /* of a red one: whose part it is and why; else "" */
	const char *unit, *cause;	     /* the same in short words, the unit or "" apart */
	int nactions, reported, percent_sum; /* percent_sum: of those that were reported on */
	int lamps[LAMP_COUNT];
	struct schedule stage; /* the milestones of its actions; none of a red one */
};
struct overview_rows {
	VEC(struct overview_row) at;
};

/* All rows of a plan, in the arena. plan_id 0: none. */
int overview_rows_read(struct overview_rows *rows, struct arena *a, const struct app_context *c,
		       int64_t plan_id, struct err *e);
/* How far it is: an action on which nothing was reported counts as nothing done; -1: none was. */
int overview_percent(const struct overview_row *row);

#endif
