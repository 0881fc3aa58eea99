/*
 * report_open.h - the way into the form in which progress is entered (view_report.c), the same from
 * every list: what cannot be handed in is not typed first, but what was typed before is read.
 */
#ifndef DUBAN_TUI_REPORT_OPEN_H
#define DUBAN_TUI_REPORT_OPEN_H

#include "tui/request/request_ask.h"

/* 0 when the form opens, else -1 and why not. period_id 0: the plan's current one. */
int report_open_check(const struct app_context *c, int64_t action_id, int64_t unit_id,
		      int64_t period_id, struct err *e);
/* Opens the form of that action, unit and period (0: the current one), or tells why not and offers
 * to ask for what lifts it. */
void report_open_or_tell(struct app *app, int tag, const struct request_things *about);

#endif
