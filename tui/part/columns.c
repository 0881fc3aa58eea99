/* columns.c - asks every cell once how wide it is. Lists that a screen loads whole have some
 * hundred rows, so this costs less than drawing one frame. */
#include "tui/part/columns.h"

#include "core/i18n.h"
#include "core/text/utf8.h"

static int cell_cols(const struct list_spec *spec, const void *rows, size_t row, size_t column)
{
	struct list_cell cell = {.text = NULL, .percent = -1};

	spec->cell(rows, row, column, &cell);
	return cell.text ? utf8_cols(cell.text) : 0;
}

/* Columns of the widest cell, 0 when all are empty. */
static int widest(const struct list_spec *spec, const void *rows, size_t n, size_t column)
{
	int cols = 0;

	for (size_t row = 0; row < n; row++) {
		int here = cell_cols(spec, rows, row, column);

		if (here > cols)
			cols = here;
	}
	return cols;
}

static void fit(struct list_column *c, int cols)
{
	/* the translation of "" is the head of the catalogue */
	int title = *c->title ? utf8_cols(i18n_label(c->title)) : 0;

	if (cols < title)
		cols = title;
	if (cols < c->min)
		cols = c->min;
	if (c->max && cols > c->max)
		cols = c->max;
	c->max = cols;
	if (!c->weight)
		c->min = cols;
}

void columns_measure(struct columns *c, const struct list_spec *spec, const void *rows, size_t n)
{
	c->spec = *spec;
	if (c->spec.ncolumns > COLUMNS_MAX)
		c->spec.ncolumns = COLUMNS_MAX;
	for (size_t i = 0; i < c->spec.ncolumns; i++) {
		c->at[i] = spec->columns[i];
		if (c->at[i].kind == LIST_BAR)
			continue;
		int cols = widest(spec, rows, n, i);
		if (!cols && n && c->at[i].drop)
			columns_hide(c, i);
		else
			fit(&c->at[i], cols);
	}
	c->spec.columns = c->at;
}

void columns_hide(struct columns *c, size_t column)
{
	c->at[column].min = c->at[column].weight = 0;
}

bool columns_is_hidden(const struct columns *c, size_t column)
{
	return !c->at[column].min && !c->at[column].weight;
}

void columns_widen(struct columns *c, size_t column, int cols)
{
	struct list_column *at = &c->at[column];

	if (columns_is_hidden(c, column) || at->kind == LIST_BAR)
		return;
	if (at->max && at->max < cols)
		at->max = cols;
	if (at->min < cols)
		at->min = cols;
}
