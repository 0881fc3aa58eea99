/* columns.h - widths of a list's columns from what stands in them, so that English and Chinese
 * lists are both as dense as they can be. */
#ifndef DUBAN_TUI_COLUMNS_H
#define DUBAN_TUI_COLUMNS_H

#include "tui/part/list.h"

enum { COLUMNS_MAX = 12 };

/* Lives in the state of a view; `spec` points into it. Zero is empty. */
struct columns {
	struct list_column at[COLUMNS_MAX];
	struct list_spec spec;
};

/*
 * Takes over a spec for these n rows. A column without a weight becomes as wide as its title or its
 * widest cell, at least `min` and at most `max` (0: no limit); one with a weight keeps its `min`
 * and grows no wider than its widest cell. One that may be dropped is left out when all its cells
 * are empty. Bars keep what they are given.
 */
void columns_measure(struct columns *c, const struct list_spec *spec, const void *rows, size_t n);
/* Leaves a column out until it is measured again. */
void columns_hide(struct columns *c, size_t column);
/* Makes a column that is shown at least this wide until it is measured again. */
void columns_widen(struct columns *c, size_t column, int cols);
bool columns_is_hidden(const struct columns *c, size_t column);

#endif
