/* list_sort.h - the rows of a list in the order of one of its columns. */
#ifndef DUBAN_TUI_LIST_SORT_H
#define DUBAN_TUI_LIST_SORT_H

#include "tui/part/list.h"

/*
 * Fills `order` with the indices of the n rows, sorted by a column: by the rank of its cells, where
 * they have none by their kind (enum list_kind). Rows that are equal keep their order, reversed or
 * not; those without a value stand last either way.
 */
void list_sort(const struct list_spec *spec, const void *rows, size_t n, size_t column,
	       bool reversed, size_t *order);

/* Numbers as plans have them, in the order of the plan: "2" before "10", "五.2" behind "五". */
int list_compare_no(const char *a, const char *b);

#endif
