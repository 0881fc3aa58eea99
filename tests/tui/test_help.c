/* The help says where one is, what the field means, what keys, signs and words are; the first steps
 * come once. */
#include "core/text/glossary.h"
#include "core/i18n.h"
#include "tests/tui/screen.h"
#include "tui/app/about.h"
#include "tui/app/tour.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

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

TestSuite(help, .init = begin, .fini = end);

Test(help, begins_with_what_the_screen_is_for)
{
	screen_press(&s, "F1");
	cr_expect(screen_has(&s, "What your unit owes in this plan"));
	cr_expect(screen_has(&s, "enter progress"), "then its keys");
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "home");
}

Test(help, in_a_form_says_what_the_form_is_for)
{
	screen_press(&s, "e F1");
	cr_expect(screen_has(&s, "The progress of your unit for this period"));
	screen_press(&s, "End");
	cr_expect(screen_has(&s, "Ctrl-Q"));
	cr_expect_not(screen_has(&s, "Ctrl-Q, Ctrl-C"), "in a field it copies");
}

Test(help, its_parts_are_reached_by_digits_and_by_tab)
{
	screen_press(&s, "F1 2");
	cr_expect(screen_has(&s, "past due, or returned twice"));
	screen_press(&s, "Tab");
	cr_expect(screen_has(&s, "A dated step of an action") || screen_has(&s, "One issued"));
	screen_press(&s, "4");
	cr_expect(screen_has(&s, tour_lines[0]));
	screen_press(&s, "1");
	cr_expect(screen_has(&s, "What your unit owes in this plan"));
}

Test(help, tells_every_sign)
{
	static const char *const signs[] = {"◇",	   "◆",	  "◎",	 "│",	     "█▓▒░",
					    "R2 Y1 G4 o3", "* +", "▲ ▼", "↑ 3 ↓ 11", "[x]"};

	screen_resize(&s, 80, 60);
	screen_press(&s, "F1 2");
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		cr_expect(screen_has(&s, signs[i]), "%s", signs[i]);
}

Test(help, scrolls_to_the_last_word_at_any_width)
{
	static const int cols[] = {40, 60, 80, 132};

	for (size_t i = 0; i < sizeof cols / sizeof cols[0]; i++) {
		screen_resize(&s, cols[i], 16);
		screen_press(&s, "F1 3 End");
		cr_expect(screen_has(&s, glossary[nglossary - 1].term), "at %d columns", cols[i]);
		screen_press(&s, "Home");
		cr_expect(screen_has(&s, glossary[0].term), "at %d columns", cols[i]);
		screen_press(&s, "Esc");
	}
}

Test(help, does_not_offer_what_is_not_for_the_post)
{
	screen_press(&s, "F1 End");
	cr_expect_not(screen_has(&s, "the reports that wait for you"));
}

Test(help, the_first_steps_come_once)
{
	tour_begin(s.app);
	screen_press(&s, "F5");
	cr_expect(screen_has(&s, "What waits for you stands first"));
	screen_press(&s, "Enter");
	cr_expect_not(screen_has(&s, "What waits for you"), "one Enter and they are gone");
	cr_expect_str_eq(screen_top(&s), "home");
	tour_begin(s.app);
	cr_expect_str_eq(screen_top(&s), "home", "not again");
}

/* All screens of views.h. */
static const struct view_ops *const views[] = {
	&view_home,	      &view_office,	   &view_overview,	 &view_menu,
	&view_plans,	      &view_posts,	   &view_plan,		 &view_action,
	&view_report_form,    &view_review,	   &view_milestone_list, &view_milestone_form,
	&view_milestone_done, &view_evidence_list, &view_evidence_form,	 &view_units,
	&view_unit,	      &view_people,	   &view_person,	 &view_person_form,
	&view_periods,	      &view_import_files,  &view_import,	 &view_print,
	&view_month,	      &view_gantt,	   &view_period_form,	 &view_begin,
	&view_keys,	      &view_key_form,
};

Test(help, every_screen_says_what_it_is_for)
{
	for (size_t i = 0; i < sizeof views / sizeof views[0]; i++)
		cr_expect_not_null(about_view(views[i]->name), "%s needs a row in about.h",
				   views[i]->name);
}
