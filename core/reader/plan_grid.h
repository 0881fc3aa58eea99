/*
 * plan_grid.h - internals of the plan reader: a table of tasks as a grid of cells, whatever signs
 * part them: rows with | or tabs, one cell a line, columns parted by blanks. What the cells mean is
 * said by the header; plan_table.c makes actions of the rows.
 */
#ifndef DUBAN_CORE_READER_PLAN_GRID_H
#define DUBAN_CORE_READER_PLAN_GRID_H

#include "core/reader/plan_label.h"

enum { MOST_COLUMNS = 16, MOST_PIECES = 48 };

enum column_kind {
	COLUMN_TEXT, /* measures, remarks: text of the action */
	COLUMN_SKIP, /* says nothing of the action: its nature, a telephone number */
	COLUMN_NO,
	COLUMN_GROUP, /* the section that the rows belong to */
	COLUMN_TASK,  /* the name of a task */
	COLUMN_WHAT, /* the name where there is no COLUMN_TASK, else text: 内容, 措施, 目标 */
	COLUMN_DUE,
	COLUMN_UNITS,
	COLUMN_PERSON,
	COLUMN_MEASURE, /* of an indicator: %, 岁 */
	COLUMN_VALUE	/* of an indicator, in its year */
};

struct column {
	enum column_kind kind;
	enum duty_class duty; /* of COLUMN_UNITS */
	int year;	      /* of COLUMN_VALUE; 0: not printed */
	bool base;	      /* COLUMN_VALUE of the past: no target */
	bool goal;	      /* COLUMN_VALUE that says it is a target */
	struct run name;
};

struct grid {
	struct column columns[MOST_COLUMNS];
	size_t ncolumns;
	VEC(struct run) cells; /* ncolumns for every row; an empty run: the cell is empty */
	size_t from, to;       /* from the header to behind the last row */
};

/* The pieces of a row before they are put into columns. */
struct pieces {
	struct run at[MOST_PIECES];
	size_t n;
	size_t end; /* behind the last one */
};

/* Reads the table whose header begins at the line that begins at i; false when none does. */
bool plan_grid_read(struct arena *a, const struct plan_text *t, size_t i, struct grid *grid);

/* As plan_grid_read(), a table without | and tabs. */
bool plan_grid_read_stacked(struct arena *a, const struct plan_text *t, size_t i,
			    struct grid *grid);

/* The first glyph from i on that is no blank and no line end. */
size_t plan_grid_skip(const struct plan_text *t, size_t i);
/* Whether a cell only says that there is nothing: —, /, 无. */
bool plan_grid_says_nothing(const struct plan_text *t, struct run cell);
/* A new row of empty cells; valid until the next one. */
struct run *plan_grid_push_row(struct arena *a, struct grid *grid, size_t at);
/* A row of its own that only names a section. */
void plan_grid_push_section(struct arena *a, struct grid *grid, struct run cell);

/* Whether two cells say the same. */
bool plan_grid_same(const struct plan_text *t, struct run x, struct run y);
/* From the first cell of a row that is not empty to the last. */
struct run plan_grid_row(const struct grid *grid, const struct run *cells);
/* The text of a row that has only one, in one cell (*column) or the same in all of them (0); empty
 * for another row. */
struct run plan_grid_only(const struct plan_text *t, const struct grid *grid,
			  const struct run *cells, size_t *column);

/* Columns of a header row. False when they are not those of a table of tasks or indicators with
 * their units. grid->columns and ncolumns are set either way. */
bool plan_grid_head(const struct plan_text *t, const struct run *cells, size_t n,
		    struct grid *grid);
/* Whether a cell is one that headers have. */
bool plan_grid_is_head_cell(const struct plan_text *t, struct run cell);

/* Puts n pieces, the columns of one row from column `first` on in their order, into its cells: a
 * cell may have come apart into several pieces, another may be empty. */
void plan_grid_fit(const struct plan_text *t, const struct grid *grid, size_t first,
		   const struct run *pieces, size_t n, struct run *cells);
/* Whether every name of a cell is, or looks like, that of a unit. */
bool plan_grid_lists_units(const struct plan_text *t, struct run cell);

#endif
