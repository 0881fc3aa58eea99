/* plan_values.h - internals of the plan reader: indicators of which a table has the measure and the
 * values of the years in columns of their own. */
#ifndef DUBAN_CORE_READER_PLAN_VALUES_H
#define DUBAN_CORE_READER_PLAN_VALUES_H

#include "core/reader/plan_grid.h"

/* Whether a cell is one figure: 80.2, ≤9, 26左右. */
bool plan_value_is_figure(const struct plan_text *t, struct run cell);
/* The indicator of a row that is named by `name`; NULL when the row has no target in figures. In
 * the arena. */
struct plan_indicator *plan_values_read(struct arena *a, const struct plan_text *t,
					const struct grid *grid, const struct run *cells,
					struct run name);

/* What stands in brackets behind a name, 覆盖率(%), taken off it; empty where nothing does. */
struct run plan_values_measure(const struct plan_text *t, struct run *name);

#endif
