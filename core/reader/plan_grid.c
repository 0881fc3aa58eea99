/* Finds the rows of a table whose cells are parted by | or tabs. A row is a line, or several where
 * a cell has line ends in it; its cells may be too few or too many. */
#include "core/reader/plan_grid.h"

enum { LONGEST_SECTION = 40 };

static bool is_separator(char32_t cp)
{
	return cp == '|' || cp == '\t';
}

size_t plan_grid_skip(const struct plan_text *t, size_t i)
{
	while (i < t->n && plan_text_in(t->g[i].cp, U" \n"))
		i++;
	return i;
}

/* Whether the line at i is parted into cells; a single | at one of its ends parts nothing. */
static bool is_marked(const struct plan_text *t, size_t i)
{
	const struct run line = plan_text_trim(t, (struct run){i, plan_text_eol(t, i, t->n)});
	size_t n = 0;

	for (i = line.from; i < line.to; i++)
		if (is_separator(t->g[i].cp))
			n += i > line.from && i + 1 < line.to ? 2 : 1;
	return n > 1;
}

/* The cells of the line at i, empty ones too, without those outside the frame's |; none when there
 * are too many. */
static void split_line(const struct plan_text *t, size_t i, struct pieces *p)
{
	struct run line = {i, plan_text_eol(t, i, t->n)};
	size_t from;

	p->n = 0;
	p->end = line.to;
	while (line.from < line.to && t->g[line.from].cp == ' ')
		line.from++;
	while (line.to > line.from && t->g[line.to - 1].cp == ' ')
		line.to--;
	line.from += line.from < line.to && t->g[line.from].cp == '|';
	line.to -= line.to > line.from && t->g[line.to - 1].cp == '|';
	from = line.from;
	for (size_t k = line.from; k <= line.to; k++) {
		if (k < line.to && !is_separator(t->g[k].cp))
			continue;
		if (p->n == MOST_PIECES) {
			p->n = 0;
			return;
		}
		p->at[p->n++] = plan_text_trim(t, (struct run){from, k});
		from = k + 1;
	}
}

/* |---|---| */
static bool is_rule(const struct plan_text *t, const struct pieces *p)
{
	for (size_t k = 0; k < p->n; k++)
		for (size_t i = p->at[k].from; i < p->at[k].to; i++)
			if (!plan_text_in(t->g[i].cp, U"-: "))
				return false;
	return true;
}

bool plan_grid_says_nothing(const struct plan_text *t, struct run r)
{
	for (size_t i = r.from; i < r.to; i++)
		if (!plan_text_in(t->g[i].cp, U"-/ "))
			return r.to - r.from == 1 && t->g[r.from].cp == U'无';
	return true;
}

static void drop_empty(struct pieces *p)
{
	size_t n = 0;

	for (size_t k = 0; k < p->n; k++)
		if (p->at[k].to > p->at[k].from)
			p->at[n++] = p->at[k];
	p->n = n;
}

struct run *plan_grid_push_row(struct arena *a, struct grid *grid, size_t at)
{
	struct run *cells = NULL;

	for (size_t k = 0; k < grid->ncolumns; k++)
		*vec_push(a, &grid->cells) = (struct run){at, at};
	cells = &grid->cells.at[grid->cells.n - grid->ncolumns];
	return cells;
}

void plan_grid_push_section(struct arena *a, struct grid *grid, struct run cell)
{
	*plan_grid_push_row(a, grid, cell.to) = cell;
}

static void push_pieces(struct arena *a, const struct plan_text *t, struct grid *grid,
			struct pieces *p)
{
	while (p->n > grid->ncolumns && p->at[p->n - 1].to == p->at[p->n - 1].from)
		p->n--;
	if (p->n == 0 || is_rule(t, p))
		return;
	for (size_t k = 0; k < p->n; k++)
		if (plan_grid_says_nothing(t, p->at[k]))
			p->at[k].to = p->at[k].from;
	bool fits = p->n == grid->ncolumns;
	if (!fits)
		drop_empty(p);
	if (p->n == 0)
		return;
	struct run *cells = plan_grid_push_row(a, grid, p->at[0].from);
	if (!fits && p->n > 1)
		plan_grid_fit(t, grid, 0, p->at, p->n, cells);
	for (size_t k = 0; k < p->n && (fits || p->n == 1); k++)
		cells[k] = p->at[k];
}

/* A second line of headers says more of some columns; one that says all anew replaces the first. */
static bool is_second_head(const struct plan_text *t, const struct grid *grid,
			   const struct pieces *p)
{
	size_t nheads = 0;

	if (p->n != grid->ncolumns)
		return false;
	for (size_t k = 0; k < p->n; k++) {
		if (p->at[k].to > p->at[k].from && !plan_grid_is_head_cell(t, p->at[k]))
			return false;
		nheads += p->at[k].to > p->at[k].from;
	}
	return nheads > 1;
}

static void read_second_head(const struct plan_text *t, struct grid *grid, const struct pieces *p)
{
	struct run cells[MOST_COLUMNS];
	struct grid old = *grid;

	for (size_t k = 0; k < p->n; k++)
		cells[k] = p->at[k].to > p->at[k].from ? p->at[k] : old.columns[k].name;
	plan_grid_head(t, cells, p->n, grid);
	for (size_t k = 0; k < p->n; k++)
		if (grid->columns[k].kind == COLUMN_VALUE && old.columns[k].kind == COLUMN_VALUE) {
			grid->columns[k].goal |= old.columns[k].goal;
			grid->columns[k].base = old.columns[k].base;
		}
}

/* Joins the lines of a row of which a cell has line ends in it. */
static void join_lines(const struct plan_text *t, const struct grid *grid, struct pieces *p)
{
	while (p->n < grid->ncolumns && p->end + 1 < t->n) {
		struct pieces more;
		size_t next = plan_grid_skip(t, p->end + 1);

		split_line(t, next, &more);
		if (more.n < 2 || p->n + more.n - 1 > grid->ncolumns ||
		    is_second_head(t, grid, &more))
			return;
		p->at[p->n - 1].to = more.at[0].to;
		for (size_t k = 1; k < more.n; k++)
			p->at[p->n++] = more.at[k];
		p->end = more.end;
	}
}

/* A row that begins with a number is no header. */
static bool is_numbered(const struct plan_text *t, const struct pieces *p)
{
	return p->n > 0 && p->at[0].to > p->at[0].from && glyph_is_digit(t->g[p->at[0].from].cp);
}

/* Rows of lines with | or tabs below the header; i is behind it. */
static void read_marked_rows(struct arena *a, const struct plan_text *t, size_t i,
			     struct grid *grid)
{
	struct pieces p;

	for (; (i = plan_grid_skip(t, i)) < t->n; i = p.end + 1) {
		struct grid other = {0};

		split_line(t, i, &p);
		if (!is_marked(t, i)) {
			drop_empty(&p); /* of a section's row, its own cell and no other */
			if (p.n != 1 || p.at[0].to - p.at[0].from > LONGEST_SECTION ||
			    !is_marked(t, plan_grid_skip(t, p.end + 1)))
				return;
			plan_grid_push_section(a, grid, p.at[0]);
		} else if (!is_numbered(t, &p) && is_second_head(t, grid, &p)) {
			read_second_head(t, grid, &p);
		} else if (!is_numbered(t, &p) && p.n <= MOST_COLUMNS &&
			   plan_grid_head(t, p.at, p.n, &other)) {
			return;
		} else {
			if (p.n > 1)
				join_lines(t, grid, &p);
			push_pieces(a, t, grid, &p);
		}
		grid->to = p.end;
	}
}

static bool read_marked(struct arena *a, const struct plan_text *t, size_t i, struct grid *grid)
{
	struct pieces p;

	split_line(t, i, &p);
	if (p.n < 2 || p.n > MOST_COLUMNS || !plan_grid_head(t, p.at, p.n, grid))
		return false;
	grid->from = i;
	grid->to = p.end;
	read_marked_rows(a, t, p.end, grid);
	return grid->cells.n > 0;
}

bool plan_grid_same(const struct plan_text *t, struct run x, struct run y)
{
	if (x.to - x.from != y.to - y.from)
		return false;
	for (size_t i = 0; i < x.to - x.from; i++)
		if (t->g[x.from + i].cp != t->g[y.from + i].cp)
			return false;
	return true;
}

struct run plan_grid_row(const struct grid *grid, const struct run *cells)
{
	struct run r = {0, 0};

	for (size_t k = 0; k < grid->ncolumns; k++)
		if (cells[k].to > cells[k].from) {
			r.from = r.to <= r.from ? cells[k].from : r.from;
			r.to = cells[k].to;
		}
	return r;
}

struct run plan_grid_only(const struct plan_text *t, const struct grid *grid,
			  const struct run *cells, size_t *column)
{
	struct run only = {0, 0};

	for (size_t k = 0; k < grid->ncolumns; k++) {
		if (cells[k].to <= cells[k].from)
			continue;
		if (only.to <= only.from) {
			only = cells[k];
			*column = k;
		} else if (!plan_grid_same(t, only, cells[k])) {
			return (struct run){0, 0};
		} else {
			*column = 0;
		}
	}
	return only;
}

bool plan_grid_read(struct arena *a, const struct plan_text *t, size_t i, struct grid *grid)
{
	*grid = (struct grid){0};
	if (is_marked(t, i))
		return read_marked(a, t, i, grid);
	return plan_text_in(t->g[i].cp, U"序编项任工重主事行指目类领板") &&
	       plan_grid_read_stacked(a, t, i, grid);
}
