/* report_cell.h - the columns that lists of reports share which wait for the office: behind one of
 * their own, what a report is about and what is worth knowing before it is decided on. */
#ifndef DUBAN_TUI_REPORT_CELL_H
#define DUBAN_TUI_REPORT_CELL_H

#include "core/model.h"
#include "tui/part/list.h"

enum {
	REPORT_COL_OWN,
	REPORT_COL_NO,
	REPORT_COL_ACTION,
	REPORT_COL_UNIT,
	REPORT_COL_PERIOD,
	REPORT_COL_BAR,
	REPORT_COL_REMARK
};

/* All but REPORT_COL_OWN; the least width of the action's title. */
#define REPORT_COLUMNS(action_cols)                                                                \
	[REPORT_COL_NO] = {N_("no."), LIST_ID, 0, 8, 0, 0}, [REPORT_COL_ACTION] = {N_("action"),   \
										   LIST_TEXT,      \
										   action_cols,    \
										   0,              \
										   2,              \
										   0},             \
	[REPORT_COL_UNIT] = {N_("unit"), LIST_TEXT, 12, 0, 1, 0},                                  \
	[REPORT_COL_PERIOD] = {N_("period"), LIST_TEXT, 0, 0, 0, 3},                               \
	[REPORT_COL_BAR] = {N_("progress"), LIST_BAR, 11, 11, 0, 2},                               \
	[REPORT_COL_REMARK] = {N_("remark"), LIST_TEXT, 0, 0, 0, 1}

/* Their cells; same_limit: of the session. */
void report_cell(const struct report_row *r, int same_limit, size_t column, struct list_cell *cell);

#endif
