/* reporting.h - reports of the invented district (district.h) made through the store, as if other
 * people had entered, corrected and decided on them. All functions stop the test when that fails.
 */
#ifndef DUBAN_TESTS_TUI_REPORTING_H
#define DUBAN_TESTS_TUI_REPORTING_H

#include "db/report/store_report.h"
#include "tests/tui/district.h"

/* What a person enters now: kept (REPORT_SAVE) or handed in (REPORT_SUBMIT), over what the unit has
 * entered before. `done` NULL: nothing has changed. */
struct report_row reporting_put(struct district *d, const char *login, const char *no,
				const char *unit, const char *period, int percent, const char *done,
				enum report_step step);
/* A step on it, with a reason or "". */
struct report_row reporting_step(struct district *d, const char *login,
				 const struct report_row *row, enum report_step step,
				 const char *reason);
/* As it is now; id 0: there is none. */
struct report_row reporting_of(struct district *d, const char *no, const char *unit,
			       const char *period);
/* From now on, or from then on. */
void reporting_signs(struct district *d, const char *unit, bool signs);

#endif
