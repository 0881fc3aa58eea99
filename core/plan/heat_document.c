/*
 * The table of units × sections on paper. Its columns have the numbers of the sections alone, so
 * that many of them fit; the table below it has their titles and how their tasks stand.
 */
#include "core/plan/heat_document.h"

#include "core/i18n.h"

enum section_column {
	COL_NO,
	COL_TITLE,
	COL_TASKS,
	COL_RED,
	COL_YELLOW,
	COL_GREEN,
	COL_GREY,
	COL_OWED,
	COL_COUNT
};

static const struct document_column section_columns[COL_COUNT] = {
	[COL_NO] = {N_("No."), COLUMN_WORD, 0},
	[COL_TITLE] = {N_("Section"), COLUMN_TEXT, 1},
	[COL_TASKS] = {N_("Tasks"), COLUMN_NUMBER, 0},
	[COL_RED] = {N_("Red"), COLUMN_NUMBER, 0},
	[COL_YELLOW] = {N_("Yellow"), COLUMN_NUMBER, 0},
	[COL_GREEN] = {N_("Green"), COLUMN_NUMBER, 0},
	[COL_GREY] = {N_("Grey"), COLUMN_NUMBER, 0},
	[COL_OWED] = {N_("Reports owed"), COLUMN_NUMBER, 0},
};

/* "R1 o3", as on the screen. */
static const char *cell_text(struct arena *a, const struct heat_cell *cell)
{
	enum lamp worst = heat_worst(cell);
	const char *owed = "";

	if (!cell->n)
		return "";
	if (cell->owed)
		owed = arena_printf(a, " %s%d", heat_owed_letter(), cell->owed);
	return arena_printf(a, "%s%d%s", heat_lamp_letter(worst), cell->lamps[worst], owed);
}

/* How many columns say more than the total. */
static size_t count_sections(const struct heat *h)
{
	bool named = h->columns.n > 1 || h->columns.at[0].no[0] || h->columns.at[0].title[0];

	return named ? h->columns.n : 0;
}

static void add_units(struct arena *a, struct document *d, const struct heat *h)
{
	struct document_table *t = document_add_table(a, d);
	size_t n = count_sections(h);
	const char **cells;

	document_add_column(a, t, _("Unit"), COLUMN_TEXT, 1);
	for (size_t i = 0; i < n; i++) {
		const struct heat_column *col = &h->columns.at[i];

		document_add_column(a, t, col->no[0] ? col->no : heat_section_name(a, col),
				    COLUMN_WORD, 0);
	}
	document_add_column(a, t, _("Total"), COLUMN_WORD, 0);
	for (size_t i = 0; i < h->rows.n; i++) {
		cells = document_add_row(a, t);
		cells[0] = heat_unit_name(&h->rows.at[i]);
		for (size_t k = 0; k < n; k++)
			cells[1 + k] = cell_text(a, &h->rows.at[i].cells[k]);
		cells[1 + n] = cell_text(a, &h->rows.at[i].total);
	}
	cells = document_add_row(a, t);
	cells[0] = _("Total");
	for (size_t k = 0; k < n; k++)
		cells[1 + k] = cell_text(a, &h->columns.at[k].total);
	cells[1 + n] = cell_text(a, &h->total);
}

static void add_section(struct arena *a, struct document_table *t, const char *no,
			const char *title, const struct heat_cell *cell)
{
	const char **cells = document_add_row(a, t);
	const int figures[COL_COUNT] = {
		[COL_TASKS] = cell->n,
		[COL_RED] = cell->lamps[LAMP_RED],
		[COL_YELLOW] = cell->lamps[LAMP_YELLOW],
		[COL_GREEN] = cell->lamps[LAMP_GREEN],
		[COL_GREY] = cell->lamps[LAMP_GREY],
		[COL_OWED] = cell->owed,
	};

	cells[COL_NO] = no;
	cells[COL_TITLE] = title;
	for (int i = COL_TASKS; i < COL_COUNT; i++)
		cells[i] = arena_printf(a, "%d", figures[i]);
}

static void add_sections(struct arena *a, struct document *d, const struct heat *h)
{
	struct document_table *t = document_add_table(a, d);

	for (int i = 0; i < COL_COUNT; i++)
		document_add_column(a, t, _(section_columns[i].title), section_columns[i].kind,
				    section_columns[i].weight);
	for (size_t i = 0; i < h->columns.n; i++) {
		const struct heat_column *col = &h->columns.at[i];

		add_section(a, t, col->no, col->title[0] ? col->title : _("others"), &col->total);
	}
	add_section(a, t, "", _("Total"), &h->total);
}

void heat_document_build(struct arena *a, struct document *d, const char *plan,
			 const struct heat *h, const char *printed_by, struct date today)
{
	char date[DATE_TEXT];

	document_begin(a, d, _("How units and sections stand"), plan);
	d->issued = arena_printf(a, _("printed %s by %s"), date_format(today, date), printed_by);
	if (!h->rows.n) {
		document_paragraph(a, d, _("No unit answers for anything in this plan yet."));
		return;
	}
	document_paragraph(
		a, d,
		arena_printf(a,
			     /* TRANSLATORS: "R2: the worst …", with the letters of the cells */
			     _("In each cell the worst lamp and how many tasks have it, then the "
			       "reports owed. %s2: the worst is red, and 2 tasks have it; %s3: 3 "
			       "reports owed; empty: no task."),
			     heat_lamp_letter(LAMP_RED), heat_owed_letter()));
	add_units(a, d, h);
	if (!count_sections(h))
		return;
	document_heading(a, d, _("Sections"));
	add_sections(a, d, h);
}
