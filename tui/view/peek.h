/* peek.h - what a pane says of the action under the cursor and a list does not load for all of its
 * rows: the clause, and the course of what was reported. Read where the cursor comes to rest, so
 * that drawing stays pure. */
#ifndef DUBAN_TUI_PEEK_H
#define DUBAN_TUI_PEEK_H

#include "tui/app/app.h"

enum { PEEK_PERCENTS = 12, PEEK_COURSE_LEAST = 3 };

/* Zero is empty. */
struct peek {
	struct arena arena;
	int64_t action_id, unit_id;  /* of which it was read; 0: of none */
	const char *clause;	     /* in the arena; NULL where it could not be read */
	int percents[PEEK_PERCENTS]; /* handed in by the unit, the oldest first */
	size_t npercents;
};

/* Reads the action, and with a unit its reports, unless they are there. What cannot be read is left
 * out: the load of the list tells what is wrong with the file. */
void peek_at(struct peek *p, const struct app_context *c, int64_t action_id, int64_t unit_id);
/* The file may have changed: the next peek_at() reads. */
void peek_forget(struct peek *p);
void peek_free(struct peek *p);

/* Whether it is of this action: what is drawn may be a row that was not read. */
bool peek_is_of(const struct peek *p, int64_t action_id);
/* A line "reported ▂▄▆ 60%" at y where there is a course. Returns the lines drawn, 0 or 1. */
int peek_draw_course(const struct peek *p, struct canvas *c, int y);

#endif
