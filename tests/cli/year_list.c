/* What the lists of the program say during a year: rows counted, cells looked up, and from the list
 * of actions the units and their parts. */
#include "tests/cli/year.h"

#include <criterion/criterion.h>
#include <string.h>

/* The cell of a row of TSV; columns from 0. In the arena. */
static const char *cell_at(struct arena *a, const char *row, size_t column)
{
	for (; column > 0; column--)
		row += strcspn(row, "\t\n") + 1;
	return arena_strndup(a, row, strcspn(row, "\t\n"));
}

static size_t column_of(struct year *y, const char *head, const char *name)
{
	size_t n = strcspn(head, "\n"), column = 0;

	for (const char *s = head; s < head + n; s += strcspn(s, "\t\n") + 1, column++)
		if (strcmp(cell_at(&y->a, s, 0), name) == 0)
			return column;
	year_stop("no column \"%s\" in: %.*s", name, (int)n, head);
}

static bool row_fits(struct year *y, const char *head, const char *row, const char *where)
{
	const char *words[YEAR_WORDS];
	size_t n = year_split(y, where, words);

	for (size_t i = 0; i < n; i++) {
		const char *equals = strchr(words[i], '=');
		size_t column = column_of(
			y, head, arena_strndup(&y->a, words[i], (size_t)(equals - words[i])));

		if (strcmp(cell_at(&y->a, row, column), year_fill(y, equals + 1, NULL)) != 0)
			return false;
	}
	return true;
}

static const char *read_list(struct year *y, const char *words)
{
	const char *text = arena_printf(&y->a, "%s --format tsv", words);

	return arena_strdup(&y->a, year_say(y, "office", text));
}

static const char *next_row(const char *row)
{
	return row + strcspn(row, "\n") + (strchr(row, '\n') != NULL);
}

void year_for_each(struct year *y, const char *list, const char *where, const char *who,
		   const char *words)
{
	const char *head = read_list(y, list);
	size_t id = column_of(y, head, "id");

	for (const char *row = next_row(head); *row; row = next_row(row)) {
		if (!row_fits(y, head, row, where))
			continue;
		year_keep(y, "id", cell_at(&y->a, row, id));
		year_say(y, who, words);
	}
}

size_t year_count(struct year *y, const char *words, const char *where)
{
	const char *head = read_list(y, words);
	size_t n = 0;

	for (const char *row = next_row(head); *row; row = next_row(row))
		n += row_fits(y, head, row, where);
	return n;
}

const char *year_cell(struct year *y, const char *words, const char *where, const char *column)
{
	const char *head = read_list(y, words), *found = NULL;

	for (const char *row = next_row(head); *row; row = next_row(row)) {
		if (!row_fits(y, head, row, where))
			continue;
		cr_assert_null(found, "%s: several rows with %s", words, where);
		found = cell_at(&y->a, row, column_of(y, head, column));
	}
	cr_assert_not_null(found, "%s: no row with %s:\n%s", words, where, head);
	return found;
}

static size_t find_unit(struct year *y, const char *name)
{
	for (size_t i = 0; i < y->units.n; i++)
		if (strcmp(y->units.at[i].name, name) == 0)
			return i;
	*vec_push(&y->a, &y->units) = (struct year_unit){name, NULL};
	return y->units.n - 1;
}

static void add_officers(struct year *y)
{
	for (size_t i = 0; i < y->units.n; i++) {
		struct year_unit *unit = &y->units.at[i];

		if (unit->login)
			continue;
		unit->login = arena_printf(&y->a, "u%02zu", i + 1);
		year_say(y, "owner",
			 arena_printf(&y->a, "person add %s 联络员%zu", unit->login, i + 1));
		year_say(y, "owner",
			 arena_printf(&y->a, "person post %s reporter --unit %s", unit->login,
				      unit->name));
	}
}

void year_read_parts(struct year *y)
{
	const char *head = read_list(y, "list"), *last = "";
	size_t action = column_of(y, head, "action"), unit = column_of(y, head, "unit"),
	       role = column_of(y, head, "role");
	int nactions = 0, place = 0;

	y->parts.n = 0;
	for (const char *row = next_row(head); *row; row = next_row(row)) {
		struct year_part part = {.name = cell_at(&y->a, row, action)};

		if (strcmp(part.name, last) != 0)
			nactions++, place = 0;
		last = part.name;
		part.action = nactions;
		part.place = strcmp(cell_at(&y->a, row, role), "lead") == 0 ? 0 : ++place;
		part.unit = find_unit(y, cell_at(&y->a, row, unit));
		*vec_push(&y->a, &y->parts) = part;
	}
	cr_assert_eq(nactions, YEAR_ACTIONS);
	add_officers(y);
}
