/*
 * Sorting rows. The value of each row is asked for once, before anything is compared; texts that a
 * cell makes on the spot are kept for as long as that takes.
 */
#include "tui/part/list_sort.h"

#include "core/mem.h"
#include "core/text/pinyin.h"

#include <stdlib.h>
#include <string.h>

struct value {
	size_t row;
	int64_t rank;	  /* of the cell, or what its number or bar says */
	const char *text; /* compared where ranks are equal; "" for none */
	enum list_kind kind;
	bool none, reversed;
};

/* Thousandths of what a figure begins with; a sign for "none" is 0. */
static int64_t figure(const char *text)
{
	return (int64_t)(strtod(text + strspn(text, " "), NULL) * 1000);
}

static struct value value_of(const struct list_spec *spec, const void *rows, size_t row,
			     size_t column, struct arena *a)
{
	struct list_cell cell = {.style = STYLE_NORMAL, .percent = -1};
	struct value v = {.row = row, .text = "", .kind = spec->columns[column].kind};

	spec->cell(rows, row, column, &cell);
	const char *text = cell.text ? cell.text + strspn(cell.text, " ") : "";

	if (cell.rank) {
		v.rank = cell.rank;
		v.text = arena_strdup(a, text);
	} else if (v.kind == LIST_BAR && !cell.text) {
		v.rank = cell.percent;
		v.none = cell.percent < 0;
	} else if (v.kind == LIST_NUMBER) {
		v.rank = figure(text);
		v.none = !*text;
	} else {
		v.rank = INT64_MAX; /* behind those of the column that have a rank */
		v.text = arena_strdup(a, text);
		v.none = !*text;
	}
	return v;
}

static int compare_values(const struct value *x, const struct value *y)
{
	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return x->kind == LIST_ID ? list_compare_no(x->text, y->text)
				  : pinyin_compare(x->text, y->text);
}

static int compare(const void *a, const void *b)
{
	const struct value *x = a, *y = b;
	int order = 0;

	if (x->none != y->none)
		return x->none ? 1 : -1;
	if (!x->none)
		order = compare_values(x, y);
	if (order)
		return x->reversed ? -order : order;
	return x->row < y->row ? -1 : 1;
}

void list_sort(const struct list_spec *spec, const void *rows, size_t n, size_t column,
	       bool reversed, size_t *order)
{
	struct arena a = ARENA_INIT;
	struct value *values = xcalloc(n + 1, sizeof *values);

	for (size_t i = 0; i < n; i++) {
		values[i] = value_of(spec, rows, i, column, &a);
		values[i].reversed = reversed;
	}
	qsort(values, n, sizeof *values, compare);
	for (size_t i = 0; i < n; i++)
		order[i] = values[i].row;
	free(values);
	arena_free(&a);
}
