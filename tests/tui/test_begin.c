/* What comes next after a plan was stored: the missing steps in their order, each a key away. */
#include "tests/tui/screen.h"
#include "tests/tui/songling.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

#include <stdlib.h>

static struct screen s;

static void store(const char *text)
{
	char *path = tmp_puts(&s.d.tmp, "plan.txt", text);

	screen_open(
		&s, &view_import,
		(struct view_args){.more = &(struct view_import_args){.path = path, .update = ""}});
	screen_press(&s, "F9 Tab Enter");
	free(path);
}

static void begin(void)
{
	screen_language("en");
	screen_begin_empty(&s, "admin", 80, 24);
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(what_next, .init = begin, .fini = end);

Test(what_next, the_period_first_then_the_people)
{
	store(songling);
	cr_assert_str_eq(screen_top(&s), "begin");
	cr_expect(screen_has(&s, "none yet"));
	screen_press(&s, "Enter");
	cr_assert_str_eq(screen_top(&s), "period");
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "2021Q4 is added"), "%s", app_message(s.app));
	cr_assert_str_eq(screen_top(&s), "begin", "the next step is near");
	cr_expect_not(screen_has(&s, "none yet"));
	cr_expect_not(screen_has(&s, "▌ 1"), "the cursor is on what is missing");
	cr_expect(screen_has(&s, "units without anybody"));
}

Test(what_next, a_plan_without_units_leads_there_from_the_first_screen)
{
	store("松岭区健康任务表\n1.健步行动。新建步道12公里。\n2.护齿行动。免费窝沟封闭3000人。\n");
	screen_press(&s, "Esc Esc");
	cr_assert_str_eq(screen_top(&s), "office");
	cr_expect(screen_has(&s, "Press Enter: it shows"));
	screen_press(&s, "Enter");
	cr_assert_str_eq(screen_top(&s), "begin");
	cr_expect(screen_has(&s, "2 actions without a unit"));
	screen_press(&s, "2");
	cr_expect_str_eq(screen_top(&s), "plan");
}

/* Posts are the administrator's to give: it leads to no list that cannot be added to. */
Test(what_next, a_step_of_another_post_of_mine_leads_to_that_post)
{
	store(songling);
	screen_press(&s, "3");
	cr_expect_str_eq(screen_top(&s), "posts");
	cr_expect(screen_has(&s, "This is done as administrator"), "%s", app_message(s.app));
}
