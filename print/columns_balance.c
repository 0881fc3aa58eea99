/*
 * Weights know nothing of the cells: a column that is empty but for one row gets its share all the
 * same while the one beside it breaks every title. Here the lines of each width are counted and the
 * move of room from one column to another that saves most is made, until none saves anything. The
 * count takes characters as two columns wide and leaves the rules of typesetting aside: it only
 * compares.
 */
#include "print/columns_balance.h"

#include "core/text/utf8.h"

#include <string.h>

enum {
	ROWS_MOST = 200,       /* the first so many rows speak for all */
	MOVES_MOST = 12,       /* of room, each from one column to another */
	LINE_COST = 2,	       /* of a line more on the paper, */
	ONE_LEFT_COST = 3,     /* of a last line of one character, */
	TWO_LEFT_COST = 2,     /* of one of two, */
	SHORT_BROKEN_COST = 5, /* and of a break in what is short: a name, a title */
	SHORT_COLS = 20,
};

/* How wide the paragraphs of a cell are. */
struct cell_measure {
	const int *cols;
	size_t n;
};

struct balance {
	struct columns *cs;
	struct cell_measure *cells; /* row after row, the titles first */
	size_t nrows, ncolumns;
	const int *least; /* of each column */
};

struct move {
	size_t from, to;
	int cols;
};

static struct cell_measure measure(struct arena *a, const char *s)
{
	VEC(int) paragraphs = {0};

	for (;;) {
		const char *end = strchrnul(s, '\n');
		*vec_push(a, &paragraphs) = utf8_ncols(s, (size_t)(end - s));
		if (!*end)
			return (struct cell_measure){paragraphs.at, paragraphs.n};
		s = end + 1;
	}
}

static void measure_cells(struct arena *a, struct balance *b)
{
	const struct document_table *t = b->cs->table;
	struct cell_measure *m = arena_alloc(a, b->nrows * b->ncolumns * sizeof *m);

	b->cells = m;
	for (size_t j = 0; j < b->ncolumns; j++)
		*m++ = measure(a, t->columns.at[j].title);
	for (size_t i = 1; i < b->nrows; i++)
		for (size_t j = 0; j < b->ncolumns; j++)
			*m++ = measure(a, t->rows.at[i - 1][j]);
}

/* What the last line of a paragraph that breaks costs. */
static int break_cost(int cols, int rest)
{
	int cost = cols <= SHORT_COLS ? SHORT_BROKEN_COST : 0;

	if (rest > 0 && rest <= 4)
		cost += rest <= 2 ? ONE_LEFT_COST : TWO_LEFT_COST;
	return cost;
}

/* Lines of a cell in a column; *cost grows by that of its breaks. */
static int count_lines(const struct cell_measure *m, int width, int *cost)
{
	int lines = 0, even = width < 2 ? 2 : width - width % 2;

	for (size_t i = 0; i < m->n; i++) {
		int cols = m->cols[i];
		bool breaks = cols > width;

		lines += breaks ? (cols + even - 1) / even : 1;
		*cost += breaks ? break_cost(cols, cols % even) : 0;
	}
	return lines;
}

static int count_cost(const struct balance *b)
{
	const struct cell_measure *m = b->cells;
	int cost = 0;

	for (size_t i = 0; i < b->nrows; i++) {
		int highest = 0;
		for (size_t j = 0; j < b->ncolumns; j++, m++) {
			int lines = count_lines(m, b->cs->widths[j], &cost);
			highest = lines > highest ? lines : highest;
		}
		cost += highest * LINE_COST;
	}
	return cost;
}

static bool may_move(const struct balance *b, struct move m)
{
	const struct document_column *columns = b->cs->table->columns.at;
	const int *widths = b->cs->widths;

	return m.from != m.to && columns[m.from].weight && columns[m.to].weight &&
	       widths[m.from] - m.cols >= b->least[m.from] && widths[m.to] < b->cs->needs[m.to];
}

static void make_move(struct balance *b, struct move m)
{
	b->cs->widths[m.from] -= m.cols;
	b->cs->widths[m.to] += m.cols;
}

static int cost_after(struct balance *b, struct move m)
{
	make_move(b, m);
	int cost = count_cost(b);
	make_move(b, (struct move){m.to, m.from, m.cols});
	return cost;
}

/* The move that leaves the least cost, if it is less than *cost. */
static bool find_best(struct balance *b, int *cost, struct move *best)
{
	static const int steps[] = {2, 4, 8};
	bool found = false;

	for (size_t k = 0; k < b->ncolumns * b->ncolumns * 3; k++) {
		struct move m = {k / 3 / b->ncolumns, k / 3 % b->ncolumns, steps[k % 3]};
		int after = may_move(b, m) ? cost_after(b, m) : *cost;
		if (after < *cost) {
			*cost = after;
			*best = m;
			found = true;
		}
	}
	return found;
}

void columns_balance(struct arena *a, struct columns *cs, const int *least)
{
	size_t nrows = cs->table->rows.n < ROWS_MOST ? cs->table->rows.n : ROWS_MOST;
	struct balance b = {
		.cs = cs, .nrows = nrows, .ncolumns = cs->table->columns.n, .least = least};
	struct move m;

	measure_cells(a, &b);
	int cost = count_cost(&b);
	for (int i = 0; i < MOVES_MOST && find_best(&b, &cost, &m); i++)
		make_move(&b, m);
}
