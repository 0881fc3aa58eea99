/* A post and the way in are not taken from anybody by one key: what follows is asked first, and
 * what was done says how it comes back. */
#include "db/people/store_person.h"
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

static struct screen s;

static void begin(void)
{
	screen_language("en");
	screen_begin(&s, "si", 80, 24);
	screen_open(&s, &view_person, (struct view_args){.text = "chen"});
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(person, .init = begin, .fini = end);

static struct person_row chen(void)
{
	struct person_row row;

	cr_assert_eq(store_person_find(s.d.s, &s.d.a, "chen", &row, &s.d.e), 0);
	return row;
}

Test(person, a_post_ends_when_it_is_meant)
{
	size_t n = chen().posts.n;

	screen_press(&s, "Enter 2 1");
	cr_expect(screen_has(&s, "(chen) is no longer: "));
	cr_expect(screen_has(&s, "only"));
	screen_press(&s, "Esc");
	cr_expect_eq(chen().posts.n, n);
	screen_press(&s, "Enter 2 1 Enter");
	cr_expect_eq(chen().posts.n, n - 1, "%s", app_message(s.app));
	cr_expect(screen_has(&s, "\"Give a post\" gives it back"), "%s", app_message(s.app));
}

Test(person, who_is_kept_out_is_asked_about_and_let_in_again)
{
	screen_press(&s, "Enter 3");
	cr_expect(screen_has(&s, "(chen) cannot log in any more. The posts rest"));
	screen_press(&s, "Esc");
	cr_expect(chen().active);
	screen_press(&s, "Enter 3 Enter");
	cr_expect_not(chen().active, "%s", app_message(s.app));
	cr_expect(screen_has(&s, "takes it back"), "%s", app_message(s.app));
	screen_press(&s, "Enter 3");
	cr_expect(chen().active, "letting in takes nothing away");
	cr_expect(screen_has(&s, "can log in again; posts: "), "%s", app_message(s.app));
}
