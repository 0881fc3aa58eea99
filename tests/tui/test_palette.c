/* The command palette: acts, places and actions of the plan by words, pinyin, number, name. */
#include "tests/support/canvas_dump.h"
#include "tests/tui/screen.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

static struct screen s;

static void begin(void)
{
	screen_language("en");
	screen_begin(&s, "chen", 80, 24);
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(palette, .init = begin, .fini = end);

struct way {
	char open[8], typed[32], top[16];
};

static const struct way ways[] = {
	{":", "report-new", "report"},	   /* by the name in the configuration */
	{":", "enter progress", "report"}, /* by what it says */
	{"F7", "go indicators", "indicators"},
	{"F11", "zxxjkcj", "action"},	 /* by the first letters of the pinyin */
	{":", "zhongxiaoxue", "action"}, /* by the whole of it */
	{":", "全民健身", "action"},
	{":", "4 中小学", "action"}, /* by its number and a word */
	{"F7", "month", "month"},    /* a place that stands in no menu */
};

ParameterizedTestParameters(palette, finds)
{
	return cr_make_param_array(const struct way, (void *)ways, sizeof ways / sizeof ways[0]);
}
ParameterizedTest(const struct way *w, palette, finds)
{
	screen_press(&s, w->open);
	cr_assert_str_eq(screen_top(&s), "choose");
	screen_type(&s, w->typed);
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), w->top, "%s", w->typed);
}

Test(palette, opens_by_the_menu_alone_and_by_a_full_width_colon)
{
	screen_press(&s, "0 9 1");
	cr_expect_str_eq(screen_top(&s), "choose");
	screen_press(&s, "Esc");
	screen_type(&s, "：");
	cr_expect_str_eq(screen_top(&s), "choose");
}

Test(palette, what_was_used_last_stands_first_the_next_time)
{
	screen_press(&s, ":");
	screen_type(&s, "evidence go");
	screen_press(&s, "Enter");
	cr_assert_str_eq(screen_top(&s), "evidence");
	screen_press(&s, "Esc : Enter");
	cr_expect_str_eq(screen_top(&s), "evidence");
}

Test(palette, offers_nothing_that_is_not_for_the_post)
{
	screen_press(&s, ":");
	screen_type(&s, "periods");
	cr_expect(screen_has(&s, "nothing has this in its name"));
}

Test(palette, esc_leaves_everything_as_it_was)
{
	screen_press(&s, ": Esc");
	cr_expect_str_eq(screen_top(&s), "home");
}
