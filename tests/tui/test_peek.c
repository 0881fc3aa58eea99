/* What a pane says of the action under the cursor beyond its row: the clause and the course of the
 * reports. */
#include "tests/support/canvas_dump.h"
#include "tests/tui/screen.h"
#include "tui/view/peek.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct screen s;
static struct peek peek;

static void end(void)
{
	peek_free(&peek);
	if (s.app)
		screen_end(&s);
}

TestSuite(peek, .fini = end);

Test(peek, reads_the_clause_and_what_was_handed_in)
{
	int64_t unit;

	screen_begin(&s, "chen", 80, 24);
	unit = district_unit(&s.d, "区教育局");
	peek_at(&peek, &s.context, district_action(&s.d, "4"), unit);
	cr_assert(peek_is_of(&peek, district_action(&s.d, "4")));
	cr_expect_not_null(strstr(peek.clause, "中小学健康促进行动"));
	cr_assert_eq(peek.npercents, 1u);
	cr_expect_eq(peek.percents[0], 40);

	peek_at(&peek, &s.context, district_action(&s.d, "3"), unit);
	cr_expect_not(peek_is_of(&peek, district_action(&s.d, "4")));
	cr_expect_eq(peek.npercents, 0u, "a draft counts for nobody yet");

	peek_at(&peek, &s.context, 0, 0);
	cr_expect_null(peek.clause);
	cr_expect_not(peek_is_of(&peek, 0));
}

Test(peek, draws_a_course_from_three_reports_on)
{
	static const struct {
		size_t n;
		int cols, lines;
		const char *row;
	} cases[] = {
		{2, 40, 0, ""},
		{3, 40, 1, "reported  ▁▄█ 100%"},
		{3, 17, 1, "reported  ▄█ 100%"},
	};

	peek = (struct peek){.percents = {0, 50, 100}};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct grid g;

		grid_init(&g, cases[i].cols, 1, LOOK_NARROW);
		struct canvas c = canvas_whole(&g);

		peek.npercents = cases[i].n;
		cr_expect_eq(peek_draw_course(&peek, &c, 0), cases[i].lines);
		char *row = grid_dump_row(&g, 0);

		cr_expect_str_eq(row, cases[i].row);
		free(row);
		grid_free(&g);
	}
}

Test(peek, the_clause_stands_in_the_pane_and_follows_the_cursor)
{
	screen_begin(&s, "zhou", 132, 43);
	screen_open(&s, &view_plan, (struct view_args){0});
	screen_press(&s, "Home Down Down");
	cr_expect(screen_has(&s, "2.全民健身行动。"));
	screen_press(&s, "Down");
	cr_expect(screen_has(&s, "3.校园食堂减盐行动。"));
	cr_expect_not(screen_has(&s, "2.全民健身行动。"));
	screen_resize(&s, 119, 43);
	cr_expect_not(screen_has(&s, "3.校园食堂减盐行动。"));
	screen_resize(&s, 132, 43);
	cr_expect(screen_has(&s, "3.校园食堂减盐行动。"), "without a key");
}
