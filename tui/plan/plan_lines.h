/* plan_lines.h - a plan as lines of a list: headings of sections, actions, sub-actions. */
#ifndef DUBAN_TUI_PLAN_LINES_H
#define DUBAN_TUI_PLAN_LINES_H

#include "db/plan/store_task.h"
#include "tui/app/app.h"

struct plan_line {
	const struct section_row *section; /* of a heading; NULL for an action */
	const struct action_row *action;
	const struct action_line *line;
	const struct task_row *task; /* the own unit's share, or NULL */
	const char *no;		     /* "5.2" for a part of the fifth action */
	const char *cause;	     /* of the lamp, in short words; "" */
	const char *title;	     /* indented by its depth in the tree */
	bool has_parts;		     /* sub-actions follow */
	const char *find;	     /* number, title, section and all units, for the filter */
};

/* Nobody answers for the action, nor for parts of it. */
bool plan_line_unassigned(const struct plan_line *l);

/* What counts as an action: not a heading, and not a parent whose parts have the units. */
bool plan_line_counts(const struct plan_line *l);

struct plan_lines {
	struct plan_line *at; /* in the order of the document */
	size_t n, nactions;
	const char *total; /* "75%: the mean of 18 actions …"; "" before any report */
};

/* Reads the lines of a plan (0: none) that the active post may read; of one section alone when
 * section_id is not 0. Everything is in the arena. */
int plan_lines_read(const struct app_context *c, struct arena *a, int64_t plan_id,
		    int64_t section_id, struct plan_lines *lines, struct err *e);

#endif
