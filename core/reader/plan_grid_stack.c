/* Finds the rows of a table of a cell a line, as web pages and copies of PDF files have them, or of
 * columns parted by blanks. A row begins where the numbers run on, which keeps the cells in step.
 */
#include "core/reader/plan_grid.h"

#include "core/reader/plan_mark.h"

enum { LONGEST_SECTION = 40, LONGEST_GROUP = 12, LONGEST_PIECE = 2000 };

/* The next piece of a line, or up to a blank; false at the end of the text. */
static bool next_piece(const struct plan_text *t, size_t *i, bool blanks, struct run *piece)
{
	size_t k = plan_grid_skip(t, *i), from = k;

	while (k < t->n && t->g[k].cp != '\n' && !(blanks && t->g[k].cp == ' '))
		k = blanks ? plan_text_next(t, k, t->n) : k + 1;
	*i = k;
	*piece = plan_text_strip(t, (struct run){from, k}, U"|");
	return piece->to > piece->from && k - from <= LONGEST_PIECE;
}

/* A piece that is a number and nothing else; 0 for none. */
static int number_of(const struct plan_text *t, struct run r)
{
	int v = 0;

	r = plan_text_strip(t, r, U"().、");
	for (size_t i = r.from; i < r.to; i++) {
		if (!glyph_is_digit(t->g[i].cp) || r.to - r.from > 3)
			return 0;
		v = v * 10 + (int)(t->g[i].cp - '0');
	}
	return v;
}

static bool is_section(const struct plan_text *t, struct run r)
{
	struct mark m;

	return r.to - r.from <= LONGEST_SECTION && plan_mark_read(t, r.from, &m) &&
	       m.kind <= MARK_HAN_PAREN;
}

/* A header of pieces: up to the first number when it begins with a column of numbers, else as long
 * as the pieces are such that headers have. *to gets the place behind it. */
static bool read_stacked_head(const struct plan_text *t, size_t i, bool blanks, struct grid *grid,
			      size_t *to)
{
	struct run cells[MOST_COLUMNS], piece;
	size_t n = 0, next = i, before = i;
	bool numbered = false, group = false, head = false;

	while (next_piece(t, &next, blanks, &piece)) {
		bool last = head;

		head = plan_grid_is_head_cell(t, piece);
		if (numbered && n > 1 && group && !last && number_of(t, piece) > 0) {
			n--; /* what stood before the number names the first section */
			*to = before;
		}
		if (numbered ? number_of(t, piece) > 0 || is_section(t, piece) : !head && n > 0)
			break;
		if (n == MOST_COLUMNS || (!head && n == 0) || t->g[piece.to - 1].cp == ':')
			return false;
		if (!numbered)
			numbered = plan_text_has(t, piece, U"序号") ||
				   plan_text_has(t, piece, U"项次") ||
				   plan_text_has(t, piece, U"编号");
		group |= !numbered;
		cells[n++] = piece;
		before = *to;
		*to = next;
	}
	return plan_grid_head(t, cells, n, grid) && (numbered || n > 2);
}

static size_t number_column(const struct grid *grid)
{
	size_t k = 0;

	while (k < grid->ncolumns && grid->columns[k].kind != COLUMN_NO)
		k++;
	return k;
}

/* The place behind a header that is printed again at i; i for none. */
static size_t skip_head(const struct plan_text *t, const struct grid *grid, size_t i, bool blanks)
{
	size_t next = i;
	struct run piece;

	for (size_t k = 0; k < grid->ncolumns; k++)
		if (!next_piece(t, &next, blanks, &piece) ||
		    !plan_grid_same(t, piece, grid->columns[k].name))
			return i;
	return next;
}

/* A piece before the number of a row that names a section: it has a number of its own, or the table
 * has a column for such names. */
static bool is_group(const struct plan_text *t, const struct grid *grid, struct run piece)
{
	return is_section(t, piece) ||
	       (number_column(grid) > 0 && piece.to - piece.from <= LONGEST_GROUP &&
		!plan_grid_lists_units(t, piece));
}

/* Gathers the pieces of a row, from behind its number up to the next number or, when there is none,
 * to the end. True when there is a next row. */
static bool gather(const struct plan_text *t, const struct grid *grid, size_t i, int no,
		   bool blanks, struct pieces *p)
{
	struct run piece;
	bool units = false;

	p->n = 0;
	p->end = i;
	while (next_piece(t, &i, blanks, &piece)) {
		int v = number_of(t, piece);
		size_t head;

		if (plan_grid_same(t, piece, grid->columns[0].name) &&
		    (head = skip_head(t, grid, piece.from, blanks)) > i) {
			i = head;
			continue;
		}
		if (v > 0 &&
		    (v == no + 1 || (v == 1 && p->n > 0 && is_group(t, grid, p->at[p->n - 1]))) &&
		    (units || p->n + number_column(grid) + 1 >= grid->ncolumns))
			return true;
		if (p->n == MOST_PIECES)
			return false;
		units |= plan_grid_lists_units(t, piece);
		p->at[p->n++] = piece;
		p->end = i;
	}
	return false;
}

/* Whether a piece begins what stands behind the table. */
static bool is_behind(const struct plan_text *t, struct run r)
{
	static const char32_t *const words[] = {U"注:",	  U"注 ",    U"备注", U"附件",
						U"说明:", U"合计",   U"抄送", U"打印",
						U"关闭",  U"扫一扫", U"主办:"};

	return plan_text_begins_any(t, r, words, sizeof words / sizeof *words) || is_section(t, r);
}

/* The last row has no number behind it: it ends where all columns are filled and no unit follows.
 */
static void cut_last(const struct plan_text *t, const struct grid *grid, struct pieces *p)
{
	size_t n = 0;

	while (n < p->n && !is_behind(t, p->at[n]) &&
	       (n + number_column(grid) + 1 < grid->ncolumns || plan_grid_lists_units(t, p->at[n])))
		n++;
	p->n = n;
	if (n > 0)
		p->end = p->at[n - 1].to;
}

static void push_stacked(struct arena *a, const struct plan_text *t, struct grid *grid,
			 struct run no, struct pieces *p, bool more)
{
	size_t n = p->n;

	while (more && n > 1 && is_group(t, grid, p->at[n - 1]))
		n--;
	if (n > 0) {
		struct run *cells = plan_grid_push_row(a, grid, no.from);

		plan_grid_fit(t, grid, number_column(grid) + 1, p->at, n, cells);
		for (size_t k = 0; k < grid->ncolumns; k++)
			if (plan_grid_says_nothing(t, cells[k]))
				cells[k].to = cells[k].from;
		cells[number_column(grid)] = no;
	}
	for (; n < p->n; n++)
		plan_grid_push_section(a, grid, p->at[n]);
}

/* Rows of a table whose first column numbers them. */
static void read_numbered_rows(struct arena *a, const struct plan_text *t, size_t i, bool blanks,
			       struct grid *grid)
{
	struct run piece;
	struct pieces p;
	bool more = true;

	while (more && next_piece(t, &i, blanks, &piece)) {
		int no = number_of(t, piece);

		if (no == 0) {
			if (!is_group(t, grid, piece))
				return;
			plan_grid_push_section(a, grid, piece);
			continue;
		}
		more = gather(t, grid, i, no, blanks, &p);
		if (!more)
			cut_last(t, grid, &p);
		push_stacked(a, t, grid, piece, &p, more);
		i = grid->to = p.end;
	}
}

/* Rows of a table without numbers: as many pieces as columns, units where they should stand. */
static void read_counted_rows(struct arena *a, const struct plan_text *t, size_t i, bool blanks,
			      struct grid *grid)
{
	for (;;) {
		struct run cells[MOST_COLUMNS] = {{0}};
		bool good = true;

		for (size_t k = 0; k < grid->ncolumns && good; k++)
			good = next_piece(t, &i, blanks, &cells[k]) &&
			       (grid->columns[k].kind != COLUMN_UNITS ||
				plan_grid_lists_units(t, cells[k]));
		if (!good)
			return;
		struct run *row = plan_grid_push_row(a, grid, cells[0].from);
		for (size_t k = 0; k < grid->ncolumns; k++)
			row[k] = cells[k];
		grid->to = i;
	}
}

bool plan_grid_read_stacked(struct arena *a, const struct plan_text *t, size_t i, struct grid *grid)
{
	struct run piece;
	size_t to = i, next;
	bool blanks = false;

	if (!read_stacked_head(t, i, false, grid, &to)) {
		blanks = true;
		if (!read_stacked_head(t, i, true, grid, &to))
			return false;
	}
	grid->from = i;
	grid->to = next = to;
	/* A header in one line may stand over rows of a cell a line. */
	if (blanks && next_piece(t, &next, true, &piece) && (next >= t->n || t->g[next].cp == '\n'))
		blanks = false;
	if (number_column(grid) + 1 < grid->ncolumns)
		read_numbered_rows(a, t, to, blanks, grid);
	else
		read_counted_rows(a, t, to, blanks, grid);
	return grid->cells.n > 0;
}
