/* grid_check.h - whether a grid of cells can be shown as it is, whatever was drawn into it. */
#ifndef DUBAN_TESTS_GRID_CHECK_H
#define DUBAN_TESTS_GRID_CHECK_H

#include "tui/draw/canvas.h"

/*
 * NULL when every cell holds one character that fills its columns: valid UTF-8, no control, nothing
 * that takes no column, no half of a wide character, a style that there is, and the cursor lies
 * inside. Else a sentence with the place. The caller frees it.
 */
char *grid_fault(const struct grid *g);

#endif
