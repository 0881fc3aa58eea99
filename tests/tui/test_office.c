/* The office's first screen where ambiguous characters take two columns: counts of nothing stand
 * under the digits. */
#include "core/text/utf8.h"
#include "tests/support/canvas_dump.h"
#include "tests/tui/screen.h"

#include <criterion/criterion.h>

#include <stdlib.h>
#include <string.h>

static struct screen s;

static void begin(void)
{
	screen_language("en");
	screen_begin(&s, "admin", 100, 24);
	screen_leave(&s);
	utf8_set_ambiguous_cols(2);
	s.look = LOOK_WIDE;
	screen_sit(&s, "admin", 100, 24);
}

static void end(void)
{
	screen_end(&s);
	utf8_set_ambiguous_cols(1);
}

TestSuite(office_wide, .init = begin, .fini = end);

/* The byte that stands in a column of a line. */
static char char_at(const char *line, int col)
{
	size_t i = 0;

	while (line[i] && utf8_ncols(line, i) < col)
		i++;
	return line[i];
}

Test(office_wide, counts_of_nothing_stand_in_the_column_of_digits)
{
	static const char *const heads[] = {"owed", "reported", "to review", "returned", "missing"};
	const struct grid *g = app_grid(s.app);
	int y = grid_find(g, "owed  ");
	char *head, *row;

	y = y >= 0 ? y : grid_find(g, "owed reported");
	cr_assert_geq(y, 0);
	head = grid_dump_row(g, y);
	row = grid_dump_row(g, y + 1);
	for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
		const char *at = strstr(head, heads[i]);

		cr_assert_not_null(at, "%s in %s", heads[i], head);
		int last = utf8_ncols(head, (size_t)(at - head)) + (int)strlen(heads[i]) - 1;
		cr_expect(char_at(row, last) && strchr("0123456789.", char_at(row, last)),
			  "%s: '%c' in %s", heads[i], char_at(row, last), row);
	}
	free(head);
	free(row);
}

/* Digits go to a row: the tabs have none, the hint bar names their key. */
Test(office_wide, the_key_to_the_other_tab_is_told)
{
	cr_expect(screen_has(&s, "Tab next tab"));
	screen_resize(&s, 60, 20);
	cr_expect(screen_has(&s, "Tab next tab"));
}
