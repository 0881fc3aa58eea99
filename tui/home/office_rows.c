/*
 * office_rows.c - what the two lists of the office's first screen show: a unit with its counts and
 * lamps, a report that waits. Counts of nothing are dots, so that the others stand out.
 */
#include "tui/home/office_rows.h"

#include "core/text/find.h"
#include "core/i18n.h"
#include "tui/report/report_cell.h"
#include "tui/plan/task_detail.h"

#include <stdio.h>

enum { LAMPS_MOST = 1000000000 }; /* above any count of lamps that makes a rank */

enum { COL_UNIT, COL_OWED, COL_HANDED, COL_REVIEW, COL_RETURNED, COL_MISSING, COL_LATE, COL_LAMPS };

static const struct list_column unit_columns[] = {
	[COL_UNIT] = {N_("unit"), LIST_TEXT, 16, 0, 1, 0},
	[COL_OWED] = {N_("owed"), LIST_NUMBER, 4, 0, 0, 0},
	[COL_HANDED] = {N_("reported"), LIST_NUMBER, 4, 0, 0, 0},
	[COL_REVIEW] = {N_("to review"), LIST_NUMBER, 4, 0, 0, 2},
	[COL_RETURNED] = {N_("returned"), LIST_NUMBER, 4, 0, 0, 3},
	[COL_MISSING] = {N_("missing"), LIST_NUMBER, 4, 0, 0, 0},
	[COL_LATE] = {N_("late steps"), LIST_NUMBER, 4, 0, 0, 4},
	/* red, yellow, green in one column: three would be three words for one thing */
	[COL_LAMPS] = {N_("lamps r/y/g"), LIST_TEXT, 8, 0, 0, 1},
};

static void number_cell(struct list_cell *cell, int n, int style)
{
	snprintf(cell->buf, sizeof cell->buf, "%d", n);
	cell->text = n ? cell->buf : none_sign();
	cell->style = n ? style : STYLE_DIM;
}

static void lamps_cell(struct list_cell *cell, const struct standing_row *u)
{
	snprintf(cell->buf, sizeof cell->buf, "%2d / %2d / %2d", u->lamps[LAMP_RED],
		 u->lamps[LAMP_YELLOW], u->lamps[LAMP_GREEN]);
	cell->text = cell->buf;
	/* Most red first, then most yellow. */
	cell->rank = LAMPS_MOST - ((int64_t)u->lamps[LAMP_RED] * 10000 + u->lamps[LAMP_YELLOW]);
	for (int lamp = LAMP_RED; lamp > LAMP_GREY; lamp--) {
		if (u->lamps[lamp]) {
			cell->style = lamp_style((enum lamp)lamp);
			return;
		}
	}
	cell->style = STYLE_DIM;
}

static void unit_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct standing_row *u = &((const struct standing_rows *)rows)->at[row];

	switch (column) {
	case COL_UNIT:
		cell->text = u->unit;
		break;
	case COL_OWED:
		number_cell(cell, u->owed, STYLE_NORMAL);
		break;
	case COL_HANDED:
		number_cell(cell, u->submitted + u->accepted, STYLE_NORMAL);
		break;
	case COL_REVIEW:
		number_cell(cell, u->submitted, STYLE_STRONG);
		break;
	case COL_RETURNED:
		number_cell(cell, u->returned, STYLE_NORMAL);
		break;
	case COL_MISSING:
		number_cell(cell, u->missing, STYLE_STRONG);
		break;
	case COL_LATE:
		number_cell(cell, u->milestones_overdue, STYLE_LAMP_RED);
		break;
	default:
		lamps_cell(cell, u);
	}
}

static int64_t unit_id(const void *rows, size_t row)
{
	return ((const struct standing_rows *)rows)->at[row].unit_id;
}

const struct list_spec office_unit_spec = {
	.columns = unit_columns,
	.ncolumns = sizeof unit_columns / sizeof unit_columns[0],
	.cell = unit_cell,
	.id = unit_id,
};

static const struct list_column waiting_columns[] = {
	[REPORT_COL_OWN] = {N_("submitted"), LIST_TEXT, 0, 0, 0, 4},
	REPORT_COLUMNS(14),
};

static void waiting_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct office_waiting *w = rows;
	const struct report_row *r = &w->rows.at[row];
	bool is_mine = r->entered_by_id == w->me;

	if (is_mine)
		cell->style = STYLE_DIM;
	if (column != REPORT_COL_OWN) {
		report_cell(r, w->same_limit, column, cell);
		return;
	}
	/* The day is enough here; the review shows the minute. */
	list_cell_day(cell, r->submitted_at);
	if (is_mine)
		cell->text = _("by myself");
}

static int64_t report_id(const void *rows, size_t row)
{
	return ((const struct office_waiting *)rows)->rows.at[row].id;
}

const struct list_spec office_report_spec = {
	.columns = waiting_columns,
	.ncolumns = sizeof waiting_columns / sizeof waiting_columns[0],
	.cell = waiting_cell,
	.id = report_id,
	.empty = N_("No report waits for review."),
};

const char **office_find_units(struct arena *a, const struct standing_rows *units)
{
	const char **find = arena_alloc(a, (units->n + 1) * sizeof *find);

	for (size_t i = 0; i < units->n; i++)
		find[i] = find_text(a, units->at[i].unit, units->at[i].pinyin);
	return find;
}

const char **office_find_reports(struct arena *a, const struct report_rows *reports)
{
	const char **find = arena_alloc(a, (reports->n + 1) * sizeof *find);

	for (size_t i = 0; i < reports->n; i++) {
		const struct report_row *r = &reports->at[i];

		find[i] = arena_printf(a, "%s %s %s %s", r->action_no,
				       find_text(a, r->action_title, r->action_pinyin),
				       find_text(a, r->unit, r->unit_pinyin), r->period_code);
	}
	return find;
}
