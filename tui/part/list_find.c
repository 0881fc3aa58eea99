/*
 * Whoever reads a word in a row looks for it: what a view forgot to give to the filter, the words
 * of a state above all, is taken from the cells. What a cell repeats of the text that the view gave
 * costs nothing.
 */
#include "tui/part/list_find.h"

#include "core/text/find.h"

static const char *add_cell(struct arena *a, const struct list_spec *spec, const void *rows,
			    size_t row, size_t column, const char *found)
{
	struct list_cell cell = {.percent = -1};
	enum list_kind kind = spec->columns[column].kind;

	if (kind != LIST_TEXT && kind != LIST_ID)
		return found;
	spec->cell(rows, row, column, &cell);
	return cell.text ? find_more(a, found, cell.text) : found;
}

const char *const *list_find_all(struct arena *a, const struct list_spec *spec, const void *rows,
				 const char *const *find, size_t n)
{
	const char **all = arena_alloc(a, (n + 1) * sizeof *all);

	for (size_t row = 0; row < n; row++) {
		all[row] = find ? find[row] : "";
		if (spec->heading && spec->heading(rows, row))
			continue;
		for (size_t column = 0; column < spec->ncolumns; column++)
			all[row] = add_cell(a, spec, rows, row, column, all[row]);
	}
	return all;
}
