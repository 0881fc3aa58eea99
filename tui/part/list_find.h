/*
 * list_find.h - what the filter of a list looks into: what the view says of a row, and everything
 * else that the row shows. list_screen.c's own.
 */
#ifndef DUBAN_TUI_LIST_FIND_H
#define DUBAN_TUI_LIST_FIND_H

#include "core/mem.h"
#include "tui/part/list.h"

/* A text for each of the n rows, in the arena: that of `find` with what its cells show besides, but
 * for numbers and bars. Headings have none of their cells. */
const char *const *list_find_all(struct arena *a, const struct list_spec *spec, const void *rows,
				 const char *const *find, size_t n);

#endif
