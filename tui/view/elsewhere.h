/* elsewhere.h - what a unit has to hand in in plans other than the one that is shown. */
#ifndef DUBAN_TUI_ELSEWHERE_H
#define DUBAN_TUI_ELSEWHERE_H

#include "core/model.h"
#include "tui/app/app.h"

/*
 * Takes the tasks of other plans than `plan_id` out of *tasks; the rest keep their order. *note is
 * a line that tells how many reports wait there and names these plans, the most urgent first; NULL
 * when none waits. In the arena. 0, or -1 and *e.
 */
int elsewhere_split(const struct app_context *c, struct arena *a, int64_t plan_id,
		    struct task_rows *tasks, const char **note, struct err *e);

#endif
