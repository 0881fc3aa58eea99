/* task_rows.h - tasks of a unit as rows of a list: most urgent first, with their causes in words,
 * and narrowed to those that contain what is looked for. */
#ifndef DUBAN_TUI_TASK_ROWS_H
#define DUBAN_TUI_TASK_ROWS_H

#include "core/model.h"
#include "tui/part/columns.h"
#include "tui/view/item.h"

struct task_line {
	const struct task_row *task;
	const char *no, *cause, *milestone;
	const char *find; /* all that the filter looks into */
};

struct task_lines {
	struct task_line *at; /* all, in order */
	size_t n;
	const struct task_line **shown; /* those with the words looked for */
	size_t nshown;
};

/* Puts the tasks in order and makes their lines; all of it in the arena, all shown. */
void task_lines_make(struct arena *a, struct task_lines *lines, struct task_rows *tasks,
		     struct date today);
void task_lines_find(struct task_lines *lines, const char *words);
/* Index into shown, -1 when the action is not among them. */
int task_lines_index(const struct task_lines *lines, int64_t action_id);
/* Whether its unit still has to report in this period. */
bool task_is_owed(const struct task_row *t);

/* A list of them: its rows are a struct task_lines. */
extern const struct list_spec task_lines_spec;

#endif
