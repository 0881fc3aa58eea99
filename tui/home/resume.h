/*
 * resume.h - going on with what was being typed when the line dropped or the program was left.
 * Which screen opens which kept draft is resume_kinds.h's.
 */
#ifndef DUBAN_TUI_RESUME_H
#define DUBAN_TUI_RESUME_H

#include "core/model.h"
#include "tui/app/app.h"

/* Over the first screen: asks whether to go on with what was typed and not sent, where there is
 * something that still can be. Enter goes on at the same field. */
void resume_offer(struct app *app);

/* A unit's tasks in a period of which this person has typed something and not sent it: their report
 * is a draft, whatever the file says. */
int resume_mark_tasks(const struct app_context *c, struct arena *a, int64_t period_id,
		      struct task_rows *tasks, struct err *e);

/* Behind them */

struct resume_row {
	const char *form; /* the draft's name */
	const char *text; /* "the report on 14 Health of pupils (problems)" */
	int64_t saved_at;
};
struct resume_rows {
	VEC(struct resume_row) rows;
};
/* Opens its form. */
void resume_open(struct app *app, const char *form);
/* Nobody goes on with it. */
int resume_throw(const struct app_context *c, const char *form, struct err *e);

extern const struct view_ops view_resume; /* the question; more: const struct resume_rows */

#endif
