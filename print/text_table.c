/*
 * Tables of a document as chunks. Where the page is wide enough a row is a chunk under the titles
 * of the columns; where columns of text would become strips, each row becomes a record: a line for
 * every cell, with the title of its column before it.
 */
#include "print/text_layout.h"

enum { READABLE_COLS = 10 }; /* of a column of text: five characters, or a date */

/* The table with every text fit for output. */
static struct document_table *clean_table(const struct text_layout *l,
					  const struct document_table *t)
{
	struct document_table *clean = arena_alloc(l->arena, sizeof *clean);

	for (size_t i = 0; i < t->columns.n; i++) {
		const struct document_column *c = &t->columns.at[i];
		document_add_column(l->arena, clean, text_fit_for_output(l, c->title), c->kind,
				    c->weight);
	}
	for (size_t i = 0; i < t->rows.n; i++) {
		const char **cells = document_add_row(l->arena, clean);
		for (size_t j = 0; j < t->columns.n; j++)
			cells[j] = text_fit_for_output(l, t->rows.at[i][j]);
	}
	return clean;
}

static void lay_out_closing_rule(struct text_layout *l, const struct columns *cs,
				 const struct text_lines *titles)
{
	l->chunks.at[l->chunks.n - 1].with_next = true;
	struct chunk *c = chunk_add(l->arena, &l->chunks);
	c->titles = titles;
	c->loose = true;
	columns_add_rule(l->arena, cs, l->options.ascii, &c->lines);
}

/* Rows of several lines are told apart by a blank line. */
static void lay_out_rows(struct text_layout *l, const struct columns *cs,
			 const struct text_lines *titles)
{
	size_t first = l->chunks.n;
	bool tall = false;

	for (size_t i = 0; i < cs->table->rows.n; i++) {
		struct chunk *c = chunk_add(l->arena, &l->chunks);
		c->titles = titles;
		columns_add_row(l->arena, cs, cs->table->rows.at[i], &c->lines);
		tall |= c->lines.n > 1;
	}
	for (size_t i = first; i < l->chunks.n; i++)
		l->chunks.at[i].gap = tall || i == first;
	if (l->chunks.n > first)
		lay_out_closing_rule(l, cs, titles);
}

static void lay_out_grid(struct text_layout *l, const struct columns *cs)
{
	struct text_lines *titles = arena_alloc(l->arena, sizeof *titles);

	columns_add_titles(l->arena, cs, titles);
	columns_add_rule(l->arena, cs, l->options.ascii, titles);
	lay_out_rows(l, cs, titles);
	if (cs->table->rows.n == 0) {
		struct chunk *c = chunk_add(l->arena, &l->chunks);
		c->gap = true;
		c->titles = titles;
	}
}

/* One row of "title, cell" for each cell that is not empty, record after record. */
static struct document_table *make_pairs(struct arena *a, const struct document_table *t)
{
	struct document_table *pairs = arena_alloc(a, sizeof *pairs);

	document_add_column(a, pairs, "", COLUMN_DATE, 0); /* does not wrap */
	document_add_column(a, pairs, "", COLUMN_TEXT, 1);
	for (size_t i = 0; i < t->rows.n; i++)
		for (size_t j = 0; j < t->columns.n; j++) {
			if (!*t->rows.at[i][j])
				continue;
			const char **pair = document_add_row(a, pairs);
			pair[0] = t->columns.at[j].title;
			pair[1] = t->rows.at[i][j];
		}
	return pairs;
}

static size_t count_filled(const struct document_table *t, size_t row)
{
	size_t count = 0;

	for (size_t j = 0; j < t->columns.n; j++)
		count += *t->rows.at[row][j] != '\0';
	return count;
}

static void lay_out_records(struct text_layout *l, const struct document_table *t)
{
	struct columns cs;
	size_t pair = 0;

	columns_fit(l->arena, &cs, make_pairs(l->arena, t), l->options.width_cols);
	for (size_t i = 0; i < t->rows.n; i++) {
		struct chunk *c = chunk_add(l->arena, &l->chunks);
		c->gap = true;
		for (size_t end = pair + count_filled(t, i); pair < end; pair++)
			columns_add_row(l->arena, &cs, cs.table->rows.at[pair], &c->lines);
	}
}

static bool is_readable(const struct columns *cs, int width_cols)
{
	if (cs->cols > width_cols)
		return false;
	for (size_t i = 0; i < cs->table->columns.n; i++)
		if (cs->widths[i] < READABLE_COLS && cs->widths[i] < cs->needs[i] &&
		    cs->table->columns.at[i].weight)
			return false;
	return true;
}

void text_lay_out_table(struct text_layout *l, const struct document_table *t)
{
	const struct document_table *clean = clean_table(l, t);
	struct columns cs;

	columns_fit(l->arena, &cs, clean, l->options.width_cols);
	if (is_readable(&cs, l->options.width_cols))
		lay_out_grid(l, &cs);
	else
		lay_out_records(l, clean);
}
