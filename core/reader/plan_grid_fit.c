/* Which cells the pieces of a row belong to when it has more or fewer of them than the table has
 * columns: of all ways to keep their order the one with the most points, a piece in a column that
 * it looks right in being worth some, an empty column and a cell in pieces costing some. */
#include "core/reader/plan_grid.h"

enum { LONGEST_DATE = 20, SHORT_NAME = 8, IMPOSSIBLE = -1000000 };

static bool is_unit_sign(char32_t cp)
{
	return plan_text_in(cp, U"、,; ") || glyph_is_blank(cp);
}

/* Counts the names of a cell; like: those that look like units. */
static size_t count_names(const struct plan_text *t, struct run cell, size_t *like)
{
	size_t n = 0, from = cell.from;

	*like = 0;
	for (size_t i = cell.from; i <= cell.to;
	     i = i < cell.to ? plan_text_next(t, i, cell.to) : i + 1) {
		if (i < cell.to && !is_unit_sign(t->g[i].cp))
			continue;
		struct run name = plan_text_strip(t, (struct run){from, i}, U"★☆▲。");

		from = i + 1;
		if (name.to == name.from)
			continue;
		n++;
		*like += name.to - name.from <= 24 && plan_unit_like(t, name);
	}
	return n;
}

bool plan_grid_lists_units(const struct plan_text *t, struct run cell)
{
	size_t like, n = count_names(t, cell, &like);

	return n > 0 && like == n;
}

static bool is_date_like(const struct plan_text *t, struct run r)
{
	static const char32_t *const words[] = {U"长期", U"全年", U"年底", U"持续", U"年内",
						U"每月", U"每季", U"每年", U"常态"};

	if (r.to - r.from > LONGEST_DATE)
		return false;
	return plan_text_begins_any(t, r, words, sizeof words / sizeof *words) ||
	       (glyph_is_digit(t->g[r.from].cp) &&
		(plan_text_has(t, r, U"年") || plan_text_has(t, r, U"月") ||
		 plan_text_has(t, r, U".") || plan_text_has(t, r, U"-")));
}

static int points_as_units(const struct plan_text *t, struct run piece)
{
	size_t like, n = count_names(t, piece, &like);

	if (n > 0 && like == n)
		return 6;
	return like * 2 >= n && like > 0 ? 3 : piece.to - piece.from <= SHORT_NAME ? -3 : -6;
}

static int points_as_person(const struct plan_text *t, struct run piece)
{
	return piece.to - piece.from <= 4 && glyph_is_han(t->g[piece.from].cp) &&
			       !plan_unit_surely(t, piece)
		       ? 7
		       : -6;
}

/* How well a piece stands in a column. */
static int points(const struct plan_text *t, const struct column *c, struct run piece)
{
	if (plan_grid_says_nothing(t, piece))
		return c->kind == COLUMN_TASK ? -6 : 2;
	switch (c->kind) {
	case COLUMN_UNITS:
		return points_as_units(t, piece);
	case COLUMN_PERSON:
		return points_as_person(t, piece);
	case COLUMN_DUE:
		return is_date_like(t, piece) ? 6 : -6;
	case COLUMN_VALUE:
	case COLUMN_MEASURE:
		return piece.to - piece.from <= SHORT_NAME ? 2 : -6;
	default:
		return plan_grid_lists_units(t, piece) ? -2 : is_date_like(t, piece) ? -1 : 2;
	}
}

static int cost_of_empty(const struct column *c)
{
	return c->kind == COLUMN_TASK				 ? 9
	       : c->kind == COLUMN_WHAT				 ? 5
	       : c->kind == COLUMN_UNITS && c->duty != DUTY_COOP ? 5
	       : c->kind == COLUMN_PERSON			 ? 3
								 : 2;
}

static int cost_of_pieces(const struct column *c)
{
	return c->kind == COLUMN_UNITS && c->duty == DUTY_LEAD ? 4
	       : c->kind == COLUMN_UNITS		       ? 0
	       : c->kind == COLUMN_TEXT			       ? 1
							       : 2;
}

/* The best way to put the first j pieces with the last of them in column k. */
struct best {
	int points;
	size_t before; /* column of the piece before */
};

static struct best best_before(const struct grid *grid, const struct best *row, size_t first,
			       size_t k)
{
	struct best b = {IMPOSSIBLE, first};
	int empty = 0;

	for (size_t before = k + 1; before-- > first;) {
		int cost = before == k ? cost_of_pieces(&grid->columns[k]) : empty;

		if (row[before].points - cost > b.points)
			b = (struct best){row[before].points - cost, before};
		if (before < k)
			empty += cost_of_empty(&grid->columns[before]);
	}
	return b;
}

static void put_pieces(const struct run *pieces, size_t n, struct best (*best)[MOST_COLUMNS],
		       size_t k, struct run *cells)
{
	for (size_t j = n; j-- > 0;) {
		if (cells[k].to == cells[k].from)
			cells[k].to = pieces[j].to;
		cells[k].from = pieces[j].from;
		k = best[j][k].before;
	}
}

void plan_grid_fit(const struct plan_text *t, const struct grid *grid, size_t first,
		   const struct run *pieces, size_t n, struct run *cells)
{
	struct best best[MOST_PIECES][MOST_COLUMNS];
	size_t last = first;
	int empty = 0, most = IMPOSSIBLE;

	for (size_t k = first; k < grid->ncolumns; k++)
		cells[k] = (struct run){pieces[0].from, pieces[0].from};
	if (n > MOST_PIECES)
		n = MOST_PIECES;
	for (size_t k = first; k < grid->ncolumns; k++) {
		best[0][k] = (struct best){points(t, &grid->columns[k], pieces[0]) - empty, k};
		empty += cost_of_empty(&grid->columns[k]);
	}
	for (size_t j = 1; j < n; j++)
		for (size_t k = first; k < grid->ncolumns; k++) {
			best[j][k] = best_before(grid, best[j - 1], first, k);
			best[j][k].points += points(t, &grid->columns[k], pieces[j]);
		}
	empty = 0;
	for (size_t k = grid->ncolumns; k-- > first;) {
		if (best[n - 1][k].points - empty >= most) {
			most = best[n - 1][k].points - empty;
			last = k;
		}
		empty += cost_of_empty(&grid->columns[k]);
	}
	put_pieces(pieces, n, best, last, cells);
}
