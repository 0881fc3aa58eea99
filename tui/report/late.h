/* late.h - how much a unit may still report for a period that has closed for the others (an
 * exception, store_exception.h); view_late lists it. */
#ifndef DUBAN_TUI_LATE_H
#define DUBAN_TUI_LATE_H

#include "tui/app/app.h"

/* Reports that are missing and that the active post may hand in today; 0 too when the file cannot
 * be read. */
int late_count(const struct app_context *c, int64_t period_id, int64_t unit_id);

#endif
