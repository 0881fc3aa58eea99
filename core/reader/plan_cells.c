/* Tables of indicators in the text of an item: a row with | or tabs that names an indicator and has
 * the values of its years in columns. Tables of tasks with units of their own are read by
 * plan_table.c; here all rows belong to the action that the table stands in. */
#include "core/reader/plan_figure.h"

#include "core/reader/plan_values.h"

static bool parts_cells(char32_t cp)
{
	return cp == '|' || cp == '\t';
}

/* The cells of the line at i that ends at eol, without the frame's | at its ends. */
static size_t split(const struct plan_text *t, size_t i, size_t eol, struct run *cells)
{
	struct run line = plan_text_trim(t, (struct run){i, eol});
	size_t n = 0, from;

	if (line.from < line.to && t->g[line.from].cp == '|')
		line.from++;
	if (line.to > line.from && t->g[line.to - 1].cp == '|')
		line.to--;
	from = line.from;
	for (size_t k = line.from; k <= line.to && n < MOST_COLUMNS; k++) {
		if (k < line.to && !parts_cells(t->g[k].cp))
			continue;
		cells[n++] = plan_text_trim(t, (struct run){from, k});
		from = k + 1;
	}
	return n;
}

/* The column that names the indicator; n for none. Values of years before `year` are what was. */
static size_t read_head(const struct plan_text *t, const struct run *cells, size_t n, int year,
			struct grid *grid)
{
	size_t name = n, values = 0;

	plan_grid_head(t, cells, n, grid);
	for (size_t k = 0; k < n; k++) {
		struct column *c = &grid->columns[k];

		c->base |= c->kind == COLUMN_VALUE && c->year > 0 && c->year < year;
		values += c->kind == COLUMN_VALUE && c->year > 0 && !c->base;
		if ((c->kind == COLUMN_WHAT || c->kind == COLUMN_TASK) && name == n)
			name = k;
	}
	return values > 0 ? name : n;
}

size_t plan_cells_read(struct reading *rd, struct plan_action *action, size_t i, size_t to,
		       int year)
{
	const struct plan_text *t = &rd->t;
	struct run cells[MOST_COLUMNS];
	struct grid grid = {0};
	size_t eol = plan_text_eol(t, i, to), n = split(t, i, eol, cells);
	size_t name = n > 1 ? read_head(t, cells, n, year, &grid) : n;

	if (name == n)
		return i;
	while (eol < to) {
		size_t next = eol + 1;
		const struct plan_indicator *ind;

		eol = plan_text_eol(t, next, to);
		if (plan_text_trim(t, (struct run){next, eol}).to <= next)
			continue;
		if (split(t, next, eol, cells) != n)
			return next;
		ind = plan_values_read(rd->a, t, &grid, cells, cells[name]);
		if (ind)
			*vec_push(rd->a, &action->indicators) = *ind;
	}
	return to;
}
