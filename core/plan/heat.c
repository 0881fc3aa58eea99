/*
 * The table of units × sections. Sections are told apart by number and title, as the task rows
 * carry them; a unit's name is its own. A plan has some tens of either, so they are looked for one
 * by one.
 */
#include "core/plan/heat.h"

#include "core/i18n.h"

#include <stdlib.h>
#include <string.h>

enum lamp heat_worst(const struct heat_cell *cell)
{
	int lamp = LAMP_COUNT - 1;

	while (lamp > 0 && !cell->lamps[lamp])
		lamp--;
	return (enum lamp)lamp;
}

static size_t column_of(struct arena *a, struct heat *h, const struct task_row *t)
{
	for (size_t i = 0; i < h->columns.n; i++) {
		if (strcmp(h->columns.at[i].no, t->section_no) == 0 &&
		    strcmp(h->columns.at[i].title, t->section_title) == 0)
			return i;
	}
	*vec_push(a, &h->columns) =
		(struct heat_column){.no = t->section_no, .title = t->section_title};
	return h->columns.n - 1;
}

static struct heat_row *row_of(struct arena *a, struct heat *h, const struct task_row *t)
{
	for (size_t i = 0; i < h->rows.n; i++) {
		if (h->rows.at[i].unit_id == t->unit_id)
			return &h->rows.at[i];
	}
	struct heat_row *row = vec_push(a, &h->rows);

	*row = (struct heat_row){.unit_id = t->unit_id,
				 .unit = t->unit,
				 .cells = arena_alloc(a, h->columns.n * sizeof *row->cells)};
	return row;
}

static bool is_owed(const struct task_row *t)
{
	return t->unit_id && t->action_state == ACTION_ACTIVE &&
	       (t->report_state == REPORT_NONE || t->report_state == REPORT_DRAFT ||
		t->report_state == REPORT_RETURNED);
}

static void count(struct heat_cell *cell, const struct task_row *t)
{
	cell->n++;
	cell->lamps[t->lamp]++;
	cell->owed += is_owed(t);
}

/* Where both are alike, the order in which they stand in the document. */
static int compare_rows(const void *a, const void *b)
{
	const struct heat_row *x = a, *y = b;

	if (!x->unit_id != !y->unit_id) /* that of no unit is the last */
		return x->unit_id ? -1 : 1;
	for (int lamp = LAMP_RED; lamp >= LAMP_YELLOW; lamp--) {
		if (x->total.lamps[lamp] != y->total.lamps[lamp])
			return y->total.lamps[lamp] - x->total.lamps[lamp];
	}
	if (x->total.owed != y->total.owed)
		return y->total.owed - x->total.owed;
	return (x->unit_id > y->unit_id) - (x->unit_id < y->unit_id);
}

void heat_make(struct arena *a, struct heat *h, const struct task_rows *tasks)
{
	*h = (struct heat){0};
	/* All columns first: a row has one cell for each. */
	for (size_t i = 0; i < tasks->n; i++)
		column_of(a, h, &tasks->at[i]);
	for (size_t i = 0; i < tasks->n; i++) {
		const struct task_row *t = &tasks->at[i];
		size_t column = column_of(a, h, t);
		struct heat_row *row = row_of(a, h, t);

		count(&row->cells[column], t);
		count(&row->total, t);
		count(&h->columns.at[column].total, t);
		count(&h->total, t);
	}
	if (h->rows.n)
		qsort(h->rows.at, h->rows.n, sizeof *h->rows.at, compare_rows);
}

const char *heat_unit_name(const struct heat_row *row)
{
	return row->unit_id ? row->unit : _("no unit yet");
}

const char *heat_section_name(struct arena *a, const struct heat_column *col)
{
	if (!col->no[0] && !col->title[0])
		return _("others");
	return arena_printf(a, "%s%s%s", col->no, col->no[0] && col->title[0] ? " " : "",
			    col->title);
}

const char *heat_lamp_letter(enum lamp lamp)
{
	static const char *const letters[LAMP_COUNT] = {
		[LAMP_GREY] = NC_("lamp in a cell", "-"),
		[LAMP_GREEN] = NC_("lamp in a cell", "G"),
		[LAMP_YELLOW] = NC_("lamp in a cell", "Y"),
		[LAMP_RED] = NC_("lamp in a cell", "R"),
	};

	return i18n_label(letters[lamp]);
}

const char *heat_owed_letter(void)
{
	/* TRANSLATORS: one letter before a number: reports owed */
	return i18n_label(NC_("reports in a cell", "o"));
}
