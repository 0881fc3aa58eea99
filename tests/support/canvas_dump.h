/*
 * canvas_dump.h - cells as text, to compare with what a person expects to see.
 *
 * One line of text for each row, blanks at its end removed, each ended by a line feed. With styles
 * a second block follows after a line "--": for each row one letter of STYLES (tui/draw/style.h) a
 * column, runs of selected cells between "<" and ">", normal cells at the end removed.
 */
#ifndef DUBAN_TESTS_CANVAS_DUMP_H
#define DUBAN_TESTS_CANVAS_DUMP_H

#include "tui/draw/canvas.h"

#include <stdbool.h>

/* The caller frees it. */
char *grid_dump(const struct grid *g, bool styles);
/* Row y alone, without line end. The caller frees it. */
char *grid_dump_row(const struct grid *g, int y);
/* Whether the text stands somewhere in one row. */
bool grid_has(const struct grid *g, const char *text);
/* Row where the text first stands, -1: nowhere. */
int grid_find(const struct grid *g, const char *text);

/* The contents of a golden file, NULL when there is none. The caller frees it. */
char *golden_read(const char *path);

#endif
