/* task_rows.h - tasks of a unit as rows of a list, in the order in which they are to be done, with
 * their causes in words. */
#ifndef DUBAN_TUI_TASK_ROWS_H
#define DUBAN_TUI_TASK_ROWS_H

#include "core/model.h"
#include "tui/part/columns.h"
#include "tui/plan/item.h"

struct task_line {
	const struct task_row *task;
	const char *no, *title, *cause, *milestone; /* title: says when the action is a pilot */
	const char *state; /* of the report; whether it waits for the person comes before it */
	bool waits;
};

struct task_lines {
	struct task_line *at;
	const char **find; /* of each, all that the filter looks into */
	size_t n;
};

/* Puts the tasks in order and makes their lines for who works; all of it in the arena. */
void task_lines_make(struct arena *a, struct task_lines *lines, struct task_rows *tasks,
		     const struct app_context *c);
/* Whether its unit still has to report in this period. */
bool task_is_owed(const struct task_row *t);

/* A list of them: its rows are a struct task_lines. */
extern const struct list_spec task_lines_spec;

#endif
