/* The office and the units of an action: who is there already is marked, taking one off names it
 * and what follows, and it can be put back. */
#include "db/people/store_unit.h"
#include "tests/tui/screen.h"
#include "tui/home/resume.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

static struct screen s;

static void begin(void)
{
	screen_language("en");
	screen_begin(&s, "admin", 80, 24);
	screen_open(&s, &view_action, (struct view_args){.id = district_action(&s.d, "2")});
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(assign, .init = begin, .fini = end);

static int role_of(const char *unit)
{
	struct assignment_rows rows = {0};
	int64_t id = district_unit(&s.d, unit);

	cr_assert_eq(store_assignment_list(s.d.s, &s.d.a, NULL, district_action(&s.d, "2"), 0,
					   &rows, &s.d.e),
		     0);
	for (size_t i = 0; i < rows.n; i++)
		if (rows.at[i].unit_id == id)
			return (int)rows.at[i].role;
	return -1;
}

Test(assign, those_that_are_there_are_marked_and_keep_other_roles_to_choose)
{
	screen_press(&s, "Enter 1");
	cr_expect(screen_has(&s, "区体育局 (lead)"));
	cr_expect(screen_has(&s, "区教育局 (cooperating)"));
	screen_type(&s, "区教育局");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "it has this role"));
	screen_press(&s, "1");
	cr_expect_eq(role_of("区教育局"), ROLE_LEAD, "%s", app_message(s.app));
	cr_expect(screen_has(&s, "区教育局 has its part in this action now: lead."));
}

Test(assign, the_only_lead_is_not_taken_off_without_a_word)
{
	screen_press(&s, "Enter 3 Enter");
	cr_expect(screen_has(&s, "Take off 区体育局 (lead)"));
	cr_expect(screen_has(&s, "is the only unit that leads 2 全民健身行动"));
	screen_type(&s, "机构改革");
	screen_press(&s, "F9");
	cr_expect_eq(role_of("区体育局"), -1, "%s", app_message(s.app));
	cr_expect(screen_has(&s, "区体育局 has no part in this action any more; it had: lead."),
		  "%s", app_message(s.app));
}

Test(assign, what_was_taken_off_can_be_put_back_with_its_role)
{
	screen_press(&s, "Enter 3 Down Enter");
	cr_expect(screen_has(&s, "区教育局 has no part in"), "one of several: another sentence");
	screen_type(&s, "误派");
	screen_press(&s, "F9");
	cr_assert_eq(role_of("区教育局"), -1, "%s", app_message(s.app));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "Put 区教育局 back (cooperating)"));
	screen_press(&s, "4");
	cr_expect_eq(role_of("区教育局"), ROLE_COOP);
	screen_press(&s, "Enter");
	cr_expect_not(screen_has(&s, "Put 区教育局 back"), "it is there");
}

Test(assign, why_a_unit_is_taken_off_is_gone_on_with_at_the_next_beginning)
{
	screen_press(&s, "Enter 3 Down Enter");
	screen_type(&s, "误派");
	screen_press(&s, "Esc");
	screen_leave(&s);
	screen_sit(&s, "admin", 80, 24);
	resume_offer(s.app);
	script_run(s.script, s.app);
	cr_assert(screen_has(&s, "why 区教育局 is taken off"));
	screen_press(&s, "1");
	cr_expect(screen_has(&s, "Take off 区教育局 (cooperating)"));
	cr_expect(screen_has(&s, "[误派"));
	screen_press(&s, "F9");
	cr_expect_eq(role_of("区教育局"), -1, "%s", app_message(s.app));
}
