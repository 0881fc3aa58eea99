/* Makes actions of the rows of tables. Cells that are empty or the same as above were one cell when
 * printed: a row that numbers and names nothing new goes on with the one above it, a column that
 * stays the same while the numbers run on names a section. */
#include "core/reader/plan_table.h"

#include "core/reader/plan_grid.h"
#include "core/reader/plan_values.h"

enum { NO_COLUMN = MOST_COLUMNS };

struct reader {
	struct arena *a;
	const struct plan_text *t;
	struct plan_phrases *p;
	struct plan_tree *tree;
	const struct grid *grid;
	size_t no, group, title;	/* columns; NO_COLUMN: none */
	struct run above[MOST_COLUMNS]; /* the last cell that is not empty */
	int section, last;		/* items, -1 for none */
};

static bool is_empty(struct run r)
{
	return r.to <= r.from;
}

static const struct run *row_of(const struct grid *grid, size_t r)
{
	return &grid->cells.at[r * grid->ncolumns];
}

static size_t count_rows(const struct grid *grid)
{
	return grid->cells.n / grid->ncolumns;
}

/* Rows that sum up or remark. */
static bool is_remark(const struct plan_text *t, struct run cell)
{
	static const char32_t *const words[] = {U"合计", U"小计", U"总计", U"注:",
						U"备注", U"说明", U"填表"};

	return plan_text_begins_any(t, cell, words, sizeof words / sizeof *words);
}

static bool says_nothing_new(const struct plan_text *t, struct run cell, struct run above)
{
	return is_empty(cell) || plan_grid_same(t, cell, above);
}

/* Whether another column than k names what is done in this row. */
static bool named_elsewhere(const struct grid *grid, const struct run *cells, size_t k)
{
	for (size_t j = 0; j < grid->ncolumns; j++)
		if (j != k && !is_empty(cells[j]) &&
		    (grid->columns[j].kind == COLUMN_TASK || grid->columns[j].kind == COLUMN_WHAT))
			return true;
	return false;
}

/* Whether column k stays the same from one row to the next although these are two tasks. */
static bool repeats(const struct plan_text *t, const struct grid *grid, size_t no, size_t k)
{
	struct run above = {0, 0}, above_no = {0, 0};
	size_t column;

	for (size_t r = 0; r < count_rows(grid); r++) {
		const struct run *cells = row_of(grid, r);

		if (!is_empty(plan_grid_only(t, grid, cells, &column)) ||
		    is_remark(t, plan_grid_row(grid, cells)))
			continue;
		bool other = no == NO_COLUMN ? named_elsewhere(grid, cells, k)
					     : !says_nothing_new(t, cells[no], above_no);
		if (other && !is_empty(above) && says_nothing_new(t, cells[k], above))
			return true;
		if (!is_empty(cells[k]))
			above = cells[k];
		if (no != NO_COLUMN && !is_empty(cells[no]))
			above_no = cells[no];
	}
	return false;
}

static size_t find_kind(const struct grid *grid, enum column_kind kind)
{
	for (size_t k = 0; k < grid->ncolumns; k++)
		if (grid->columns[k].kind == kind)
			return k;
	return NO_COLUMN;
}

/* The column that names the tasks is the first that says something else in every row; one that
 * does not, before it, is the section. */
static void choose_columns(struct reader *rd)
{
	static const enum column_kind kinds[] = {COLUMN_TASK, COLUMN_WHAT};
	const struct grid *grid = rd->grid;

	rd->no = find_kind(grid, COLUMN_NO);
	rd->group = find_kind(grid, COLUMN_GROUP);
	rd->title = NO_COLUMN;
	for (size_t n = 0; n < 2 && rd->title == NO_COLUMN; n++)
		for (size_t k = 0; k < grid->ncolumns && rd->title == NO_COLUMN; k++) {
			if (grid->columns[k].kind != kinds[n])
				continue;
			if (!repeats(rd->t, grid, rd->no, k))
				rd->title = k;
			else if (rd->group == NO_COLUMN && n == 0)
				rd->group = k;
		}
	if (rd->title == NO_COLUMN) {
		rd->title = find_kind(grid, COLUMN_TASK);
		if (rd->title == NO_COLUMN)
			rd->title = find_kind(grid, COLUMN_WHAT);
		if (rd->group == rd->title)
			rd->group = NO_COLUMN;
	}
}

static struct item *push_item(struct reader *rd, struct run own)
{
	struct item *it = vec_push(rd->a, &rd->tree->items);

	it->parent = -1;
	it->own = own;
	it->end = own.to;
	it->mark = (struct mark){.kind = MARK_NONE, .no = {own.from, own.from}, .to = own.from};
	it->first_phrase = rd->p->at.n;
	return it;
}

/* The number that a cell begins with, if any, is the item's. */
static size_t read_mark(struct reader *rd, struct item *it, struct run cell)
{
	struct mark m;

	if (!plan_mark_read(rd->t, cell.from, &m) || m.to >= cell.to)
		return cell.from;
	it->mark.kind = m.kind;
	it->mark.value = m.value;
	it->mark.no = m.no;
	return m.to;
}

static void push_section(struct reader *rd, struct run cell)
{
	struct item *it = push_item(rd, cell);

	it->mark.to = read_mark(rd, it, cell);
	it->title = plan_title_cut(rd->t, rd->p, it, it->mark.to);
	rd->section = (int)rd->tree->items.n - 1;
	rd->last = -1;
	for (size_t k = 0; k < MOST_COLUMNS; k++)
		rd->above[k] = (struct run){0, 0};
}

/* Whether a column holds no text of the action. */
static bool is_apart(const struct reader *rd, size_t k, struct run cell)
{
	switch (rd->grid->columns[k].kind) {
	case COLUMN_TASK:
	case COLUMN_WHAT:
		return k == rd->group;
	case COLUMN_TEXT:
		return false;
	case COLUMN_VALUE:
		return rd->grid->columns[k].base || plan_value_is_figure(rd->t, cell);
	default:
		return true;
	}
}

/* What stands in the units' column k of this row: of a cell that was merged with the one above it,
 * what stands there. Units that cooperate may well be absent. */
static struct run units_cell(const struct reader *rd, const struct run *cells, size_t k, bool none)
{
	bool merged = none || rd->grid->columns[k].duty == DUTY_LEAD;

	return is_empty(cells[k]) && merged ? rd->above[k] : cells[k];
}

static bool has_units(const struct reader *rd, const struct run *cells)
{
	for (size_t k = 0; k < rd->grid->ncolumns; k++)
		if (rd->grid->columns[k].kind == COLUMN_UNITS && !is_empty(cells[k]))
			return true;
	return false;
}

/* The units and deadline of a row; true when some are those of the row above. */
static bool read_units(struct reader *rd, const struct run *cells, bool goes_on, struct phrase *all)
{
	bool none = !has_units(rd, cells), as_above = false;

	for (size_t k = 0; k < rd->grid->ncolumns; k++) {
		const struct column *c = &rd->grid->columns[k];
		struct run cell = goes_on ? cells[k] : units_cell(rd, cells, k, none);
		struct phrase ph = {.run = cell, .labelled = true};

		if (c->kind == COLUMN_DUE && is_empty(all->due))
			all->due = none && is_empty(cells[k]) && !goes_on ? rd->above[k] : cells[k];
		if (c->kind != COLUMN_UNITS || is_empty(cell) ||
		    !plan_duties_read(rd->a, rd->t, cell, c->duty, rd->p, &ph))
			continue;
		as_above |= is_empty(cells[k]);
		all->nduties += ph.nduties;
		all->has_coop_label |= c->duty == DUTY_COOP;
		rd->p->says_lead |= c->duty == DUTY_LEAD;
	}
	return as_above;
}

/* Adds the cells that are no text as phrases of the item, the first of them with all the units. */
static void add_phrases(struct reader *rd, struct item *it, const struct run *cells, bool goes_on)
{
	struct phrase all = {.labelled = true, .first = rd->p->duties.n};
	size_t n = 0;

	it->as_above |= read_units(rd, cells, goes_on, &all);
	it->has_duties |= all.nduties > 0;
	all.run = (struct run){it->own.to, it->own.to};
	for (size_t k = 0; k < rd->grid->ncolumns; k++) {
		if (is_empty(cells[k]) || !is_apart(rd, k, cells[k]))
			continue;
		all.run = cells[k];
		*vec_push(rd->a, &rd->p->at) = all;
		all = (struct phrase){.labelled = true, .first = rd->p->duties.n};
		n++;
	}
	if (n == 0) {
		*vec_push(rd->a, &rd->p->at) = all;
		n++;
	}
	it->nphrases += n;
}

static void set_number(struct reader *rd, struct item *it, struct run cell)
{
	int v = 0;

	it->mark.no = plan_text_strip(rd->t, cell, U".、");
	for (size_t i = it->mark.no.from; i < it->mark.no.to; i++) {
		if (!glyph_is_digit(rd->t->g[i].cp) || v > 999)
			return;
		v = v * 10 + (int)(rd->t->g[i].cp - '0');
	}
	it->mark.kind = MARK_ARABIC;
	it->mark.value = v;
}

static void set_title(struct reader *rd, struct item *it, struct run cell)
{
	size_t from = rd->no == NO_COLUMN ? read_mark(rd, it, cell) : cell.from;

	it->title = plan_title_cut(rd->t, rd->p, it, from);
	if (it->title.to > cell.to)
		it->title.to = cell.to;
	it->title = plan_text_strip(rd->t, it->title, U",、;:|");
}

/* The cell that names the task, or the first with text. */
static struct run title_cell(const struct reader *rd, const struct run *cells)
{
	for (size_t k = 0; k < rd->grid->ncolumns && is_empty(cells[rd->title]); k++)
		if (!is_empty(cells[k]) && !is_apart(rd, k, cells[k]))
			return cells[k];
	return cells[rd->title];
}

static void push_action(struct reader *rd, const struct run *cells)
{
	const struct grid *grid = rd->grid;
	struct item *it = push_item(rd, plan_grid_row(grid, cells));
	struct run title = title_cell(rd, cells);

	if (!is_empty(title))
		set_title(rd, it, title);
	if (rd->no != NO_COLUMN && !is_empty(cells[rd->no]))
		set_number(rd, it, cells[rd->no]);
	it->mark.to = it->own.to;
	for (size_t k = grid->ncolumns; k-- > 0;)
		if (!is_empty(cells[k]) && !is_apart(rd, k, cells[k]))
			it->mark.to = cells[k].from;
	it->parent = rd->section;
	it->action = true;
	it->goal = plan_values_read(rd->a, rd->t, grid, cells, it->title);
	add_phrases(rd, it, cells, false);
	rd->last = (int)rd->tree->items.n - 1;
}

static void go_on(struct reader *rd, const struct run *cells)
{
	struct item *it = &rd->tree->items.at[rd->last];
	struct run row = plan_grid_row(rd->grid, cells);

	it->own.to = it->end = row.to;
	add_phrases(rd, it, cells, true);
}

static void begin_group(struct reader *rd, const struct run *cells)
{
	if (rd->group == NO_COLUMN ||
	    says_nothing_new(rd->t, cells[rd->group], rd->above[rd->group]))
		return;
	push_section(rd, cells[rd->group]);
}

static bool goes_on(const struct reader *rd, const struct run *cells)
{
	if (rd->last < 0 || !says_nothing_new(rd->t, cells[rd->title], rd->above[rd->title]))
		return false;
	return rd->no == NO_COLUMN || says_nothing_new(rd->t, cells[rd->no], rd->above[rd->no]);
}

/* A row with nothing but a Chinese number, in a column where others have digits, and a name. */
static bool is_section_row(const struct reader *rd, const struct run *cells)
{
	if (rd->no == NO_COLUMN || rd->title != rd->no + 1 || is_empty(cells[rd->no]) ||
	    is_empty(cells[rd->title]))
		return false;
	for (size_t k = 0; k < rd->grid->ncolumns; k++)
		if (k != rd->no && k != rd->title && !is_empty(cells[k]))
			return false;
	return plan_text_han_number(rd->t, plan_text_strip(rd->t, cells[rd->no], U"()、.")) > 0;
}

static void read_row(struct reader *rd, const struct run *cells)
{
	const struct grid *grid = rd->grid;
	struct run row = plan_grid_row(grid, cells), only;
	size_t column = 0;

	if (is_empty(row) || is_remark(rd->t, row))
		return;
	if (is_section_row(rd, cells)) {
		push_section(rd, cells[rd->title]);
		rd->tree->items.at[rd->section].mark.no =
			plan_text_strip(rd->t, cells[rd->no], U".、");
		return;
	}
	only = plan_grid_only(rd->t, grid, cells, &column);
	if (!is_empty(only) && (column == 0 || rd->last < 0)) {
		push_section(rd, only);
		return;
	}
	begin_group(rd, cells);
	if (goes_on(rd, cells))
		go_on(rd, cells);
	else
		push_action(rd, cells);
	for (size_t k = 0; k < grid->ncolumns; k++)
		if (!is_empty(cells[k]))
			rd->above[k] = cells[k];
}

static void read_grid(struct arena *a, const struct plan_text *t, const struct grid *grid,
		      struct plan_phrases *p, struct plan_tree *tree)
{
	struct reader rd = {
		.a = a, .t = t, .p = p, .tree = tree, .grid = grid, .section = -1, .last = -1};

	choose_columns(&rd);
	if (rd.title == NO_COLUMN)
		return;
	for (size_t r = 0; r < count_rows(grid); r++)
		read_row(&rd, row_of(grid, r));
}

size_t plan_tables_read(struct arena *a, const struct plan_text *t, struct plan_phrases *p,
			struct plan_tree *tree, size_t *from)
{
	size_t n = 0;

	*from = t->n;
	for (size_t i = 0; i < t->n; i = plan_text_eol(t, i, t->n) + 1) {
		struct grid grid;
		size_t k = i, items = tree->items.n;

		while (k < t->n && t->g[k].cp == ' ')
			k++;
		if (k >= t->n || t->g[k].cp == '\n' || !plan_grid_read(a, t, k, &grid))
			continue;
		read_grid(a, t, &grid, p, tree);
		if (items == 0 && tree->items.n > 0)
			*from = grid.from;
		if (grid.to > i)
			i = grid.to - 1;
	}
	for (size_t i = 0; i < tree->items.n; i++)
		n += tree->items.at[i].has_duties;
	return n;
}
