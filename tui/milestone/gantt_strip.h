/* gantt_strip.h - an action's year as one line of signs. */
#ifndef DUBAN_TUI_GANTT_STRIP_H
#define DUBAN_TUI_GANTT_STRIP_H

#include "core/rule/lamp.h"
#include "core/model.h"
#include "tui/draw/canvas.h"

enum { GANTT_MONTHS = 12 };

/* One action with its milestones, which follow each other by date. */
struct gantt_strip {
	int64_t action_id;
	const char *no, *title;
	struct date due;
	VEC(const struct milestone_row *) marks;
};

/* The year that is seen, and as seen from which day. */
struct gantt_year {
	int year, month_cols;
	struct date today;
	const struct lamp_rules *rules;
};

/* On line y of a canvas that begins with January and is GANTT_MONTHS * month_cols wide. */
void gantt_strip_draw(const struct gantt_year *g, const struct gantt_strip *s, struct canvas *c,
		      int y);

#endif
