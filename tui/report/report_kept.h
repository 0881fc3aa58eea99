/*
 * report_kept.h - what a person has typed into a unit's report and not sent. It stays where it is
 * also when somebody else hands the report in meanwhile, or the period closes: the report says so
 * where it is read, and its form opens to read and copy it until it can be sent again.
 */
#ifndef DUBAN_TUI_REPORT_KEPT_H
#define DUBAN_TUI_REPORT_KEPT_H

#include "tui/app/app.h"

/* The name of its draft, in the arena. */
const char *report_kept_name(struct arena *a, int64_t action_id, int64_t unit_id,
			     int64_t period_id);
/* UTC of its last save, 0: there is none. */
int report_kept_at(const struct app_context *c, int64_t action_id, int64_t unit_id,
		   int64_t period_id, int64_t *at, struct err *e);
/* It is thrown away, that of a late window with it. */
int report_kept_drop(const struct app_context *c, int64_t action_id, int64_t unit_id,
		     int64_t period_id, struct err *e);

#endif
