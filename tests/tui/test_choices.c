/* Another plan, another post: the menu begins on the one in force and says so. */
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

static struct screen s;

static void begin(void)
{
	screen_language("en");
	screen_begin(&s, "admin", 80, 24);
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(choices, .init = begin, .fini = end);

Test(choices, the_post_in_force_is_marked_and_under_the_cursor)
{
	screen_open(&s, &view_posts, (struct view_args){0});
	cr_expect(screen_has(&s, "▌ 2 coordinating office  now"));
	screen_press(&s, "1");
	cr_expect(screen_has(&s, "(administrator)"));
	screen_open(&s, &view_posts, (struct view_args){0});
	cr_expect(screen_has(&s, "▌ 1 administrator"));
}

Test(choices, the_plan_in_force_is_marked)
{
	screen_open(&s, &view_plans, (struct view_args){0});
	cr_expect(screen_has(&s, ", now"));
}
