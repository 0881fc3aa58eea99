/*
 * heat_table.h - the table of units × sections (core/plan/heat.h) on the screen: state, moving,
 * drawing.
 */
#ifndef DUBAN_TUI_HEAT_TABLE_H
#define DUBAN_TUI_HEAT_TABLE_H

#include "core/plan/heat.h"
#include "tui/draw/canvas.h"
#include "tui/part/list.h"

struct heat_table {
	const struct heat *heat;       /* borrowed; NULL at first: nothing can be drawn yet */
	const struct task_rows *tasks; /* what it was made of */
	int unit_cols, head_cols;      /* of the widest name, of the widest section */
	struct list list;	       /* its rows: the units, and their total */
	/* Under the cursor, and the first one shown. The one behind all columns is the total. */
	size_t column, left;
};

/* New rows; the cursor stays in its place. Both are borrowed. */
void heat_table_set(struct heat_table *h, const struct heat *heat, const struct task_rows *tasks);

/* Where the parts are. A line is marker, unit, the cells from `left` on, the total. */
struct heat_layout {
	int cell_cols, total_cols, cells_x, total_x;
	size_t shown; /* cells in a line */
	int head;     /* lines of the head */
	int rows;     /* of the table: head, units, totals */
	bool foot;
};
struct heat_layout heat_table_layout(const struct heat_table *h, int cols, int rows);
/* Rows of units that fit between head and totals. */
size_t heat_table_page(const struct heat_layout *l);
/* The first column shown: as far right as the cursor needs, no further than there are columns. */
size_t heat_table_left(const struct heat_table *h, const struct heat_layout *l);

/* A click on a cell (its target's index). True: the cursor was there already. */
bool heat_table_point(struct heat_table *h, const struct heat_layout *l, int index);

/* Whether a task is counted in the cell under the cursor. */
bool heat_table_has(const struct heat_table *h, const struct task_row *t);
/* The cell under the cursor: "区教育局 · 一 普及健康生活". The caller frees it. */
char *heat_table_name(const struct heat_table *h);

/* Table and foot over the whole canvas; there is at least one unit. */
void heat_table_draw(const struct heat_table *h, struct canvas *c);

#endif
