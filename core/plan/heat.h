/* heat.h - the shares of a plan as a table of units × sections: how the worst task of each stands,
 * and how many are red or owed. Pure: made from the rows of store_task_list(). */
#ifndef DUBAN_CORE_HEAT_H
#define DUBAN_CORE_HEAT_H

#include "core/model.h"

struct heat_cell {
	int n;		       /* tasks; 0: the unit has none in this section */
	int lamps[LAMP_COUNT]; /* of them */
	int owed;	       /* whose report of the period is not handed in */
};

struct heat_row {
	int64_t unit_id;	 /* 0: actions that no unit answers for */
	const char *unit;	 /* borrowed from the tasks */
	struct heat_cell *cells; /* one for each column */
	struct heat_cell total;
};

struct heat_column {
	const char *no, *title; /* of the section; "" for tasks outside of all of them */
	struct heat_cell total;
};

struct heat {
	VEC(struct heat_row) rows; /* the worst first: red tasks, then yellow ones, then owed */
	VEC(struct heat_column) columns; /* in the order of the document */
	struct heat_cell total;
};

/* Tasks in the order of the document, of one plan. One with unit_id 0 is an action that no unit
 * answers for: it has a lamp and owes no report. All memory is the arena's. */
void heat_make(struct arena *a, struct heat *h, const struct task_rows *tasks);
/* The most urgent lamp there is in a cell; grey when it is empty. */
enum lamp heat_worst(const struct heat_cell *cell);

/* How rows and cells are named, translated. The unit, or that there is none. */
const char *heat_unit_name(const struct heat_row *row);
/* "一 普及健康生活"; "others" for the tasks outside of all sections. In the arena. */
const char *heat_section_name(struct arena *a, const struct heat_column *col);
/* A lamp as one letter; the letter before the number of reports that are owed. */
const char *heat_lamp_letter(enum lamp lamp);
const char *heat_owed_letter(void);

#endif
