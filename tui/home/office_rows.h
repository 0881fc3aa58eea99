/* office_rows.h - the rows of the office's first screen: units as they stand, reports that wait. */
#ifndef DUBAN_TUI_OFFICE_ROWS_H
#define DUBAN_TUI_OFFICE_ROWS_H

#include "core/model.h"
#include "tui/part/list.h"

struct office_waiting {
	struct report_rows rows;
	int64_t me;	/* the person: what they entered themselves is another's to decide */
	int same_limit; /* of the session */
};

/* Lists whose rows are a struct standing_rows, a struct office_waiting. */
extern const struct list_spec office_unit_spec;
extern const struct list_spec office_report_spec;

/* What the filter looks into, a text a row, in the arena. */
const char **office_find_units(struct arena *a, const struct standing_rows *units);
const char **office_find_reports(struct arena *a, const struct report_rows *reports);

#endif
