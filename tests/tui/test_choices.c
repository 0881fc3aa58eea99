/* Another plan, another post: the menu begins on the one in force and says so. */
#include "db/store_log.h"
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <string.h>

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

/* The newest row of the log. */
static struct log_row last_act(void)
{
	const struct log_filter all = {0};
	struct actor who = district_actor(&s.d, "admin");
	struct log_rows rows = {0};

	cr_assert_eq(store_log_list(s.d.s, &s.d.a, &who, &all, 1, &rows, &s.d.e), 0, "%s",
		     s.d.e.text);
	cr_assert_eq(rows.n, 1);
	return rows.at[0];
}

static void add_unit(const char *name, const char *post)
{
	screen_open(&s, &view_units, (struct view_args){0});
	screen_press(&s, "Tab");
	screen_type(&s, name);
	screen_press(&s, "Enter");
	cr_expect_str_eq(last_act().act, "unit.add", "%s", app_message(s.app));
	cr_expect(strstr(last_act().after, name), "%s", last_act().after);
	cr_expect_str_eq(last_act().post, post);
}

/* Whether that post gets into the form that this screen adds by. */
static bool may_add(const struct view_ops *view)
{
	screen_open(&s, view, (struct view_args){0});
	screen_press(&s, "Tab");
	return strcmp(screen_top(&s), view->name) != 0;
}

/* Both posts may add units, each alone one of the other two. */
Test(choices, acts_are_those_of_the_post_that_was_taken)
{
	int64_t before;

	add_unit("区档案局", "office");
	cr_expect_not(may_add(&view_people));
	cr_expect(may_add(&view_calendar_days), "%s", app_message(s.app));
	screen_open(&s, &view_posts, (struct view_args){0});
	screen_press(&s, "1");
	cr_assert(screen_has(&s, "(administrator)"));
	add_unit("区气象局", "admin");
	before = last_act().id;
	cr_expect(may_add(&view_people), "%s", app_message(s.app));
	cr_expect_not(may_add(&view_calendar_days));
	cr_expect_eq(last_act().id, before);
}
