/*
 * plan_table.h - internals of the plan reader: lists of tasks printed as tables: rows with | or
 * tabs between the cells, or one cell a line as web pages and PDF copies have them.
 */
#ifndef DUBAN_CORE_READER_PLAN_TABLE_H
#define DUBAN_CORE_READER_PLAN_TABLE_H

#include "core/reader/plan_tree.h"

/* Reads the tables into items (their rows are actions) and phrases; returns how many of them name
 * units. *from gets the place of the first header. */
size_t plan_tables_read(struct arena *a, const struct plan_text *t, struct plan_phrases *p,
			struct plan_tree *tree, size_t *from);

#endif
