/* The first screen of leaders: sections, the whole, and what is red with its reason, each a key
 * away. */
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

static struct screen s;

static void begin(void)
{
	screen_language("en");
	screen_begin(&s, "zhou", 80, 24);
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(overview, .init = begin, .fini = end);

Test(overview, what_is_red_stands_below_the_sections_with_its_reason)
{
	cr_expect(screen_has(&s, "the whole plan"));
	cr_expect(screen_has(&s, "Red now"));
	cr_expect(screen_has(&s, "4 中小学健康促进行动"));
	cr_expect(screen_has(&s, "区教育局: 6 days late"), "the short words where it is narrow");
	screen_resize(&s, 132, 43);
	cr_expect(screen_has(&s, "区教育局: milestone"));
	cr_expect(screen_has(&s, "6 days late"));
}

Test(overview, where_it_is_narrow_the_unit_is_cut_and_not_the_number)
{
	for (int cols = 55; cols <= 100; cols++) {
		screen_resize(&s, cols, 20);
		cr_expect(screen_has(&s, "6 days late"), "%d columns", cols);
	}
}

Test(overview, a_red_action_is_one_key_away)
{
	screen_press(&s, "End Enter");
	cr_expect_str_eq(screen_top(&s), "action");
	cr_expect(screen_has(&s, "中小学健康促进行动"));
}

Test(overview, the_heading_and_the_whole_open_all_actions)
{
	screen_press(&s, "End Up Enter");
	cr_expect_str_eq(screen_top(&s), "plan");
	screen_press(&s, "Esc Up Enter");
	cr_expect_str_eq(screen_top(&s), "plan");
	cr_expect(screen_has(&s, "the mean of"), "the figure and its rule");
}

Test(overview, the_signs_are_explained_in_the_last_line)
{
	cr_expect(screen_has(&s, "of the year has passed"));
	screen_resize(&s, 60, 12);
	cr_expect(screen_has(&s, "red"));
}

Test(overview, the_milestones_of_a_section_are_told_where_their_column_is_not)
{
	cr_expect(screen_has(&s, "milestones by weight: due by now"));
	screen_resize(&s, 132, 43);
	cr_expect(!screen_has(&s, "milestones by weight"), "the column has it");
	cr_expect(screen_has(&s, "milestones"));
	screen_resize(&s, 60, 20);
	cr_expect(screen_has(&s, "milestones by weight: due by now"));
}

Test(overview, an_action_tells_its_lamp_and_the_reason)
{
	screen_press(&s, "End Enter");
	cr_expect(screen_has(&s, "red  区教育局: milestone"));
	cr_expect(screen_has(&s, "区教育局      red"), "beside each unit its own");
}
